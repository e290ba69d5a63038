import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_handling_officers"),
        ("parties", "0001_people_and_organs"),
    ]

    operations = [
        migrations.CreateModel(
            name="CaseOrgan",
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
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("handling", "办理机关"),
                            ("supervised", "被监督机关"),
                            ("respondent", "被申请人"),
                        ],
                        max_length=16,
                        verbose_name="身份",
                    ),
                ),
                (
                    "act",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_rows",
                        to="cases.act",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_rows",
                        to="cases.case",
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_rows",
                        to="cases.course",
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="takes_part",
                        to="parties.organ",
                    ),
                ),
            ],
            options={
                "verbose_name": "参与机关",
                "indexes": [
                    models.Index(fields=["organ", "case"], name="organ_taking_part")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "part", "organ"), name="organ_takes_part_once"
                    )
                ],
            },
        ),
    ]
