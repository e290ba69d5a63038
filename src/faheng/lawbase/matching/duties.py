"""How duties are worded, and how their breach is.

What is punished as 擅自 was to be approved, what is punished as 虚假 was to be true; a
sentence whose subject is an organ lays no duty on those whom the organ punishes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from faheng.lawbase.matching.weighing import grams

DUTY = re.compile(r"应当|不得|禁止|必须|严禁")
SENTENCE = re.compile(r"[。；\n]")
ORGAN = re.compile(
    r"(?:部门|机关|政府|委员会|人民法院|海关|国务院)(?:及其工作人员|应)?$|"
    r"^国家|^国务院|^(?:县级以上|各级|省|市)[^，]*(?:政府|部门)|主管部门|"
    r"^[^，]{0,12}?(?:部门|机关|政府|委员会|海关)(?:发现|接到|收到|对|会同|依照|根据)"
)
ORGAN_PUNISHED = re.compile(r"(?:部门|机关|政府)(?:及其工作人员|不|未|违反)")
OPENING = 40
COUNTED = 2
UNKNOWN = 0.5
UNSEEN = 4.0
UNTOLD = (
    r"未[^，]{0,12}报告|未[^，]{0,10}(?:报送|备案)|未[^，]{0,8}(?:公开|公布)",
    r"报告|报送|备案|公开|公布|告知|通报",
)
ANSWERS = tuple(
    (re.compile(breach), re.compile(duty))
    for breach, duty in (
        (
            r"擅自|未经|未取得|无证|未依法取得|未领取",
            r"批准|许可|审批|同意|审查|资格|资质|取得",
        ),
        (
            r"超过|超标|超出|超总量|超许可|高于",
            r"不得超过|标准|限值|总量|控制|遵守|符合",
        ),
        (
            r"弄虚作假|虚假|伪造|篡改|隐瞒|谎报|瞒报|失实|不实|变造",
            r"真实|准确|完整|如实|客观|伪造|虚假|弄虚作假",
        ),
        (
            r"拒绝|阻挠|阻碍|拒不|不配合|妨碍|逃避",
            r"配合|监督检查|现场检查|如实|协助|接受|拒绝|阻挠",
        ),
        UNTOLD,
        (
            r"造成|导致|发生",
            r"防止|避免|减少|采取[^，。]{0,8}措施|预防|事故",
        ),
        (
            r"不正常|停用|闲置|拆除|停运|未保持",
            r"正常运行|正常使用|运行|维护|擅自",
        ),
        (r"泄露|披露|提供", r"保密|泄露|秘密|个人信息"),
        (
            r"转让|出租|出借|买卖|涂改|倒卖",
            r"转让|出租|出借|买卖|涂改|倒卖",
        ),
        (
            r"未按照[^，]{0,20}(?:规定|要求|标准|规范)|未遵守|违反|不符合|未符合",
            r"遵守|应当按照|应当符合|符合[^，。]{0,12}(?:标准|要求|规定)|执行",
        ),
        (r"未履行|未落实|不履行|未尽", r"责任|义务|履行|负责|落实"),
        (
            r"未建立|未制定|未设置|未设立|未配备|未安装|未健全",
            r"建立|制定|设置|设立|配备|安装|健全|设",
        ),
        (r"未保存|未[^，]{0,10}记录|未如实记录", r"保存|记录|台账|档案"),
        (
            r"未采取|未实施|未进行|未组织|未开展|未定期",
            r"采取|实施|进行|组织|开展|定期",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Wording:
    """A candidate's text, the words of each duty in it, whose duties they are.

    `of_organs` is the share of the duties that bind organs, a half if there are none.
    """

    text: str
    duties: tuple[frozenset[str], ...]
    of_organs: float

    @classmethod
    def of(cls, text: str) -> Wording:
        """The wording of a text."""
        sentences = [one for one in SENTENCE.split(text) if DUTY.search(one)]
        bound = [bool(ORGAN.search(_subject(one))) for one in sentences]
        share = sum(bound) / len(bound) if bound else UNKNOWN
        duties = tuple(frozenset(grams(one)) for one in sentences or [text])
        return cls(text, duties, share)


@dataclass(frozen=True, slots=True)
class Breach:
    """What is punished, as far as its wording asks for one of a duty.

    `words` are its runs of two characters, each with its worth.
    """

    words: Mapping[str, float]
    answers: Sequence[re.Pattern[str]]
    by_organ: bool

    @classmethod
    def of(cls, text: str, rarity: Mapping[str, float]) -> Breach:
        """The breach that a text describes, in a statute whose words are so rare."""
        return cls(
            {gram: rarity.get(gram, UNSEEN) for gram in grams(text)},
            [duty for breach, duty in ANSWERS if breach.search(text)],
            bool(ORGAN_PUNISHED.search(text[:OPENING])),
        )

    def answered(self, wording: Wording) -> float:
        """How many of the words of duty that answer the breach a text has, 0 to 1."""
        if not self.answers:
            return 0.0
        found = sum(bool(duty.search(wording.text)) for duty in self.answers)
        return found / len(self.answers)

    def covered(self, wording: Wording) -> float:
        """How much of the breach the duty says that says most of it, 0 to 1."""
        whole = sum(self.words.values())
        if not whole:
            return 0.0
        return max(self._shared(duty) for duty in wording.duties) / whole

    def strange(self, wording: Wording) -> float:
        """How much of the duties binds organs, where no organ is punished."""
        return 0.0 if self.by_organ else wording.of_organs

    def _shared(self, duty: Collection[str]) -> float:
        """What the words that a duty shares are worth."""
        return sum(worth for gram, worth in self.words.items() if gram in duty)


def _subject(sentence: str) -> str:
    """Whom a duty binds: what stands before 应当, or opens the sentence."""
    matched = DUTY.search(sentence)
    before = sentence[: matched.start()] if matched else sentence
    clauses = [one for one in before.split("，") if one]
    if not clauses:
        return ""
    opens = len(clauses) > 1 and len(clauses[0]) > COUNTED
    return clauses[0] if opens and not clauses[0].endswith("的") else clauses[-1]
