"""What the short codes do: each is one act, or makes the row ready for one."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.ids import ExhibitId, InterviewId, RowId
from thb_desktop.domain.interview import Presence, TimelineEvent
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.segment import Segment
from thb_desktop.domain.vocabulary import (
    BreakReason,
    Conduct,
    InterpretingMode,
    PresenceRole,
    SpeakerRole,
    TimelineKind,
)
from thb_desktop.errors import NotFoundError, ThbError
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.testimony import attendance, conduct, formalities
from ui.interviews.desk import short_codes
from ui.interviews.desk.kept_turns import KeptTurns
from ui.interviews.desk.short_codes import ShortCode
from ui.interviews.desk.state import DeskState
from ui.interviews.opened import NEW_SEGMENT
from ui.labels import words
from ui.text import isolate_words, listed
from ui.transcript.acts import Refused
from ui.transcript.lines import break_since

_MOST = 6
"""The most choices that a sentence names."""
_TIMED = (ShortCode.BREAK, ShortCode.EXHIBIT, ShortCode.ENTERS, ShortCode.LEAVES)
"""What has a time, and is nothing without it."""


class CodedActs(QObject):
    """refused: why a code does nothing."""

    refused = Signal(str)

    def __init__(self, desk: DeskState, turns: KeptTurns) -> None:
        super().__init__(desk)
        self._desk, self._turns = desk, turns
        self._acts: dict[ShortCode, Callable[[str, InterviewInFull], None]] = {
            ShortCode.BREAK: self._break,
            ShortCode.CONDUCT: self._conduct,
            ShortCode.EXHIBIT: self._exhibit,
            ShortCode.ENTERS: self._enters,
            ShortCode.LEAVES: self._leaves,
            ShortCode.INTERPRETER: self._interpreter,
            ShortCode.CAUTION: self._caution,
            ShortCode.NOT_WRITTEN: self._not_written,
            ShortCode.MODE: self._mode,
        }

    def do(self, code: ShortCode, rest: str) -> None:
        record = self._desk.record
        if record is None or not self._desk.is_open:
            return
        if code in _TIMED and self._desk.moments.of_event() is None:
            told = self.tr(
                "The interview is over: this needs its time. Play the recording to where it was, or enter it "
                "under Formalities."
            )
            self.refused.emit(told)
            return
        self._acts[code](rest, record)

    def hint(self, code: ShortCode, rest: str) -> str:
        """Return what can follow a code, as far as it is typed."""
        told: dict[ShortCode, Callable[[], str]] = {
            ShortCode.BREAK: lambda: self._told_of_break(rest),
            ShortCode.CONDUCT: lambda: _listed(
                words(each).lower() for each in short_codes.matches(rest.rpartition(",")[2], Conduct)
            ),
            ShortCode.EXHIBIT: lambda: _listed(each for each, _ in self._desk.choices("exhibit")),
            ShortCode.ENTERS: lambda: self._told_of_newcomer(rest),
            ShortCode.LEAVES: lambda: _listed(each.name for each in self._present(left=False)),
            ShortCode.INTERPRETER: self._told_of_interpreter,
            ShortCode.CAUTION: lambda: _listed(words(each).lower() for each in short_codes.cautions_of(rest)),
            ShortCode.NOT_WRITTEN: lambda: self.tr(
                "the original was not written down; its range in the recording: 12:02 12:09"
            ),
            ShortCode.MODE: lambda: _listed(
                (words(each).lower() for each in short_codes.matches(rest, InterpretingMode)),
                most=len(InterpretingMode),
            ),
        }
        return told[code]()

    def offered(self) -> str:
        """Return the codes, for who has typed the stroke alone."""
        return self.tr(
            "/b break  \u00b7  /x exhibit shown  \u00b7  /e enters  \u00b7  /l leaves  \u00b7  "
            "/i interpreter  \u00b7  /v caution  \u00b7  /c conduct  \u00b7  "
            "/n not written down  \u00b7  /m mode"
        )

    def _told_of_break(self, rest: str) -> str:
        """Return which reason will be entered, and else which are known."""
        record = self._desk.record
        if record is not None and break_since(record.timeline) is not None:
            return self.tr("the break ends")
        reason, note = short_codes.reason_of(rest)
        if reason is None:
            known = _listed(words(each).lower() for each in BreakReason if each is not BreakReason.OTHER)
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
            if isinstance(error, NotFoundError):
                self.refused.emit(self.tr("Write the number of one exhibit of this case behind /x."))
            else:
                self._desk.refuse(error)

        event = self._event(record, TimelineKind.EXHIBIT_SHOWN)
        self._add_event(replace(event, note=note.strip()), name, refuse)

    def _add_event(
        self,
        event: TimelineEvent,
        name: Callable[[Session, TimelineEvent], TimelineEvent] = lambda _, event: event,
        refused: Refused | None = None,
    ) -> None:
        """name: completes the event from the vault."""

        def work(session: Session) -> TimelineEvent:
            wanted = name(session, event)
            added: TimelineEvent = formalities.add_formality(session, wanted.interview_id, wanted)  # type: ignore[assignment]  # as given
            return added

        def done(added: TimelineEvent) -> None:
            record = self._desk.record
            if record is not None:
                self._desk.show_timeline(replace(record, timeline=(*record.timeline, added)))
            self._desk.said.emit(words(added.kind))

        self._leave()
        self._desk.jobs.run(self, work, then=done, refused=refused or self._desk.refuse)

    def _conduct(self, rest: str, record: InterviewInFull) -> None:
        found = short_codes.conduct_of(rest)
        if found is None:
            known = _listed((words(each).lower() for each in Conduct), most=len(Conduct))
            told = self.tr("What could be seen has one of these codes: {codes}.")
            self.refused.emit(told.format(codes=known))
            return
        speaker = self._seen(record)
        at = self._desk.moments.of_turn(self._desk.entry)
        captured = self._desk.moments.capture(self._desk.entry)

        def make(session: Session, of: InterviewId) -> Segment:
            return conduct.add_conduct(
                session,
                of,
                found.conduct,
                seconds=found.seconds,
                pointed_at=found.pointed_at.upper(),
                speaker=SpeakerRole.PERSON_HEARD,
                speaker_id=speaker,
                capture=captured,
                at=at,
                form=NEW_SEGMENT,
            )

        self._desk.leave_to_act()
        taken = self._desk.entry
        self._desk.start_again()
        self._desk.acts.add(
            make,
            then=lambda: self._desk.said.emit(_listed(words(each).lower() for each in found.conduct)),
            refused=self._turns.put_back(taken),
        )

    def _enters(self, rest: str, record: InterviewInFull) -> None:
        if not rest:
            self.refused.emit(self.tr("Write behind /e who enters."))
            return
        roles, name = short_codes.newcomer(rest)
        if len(roles) > 1:
            told = self.tr("Write behind /e one function and a name: {roles}.")
            self.refused.emit(told.format(roles=_listed(words(each).lower() for each in roles)))
            return
        role = next(iter(roles), None)
        known = short_codes.chosen_by(name, [(each.name, each) for each in self._present(left=True)])
        person = known[0] if len(known) == 1 and role is None else self._stranger(role, name, record)
        at = self._at()

        def done(found: tuple[Presence, TimelineEvent]) -> None:
            comes, event = found
            self._show(lambda now: replace(now, presences=(*now.presences, comes)), event)

        self._leave()
        self._desk.jobs.run(
            self,
            lambda session: attendance.note_entering(session, record.interview.id, person, at),
            then=done,
            refused=self._desk.refuse,
        )

    def _leaves(self, rest: str, _: InterviewInFull) -> None:
        known = short_codes.chosen_by(rest, [(each.name, each) for each in self._present(left=False)])
        if len(known) != 1:
            names = _listed(each.name for each in self._present(left=False))
            self.refused.emit(self.tr("Write behind /l which one leaves: {names}.").format(names=names))
            return
        gone, at = known[0], self._at()

        def done(found: tuple[Presence, TimelineEvent]) -> None:
            leaves, event = found
            self._show(
                lambda now: replace(
                    now,
                    presences=tuple(leaves if each.id == leaves.id else each for each in now.presences),
                ),
                event,
            )

        self._leave()
        self._desk.jobs.run(
            self,
            lambda session: attendance.note_leaving(session, gone.id, at),
            then=done,
            refused=self._desk.refuse,
        )

    def _interpreter(self, rest: str, _: InterviewInFull) -> None:
        """The words behind the code stay in the field in which they stand: that is their language."""
        desk, said = self._desk, rest
        able = desk.alternation.of_role(SpeakerRole.INTERPRETER)
        if not able:
            self.refused.emit(self.tr("No interpreter is entered in this record."))
            return
        if len(able) > 1:
            name, _comma, said = (part.strip() for part in rest.partition(","))
            able = tuple(short_codes.chosen_by(name, [(each.name, each) for each in able]))
        if len(able) != 1:
            self.refused.emit(self._which_interpreter())
            return
        desk.alternation.choose_speaker(able[0])
        texts = {tag: said if short_codes.code_of(text) else "" for tag, text in desk.entry.texts.items()}
        spoken = desk.sides[0] if len(desk.sides) == 1 else ""
        desk.fill(replace(desk.entry, texts=texts, spoken=spoken, turned=True))
        desk.taken.emit()
        if said:
            self._turns.add()

    def _which_interpreter(self) -> str:
        told = self.tr("Write behind /i which interpreter speaks, and a comma before their words: {names}.")
        able = self._desk.alternation.of_role(SpeakerRole.INTERPRETER)
        return told.format(names=_listed(each.name for each in able))

    def _told_of_interpreter(self) -> str:
        if len(self._desk.alternation.of_role(SpeakerRole.INTERPRETER)) > 1:
            return self._which_interpreter()
        return self.tr("the interpreter speaks for themselves")

    def _caution(self, rest: str, record: InterviewInFull) -> None:
        found = short_codes.cautions_of(rest)
        if not rest or len(found) != 1:
            known = _listed(words(each).lower() for each in found)
            self.refused.emit(self.tr("Write behind /v which caution: {cautions}.").format(cautions=known))
            return
        desk = self._desk
        desk.alternation.choose_role(SpeakerRole.INTERVIEWER)
        texts = {tag: desk.caution_text(found[0], tag) for tag in desk.sides}
        spoken = record.interview.procedure_language
        spoken = spoken if spoken in texts else desk.sides[-1]
        desk.fill(replace(desk.entry, texts=texts, spoken=spoken, caution=found[0]))
        desk.taken.emit()
        if not any(texts.values()):
            desk.told.emit(self.tr("No text of this caution is in these languages. Write it as it was said."))

    def _not_written(self, rest: str, _: InterviewInFull) -> None:
        heard = short_codes.range_of(rest) if rest else ("", "")
        if heard is None:
            self.refused.emit(self.tr("Write the range of the recording behind /n: 12:02 12:09."))
            return
        desk = self._desk
        texts = dict.fromkeys(desk.sides, "")
        desk.fill(replace(desk.entry, texts=texts, heard=desk.moments.in_recording(heard)))

    def _mode(self, rest: str, _: InterviewInFull) -> None:
        """Say how this turn is interpreted; without a mode, as the engagement says."""
        found = short_codes.matches(rest, InterpretingMode) if rest else []
        if rest and len(found) != 1:
            known = _listed((words(each).lower() for each in InterpretingMode), most=len(InterpretingMode))
            self.refused.emit(
                self.tr("Write behind /m one mode of interpreting: {modes}.").format(modes=known)
            )
            return
        desk = self._desk
        texts = dict.fromkeys(desk.sides, "")
        desk.fill(replace(desk.entry, texts=texts, mode=found[0] if found else None))
        desk.said.emit(desk.mode_words())

    def _show(self, change: Callable[[InterviewInFull], InterviewInFull], event: TimelineEvent) -> None:
        record = self._desk.record
        if record is not None:
            self._desk.show_timeline(replace(change(record), timeline=(*record.timeline, event)))
            self._desk.said.emit(f"{words(event.kind)}, {event.note}")

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

    def _seen(self, record: InterviewInFull) -> RowId | None:
        person = record.interview.person_id
        return next(
            (each.id for each in record.presences if each.person_id == person and not each.struck), None
        )

    def _stranger(self, role: PresenceRole | None, name: str, record: InterviewInFull) -> Presence:
        """Somebody new; without a function in words, the closing list asks what they are."""
        what = role or PresenceRole.OTHER
        return Presence(id=RowId(""), interview_id=record.interview.id, role=what, name=name)

    def _told_of_newcomer(self, rest: str) -> str:
        """Return as what somebody will be entered, and else how it can be said, and who can come back."""
        roles, name = short_codes.newcomer(rest)
        if roles:
            return f"{_listed(words(each) for each in roles)}: {isolate_words(name)}"
        example = f"{words(PresenceRole.VICTIM_LAWYER).lower()}, \u2026"
        told = self.tr("who enters: a name, or a function and a name ({example})").format(example=example)
        left = _listed(each.name for each in self._present(left=True))
        return f"{told}  \u00b7  {left}" if left else told


def _listed(names: Iterable[str], *, most: int = _MOST) -> str:
    found = [isolate_words(each) for each in names]
    return listed(found[:most]) + (", \u2026" if len(found) > most else "")
