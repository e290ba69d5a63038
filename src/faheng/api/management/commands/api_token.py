"""`django api_token`: give out or end a person's tokens from the command line."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from faheng.api import tokens
from faheng.kernel.parties.models import Person


class Command(BaseCommand):
    """Give out, list or revoke tokens of one person."""

    help = "Give out, list or revoke API tokens of one person."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say whose, and what."""
        parser.add_argument("account", help="login name of the owner")
        parser.add_argument("--label", default="", help="give out a token for this")
        parser.add_argument("--days", type=int, default=90)
        parser.add_argument("--revoke", type=int, help="end the token of this number")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and print the outcome."""
        person = Person.objects.filter(user__username=options["account"]).first()
        if person is None:
            message = f"nobody logs in as {options['account']}"
            raise CommandError(message)
        now = timezone.now()
        if options["revoke"]:
            if not tokens.revoke(person.pk, options["revoke"], now):
                message = "no such token"
                raise CommandError(message)
        elif options["label"]:
            try:
                _, text = tokens.give_out(
                    person.pk, options["label"], options["days"], now
                )
            except tokens.TokenRefused as refused:
                raise CommandError(str(refused)) from refused
            self.stdout.write(text)
        else:
            for token in tokens.of(person.pk):
                state = "ended" if token.revoked_at else f"until {token.expires_at:%F}"
                self.stdout.write(f"{token.pk}\t{token.label}\t{state}")
