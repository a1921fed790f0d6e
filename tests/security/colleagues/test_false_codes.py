"""An event says that the codes are others than those of the vault: everybody may record a migration."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.colleagues import AFTERWARDS, attacked, rows, user_of
from tests.support.offices import unlock
from tests.support.own_program import OwnProgram
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.findings import of_entry
from thb_desktop.services.keeping import health
from thb_desktop.vault.tables import registry


@pytest.mark.requirement("SR-15", "SR-19")
def test_codes_of_no_vault_are_named_with_the_entry_that_tells_them(office_copy: Path):
    entries = list[int]()

    def write(program: OwnProgram) -> None:
        office = rows(program, registry.OFFICE)[0]
        program.say(VaultAction.SCHEMA_MIGRATED, office.id, replace(office, codes_digest="0" * 64))
        entries.append(program.session.journal.size)

    attacked(office_copy, UserRole.AUDITOR, write)

    heads = office_copy.parent / "heads"
    with closing(unlock(office_copy, start=AFTERWARDS, heads=heads)) as session:
        auditor = user_of(session, UserRole.AUDITOR)
        for findings in (session.opening.findings, health.check_vault(session).findings):
            (found,) = [each for each in findings if each.code == "codes-differ"]
            assert (found.key, found.where) == ("codes-differ.others", (of_entry(*entries),))
            assert found.values["name"] == auditor.name
