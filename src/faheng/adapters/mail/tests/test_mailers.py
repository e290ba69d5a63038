"""Every mailer keeps the contract of its kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core import mail

from faheng.adapters.mail.base import Letter, NotSent
from faheng.adapters.mail.demo import FolderMailer
from faheng.adapters.mail.smtp import DjangoMailer

LETTER = Letter("chen@example.gov.cn", "等您作出决定", "案件等您作出决定。")


def test_the_demo_mailer_writes_a_letter_that_can_be_read(tmp_path: Path) -> None:
    FolderMailer(tmp_path / "mail").send(LETTER)
    assert len(list((tmp_path / "mail").glob("*.eml"))) == 1


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    taken = tmp_path / "mail"
    taken.write_text("a file stands here")
    with pytest.raises(NotSent):
        FolderMailer(taken).send(LETTER)


def test_the_real_mailer_sends_through_the_backend() -> None:
    DjangoMailer().send(LETTER)
    assert [m.subject for m in mail.outbox] == [LETTER.subject]


def test_a_backend_that_fails_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("faheng.adapters.mail.smtp.send_mail", refuse)
    with pytest.raises(NotSent):
        DjangoMailer().send(LETTER)
