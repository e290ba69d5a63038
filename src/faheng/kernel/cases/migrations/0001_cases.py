import django.db.models.deletion
from django.db import migrations, models

import faheng.kernel.cases.fields
from faheng.kernel.record.append_only import AppendOnly


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("parties", "0001_people_and_organs"),
    ]

    operations = [
        migrations.CreateModel(
            name="Act",
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
                ("seq", models.PositiveIntegerField(verbose_name="序号")),
                ("step", models.CharField(max_length=60, verbose_name="步骤")),
                ("role", models.CharField(max_length=16, verbose_name="角色")),
                (
                    "door",
                    models.CharField(
                        choices=[("take", "办理"), ("afterwards", "补录")],
                        max_length=12,
                        verbose_name="入口",
                    ),
                ),
                (
                    "stage_from",
                    models.CharField(
                        blank=True, default="", max_length=40, verbose_name="原阶段"
                    ),
                ),
                ("stage_to", models.CharField(max_length=40, verbose_name="新阶段")),
                ("occurred_at", models.DateTimeField(verbose_name="发生时间")),
                ("occurred_on", models.DateField(verbose_name="发生日期")),
                ("client_at", models.DateTimeField(null=True, verbose_name="设备时间")),
                ("recorded_at", models.DateTimeField(verbose_name="记录时间")),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="parties.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "行为",
            },
        ),
        migrations.CreateModel(
            name="ActDetail",
            fields=[
                (
                    "act",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="detail",
                        serialize=False,
                        to="cases.act",
                    ),
                ),
                (
                    "given",
                    faheng.kernel.cases.fields.SecretJSONField(verbose_name="所填内容"),
                ),
            ],
            options={
                "verbose_name": "行为内容",
            },
        ),
        migrations.CreateModel(
            name="Case",
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
                    "number",
                    models.CharField(
                        blank=True, default="", max_length=60, verbose_name="案号"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="案件名称")),
                ("procedure", models.CharField(max_length=80, verbose_name="程序")),
                (
                    "division_path",
                    models.CharField(max_length=120, verbose_name="区划路径"),
                ),
                ("stage", models.CharField(max_length=40, verbose_name="阶段")),
                (
                    "party_name",
                    models.CharField(
                        blank=True, default="", max_length=200, verbose_name="当事人"
                    ),
                ),
                (
                    "matter",
                    models.CharField(
                        blank=True, default="", max_length=200, verbose_name="事项"
                    ),
                ),
                ("opened_on", models.DateField(verbose_name="登记日期")),
                ("ended_on", models.DateField(null=True, verbose_name="办结日期")),
                ("acts", models.PositiveIntegerField(default=0, verbose_name="行为数")),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="parties.organ",
                        verbose_name="办案机关",
                    ),
                ),
            ],
            options={
                "verbose_name": "案件",
            },
        ),
        migrations.AddField(
            model_name="act",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="history",
                to="cases.case",
            ),
        ),
        migrations.CreateModel(
            name="Clock",
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
                    "division_path",
                    models.CharField(max_length=120, verbose_name="区划路径"),
                ),
                ("term", models.CharField(max_length=60, verbose_name="期限")),
                ("title", models.CharField(max_length=120, verbose_name="名称")),
                ("of", models.CharField(max_length=8, verbose_name="谁的期限")),
                ("basis", models.CharField(max_length=200, verbose_name="依据")),
                ("length", models.PositiveIntegerField(null=True, verbose_name="长度")),
                ("unit", models.CharField(max_length=16, verbose_name="单位")),
                (
                    "regime",
                    models.CharField(
                        blank=True, default="", max_length=40, verbose_name="计算规则"
                    ),
                ),
                (
                    "lapse",
                    models.CharField(
                        blank=True, default="", max_length=200, verbose_name="届满后果"
                    ),
                ),
                ("start_on", models.DateField(verbose_name="起算日")),
                ("start_at", models.DateTimeField(null=True, verbose_name="起算时刻")),
                ("due_on", models.DateField(verbose_name="届满日")),
                ("due_at", models.DateTimeField(null=True, verbose_name="届满时刻")),
                ("raw_due_on", models.DateField(verbose_name="顺延前届满日")),
                (
                    "provisional",
                    models.BooleanField(default=False, verbose_name="暂定"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("running", "进行中"),
                            ("paused", "暂停中"),
                            ("stopped", "已停止"),
                        ],
                        default="running",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("stopped_on", models.DateField(null=True, verbose_name="停止日")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clocks",
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
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.act",
                    ),
                ),
            ],
            options={
                "verbose_name": "时钟",
            },
        ),
        migrations.CreateModel(
            name="ClockExtension",
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
                ("length", models.PositiveIntegerField(verbose_name="长度")),
                ("unit", models.CharField(max_length=16, verbose_name="单位")),
                ("ground", models.CharField(max_length=200, verbose_name="理由与依据")),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.act",
                    ),
                ),
                (
                    "clock",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="cases.clock",
                    ),
                ),
            ],
            options={
                "verbose_name": "期限延长",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="ClockPause",
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
                ("from_on", models.DateField(verbose_name="自")),
                ("until_on", models.DateField(null=True, verbose_name="至")),
                ("ground", models.CharField(max_length=200, verbose_name="理由与依据")),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.act",
                    ),
                ),
                (
                    "clock",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pauses",
                        to="cases.clock",
                    ),
                ),
            ],
            options={
                "verbose_name": "期限暂停",
                "ordering": ("from_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="Course",
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
                ("procedure", models.CharField(max_length=80, verbose_name="程序")),
                (
                    "track",
                    models.CharField(
                        blank=True, default="", max_length=40, verbose_name="并行程序"
                    ),
                ),
                (
                    "ordinal",
                    models.PositiveSmallIntegerField(default=1, verbose_name="次序"),
                ),
                ("stage", models.CharField(max_length=40, verbose_name="阶段")),
                ("opened_at", models.DateTimeField(verbose_name="开始时间")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="结束时间")),
                (
                    "version",
                    models.PositiveIntegerField(default=0, verbose_name="版本"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="courses",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "verbose_name": "程序进程",
            },
        ),
        migrations.AddField(
            model_name="clock",
            name="course",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="clocks",
                to="cases.course",
            ),
        ),
        migrations.CreateModel(
            name="CaseParty",
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
                    "name",
                    models.CharField(
                        editable=False, max_length=120, verbose_name="当时名称"
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
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="parties.party",
                        verbose_name="当事人",
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
                "verbose_name": "当事人",
            },
        ),
        migrations.CreateModel(
            name="CaseOfficer",
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
                ("is_lead", models.BooleanField(default=False, verbose_name="主办")),
                (
                    "until_on",
                    models.DateField(editable=False, null=True, verbose_name="办至"),
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handles",
                        to="parties.person",
                        verbose_name="执法人员",
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
                "verbose_name": "办案人员",
            },
        ),
        migrations.AddField(
            model_name="act",
            name="course",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="history",
                to="cases.course",
            ),
        ),
        migrations.CreateModel(
            name="Defect",
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
                    "division_path",
                    models.CharField(max_length=120, verbose_name="区划路径"),
                ),
                ("condition", models.CharField(max_length=80, verbose_name="条件")),
                ("sentence", models.CharField(max_length=400, verbose_name="问题")),
                ("basis", models.CharField(max_length=200, verbose_name="依据")),
                (
                    "mend",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="如何补救"
                    ),
                ),
                (
                    "watch",
                    models.CharField(
                        blank=True, default="", max_length=12, verbose_name="规则代码"
                    ),
                ),
                ("raised_at", models.DateTimeField(verbose_name="发现时间")),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="defects",
                        to="cases.act",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="defects",
                        to="cases.case",
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="defects",
                        to="cases.course",
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
                "verbose_name": "瑕疵",
            },
        ),
        migrations.CreateModel(
            name="Notice",
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
                ("text", models.CharField(max_length=300, verbose_name="内容")),
                ("created_at", models.DateTimeField(verbose_name="时间")),
                ("read_at", models.DateTimeField(null=True, verbose_name="已读")),
                ("mailed_at", models.DateTimeField(null=True, verbose_name="邮件")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="parties.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "通知",
            },
        ),
        migrations.CreateModel(
            name="Paper",
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
                ("document", models.CharField(max_length=60, verbose_name="文书种类")),
                ("code", models.CharField(max_length=12, verbose_name="文书代码")),
                ("title", models.CharField(max_length=120, verbose_name="文书名称")),
                (
                    "number",
                    models.CharField(
                        blank=True, default="", max_length=60, verbose_name="文号"
                    ),
                ),
                ("made_on", models.DateField(verbose_name="制作日期")),
                (
                    "state",
                    models.CharField(
                        choices=[("issued", "已制作"), ("void", "已作废")],
                        default="issued",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                (
                    "values",
                    faheng.kernel.cases.fields.SecretJSONField(verbose_name="内容"),
                ),
                (
                    "must_serve",
                    models.BooleanField(default=False, verbose_name="须送达"),
                ),
                ("served_on", models.DateField(null=True, verbose_name="送达日期")),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="cases.act",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="cases.case",
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="cases.course",
                    ),
                ),
            ],
            options={
                "verbose_name": "文书",
            },
        ),
        migrations.CreateModel(
            name="Service",
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
                    "method",
                    models.CharField(
                        choices=[
                            ("direct", "直接送达"),
                            ("leave", "留置送达"),
                            ("electronic", "电子送达"),
                            ("entrusted", "委托送达"),
                            ("post", "邮寄送达"),
                            ("transfer", "转交送达"),
                            ("public_notice", "公告送达"),
                        ],
                        max_length=16,
                        verbose_name="送达方式",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[("served", "已送达"), ("posted", "公告中")],
                        default="served",
                        editable=False,
                        max_length=8,
                        verbose_name="结果",
                    ),
                ),
                ("acted_on", models.DateField(verbose_name="送达日期")),
                (
                    "receiver",
                    models.CharField(
                        blank=True, default="", max_length=60, verbose_name="收件人"
                    ),
                ),
                (
                    "relation",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=60,
                        verbose_name="与受送达人关系",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True, default="", max_length=200, verbose_name="送达地点"
                    ),
                ),
                (
                    "witness",
                    models.CharField(
                        blank=True, default="", max_length=60, verbose_name="见证人"
                    ),
                ),
                (
                    "refusal",
                    models.CharField(
                        blank=True, default="", max_length=200, verbose_name="拒收事由"
                    ),
                ),
                (
                    "slip_no",
                    models.CharField(
                        blank=True, default="", max_length=40, verbose_name="邮件号"
                    ),
                ),
                ("filmed", models.BooleanField(default=False, verbose_name="全程录像")),
                (
                    "consent",
                    models.BooleanField(
                        default=False, verbose_name="当事人书面同意电子送达"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=200,
                        verbose_name="其他方式无法送达的原因",
                    ),
                ),
                (
                    "served_on",
                    models.DateField(
                        editable=False, null=True, verbose_name="生效日期"
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
                    "paper",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services",
                        to="cases.paper",
                    ),
                ),
            ],
            options={
                "verbose_name": "送达",
            },
        ),
        migrations.CreateModel(
            name="ServiceAttempt",
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
                ("paper_title", models.CharField(max_length=120, verbose_name="文书")),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("direct", "直接送达"),
                            ("leave", "留置送达"),
                            ("electronic", "电子送达"),
                            ("entrusted", "委托送达"),
                            ("post", "邮寄送达"),
                            ("transfer", "转交送达"),
                            ("public_notice", "公告送达"),
                        ],
                        max_length=16,
                        verbose_name="送达方式",
                    ),
                ),
                ("acted_on", models.DateField(verbose_name="日期")),
                (
                    "reason",
                    models.CharField(max_length=200, verbose_name="未能送达的原因"),
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
                "verbose_name": "未能送达记录",
            },
        ),
        migrations.CreateModel(
            name="Task",
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
                ("step", models.CharField(max_length=60, verbose_name="步骤")),
                ("title", models.CharField(max_length=120, verbose_name="事项")),
                ("role", models.CharField(max_length=16, verbose_name="角色")),
                ("since", models.DateTimeField(verbose_name="自")),
                ("due_on", models.DateField(null=True, verbose_name="最迟")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="cases.case",
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="cases.course",
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
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="parties.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "待办",
            },
        ),
        migrations.CreateModel(
            name="Upload",
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
                ("path", models.CharField(max_length=200, verbose_name="存放")),
                ("name", models.CharField(max_length=200, verbose_name="原文件名")),
                ("media_type", models.CharField(max_length=80, verbose_name="类型")),
                ("size", models.PositiveBigIntegerField(verbose_name="字节")),
                (
                    "sha256",
                    models.CharField(db_index=True, max_length=64, verbose_name="哈希"),
                ),
                ("received_at", models.DateTimeField(verbose_name="接收时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="parties.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "上传文件",
            },
        ),
        migrations.CreateModel(
            name="Evidence",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("documentary", "书证"),
                            ("object", "物证"),
                            ("av", "视听资料"),
                            ("electronic", "电子数据"),
                            ("testimony", "证人证言"),
                            ("party_statement", "当事人的陈述"),
                            ("expert", "鉴定意见"),
                            ("scene_record", "勘验笔录、现场笔录"),
                        ],
                        max_length=16,
                        verbose_name="证据种类",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="证据名称")),
                ("proves", models.CharField(max_length=300, verbose_name="证明对象")),
                ("source", models.CharField(max_length=120, verbose_name="来源")),
                ("taken_at", models.DateTimeField(verbose_name="取得时间")),
                (
                    "place",
                    models.CharField(
                        blank=True, default="", max_length=200, verbose_name="取得地点"
                    ),
                ),
                ("is_copy", models.BooleanField(default=False, verbose_name="复制件")),
                (
                    "verified",
                    models.BooleanField(default=False, verbose_name="已与原件核对"),
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
                    "upload",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="cases.upload",
                        verbose_name="文件",
                    ),
                ),
            ],
            options={
                "verbose_name": "证据",
            },
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["organ", "-id"], name="case_of_organ"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["division_path", "-id"], name="case_of_division"
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["organ", "stage", "-id"], name="case_at_stage"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["party_name"], name="case_of_party"),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number", ""), _negated=True),
                fields=("number",),
                name="case_number_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="course",
            constraint=models.UniqueConstraint(
                fields=("case", "track", "ordinal"), name="course_once"
            ),
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(fields=["course", "term"], name="clock_of_term"),
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(
                fields=["organ", "state", "due_on"], name="clock_of_organ"
            ),
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(
                fields=["division_path", "state", "due_on"], name="clock_of_division"
            ),
        ),
        migrations.AddIndex(
            model_name="caseofficer",
            index=models.Index(fields=["person", "case"], name="officer_of_case"),
        ),
        migrations.AddIndex(
            model_name="act",
            index=models.Index(fields=["course", "step"], name="act_of_step"),
        ),
        migrations.AddConstraint(
            model_name="act",
            constraint=models.UniqueConstraint(fields=("case", "seq"), name="act_once"),
        ),
        migrations.AddIndex(
            model_name="defect",
            index=models.Index(fields=["organ", "-id"], name="defect_of_organ"),
        ),
        migrations.AddIndex(
            model_name="defect",
            index=models.Index(
                fields=["division_path", "-id"], name="defect_of_division"
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(fields=["person", "-id"], name="notice_of_person"),
        ),
        migrations.AddIndex(
            model_name="paper",
            index=models.Index(fields=["case", "document"], name="paper_of_kind"),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number", ""), _negated=True),
                fields=("number",),
                name="paper_number_once",
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["person", "due_on"], name="task_of_person"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["organ", "role", "due_on"], name="task_of_role"),
        ),
        AppendOnly("cases_act"),
    ]
