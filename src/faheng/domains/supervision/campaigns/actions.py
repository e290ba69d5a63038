"""Starting and closing campaigns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from faheng.domains.supervision.campaigns import queries
from faheng.domains.supervision.campaigns.models import (
    Campaign,
    CampaignOrgan,
    CampaignResult,
    CampaignRule,
)
from faheng.kernel.cases.errors import NotYours, Problem, StepRefused, Unseen
from faheng.kernel.parties.declare import Role, within
from faheng.kernel.parties.models import Organ
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.record.actions import Times, append


@dataclass(frozen=True)
class NewCampaign:
    """What a campaign is to look at; no organ named means all of the division."""

    title: str
    organ_id: int
    codes: tuple[str, ...]
    opened_from: date
    opened_until: date
    organ_ids: tuple[int, ...] = ()
    field: str = ""


@transaction.atomic
def start(new: NewCampaign, viewer: Viewer, at: datetime) -> Campaign:
    """Begin a campaign.

    Raises:
        NotYours: the viewer is no supervisor of the organ that runs it.
        StepRefused: it looks at nothing, or beyond its division.
    """
    if viewer.person_id is None or not viewer.has(Role.SUPERVISOR, new.organ_id):
        raise NotYours("专项监督由执法监督人员发起。")
    organ = Organ.objects.select_related("division").get(pk=new.organ_id)
    problems = _problems(new, organ)
    if problems:
        raise StepRefused(problems)
    campaign = Campaign.objects.create(
        title=new.title.strip(),
        organ=organ,
        division_path=organ.division.path,
        field=new.field,
        opened_from=new.opened_from,
        opened_until=new.opened_until,
        by_id=viewer.person_id,
        started_at=at,
    )
    codes, organs = dict.fromkeys(new.codes), dict.fromkeys(new.organ_ids)
    CampaignRule.objects.bulk_create(
        CampaignRule(campaign=campaign, code=code) for code in codes
    )
    CampaignOrgan.objects.bulk_create(
        CampaignOrgan(campaign=campaign, organ_id=pk) for pk in organs
    )
    public = {"by": viewer.person_id, "codes": list(codes), "organs": list(organs)}
    append(campaign.chain, "supervision.campaign.started", public, {}, Times(at, at))
    return campaign


def _problems(new: NewCampaign, organ: Organ) -> list[Problem]:
    found = []
    if not new.title.strip():
        found.append(Problem("没有写名称", field="title", key="missing"))
    if not new.codes:
        found.append(Problem("没有选规则", field="codes", key="missing"))
    if new.opened_from > new.opened_until:
        found.append(Problem("起止日期颠倒", field="opened_until"))
    named = Organ.objects.filter(pk__in=new.organ_ids).select_related("division")
    paths = [one.division.path for one in named]
    outside = any(not within(path, organ.division.path) for path in paths)
    if outside or len(paths) != len(set(new.organ_ids)):
        found.append(Problem("所选机关不在监督范围内", field="organ_ids"))
    return found


@transaction.atomic
def close(campaign_id: int, conclusion: str, viewer: Viewer, at: datetime) -> Campaign:
    """End a campaign and keep what it had found by then.

    Raises:
        Unseen, NotYours: as for cases.
        StepRefused: it is closed already, or nothing was concluded.
    """
    rows = Campaign.objects.select_for_update(of=("self",))
    campaign = rows.filter(pk=campaign_id).first()
    if campaign is None or not viewer.supervises(campaign.division_path):
        raise Unseen
    if not viewer.has(Role.SUPERVISOR, campaign.organ_id):
        raise NotYours("专项监督由发起的机关结束。")
    if campaign.closed_at is not None:
        raise StepRefused([Problem("专项监督已经结束", key="order")])
    if not conclusion.strip():
        raise StepRefused([Problem("没有写结论", field="conclusion", key="missing")])
    CampaignResult.objects.bulk_create(
        CampaignResult(campaign=campaign, **vars(tally))
        for tally in queries.tallies(campaign)
    )
    campaign.closed_at, campaign.conclusion = at, conclusion.strip()
    campaign.save(update_fields=["closed_at", "conclusion"])
    public = {"by": viewer.person_id}
    secret = {"conclusion": campaign.conclusion}
    times = Times(at, at)
    append(campaign.chain, "supervision.campaign.closed", public, secret, times)
    return campaign
