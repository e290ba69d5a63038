"""One on-the-spot penalty from the street to the archive, step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from faheng.cli.bench.people import START, People
from faheng.kernel.cases.actions import Moment, open_case, take
from faheng.kernel.cases.models import Act
from faheng.kernel.parties.queries import Viewer

PROCEDURE = "enforcement.on_the_spot_penalty"
OFFICER, RECORDER = 0, 2
Taking = Callable[[], Act]

REST: tuple[tuple[str, int, dict[str, Any]], ...] = (
    (
        "hear",
        OFFICER,
        {"reply": "made", "reply_text": "不再摆", "reply_review": "采纳"},
    ),
    ("decide", OFFICER, {"kind": "fine", "fine": 100_00, "order": "立即清理"}),
    (
        "deliver",
        OFFICER,
        {
            "receipt": "signed",
            "service": {"method": "direct", "acted_on": str(START.date())},
        },
    ),
    ("file_record", OFFICER, {}),
    ("pay", RECORDER, {"paid": 100_00, "payment_no": "20260311001"}),
    ("close", RECORDER, {}),
)
STEPS = len(REST) + 1


def steps(people: People, upto: int = STEPS) -> Iterator[tuple[str, Taking]]:
    """Give each step of a new case in order; the caller takes it and times it."""
    officer, recorder = people.viewer(OFFICER), people.viewer(RECORDER)
    viewers = {OFFICER: officer, RECORDER: recorder}
    opened: list[Act] = []

    def begin() -> Act:
        opened.append(_begin(officer, people))
        return opened[0]

    yield "begin", begin
    for place, (key, who, values) in enumerate(REST[: upto - 1], start=1):
        moment = Moment(START + timedelta(minutes=place))
        yield key, _taking(viewers[who], opened[0].course_id, key, values, moment)


def walk(people: People, upto: int = STEPS) -> Act:
    """Take a new case as far as a number of steps; return the last act."""
    act = None
    for _, taking in steps(people, upto):
        act = taking()
    if act is None:
        message = "a case has at least one step"
        raise ValueError(message)
    return act


def _taking(
    viewer: Viewer, course: int, key: str, values: dict[str, Any], moment: Moment
) -> Taking:
    return lambda: take(viewer, course, key, values, moment)


def _begin(officer: Viewer, people: People) -> Act:
    values = {
        "item": people.item,
        "act_at": START - timedelta(minutes=20),
        "place": "和平路农贸市场东门",
        "facts": "在人行道上摆放货架售卖水果，占用面积约两平方米",
        "certificates_shown": True,
        "rights_told": True,
        "case_officer": [
            {"person": people.staff[0], "is_lead": True},
            {"person": people.staff[1]},
        ],
        "case_party": {"kind": "citizen", "name": "丁阿顺"},
    }
    return open_case(officer, PROCEDURE, "begin", people.organ, values, Moment(START))
