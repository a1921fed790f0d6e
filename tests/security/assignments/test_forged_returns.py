"""A store that was altered, exchanged, set back or signed by another is named, and nothing is merged."""

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support.assignments import (
    Given,
    add_linguist,
    open_store,
    own_program_in,
    render_checked,
)
from tests.support.offices import LATER, NEXT_DAY, by_hand, unlock
from tests.support.own_program import OwnProgram, own_program
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.assignment import Assignment, AssignmentReturn, Handback
from thb_desktop.domain.glossary import Term
from thb_desktop.domain.ids import ConceptId, HandbackId, InterpreterId, JobId, RowId
from thb_desktop.domain.language_work import Annotation, RenderingVersion, SafetyFlag
from thb_desktop.domain.note_details import NoteDetails
from thb_desktop.domain.record import to_record
from thb_desktop.domain.vocabulary import AnnotationBasis, AnnotationCode, AnnotationVisibility, Conduct
from thb_desktop.errors import (
    DatabaseDamagedError,
    NoAssignmentError,
    ReturnRefusedError,
    StoreBrokenError,
    StoreForeignError,
    StoreKeyMissingError,
    TablesDifferError,
    ThbError,
)
from thb_desktop.ledger.handback import handed_bytes, row_digest
from thb_desktop.services.assignments import coming, desk, giving, returning, store
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.language import safety
from thb_desktop.vault.assigned import place_beside
from thb_desktop.vault.database import allow_writing
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.tables import registry

OTHER_TEXT = "otter canyon velvet nickel harbor"


def worked(folder: Path, assignment: Assignment, text: str = "Comprenez-vous ?") -> None:
    with closing(open_store(folder, assignment)) as session:
        render_checked(session, desk.open_job(session).segments[0].segment.id, text)
        desk.hand_back(session)


def merge(folder: Path, assignment: Assignment) -> AssignmentReturn:
    with closing(unlock(folder)) as session:
        review = returning.review_return(session, assignment.id)
        return returning.merge_assignment(session, assignment.id, review)


def refused(folder: Path, assignment: Assignment, kind: type[ThbError]) -> str:
    """Return what the refusal of the merge names; nothing may have been merged."""
    with closing(unlock(folder)) as session:
        before = len(registry.RENDERING_VERSION.all(session.read))
        with pytest.raises(kind) as told:
            returning.review_return(session, assignment.id)
        assert len(registry.RENDERING_VERSION.all(session.read)) == before
        return told.value.named.get("codes", "")


def handed_by(program: OwnProgram, session: Session, *rows: object) -> None:
    """Sign any rows as what one hands back, in one's own name."""
    told = tuple((t, str(r["id"]), row_digest(t, r)) for t, r in rows)  # type: ignore[attr-defined, index, misc]
    before = registry.HANDBACK.last(session.read)
    unsigned = Handback(
        id=HandbackId(session.new_id(session.clock.read().at)),
        assignment_id=session.office_record.assignment,  # type: ignore[arg-type]
        user_id=session.user.id,
        number=1 if before is None else before.number + 1,
        rows=told,
        at=program.next_time(),
        signature="",
    )
    signature = session.keys.signer.sign(handed_bytes(unsigned, session.home_id))
    made = replace(unsigned, signature=signature.hex())
    program.say(VaultAction.WORK_HANDED_BACK, made.assignment_id, made)


@pytest.mark.requirement("SR-58")
def test_sr_58_a_row_that_was_altered_beside_the_chain_is_named(folder: Path, assignment: Assignment):
    worked(folder, assignment)
    with closing(open_store(folder, assignment)) as session, by_hand(session) as connection:
        connection.set_authorizer(None)
        connection.execute("DROP TRIGGER rendering_version_stays")
        sql = "CREATE TRIGGER rendering_version_stays BEFORE UPDATE ON rendering_version\n"
        connection.execute("UPDATE rendering_version SET text = 'Avouez-vous ?'")
        connection.execute(f"{sql}BEGIN SELECT RAISE(ABORT, 'language-stays'); END")

    assert "tables-differ" in refused(folder, assignment, StoreBrokenError)


