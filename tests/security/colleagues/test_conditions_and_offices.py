"""Colleagues with a program of their own: conditions of use, the log of transmissions, offices and stamps."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from tests.security.colleagues.conftest import hired
from tests.support.colleagues import JUDGE, attacked, rows, told
from tests.support.instruments import instrument
from tests.support.offices import LATER, NEXT_DAY, copy_of, new_office, registered, small_case, unlock
from tests.support.own_program import OwnProgram
from tests.support.packages import recorded
from tests.support.second_person import ALONE, approval
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.cooperation import Transmission, UseCondition
from thb_desktop.domain.cooperation_codes import ConditionKind, TransmissionChannel
from thb_desktop.domain.ids import RowId
from thb_desktop.services.cooperation import board, cooperation, use_conditions
from thb_desktop.vault.tables import registry

CLERK, ANALYST = v.UserRole.CLERK, v.UserRole.ANALYST


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with a condition on an exhibit, a transmission for an order, and two recipients."""
    place = tmp_path_factory.mktemp("conditions")
    folder = place / "office.thbvault"
    new_office(folder)
    with closing(unlock(folder, start=LATER)) as session:
        small = small_case(session)
        held = registered(session, small)
        order = cooperation.register_instrument(session, instrument(small))
        use_conditions.add_condition(
            session,
            UseCondition(
                id=RowId(""),
                case_id=small.case.id,
                number="C-1",
                kind=ConditionKind.NO_ONWARD_TRANSFER,
                text="To no other State",
                imposed_by="Prosecutor of Ghent",
                imposed_state="BE",
                exhibit_id=held.id,
            ),
        )
        board.note_transmission(
            session,
            Transmission(
                id=RowId(""),
                case_id=small.case.id,
                number="T-1",
                instrument_id=order.id,
                channel=next(iter(TransmissionChannel)),
                sent_on=date(2026, 3, 21),
                incoming=False,
                by="Sarah Moreau",
                what="The order with its annexes",
            ),
        )
        recorded(session, place)
        clerk = hired(session, CLERK, ALONE)
        hired(session, ANALYST, partial(approval, session, clerk, v.TwoPersonAct.ADD_USER))
    unlock(folder, start=NEXT_DAY, heads=place / "heads").close()
    return folder


@pytest.fixture
def folder(base: Path, tmp_path: Path) -> Path:
    copy_of(base.parent / "heads", tmp_path / "heads")
    return copy_of(base, tmp_path / "office.thbvault")


def one(program: OwnProgram, table: str):  # type: ignore[no-untyped-def]  # a row of any table
    return rows(program, getattr(registry, table))[0]


def loosened(program: OwnProgram) -> None:
    """The condition says another thing, and the event is called an addition."""
    condition = one(program, "USE_CONDITION")
    changed = replace(condition, text="To any State")
    program.run("UPDATE use_condition SET text = :text", {"text": changed.text})
    program.say(Does.CONDITION_ADDED, condition.case_id, changed)


def quietly(program: OwnProgram) -> None:
    """The condition is struck out beside the chain, and the next event covers it."""
    program.run("UPDATE use_condition SET struck = 'not needed'")
    condition = one(program, "USE_CONDITION")
    program.say(Does.CONDITION_ADDED, condition.case_id, replace(condition, id=RowId("n"), number="C-2"))


def without_right(program: OwnProgram) -> None:
    """Somebody who may not enter conditions enters one."""
    condition = one(program, "USE_CONDITION")
    program.say(Does.CONDITION_ADDED, condition.case_id, replace(condition, id=RowId("n"), number="C-2"))


def under_another_act(program: OwnProgram) -> None:
    """A condition comes with the event of a transmission."""
    condition, sent = one(program, "USE_CONDITION"), one(program, "TRANSMISSION")
    program.say(
        Does.TRANSMISSION_NOTED,
        sent.case_id,
        replace(sent, id=RowId("t"), number="T-2"),
        replace(condition, id=RowId("n"), number="C-2", struck=""),
    )


def receipt_of_nobody(program: OwnProgram) -> None:
    """The receipt of a transmission is written into its line, beside the chain."""
    program.run("UPDATE transmission SET receipt = 'received on 22 March'")
    sent = one(program, "TRANSMISSION")
    program.say(Does.TRANSMISSION_NOTED, sent.case_id, replace(sent, id=RowId("t"), number="T-2"))


def a_transmission_without_right(program: OwnProgram) -> None:
    sent = one(program, "TRANSMISSION")
    program.say(Does.TRANSMISSION_NOTED, sent.case_id, replace(sent, id=RowId("t"), number="T-2"))


def another_office(program: OwnProgram) -> None:
    """A recipient is somebody else than was recorded, and the event is called an addition."""
    program.run("UPDATE recipient SET name = 'Somebody else'")
    recipient = one(program, "RECIPIENT")
    program.say(Does.RECIPIENT_ADDED, recipient.id, recipient)


@pytest.mark.parametrize(
    ("by", "write"),
    [
        (CLERK, loosened),
        (CLERK, quietly),
        (ANALYST, without_right),
        (CLERK, under_another_act),
        (CLERK, receipt_of_nobody),
        (ANALYST, a_transmission_without_right),
        (CLERK, another_office),
        (JUDGE, another_office),
    ],
)
def test_what_a_colleague_writes_with_their_own_program_is_told(
    folder: Path, by: v.UserRole, write: Callable[[OwnProgram], None]
):
    attacked(folder, by, write)

    unlocked, checked = told(folder)

    assert unlocked | checked


def test_the_same_office_without_an_attack_tells_nothing(folder: Path):
    assert told(folder) == (set(), set())
