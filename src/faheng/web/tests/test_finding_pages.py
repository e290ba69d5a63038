"""A finding's life on pages; its rule; campaigns, failures and reports upward."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from faheng.domains.supervision.campaigns.models import Campaign
from faheng.domains.supervision.reporting.models import UpwardReceipt, UpwardRecord
from faheng.kernel.alerts.models import Finding, RuleFailure
from faheng.kernel.questions.standing import Standing, known_rules
from faheng.web.present.supervising.facts import readable
from faheng.web.tests.finding import raised

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(cast):
    return raised(cast, cast.delivered())


def page_of(client, finding):
    return client.get(reverse("finding", args=[finding.pk])).content.decode()


def say(client, finding, do, why="案情复杂", **more):
    given = {"do": do, "why": why, **more}
    return client.post(reverse("finding", args=[finding.pk]), given)


def test_the_case_page_explains_a_finding_and_says_that_it_is_new(as_, found):
    page = as_("陈立衡").get(reverse("case", args=[found.case_id]))
    panel = page.context["folder"].found

    shown = next(one for one in panel.open if one.url)
    assert (shown.fresh, bool(shown.facts), bool(shown.citation)) == (True, True, True)
    assert panel.seen_url
    assert 'value="explain"' in page.content.decode()


def test_looking_marks_it_seen_only_for_who_answers_for_it(as_, found):
    url = reverse("findings_seen", args=[found.case_id])
    for name, state in (("何佳", "raised"), ("杜衡", "raised"), ("陈立衡", "seen")):
        assert as_(name).post(url).status_code == 204
        found.refresh_from_db()
        assert found.state == state


def test_what_is_cleared_is_folded_away(cast, as_, found):
    found.state, found.cleared_at = "cleared", cast.now
    found.save()
    panel = as_("陈立衡").get(reverse("case", args=[found.case_id])).context["folder"]
    assert not [one for one in panel.found.open if one.url]
    assert len(panel.found.cleared) == 1


def test_its_life_is_told_by_whom_and_why(as_, found):
    say(as_("陈立衡"), found, "explain", "当事人住院")
    say(as_("郑宏"), found, "dispute", "期限已经延长")
    say(as_("杜衡"), found, "false", "延长审批在卷")

    page = page_of(as_("杜衡"), found)

    found.refresh_from_db()
    assert found.state == "dismissed"
    for said in ("当事人住院", "期限已经延长", "延长审批在卷", "陈立衡", "郑宏"):
        assert said in page


def test_from_the_case_page_one_comes_back_to_it(as_, found):
    answer = say(as_("陈立衡"), found, "explain", **{"from": "case"})
    assert answer.url == f"{reverse('case', args=[found.case_id])}#findings"


def test_without_a_reason_nothing_is_taken_and_the_words_stay(as_, found):
    client = as_("陈立衡")
    assert say(client, found, "explain", "  \x00 ").status_code == 422
    long = say(client, found, "dispute", "长" * 2001)
    assert long.status_code == 422
    assert "长" * 2001 in long.content.decode()
    found.refresh_from_db()
    assert found.state == "raised"


@pytest.mark.parametrize(
    ("name", "do", "status"),
    [
        ("周同", "explain", 403),
        ("陈立衡", "false", 403),
        ("杜衡", "explain", 403),
        ("邻人", "explain", 404),
        ("陈立衡", "escalate", 404),
        ("陈立衡", "", 404),
        ("杜衡", "stands", 422),
    ],
)
def test_nobody_does_what_is_not_theirs(as_, found, name, do, status):
    assert say(as_(name), found, do).status_code == status


def test_a_finding_that_is_not_there(as_):
    for name in ("finding", "finding_take_up"):
        assert as_("杜衡").get(reverse(name, args=[987654])).status_code == 404


def test_only_a_supervisor_is_offered_to_take_it_up(as_, found):
    url = reverse("finding_take_up", args=[found.pk])
    assert url in page_of(as_("杜衡"), found)
    assert url not in page_of(as_("郑宏"), found)
    assert as_("郑宏").get(url).status_code == 403


def test_every_listed_rule_has_a_page_and_says_how_it_stands(as_):
    client = as_("陈立衡")
    rules = known_rules()
    assert len([one for one in rules if one.is_listed]) == 181
    for standing in Standing:
        one = next((r for r in rules if r.standing is standing), None)
        if one is not None:
            page = client.get(reverse("rule", args=[one.code])).content.decode()
            assert one.title in page
            assert one.waits_for in page
    assert client.get(reverse("rule", args=["XX-99"])).status_code == 404


def test_rules_are_found_by_word_and_standing(as_):
    client, url = as_("郑宏"), reverse("rules")
    found = client.get(url, {"q": "sx-04"}).context["lines"]
    assert [line.code for line in found] == ["SX-04"]
    waiting = client.get(url, {"standing": "waiting"}).context["lines"]
    assert {line.standing for line in waiting} <= {"waiting"}
    first = client.get(url)
    onward = client.get(url + first.context["pager"].next_url)
    pages = [[line.code for line in one.context["lines"]] for one in (first, onward)]
    assert not {*pages[0]} & {*pages[1]}
    assert first.context["many"] >= len(pages[0]) + len(pages[1])
    none = client.get(url, {"q": "没有这条"}).content.decode()
    assert reverse("rules") in none


def test_a_rule_tells_its_history_and_how_often_it_was_right(cast, as_, found):
    say(as_("陈立衡"), found, "dispute", "不是")
    say(as_("杜衡"), found, "false", "确实不是")
    raised(cast, found.case, row=5)

    context = as_("杜衡").get(reverse("rule", args=["SX-04"])).context

    right = context["right"]
    assert (right.false.count, right.raised.count, context["count"]) == (1, 2, "1")
    assert context["months"][0].raised.count == 2


def test_what_became_of_the_findings_of_a_rule_opens_onto_exactly_those(
    cast, as_, found
):
    cleared = {"state": "cleared", "cleared_at": cast.now}
    for row, fate in ((5, "false"), (6, "stands")):
        one = raised(cast, found.case, row=row)
        say(as_("陈立衡"), one, "explain", "在改")
        say(as_("陈立衡"), one, "dispute", "不是")
        say(as_("杜衡"), one, fate, "查过")
    Finding.objects.filter(row=5).update(**cleared)
    Finding.objects.filter(pk=found.pk).update(**cleared)

    client = as_("杜衡")
    right = client.get(reverse("rule", args=["SX-04"])).context["right"]

    figures = (right.raised, right.false, right.held, right.overridden, right.cleared)
    opened = [client.get(one.url).context for one in figures]
    assert [one.count for one in figures] == [3, 1, 2, 1, 2]
    assert [len(one["rows"]) for one in opened] == [3, 1, 2, 1, 2]
    assert [one["count"] for one in opened] == ["3", "1", "2", "1", "2"]


def test_a_rule_leads_its_officer_nowhere_that_is_closed_to_him(cast, as_, found):
    client = as_("陈立衡")
    page = client.get(reverse("rule", args=["SX-04"]))
    mine = reverse("finding", args=[found.pk])

    assert mine in page.content.decode()
    assert mine not in as_("何佳").get(reverse("rule", args=["SX-04"])).content.decode()
    for opened in (page, client.get(reverse("rules"))):
        assert reverse("findings") + "?" not in opened.content.decode()


def test_a_finding_says_what_to_do_though_its_rule_does_not(as_, found):
    context = as_("陈立衡").get(reverse("finding", args=[found.pk])).context
    assert "延长" in context["one"].mend
    assert ("届满日", "2026年3月2日") in context["one"].facts


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2026-03-02", "2026年3月2日"),
        ("2026-03-02T16:30:00+00:00", "2026年3月3日 00:30"),
        ("2026-99-99", "2026-99-99"),
        ("12", "12"),
    ],
)
def test_facts_are_written_as_people_write_them(value, said):
    assert readable(value) == said


def test_the_life_tells_what_was_done_and_a_dispute_turned_down(as_, found):
    say(as_("陈立衡"), found, "dispute", "不是")
    say(as_("杜衡"), found, "stands", "查过，是")
    log = as_("杜衡").get(reverse("finding", args=[found.pk])).context["log"]
    assert [one.title for one in log[:2]] == ["认定发现成立", "提出异议"]


def test_a_rule_shows_what_it_follows_from_in_words(as_):
    page = as_("陈立衡").get(reverse("rule", args=["SX-04"])).content.decode()
    assert "行政处罚普通程序" in page
    assert "enforcement." not in page.partition("派生自")[2].partition("</dl>")[0]


def test_only_what_can_be_done_with_findings_is_offered(as_, found):
    url = reverse("findings")
    supervisor = as_("杜衡").get(url).content.decode()
    head = as_("郑宏").get(url).content.decode()
    assert ('value="take_up"' in supervisor, 'value="see"' in supervisor) == (
        True,
        False,
    )
    assert ('value="take_up"' in head, 'value="see"' in head) == (False, True)
    Finding.objects.update(state="dismissed")
    none = as_("杜衡").get(url, {"state": "dismissed"}).content.decode()
    assert 'value="take_up"' not in none


def test_failures_of_rules_are_for_administrators(cast, as_, found):
    RuleFailure.objects.create(question="SX-04", at=cast.now, error="超时")
    url = reverse("rule_failures")
    assert "超时" in as_("管理").get(url).content.decode()
    assert as_("杜衡").get(url).status_code == 403


def start(client, **more):
    given = {
        "title": "按期办结专项",
        "codes": ["SX-04"],
        "opened_from": "2020-01-01",
        "opened_until": "2099-12-31",
        **more,
    }
    return client.post(reverse("campaign_new"), given)


def test_a_campaign_is_begun_followed_and_closed(as_, found):
    client = as_("杜衡")
    url = start(client).url
    begun = Campaign.objects.get()

    page = client.get(url)
    assert (page.context["result"].found, page.context["result"].settled) == (1, 0)
    assert reverse("finding", args=[found.pk]) in page.content.decode()
    assert client.post(url, {"conclusion": " "}).status_code == 422
    client.post(url, {"conclusion": "已经督促"})

    begun.refresh_from_db()
    assert begun.closed_at is not None
    assert client.get(url).context["result"].found == 1
    assert begun.title in client.get(reverse("campaigns")).content.decode()


def test_every_number_of_a_campaign_opens_onto_exactly_its_rows(cast, as_, found):
    raised(cast, found.case, row=5, state="escalated")
    false = raised(cast, cast.delivered())
    say(as_("陈立衡"), false, "dispute", "不是")
    say(as_("杜衡"), false, "false", "确实不是")
    cast.delivered()
    client = as_("杜衡")
    url = start(client).url
    result = client.get(url).context["result"]

    def opened(address):
        context = client.get(url + address.partition("#")[0]).context
        assert context["count"] == str(len(context.get("cases") or context["rows"]))
        return context["count"]

    for row in result.rows:
        for figure in (row.found, *row.fates):
            assert opened(figure.url) == str(figure.count)
    assert opened("?became=settled") == str(result.settled) == "1"
    assert opened("?show=found") == str(result.progress.cases_found) == "2"
    assert opened("?show=cases") == str(result.progress.cases)
    cases = client.get(url, {"show": "cases"}).context["cases"]
    assert {opened(one.found.url) for one in cases} == {"0", "1", "2"}


def test_what_a_closed_campaign_had_found_opens_without_what_came_later(
    cast, as_, found
):
    client = as_("杜衡")
    url = start(client).url
    client.post(url, {"conclusion": "已经督促"})
    later = raised(cast, found.case, row=9)
    Finding.objects.filter(pk=later.pk).update(
        raised_at=timezone.now() + timedelta(hours=1)
    )

    context = client.get(url).context

    assert (context["result"].found, len(context["rows"])) == (1, 1)
    assert not any(figure.url for figure in context["result"].rows[0].fates)


@pytest.mark.parametrize(
    "wrong",
    [
        {"codes": []},
        {"codes": ["XX-99"]},
        {"title": ""},
        {"opened_from": "2099-12-31", "opened_until": "2020-01-01"},
        {"opened_from": "9999-99-99"},
        {"organ_ids": ["999999"]},
        {"field": "x"},
    ],
)
def test_a_campaign_over_nothing_is_refused(as_, wrong):
    assert start(as_("杜衡"), **wrong).status_code == 422
    assert not Campaign.objects.exists()


def test_campaigns_are_for_supervisors_and_stay_in_their_division(as_, found):
    url = start(as_("杜衡")).url
    assert as_("郑宏").get(url).status_code == 403
    Campaign.objects.update(division_path="99")
    assert as_("杜衡").get(url).status_code == 404


def test_what_came_back_from_above_says_why_and_leads_to_its_case(cast, as_, found):
    record = UpwardRecord.objects.create(
        entity="case",
        key="1",
        version=1,
        case=found.case,
        organ=found.organ,
        division_path=found.division_path,
        content={},
        digest="0" * 64,
        recorded_at=cast.now,
        rejected_at=cast.now,
        status="rejected",
    )
    UpwardReceipt.objects.create(
        record=record, at=cast.now, verdict="rejected", reasons="统一社会信用代码不合"
    )

    page = as_("何佳").get(reverse("upward")).content.decode()

    assert "统一社会信用代码不合" in page
    assert reverse("case", args=[found.case_id]) in page
    assert as_("陈立衡").get(reverse("upward")).status_code == 403
    record.organ = cast.city.organs["neighbour"]
    record.division_path = record.organ.division.path
    record.save()
    assert (
        "统一社会信用代码不合"
        not in as_("何佳").get(reverse("upward")).content.decode()
    )
