"""Which passages of the records name an exhibit, and the names under which text leads to both."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.ids import InterviewId, SegmentId
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.interview_rows import Lineup
from thb_desktop.domain.language_outward import JobOutward

Passages = Mapping[str, tuple[tuple[str, str], ...]]
"""By the number of an exhibit the passages that name it: as they are called, and their places."""


def places_in(
    content: BundleContent, passages: Passages, printed: Iterable[tuple[str, str]] = ()
) -> dict[str, str]:
    """Return each exhibit, record and line-up, and each passage that names an exhibit or is disputed: what it
    is called in the text, and the place to which that leads. A name that means two of them leads nowhere and
    is left out. printed: further passages, which stand under the sheet of a recording.
    """
    found: dict[str, set[str]] = {}
    for name, place in (
        *((each.exhibit.number, each.exhibit.id) for each in content.exhibits),
        *((each.interview.number, each.interview.id) for each in content.interviews),
        *(passage for those in passages.values() for passage in those),
        *printed,
        *(
            (lineup_name(full, each), place_of_lineups(full))
            for full in content.interviews
            for each in full.lineups
        ),
        *(
            (passage_name(full, each), place_of(full, each))
            for full in content.interviews
            for each, _ in disputed_turns(content, full)
        ),
    ):
        found.setdefault(name, set()).add(place)
    return {name: next(iter(places)) for name, places in found.items() if len(places) == 1}


def lineup_name(full: InterviewInFull, lineup: Lineup) -> str:
    """Return what a line-up is called: two records may number theirs alike ("I-03/F-1")."""
    return f"{full.interview.number}/{lineup.number}"


def place_of_lineups(full: InterviewInFull) -> str:
    """Return the place where the line-ups of a record are described."""
    return f"{full.interview.id}-lineups"


def place_of(full: InterviewInFull, each: SegmentInFull) -> str:
    """Return the place of a passage."""
    return f"{full.interview.id}-{each.segment.id}"


def passage_name(full: InterviewInFull, each: SegmentInFull) -> str:
    """Return what a passage is called outside its record ("I-05/3 A")."""
    return f"{full.interview.number}/{each.label}".replace(" ", "\u00a0")


def disputed_turns(
    content: BundleContent, full: InterviewInFull
) -> Iterator[tuple[SegmentInFull, Sequence[tuple[JobOutward, str, str]]]]:
    """Return the turns whose translation another linguist disputes: in which job, who, and whose it is."""
    disputed: dict[SegmentId, list[tuple[JobOutward, str, str]]] = {}
    for job in content.language:
        for told in job.versions if job.job.interview_id == full.interview.id else ():
            for verdict in job.disputes(told.version):
                names = (job.name(verdict.interpreter_id), job.name(job.job.linguist_id))
                disputed.setdefault(told.version.segment_id, []).append((job, *names))
    for each in full.segments:
        if each.segment.id in disputed:
            yield each, disputed[each.segment.id]


def passages_by_exhibit(content: BundleContent) -> Passages:
    """Return the passages that name an exhibit, or an original of which masked copies alone are there. Each
    turn and each note is read once.
    """
    known = {each.exhibit.number for each in content.exhibits}
    known |= {each.number for each in content.version.originals} if content.version else set()
    found: dict[str, dict[str, str]] = {}
    noted = _exhibits_noted(content.language)
    for full in content.interviews:
        for each in full.segments:
            segment = each.segment
            named = (*segment.marks, segment.pointed_at, *noted.get((full.interview.id, segment.id), ()))
            for number in known.intersection(named):
                name = passage_name(full, each)
                found.setdefault(number, {})[name] = place_of(full, each)
    return {number: tuple(passages.items()) for number, passages in found.items()}


def _exhibits_noted(
    jobs: Iterable[JobOutward],
) -> Mapping[tuple[InterviewId | None, SegmentId | None], Sequence[str]]:
    """Return by record and passage the exhibits that printed notes name."""
    found: dict[tuple[InterviewId | None, SegmentId | None], list[str]] = {}
    for each in jobs:
        for note in each.annotations:
            if note.details is not None:
                found.setdefault((each.job.interview_id, note.segment_id), []).append(note.details.exhibit)
    return found
