"""Working on the law base: splits, penal readings, pairs, coverage; who may confirm."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from faheng.domains.enforcement.kinds import ProvisionRole
from faheng.domains.enforcement.registers import EnforcementItem, ItemProvision
from faheng.kernel.parties.declare import Role
from faheng.lawbase.actions import By, correct_split
from faheng.lawbase.models import (
    Doubt,
    DoubtState,
    PenaltyReading,
    ReadingState,
    SuggestionState,
    Unit,
    ViolationPair,
)

pytestmark = pytest.mark.django_db

READER, REVIEWER = "陈立衡", "苏文静"
MOST_QUERIES = 24


@pytest.fixture
def file(shelf):
    return shelf["kite"].files.get()


@pytest.fixture
def reading(shelf):
    return PenaltyReading.objects.get(
        unit__version=shelf["newer"], unit__address="a5/p1"
    )


@pytest.fixture
def provision(shelf):
    return Unit.objects.get(version=shelf["newer"], address="a5/p1")


def pair(provision, address):
    return ViolationPair.objects.get(penalty=provision, violated__address=address)


# ── 拆分 ──


def test_the_queue_shows_the_most_doubtful_file_first(as_, file):
    page = as_(READER).get(reverse("law_doubts")).content.decode()

    assert "风筝管理条例" in page
    assert "已核 <b>0</b> / 3 处" in page


def test_source_and_result_stand_side_by_side_with_the_doubts(as_, file):
    page = as_(READER).get(reverse("law_split", args=[file.pk])).content.decode()

    assert "注意风向。" in page
    assert "接在上一行" in page
    assert "项号不连续" in page
    assert "核实无误</button>" not in page


def test_a_doubt_is_confirmed_with_who_and_when(as_, cast, file):
    doubt = Doubt.objects.get(kind="article_gap")

    response = as_(REVIEWER).post(
        reverse("law_doubt", args=[doubt.pk]), headers={"HX-Request": "true"}
    )

    doubt.refresh_from_db()
    assert response.status_code == 200
    assert "核实无误" in response.content.decode()
    assert (doubt.state, doubt.by) == (DoubtState.CONFIRMED, cast.city.people[REVIEWER])


def test_a_correction_is_seen_at_once_and_can_be_undone(as_, file):
    url = reverse("law_remedy", args=[file.pk])
    client = as_(REVIEWER)
    asked = {"line": 11, "remedy": "item", "number": 2}
    asked["line"] = Doubt.objects.get(kind="item_gap").line

    after = client.post(url, asked, headers={"HX-Request": "true"}).content.decode()
    items = Unit.objects.filter(version=file.version, kind="item")

    assert "已更正" in after
    assert [one.number for one in items] == [1, 2]
    assert "（三）大风" in bytes(file.original).decode()

    client.post(url, {"remedy": "undo"})
    assert [one.number for one in items.all()] == [1, 3]
    assert file.corrections.count() == 2


def test_a_correction_leaves_doubts_of_other_lines_open(as_, cast, file):
    lines = bytes(file.original).decode().split("\n")
    lines[5:6] = ["注意风向，并且", "注意行人。"]
    by = By(cast.city.people[REVIEWER].pk, timezone.now())
    correct_split(file.pk, "\n".join(lines), by)
    wrapped = file.doubts.filter(kind="wrapped_line", state=DoubtState.OPEN)
    first, second = wrapped.order_by("line")

    as_(REVIEWER).post(
        reverse("law_remedy", args=[file.pk]),
        {"line": first.line, "remedy": "paragraph"},
    )

    assert list(wrapped) == [second]


@pytest.mark.parametrize(
    "asked",
    [
        {"remedy": "zz", "line": 3},
        {"remedy": "join"},
        {"remedy": "join", "line": "²"},
        {"remedy": "item", "line": 3},
        {"remedy": "part", "line": 5, "words": "没有"},
        {"remedy": "undo"},
        {},
    ],
)
def test_a_senseless_correction_is_refused_in_words(as_, file, asked):
    response = as_(REVIEWER).post(reverse("law_remedy", args=[file.pk]), asked)

    assert response.status_code == 422
    assert file.corrections.count() == 0


def test_the_original_file_is_handed_out_as_it_came(as_, file):
    response = as_(READER).get(reverse("law_original", args=[file.pk]))

    assert response.content == bytes(file.original)
    assert "attachment" in response["Content-Disposition"]


# ── 罚则要素 ──


def test_the_reading_fills_a_form_beside_the_text(as_, reading):
    page = as_(READER).get(reverse("law_penalty", args=[reading.pk])).content.decode()

    assert 'class="m-amount">五千元以上' in page
    assert 'value="5000"' in page
    assert "镇恐龙办公室" in page


def form_of(page):
    form, fines = page.context["form"], page.context["fines"]
    given = {name: form[name].value() for name in form.fields}
    given = {name: value for name, value in given.items() if value is not False}
    for name in fines.management_form.fields:
        given[f"fines-{name}"] = fines.management_form[name].value()
    for one in fines:
        for field in one:
            value = field.value()
            given[field.html_name] = "" if value is None else value
    return given


def test_an_unchanged_form_confirms(as_, cast, reading):
    client = as_(REVIEWER)
    url = reverse("law_penalty", args=[reading.pk])

    response = client.post(url, form_of(client.get(url)))

    reading.refresh_from_db()
    assert response.status_code == 302
    assert reading.state == ReadingState.CONFIRMED
    assert reading.by == cast.city.people[REVIEWER]


def test_a_changed_form_corrects(as_, reading):
    client = as_(REVIEWER)
    url = reverse("law_penalty", args=[reading.pk])
    given = {**form_of(client.get(url)), "fines-0-max": "30000"}

    client.post(url, given)

    reading.refresh_from_db()
    assert reading.state == ReadingState.CORRECTED
    assert reading.fines.get().max == 30000


def test_a_range_upside_down_is_refused(as_, reading):
    client = as_(REVIEWER)
    url = reverse("law_penalty", args=[reading.pk])
    given = {**form_of(client.get(url)), "fines-0-max": "1"}

    response = client.post(url, given)

    assert response.status_code == 422
    assert "上限低于下限" in response.content.decode()


def test_the_penalty_queue_leads_into_a_version(as_, shelf):
    client = as_(READER)
    page = client.get(reverse("law_penalties"))
    into = client.get(reverse("law_penalties"), {"version": shelf["newer"].pk})

    assert "恐龙管理法" in page.content.decode()
    assert into.status_code == 302


# ── 配对 ──


def test_a_choice_is_kept_and_the_next_provision_comes(as_, shelf, provision):
    url = reverse("law_choice", args=[shelf["newer"].pk])

    response = as_(REVIEWER).post(
        url, {"at": provision.pk, "choice": "1"}, headers={"HX-Request": "true"}
    )

    assert pair(provision, "a2/p1").state == SuggestionState.CONFIRMED
    assert pair(provision, "a4/p1").state == SuggestionState.REJECTED
    assert "第6条第1款" in response.content.decode()
    assert "已定 1，还有 1" in response.content.decode()


def test_none_of_them_is_an_answer_and_can_be_taken_back(as_, shelf, provision):
    url = reverse("law_choice", args=[shelf["newer"].pk])
    client = as_(REVIEWER)

    client.post(url, {"at": provision.pk, "choice": "0"})
    assert pair(provision, "a2/p1").state == SuggestionState.REJECTED

    client.post(url, {"at": provision.pk, "choice": "undo"})
    assert pair(provision, "a2/p1").state == SuggestionState.SUGGESTED
    assert pair(provision, "a2/p1").by is None


@pytest.mark.parametrize("choice", ["6", "99", "x", "", "-1"])
def test_a_choice_of_nothing_is_not_found(as_, shelf, provision, choice):
    url = reverse("law_choice", args=[shelf["newer"].pk])

    response = as_(REVIEWER).post(url, {"at": provision.pk, "choice": choice})

    assert response.status_code == 404


def test_a_provision_of_another_version_is_not_found(as_, shelf, provision):
    url = reverse("law_choice", args=[shelf["older"].pk])

    response = as_(REVIEWER).post(url, {"at": provision.pk, "choice": "1"})

    assert response.status_code == 404
    assert pair(provision, "a2/p1").state == SuggestionState.SUGGESTED


def test_where_nothing_was_suggested_a_button_asks_for_it(as_, shelf):
    ViolationPair.objects.all().delete()
    client = as_(REVIEWER)
    url = reverse("law_pairing", args=[shelf["newer"].pk])

    assert "算出建议" in client.get(url).content.decode()
    client.post(reverse("law_suggestions", args=[shelf["newer"].pk]))

    assert ViolationPair.objects.exists()


# ── 事项 ──


def confirmed(provision):
    row = pair(provision, "a2/p1")
    row.state = SuggestionState.CONFIRMED
    row.save()


def test_a_confirmed_pair_becomes_an_item(as_, cast, provision):
    confirmed(provision)
    cast.city.appoint("管理", Role.ADMINISTRATOR, "city")
    url = reverse("law_item", args=[provision.pk])
    client = as_("管理")
    given = {
        "code": "330299001000",
        "name": "对养恐龙不登记的行政处罚",
        "field": "city_management",
        "valid_from": "2026-01-01",
    }

    assert "第五条第一款" in client.get(url).content.decode()
    response = client.post(url, given)

    item = EnforcementItem.objects.get(code="330299001000")
    assert response.status_code == 302
    assert item.fine_max == 20_000_00
    assert {(one.role, one.article) for one in item.provisions.all()} == {
        ("violation", 2),
        ("penalty", 5),
    }


def test_an_administrator_of_a_district_enters_no_item_of_the_city(as_, provision):
    confirmed(provision)
    given = {
        "code": "x9",
        "name": "对养恐龙不登记的行政处罚",
        "field": "city_management",
        "valid_from": "2026-01-01",
    }

    response = as_("管理").post(reverse("law_item", args=[provision.pk]), given)

    assert response.status_code == 422
    assert "不在您维护的区域内" in response.content.decode()


def test_an_item_with_a_bad_code_or_day_is_refused(as_, provision):
    confirmed(provision)
    url = reverse("law_item", args=[provision.pk])

    response = as_("管理").post(url, {"code": "", "valid_from": "2026-02-30"})

    assert response.status_code == 422


def test_an_item_of_an_unconfirmed_pair_is_not_found(as_, provision):
    url = reverse("law_item", args=[provision.pk])

    assert as_("管理").get(url).status_code == 404


# ── 覆盖 ──


def test_coverage_counts_provisions_without_an_item(as_, cast, shelf):
    page = as_(READER).get(reverse("law_coverage")).content.decode()

    assert "2 款</a>，其中" in page
    assert "2 款没有" in page


def test_an_item_covers_its_provision_and_a_wrong_one_is_named(as_, cast, shelf):
    item = EnforcementItem.objects.create(
        code="x1",
        name="对恐龙不登记的行政处罚",
        field="city_management",
        valid_from=date(2024, 1, 1),
        recorded_at=timezone.now(),
    )
    for role, article in ((ProvisionRole.PENALTY, 5), (ProvisionRole.VIOLATION, 99)):
        ItemProvision.objects.create(
            item=item, role=role, law="恐龙管理法", article=article, citation="x"
        )
    client = as_(READER)
    covered = client.get(reverse("law_coverage"), {"show": "covered"}).content.decode()
    astray = client.get(reverse("law_coverage"), {"show": "astray"}).content.decode()

    assert "1 款没有" in covered
    assert "第5条第1款" in covered
    assert "恐龙管理法第99条" in astray
    assert "今天有效的文本里没有这一条款" in astray
    assert "法规库未收录这部法规" in astray


# ── 谁可以 ──


@pytest.fixture
def writes(shelf, file, reading, provision):
    doubt = Doubt.objects.first()
    confirmed(provision)
    return (
        reverse("law_doubt", args=[doubt.pk]),
        reverse("law_remedy", args=[file.pk]),
        reverse("law_penalty", args=[reading.pk]),
        reverse("law_choice", args=[shelf["newer"].pk]),
        reverse("law_suggestions", args=[shelf["newer"].pk]),
        reverse("law_item", args=[provision.pk]),
    )


def test_only_reviewers_and_administrators_confirm(as_, client, writes):
    for url in writes:
        assert as_(READER).post(url).status_code == 403, url
    client.logout()
    for url in writes:
        assert "login" in client.post(url)["Location"], url


@pytest.mark.parametrize(
    "name",
    [
        "law_doubt",
        "law_remedy",
        "law_split",
        "law_original",
        "law_penalty",
        "law_choice",
        "law_pairing",
        "law_suggestions",
        "law_item",
    ],
)
def test_a_key_of_nothing_is_not_found(as_, shelf, name):
    url = reverse(name, args=[99999999])
    client = as_(REVIEWER)

    assert {client.get(url).status_code, client.post(url).status_code} <= {404, 405}


def test_the_pages_of_work_ask_the_database_a_few_times(as_, shelf, file, reading):
    client = as_(REVIEWER)
    urls = [
        reverse("law_doubts"),
        reverse("law_split", args=[file.pk]),
        reverse("law_penalties"),
        reverse("law_penalty", args=[reading.pk]),
        reverse("law_pairs"),
        reverse("law_pairing", args=[shelf["newer"].pk]),
        reverse("law_coverage"),
    ]
    for url in urls:
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url).status_code == 200
        assert len(asked) <= MOST_QUERIES, (url, len(asked))
