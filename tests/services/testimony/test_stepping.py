"""A step at the desk that is taken back after somebody did the same by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.offices import Small
from tests.support.records import held
from thb_desktop.domain.interview import Formality, Presence
from thb_desktop.domain.segment import StruckCode
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import attendance, formalities, records, stepping
from thb_desktop.vault.tables import chain


def by_hand(session: Session, event: Formality, leaves: Presence) -> None:
    formalities.strike_formality(session, event, "twice")
    formalities.change_formality(session, replace(leaves, to_at=None))


def strike(session: Session, event: Formality, leaves: Presence) -> None:
    formalities.strike_formality(session, event, "twice")


def nothing(session: Session, event: Formality, leaves: Presence) -> None:
    pass


@pytest.mark.parametrize(
    ("meanwhile", "acts", "struck"), [(by_hand, 0, "twice"), (strike, 1, "twice"), (nothing, 1, "")]
)
def test_a_step_that_was_taken_back_by_hand_is_taken_back_without_a_word(
    session: Session,
    small: Small,
    meanwhile: Callable[[Session, Formality, Presence], None],
    acts: int,
    struck: str,
):
    interview = held(session, small)
    full = records.get_interview(session, interview.id)
    here = full.presences[0]
    at = full.interview.started_at
    assert at is not None
    leaves, event = attendance.note_leaving(session, here.id, at + timedelta(minutes=5))
    meanwhile(session, event, leaves)
    before = len(list(chain.entries(session.read)))

    again = stepping.set_step(session, interview.id, (), [(leaves, here), (event, None)])

    after = records.get_interview(session, interview.id)
    assert dict(again) == {}
    assert len(list(chain.entries(session.read))) - before == acts
    assert next(each for each in after.presences if each.id == here.id).to_at is None
    told = next(each for each in after.timeline if each.id == event.id)
    assert told.struck == (struck or StruckCode.UNDONE.value)
