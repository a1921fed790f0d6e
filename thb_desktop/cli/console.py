"""The output of `thb`: lines for people, one JSON object a run for programs, and progress of long work."""

import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TextIO

from thb_desktop.errors import ThbError
from thb_desktop.findings import SAID, Finding, Standing
from thb_desktop.words import ENGLISH, sentence

Plain = str | int | bool | None
"""The values of a JSON answer, besides lists and objects."""
Answer = Mapping[str, "Plain | Sequence[str] | Sequence[Answer] | Answer"]


def printable(text: str) -> str:
    """Show control and direction characters as escapes, so that no outside name can change the terminal."""
    return "".join(f"\\u{ord(sign):04x}" if _acts(sign) else sign for sign in text)


def _acts(sign: str) -> bool:
    """Whether a character has an effect instead of a shape. The joiners belong to letters in Persian or
    Hindi.
    """
    return unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and sign not in "\u200c\u200d"


@dataclass(frozen=True, slots=True, kw_only=True)
class Console:
    """Where the answer goes and in which form. `progress`: show it even if the output is not a terminal."""

    as_json: bool = False
    progress: bool = False

    def answer(self, lines: Iterable[str], machine: Answer) -> None:
        """Print the one answer of a run."""
        if self.as_json:
            _write(sys.stdout, json.dumps(machine, sort_keys=True))
            return
        for line in lines:
            _write(sys.stdout, printable(line))

    def remark(self, line: str) -> None:
        """Print a remark, for people only."""
        if not self.as_json:
            _write(sys.stderr, printable(line))

    def refuse(self, error: ThbError) -> None:
        """Say what is refused, with what the sentence of the window names: a volume, a root, exhibits."""
        named = "; ".join(each for each in error.named.values() if each and each not in str(error))
        said = f"{error}: {named}" if named else str(error)
        if self.as_json:
            _write(sys.stderr, json.dumps({"error": error.code, "message": said}, sort_keys=True))
        else:
            _write(sys.stderr, f"thb: {printable(said)} [{error.code}]")

    def progress_of(self, what: str) -> Callable[[int, int], None] | None:
        """Return the function that receives progress (done, total), or None if nobody watches."""
        if not self.progress and not sys.stderr.isatty():
            return None
        return Progress(what, sys.stderr).report


@dataclass(slots=True)
class Progress:
    """One line on a terminal with the per cent, rewritten only when the number changes."""

    what: str
    stream: TextIO
    shown: int = -1

    def report(self, done: int, total: int) -> None:
        percent = 100 * done // total if total > 0 else 0
        if percent == self.shown:
            return
        self.shown = percent
        self.stream.write(f"\r{self.what} {percent:3d} %" + ("\n" if done >= total > 0 else ""))
        self.stream.flush()


def lines_of(findings: Iterable[Finding], *, holds: str = SAID[Standing.HOLDS]) -> list[str]:
    """Return a line for each finding. holds: what is said of one against which nothing is held."""
    said = {SAID[Standing.HOLDS]: holds}
    return [f"{said.get(each.said, each.said):>7}  {sentence(each, ENGLISH)}" for each in findings]


def answer_of(findings: Iterable[Finding]) -> list[Answer]:
    return [
        {"code": finding.code, "standing": finding.standing.value, "sentence": sentence(finding, ENGLISH)}
        for finding in findings
    ]


def _write(stream: TextIO, line: str) -> None:
    """Write a line. Characters that the stream cannot encode become escapes."""
    encoding = stream.encoding or "utf-8"
    stream.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")
