from __future__ import annotations

import gettext
from io import BytesIO

from faheng.web import catalogue

PO = """
msgid "案件"
msgstr "case"

msgid "天"
msgid_plural "天"
msgstr[0] "day"
msgstr[1] "days"

msgid "写了“\\"引号\\"”"
msgstr ""
"two "
"lines"
"""


def test_the_english_catalogue_knows_every_string_of_the_screens() -> None:
    missing, _ = catalogue.gaps(catalogue.said(), catalogue.known(catalogue.ENGLISH))
    assert missing == []


def test_the_english_catalogue_holds_nothing_that_is_not_said() -> None:
    _, idle = catalogue.gaps(catalogue.said(), catalogue.known(catalogue.ENGLISH))
    assert idle == []


def test_strings_of_a_template_are_found() -> None:
    source = (
        "{% translate \"甲\" %}{% translate '乙' as x %}"
        "{% blocktranslate with n=rows|length %}丙 {{ n }} 件{% endblocktranslate %}"
        "{% blocktranslate count n=n %}丁{% plural %}戊{% endblocktranslate %}己"
    )
    found = list(catalogue.in_template(source))
    assert found == ["甲", "乙", "丙 %(n)s 件", "丁", "戊"]


def test_strings_of_a_module_are_found() -> None:
    source = '_("甲")\ngettext("乙") % {"n": 1}\nngettext("丙", "丁", n)\nprint("戊")'
    assert set(catalogue.in_python(source)) == {"甲", "乙", "丙", "丁"}


def test_a_part_is_read_with_its_plurals_and_escapes() -> None:
    entries = catalogue.read(PO)
    assert entries["案件"] == ["case"]
    assert entries["天"] == ["day", "days"]
    assert entries['写了“"引号"”'] == ["two lines"]


def test_what_is_compiled_is_what_gettext_reads() -> None:
    entries = {**catalogue.read(PO), "": [catalogue.HEADER]}
    read = gettext.GNUTranslations(BytesIO(catalogue.compiled(entries)))
    assert read.gettext("案件") == "case"
    assert read.ngettext("天", "天", 2) == "days"
