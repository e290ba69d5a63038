"""What the law base refuses, and why."""

from __future__ import annotations


class Refused(Exception):
    """The law base did not do what was asked; the message says why."""


class NotThere(Refused):
    """没有这一条记录"""


class NothingToSplit(Refused):
    """改正后的文本中没有条文"""


class NoText(Refused):
    """这一版没有收到文本"""
