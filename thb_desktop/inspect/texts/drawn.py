"""Drawn text: what the pages of a PDF show, by the fonts' own tables of characters."""

import re
from binascii import a2b_hex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from struct import Struct

from thb_desktop.inspect.texts.documents import PdfObject

_LITERAL = rb"\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\))*\)"
STRING = re.compile(rb"(?P<literal>" + _LITERAL + rb")|<(?!<)(?P<hex>[0-9A-Fa-f\s]*)>")
_TOKEN = re.compile(
    rb"(?P<literal>" + _LITERAL + rb")|<(?!<)(?P<hex>[0-9A-Fa-f\s]*)>|/(?P<name>[^\s/<>\[\](){}%]+)|"
    rb"(?P<number>[-+.]?[\d][\d.]*)|(?P<word>[A-Za-z'\"*]+)|(?P<bracket>[\[\]])"
)
_BLANKS = b" \t\n\r\f\v"
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|[\s\S])")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_FONTS = re.compile(rb"/Font\s*<<(.*?)>>", re.DOTALL)
_FONTS_ELSEWHERE = re.compile(rb"/Font\s+(\d{1,10})\s+\d+\s+R")
_NAMED = re.compile(rb"/([^\s/<>\[\]()]+)\s+(\d{1,10})\s+\d+\s+R")
_TO_UNICODE = re.compile(rb"/ToUnicode\s+(\d{1,10})\s+\d+\s+R")
_SPACE = re.compile(rb"begincodespacerange\s*<([0-9A-Fa-f]+)>")
_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_DIFFERENCES = re.compile(rb"/Differences\s*\[([^\]]*)\]", re.DOTALL)
_ENCODING = re.compile(rb"/Encoding\s+(\d{1,10})\s+\d+\s+R")
_CODE, _PAIR_OF_BYTES = Struct(">H"), 2
_MOST_CODES = 70_000
_WORD_GAP = -180
"""Thousandths of the size of a font: a gap so wide stands between words."""
_SHOWN = frozenset({b"Tj", b"TJ", b"'", b'"'})
_MARKED = frozenset({b"BDC", b"DP"})
_LINES = frozenset({b"Td", b"TD", b"Tm", b"T*", b"ET"})
_ACTS = _SHOWN | _MARKED | _LINES | {b"Tf", b"BMC", b"EMC"}
"""Most words of a page draw lines and colours."""
_ALTERNATIVES = 4
"""Fonts of one name, on different pages, that are tried."""


@dataclass(frozen=True, slots=True)
class Font:
    """width: bytes of a code. signs: what the codes mean; None if nobody can know."""

    width: int
    signs: Mapping[int, str] | None
    table: Sequence[str] = ()
    """What each code of one byte means; empty for longer codes."""

    @classmethod
    def of(cls, width: int, signs: Mapping[int, str] | None) -> "Font":
        table = [(signs or {}).get(each) or bytes([each]).decode("cp1252", "replace") for each in range(256)]
        return cls(width, signs, table if width == 1 else ())

    def read(self, data: bytes) -> str:
        if self.signs is None:
            return ""
        if self.width == 1:
            return "".join([self.table[code] for code in data])
        if self.width == _PAIR_OF_BYTES and not len(data) % _PAIR_OF_BYTES:
            return "".join([self.signs.get(code, "") for (code,) in _CODE.iter_unpack(data)])
        codes = (int.from_bytes(data[at : at + self.width], "big") for at in range(0, len(data), self.width))
        return "".join(self.signs.get(code, "") for code in codes)


def bytes_of(token: re.Match[bytes]) -> bytes:
    """Return the bytes of a string."""
    if token["hex"] is not None:
        digits = token["hex"].translate(None, _BLANKS)
        return a2b_hex(digits + b"0" * (len(digits) % 2))
    return (
        _ESCAPE.sub(_escaped, token["literal"][1:-1]) if b"\\" in token["literal"] else token["literal"][1:-1]
    )


def _escaped(found: re.Match[bytes]) -> bytes:
    told = found[1]
    if told.isdigit():
        return bytes([int(told, 8) & 255]) if told[0] < 56 else told
    return b"" if told in (b"\n", b"\r\n") else _ESCAPED.get(told, told)


