"""Descriptions of exhibits: entered, corrected, struck out, refused, printed and told to a receiver."""

from dataclasses import replace

import pytest

from tests.services.case_file.test_ways_in import SEIZED
from tests.support.offices import Small, exhibit
from thb_desktop.domain.description import ItemDescription, OnlineCapture
from thb_desktop.domain.description_codes import CaptureBasis, PowerState
from thb_desktop.domain.description_rules import check_capture
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import CaseId, ExhibitId, RowId
from thb_desktop.domain.vocabulary import ClockSource
from thb_desktop.errors import CovertCaptureError, FieldMissingError, NotFoundError, StruckOutError
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import descriptions, exhibits


@pytest.fixture
def seized(session: Session, small: Small) -> Exhibit:
    return exhibits.register_exhibit(session, exhibit(small), SEIZED)


def item(of: Exhibit, name: str = "Telephone") -> ItemDescription:
    return ItemDescription(id=RowId(""), case_id=CaseId(""), exhibit_id=of.id, item=name)


def capture(of: Exhibit) -> OnlineCapture:
    return OnlineCapture(
        id=RowId(""),
        case_id=CaseId(""),
        exhibit_id=of.id,
        requested_url="https://example.org/ads/17",
        captured_at=of.collected_at,
    )


def test_an_exhibit_of_several_things_has_a_description_of_each(session: Session, seized: Exhibit):
    phone = descriptions.describe_item(session, replace(item(seized), power_found=PowerState.ON))
    card = descriptions.describe_item(session, item(seized, "SIM card"))

    items, captures = descriptions.list_described(session, seized.id)

    assert items == (phone, card)
    assert phone.case_id == seized.case_id
    assert captures == ()


def test_what_was_described_wrongly_is_corrected_with_a_reason_and_stays_readable(
    session: Session, seized: Exhibit
):
    phone = descriptions.describe_item(session, replace(item(seized), serial="R58N"))

    corrections.correct(session, replace(phone, serial="R5BN"), "Misread the label")

    ((now,), _) = descriptions.list_described(session, seized.id)
    (told,) = corrections.list_corrections(session, phone.id)
    assert now.serial == "R5BN"
    assert (told.before, told.after, told.reason) == ("R58N", "R5BN", "Misread the label")


def test_a_description_that_was_struck_out_stays_and_cannot_be_corrected(session: Session, seized: Exhibit):
    phone = descriptions.describe_item(session, item(seized))
    corrections.strike_out(session, "item_description", phone.id, "Another exhibit")

    with pytest.raises(StruckOutError):
        corrections.correct(session, replace(phone, make="Samsung"), "Read on the back")

    ((struck,), _) = descriptions.list_described(session, seized.id)
    assert struck.struck == "Another exhibit"


@pytest.mark.parametrize("of", ["missing", "struck"])
def test_only_an_exhibit_that_stands_is_described(session: Session, seized: Exhibit, of: str):
    corrections.strike_out(session, "exhibit", seized.id, "Entered twice")
    about = seized if of == "struck" else replace(seized, id=ExhibitId("nowhere"))

    with pytest.raises(StruckOutError if of == "struck" else NotFoundError):
        descriptions.describe_item(session, item(about))


def test_a_description_says_of_what(session: Session, seized: Exhibit):
    with pytest.raises(FieldMissingError) as refusal:
        descriptions.describe_item(session, item(seized, " "))

    assert refusal.value.field == "item_description.item"


def test_v_e_10_a_covert_identity_that_was_logged_in_needs_its_order(session: Session, seized: Exhibit):
    covert = replace(
        capture(seized), covert=True, logged_in=True, basis=CaptureBasis.UNDERCOVER_ORDER, authority=" "
    )

    with pytest.raises(CovertCaptureError) as refusal:
        descriptions.describe_capture(session, covert)

    assert refusal.value.field == "online_capture.authority"
    kept = descriptions.describe_capture(session, replace(covert, authority="Order BE/LI/77 of 3 March"))
    with pytest.raises(CovertCaptureError):
        corrections.correct(session, replace(kept, authority=""), "Another order")


def test_v_e_10_a_capture_without_tool_or_clock_is_told_before_a_bundle(seized: Exhibit):
    bare = capture(seized)
    known = replace(bare, tool="Webrecorder 1.9", clock=ClockSource.NTP_BEFORE_ISOLATION)

    told = [(each.code, each.case) for each in check_capture(bare, "E-1")]

    assert told == [("V-E-10", "tool"), ("V-E-10", "clock")]
    assert list(check_capture(known, "E-1")) == []