@pytest.mark.requirement("SR-58")
def test_sr_58_a_row_that_was_altered_and_covered_by_an_act_of_ones_own_is_named(
    folder: Path, assignment: Assignment
):
    worked(folder, assignment)
    with closing(open_store(folder, assignment)) as session, own_program_in(session) as program:
        program.run("UPDATE segment SET source_text = 'Am fugit.'")
        program.say(VaultAction.ACCESS_DENIED, session.user.id)

    assert refused(folder, assignment, StoreBrokenError)


@pytest.mark.requirement("SR-58")
@pytest.mark.parametrize("what", ["segment", "user", "office"])
def test_sr_58_an_act_that_is_not_the_interpreters_is_named(
    folder: Path, assignment: Assignment, given: Given, what: str
):
    worked(folder, assignment)
    with closing(open_store(folder, assignment)) as session, own_program_in(session) as program:
        segment = registry.SEGMENT.where(session.read, "interview_id", given.interview.id)[0]
        acts: dict[str, Callable[[], None]] = {
            "segment": lambda: program.say(
                VaultAction.SEGMENT_SET, given.interview.id, replace(segment, source_text="Am fugit.")
            ),
            "user": lambda: program.say(
                VaultAction.USER_ADDED, session.user.id, replace(session.user, name="Somebody Else")
            ),
            "office": lambda: program.say(
                VaultAction.ASSIGNMENT_FOUNDED,
                session.office_record.assignment,
                replace(segment, source_text="Am fugit."),
            ),
        }
        acts[what]()

    told = refused(folder, assignment, StoreBrokenError)
    assert "right-not-held" in told or "act-exceeded" in told


@pytest.mark.requirement("SR-58")
def test_sr_58_a_store_in_the_place_of_another_is_named(folder: Path, assignment: Assignment, given: Given):
    with closing(unlock(folder)) as session:
        other = add_linguist(session, given.small, "Wim Nalezer-Exemple", OTHER_TEXT)
        theirs = giving.assign(session, given.job.id, interpreter_id=other.id)
    here, there = place_beside(folder, assignment.place), place_beside(folder, theirs.place)
    aside = here.folder.with_name("aside")
    here.folder.rename(aside)
    there.folder.rename(here.folder)
    aside.rename(there.folder)

    refused(folder, assignment, StoreForeignError)


@pytest.mark.requirement("SR-58")
def test_sr_58_a_store_that_was_set_back_is_named(folder: Path, assignment: Assignment):
    place = place_beside(folder, assignment.place)
    kept = place.folder.with_name("kept")
    worked(folder, assignment)
    shutil.copytree(place.folder, kept)
    worked(folder, assignment, "Vous comprenez ?")
    merge(folder, assignment)
    shutil.rmtree(place.folder)
    kept.rename(place.folder)

    assert "rolled-back" in refused(folder, assignment, StoreBrokenError)


@pytest.mark.requirement("SR-58")
def test_sr_58_a_store_that_was_set_back_and_continued_is_named(folder: Path, assignment: Assignment):
    place = place_beside(folder, assignment.place)
    kept = place.folder.with_name("kept")
    shutil.copytree(place.folder, kept)
    worked(folder, assignment)
    merge(folder, assignment)
    shutil.rmtree(place.folder)
    kept.rename(place.folder)
    worked(folder, assignment, "Un autre texte")
    worked(folder, assignment, "Encore un autre")

    assert refused(folder, assignment, StoreBrokenError)


