"""Places in recordings: which files are played, in which order, and the one way from a place to the clock."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from thb_desktop.domain import recording_places as places
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import CaseId, ExhibitId, FileId, InterviewId, ObjectId, OfficialId, RowId
from thb_desktop.domain.interview_rows import Recording
from thb_desktop.domain.recording_places import Place, RecordedFile

START = datetime(2026, 3, 25, 10, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def exhibit(number: str) -> Exhibit:
    return Exhibit(
        id=ExhibitId(number),
        case_id=CaseId(""),
        number=number,
        kind=v.ExhibitKind.AV_RECORDING,
        originality=v.Originality.ORIGINAL,
        titles=(),
        source="",
        collected_at=START,
        collected_by=OfficialId(""),
        parent_id=None,
        root_id=ExhibitId(number),
        instrument_id=None,
        seal="",
    )


def file(of: str, name: str, *, digest: str = "a", media_type: str = "audio/wav") -> ExhibitFile:
    return ExhibitFile(
        id=FileId(f"{of}.{name}"),
        exhibit_id=ExhibitId(of),
        name=name,
        media_type=media_type,
        size=1,
        sha256=digest * 64,
        object_id=ObjectId(""),
        added_at=START,
    )


def row(exhibit_id: str = "", **changes: Any) -> Recording:
    named = ExhibitId(exhibit_id) if exhibit_id else None
    return Recording(id=RowId(""), interview_id=InterviewId(""), exhibit_id=named, **changes)


def found(rows: Sequence[Recording], *files: ExhibitFile) -> tuple[RecordedFile, ...]:
    known = {number: exhibit(number) for number in ("E-1", "E-2", "E-3")}
    held: dict[str, list[ExhibitFile]] = {}
    for each in files:
        held.setdefault(each.exhibit_id, []).append(each)
    return places.files_of(rows, known, held)


def names(files: Sequence[RecordedFile]) -> list[str]:
    return [each.name for each in files]


def test_files_stand_in_order_of_time_and_those_of_unknown_time_behind():
    rows = (row("E-3"), row("E-2", started_at=START + MINUTE), row("E-1", started_at=START))

    files = found(rows, file("E-1", "a"), file("E-2", "b"), file("E-2", "c"), file("E-3", "d"))

    assert names(files) == ["E-1", "E-2/1", "E-2/2", "E-3"]


def test_the_working_copy_is_played_and_says_whether_it_is_the_master_bit_for_bit():
    rows = (row("E-1", working_copy_id=ExhibitId("E-2")),)

    same = found(rows, file("E-1", "a"), file("E-2", "a"))
    other = found(rows, file("E-1", "a"), file("E-2", "a", digest="b"))
    alone = found(rows, file("E-2", "a"))

    assert [(each.name, each.copy_of, each.is_same) for each in (*same, *other, *alone)] == [
        ("E-2", "E-1", True),
        ("E-2", "E-1", False),
        ("E-2", "E-1", None),
    ]


def test_a_working_copy_without_files_leaves_the_master():
    files = found((row("E-1", working_copy_id=ExhibitId("E-2")),), file("E-1", "a"))

    assert [(each.name, each.copy_of) for each in files] == [("E-1", "")]


def test_what_is_struck_out_or_no_sound_is_left_out():
    rows = (row("E-1", struck="made in error"), row("E-2"))

    files = found(rows, file("E-1", "a"), file("E-2", "b"), file("E-2", "label.jpg", media_type="image/jpeg"))

    assert names(files) == ["E-2"]


ONE = found((row("E-1", started_at=START),), file("E-1", "a"))
TWO = found(
    (
        row("E-1", started_at=START, stopped_at=START + 10 * MINUTE),
        row("E-2", started_at=START + 12 * MINUTE),
    ),
    file("E-1", "a"),
    file("E-2", "b"),
)


@pytest.mark.parametrize(
    ("files", "written", "name", "milliseconds"),
    [
        (ONE, "00:12:02", "E-1", 722_000),
        (ONE, "12:02", "E-1", 722_000),
        (ONE, " 00:12:02.4 ", "E-1", 722_400),
        (ONE, "E-1 00:00:01", "E-1", 1_000),
        (TWO, "E-2 00:00:31.9", "E-2", 31_900),
        (TWO, "00:00:31", "E-1", 31_000),
    ],
)
def test_a_written_place_is_found(files: Any, written: str, name: str, milliseconds: int):
    place = places.from_text(files, written)

    assert place is not None
    assert (place.file.name, place.milliseconds) == (name, milliseconds)


@pytest.mark.parametrize(
    "written", ["", "later", "12", "E-9 00:00:01", "E-1 at 00:01", "00:00:01 - 00:00:02"]
)
def test_what_is_no_place_is_none(written: str):
    assert places.from_text(TWO, written) is None


@pytest.mark.parametrize("files", [ONE, TWO])
@pytest.mark.parametrize("milliseconds", [0, 99, 100, 59_900, 3_600_000, 40_000_000])
def test_a_place_is_written_and_read_to_the_tenth_of_a_second(files: Any, milliseconds: int):
    place = Place(file=files[-1], milliseconds=milliseconds)

    read = places.from_text(files, places.to_text(files, place))

    assert read == replace(place, milliseconds=milliseconds // 100 * 100)


def test_a_place_and_the_clock_lead_to_each_other():
    lengths = {each.file.id: 600_000 for each in TWO}
    place = Place(file=TWO[1], milliseconds=61_500)

    clock = places.clock_at(TWO, lengths, place)

    assert clock == START + timedelta(minutes=13, seconds=1, milliseconds=500)
    assert places.place_at(TWO, lengths, clock) == place


def test_the_offset_of_the_records_clock_gives_the_time_of_the_reference():
    place = Place(file=ONE[0], milliseconds=1_000)

    assert places.clock_at(ONE, {}, place, ahead=90) == START - timedelta(seconds=89)
    assert places.clock_at(ONE, {}, place, ahead=-90) == START + timedelta(seconds=91)


def test_in_a_gap_nothing_was_recorded_and_its_length_is_told():
    lengths = {TWO[0].file.id: 600_000}

    assert places.place_at(TWO, lengths, START + 11 * MINUTE) is None
    assert places.gaps(TWO, lengths) == {TWO[1].file.id: 2 * MINUTE}
    assert places.gaps(TWO, {}) == {TWO[1].file.id: 2 * MINUTE}
    assert places.place_at(TWO, lengths, START - MINUTE) is None


@pytest.mark.parametrize(("continuous", "known"), [(True, True), (False, False), (None, False)])
def test_a_second_file_has_a_clock_only_if_the_recording_was_continuous(continuous: Any, known: bool):
    files = found((row("E-1", started_at=START, continuous=continuous),), file("E-1", "a"), file("E-1", "b"))
    place = Place(file=files[1], milliseconds=1_000)

    clock = places.clock_at(files, {files[0].file.id: 60_000}, place)

    assert (clock == START + timedelta(seconds=61)) is known
    assert (clock is None) is not known
    assert places.clock_at(files, {}, place) is None
