"""Addresses of the pages of those who watch."""

from __future__ import annotations

from django.urls import path

from faheng.web.views import complaints
from faheng.web.views.supervising import (
    board,
    campaigns,
    finding,
    findings,
    rules,
    spread,
    taking_up,
    upward,
)

urlpatterns = [
    path("supervision/", board.board, name="supervision"),
    path("supervision/findings/", findings.findings, name="findings"),
    path("supervision/findings/together/", findings.together, name="findings_together"),
    path("supervision/findings/<int:pk>/", finding.finding, name="finding"),
    path(
        "supervision/findings/<int:pk>/taking-up/",
        taking_up.take_up,
        name="finding_take_up",
    ),
    path("supervision/rules/", rules.rules, name="rules"),
    path("supervision/rules/<str:code>/", rules.rule, name="rule"),
    path("supervision/failures/", rules.failures, name="rule_failures"),
    path("supervision/campaigns/", campaigns.campaigns, name="campaigns"),
    path("supervision/campaigns/new/", campaigns.campaign_new, name="campaign_new"),
    path("supervision/campaigns/<int:pk>/", campaigns.campaign, name="campaign"),
    path("supervision/discretion/", spread.spread, name="spread"),
    path(
        "supervision/discretion/decisions/",
        spread.decisions,
        name="spread_decisions",
    ),
    path("supervision/discretion/uses/", spread.uses, name="list_uses"),
    path("supervision/upward/", upward.upward, name="upward"),
    path("supervision/complaints/", complaints.tray, name="complaints"),
    path("supervision/complaints/new/", complaints.write_down, name="complaint_new"),
    path("supervision/complaints/<int:pk>/", complaints.slip, name="complaint"),
    path("findings/", findings.mine, name="my_findings"),
    path("cases/<int:case_id>/findings/seen/", finding.seen, name="findings_seen"),
]
