"""The working year 2024.

Facts of the State Council's notice on the public holidays of 2024, checked day by
day against the package chinesecalendar. Weekends inside a holiday stay weekends.
"""

from __future__ import annotations

from faheng.kernel.clocks.declare import declare_year

YEAR = declare_year(
    2024,
    source="国务院办公厅关于2024年部分节假日安排的通知",
    statutory="0101 0210 0211 0212 0404 0501 0610 0917 1001 1002 1003",
    rest="0213 0214 0215 0216 0405 0502 0503 0916 1004 1007",
    work="0204 0218 0407 0428 0511 0914 0929 1012",
)
