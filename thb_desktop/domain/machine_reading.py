"""Machine reading: words that a program saw in a picture (OCR), line by line. Never testimony.

The answer of the program is untrusted, as is the picture. Where a text is kept for the search, the pages that
a machine read stand behind the parts that the file itself has.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from thb_desktop.domain.anchors import WHOLE
from thb_desktop.errors import FormatError

MACHINE_PART = 1_000_000
"""Beyond this number, a part of a text that is kept for the search is a page that a machine read."""
DOUBTFUL = 60
"""Per cent of certainty, as the program says it, below which a line is shown as doubtful."""
LANGUAGES = {
    "afr": "af",
    "amh": "am",
    "ara": "ar",
    "aze": "az",
    "bel": "be",
    "ben": "bn",
    "bos": "bs",
    "bul": "bg",
    "cat": "ca",
    "ces": "cs",
    "chi_sim": "zh-Hans",
    "chi_tra": "zh-Hant",
    "dan": "da",
    "deu": "de",
    "ell": "el",
    "eng": "en",
    "est": "et",
    "fas": "fa",
    "fil": "fil",
    "fin": "fi",
    "fra": "fr",
    "gle": "ga",
    "guj": "gu",
    "heb": "he",
    "hin": "hi",
    "hrv": "hr",
    "hun": "hu",
    "hye": "hy",
    "ind": "id",
    "isl": "is",
    "ita": "it",
    "jpn": "ja",
    "kan": "kn",
    "kat": "ka",
    "kaz": "kk",
    "khm": "km",
    "kir": "ky",
    "kmr": "ku",
    "kor": "ko",
    "lao": "lo",
    "lat": "la",
    "lav": "lv",
    "lit": "lt",
    "mal": "ml",
    "mar": "mr",
    "mkd": "mk",
    "mlt": "mt",
    "mon": "mn",
    "msa": "ms",
    "mya": "my",
    "nep": "ne",
    "nld": "nl",
    "nor": "no",
    "pan": "pa",
    "pol": "pl",
    "por": "pt",
    "pus": "ps",
    "ron": "ro",
    "rus": "ru",
    "sin": "si",
    "slk": "sk",
    "slv": "sl",
    "spa": "es",
    "sqi": "sq",
    "srp": "sr",
    "srp_latn": "sr-Latn",
    "swa": "sw",
    "swe": "sv",
    "tam": "ta",
    "tel": "te",
    "tgk": "tg",
    "tha": "th",
    "tir": "ti",
    "tur": "tr",
    "uig": "ug",
    "ukr": "uk",
    "urd": "ur",
    "uzb": "uz",
    "vie": "vi",
    "yid": "yi",
    "yor": "yo",
}
"""Tesseract's codes of languages, and their tags (BCP 47)."""
_COLUMNS = 12
_WORD = "5"
_MOST_ROWS = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineLine:
    """One line of a picture. certainty: per cent, as the program says. rectangle: left, top, right, bottom in
    thousandths of the picture.
    """

    text: str
    certainty: int
    rectangle: tuple[int, int, int, int]

    @property
    def is_doubtful(self) -> bool:
        return self.certainty < DOUBTFUL


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineText:
    """What was read of one page. program: its name and version. languages: its codes of those it was told."""

    page: int
    lines: tuple[MachineLine, ...]
    program: str
    languages: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Word:
    line: tuple[str, str, str]
    left: int
    top: int
    right: int
    bottom: int
    certainty: float
    text: str


def machine_page(part: int) -> int:
    """Return the page that a machine read, of a part that is kept for the search; 0 for other parts."""
    return max(part - MACHINE_PART, 0)


def lines_from(untrusted: bytes, *, width: int, height: int) -> tuple[MachineLine, ...]:
    """Return the lines of Tesseract's table (TSV) about a picture of this size in pixels.

    Words beyond the picture are cut to it. Raises FormatError for what is no such table.
    """
    try:
        rows = untrusted.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        raise FormatError("what was read in a picture is no text") from None
    if not rows or rows[0].split("\t")[0] != "level" or len(rows) > _MOST_ROWS:
        raise FormatError("what was read in a picture has an unknown form")
    words = [word for row in rows[1:] for word in _words(row, width, height)]
    return tuple(_line(list(of_line)) for _, of_line in groupby(words, key=lambda word: word.line))


def _words(row: str, width: int, height: int) -> Iterator[_Word]:
    parts = row.split("\t", _COLUMNS - 1)
    if len(parts) != _COLUMNS:
        raise FormatError("what was read in a picture has a row of an unknown form")
    if parts[0] != _WORD or not parts[11].strip():
        return
    try:
        left, top, wide, high = map(int, parts[6:10])
        certainty = float(parts[10])
        if math.isnan(certainty):
            raise ValueError
    except ValueError:
        raise FormatError("what was read in a picture has a place that is no number") from None
    yield _Word(
        line=(parts[2], parts[3], parts[4]),
        left=_within(left, width),
        top=_within(top, height),
        right=_within(left + wide, width),
        bottom=_within(top + high, height),
        certainty=min(max(certainty, 0), 100),
        text=parts[11].strip(),
    )


def _line(words: list[_Word]) -> MachineLine:
    return MachineLine(
        text=" ".join(word.text for word in words),
        certainty=round(min(word.certainty for word in words)),
        rectangle=(
            *(min(word.left for word in words), min(word.top for word in words)),
            *(max(word.right for word in words), max(word.bottom for word in words)),
        ),
    )


def _within(pixel: int, size: int) -> int:
    return min(max(pixel, 0), size) * WHOLE // max(size, 1)
