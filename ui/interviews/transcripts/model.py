"""What the window does with a transcript of others: read, looked at, and taken over into a draft."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal

from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.people import Interpreter
from thb_desktop.exchange.kinds import read_transcript
from thb_desktop.exchange.transcripts.turns import Transcript, TranscriptTurn
from thb_desktop.services.core.session import Session
from thb_desktop.services.language.exchange_files import read_untrusted
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import recordings, records, transcripts
from thb_desktop.services.testimony.transcripts import AsRendered, AsSpoken, Spoken, recording_time
from ui.interviews.desk.sides import Speaker, speakers_of
from ui.labels.findings import finding_text
from ui.topics import Topic
from ui.view_model import ViewModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Who can have spoken in a record, and be the author of a rendering; the names of its recorded files."""

    number: str
    speakers: tuple[Speaker, ...]
    interpreters: tuple[Interpreter, ...]
    recorded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A turn of the file, or something that is not taken over. doubts: what a person must look at there."""

    number: int
    times: str = ""
    mark: str = ""
    text: str = ""
    doubts: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A transcript as it was read. sha256: of its bytes, hexadecimal. lines: what a person is shown."""

    name: str
    sha256: str
    transcript: Transcript
    lines: tuple[Line, ...]

    @property
    def has_times(self) -> bool:
        return any(turn.start is not None for turn in self.transcript.turns)

    @property
    def marks(self) -> Mapping[str, int]:
        return transcripts.marks_of(self.transcript)


class TranscriptModel(ViewModel):
    """known: who can have spoken. was_read: a file. taken: the turns that stand in the draft now."""

    changes = Topic.TESTIMONY

    known = Signal(object)
    was_read = Signal(object)
    taken = Signal(object)

    def ask_known(self, interview_id: InterviewId) -> None:
        def work(session: Session) -> Known:
            record = records.get_undigested(session, interview_id)
            case_id = record.interview.case_id
            linguists = people.list_interpreters(session, case_id)
            officials = people.list_officials(session, case_id)
            called = {str(each.id): each.name for each in officials}
            called |= {str(each.id): each.name for each in linguists}
            return Known(
                number=record.interview.number,
                speakers=speakers_of(record, called),
                interpreters=tuple(each for each in linguists if not each.struck),
                recorded=tuple(each.name for each in recordings.list_recorded(session, interview_id)),
            )

        self.read(work, self.known.emit)

    def read_file(self, path: Path) -> None:
        """Read a file; it needs no vault."""

        def work() -> ReadFile:
            data = read_untrusted(path)
            read = read_transcript(data, path.name)
            digest = hashlib.sha256(data).hexdigest()
            return ReadFile(name=path.name, sha256=digest, transcript=read, lines=tuple(_lines(read)))

        self.jobs.beside(self, lambda _: work(), then=self.was_read.emit, refused=self.refuse)

    def take_over(
        self,
        interview_id: InterviewId,
        read: ReadFile,
        speakers: Mapping[str, Spoken],
        words: AsSpoken | AsRendered,
        recording: str | None,
    ) -> None:
        def work(session: Session) -> Sequence[object]:
            return transcripts.take_over(
                session,
                interview_id,
                read.transcript,
                sha256=read.sha256,
                speakers=speakers,
                words=words,
                recording=recording,
            )

        self.write(work, self.taken.emit)


def _lines(transcript: Transcript) -> list[Line]:
    """Return the turns, each with what is to be looked at in its lines, and what stands in no turn."""
    doubts: dict[int, list[str]] = {}
    for found in transcript.findings:
        line = found.where[0].first if found.where else 0
        doubts.setdefault(line, []).append(finding_text(found))
    told = [_line(turn, doubts.pop(turn.line, [])) for turn in transcript.turns]
    loose = [Line(number=line, doubts=" ".join(said)) for line, said in doubts.items()]
    return sorted((*told, *loose), key=lambda each: each.number)


def _line(turn: TranscriptTurn, doubts: list[str]) -> Line:
    since, until = recording_time(turn.start), recording_time(turn.end, ends=True)
    return Line(
        number=turn.line,
        times=f"{since} \u2013 {until}" if until else since,
        mark=turn.speaker,
        text=turn.text,
        doubts=" ".join(doubts),
    )
