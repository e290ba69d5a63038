"""The navigation: what stands in it, for whom, and which entry is the present page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.queries import Viewer


@dataclass(frozen=True)
class Entry:
    """A place of the navigation; without roles it is for all who work here.

    Attributes:
        title: how it is called.
        icon: name of its icon.
        name: name of its address.
        register: which register, where the address is that of one.
        key: the key after G that goes there.
        roles: for whom it is.
    """

    title: str | Promise
    icon: str
    name: str
    register: str = ""
    key: str = ""
    roles: frozenset[Role] = frozenset()


@dataclass(frozen=True)
class Group:
    """Entries under one heading; the first group has none."""

    title: str | Promise
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class ShownEntry:
    """An entry as the page shows it."""

    title: str | Promise
    icon: str
    url: str
    key: str
    current: bool
    count: int


@dataclass(frozen=True)
class ShownGroup:
    """A group as the page shows it."""

    title: str | Promise
    entries: tuple[ShownEntry, ...]


_WATCHING = frozenset({Role.SUPERVISOR, Role.HEAD, Role.TEAM_LEAD})
_KEEPING = frozenset({Role.ADMINISTRATOR})
_SUPERVISING = frozenset({Role.SUPERVISOR})
_REPORTING = frozenset({*_WATCHING, *_KEEPING, Role.RECORDER})
_OPENING = frozenset({Role.OFFICER, Role.RECORDER})


def _register(title: str | Promise, icon: str, key: str) -> Entry:
    return Entry(title, icon, "register", key)


NAVIGATION = (
    Group(
        "",
        (
            Entry(_("我的工作"), "inbox", "work", key="KeyW"),
            Entry(_("我的案件"), "folder", "my_cases", key="KeyC"),
            Entry(
                _("监督发现"),
                "alert-triangle",
                "my_findings",
                roles=_OPENING,
                key="KeyF",
            ),
            Entry(_("通知"), "bell", "notices", key="KeyN"),
        ),
    ),
    Group(
        _("办案"),
        (
            Entry(_("登记线索"), "message-2", "case_new", key="KeyX", roles=_OPENING),
            Entry(_("全部案件"), "folders", "case_list", key="KeyA"),
        ),
    ),
    Group(
        _("依据"),
        (
            Entry(_("法规库"), "book-2", "law_index", key="KeyL"),
            _register(_("执法事项"), "list-details", "items"),
            _register(_("门槛"), "ruler-2", "thresholds"),
        ),
    ),
    Group(
        _("登记簿"),
        (
            _register(_("执法主体"), "building", "organs"),
            _register(_("人员与证件"), "id", "officers"),
            _register(_("权责清单"), "checklist", "powers"),
            Entry(_("全部登记簿"), "books", "register_list", key="KeyR"),
        ),
    ),
    Group(
        _("监督"),
        (
            Entry(_("监督台"), "eye-check", "supervision", key="KeyB", roles=_WATCHING),
            Entry(_("监督规则"), "list-details", "rules", roles=_WATCHING),
            Entry(_("裁量差异"), "ruler-2", "spread", roles=_WATCHING),
            Entry(_("专项监督"), "checklist", "campaigns", roles=_SUPERVISING),
            Entry(_("上报情况"), "send", "upward", roles=_REPORTING),
            Entry(_("监督立案"), "scale", "case_new", roles=_SUPERVISING),
            Entry(_("投诉来件"), "message-2", "complaints", roles=_SUPERVISING),
            Entry(_("数据质量"), "table-import", "feed_quality", roles=_REPORTING),
            Entry(_("规则故障"), "plug-connected-x", "rule_failures", roles=_KEEPING),
            Entry(_("管理"), "settings", "administration", key="KeyM", roles=_KEEPING),
        ),
    ),
)


def shown(
    viewer: Viewer, path: str, counts: Mapping[str, int]
) -> tuple[ShownGroup, ...]:
    """The groups for one reader on one page; what has no address is left out.

    Args:
        viewer: who reads.
        path: path of the present page.
        counts: what is to be written beside an entry, by the name of its address.
    """
    urls = {
        entry: url
        for group in NAVIGATION
        for entry in group.entries
        if (url := _address(entry)) and _for(entry, viewer)
    }
    current = max(
        (url for url in urls.values() if path.startswith(url)), key=len, default=""
    )
    groups = (
        ShownGroup(
            group.title,
            tuple(
                _shown(entry, urls[entry], current, counts)
                for entry in group.entries
                if entry in urls
            ),
        )
        for group in NAVIGATION
    )
    return tuple(group for group in groups if group.entries)


def _shown(
    entry: Entry, url: str, current: str, counts: Mapping[str, int]
) -> ShownEntry:
    count = counts.get(entry.name, 0)
    return ShownEntry(entry.title, entry.icon, url, entry.key, url == current, count)


def _for(entry: Entry, viewer: Viewer) -> bool:
    return not entry.roles or any(viewer.holds(role) for role in entry.roles)


def _address(entry: Entry) -> str:
    try:
        named = {"key": entry.register} if entry.register else {}
        return reverse(entry.name, kwargs=named)
    except NoReverseMatch:
        return ""
