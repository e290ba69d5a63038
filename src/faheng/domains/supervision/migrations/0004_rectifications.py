import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0005_other_organs"),
        ("supervision", "0003_campaigns"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="supervisionreply",
            name="measures",
        ),
        migrations.RemoveField(
            model_name="supervisionreply",
            name="results",
        ),
        migrations.CreateModel(
            name="Rectification",
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
                ("content", models.TextField(verbose_name="整改情况")),
                ("measures", models.TextField(verbose_name="采取的措施")),
                ("results", models.TextField(verbose_name="结果")),
                (
                    "proof",
                    models.TextField(
                        blank=True, default="", verbose_name="证明材料目录"
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
            ],
            options={
                "verbose_name": "整改报告",
            },
        ),
    ]
