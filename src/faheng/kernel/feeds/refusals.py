"""Why a delivery is not taken in; a docstring is the message."""

from __future__ import annotations


class DeliveryRefused(Exception):
    """文件无法接收。"""

    def __init__(self, message: str = "") -> None:
        super().__init__(message or str(type(self).__doc__))


class UnknownKind(DeliveryRefused):
    """只接收csv、jsonl、parquet、xlsx文件。"""


class EmptyFile(DeliveryRefused):
    """文件中没有数据。"""


class ColumnsMissing(DeliveryRefused):
    """表头缺少必填的列，请下载模板对照。"""


class ColumnTwice(DeliveryRefused):
    """表头有重复的列，请删去一列。"""


class ParquetBroken(DeliveryRefused):
    """Parquet文件不完整或已损坏，请重新导出后再报。"""


class WorkbookBroken(DeliveryRefused):
    """xlsx文件已损坏、被改名、含有宏或解压后过大，请重新另存或改用csv。"""


class NotLines(DeliveryRefused):
    """不是每行一个对象的JSON Lines文件。"""


class TooManyRows(DeliveryRefused):
    """记录过多，请分成几个文件报送。"""


class StoreFull(Exception):
    """存储空间不足，本次没有写入任何记录；腾出空间后请重新报送。"""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)


class NotDeliverer(Exception):
    """您不能替这个来源报送数据，请联系系统管理员。"""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)


class NotShown(Exception):
    """没有这个来源或这次报送，或您无权查看。"""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)
