"""A fourth round of a colleague's own program: jobs, files, custody, roles, and what links two cases."""

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
from tests.services.language.test_annotations import noted
from tests.services.testimony.test_elsewhere import begun, taken
from tests.support.colleagues import AFTERWARDS, JUDGE, attacked, told
from tests.support.documents import pdf_of
from tests.support.language_jobs import desk
from tests.support.offices import (
    LATER,
    NEXT_DAY,
    case_file,
    copy_of,
    new_office,
    registered,
    small_case,
    unlock,
)
from tests.support.own_program import OwnProgram
from tests.support.second_person import ALONE, approval
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.child_presumed import AgeDecision
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.glossary import Concept, Term
from thb_desktop.domain.ids import told_of
from thb_desktop.domain.language_work import AnnotationAnswer
from thb_desktop.domain.page_comparisons import PageComparison
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.person_links import PersonLink
from thb_desktop.domain.record_decision import RecordDecision
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.language import annotations
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import elsewhere
from thb_desktop.vault.tables import registry

AGO, FAR = timedelta(days=-300), timedelta(days=9000)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two cases; the first has a record with a job and a note, a statement made elsewhere, and a glossary."""
    folder = tmp_path_factory.mktemp("round") / "office.thbvault"

    def fill(session: Session) -> None:
        small = small_case(session)
        kept = registered(session, small)
        file = exhibit_files.add_file(
            session, kept.id, source=io.BytesIO(pdf_of()), name="s.pdf", media_type="application/pdf"
        )
        draft = begun(session, small, file)
        elsewhere.take_over(session, draft.id, [taken(file, 1, 1, "Cum?"), taken(file, 2, 2, "Nelu.")])
        with desk(session, small) as at:
            at.write("Do you understand?")
            annotations.annotate(session, at.job.id, noted(at), signer=at.first.signer)
        other = cases.open_case(session, case_file(reference="2026/2"))
        authority = replace(small.authority, case_id=other.id, official_id=None)
        cases.add_authority(session, authority)
        people.add_official(session, replace(small.official, case_id=other.id, user_id=None))
        people.add_person(session, replace(small.person, case_id=other.id, code="V-99"), None)
        clerk = hired(session, v.UserRole.CLERK, ALONE)
        hired(session, v.UserRole.ANALYST, partial(approval, session, clerk, v.TwoPersonAct.ADD_USER))

    new_office(folder)
    with closing(unlock(folder, start=LATER)) as session:
        fill(session)
    unlock(folder, start=NEXT_DAY, heads=folder.parent / "heads").close()
    return folder


@pytest.fixture
def folder(base: Path, tmp_path: Path) -> Path:
    copy_of(base.parent / "heads", tmp_path / "heads")
    return copy_of(base, tmp_path / "office.thbvault")


class Own:
    """What a colleague writes, in their own name and at the time of the entry unless they say otherwise."""

    def __init__(self, program: OwnProgram) -> None:
        self.program, self.session = program, program.session
        self.me = self.session.user.id
        self.now = self.session.clock.read().at + timedelta(seconds=1)
        """When the next entry will be, by the clock of these tests."""

    def id(self) -> Any:
        return self.session.new_id(self.now)

    def all(self, table: Any, **having: Any) -> list[Any]:
        rows = table.all(self.session.read)
        return [each for each in rows if all(getattr(each, name) == value for name, value in having.items())]

    def other(self) -> Any:
        return next(each.id for each in self.all(registry.USER) if each.id != self.me)

    def cases(self) -> list[Any]:
        return self.all(registry.CASE_FILE)

    def say(self, *given: Any) -> None:
        self.program.say(*given)
        self.now = self.session.clock.read().at + timedelta(seconds=1)


Write = Callable[[Own], None]
CLERK = v.UserRole.CLERK


def custody_recorded(own: Own) -> None:
    event = own.all(registry.CUSTODY_EVENT)[-1]
    number = max(each.number for each in own.all(registry.CUSTODY_EVENT, exhibit_id=event.exhibit_id)) + 1
    row = replace(
        event,
        id=own.id(),
        number=number,
        action=v.CustodyAction.STORED,
        recorded_at=own.now + AGO,
        occurred_at=own.now + AGO,
        from_party="",
        to_party="",
        sha256="",
        result=None,
        corrects=None,
        approval_id=None,
    )
    own.say(v.CustodyAction.STORED, event.exhibit_id, row)


def file_added(own: Own) -> None:
    file = own.all(registry.EXHIBIT_FILE)[0]
    own.say(Does.FILE_ADDED, file.id, replace(file, added_at=own.now + AGO))


def job_closed_by_another(own: Own) -> None:
    job = next(each for each in own.all(registry.LANGUAGE_JOB) if each.is_open)
    own.say(
        Does.LANGUAGE_JOB_CLOSED,
        job.id,
        replace(job, closed_at=own.now, closed_by=own.other(), closed_because="Done"),
    )


def job_closed_then(own: Own) -> None:
    job = next(each for each in own.all(registry.LANGUAGE_JOB) if each.is_open)
    own.say(
        Does.LANGUAGE_JOB_CLOSED,
        job.id,
        replace(job, closed_at=own.now + AGO, closed_by=own.me, closed_because="Done"),
    )


def version_typed(own: Own) -> None:
    version = own.all(registry.RENDERING_VERSION)[0]
    row = replace(version, id=own.id(), number=99, typed_by=own.me, typed_at=own.now + AGO)
    own.say(Does.VERSIONS_IMPORTED, version.job_id, row)


def version_number(own: Own) -> None:
    version = own.all(registry.RENDERING_VERSION)[0]
    row = replace(version, id=own.id(), number=99, typed_by=own.me, typed_at=own.now)
    own.say(Does.VERSIONS_IMPORTED, version.job_id, row)


def version_of_another_record(own: Own) -> None:
    version = own.all(registry.RENDERING_VERSION)[0]
    job = registry.LANGUAGE_JOB.find(own.session.read, version.job_id)
    segment = next(each for each in own.all(registry.SEGMENT) if each.interview_id != job.interview_id)
    row = replace(version, id=own.id(), segment_id=segment.id, number=1, typed_by=own.me, typed_at=own.now)
    own.say(Does.VERSIONS_IMPORTED, version.job_id, row)


def version_by_another_linguist(own: Own) -> None:
    version = own.all(registry.RENDERING_VERSION)[0]
    other = next(each for each in own.all(registry.INTERPRETER) if each.id != version.author_id)
    row = replace(version, id=own.id(), number=99, author_id=other.id, typed_by=own.me, typed_at=own.now)
    own.say(Does.VERSIONS_IMPORTED, version.job_id, row)


def note_at(own: Own) -> None:
    note = own.all(registry.ANNOTATION)[0]
    own.say(
        Does.ANNOTATION_ADDED,
        note.job_id,
        replace(note, id=own.id(), typed_by=own.me, at=own.now + AGO, struck=""),
    )


def note_of_another_record(own: Own) -> None:
    note = own.all(registry.ANNOTATION)[0]
    job = registry.LANGUAGE_JOB.find(own.session.read, note.job_id)
    segment = next(each for each in own.all(registry.SEGMENT) if each.interview_id != job.interview_id)
    own.say(
        Does.ANNOTATION_ADDED,
        note.job_id,
        replace(note, id=own.id(), segment_id=segment.id, typed_by=own.me, at=own.now, struck=""),
    )


def job_of_another_case(own: Own) -> None:
    job = own.all(registry.LANGUAGE_JOB)[0]
    case = next(each for each in own.all(registry.CASE_FILE) if each.id != job.case_id)
    row = replace(
        job,
        id=own.id(),
        number="J-99",
        case_id=case.id,
        opened_by=own.me,
        opened_at=own.now,
        closed_at=None,
        closed_by=None,
        closed_because="",
    )
    own.say(Does.LANGUAGE_JOB_OPENED, row.id, row)


def role_of_another_case(own: Own) -> None:
    person = own.all(registry.PERSON)[0]
    roles = own.all(registry.PERSON_ROLE, person_id=person.id)
    case = next(each for each in own.all(registry.CASE_FILE) if each.id != person.case_id)
    row = replace(roles[0], id=own.id(), case_id=case.id)
    own.say(Does.ROLE_ADDED, told_of(person.id), *roles, row)


def age_of_another_case(own: Own) -> None:
    person = own.all(registry.PERSON)[0]
    case = next(each for each in own.all(registry.CASE_FILE) if each.id != person.case_id)
    row = AgeDecision(
        id=own.id(),
        case_id=case.id,
        person_id=person.id,
        finding=v.AgeFinding.ADULT,
        entered_by=own.me,
        at=own.now,
        reason="Why",
        decided_by="Somebody",
        decided_on=PartialDate("2026-03-01"),
        reference="1",
    )
    own.say(Does.AGE_DECIDED, told_of(person.id), row)


def merge_of_two_cases(own: Own) -> None:
    one = own.all(registry.PERSON)[0]
    other = next(each for each in own.all(registry.PERSON) if each.case_id != one.case_id)
    first = PersonLink(
        id=own.id(),
        case_id=one.case_id,
        kind=v.PersonLinkKind.PROPOSED,
        kept_id=one.id,
        other_id=other.id,
        reason="Same",
        by=own.me,
        at=own.now,
    )
    own.say(Does.MERGE_PROPOSED, one.case_id, first)


def split_of_a_proposal(own: Own) -> None:
    one = own.all(registry.PERSON)[0]
    other = replace(one, id=own.id(), code="V-02")
    own.say(Does.PERSON_ADDED, other.id, other)
    first = PersonLink(
        id=own.id(),
        case_id=one.case_id,
        kind=v.PersonLinkKind.PROPOSED,
        kept_id=one.id,
        other_id=other.id,
        reason="Same",
        by=own.me,
        at=own.now,
    )
    own.say(Does.MERGE_PROPOSED, one.case_id, first)
    own.say(
        Does.PERSONS_SPLIT,
        first.id,
        replace(first, id=own.id(), kind=v.PersonLinkKind.SPLIT, of_id=first.id, by=own.me, at=own.now),
    )


def decision_on_a_draft(own: Own) -> None:
    draft = next(each for each in own.all(registry.INTERVIEW) if not each.is_signed)
    row = RecordDecision(
        id=own.id(),
        interview_id=draft.id,
        kind=v.RecordDecisionKind.ANNULLED,
        entered_by=own.me,
        at=own.now,
        reference="1",
        decided_by="Me",
        decided_on=PartialDate("2026-03-01"),
        reason="Why",
    )
    own.say(Does.RECORD_ANNULLED, draft.id, row)


def statement_page_nine(own: Own) -> None:
    rows = own.all(registry.STATEMENT_ELSEWHERE)
    if not rows:
        pytest.skip("none")
    row = PageComparison(
        id=own.id(), interview_id=rows[0].id, page=99, digest="a" * 64, compared_by=own.me, at=own.now
    )
    own.say(Does.PAGE_COMPARED, rows[0].id, row)


def sent_nothing(own: Own) -> None:
    own.say(Does.LANGUAGE_JOB_SENT, own.other())


def told_falsely(own: Own) -> None:
    authority = own.all(registry.AUTHORITY)[0]
    own.say(Does.ENTRY_TOLD, told_of(authority.id), replace(authority, name="Forged"))


def told_under_another(own: Own) -> None:
    authority = own.all(registry.AUTHORITY)[0]
    own.say(Does.ENTRY_TOLD, authority.case_id, authority)


def answer_by_another(own: Own) -> None:
    note = own.all(registry.ANNOTATION)[0]
    row = AnnotationAnswer(
        id=own.id(), job_id=note.job_id, annotation_id=note.id, text="Yes", given_by=own.other(), at=own.now
    )
    own.say(Does.ANNOTATION_ANSWERED, note.job_id, row)


def authority_of_another_case(own: Own) -> None:
    official = own.all(registry.OFFICIAL)[0]
    other = next(each for each in own.all(registry.AUTHORITY) if each.case_id != official.case_id)
    own.say(
        Does.OFFICIAL_ADDED,
        official.case_id,
        replace(official, id=own.id(), code="P-99", authority_id=other.id, user_id=None),
    )


def interview_of_another_persons_case(own: Own) -> None:
    draft = next(each for each in own.all(registry.INTERVIEW) if not each.is_signed)
    person = next(each for each in own.all(registry.PERSON) if each.case_id != draft.case_id)
    own.say(Does.FORMALITIES_SET, draft.id, replace(draft, person_id=person.id))


def term_of_another_case(own: Own) -> None:
    one, other = own.cases()
    concept = Concept(id=own.id(), case_id=other.id, domain=None, definition="Debt")
    own.say(Does.TERM_ADDED, other.id, concept)
    term = Term(
        id=own.id(), case_id=one.id, concept_id=concept.id, language="ro", term="datorie", status=None
    )
    own.say(Does.TERM_ADDED, one.id, term)


def answer_in_another_job(own: Own) -> None:
    note, (job,) = own.all(registry.ANNOTATION)[0], own.all(registry.LANGUAGE_JOB)
    second = replace(job, id=own.id(), number="J-2", opened_by=own.me, opened_at=own.now)
    own.say(Does.LANGUAGE_JOB_OPENED, second.id, second)
    row = AnnotationAnswer(
        id=own.id(), job_id=second.id, annotation_id=note.id, text="Yes", given_by=own.me, at=own.now
    )
    own.say(Does.ANNOTATION_ANSWERED, second.id, row)


def correction_at(own: Own) -> None:
    official = own.all(registry.OFFICIAL)[0]
    row = Correction(
        id=own.id(),
        case_id=official.case_id,
        entity="official",
        subject_id=official.id,
        field="name",
        before=official.name,
        after="Somebody",
        reason="Misread",
        at=own.now + AGO,
        by=own.me,
    )
    own.say(Does.ENTRY_CORRECTED, official.case_id, replace(official, name="Somebody"), row)


TRIED: list[tuple[v.UserRole, Write, str, str]] = [
    (CLERK, custody_recorded, "act-exceeded.time", "act-exceeded.time"),
    (CLERK, correction_at, "act-exceeded.time", "act-exceeded.time"),
    (CLERK, file_added, "act-exceeded.field", "events.stray"),
    (CLERK, job_closed_by_another, "act-exceeded.author", "act-exceeded.author"),
    (CLERK, job_closed_then, "act-exceeded.time", "act-exceeded.time"),
    (CLERK, version_typed, "act-exceeded.time", "events.stray"),
    (CLERK, version_number, "", "events.stray"),
    (CLERK, version_of_another_record, "", "events.stray"),
    (CLERK, version_by_another_linguist, "", "events.stray"),
    (CLERK, note_at, "act-exceeded.time", "act-exceeded.time"),
    (CLERK, note_of_another_record, "", "events.stray"),
    (CLERK, job_of_another_case, "act-exceeded.case", "events.stray"),
    (CLERK, role_of_another_case, "act-exceeded.case", "act-exceeded.case"),
    (JUDGE, age_of_another_case, "act-exceeded.case", "events.stray"),
    (CLERK, merge_of_two_cases, "act-exceeded.case", "events.stray"),
    (JUDGE, split_of_a_proposal, "", "events.stray"),
    (JUDGE, decision_on_a_draft, "", "events.stray"),
    (CLERK, term_of_another_case, "act-exceeded.case", "events.stray"),
    (CLERK, statement_page_nine, "", "events.stray"),
    (JUDGE, sent_nothing, "act-exceeded.subject", "act-exceeded.subject"),
    (CLERK, told_falsely, "act-exceeded.field", "act-exceeded.field"),
    (CLERK, told_under_another, "act-exceeded.subject", "act-exceeded.subject"),
    (CLERK, answer_by_another, "act-exceeded.author", "act-exceeded.author"),
    (CLERK, answer_in_another_job, "", "events.stray"),
    (CLERK, authority_of_another_case, "act-exceeded.case", "act-exceeded.case"),
    (CLERK, interview_of_another_persons_case, "act-exceeded.case", "events.stray"),
]
"""Who writes what, and what the unlock and the health check name; an empty text: the unlock names nothing."""


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    ("by", "write", "at_unlock", "at_check"), TRIED, ids=[each[1].__name__ for each in TRIED]
)
def test_what_a_colleague_writes_past_the_services_is_named(
    folder: Path, by: v.UserRole, write: Write, at_unlock: str, at_check: str
):
    attacked(folder, by, lambda program: write(Own(program)), start=AFTERWARDS)

    unlocked, checked = told(folder, start=AFTERWARDS + timedelta(days=1))
    assert at_unlock in unlocked | {""}
    assert at_check in checked
