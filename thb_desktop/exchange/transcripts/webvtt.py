"""WebVTT (.vtt): cues with times, voices and markup. Styles and regions are passed over; notes are told."""

import html
import re

from thb_desktop.errors import ExchangeFormatError
from thb_desktop.exchange.transcripts.marks import milliseconds
from thb_desktop.exchange.transcripts.subtitles import add_cue, blocks
from thb_desktop.exchange.transcripts.turns import Reading, Transcript, lines_of
from thb_desktop.exchange.untrusted.encodings import decode
from thb_desktop.exchange.untrusted.limits import TRANSCRIPT

_TIME = r"(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"\s*{_TIME}\s+-->\s+{_TIME}(?:\s.*)?")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{1,100})?\s{1,8}([^\s<>][^<>]{0,199})>")
_TAG = re.compile(
    r"</?(?:c|i|b|u|ruby|rt|lang|v)(?:\.[^\s<>]{1,100})?(?:\s[^<>]{0,200})?>|<\d{2}:[\d:.]{4,12}>"
)
_REFERENCE = re.compile(r"&(?:amp|lt|gt|lrm|rlm|nbsp);")
_APART = re.compile(r"NOTE(?:[ \t].*)?|(?:STYLE|REGION)[ \t]*")


def read_vtt(untrusted: bytes) -> Transcript:
    """Return the turns of a file. Raises ExchangeFormatError if it does not begin with WEBVTT."""
    decoded, reading = decode(untrusted, most=TRANSCRIPT), Reading()
    lines = lines_of(decoded.text)
    if not re.match(r"WEBVTT(?:[ \t]|$)", lines[0]):
        raise ExchangeFormatError("the file does not begin with WEBVTT")
    for number, (line, block) in enumerate(blocks(lines)):
        if number == 0:
            first = next((at for at, each in enumerate(block) if "-->" in each), None)
            if first is not None:  # no empty line after the head
                _read_cue(line + first, block[first:], reading)
        elif not _APART.fullmatch(block[0]) or any("-->" in each for each in block[:2]):
            _read_cue(line, block, reading)
        elif block[0].startswith("NOTE"):
            reading.tell("transcript.left-out", line)
    return reading.done(decoded.encoding)


def _read_cue(line: int, block: list[str], reading: Reading) -> None:
    at = 0 if "-->" in block[0] or len(block) < 2 or "-->" not in block[1] else 1
    times = _TIMES.fullmatch(block[at])
    at_times = None
    if times is None:
        reading.tell("transcript.times", line + at)
    else:
        told = [each or "0" for each in times.groups()]
        at_times = milliseconds(*told[:4]), milliseconds(*told[4:])
    text = "\n".join(block[at + 1 :] if times else block[at:])
    voices = list(dict.fromkeys(name.strip() for name in _VOICE.findall(text)))
    if len(voices) > 1:
        reading.tell("transcript.several-speakers", line)
    plain = _TAG.sub("", text)
    if plain != _VOICE.sub("", text).replace("</v>", ""):
        reading.tell("transcript.formatting", line)
    plain = _REFERENCE.sub(lambda found: html.unescape(found[0]), plain)
    add_cue(reading, line, plain, at_times, speaker=" / ".join(voices))
