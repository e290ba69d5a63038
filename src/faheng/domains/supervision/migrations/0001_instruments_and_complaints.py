import django.db.models.deletion
from django.db import migrations, models

import faheng.kernel.parties.secrecy


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cases", "0005_other_organs"),
        ("parties", "0001_people_and_organs"),
    ]

    operations = [
        migrations.CreateModel(
            name="ComplaintSlip",
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
                    "code_index",
                    models.CharField(
                        max_length=64, unique=True, verbose_name="查询码索引"
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("portal", "网上"),
                            ("telephone", "电话"),
                            ("letter", "来信"),
                            ("visit", "来访"),
                        ],
                        max_length=12,
                        verbose_name="来源渠道",
                    ),
                ),
                ("received_at", models.DateTimeField(verbose_name="收到时间")),
                (
                    "division_path",
                    models.CharField(max_length=120, verbose_name="区划路径"),
                ),
                (
                    "about_case",
                    models.CharField(
                        blank=True, default="", max_length=80, verbose_name="所涉案件"
                    ),
                ),
                (
                    "content",
                    faheng.kernel.parties.secrecy.SecretField(verbose_name="投诉内容"),
                ),
                (
                    "wish",
                    faheng.kernel.parties.secrecy.SecretField(
                        blank=True, default="", verbose_name="诉求"
                    ),
                ),
                (
                    "name",
                    faheng.kernel.parties.secrecy.SecretField(
                        blank=True, default="", verbose_name="姓名或名称"
                    ),
                ),
                (
                    "contact",
                    faheng.kernel.parties.secrecy.SecretField(
                        blank=True, default="", verbose_name="联系方式"
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="parties.organ",
                        verbose_name="被投诉机关",
                    ),
                ),
            ],
            options={
                "verbose_name": "投诉举报来件",
            },
        ),
        migrations.CreateModel(
            name="ComplaintFile",
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
                    "about",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("body", "执法主体资格"),
                            ("conduct", "执法行为和作风"),
                            ("procedure", "执法程序"),
                            ("result", "执法结果"),
                            ("inaction", "不履行法定职责"),
                            ("charges", "乱收费、乱罚款、乱检查"),
                            ("other", "其他"),
                        ],
                        default="",
                        max_length=32,
                        verbose_name="投诉类别",
                    ),
                ),
                (
                    "summary",
                    models.TextField(blank=True, default="", verbose_name="投诉要点"),
                ),
                (
                    "received_on",
                    models.DateField(blank=True, null=True, verbose_name="收到日期"),
                ),
                (
                    "not_accepted",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_enforcement", "不属于行政执法行为"),
                            ("remedy", "已经或者应当通过复议、诉讼、信访处理"),
                            ("settled", "已经处理完毕，没有新的事实"),
                            ("unclear", "没有具体的事实和线索"),
                        ],
                        default="",
                        max_length=32,
                        verbose_name="不予受理的理由",
                    ),
                ),
                (
                    "not_accepted_note",
                    models.TextField(
                        blank=True, default="", verbose_name="不予受理的说明"
                    ),
                ),
                (
                    "transferred_to",
                    models.CharField(
                        blank=True, default="", max_length=120, verbose_name="转送机关"
                    ),
                ),
                (
                    "transfer_note",
                    models.TextField(blank=True, default="", verbose_name="转送说明"),
                ),
                (
                    "organ_question",
                    models.TextField(
                        blank=True, default="", verbose_name="要求被投诉机关说明的事项"
                    ),
                ),
                (
                    "organ_due_on",
                    models.DateField(blank=True, null=True, verbose_name="说明期限至"),
                ),
                (
                    "extra_days",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="延长日数"
                    ),
                ),
                (
                    "extension_reason",
                    models.TextField(blank=True, default="", verbose_name="延长理由"),
                ),
                (
                    "finding",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("true", "属实"),
                            ("partly", "部分属实"),
                            ("untrue", "不属实"),
                            ("unproven", "无法查实"),
                        ],
                        default="",
                        max_length=32,
                        verbose_name="核查结论",
                    ),
                ),
                (
                    "findings",
                    models.TextField(blank=True, default="", verbose_name="核查情况"),
                ),
                (
                    "measures",
                    models.TextField(blank=True, default="", verbose_name="处理情况"),
                ),
                (
                    "answer_text",
                    models.TextField(blank=True, default="", verbose_name="答复内容"),
                ),
                (
                    "end_reason",
                    models.TextField(blank=True, default="", verbose_name="终止理由"),
                ),
                (
                    "about_case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                        verbose_name="所涉案件",
                    ),
                ),
                (
                    "about_organ",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="parties.organ",
                        verbose_name="被投诉机关",
                    ),
                ),
                (
                    "slip",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="file",
                        to="supervision.complaintslip",
                        verbose_name="来件",
                    ),
                ),
            ],
            options={
                "verbose_name": "投诉举报",
            },
        ),
        migrations.CreateModel(
            name="DoorCount",
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
                ("kind", models.CharField(max_length=12, verbose_name="种类")),
                ("source", models.CharField(max_length=64, verbose_name="来源索引")),
                ("at", models.DateTimeField(verbose_name="时间")),
            ],
            options={
                "verbose_name": "公众入口计数",
                "indexes": [
                    models.Index(
                        fields=["kind", "source", "at"], name="door_use_counted"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Interview",
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
                ("held_on", models.DateField(verbose_name="约谈日期")),
                (
                    "talked_with",
                    models.CharField(max_length=60, verbose_name="被约谈人"),
                ),
                ("issues", models.TextField(verbose_name="约谈事项")),
                ("commitments", models.TextField(verbose_name="整改承诺")),
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
                "verbose_name": "约谈",
            },
        ),
        migrations.CreateModel(
            name="OrganStatement",
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
                ("content", models.TextField(verbose_name="情况说明")),
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
                "verbose_name": "情况说明",
            },
        ),
        migrations.CreateModel(
            name="SupervisedMatter",
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
                    "rule",
                    models.CharField(
                        blank=True, default="", max_length=12, verbose_name="规则代码"
                    ),
                ),
                ("question", models.CharField(max_length=300, verbose_name="问题")),
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
                    "supervised",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supervised_in",
                        to="cases.case",
                        verbose_name="所涉案件",
                    ),
                ),
            ],
            options={
                "verbose_name": "所涉案件和问题",
            },
        ),
        migrations.CreateModel(
            name="SupervisionDecision",
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
                ("due_on", models.DateField(verbose_name="答复期限至")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("perform", "责令限期履行"),
                            ("correct", "责令改正"),
                            ("revoke", "撤销"),
                            ("unlawful", "确认违法"),
                            ("void", "确认无效"),
                        ],
                        max_length=12,
                        verbose_name="决定种类",
                    ),
                ),
                ("content", models.TextField(verbose_name="决定内容")),
                ("reasons", models.TextField(verbose_name="依据和理由")),
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
                "verbose_name": "监督决定",
            },
        ),
        migrations.CreateModel(
            name="SupervisionFile",
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
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("alert", "预警发现"),
                            ("complaint", "投诉举报"),
                            ("file_review", "案卷评查"),
                            ("campaign", "专项监督"),
                            ("above", "上级交办"),
                            ("other", "其他"),
                        ],
                        default="",
                        max_length=32,
                        verbose_name="来源",
                    ),
                ),
                (
                    "matter",
                    models.CharField(
                        blank=True, default="", max_length=120, verbose_name="监督事项"
                    ),
                ),
                (
                    "facts",
                    models.TextField(blank=True, default="", verbose_name="发现的情况"),
                ),
                (
                    "review_note",
                    models.TextField(blank=True, default="", verbose_name="审查意见"),
                ),
                (
                    "serious_reason",
                    models.TextField(
                        blank=True, default="", verbose_name="直接作出决定的理由"
                    ),
                ),
                (
                    "closing_reason",
                    models.TextField(blank=True, default="", verbose_name="办结说明"),
                ),
                (
                    "supervised",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="parties.organ",
                        verbose_name="被监督机关",
                    ),
                ),
            ],
            options={
                "verbose_name": "行政执法监督",
            },
        ),
        migrations.CreateModel(
            name="SupervisionNotice",
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
                ("due_on", models.DateField(verbose_name="答复期限至")),
                ("matter", models.TextField(verbose_name="需要说明的事项")),
                ("needed", models.TextField(verbose_name="需要提供的材料")),
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
                "verbose_name": "监督通知",
            },
        ),
        migrations.CreateModel(
            name="SupervisionOpinion",
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
                ("due_on", models.DateField(verbose_name="答复期限至")),
                ("problem", models.TextField(verbose_name="存在的问题")),
                ("reasons", models.TextField(verbose_name="依据和理由")),
                ("suggestion", models.TextField(verbose_name="整改建议")),
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
                "verbose_name": "监督意见",
            },
        ),
        migrations.CreateModel(
            name="SupervisionParameter",
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
                    "code",
                    models.CharField(
                        db_index=True, max_length=160, verbose_name="代码"
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="生效日期")),
                (
                    "valid_until",
                    models.DateField(blank=True, null=True, verbose_name="失效日期"),
                ),
                (
                    "published_on",
                    models.DateField(blank=True, null=True, verbose_name="公布日期"),
                ),
                ("recorded_at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "source",
                    models.CharField(
                        blank=True, default="", max_length=200, verbose_name="来源"
                    ),
                ),
                (
                    "name",
                    models.CharField(db_index=True, max_length=40, verbose_name="参数"),
                ),
                ("value", models.PositiveIntegerField(verbose_name="数值")),
                (
                    "division",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="parties.division",
                        verbose_name="行政区划",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="supervision.supervisionparameter",
                        verbose_name="所替代的条目",
                    ),
                ),
            ],
            options={
                "verbose_name": "监督参数",
                "ordering": ("code", "valid_from"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SupervisionReply",
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
                ("content", models.TextField(verbose_name="答复内容")),
                (
                    "measures",
                    models.TextField(blank=True, default="", verbose_name="采取的措施"),
                ),
                (
                    "results",
                    models.TextField(blank=True, default="", verbose_name="结果"),
                ),
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
                "verbose_name": "答复",
            },
        ),
        migrations.AddIndex(
            model_name="complaintslip",
            index=models.Index(
                fields=["division_path", "received_at"], name="slip_in_tray"
            ),
        ),
        migrations.AddConstraint(
            model_name="supervisionparameter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_until__isnull", True),
                    ("valid_until__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="supervisionparameter_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="supervisionparameter",
            constraint=models.UniqueConstraint(
                fields=("code", "valid_from"), name="supervisionparameter_begins_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="supervisionparameter",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_until__isnull", True)),
                fields=("code",),
                name="supervisionparameter_one_open",
            ),
        ),
    ]
