from __future__ import annotations

import pytest

from faheng.lawbase.retrieval.asking import Asked, Names, understand
from faheng.lawbase.retrieval.wording import question

NAMES = Names({
    "行政处罚法": ("中华人民共和国行政处罚法",),
    "治安管理处罚法": (),
    "消费者权益保护法": (),
    "食品安全法": (),
    "食品安全法实施条例": (),
})


def asked(words):
    return understand(question(words), NAMES)


@pytest.mark.parametrize(
    ("words", "law", "article", "suffix", "para", "item"),
    [
        ("行政处罚法第33条", "行政处罚法", 33, 0, None, None),
        ("处罚法 33条1款2项", "行政处罚法", 33, 0, 1, 2),
        ("《中华人民共和国行政处罚法》第三十三条第一款", "行政处罚法", 33, 0, 1, None),
        ("行政处罚法57", "行政处罚法", 57, 0, None, None),
        ("行政处罚法５７条", "行政处罚法", 57, 0, None, None),
        ("消保法第五十五条第（二）项", "消费者权益保护法", 55, 0, None, 2),
        ("食品安全法第一百二十条之一", "食品安全法", 120, 1, None, None),
        ("第33条 行政处罚法", "行政处罚法", 33, 0, None, None),
    ],
)
def test_an_article_is_read_in_the_ways_people_write_it(
    words, law, article, suffix, para, item
):
    found = asked(words)

    assert found.laws[0] == law
    assert (found.article, found.suffix) == (article, suffix)
    assert (found.para, found.item) == (para, item)
    assert not found.words


def test_a_number_alone_is_an_article_of_any_law():
    assert asked("第三十三条") == Asked("", (), 33)
    assert asked("33条").article == 33


@pytest.mark.parametrize("words", ["一条狗咬了人", "楼里有3条狗", "2款手机", "12"])
def test_a_number_in_a_sentence_is_no_article(words):
    assert asked(words).article is None
    assert asked(words).words == words


def test_a_short_name_may_mean_several_laws():
    assert set(asked("管理处罚法").laws) == {"治安管理处罚法"}
    assert asked("处罚法").laws[0] == "行政处罚法"


def test_the_longest_name_is_meant():
    assert asked("食品安全法实施条例第3条").laws == ("食品安全法实施条例",)


def test_words_beside_the_name_are_kept():
    found = asked("食品安全法 过期面包")

    assert found.laws == ("食品安全法",)
    assert found.words == "过期面包"


@pytest.mark.parametrize("words", ["", "   ", "😀🎉", "?!。，", "\x00\x00"])
def test_nothing_to_look_for_is_seen(words):
    assert asked(words).is_empty
