"""The penal paragraphs of a statute."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from faheng.lawbase.citations.declare import Mention
from faheng.lawbase.citations.find import in_statute
from faheng.lawbase.parser.declare import Tree, Unit
from faheng.lawbase.penalties.amounts import REFERRED, UNNAMED, amounts, cap
from faheng.lawbase.penalties.authority import authorities
from faheng.lawbase.penalties.clauses import GROUPS, Reading, read
from faheng.lawbase.penalties.declare import Fine, Penalty
from faheng.lawbase.penalties.kinds import corrective, forfeited_bare, in_order, kinds
from faheng.lawbase.penalties.violated import violated

ITEM_PENAL = re.compile(r"罚款|的，(?:责令|处|给予|吊销|没收|由)")
CRIME = re.compile(r"追究[^，；。]{0,8}刑事责任|追究刑事|(?<!不)构成犯罪")
DISCIPLINE = re.compile(r"(?<!限期)处分(?!权|财产|其财产|股份|资产)")
SUPPOSES = re.compile(r"的[，：:、；]|之一|违反|下列|者，|处[^，；。]*罚款")
PROCEDURE = re.compile(
    r"听证|当场收缴|缴纳罚款|申请复议|处罚决定书|处罚决定前|处罚的种类|处罚种类|行政复议机关|行政赔偿|赔偿义务机关|取得赔偿|可以当场作出|加处罚款|优先于|有权对|可以设定"
)
NEVER = re.compile(
    r"当场收缴罚款|到指定的?银行|有期徒刑|依法拍卖|"
    r"人民法院(?:可以|应当)?(?:依法)?(?:根据情节轻重)?(?:予以|处以|给予|处)[^，；。]*(?:罚款|拘留)"
)
BREACH = re.compile(r"违反本|违反《|行为之一|情形之一")
BELOW = re.compile(r"(?:下列|以下)(?:规定|标准)[^，；。]*罚款")
HINT = re.compile(
    r"罚款|按日连续|警告|没收|吊销|责令|拘留|通报批评|暂扣|撤销|取消|禁入|不得"
)


def in_tree(tree: Tree, mentions: Iterable[Mention] | None = None) -> list[Penalty]:
    """The penal paragraphs of a statute, in order; its citations may be known."""
    by_line: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in in_statute(tree) if mentions is None else mentions:
        by_line[mention.line].append(mention)
    found = []
    for article in tree.articles():
        for paragraph in article.children:
            penalty = _penalty(article, paragraph, by_line)
            if penalty:
                found.append(penalty)
    return found


def _penalty(
    article: Unit, paragraph: Unit, by_line: dict[int, list[Mention]]
) -> Penalty | None:
    """The record of one paragraph, if it is penal."""
    words = _penal_words(paragraph)
    if not HINT.search(words) or not SUPPOSES.search(words) or _procedural(words):
        return None
    reading = read(words)
    fines = _fines(reading)
    imposed = _kinds(reading, words)
    if not imposed:
        return None
    lines = sorted({one.line for unit in paragraph.walk() for one in unit.pieces})
    mentions = [mention for line in lines for mention in by_line.get(line, [])]
    return Penalty(
        article=article.label,
        para=paragraph.number,
        text=paragraph.full_text,
        authority=tuple(authorities(words)),
        violated=tuple(violated(mentions, paragraph)),
        kinds=tuple(imposed),
        fines=tuple(fines),
        conditions=tuple(reading.conditions),
        corrective=tuple(corrective(words)),
        criminal_liability=bool(CRIME.search(words)),
        official_discipline=bool(DISCIPLINE.search(words)),
    )


def _procedural(words: str) -> bool:
    """Whether a paragraph says how to punish, not what."""
    if NEVER.search(words):
        return True
    return bool(PROCEDURE.search(words)) and not BREACH.search(words)


def _penal_words(paragraph: Unit) -> str:
    """The lead-in with those items that impose something themselves."""
    items = [item.printed for item in paragraph.children]
    return "\n".join([
        paragraph.text,
        *(one for one in items if ITEM_PENAL.search(one)),
    ])


def _kinds(reading: Reading, words: str) -> list[str]:
    """The kinds of the whole paragraph; a clause that only supposes one is left out."""
    found: list[str] = []
    for clause in reading.clauses:
        if not clause.text.endswith("的"):
            found += kinds(clause.text)
    found += [kind for group in GROUPS.split(words) for kind in forfeited_bare(group)]
    return list(in_order(found))


def _fines(reading: Reading) -> list[Fine]:
    """The fines, each under its condition; a cap goes to the one before it."""
    found: list[Fine] = []
    for clause in reading.clauses:
        if clause.text.endswith("的"):
            continue
        for _, one in amounts(clause.text):
            if one is UNNAMED and BELOW.search(clause.text):
                continue
            found.append(
                Fine(
                    clause.subject,
                    None if one is REFERRED else clause.condition,
                    one.min,
                    one.max,
                    one.unit,
                    one.base,
                    one.of,
                )
            )
        limit = cap(clause.text)
        if limit is not None and found:
            last = found[-1]
            found[-1] = Fine(
                last.subject, last.condition, last.min, last.max,
                last.unit, last.base, last.of, limit, "元",
            )  # fmt: skip
    return found