def fonts_of(objects: Mapping[int, Sequence[PdfObject]]) -> dict[bytes, list[Font]]:
    """Return the fonts by the names that pages give them."""
    named: dict[bytes, dict[int, None]] = {}
    for versions in objects.values():
        for each in versions:
            bodies = [*_FONTS.findall(each.body)]
            for elsewhere in _FONTS_ELSEWHERE.findall(each.body):
                bodies += [one.body for one in objects.get(int(elsewhere), ())]
            for body in bodies:
                for name, number in _NAMED.findall(body):
                    named.setdefault(name, {})[int(number)] = None
    known = {number: _font(objects, number) for numbers in named.values() for number in numbers}
    return {name: [known[each] for each in numbers][:_ALTERNATIVES] for name, numbers in named.items()}


def _font(objects: Mapping[int, Sequence[PdfObject]], number: int) -> Font:
    signs: dict[int, str] = {}
    width, is_composite = 1, False
    for each in objects.get(number, ()):
        is_composite = is_composite or each.is_a(b"Type0")
        bodies = [each.body]
        if encoding := _ENCODING.search(each.body):
            bodies += [one.body for one in objects.get(int(encoding[1]), ())]
        for body in bodies:
            if differences := _DIFFERENCES.search(body):
                signs |= _differences(differences[1])
        if told := _TO_UNICODE.search(each.body):
            for table in objects.get(int(told[1]), ()):
                if table.stream is not None:
                    width = _read_table(table.stream, signs)
    if is_composite:
        return Font.of(2 if width == 1 and max(signs, default=0) > 255 else width, signs or None)
    return Font.of(1, signs)


def _differences(told: bytes) -> dict[int, str]:
    """Codes by the names of signs: of a letter with an accent, the letter."""
    signs: dict[int, str] = {}
    code = 0
    for each in told.replace(b"/", b" /").split():
        if each.isdigit():
            code = int(each[-_MOST_DIGITS:])
        elif each.startswith(b"/"):
            name = each[1:].decode("latin-1")
            if len(name) == 1:
                signs[code] = name
            elif re.fullmatch(r"uni[0-9A-F]{4}", name):
                signs[code] = chr(int(name[3:], 16))
            elif match := re.fullmatch(
                r"([A-Za-z])(?:acute|grave|circumflex|dieresis|tilde|cedilla|caron|breve|ring|ogonek|macron|"
                r"commaaccent|slash|bar|croat|dotaccent|hungarumlaut)",
                name,
            ):
                signs[code] = match[1]
            elif name in _DIGITS:
                signs[code] = str(_DIGITS.index(name))
            elif name in ("space", "hyphen", "period", "slash"):
                signs[code] = {"space": " ", "hyphen": "-", "period": ".", "slash": "/"}[name]
            code += 1
    return signs


