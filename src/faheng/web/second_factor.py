"""What must be done before one may work: an own password, and a second factor.

Whoever keeps accounts or watches must, outside the demo, prove who they are twice.
"""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext

from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.queries import Viewer

MUST = (Role.ADMINISTRATOR, Role.SUPERVISOR)
OPEN = ("/accounts/", "/static/", "/language/", "/verify/", "/public/")
"""Where one may go without: to one's own account, to log out, and public pages."""


class Proven:
    """Sends people to what they must see to about their account first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Let through, or lead to the page where it is seen to."""
        if request.path == "/" or request.path.startswith(OPEN):
            return self.get_response(request)
        if request.session.get("one_time"):
            messages.warning(request, gettext("这个密码是别人给的，请先换成自己的。"))
            return redirect("account_change_password")
        if not settings.FAHENG_PRODUCTION or not must_have(request):
            return self.get_response(request)
        messages.warning(
            request,
            gettext("系统管理员和执法监督人员要有第二重验证才能进来，请先设置。"),
        )
        return redirect("mfa_index")


def must_have(request: HttpRequest) -> bool:
    """Tell whether a second factor is wanting."""
    viewer = getattr(request, "viewer", None)
    if not isinstance(viewer, Viewer) or not any(viewer.holds(one) for one in MUST):
        return False
    return not is_mfa_enabled(request.user)
