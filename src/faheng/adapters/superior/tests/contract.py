"""What any platform above must pass; a vendor's tests inherit from this class."""

from __future__ import annotations

from dataclasses import replace

from faheng.adapters.superior.base import Record, Superior, Verdict

CASE = Record(
    source="faheng",
    entity="case",
    key="42",
    version=1,
    content={
        "number": "望城立〔2026〕1号",
        "organ": "bureau",
        "opened_on": "2026-03-02",
    },
)


class SuperiorContract:
    """Inherit, and give a `superior` fixture that is empty for each test."""

    def test_a_whole_record_is_accepted_with_a_number(self, superior: Superior):
        (receipt,) = superior.push([CASE])

        assert receipt.verdict is Verdict.ACCEPTED
        assert receipt.number
        assert receipt.record == CASE

    def test_the_same_record_again_is_a_duplicate_of_the_same_number(
        self, superior: Superior
    ):
        (first,) = superior.push([CASE])
        (second,) = superior.push([CASE])

        assert second.verdict is Verdict.DUPLICATE
        assert second.number == first.number

    def test_a_record_sent_twice_at_once_is_kept_once(self, superior: Superior):
        first, second = superior.push([CASE, CASE])

        assert first.verdict is Verdict.ACCEPTED
        assert second.verdict is Verdict.DUPLICATE

    def test_a_newer_version_is_accepted(self, superior: Superior):
        superior.push([CASE])
        (receipt,) = superior.push([replace(CASE, version=2)])

        assert receipt.verdict is Verdict.ACCEPTED

    def test_an_older_version_does_not_come_back(self, superior: Superior):
        superior.push([replace(CASE, version=2)])
        (receipt,) = superior.push([CASE])

        assert receipt.verdict is Verdict.DUPLICATE

    def test_a_record_that_lacks_something_is_rejected_with_reasons(
        self, superior: Superior
    ):
        (receipt,) = superior.push([replace(CASE, content={})])

        assert receipt.verdict is Verdict.REJECTED
        assert receipt.reasons
        assert all(reason.strip() for reason in receipt.reasons)

    def test_one_rejected_record_keeps_no_other_out(self, superior: Superior):
        bad = replace(CASE, key="43", content={})
        receipts = superior.push([bad, CASE])

        assert [one.record.key for one in receipts] == ["43", "42"]
        assert [one.verdict for one in receipts] == [
            Verdict.REJECTED,
            Verdict.ACCEPTED,
        ]

    def test_a_rejected_version_may_be_sent_again_whole(self, superior: Superior):
        superior.push([replace(CASE, content={})])
        (receipt,) = superior.push([CASE])

        assert receipt.verdict is Verdict.ACCEPTED

    def test_two_sources_may_use_the_same_key(self, superior: Superior):
        other = replace(CASE, source="other")
        receipts = superior.push([CASE, other])

        assert {one.verdict for one in receipts} == {Verdict.ACCEPTED}

    def test_nothing_is_answered_by_nothing(self, superior: Superior):
        assert superior.push([]) == []
