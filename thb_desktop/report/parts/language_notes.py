"""The numbers of notes: in raised brackets in a text, after the words to which they belong; what a note says.

What somebody typed has no such brackets on the page: they are drawn as their numbers, so that nobody types a
note.
"""

from collections.abc import Iterator, Mapping, Sequence

from thb_desktop.domain.anchors import AnchorKind
from thb_desktop.domain.ids import InterpreterId, SegmentId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.language_outward import JobOutward, RemarkKind
from thb_desktop.domain.language_work import Annotation, AnnotationAnswer, RevisionVerdict
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.domain.vocabulary import Conduct
from thb_desktop.report.parts.setting import Setting, instant
from thb_desktop.report.text import show_typed
from thb_desktop.words import capital

type NotesByTurn = Mapping[SegmentId, tuple[tuple[int, Annotation], ...]]
"""Notes with their numbers."""
_RAISED = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
_BRACKETS = "⁽⁾₍₎﹙﹚"
"""The brackets of the number of a note, and those that look like them."""


def numbered_notes(full: InterviewInFull, jobs: Sequence[JobOutward]) -> Sequence[NotesByTurn]:
    """The notes of each job with their numbers, by turn. The numbers run through the jobs by turn and place,
    as they are met on the page where the jobs stand side by side.
    """
    numbered: list[dict[SegmentId, tuple[tuple[int, Annotation], ...]]] = [{} for _ in jobs]
    count = 0
    for each in full.segments:
        of = each.segment.id
        notes = [
            (*_order(note, of, place), place, note)
            for place, job in enumerate(jobs)
            for note in job.annotations
            if note.segment_id == of
        ]
        met = list(enumerate(sorted(notes, key=lambda told: told[:-1]), count + 1))
        count += len(met)
        for place, own in enumerate(numbered):
            own[of] = tuple((number, told[-1]) for number, told in met if told[-2] == place)
    return numbered


def _order(note: Annotation, segment_id: SegmentId, place: int) -> tuple[bool, bool, int, int, str]:
    """First the notes in the source, then those in the version, then those at times of a recording. place: of
    the job; its version stands in a column of its own, and the source once for all.
    """
    anchor, is_apart = note.anchor, note.anchor.of != segment_id
    return anchor.kind is AnchorKind.TIME, is_apart, place if is_apart else 0, anchor.start, note.id


def marked(text: str, of: str, notes: Sequence[tuple[int, Annotation]]) -> str:
    """Return a text with the numbers of its notes after the words to which they belong.

    A note about another wording than this one has no number in the text: its words may not stand there.
    """
    digest, shown = digest_of(text), ""
    for number, note in sorted(notes, key=lambda each: (each[1].anchor.end, each[0]), reverse=True):
        anchor = note.anchor
        if anchor.kind is AnchorKind.TEXT and anchor.of == of and anchor.digest == digest:
            shown = f"{raised(number)}{typed(text[anchor.end :])}{shown}"
            text = text[: anchor.end]
    return f"{typed(text)}{shown}"


def typed(text: str) -> str:
    return show_typed(text, _BRACKETS)


def raised(number: int) -> str:
    return f"({number})".translate(_RAISED)


def in_words(setting: Setting, note: Annotation) -> str:
    """The text of a note; of what was observed, what could be seen or heard, and at which exhibit."""
    if note.details is None or not note.details.conduct:
        return note.text
    exhibit = {Conduct.POINTS: f" ({note.details.exhibit})"} if note.details.exhibit else {}
    label = setting.words.label
    return ", ".join(f"{label(each)}{exhibit.get(each, '')}" for each in note.details.conduct)


def details_of(setting: Setting, note: Annotation) -> Iterator[str]:
    """What a note tells beside its text: readings, both wordings of a correction, a term."""
    words, details = setting.words.language_work, note.details
    if details is None:
        return
    if details.readings:
        readings = setting.apart(f"({n}) {each}" for n, each in enumerate(details.readings, 1))
        preferred = words.note_preferred.format(number=f"({details.preferred})")
        chosen = preferred if details.preferred else words.note_none_preferred
        yield f"{words.note_readings.format(readings=readings)} – {chosen}"
    if details.before:
        yield f"“{details.before}” → “{details.after}”"
    if details.concept:
        yield words.note_concept.format(concept=details.concept)


_OF_VERSIONS = (RemarkKind.AGREEMENT, RemarkKind.DISPUTE, RemarkKind.DISPUTE_BEFORE, RemarkKind.NOTE)
"""What stands under a version, if it is withheld."""


def withheld_told(setting: Setting, kind: RemarkKind, mark: str) -> str:
    """Return that a remark is withheld, with its mark."""
    told = setting.words.language_work.withheld.format(mark=mark)
    return setting.named(capital(setting.words.label(kind)), told)


def withheld_below(setting: Setting, job: JobOutward, version_id: str) -> Iterator[str]:
    """Return what a version for a recipient withholds of what is said of a version, and of its notes."""
    for kind in _OF_VERSIONS:
        yield from (withheld_told(setting, kind, mark) for mark in job.withheld_of(kind, version_id))


def answer_told(setting: Setting, number: int, given: AnnotationAnswer) -> str:
    """Return the answer of the authority to a note, with who gave it and when."""
    who = setting.names.get(given.given_by, "")
    by = ", ".join(filter(None, (who, instant(setting.here(given.at)))))
    name = setting.words.language_work.note_answer.format(by=by)
    return f"{raised(number)} {typed(setting.named(name, given.text))}"


def called(setting: Setting, job: JobOutward, linguist: InterpreterId) -> str:
    """Return the name of a linguist as the file has it, also in Latin letters."""
    return setting.names.get(linguist) or job.name(linguist)


def answers_withheld(setting: Setting, job: JobOutward, note_id: str, number: int) -> Iterator[str]:
    """Return the same of the answer to a note, after the number of the note."""
    for mark in job.withheld_of(RemarkKind.ANSWER, note_id):
        yield f"{raised(number)} {withheld_told(setting, RemarkKind.ANSWER, mark)}"


def of_former(setting: Setting, job: JobOutward, dispute: RevisionVerdict) -> str:
    """Of which version with the same words a dispute was given, and on which day."""
    number = next(each.version.number for each in job.former if each.version.id == dispute.version_id)
    day = setting.day(setting.here(dispute.at).date())
    return setting.words.language_work.disputed_before.format(number=number, day=day)
