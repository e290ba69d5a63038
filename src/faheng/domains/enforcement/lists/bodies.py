"""Registers of bodies, officers and certificates; parties keeps the rows."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from faheng.kernel.parties import actions
from faheng.kernel.parties.actions.certificates import Change
from faheng.kernel.parties.declare import (
    CertificateKind,
    CertificateStatus,
    Field,
    Level,
    NewCertificate,
    NewOrgan,
    NewPerson,
    OrganKind,
    Post,
)
from faheng.kernel.parties.models import Certificate, Division, Organ, Person
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.registers.columns import (
    Choice,
    Choices,
    Column,
    CreditCode,
    Day,
    Reference,
    YesNo,
)
from faheng.kernel.registers.declare import REGISTERS, Register, Row

_FIELDS = tuple(Field.pairs())


def _enter_organ(row: Row, by: Viewer, at: datetime) -> None:
    division, parent, deciding = row["division"], row["parent"], row["deciding_organ"]
    plain = {
        key: value
        for key, value in row.items()
        if key not in {"division", "parent", "deciding_organ"}
    }
    plain |= {
        "kind": OrganKind(row["kind"]),
        "level": Level(row["level"]),
        "fields": tuple(Field(one) for one in row["fields"]),
    }
    actions.create_organ(
        NewOrgan(
            **plain,
            division_code=division.code,
            parent_code=parent.code if parent else "",
            deciding_organ_code=deciding.code if deciding else "",
        ),
        by=by,
    )


def _enter_officer(row: Row, by: Viewer, at: datetime) -> None:
    actions.create_person(
        NewPerson(
            name=row["name"],
            organ_id=row["organ"].pk,
            officer_no=row["officer_no"],
            post=Post(row["post"]),
            is_auxiliary=row["is_auxiliary"],
            legal_qualification_no=row["legal_qualification_no"],
        ),
        by=by,
        at=at,
    )


def _enter_certificate(row: Row, by: Viewer, at: datetime) -> None:
    actions.issue_certificate(
        NewCertificate(
            person_id=row["person"].pk,
            number=row["number"],
            valid_from=row["valid_from"],
            valid_until=row["valid_until"],
            kind=CertificateKind(row["kind"]),
            fields=tuple(Field(one) for one in row["fields"]),
            division_id=row["division"].pk if row["division"] else None,
        ),
        by=by,
        at=at,
    )
    status = CertificateStatus(row["status"])
    if status is not CertificateStatus.VALID:
        # The list tells how it stands now, not since when.
        today = timezone.localtime(at).date()
        change = Change(row["number"], max(today, row["valid_from"]), "按名录导入")
        actions.change_certificate(change, status, by=by, at=at)


ORGANS = REGISTERS.add(
    "organs",
    Register(
        key="organs",
        title="执法主体名录",
        model=Organ,
        basis="行政处罚法第17至21条",
        columns=(
            Column("code", "主体代码", required=True, limit=40),
            Column("name", "主体名称", required=True, limit=120),
            Column("short_name", "简称", required=True, limit=40),
            Column("mark", "机关代字", required=True, limit=20),
            Choice(
                "kind",
                "主体性质",
                choices=tuple(OrganKind.pairs()),
                default=OrganKind.ORGAN.value,
            ),
            Choice("level", "层级", required=True, choices=tuple(Level.pairs())),
            Reference("division", "区划代码", required=True, model=Division),
            Reference("parent", "上级机关代码", model=Organ),
            Reference("deciding_organ", "决定机关代码", model=Organ),
            Choices("fields", "执法领域", choices=_FIELDS, child_field="field"),
            CreditCode("uscc", "统一社会信用代码"),
            Column("remedy_recon_organ", "复议机关", limit=120),
            Column("remedy_court", "管辖法院", limit=120),
            Day("qualified_from", "资格起始日", required=True),
            Day("qualified_until", "资格截止日"),
            Day("announced_on", "公告日期"),
            Column("announce_url", "公告网址", limit=200),
            Column("address", "地址", limit=200),
            Column("phone", "电话", limit=40),
        ),
        from_field="qualified_from",
        until_field="qualified_until",
        searched=("code", "name", "short_name", "uscc"),
        related=("division", "parent", "deciding_organ"),
        prefetched=("fields",),
        is_public=True,
        writer=_enter_organ,
    ),
)

OFFICERS = REGISTERS.add(
    "officers",
    Register(
        key="officers",
        title="执法人员名录",
        model=Person,
        basis="行政处罚法第42条",
        columns=(
            Column("officer_no", "人员编号", required=True, limit=40),
            Column("name", "姓名", required=True, limit=60),
            Reference("organ", "主体代码", required=True, model=Organ),
            Choice(
                "post",
                "岗位",
                choices=tuple(Post.pairs()),
                default=Post.FRONT_LINE.value,
            ),
            YesNo("is_auxiliary", "辅助人员"),
            Column("legal_qualification_no", "法律职业资格证号", limit=40),
        ),
        code_field="officer_no",
        from_field="",
        until_field="left_on",
        searched=("officer_no", "name", "organ__name"),
        related=("organ",),
        organ="organ",
        is_organ_own=True,
        writer=_enter_officer,
    ),
)

CERTIFICATES = REGISTERS.add(
    "certificates",
    Register(
        key="certificates",
        title="执法证件名录",
        model=Certificate,
        basis="行政处罚法第42条",
        columns=(
            Column("number", "证号", required=True, limit=40),
            Reference(
                "person", "人员编号", required=True, model=Person, by="officer_no"
            ),
            Choice(
                "kind",
                "证件种类",
                choices=tuple(CertificateKind.pairs()),
                default=CertificateKind.ENFORCEMENT.value,
            ),
            Choices("fields", "执法领域", choices=_FIELDS, child_field="field"),
            Reference("division", "执法区域代码", model=Division),
            Day("valid_from", "有效期起", required=True),
            Day("valid_until", "有效期止"),
            Choice(
                "status",
                "状态",
                choices=tuple(CertificateStatus.pairs()),
                default=CertificateStatus.VALID.value,
            ),
        ),
        code_field="number",
        searched=("number", "person__name", "person__officer_no"),
        related=("person__organ", "division"),
        prefetched=("fields",),
        organ="person__organ",
        is_organ_own=True,
        writer=_enter_certificate,
    ),
)