_MOST_DIGITS = 10
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _read_table(table: bytes, signs: dict[int, str]) -> int:
    """Read a table of characters (CMap) into `signs`; return the bytes of a code."""
    for block in _CHARS.findall(table):
        for code, told in _PAIR.findall(block):
            signs[int(code, 16)] = _utf16(told)
    for block in _RANGES.findall(table):
        for first, last, one, many in _RANGE.findall(block):
            start, end = int(first, 16), int(last, 16)
            if end - start > _MOST_CODES:
                continue
            if many:
                for code, told in zip(
                    range(start, end + 1), re.findall(rb"<([0-9A-Fa-f\s]*)>", many), strict=False
                ):
                    signs[code] = _utf16(told)
            elif base := _utf16(one):
                for code in range(start, end + 1):
                    place = ord(base[-1]) + code - start
                    signs[code] = base[:-1] + (chr(place) if place < 0x110000 else "")
    space = _SPACE.search(table)
    return max(1, len(space[1]) // 2) if space else 2 if max(signs, default=0) > 255 else 1


def _utf16(told: bytes) -> str:
    digits = re.sub(rb"\s", b"", told)
    data = a2b_hex(digits + b"0" * (len(digits) % 2))
    return data.decode("utf-16-be", "replace") if len(data) > 1 else data.decode("latin-1")


def shows_text(stream: bytes) -> bool:
    return re.search(rb"(?:[)>\]]\s*(?:Tj|TJ|'|\"))", stream) is not None


def drawn(stream: bytes, fonts: Mapping[bytes, Sequence[Font]]) -> tuple[list[str], bool]:
    """Return the text that a page draws, in each way in which it may be meant, and whether some of it has
    letters that nobody can know.
    """
    page = _Page(fonts)
    for token in _TOKEN.finditer(stream):
        kind = token.lastgroup
        if kind == "number":
            if (page.held or page.is_in_list) and _is_gap(token["number"]):
                page.held.append(None)
        elif kind == "word":
            page.do(token["word"])
        elif kind in ("literal", "hex"):
            page.held.append(bytes_of(token))
        elif kind == "name":
            page.name = token["name"]
        elif kind == "bracket":
            page.is_in_list = token["bracket"] == b"["
    joined = map("".join, (*page.spaced, *page.close))
    return [*dict.fromkeys(each for each in joined if each.strip())], page.is_unknown


class _Page:
    """What was drawn so far: with blanks between what is drawn apart, and without; by each font it may be.

    A text that stands for signs in the midst of a line (a letter with an accent of its own, a ligature) is
    read in their place with blanks; without, the signs are.
    """

    def __init__(self, fonts: Mapping[bytes, Sequence[Font]]) -> None:
        self._fonts, self._used = fonts, tuple[Font, ...]()
        # Ways beyond those of the fonts would all be alike: what stands for signs, and no letter of a font.
        ways = max(1, *map(len, fonts.values())) if fonts else 1
        self.spaced: list[list[str]] = [[] for _ in range(min(ways + 1, _ALTERNATIVES))]
        self.close: list[list[str]] = [[] for _ in range(ways)]
        self._every = (*self.spaced, *self.close)
        self.is_unknown = False
        self.name = b""
        self.held: list[bytes | None] = []
        self.is_in_list = False
        self._depth = 0

    def do(self, word: bytes) -> None:
        if word in _ACTS:
            self._act(word)
        if self.held:
            self.held = []

    def _act(self, word: bytes) -> None:
        if word == b"Tf":
            self._used = tuple(self._fonts.get(self.name, ()))
        elif word in _SHOWN and self.held:
            self._show()
        elif word == b"BDC" and self.name == b"ActualText" and not self._depth:
            self._depth = 1
            self._put_in_place(_marked(b"".join(each for each in self.held[-1:] if each)))
        elif word in _MARKED:
            self.spaced[0] += ("\n", *(f"{_marked(each)}\n" for each in self.held if each))
            self._depth += bool(self._depth) and word == b"BDC"
        elif word == b"BMC":
            self._depth += bool(self._depth)
        elif word == b"EMC":
            self._depth -= bool(self._depth)
        elif word in _LINES:
            for each in self._every:
                each.append("\n")

    def _show(self) -> None:
        self.is_unknown = self.is_unknown or any(each.signs is None for each in self._used)
        for at, text in enumerate(_texts(self.held, self._used)):
            self.close[at].append(text)
            if not self._depth:
                self.spaced[at] += (text, " ")

    def _put_in_place(self, text: str) -> None:
        """Take a text for what is drawn next: it follows what was drawn before without a blank."""
        for each in self.spaced:
            if each and each[-1] == " ":
                each.pop()
            each.append(text)


def _marked(data: bytes) -> str:
    """The text that stands for what is drawn, or another property of it."""
    wide = data.startswith(b"\xfe\xff")
    return data[2:].decode("utf-16-be", "replace") if wide else data.decode("utf-8", "replace")


def _is_gap(told: bytes) -> bool:
    """Whether a number between strings stands for a blank."""
    return told.startswith(b"-") and told.count(b".") < 2 and float(told) < _WORD_GAP


def _texts(held: Sequence[bytes | None], used: Sequence[Font]) -> Iterator[str]:
    if not used:
        yield "".join(" " if each is None else each.decode("cp1252", "replace") for each in held)
        return
    for font in used:
        yield "".join(" " if each is None else font.read(each) for each in held)
