"""The working year 2025.

Facts of the State Council's notice on the public holidays of 2025, checked day by
day against the package chinesecalendar. Weekends inside a holiday stay weekends.
"""

from __future__ import annotations

from faheng.kernel.clocks.declare import declare_year

YEAR = declare_year(
    2025,
    source="国务院办公厅关于2025年部分节假日安排的通知",
    statutory="0101 0128 0129 0130 0131 0404 0501 0502 0531 1001 1002 1003 1006",
    rest="0203 0204 0505 0602 1007 1008",
    work="0126 0208 0427 0928 1011",
)
