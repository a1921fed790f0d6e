"""Which passages of the records name an exhibit, and the names under which text leads to both."""

from collections.abc import Iterator, Mapping

from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.language_outward import JobOutward


def places_in(content: BundleContent) -> dict[str, str]:
    """Return each exhibit, each record and each passage that names an exhibit: what it is called in the text,
    and the place to which that leads.
    """
    return {
        **{each.exhibit.number: each.exhibit.id for each in content.exhibits},
        **{each.interview.number: each.interview.id for each in content.interviews},
        **{name: place for passages in passages_by_exhibit(content).values() for name, place in passages},
    }


def place_of(full: InterviewInFull, each: SegmentInFull) -> str:
    """Return the place of a passage."""
    return f"{full.interview.id}-{each.segment.id}"


def passages_by_exhibit(content: BundleContent) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return by the number of an exhibit the passages that name it: as they are called, and their places."""
    known = {each.exhibit.number for each in content.exhibits}
    found: dict[str, dict[str, str]] = {}
    for full in content.interviews:
        jobs = [each for each in content.language if each.job.interview_id == full.interview.id]
        for each in full.segments:
            for number in known.intersection(_named(each, jobs)):
                name = f"{full.interview.number}/{each.label}".replace(" ", "\u00a0")
                found.setdefault(number, {})[name] = place_of(full, each)
    return {number: tuple(passages.items()) for number, passages in found.items()}


def _named(each: SegmentInFull, jobs: list[JobOutward]) -> Iterator[str]:
    """Return what a passage names: as its keeper marked it, where somebody pointed, and in a printed note."""
    segment = each.segment
    yield from segment.marks
    yield segment.pointed_at
    for job in jobs:
        for note in job.annotations:
            if note.segment_id == segment.id and note.details is not None:
                yield note.details.exhibit
