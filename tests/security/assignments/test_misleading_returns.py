"""A return in the vault that says what the store never was: it is named, and does not lock the work out."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.security.assignments.test_forged_returns import merge, worked
from tests.support.assignments import open_store, own_program_in
from tests.support.colleagues import broken
from tests.support.offices import LATER, NEXT_DAY, unlock
from tests.support.own_program import OwnProgram, own_program
from tests.support.vaults import PASSPHRASE
from thb_desktop import errors
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assignment import Assignment, AssignmentReturn
from thb_desktop.domain.ids import AssignmentId, RowId, VaultId
from thb_desktop.services.assignments import returning, settling
from thb_desktop.services.keeping import health

REASON = "The clerk's program wrote a state that the store never had."
FALSE: dict[str, dict[str, Any]] = {
    "root": {"head": "ab" * 32},
    "size": {"size": 99},
    "an earlier size": {"size": 1},
}
pytestmark = pytest.mark.requirement("SR-58")


def said(
    program: OwnProgram,
    assignment: Assignment,
    review: returning.Review,
    rows: tuple[object, ...],
    **told: Any,
) -> None:
    """A clerk's own program tells a return with these rows."""
    made = AssignmentReturn(
        id=RowId(program.session.new_id(LATER)),
        assignment_id=assignment.id,
        case_id=assignment.case_id,
        handback_id=review.handback.id,
        by_user=assignment.user_id,
        merged_by=program.session.user.id,
        merged_at=program.next_time(),
        size=review.size,
        head=review.head,
        brought=len(review.rows),
    )
    program.say(VaultAction.ASSIGNMENT_MERGED, assignment.id, *rows, replace(made, **told))


def reviewed(folder: Path, assignment: Assignment) -> returning.Review:
    worked(folder, assignment)
    with closing(unlock(folder)) as session:
        return returning.review_return(session, assignment.id)


def told(folder: Path) -> tuple[set[str], set[str]]:
    with closing(unlock(folder, start=NEXT_DAY)) as session:
        return broken(session.opening.findings), broken(health.check_vault(session).findings)


@pytest.mark.parametrize("state", FALSE)
def test_a_return_with_a_false_state_names_itself_and_not_the_store_and_can_be_answered_for(
    folder: Path, assignment: Assignment, state: str
):
    review = reviewed(folder, assignment)
    with own_program(folder, PASSPHRASE, start=LATER) as program:
        said(program, assignment, review, (*review.rows, review.handback), **FALSE[state])
    worked(folder, assignment, "Encore une fois.")

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        with pytest.raises(errors.ReturnForeignError):
            returning.review_return(session, assignment.id)
        settled = settling.settle_returns(session, reason=REASON, assignment_id=assignment.id)
        later = returning.review_return(session, assignment.id)
        made = returning.merge_assignment(session, assignment.id, later)

    assert [each.id for each in settled] == [assignment.id]
    assert [each.text for each in later.versions] == ["Encore une fois."]
    assert made.brought == len(later.rows)
    assert told(folder) == (set(), set())


def test_a_store_that_is_broken_itself_is_not_blamed_on_a_return(folder: Path, assignment: Assignment):
    review = reviewed(folder, assignment)
    with own_program(folder, PASSPHRASE, start=LATER) as program:
        said(program, assignment, review, (*review.rows, review.handback), **FALSE["root"])
    with closing(open_store(folder, assignment)) as session, own_program_in(session) as store:
        store.run("UPDATE segment SET source_text = 'Am fugit.'")
        store.say(VaultAction.ACCESS_DENIED, session.user.id)

    with (
        closing(unlock(folder, start=NEXT_DAY)) as session,
        pytest.raises(errors.StoreBrokenError) as refused,
    ):
        returning.review_return(session, assignment.id)
    assert not isinstance(refused.value, errors.ReturnForeignError)


def test_nothing_is_settled_for_an_assignment_whose_returns_are_true(folder: Path, assignment: Assignment):
    worked(folder, assignment)
    merge(folder, assignment)

    with closing(unlock(folder, start=NEXT_DAY)) as session, pytest.raises(errors.NothingToSettleError):
        settling.settle_returns(session, reason=REASON, assignment_id=assignment.id)


@pytest.mark.parametrize("again", [False, True])
def test_a_return_that_tells_nothing_or_counts_falsely_is_named(
    folder: Path, assignment: Assignment, again: bool
):
    review = reviewed(folder, assignment)
    if again:
        merge(folder, assignment)
    with own_program(folder, PASSPHRASE, start=LATER) as program:
        rows = () if again else (*review.rows, review.handback)
        said(program, assignment, review, rows, brought=0 if again else 7)

    unlocked, checked = told(folder)
    assert "return-forged" in unlocked & checked


def test_a_handback_that_was_merged_is_not_merged_again_with_a_row_that_stands(
    folder: Path, assignment: Assignment
):
    """Its root and its size would refuse the interpreter's next return as if the store had been exchanged."""
    review = reviewed(folder, assignment)
    merge(folder, assignment)
    with own_program(folder, PASSPHRASE, start=LATER) as program:
        said(program, assignment, review, review.rows[:1], brought=1, **FALSE["size"], **FALSE["root"])

    unlocked, checked = told(folder)
    assert "return-forged" in unlocked & checked


def test_a_closed_assignment_that_opens_again_is_named_at_the_unlock(folder: Path, assignment: Assignment):
    with own_program(folder, PASSPHRASE, start=LATER) as program:
        ended = replace(assignment, closed_at=program.next_time(), closed_because="Done.", kept=True)
        program.say(VaultAction.ASSIGNMENT_CLOSED, assignment.id, ended)
        program.say(VaultAction.ASSIGNMENT_CLOSED, assignment.id, assignment)

    unlocked, _ = told(folder)
    assert "act-exceeded.field" in unlocked


@pytest.mark.parametrize(("days", "found"), [(0, set[str]()), (-300, {"act-exceeded.time"})])
def test_an_assignment_of_another_time_is_named(
    folder: Path, assignment: Assignment, days: int, found: set[str]
):
    with own_program(folder, PASSPHRASE, start=LATER) as program:
        at = program.next_time()
        other = replace(
            assignment,
            id=AssignmentId(program.session.new_id(at)),
            store_id=VaultId(program.session.new_id(at)),
            place="ab" * 16,
            assigned_at=LATER + timedelta(days=days),
        )
        program.say(VaultAction.ASSIGNED, other.id, other)

    unlocked, checked = told(folder)
    assert found == {"act-exceeded.time"} & unlocked & checked
