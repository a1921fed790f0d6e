"""Places in the recordings of an interview: which file, at which time, and when that was by the clock.

A place is written as it is read: "00:12:02", or "00:12:02.4". Where an interview has several files, the
exhibit stands before it, and the number of the file if it has several: "E-11 00:12:02", "E-11/2 00:00:31".
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import FileId
from thb_desktop.domain.interview_rows import Recording

_PLACE = re.compile(
    r"(?:(?P<part>\S+)\s+)?(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,2}):(?P<seconds>\d{2})(?:[.,](?P<tenth>\d)\d*)?"
)
_A_GAP = timedelta(seconds=1)
"""Shorter than this is the accuracy with which starts and stops are written."""

Lengths = Mapping[FileId, int]
"""Milliseconds of the files whose length is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedFile:
    """One file of the recordings of an interview, in the order in which they were made.

    name: by which places in it are written ("E-11/2"). starts_at, stops_at: by the clock of the record; None
    if nobody entered it. follows_on: whether it goes on where the file before it ends. copy_of: the number of
    the exhibit that is the master, if this file is of a working copy; empty for the master itself, and where
    nobody said which is which. is_same: whether a file with the same digest is in the master; None if there
    is nothing to compare.
    """

    name: str
    exhibit: Exhibit
    file: ExhibitFile
    starts_at: datetime | None = None
    stops_at: datetime | None = None
    follows_on: bool = False
    copy_of: str = ""
    is_same: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A time in one file of the recordings. milliseconds: from its beginning."""

    file: RecordedFile
    milliseconds: int


def files_of(
    recordings: Sequence[Recording],
    exhibits: Mapping[str, Exhibit],
    files: Mapping[str, Sequence[ExhibitFile]],
) -> tuple[RecordedFile, ...]:
    """Return the files that are played, in order of time; those of unknown time behind the others.

    Of a recording with a working copy that has files, these are played, and those of the master otherwise.
    exhibits, files: by the id of the exhibit; what is struck out is left out.
    """
    standing = [each for each in recordings if not each.struck]
    known = sorted((each for each in standing if each.started_at), key=_start)
    unknown = [each for each in standing if not each.started_at]
    found: list[RecordedFile] = []
    for row in (*known, *unknown):
        master, copy = exhibits.get(row.exhibit_id or ""), exhibits.get(row.working_copy_id or "")
        is_copy = copy is not None and bool(files.get(copy.id))
        played = copy if is_copy else master
        if played is None or any(each.exhibit.id == played.id for each in found):
            continue
        of_master = {each.sha256 for each in files.get(master.id, ())} if master and is_copy else set()
        parts = _recorded(files.get(played.id, ()))
        for number, file in enumerate(parts, start=1):
            found.append(
                RecordedFile(
                    name=played.number if len(parts) == 1 else f"{played.number}/{number}",
                    exhibit=played,
                    file=file,
                    starts_at=row.started_at if number == 1 else None,
                    stops_at=row.stopped_at if number == len(parts) else None,
                    follows_on=number > 1 and row.continuous is True,
                    copy_of=master.number if is_copy and master and master != played else "",
                    is_same=(file.sha256 in of_master) if of_master else None,
                )
            )
    return tuple(found)


def clock_at(
    files: Sequence[RecordedFile], lengths: Lengths, place: Place, *, ahead: int = 0
) -> datetime | None:
    """Return when a place of a recording was, by the clock of the record; None if that is not known.

    ahead: the seconds by which that clock was ahead of the reference: then the time is that of the reference.
    """
    start = start_of(files, lengths, place.file)
    return None if start is None else start + timedelta(milliseconds=place.milliseconds, seconds=-ahead)


def place_at(files: Sequence[RecordedFile], lengths: Lengths, clock: datetime) -> Place | None:
    """Return what was recorded at this time of the record's clock; None in a gap, and if it is not known."""
    for file in reversed(files):
        start, end = start_of(files, lengths, file), end_of(files, lengths, file)
        if start is not None and start <= clock and (end is None or clock < end):
            return Place(file=file, milliseconds=(clock - start) // timedelta(milliseconds=1))
    return None


def start_of(files: Sequence[RecordedFile], lengths: Lengths, file: RecordedFile) -> datetime | None:
    """Return when a file begins: as entered, or where it goes on without a break from one that is known."""
    if not file.follows_on or file not in files:
        return file.starts_at
    before = files[files.index(file) - 1]
    start, length = start_of(files, lengths, before), lengths.get(before.file.id)
    return None if start is None or length is None else start + timedelta(milliseconds=length)


def end_of(files: Sequence[RecordedFile], lengths: Lengths, file: RecordedFile) -> datetime | None:
    """Return when a file ends: by its length, or else as entered."""
    start, length = start_of(files, lengths, file), lengths.get(file.file.id)
    return file.stops_at if start is None or length is None else start + timedelta(milliseconds=length)


def gaps(files: Sequence[RecordedFile], lengths: Lengths) -> dict[FileId, timedelta]:
    """Return how long nothing was recorded before a file, for those of which that is known."""
    found = {}
    for before, file in pairwise(files):
        end, start = end_of(files, lengths, before), start_of(files, lengths, file)
        if end is not None and start is not None and start - end >= _A_GAP:
            found[file.file.id] = start - end
    return found


def to_text(files: Sequence[RecordedFile], place: Place) -> str:
    """Return a place as it is written in a turn."""
    time = time_text(place.milliseconds)
    return time if len(files) == 1 else f"{place.file.name} {time}"


def from_text(files: Sequence[RecordedFile], written: str) -> Place | None:
    """Return the place that is written in a turn; None if it names none, or none of these files.

    Without a file it is in the only one, or in the first.
    """
    found = _PLACE.fullmatch(written.strip())
    if found is None or not files:
        return None
    name = found["part"]
    file = files[0] if name is None else next((each for each in files if each.name == name), None)
    if file is None:
        return None
    seconds = (int(found["hours"] or 0) * 60 + int(found["minutes"])) * 60 + int(found["seconds"])
    return Place(file=file, milliseconds=seconds * 1000 + int(found["tenth"] or 0) * 100)


def part_in(written: str) -> str | None:
    """Return the number of the exhibit that a written place names, empty if it names none; None for no
    place.
    """
    found = _PLACE.fullmatch(written.strip())
    return None if found is None else (found["part"] or "").partition("/")[0]


def time_text(milliseconds: int) -> str:
    """Return a time in a recording, to the tenth of a second: "00:12:02.4"."""
    tenths = max(0, milliseconds) // 100
    seconds, tenth = divmod(tenths, 10)
    minutes, second = divmod(seconds, 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{second:02d}.{tenth}"


def range_text(start: int, end: int) -> str:
    """Return a range in a recording, as exactly as it is kept: "00:12:02.4 – 00:12:05.0"."""
    return " \u2013 ".join(map(_exact_text, (start, end)))


def _exact_text(milliseconds: int) -> str:
    rest = milliseconds % 100
    return f"{time_text(milliseconds)}{rest:02d}" if rest else time_text(milliseconds)


def _recorded(files: Sequence[ExhibitFile]) -> list[ExhibitFile]:
    """Return the files of sound and film in their order; all of them if none says that it is one."""
    ordered = sorted(files, key=lambda each: (each.added_at, each.name))
    return [each for each in ordered if each.media_type.startswith(("audio/", "video/"))] or ordered


def _start(row: Recording) -> datetime:
    if row.started_at is None:
        raise ValueError
    return row.started_at
