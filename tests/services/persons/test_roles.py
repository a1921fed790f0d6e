"""Roles of a person: what was struck out keeps nobody from entering and correcting others."""

from dataclasses import replace

from tests.support.offices import ROLE, Small
from thb_desktop.findings import Standing
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import registry


def test_a_role_is_added_and_corrected_beside_one_that_was_struck_out(session: Session, small: Small):
    wrong = people.add_role(session, replace(ROLE, person_id=small.person.id, basis="Made in error"))
    corrections.strike_out(session, "person_role", wrong.id, "Of another person")

    added = people.add_role(session, replace(ROLE, person_id=small.person.id, basis="Second complaint"))
    corrections.correct(session, replace(added, basis="Third complaint"), "Read again")

    roles = registry.PERSON_ROLE.where(session.read, "person_id", small.person.id)
    assert {(each.basis, each.struck) for each in roles} == {
        (ROLE.basis, ""),
        ("Made in error", "Of another person"),
        ("Third complaint", ""),
    }
    report = check_vault(session)
    assert {each.code for each in report.findings if each.standing is Standing.BROKEN} == set()
