"""Transcripts: subtitles (SubRip, WebVTT), tiers of ELAN and Praat as passages with time, speaker and words.

Nothing is corrected: what has no time that can be read stands there without one, in its place. No passage is
left out; of WebVTT, styles and regions are none, nor are identifiers without words. No recording that a file
names is opened. Turns of a record are read by `exchange.transcripts`, which refuses what is not understood.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO

from thb_desktop.inspect.looks.codings import coding_of
from thb_desktop.inspect.looks.parts import (
    MOST_ENTRIES,
    Asked,
    Said,
    UnreadableError,
    decoded,
    page_of,
    short,
)
from thb_desktop.inspect.looks.plain import text_page
from thb_desktop.inspect.looks.xml import END, START, TEXT, events
from thb_desktop.inspect.texts.references import unescaped
from thb_desktop.inspect.texts.transcript_forms import STAMP

SUBRIP, WEBVTT, ELAN, PRAAT = "SubRip", "WebVTT", "ELAN", "Praat TextGrid"
_SAMPLE = 4096
_TIMES = re.compile(rf"[ \t]*({STAMP})[ \t]*-->[ \t]*({STAMP})(?:[ \t].*)?")
_ELAN = re.compile(rb"<ANNOTATION_DOCUMENT[\s>]")
_APART = ("STYLE", "REGION")
_WORDLESS = re.compile(r"\s*\d*\s*|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?:/[\d-]{1,20})?")
"""An identifier that says nothing: a number, or one that a program drew."""
_CLASS = r"(?:\.[^\s<>]{1,100})?"
_VOICE = re.compile(rf"<v{_CLASS}\s{{1,8}}([^\s<>][^<>]{{0,199}})>")
_SUBRIP_TAG = re.compile(
    r"</?(?:[bius]|font)>|<font\s{1,8}(?:color|size|face)\s?=[^<>]{0,200}>", re.IGNORECASE
)
_WEBVTT_TAG = re.compile(
    rf"</?(?:[cbiusv]|font|ruby|rt|lang){_CLASS}>|<lang{_CLASS}\s{{1,8}}[\w-]{{2,35}}>|<[\d:.]{{5,16}}>"
    rf"|{_VOICE.pattern}"
)
_NAMED = re.compile(
    r"""(?:(?<!\w)(xmin|xmax|text|mark|number|time|name|class)[ \t]*=[ \t]*)?"""
    r"""(?:"((?:[^"]++|"")*+)"|("[\s\S]*|[^\s"]++))"""
)
"""A value of a TextGrid, after its name if it has one: a text between quotation marks, or a word."""
_SECONDS = re.compile(r"-?\d{1,9}(?:\.\d{1,30})?(?:[Ee][-+]?\d{1,3})?")
_MOST_DIGITS = 10
_LONGEST_TIME = 30
"""Signs of a time in seconds: what is beyond says nothing."""
Passage = tuple[str, str, str]
"""The time, who spoke or the tier, and the words."""


def is_elan(head: bytes) -> bool:
    return _ELAN.search(head[:_SAMPLE]) is not None


def look_at_subrip(asked: Asked) -> Said:
    return _page(asked, SUBRIP, lambda: _of_blocks(_text(asked)))


def look_at_webvtt(asked: Asked) -> Said:
    return _page(asked, WEBVTT, lambda: _of_blocks(_text(asked), is_webvtt=True))


def look_at_elan(asked: Asked) -> Said:
    return _page(asked, ELAN, lambda: _of_elan(asked))


def look_at_praat(asked: Asked) -> Said:
    return _page(asked, PRAAT, lambda: _of_praat(_text(asked)))


def _page(asked: Asked, source: str, read: Callable[[], Iterator[Passage]]) -> Said:
    """Return a page of the passages; of a file that is not as its form should be, of its text."""
    if "passages" not in asked.kept:
        asked.kept["passages"] = _read(read)
    if asked.kept["passages"] is None:
        return text_page(asked.source, asked.page, asked.coding)
    shown = page_of(asked.kept["passages"], asked.page, "messages")
    return {"look": "Conversation", "source": source, "is_transcript": True, **shown}


