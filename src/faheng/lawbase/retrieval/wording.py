"""Words made comparable: folded signs, bigrams, and questions without their padding."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 400
RUN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+|[a-z0-9]+")
# What a question is wrapped in; it says nothing of the matter.
PADDING = re.compile(
    "请问|你好|您好|大家|怎么办|怎么样|怎么|咋办|如何处理|如何|该不该|能不能|可不可以|"
    "可以吗|行不行|是不是|有没有|算不算|要不要|会不会|应该|应当|到底|什么样|什么|为什么|哪些|哪里|"
    "哪个|谁|多少钱|多少|多久|几年|几天|是否|可以|可否|能否|还能|能够|需要|合法吗|违法吗|犯法吗|"
    "合法|违法|法律|规定|有关|关于|问题|情况|处理|我们|他们|你们|自己|人家|别人|现在|已经|"
    "一直|总是|天天|每天|一下|一个|一些|有人|就是|这个|那个|这样|那样|没有用|吗|呢|吧|啊|呀|么|了|"
    "反映称|反映|来电人|咨询|市民|居民问|想知道|怎么说|怎么算|怎样|会怎|我的|我家|我|你|他|她|它|的话|的|得了|被|给|让|就|都|也|还|很|太|又|再|着"
)

# Signs that stand in every text.
COMMON = frozenset(
    "的了吗呢吧啊我你他她它是有不能会要在人和也都就还没给让被把这那个怎么什多少可以去来到上下里"
    "着过得地对为而与或及等之其中于由从向所一二三四五六七八九十"
)


class _Narrow(dict[int, str]):
    """One sign for one sign, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        narrow = unicodedata.normalize("NFKC", sign).lower()
        self[code] = narrow if len(narrow) == 1 else sign
        return self[code]


NARROW = _Narrow()


def fold(text: str) -> str:
    """The text in lower case, narrow signs for wide ones; as long as before."""
    return text.translate(NARROW)


def question(text: str) -> str:
    """What a person typed, folded and cut to a length that a search can bear."""
    return fold(text.replace("\x00", "")).strip()[:LONGEST]


def bigrams(text: str) -> list[str]:
    """The pairs of neighbouring signs in runs of words, in order."""
    return [
        run[place : place + 2]
        for run in RUN.findall(text)
        for place in range(len(run) - 1)
    ]


def runs(text: str) -> list[str]:
    """The runs of words of a text."""
    return RUN.findall(text)


def bared(text: str) -> str:
    """A question without its padding; the question itself where nothing is left."""
    left = PADDING.sub(" ", text)
    return left if bigrams(left) else text


def telling(text: str) -> list[str]:
    """The single signs of a question that say something: 赔 leads to 赔偿."""
    return [sign for run in runs(text) for sign in run if sign not in COMMON]
