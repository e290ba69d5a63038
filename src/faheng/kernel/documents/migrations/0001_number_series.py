import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="NumberSeries",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("organ_id", models.BigIntegerField(verbose_name="机关")),
                ("mark", models.CharField(max_length=40, verbose_name="代字")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年份")),
                ("last", models.PositiveIntegerField(default=0, verbose_name="末号")),
            ],
            options={
                "verbose_name": "文号序列",
                "verbose_name_plural": "文号序列",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organ_id", "mark", "year"),
                        name="one_series_a_mark_and_year",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VoidedNumber",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="序号")),
                ("reason", models.CharField(max_length=200, verbose_name="作废原因")),
                ("by_id", models.BigIntegerField(verbose_name="经办人")),
                ("at", models.DateTimeField(verbose_name="作废时间")),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voided",
                        to="documents.numberseries",
                        verbose_name="文号序列",
                    ),
                ),
            ],
            options={
                "verbose_name": "作废文号",
                "verbose_name_plural": "作废文号",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("series", "number"), name="a_number_is_voided_once"
                    )
                ],
            },
        ),
    ]
