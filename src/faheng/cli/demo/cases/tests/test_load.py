from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import F, Q
from pytest_django.fixtures import Settings

from faheng.cli.demo.benchmarks import load_benchmarks
from faheng.cli.demo.cases import weighed
from faheng.cli.demo.cases.driver import Running, forget
from faheng.cli.demo.cases.load import load_cases, prepared, running, write
from faheng.cli.demo.cases.placing import spread
from faheng.cli.demo.cases.plans import Lot, plans
from faheng.cli.demo.load import RECORDED_AT, load_city
from faheng.domains.enforcement.rows.weighing import DecidedFine, Worksheet
from faheng.domains.enforcement.weighing.replaying import replayed
from faheng.kernel.cases.models import Act, Case, Clock, Defect, Evidence, Paper, Task
from faheng.kernel.cases.queries import tasks
from faheng.kernel.parties.queries import viewer
from faheng.kernel.record.queries import faults

DAY = date(2026, 11, 19)
OFFICE = "449902-CG"
WORKING = ("officer", "officer2", "lead", "head", "reviewer", "host", "recorder")
ENDS = {
    "spot-cash": "closed",
    "spot-one-officer": "closed",
    "plain": "archived",
    "not-filed": "not_filed",
    "transferred": "transferred",
    "fast-converted": "served",
    "unreviewed": "archived",
    "kept-and-forgotten": "investigating",
}
EXITS = {"closed", "archived", "not_filed", "transferred"}
WAYS = {
    "decide_no_penalty",
    "withdraw",
    "refer_to_police",
    "take_back",
    "agree",
    "terminate_enforcement",
    "record_enforced",
    "levy_surcharge",
    "convert",
    "discuss",
    "hold",
    "miss",
    "reject",
    "lift",
}
LEAST_DEFECTIVE = 0.05
MOST_FLAWED = 0.25
MOST_BYTES = 3_000_000


@pytest.fixture
def city(db: None, settings: Settings, tmp_path: Any) -> None:
    settings.FAHENG_DEMO = True
    settings.MEDIA_ROOT = str(tmp_path)
    load_city(DAY)
    forget()


def _write(keys: list[str]) -> dict[str, Running]:
    cases = {key: prepared(key, plans()[key], Lot(key, (9,)), DAY, 9) for key in keys}
    spread([(c.matter.organ.pk, c.lines, c.times) for c in cases.values()])
    write(list(cases.values()))
    return cases


@pytest.mark.django_db
def test_cases_come_to_the_stage_their_plan_says_and_only_flawed_ones_have_defects(
    city: None,
) -> None:
    for key, carried in _write(list(ENDS)).items():
        assert carried.case is not None
        case = Case.objects.get(pk=carried.case.pk)
        assert case.stage == ENDS[key], key
        assert faults(case.chain) == []
        found = Defect.objects.filter(case=case).exists()
        late = plans()[key].key == "kept-and-forgotten"
        assert found == (plans()[key].flawed and not late), key
        assert Act.objects.filter(case=case).count() == len(carried.lines)
    forgotten = Clock.objects.filter(due_on__lt=DAY, state="running")
    assert forgotten.filter(title__contains="登记保存").exists()
    assert Evidence.objects.filter(upload__isnull=False).exists()


@pytest.mark.django_db
def test_two_loads_write_the_same(city: None) -> None:
    found = []
    for _ in range(2):
        with transaction.atomic():
            forget()
            _write(["spot-bank", "spot-uncertified", "shown"])
            found.append(_leaves())
            transaction.set_rollback(True)
    assert found[0] == found[1]


def _leaves() -> list[Any]:
    papers = Paper.objects.order_by("id")
    acts = Act.objects.order_by("id")
    return [
        *Case.objects.order_by("id").values_list("title", "number", "stage"),
        *acts.values_list("step", "actor", "occurred_at", "recorded_at", "door"),
        *((paper.number, paper.made_on, _texts(paper.values)) for paper in papers),
    ]


