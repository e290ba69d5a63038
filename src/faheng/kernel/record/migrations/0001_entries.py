import django.db.models.deletion
from django.db import migrations, models

from faheng.kernel.record.append_only import AppendOnly


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Entry",
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
                ("chain", models.CharField(max_length=80, verbose_name="链")),
                ("seq", models.PositiveIntegerField(verbose_name="序号")),
                ("kind", models.CharField(max_length=80, verbose_name="种类")),
                ("body", models.TextField(verbose_name="规范文本")),
                ("leaf", models.CharField(max_length=64, verbose_name="哈希")),
                ("previous", models.CharField(max_length=64, verbose_name="前一哈希")),
                ("occurred_at", models.DateTimeField(verbose_name="发生时间")),
                ("client_at", models.DateTimeField(null=True, verbose_name="设备时间")),
                ("recorded_at", models.DateTimeField(verbose_name="记录时间")),
            ],
            options={
                "verbose_name": "记录",
            },
        ),
        migrations.CreateModel(
            name="Pending",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        serialize=False,
                        to="record.entry",
                    ),
                ),
            ],
            options={
                "verbose_name": "待入树",
            },
        ),
        migrations.CreateModel(
            name="Salt",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        serialize=False,
                        to="record.entry",
                    ),
                ),
                ("salt", models.CharField(max_length=32, verbose_name="盐")),
            ],
            options={
                "verbose_name": "盐",
                "db_table": "record_salt",
            },
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(
                fields=("chain", "seq"), name="record_one_place"
            ),
        ),
        AppendOnly("record_entry"),
    ]
