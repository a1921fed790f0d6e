"""What concerns safety is sealed at once: whoever types it cannot read it again, and magistrates can."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.colleagues import typed_by
from tests.support.language_jobs import JobSetup
from tests.support.language_jobs import desk as begun
from tests.support.offices import NEXT_DAY, Small, unlock
from tests.support.own_program import own_program
from tests.support.second_person import ALONE
from tests.support.vaults import PASSPHRASE, passphrase
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.language_work import SafetyFlag
from thb_desktop.findings import Standing
from thb_desktop.services.core.sealed_notes import open_note
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.language import safety
from thb_desktop.services.office import users
from thb_desktop.vault.tables import chain, registry

WORDS = "She looks at the man by the door before each answer."


def raised(at: JobSetup, session: Session) -> SafetyFlag:
    return safety.raise_safety_flag(
        session,
        at.job.interview_id,
        WORDS,
        interpreter_id=at.first.id,
        segment_id=at.turns[0].id,
    )


@pytest.mark.requirement("SR-19")
def test_a_clerk_who_enters_a_concern_cannot_read_it_and_the_judge_can(
    session: Session, small: Small, folder: Path
):
    with begun(session, small) as at:
        users.add_user(
            session,
            name="Anne Greffier",
            role=v.UserRole.CLERK,
            passphrase=passphrase(typed_by(v.UserRole.CLERK)),
            own_passphrase=passphrase(),
            second=ALONE,
        )
        session.close()
        with closing(unlock(folder, typed_by(v.UserRole.CLERK), start=NEXT_DAY)) as clerk:
            flag = raised(at, clerk)
            with pytest.raises(errors.NotAllowedError):
                safety.read_safety_flag(clerk, flag.id, justification="to see")
            with pytest.raises(errors.NotAllowedError):
                safety.list_safety_flags(clerk, at.job.case_id)
            told_clerk = {each.key for each in clerk.opening.findings}
        with closing(unlock(folder, start=NEXT_DAY.replace(hour=20))) as judge:
            told_judge = {each.key for each in judge.opening.findings}
            concern = safety.read_safety_flag(judge, flag.id, justification="Before the hearing")

    assert "safety-open.unlock" in told_judge - told_clerk
    assert (concern.text, concern.segment_id) == (WORDS, at.turns[0].id)
    assert concern.entered_by == clerk.user.id
    assert {own for own, _ in flag.wrapped} == {judge.user.id}


def test_a_concern_is_read_for_a_reason_and_then_lies_in_the_compartment(desk: JobSetup):
    flag = raised(desk, desk.session)
    with pytest.raises(errors.ReasonMissingError):
        safety.read_safety_flag(desk.session, flag.id, justification=" ")
    with pytest.raises(errors.AnnotationError):
        safety.settle_safety_flag(desk.session, flag.id, "The man was sent out.")

    first = safety.read_safety_flag(desk.session, flag.id, justification="Before the hearing")
    again = safety.read_safety_flag(desk.session, flag.id, justification="After the hearing")
    settled = safety.settle_safety_flag(desk.session, flag.id, "The man was sent out.")

    (item, done) = registry.SEALED_ITEM.where(desk.session.read, "subject_id", flag.id)
    assert first == again
    assert {item.compartment, done.compartment} == {v.Compartment.ASSESSMENTS}
    assert settled.settled_by == desk.session.user.id
    with pytest.raises(errors.AnnotationError):
        safety.settle_safety_flag(desk.session, flag.id, "again")
    acts = [each.parsed().action for each in chain.entries_of(desk.session.read, flag.id)]
    assert acts.count(VaultAction.SAFETY_FLAG_VIEWED) == 2
    assert health.check_vault(desk.session).findings
    assert safety.list_safety_flags(desk.session, desk.job.case_id) == (settled,)


def test_a_concern_that_was_moved_to_another_row_does_not_open(desk: JobSetup):
    flag, other = raised(desk, desk.session), raised(desk, desk.session)

    with pytest.raises(errors.SealedValueDamagedError):
        open_note(other.id, flag.sealed, flag.wrapped, desk.session)


def test_a_concern_names_its_linguist_its_record_and_what_it_is(desk: JobSetup):
    for changes, error in (
        ({"text": " "}, errors.AnnotationError),
        ({"interpreter_id": "none"}, errors.NotFoundError),
        ({"segment_id": "none"}, errors.NotFoundError),
        ({"interview_id": "none"}, errors.NotFoundError),
    ):
        fields = {"interview_id": desk.job.interview_id, "text": WORDS, "interpreter_id": desk.first.id}
        with pytest.raises(error):
            safety.raise_safety_flag(desk.session, **{**fields, **changes})
    for act in (
        lambda: safety.read_safety_flag(desk.session, RowId("none"), justification="x"),
        lambda: safety.settle_safety_flag(desk.session, RowId("none"), "x"),
    ):
        with pytest.raises(errors.NotFoundError):
            act()


def test_nothing_of_a_concern_is_readable_in_the_database(desk: JobSetup):
    flag = raised(desk, desk.session)
    safety.read_safety_flag(desk.session, flag.id, justification="Before the hearing")

    rows = [str(row) for table in registry.TABLES for row in table.rows(desk.session.read)]
    told = [chain.opening_of(desk.session.read, seq) for seq in range(1, desk.session.journal.size + 1)]

    assert not any("man by the door" in row for row in rows)
    assert not any(b"man by the door" in each.payload for each in told if each)


@pytest.mark.requirement("SR-19")
def test_a_concern_that_is_entered_as_settled_is_refused_and_named(
    session: Session, small: Small, folder: Path
):
    with begun(session, small) as at:
        flag = raised(at, session)
    settled = replace(flag, id=RowId("0" * 32), settled_by=session.user.id, settled_at=flag.at)
    with pytest.raises(errors.LanguageWorkStaysError), session.work() as work:
        work.save(settled)
    session.close()

    with own_program(folder, PASSPHRASE, start=NEXT_DAY) as program:
        program.say(VaultAction.SAFETY_FLAG_RAISED, settled.id, settled)

    with closing(unlock(folder, start=NEXT_DAY.replace(hour=20))) as judge:
        told = [each.key for each in judge.opening.findings if each.standing is Standing.BROKEN]
        checked = [each.key for each in health.check_vault(judge).findings]
    assert "act-exceeded.value" in told
    assert "events.stray" in checked


@pytest.mark.requirement("SR-19")
def test_an_objection_told_in_private_is_sealed_whoever_enters_it_and_a_linguist_cannot_enter_one(
    session: Session, small: Small, folder: Path
):
    with begun(session, small) as at:
        words = {"interpreter_id": at.first.id, "through": " the lawyer "}
        with pytest.raises(errors.AnnotationError):
            safety.raise_objection(session, at.job.interview_id, "  ", **words)
        with pytest.raises(errors.AnnotationError):
            safety.raise_safety_flag(
                session,
                at.job.interview_id,
                WORDS,
                interpreter_id=at.first.id,
                kind=v.ConcernKind.OBJECTION,
            )
        with pytest.raises(errors.NotFoundError):
            safety.raise_objection(session, at.job.interview_id, WORDS, interpreter_id=RowId("nobody"))  # type: ignore[arg-type]
        flag = safety.raise_objection(session, at.job.interview_id, WORDS, **words)

        told = safety.read_safety_flag(session, flag.id, justification="to judge it")

        assert (told.kind, told.text, told.through) == (v.ConcernKind.OBJECTION, WORDS, "the lawyer")
        assert told.interpreter_id == at.first.id
        assert WORDS not in str(registry.SAFETY_FLAG.all(session.read))
