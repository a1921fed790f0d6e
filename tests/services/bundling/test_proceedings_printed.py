"""Proceedings of a case stand side by side in a bundle: their periods and persons, and which overlap."""

from dataclasses import replace

import pytest

from tests.services.bundling.test_decided_records import options, pages_of
from tests.support.offices import ROLE, Small
from tests.support.records import signed
from thb_desktop.domain.case import Proceeding
from thb_desktop.domain.ids import PersonId, ProceedingId
from thb_desktop.domain.parallel import Periods
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import Person
from thb_desktop.domain.vocabulary import ProceduralRole
from thb_desktop.report.words import LANGUAGES, words_in
from thb_desktop.services.bundling import bundles
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import people


def entered(session: Session, small: Small, country: str, reference: str, *ends: str) -> Proceeding:
    begins, over = (PartialDate(each) if each else None for each in ends)
    return cases.add_proceeding(
        session,
        Proceeding(
            id=ProceedingId(""),
            case_id=small.case.id,
            authority_id=small.authority.id if country == "BE" else None,
            country=country,
            reference=reference,
            offence=(("fr", "Traite des êtres humains"),),
            period_from=begins,
            period_to=over,
            facts="Ouvriers d'un abattoir",
        ),
    )


def suspect(session: Session, small: Small, code: str, *where: Proceeding) -> Person:
    roles = [
        replace(ROLE, person_id=PersonId(""), role=ProceduralRole.SUSPECT, proceeding_id=each.id, since=None)
        for each in where
    ]
    person = replace(small.person, id=PersonId(""), code=code)
    return people.add_person(session, person, None, roles)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_two_proceedings_are_told_with_their_periods_and_the_persons_of_both(
    session: Session, small: Small, language: str
):
    record, _ = signed(session, small)
    own = entered(session, small, "BE", "FD35/26", "2025-01-10", "2025-09-30")
    other = entered(session, small, "RO", "1234/P/26", "2025-06-01", "")
    past = entered(session, small, "NL", "09-11/22", "2021", "2022")
    both = suspect(session, small, "S-01", own, other)
    alone = suspect(session, small, "S-02", past)
    chosen = tuple(each.id for each in (own, other, past, both, alone))

    made = bundles.prepare_bundle(session, small.case.id, options(record, further=chosen, language=language))

    words, told = words_in(language), pages_of(made.pdf)
    legal = words.legal
    table = told.partition(f"{legal.overlaps} {legal.overlaps_note}")[2]
    assert f"BE FD35/26 – RO 1234/P/26 {words.label(Periods.OVERLAP)} S-01" in table
    pairs = words.common.apart.join(("BE FD35/26 – NL 09-11/22", "RO 1234/P/26 – NL 09-11/22"))
    assert " ".join(legal.no_overlap.format(pairs=pairs).split()) in table
    assert "2009/948/JHA" in table
    assert words.common.not_recorded in told
    assert "Ouvriers d'un abattoir" in told


def test_a_person_who_is_not_in_the_bundle_is_not_said_to_be_in_neither(session: Session, small: Small):
    record, _ = signed(session, small)
    own = entered(session, small, "BE", "FD35/26", "2025", "2025")
    other = entered(session, small, "RO", "1234/P/26", "2025", "2025")
    suspect(session, small, "S-01", own, other)

    pdf = bundles.prepare_bundle(
        session, small.case.id, options(record, further=(own.id, other.id), language="en")
    ).pdf

    told, legal = pages_of(pdf), words_in("en").legal
    assert "S-01" not in told
    assert legal.no_person_recorded in told
    assert legal.no_person_in_both not in told


def test_in_which_proceeding_somebody_has_a_role_is_corrected_and_verified(session: Session, small: Small):
    own = entered(session, small, "BE", "FD35/26", "2025", "2025")
    other = entered(session, small, "RO", "1234/P/26", "2025", "2025")
    person = suspect(session, small, "S-01", own)
    (role,) = [each for each in people.list_roles(session, small.case.id) if each.person_id == person.id]

    corrections.correct(session, replace(role, proceeding_id=other.id), "The order names the other one")

    (now,) = [each for each in people.list_roles(session, small.case.id) if each.person_id == person.id]
    assert now.proceeding_id == other.id
    assert [each.field for each in corrections.list_corrections(session, role.id)] == ["proceeding_id"]