def _read(read: Callable[[], Iterator[Passage]]) -> list[Said] | None:
    """Return the passages; None if there are too many, or they cannot be read."""
    kept: list[Said] = []
    try:
        for at, sender, text in read():
            if len(kept) == MOST_ENTRIES:
                return None
            kept.append({"number": len(kept) + 1, "at": at, "sender": short(sender), "text": short(text)})
    except UnreadableError:
        return None
    return kept


def _text(asked: Asked) -> str:
    data = asked.whole()
    return decoded(data, asked.coding or coding_of(data)[0]).removeprefix("\ufeff")


def _of_blocks(text: str, *, is_webvtt: bool = False) -> Iterator[Passage]:
    """Yield each run of lines between empty ones. Of WebVTT, what is no cue stands as it is written, without
    tags read; a style or region before the first cue is passed over, as is a head that says nothing.
    """
    has_begun = False
    for number, block in enumerate(_blocks(text)):
        timed = next((at for at, line in enumerate(block) if "-->" in line), None)
        found = None if timed is None else _TIMES.fullmatch(block[timed])
        if timed is None or found is None:
            written = "\n".join(block)
            is_apart = block[0].rstrip() in _APART and timed is None and not has_begun
            if not is_webvtt:
                yield "", "", _SUBRIP_TAG.sub("", written)
            elif not is_apart and (number or written.rstrip() != "WEBVTT"):
                yield "", "", written
            continue
        at, before, lines = f"{found[1]} \u2013 {found[2]}", block[:timed], block[timed + 1 :]
        if is_webvtt:
            has_begun = True
            yield from _of_cue(at if number else "", at, before, lines)
        else:
            said = "\n".join(lines if _is_number(before) else [*before, *lines])
            yield at, "", _SUBRIP_TAG.sub("", said)


def _of_cue(named_at: str, at: str, before: list[str], lines: list[str]) -> Iterator[Passage]:
    """Yield what stands before a cue, if it says something, and the cue. named_at: the time of the first."""
    identifier, said = "\n".join(before), "\n".join(lines)
    if identifier.rstrip() != "WEBVTT" and not _WORDLESS.fullmatch(identifier):
        yield named_at, "", identifier
    speakers = dict.fromkeys(unescaped(name).strip() for name in _VOICE.findall(said))
    yield at, " / ".join(speakers), unescaped(_WEBVTT_TAG.sub("", said))


def _is_number(lines: list[str]) -> bool:
    return len(lines) <= 1 and all(line.strip().isdigit() for line in lines)


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in (*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""):
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []


def _of_elan(asked: Asked) -> Iterator[Passage]:
    """Yield the annotations of all tiers by their times; one on another annotation has the time of that, and
    one without a time stands where its slot stands in the order of all.
    """
    reading = _Elan()
    for what, name, told in events(BytesIO(asked.whole())):
        reading.take(what, name, told)
    for _, _, begin, end, tier, text in sorted(reading.passages()):
        at = "" if begin < 0 and end < 0 else f"{_clock(begin)} \u2013 {_clock(end)}".strip()
        yield at, tier, text


