from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0003_ripe_tasks"),
        ("parties", "0001_people_and_organs"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="caseofficer", name="officer_of_case"),
        migrations.AddIndex(
            model_name="caseofficer",
            index=models.Index(
                condition=models.Q(("until_on__isnull", True)),
                fields=["person", "case"],
                name="officer_handling",
            ),
        ),
    ]
