"""DeskState: the entry row at the end of a record: what is typed in it, whose turn it is, what is kept."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Protocol

from PySide6.QtCore import QDateTime, QObject, Signal

from thb_desktop.domain import zones
from thb_desktop.domain.columns import moved_languages
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.letters import is_in_other_letters
from thb_desktop.domain.record import Plain
from thb_desktop.domain.vocabulary import CautionCode, SpeakerRole
from thb_desktop.domain.zones import beside
from thb_desktop.services.testimony.mending import Turn
from ui.clock import zone_here
from ui.form_draft import FormDraft
from ui.interviews.desk import entry as entries
from ui.interviews.desk.entry import Entry
from ui.interviews.desk.keeping import TypingKeeper
from ui.interviews.desk.moments import Moments
from ui.interviews.desk.short_codes import ShortCode, code_of
from ui.interviews.desk.sides import Alternation, Speaker, key_of, speakers_of
from ui.interviews.opened import NEW_SEGMENT, OpenRecord
from ui.jobs import VaultJobs
from ui.labels import language_name, words
from ui.labels.cautions import neutral_text
from ui.labels.entries import Choices
from ui.text import listed
from ui.transcript.acts import TurnActs
from ui.transcript.model import TranscriptModel
from ui.transcript.rows import At
from ui.transcript.segment_row import SegmentRow
from ui.view_model import ViewModel

SPEAKER = "speaker"
"""The field of a draft that says who speaks."""


class OpenedRecord(Protocol):
    """What the desk knows of the record that is open. unadded: it tells whether something is typed."""

    transcript: TranscriptModel
    open_choices: Choices
    unadded: bool

    @property
    def jobs(self) -> VaultJobs: ...

    @property
    def can_edit(self) -> bool: ...

    @property
    def is_draft(self) -> bool: ...


class DeskState(ViewModel):
    """shown: speaker, language or purpose of the row changed. filled: its texts are others than those typed.

    kept: up to which moment typing is in the vault. late: something typed is not. said: what was done, for
    screen readers. told: a sentence that helps, beside the row. asks: a doubt about what is typed, and what
    enters it all the same. added_row: a formality was added by a code. taken: what was typed was taken, so
    that a refusal of it before is true no longer.
    """

    shown = Signal()
    filled = Signal()
    kept = Signal(object)
    late = Signal()
    said = Signal(str)
    told = Signal(str)
    asks = Signal(str, object)
    added_row = Signal()
    taken = Signal()

    def __init__(self, model: OpenedRecord, parent: QObject | None = None) -> None:
        super().__init__(model.jobs, parent)
        self._model = model
        self._transcript = model.transcript
        self.acts = TurnActs(model.transcript, self)
        self.acts.refused.connect(self.refused.emit)
        self.acts.stepped.connect(lambda _: self._follow_steps())
        self.acts.rows_changed.connect(self._follow_rows)
        self._transcript.added.connect(lambda _: self._follow_added())
        self.entry = Entry()
        self.moments = Moments(self)
        self._of = ""
        self._former = ("", "")
        self._cautions: Mapping[tuple[CautionCode, str], str] = {}
        self.alternation = Alternation()
        self._keeper = TypingKeeper(self._fields, self)
        self._keeper.kept.connect(lambda at: self.kept.emit(self.by_clock(at)))
        self._keeper.late.connect(self.late.emit)
        self._keeper.failed.connect(self.refused.emit)

    @property
    def record(self) -> InterviewInFull | None:
        return self._transcript.record

    @property
    def sides(self) -> tuple[str, ...]:
        """The languages of the columns: two, three in a relay, one if the person speaks that of the file."""
        return self._transcript.segments.languages

    def language_of(self, side: At) -> str:
        """Return the language of a column; empty for one that this record does not have."""
        shown = self._transcript.segments
        tag = shown.language_at(side)
        return "" if side is At.RIGHT and tag == shown.left else tag

    @property
    def speaker(self) -> Speaker | None:
        return self.alternation.now

    @property
    def is_open(self) -> bool:
        """Whether turns can be typed: by this user, in a draft that is no rectification."""
        record, model = self.record, self._model
        return record is not None and model.can_edit and model.is_draft and not record.interview.rectifies_id

    def show(self, opened: OpenRecord) -> None:
        """Go on behind the last turn of this record, or with what was typed and not kept."""
        record, self._cautions = opened.record, opened.cautions
        self.acts.show_record(record if self.is_open else None)
        self._follow(record)
        # What was typed since the record was asked for is newer than its draft.
        present = self.entry if record.interview.id == self._of and not self.entry.is_empty else None
        if present is not None:
            present = self._as_of(present, record)
        self._of, self._former = record.interview.id, record.sides
        typed = opened.typed if self.is_open else {}
        self._keeper.watch(self._new_draft(record) if self.is_open else None, holds=bool(typed))
        self.entry = self._empty()
        if present is not None and self.is_open:
            self.entry = present
            self._keeper.touch()
        elif typed:
            self._restore(opened, record)
        self._tell_typed()
        self.filled.emit()
        self.shown.emit()

    def show_sides(self) -> None:
        """Another language is shown on the right side; what is typed in the former one stays."""
        typed = {tag: text for tag, text in self.entry.texts.items() if text.strip()}
        texts = dict.fromkeys(self.sides, "") | typed
        self.entry = replace(self.entry, texts=texts)
        self.filled.emit()
        self.shown.emit()

    def type(self, tag: str, text: str) -> None:
        """Take what is being typed in one of the languages."""
        if text == self.entry.texts.get(tag, ""):
            return
        before = self.entry
        self.entry = before.with_text(tag, text)
        if before.began is None and text.strip():
            self.entry = replace(self.entry, began=self.moments.begun())
        if (self.entry.began, self.entry.said_in) != (before.began, before.said_in):
            self.shown.emit()
        self._tell_typed()
        self._keeper.touch()

    def keep_drafts(self) -> None:
        self._keeper.keep()

    @property
    def holds(self) -> bool:
        """Whether something is typed and not kept as a turn."""
        return self.is_open and not self.entry.is_empty

    def code(self) -> tuple[ShortCode, str] | None:
        """Return the short code that is typed in the row, and what follows it."""
        if self.entry.mended is not None:
            return None
        found = (code_of(text) for text in self.entry.texts.values())
        return next((each for each in found if each is not None), None)

    def mode_words(self) -> str:
        """Return how this turn is interpreted, if that was said of it."""
        mode = self.entry.mode
        return self.tr("This turn: {mode}").format(mode=words(mode).lower()) if mode is not None else ""

    def describe(self) -> str:
        """Return who speaks, and in which language, in words."""
        speaker = self.speaker
        if speaker is None:
            return ""
        said_in = self.entry.said_in
        told = (words(speaker.kind), speaker.name, language_name(said_in) if said_in else "")
        return listed(part for part in told if part)

    @property
    def rows(self) -> list[SegmentRow]:
        return self._transcript.segments.rows

    def now(self) -> datetime:
        """Return the time by the clock of the record."""
        return self.by_clock(datetime.fromtimestamp(QDateTime.currentMSecsSinceEpoch() // 1000, UTC))

    def by_clock(self, at: datetime) -> datetime:
        """Return a moment by the clock of the record, as its turns have it."""
        started = self.record.interview.started_at if self.record else None
        return beside(at, started) if started else zones.at_place(at, zone_here())

    def start_again(self, *, spoken: str = "") -> None:
        """Empty the row for the next turn."""
        self.alternation.return_to_due()
        self.entry = self._empty()
        if spoken:
            self.entry = replace(self.entry, spoken=spoken)
        self._tell_typed()
        self.filled.emit()
        self.shown.emit()

    def fill(self, entry: Entry) -> None:
        """Show this in the row."""
        self.entry = entry
        self._tell_typed()
        self._keeper.touch()
        self.filled.emit()
        self.shown.emit()

    def set_heard(self, begins: str, ends: str) -> None:
        """Set where the turn that is being typed is in the recording; the cursor stays where it is."""
        self.entry = replace(self.entry, heard=(begins, ends))
        self._keeper.touch()
        self.shown.emit()

    def leave_to_act(self) -> None:
        """What is typed becomes an act, which deletes its draft."""
        self._keeper.is_taken()

    def give_up_draft(self) -> None:
        self._keeper.give_up()

    def caution_text(self, code: CautionCode, tag: str) -> str:
        """Return the text of a caution: that of the office, else a neutral one; empty if there is none."""
        texts, base = self._cautions, tag.partition("-")[0]
        return texts.get((code, tag)) or texts.get((code, base)) or neutral_text(code, tag)

    def choices(self, kind: str) -> list[tuple[str, str]]:
        """Return what can be named: words and id."""
        return list(self._model.open_choices.get(kind, ()))

    def show_timeline(self, record: InterviewInFull) -> None:
        self._transcript.show_timeline(record)
        self._follow_people(record)
        self.added_row.emit()
        self.taken.emit()

    def _restore(self, opened: OpenRecord, record: InterviewInFull) -> None:
        found = entries.restored(opened.typed, self.sides)
        mended, said_by = (str(opened.typed.get(name, "")) for name in ("mended", SPEAKER))
        full = next((each for each in record.segments if each.segment.id == mended), None)
        if full is not None and not full.segment.struck:
            found = replace(found, mended=Turn(segment=full.segment, renderings=full.renderings))
            self.alternation.choose(full.segment)
        elif who := next((each for each in self.alternation.speakers if key_of(each) == said_by), None):
            self.alternation.choose_speaker(who)
        elif found.spoken and found.spoken != self._usual():
            self.alternation.choose_role(
                SpeakerRole.PERSON_HEARD
                if found.spoken == record.interview.language
                else SpeakerRole.INTERVIEWER
            )
        self.entry = replace(found, spoken=found.spoken or self._usual())

    def _as_of(self, entry: Entry, record: InterviewInFull) -> Entry:
        """Return what is typed, and the turn that is mended, as they are after the record was changed."""
        entry = entry.moved(moved_languages(self._former, record.sides))
        mended = entry.mended.segment.id if entry.mended is not None else ""
        full = next((each for each in record.segments if each.segment.id == mended), None)
        if full is None:
            return entry
        return replace(entry, mended=Turn(segment=full.segment, renderings=full.renderings))

    def _follow(self, record: InterviewInFull) -> None:
        """Whose turn it is follows from the last turns that stand; a page of them tells it."""
        self.alternation = Alternation(speakers_of(record, self._transcript.called))
        self.alternation.follow([each.segment for each in record.segments[-60:] if not each.segment.struck])

    def _follow_people(self, record: InterviewInFull) -> None:
        """Somebody entered or left: who can speak is another list."""
        self._follow(record)
        self.shown.emit()

    def _follow_added(self) -> None:
        """The row was emptied before the vault answered: only now is the number of the next turn known."""
        self.shown.emit()
        self.taken.emit()

    def _follow_rows(self) -> None:
        """Rows were struck out or entered with a step: who can speak, and whether it is a break."""
        if self.record is not None:
            self.show_timeline(self.record)

    def _follow_steps(self) -> None:
        """Turns were undone or done again: the next one follows the last that stands."""
        record = self.record
        if record is not None and self.is_open and self.entry.is_empty and self.entry.mended is None:
            self._follow(record)
            self.start_again()

    def _empty(self) -> Entry:
        return Entry(texts=dict.fromkeys(self.sides, ""), spoken=self._usual())

    def _usual(self) -> str:
        """Return the language that the speaker speaks as a rule, if it has a column; none for who speaks
        several.
        """
        sides, speaker = self.sides, self.speaker
        if speaker is not None and speaker.role is SpeakerRole.INTERPRETER and len(sides) > 1:
            return ""
        if speaker is not None and speaker.language in sides:
            return speaker.language
        return sides[-1] if sides else ""

    def _new_draft(self, record: InterviewInFull) -> FormDraft:
        return self.draft(NEW_SEGMENT, record.interview.id)

    def _fields(self) -> dict[str, Plain]:
        fields = self.entry.fields()
        return fields | {SPEAKER: key_of(self.speaker)} if fields and self.speaker is not None else fields

    def other_letters(self) -> tuple[str, ...]:
        """Return the languages whose field holds words in letters of others; none for a short code."""
        if self.code() is not None:
            return ()
        entry = self.entry
        return tuple(tag for tag, text in entry.texts.items() if is_in_other_letters(text, entry.tag_of(tag)))

    def _tell_typed(self) -> None:
        self._model.unadded = self.holds