@pytest.mark.requirement("SR-58")
def test_sr_58_a_part_of_the_store_that_is_damaged_or_gone_is_named(folder: Path, assignment: Assignment):
    worked(folder, assignment)
    database = place_beside(folder, assignment.place).layout.database
    raw = bytearray(database.read_bytes())
    raw[len(raw) // 2] ^= 1
    database.write_bytes(bytes(raw))

    with closing(unlock(folder)) as session, pytest.raises((StoreBrokenError, DatabaseDamagedError)):
        returning.review_return(session, assignment.id)
    shutil.rmtree(place_beside(folder, assignment.place).folder)
    refused(folder, assignment, NoAssignmentError)


def test_without_its_key_a_store_is_not_merged(folder: Path, assignment: Assignment):
    worked(folder, assignment)
    with closing(unlock(folder)) as session:
        with session.drafting() as connection:
            rows.drop_store_secret(connection, assignment.id)

        with pytest.raises(StoreKeyMissingError):
            returning.review_return(session, assignment.id)


@pytest.mark.requirement("SR-58")
@pytest.mark.parametrize("of_version", [True, False])
def test_sr_58_a_note_that_quotes_what_does_not_stand_there_is_refused(
    folder: Path, assignment: Assignment, given: Given, of_version: bool
):
    """An interpreter's own program: a page would print the words as those of the person."""
    worked(folder, assignment)
    with closing(open_store(folder, assignment)) as session, own_program_in(session) as program:
        version = registry.RENDERING_VERSION.all(session.read)[0]
        segment = registry.SEGMENT.find(session.read, version.segment_id)
        assert segment is not None
        of, text = (version.id, version.text) if of_version else (segment.id, segment.source_text or "")
        note_at(replace(Anchor.of_text(of, text, 0, 4), quoted="fals"), version, session, program)

    with closing(unlock(folder)) as session, pytest.raises(ReturnRefusedError, match="quotes words"):
        returning.review_return(session, assignment.id)


@pytest.mark.requirement("SR-58")
@pytest.mark.parametrize(
    ("code", "details", "why"),
    [
        (AnnotationCode.EMOTION_OBSERVED, NoteDetails(conduct=(Conduct.TREMBLES,)), "not the parts"),
        (AnnotationCode.REGISTER, NoteDetails(before="drei", after="treize"), "not the parts"),
        (AnnotationCode.AMBIGUOUS, NoteDetails(readings=("ment",)), "not the parts"),
        (AnnotationCode.TERM, NoteDetails(concept_id=ConceptId("0" * 32), concept="elle"), "glossary"),
    ],
)
def test_sr_58_parts_of_a_note_that_its_code_does_not_have_are_refused(
    folder: Path, assignment: Assignment, code: AnnotationCode, details: NoteDetails, why: str
):
    """A page would print them as what was seen, corrected or agreed."""
    worked(folder, assignment)
    with closing(open_store(folder, assignment)) as session, own_program_in(session) as program:
        version = registry.RENDERING_VERSION.all(session.read)[0]
        anchor = Anchor.of_text(version.id, version.text, 0, 4)
        note_at(anchor, version, session, program, code=code, details=details)

    with closing(unlock(folder)) as session, pytest.raises(ReturnRefusedError, match=why):
        returning.review_return(session, assignment.id)


def note_at(
    anchor: Anchor, version: RenderingVersion, session: Session, program: OwnProgram, **changes: Any
) -> None:
    """Hand back a note that the program of the office would not have written."""
    note = Annotation(
        id=RowId(session.new_id(session.clock.read().at)),
        job_id=version.job_id,
        segment_id=version.segment_id,
        anchor=anchor,
        code=AnnotationCode.REGISTER,
        basis=AnnotationBasis.OBSERVED,
        visibility=AnnotationVisibility.PRINT,
        language="fr",
        text="Dit à voix basse.",
        author_id=version.author_id,
        typed_by=version.typed_by,
        at=program.next_time(),
    )
    note = replace(note, **changes)
    program.say(VaultAction.ANNOTATION_ADDED, version.job_id, note)
    handed_by(program, session, ("annotation", to_record(note)))


@pytest.mark.requirement("SR-58")
@pytest.mark.parametrize(
    ("anchor", "why"),
    [
        (Anchor.of_time("0" * 32, "0" * 64, 0, 5), "no recording"),
        (Anchor.of_page("0" * 32, "0" * 64, 1), "neither in a text nor in a recording"),
    ],
)
def test_sr_58_a_note_in_what_was_not_given_along_is_refused(
    folder: Path, assignment: Assignment, anchor: Anchor, why: str
):
    """It would be printed as a place of a recording, or go along with no version."""
    worked(folder, assignment)
    with closing(open_store(folder, assignment)) as session, own_program_in(session) as program:
        note_at(anchor, registry.RENDERING_VERSION.all(session.read)[0], session, program)

    with closing(unlock(folder)) as session, pytest.raises(ReturnRefusedError, match=why):
        returning.review_return(session, assignment.id)


@pytest.mark.requirement("SR-58")
@pytest.mark.parametrize("about", ["job", "typist", "number"])
def test_sr_58_rows_that_are_not_the_assignees_are_refused(
    folder: Path, assignment: Assignment, given: Given, about: str
):
    worked(folder, assignment)
    with closing(open_store(folder, assignment)) as session, own_program_in(session) as program:
        version = registry.RENDERING_VERSION.all(session.read)[0]
        at = session.clock.read().at
        forged: RenderingVersion = replace(version, id=RowId(session.new_id(at)), number=2)
        if about == "job":
            forged = replace(forged, job_id=JobId(session.new_id(at)))
        elif about == "typist":
            forged = replace(forged, typed_by=assignment.assigned_by)
        else:
            forged = replace(forged, number=7)
        program.say(VaultAction.VERSION_WRITTEN, given.job.id, forged)
        handed_by(program, session, ("rendering_version", to_record(forged)))

    with closing(unlock(folder)) as session, pytest.raises((ReturnRefusedError, StoreBrokenError)):
        returning.review_return(session, assignment.id)


@pytest.mark.requirement("SR-58")
def test_sr_58_a_colleague_with_the_key_of_the_store_cannot_work_in_the_interpreters_name(
    folder: Path, assignment: Assignment, given: Given
):
    """With the key of the vault, and with it that of the store, but not the interpreter's."""
    worked(folder, assignment)
    with closing(unlock(folder)) as judge, closing(open_store(folder, assignment)) as session:
        session.author = replace(
            session.author,
            statement=replace(
                session.author.statement,
                signature=judge.keys.signer.sign(session.author.statement.statement),
            ),
        )
        with own_program_in(session) as program:
            version = registry.RENDERING_VERSION.all(session.read)[0]
            new_id = RowId(session.new_id(session.clock.read().at))
            program.say(
                VaultAction.VERSION_WRITTEN,
                given.job.id,
                replace(version, id=new_id, number=2, text="Avouez-vous ?"),
            )

    assert refused(folder, assignment, StoreBrokenError)


@pytest.mark.requirement("SR-58")
def test_sr_58_an_entry_of_the_office_in_the_store_is_named(folder: Path, assignment: Assignment):
    worked(folder, assignment)
    with (
        closing(unlock(folder)) as judge,
        closing(open_store(folder, assignment)) as session,
        own_program_in(session) as program,
    ):
        program.say(VaultAction.ACCESS_DENIED, judge.user.id, agent=judge)

    assert refused(folder, assignment, StoreBrokenError)


@pytest.mark.requirement("SR-58")
def test_sr_58_a_return_that_a_colleague_made_up_is_found_at_the_next_unlock(
    folder: Path, assignment: Assignment, given: Given
):
    """The judge's own program merges a version in the interpreter's name, by a handback of its own."""
    assert given.linguist.user_id is not None
    with own_program(folder, PASSPHRASE, start=LATER) as program:
        session = program.session
        at = session.clock.read().at
        segment = registry.SEGMENT.where(session.read, "interview_id", given.interview.id)[0]
        version = RenderingVersion(
            id=RowId(session.new_id(at)),
            job_id=given.job.id,
            segment_id=segment.id,
            number=1,
            text="Avouez-vous ?",
            source_digest=segment.source_digest,
            author_id=given.linguist.id,
            typed_by=given.linguist.user_id,
            typed_at=at,
        )
        digest = row_digest("rendering_version", to_record(version))
        unsigned = Handback(
            id=HandbackId(session.new_id(at)),
            assignment_id=assignment.id,
            user_id=given.linguist.user_id,
            number=1,
            rows=(("rendering_version", version.id, digest),),
            at=at,
            signature="",
        )
        signature = session.keys.signer.sign(handed_bytes(unsigned, session.vault_id)).hex()
        handback = replace(unsigned, signature=signature)
        made = AssignmentReturn(
            id=RowId(session.new_id(at)),
            assignment_id=assignment.id,
            case_id=assignment.case_id,
            handback_id=handback.id,
            by_user=given.linguist.user_id,
            merged_by=session.user.id,
            merged_at=at,
            size=5,
            head="ab" * 32,
            brought=1,
        )
        program.say(VaultAction.ASSIGNMENT_MERGED, assignment.id, version, handback, made)

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        assert "return-forged" in {finding.key for finding in session.opening.findings}


@pytest.mark.requirement("SR-58")
@pytest.mark.parametrize("changed", ["text", "left-out", "added"])
def test_sr_58_rows_beside_those_that_were_handed_back_are_found(
    folder: Path, assignment: Assignment, given: Given, changed: str
):
    worked(folder, assignment)
    with closing(unlock(folder)) as session:
        review = returning.review_return(session, assignment.id)
    brought = list(review.rows)
    version = review.versions[0]
    if changed == "text":
        brought = [replace(version, text="Avouez-vous ?"), *brought[1:]]
    elif changed == "added":
        brought.append(replace(version, id=RowId(f"{version.id[:-4]}ffff"), number=2))
    handback = review.handback
    if changed == "left-out":
        handback = replace(handback, rows=handback.rows[:-1])

    with own_program(folder, PASSPHRASE, start=LATER) as program:
        made = AssignmentReturn(
            id=RowId(program.session.new_id(LATER)),
            assignment_id=assignment.id,
            case_id=assignment.case_id,
            handback_id=handback.id,
            by_user=assignment.user_id,
            merged_by=program.session.user.id,
            merged_at=LATER,
            size=review.size,
            head=review.head,
            brought=len(brought),
        )
        program.say(VaultAction.ASSIGNMENT_MERGED, assignment.id, *brought, handback, made)

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        assert "return-forged" in {finding.key for finding in session.opening.findings}


@pytest.mark.requirement("SR-58")
def test_sr_58_an_act_that_begins_a_store_stands_in_no_vault(
    folder: Path, assignment: Assignment, given: Given
):
    with own_program(folder, PASSPHRASE, start=LATER) as program:
        segment = registry.SEGMENT.where(program.session.read, "interview_id", given.interview.id)[0]
        program.say(VaultAction.ASSIGNMENT_FOUNDED, assignment.id, replace(segment, source_text="Am fugit."))

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        assert "act-exceeded.first" in {finding.key for finding in session.opening.findings}


def say_a_part(program: OwnProgram, review: returning.Review) -> None:
    """A clerk's own program merges a handback without its last row."""
    made = AssignmentReturn(
        id=RowId(program.session.new_id(LATER)),
        assignment_id=review.assignment.id,
        case_id=review.assignment.case_id,
        handback_id=review.handback.id,
        by_user=review.assignment.user_id,
        merged_by=program.session.user.id,
        merged_at=program.next_time(),
        size=review.size,
        head=review.head,
        brought=len(review.rows) - 1,
    )
    program.say(VaultAction.ASSIGNMENT_MERGED, review.assignment.id, *review.rows[:-1], review.handback, made)


def afraid(folder: Path, assignment: Assignment, given: Given) -> returning.Review:
    """Hand back a version and a concern for safety, which is the last row, and look at it."""
    with closing(open_store(folder, assignment)) as session:
        render_checked(session, desk.open_job(session).segments[0].segment.id, "Comprenez-vous ?")
        safety.raise_safety_flag(
            session, given.interview.id, "She is afraid.", interpreter_id=given.linguist.id
        )
        desk.hand_back(session)
    with closing(unlock(folder)) as session:
        return returning.review_return(session, assignment.id)


@pytest.mark.requirement("SR-58")
def test_sr_58_a_merge_that_left_out_a_part_is_found_and_its_store_is_not_destroyed(
    folder: Path, assignment: Assignment, given: Given
):
    review = afraid(folder, assignment, given)
    with own_program(folder, PASSPHRASE, start=LATER) as program:
        say_a_part(program, review)

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        assert "return-forged" in {finding.key for finding in session.opening.findings}
        with pytest.raises(TablesDifferError):
            giving.close_assignment(session, assignment.id, reason="done", keep=False)
    assert place_beside(folder, assignment.place).exists


@pytest.mark.requirement("SR-58")
def test_sr_58_what_a_merge_left_out_is_new_in_the_next_review_and_can_be_merged(
    folder: Path, assignment: Assignment, given: Given
):
    seen = afraid(folder, assignment, given)
    with own_program(folder, PASSPHRASE, start=LATER) as program:
        say_a_part(program, seen)
        session = program.session
        session.read.execute("COMMIT")
        review = returning.review_return(session, assignment.id)
        assert (review.merged, review.rows) == (None, seen.rows[-1:])
        assert returning.merge_assignment(session, assignment.id, review).brought == 1
        assert returning.review_return(session, assignment.id).merged is not None
        allow_writing(session.read)
        session.read.set_authorizer(None)
        session.read.execute("BEGIN IMMEDIATE")

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        assert len(registry.SAFETY_FLAG.all(session.read)) == 1
        assert "return-forged" not in {finding.key for finding in health.check_vault(session).findings}


@pytest.mark.requirement("SR-58")
def test_sr_58_a_store_with_an_endless_view_for_a_table_is_refused_at_once(
    folder: Path, assignment: Assignment
):
    worked(folder, assignment)
    with closing(open_store(folder, assignment)) as session:
        session.vault.file = None
        connection = session.read
        allow_writing(connection)
        connection.set_authorizer(None)
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA legacy_alter_table = ON")
        connection.execute("ALTER TABLE office RENAME TO office_real")
        connection.execute(
            "CREATE VIEW office AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "
            "SELECT r.* FROM office_real AS r, c WHERE c.x < 0"
        )

    assert refused(folder, assignment, StoreBrokenError) == "schema-differs"


@pytest.mark.requirement("SR-58")
def test_sr_58_what_the_database_cannot_end_within_the_bound_is_refused(
    folder: Path, assignment: Assignment, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(store, "STEPS", 100_000)
    with closing(unlock(folder)) as session, store.enter_for_office(session, assignment) as opened:
        endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c"
        with pytest.raises(StoreBrokenError, match="longer"), store.within_bound():
            opened.connection.execute(endless).fetchone()


@pytest.mark.requirement("SR-58")
@pytest.mark.parametrize("what", ["settled", "checked", "future"])
def test_sr_58_what_only_others_may_say_does_not_come_back(
    folder: Path, assignment: Assignment, given: Given, what: str
):
    with closing(unlock(folder)) as session:
        at = session.clock.read().at
        flag = SafetyFlag(
            id=RowId(session.new_id(at)),
            interview_id=given.interview.id,
            case_id=assignment.case_id,
            wrapped=(),
            sealed="",
            typed_by=assignment.user_id,
            at=at,
        )
        term = Term(
            id=RowId(session.new_id(at)),
            case_id=assignment.case_id,
            concept_id=ConceptId(session.new_id(at)),
            language="fr",
            term="passeur",
            status=None,
        )
        latest = at + timedelta(days=1)
        forged: dict[str, object] = {
            "settled": replace(flag, settled_by=assignment.assigned_by, settled_at=at),
            "checked": replace(term, checked_by=InterpreterId(assignment.assigned_by)),
            "future": replace(flag, at=latest + timedelta(seconds=1)),
        }

    for honest in (flag, term, replace(term, checked_by=assignment.interpreter_id)):
        coming.verify_new(honest, assignment, latest)
    with pytest.raises(ReturnRefusedError):
        coming.verify_new(forged[what], assignment, latest)
