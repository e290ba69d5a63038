from __future__ import annotations

from faheng.lawbase.retrieval.lexicon import Lexicon, lexicon, parsed

LINES = [
    "# 说明",
    "嚎叫 吼 = 噪声 @ 恐龙管理法",
    "没*登记 = 未登记 @ ",
    "? 主人 = 饲养人",
]


def test_lay_words_lead_to_legal_ones():
    made = Lexicon.of(parsed(LINES))

    assert [entry.legal for entry in made.read("它整夜嚎叫")] == [("噪声",)]
    assert [entry.legal for entry in made.read("没有去登记")] == [("未登记",)]
    assert made.read("主人")[0].weak
    assert made.read("别的") == []


def test_every_line_of_the_house_says_something():
    for entries in lexicon().by_word.values():
        for entry in entries:
            assert entry.legal, entry.said
