"""What a linguist notes has a place, a basis and a reader, and is part of what they sign."""

from pathlib import Path
from typing import Any

import pytest

from tests.services.language.test_versions import noted
from tests.support.language_jobs import CHECKED, JobSetup, asked
from tests.support.offices import act, exhibit
from tests.support.recorded import recorded_exhibit
from tests.support.recorded import recording as enter_recording
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.annotation_codes import DEFAULT_VISIBILITY
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import RowId, SegmentId
from thb_desktop.domain.language_states import WorkState, annotations_of
from thb_desktop.domain.vocabulary import AnnotationBasis, AnnotationCode, AnnotationVisibility
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.language import annotations, jobs, overview, revision, versions
from thb_desktop.services.testimony import interviews, segments
from thb_desktop.vault.tables import registry

INTERNAL = {AnnotationCode.DIALECT, AnnotationCode.QUERY}


@pytest.mark.parametrize("code", [each for each in AnnotationCode if each is not AnnotationCode.SAFETY_FLAG])
def test_each_code_is_read_by_whom_the_field_says_unless_the_linguist_says_otherwise(
    desk: JobSetup, code: AnnotationCode
):
    by_default = annotations.annotate(desk.session, desk.job.id, noted(desk, code=code))
    inward = annotations.annotate(
        desk.session, desk.job.id, noted(desk, code=code, visibility=AnnotationVisibility.INTERNAL)
    )

    expected = AnnotationVisibility.INTERNAL if code in INTERNAL else AnnotationVisibility.PRINT
    assert (by_default.visibility, inward.visibility) == (expected, AnnotationVisibility.INTERNAL)
    assert (by_default.author_id, by_default.typed_by) == (desk.first.id, desk.session.user.id)
    assert DEFAULT_VISIBILITY[code] is expected


@pytest.mark.parametrize(
    "changes",
    [
        {"code": AnnotationCode.SAFETY_FLAG},
        {"visibility": AnnotationVisibility.SEALED},
        {"text": " "},
        *({"code": each, "basis": None} for each in AnnotationCode if each is not AnnotationCode.QUERY),
        *({"code": each, "basis": AnnotationBasis.ASSESSMENT} for each in AnnotationCode
          if each not in (AnnotationCode.DIALECT, AnnotationCode.CODE_SWITCH)),
    ],
)  # fmt: skip
def test_what_a_linguist_may_not_say_here_is_refused(desk: JobSetup, changes: dict[str, Any]):
    with pytest.raises(errors.AnnotationError):
        annotations.annotate(desk.session, desk.job.id, noted(desk, **changes))


def test_a_question_rests_on_nothing_and_the_language_of_a_note_may_stay_unsaid(desk: JobSetup):
    made = desk.write("Do you understand?")
    question = annotations.annotate(
        desk.session,
        desk.job.id,
        noted(desk, code=AnnotationCode.QUERY, basis=None, language="", text="Which lady?"),
        signer=desk.first.signer,
    )

    struck = annotations.strike_annotation(desk.session, question.id, "Clear by now")

    assert (question.basis, question.language) == (None, "")
    assert desk.work().annotations == (struck,)
    assert desk.state(made.id) is WorkState.UNSIGNED


@pytest.mark.parametrize("code", [AnnotationCode.DIALECT, AnnotationCode.CODE_SWITCH])
def test_an_opinion_is_on_language_and_variety(desk: JobSetup, code: AnnotationCode):
    made = annotations.annotate(
        desk.session, desk.job.id, noted(desk, code=code, basis=AnnotationBasis.ASSESSMENT)
    )

    assert desk.work().annotations == (made,)


