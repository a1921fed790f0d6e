"""The index follows the event chain: before each search it adds what entries told since the last one.

So an act costs nothing more, and after a crash, a restored backup, a merge, a return or an import the index
follows as after anything else. Without an index, or with one of another form, all rows are added, in
steps. In a vault that is only read it is made in memory.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from thb_desktop.domain.ads import Ad
from thb_desktop.domain.case import CaseObject
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import FileId
from thb_desktop.domain.machine_reading import MachineText
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.rights import Right
from thb_desktop.domain.search_identifiers import MARK, Identifier, handle_term, identifiers
from thb_desktop.domain.search_words import terms
from thb_desktop.language_tags import searched_as
from thb_desktop.services.core.leaving_bars import verify_file_shown
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import Named
from thb_desktop.services.searching.exhibit_sources import FILE, FILE_TEXT, PLACE
from thb_desktop.services.searching.noting import Row, noted_here, plates_of_vehicle, rows_with
from thb_desktop.services.searching.owners import Day, Owner, Owners
from thb_desktop.services.searching.record_sources import INTERVIEW, OF_JOB, OF_RECORD, RENDERING, SEGMENT
from thb_desktop.services.searching.source import Source
from thb_desktop.services.searching.sources import BY_ENTITY, BY_NUMBER, SOURCES
from thb_desktop.vault.database import Connection, allow_writing, forbid_writing, open_scratch, transaction
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import (
    chain,
    counts,
    noted_identifiers,
    registry,
    search_index,
    search_vocabulary,
)
from thb_desktop.vault.tables.search_index import Entry, State
from thb_desktop.vault.tables.told_rows import RowName, row_name

STEP = 500
"""Rows, or entries of the chain, that one step adds: about a tenth of a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """How far the index is: of how many rows or entries, how many are in it."""

    done: int
    total: int

    @property
    def is_whole(self) -> bool:
        return self.done >= self.total


@permitted(Right.SEE_CASES)
def follow(session: Session, *, step: int = STEP) -> Followed:
    """Add what is next, at most so many rows. Call it until the answer is whole."""
    with writing(session) as index:
        search_vocabulary.prepare(index)
        return Follower(session.read, index).step(step)


@permitted(Right.SEE_CASES)
def follow_to_end(session: Session, progress: Callable[[int, int], None] | None = None) -> None:
    """Add all that is new. progress: called with what is done and what there is."""
    while not (followed := follow(session)).is_whole:
        if progress is not None:
            progress(followed.done, followed.total)


@permitted(Right.CHECK_HEALTH)
def discard(session: Session) -> None:
    """Remove the index: the next search makes it from the rows."""
    with writing(session) as index:
        search_index.clear(index)


@permitted(Right.OPEN_FILES)
def index_text(session: Session, file_id: FileId, texts: Iterable[str]) -> None:
    """Keep the text of a file as it was read, by its parts (pages, sheets, messages), so that it is found.

    It is no record: it can be read from the file again. Nothing is kept of a file whose content was erased,
    nor in a vault that is only read. Raises MaterialNotShownError.
    """
    kept = tuple(texts)
    _keep_text(session, file_id, lambda connection: search_index.set_file_texts(connection, file_id, kept))


@permitted(Right.OPEN_FILES)
def index_machine_text(session: Session, file_id: FileId, read: MachineText) -> bool:
    """Keep what a machine read on a page of a file, so that it is found; return whether it is kept.

    As `index_text`: it is no record. It stands beside the text of the file itself.
    """
    return _keep_text(
        session,
        file_id,
        lambda connection: search_index.set_machine_text(connection, file_id, read.page, read.text),
    )


def _keep_text(session: Session, file_id: FileId, keep: Callable[[Connection], None]) -> bool:
    file = registry.EXHIBIT_FILE.find(session.read, file_id)
    if file is None or not session.keeps_drafts or counts.is_erased(session.read, file.exhibit_id):
        return False
    verify_file_shown(session.read, file)
    with session.drafting() as connection:
        keep(connection)
        if search_index.read_state(connection) is not None:
            Follower(connection, connection).put_file(file)
    return True


def index_of(session: Session) -> Connection:
    """Return where the index is: in the vault, or in memory."""
    return session.search_memory or session.read


