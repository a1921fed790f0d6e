"""The model of taking over: what stands in the field of the next turn, and the acts on the copy."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from thb_desktop.domain.ids import CaseId, FileId, SegmentId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.page_comparisons import PlacedTurn, page_digest
from thb_desktop.domain.page_text import DocumentText, PageLine
from thb_desktop.domain.record import Plain
from thb_desktop.domain.segment import Segment
from thb_desktop.domain.vocabulary import SpeakerRole, TakenWay, UtteranceKind
from thb_desktop.errors import (
    DocumentFormError,
    DocumentIsRecordingError,
    DocumentLockedError,
    DocumentUnreadableError,
    EncodingUnknownError,
    ThbError,
)
from thb_desktop.services.testimony import elsewhere, records, segments
from ui.interviews.elsewhere.pages import FORM, KINDS, CopiedPages, Typed, pieces_of
from ui.interviews.elsewhere.proposal import SPEAKERS, Proposed, anchors_of, propose, turn_of
from ui.interviews.opened import choices_of_case
from ui.labels.entries import Choices
from ui.messages import sentence

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session
    from thb_desktop.vault.tables.lists import CaseDocument

_NOT_READ = (DocumentUnreadableError, EncodingUnknownError)
_SAY_WHAT_HELPS = (DocumentLockedError, DocumentFormError, DocumentIsRecordingError)


class TakingOverModel(CopiedPages):
    """The keys of the field, and what they do."""

    def turn_kind(self, by: int = 1) -> None:
        """F2: question, answer or description."""
        at = KINDS.index(self.typed.kind) if self.typed.kind in KINDS else -1
        self.typed = replace(self.typed, kind=KINDS[(at + by) % len(KINDS)])
        self.typing.emit()

    def next_lines(self, *, more: bool) -> None:
        """Ctrl+Down: the next line of the page; with Shift, one line more. Their words stand in the field."""
        lines = self.typed.lines
        last = max(lines, default=self._last_taken())
        count = len(self.lines) or len(self.places)
        if last < count:
            self._take_lines((*lines, last + 1) if more else (last + 1,))

    def one_line_less(self) -> None:
        """Ctrl+Up: without the last line; its words go too, as long as they stand as in the file."""
        if self.typed.lines:
            fewer = tuple(sorted(self.typed.lines))[:-1]
            if self.typed.proposal >= 0 and self.typed.text == self.proposed[self.typed.proposal].text:
                self.typed = replace(self.typed, from_file=self.typed.text)
            self._take_lines(fewer)

    def _take_lines(self, chosen: tuple[int, ...]) -> None:
        words = " ".join(self.lines[each - 1].text for each in chosen if each <= len(self.lines))
        untouched = self.typed.text.strip() in ("", self.typed.from_file.strip())
        if words and untouched:
            (found,) = propose([PageLine(text=words)], self.page)
            kind = found.kind if found.kind is not UtteranceKind.DESCRIPTION else self.typed.kind
            self.typed = replace(self.typed, kind=kind, text=found.text, from_file=found.text)
        self.typed = replace(self.typed, lines=chosen)
        self.typing.emit()
        self.marked.emit()

    def choose(self, line: int, *, more: bool) -> None:
        """A click on a line of the page: it alone, or with those chosen before."""
        self._take_lines((*self.typed.lines, line) if more else (line,))

    def type(self, text: str) -> None:
        self.typed = replace(self.typed, text=text)

    def fields(self) -> Mapping[str, Plain]:
        """What the draft keeps; empty for nothing typed."""
        if not self.typed.text.strip() or self.typed.mended is not None or self.typed.proposal >= 0:
            return {}
        lines = " ".join(map(str, self.typed.lines))
        return {
            "text": self.typed.text,
            "kind": self.typed.kind.value,
            "page": str(self.page),
            "lines": lines,
        }

    def mend(self, turn: PlacedTurn) -> None:
        """Take a kept turn into the field."""
        lines = tuple(each.line for each in turn.place.anchors if each.page == self.page and each.line)
        self.typed = Typed(
            kind=turn.segment.kind, text=turn.segment.source_text or "", lines=lines, mended=turn.segment
        )
        self.typing.emit()
        self.marked.emit()

    def mend_proposal(self, number: int) -> None:
        found = self.proposed[number]
        self.typed = Typed(kind=found.kind, text=found.text, lines=found.lines, proposal=number)
        self.typing.emit()
        self.marked.emit()

    def drop_proposal(self, number: int) -> None:
        self.proposed = tuple(each for at, each in enumerate(self.proposed) if at != number)
        if not self.proposed:
            self._given_up.add(self.page)
        self.paged.emit()

    def give_up(self) -> None:
        """Esc: the field is for the next turn again."""
        self.typed = Typed(kind=self._next_kind())
        self.typing.emit()
        self.marked.emit()

    def keep(self) -> bool:
        """Enter: keep what stands in the field; return whether an act was asked for."""
        record, typed = self.record, self.typed
        text = typed.text.strip()
        if record is None or not text:
            return False
        if typed.proposal >= 0:
            at = typed.proposal
            before = self.proposed[at]
            is_read = text in (before.text, typed.from_file.strip())
            way = before.way if is_read else TakenWay.TYPED
            changed = replace(before, kind=typed.kind, text=text, lines=typed.lines, way=way)
            self.proposed = (*self.proposed[:at], changed, *self.proposed[at + 1 :])
            self.give_up()
            self.paged.emit()
            return False
        if typed.mended is not None:
            self._mend(typed.mended, typed)
            return True
        way = TakenWay.EXTRACTED if text == typed.from_file.strip() else TakenWay.TYPED
        one = Proposed(kind=typed.kind, text=text, page=self.page, lines=typed.lines, way=way)
        self._keep_all([one], form=FORM)
        return True

    def keep_page(self) -> None:
        """Keep the proposed turns of this page in one act."""
        if self.proposed:
            self._keep_all(self.proposed)

    def strike(self, segment_id: SegmentId, reason: str) -> None:
        self._act(lambda session: segments.strike_segment(session, segment_id, reason))

    def compare_page(self) -> None:
        """State that this user compared the page with what stands here."""
        record = self.record
        if record is not None:
            of, page, seen = record.interview.id, self.page, page_digest(self.turns, self.page)
            self._act(
                lambda session: elsewhere.compare_page(session, of, page, seen=seen), then=self._next_page
            )

    def finish(self) -> None:
        """State that the whole text was compared; the copy is signed afterwards."""
        record = self.record
        if record is not None:
            of = record.interview.id
            self.write(
                lambda session: elsewhere.finish_comparison(session, of),
                lambda _: self.finished.emit(of),
            )

    def set_particulars(self, values: Mapping[str, Any]) -> None:
        statement = self.record.taken_over if self.record else None
        if statement is not None:
            changed = replace(statement, **values)
            self._act(lambda session: elsewhere.set_statement(session, changed))

    def ask_documents(
        self, case_id: CaseId, then: "Callable[[tuple[Choices, tuple[CaseDocument, ...]]], None]"
    ) -> None:
        """Read which files of the case may hold a statement, and what a copy can name."""
        self.read(
            lambda session: (choices_of_case(session, case_id), elsewhere.list_documents(session, case_id)),
            then,
        )

    def begin(self, interview: Interview, file_id: FileId, said: Mapping[str, Any]) -> None:
        """Begin a copy: its file is read first, for its pages count."""

        def then(document: DocumentText) -> None:
            pages = max(len(document.pages), 1)
            self.write(
                lambda session: elsewhere.begin_statement(session, interview, file_id, pages, said),
                self.begun.emit,
            )

        dialog = self._asking
        from thb_desktop.services.evidence.page_reading import read_text

        def go_on(document: DocumentText) -> None:
            if dialog is None:
                then(document)
                return
            with self.answering(dialog):
                then(document)

        def refuse(error: ThbError) -> None:
            if dialog is None or not isinstance(error, _NOT_READ):
                self._refuse(dialog, error)
                return
            dialog.refuse(" ".join(filter(None, (sentence(error), self._way_out(error)))))

        self.jobs.beside(
            self, lambda in_vault: read_text(pieces_of(in_vault, file_id)), then=go_on, refused=refuse
        )

    def _way_out(self, error: ThbError) -> str:
        """Say what helps with a file that is not read, if its refusal does not."""
        if isinstance(error, _SAY_WHAT_HELPS):
            return ""
        if isinstance(error, EncodingUnknownError):
            return self.tr(
                "The file of the exhibit stays as it is. Open a copy in a text program, choose there the "
                "encoding in which all letters are right, save it as UTF-8, and add it as an exhibit derived "
                "from this one."
            )
        return self.tr(
            "The file of the exhibit stays as it is. Add a PDF or a picture of its pages to an exhibit, "
            "and take that over."
        )

    def _keep_all(self, taken: Sequence[Proposed], form: str = "") -> None:
        record = self.record
        statement = record.taken_over if record else None
        if record is None or statement is None:
            return
        turns = [
            turn_of(each, anchors_of(statement.file_id, statement.sha256, self.page, each.lines, self.places))
            for each in taken
        ]
        of, behind = record.interview.id, self._behind()
        self._act(
            lambda session: elsewhere.take_over(session, of, turns, behind=behind, form=form),
            then=self._go_on,
        )

    def _mend(self, segment: Segment, typed: Typed) -> None:
        changed = replace(
            segment,
            kind=typed.kind,
            speaker=SPEAKERS.get(typed.kind, SpeakerRole.OTHER),
            source_text=typed.text.strip(),
        )
        statement = self.record.taken_over if self.record else None
        turn = next((each for each in self.turns if each.segment.id == segment.id), None)
        if statement is None or turn is None:
            return
        anchors = anchors_of(statement.file_id, statement.sha256, self.page, typed.lines, self.places)
        moved = turn.place.page == self.page and bool(typed.lines) and anchors != turn.place.anchors
        way = turn.place.way if typed.text.strip() == segment.source_text else TakenWay.TYPED

        def work(session: "Session") -> None:
            segments.change_segment(session, changed)
            if moved or way is not turn.place.way:
                elsewhere.set_place(session, segment.id, anchors if moved else turn.place.anchors, way)

        self._act(work, then=self._go_on)

    def _act(self, work: "Callable[[Session], object]", then: Callable[[], None] | None = None) -> None:
        record = self.record
        if record is None:
            return
        of = record.interview.id

        def change(session: "Session") -> InterviewInFull:
            work(session)
            return records.get_undigested(session, of)

        def done(read: InterviewInFull) -> None:
            self.record = read
            self._propose()
            if then is not None:
                then()
            self.paged.emit()

        self.write(change, done)

    def _go_on(self) -> None:
        self.give_up()

    def _next_page(self) -> None:
        if self.page < self.pages:
            self.go_to(self.page + 1)

    def _behind(self) -> SegmentId | None:
        """Return the last turn up to this page if others follow it; None for a place at the end."""
        before = [turn for turn in self.turns if turn.place.page <= self.page]
        after = [turn for turn in self.turns if turn.place.page > self.page]
        return before[-1].segment.id if before and after else None
