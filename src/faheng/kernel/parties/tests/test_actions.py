from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from faheng.kernel.parties import actions
from faheng.kernel.parties.actions.certificates import Change
from faheng.kernel.parties.declare import (
    Level,
    NewAppointment,
    NewCertificate,
    NewDivision,
    NewOrgan,
    NewPerson,
    OrganKind,
    Role,
)
from faheng.kernel.parties.models import Appointment, Certificate
from faheng.kernel.parties.queries import NOBODY, system
from faheng.kernel.parties.refusals import (
    AlreadyEnded,
    AlreadyHeld,
    AlreadyOnFile,
    AlreadyRevoked,
    ChangeBackdated,
    DatesReversed,
    EndBeforeStart,
    Incomplete,
    LegalQualificationMissing,
    NotAdministrator,
    NotForAuxiliaries,
    NotForOneself,
    NotOnFile,
    NumberWrong,
    SystemIsNobody,
)
from faheng.kernel.parties.tests.cast import AT, DAY, SINCE, City, build

pytestmark = pytest.mark.django_db

GOOD_ID = "440300199001011238"
OTHER_ID = "11010519491231002X"
GOOD_USCC = "91350100M000100Y43"
ONE_DAY = timedelta(days=1)


@pytest.fixture
def city() -> City:
    return build()


def organ(**more) -> NewOrgan:
    plain = {
        "code": "new",
        "name": "新局",
        "short_name": "新",
        "mark": "新",
        "level": Level.DISTRICT,
        "division_code": "449901",
        "qualified_from": SINCE,
    }
    return NewOrgan(**plain | more)


class TestAdministration:
    def test_an_administrator_keeps_up_the_own_division_only(self, city):
        city.hire("管", "bureau", Role.ADMINISTRATOR)
        by = city.viewer("管")
        assert actions.create_organ(organ(), by=by).pk
        with pytest.raises(NotAdministrator):
            actions.create_organ(organ(code="n2", division_code="449902"), by=by)
        with pytest.raises(NotAdministrator):
            actions.create_organ(organ(code="n3", division_code="4499"), by=by)

    @pytest.mark.parametrize(
        "role", [r for r in Role if r not in {Role.ADMINISTRATOR, Role.SYSTEM}]
    )
    def test_no_other_role_administers(self, city, role):
        city.hire("甲", "city", role, legal_qualification_no="A")
        with pytest.raises(NotAdministrator):
            actions.create_organ(organ(), by=city.viewer("甲"))

    def test_nobody_administers_nothing(self, city):
        with pytest.raises(NotAdministrator):
            actions.create_organ(organ(), by=NOBODY)
        with pytest.raises(NotAdministrator):
            actions.create_person(
                NewPerson("乙", city.organs["city"].pk, "X1"), by=NOBODY, at=AT
            )

    @pytest.mark.parametrize(
        ("more", "refusal"),
        [
            ({"uscc": "91350100M000100Y44"}, NumberWrong),
            ({"uscc": GOOD_USCC}, NumberWrong),
            ({"qualified_until": SINCE - ONE_DAY}, DatesReversed),
            ({"code": "bureau"}, AlreadyOnFile),
            ({"name": " "}, Incomplete),
            ({"division_code": "999999"}, NotOnFile),
            ({"parent_code": "nowhere"}, NotOnFile),
        ],
    )
    def test_a_faulty_organ_is_refused(self, city, more, refusal):
        with pytest.raises(refusal):
            actions.create_organ(organ(**more), by=system())

    def test_an_authorised_body_may_carry_another_code(self, city):
        what = organ(uscc=GOOD_USCC.lower(), kind=OrganKind.AUTHORISED)
        assert actions.create_organ(what, by=system()).uscc == GOOD_USCC

    @pytest.mark.parametrize("code", ["44A901", "44990", "4499012345678"])
    def test_a_division_code_has_the_form_of_the_standard(self, city, code):
        with pytest.raises(NumberWrong):
            actions.create_division(
                NewDivision(code, "某区", Level.DISTRICT, "4499"), by=system()
            )

    def test_a_person_is_entered_once(self, city):
        what = NewPerson("乙", city.organs["city"].pk, "X1", id_no=GOOD_ID)
        actions.create_person(what, by=system(), at=AT)
        with pytest.raises(AlreadyOnFile):
            actions.create_person(replace(what, officer_no="X2"), by=system(), at=AT)

    def test_a_weak_password_is_told_why(self, city):
        city.hire("甲", "bureau", None)
        with pytest.raises(Incomplete):
            actions.open_account(city.people["甲"].pk, "jia", "12345", by=system())


