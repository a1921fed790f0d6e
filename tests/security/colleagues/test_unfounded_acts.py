"""Acts that answer for nothing, and digests that are none: a colleague's own program writes them.

A settlement without a return, a comparison of a hearing that was held here, and a copy to be signed by hand
whose digest is not that of its record.
"""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.security.colleagues.test_decided_and_printed import Own, base, folder
from tests.support.colleagues import AFTERWARDS, JUDGE, attacked, told, typed_by
from tests.support.offices import unlock
from tests.support.own_program import OwnProgram
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.ids import RowId, told_of
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.page_comparisons import PageComparison
from thb_desktop.domain.record_decision import RecordDecision
from thb_desktop.findings import Finding
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.vault.tables import registry

__all__ = ["base", "folder"]
LATER = AFTERWARDS + timedelta(days=1)
FALSE = "ab" * 32


def hearing(session: Session, number: str = "I-1") -> Interview:
    return next(each for each in registry.INTERVIEW.all(session.read) if each.number == number)


def printed(own: Own) -> None:
    """A copy whose digest is that of another wording."""
    copy = own.copies()[0]
    forged = replace(copy, id=own.id(), digest=FALSE, made_by=own.session.user.id, at=own.now)
    own.program.say(Does.SIGNING_COPY_MADE, copy.interview_id, forged)


def printed_and_scanned(own: Own) -> None:
    printed(own)
    copy = own.copies()[-1]
    scanned = replace(copy, scan_id=own.exhibit("E-90").id)
    own.program.say(Does.SIGNED_PAPER_REGISTERED, copy.interview_id, scanned)


def scanned_and_changed(own: Own) -> None:
    """The scan is named, and then the record is changed without a new copy."""
    copy = next(each for each in own.copies() if each.interview_id == hearing(own.session).id)
    scanned = replace(copy, scan_id=own.exhibit("E-90").id)
    own.program.say(Does.SIGNED_PAPER_REGISTERED, copy.interview_id, scanned)
    record = hearing(own.session)
    own.program.say(Does.FORMALITIES_SET, record.id, replace(record, health_statement="Well"))


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("write", [printed, printed_and_scanned, scanned_and_changed])
def test_a_copy_to_be_signed_with_the_digest_of_another_wording_is_named(
    folder: Path, write: Callable[[Own], None]
):
    attacked(folder, v.UserRole.CLERK, lambda program: write(Own(program)), start=AFTERWARDS)

    unlocked, checked = told(folder, start=LATER)
    assert "signing-copy-forged" in unlocked & checked


@pytest.mark.requirement("SR-19")
def test_a_copy_of_an_earlier_wording_that_nobody_signed_is_no_forgery(folder: Path):
    def write(program: OwnProgram) -> None:
        record = hearing(program.session)
        program.say(Does.FORMALITIES_SET, record.id, replace(record, health_statement="Well"))

    attacked(folder, v.UserRole.CLERK, write, start=AFTERWARDS)

    assert told(folder, start=LATER) == (set(), set())


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("number", ["I-1", "I-3"])
def test_a_record_signed_under_another_digest_than_its_own_is_named(folder: Path, number: str):
    """With a copy that was printed to be signed, and without one."""

    def write(program: OwnProgram) -> None:
        signed = replace(hearing(program.session, number), state=v.InterviewState.SIGNED, record_digest=FALSE)
        program.say(Does.INTERVIEW_SIGNED, signed.id, signed)

    attacked(folder, JUDGE, write, start=AFTERWARDS)

    unlocked, checked = told(folder, start=LATER)
    assert "record-digest-forged" in unlocked & checked


@pytest.mark.requirement("SR-19")
def test_a_seal_that_tells_another_digest_than_the_record_is_named(office_copy: Path):
    def write(program: OwnProgram) -> None:
        session = program.session
        record = next(each for each in registry.INTERVIEW.all(session.read) if each.is_signed)
        at = session.clock.read().at + timedelta(seconds=1)
        seal = RecordDecision(
            id=RowId(session.new_id(at)),
            interview_id=record.id,
            kind=v.RecordDecisionKind.SEALED,
            entered_by=session.user.id,
            at=at,
            digest=FALSE,
        )
        program.say(Does.RECORD_SEALED, record.id, seal)

    attacked(office_copy, JUDGE, write, start=AFTERWARDS)

    unlocked, checked = told(office_copy, start=LATER)
    assert "record-seal-forged" in unlocked & checked


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    ("action", "of_statement"), [(Does.STATEMENT_COMPARED, False), (Does.INTERVIEW_READ_BACK, True)]
)
def test_a_record_is_closed_by_the_act_of_its_own_kind(folder: Path, action: Does, of_statement: bool):
    def write(program: OwnProgram) -> None:
        session = program.session
        record = Own(program).statement() if of_statement else hearing(session, "I-3")
        program.say(action, record.id, replace(record, state=v.InterviewState.READ_BACK))

    attacked(folder, v.UserRole.CLERK, write, start=AFTERWARDS)

    unlocked, checked = told(folder, start=LATER)
    assert "act-exceeded.kind" in unlocked & checked


