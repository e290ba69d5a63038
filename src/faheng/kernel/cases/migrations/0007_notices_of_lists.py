import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A notice may be of no case, and lead to an address."""

    dependencies = [
        ("cases", "0006_mended_defects"),
    ]

    operations = [
        migrations.AlterField(
            model_name="notice",
            name="case",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.case",
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="link",
            field=models.CharField(
                blank=True, default="", max_length=500, verbose_name="地址"
            ),
        ),
    ]
