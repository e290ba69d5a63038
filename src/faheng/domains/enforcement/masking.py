"""Hiding what a published abstract must not show: pure text, no database."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from faheng.lib.identifiers import mask_citizen_id

SHOWN = 4


def _ends(text: str) -> str:
    """Keep the first three and the last four signs."""
    return text[:3] + "*" * (len(text) - 3 - SHOWN) + text[-SHOWN:]


def _tail(text: str) -> str:
    return "*" * (len(text) - SHOWN) + text[-SHOWN:]


@dataclass(frozen=True)
class Secret:
    """One kind of personal data: how it looks and how it is hidden.

    Attributes:
        title: what it is called.
        pattern: finds it; the whole match, or its group "hide", is hidden.
        hide: what stands there instead.
    """

    title: str
    pattern: re.Pattern[str]
    hide: Callable[[str], str]


SECRETS = (
    Secret(
        "公民身份号码",
        re.compile(r"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{9}[0-9Xx](?![0-9A-Za-z])"),
        mask_citizen_id,
    ),
    Secret("银行账号", re.compile(r"(?<![0-9A-Za-z])\d{16,19}(?![0-9A-Za-z])"), _tail),
    Secret("手机号码", re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)"), _ends),
    Secret("固定电话", re.compile(r"(?<!\d)0\d{2,3}-\d{7,8}(?!\d)"), _tail),
    Secret(
        "住址",
        re.compile(
            r"(?:住址|户籍地址|家庭地址|居住地址)[:： ]?"
            r"(?P<hide>[^:：\s，。；;,*][^，。；;,\n*]*)"
        ),
        lambda _: "***",
    ),
)
"""In order: a longer number is hidden before a shorter pattern can touch it."""


def masked(text: str) -> str:
    """Hide every piece of personal data in a text.

    >>> masked("电话13800138000，住址：东门路1号3栋，罚款2000元")
    '电话138****8000，住址：***，罚款2000元'
    """
    shown = _plain_digits(text)
    for secret in SECRETS:
        shown = secret.pattern.sub(_hider(secret), shown)
    return shown


def leaks(text: str) -> list[str]:
    """Return the kinds of personal data that a text still shows.

    >>> leaks("张某，13800138000")
    ['手机号码']
    """
    shown, found = _plain_digits(text), []
    for secret in SECRETS:
        if secret.pattern.search(shown):
            found.append(secret.title)
            shown = secret.pattern.sub(_hider(secret), shown)
    return found


def masked_name(name: str) -> str:
    """Hide the given name of a person.

    >>> masked_name("王小明"), masked_name("欧阳小明")
    ('王某某', '欧阳某某')
    """
    family = name[:2] if name[:2] in COMPOUND else name[:1]
    return family + "某" * min(len(name) - len(family), 2)


COMPOUND = frozenset([
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "长孙",
    "宇文",
    "司徒",
    "令狐",
    "夏侯",
])
"""Family names of two characters."""


def _plain_digits(text: str) -> str:
    """Turn full-width figures and letters into plain ones, and nothing else."""
    return "".join(
        unicodedata.normalize("NFKC", sign) if sign.isalnum() else sign for sign in text
    )


def _hider(secret: Secret) -> Callable[[re.Match[str]], str]:
    def hide(match: re.Match[str]) -> str:
        whole = match.group()
        if "hide" not in match.groupdict():
            return secret.hide(whole)
        return whole.replace(match["hide"], secret.hide(match["hide"]))

    return hide
