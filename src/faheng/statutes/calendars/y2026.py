"""The working year 2026.

Facts of the State Council's notice on the public holidays of 2026, checked day by
day against the package chinesecalendar. Weekends inside a holiday stay weekends.
"""

from __future__ import annotations

from faheng.kernel.clocks.declare import declare_year

YEAR = declare_year(
    2026,
    source="国务院办公厅关于2026年部分节假日安排的通知",
    statutory="0101 0216 0217 0218 0219 0405 0501 0502 0619 0925 1001 1002 1003",
    rest="0102 0220 0223 0406 0504 0505 1005 1006 1007",
    work="0104 0214 0228 0509 0920 1010",
)
