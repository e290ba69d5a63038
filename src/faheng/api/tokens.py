"""Tokens: given out once, kept as a hash, ended by their owner or by time."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.utils import timezone

from faheng.api.models import ApiToken
from faheng.kernel.parties.models import Person

PREFIX = "faheng_"
MOST_DAYS = 366


class TokenRefused(Exception):
    """接口令牌的有效期须在 1 至 366 天之间。"""


def give_out(
    person_id: int, label: str, days: int, at: datetime
) -> tuple[ApiToken, str]:
    """Make a token; its text is returned here and nowhere else ever again.

    Raises:
        TokenRefused: the time asked for is too long, or none.
    """
    if not 1 <= days <= MOST_DAYS:
        raise TokenRefused(TokenRefused.__doc__)
    text = PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        person_id=person_id,
        label=label[:60],
        digest=digest(text),
        created_at=at,
        expires_at=at + timedelta(days=days),
    )
    return token, text


def holder(text: str, at: datetime) -> Person | None:
    """Return whose token it is; None for an unknown, ended or orphaned one."""
    rows = ApiToken.objects.select_related("person__user")
    token = rows.filter(
        digest=digest(text), revoked_at__isnull=True, expires_at__gt=at
    ).first()
    if token is None:
        return None
    account = token.person.user
    if account is None or not account.is_active:
        return None
    today = timezone.localdate(at)
    if token.used_on != today:
        ApiToken.objects.filter(pk=token.pk).update(used_on=today)
    return token.person


def of(person_id: int) -> list[ApiToken]:
    """Return a person's tokens, the newest first."""
    return list(ApiToken.objects.filter(person=person_id).order_by("-id"))


def revoke(person_id: int, token_id: int, at: datetime) -> bool:
    """End one of a person's tokens; False where it is not theirs or already ended."""
    rows = ApiToken.objects.filter(pk=token_id, person=person_id, revoked_at=None)
    return bool(rows.update(revoked_at=at))


def digest(text: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(text.encode()).hexdigest()
