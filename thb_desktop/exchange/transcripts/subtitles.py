"""SubRip (.srt): blocks of a number, a line of times, and text. It has no standard, but a usual form."""

import re
from collections.abc import Iterator, Sequence

from thb_desktop.errors import ExchangeFormatError
from thb_desktop.exchange.transcripts.marks import marked, milliseconds
from thb_desktop.exchange.transcripts.turns import Reading, Transcript, TranscriptTurn, lines_of
from thb_desktop.exchange.untrusted.encodings import decode
from thb_desktop.exchange.untrusted.limits import TRANSCRIPT

_TIME = r"(\d{1,3}):([0-5]\d):([0-5]\d)[,.](\d{1,3})"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_FORMATTING = re.compile(r"</?(?:b|i|u|s|font)(?:\s[^<>]{0,200})?>|\{\\an[1-9]\}", re.IGNORECASE)


def read_srt(untrusted: bytes) -> Transcript:
    """Return the turns of a file. Raises ExchangeFormatError if no line of it has times."""
    decoded, reading = decode(untrusted, most=TRANSCRIPT), Reading()
    lines = lines_of(decoded.text)
    if not any("-->" in line for line in lines):
        raise ExchangeFormatError("the file has no line of times; it is no SubRip file")
    for line, block in blocks(lines):
        _read_block(line, block, reading)
    return reading.done(decoded.encoding)


def blocks(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Return each run of lines between empty ones, with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate((*lines, ""), 1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def add_cue(
    reading: Reading, line: int, text: str, times: tuple[int, int] | None, *, speaker: str = ""
) -> None:
    """Add one cue as a turn: a label at its beginning is its speaker, and dashes are told."""
    if not speaker:
        found = marked(text)
        if found.speaker is not None and found.start is None:
            speaker, text = found.speaker, found.text
    if sum(part.startswith(("- ", "\u2013 ", "\u2014 ")) for part in text.split("\n")) > 1:
        reading.tell("transcript.several-speakers", line)
    if times is not None and "-->" in text:
        reading.tell("transcript.times-in-text", line)
    start, end = times or (None, None)
    reading.add(TranscriptTurn(line=line, text=text, speaker=speaker, start=start, end=end))


def _read_block(line: int, block: list[str], reading: Reading) -> None:
    number = 1 if block[0].strip().isdigit() and len(block) > 1 else 0
    times = _TIMES.fullmatch(block[number])
    if times is None and number == 0 and len(block) > 1:  # something else than a number stands first
        times = _TIMES.fullmatch(block[1])
        if times is not None:
            reading.tell("transcript.left-out", line)
            number = 1
    if times is None:
        reading.tell("transcript.times", line + number)
    text = "\n".join(block[number + 1 :] if times else block[number:])
    plain = _FORMATTING.sub("", text)
    if plain != text:
        reading.tell("transcript.formatting", line)
    told = times.groups() if times else None
    add_cue(reading, line, plain, (milliseconds(*told[:4]), milliseconds(*told[4:])) if told else None)
