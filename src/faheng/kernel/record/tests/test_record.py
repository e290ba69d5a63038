"""A changed, removed or reordered entry shows; the database refuses to change one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from faheng.kernel.record.actions import Times, append, canonical, erase
from faheng.kernel.record.models import Entry
from faheng.kernel.record.queries import entries, faults, opens
from tests.emptying import _triggers_aside

pytestmark = pytest.mark.django_db

AT = datetime(2026, 5, 14, 1, 2, 3, 4, tzinfo=UTC)
SECRET = {"name": "丁阿顺", "fine": 10000}


@pytest.fixture
def chain():
    for place in range(3):
        append("case/1", f"step.{place}", {"step": place}, SECRET, Times(AT, AT))
    return "case/1"


def _change(sql: str, *values: object) -> None:
    with _triggers_aside(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def _execute(sql: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_an_untouched_chain_has_no_fault(chain):
    assert faults(chain) == []
    assert [entry.seq for entry in entries(chain)] == [1, 2, 3]


def test_chains_do_not_mix(chain):
    other = append("case/2", "step", {}, {}, Times(AT, AT))

    assert other.seq == 1
    assert faults(chain) == faults("case/2") == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("body", '{"seq":2,"previous":"","recorded_at":"","kind":"step.1"}'),
        ("leaf", "0" * 64),
        ("previous", "f" * 64),
        ("kind", "another"),
        ("seq", 7),
        ("recorded_at", "2020-01-01 00:00:00+00:00"),
    ],
)
def test_a_changed_entry_shows(chain, column, value):
    _change(f"UPDATE record_entry SET {column} = %s WHERE seq = 2", value)  # noqa: S608

    assert faults(chain)


def test_a_removed_entry_shows(chain):
    second = entries(chain)[1].pk
    _change("DELETE FROM record_salt WHERE entry_id = %s", second)
    _change("DELETE FROM record_pending WHERE entry_id = %s", second)
    _change("DELETE FROM record_entry WHERE seq = 2")

    assert any("序号不连续" in fault for fault in faults(chain))


def test_two_entries_that_changed_places_show(chain):
    _change("UPDATE record_entry SET seq = 99 WHERE seq = 2")
    _change("UPDATE record_entry SET seq = 2 WHERE seq = 3")
    _change("UPDATE record_entry SET seq = 3 WHERE seq = 99")

    assert faults(chain)


@pytest.mark.parametrize(
    "sql", ["UPDATE record_entry SET kind = 'x'", "DELETE FROM record_entry"]
)
def test_the_database_refuses_to_change_the_record(chain, sql):
    with pytest.raises(DatabaseError, match="append-only"):
        _execute(sql)

    assert len(entries(chain)) == 3


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE")
def test_the_database_refuses_to_empty_the_record(chain):
    with pytest.raises(DatabaseError, match="append-only"):
        _execute("SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE record_entry CASCADE")


def test_two_writers_cannot_take_one_place(chain):
    last = entries(chain)[-1]
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(
            chain=chain,
            seq=last.seq,
            kind="x",
            body="{}",
            leaf="",
            previous="",
            occurred_at=AT,
            recorded_at=AT,
        )


def test_a_commitment_opens_with_the_right_value_only(chain):
    entry = entries(chain)[0]

    assert opens(entry, SECRET)
    assert opens(entry, {"fine": 10000, "name": "丁阿顺"})
    assert not opens(entry, {**SECRET, "fine": 10001})
    assert not opens(entry, {})


def test_two_commitments_to_one_value_differ(chain):
    bodies = {entry.body.partition("commitment")[2][:80] for entry in entries(chain)}

    assert len(bodies) == 3


def test_once_the_salt_is_erased_nobody_can_test_a_guess(chain):
    entry = entries(chain)[0]
    erase(entry)

    assert not opens(entry, SECRET)
    assert faults(chain) == []


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        Times(AT.replace(tzinfo=None), AT)


def test_the_canonical_form_does_not_depend_on_order():
    assert canonical({"b": 1, "a": "法"}) == canonical({"a": "法", "b": 1})
