import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("alerts", "0001_findings"),
        ("parties", "0001_people_and_organs"),
        ("supervision", "0002_upward_records"),
    ]

    operations = [
        migrations.CreateModel(
            name="FindingsTold",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="parties.person",
                    ),
                ),
                ("red", models.BigIntegerField(default=0, verbose_name="严重发现")),
                ("all", models.BigIntegerField(default=0, verbose_name="全部发现")),
                ("digest_on", models.DateField(null=True, verbose_name="上次汇总")),
            ],
            options={
                "verbose_name": "监督发现告知进度",
            },
        ),
        migrations.AddField(
            model_name="complaintfile",
            name="about_case_no",
            field=models.CharField(
                blank=True, default="", max_length=60, verbose_name="所涉案件案号"
            ),
        ),
        migrations.AddField(
            model_name="supervisedmatter",
            name="finding",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="taken_up_in",
                to="alerts.finding",
                verbose_name="监督发现",
            ),
        ),
        migrations.AlterField(
            model_name="supervisedmatter",
            name="rule",
            field=models.CharField(
                blank=True, default="", max_length=120, verbose_name="规则代码"
            ),
        ),
        migrations.CreateModel(
            name="Campaign",
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
                ("title", models.CharField(max_length=120, verbose_name="名称")),
                (
                    "division_path",
                    models.CharField(max_length=120, verbose_name="区划路径"),
                ),
                (
                    "field",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("city_management", "城市管理"),
                            ("market", "市场监管"),
                            ("environment", "生态环境"),
                            ("culture", "文化市场"),
                            ("transport", "交通运输"),
                            ("emergency", "应急管理"),
                            ("agriculture", "农业农村"),
                            ("fire", "消防救援"),
                            ("health", "卫生健康"),
                            ("housing", "住房建设"),
                            ("resources", "自然资源"),
                            ("water", "水务"),
                            ("labour", "人力资源和社会保障"),
                            ("education", "教育"),
                            ("other", "其他"),
                        ],
                        default="",
                        max_length=20,
                        verbose_name="执法领域",
                    ),
                ),
                ("opened_from", models.DateField(verbose_name="案件登记自")),
                ("opened_until", models.DateField(verbose_name="案件登记至")),
                ("started_at", models.DateTimeField(verbose_name="开始时间")),
                ("closed_at", models.DateTimeField(null=True, verbose_name="结束时间")),
                (
                    "conclusion",
                    models.TextField(blank=True, default="", verbose_name="结论"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="parties.person",
                        verbose_name="发起人",
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="parties.organ",
                        verbose_name="监督机关",
                    ),
                ),
            ],
            options={
                "verbose_name": "专项监督",
            },
        ),
        migrations.CreateModel(
            name="CampaignOrgan",
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
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organs",
                        to="supervision.campaign",
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="parties.organ",
                        verbose_name="机关",
                    ),
                ),
            ],
            options={
                "verbose_name": "专项监督的对象",
            },
        ),
        migrations.CreateModel(
            name="CampaignResult",
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
                ("code", models.CharField(max_length=120, verbose_name="规则代码")),
                ("found", models.PositiveIntegerField(verbose_name="发现")),
                ("cleared", models.PositiveIntegerField(verbose_name="已消除")),
                ("explained", models.PositiveIntegerField(verbose_name="已说明")),
                ("false", models.PositiveIntegerField(verbose_name="不成立")),
                ("escalated", models.PositiveIntegerField(verbose_name="已转监督")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="results",
                        to="supervision.campaign",
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="parties.organ",
                        verbose_name="机关",
                    ),
                ),
            ],
            options={
                "verbose_name": "专项监督结果",
            },
        ),
        migrations.CreateModel(
            name="CampaignRule",
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
                ("code", models.CharField(max_length=120, verbose_name="规则代码")),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rules",
                        to="supervision.campaign",
                    ),
                ),
            ],
            options={
                "verbose_name": "专项监督的规则",
            },
        ),
        migrations.AddIndex(
            model_name="campaign",
            index=models.Index(
                fields=["division_path", "-id"], name="campaign_of_division"
            ),
        ),
        migrations.AddConstraint(
            model_name="campaignorgan",
            constraint=models.UniqueConstraint(
                fields=("campaign", "organ"), name="campaign_organ_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="campaignrule",
            constraint=models.UniqueConstraint(
                fields=("campaign", "code"), name="campaign_rule_once"
            ),
        ),
    ]