def test_a_place_is_in_the_source_in_the_last_version_or_in_a_recording(desk: JobSetup, tmp_path: Path):
    old, made = desk.write("Do you?"), desk.write("Do you understand?")
    recording = exhibits.register_exhibit(
        desk.session, exhibit(desk.small, number="E-1", kind=v.ExhibitKind.AV_RECORDING), act()
    )
    source = tmp_path / "a.wav"
    source.write_bytes(b"sound")
    file = exhibit_files.add_file(
        desk.session, recording.id, source=source, name="a.wav", media_type="audio/wav"
    )
    heard = Anchor.of_time(file.id, file.sha256, 1500, 2750)
    with pytest.raises(errors.AnchorMismatchError):
        annotations.annotate(desk.session, desk.job.id, noted(desk, anchor=heard))
    enter_recording(desk.session, desk.job.interview_id, recording)

    for anchor in (
        Anchor.of_text(old.id, old.text, 0, 2),
        Anchor.of_text(desk.turns[1].id, "Am plătit", 0, 2),
        Anchor.of_text(desk.turns[0].id, "Înțelegeți", 0, 2),
        Anchor.of_time("none", "0" * 64, 0, 5),
        Anchor.of_time(file.id, "0" * 64, 0, 5),
        Anchor.of_page(desk.turns[0].id, "0" * 64, 1),
        Anchor.of_row(made.id, "0" * 64, "rendering_version"),
    ):
        with pytest.raises(errors.AnchorMismatchError):
            annotations.annotate(desk.session, desk.job.id, noted(desk, anchor=anchor))
    kept = annotations.annotate(
        desk.session, desk.job.id, noted(desk, anchor=Anchor.of_text(made.id, made.text, 7, 17))
    )

    inaudible = noted(desk, code=AnnotationCode.INAUDIBLE, anchor=heard)
    assert kept.anchor.quoted == "understand"
    assert annotations.annotate(desk.session, desk.job.id, inaudible).anchor == heard


def listened(desk: JobSetup) -> ExhibitFile:
    """A recording of the record, with one file."""
    made = recorded_exhibit(desk.session, desk.job.interview_id, "E-1", [("zaal.wav", b"sound")])
    enter_recording(desk.session, desk.job.interview_id, made)
    return registry.EXHIBIT_FILE.all(desk.session.read)[0]


def test_a_note_at_a_time_is_part_of_what_the_author_signs_and_stays_with_the_next_wording(desk: JobSetup):
    file = listened(desk)
    first, other = desk.write("Do you?"), desk.write("I paid.", at=1)
    before = desk.work().digests
    inaudible = noted(
        desk, code=AnnotationCode.INAUDIBLE, anchor=Anchor.of_time(file.id, file.sha256, 1500, 2700)
    )

    kept = annotations.annotate(desk.session, desk.job.id, inaudible)
    unsigned, now = desk.state(first.id), desk.work().digests
    second = desk.write("Do you understand?")
    covered = annotations_of(second, desk.work().annotations)
    annotations.strike_annotation(desk.session, kept.id, "It can be heard")

    assert (unsigned, desk.state(other.id)) == (WorkState.UNSIGNED, WorkState.SELF_CHECKED)
    assert (now[other.id], now[first.id] == before[first.id]) == (before[other.id], False)
    assert covered == (kept,)
    assert desk.state(second.id) is WorkState.UNSIGNED


def test_a_note_at_a_time_gets_another_time_for_a_reason(desk: JobSetup):
    file = listened(desk)
    made = desk.write("Do you understand?")
    early, late = (Anchor.of_time(file.id, file.sha256, *each) for each in ((1500, 2700), (4000, 5100)))
    note = annotations.annotate(
        desk.session, desk.job.id, noted(desk, anchor=early), signer=desk.first.signer
    )

    placed = annotations.place_again(desk.session, note.id, late, "Heard again", signer=desk.first.signer)

    assert [(each.anchor, each.struck) for each in desk.work().annotations] == [
        (early, "Heard again"),
        (late, ""),
    ]
    assert (placed.text, placed.code) == (note.text, note.code)
    assert desk.state(made.id) is WorkState.SELF_CHECKED


def test_the_jobs_that_can_have_a_note_at_a_turn_are_open_and_render_it(desk: JobSetup):
    own = jobs.open_job(desk.session, asked(desk.job.interview_id, desk.second, target_language="ro"))
    closed = jobs.open_job(desk.session, asked(desk.job.interview_id, desk.second))
    jobs.close_job(desk.session, closed.id, "Paid")

    found = overview.list_jobs_at(desk.session, desk.turns[0].id)

    assert [(job.id, name) for job, name in found] == [(desk.job.id, desk.first.interpreter.name)]
    assert own.target_language == desk.turns[0].language
    assert overview.list_jobs_at(desk.session, SegmentId("none")) == ()


def test_nothing_is_noted_at_a_time_of_a_turn_that_the_job_does_not_render(desk: JobSetup):
    file = listened(desk)
    heard = noted(desk, anchor=Anchor.of_time(file.id, file.sha256, 0, 10))
    segments.strike_segment(desk.session, desk.turns[0].id, "Entered twice")

    with pytest.raises(errors.AnchorMismatchError):
        annotations.annotate(desk.session, desk.job.id, heard)


