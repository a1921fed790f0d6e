"""Plain text with marks of speakers: a line with a mark begins a turn, a line without continues it."""

from thb_desktop.exchange.transcripts.marks import marked
from thb_desktop.exchange.transcripts.turns import Reading, Transcript, TranscriptTurn, lines_of
from thb_desktop.exchange.untrusted.encodings import decode
from thb_desktop.exchange.untrusted.limits import TRANSCRIPT


def read_plain(untrusted: bytes) -> Transcript:
    """Return the turns of a text. One without any mark gives one turn for each paragraph."""
    decoded, reading = decode(untrusted, most=TRANSCRIPT), Reading()
    lines = lines_of(decoded.text)
    has_marks = any(marked(line.strip()).speaker is not None for line in lines)
    _Text(reading, has_marks=has_marks).read(lines)
    if not has_marks:
        reading.tell("transcript.no-speakers", 1)
    return reading.done(decoded.encoding)


class _Text:
    """The turn that is being read, and whether an empty line stands before the next."""

    def __init__(self, reading: Reading, *, has_marks: bool) -> None:
        self._reading, self._has_marks = reading, has_marks
        self._line, self._speaker = 0, ""
        self._start: int | None = None
        self._parts: list[str] = []
        self._after_empty = False

    def read(self, lines: list[str]) -> None:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                self._after_empty = True
                continue
            found = marked(line.strip())
            if found.speaker is not None or (not self._has_marks and self._after_empty) or not self._line:
                self._finish()
                self._begin(number, found.speaker, found.start, found.text)
            else:
                self._continue(number, line.strip())
            self._after_empty = False
        self._finish()

    def _begin(self, line: int, speaker: str | None, start: int | None, text: str) -> None:
        if speaker is None and self._has_marks:
            self._reading.tell("transcript.no-speaker", line)
        self._line, self._speaker, self._start = line, speaker or "", start
        self._parts = [text] if text else []

    def _continue(self, line: int, text: str) -> None:
        if self._after_empty:
            self._reading.tell("transcript.continued", line)
        self._parts.append(text)

    def _finish(self) -> None:
        if self._line:
            self._reading.add(
                TranscriptTurn(
                    line=self._line, text="\n".join(self._parts), speaker=self._speaker, start=self._start
                )
            )
        self._line = 0