@pytest.mark.requirement("SR-19")
def test_a_statement_that_is_closed_with_comparisons_of_something_else_is_named(folder: Path):
    """One for each page, as the rules of the tables ask, and none of what stands there."""

    def write(program: OwnProgram) -> None:
        own = Own(program)
        record = own.statement()
        for page in (1, 2):
            program.say(Does.PAGE_COMPARED, record.id, comparison(own, page))
        program.say(Does.STATEMENT_COMPARED, record.id, replace(record, state=v.InterviewState.READ_BACK))

    attacked(folder, v.UserRole.CLERK, write, start=AFTERWARDS)

    unlocked, checked = told(folder, start=LATER)
    assert "act-exceeded.compared" in unlocked & checked


def comparison(own: Own, page: int) -> PageComparison:
    return PageComparison(
        id=own.id(),
        interview_id=own.statement().id,
        page=page,
        digest=FALSE,
        compared_by=own.session.user.id,
        at=own.now,
    )


def settlements(findings: tuple[Finding, ...]) -> set[str]:
    return {each.key for each in findings if each.code == "settlement"}


@pytest.mark.requirement("SR-19", "SR-58")
def test_a_settlement_of_nothing_is_told_at_the_unlock_and_by_the_health_check(folder: Path):
    def write(program: OwnProgram) -> None:
        program.say(Does.RETURN_SETTLED, hearing(program.session).case_id)

    attacked(folder, JUDGE, write, start=AFTERWARDS)

    heads = folder.parent / "heads"
    with closing(unlock(folder, start=LATER, heads=heads)) as session:
        assert settlements(session.opening.findings) == {"settlement.nothing"}
        assert settlements(health.check_vault(session).findings) == {"settlement.nothing"}


def acted(session: Session, record: Interview, action: Does) -> None:
    with session.work() as work:
        if action is Does.STATEMENT_COMPARED:
            work.save(replace(record, state=v.InterviewState.READ_BACK))
        work.record(record.id, action, "As it was found")


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("action", [Does.RETURN_SETTLED, Does.STATEMENT_COMPARED])
def test_the_program_itself_writes_no_act_that_answers_for_nothing(folder: Path, action: Does):
    heads = folder.parent / "heads"
    with closing(unlock(folder, typed_by(JUDGE), start=AFTERWARDS, heads=heads)) as session:
        record = hearing(session, "I-3")
        size = session.journal.size
        with pytest.raises(errors.ActExceededError):
            acted(session, record, action)
        assert session.journal.size == size


def with_role(own: Own, *, subject: str, beside: bool) -> None:
    """One more role of V-44, under this subject, with or without the others."""
    person = own.person()
    known = registry.PERSON_ROLE.where(own.session.read, "person_id", person.id)
    added = replace(known[0], id=own.id(), role=v.ProceduralRole.SUSPECT)
    own.program.say(Does.ROLE_ADDED, subject or person.case_id, *(known if beside else ()), added)


@pytest.mark.requirement("SR-19", "SR-33")
@pytest.mark.parametrize(
    ("is_own", "beside", "fault"),
    [(True, True, ""), (True, False, "missing"), (False, True, "subject"), (False, False, "subject")],
)
def test_an_act_on_a_role_tells_all_roles_under_the_subject_that_a_bundle_brings(
    folder: Path, is_own: bool, beside: bool, fault: str
):
    """A clerk's own program would make a receiver see another list of roles, and nobody here would know."""

    def write(program: OwnProgram) -> None:
        own = Own(program)
        with_role(own, subject=told_of(own.person().id) if is_own else "", beside=beside)

    attacked(folder, v.UserRole.CLERK, write, start=AFTERWARDS)

    unlocked, checked = told(folder, start=LATER)
    assert unlocked == checked == ({f"act-exceeded.{fault}"} if fault else set())


@pytest.mark.requirement("SR-19")
def test_words_are_corrected_of_claims_alone(folder: Path):
    """A clerk's own program seals other words about the judge's decision to use a claim."""

    def write(program: OwnProgram) -> None:
        own = Own(program)
        (of,) = registry.PERSON_CLAIM.all(own.session.read)
        (item,) = registry.SEALED_ITEM.where(own.session.read, "subject_id", of.id)
        about = own.id()
        correction = Correction(
            id=own.id(),
            case_id=of.case_id,
            entity="claim_words",
            subject_id=about,
            field="text",
            before=None,
            after=None,
            reason="Misread",
            by=own.session.user.id,
            at=own.now,
        )
        other = replace(item, id=own.id(), subject_id=about, added_at=own.now)
        program.say(Does.CLAIM_WORDS_CORRECTED, about, other, correction)

    attacked(folder, v.UserRole.CLERK, write, start=AFTERWARDS)

    unlocked, checked = told(folder, start=LATER)
    assert "act-exceeded.subject" in unlocked & checked
