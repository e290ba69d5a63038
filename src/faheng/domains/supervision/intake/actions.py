"""Taking complaints in, and keeping the public door from being forced."""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from faheng.domains.supervision.intake.models import Channel, ComplaintSlip, DoorCount
from faheng.domains.supervision.registers import parameter
from faheng.kernel.parties.models import Division, Organ
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.parties.secrecy import index_of
from faheng.kernel.record.actions import Times, append

LIMITS = {"slip": "slips_an_hour", "try": "tries_an_hour"}
"""What is counted at the public door, and the number that bounds it."""
BYTES = 10
GROUP = 4


class TooMany(Exception):
    """同一来源提交或者查询过于频繁，请过一小时再试。"""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)


@dataclass(frozen=True)
class Told:
    """What somebody told in a complaint; name and contact may be left out."""

    content: str
    wish: str = ""
    about_case: str = ""
    name: str = ""
    contact: str = ""
    organ_id: int | None = None


def new_code() -> str:
    """Make a code of eighty random bits: ABCD-EFGH-IJKL-MNOP."""
    plain = base64.b32encode(secrets.token_bytes(BYTES)).decode()
    return "-".join(plain[at : at + GROUP] for at in range(0, len(plain), GROUP))


def code_index(code: str) -> str:
    """Give the digest by which a code finds its slip, however it was typed."""
    return index_of(code.replace("-", ""))


@transaction.atomic
def receive(
    told: Told,
    at: datetime,
    channel: Channel = Channel.PORTAL,
    by: Viewer | None = None,
) -> tuple[ComplaintSlip, str]:
    """Take a complaint in.

    Args:
        told: what it says.
        at: when it came.
        channel: how it came.
        by: who wrote it down, where it did not come by itself.

    Returns:
        The slip, and the code by which its sender may ask for it: told once.
    """
    code = new_code()
    organ = _organ(told.organ_id)
    slip = ComplaintSlip.objects.create(
        code_index=code_index(code),
        channel=channel,
        received_at=at,
        division_path=organ.division.path if organ else _root(),
        organ=organ,
        about_case=told.about_case,
        content=told.content,
        wish=told.wish,
        name=told.name,
        contact=told.contact,
    )
    public = {"organ": slip.organ_id, "channel": str(channel)}
    public["by"] = by.person_id if by else None
    secret = {"content": told.content, "name": told.name, "contact": told.contact}
    append(slip.chain, "supervision.complaint.received", public, secret, Times(at, at))
    return slip, code


def _organ(organ_id: int | None) -> Organ | None:
    if organ_id is None:
        return None
    return Organ.objects.select_related("division").filter(pk=organ_id).first()


def _root() -> str:
    """Return the division above all: a complaint about nobody in particular is its."""
    path = Division.objects.filter(parent=None).order_by("code").values_list("path")
    return next((one for (one,) in path), "")


def count_use(kind: str, source: str, at: datetime) -> None:
    """Count one use of the public door from a source.

    Raises:
        TooMany: the source has used it too often within the hour.
    """
    index = index_of(source or "-")
    since = at - timedelta(hours=1)
    DoorCount.objects.filter(at__lt=since - timedelta(hours=1)).delete()
    used = DoorCount.objects.filter(kind=kind, source=index, at__gt=since).count()
    if used >= parameter(LIMITS[kind], timezone.localdate(at)):
        raise TooMany
    DoorCount.objects.create(kind=kind, source=index, at=at)


def reveal(slip: ComplaintSlip, by: Viewer, at: datetime) -> tuple[str, str]:
    """Show who complained and how to reach them; that it was shown is recorded."""
    with transaction.atomic():
        ComplaintSlip.objects.select_for_update().get(pk=slip.pk)
        kind = "supervision.complaint.sender_shown"
        append(slip.chain, kind, {"by": by.person_id}, {}, Times(at, at))
    return slip.name.reveal(), slip.contact.reveal()
