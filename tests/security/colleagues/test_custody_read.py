"""A colleague's entry about an exhibit that is no event of it: its custody record is read as before."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.support.colleagues import AFTERWARDS, attacked, rows
from tests.support.offices import unlock
from tests.support.own_program import OwnProgram
from thb_desktop.domain.vocabulary import CustodyAction, UserRole
from thb_desktop.services.evidence import custody
from thb_desktop.vault.tables import registry


@pytest.mark.requirement("SR-19")
def test_the_events_of_an_exhibit_are_read_beside_an_entry_that_tells_none(office_copy: Path):
    with closing(unlock(office_copy)) as session:
        exhibit = registry.EXHIBIT.all(session.read)[0]
        before = custody.entries_of(session, exhibit.id)

    def write(program: OwnProgram) -> None:
        program.say(CustodyAction.VIEWED, rows(program, registry.EXHIBIT)[0].id)

    attacked(office_copy, UserRole.CLERK, write)

    with closing(unlock(office_copy, start=AFTERWARDS)) as session:
        after = custody.entries_of(session, exhibit.id)
    assert [(each.event, each.sequence, each.leaf) for each in after] == [
        (each.event, each.sequence, each.leaf) for each in before
    ]
    assert before
