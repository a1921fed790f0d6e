"""Safeguards of the person heard: what a rule asks for is entered by a service, and the rule is met then."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.support.offices import IDENTITY, ROLE, Small, keeping_triggers
from tests.support.records import header_of, held, outcome, sign, turn
from tests.support.testimony import SIGNED_BY_ALL, START, event, rows_held
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import Person
from thb_desktop.errors import CautionsIncompleteError, DateImpossibleError, WarningUnansweredError
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import consultations
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import formalities, interviews, read_back, records

TOLD_LATER = "Learnt after the interview"
SEXUAL = (v.Exploitation.PROSTITUTION_OF_OTHERS,)


def rules_of(session: Session, interview: Interview, *codes: str) -> list[str]:
    found = interviews.check_interview(session, interview.id)
    return [each.key for each in found if each.code in codes]


def correct(session: Session, person: Person, **changes: Any) -> Person:
    return corrections.correct(session, replace(person, **changes), TOLD_LATER)


def test_what_a_victim_suffered_and_whether_they_were_asked_is_entered(session: Session, small: Small):
    person = correct(session, small.person, exploitation=())
    interview = held(session, small)
    unknown = rules_of(session, interview, "V-I-13")

    correct(session, person, exploitation=SEXUAL)
    not_asked = rules_of(session, interview, "V-I-13")
    interviews.set_header(session, replace(interview, same_sex_asked=True))

    assert unknown == ["V-I-13.exploitation-not-known"]
    assert not_asked == ["V-I-13.same-sex-not-asked"]
    assert rules_of(session, interview, "V-I-13") == []


def test_a_reflection_period_and_signs_of_intoxication_are_entered(session: Session, small: Small):
    person = correct(session, small.person, reflection_granted=None)
    interview = held(session, small, intoxication_noted=True)
    before = rules_of(session, interview, "V-I-14")

    person = correct(
        session,
        person,
        reflection_granted=True,
        reflection_since=PartialDate("2026-03-24"),
        reflection_until=PartialDate("2026-05-08"),
    )
    within = rules_of(session, interview, "V-I-14")
    interviews.set_header(session, replace(interview, intoxication_noted=False))
    correct(session, person, reflection_until=PartialDate("2026-03-24"))

    assert before == ["V-I-14.intoxication", "V-I-14.reflection-not-known"]
    assert within == ["V-I-14.intoxication", "V-I-14.reflection"]
    assert rules_of(session, interview, "V-I-14") == []


def test_a_reflection_period_does_not_end_before_it_begins(session: Session, small: Small):
    backwards = {"reflection_since": PartialDate("2026-03-24"), "reflection_until": PartialDate("2026-03-23")}

    with pytest.raises(DateImpossibleError):
        correct(session, small.person, reflection_granted=True, **backwards)


def test_a_role_that_began_during_the_interview_asks_for_its_suspension(session: Session, small: Small):
    interview = held(session, small)
    suspect = replace(ROLE, person_id=small.person.id, role=v.ProceduralRole.SUSPECT)
    people.add_role(session, replace(suspect, since=PartialDate.of(START + timedelta(minutes=30))))
    before = rules_of(session, interview, "V-I-16")

    suspension = event(v.TimelineKind.INTERVIEW_SUSPENDED_ROLE_CHANGE, 30)
    formalities.add_formality(session, interview.id, suspension)

    assert before == ["V-I-16"]
    assert rules_of(session, interview, "V-I-16") == []


def test_a_person_whose_role_nobody_entered_is_not_taken_for_a_witness(session: Session, small: Small):
    person = people.add_person(session, replace(small.person, code="X-01"), None)
    interview = closed(session, small, person_id=person.id)
    with pytest.raises(CautionsIncompleteError):
        interviews.sign_interview(session, interview.id)

    people.add_role(session, replace(ROLE, person_id=person.id))

    assert sign(session, interview.id).is_signed


def test_a_sealed_address_is_not_signed_into_the_record_of_anybody(session: Session, small: Small):
    sheltered = replace(IDENTITY, addresses=("Refuge des Tilleuls, 4999 Nullepart",))
    people.add_person(session, replace(small.person, code="V-02"), sheltered, (ROLE,))
    interview = closed(session, small, text="Ea este la refuge des tilleuls.")
    told = interviews.check_interview(session, interview.id)
    found = [each for each in told if each.code == "V-I-22"]
    with pytest.raises(WarningUnansweredError):
        interviews.sign_interview(
            session, interview.id, [(each, "Yes") for each in told if each not in found]
        )

    assert interviews.sign_interview(session, interview.id, [(each, "A café.") for each in told]).is_signed
    assert [(each.key, each.field) for each in found] == [("V-I-22.in-turn", "segment.source_text")]
    assert "tilleuls" not in str(records.get_interview(session, interview.id).warnings).lower()


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("Numărul era 0700/000.016.", True),
        ("Pașaportul AB 000 0000 l-a luat el.", True),
        ("Am scris la ana@example.org.", True),
        ("Numărul era 0700 000 017.", False),
    ],
)
def test_a_sealed_number_in_a_turn_is_named_before_the_signature_in_any_spelling(
    session: Session, small: Small, said: str, is_found: bool
):
    sealed = replace(
        IDENTITY,
        contacts=("+40 700 000 016 (mother)", "ana@example.org"),
        documents_seen=("passport AB0000000",),
    )
    people.add_person(session, replace(small.person, code="V-02"), sealed, (ROLE,))
    interview = closed(session, small, text=said)

    told = interviews.check_interview(session, interview.id)

    found = [each for each in told if each.key == "V-I-22.number-in-turn"]
    assert bool(found) is is_found
    assert all(each.field == "segment.source_text" for each in found)
    assert "016" not in "".join(str(each.values) for each in found)


def test_the_log_names_each_person_whose_sealed_addresses_were_compared(session: Session, small: Small):
    sheltered = replace(IDENTITY, addresses=("Refuge des Tilleuls, 4999 Nullepart",))
    added = people.add_person(session, replace(small.person, code="V-02"), sheltered, (ROLE,))
    interview = held(session, small)

    interviews.check_interview(session, interview.id)

    logged = consultations.list_consultations(session)
    compared = [each.subject for each in logged if each.kind == Consulted.ADDRESSES_COMPARED]
    assert set(compared) == {small.person.id, added.id}  # the number of the one, the address of the other


def test_who_does_not_hold_the_key_of_identities_is_told_that_nothing_was_compared(
    session: Session, small: Small
):
    interview = held(session, small)
    compared = rules_of(session, interview, "V-I-22")

    with session.drafting() as connection, keeping_triggers(connection):
        connection.execute("DROP TRIGGER compartment_grant_is_kept")
        connection.execute("DELETE FROM compartment_grant WHERE compartment = 'IDENTITIES'")

    assert compared == []
    assert rules_of(session, interview, "V-I-22") == ["V-I-22.not-compared"]


def closed(session: Session, small: Small, *, text: str = "Înțelegeți?", **changes: Any) -> Interview:
    """A record that was read back, with all signatures on paper."""
    begun = header_of(small, **changes)
    interview = interviews.hold_interview(session, begun, rows_held(small.interpreter.id))
    turn(session, interview, text)
    return read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)
