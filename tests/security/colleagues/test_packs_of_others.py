"""A data pack that is none: whoever adopts it by a program of their own stops nobody, and is named."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.colleagues import AFTERWARDS, attacked, user_of
from tests.support.offices import NEXT_DAY, unlock
from tests.support.own_program import OwnProgram
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.office_pack import OfficePack
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.core.packs import shipped_text, text_in_use
from thb_desktop.services.keeping import health
from thb_desktop.services.office import packs
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import registry

GOOD = shipped_text().replace("\n", "\n# of the office\n", 1)


def adopt(program: OwnProgram, *texts: str) -> None:
    for version, text in enumerate(texts, start=1):
        session, at = program.session, program.next_time()
        pack = OfficePack(
            id=RowId(session.new_id(at)),
            version=version,
            text=text,
            source="The ministry",
            reason="New list",
            made_by=session.user.id,
            at=program.next_time(),
        )
        program.say(VaultAction.PACK_ADOPTED, session.vault_id, pack)


def of_packs(findings: tuple[Finding, ...]) -> list[Finding]:
    return [each for each in findings if each.code == "pack-unreadable"]


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("text", ["x", "[" * 10_000, "x" * 1_000_001, "[states]\nXX = 1\n"])
def test_a_pack_that_cannot_be_read_stops_nobody_and_its_author_is_named(office_copy: Path, text: str):
    attacked(office_copy, UserRole.PROSECUTOR, lambda program: adopt(program, GOOD, text))

    with closing(unlock(office_copy, start=AFTERWARDS)) as session:
        (told,) = of_packs(session.opening.findings)
        (again,) = of_packs(health.check_vault(session).findings)
        person = registry.PERSON.all(session.read)[0]
        added = people.add_person(session, replace(person, code="V-77", struck=""), None)
        present, in_use = packs.present_pack(session)
        name = user_of(session, UserRole.PROSECUTOR).name

    assert told.standing is again.standing is Standing.UNKNOWN
    assert told.where is not None
    assert told.values == {"version": 2, "name": name} == again.values
    assert (added.code, in_use) == ("V-77", GOOD)
    assert present.source


def test_after_it_the_office_adopts_a_good_one_and_nothing_is_told_of_it_any_more(office_copy: Path):
    attacked(office_copy, UserRole.PROSECUTOR, lambda program: adopt(program, "x"))
    with closing(unlock(office_copy, start=AFTERWARDS)) as session:
        packs.adopt_pack(session, GOOD, reason="The one before it could not be read")

        assert text_in_use(session.read) == GOOD
        assert of_packs(health.check_vault(session).findings) == []


def test_a_pack_that_the_window_adopted_is_told_by_nobody(office_copy: Path):
    with closing(unlock(office_copy, start=NEXT_DAY)) as session:
        packs.adopt_pack(session, GOOD, reason="A new list")
    with closing(unlock(office_copy, start=AFTERWARDS)) as session:
        assert of_packs(session.opening.findings) == []
