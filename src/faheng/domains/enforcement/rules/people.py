"""执法人员: who signs as an officer, and whether the certificate allows it."""

from __future__ import annotations

from faheng.kernel.parties.declare import CertificateKind, CertificateStatus
from faheng.kernel.questions.declare import Severity, Table, rule
from faheng.kernel.questions.words import having, holds_on, ibis, within
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

VALID = CertificateStatus.VALID.value
ENFORCEMENT = CertificateKind.ENFORCEMENT.value


def carried(t: Table, certificates: Table) -> Table:
    """Pair rows of people on days with the certificates that had not run out.

    Args:
        t: has `case_id`, `row`, `person_id` and `on`.
        certificates: the table of that name.
    """
    cards = certificates.filter(certificates.kind == ENFORCEMENT)
    held = [t.person_id == cards.person_id, holds_on(cards, t.on)]
    return t.join(cards, held).select(
        **{name: t[name] for name in t.columns}, certificate_id=cards.id
    )


def none_fits(t: Table) -> Table:
    """Keep the rows of which no certificate fits.

    Args:
        t: has a column `fits` beside those of `carried`, 1 or 0.
    """
    keys = ["case_id", "row", "person_id", "on"]
    t = t.group_by(keys).aggregate(fits=t.fits.max())
    return t.filter(t.fits == 0).select(*keys)


@rule(
    "执法证暂扣或注销",
    code="RY-03",
    basis=PENALTY_LAW.article(42, 1),
    severity=Severity.RED,
    mend="更换证件有效的执法人员，重新办理该行为",
    about="acts",
    facts={"on": "办理日期"},
)
def certificate_was_taken_away(
    acts: Table, certificates: Table, certificate_changes: Table
) -> Table:
    """执法人员办理行为当天，所持执法证件已被暂扣、吊销或者挂失。"""
    done = acts.filter(acts.role == "officer").select(
        "case_id", row=acts.id, person_id=acts.actor_id, on=acts.occurred_on
    )
    t = carried(done, certificates)
    told = certificate_changes
    t = t.left_join(
        told, [t.certificate_id == told.certificate_id, told.from_on <= t.on]
    ).select(
        **{name: t[name] for name in t.columns},
        status=told.status,
        from_on=told.from_on,
        change_id=told.id,
    )
    newest = ibis.window(
        group_by=[t.row, t.certificate_id],
        order_by=[t.from_on.desc(), t.change_id.desc()],
    )
    t = t.mutate(place=ibis.row_number().over(newest))
    t = t.filter(t.place == 0)
    in_force = t.status.fill_null(VALID) == VALID
    return none_fits(t.mutate(fits=ibis.ifelse(in_force, 1, 0)))


@rule(
    "辅助人员署名执法",
    code="RY-04",
    basis=PENALTY_LAW.article(42, 1),
    severity=Severity.RED,
    mend="由执法人员重新办理，辅助人员退出办案",
    about="persons",
)
def auxiliary_signed(acts: Table, case_officers: Table, persons: Table) -> Table:
    """辅助人员被列为办案人员，或者以执法人员身份办理了行为。"""
    acting = acts.filter(acts.role == "officer")
    signed = acting.select("case_id", row=acting.actor_id)
    named = case_officers.select("case_id", row=case_officers.person_id)
    t = signed.union(named, distinct=True)
    helpers = persons.filter(persons.is_auxiliary)
    return t.join(helpers, t.row == helpers.id).select(
        case_id=t.case_id, row=t.row, officer_no=helpers.officer_no
    )


@rule(
    "执法类别不符",
    code="RY-05",
    basis=PENALTY_LAW.article(42, 1),
    severity=Severity.YELLOW,
    mend="更换执法人员，或者变更证件的执法领域",
    about="case_officers",
    facts={"on": "指派日期"},
)
def certificate_is_of_another_field(
    case_officers: Table,
    acts: Table,
    penalty_files: Table,
    on_the_spot_files: Table,
    enforcement_items: Table,
    certificates: Table,
    certificate_fields: Table,
) -> Table:
    """办案人员的执法证件都不含本案事项的执法领域。"""
    t = _assigned(case_officers, acts)
    t = carried(t, certificates)
    ordinary = penalty_files.select("case_id", "item_id")
    items = ordinary.union(on_the_spot_files.select("case_id", "item_id"))
    t = t.join(items, t.case_id == items.case_id)
    t = t.join(enforcement_items, items.item_id == enforcement_items.id)
    t = t.left_join(
        certificate_fields, t.certificate_id == certificate_fields.certificate_id
    ).select(
        case_id=t.case_id,
        row=t.row,
        person_id=t.person_id,
        on=t.on,
        field=enforcement_items.field,
        covered=certificate_fields.field,
    )
    fits = t.covered.isnull() | (t.covered == t.field)
    return none_fits(t.mutate(fits=ibis.ifelse(fits, 1, 0)))


@rule(
    "执法区域不符",
    code="RY-06",
    basis=PENALTY_LAW.article(42, 1),
    severity=Severity.YELLOW,
    mend="更换执法人员，或者附跨区域执法的批准文书",
    about="case_officers",
    facts={"on": "指派日期"},
)
def certificate_is_of_another_place(
    case_officers: Table,
    acts: Table,
    penalty_files: Table,
    divisions: Table,
    certificates: Table,
) -> Table:
    """办案人员的执法证件载明的区域都不含违法行为发生地。"""
    t = carried(_assigned(case_officers, acts), certificates)
    # A certificate that names no place is not known to leave one out.
    regions = certificates.select("id", region_id="division_id")
    t = t.join(regions, t.certificate_id == regions.id)
    t = t.join(penalty_files, t.case_id == penalty_files.case_id)
    places, covered = divisions.view(), divisions.view()
    t = t.join(places, penalty_files.place_division_id == places.id)
    t = t.left_join(covered, regions.region_id == covered.id).select(
        case_id=t.case_id,
        row=t.row,
        person_id=t.person_id,
        on=t.on,
        place=places.path,
        region=covered.path,
    )
    fits = t.region.isnull() | within(t.place, t.region)
    return none_fits(t.mutate(fits=ibis.ifelse(fits, 1, 0)))


def _assigned(case_officers: Table, acts: Table) -> Table:
    """Return who was named to handle cases, and since when."""
    return case_officers.join(acts, case_officers.act_id == acts.id).select(
        case_id=case_officers.case_id,
        row=case_officers.id,
        person_id=case_officers.person_id,
        on=acts.occurred_on,
    )


@rule(
    "应回避未回避",
    code="RY-07",
    basis=PENALTY_LAW.article(43, 1),
    severity=Severity.RED,
    mend="更换办案人员，复查其参与取得的证据",
    about="recused_officers",
)
def recused_officer_stayed(
    recused_officers: Table, acts: Table, case_officers: Table
) -> Table:
    """已经决定回避的人员仍是办案人员，或者此后又办理了本案的行为。"""
    left = recused_officers.join(acts, recused_officers.act_id == acts.id).select(
        case_id=recused_officers.case_id,
        row=recused_officers.id,
        person_id=recused_officers.person_id,
        decided_on=acts.occurred_on,
        decided_at=acts.occurred_at,
    )
    keeping = case_officers.filter(case_officers.until_on.isnull())
    stays = having(left, keeping, "case_id", "person_id")
    acted = having(
        left,
        acts,
        "case_id",
        where=lambda t, a: (
            (t.person_id == a.actor_id)
            & (a.role == "officer")
            & (a.occurred_at > t.decided_at)
        ),
    )
    return stays.union(acted, distinct=True).select("case_id", "row", "decided_on")
