"""The closed lists of roles, organ kinds and fields; no Django here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum


class Titled(StrEnum):
    """A closed list whose values are stored and whose titles are shown."""

    # Strings by birth so that a column compares with a member; the method of the
    # same name on str is of no use to Chinese.
    title: str  # type: ignore[assignment]

    def __new__(cls, value: str, title: str = "") -> Titled:
        """Keep the Chinese title beside the stored value."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.title = title
        return member

    @classmethod
    def pairs(cls) -> list[tuple[str, str]]:
        """List value and title, as a form field wants them."""
        return [(member.value, member.title) for member in cls]


class Reach(Enum):
    """How far a role looks from the organ it is held in."""

    NOTHING = "nothing"
    ORGAN = "organ"
    DIVISION = "division"


class Ability(Enum):
    """What a role may do, in the words of the administrative process."""

    HANDLE = "办理案件"
    LEAD = "审批办案环节"
    DECIDE = "批准与决定"
    REVIEW = "法制审核"
    PRESIDE = "主持听证"
    KEEP = "登记归档与款项缴交"
    SUPERVISE = "监督执法"
    ADMINISTER = "维护机构人员与名录"
    RUN = "自动处理"


class Role(Titled):
    """The roles a person can be appointed to; nobody acts outside this list."""

    OFFICER = "officer", "执法人员"
    TEAM_LEAD = "team_lead", "办案机构负责人"
    HEAD = "head", "行政机关负责人"
    REVIEWER = "reviewer", "法制审核人员"
    HOST = "host", "听证主持人"
    RECORDER = "recorder", "内勤"
    SUPERVISOR = "supervisor", "执法监督人员"
    ADMINISTRATOR = "administrator", "系统管理员"
    SYSTEM = "system", "系统"

    @property
    def sees(self) -> Reach:
        """How far this role sees cases."""
        return _SEES[self]

    @property
    def may(self) -> frozenset[Ability]:
        """What this role may do where it is held."""
        return _MAY[self]


_SEES = {
    Role.OFFICER: Reach.ORGAN,
    Role.TEAM_LEAD: Reach.ORGAN,
    Role.HEAD: Reach.ORGAN,
    Role.REVIEWER: Reach.ORGAN,
    Role.HOST: Reach.ORGAN,
    Role.RECORDER: Reach.ORGAN,
    Role.SUPERVISOR: Reach.DIVISION,
    Role.ADMINISTRATOR: Reach.NOTHING,
    Role.SYSTEM: Reach.NOTHING,
}

_MAY = {
    Role.OFFICER: frozenset({Ability.HANDLE}),
    Role.TEAM_LEAD: frozenset({Ability.HANDLE, Ability.LEAD}),
    Role.HEAD: frozenset({Ability.DECIDE}),
    Role.REVIEWER: frozenset({Ability.REVIEW}),
    Role.HOST: frozenset({Ability.PRESIDE}),
    Role.RECORDER: frozenset({Ability.KEEP}),
    Role.SUPERVISOR: frozenset({Ability.SUPERVISE}),
    Role.ADMINISTRATOR: frozenset({Ability.ADMINISTER}),
    Role.SYSTEM: frozenset({Ability.RUN}),
}


class Level(Titled):
    """The level of a division, and of the organs in it."""

    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    DISTRICT = "district", "区县级"
    STREET = "street", "街道乡镇"


class OrganKind(Titled):
    """On what footing a body enforces the law."""

    ORGAN = "organ", "行政机关"
    AUTHORISED = "authorised", "法律法规授权组织"
    ENTRUSTED = "entrusted", "受委托组织"
    DISPATCHED = "dispatched", "派出机构"


UNDER_ANOTHER = frozenset({OrganKind.ENTRUSTED, OrganKind.DISPATCHED})
"""Kinds whose cases the parent organ answers for, and so sees."""