def test_a_note_is_part_of_what_the_author_signs(desk: JobSetup):
    made = desk.write("Do you understand?")

    kept = annotations.annotate(desk.session, desk.job.id, noted(desk), signer=desk.first.signer)
    signed = desk.state(made.id)
    annotations.annotate(desk.session, desk.job.id, noted(desk, text="Typed by the clerk."))
    unsigned = desk.state(made.id)
    versions.sign_versions(desk.session, desk.job.id, [made], state=CHECKED, signer=desk.first.signer)
    again = desk.state(made.id)
    annotations.strike_annotation(desk.session, kept.id, "Not so", signer=desk.first.signer)

    assert (signed, unsigned, again) == (WorkState.SELF_CHECKED, WorkState.UNSIGNED, WorkState.SELF_CHECKED)
    assert desk.state(made.id) is WorkState.SELF_CHECKED
    assert desk.work().annotations[0].struck == "Not so"


def test_a_verdict_before_another_note_no_longer_counts(desk: JobSetup):
    made = desk.write("Do you understand?")
    revision.give_verdict(
        desk.session,
        made.id,
        v.VerdictKind.AGREES,
        interpreter_id=desk.second.id,
        signer=desk.second.signer,
    )

    annotations.annotate(desk.session, desk.job.id, noted(desk), signer=desk.first.signer)

    assert desk.state(made.id) is WorkState.SELF_CHECKED


def test_a_query_is_open_until_it_is_answered_or_struck_out(desk: JobSetup):
    query = noted(desk, code=AnnotationCode.QUERY, text="Which lady?")
    first, second = (annotations.annotate(desk.session, desk.job.id, query) for _ in range(2))
    other = annotations.annotate(desk.session, desk.job.id, noted(desk))
    opened = desk.work().open_queries()

    given = annotations.answer(desk.session, first.id, "The one of the house.")
    annotations.strike_annotation(desk.session, second.id, "Asked twice")

    assert opened == (first, second)
    assert desk.work().open_queries() == ()
    assert desk.work().answers == (given,)
    for annotation_id, text, error in (
        (first.id, " ", errors.AnnotationError),
        (other.id, "Yes.", errors.AnnotationError),
        (second.id, "Yes.", errors.StruckOutError),
        (RowId("none"), "Yes.", errors.NotFoundError),
    ):
        with pytest.raises(error):
            annotations.answer(desk.session, annotation_id, text)


def test_an_open_question_or_doubt_is_told_before_the_record_is_signed(desk: JobSetup):
    for code in (AnnotationCode.QUERY, AnnotationCode.AMBIGUOUS):
        note = annotations.annotate(desk.session, desk.job.id, noted(desk, code=code))
        before = told(desk)
        annotations.answer(desk.session, note.id, "The one of the house.")

        assert (before, told(desk)) == ([("1 A",)], [])
    struck = annotations.annotate(desk.session, desk.job.id, noted(desk, code=AnnotationCode.QUERY))
    annotations.strike_annotation(desk.session, struck.id, "Asked twice")
    annotations.annotate(desk.session, desk.job.id, noted(desk, code=AnnotationCode.QUERY))
    jobs.strike_job(desk.session, desk.job.id, "Opened on the wrong record")

    assert told(desk) == []


def told(desk: JobSetup) -> list[object]:
    found = interviews.check_interview(desk.session, desk.job.interview_id)
    return [each.values["segments"] for each in found if each.code == "V-I-19"]


def test_a_note_is_struck_out_for_a_reason_and_once(desk: JobSetup):
    kept = annotations.annotate(desk.session, desk.job.id, noted(desk))
    with pytest.raises(errors.ReasonMissingError):
        annotations.strike_annotation(desk.session, kept.id, " ")
    annotations.strike_annotation(desk.session, kept.id, "Not so")

    with pytest.raises(errors.StruckOutError):
        annotations.strike_annotation(desk.session, kept.id, "Not so")
    jobs.close_job(desk.session, desk.job.id, "Delivered")
    with pytest.raises(errors.JobClosedError):
        annotations.annotate(desk.session, desk.job.id, noted(desk))


def test_a_note_in_an_earlier_source_does_not_belong_to_the_next_version(desk: JobSetup):
    before = annotations.annotate(desk.session, desk.job.id, noted(desk))
    segments.set_source(desk.session, desk.turns[0].id, "Mă înțelegeți?")

    again = before.anchor.found_in("Mă Înțelegeți?")

    assert again is not None
    with pytest.raises(errors.AnchorMismatchError):
        annotations.annotate(desk.session, desk.job.id, noted(desk, anchor=before.anchor))
