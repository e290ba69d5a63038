from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_cases"),
        ("parties", "0001_people_and_organs"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("ended_on__isnull", True)),
                fields=["division_path", "organ"],
                name="case_open",
            ),
        ),
        migrations.AddIndex(
            model_name="defect",
            index=models.Index(
                fields=["division_path", "organ", "condition"], name="defect_counted"
            ),
        ),
    ]
