"""The interviews of a case, and the record that is open with its formalities."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.columns import check_following, moved_languages
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId, InterviewId, RowId
from thb_desktop.domain.interview import Formality, Interview, ReadBackCorrection
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.vocabulary import InterviewState, RecordDecisionKind
from thb_desktop.findings import Finding
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import (
    decisions,
    formalities,
    interview_lists,
    interviews,
    read_back,
    segment_drafts,
)
from thb_desktop.services.testimony.read_back import ReadBack
from ui.exhibit_offer import ExhibitOffer
from ui.interviews.desk.model import DeskModel
from ui.interviews.opened import OpenRecord, choices_of_case, open_record, turns_of
from ui.interviews.reading.model import ReadingModel
from ui.jobs import VaultJobs
from ui.labels.entries import Choices
from ui.media.model import RecordingModel
from ui.media.sources import OfRecord
from ui.paging import Paging
from ui.topics import Topic
from ui.transcript.model import TranscriptModel
from ui.transcript.rows import SegmentsModel
from ui.transcript.states import CLOSED
from ui.view_model import FormModel


class InterviewsViewModel(FormModel):
    """listed: summaries, and whether they begin the list (see `pages`). opened: an OpenRecord or None.

    refused: a sentence. refused_at: a field, a sentence.
    changed: the header or a formality was saved. choices: what references can name, for a new record.
    corrected: a correction was added at the reading back. told: what was done, in a sentence.
    is_outdated: whether an entry of the case was changed since the open record was read.
    """

    changes = Topic.TESTIMONY

    listed = Signal(object, bool)
    opened = Signal(object)
    closed = Signal()
    choices = Signal(object)
    held = Signal(object)
    read_back_done = Signal()
    changed = Signal()
    corrected = Signal()
    rules_checked = Signal(object)
    told = Signal(str)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.case: CaseFile | None = None
        self.transcript = TranscriptModel(jobs, self)
        self.transcript.refused.connect(self.refused.emit)
        self.transcript.turned.connect(self._turned)
        self.transcript.added.connect(lambda _: self._add_choice())
        self.transcript.named = lambda: {of: name for name, of in self.open_choices.get("exhibit", ())}
        self.unadded = False
        self.is_outdated = False
        self.may_edit = False
        self.open_choices: Choices = {}
        self.called: dict[str, str] = {}
        self._exhibits = ExhibitOffer(self)
        self.desk = DeskModel(self, self)
        self.desk.refused.connect(self.refused.emit)
        self.recordings = RecordingModel(jobs, self)
        self.desk.moments.recorded = self.recordings
        self.may_listen = self.may_note = False
        self.pages = Paging(self)
        self.pages.arrived.connect(self.listed)
        self.shown = 0
        """How many records are listed: so many are read again, so that the list stays where it is."""
        self.reading = ReadingModel(self, self)
        self.reading.refused.connect(self.refused.emit)
        jobs.changed.connect(self._doubt)

    @property
    def record(self) -> InterviewInFull | None:
        return self.transcript.record

    @property
    def segments(self) -> SegmentsModel:
        return self.transcript.segments

    @property
    def is_closed(self) -> bool:
        return self.record is not None and self.record.interview.state in CLOSED

    @property
    def is_draft(self) -> bool:
        return self.record is not None and self.record.interview.state is InterviewState.DRAFT

    @property
    def can_edit(self) -> bool:
        """Whether this user may still edit the open record."""
        return self.may_edit and not self.is_closed

    @property
    def holds_drafts(self) -> bool:
        """Whether the open record has unsaved text."""
        return self.transcript.holds_drafts or self.unadded

    def keep_drafts(self) -> None:
        self.transcript.keep_drafts()
        self.desk.keep_drafts()
        self.reading.keep_drafts()

    def show_case(self, case: CaseFile | None) -> None:
        """Show this case, and close the open record."""
        self.keep_drafts()
        self.case = case
        self.unadded = False
        self.transcript.show(None, can_edit=False)
        self.recordings.show(None)
        self.opened.emit(None)
        self._list_none()

    def reload(self) -> None:
        if self.case is None:
            self._list_none()
            return
        case_id = self.case.id
        self.pages.begin(
            lambda session, after, count: interview_lists.page_of_interviews(
                session, case_id, after=after, count=count
            ),
            self.shown,
        )

    def _list_none(self) -> None:
        self.pages.end()
        self.listed.emit((), True)

    def open(self, interview_id: InterviewId) -> None:
        """Open a record with its drafts."""
        self.keep_drafts()
        self.read(lambda session: open_record(session, interview_id), self._show)

    def ask_choices(self) -> None:
        """Load what a new record can name."""
        if self.case is not None:
            case_id = self.case.id
            self.read(
                lambda session: choices_of_case(session, case_id),
                lambda choices: self.choices.emit(self._with_exhibits(choices)),
            )

    def hold(self, interview: Interview) -> None:
        """Begin a record, and open it."""
        self._begin(lambda session: interviews.hold_interview(session, interview))

    def begin_later(self, of: InterviewId, interview: Interview, *, rectifies: bool) -> None:
        """Begin a record that supplements or rectifies a signed one, and open it."""
        begin = interviews.begin_rectification if rectifies else interviews.begin_supplement
        self._begin(lambda session: begin(session, of, interview))

    def set_header(self, header: Interview) -> None:
        """Change the header of the open record."""
        before = self.record.interview.sides if self.record is not None else header.sides
        moved = moved_languages(before, header.sides)

        def work(session: Session, of: InterviewId) -> None:
            interviews.set_header(session, header)
            segment_drafts.move_drafts(session, of, moved)

        self._change(work, self.changed.emit)

    def doubts_of_header(self, values: Mapping[str, Any]) -> Iterator[Finding]:
        """Ask before a language of a draft is corrected: what is entered in it goes along."""
        if self.record is None or not self.is_draft:
            return
        before = self.record.interview
        yield from check_following(self.record, replace(before, **values))

    def add_row(self, row: Formality) -> None:
        """Add a row of formalities: a person present, a caution, a correction, a signature ..."""
        self._change(lambda session, of: formalities.add_formality(session, of, row), self.changed.emit)

    def correct(self, rows: Sequence[ReadBackCorrection], *, form: str, then: Callable[[], None]) -> None:
        """Add the corrections of a turn, in one act. The rest of the record is not read again, and what the
        rules find is asked once the hands rest. form: the draft that they were.
        """
        if self.record is None:
            return
        self.keep_drafts()
        of = self.record.interview.id

        def work(session: Session) -> tuple[Formality, ...]:
            return formalities.add_formalities(session, of, rows, form=form)

        def done(added: tuple[Formality, ...]) -> None:
            self._show_corrections([each for each in added if isinstance(each, ReadBackCorrection)])
            self.corrected.emit()
            self.reading.look_later()
            then()

        self.write(work, done)

    def _show_corrections(self, added: Sequence[ReadBackCorrection]) -> None:
        """Show corrections at their turns, unless another record is open by now."""
        record, turned = self.record, {each.segment_id for each in added}
        if record is None or {each.interview_id for each in added} != {record.interview.id}:
            return
        self.transcript.record = record = replace(record, corrections=(*record.corrections, *added))
        for number, row in enumerate(self.segments.rows):
            if row.segment.id in turned:
                found = record.corrections_of(row.segment)
                self.segments.replace_row(number, replace(row, corrections=found))

    def change_row(self, row: Formality) -> None:
        self._change(lambda session, _: formalities.change_formality(session, row), self.changed.emit)

    def strike_row(self, row: Formality, reason: str) -> None:
        self._change(lambda session, _: formalities.strike_formality(session, row, reason), self.changed.emit)

    def read_back(self, outcome: ReadBack) -> None:
        """Record how the open record was read back."""
        self._change(lambda session, of: read_back.read_back(session, of, outcome), self.read_back_done.emit)

    def check_rules(self) -> None:
        """Check what prevents signing the open record."""
        if self.record is not None:
            of = self.record.interview.id
            self.read(lambda session: interviews.check_interview(session, of), self.rules_checked.emit)

    def sign_record(self, reasons: Sequence[tuple[Finding, str]]) -> None:
        """Sign the record; from then on it can only be read.

        reasons: for each warning, why it is signed all the same.
        """
        self._change(lambda session, of: interviews.sign_interview(session, of, reasons), self.closed.emit)

    def print_copy(self, then: Callable[[bytes], None]) -> None:
        """Print the record to be signed by hand: then, with its pages (PDF)."""
        printed: list[bytes] = []

        def work(session: Session, of: InterviewId) -> None:
            from thb_desktop.services.bundling import signing_copies  # it lays out pages

            printed.append(signing_copies.make_signing_copy(session, of).pdf)

        self._change(work, lambda: then(printed[-1]))

    def list_scans(self, then: Callable[[tuple[Exhibit, ...]], None]) -> None:
        """List what can be the scan of a signed paper."""
        if self.record is not None:
            of = self.record.interview.id

            def work(session: Session) -> tuple[Exhibit, ...]:
                from thb_desktop.services.bundling import signing_copies

                return signing_copies.list_scans(session, of)

            self.read(work, then)

    def register_paper(self, copy_id: RowId, scan_id: ExhibitId) -> None:
        """Name the exhibit that holds the scan of the signed paper."""

        def work(session: Session, _: InterviewId) -> None:
            from thb_desktop.services.bundling import signing_copies

            signing_copies.register_signed_paper(session, copy_id, scan_id)

        self._change(work, self.changed.emit)

    def seal_record(self) -> None:
        """Compare the signed record with its digest, and close it."""
        self._change(decisions.seal_record, self.closed.emit)

    def decide(self, kind: RecordDecisionKind, values: dict[str, Any]) -> None:
        """Enter a decision about the signed record."""
        self._change(lambda session, of: decisions.decide(session, of, kind, **values), self.closed.emit)

    def _begin(self, work: Callable[[Session], Interview]) -> None:
        def done(held: Interview) -> None:
            self.held.emit(held)
            self.reload()
            self.open(held.id)

        self.write(work, done)

    def _change(self, work: Callable[[Session, InterviewId], object], then: Callable[[], None]) -> None:
        if self.record is None:
            return
        self.keep_drafts()
        interview_id = self.record.interview.id

        def change(session: Session) -> OpenRecord:
            work(session, interview_id)
            return open_record(session, interview_id)

        def done(opened: OpenRecord) -> None:
            self._show(opened)
            then()
            self.reload()

        self.write(change, done)

    def _show(self, opened: OpenRecord) -> None:
        self.is_outdated = False
        self.open_choices, self.called = self._with_exhibits(opened.choices), opened.called
        state = opened.record.interview.state
        self.transcript.called = opened.called
        self.transcript.show(opened.record, opened.drafts, can_edit=self.may_edit and state not in CLOSED)
        self.desk.show(opened)
        self._show_recordings(opened.record.interview)
        self.reading.show(opened)
        self.opened.emit(opened)

    def _show_recordings(self, interview: Interview) -> None:
        if self.may_listen:
            self.recordings.show(OfRecord(interview.id), ahead=interview.clock_offset_seconds)

    def renew_exhibits(self) -> None:
        """Read what the open record can name again, if an exhibit was registered or changed since."""
        if self.record is not None:
            self.open_choices = self._with_exhibits(self.open_choices)

    def _with_exhibits(self, choices: Choices) -> Choices:
        """Return the choices with the exhibits of the case, if this user may read and name them."""
        if "exhibit" not in choices:
            return choices
        self._exhibits.show_case(self.case)
        self._exhibits.want()
        return {**choices, "exhibit": self._exhibits.choices}

    def _doubt(self, changed: Topic) -> None:
        """An entry of the case may be one that the open record names."""
        self.is_outdated |= changed is Topic.CASES and self.record is not None

    def _turned(self, record: InterviewInFull) -> None:
        self.open_choices["segment"] = turns_of(record)
        self.reading.look_later()

    def _add_choice(self) -> None:
        record = self.record
        if record is not None and record.segments:
            self.open_choices.setdefault("segment", []).extend(
                turns_of(replace(record, segments=record.segments[-1:]))
            )
