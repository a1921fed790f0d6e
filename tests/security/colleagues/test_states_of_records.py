"""States of records: a colleague changes what was compared, signs a draft, annuls one, or names a person of
another case. The rules of the database refuse it; a program of one's own drops them first.
"""

import io
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.security.colleagues.conftest import hired
from tests.security.colleagues.test_what_acts_are_about import both_name
from tests.services.testimony.test_elsewhere import compare, whole
from tests.support.colleagues import attacked, rows, told
from tests.support.documents import pdf_of
from tests.support.offices import (
    LATER,
    NEXT_DAY,
    case_file,
    copy_of,
    held_interview,
    new_office,
    registered,
    small_case,
    unlock,
)
from tests.support.once import made_once
from tests.support.own_program import OwnProgram
from tests.support.second_person import ALONE, approval
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.interview import Interview, Presence
from thb_desktop.domain.page_comparisons import PageComparison
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.record_decision import RecordDecision
from thb_desktop.domain.vocabulary import (
    InterviewState,
    PresenceRole,
    RecordDecisionKind,
    TwoPersonAct,
    UserRole,
)
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import elsewhere
from thb_desktop.vault.tables import registry

CLERK, PROSECUTOR = UserRole.CLERK, UserRole.PROSECUTOR
AFTER = NEXT_DAY + timedelta(hours=2)


@pytest.fixture(scope="session")
def with_records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A draft, a statement that was compared, and a person of another case."""

    def fill(session: Session) -> None:
        small = small_case(session)
        kept = registered(session, small)
        file = exhibit_files.add_file(
            session, kept.id, source=io.BytesIO(pdf_of()), name="s.pdf", media_type="application/pdf"
        )
        clerk = hired(session, CLERK, ALONE)
        hired(session, PROSECUTOR, partial(approval, session, clerk, TwoPersonAct.ADD_USER))
        other = cases.open_case(session, case_file(reference="2026/2"))
        people.add_person(session, replace(small.person, case_id=other.id, code="V-99"), None)
        record = whole(session, small, file)
        compare(session, record, 1)
        compare(session, record, 2)
        elsewhere.finish_comparison(session, record.id)
        held_interview(session, small)

    def make(place: Path) -> None:
        new_office(place / "office.thbvault")
        with closing(unlock(place / "office.thbvault", start=LATER)) as session:
            fill(session)
        unlock(place / "office.thbvault", start=NEXT_DAY, heads=place / "heads").close()

    return made_once(tmp_path_factory, "records", make) / "office.thbvault"


@pytest.fixture
def folder(with_records: Path, tmp_path: Path) -> Path:
    copy_of(with_records.parent / "heads", tmp_path / "heads")
    return copy_of(with_records, tmp_path / "office.thbvault")


def compared(program: OwnProgram) -> Interview:
    return next(each for each in rows(program, registry.INTERVIEW) if each.state == InterviewState.READ_BACK)


def a_draft(program: OwnProgram) -> Interview:
    return next(each for each in rows(program, registry.INTERVIEW) if each.state == InterviewState.DRAFT)


def new_id(program: OwnProgram) -> RowId:
    return RowId(program.session.new_id(program.next_time()))


def set_statement(program: OwnProgram) -> None:
    row = rows(program, registry.STATEMENT_ELSEWHERE)[0]
    program.say(VaultAction.STATEMENT_SET, row.id, replace(row, taken_by="Somebody", authority="Nowhere"))


def compare_again(program: OwnProgram) -> None:
    record, key = compared(program), new_id(program)
    by, at = program.session.user.id, program.next_time()
    row = PageComparison(id=key, interview_id=record.id, page=1, digest="0" * 64, compared_by=by, at=at)
    program.say(VaultAction.PAGE_COMPARED, record.id, row)


def set_place(program: OwnProgram) -> None:
    record = compared(program)
    place = registry.SEGMENT_PLACE.where(program.session.read, "interview_id", record.id)[0]
    program.say(VaultAction.PLACE_SET, record.id, replace(place, id=new_id(program), page=2))


def change_words(program: OwnProgram) -> None:
    record = compared(program)
    turn = registry.SEGMENT.where(program.session.read, "interview_id", record.id)[0]
    program.say(VaultAction.SEGMENT_SET, record.id, replace(turn, source_text="Other words"))


def sign_a_draft(program: OwnProgram) -> None:
    record = a_draft(program)
    signed = replace(record, state=InterviewState.SIGNED, record_digest="0" * 64)
    program.say(VaultAction.INTERVIEW_SIGNED, record.id, signed)


def annul_a_draft(program: OwnProgram) -> None:
    record, key = a_draft(program), new_id(program)
    row = RecordDecision(
        id=key,
        interview_id=record.id,
        kind=RecordDecisionKind.ANNULLED,
        entered_by=program.session.user.id,
        at=program.next_time(),
        reference="17",
        decided_by="The court",
        reason="As it says",
        decided_on=PartialDate("2026-05-01"),
    )
    program.say(VaultAction.RECORD_ANNULLED, record.id, row)


def name_another_case(program: OwnProgram) -> None:
    record = a_draft(program)
    other = next(each for each in rows(program, registry.PERSON) if each.case_id != record.case_id)
    role = next(iter(PresenceRole))
    row = Presence(id=new_id(program), interview_id=record.id, role=role, name=other.code, person_id=other.id)
    program.say(VaultAction.FORMALITY_ADDED, record.id, row)


ACTS: list[Any] = [
    (CLERK, set_statement, "act-exceeded.frozen"),
    (CLERK, compare_again, "act-exceeded.frozen"),
    (CLERK, set_place, "act-exceeded.frozen"),
    (CLERK, change_words, "act-exceeded.frozen"),
    (PROSECUTOR, sign_a_draft, "act-exceeded.state"),
    (PROSECUTOR, annul_a_draft, "act-exceeded.state"),
    (CLERK, name_another_case, "act-exceeded.case"),
]


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize(("by", "write", "key"), ACTS)
def test_what_the_rules_of_the_database_refuse_is_named_and_accuses_nobody_else(
    folder: Path, by: UserRole, write: Callable[[OwnProgram], None], key: str
):
    entries = set[int]()

    def act(program: OwnProgram) -> None:
        write(program)
        entries.add(program.session.journal.size)

    attacked(folder, by, act, start=AFTER)

    assert both_name(folder, key) == (entries, entries)
    opening, report = told(folder)
    assert not (opening | report) & {"act-exceeded.compared"}


@pytest.mark.requirement("SR-15", "SR-19")
def test_the_health_check_names_what_comes_after_what_it_cannot_replay(folder: Path):
    entries = dict[str, set[int]]()

    def act(program: OwnProgram) -> None:
        for write, key in ((set_place, "act-exceeded.frozen"), (name_another_case, "act-exceeded.case")):
            write(program)
            entries[key] = {program.session.journal.size}

    attacked(folder, CLERK, act, start=AFTER)

    for key, named in entries.items():
        assert both_name(folder, key) == (named, named)


@pytest.mark.requirement("SR-15")
def test_an_office_in_which_nobody_attacks_is_told_of_nothing(folder: Path):
    assert told(folder) == (set(), set())
