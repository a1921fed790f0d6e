"""The short codes of what is said and seen: conduct, the interpreter, a caution, what nobody wrote down, and
the mode of interpreting. Each adds a turn, or makes the row ready for one.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.ids import InterviewId, RowId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.segment import Segment
from thb_desktop.domain.vocabulary import CautionCode, Conduct, InterpretingMode, SpeakerRole
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import conduct
from ui.interviews.desk import short_codes
from ui.interviews.desk.kept_turns import KeptTurns
from ui.interviews.desk.short_codes import ShortCode, few
from ui.interviews.desk.state import DeskState
from ui.interviews.opened import NEW_SEGMENT
from ui.labels import words


class CodedTurns(QObject):
    """refused: why a code does nothing."""

    refused = Signal(str)

    def __init__(self, desk: DeskState, turns: KeptTurns) -> None:
        super().__init__(desk)
        self._desk, self._turns = desk, turns
        self.acts: dict[ShortCode, Callable[[str, InterviewInFull], None]] = {
            ShortCode.CONDUCT: self._conduct,
            ShortCode.INTERPRETER: self._interpreter,
            ShortCode.CAUTION: self._caution,
            ShortCode.NOT_WRITTEN: self._not_written,
            ShortCode.MODE: self._mode,
        }
        self.hints: dict[ShortCode, Callable[[str], str]] = {
            ShortCode.CONDUCT: lambda rest: few(
                words(each).lower() for each in short_codes.matches(rest.rpartition(",")[2], Conduct)
            ),
            ShortCode.INTERPRETER: lambda _: self._told_of_interpreter(),
            ShortCode.CAUTION: lambda rest: few(
                words(each).lower() for each in short_codes.cautions_of(rest)
            ),
            ShortCode.NOT_WRITTEN: lambda _: self.tr(
                "the original was not written down; its range in the recording: 12:02 12:09"
            ),
            ShortCode.MODE: lambda rest: few(
                (words(each).lower() for each in short_codes.matches(rest, InterpretingMode)),
                most=len(InterpretingMode),
            ),
        }

    def _conduct(self, rest: str, record: InterviewInFull) -> None:
        found = short_codes.conduct_of(rest)
        if found is None:
            known = few((words(each).lower() for each in Conduct), most=len(Conduct))
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
            then=lambda: self._desk.said.emit(few(words(each).lower() for each in found.conduct)),
            refused=self._turns.put_back(taken),
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
        return told.format(names=few(each.name for each in able))

    def _told_of_interpreter(self) -> str:
        if len(self._desk.alternation.of_role(SpeakerRole.INTERPRETER)) > 1:
            return self._which_interpreter()
        return self.tr("the interpreter speaks for themselves")

    def _caution(self, rest: str, record: InterviewInFull) -> None:
        """Put in what the office says. What the interpreter makes of it is not known: the code again, in the
        other language, puts in the text on file, if that was read.
        """
        found = short_codes.cautions_of(rest)
        given = self._desk.entry.caution
        if given is not None and given in found:
            self._caution_in_other_language(given)
            return
        if not rest or len(found) != 1:
            known = few(words(each).lower() for each in found)
            self.refused.emit(self.tr("Write behind /v which caution: {cautions}.").format(cautions=known))
            return
        desk = self._desk
        desk.alternation.choose_role(SpeakerRole.INTERVIEWER)
        on_file = {tag: desk.caution_text(found[0], tag) for tag in desk.sides}
        spoken = record.interview.procedure_language
        spoken = spoken if spoken in on_file else desk.sides[-1]
        texts = {tag: text if tag == spoken else "" for tag, text in on_file.items()}
        desk.fill(replace(desk.entry, texts=texts, spoken=spoken, caution=found[0]))
        desk.taken.emit()
        if not any(on_file.values()):
            desk.told.emit(self.tr("No text of this caution is in these languages. Write it as it was said."))
        elif any(text for tag, text in on_file.items() if tag != spoken):
            told = self.tr(
                "Write the other language as it was said. If the text on file was read there, /v puts it in."
            )
            desk.told.emit(told)

    def _caution_in_other_language(self, given: CautionCode) -> None:
        """Put the text on file where the code stands."""
        desk = self._desk
        texts = {
            tag: desk.caution_text(given, tag) if short_codes.code_of(text) else text
            for tag, text in desk.entry.texts.items()
        }
        desk.fill(replace(desk.entry, texts=texts))
        desk.taken.emit()

    def _not_written(self, rest: str, _: InterviewInFull) -> None:
        heard = short_codes.range_of(rest) if rest else ("", "")
        if heard is None:
            self.refused.emit(self.tr("Write the range of the recording behind /n: 12:02 12:09."))
            return
        desk = self._desk
        texts = dict.fromkeys(desk.sides, "")
        heard = desk.moments.in_recording(heard)
        desk.fill(replace(desk.entry, texts=texts, heard=heard, unwritten=True))

    def _mode(self, rest: str, _: InterviewInFull) -> None:
        """Say how this turn is interpreted; without a mode, as the engagement says."""
        found = short_codes.matches(rest, InterpretingMode) if rest else []
        if rest and len(found) != 1:
            known = few((words(each).lower() for each in InterpretingMode), most=len(InterpretingMode))
            self.refused.emit(
                self.tr("Write behind /m one mode of interpreting: {modes}.").format(modes=known)
            )
            return
        desk = self._desk
        texts = dict.fromkeys(desk.sides, "")
        desk.fill(replace(desk.entry, texts=texts, mode=found[0] if found else None))
        desk.said.emit(desk.mode_words())

    def _seen(self, record: InterviewInFull) -> RowId | None:
        person = record.interview.person_id
        return next(
            (each.id for each in record.presences if each.person_id == person and not each.struck), None
        )
