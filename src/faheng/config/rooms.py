"""Which rooms of the house are Django apps, and at which address each answers.

A new room is one line here.
"""

from __future__ import annotations

APPS = [
    "faheng.kernel.parties",
    "faheng.kernel.record",
    "faheng.kernel.clocks",
    "faheng.kernel.documents",
    "faheng.kernel.procedures",
    "faheng.kernel.registers",
    "faheng.kernel.feeds",
    "faheng.kernel.cases",
    "faheng.kernel.questions",
    "faheng.kernel.alerts",
    "faheng.lawbase",
    "faheng.domains.enforcement",
    "faheng.domains.supervision",
    "faheng.web",
    "faheng.portal",
    "faheng.api",
]

ADDRESSES = {
    "faheng.api.urls": "api/v1/",
    "faheng.web.urls": "",
    "faheng.portal.urls": "",
}
