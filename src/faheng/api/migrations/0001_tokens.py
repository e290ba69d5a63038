import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("parties", "0001_people_and_organs"),
    ]

    operations = [
        migrations.CreateModel(
            name="ApiToken",
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
                ("label", models.CharField(max_length=60, verbose_name="用途")),
                (
                    "digest",
                    models.CharField(max_length=64, unique=True, verbose_name="哈希"),
                ),
                ("created_at", models.DateTimeField(verbose_name="创建时间")),
                ("expires_at", models.DateTimeField(verbose_name="失效时间")),
                (
                    "revoked_at",
                    models.DateTimeField(null=True, verbose_name="撤销时间"),
                ),
                ("used_on", models.DateField(null=True, verbose_name="最近使用")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="api_tokens",
                        to="parties.person",
                        verbose_name="所有人",
                    ),
                ),
            ],
            options={
                "verbose_name": "接口令牌",
            },
        ),
    ]
