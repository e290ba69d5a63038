from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_board_indexes"),
    ]

    operations = [
        migrations.AddField(
            model_name="task",
            name="ripe_on",
            field=models.DateField(null=True, verbose_name="当事人期限届满"),
        ),
    ]
