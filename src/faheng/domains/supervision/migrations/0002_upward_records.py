import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0005_other_organs"),
        ("parties", "0001_people_and_organs"),
        ("supervision", "0001_instruments_and_complaints"),
    ]

    operations = [
        migrations.CreateModel(
            name="UpwardMark",
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
                ("act_id", models.BigIntegerField(default=0, verbose_name="行为")),
            ],
            options={
                "verbose_name": "上报进度",
            },
        ),
        migrations.CreateModel(
            name="UpwardRecord",
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
                ("entity", models.CharField(max_length=16, verbose_name="种类")),
                ("key", models.CharField(max_length=40, verbose_name="主键")),
                ("version", models.PositiveIntegerField(verbose_name="版本")),
                (
                    "division_path",
                    models.CharField(max_length=120, verbose_name="区划路径"),
                ),
                ("content", models.JSONField(verbose_name="内容")),
                ("digest", models.CharField(max_length=64, verbose_name="内容哈希")),
                ("recorded_at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "待报送"),
                            ("accepted", "已接收"),
                            ("rejected", "被退回"),
                            ("passed", "已被新版本取代"),
                        ],
                        default="waiting",
                        max_length=8,
                        verbose_name="报送状态",
                    ),
                ),
                (
                    "tries",
                    models.PositiveIntegerField(default=0, verbose_name="报送次数"),
                ),
                ("pushed_at", models.DateTimeField(null=True, verbose_name="报送时间")),
                (
                    "rejected_at",
                    models.DateTimeField(null=True, verbose_name="退回时间"),
                ),
                (
                    "receipt_no",
                    models.CharField(
                        blank=True, default="", max_length=80, verbose_name="回执号"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="parties.organ",
                    ),
                ),
            ],
            options={
                "verbose_name": "上报数据",
            },
        ),
        migrations.CreateModel(
            name="UpwardReceipt",
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
                ("at", models.DateTimeField(verbose_name="时间")),
                ("verdict", models.CharField(max_length=12, verbose_name="结果")),
                (
                    "number",
                    models.CharField(
                        blank=True, default="", max_length=80, verbose_name="回执号"
                    ),
                ),
                (
                    "reasons",
                    models.TextField(blank=True, default="", verbose_name="退回理由"),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipts",
                        to="supervision.upwardrecord",
                    ),
                ),
            ],
            options={
                "verbose_name": "上报回执",
            },
        ),
        migrations.AddIndex(
            model_name="upwardrecord",
            index=models.Index(fields=["status", "id"], name="upward_by_status"),
        ),
        migrations.AddIndex(
            model_name="upwardrecord",
            index=models.Index(fields=["case"], name="upward_of_case"),
        ),
        migrations.AddConstraint(
            model_name="upwardrecord",
            constraint=models.UniqueConstraint(
                fields=("entity", "key", "version"), name="upward_record_once"
            ),
        ),
    ]
