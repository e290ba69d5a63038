"""Where units come from in the version before."""

from __future__ import annotations

from faheng.lawbase.matching.lineage import Became, Descent, Part, descent

AIM = "为了管理恐龙的饲养和放养，保护居民的安宁，制定本法。"
REGISTER = "饲养恐龙应当自取得之日起三十日内向市容部门登记，领取恐龙牌照。"
LEASH = "携带恐龙外出应当系绳，不得进入学校、医院和幼儿园。"
FEED = "恐龙的饲料由饲养人自备，不得在河堤上采食公共绿地的植物。"
NOISE = "夜间十点以后不得让恐龙鸣叫；饲养人应当采取措施减少噪声。"
FINE = "违反本法规定不登记的，处五百元罚款。"
SLEEP = "风筝节期间放养雷龙的时间由各街道办事处另行公告，并通知周边居民。"


def parts(*texts: str) -> list[Part]:
    return [Part(n, f"a{n}", text) for n, text in enumerate(texts, start=1)]


def later(*texts: str) -> list[Part]:
    return [Part(100 + n, f"a{n}", text) for n, text in enumerate(texts, start=1)]


def became(rows: list[Descent]) -> dict[tuple[int | None, int | None], Became]:
    return {(one.before, one.after): one.became for one in rows}


def test_what_stays_is_the_same_and_what_moves_up_is_renumbered() -> None:
    found = became(descent(parts(AIM, LEASH, FINE), later(AIM, REGISTER, LEASH, FINE)))
    assert found == {
        (1, 101): Became.SAME,
        (None, 102): Became.INSERTED,
        (2, 103): Became.RENUMBERED,
        (3, 104): Became.RENUMBERED,
    }


def test_a_changed_article_is_found_under_its_new_number() -> None:
    changed = REGISTER.replace("三十日", "十日").replace("市容部门", "公安机关")
    rows = descent(parts(AIM, REGISTER), later(AIM, NOISE, changed))
    (row,) = [one for one in rows if one.after == 103]
    assert (row.before, row.became, row.renumbered) == (2, Became.MODIFIED, True)
    assert 0.5 < row.score < 1


def test_what_is_gone_is_deleted() -> None:
    found = became(descent(parts(AIM, FEED, FINE), later(AIM, FINE)))
    assert found[2, None] is Became.DELETED


def test_two_articles_that_became_one_are_merged() -> None:
    found = became(descent(parts(AIM, LEASH, FEED), later(AIM, LEASH + FEED)))
    assert set(found.values()) == {Became.SAME, Became.MODIFIED, Became.MERGED}
    assert {after for _, after in found} == {101, 102}


def test_an_article_that_became_two_is_split() -> None:
    found = became(descent(parts(AIM, LEASH + FEED), later(AIM, LEASH, FEED)))
    assert sorted(found.values()) == [Became.MODIFIED, Became.SAME, Became.SPLIT]
    assert {before for before, _ in found} == {1, 2}


def test_an_article_out_of_its_row_has_moved() -> None:
    rows = descent(
        parts(AIM, REGISTER, LEASH, FEED, NOISE),
        later(AIM, LEASH, FEED, NOISE, REGISTER),
    )
    assert became(rows)[2, 105] is Became.MOVED
    assert became(rows)[3, 102] is Became.RENUMBERED


def test_within_a_changed_article_paragraphs_are_paired() -> None:
    before = Part(
        1, "a1", REGISTER + LEASH, (Part(2, "p1", REGISTER), Part(3, "p2", LEASH))
    )
    after = Part(
        101,
        "a1",
        REGISTER + FEED + LEASH,
        (Part(102, "p1", REGISTER), Part(103, "p2", FEED), Part(104, "p3", LEASH)),
    )
    assert became(descent([before], [after])) == {
        (1, 101): Became.MODIFIED,
        (2, 102): Became.SAME,
        (None, 103): Became.INSERTED,
        (3, 104): Became.RENUMBERED,
    }


def test_nothing_in_common_is_not_paired() -> None:
    found = became(descent(parts(AIM, FEED), later(AIM, SLEEP)))
    assert found[2, None] is Became.DELETED
    assert found[None, 102] is Became.INSERTED
