"""Versions of statutes that no text at hand prints the dates of.

Each row is a fact of a published history of amendments (the bracket under the title of
the later text): title, day adopted, day of taking effect if it is another one. Only
rows that were looked up belong here. A day of taking effect with a question mark was
found in no text at hand and is held as assumed.
"""

from __future__ import annotations

from datetime import date

from faheng.lawbase.status.declare import Basis, Shelf

VERSIONS = """
公司法 1993-12-29 1994-07-01?
公司法 1999-12-25
公司法 2004-08-28
公司法 2005-10-27 2006-01-01
公司法 2013-12-28 2014-03-01
公司法 2018-10-26
公司法 2023-12-29 2024-07-01
海洋环境保护法 1982-08-23 1983-03-01
海洋环境保护法 1999-12-25 2000-04-01?
海洋环境保护法 2013-12-28
海洋环境保护法 2016-11-07
海洋环境保护法 2017-11-04 2017-11-05
海洋环境保护法 2023-10-24 2024-01-01
"""


def learn_history(shelf: Shelf) -> None:
    """Add the versions that are known without a text."""
    for row in VERSIONS.split("\n"):
        title, *days = row.split() or [""]
        if title:
            adopted_on, *effective_on = (date.fromisoformat(day[:10]) for day in days)
            version = shelf.work(title).version(adopted_on)
            basis = Basis.ASSUMED if row.endswith("?") else Basis.CLAIM
            version.learn(next(iter(effective_on), adopted_on), basis)
