"""Names that lead to a place: one name, one place, and each turn and each note is read once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, cast

import pytest

from tests.report.parts.test_said_once import version_of
from tests.report.parts.test_what_readers_take_it_for import texts_of
from tests.support.bundles import case_content
from tests.support.settings import english_setting
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.originals_told import OriginalEvent, OriginalTold
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.report.parts.cited import passages_by_exhibit, places_in
from thb_desktop.report.parts.originals import draw_original


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


def test_the_custody_of_an_original_says_which_passages_name_it_where_a_masked_copy_alone_is_there(
    monkeypatch: pytest.MonkeyPatch,
):
    """A passage says [E-05]; the reader of E-05-M1 asks which one does."""
    whole = case_content("perla")
    held = next(each for each in whole.exhibits if each.exhibit.number == "E-05")
    copy = replace(held, exhibit=replace(held.exhibit, number="E-05-M1"))
    at = whole.release.made_at
    seized = OriginalEvent(number=1, action=CustodyAction.SEIZED, occurred_at=at, recorded_at=at)
    original = OriginalTold(number="E-05", copies=("E-05-M1",), events=(seized,))
    content = replace(
        whole,
        exhibits=tuple(copy if each is held else each for each in whole.exhibits),
        version=replace(version_of(), originals=(original,)),
    )
    passages = passages_by_exhibit(content)
    setting = english_setting(content)

    said = texts_of(lambda: draw_original(setting, "E-05-M1", passages), monkeypatch)

    assert passages["E-05"]
    assert "E-05-M1" not in passages
    assert setting.words.exhibit.named_in in said
    assert ", ".join(name for name, _ in passages["E-05"]) in said