@contextmanager
def writing(session: Session) -> Iterator[Connection]:
    """Write the index in one transaction, outside the event chain."""
    if session.keeps_drafts:
        with session.drafting() as connection:
            yield connection
        return
    if session.search_memory is None:
        session.search_memory = open_scratch()
    connection = session.search_memory
    allow_writing(connection)
    try:
        with transaction(connection):
            yield connection
    finally:
        forbid_writing(connection)


class Follower:
    """Takes rows into an index. rows: the connection with the tables, index: that with the index."""

    def __init__(self, rows: Connection, index: Connection) -> None:
        self._rows, self._index = rows, index
        self._owners = Owners(rows)
        self._files: dict[str, str] = {}

    def step(self, most: int) -> Followed:
        state = search_index.read_state(self._index)
        if state is None:
            search_index.clear(self._index)
            state = State(entries=chain.size_of(self._rows), source=1)
        if state.source:
            state = self._take_in(state, most)
            search_index.write_state(self._index, state)
            return self._made(state)
        size = chain.size_of(self._rows)
        if state.entries < size:
            after = state.entries
            state = State(entries=min(size, after + most))
            self._follow(after, state.entries)
            search_index.write_state(self._index, state)
        return Followed(done=state.entries, total=size)

    def _take_in(self, state: State, most: int) -> State:
        """Add the next rows of a source. `state.source` is its place in the list, from 1."""
        source = SOURCES[state.source - 1]
        rows, last = search_index.rows_after(self._rows, source.table, state.after, most)
        for row in rows:
            self._put(source, row)
        if len(rows) == most:
            return State(entries=state.entries, source=state.source, after=last)
        following = state.source + 1
        return State(entries=state.entries, source=0 if following > len(SOURCES) else following)

    def _made(self, state: State) -> Followed:
        counts = [search_index.last_row(self._rows, source.table) for source in SOURCES]
        total = sum(counts) + 1
        if not state.source:
            size = chain.size_of(self._rows)
            return Followed(done=total, total=total) if state.entries == size else Followed(done=0, total=1)
        return Followed(done=sum(counts[: state.source - 1]) + state.after, total=total)

    def _follow(self, after: int, until: int) -> None:
        told = dict[RowName, None]()
        for seq in range(after + 1, until + 1):
            opening = chain.opening_of(self._rows, seq)
            if opening is not None:
                told.update(dict.fromkeys(map(row_name, Event.parse(opening.payload).states)))
        for name in told:
            source = BY_ENTITY.get(name.entity)
            row = source.table.find(self._rows, name.key) if source else None
            if source is not None and row is not None:
                self._put(source, row)

    def _put(self, source: Source, row: Named) -> None:
        plates = plates_of_vehicle(self._index, row)
        is_moved = search_index.put(self._index, self._entry(source, row))
        if isinstance(row, ExhibitFile):
            self._put_parts(row)
        if isinstance(row, Exhibit) and row.struck:
            noted_identifiers.strike(self._index, search_index.number_of(self._index, row.id))
        if isinstance(row, CaseObject) and (changed := plates ^ plates_of_vehicle(self._index, row)):
            self._put_with_plates(row.case_id, changed)
        if source is INTERVIEW and is_moved:
            self._owners = Owners(self._rows)
            for below, each in _below(self._rows, str(row.id)):
                search_index.put(self._index, self._entry(below, each))

    def _put_with_plates(self, case_id: str, plates: Collection[str]) -> None:
        """Note in everything that has one of these plates whether a vehicle of the case has it; in a file
        once, however many of its parts have one.
        """
        files = dict[str, None]()
        for found in [*rows_with(self._index, case_id, plates)]:
            if found.source == FILE_TEXT:
                files[found.key] = None
                continue
            source = BY_NUMBER.get(found.source)
            row = source.table.find(self._rows, found.key) if source else None
            if source is not None and row is not None and not isinstance(row, CaseObject):
                search_index.put(self._index, self._entry(source, row))
        for key in files:
            file = registry.EXHIBIT_FILE.find(self._rows, FileId(key))
            if file is not None:
                self.put_file(file)

    def _put_parts(self, file: ExhibitFile) -> None:
        """Add the texts of a file and, if it may stand otherwise than before, where it was."""
        self.put_file(file)
        if self._is_set_again(str(file.id)):
            for place in registry.FILE_PLACE.where(self._rows, "exhibit_id", file.exhibit_id):
                if place.file_id == file.id:
                    search_index.put(self._index, self._entry(PLACE, place))

    def _is_set_again(self, file_id: str) -> bool:
        """Whether a file may have been withdrawn or reinstated: then more is told of it than its arrival."""
        return len(chain.entries_of(self._rows, file_id)) > 1

    def put_file(self, file: ExhibitFile) -> None:
        """Add the texts of a file, unless it was withdrawn."""
        key = str(file.id)
        owner = FILE.owner_of(self._owners, file) if FILE.shown(file) else None
        texts = dict(search_index.file_texts(self._rows, key)) if owner else {}
        for part in {*texts, *search_index.parts_of(self._index, FILE_TEXT, key)}:
            text = texts.get(part, "")
            meant = [*identifiers(text)]
            found = self._terms(text, meant)
            narrowed = self._narrowed(owner, "") if owner and found else []
            noted = noted_here(self._index, Row(FILE, owner, file), meant, text) if owner else None
            entry = Entry(source=FILE_TEXT, key=key, part=part, terms=[*found, *narrowed], noted=noted)
            search_index.put(self._index, entry)

    def _entry(self, source: Source, row: Named) -> Entry:
        key = str(row.id)
        owner = source.owner_of(self._owners, row)
        text = "\n".join(text for _, text in source.texts_of(row)) if owner and source.shown(row) else ""
        meant = [*identifiers(text)]
        found = self._terms(text, meant)
        if owner and source.shown(row) and (handle := source.handle_of(row)):
            found.append(handle_term(handle))
        if owner is None or not found:
            return Entry(source=source.number, key=key, terms=())
        since, until = _reach(owner.day)
        return Entry(
            source=source.number,
            key=key,
            terms=[*found, *self._narrowed(owner, source.language_of(owner, row))],
            since=since,
            until=until,
            given=owner.person_id if source is INTERVIEW else "",
            noted=noted_here(self._index, Row(source, owner, row, self._file_of(row)), meant, text),
        )

    def _file_of(self, row: Named) -> str:
        """Return the file from which an advertisement was read."""
        if not isinstance(row, Ad):
            return ""
        if row.reading_id not in self._files:
            reading = registry.AD_READING.find(self._rows, row.reading_id)
            self._files[row.reading_id] = str(reading.file_id) if reading else ""
        return self._files[row.reading_id]

    def _terms(self, text: str, meant: Iterable[Identifier]) -> list[str]:
        found = terms(text)
        return [*found, *dict.fromkeys(term for each in meant for term in each.stored)]

    def _narrowed(self, owner: Owner, language: str) -> Iterator[str]:
        """Return the terms by which a search is narrowed."""
        yield f"{MARK}o{search_index.number_of(self._index, owner.case_id)}"
        for person in filter(None, (owner.person_id, *owner.others)):
            yield f"{MARK}w{search_index.number_of(self._index, person)}"
        if language:
            yield from (f"{MARK}l{name}" for name in searched_as(language))


def _below(connection: Connection, interview_id: str) -> Iterator[tuple[Source, Named]]:
    """Return what takes over the person and the day of a record."""
    for row in registry.SEGMENT.where(connection, "interview_id", interview_id):
        yield SEGMENT, row
        for rendering in registry.RENDERING.where(connection, "segment_id", row.id):
            yield RENDERING, rendering
    for source in OF_RECORD:
        for each in source.table.where(connection, source.by, interview_id):
            yield source, each
    for job in registry.LANGUAGE_JOB.where(connection, "interview_id", interview_id):
        for source in OF_JOB:
            for each in source.table.where(connection, "job_id", job.id):
                yield source, each


def _reach(day: Day) -> tuple[int | None, int | None]:
    """Return the first and the last day that may be meant, as numbers."""
    if isinstance(day, datetime):
        day = day.date()
    if isinstance(day, PartialDate):
        first, last = day.earliest, day.latest
    else:
        first = last = day
    return day_number(first), day_number(last)


def day_number(day: date | None) -> int | None:
    return None if day is None else day.year * 10_000 + day.month * 100 + day.day