class TestAppointment:
    def appointing(self, city, **more) -> NewAppointment:
        plain = {
            "person_id": city.people["甲"].pk,
            "role": Role.HEAD,
            "organ_id": city.organs["bureau"].pk,
            "valid_from": DAY,
            "valid_until": DAY + ONE_DAY,
        }
        return NewAppointment(**plain | more)

    @pytest.mark.parametrize(
        ("person", "appointment", "refusal"),
        [
            ({}, {"valid_until": DAY - ONE_DAY}, DatesReversed),
            ({}, {"role": Role.SYSTEM}, SystemIsNobody),
            ({}, {"role": Role.REVIEWER}, LegalQualificationMissing),
            ({"is_auxiliary": True}, {"role": Role.OFFICER}, NotForAuxiliaries),
            ({}, {"organ_id": 0}, NotOnFile),
            ({}, {"person_id": 0}, NotOnFile),
        ],
    )
    def test_an_unlawful_appointment_is_refused(
        self, city, person, appointment, refusal
    ):
        city.hire("甲", "bureau", None, **person)
        with pytest.raises(refusal):
            actions.appoint(self.appointing(city, **appointment), by=system(), at=AT)
        assert not Appointment.objects.exists()

    def test_one_role_is_not_held_twice_at_a_time(self, city):
        city.hire("甲", "bureau", None)
        actions.appoint(self.appointing(city), by=system(), at=AT)
        for shift, clashes in ((-2, False), (-1, True), (1, True), (2, False)):
            what = self.appointing(
                city,
                valid_from=DAY + shift * ONE_DAY,
                valid_until=DAY + (shift + 1) * ONE_DAY,
            )
            if clashes:
                with pytest.raises(AlreadyHeld):
                    actions.appoint(what, by=system(), at=AT)
            else:
                actions.appoint(what, by=system(), at=AT)

    def test_an_administrator_does_not_promote_oneself(self, city):
        city.hire("甲", "bureau", Role.ADMINISTRATOR)
        with pytest.raises(NotForOneself):
            actions.appoint(self.appointing(city), by=city.viewer("甲"), at=AT)

    def test_an_end_keeps_who_and_why(self, city):
        city.hire("管", "bureau", Role.ADMINISTRATOR)
        city.hire("甲", "bureau", Role.OFFICER)
        row = Appointment.objects.get(person=city.people["甲"])
        by = city.viewer("管")
        with pytest.raises(EndBeforeStart):
            actions.end_appointment(row.pk, SINCE - ONE_DAY, "调离", by=by, at=AT)
        with pytest.raises(Incomplete):
            actions.end_appointment(row.pk, DAY, "", by=by, at=AT)
        actions.end_appointment(row.pk, DAY, "调离", by=by, at=AT)
        row.refresh_from_db()
        assert (row.valid_until, row.ended_by_id) == (DAY, by.person_id)
        with pytest.raises(AlreadyEnded):
            actions.end_appointment(row.pk, DAY + ONE_DAY, "再延", by=by, at=AT)


class TestCertificate:
    @pytest.fixture
    def certificate(self, city) -> Certificate:
        person = city.hire("甲", "bureau", Role.OFFICER)
        return actions.issue_certificate(
            NewCertificate(person.pk, "ZF001", SINCE), by=system(), at=AT
        )

    def test_each_change_is_kept(self, certificate):
        actions.suspend_certificate(Change("ZF001", DAY, "查"), by=system(), at=AT)
        actions.revoke_certificate(Change("ZF001", DAY, "违纪"), by=system(), at=AT)
        kept = list(certificate.changes.values_list("status", flat=True))
        assert kept == ["valid", "suspended", "revoked"]

    def test_a_revoked_certificate_stays_revoked(self, certificate):
        actions.revoke_certificate(Change("ZF001", DAY, "违纪"), by=system(), at=AT)
        with pytest.raises(AlreadyRevoked):
            actions.restore_certificate(Change("ZF001", DAY, "误"), by=system(), at=AT)

    def test_a_change_is_not_slipped_in_before_another(self, certificate):
        actions.suspend_certificate(Change("ZF001", DAY, "查"), by=system(), at=AT)
        with pytest.raises(ChangeBackdated):
            actions.restore_certificate(
                Change("ZF001", DAY - ONE_DAY, "误"), by=system(), at=AT
            )

    def test_one_number_is_issued_once(self, city, certificate):
        with pytest.raises(AlreadyOnFile):
            actions.issue_certificate(
                NewCertificate(certificate.person_id, "ZF001", DAY),
                by=system(),
                at=AT,
            )

    def test_a_neighbour_cannot_revoke(self, city, certificate):
        city.hire("邻", "neighbour", Role.ADMINISTRATOR)
        with pytest.raises(NotAdministrator):
            actions.revoke_certificate(
                Change("ZF001", DAY, "违纪"), by=city.viewer("邻"), at=AT
            )
