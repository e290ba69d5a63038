"""Programs act by the same door as people, and are told no in the same words."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from faheng.kernel.cases.models import Act, Case

HEAR = {"values": {"reply": "none"}}


def test_a_case_goes_from_begin_to_decision(program, begun):
    officer = program("陈立衡")
    course = begun["course"]

    heard = officer.post(f"/courses/{course}/steps/hear", HEAR)
    decided = officer.post(
        f"/courses/{course}/steps/decide",
        {"values": {"kind": "fine", "fine": "100"}, "version": 2},
    )

    assert (heard.status_code, decided.status_code) == (201, 201)
    case = officer.get(f"/cases/{begun['case']}").json()
    assert case["stage"]["title"] == "已作决定"
    assert [paper["title"] for paper in case["papers"]] == ["当场行政处罚决定书"]
    assert case["officers"] == ["陈立衡", "林晓岚"]
    record = officer.get(f"/cases/{begun['case']}/record").json()
    assert (len(record["entries"]), record["faults"]) == (3, [])


def test_a_case_shows_its_clocks_with_how_they_were_computed(program, begun):
    officer = program("陈立衡")
    course = begun["course"]
    officer.post(f"/courses/{course}/steps/hear", HEAR)
    officer.post(
        f"/courses/{course}/steps/decide", {"values": {"kind": "fine", "fine": 10000}}
    )
    today = timezone.localdate().isoformat()
    delivery = {"method": "direct", "acted_on": today, "receiver": "丁阿顺"}
    delivered = officer.post(
        f"/courses/{course}/steps/deliver",
        {"values": {"receipt": "signed", "service": delivery}},
    )
    assert delivered.status_code == 201, delivered.content.decode()

    clocks = officer.get(f"/cases/{begun['case']}/clocks").json()
    paying = next(clock for clock in clocks if clock["term"] == "paying")
    computed = officer.get(f"/clocks/{paying['id']}").json()

    assert paying["basis"] == "行政处罚法第67条第3款"
    assert computed["lines"][0]["kind"] == "起算"
    assert computed["lines"][-1]["on"] == paying["due_on"]


def test_what_is_possible_says_who_and_what_is_missing(program, begun):
    found = program("陈立衡").get(f"/cases/{begun['case']}/possible").json()

    hear = next(one for one in found if one["step"]["key"] == "hear")
    assert hear["now"] and hear["yours"]
    assert hear["basis"] == "行政处罚法第45条"


def test_a_stranger_sees_no_case(program, begun):
    stranger = program("钱进")

    for path in ("", "/possible", "/record", "/clocks", "/papers"):
        assert stranger.get(f"/cases/{begun['case']}{path}").status_code == 404
    step = f"/courses/{begun['course']}/steps/hear"
    assert stranger.get(step).status_code == 404
    assert stranger.post(step, HEAR).status_code == 404
    assert stranger.get("/cases").json()["rows"] == []


def test_a_colleague_without_the_role_is_told_so(program, begun):
    answer = program("吴静").post(f"/courses/{begun['course']}/steps/hear", HEAR)

    assert answer.status_code == 403
    assert "执法人员" in answer.json()["message"]


def test_a_second_comer_is_told_that_somebody_was_first(program, begun):
    officer = program("陈立衡")
    path = f"/courses/{begun['course']}/steps/hear"
    first = officer.post(path, {**HEAR, "version": 1})

    second = officer.post(path, {**HEAR, "version": 1})

    assert (first.status_code, second.status_code) == (201, 409)


def test_what_the_law_forbids_is_refused_with_its_article(program, begun):
    officer = program("陈立衡")
    course = begun["course"]
    officer.post(f"/courses/{course}/steps/hear", HEAR)

    answer = officer.post(
        f"/courses/{course}/steps/decide", {"values": {"kind": "fine", "fine": "5000"}}
    )

    assert answer.status_code == 422
    problem = answer.json()["problems"][0]
    assert problem["basis"] == "行政处罚法第51条"
    assert problem["mend"] == "改用普通程序"
    assert Act.objects.count() == 2


def test_what_already_happened_is_entered_with_its_defects(program, begun):
    officer = program("陈立衡")
    at = timezone.now() - timedelta(minutes=1)

    answer = officer.post(
        f"/courses/{begun['course']}/steps/decide/afterwards",
        {
            "values": {"kind": "fine", "fine": "5000"},
            "occurred_at": at.isoformat(),
        },
    )

    assert answer.status_code == 201, answer.content.decode()
    case = officer.get(f"/cases/{begun['case']}").json()
    assert {defect["condition"] for defect in case["defects"]} >= {
        "order",
        "within_the_limits",
    }


def test_a_misspelt_field_is_not_lost(program, begun):
    answer = program("陈立衡").post(
        f"/courses/{begun['course']}/steps/hear",
        {"values": {"reply": "none", "replay_text": "…"}},
    )

    assert answer.status_code == 422
    assert answer.json()["problems"][0]["field"] == "replay_text"


def test_a_step_tells_its_fields_and_choices(program, begun, cast):
    officer = program("陈立衡")

    shape = officer.get(f"/courses/{begun['course']}/steps/hear").json()
    organ = cast.organs["bureau"].pk
    path = "/procedures/enforcement.on_the_spot_penalty/steps/begin"
    opening = officer.get(path, organ_id=organ).json()

    assert shape["input"]["required"] == ["reply"]
    reply = shape["input"]["properties"]["reply"]
    assert {"const": "none", "title": "未作陈述、申辩"} in reply["oneOf"]
    items = opening["input"]["properties"]["item"]["oneOf"]
    assert [item["const"] for item in items] == [cast.items["占道经营"].pk]


def test_every_procedure_can_be_read(program):
    officer = program("陈立衡")

    for row in officer.get("/procedures").json():
        found = officer.get(f"/procedures/{row['key']}").json()
        assert found["steps"], row
        assert all(step["basis"] and step["roles"] for step in found["steps"])


def test_a_list_is_read_by_cursor(program, opening):
    officer = program("陈立衡")
    for _ in range(3):
        officer.post("/cases", opening)

    first = officer.get("/cases", most=2).json()
    second = officer.get("/cases", most=2, after=first["after"]).json()

    assert (len(first["rows"]), len(second["rows"])) == (2, 1)
    assert second["after"] is None
    assert Case.objects.count() == 3


def test_work_and_registers_can_be_read(program, begun, cast):
    officer = program("陈立衡")

    tasks = officer.get("/tasks").json()
    registers = officer.get("/registers").json()

    assert [task["step"] for task in tasks] == ["hear"]
    for register in registers:
        page = officer.get(f"/registers/{register['key']}").json()
        for row in page["rows"]:
            assert len(row["cells"]) == len(register["columns"])
    assert officer.get("/registers/nothing").status_code == 404


@pytest.mark.parametrize("path", ["/cases/999999", "/papers/1", "/clocks/1"])
def test_what_is_not_there_is_not_found(program, path):
    answer = program("陈立衡").get(path)

    assert answer.status_code == 404
    assert answer.json()["message"]
