"""The marks that a linguist's notes put at the turns of a job."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from thb_desktop.domain.annotation_codes import DOUBTS
from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_turns import JobTurns
from thb_desktop.domain.language_work import Annotation, RenderingVersion
from thb_desktop.domain.vocabulary import AnnotationCode
from thb_desktop.domain.work_left import left_behind
from ui.labels import words
from ui.text import listed, translate
from ui.tones import Tone
from ui.transcript.marks import TurnMarks, Underline


def numbered(turns: JobTurns, order: Mapping[SegmentId, int]) -> dict[str, int]:
    """Return the number of each note that stands, by its id: from 1, in the order of the turns."""
    notes = [each for each in turns.notes() if not each.struck and each.code is not AnnotationCode.QUERY]
    ordered = sorted(notes, key=lambda each: order.get(each.segment_id, len(order)))
    return {each.id: number for number, each in enumerate(ordered, start=1)}


def marks_of(turns: JobTurns, numbers: Mapping[str, int]) -> Mapping[SegmentId, TurnMarks]:
    """Return the marks of the turns that have any. numbers: of the notes."""
    noted = dict.fromkeys(each.segment_id for each in turns.notes() if not each.struck)
    return {segment: marks_of_turn(turns, segment, numbers) for segment in noted}


def marks_of_turn(turns: JobTurns, segment: SegmentId, numbers: Mapping[str, int]) -> TurnMarks:
    """Return the marks of one turn. numbers: of all notes of the job."""
    notes, version = [each for each in turns.notes_at(segment) if not each.struck], turns.newest.get(segment)
    left = left_behind(notes, version)
    return TurnMarks(
        source=_doubts_last(_under(notes, segment)),
        rendering=_doubts_last(_under_version(notes, version)),
        margin=tuple(
            _sign(each, numbers, is_answered=each.id in turns.answers, is_left=each.id in left)
            for each in notes
        ),
        told=listed(_told(each, left) for each in notes),
    )


def _told(each: Annotation, left: frozenset[str]) -> str:
    if each.id not in left:
        return words(each.code)
    return translate("notes", "{note}, to be placed again").format(note=words(each.code))


def _sign(
    each: Annotation, numbers: Mapping[str, int], *, is_answered: bool, is_left: bool
) -> tuple[str, Tone]:
    if each.code is AnnotationCode.QUERY:
        return "Q", Tone.OK if is_answered else Tone.BAD
    if is_left:
        return doubtful() if each.code in DOUBTS else str(numbers[each.id]), Tone.BAD
    return (doubtful(), Tone.WARN) if each.code in DOUBTS else (str(numbers[each.id]), Tone.INFO)


def _doubts_last(underlines: Iterable[Underline]) -> tuple[Underline, ...]:
    """What is drawn last is seen where two notes are at the same words."""
    return tuple(sorted(underlines, key=lambda each: each.is_doubt))


def _under(notes: Sequence[Annotation], of: str) -> Iterator[Underline]:
    for each in notes:
        if each.anchor.of == of and each.anchor.quoted:
            yield Underline(
                start=each.anchor.start,
                end=each.anchor.end,
                quoted=each.anchor.quoted,
                is_doubt=each.code in DOUBTS,
            )


def _under_version(notes: Sequence[Annotation], version: RenderingVersion | None) -> Iterator[Underline]:
    """Also the notes at former versions, where the same words stand once in the present one."""
    if version is None:
        return
    yield from _under(notes, version.id)
    for each in notes:
        if each.anchor.of in (version.id, each.segment_id) or not each.anchor.quoted:
            continue
        found = each.anchor.found_in(version.text)
        if found is not None:
            yield Underline(
                start=found.start, end=found.end, quoted=found.quoted, is_doubt=each.code in DOUBTS
            )


def doubtful() -> str:
    """The sign of a doubt in the margin, as the language of the window writes it."""
    return translate("notes", "?")


def why_along() -> str:
    """Why a note is struck out at a former wording whose words stand in the next one."""
    return translate("notes", "These words stand in the next wording, and the note goes with them.")


def why_placed() -> str:
    """Why a note is struck out that a person placed again."""
    return translate("notes", "The note was placed again at words of the present wording.")


def why_at_another_time() -> str:
    """Why a note is struck out to which a person gave another time of the recording."""
    return translate("notes", "The note was given another time of the recording.")
