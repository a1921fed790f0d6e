"""Returning: what an interpreter did in their store is handed back, looked at, and merged by one act."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.assignments import (
    LINGUIST_PASSPHRASE,
    SOURCES,
    Given,
    add_linguist,
    assigned,
    office_copy,
    office_with_job,
    open_store,
    render_checked,
)
from tests.support.offices import unlock
from tests.support.recorded import recorded_exhibit, recording
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.assignment import Assignment
from thb_desktop.domain.glossary import Concept, Term
from thb_desktop.domain.ids import ConceptId, RowId
from thb_desktop.domain.language_states import WorkState, states_of
from thb_desktop.domain.language_work import Annotation, VersionSignature
from thb_desktop.domain.note_details import NoteDetails
from thb_desktop.domain.vocabulary import AnnotationBasis, AnnotationCode, Conduct, VerdictKind
from thb_desktop.errors import (
    AssignmentClosedError,
    JobAssignedError,
    JobClosedError,
    NotAllowedError,
    NothingHandedBackError,
    ReturnRefusedError,
    ReturnSeenError,
    VaultInUseError,
)
from thb_desktop.findings import Standing
from thb_desktop.services.assignments import desk, giving, returning
from thb_desktop.services.assignments.returning import Doubt
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.language import annotations, glossary, jobs, overview, revision, safety, versions
from thb_desktop.services.testimony import segments
from thb_desktop.vault.tables import chain, registry

OTHER_NAME, OTHER_TEXT = "Wim Nalezer-Exemple", "otter canyon velvet nickel harbor"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Given, Assignment]:
    folder = tmp_path_factory.mktemp("office") / "office.thbvault"
    given = office_with_job(folder)
    return folder, given, assigned(folder, given)


@pytest.fixture
def folder(template: tuple[Path, Given, Assignment], tmp_path: Path) -> Path:
    return office_copy(template[0], tmp_path / "office.thbvault")


@pytest.fixture
def given(template: tuple[Path, Given, Assignment]) -> Given:
    return template[1]


@pytest.fixture
def assignment(template: tuple[Path, Given, Assignment]) -> Assignment:
    return template[2]


def worked(folder: Path, assignment: Assignment, *texts: str) -> None:
    """Render the first turns, and hand back."""
    with closing(open_store(folder, assignment)) as session:
        for full, text in zip(desk.open_job(session).segments, texts, strict=False):
            desk.render(session, full.segment.id, text)
        desk.hand_back(session)


def merged(session: Session, assignment: Assignment) -> int:
    review = returning.review_return(session, assignment.id)
    return returning.merge_assignment(session, assignment.id, review).brought


def entries(session: Session) -> int:
    return chain.size_of(session.read)


def test_what_was_rendered_is_merged_by_one_event_under_the_author(
    folder: Path, given: Given, assignment: Assignment
):
    worked(folder, assignment, "Comprenez-vous ?", "Oui, j'ai compris.")

    with closing(unlock(folder)) as session:
        merged(session, assignment)

        work = jobs.get_job(session, given.job.id)
        assert [each.parsed().action for each in chain.entries_of(session.read, assignment.id)] == [
            "ASSIGNED",
            "ASSIGNMENT_MERGED",
        ]
        assert [each.text for each in work.versions] == ["Comprenez-vous ?", "Oui, j'ai compris."]
        assert {each.author_id for each in work.versions} == {given.linguist.id}
        assert {each.typed_by for each in work.versions} == {given.linguist.user_id}
        assert set(states_of(work).values()) == {WorkState.DRAFT}
        broken = [
            each.key for each in health.check_vault(session).findings if each.standing is Standing.BROKEN
        ]
        assert broken == []


def test_a_vault_with_a_return_opens_without_a_finding(folder: Path, assignment: Assignment):
    worked(folder, assignment, "Comprenez-vous ?")
    with closing(unlock(folder)) as session:
        merged(session, assignment)

    with closing(unlock(folder)) as session:
        assert session.opening.is_sound


def test_what_was_handed_back_waits_until_it_is_merged(folder: Path, given: Given, assignment: Assignment):
    with closing(unlock(folder)) as session:
        before = returning.waits_since(session, assignment.id)
    worked(folder, assignment, "Comprenez-vous ?")

    with closing(unlock(folder)) as session:
        handed_back = returning.review_return(session, assignment.id).handback.at
        waits = returning.waits_since(session, assignment.id)
        merged(session, assignment)
        after = returning.waits_since(session, assignment.id)
        given_out = returning.list_given_out(session, assignment.case_id)

    assert (before, waits, after) == (None, handed_back, None)
    assert given_out == (assignment.id,)


def test_of_a_store_in_which_its_interpreter_works_nothing_is_said(folder: Path, assignment: Assignment):
    worked(folder, assignment, "Comprenez-vous ?")

    with closing(open_store(folder, assignment)), closing(unlock(folder)) as session:
        waits = returning.waits_since(session, assignment.id)

    assert waits is None


def test_a_handback_is_merged_once(folder: Path, assignment: Assignment):
    worked(folder, assignment, "Comprenez-vous ?")

    with closing(unlock(folder)) as session:
        first = merged(session, assignment)
        before = entries(session)
        again = returning.merge_assignment(
            session, assignment.id, returning.review_return(session, assignment.id)
        )

        assert (again.brought, entries(session)) == (first, before)


def test_a_second_handback_brings_what_is_new(folder: Path, given: Given, assignment: Assignment):
    worked(folder, assignment, "Comprenez-vous ?")
    with closing(unlock(folder)) as session:
        first = merged(session, assignment)
    worked(folder, assignment, "Vous comprenez ?")

    with closing(unlock(folder)) as session:
        assert merged(session, assignment) == first
        texts = [each.text for each in jobs.get_job(session, given.job.id).versions]
        assert texts == ["Comprenez-vous ?", "Vous comprenez ?"]


def test_the_whole_record_is_signed_in_one_go(folder: Path, given: Given, assignment: Assignment):
    with closing(open_store(folder, assignment)) as session:
        for full in desk.open_job(session).segments:
            desk.render(session, full.segment.id, f"fr {full.number}")
        made = desk.sign_all(session, [(each, "Read it") for each in desk.check_ready(session)])
        desk.hand_back(session)

    assert isinstance(made, VersionSignature)
    assert len(made.versions) == len(SOURCES)
    assert {why for _, _, why in made.reasons} == {"Read it"}
    with closing(unlock(folder)) as session:
        merged(session, assignment)
        work = jobs.get_job(session, given.job.id)
        assert set(states_of(work).values()) == {WorkState.SELF_CHECKED}
        assert [each.reasons for each in work.signatures][-1] == made.reasons


def test_notes_and_queries_come_back(folder: Path, given: Given, assignment: Assignment):
    with closing(open_store(folder, assignment)) as session:
        segment = desk.open_job(session).segments[2].segment
        assert segment.source_text is not None
        render_checked(session, segment.id, "Je suis partie en mai.")
        annotations.annotate(
            session,
            given.job.id,
            annotations.NewAnnotation(
                segment_id=segment.id,
                anchor=Anchor.of_text(segment.id, segment.source_text, 0, 2),
                code=AnnotationCode.QUERY,
                basis=AnnotationBasis.KNOWLEDGE,
                language="fr",
                text="Which year?",
            ),
        )
        desk.hand_back(session)

    with closing(unlock(folder)) as session:
        merged(session, assignment)
        work = jobs.get_job(session, given.job.id)
        assert [each.text for each in work.open_queries()] == ["Which year?"]
        assert set(states_of(work).values()) == {WorkState.SELF_CHECKED}


def heard_at(session: Session, given: Given, code: AnnotationCode) -> Annotation:
    """Note something at a time of the recording, at the first turn."""
    (recorded,) = desk.list_recorded(session)
    return annotations.annotate(
        session,
        given.job.id,
        annotations.NewAnnotation(
            segment_id=desk.open_job(session).segments[0].segment.id,
            anchor=Anchor.of_time(recorded.file.id, recorded.file.sha256, 1500, 2700),
            code=code,
            basis=AnnotationBasis.OBSERVED,
            language="fr",
            text="Une porte claque.",
        ),
    )


def test_notes_at_times_of_the_recording_come_back_signed_and_go_out_again(
    folder: Path, given: Given, assignment: Assignment
):
    with closing(unlock(folder)) as session:
        giving.close_assignment(session, assignment.id, reason="Without the recording", keep=False)
        exhibit = recorded_exhibit(session, given.interview.id, "E-90", [("Ioana.wav", b"RIFF" * 99)])
        recording(session, given.interview.id, exhibit)
        (kept,) = registry.EXHIBIT_FILE.where(session.read, "exhibit_id", exhibit.id)
        again = giving.assign(session, given.job.id, with_recording=True)
    with closing(open_store(folder, again)) as session:
        render_checked(session, desk.open_job(session).segments[0].segment.id, "Comprenez-vous ?")
        made = [heard_at(session, given, each) for each in (AnnotationCode.INAUDIBLE, AnnotationCode.OVERLAP)]
        annotations.strike_annotation(session, made[1].id, "Only one person speaks")
        desk.hand_back(session)

    with closing(unlock(folder)) as session:
        merged(session, again)
        work = jobs.get_job(session, given.job.id)
        noted = {each.code: each for each in work.annotations}
        giving.close_assignment(session, again.id, reason="Done", keep=False)
        without = giving.assign(session, given.job.id)
    with closing(open_store(folder, without)) as session:
        sent = desk.open_job(session).job.annotations

    assert noted[AnnotationCode.INAUDIBLE].anchor == Anchor.of_time(kept.id, kept.sha256, 1500, 2700)
    assert noted[AnnotationCode.OVERLAP].struck == "Only one person speaks"
    assert set(states_of(work).values()) == {WorkState.SELF_CHECKED}
    assert [each.anchor for each in sent if not each.struck] == [noted[AnnotationCode.INAUDIBLE].anchor]


@pytest.mark.parametrize(
    ("code", "details"),
    [
        (AnnotationCode.AMBIGUOUS, NoteDetails(readings=("compris", "suivi"), preferred=1)),
        (AnnotationCode.NONVERBAL_OBSERVED, NoteDetails(conduct=(Conduct.POINTS,), exhibit="E-05")),
    ],
)
def test_the_parts_of_a_note_come_back_signed_with_its_version(
    folder: Path, given: Given, assignment: Assignment, code: AnnotationCode, details: NoteDetails
):
    with closing(open_store(folder, assignment)) as session:
        made = render_checked(session, desk.open_job(session).segments[0].segment.id, "Comprenez-vous ?")
        annotations.annotate(
            session,
            given.job.id,
            annotations.NewAnnotation(
                segment_id=made.segment_id,
                anchor=Anchor.of_text(made.id, made.text, 0, 9),
                code=code,
                basis=AnnotationBasis.OBSERVED,
                language="fr",
                text="" if details.conduct else "Les deux.",
                details=details,
            ),
        )
        desk.hand_back(session)

    with closing(unlock(folder)) as session:
        merged(session, assignment)
        work = jobs.get_job(session, given.job.id)

    assert [(each.code, each.details) for each in work.annotations] == [(code, details)]
    assert set(states_of(work).values()) == {WorkState.SELF_CHECKED}


def concept(session: Session, given: Given, *terms: tuple[str, str]) -> None:
    case_id = given.small.case.id
    glossary.add_concept(
        session,
        Concept(id=ConceptId(""), case_id=case_id, domain=None, definition="of the case"),
        [
            Term(
                id=RowId(""),
                case_id=case_id,
                concept_id=ConceptId(""),
                language=language,
                term=term,
                status=None,
            )
            for language, term in terms
        ],
    )


def test_words_about_safety_terms_and_withdrawals_come_back(
    folder: Path, given: Given, assignment: Assignment
):
    with closing(open_store(folder, assignment)) as session:
        segment = desk.open_job(session).segments[0].segment
        version = render_checked(session, segment.id, "Comprenez-vous ?")
        versions.withdraw_version(session, version.id, "not right")
        concept(session, given, ("ro-RO", "PLECÁT"), ("fr-BE", "partir"))
        flag = safety.raise_safety_flag(
            session, given.interview.id, "afraid of the driver", interpreter_id=given.linguist.id
        )
        desk.hand_back(session)

    with closing(unlock(folder)) as session:
        merged(session, assignment)
        assert set(states_of(jobs.get_job(session, given.job.id)).values()) == {WorkState.WITHDRAWN}
        assert [each.term for each in registry.GLOSSARY_TERM.all(session.read)] == ["PLECÁT", "partir"]
        concern = safety.read_safety_flag(session, flag.id, justification="to protect her")
        assert concern.text == "afraid of the driver"
        again = giving.close_assignment(session, assignment.id, reason="again", keep=False)
        assert again.is_closed
        concept(session, given, ("ro", "vila albastră"), ("fr", "la villa bleue"))
        concept(session, given, ("nl", "vertrekken"))
        second = giving.assign(session, given.job.id)
    with closing(open_store(folder, second)) as session:
        assert len(desk.open_job(session).job.withdrawals) == 1
        # The word of another record stays in the vault, and a language that is not of the job.
        assert [each.term for each in registry.GLOSSARY_TERM.all(session.read)] == ["PLECÁT", "partir"]
        assert len(registry.GLOSSARY_CONCEPT.all(session.read)) == 1
        assert registry.SAFETY_FLAG.all(session.read) == ()


def test_an_answered_query_goes_out_with_its_answer(folder: Path, given: Given, assignment: Assignment):
    with closing(open_store(folder, assignment)) as session:
        segment = desk.open_job(session).segments[0].segment
        assert segment.source_text is not None
        asked = annotations.annotate(
            session,
            given.job.id,
            annotations.NewAnnotation(
                segment_id=segment.id,
                anchor=Anchor.of_text(segment.id, segment.source_text, 0, 2),
                code=AnnotationCode.QUERY,
                basis=AnnotationBasis.KNOWLEDGE,
                language="fr",
                text="Whom?",
            ),
        )
        desk.hand_back(session)
    with closing(unlock(folder)) as session:
        merged(session, assignment)
        annotations.answer(session, asked.id, "The driver")
        giving.close_assignment(session, assignment.id, reason="again", keep=False)
        second = giving.assign(session, given.job.id)

    with closing(open_store(folder, second)) as session:
        assert [each.text for each in desk.open_job(session).job.answers] == ["The driver"]


def test_a_note_that_is_struck_out_later_is_struck_in_the_vault(
    folder: Path, given: Given, assignment: Assignment
):
    with closing(open_store(folder, assignment)) as session:
        segment = desk.open_job(session).segments[0].segment
        assert segment.source_text is not None
        noted = annotations.annotate(
            session,
            given.job.id,
            annotations.NewAnnotation(
                segment_id=segment.id,
                anchor=Anchor.of_text(segment.id, segment.source_text, 0, 2),
                code=AnnotationCode.TERM,
                basis=AnnotationBasis.KNOWLEDGE,
                language="fr",
                text="a term",
            ),
        )
        desk.hand_back(session)
    with closing(unlock(folder)) as session:
        merged(session, assignment)
    with closing(open_store(folder, assignment)) as session:
        annotations.strike_annotation(session, noted.id, "not one")
        desk.hand_back(session)

    with closing(unlock(folder)) as session:
        assert merged(session, assignment) == 1
        found = registry.ANNOTATION.find(session.read, noted.id)
        assert found is not None
        assert found.struck == "not one"


def test_a_second_linguist_disputes_in_a_store_of_their_own(
    folder: Path, given: Given, assignment: Assignment
):
    worked(folder, assignment, "Comprenez-vous ?")
    with closing(unlock(folder)) as session:
        merged(session, assignment)
        other = add_linguist(session, given.small, OTHER_NAME, OTHER_TEXT)
        theirs = giving.assign(session, given.job.id, interpreter_id=other.id)
    with closing(open_store(folder, theirs, OTHER_TEXT)) as session:
        version = desk.open_job(session).job.versions[0]
        revision.give_verdict(
            session,
            version.id,
            VerdictKind.DISPUTES,
            interpreter_id=other.id,
            own_text="Vous comprenez ?",
            reason="register",
        )
        desk.hand_back(session)

    with closing(unlock(folder)) as session:
        review = returning.review_return(session, theirs.id)
        assert (review.agreed, review.disputed, len(review.rows)) == (0, 1, 1)
        (disputed,) = review.disputes
        assert (disputed.text, disputed.own_text, disputed.reason) == (
            "Comprenez-vous ?",
            "Vous comprenez ?",
            "register",
        )
        merged(session, theirs)
        assert set(states_of(jobs.get_job(session, given.job.id)).values()) == {WorkState.CONTESTED}
        assert session.opening.is_sound
        giving.close_assignment(session, assignment.id, reason="disputed", keep=False)
        again = giving.assign(session, given.job.id)
    with closing(open_store(folder, again)) as session:
        found = desk.open_job(session)
        assert [each.own_text for each in found.job.verdicts] == ["Vous comprenez ?"]
        assert session.opening.is_sound


def test_a_source_that_changed_meanwhile_is_shown_before_the_merge(
    folder: Path, given: Given, assignment: Assignment
):
    worked(folder, assignment, "Comprenez-vous ?", "Oui.")
    with closing(unlock(folder)) as session:
        first, second, _ = registry.SEGMENT.where(session.read, "interview_id", given.interview.id)
        segments.set_source(session, first.id, "Ați înțeles?")
        segments.strike_segment(session, second.id, "twice")

        review = returning.review_return(session, assignment.id)

        assert [(each.segment_id, each.doubt, each.label) for each in review.doubts] == [
            (first.id, Doubt.STALE, "1 Q"),
            (second.id, Doubt.GONE, "1 A"),
        ]
        assert [(each.then, each.now, each.text) for each in review.doubts] == [
            (SOURCES[0], "Ați înțeles?", "Comprenez-vous ?"),
            (SOURCES[1], None, "Oui."),
        ]
        returning.merge_assignment(session, assignment.id, review)
        work = jobs.get_job(session, given.job.id)
        assert set(states_of(work).values()) == {WorkState.STALE}


def test_a_term_that_the_office_changed_meanwhile_stays_and_the_rest_is_merged(
    folder: Path, given: Given, assignment: Assignment
):
    with closing(open_store(folder, assignment)) as session:
        concept(session, given, ("ro", "plecat"), ("fr", "partir"))
        desk.hand_back(session)
    with closing(unlock(folder)) as session:
        merged(session, assignment)
        term = registry.GLOSSARY_TERM.all(session.read)[1]
        glossary.change_entry(session, replace(term, term="s'en aller"), "more exact")
    worked(folder, assignment, "Comprenez-vous ?")

    with closing(unlock(folder)) as session:
        review = returning.review_return(session, assignment.id)
        returning.merge_assignment(session, assignment.id, review)

        assert review.kept == ()
        assert [each.text for each in review.versions] == ["Comprenez-vous ?"]
        assert registry.GLOSSARY_TERM.all(session.read)[1].term == "s'en aller"
    with closing(unlock(folder)) as session:
        assert session.opening.is_sound


def test_a_term_that_both_changed_stays_as_in_the_vault_and_is_named(
    folder: Path, given: Given, assignment: Assignment
):
    with closing(unlock(folder)) as session:
        concept(session, given, ("ro", "plecat"), ("fr", "partir"))
        giving.close_assignment(session, assignment.id, reason="with terms", keep=False)
        second = giving.assign(session, given.job.id)
        term = registry.GLOSSARY_TERM.all(session.read)[1]
        glossary.change_entry(session, replace(term, context="her words"), "where it stands")
    with closing(open_store(folder, second)) as session:
        own = next(each for each in registry.GLOSSARY_TERM.all(session.read) if each.id == term.id)
        glossary.change_entry(session, replace(own, term="quitter"), "better")
        desk.hand_back(session)

    with closing(unlock(folder)) as session:
        review = returning.review_return(session, second.id)
        returning.merge_assignment(session, second.id, review)

        assert [(mine.term, theirs.term) for mine, theirs in review.kept] == [("partir", "quitter")]
        kept = registry.GLOSSARY_TERM.find(session.read, term.id)
        assert (kept.term, kept.context) == ("partir", "her words")
        assert returning.review_return(session, second.id).merged is not None
    with closing(unlock(folder)) as session:
        assert session.opening.is_sound


def test_a_return_that_changed_since_it_was_looked_at_is_not_merged(
    folder: Path, given: Given, assignment: Assignment
):
    worked(folder, assignment, "Comprenez-vous ?")
    with closing(unlock(folder)) as session:
        review = returning.review_return(session, assignment.id)
        first = registry.SEGMENT.where(session.read, "interview_id", given.interview.id)[0]
        segments.set_source(session, first.id, "Ați înțeles?")

        with pytest.raises(ReturnSeenError):
            returning.merge_assignment(session, assignment.id, review)


def test_work_that_went_on_after_the_handback_is_handed_back_again(
    folder: Path, given: Given, assignment: Assignment
):
    with closing(open_store(folder, assignment)) as session:
        segment = desk.open_job(session).segments[0].segment
        assert segment.source_text is not None
        noted = annotations.annotate(
            session,
            given.job.id,
            annotations.NewAnnotation(
                segment_id=segment.id,
                anchor=Anchor.of_text(segment.id, segment.source_text, 0, 2),
                code=AnnotationCode.TERM,
                basis=AnnotationBasis.KNOWLEDGE,
                language="fr",
                text="a term",
            ),
        )
        desk.hand_back(session)
        annotations.strike_annotation(session, noted.id, "not one")

    with closing(unlock(folder)) as session, pytest.raises(ReturnRefusedError):
        returning.review_return(session, assignment.id)


def test_nothing_is_handed_back_without_work(folder: Path, assignment: Assignment):
    with closing(open_store(folder, assignment)) as session:
        with pytest.raises(NothingHandedBackError):
            desk.hand_back(session)

        assert desk.is_handed_back(session)
    with closing(unlock(folder)) as session, pytest.raises(NothingHandedBackError):
        returning.review_return(session, assignment.id)


def test_the_office_waits_until_the_interpreter_has_left(folder: Path, assignment: Assignment):
    with (
        closing(open_store(folder, assignment)),
        closing(unlock(folder)) as session,
        pytest.raises(VaultInUseError),
    ):
        returning.review_return(session, assignment.id)


def test_a_closed_assignment_brings_nothing(folder: Path, assignment: Assignment):
    worked(folder, assignment, "Comprenez-vous ?")
    with closing(unlock(folder)) as session:
        giving.close_assignment(session, assignment.id, reason="done", keep=True)

        with pytest.raises(AssignmentClosedError):
            returning.review_return(session, assignment.id)


def test_nothing_is_merged_into_a_closed_job(folder: Path, given: Given, assignment: Assignment):
    worked(folder, assignment, "Comprenez-vous ?")
    with closing(unlock(folder)) as session:
        jobs.close_job(session, given.job.id, "done")

        with pytest.raises(JobClosedError):
            returning.review_return(session, assignment.id)


@pytest.mark.parametrize("write", ["version", "note"])
def test_nobody_writes_in_a_job_that_is_in_the_hands_of_its_linguist(
    folder: Path, given: Given, assignment: Assignment, write: str
):
    with closing(unlock(folder)) as session:
        first = registry.SEGMENT.where(session.read, "interview_id", given.interview.id)[0]
        anchor = Anchor.of_text(first.id, SOURCES[0], 0, 2)
        noted = annotations.NewAnnotation(
            segment_id=first.id,
            anchor=anchor,
            code=AnnotationCode.TERM,
            basis=AnnotationBasis.KNOWLEDGE,
            language="fr",
            text="a term",
        )
        acts: dict[str, Callable[[], object]] = {
            "version": lambda: versions.write_version(session, given.job.id, first.id, "Vu ?"),
            "note": lambda: annotations.annotate(session, given.job.id, noted),
        }

        with pytest.raises(JobAssignedError):
            acts[write]()

        giving.close_assignment(session, assignment.id, reason="taken back", keep=False)
        acts[write]()


def test_an_interpreter_merges_nothing(folder: Path, assignment: Assignment):
    with closing(open_store(folder, assignment)) as session, pytest.raises(NotAllowedError):
        returning.review_return(session, assignment.id)


def test_typing_is_kept_for_its_author_and_dropped_when_it_is_written(folder: Path, assignment: Assignment):
    with closing(open_store(folder, assignment)) as session:
        found = desk.open_job(session)
        first = found.segments[0].segment
        overview.keep_typing(session, found.turns.job.id, first.id, "Compre")

    with closing(open_store(folder, assignment, LINGUIST_PASSPHRASE)) as session:
        assert dict(desk.open_job(session).drafts) == {first.id: "Compre"}
        render_checked(session, first.id, "Comprenez-vous ?")
        assert dict(desk.open_job(session).drafts) == {}
