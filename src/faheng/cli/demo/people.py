"""The people of the demo city: their roles, certificates and logins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from faheng.cli.demo.city import STREET, ZONE, OrganPlan, organs
from faheng.cli.demo.data import chance, table
from faheng.kernel.parties.declare import Field, Post, Role

DEPARTMENT_STAFF = (
    *[(Role.HEAD,)] * 3,
    (Role.TEAM_LEAD,),
    (Role.REVIEWER,),
    (Role.HOST,),
    (Role.RECORDER,),
    *[(Role.OFFICER,)] * 4,
)
STREET_STAFF = (
    *[(Role.HEAD,)] * 2,
    (Role.TEAM_LEAD,),
    (Role.REVIEWER, Role.HOST),
    (Role.RECORDER,),
    *[(Role.OFFICER,)] * 4,
)
SUPERVISING_STAFF = ((Role.SUPERVISOR,), (Role.SUPERVISOR,))
POSTS = {
    Role.HEAD: Post.MANAGE,
    Role.TEAM_LEAD: Post.MANAGE,
    Role.REVIEWER: Post.REVIEW,
    Role.HOST: Post.REVIEW,
    Role.RECORDER: Post.SUPPORT,
}
ENFORCING = {Role.OFFICER, Role.TEAM_LEAD}
LEGALLY_QUALIFIED = {Role.REVIEWER, Role.HOST}
YEARS_VALID = 6
EXPIRED_EVERY = 19
SUSPENDED_EVERY = 29
DAYS_SINCE_EXPIRY = 75
DAYS_SINCE_SUSPENSION = 120

# Who logs in: the organ, the place in its staff, the name, the account.
CAST = {
    ("449902-CG", 7): ("陈立衡", "officer"),
    ("449902-CG", 8): ("林晓岚", "officer2"),
    ("449902-CG", 3): ("罗远征", "lead"),
    ("449902-CG", 0): ("方德明", "head"),
    ("449902-CG", 4): ("许静怡", "reviewer"),
    ("449902-CG", 5): ("苏明哲", "host"),
    ("449902-CG", 6): ("梁小禾", "recorder"),
    ("449902-SF", 0): ("江秋白", "supervisor"),
    ("449900-SF", 2): ("冯一鸣", "admin"),
    ("449904-CG", 7): ("马思齐", "neighbour"),
    ("449902001-JD", 5): ("欧阳澜", "street"),
}


@dataclass(frozen=True)
class CertificatePlan:
    """A certificate that is to be; `suspended_on` is when it was taken away."""

    number: str
    supervision: bool
    valid_from: date
    valid_until: date
    suspended_on: date | None
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class PersonPlan:
    """A person who is to be."""

    name: str
    organ: str
    officer_no: str
    roles: tuple[Role, ...]
    post: Post
    legal_qualification_no: str
    login: str
    certificate: CertificatePlan | None


@cache
def people(day: date) -> tuple[PersonPlan, ...]:
    """Everybody, organ by organ.

    Args:
        day: the day the demo is about; certificates are expired or suspended by then.
    """
    names = _names()
    found: list[PersonPlan] = []
    for plan in organs():
        for place, roles in enumerate(_staff(plan)):
            found.append(_person(plan, place, roles, len(found) + 1, next(names), day))
    return tuple(found)


def _staff(plan: OrganPlan) -> tuple[tuple[Role, ...], ...]:
    """The roles of an organ's people."""
    if plan.supervises:
        city = plan.code == "449900-SF"
        return (*SUPERVISING_STAFF, *([(Role.ADMINISTRATOR,)] if city else []))
    return STREET_STAFF if plan.department == STREET else DEPARTMENT_STAFF


def _person(  # noqa: PLR0913 - the facts of one row
    plan: OrganPlan,
    place: int,
    roles: tuple[Role, ...],
    number: int,
    name: str,
    day: date,
) -> PersonPlan:
    """One person of an organ."""
    given, login = CAST.get((plan.code, place), (name, ""))
    qualified = LEGALLY_QUALIFIED & set(roles)
    return PersonPlan(
        name=given,
        organ=plan.code,
        officer_no=f"{plan.division[:6]}{number:05d}",
        roles=roles,
        post=POSTS.get(roles[0], Post.FRONT_LINE),
        legal_qualification_no=f"A2018{plan.division[:6]}{number:04d}"
        if qualified
        else "",
        login=login,
        certificate=_certificate(plan, roles, number, day, cast=bool(login)),
    )


def _certificate(
    plan: OrganPlan, roles: tuple[Role, ...], number: int, day: date, *, cast: bool
) -> CertificatePlan | None:
    """The certificate of those who enforce or supervise; a few have lost its use."""
    supervision = Role.SUPERVISOR in roles
    if not supervision and not ENFORCING & set(roles):
        return None
    begins = date(2021 + number % 3, 1 + number % 12, 1)
    ends = date(begins.year + YEARS_VALID, begins.month, 1) - timedelta(days=1)
    flawed = not cast and not supervision
    if flawed and number % EXPIRED_EVERY == 0:
        ends = day - timedelta(days=DAYS_SINCE_EXPIRY)
    suspended = flawed and number % SUSPENDED_EVERY == 0
    everywhere = supervision or plan.department in {STREET, ZONE}
    return CertificatePlan(
        number=f"{plan.division[:6]}{begins:%Y}{number:05d}",
        supervision=supervision,
        valid_from=begins,
        valid_until=ends,
        suspended_on=day - timedelta(days=DAYS_SINCE_SUSPENSION) if suspended else None,
        fields=() if everywhere else plan.fields,
    )


def _names() -> Iterator[str]:
    """Names without end, none of them of the cast and none twice."""
    pool = table("names")["person"]
    surnames, given = pool["surnames"], pool["given"]
    whole = [surname + name for surname in surnames for name in given]
    chance("people").shuffle(whole)
    taken = {name for name, _ in CAST.values()}
    yield from (name for name in whole if name not in taken)
