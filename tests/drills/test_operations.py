"""What is drilled: every action of the event chain has an operation, or is written as one that has it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.drills.acts.office import Template, unlock_later
from tests.drills.acts.operation import Operation
from tests.drills.acts.operations import OPERATIONS
from tests.drills.acts.told import TOLD_BY, WITHOUT
from tests.drills.kit.driver import NoTool, apart, drive
from tests.drills.kit.work import made, workplace
from tests.support.sampled import few
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import ThbError
from thb_desktop.vault.tables import chain


@pytest.fixture(scope="module")
def template() -> Iterator[Template]:
    with workplace() as place:
        yield made(place)


def actions_in(folder: Path, operation: Operation) -> list[str]:
    for text in operation.secrets:
        try:
            session = unlock_later(folder, text)
        except ThbError:
            continue
        return [signed.parsed().action for signed in chain.entries(session.read)]
    raise AssertionError("nothing opens the vault")


def test_each_action_has_an_operation_or_a_reason_why_not():
    named = {*TOLD_BY.values(), *(operation for _, operation in WITHOUT.values())}

    assert TOLD_BY.keys() | WITHOUT.keys() == {*VaultAction, *CustodyAction}
    assert TOLD_BY.keys() & WITHOUT.keys() == set()
    assert named <= OPERATIONS.keys()


@pytest.mark.parametrize("name", few(sorted(set(TOLD_BY.values()) - {"lead an older form up"}), 7))
def test_an_operation_leaves_the_events_for_which_it_is_drilled(
    name: str, template: Template, tmp_path: Path
):
    operation = OPERATIONS[name]
    arranged = operation.arranged(template, tmp_path / "arranged")
    before = [] if operation.creates else apart(lambda: actions_in(arranged.folder, operation))
    folder = operation.start_from(arranged, tmp_path / "work")

    reply = drive(operation, folder, arranged, NoTool())
    now = apart(lambda: actions_in(folder, operation))

    assert reply.is_done, reply
    assert {action for action, drilled in TOLD_BY.items() if drilled == name} <= set(now[len(before) :])
