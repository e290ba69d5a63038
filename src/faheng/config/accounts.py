"""Who may open an account, and how one is entered."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.models import User
from django.http import HttpRequest

from faheng.kernel.parties.actions.accounts import ONE_TIME


class AccountsByAppointment(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up: an administrator opens an account for a person in office."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def login(self, request: HttpRequest, user: User) -> None:
        """Let in; a password given by somebody else must be changed first."""
        super().login(request, user)
        if user.groups.filter(name=ONE_TIME).exists():
            request.session["one_time"] = True

    def set_password(self, user: User, password: str) -> None:
        """Take a password of the person's own choosing."""
        super().set_password(user, password)
        user.groups.remove(*user.groups.filter(name=ONE_TIME))
