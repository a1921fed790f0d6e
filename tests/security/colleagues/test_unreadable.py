"""What a colleague seals so that nobody can read it: it is named, and the other identities are searched."""

import secrets
from base64 import b64encode
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.security.colleagues.test_what_acts_are_about import entries_named
from tests.support.colleagues import AFTERWARDS, attacked
from tests.support.offices import NEXT_DAY, ROLE, unlock
from tests.support.own_program import OwnProgram
from thb_desktop.crypto import sealing
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.ids import CaseId, PersonId
from thb_desktop.domain.people import Identity, Person, SealedIdentity
from thb_desktop.domain.vocabulary import Compartment, IdentityProtection, UserRole
from thb_desktop.services.bundling.identity_register import register_of
from thb_desktop.services.bundling.identity_scan import scan_texts
from thb_desktop.services.core.compartments import identity_context, open_compartment
from thb_desktop.services.keeping import health
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import registry

NAME = "Ana-Maria Fictiva"


def persons(folder: Path) -> tuple[CaseId, Person]:
    """Enter a protected person with an identity, and one without; return the second."""
    with closing(unlock(folder, start=NEXT_DAY, heads=folder.parent / "heads")) as session:
        first = registry.PERSON.all(session.read)[0]
        made = []
        for code in ("V-54", "V-55"):
            person = replace(
                first, id=PersonId(""), code=code, identity_protection=IdentityProtection.PSEUDONYM
            )
            identity = Identity(person_id=PersonId(""), name=NAME) if code == "V-54" else None
            made.append(people.add_person(session, person, identity, (replace(ROLE, case_id=first.case_id),)))
        return first.case_id, made[1]


@pytest.mark.requirement("SR-15", "SR-20")
@pytest.mark.parametrize("kind", ["noise", "no identity"])
def test_it_is_named_and_the_others_are_searched(office_copy: Path, kind: str):
    case_id, person = persons(office_copy)
    entries: list[int] = []

    def write(program: OwnProgram) -> None:
        session = program.session
        made = secrets.token_bytes(300)
        if kind == "no identity":
            key = open_compartment(Compartment.IDENTITIES, session)
            context = identity_context(session.vault.vault_id, person.id)
            made = sealing.seal(key, b"[]", context=context, randomness=secrets.token_bytes)
        row = SealedIdentity(person_id=person.id, case_id=case_id, sealed=b64encode(made).decode())
        program.say(Does.IDENTITY_ADDED, person.id, row)
        entries.append(session.journal.size)

    attacked(office_copy, UserRole.CLERK, write, start=NEXT_DAY + timedelta(hours=2))

    with closing(unlock(office_copy, start=AFTERWARDS, heads=office_copy.parent / "heads")) as session:
        named = entries_named(health.check_vault(session).findings, "sealed-unreadable")
        register = register_of(session, case_id)
        scan = scan_texts(register, "E-01", [("", f"The man said that {NAME} was there.")])
        compared = people.sealed_texts(session, case_id)
    assert named == set(entries)
    assert [each.person for each in scan.hits] == ["V-54"]
    assert scan.unsearched == ("V-55",)
    assert [each.key for each in scan.findings()][-1] == "not-searched.sealed-damaged"
    assert compared is not None
    assert NAME in compared
