"""An entry says that a backup was restored: acts that were taken away would look as if given up."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.support.colleagues import AFTERWARDS, attacked, told, user_of
from tests.support.offices import unlock
from tests.support.own_program import OwnProgram
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.office import Restoration
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.services.keeping import anchors
from thb_desktop.vault.tables import chain

ADMINISTRATOR = UserRole.ADMINISTRATOR
CODE = "FOQ3-UK64-65D5-Q3UH"


def say(program: OwnProgram, *, size: int, root: str) -> None:
    at = program.next_time()
    restoration = Restoration(
        id=program.session.new_id(at),
        at=program.next_time(),
        reason="Backup of the judge",
        found_size=size,
        found_root=root,
        lost_size=size + 100,
        lost_root="0" * 64,
        lost_code=CODE,
        lost_at=at,
    )
    program.say(VaultAction.RESTORED, program.session.vault_id, restoration, reason="Backup of the judge")


@pytest.mark.requirement("SR-16", "SR-19")
@pytest.mark.parametrize("kind", ["no state", "an earlier state"])
def test_a_restoration_of_what_was_not_found_is_named(office_copy: Path, kind: str):
    def write(program: OwnProgram) -> None:
        first = chain.heads(program.session.read)[0].parsed()
        root = first.root.hex() if kind == "an earlier state" else "0" * 64
        say(program, size=first.size, root=root)

    attacked(office_copy, ADMINISTRATOR, write)

    unlocked, checked = told(office_copy)
    assert "act-exceeded.value" in unlocked & checked


@pytest.mark.requirement("SR-16", "SR-19")
def test_who_says_that_a_state_was_given_up_is_named_where_it_is_met(office_copy: Path):
    def write(program: OwnProgram) -> None:
        last = chain.last_head(program.session.read)
        assert last is not None
        say(program, size=last.parsed().size, root=last.parsed().root.hex())

    attacked(office_copy, ADMINISTRATOR, write)

    with closing(unlock(office_copy, start=AFTERWARDS)) as session:
        (found,) = anchors.compare_short_code(session, CODE)
        assert found.key == "given-up.code"
        assert found.values["name"] == user_of(session, ADMINISTRATOR).name
