"""The short codes of what happens beside the words: breaks, exhibits shown, who enters and who leaves."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.ids import ExhibitId, InterviewId, RowId
from thb_desktop.domain.interview import Presence, TimelineEvent
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.namesakes import check_namesake
from thb_desktop.domain.vocabulary import BreakReason, PresenceRole, TimelineKind
from thb_desktop.errors import NotFoundError, ThbError
from thb_desktop.findings import Finding
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.testimony import attendance, formalities
from thb_desktop.services.testimony.stepping import RowPair
from thb_desktop.words import sentence
from ui import language
from ui.forms.namesakes import parts_of
from ui.interviews.desk import short_codes
from ui.interviews.desk.kept_turns import KeptTurns
from ui.interviews.desk.short_codes import ShortCode, few
from ui.interviews.desk.state import DeskState
from ui.labels import words
from ui.text import isolate, isolate_words, listed, with_name
from ui.transcript.acts import Refused
from ui.transcript.lines import break_since


class CodedEvents(QObject):
    """Each is an event with its time. refused: why a code does nothing."""

    refused = Signal(str)

    def __init__(self, desk: DeskState, turns: KeptTurns) -> None:
        super().__init__(desk)
        self._desk, self._turns = desk, turns
        self.acts: dict[ShortCode, Callable[[str, InterviewInFull], None]] = {
            ShortCode.BREAK: self._break,
            ShortCode.EXHIBIT: self._exhibit,
            ShortCode.ENTERS: self._enters,
            ShortCode.LEAVES: self._leaves,
        }
        self.hints: dict[ShortCode, Callable[[str], str]] = {
            ShortCode.BREAK: self._told_of_break,
            ShortCode.EXHIBIT: lambda _: few(each for each, _ in self._desk.choices("exhibit")),
            ShortCode.ENTERS: self._told_of_newcomer,
            ShortCode.LEAVES: lambda _: few(each.name for each in self._present(left=False)),
        }

    def _told_of_break(self, rest: str) -> str:
        """Return which reason will be entered, and else which are known."""
        record = self._desk.record
        if record is not None and break_since(record.timeline) is not None:
            return self.tr("the break ends")
        reason, note = short_codes.reason_of(rest)
        if reason is None:
            known = few(words(each).lower() for each in BreakReason if each is not BreakReason.OTHER)
            return self.tr("a break, with its reason: {reasons}, or words of yours").format(reasons=known)
        if note:
            return self.tr("a break, in your words: {reason}").format(reason=isolate_words(note))
        return self.tr("a break: {reason}").format(reason=isolate_words(words(reason).lower()))

    def _break(self, rest: str, record: InterviewInFull) -> None:
        ends = break_since(record.timeline) is not None
        reason, note = short_codes.reason_of(rest)
        kind = TimelineKind.BREAK_END if ends else TimelineKind.BREAK_START
        event = replace(self._event(record, kind), note=note, reason=None if ends else reason)
        if ends:
            event = replace(event, note=rest)
        self._add_event(event)

    def _exhibit(self, rest: str, record: InterviewInFull) -> None:
        """The number is looked up: what was registered a moment ago is not among what is offered."""
        number, _, note = rest.partition(" ")
        known = short_codes.chosen_by(number, self._desk.choices("exhibit"))
        case_id, taken = record.interview.case_id, self._desk.entry

        def name(session: Session, event: TimelineEvent) -> TimelineEvent:
            tried = dict.fromkeys((number, number.upper())) if number else ()
            exact = (exhibits.find_numbered(session, case_id, each) for each in tried)
            found = [each.id for each in exact if each is not None] or known
            if len(found) != 1:
                raise NotFoundError("no exhibit, or several, have this number")
            return replace(event, exhibit_id=ExhibitId(found[0]))

        def refuse(error: ThbError) -> None:
            self._turns.stand_again(taken)
            if not isinstance(error, NotFoundError):
                self._desk.refuse(error)
            elif number and not known:
                told = self.tr(
                    "{number} is not registered in this case. Write one exhibit's number behind /x."
                )
                self.refused.emit(told.format(number=isolate(number)))
            else:
                self.refused.emit(self.tr("Write the number of one exhibit of this case behind /x."))

        event = self._event(record, TimelineKind.EXHIBIT_SHOWN)
        self._add_event(replace(event, note=note.strip()), name, refuse)

    def _add_event(
        self,
        event: TimelineEvent,
        name: Callable[[Session, TimelineEvent], TimelineEvent] = lambda _, event: event,
        refused: Refused | None = None,
    ) -> None:
        """name: completes the event from the vault."""

        def make(session: Session, of: InterviewId) -> list[RowPair]:
            return [(None, formalities.add_formality(session, of, name(session, event)))]

        def done(rows: Sequence[RowPair]) -> None:
            self._show(rows)
            self._desk.said.emit(words(event.kind))

        self._leave()
        self._desk.acts.enter(make, then=done, refused=refused or self._desk.refuse)

    def _enters(self, rest: str, record: InterviewInFull) -> None:
        if not rest:
            self.refused.emit(self.tr("Write behind /e who enters."))
            return
        roles, name = short_codes.newcomer(rest)
        if len(roles) > 1:
            told = self.tr("Write behind /e one function and a name: {roles}.")
            self.refused.emit(told.format(roles=few(words(each).lower() for each in roles)))
            return
        role = next(iter(roles), None)
        known = short_codes.chosen_by(name, [(each.name, each) for each in self._present(left=True)])
        person = known[0] if len(known) == 1 and role is None else self._stranger(role, name, record)
        at = self._at()

        def make(session: Session, of: InterviewId) -> list[RowPair]:
            return [(None, each) for each in attendance.note_entering(session, of, person, at)]

        def enter() -> None:
            self._leave()
            self._desk.acts.enter(make, then=self._tell, refused=self._desk.refuse)

        doubts = [] if person.id else [*self._namesakes(person.name)]
        if doubts:
            told = "\n".join(sentence(each, language.current(), isolate) for each in doubts)
            self._desk.asks.emit(told, enter)
        else:
            enter()

    def _namesakes(self, name: str) -> Iterator[Finding]:
        """Ask about a typed name that somebody of the case has: it would be linked with nobody."""
        entries = (self._desk.choices(kind) for kind in ("official", "interpreter", "person"))
        known = [parts_of(shown) for found in entries for shown, _ in found]
        return check_namesake("presence.name", name, known)

    def _leaves(self, rest: str, _: InterviewInFull) -> None:
        known = short_codes.chosen_by(rest, [(each.name, each) for each in self._present(left=False)])
        if len(known) != 1:
            names = few(each.name for each in self._present(left=False))
            self.refused.emit(self.tr("Write behind /l which one leaves: {names}.").format(names=names))
            return
        gone, at = known[0], self._at()

        def make(session: Session, _: InterviewId) -> list[RowPair]:
            leaves, event = attendance.note_leaving(session, gone.id, at)
            return [(gone, leaves), (None, event)]

        self._leave()
        self._desk.acts.enter(make, then=self._tell, refused=self._desk.refuse)

    def _tell(self, rows: Sequence[RowPair]) -> None:
        self._show(rows)
        events = (after for _, after in rows if isinstance(after, TimelineEvent))
        self._desk.said.emit(listed(f"{words(each.kind)}, {each.note}" for each in events))

    def _show(self, rows: Sequence[RowPair]) -> None:
        """Show what was entered; the turns are not read again."""
        record = self._desk.record
        if record is None:
            return
        changed = {after.id: after for _, after in rows if isinstance(after, Presence)}
        new = [after for before, after in rows if before is None]
        came = tuple(each for each in new if isinstance(each, Presence))
        events = tuple(each for each in new if isinstance(each, TimelineEvent))
        stayed = tuple(changed.get(each.id, each) for each in record.presences)
        self._desk.show_timeline(
            replace(record, presences=(*stayed, *came), timeline=(*record.timeline, *events))
        )

    def _leave(self) -> None:
        self._desk.give_up_draft()
        self._desk.start_again()

    def _event(self, record: InterviewInFull, kind: TimelineKind) -> TimelineEvent:
        return TimelineEvent(id=RowId(""), interview_id=record.interview.id, kind=kind, at=self._at())

    def _at(self) -> datetime:
        return self._desk.moments.of_event() or self._desk.now()

    def _present(self, *, left: bool) -> list[Presence]:
        """Return who is in the room, or who has left it."""
        record = self._desk.record
        standing = [each for each in record.presences if not each.struck] if record else []
        here = {each.name for each in standing if each.to_at is None}
        if not left:
            return [each for each in standing if each.to_at is None]
        gone = {each.name: each for each in standing if each.to_at is not None and each.name not in here}
        return list(gone.values())

    def _stranger(self, role: PresenceRole | None, name: str, record: InterviewInFull) -> Presence:
        """Somebody new; without a function in words, the closing list asks what they are."""
        what = role or PresenceRole.OTHER
        return Presence(id=RowId(""), interview_id=record.interview.id, role=what, name=name)

    def _told_of_newcomer(self, rest: str) -> str:
        """Return as what somebody will be entered, and else how it can be said, and who can come back."""
        roles, name = short_codes.newcomer(rest)
        if roles:
            return with_name(few(words(each) for each in roles), isolate_words(name))
        example = f"{words(PresenceRole.VICTIM_LAWYER).lower()}, \u2026"
        told = self.tr("who enters: a name, or a function and a name ({example})").format(example=example)
        left = few(each.name for each in self._present(left=True))
        return f"{told}  \u00b7  {left}" if left else told
