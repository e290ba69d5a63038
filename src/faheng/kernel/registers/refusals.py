"""Why a file or a row is not taken in; a docstring is the message."""

from __future__ import annotations


class FileRefused(Exception):
    """文件无法导入。"""

    def __init__(self, message: str = "") -> None:
        super().__init__(message or str(type(self).__doc__))


class UnknownKind(FileRefused):
    """只能导入xlsx或csv文件，请另存后再上传。"""


class TooLarge(FileRefused):
    """文件过大：不得超过20MB、2万行、100列，请分批导入。"""


class Unpacked(FileRefused):
    """文件解压后过大或压缩异常，已拒绝打开。"""


class Disguised(FileRefused):
    """文件内容与扩展名不符，请上传真正的xlsx或csv文件。"""


class HasMacros(FileRefused):
    """文件含有宏，请另存为不含宏的xlsx文件。"""


class Malformed(FileRefused):
    """文件已损坏或格式不正确，请重新另存为xlsx或csv后再上传。"""


class Undecodable(FileRefused):
    """无法识别文字编码，请另存为UTF-8或GB18030编码的csv文件。"""


class Empty(FileRefused):
    """文件中没有数据行。"""


class HeadingsMissing(FileRefused):
    """表头缺少必需的列，请下载模板对照。"""


class HeadingTwice(FileRefused):
    """表头有重复的列，请删去一列。"""


class NotKeeper(Exception):
    """您没有维护这份名录的权限，请联系系统管理员。"""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)


class NotShown(Exception):
    """没有这份名录或条目，或您无权查看。"""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)


class RowRefused(Exception):
    """One row with everything that is wrong with it."""

    def __init__(self, *reasons: str) -> None:
        self.reasons = reasons
        super().__init__("；".join(reasons))
