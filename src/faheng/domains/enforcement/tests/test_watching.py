"""What the officer sees after an act, whatever happens to a rule."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import Error, transaction

from faheng.domains.enforcement.tests.cast import CN, build
from faheng.domains.enforcement.tests.scenario import play, read, scripts
from faheng.kernel.alerts.actions import watch_case
from faheng.kernel.alerts.models import Finding, FindingEvent, RuleFailure
from faheng.kernel.alerts.queries import findings_of, worst_of
from faheng.kernel.alerts.sweeping import watch_city, watch_touched
from faheng.kernel.cases.models import Act, Case, Clock
from faheng.kernel.questions import asking, binding, compiling
from faheng.kernel.questions.asking import Asked
from faheng.kernel.questions.binding import AT_THE_DOOR, Focus, Statement
from faheng.kernel.record.queries import faults

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 18, 10, tzinfo=CN)
FLAWED, LAWFUL = "当场处罚_补录有瑕疵", "当场处罚_占道经营"
BROKEN = Statement("SELECT nothing FROM nowhere", ())


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
    assert ("迟录小时数", "168") in late.facts
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


def test_a_failing_statement_costs_no_act_and_the_sound_rules_are_heard(monkeypatch):
    monkeypatch.setattr(asking, "statement", lambda vendor, focus: BROKEN)

    _, case = played(FLAWED)

    assert case.acts == 2
    assert codes(code="SJ-01") == ["SJ-01", "SJ-01"]
    assert RuleFailure.objects.filter(question="").count() == case.acts


def test_a_failing_rule_is_named_and_leaves_its_findings_as_they_were(monkeypatch):
    _, case = played(FLAWED)
    before = codes()
    good = asking.single

    def single(vendor, focus, key, **more):
        return BROKEN if key == "SJ-01" else good(vendor, focus, key, **more)

    monkeypatch.setattr(asking, "statement", lambda vendor, focus: BROKEN)
    monkeypatch.setattr(asking, "single", single)
    failed = watch_city(NOW).failed

    assert "SJ-01" in failed
    assert codes() == before
    assert RuleFailure.objects.filter(question="SJ-01").exists()
    assert Act.objects.filter(case=case).count() == case.acts


def test_an_error_of_the_program_costs_no_act_either(monkeypatch):
    def fails(*_):
        message = "no such thing"
        raise RuntimeError(message)

    monkeypatch.setattr(asking, "hits", fails)

    _, case = played(FLAWED)

    assert case.acts == 2
    assert "no such thing" in RuleFailure.objects.first().error


def test_rules_that_take_too_long_are_stopped():
    endless = Statement(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        "SELECT COUNT(*) FROM n",
        (),
    )
    hurried = Focus("hurried", AT_THE_DOOR.cases, AT_THE_DOOR.scopes, seconds=0.2)

    with pytest.raises(Error), transaction.atomic():
        asking._run(endless, Asked.of_case(1, NOW), hurried)

    assert Case.objects.count() == 0


def test_a_deadline_that_nears_passes_and_is_met_is_told_and_cleared():
    cast = build()
    case = _filed(cast)
    clock = Clock.objects.get(case=case, term="deciding")
    near, past = (_at(clock.due_on + timedelta(days=n)) for n in (0, 1))

    watch_case(case, near)
    due = codes(row=clock.pk)
    watch_case(case, past)
    late = codes(row=clock.pk)
    Clock.objects.filter(pk=clock.pk).update(state="stopped", stopped_on=clock.due_on)
    watch_case(case, past)

    today = "SX:enforcement.ordinary_penalty.deciding:due"
    assert (due, late, codes(row=clock.pk)) == ([today], ["SX-04"], [])
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

    played(FLAWED)
    binding.forget()

    assert codes(code="SJ-01") == ["SJ-01", "SJ-01"]
    assert RuleFailure.objects.filter(question="RY-02").count() == 1
