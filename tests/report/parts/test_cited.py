"""Names that lead to a place: one name, one place, and each turn and each note is read once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, cast

from tests.support.bundles import case_content
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.ids import SegmentId
from thb_desktop.report.parts.cited import passages_by_exhibit, places_in


def places_of(content: BundleContent) -> dict[str, str]:
    return places_in(content, passages_by_exhibit(content))


def test_a_name_that_means_two_things_leads_nowhere():
    content = case_content("perla")
    record, exhibit = content.interviews[0], content.exhibits[0].exhibit
    twice = replace(record, interview=replace(record.interview, number=exhibit.number))
    both = replace(content, interviews=(twice, *content.interviews[1:]))

    assert places_of(content)[exhibit.number] == exhibit.id
    assert places_of(content)[record.interview.number] == record.interview.id
    assert exhibit.number not in places_of(both)
    assert {exhibit.id, record.interview.id}.isdisjoint(places_of(both).values())


class _Counted:
    """Rows that count how often they are read."""

    def __init__(self, rows: Iterable[object]) -> None:
        self.rows, self.times = rows, 0

    def __iter__(self) -> Iterator[object]:
        self.times += 1
        return iter(self.rows)


def test_notes_are_read_once_however_many_turns_there_are():
    content = case_content("perla")
    job = next(each for each in content.language if each.job.interview_id is not None)
    notes = _Counted(job.annotations)
    full = next(each for each in content.interviews if each.interview.id == job.job.interview_id)
    turn = full.segments[0]
    more = tuple(replace(turn, segment=replace(turn.segment, id=SegmentId(f"turn {n}"))) for n in range(50))
    counted = replace(
        content,
        interviews=(replace(full, segments=(*full.segments, *more)),),
        language=(replace(job, annotations=cast(Any, notes)),),
    )

    passages_by_exhibit(counted)

    assert notes.times == 1
