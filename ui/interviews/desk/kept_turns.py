"""Enter in the entry row: what is typed becomes a turn, or takes the place of its former words."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from thb_desktop.domain.ids import InterviewId, RowId
from thb_desktop.domain.interview import Caution, Formality
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.segment import Segment
from thb_desktop.domain.vocabulary import CautionMode, SourceCapture, UtteranceKind
from thb_desktop.errors import ThbError
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import segments
from ui import shortcuts
from ui.interviews.desk import entry as entries
from ui.interviews.desk.entry import Entry
from ui.interviews.desk.state import DeskState
from ui.interviews.opened import NEW_SEGMENT
from ui.text import isolate, isolate_words


class KeptTurns(QObject):
    """The row is ready for the next turn before the vault answers; a refused one stands in it again."""

    def __init__(self, desk: DeskState) -> None:
        super().__init__(desk)
        self._desk = desk

    def add(self) -> None:
        """Keep what is typed as a turn at the end; the row is empty at once."""
        record, speaker, taken = self._desk.record, self._desk.speaker, self._desk.entry
        if record is None or speaker is None or not self._desk.is_open:
            return
        taken = replace(taken, spoken=taken.said_in)
        if not taken.spoken:
            key = isolate(shortcuts.shown(shortcuts.LANGUAGE))
            told = self.tr("Say in which language {name} spoke: {key}.")
            self._desk.refused.emit(told.format(name=isolate_words(speaker.name), key=key))
            return
        at, rows = self._desk.moments.of_turn(taken), self._rows(taken, record)
        source, captured = taken.source(), self._desk.moments.capture(taken)
        kind = UtteranceKind.READING if taken.caution else speaker.kind

        def make(session: Session, of: InterviewId) -> Segment:
            return segments.add_segment(
                session,
                of,
                speaker=speaker.role,
                speaker_id=speaker.presence_id,
                kind=kind,
                language=taken.spoken,
                source_text=source,
                capture=SourceCapture.NOT_CAPTURED if source is None else captured,
                recording=taken.heard,
                at=at,
                renderings=entries.new_renderings(taken, record),
                rows=rows,
                form=NEW_SEGMENT,
            )

        self._desk.leave_to_act()
        if not taken.caution:
            self._desk.alternation.keep()
        self._desk.start_again()
        done = self._tell_rows if rows else self._tell_kept
        self._desk.acts.add(make, then=done, refused=self.put_back(taken), cautions=bool(rows))

    def _rows(self, entry: Entry, record: InterviewInFull) -> tuple[Formality, ...]:
        if entry.caution is None:
            return ()
        told = Caution(
            id=RowId(""),
            interview_id=record.interview.id,
            code=entry.caution,
            given=True,
            given_at=self._desk.moments.of_turn(entry),
            language=record.interview.language,
            mode=CautionMode.ORAL,
        )
        return (told,)

    def mend(self) -> None:
        """Keep what is typed in place of the words of the turn that is mended."""
        record, taken = self._desk.record, self._desk.entry
        if record is None or taken.mended is None:
            return
        wanted = entries.mended_turn(
            taken, record, self._desk.speaker, self._desk.now(), self._desk.moments.capture(taken)
        )
        self._desk.leave_to_act()
        self._desk.start_again()
        self._desk.acts.set([wanted], form=NEW_SEGMENT, then=self._tell_kept, refused=self.put_back(taken))

    def _tell_kept(self) -> None:
        rows = self._desk.rows
        last = rows[-1].full.label if rows else ""
        self._desk.kept.emit(self._desk.now())
        self._desk.said.emit(
            self.tr("turn {number} kept, now {next}").format(number=last, next=self._desk.describe())
        )

    def _tell_rows(self) -> None:
        self._tell_kept()
        self._desk.added_row.emit()

    def put_back(self, taken: Entry) -> Callable[[ThbError], None]:
        """Return what a refusal does: the text stands in the row again, before what was typed since."""

        def refuse(error: ThbError) -> None:
            self.stand_again(taken)
            self._desk.refuse(error)

        return refuse

    def stand_again(self, taken: Entry) -> None:
        """Show this in the row again, before what was typed since."""
        since = self._desk.entry
        texts = {
            tag: "\n".join(filter(None, (text, since.texts.get(tag, ""))))
            for tag, text in taken.texts.items()
        }
        self._desk.fill(replace(taken, texts=texts))
