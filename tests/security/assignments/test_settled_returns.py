"""A return that was not merged as it was handed back: a magistrate answers for it, and it stays named."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.security.assignments.test_forged_returns import afraid, say_a_part, worked
from tests.support.assignments import Given
from tests.support.command_line import CommandLine
from tests.support.offices import LATER, NEXT_DAY, case_file, unlock
from tests.support.own_program import own_program
from tests.support.vaults import PASSPHRASE
from thb_desktop import errors, words
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assignment import Assignment, AssignmentReturn
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.assignments import giving, returning, settling
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.vault.tables import chain, registry

REASON = "The clerk's program merged only a part; the judge compared it with the store on 4 March."
pytestmark = pytest.mark.requirement("SR-58")


def named(findings: tuple[Finding, ...]) -> dict[str, Standing]:
    return {each.key: each.standing for each in findings if each.code.startswith("return-")}


def in_part(folder: Path, assignment: Assignment, given: Given) -> returning.Review:
    """A clerk's own program merges a return without its last row, which says that somebody is afraid."""
    review = afraid(folder, assignment, given)
    with own_program(folder, PASSPHRASE, start=LATER) as program:
        say_a_part(program, review)
    return review


def with_more(folder: Path, assignment: Assignment) -> None:
    """A clerk's own program merges a return with a version that the interpreter never wrote."""
    worked(folder, assignment)
    with closing(unlock(folder)) as session:
        review = returning.review_return(session, assignment.id)
    added = replace(
        review.versions[0], id=RowId(f"{review.versions[0].id[:-4]}ffff"), number=2, text="Avoue !"
    )
    with own_program(folder, PASSPHRASE, start=LATER) as program:
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
            brought=len(review.rows) + 1,
        )
        program.say(VaultAction.ASSIGNMENT_MERGED, assignment.id, *review.rows, added, review.handback, made)


def last_event(session: Session) -> tuple[str, str, str]:
    (*_, signed) = chain.entries(session.read)
    entry = signed.parsed()
    return entry.action, entry.subject, entry.agent


def test_a_part_that_was_left_out_is_settled_merged_and_the_office_goes_on(
    folder: Path, assignment: Assignment, given: Given
):
    seen = in_part(folder, assignment, given)
    with closing(unlock(folder, start=NEXT_DAY)) as session:
        assert named(session.opening.findings) == {"return-forged": Standing.BROKEN}
        assert not session.is_writable

        settled = settling.settle_returns(session, reason=REASON)

        assert [each.id for each in settled] == [assignment.id]
        assert last_event(session) == (VaultAction.RETURN_SETTLED, assignment.id, session.user.id)
        assert named(session.opening.findings) == {"return-settled": Standing.UNKNOWN}
        review = returning.review_return(session, assignment.id)
        assert (review.merged, review.rows) == (None, seen.rows[-1:])
        returning.merge_assignment(session, assignment.id, review)
        cases.open_case(session, case_file(reference="After"))

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        assert session.is_writable
        assert len(registry.SAFETY_FLAG.all(session.read)) == 1
        assert registry.RENDERING_VERSION.find(session.read, seen.versions[0].id) == seen.versions[0]
        closed = giving.close_assignment(session, assignment.id, reason="done", keep=True)
        found = health.check_vault(session).findings
    assert closed.is_closed
    assert Standing.BROKEN not in {each.standing for each in found}


def test_rows_that_nobody_handed_back_stay_named_at_every_check(folder: Path, assignment: Assignment):
    with_more(folder, assignment)
    with closing(unlock(folder, start=NEXT_DAY)) as session:
        before = registry.RENDERING_VERSION.all(session.read)
        settling.settle_returns(session, reason=REASON)

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        (told,) = [each for each in health.check_vault(session).findings if each.key == "return-settled"]

        assert session.is_writable
        assert registry.RENDERING_VERSION.all(session.read) == before
        entry = told.values["settled"]
        assert told.values["name"] == session.user.name
        assert session.user.name in words.sentence(told, "fr")
        (signed,) = [each for each in chain.entries(session.read) if each.parsed().seq == entry]
        opening = chain.opening_of(session.read, signed.parsed().seq)
        assert opening is not None
        assert REASON.encode() in opening.payload


def test_a_settlement_takes_a_reason_and_something_to_settle(
    folder: Path, assignment: Assignment, given: Given
):
    with closing(unlock(folder)) as session, pytest.raises(errors.NothingToSettleError):
        settling.settle_returns(session, reason=REASON)
    in_part(folder, assignment, given)
    with closing(unlock(folder, start=NEXT_DAY)) as session:
        with pytest.raises(errors.ReasonMissingError):
            settling.settle_returns(session, reason="  ")
        assert not session.is_writable


def test_what_else_was_changed_cannot_be_settled(folder: Path, assignment: Assignment, given: Given):
    in_part(folder, assignment, given)
    with own_program(folder, PASSPHRASE, start=LATER) as program:
        program.run("UPDATE person SET sex = 'FEMALE'")
        program.say(VaultAction.ACCESS_DENIED, program.session.user.id)

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        with pytest.raises(errors.ChainBrokenError):
            settling.settle_returns(session, reason=REASON)
        assert not session.is_writable
        assert last_event(session)[0] == VaultAction.ACCESS_DENIED


def before_it(folder: Path, assignment: Assignment, given: Given) -> None:
    """The settlement stands before what it is to settle."""
    review = afraid(folder, assignment, given)
    with own_program(folder, PASSPHRASE, start=LATER) as program:
        program.say(VaultAction.RETURN_SETTLED, assignment.id)
        say_a_part(program, review)


def of_another_assignment(folder: Path, assignment: Assignment, given: Given) -> None:
    in_part(folder, assignment, given)
    with own_program(folder, PASSPHRASE, start=LATER) as program:
        program.say(VaultAction.RETURN_SETTLED, given.job.id)


@pytest.mark.parametrize("write", [before_it, of_another_assignment])
def test_a_settlement_of_something_else_settles_nothing(
    folder: Path, assignment: Assignment, given: Given, write: Callable[[Path, Assignment, Given], None]
):
    write(folder, assignment, given)

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        assert named(session.opening.findings) == {"return-forged": Standing.BROKEN}


def test_magistrates_alone_settle():
    entitled = {role for role in UserRole if may(role, Right.SIGN_RECORDS)}

    assert entitled == {UserRole.INVESTIGATING_JUDGE, UserRole.PROSECUTOR}


def test_a_return_is_settled_at_the_terminal(
    thb: CommandLine, folder: Path, assignment: Assignment, given: Given
):
    in_part(folder, assignment, given)

    settled = thb("settle", folder, "--reason", REASON, passphrase=PASSPHRASE)

    assert settled.code == 0, settled
    assert "answers for returns of assignments, 1 in number." in settled.out
    again = thb("settle", folder, "--reason", REASON, passphrase=PASSPHRASE)
    assert again.code == errors.NothingToSettleError.exit_code
