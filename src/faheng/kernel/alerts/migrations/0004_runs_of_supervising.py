from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("alerts", "0003_findings_of_fed_records")]

    operations = [
        migrations.CreateModel(
            name="SupervisingRun",
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
                    "what",
                    models.CharField(
                        choices=[("city", "全市监督"), ("touched", "变动监督")],
                        max_length=8,
                        verbose_name="范围",
                    ),
                ),
                ("begun_at", models.DateTimeField(verbose_name="开始")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="结束")),
                (
                    "raised",
                    models.PositiveIntegerField(default=0, verbose_name="新发现"),
                ),
                (
                    "cleared",
                    models.PositiveIntegerField(default=0, verbose_name="已消除"),
                ),
                (
                    "error",
                    models.TextField(blank=True, default="", verbose_name="错误"),
                ),
            ],
            options={
                "verbose_name": "监督运行",
                "indexes": [models.Index(fields=["what", "-id"], name="run_of_kind")],
            },
        ),
    ]
