"""Who may confirm what the program suggests about the law, and what they are told."""

from __future__ import annotations

from django.utils.translation import gettext

from faheng.kernel.cases.errors import NotYours
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.queries import Viewer
from faheng.lawbase.actions import By
from faheng.web.reader import StaffRequest

CONFIRMING = (Role.REVIEWER, Role.ADMINISTRATOR)


def may_confirm(viewer: Viewer) -> bool:
    """Tell whether a reader's word counts here."""
    return viewer.person_id is not None and any(map(viewer.holds, CONFIRMING))


def by(request: StaffRequest) -> By:
    """Give who confirms and when.

    Raises:
        NotYours: The reader has no such role.
    """
    person = request.viewer.person_id
    if person is None or not may_confirm(request.viewer):
        raise NotYours(gettext("由法制审核人员或者系统管理员确认。"))
    return By(person, request.now)
