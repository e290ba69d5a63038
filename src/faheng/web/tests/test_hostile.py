"""What somebody sends who means harm: nothing opens, nothing runs, nothing is lost."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from faheng.kernel.cases.actions.uploads import Arriving, receive_upload
from faheng.kernel.cases.models import Act, Case, Course, Evidence, Paper, Upload
from faheng.web.tests.cast import SPOT

pytestmark = pytest.mark.django_db

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06"
    b"\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\nIDATx\x9cc\x00\x01\x00\x00\x05\x00"
    b"\x01\r\n-\xb4\x00\x00\x00\x00IEND\xaeB`\x82"
)
INJECTED = (
    "{{ 7 * 7 }}{% raw %}",
    '#read("/etc/passwd") $x^2$ *粗* @sign 局长',
    "\n# 伪造的标题\n@sign 局长\n| 甲 | 乙 |\n",
    "<img src=x onerror=alert(1)>&amp;",
    "𠮷野家😀\u202e倒写\u200b",
    "\\x00 %s ${HOME} ../../etc",
)


def step_url(case, step):
    return reverse("step", args=[case.pk, case.courses.get(track="").pk, step])


def kept(cast, name, file="现场.png"):
    stream = SimpleUploadedFile(file, PNG)
    arriving = Arriving(file, stream, len(PNG))
    return receive_upload(cast.viewer(name), arriving, cast.now)


def test_a_form_without_its_token_is_not_signed(cast):
    case = cast.begin()
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.users["陈立衡"])

    answer = client.post(step_url(case, "hear"), {"reply": "none"})

    assert answer.status_code == 403
    assert Act.objects.filter(case=case).count() == 1


def test_a_session_from_before_the_login_is_worth_nothing_after_it(cast):
    client = Client()
    client.get(reverse("account_login"))
    client.session["planted"] = True
    before = client.session.session_key
    name = cast.users["陈立衡"].username

    client.post(reverse("account_login"), {"login": name, "password": "demo"})

    assert client.session.get("_auth_user_id")
    assert client.session.session_key != before


@pytest.mark.parametrize(
    "away",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1"],
)
def test_nobody_is_led_away_after_login_or_a_change_of_language(cast, away):
    client = Client()
    name = cast.users["陈立衡"].username
    form = {"login": name, "password": "demo", "next": away}

    entered = client.post(f"{reverse('account_login')}?next={away}", form)
    switched = client.post(reverse("set_language"), {"language": "en", "next": away})

    for answer in (entered, switched):
        assert answer.status_code in {200, 302, 204}
        target = answer.headers.get("Location", "/")
        assert target.startswith("/"), target
        assert "evil" not in target
        assert "javascript" not in target


@pytest.mark.parametrize("text", INJECTED)
def test_what_is_written_into_a_paper_stays_text(cast, as_, text):
    case = cast.begin(facts=f"事实{text}")
    cast.take(case, "hear", reply="none")
    cast.take(case, "decide", kind="fine", fine="800", order="立即清理")
    paper = Paper.objects.get(case=case)
    client = as_("陈立衡")

    page = client.get(reverse("paper", args=[paper.pk])).content.decode()
    printed = client.get(reverse("paper_pdf", args=[paper.pk]))
    draft = client.get(reverse("paper_docx", args=[paper.pk]))

    assert "<img src=x" not in page
    assert "伪造的标题</h" not in page
    assert "root:" not in page
    assert printed.content.startswith(b"%PDF")
    assert draft.content.startswith(b"PK")


@pytest.mark.parametrize(
    "name",
    ['a"b\r\nX-Evil: 1.png', "../../../etc/passwd.png", "..\\..\\a.png", "名;x=1.png"],
)
def test_a_file_keeps_to_its_folder_and_its_header(cast, as_, settings, name):
    case = cast.begin()
    upload = kept(cast, "陈立衡", name)
    evidence = Evidence.objects.create(
        case=case,
        course=case.courses.get(),
        act=Act.objects.get(case=case),
        kind="object",
        title="照片",
        proves="占道",
        source="现场",
        taken_at=cast.now,
        upload=upload,
    )

    answer = as_("陈立衡").get(reverse("evidence", args=[case.pk, evidence.pk]))

    assert ".." not in upload.path
    assert (settings.MEDIA_ROOT / upload.path).is_file()
    assert answer.status_code == 200
    assert "X-Evil" not in answer.headers
    assert "\n" not in unquote(answer.headers["Content-Disposition"])
    assert b"".join(answer.streaming_content) == PNG
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_file_of_another_cannot_be_named_as_ones_own(cast, as_):
    """Whoever guesses the number of a file just brought in does not get it."""
    foreign = kept(cast, "邻人")
    case = cast.begin()
    row = {
        "kind": "object",
        "title": "照片",
        "proves": "占道",
        "source": "现场",
        "taken_at": cast.now.isoformat(),
        "upload": str(foreign.pk),
    }
    data = {f"evidence-0-{key}": value for key, value in row.items()}
    data |= {"evidence-TOTAL_FORMS": "1", "reply": "none"}

    as_("陈立衡").post(step_url(case, "hear"), data)

    assert not Evidence.objects.filter(upload=foreign).exists()
    assert Upload.objects.filter(pk=foreign.pk).exists()


@pytest.mark.parametrize("fine", ["1" + "0" * 18, "9999999999999999999", "-0.01", "∞"])
def test_an_enormous_amount_is_refused(cast, as_, fine):
    case = cast.begin()
    cast.take(case, "hear", reply="none")

    answer = as_("陈立衡").post(
        step_url(case, "decide"), {"kind": "fine", "fine": fine}
    )

    assert answer.status_code == 422
    assert not Paper.objects.filter(case=case).exists()


@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00", "9999-12-31T23:59", "1899-12-31T00:00"]
)
def test_an_impossible_moment_is_refused(cast, as_, moment):
    case = cast.begin()

    answer = as_("陈立衡").post(
        step_url(case, "hear"), {"reply": "none", "occurred_at": moment}
    )

    assert answer.status_code == 422
    assert Act.objects.filter(case=case).count() == 1


def test_an_old_form_sent_again_does_nothing(cast, as_):
    case = cast.begin()
    client = as_("陈立衡")
    form = {"reply": "none", "version": Course.objects.get(case=case).version}
    assert client.post(step_url(case, "hear"), form).status_code == 302

    again = client.post(step_url(case, "hear"), form)

    assert again.status_code in {409, 422}
    assert Act.objects.filter(case=case, step="hear").count() == 1


def test_a_step_that_the_course_does_not_have_is_not_found(cast, as_):
    case = cast.begin()

    for step in ("file_case", "weigh", "__init__", "begin"):
        answer = as_("陈立衡").post(step_url(case, step), {"reply": "none"})
        assert answer.status_code in {404, 422}, step
    assert Act.objects.filter(case=case).count() == 1


@pytest.mark.parametrize(
    "code", ["1-AAAA-AAAA-AAAA-AAAA", "1", "0-", "１-AAAA", "9" * 400, "%00"]
)
def test_guessed_codes_of_papers_all_get_the_same_answer(cast, client, code):
    cast.decided()

    answer = client.get(f"/verify/{code}/")

    assert answer.status_code == 404
    assert "望城" not in answer.content.decode().replace("望城罚决", "")


@pytest.mark.parametrize("name", ["case_list", "search", "work", "notices", "case_new"])
@pytest.mark.parametrize("value", ["%00", "%ff%fe", "'--", "9" * 30, "{{7*7}}"])
def test_no_parameter_of_a_page_makes_it_fail(cast, as_, name, value):
    keys = ("q", "organ", "after", "stage", "procedure", "open", "by", "item", "on")
    query = "&".join(f"{key}={value}" for key in keys)

    answer = as_("陈立衡").get(f"{reverse(name)}?{query}")

    assert answer.status_code in {200, 302, 404, 422}


def test_a_case_is_not_opened_under_a_foreign_procedure_or_organ(cast, as_):
    neighbour = cast.city.organs["neighbour"].pk
    own = cast.city.organs["bureau"].pk
    client = as_("陈立衡")

    for organ, procedure in ((neighbour, SPOT), (own, "../x"), (own, "enforcement.x")):
        url = f"/cases/new/{organ}/{procedure}/begin/"
        assert client.post(url, {}).status_code == 404, url
    assert not Case.objects.exists()


def test_what_is_missing_is_named_once(cast, as_):
    url = reverse("case_open", args=[cast.city.organs["bureau"].pk, SPOT, "begin"])
    data = {"case_party-TOTAL_FORMS": "1", "case_party-0-name": ""}

    page = as_("陈立衡").post(url, data).content.decode()

    assert page.count("当事人类型：") == 1
