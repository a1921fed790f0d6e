"""ReadingModel: which turns were read back, what is being corrected, and what the rules still find."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.record import Plain
from thb_desktop.domain.vocabulary import InterviewState
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.casework import drafts
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import interviews
from ui.interviews.desk.keeping import TypingKeeper
from ui.interviews.opened import OpenRecord
from ui.jobs import VaultJobs
from ui.place import TURNS_READ
from ui.topics import Topic
from ui.transcript.rows import SegmentsModel
from ui.view_model import ViewModel

READ, CORRECTION = TURNS_READ, "correct-turn"
"""The drafts of a reading back: the turns that were read, and the correction that is being typed."""
REST = 2_000
"""Milliseconds without a correction after which the rules are asked again."""
_RANGE = re.compile(r"(\d+)(?:-(\d+))?")


class OpenedRecord(Protocol):
    """What the reading back knows of the record that is open."""

    @property
    def jobs(self) -> VaultJobs: ...

    @property
    def can_edit(self) -> bool: ...

    @property
    def record(self) -> InterviewInFull | None: ...

    @property
    def segments(self) -> SegmentsModel: ...


class ReadingModel(ViewModel):
    """checked: what the rules find. read_on: a turn was read, or it is known again which were. typed: the
    draft of a correction. kept: up to which moment what is typed is in the vault.
    """

    changes = Topic.TESTIMONY

    checked = Signal(object)
    read_on = Signal()
    typed = Signal(object)
    kept = Signal(object)

    def __init__(self, model: OpenedRecord, parent: QObject | None = None) -> None:
        super().__init__(model.jobs, parent)
        self._model = model
        self._of = InterviewId("")
        self._was_open = False
        self.numbers: frozenset[int] = frozenset()
        """The turns that were read, by their numbers."""
        self.fields: dict[str, Plain] = {}
        """What is typed of a correction."""
        self.findings: tuple[Finding, ...] = ()
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.look)
        self._keeper = TypingKeeper(lambda: self.fields, self)
        self._keeper.kept.connect(self.kept.emit)
        self._keeper.failed.connect(self.refused.emit)

    @property
    def is_open(self) -> bool:
        """Whether the record is being read back, and this user may enter what is asked for."""
        record = self._model.record
        is_copy = record is not None and record.taken_over is not None
        return self._model.can_edit and record is not None and _is_read_back(record) and not is_copy

    @property
    def signs_next(self) -> bool:
        """Whether the next step of the record is its signature."""
        record = self._model.record
        if record is None:
            return False
        interview = record.interview
        rectifies = interview.state is InterviewState.DRAFT and interview.rectifies_id is not None
        return rectifies or _is_read_back(record)

    @property
    def is_due(self) -> bool:
        """Whether the record is a draft that is still to be read back, by this user's office."""
        record = self._model.record
        if record is None or not self._model.can_edit:
            return False
        interview = record.interview
        is_copy = record.taken_over is not None
        return interview.state is InterviewState.DRAFT and interview.rectifies_id is None and not is_copy

    @property
    def stops(self) -> bool:
        """Whether something stops the signature, as far as it was checked."""
        return any(each.standing is Standing.BROKEN for each in self.findings)

    def show(self, opened: OpenRecord | None) -> None:
        """Go on in this record, with what was read and typed before."""
        of = opened.record.interview.id if opened is not None else InterviewId("")
        if (of, self.is_open) != (self._of, self._was_open):
            self._of, self._was_open = of, self.is_open
            self.findings, self.numbers, self.fields = (), frozenset(), {}
            self._keeper.watch(self.draft(CORRECTION, of) if self.is_open else None)
            if self.is_open:
                self._ask(of)
        if self.signs_next or self.is_due:
            self.look()
        self._show_read()

    def look_later(self) -> None:
        """Ask what the rules find once nothing more is entered: it reads the whole record."""
        self._rest.start()

    def look_now(self) -> None:
        """Ask at once, if it is still to be asked: somebody goes to the closing list."""
        if self._rest.isActive():
            self.look()

    def look(self) -> None:
        """Ask what the rules find now: before the reading back, what its formalities lack."""
        self._rest.stop()
        of, is_due = self._of, self.is_due
        check = interviews.check_before_reading_back if is_due else interviews.check_interview

        def done(found: tuple[Finding, ...]) -> None:
            if (of, is_due) == (self._of, self.is_due):
                self.findings = found
                self.checked.emit(found)

        if of and (is_due or self.signs_next):
            self.read(lambda session: check(session, of), done)

    def mark_read(self, number: int) -> None:
        """A turn was read back."""
        if not self.is_open or number in self.numbers:
            return
        self.numbers |= {number}
        self.draft(READ, self._of).keep({"read": _written(self.numbers)})
        self._show_read()

    def type(self, fields: Mapping[str, Plain]) -> None:
        """Take what is typed of a correction; it is saved as a draft."""
        if dict(fields) != self.fields:
            if self._rest.isActive():
                self._rest.start()
            self.fields = dict(fields)
            self._keeper.touch()

    def keep_drafts(self) -> None:
        self._keeper.keep()

    def is_taken(self) -> None:
        """The correction became an act, which deletes its draft."""
        self.fields = {}
        self._keeper.is_taken()

    def give_up(self) -> None:
        """Nothing is corrected any more."""
        self.fields = {}
        self._keeper.give_up()

    def _ask(self, of: InterviewId) -> None:
        def work(session: Session) -> tuple[Mapping[str, Plain], Mapping[str, Plain]]:
            found = (drafts.find_form(session, form, of) for form in (READ, CORRECTION))
            read, typed = (each or {} for each in found)
            return read, typed

        def done(found: tuple[Mapping[str, Plain], Mapping[str, Plain]]) -> None:
            if of != self._of:
                return
            read, typed = found
            self.numbers |= frozenset(_numbers(str(read.get("read", ""))))
            self._show_read()
            if typed and not self.fields:
                self.fields = dict(typed)
                self.typed.emit(self.fields)

        self.read(work, done)

    def _show_read(self) -> None:
        record, segments = self._model.record, self._model.segments
        full = record.segments if record is not None else ()
        segments.show_read(frozenset(each.segment.id for each in full if each.number in self.numbers))
        self.read_on.emit()


def _is_read_back(record: InterviewInFull) -> bool:
    return record.interview.state is InterviewState.READ_BACK


def _written(numbers: Collection[int]) -> str:
    """Return numbers as short as they can be written: "1-6 9"."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return " ".join(f"{first}-{last}" if last > first else str(first) for first, last in found)


def _numbers(written: str) -> Iterator[int]:
    for first, last in _RANGE.findall(written):
        yield from range(int(first), min(int(last or first), int(first) + 100_000) + 1)
