"""Who may open an account, and how one is entered."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountsByAppointment(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up: an administrator opens an account for a person in office."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
