"""A bundle under an EIO issues the records of its hearings at a distance as their minutes (V-X-08)."""

from dataclasses import replace

import pytest

from tests.support.instruments import added
from tests.support.offices import Small, held_interview
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentType
from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.errors import MinutesIncompleteError
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundle_options import BundleOptions
from thb_desktop.services.bundling.minutes import check_issued, verify_issued
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import records
from thb_desktop.words import LANGUAGES, sentence


def found(session: Session, small: Small, order: Instrument) -> list[Finding]:
    chosen = BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="Execution of EIO-1",
        recipient="DIICOT",
        interview_ids=None,
        exhibit_ids=(),
        released_with=ALONE,
        transfer=replace(AT_HOME, state="RO", instrument_id=order.id),
    )
    told = bundles.check_bundle(session, small.case.id, chosen)
    return [each for each in told if each.code == "minutes-incomplete"]


@pytest.mark.parametrize("kind", [InstrumentType.EIO, InstrumentType.EIO_SUPPLEMENTARY])
def test_a_record_that_lacks_an_item_is_refused_under_the_order_of_its_hearing(
    session: Session, small: Small, kind: InstrumentType
):
    order = added(session, small, type=kind)
    other = added(session, small, number="EIO-2")
    held = held_interview(session, small, medium=v.Medium.VIDEO_LINK, instrument_id=order.id)
    whole = records.get_interview(session, held.id)

    (refused,) = found(session, small, order)

    assert refused.standing is Standing.BROKEN
    assert len(refused.values["missing"]) > 1  # type: ignore[arg-type]  # a tuple
    for language in LANGUAGES:
        assert "V-X-08" in sentence(refused, language)
    assert found(session, small, other) == []
    with pytest.raises(MinutesIncompleteError) as error:
        verify_issued(session.read, [whole], order.id)
    assert error.value.named == {"number": held.number, "instrument": "EIO-1"}
    verify_issued(session.read, [whole], other.id)
    verify_issued(session.read, [whole], None)


def test_a_hearing_in_person_and_a_request_of_another_kind_have_no_such_minutes(
    session: Session, small: Small
):
    order = added(session, small)
    held_interview(session, small, medium=v.Medium.IN_PERSON, instrument_id=order.id)

    assert found(session, small, order) == []


def test_what_a_supplement_that_goes_out_with_it_has_is_not_lacking(session: Session, small: Small):
    order = added(session, small)
    held = held_interview(session, small, medium=v.Medium.VIDEO_LINK, instrument_id=order.id)
    whole = records.get_interview(session, held.id)

    def missing(*others: InterviewInFull) -> set[str]:
        (told,) = check_issued(session.read, [whole, *others], order.id)
        return {each.key for each in told.values["missing"]}  # type: ignore[union-attr]  # a tuple of findings

    later = replace(
        whole.interview,
        id=InterviewId("later"),
        supplements_id=held.id,
        instrument_id=None,
        medium=v.Medium.IN_PERSON,
        technical_conditions="Line 2 Mbit/s, picture and sound without a break",
    )
    supplement = replace(whole, interview=later)
    unrelated = replace(whole, interview=replace(later, supplements_id=None))

    assert missing() - missing(supplement) == {"V-X-08.technical"}
    assert missing(unrelated) == missing()
