import contextlib
import os
import subprocess
import sys
from datetime import datetime
from threading import Barrier, Thread
from zoneinfo import ZoneInfo

import django
import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "faheng.config.settings")
    django.setup()

from faheng.kernel.documents.actions import (
    NumberNeverGiven,
    NumberOutsideTransaction,
    next_number,
    void_number,
)
from faheng.kernel.documents.models import NumberSeries

AT = datetime(2026, 5, 15, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


def number(organ=1, mark="罚决", year=2026):
    return next_number(organ, "望城", mark, year)


@pytest.mark.django_db
def test_numbers_are_printed_with_their_year_in_tortoise_brackets():
    assert number() == "望城罚决〔2026〕1号"
    assert number() == "望城罚决〔2026〕2号"


@pytest.mark.django_db
def test_each_organ_mark_and_year_counts_by_itself():
    number()
    assert number(year=2027) == "望城罚决〔2027〕1号"
    assert number(mark="责改") == "望城责改〔2026〕1号"
    assert number(organ=2) == "望城罚决〔2026〕1号"


@pytest.mark.django_db
def test_an_undone_act_leaves_no_gap():
    number()
    with pytest.raises(RuntimeError), transaction.atomic():
        assert number() == "望城罚决〔2026〕2号"
        raise RuntimeError
    assert number() == "望城罚决〔2026〕2号"


@pytest.mark.django_db(transaction=True)
def test_a_number_is_refused_outside_a_transaction():
    with pytest.raises(NumberOutsideTransaction, match="同一事务"):
        number()


@pytest.mark.django_db(transaction=True)
def test_an_undone_opening_of_a_series_leaves_nothing():
    with pytest.raises(RuntimeError), transaction.atomic():
        number()
        raise RuntimeError
    assert not NumberSeries.objects.exists()


def act(taken, undone):
    with contextlib.suppress(InterruptedError), transaction.atomic():
        given = number()
        if undone:
            raise InterruptedError
        taken.append(given)


def two_writers():
    """Let two threads number papers, one of which undoes every third act."""
    taken, together = [], Barrier(2)

    def write(fails):
        together.wait()
        for turn in range(20):
            act(taken, undone=fails and turn % 3 == 0)
        connection.close()

    threads = [Thread(target=write, args=(fails,)) for fails in (True, False)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(taken) == sorted(f"望城罚决〔2026〕{n}号" for n in range(1, 34))


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_writers_take_turns_without_gap_or_twin():
    assert two_writers()


@pytest.mark.sqlite
def test_two_writers_of_one_file_take_turns_without_gap_or_twin(tmp_path):
    """The test's own SQLite lives in memory, where a second writer never waits."""
    address = {"DATABASE_URL": f"sqlite:///{tmp_path / 'file.sqlite3'}"}
    subprocess.run(
        [sys.executable, __file__], env={**os.environ, **address}, check=True
    )


@pytest.mark.django_db
def test_a_voided_number_keeps_its_reason():
    number()
    voided = void_number(
        "望城罚决〔2026〕1号", organ_id=1, reason="当事人名称有误", by_id=7, at=AT
    )
    assert str(voided) == "望城罚决〔2026〕1号"
    assert number() == "望城罚决〔2026〕2号"


@pytest.mark.django_db
@pytest.mark.parametrize("printed", ["望城罚决〔2026〕9号", "望城罚决2026", ""])
def test_a_number_never_given_cannot_be_voided(printed):
    number()
    with pytest.raises(NumberNeverGiven):
        void_number(printed, organ_id=1, reason="误", by_id=7, at=AT)


@pytest.mark.django_db
def test_a_number_is_voided_once():
    number()
    once = {"organ_id": 1, "reason": "误", "by_id": 7, "at": AT}
    void_number("望城罚决〔2026〕1号", **once)
    with pytest.raises(IntegrityError), transaction.atomic():
        void_number("望城罚决〔2026〕1号", **once)


if __name__ == "__main__":
    call_command("migrate", "documents", verbosity=0)
    sys.exit(0 if two_writers() else 1)
