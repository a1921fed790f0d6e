"""Retention: an exhibit is kept until a day, for a ground, as somebody decided; a legal hold bars its end."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.support.offices import LATER, Small, act, exhibit, registered
from tests.support.second_person import ALONE
from thb_desktop.domain.custody_kinds import DISPOSALS
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.vocabulary import BarKind, CustodyAction
from thb_desktop.errors import DisposalBarredError, FieldMissingError, KeptUntilError
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibits, leaving
from thb_desktop.services.evidence.custody_checks import check_exhibit
from thb_desktop.services.evidence.retention import list_kept
from thb_desktop.vault.tables import registry
from thb_desktop.words import sentence

TODAY = LATER.date()
DECIDED = {"keep_ground": "Appeal of 2 June", "keep_decided_by": "Judge Exemple"}
BACK = {"to_party": "The owner"}


def kept(session: Session, small: Small, until: date, **changes: Any) -> Exhibit:
    told = exhibit(small, keep_until=until, **(DECIDED | changes))
    return exhibits.register_exhibit(session, told, act())


def cases(session: Session, of: Exhibit) -> set[str]:
    return {each.case for each in check_exhibit(session, of.id).findings}


@pytest.mark.parametrize("lacks", DECIDED)
def test_a_last_day_has_its_ground_and_who_decided_it(session: Session, small: Small, lacks: str):
    with pytest.raises(FieldMissingError) as refusal:
        kept(session, small, TODAY, **{lacks: " "})

    assert refusal.value.field == f"exhibit.{lacks}"
    assert registry.EXHIBIT.all(session.read) == ()


@pytest.mark.parametrize("action", DISPOSALS)
def test_an_exhibit_is_not_disposed_of_before_its_last_day_is_past(
    session: Session, small: Small, action: CustodyAction
):
    held = kept(session, small, TODAY)

    with pytest.raises(KeptUntilError) as refusal:
        custody.record_custody_event(session, held.id, act(action), second=ALONE)

    assert refusal.value.named == {"day": TODAY.isoformat()}
    assert len(custody.list_events(session, held.id)) == 1


def test_another_day_is_a_correction_and_what_is_due_can_be_disposed_of(session: Session, small: Small):
    held = kept(session, small, TODAY + timedelta(days=900))

    corrections.correct(session, replace(held, keep_until=TODAY - timedelta(days=1)), "Judgment is final")
    before = cases(session, held)
    custody.record_custody_event(session, held.id, act(CustodyAction.DESTROYED), second=ALONE)

    assert "kept-long-enough" in before
    assert "kept-long-enough" not in cases(session, held)
    assert list_kept(session, small.case.id) == ()


def test_a_disposal_on_the_last_day_or_before_it_is_told(session: Session, small: Small):
    """As another program records one, or as a day that was entered too early is corrected later."""
    gone = act(CustodyAction.DESTROYED)
    held = kept(session, small, gone.occurred_at.date() - timedelta(days=1))
    custody.record_custody_event(session, held.id, gone, second=ALONE)
    assert "gone-too-early" not in cases(session, held)

    corrections.correct(session, replace(held, keep_until=gone.occurred_at.date()), "The day was wrong")

    (told,) = [each for each in check_exhibit(session, held.id).findings if each.case == "gone-too-early"]
    assert gone.occurred_at.date().isoformat() in sentence(told, "en")
    assert "V-E-11" in sentence(told, "fr")


def test_a_correction_cannot_leave_a_day_without_its_ground(session: Session, small: Small):
    held = kept(session, small, TODAY)

    with pytest.raises(FieldMissingError):
        corrections.correct(session, replace(held, keep_ground=""), "Cleared")


def test_under_a_legal_hold_an_exhibit_is_not_given_back(session: Session, small: Small):
    held = registered(session, small)
    bar = leaving.bar_exhibit(session, held.id, BarKind.LEGAL_HOLD, "An appeal is pending")
    back = act(CustodyAction.RETURNED_TO_OWNER, **BACK)

    with pytest.raises(DisposalBarredError):
        custody.record_custody_event(session, held.id, back)
    with pytest.raises(DisposalBarredError):
        custody.record_for_many(session, [held.id], back)
    told = cases(session, held)
    leaving.lift_bar(session, bar.id, "Decision of 3 June")
    custody.record_custody_event(session, held.id, back)

    assert "on-hold" in told
    assert not cases(session, held) & {"on-hold", "gone-under-hold"}


def test_a_hold_on_what_is_gone_is_told(session: Session, small: Small):
    held = registered(session, small)
    custody.record_custody_event(session, held.id, act(CustodyAction.RETURNED_TO_OWNER, **BACK))
    leaving.bar_exhibit(session, held.id, BarKind.LEGAL_HOLD, "An appeal is pending")

    (found,) = [each for each in check_exhibit(session, held.id).findings if each.case == "gone-under-hold"]

    assert found.values["n"] == 2
    assert "under legal hold" in sentence(found, "en")


def test_what_is_kept_is_listed_with_what_is_due_first(session: Session, small: Small):
    later = kept(session, small, TODAY + timedelta(days=30), number="E-1")
    due = kept(session, small, TODAY - timedelta(days=1), number="E-2")
    registered(session, small, number="E-3")
    leaving.bar_exhibit(session, later.id, BarKind.LEGAL_HOLD, "An appeal is pending")

    listed = list_kept(session, small.case.id)

    assert [(each.exhibit.id, each.is_due, each.is_held) for each in listed] == [
        (due.id, True, False),
        (later.id, False, True),
    ]
    assert [each.exhibit.id for each in list_kept(session, small.case.id, by=TODAY)] == [due.id]
