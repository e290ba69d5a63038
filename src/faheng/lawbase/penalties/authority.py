"""Who imposes the penalty."""

from __future__ import annotations

import re

VERBS = (
    r"责令|给予|处(?!罚|理|置|分)|没收|吊销|依|按|根据|予以|撤销|对|可以|应当|组织|警告|暂扣|取消|"
    r"降低|限期|拆除|通报|决定|强制|提请|作出|收缴|扣留|参照|并|采取|分别|在|追缴|追回|注销|处罚|直接|说服|代为|指定(?!的)|报请|报经|宣布|监督|向|约谈|会同|进行|批评|，(?:按照|依照|依据|根据|分别|责令)"
)
ORGAN = r"部门|机关|机构|人民政府|政府|委员会|管理局|局|厅|海关|单位|人民银行|办事处|执法队|大队|支队|总队|组织|协会"
BY = re.compile(
    rf"(?<![交理自事])由((?:(?!由)[^，；。：])*?(?:{ORGAN}))(?=(?:依法|依职权|应当|可以|及时)?(?:{VERBS}))"
)
ALONE = re.compile(
    rf"(?:^|[，；。\n])((?:(?!由|的(?!单位|部门|机关|机构|行政机关)|对|在|经|被|未|并|报|应当|提请|可以)[^，；。：])*?(?:{ORGAN}))"
    r"(?=(?:可以(?:根据|区别)不同(?:情节|情形|情况)，?|依法|可以|应当|有权|除)"
    r"(?:责令|给予|处(?!理)|吊销|没收|予以|撤销|取消|禁止|限制|根据|对|组织复查|自责令)|(?:责令|吊销|没收))"
)
NO_AUTHORITY = re.compile(r"司法机关|人民法院|检察机关|所在单位|其单位|本单位$")


def authorities(text: str) -> list[str]:
    """The organs that a penal text names, each once, in order."""
    found = [(one.start(1), one.group(1)) for one in BY.finditer(text)]
    taken = [start for start, _ in found]
    found += [
        (one.start(1), one.group(1))
        for one in ALONE.finditer(text)
        if one.start(1) not in taken
    ]
    names = [name.removeprefix("其") for _, name in sorted(found)]
    return list(dict.fromkeys(name for name in names if not NO_AUTHORITY.search(name)))
