"""What a note tells beside its text: the parts of its code, signed, printed, compared, and closed lists."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.services.bundling.test_certified_renderings import closed
from tests.services.bundling.test_language_jobs import checked, gathered, printed, signed_by
from tests.services.language.test_glossary import concept, term
from tests.services.language.test_versions import noted
from tests.support.language_jobs import JobSetup
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.glossary import Concept
from thb_desktop.domain.ids import ConceptId
from thb_desktop.domain.language_outward import JobOutward
from thb_desktop.domain.language_states import annotations_of
from thb_desktop.domain.language_work import Annotation
from thb_desktop.domain.note_details import SEEN, NoteDetails, are_whole
from thb_desktop.domain.record import to_record
from thb_desktop.domain.vocabulary import AnnotationCode as Code
from thb_desktop.domain.vocabulary import Conduct
from thb_desktop.ledger.language_work import annotation_digest, outward_digest
from thb_desktop.services.language import annotations, glossary
from thb_desktop.services.testimony.interviews import require_interview

READINGS = NoteDetails(readings=("the sister", "the cousin"), preferred=2)
CORRECTION = NoteDetails(before="three", after="thirteen")
POINTED = NoteDetails(conduct=(Conduct.POINTS, Conduct.CRIES), exhibit="E-05")


def note(desk: JobSetup, code: Code, details: NoteDetails | None, **changes: Any) -> Annotation:
    given = noted(desk, code=code, details=details, **changes)
    return annotations.annotate(desk.session, desk.job.id, given, signer=desk.first.signer)


def debt(desk: JobSetup) -> Concept:
    return glossary.add_concept(desk.session, concept(desk), [term("datorie", "ro"), term("debt", "en")])


@pytest.mark.parametrize(
    ("code", "details"),
    [
        (Code.AMBIGUOUS, None),
        (Code.AMBIGUOUS, READINGS),
        (Code.AMBIGUOUS, replace(READINGS, preferred=0)),
        (Code.INTERPRETER_CORRECTION, CORRECTION),
        (Code.NONVERBAL_OBSERVED, POINTED),
        (Code.NONVERBAL_OBSERVED, NoteDetails(conduct=(Conduct.POINTS,))),
        (Code.EMOTION_OBSERVED, NoteDetails(conduct=(Conduct.SILENCE,))),
        (Code.REGISTER, None),
    ],
)
def test_a_note_keeps_the_parts_of_its_code(desk: JobSetup, code: Code, details: NoteDetails | None):
    made = note(desk, code, details)

    assert desk.work().annotations == (made,)
    assert made.details == details


@pytest.mark.parametrize(
    ("code", "details"),
    [
        (Code.AMBIGUOUS, NoteDetails(readings=("the sister",))),
        (Code.AMBIGUOUS, NoteDetails(readings=("the sister", "the sister"))),
        (Code.AMBIGUOUS, NoteDetails(readings=("the sister", " "))),
        (Code.AMBIGUOUS, replace(READINGS, preferred=3)),
        (Code.AMBIGUOUS, replace(READINGS, before="a")),
        (Code.AMBIGUOUS, NoteDetails()),
        (Code.INTERPRETER_CORRECTION, NoteDetails(before="three")),
        (Code.INTERPRETER_CORRECTION, NoteDetails(before="three", after="three")),
        (Code.INTERPRETER_CORRECTION, READINGS),
        (Code.REGISTER, CORRECTION),
        (Code.TERM, NoteDetails(concept="no entry")),
        (Code.EMOTION_OBSERVED, None),
        (Code.EMOTION_OBSERVED, NoteDetails(conduct=(Conduct.POINTS,))),
        (Code.EMOTION_OBSERVED, NoteDetails(conduct=(Conduct.CRIES,), exhibit="E-05")),
        (Code.NONVERBAL_OBSERVED, None),
        (Code.NONVERBAL_OBSERVED, NoteDetails(conduct=(Conduct.NODS,), exhibit="E-05")),
    ],
)
def test_parts_of_another_code_or_in_part_are_refused(
    desk: JobSetup, code: Code, details: NoteDetails | None
):
    with pytest.raises(errors.AnnotationDetailsError) as refused:
        note(desk, code, details)

    assert refused.value.code == "annotation-parts"
    assert desk.work().annotations == ()


@pytest.mark.parametrize("code", list(SEEN))
def test_what_was_observed_has_no_words_in_which_a_diagnosis_could_stand(desk: JobSetup, code: Code):
    with pytest.raises(errors.AnnotationDetailsError):
        note(desk, code, NoteDetails(conduct=(Conduct.CRIES,)), text="She seems traumatised.")


def test_a_term_names_an_entry_of_the_glossary_of_its_case_in_its_words(desk: JobSetup):
    named = debt(desk)
    made = note(desk, Code.TERM, NoteDetails(concept_id=named.id))

    assert made.details == NoteDetails(concept_id=named.id, concept="datorie (ro); debt (en)")

    glossary.strike_entry(desk.session, named, "Entered twice")
    for gone in (named.id, ConceptId("none")):
        with pytest.raises(errors.NotFoundError):
            note(desk, Code.TERM, NoteDetails(concept_id=gone))


def test_the_parts_are_signed_and_a_note_without_them_keeps_its_digest(desk: JobSetup):
    plain = note(desk, Code.AMBIGUOUS, None)
    told = replace(plain, details=READINGS)

    assert "details" not in to_record(plain)
    assert annotation_digest(plain) != annotation_digest(told)
    assert annotation_digest(told) != annotation_digest(replace(told, details=replace(READINGS, preferred=1)))


def test_the_parts_go_along_with_their_words_to_the_next_wording(desk: JobSetup):
    first = desk.write("Do you understand?")
    anchor = Anchor.of_text(first.id, first.text, 7, 17)
    note(desk, Code.AMBIGUOUS, READINGS, anchor=anchor)

    second = desk.write("Well, do you understand?")

    (carried,) = annotations_of(second, desk.work().annotations)
    assert (carried.details, carried.anchor.quoted) == (READINGS, "understand")


def told(desk: JobSetup) -> None:
    """A job on a signed record with a note of each code that has parts."""
    first = desk.write("Do you understand?")
    named = debt(desk)
    anchor = Anchor.of_text(first.id, first.text, 7, 17)
    note(desk, Code.AMBIGUOUS, READINGS, anchor=anchor, text="Kinship.")
    note(desk, Code.INTERPRETER_CORRECTION, CORRECTION, anchor=anchor, text="Misheard.")
    note(desk, Code.TERM, NoteDetails(concept_id=named.id), anchor=anchor, text="As in the file.")
    note(desk, Code.NONVERBAL_OBSERVED, POINTED, anchor=anchor)
    desk.write("I paid 3,600 euros to Mrs Ana.", at=1)
    closed(desk.session, require_interview(desk.session, desk.job.interview_id))


def test_the_parts_are_printed_in_the_language_of_the_bundle(desk: JobSetup):
    told(desk)

    words = printed(desk)

    assert "Kinship. ; Lectures : (1) the sister ; (2) the cousin – préférée : (2)" in words
    assert "Misheard. ; “three” → “thirteen”" in words
    assert "As in the file. ; Glossaire : datorie (ro); debt (en)" in words
    assert "montre quelque chose du doigt (E-05), pleure" in words


def changed(details: NoteDetails | None, code: Code) -> Callable[[JobOutward], JobOutward]:
    """A job in which the parts of the note with this code were changed on the way."""
    return lambda job: replace(
        job,
        annotations=tuple(
            replace(each, details=details) if each.code is code else each for each in job.annotations
        ),
    )


@pytest.mark.parametrize(
    ("details", "code"),
    [
        (replace(READINGS, preferred=1), Code.AMBIGUOUS),
        (None, Code.AMBIGUOUS),
        (replace(CORRECTION, after="thirty"), Code.INTERPRETER_CORRECTION),
        (replace(POINTED, exhibit="E-06"), Code.NONVERBAL_OBSERVED),
        (replace(POINTED, conduct=(Conduct.LAUGHS,), exhibit=""), Code.NONVERBAL_OBSERVED),
    ],
)
def test_parts_that_were_changed_on_the_way_are_found(
    desk: JobSetup, details: NoteDetails | None, code: Code
):
    told(desk)
    content = gathered(desk)

    assert checked(content) == {"language-as-signed"}
    assert "language-altered" in checked(content, changed(details, code))


def test_parts_that_no_note_may_have_are_found_though_their_linguist_signed_them(desk: JobSetup):
    told(desk)
    emotion = changed(replace(POINTED, exhibit="", readings=("afraid", "lying")), Code.NONVERBAL_OBSERVED)

    def signed(job: JobOutward) -> JobOutward:
        false = emotion(job)
        digests = {
            str(each.version.id): outward_digest(
                each,
                (*map(annotation_digest, annotations_of(each.version, false.annotations)), *each.withheld),
                language=job.job.target_language,
            )
            for each in false.versions
        }
        rows = (
            replace(row, versions=tuple((own, digests.get(own, digest)) for own, digest in row.versions))
            for row in false.signatures
        )
        return replace(false, signatures=tuple(signed_by(row, desk.first, desk) for row in rows))

    assert "language-altered" in checked(gathered(desk), signed)


@pytest.mark.parametrize("code", list(v.AnnotationCode))
def test_each_code_says_which_parts_it_has(code: Code):
    samples = (READINGS, CORRECTION, POINTED, NoteDetails(conduct=(Conduct.CRIES,)))
    expected = {
        Code.AMBIGUOUS: {READINGS},
        Code.INTERPRETER_CORRECTION: {CORRECTION},
        Code.NONVERBAL_OBSERVED: {POINTED, samples[3]},
        Code.EMOTION_OBSERVED: {samples[3]},
    }

    assert {each for each in samples if are_whole(code, each)} == expected.get(code, set())
