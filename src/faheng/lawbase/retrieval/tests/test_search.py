from __future__ import annotations

from datetime import date

import pytest

from faheng.lawbase.retrieval import index
from faheng.lawbase.retrieval.embedding import EmbedderFailed, chosen
from faheng.lawbase.retrieval.memory import Memory, Pair
from faheng.lawbase.retrieval.passage import Kind, Request
from faheng.lawbase.retrieval.search import Searcher
from faheng.lawbase.retrieval.tests.conftest import SHELF, article


def found(searcher, words, **limits):
    return [hit.address for hit in searcher.search(Request(words, **limits)).hits]


def test_words_find_the_article_and_the_item_in_it(searcher):
    hit = searcher.search(Request("恐龙半夜嚎叫", as_of=date(2025, 1, 1))).hits[0]

    assert hit.address == "cn/law/恐龙管理法/a3"
    assert (hit.para, hit.item) == (2, 2)
    assert any(hit.text[start:end] == "嚎叫" for start, end in hit.spans)


def test_a_number_finds_that_article_first(searcher):
    assert found(searcher, "恐龙管理法第2条")[0] == "cn/law/恐龙管理法/a2"
    assert found(searcher, "龙管理法2条之一")[0] == "cn/law/恐龙管理法/a2-1"
    assert searcher.search(Request("恐龙管理法2条2款")).hits[0].text == "登记不得收费。"


def test_a_name_alone_lists_its_articles(searcher):
    assert set(found(searcher, "风筝管理条例", kind=Kind.LAW)) == {
        "cn/law/风筝管理条例/a2",
        "cn/law/风筝管理条例/a3",
    }


def test_only_the_version_of_the_day_is_found(searcher):
    older = searcher.search(Request("恐龙系绳", as_of=date(2025, 12, 31)))
    newer = searcher.search(Request("恐龙系绳", as_of=date(2026, 1, 1)))

    assert older.hits[0].text == "恐龙外出应当系绳。"
    assert newer.hits[0].text == "恐龙外出应当系绳并有人牵引。"
    assert any("命中不在这一天" in note for note in newer.notes)


def test_a_law_and_a_kind_limit_the_answers(searcher):
    assert all("风筝" in one for one in found(searcher, "登记罚款", law="风筝管理条例"))
    assert found(searcher, "恐龙登记", kind=Kind.ITEM) == ["cn/law/行政处罚事项/a0"]
    assert "没有《海怪法》" in searcher.search(Request("登记", law="海怪法")).notes[0]


def test_a_single_sign_finds_something(searcher):
    assert "cn/law/风筝管理条例/a3" in found(searcher, "挂")


@pytest.mark.parametrize(
    "words",
    [
        "'\"“”‘’",
        "😀",
        "恐龙" * 5_000,
        "\x00恐龙",
        "<script>alert(1)</script>",
        "AND OR NOT body:*",
        "第条",
        "第零条",
        "第９９９９９９９条",
        "(((",
        "恐\n龙",
    ],
)
def test_hostile_words_are_searched_like_others(searcher, words):
    answer = searcher.search(Request(words))

    for hit in answer.hits:
        assert all(0 <= a < b <= len(hit.text) for a, b in hit.spans)


def test_spans_do_not_overlap(searcher):
    for hit in searcher.search(Request("恐龙登记收费转让")).hits:
        assert list(hit.spans) == sorted(hit.spans)
        assert all(a[1] < b[0] for a, b in zip(hit.spans, hit.spans[1:], strict=False))


def test_what_people_confirmed_comes_first(shelf):
    memory = Memory([Pair("霸王龙叫个不停谁管", "cn/law/风筝管理条例/a2")])

    hit = Searcher.of(shelf, memory).search(Request("霸王龙叫个不停")).hits[0]

    assert hit.address == "cn/law/风筝管理条例/a2"
    assert hit.why == "memory"


def test_an_unlike_question_recalls_nothing():
    assert Memory([Pair("饭店油烟", "a")]).recall("恐龙未登记") == {}


def test_an_embedder_that_fails_leaves_the_words(shelf):
    class Silent:
        def embed(self, texts):
            raise EmbedderFailed(EmbedderFailed.__doc__)

    answer = Searcher.of(shelf, embedder=Silent()).search(Request("恐龙登记"))

    assert answer.hits
    assert "只按字词" in answer.notes[0]


def test_an_embedder_moves_what_is_meant_forward(shelf):
    class Strange:
        def embed(self, texts):
            return [[1.0, 0.0]] + [
                [1.0, 0.0] if "转让" in text else [0.0, 1.0] for text in texts[1:]
            ]

    searcher = Searcher.of(shelf, embedder=Strange())
    assert found(searcher, "恐龙登记", kind=Kind.LAW)[0] == "cn/law/恐龙管理法/a2-1"


def test_without_a_wish_there_is_no_embedder():
    assert chosen({}) is None
    assert chosen({"FAHENG_EMBEDDER_URL": "file:///etc/passwd"}) is None


def test_a_missing_and_a_broken_index_are_named(tmp_path, shelf):
    with pytest.raises(index.NoIndex, match="faheng lawbase index"):
        Searcher.of(tmp_path / "nowhere")
    (index.present(shelf) / "meta.json").write_text("{")
    with pytest.raises(index.BrokenIndex, match="重建"):
        Searcher.of(shelf)
    index.build(shelf, SHELF)
    assert found(Searcher.of(shelf), "恐龙")


def test_a_reader_goes_on_while_the_index_is_made_anew(shelf):
    reader = Searcher.of(shelf)

    index.build(shelf, [article("海怪法", 1, "海怪不得上岸。")])

    assert found(reader, "恐龙登记")
    assert found(Searcher.of(shelf), "海怪") == ["cn/law/海怪法/a1"]


def test_a_failed_building_leaves_the_index_as_it_was(shelf):
    def broken():
        yield SHELF[0]
        message = "the source broke off"
        raise RuntimeError(message)

    with pytest.raises(RuntimeError):
        index.build(shelf, broken())

    assert found(Searcher.of(shelf), "风筝")
    assert len(list(shelf.glob("generation-*"))) == 1


def test_one_batch_is_taken_out_and_put_in(shelf):
    index.replace(
        shelf,
        ["newer"],
        [article("恐龙管理法", 3, "恐龙外出应当戴口罩。", batch="newer")],
    )

    texts = {hit.text for hit in Searcher.of(shelf).search(Request("恐龙外出")).hits}
    assert "恐龙外出应当戴口罩。" in texts
    assert "恐龙外出应当系绳并有人牵引。" not in texts