class _Elan:
    """Tiers and annotations as the file has them.

    slots: the time of each, -1 where it has none, and its place: its time, or the last one before it in the
    order of all, and how many stand before it. times: of each annotation, the ids of its slots. open: the
    numbers of the values that have not ended; words behind one within another are those of the outer one.
    """

    def __init__(self) -> None:
        self._slots: dict[str, tuple[int, _Place]] = {}
        self._latest = 0
        self._times: dict[str, tuple[str, str]] = {}
        self._on: dict[str, str] = {}
        self._read: list[tuple[str, str, list[str]]] = []
        self._open: list[int] = []
        self._tier, self._own = "", ""

    def take(self, what: str, name: str, told: Mapping[str, str]) -> None:
        """Take one event of the XML."""
        if what == TEXT and self._open:
            self._read[self._open[-1]][2].append(name)
        elif name == "ANNOTATION_VALUE" and what == START:
            self._open.append(len(self._read))
            self._read.append((self._own, self._tier, []))
        elif name == "ANNOTATION_VALUE" and what == END:
            self._open = self._open[:-1]
        elif what == START:
            self._begin(name, told)

    def _begin(self, name: str, told: Mapping[str, str]) -> None:
        if name == "TIME_SLOT":
            value = _milliseconds(told.get("TIME_VALUE", ""))
            self._latest = value if value >= 0 else self._latest
            self._slots[told.get("TIME_SLOT_ID", "")] = value, (self._latest, len(self._slots))
        elif name == "TIER":
            tier, speaker = told.get("TIER_ID", ""), told.get("PARTICIPANT", "")
            self._tier = f"{speaker} ({tier})" if speaker and speaker != tier else speaker or tier
        elif name == "ALIGNABLE_ANNOTATION":
            self._own = told.get("ANNOTATION_ID", "")
            self._times[self._own] = told.get("TIME_SLOT_REF1", ""), told.get("TIME_SLOT_REF2", "")
        elif name == "REF_ANNOTATION":
            self._own = told.get("ANNOTATION_ID", "")
            self._on[self._own] = told.get("ANNOTATION_REF", "")

    def passages(self) -> Iterator[tuple["_Place", int, int, int, str, str]]:
        """Yield place, number in the file, begin and end (-1 where it is not known), tier and words of each.

        One that names no slot of the file stands before the next of its tier.
        """
        following: dict[str, _Place] = {}
        for number, (own, tier, text) in reversed([*enumerate(self._read)]):
            (begin, begins), (end, ends) = self._span(own)
            place = begins if begin >= 0 else min(begins, ends)
            place = following.get(tier, _LAST) if place == _LAST else place
            following[tier] = place
            yield place, number, begin, end, tier, "".join(text)

    def _span(self, own: str) -> tuple[tuple[int, "_Place"], tuple[int, "_Place"]]:
        for _ in range(_DEEPEST):
            if own in self._times:
                first, last = self._times[own]
                return self._slots.get(first, _NOWHERE), self._slots.get(last, _NOWHERE)
            own = self._on.get(own, "")
        return _NOWHERE, _NOWHERE


_Place = tuple[int, int]
_LAST, _DEEPEST = (1 << 62, 0), 20
_NOWHERE = -1, _LAST


def _milliseconds(told: str) -> int:
    is_number = told.isascii() and told.isdigit() and len(told) <= _MOST_DIGITS
    return int(told) if is_number else -1


def _clock(milliseconds: int) -> str:
    """Return a time; nothing where it is not known."""
    if milliseconds < 0:
        return ""
    seconds, part = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{part:03}"


def _of_praat(text: str) -> Iterator[Passage]:
    """Yield the intervals and points of all tiers that have words, by their times; one whose time cannot be
    read stands behind the one before it.
    """
    found: list[tuple[float, int, str, str, str]] = []
    tier, begin, end, place = "", "", "", 0.0
    for named, value in _praat_values(text):
        if named == "name":
            tier, place = value, 0.0
        elif named in ("xmin", "number", "time"):
            begin, end = value[:_LONGEST_TIME], ""
        elif named == "xmax":
            end = value[:_LONGEST_TIME]
        elif named in ("text", "mark") and value.strip():
            place = float(begin) if _SECONDS.fullmatch(begin) else place
            at = " \u2013 ".join(filter(None, (begin, end))) + " s" if begin else ""
            found.append((place, len(found), at, tier, value))
    for _, _, at, told, words in sorted(found):
        yield at, told, words


def _praat_values(text: str) -> Iterator[tuple[str, str]]:
    """Yield the named values, each a number or a text between quotation marks, which are doubled in it; any
    number may stand on one line.
    """
    for found in _NAMED.finditer(text.replace("\r\n", "\n")):
        name, quoted, bare = found.groups()
        if name:
            yield name, bare if quoted is None else quoted.replace('""', '"')
