"""What the officer sees after an act, whatever happens to a rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest
from django.db import Error, connection, transaction

from faheng.domains.enforcement.tests.cast import CN, build
from faheng.domains.enforcement.tests.scenario import play, read, scripts
from faheng.kernel.alerts import sweeping
from faheng.kernel.alerts.actions import watch_case
from faheng.kernel.alerts.models import Finding, FindingEvent, RuleFailure
from faheng.kernel.alerts.queries import findings_of, worst_of
from faheng.kernel.alerts.sweeping import watch_city, watch_touched
from faheng.kernel.cases.models import Act, Case, Clock
from faheng.kernel.questions import asking, binding, compiling, gates
from faheng.kernel.questions.asked import Asked
from faheng.kernel.questions.binding import AT_THE_DOOR
from faheng.kernel.record.queries import faults

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 18, 10, tzinfo=CN)
FLAWED, LAWFUL = "当场处罚_补录有瑕疵", "当场处罚_占道经营"
ENDLESS = """
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
SELECT 'RY-02' AS code, 0 AS case_id, 0 AS "row", 0 AS organ_id FROM n WHERE i < 0
"""


def played(name):
    script = next(path for path in scripts() if path.stem == name)
    cast = build()
    play(read(script), cast)
    return cast, Case.objects.get()


def codes(**wanted):
    rows = Finding.objects.filter(cleared_at__isnull=True, **wanted)
    return sorted(rows.values_list("code", flat=True))


def test_an_act_entered_afterwards_tells_at_once_what_was_wrong_with_it():
    cast, case = played(FLAWED)

    told = findings_of(cast.viewer("陈立衡", NOW.date()), case)

    assert [one.code for one in told if one.severity.key == "red"].count("RY-01") == 2
    late = next(one for one in told if one.code == "SJ-01")
    assert (late.title, late.basis != "", late.mend != "") == (
        "当日办案未当日录入",
        True,
        True,
    )
    assert ("迟录小时数", "168") in [told[1:] for told in late.facts]
    assert not RuleFailure.objects.exists()


def test_a_lawful_case_raises_nothing_but_hints():
    played(LAWFUL)

    assert not Finding.objects.exclude(severity="hint").exists()
    assert not RuleFailure.objects.exists()


def test_a_stranger_is_told_nothing():
    cast, case = played(FLAWED)
    stranger = cast.viewer("钱进", NOW.date())

    assert findings_of(stranger, case) == []
    assert worst_of(stranger, {case.pk}) == {}


def test_the_worst_of_each_case_comes_with_how_much_is_wrong():
    cast, case = played(FLAWED)

    worst, many = worst_of(cast.viewer("陈立衡", NOW.date()), {case.pk})[case.pk]

    assert (worst.severity.key, many) == (
        "red",
        len(codes(severity__in=["red", "yellow"])),
    )


@pytest.fixture
def rule_says(monkeypatch):
    """Give the means to put other SQL in the place of a rule's."""

    def put(key, text):
        good = binding.compiled

        def compiled(vendor):
            known = good(vendor)
            return {**known, key: replace(known[key], hits=text, full=text, needs=())}

        monkeypatch.setattr(binding, "compiled", compiled)
        forget()

    def forget():
        binding.forget()
        gates.forget()

    yield put
    monkeypatch.undo()
    forget()


def test_a_broken_rule_costs_no_act_and_the_sound_ones_are_heard(rule_says):
    rule_says("RY-02", "SELECT nothing FROM nowhere")

    _, case = played(FLAWED)

    assert case.acts == 2
    assert codes(code="SJ-01") == ["SJ-01", "SJ-01"]
    assert RuleFailure.objects.filter(question="").count() == case.acts
    assert RuleFailure.objects.filter(question="RY-02").count() == case.acts
    assert faults(case.chain) == []


def test_an_endless_rule_is_stopped_and_costs_no_act(rule_says, monkeypatch):
    rule_says("RY-02", ENDLESS)
    hurried = replace(AT_THE_DOOR, key="hurried", seconds=0.3)
    for name in ("hits", "hits_of"):
        asks = partial(getattr(asking, name), focus=hurried)
        monkeypatch.setattr(asking, name, asks)

    _, case = played(FLAWED)

    assert case.acts == 2
    assert codes(code="SJ-01") == ["SJ-01", "SJ-01"]
    assert RuleFailure.objects.filter(question="RY-02").count() == case.acts


