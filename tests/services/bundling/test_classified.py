"""Classified information is not entered and leaves by no bundle; an overdue review of a case is told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest

from tests.services.bundling.test_bundles import options
from tests.support.offices import Small, case_file, registered
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentType
from thb_desktop.domain.ids import InstrumentId
from thb_desktop.errors import ClassifiedMarkingError
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import bundles
from thb_desktop.services.case_file import cases, entries
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files

MARKED = "Note of Europol, CONFIDENTIEL UE/EU CONFIDENTIAL"


def instrument(small: Small, **changes: str) -> Instrument:
    return Instrument(
        id=InstrumentId(""),
        case_id=small.case.id,
        number="X-1",
        type=InstrumentType.OTHER,
        status=None,
        reference="X-1",
        from_country="BE",
        to_country="RO",
        issued_on=None,
        acknowledged_on=None,
        executed_on=None,
        **changes,
    )


@pytest.mark.parametrize(
    ("enter", "field"),
    [
        (lambda session, small: registered(session, small, description=MARKED), "exhibit.description"),
        (lambda session, small: registered(session, small, titles=(("fr", MARKED),)), "exhibit.titles"),
        (
            lambda session, small: cooperation.register_instrument(session, instrument(small, note=MARKED)),
            "instrument.note",
        ),
        (
            lambda session, _: cases.open_case(session, case_file(reference="2026/9", notice_number=MARKED)),
            "case_file.notice_number",
        ),
        (
            lambda session, small: corrections.correct(
                session, replace(small.case, notice_number=MARKED), "As on the paper"
            ),
            "case_file.notice_number",
        ),
    ],
)
def test_an_entry_with_the_marking_is_refused_and_writes_nothing(
    session: Session, small: Small, enter: Callable[[Session, Small], object], field: str
):
    """V-P-07."""
    size = session.journal.size

    with pytest.raises(ClassifiedMarkingError) as refused:
        enter(session, small)

    assert refused.value.field == field
    assert session.journal.size == size


def test_a_file_whose_name_has_the_marking_is_not_taken_in(session: Session, small: Small):
    kept = registered(session, small)

    with pytest.raises(ClassifiedMarkingError):
        exhibit_files.add_file(
            session,
            kept.id,
            source=BytesIO(b"x"),
            name="S-UE_EU-S SECRET_UE.pdf",
            media_type="application/pdf",
        )


def test_what_was_entered_before_leaves_by_no_bundle(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as earlier:
        earlier.setattr(entries, "verify_unclassified", lambda *_: None)
        kept = registered(session, small, description=MARKED)
        cooperation.register_instrument(session, instrument(small, note=MARKED))
    changed = corrections.correct(session, replace(kept, source="A desk"), "The source was told")

    found = {each.code: each for each in bundles.check_bundle(session, small.case.id, options())}

    assert changed.description == MARKED
    assert found["classified-marking"].standing is Standing.BROKEN
    assert found["classified-marking"].values == {"numbers": (kept.number, "X-1")}
    with pytest.raises(ClassifiedMarkingError):
        bundles.prepare_bundle(session, small.case.id, options())


@pytest.mark.parametrize(("days", "is_told"), [(-1, True), (0, False), (1, False), (None, False)])
def test_a_review_that_is_overdue_is_told(session: Session, small: Small, days: int | None, *, is_told: bool):
    """V-P-03."""
    if days is not None:
        day = session.clock.read().at.date() + timedelta(days=days)
        corrections.correct(session, replace(small.case, review_on=day), "Decision of the judge")

    found = bundles.check_bundle(session, small.case.id, options())

    told = [each for each in found if each.code == "retention-overdue"]
    assert [each.standing for each in told] == ([Standing.UNKNOWN] if is_told else [])
