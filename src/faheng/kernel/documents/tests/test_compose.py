from datetime import date

import pytest

from faheng.kernel.documents.compose import (
    Occasion,
    compose,
    copies_note,
    omitted,
    unknown,
)
from faheng.kernel.documents.declare import PARTY, Document, DocumentKind, States
from faheng.kernel.documents.layout import Closing
from faheng.kernel.documents.markup import Paragraph, Table

TEMPLATE = """
{{ party }}：{{ facts }}

{% for g in goods %}
| {{ g.name }} |
{% endfor %}

{% if remark %}备注：{{ remark }}{% endif %}


依 {{ number }}，{{ today_printed }}，{{ strange }}
"""


class Order(Document, listed=False):
    code = "T-2"
    title = "责令改正通知书"
    mark = "责改"
    serve_on = PARTY
    sealed = True
    copies = ("送达当事人", "归档")

    facts = States("违法事实")
    goods = States("物品清单", required=False)
    remark = States("备注", required=False)
    deadline = States("改正期限")


class Talk(Order, listed=False):
    kind = DocumentKind.RECORD
    sealed = False
    signers = ("被询问人签名", "执法人员签名")


@pytest.fixture
def write(tmp_path, monkeypatch):
    def write(template):
        path = tmp_path / f"{abs(hash(template))}.txt"
        path.write_text(template, encoding="utf-8")
        monkeypatch.setattr(Order, "template", classmethod(lambda _: path))

    return write


ISSUED = Occasion(
    organ="望城区综合行政执法局",
    party="某店",
    number="望城责改〔2026〕3号",
    on=date(2026, 5, 6),
    draft=False,
    verify="https://example/v/1",
)


def test_a_template_is_filled_with_what_the_paper_states(write):
    write(TEMPLATE.replace("，{{ strange }}", ""))
    values = {"facts": "占道", "goods": [{"name": "车"}, {"name": "灶"}]}
    assert compose(Order, values, ISSUED).blocks == (
        Paragraph("某店：占道"),
        Table((("车",), ("灶",))),
        Paragraph("依 望城责改〔2026〕3号，2026年5月6日"),
    )


def test_what_is_not_known_yet_shows_as_its_label(write):
    write("{{ facts }}{{ remark }}")
    assert compose(Order, {}, Occasion("某局")).blocks == (Paragraph("【违法事实】"),)


def test_a_list_not_known_yet_has_no_rows(write):
    write("{% for f in facts %}| {{ f.name }} |{% endfor %}尾")
    assert compose(Order, {}, Occasion("某局")).blocks == (Paragraph("尾"),)


def test_only_an_issued_paper_bears_seal_and_code(write):
    write("{{ facts }}")
    issued = compose(Order, {}, ISSUED)
    assert issued.seal
    assert issued.verify
    assert issued.closing == Closing("望城区综合行政执法局", "2026年5月6日")
    draft = compose(Order, {}, Occasion("某局", verify="https://example/v/1"))
    assert draft.draft
    assert not draft.seal
    assert not draft.verify


def test_only_a_record_is_signed_on_every_page(write):
    write("{{ facts }}")
    assert compose(Talk, {}, ISSUED).signers == ("被询问人签名", "执法人员签名")
    assert compose(Talk, {}, ISSUED).closing is None
    assert compose(Order, {}, ISSUED).signers == ()


def test_a_template_that_omits_a_statement_is_found(write):
    write(TEMPLATE)
    assert omitted(Order) == ["改正期限"]


def test_a_template_that_reads_what_nothing_gives_is_found(write):
    write(TEMPLATE)
    assert unknown(Order) == ["strange"]


def test_copies_are_told_when_there_are_several():
    assert copies_note(("归档",)) == ""
    note = "本文书一式三份，一份交当事人，一份送法院，一份归档。"
    assert copies_note(("交当事人", "送法院", "归档")) == note