def _texts(values: dict[str, Any]) -> str:
    return str(sorted(values.items(), key=lambda item: item[0]))


@pytest.mark.django_db
def test_the_newest_cases_are_weighed_by_the_benchmarks(
    city: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_benchmarks(RECORDED_AT)
    some = (weighed.LOTS[0], weighed.LOTS[2])
    short = [replace(lot, count=min(lot.count, 1)) for lot in some]
    monkeypatch.setattr(weighed, "LOTS", tuple(short))

    assert weighed.load_weighed(DAY)
    assert not weighed.load_weighed(DAY)

    sheets = Worksheet.objects.order_by("pk")
    assert [sheet.tier != "" for sheet in sheets] == [True, True]
    assert all(replayed(sheet).is_equal for sheet in sheets)
    assert DecidedFine.objects.get().tier


@pytest.mark.slow
@pytest.mark.django_db
def test_the_whole_year_is_written_once(city: None, settings: Settings) -> None:
    told: list[tuple[int, int]] = []
    assert load_cases(DAY, lambda *step: told.append(step))
    assert told[-1][0] == told[-1][1] == Act.objects.count()
    assert Case.objects.count() == len(list(running(DAY)))
    _mixed()
    _kept_together()
    _worked_on()
    assert not load_cases(DAY)


def _mixed() -> None:
    """All procedures and all ways out, and about one in ten flawed."""
    kinds = Counter(Case.objects.values_list("procedure", flat=True))
    total = sum(kinds.values())
    assert kinds["enforcement.on_the_spot_penalty"] / total == pytest.approx(
        0.4, abs=0.07
    )
    assert kinds["enforcement.fast_penalty"] / total == pytest.approx(0.1, abs=0.04)
    stages = set(Case.objects.values_list("stage", flat=True))
    assert stages >= EXITS | {"in_court", "overdue", "performed", "served", "noticed"}
    steps = set(Act.objects.values_list("step", flat=True))
    assert steps >= WAYS
    lapsed = Q(stopped_on__gt=F("due_on")) | Q(state="running", due_on__lt=DAY)
    late = set(Clock.objects.filter(lapsed, of="organ").values_list("case", flat=True))
    defective = set(Defect.objects.values_list("case", flat=True))
    assert len(defective) / total > LEAST_DEFECTIVE
    assert len(late | defective) / total < MOST_FLAWED


def _kept_together() -> None:
    """Chains hold, numbers of an organ ascend without a gap, the files are small."""
    for case in Case.objects.all():
        assert faults(case.chain) == []
    numbers: dict[str, list[int]] = {}
    for number in (
        Paper.objects.exclude(number="").order_by("id").values_list("number", flat=True)
    ):
        mark, _, rest = number.partition("〕")
        numbers.setdefault(mark, []).append(int(rest.removesuffix("号")))
    assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())
    sizes = Evidence.objects.exclude(upload=None).values_list("upload__size", flat=True)
    assert sum(sizes) < MOST_BYTES


def _worked_on() -> None:
    """Each login of the office has work; the neighbour sees none of it."""
    users = get_user_model().objects
    for name in WORKING:
        found = tasks(viewer(users.get(username=name), DAY), DAY)
        assert len({task.case_id for task in found}) >= 6, name
    ahead = {
        (task.due_on - DAY).days
        for task in tasks(viewer(users.get(username="officer"), DAY), DAY)
        if task.due_on
    }
    assert min(ahead) < 0 and {0, 1} <= ahead and max(ahead) > 7
    neighbour = viewer(users.get(username="neighbour"), DAY)
    office = set(Case.objects.filter(organ__code=OFFICE).values_list("pk", flat=True))
    assert not office & {task.case_id for task in tasks(neighbour, DAY)}
    supervisor = viewer(users.get(username="supervisor"), DAY)
    seen = [
        d for d in Defect.objects.all() if supervisor.sees(d.organ_id, d.division_path)
    ]
    assert len(seen) >= 6
    assert Task.objects.exists()
