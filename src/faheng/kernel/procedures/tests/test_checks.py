"""Each fault of a declaration is found before anybody has taken a step."""

from __future__ import annotations

from datetime import date

import pytest

from faheng.kernel.clocks.declare import DAYS, WORKING_DAYS
from faheng.kernel.documents.declare import Document
from faheng.kernel.law.declare import Statute
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.checks import problems
from faheng.kernel.procedures.declare import (
    ANYWHERE,
    PROCEDURES,
    Extend,
    Procedure,
    Stage,
    Step,
    Term,
    condition,
    domain_of,
    step_named,
)

LAW = Statute("toy_law", "玩具法", "玩具法", date(2020, 1, 1))
BY = {"by": Role.OFFICER, "basis": LAW.article(1)}


class Meta:
    """Stands for Django's, with the columns of the file."""

    @staticmethod
    def get_fields():
        return [type("Field", (), {"name": name}) for name in ("facts", "days")]


class File:
    _meta = Meta


class OtherFile:
    _meta = Meta


class ToyPaper(Document, listed=False):
    title = "玩具通知书"


class Sound(Procedure, part=True):
    title = "玩具程序"
    basis = LAW.article(1)
    file = File

    begun = Stage("已开始")
    ended = Stage("已结束", final=True)
    answer = Term(3, WORKING_DAYS, LAW.article(2), title="答复")
    begin = Step("开始", at=None, to=begun, asks=["facts"], starts=[answer], **BY)
    tell = Step("告知", at=begun, issues=[ToyPaper], serves=[ToyPaper], **BY)
    finish = Step("结束", at=begun, to=ended, stops=[answer], **BY)


def test_a_sound_procedure_has_no_fault():
    assert problems(Sound) == []


def _with(**more):
    return type("Faulty", (Sound,), {"__module__": __name__, **more}, part=True)


_lost = Stage("无路可到")
_stuck = Stage("无路可出")
_other = type("Other", (Sound,), {"__module__": __name__, "file": OtherFile}, part=True)
_foreign = type(
    "Foreign",
    (Procedure,),
    {"__module__": __name__, "file": File, "basis": LAW.article(1)},
    part=True,
)


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"begin": Step("开始", at=Sound.begun, **BY)}, "no step opens it"),
        ({"lost": _lost}, "stage lost is never reached"),
        (
            {"stuck": _stuck, "go": Step("走", at=Sound.begun, to=_stuck, **BY)},
            "no step leads out of stage stuck",
        ),
        (
            {"idle": Term(3, DAYS, LAW.article(2), title="闲置")},
            "term idle is never started",
        ),
        (
            {"idle": Term(3, DAYS, LAW.article(2), title="闲置")},
            "term idle is never stopped",
        ),
        (
            {"ask": Step("问", at=Sound.begun, asks=["colour"], **BY)},
            "asks for colour, which the file does not hold",
        ),
        (
            {"ask": Step("问", at=Sound.begun, optional=["colour"], **BY)},
            "asks for colour, which the file does not hold",
        ),
        (
            {
                "more": Step(
                    "延期",
                    at=Sound.begun,
                    extends=Extend(Sound.answer, "weeks", DAYS),
                    **BY,
                )
            },
            "extends by weeks, which the file lacks",
        ),
        (
            {"tell": Step("告知", at=Sound.begun, serves=[ToyPaper], **BY)},
            "serves ToyPaper, never issued",
        ),
        (
            {"turn": Step("转", at=Sound.begun, becomes=_other, **BY)},
            "changes to a procedure with another file",
        ),
        (
            {"turn": Step("转", at=Sound.begun, becomes=_foreign, **BY)},
            "may change at begun, unknown there",
        ),
    ],
)
def test_a_fault_is_found(more, fault):
    assert [p for p in problems(_with(**more)) if fault in p], problems(_with(**more))


def test_a_part_is_no_procedure_of_its_own():
    assert Sound.key not in PROCEDURES
    assert not [key for key in PROCEDURES if "faulty" in key]


def test_what_is_declared_bears_the_name_of_its_attribute():
    assert [step.key for step in Sound.steps().values()] == ["begin", "tell", "finish"]
    assert Sound.answer.key == "answer"
    assert [step.key for step in Sound.opening()] == ["begin"]
    assert Sound.documents() == [ToyPaper]


def test_a_step_anywhere_is_possible_until_the_end():
    step = Step("注记", at=ANYWHERE, **BY)

    assert step.possible_at(Sound.begun)
    assert not step.possible_at(Sound.ended)


def test_a_part_declares_for_those_that_inherit_it():
    child = _with(extra=Step("另", at=Sound.begun, **BY))

    assert set(child.steps()) == {"begin", "tell", "finish", "extra"}
    assert child.stages() == Sound.stages()


def test_a_condition_knows_its_article_and_its_mend():
    @condition("事实清楚", basis=LAW.article(3), mend="补充调查")
    def clear(s):
        return bool(s)

    assert (clear.key, str(clear.basis), clear.mend) == (
        "clear",
        "玩具法第3条",
        "补充调查",
    )
    assert clear.test(True)


def test_an_unknown_step_has_no_name():
    assert step_named(Sound, "begin") is Sound.begin
    assert step_named(Sound, "nothing") is None


def test_a_module_tells_its_domain():
    assert domain_of("faheng.domains.permits.procedures.x") == "permits"
    assert domain_of("toy") == "toy"
