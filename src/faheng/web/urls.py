"""Addresses of the staff pages."""

from __future__ import annotations

from django.conf import settings
from django.urls import include, path
from django.urls.resolvers import URLPattern, URLResolver

from faheng.web.style import views as style
from faheng.web.views import (
    cases,
    evidence,
    opening,
    papers,
    search,
    steps,
    weighing,
    work,
)

CASE = "cases/<int:case_id>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("faheng.web.urls_registers")),
    path("", include("faheng.web.urls_feeds")),
    path("", include("faheng.web.urls_law")),
    path("", include("faheng.web.urls_supervision")),
    path("", include("faheng.web.urls_administration")),
    path("work/", work.work, name="work"),
    path("work/<int:task_id>/peek/", work.peek, name="peek"),
    path("notices/", work.notices, name="notices"),
    path("notices/read/", work.read_notices, name="notices_read"),
    path("search/", search.search, name="search"),
    path("cases/", cases.case_list, name="case_list"),
    path("cases/mine/", cases.case_list, {"mine": True}, name="my_cases"),
    path("cases/new/", opening.case_new, name="case_new"),
    path(
        "cases/new/<int:organ_id>/<str:procedure>/<slug:step>/",
        steps.opening,
        name="case_open",
    ),
    path(CASE, cases.case, name="case"),
    path(f"{CASE}afterwards/", cases.afterwards, name="afterwards"),
    path(f"{CASE}clocks/<int:clock_id>/", cases.clock, name="clock"),
    path(f"{CASE}weighing/", weighing.sheet, name="weigh_sheet"),
    path(
        f"{CASE}courses/<int:course_id>/weigh/proposal/",
        weighing.proposal,
        name="weigh_proposal",
    ),
    path(f"{CASE}evidence/upload/", evidence.upload, name="evidence_upload"),
    path(f"{CASE}evidence/<int:evidence_id>/", evidence.evidence, name="evidence"),
    path(f"{CASE}courses/<int:course_id>/<slug:step>/", steps.step, name="step"),
    path(
        f"{CASE}tracks/<slug:track>/<slug:step>/", steps.track_step, name="track_step"
    ),
    path("papers/<int:paper_id>/", papers.paper, name="paper"),
    path("papers/<int:paper_id>.pdf", papers.pdf, name="paper_pdf"),
    path("papers/<int:paper_id>.docx", papers.docx, name="paper_docx"),
]

if settings.DEBUG:
    urlpatterns += [
        path("style/", style.parts_page, name="style"),
        path("style/work/", style.work_page, name="style_work"),
        path("style/case/", style.case_page, name="style_case"),
        path("style/form/", style.form_page, name="style_form"),
        path("style/register/", style.register_page, name="style_register"),
        path("style/refusal/<int:status>/", style.refusal_page, name="style_refusal"),
    ]
