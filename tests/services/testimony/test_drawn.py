"""Characters without a typeface are told before a record is signed."""

import pytest

from tests.support.offices import Small
from tests.support.records import held, outcome, rendition, sign, turn
from tests.support.testimony import SIGNED_BY_ALL
from thb_desktop.errors import WarningUnansweredError
from thb_desktop.findings import Standing
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import interviews, read_back, records

TIBETAN, KOREAN = "བོད", "한"


def test_characters_without_a_face_are_told_with_their_turns_and_fields(session: Session, small: Small):
    interview = held(session, small, place=f"Room {KOREAN}")
    turn(session, interview, "Da.", renderings=())
    turn(session, interview, f"Ea a spus {TIBETAN}.", renderings=(rendition(f"Elle a dit {TIBETAN}."),))
    turn(session, interview, "Înțelegeți?", renderings=())

    found = [each for each in interviews.check_interview(session, interview.id) if each.code == "V-I-26"]

    field, turns = found
    assert (field.key, field.field, field.values["characters"]) == (
        "V-I-26.in-field", "interview.place", ("U+D55C",)
    )  # fmt: skip
    assert (turns.key, turns.values["segments"]) == ("V-I-26.in-turns", ("2 A",))
    assert turns.values["characters"] == ("U+0F56", "U+0F7C", "U+0F51")
    assert {each.standing for each in found} == {Standing.UNKNOWN}


def test_a_record_with_one_is_signed_for_a_reason_that_is_kept(session: Session, small: Small):
    interview = held(session, small)
    turn(session, interview, f"Ea a spus {TIBETAN}.")
    read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)
    found = interviews.check_interview(session, interview.id)
    others = [(each, "Because.") for each in found if each.code != "V-I-26"]

    with pytest.raises(WarningUnansweredError):
        interviews.sign_interview(session, interview.id, others)
    sign(session, interview.id)

    kept = [each for each in records.get_interview(session, interview.id).warnings if "V-I-26" in each.rule]
    assert [each.rule for each in kept] == ["V-I-26.in-turns"]
