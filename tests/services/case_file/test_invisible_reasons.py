"""A reason that nobody can see is no reason: every act that needs one refuses it, and records nothing."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.support.offices import Small, act, registered
from tests.support.records import held, turn
from tests.support.testimony import presence
from tests.support.transfers import AT_HOME
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.second_person import Alone
from thb_desktop.errors import FieldMissingError, ReasonMissingError
from thb_desktop.services.bundling.bundles import BundleOptions, prepare_bundle
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import formalities, segments

Act = Callable[[Session, Small, str], object]


def correct(session: Session, small: Small, reason: str) -> object:
    return corrections.correct(session, replace(small.official, unit="Unit 2"), reason)


def strike_entry(session: Session, small: Small, reason: str) -> object:
    return corrections.strike_out(session, "official", small.official.id, reason)


def strike_turn(session: Session, small: Small, reason: str) -> object:
    return segments.strike_segment(session, turn(session, held(session, small)).id, reason)


def strike_row(session: Session, small: Small, reason: str) -> object:
    row = formalities.add_formality(session, held(session, small).id, presence())
    return formalities.strike_formality(session, row, reason)


def record_custody(session: Session, small: Small, reason: str) -> object:
    stored = act(v.CustodyAction.STORED, reason=reason)
    return custody.record_custody_event(session, registered(session, small).id, stored)


def erase_alone(session: Session, small: Small, reason: str) -> object:
    kept = registered(session, small)
    erased = act(v.CustodyAction.ERASED)
    return custody.record_custody_event(session, kept.id, erased, second=Alone(reason=reason))


def reveal(session: Session, small: Small, reason: str) -> object:
    return people.reveal_identity(
        session, small.person.id, justification=reason, second=Alone(reason="Alone")
    )


def prepare(session: Session, small: Small, reason: str) -> object:
    kept = registered(session, small)
    options = BundleOptions(
        identities_because="Needed there",
        languages=(),
        purpose=reason,
        recipient="R",
        exhibit_ids=(kept.id,),
        released_with=Alone(reason="Alone"),
        transfer=AT_HOME,
    )
    return prepare_bundle(session, small.case.id, options)


@pytest.mark.parametrize("reason", ["\u200b", "\u2800 \u3164", "\U000e0041\u202e"])
@pytest.mark.parametrize(
    "needs_reason",
    [correct, strike_entry, strike_turn, strike_row, record_custody, erase_alone, reveal, prepare],
)
def test_a_reason_without_a_visible_character_is_refused(
    session: Session, small: Small, needs_reason: Act, reason: str
):
    with pytest.raises(ReasonMissingError):
        needs_reason(session, small, reason)


def test_a_required_field_wants_a_visible_character(session: Session, small: Small):
    with pytest.raises(FieldMissingError):
        corrections.correct(session, replace(small.official, name="\u2800"), "Misread")
    with pytest.raises(FieldMissingError):
        corrections.correct(session, replace(small.case, titles=(("fr", "\u3164"),)), "Misread")

    assert cases.get_case(session, small.case.id) == small.case
