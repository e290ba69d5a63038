"""The kinds of penalty (行政处罚法第九条) and the corrective orders of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from faheng.lawbase.penalties.amounts import amounts

ORDER = (
    "警告",
    "通报批评",
    "罚款",
    "没收违法所得",
    "没收非法财物",
    "暂扣许可证件",
    "降低资质等级",
    "吊销许可证件",
    "限制开展生产经营活动",
    "责令停产停业",
    "责令关闭",
    "限制从业",
    "行政拘留",
)
NOT_PAST = r"(?<!被)(?<!曾)(?<!被依法)(?<!已)"
INCOME = r"(?:所得|收入|费用|经济利益|价款|报酬)"
FORFEIT = re.compile(
    rf"{NOT_PAST}(?<!保证金予以)(?<!保证金)(?:没收(?!财产)|收缴(?![^，；。]*罚款))((?:[^，；。](?!没收|吊销|处[一二三四五六七八九十百千万\d]|并处))*[^，；。]?)"
)
INCOME_PART = re.compile(rf"{INCOME}(?:$|[、和及或以并等])|{INCOME}$")
GOODS = re.compile(
    r"财物|产品|商品|工具|设备|原料|材料|物品|化妆品|器械|机动车|机械|药品|食品|农药|"
    r"设施|车辆|船舶|渔具|渔获物|苗种|种子|出版物|器材|制品|枪支|烟花爆竹|包装|"
    r"林木|木材|苗木|矿产品|矿石|猎获物|野生动物|化石|文物|标本|烟草"
)
ALIKE = re.compile(r"等(?:行政)?处罚.*")
BARE_FORFEIT = re.compile(
    r"(?:予以|并处|，|并|应当|或者|的)(?<!被)没收(?=[，；。\n]|$|并处|，)"
)
SUPPOSED = re.compile(
    r"被(?:依法)?吊销[^，；。]{0,12}、责令关闭|作出的?责令[^，；。]*决定"
)
INCOME_FIRST = re.compile(rf"^.*?{INCOME}(?=[、和及或以等]|$)|^.*")
MEASURES = re.compile(
    r"责令|吊销|暂扣|处|罚款|取消|撤销|警告|并|可以|给予|予以|依法|由|者|保证金"
)
STOP = (
    r"停产|停业|停止生产|停止经营|停止营业|停止执业|停产停业|停止相关业务|"
    r"停止(?!违法)[^，；。、]*(?:经营|业务|执业|诊疗)|"
    r"暂停[^，；。]*(?:业务|活动|执业|经营|营业|生产|销售)"
)
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "警告",
        re.compile(
            r"(?:给予|予以|予|处以|并处|处|可以|或者|、)警告(?!标|牌|信|、记|或者记)|(?:^|，)警告(?:$|，|并|或)"
        ),
    ),
    ("通报批评", re.compile(r"通报批评")),
    ("暂扣许可证件", re.compile(rf"{NOT_PAST}暂扣")),
    ("降低资质等级", re.compile(rf"{NOT_PAST}降低[^，；。]*(?:资质|资格|信用等级)")),
    (
        "吊销许可证件",
        re.compile(
            rf"{NOT_PAST}(?<!自)吊销(?!印章|后|的|之日)|(?:撤销|取消)(?![^，；。]*(?:行政许可|监护人))[^，；。]*(?:资格|许可|证书|批准文件|执照|资质)"
        ),
    ),
    (
        "限制开展生产经营活动",
        re.compile(
            r"责令(?:停止|暂停)(?:招生|办学|受理|收费)|"
            r"限制(?:其)?(?:开展)?(?:相关)?(?:生产|经营|业务)|"
            r"(?:禁止|不得)(?:其)?(?:参加|参与)[^，；。]*(?:投标|采购|竞买)"
        ),
    ),
    (
        "责令停产停业",
        re.compile(
            rf"责令(?:(?!改正|拆除)[^，；。])*(?:{STOP})|停产整治|停业整顿|停产停业"
        ),
    ),
    (
        "责令关闭",
        re.compile(
            r"(?:责令|予以|、|或者|依法)(?:[^，；。]{0,4})关闭(?!设施|阀|网站|网络|账号)"
        ),
    ),
    (
        "限制从业",
        re.compile(
            r"(?:年内|终身|期限内|终生)[^，；。]*(?:禁止|不得)[^，；。]*(?:从事|担任|从业(?!资格)|执业(?!资格)|职务|承担)|"
            r"禁止(?:其)?[^，；。]*(?:年内|终身)?[^，；。]*(?:从事|担任)|市场禁入|终身不得"
        ),
    ),
    (
        "行政拘留",
        re.compile(
            r"(?:处|给予|(?<!立即)予以)(?:行政)?拘留(?!所|的，|处罚|的处罚|的行政处罚|期|决定|审查|和)|"
            r"日(?:以下)?(?:的)?(?:行政)?拘留(?!的，|处罚|期|决定)"
        ),
    ),
)
ORDERS = (
    "改正|停止违法行为|停止侵权行为|停止侵害|停止使用|停止建设|停止施工|拆除|恢复原状|退还|"
    "采取治理|治理|采取补救措施|补种|清除|消除|停止发布"
)
CORRECTIVE = re.compile(
    rf"(?<!被)(?<!经)(?<!自)责令(?:其|当事人|行为人)?((?:立即|当场)?(?:限期)?(?:{ORDERS}))"
)
NO_ORDER = ("消除", "停止发布")


@lru_cache(maxsize=4096)
def kinds(text: str) -> tuple[str, ...]:
    """The kinds that a text imposes, in the order of 行政处罚法第九条."""
    text = SUPPOSED.sub("", text)
    found = [name for name, pattern in PATTERNS if pattern.search(text)]
    if amounts(text):
        found.append("罚款")
    found += _forfeited(text)
    return in_order(found)


def in_order(found: Iterable[str]) -> tuple[str, ...]:
    """Kinds, each once, in the order of 行政处罚法第九条."""
    names = set(found)
    return tuple(name for name in ORDER if name in names)


def _forfeited(text: str) -> list[str]:
    """What is forfeited: income, goods, or both."""
    found = []
    for matched in FORFEIT.finditer(text):
        words = ALIKE.sub("", matched.group(1))
        if INCOME_PART.search(words):
            found.append("没收违法所得")
        if _goods(words):
            found.append("没收非法财物")
    return found


def forfeited_bare(group: str) -> list[str]:
    """What 予以没收 without an object means: the words before it tell."""
    found = []
    for matched in BARE_FORFEIT.finditer(group):
        before = group[: matched.start()]
        if not re.search("保证金|财产", before):
            income = re.search(rf"{INCOME}", before)
            found.append("没收违法所得" if income else "没收非法财物")
    return found


def _goods(words: str) -> bool:
    """Whether goods are among what is forfeited."""
    if words and not re.search(rf"{INCOME}|保证金", words):
        return True
    later = [*_others(INCOME_FIRST.sub("", words)), *_apart(words)]
    return any(GOODS.search(part) for part in _others(words)) or any(
        not MEASURES.match(part) for part in later
    )


def _others(words: str) -> list[str]:
    """The parts of a row that are not income."""
    parts = re.split(r"、|以及|[和及]|或者", words)
    return [part for part in parts if part and not re.search(rf"{INCOME}$", part)]


def _apart(words: str) -> list[str]:
    """What is joined to income by 和 or 以及, and so is something else."""
    parts = re.split(r"以及|[和及]", words)
    if len(parts) == 1 or not re.search(rf"{INCOME}", words):
        return []
    return [part for part in parts if part and not re.search(rf"{INCOME}", part)]


def corrective(text: str) -> list[str]:
    """The corrective orders of a text, as printed, each once."""
    found = [
        f"责令{one.group(1)}"
        for one in CORRECTIVE.finditer(text)
        if not one.group(1).endswith(NO_ORDER)
    ]
    return list(dict.fromkeys(found))
