import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_other_organs")]

    operations = [
        migrations.AddField(
            model_name="defect",
            name="field",
            field=models.CharField(
                blank=True, default="", max_length=80, verbose_name="填写项"
            ),
        ),
        migrations.AddField(
            model_name="defect",
            name="mended",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="mends",
                to="cases.act",
                verbose_name="补全的行为",
            ),
        ),
    ]