class Field(Titled):
    """The fields of enforcement a body, a certificate or an item belongs to."""

    CITY = "city_management", "城市管理"
    MARKET = "market", "市场监管"
    ENVIRONMENT = "environment", "生态环境"
    CULTURE = "culture", "文化市场"
    TRANSPORT = "transport", "交通运输"
    EMERGENCY = "emergency", "应急管理"
    AGRICULTURE = "agriculture", "农业农村"
    FIRE = "fire", "消防救援"
    HEALTH = "health", "卫生健康"
    HOUSING = "housing", "住房建设"
    RESOURCES = "resources", "自然资源"
    WATER = "water", "水务"
    LABOUR = "labour", "人力资源和社会保障"
    EDUCATION = "education", "教育"
    OTHER = "other", "其他"


class CertificateKind(Titled):
    """What a certificate entitles its holder to."""

    ENFORCEMENT = "enforcement", "行政执法证"
    SUPERVISION = "supervision", "行政执法监督证"


class CertificateStatus(Titled):
    """Where a certificate stands; expiry follows from its last day instead."""

    VALID = "valid", "有效"
    SUSPENDED = "suspended", "暂扣"
    REVOKED = "revoked", "吊销"
    LOST = "lost", "遗失"


class Post(Titled):
    """What a person mostly does in the body."""

    FRONT_LINE = "front_line", "一线执法"
    REVIEW = "review", "法制审核"
    MANAGE = "manage", "管理"
    SUPPORT = "support", "保障"


class PartyKind(Titled):
    """Whom an act is addressed to."""

    CITIZEN = "citizen", "公民"
    INDIVIDUAL_BUSINESS = "individual_business", "个体工商户"
    ORGANISATION = "organisation", "法人或其他组织"


class IdKind(Titled):
    """The paper a person's number stands on."""

    CITIZEN_ID = "citizen_id", "居民身份证"
    PASSPORT = "passport", "护照"
    OTHER = "other", "其他证件"


def within(path: str, above: str) -> bool:
    """Tell whether a division path is the other path or lies below it.

    >>> within("4499/449901", "4499"), within("44990", "4499"), within("1", "")
    (True, False, False)
    """
    return bool(above) and (path == above or path.startswith(f"{above}/"))


@dataclass(frozen=True, slots=True)
class NewDivision:
    """A division to be entered in the tree."""

    code: str
    name: str
    level: Level
    parent_code: str = ""


@dataclass(frozen=True, slots=True)
class NewOrgan:
    """An organ to be entered; codes name the division and the organs above."""

    code: str
    name: str
    short_name: str
    mark: str
    level: Level
    division_code: str
    qualified_from: date
    kind: OrganKind = OrganKind.ORGAN
    fields: tuple[Field, ...] = ()
    parent_code: str = ""
    deciding_organ_code: str = ""
    uscc: str = ""
    remedy_recon_organ: str = ""
    remedy_court: str = ""
    qualified_until: date | None = None
    announced_on: date | None = None
    announce_url: str = ""
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person to be entered in an organ."""

    name: str
    organ_id: int
    officer_no: str
    post: Post = Post.FRONT_LINE
    is_auxiliary: bool = False
    legal_qualification_no: str = ""
    id_no: str = ""
    birth_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewAppointment:
    """A role to be given to a person in an organ."""

    person_id: int
    role: Role
    organ_id: int
    valid_from: date
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class NewCertificate:
    """A certificate to be issued; no field named means every field.

    Attributes:
        division_id: where it entitles its holder to act; none where unsaid.
    """

    person_id: int
    number: str
    valid_from: date
    valid_until: date | None = None
    kind: CertificateKind = CertificateKind.ENFORCEMENT
    fields: tuple[Field, ...] = ()
    division_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewTraining:
    """Hours of training that a person took part in."""

    person_id: int
    held_on: date
    hours: int
    subject: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """What an officer wrote down about a party."""

    kind: PartyKind
    name: str
    id_kind: IdKind = IdKind.CITIZEN_ID
    id_no: str = ""
    uscc: str = ""
    legal_representative: str = ""
    address: str = ""
    phone: str = ""
    birth_on: date | None = None
