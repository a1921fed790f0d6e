"""What stands beside a turn in a store: like texts, terms and answers are of the assigned record alone."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.support.assignments import LINGUIST_PASSPHRASE, Given, assigned, office_with_job, open_store
from tests.support.offices import held_interview, unlock
from tests.support.vaults import passphrase
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.glossary import Concept, Term
from thb_desktop.domain.ids import CaseId, ConceptId, RowId, SegmentId
from thb_desktop.services.assignments import desk
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import annotations, glossary, jobs, memory, versions
from thb_desktop.services.language.annotations import NewAnnotation
from thb_desktop.services.office import users
from thb_desktop.services.testimony import segments
from thb_desktop.vault.tables import registry

SAME = "Am plecat în mai."
ELSEWHERE, CONTEXT, SECRET_ANSWER = "je suis partie en mai, ailleurs", "phrase d'un autre procès", "autre"


@pytest.fixture
def office(tmp_path: Path) -> tuple[Path, Given]:
    """Beside the assigned record lies another, with the same words, a question that was answered, a term."""
    folder = tmp_path / "office.thbvault"
    given = office_with_job(folder)
    with closing(unlock(folder)) as session:
        other = held_interview(session, given.small, number="I-77")
        turn = segments.add_segment(
            session,
            other.id,
            speaker=v.SpeakerRole.PERSON_HEARD,
            kind=v.UtteranceKind.ANSWER,
            language="ro",
            source_text=SAME,
            capture=v.SourceCapture.TYPED_LIVE,
            renderings=(),
        )
        job = jobs.open_job(
            session,
            jobs.NewJob(
                interview_id=other.id,
                target_language="fr",
                linguist_id=given.linguist.id,
                translation_type=v.TranslationType.SWORN_WRITTEN,
                purpose="for another court",
            ),
        )
        query = annotations.annotate(session, job.id, asks(turn.id, SAME))
        annotations.answer(session, query.id, SECRET_ANSWER)
        user = given.linguist.user_id
        assert user is not None
        guest = users.signer_of(session, user, passphrase(LINGUIST_PASSPHRASE))
        with closing(guest.keys):
            versions.write_version(session, job.id, turn.id, ELSEWHERE, signer=guest.keys.signer)
        case = CaseId(given.small.case.id)
        glossary.add_concept(
            session,
            Concept(id=ConceptId(""), case_id=case, domain=None, definition=""),
            [
                Term(
                    id=RowId(""),
                    case_id=case,
                    concept_id=ConceptId(""),
                    language=language,
                    term=term,
                    status=None,
                    context=CONTEXT,
                )
                for language, term in (("ro", "plecat"), ("fr", "partie"))
            ],
        )
    return folder, given


def asks(turn: SegmentId, source: str) -> NewAnnotation:
    return NewAnnotation(
        segment_id=turn,
        anchor=Anchor.of_text(turn, source, 0, len(source)),
        code=v.AnnotationCode.QUERY,
        basis=v.AnnotationBasis.OBSERVED,
        language="fr",
        text="?",
    )


def like_texts(session: Session) -> tuple[str, ...]:
    """What memory says of the turn with the same words, in the job of the assigned record."""
    turn = next(
        each
        for each in registry.SEGMENT.all(session.read)
        if each.source_text == SAME
        and each.interview_id == next(iter(registry.LANGUAGE_JOB.all(session.read))).interview_id
    )
    job = next(iter(registry.LANGUAGE_JOB.all(session.read)))
    return tuple(each.text for each in memory.suggestions(session, job.id, turn.id))


@pytest.mark.requirement("SR-58")
def test_sr_58_memory_in_a_store_knows_nothing_of_another_record(office: tuple[Path, Given]):
    folder, given = office
    with closing(unlock(folder)) as session:
        in_the_vault = like_texts(session)
    made = assigned(folder, given)

    with closing(open_store(folder, made)) as session:
        in_the_store = like_texts(session)

    assert in_the_vault == (ELSEWHERE,)
    assert in_the_store == ()


@pytest.mark.requirement("SR-58")
def test_sr_58_terms_come_without_the_sentences_in_which_they_stood(office: tuple[Path, Given]):
    folder, given = office
    made = assigned(folder, given)

    with closing(open_store(folder, made)) as session:
        case = desk.open_job(session).case.id
        ((term, into),) = glossary.terms_in(session, case, SAME, source="ro", target="fr")

    assert (term.term, [each.term for each in into]) == ("plecat", ["partie"])
    assert {each.context for each in (term, *into)} == {""}


@pytest.mark.requirement("SR-58")
def test_sr_58_answers_come_to_the_questions_of_this_job_alone(office: tuple[Path, Given]):
    folder, given = office
    with closing(unlock(folder)) as session:
        turn = next(
            each
            for each in registry.SEGMENT.where(session.read, "interview_id", given.interview.id)
            if each.source_text == SAME
        )
        query = annotations.annotate(session, given.job.id, asks(turn.id, SAME))
        annotations.answer(session, query.id, "oui, en mai")
    made = assigned(folder, given)

    with closing(open_store(folder, made)) as session:
        found = desk.open_job(session).job
        everything = registry.ANNOTATION_ANSWER.all(session.read)

    assert [each.text for each in found.answers] == ["oui, en mai"]
    assert [each.text for each in everything] == ["oui, en mai"]
    assert found.open_queries() == ()
