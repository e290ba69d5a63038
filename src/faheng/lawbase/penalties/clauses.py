"""A penal paragraph in clauses, each under the condition and for the person it names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from faheng.lawbase.penalties.amounts import NUMBER
from faheng.lawbase.penalties.kinds import kinds

GROUPS = re.compile(r"[；。\n：;]")
COMMA = re.compile(r"，|(?<=罚款)、(?=对)")
AFTERWARDS = re.compile(r"造成|(?:有|没有)违法所得的")
STRICT = re.compile(
    r"情节(?:特别|较|比较)?(?:严重|恶劣|较重|较轻|轻微)|拒不|逾期|经责令|经催告|屡教不改|再次|警告后"
)
SUMS = "货值金额|违法所得|交易金额|违法经营额|非法经营额|经营额|违法收入|营业额|销售额|[^的，]{0,6}费用|所得|价款"
MEASURE = re.compile(
    rf"((?:没有|无|有)?(?:{SUMS})(?:在)?(?:{NUMBER}(?:元|倍)|不足|超过|不满|无法计算|明显偏低|难以计算)"
    rf".*|(?:没有|无|有)(?:{SUMS}|非法所得).*|"
    rf"没有[^，]+或者[^，]+(?:不足|无法计算).*)$"
)
GENERIC = re.compile(
    r"(?:造成|导致|发现其).*|(?!对).*(?:[一二两三\d]年内|继续|拒绝|阻挠|次以上).*"
)
OTHERS_WORDS = re.compile(r"前款|规定|之一|违反本|犯罪|赔偿")
WITHIN = re.compile(
    r"^(有违法(?:所得|收入)|情节严重|逾期[^，的]*|拒不改正)的(?=[^，或])"
)
TO = re.compile(
    r"对((?:(?!给予|予以)[^，；。对]|对外)+?)(?=(?:可以|应当|分别|依法)*(?:并|单)?处(?!罚|理|置|分))"
)
TO_WHOM = re.compile(
    r"^(?:并|同时|可以|并可以)?对([^对]*?(?:人员|人|单位|个人|者|企业|机构|机关|部门|组织))"
    r"(?=给予|予以|依法|没收|吊销|采取|进行)"
)
TO_ALONE = re.compile(r"(?:^|^并|^同时|部门|机关|机构|政府|局|委员会|海关)对([^对]+)$")
IMPOSES = re.compile(
    r"(?:可以|应当|依法)?(?:并|单)?(?:处|没收|责令|给予|吊销|取消|禁止|由)"
)
NOBODY = ("的", "行为", "活动", "损失", "后果", "情形", "案件", "其")
BESIDES = re.compile(r"除(?:要求|依法|应当|承担).*$")
AGAINST = re.compile(r"^对(?=逾期|拒不|情节)")
GIVEN = re.compile(r"给予|予以")
NO_NAME = ("按日", "当场", "依法")
SIDE = re.compile(r"^(个人|单位)(?:(?:有|违反|实施).*的$|(?:可以|并)?处)")
ITEM = re.compile(r"^[（(][一二三四五六七八九十\d]+[）)]")

# What is supposed before a list holds for each of its items.
LISTED = re.compile(
    r"(?:依照|按照|按)(?:以下|下列)(?:规定|标准)[^，；。]*(?:处罚|罚款)"
)


@dataclass(slots=True)
class Clause:
    """Words between two commas, with what they stand under."""

    text: str
    condition: str | None = None
    subject: str | None = None


@dataclass(slots=True)
class Reading:
    """The clauses of a paragraph, and the conditions that have a consequence.

    `base` is the condition that the paragraph as a whole supposes.
    """

    clauses: list[Clause] = field(default_factory=list)
    conditions: list[str] = field(default_factory=list)
    base: str | None = None


def read(text: str) -> Reading:
    """Read a paragraph clause by clause."""
    reading = Reading()
    measured = False
    for group in GROUPS.split(text):
        later = measured or bool(reading.clauses and AFTERWARDS.match(group))
        measured = _group(group, reading, measured=later) or measured
    return reading


def _group(group: str, reading: Reading, *, measured: bool) -> bool:
    """Read what stands between two semicolons; true once a measure was named."""
    condition = reading.base
    subject: str | None = None
    opening = ITEM.match(group) is not None
    words = COMMA.split(ITEM.sub("", group))
    for place, text in enumerate(words):
        found = _condition(text, measured=measured and not (opening and place == 0))
        if found and _has_consequence(words[place:], found):
            condition = _under(condition, found)
            reading.base = reading.base if measured else found
            _note(reading, found)
        reading.base = condition if LISTED.match(text) else reading.base
        subject = _subject(text, words[place + 1 :], subject)
        reading.clauses.append(Clause(text, condition, subject))
        condition = None if WITHIN.match(text) else condition
        measured = measured or "责令" in text or bool(kinds(text))
    return measured


def _condition(text: str, *, measured: bool) -> str | None:
    """The condition that a clause states, without its 的."""
    within = WITHIN.match(text)
    if within:
        return within.group(1)
    if not text.endswith("的"):
        return None
    words = AGAINST.sub("", text[:-1].removeprefix("但"))
    if STRICT.match(words) and (measured or words.startswith("情节")):
        return words
    if not measured:
        return None
    sums = MEASURE.search(words)
    if sums:
        return sums.group(1)
    if GENERIC.fullmatch(words) and not OTHERS_WORDS.search(words):
        return words
    return None


def _has_consequence(words: list[str], found: str) -> bool:
    """Whether a penalty follows before the next condition."""
    rest = words[0].partition(found + "的")[2]
    if STRICT.match(found) or MEASURE.fullmatch(found):
        after = "，".join([rest, *words[1:]])
        return "处分" not in after or bool(kinds(after))
    for text in [rest, *words[1:]]:
        if text is not rest and _condition(text, measured=True):
            return False
        if kinds(text) or "没收" in text:
            return True
    return False


def _under(before: str | None, found: str) -> str:
    """A sum under another condition adds to it; anything else takes its place."""
    if not before or not MEASURE.fullmatch(found):
        return found
    kept = [one for one in before.split("；") if not MEASURE.fullmatch(one)]
    return "；".join([*kept, found])


def _note(reading: Reading, found: str) -> None:
    """Keep a condition once."""
    if found not in reading.conditions:
        reading.conditions.append(found)


def _subject(text: str, followers: list[str], before: str | None) -> str | None:
    """Whom the clause is aimed at: 对…处, or 个人有…的."""
    found = [*TO.finditer(text), *TO_WHOM.finditer(text)]
    if _imposed_next(followers):
        found += TO_ALONE.finditer(text)
    if found:
        name = found[0].group(1)
        for tail in NO_NAME:
            name = name.removesuffix(tail)
        name = GIVEN.split(BESIDES.sub("", name))[0]
        return None if name.endswith(NOBODY) or "责令" in name else name
    side = SIDE.match(text)
    return side.group(1) if side else before


def _imposed_next(followers: list[str]) -> bool:
    """Whether something is imposed before another fact is supposed."""
    for text in followers:
        if text.endswith("的"):
            return False
        if IMPOSES.match(text) or kinds(text):
            return True
    return False