@pytest.mark.postgres  # SQLite keeps its statements itself
def test_a_refused_step_does_not_make_the_rules_be_planned_anew():
    _, case = played(FLAWED)
    asked = Asked.of_case(case.pk, NOW)
    asking.hits(asked)
    before = _prepared_at()
    for _ in range(3):
        list(Act.objects.all())
    with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT nothing FROM nowhere")

    asking.hits(asked)

    assert before
    assert _prepared_at() == before


def _prepared_at():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, prepare_time FROM pg_prepared_statements "
            "WHERE name LIKE 'faheng%'"
        )
        return sorted(cursor.fetchall())


def test_a_failing_rule_is_named_and_leaves_its_findings_as_they_were(rule_says):
    _, case = played(FLAWED)
    before = codes()

    rule_says("SJ-01", "SELECT nothing FROM nowhere")
    failed = watch_city(NOW).failed

    assert "SJ-01" in failed
    assert codes() == before
    assert RuleFailure.objects.filter(question="SJ-01").exists()
    assert Act.objects.filter(case=case).count() == case.acts


def test_a_sweep_that_is_killed_midway_is_made_good_by_the_next(monkeypatch):
    played(FLAWED)
    before = codes()
    FindingEvent.objects.all().delete()
    Finding.objects.all().delete()
    noting = sweeping.note_events

    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(sweeping, "note_events", killed)
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        watch_city(NOW)
    halfway = codes()
    monkeypatch.setattr(sweeping, "note_events", noting)
    watch_city(NOW)

    assert halfway == []
    assert codes() == before


def test_an_error_of_the_program_costs_no_act_either(monkeypatch):
    def fails(*_):
        message = "no such thing"
        raise RuntimeError(message)

    monkeypatch.setattr(asking, "hits", fails)

    _, case = played(FLAWED)

    assert case.acts == 2
    assert "no such thing" in RuleFailure.objects.first().error


def test_a_deadline_that_nears_passes_and_is_met_is_told_and_cleared():
    cast = build()
    case = _filed(cast)
    clock = Clock.objects.get(case=case, term="deciding")
    near, past = (_at(clock.due_on + timedelta(days=n)) for n in (0, 1))

    today = "SX:enforcement.ordinary_penalty.deciding:due"
    of_clock = {"row": clock.pk, "code__in": [today, "SX-04"]}
    watch_case(case, near)
    due = codes(**of_clock)
    watch_case(case, past)
    late = codes(**of_clock)
    Clock.objects.filter(pk=clock.pk).update(state="stopped", stopped_on=clock.due_on)
    watch_case(case, past)

    assert (due, late, codes(**of_clock)) == ([today], ["SX-04"], [])
    states = FindingEvent.objects.filter(finding__code="SX-04")
    assert list(states.values_list("state", flat=True)) == ["raised", "cleared"]
    assert faults(f"{case.chain}/findings") == []


def test_the_sweeps_find_what_the_door_found():
    played(FLAWED)
    before = codes()
    FindingEvent.objects.all().delete()
    Finding.objects.all().delete()

    touched = watch_touched(0, NOW)
    by_touch = codes()
    again = watch_touched(touched.mark, NOW)
    city = watch_city(NOW)

    assert by_touch == before
    assert (touched.raised, again.raised, again.cleared) == (len(before), 0, 0)
    assert (city.raised, city.cleared, city.failed) == (0, 0, ())


def _filed(cast):
    """Play an ordinary case until the head has approved its filing."""
    script = read(next(path for path in scripts() if path.stem == "普通程序_全程"))
    steps = script["经过"]
    last = max(n for n, line in enumerate(steps) if line["步骤"] == "批准立案")
    play({**script, "经过": steps[: last + 1], "结果": {}}, cast)
    return Case.objects.get()


def _at(day):
    return datetime(day.year, day.month, day.day, 10, tzinfo=CN)


def test_a_rule_that_cannot_be_compiled_silences_no_other(monkeypatch):
    good = compiling.compile_question

    def compile_question(question, *more):
        if question.key == "RY-02":
            message = "written wrongly"
            raise TypeError(message)
        return good(question, *more)

    monkeypatch.setattr(compiling, "_keep", lambda *_: None)
    monkeypatch.setattr(compiling, "compile_question", compile_question)
    monkeypatch.setattr(compiling, "digest", lambda: "of-this-test")
    binding.forget()
    gates.forget()

    played(FLAWED)
    binding.forget()
    gates.forget()

    assert codes(code="SJ-01") == ["SJ-01", "SJ-01"]
    assert RuleFailure.objects.filter(question="RY-02").count() == 1
