"""Turns as a transcript has them. No text is lost: what is not understood is kept and told by its line."""

from dataclasses import dataclass

from thb_desktop.exchange.characters import direction_controls
from thb_desktop.exchange.untrusted.encodings import TextEncoding
from thb_desktop.exchange.untrusted.limits import verify_count
from thb_desktop.findings import Finding, Where, unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptTurn:
    """One turn. line: where it begins, from 1. speaker, language: as the file says, or empty.

    start, end: milliseconds of the recording; None if the file does not say them, or not in a form that is
    understood.
    """

    line: int
    text: str
    speaker: str = ""
    language: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """A transcript as it was read. encoding: which one the file had. findings: what a person must look at."""

    turns: tuple[TranscriptTurn, ...]
    encoding: TextEncoding
    findings: tuple[Finding, ...]


class Reading:
    """Turns and findings while a transcript is read."""

    def __init__(self) -> None:
        self._turns: list[TranscriptTurn] = []
        self._findings: list[Finding] = []

    def add(self, turn: TranscriptTurn) -> None:
        self._turns.append(turn)
        verify_count(len(self._turns))
        if not turn.text.strip():
            self.tell("transcript.no-text", turn.line)
        if turn.start is not None and turn.end is not None and turn.end <= turn.start:
            self.tell("transcript.ends-before", turn.line)
        if signs := direction_controls(turn.speaker + turn.text):
            where = Where(kind="line", first=turn.line)
            self._keep(unknown("exchange-text.direction", where=where, signs=signs))

    def tell(self, key: str, line: int) -> None:
        """Note a finding about a line, once."""
        found = unknown(key, where=Where(kind="line", first=line))
        if found not in self._findings[-3:]:
            self._keep(found)

    def _keep(self, found: Finding) -> None:
        self._findings.append(found)
        verify_count(len(self._findings))

    def done(self, encoding: TextEncoding) -> Transcript:
        findings = sorted(self._findings, key=lambda each: each.where[0].first)
        return Transcript(turns=tuple(self._turns), encoding=encoding, findings=tuple(findings))


def lines_of(text: str) -> list[str]:
    """Return the lines of a text. Only line feed, carriage return and both end one; U+2028 does not."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
