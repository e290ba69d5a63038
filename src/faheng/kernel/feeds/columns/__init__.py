"""Kinds of column of a feed: how a text is read, and what can be wrong with it."""

from __future__ import annotations

from faheng.kernel.feeds.columns.base import DAY, Column, Fault, literal, name
from faheng.kernel.feeds.columns.codes import Code, Codes, Known, YesNo
from faheng.kernel.feeds.columns.days import Day, Moment
from faheng.kernel.feeds.columns.identifiers import CitizenId, CreditCode
from faheng.kernel.feeds.columns.numbers import Number, WanYuan, Yuan

__all__ = [
    "DAY",
    "CitizenId",
    "Code",
    "Codes",
    "Column",
    "CreditCode",
    "Day",
    "Fault",
    "Known",
    "Moment",
    "Number",
    "WanYuan",
    "YesNo",
    "Yuan",
    "literal",
    "name",
]
