import django.db.models.deletion
from django.db import migrations, models

import faheng.kernel.cases.fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_cases"),
        ("enforcement", "0001_registers"),
    ]

    operations = [
        migrations.CreateModel(
            name="OnTheSpotFile",
            fields=[
                (
                    "course",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="%(class)s",
                        serialize=False,
                        to="cases.course",
                    ),
                ),
                (
                    "act_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="违法时间"
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True, default="", max_length=200, verbose_name="违法地点"
                    ),
                ),
                (
                    "facts",
                    models.TextField(blank=True, default="", verbose_name="违法事实"),
                ),
                (
                    "certificates_shown",
                    models.BooleanField(default=False, verbose_name="已出示执法证件"),
                ),
                (
                    "rights_told",
                    models.BooleanField(
                        default=False,
                        verbose_name="已告知拟处罚内容、事实、理由、依据和陈述申辩权",
                    ),
                ),
                (
                    "reply",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "未作陈述、申辩"),
                            ("made", "作了陈述、申辩"),
                        ],
                        default="",
                        max_length=8,
                        verbose_name="当事人陈述申辩",
                    ),
                ),
                (
                    "reply_text",
                    models.TextField(
                        blank=True, default="", verbose_name="陈述申辩内容"
                    ),
                ),
                (
                    "reply_review",
                    models.TextField(blank=True, default="", verbose_name="复核意见"),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[("warning", "警告"), ("fine", "罚款")],
                        default="",
                        max_length=12,
                        verbose_name="处罚种类",
                    ),
                ),
                (
                    "fine",
                    faheng.kernel.cases.fields.FenField(
                        blank=True, null=True, verbose_name="罚款金额"
                    ),
                ),
                (
                    "order",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=200,
                        verbose_name="责令改正内容",
                    ),
                ),
                (
                    "receipt",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("signed", "当事人签名"),
                            ("refused", "当事人拒绝签名，已注明"),
                        ],
                        default="",
                        max_length=8,
                        verbose_name="签收",
                    ),
                ),
                (
                    "collect_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("small", "罚款一百元以下"),
                            ("hard_later", "不当场收缴事后难以执行"),
                            ("remote", "边远、水上、交通不便地区，当事人提出"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="当场收缴的情形",
                    ),
                ),
                (
                    "collected",
                    faheng.kernel.cases.fields.FenField(
                        blank=True, null=True, verbose_name="当场收缴金额"
                    ),
                ),
                (
                    "receipt_no",
                    models.CharField(
                        blank=True, default="", max_length=40, verbose_name="专用票据号"
                    ),
                ),
                (
                    "paid",
                    faheng.kernel.cases.fields.FenField(
                        blank=True, null=True, verbose_name="银行缴款金额"
                    ),
                ),
                (
                    "payment_no",
                    models.CharField(
                        blank=True, default="", max_length=40, verbose_name="缴款凭证号"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="enforcement.enforcementitem",
                        verbose_name="执法事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "当场处罚",
            },
        ),
    ]
