"""A mailer over Django's mail backend: SMTP in real use."""

from __future__ import annotations

from smtplib import SMTPException

from django.core.mail import send_mail

from faheng.adapters.mail.base import Letter, NotSent


class DjangoMailer:
    """Sends through the backend that the settings name."""

    def send(self, letter: Letter) -> None:
        """Send one letter."""
        try:
            send_mail(letter.subject, letter.text, None, [letter.to])
        except (SMTPException, OSError) as problem:
            raise NotSent(str(problem)) from problem
