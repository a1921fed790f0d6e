"""The typefaces: which one shows a character, and how tall its lines are."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

import regex
import uharfbuzz as hb

from resources.fonts import font_bytes


class Family(NamedTuple):
    """One typeface in its weights, and the height above and depth below the baseline of its lines, in em."""

    name: str
    ascent: float = 1.069
    descent: float = 0.293
    has_bold: bool = True
    enlarged: float = 1.0
    """The factor by which it is enlarged, so that it looks as large as the Latin text beside it."""


SANS: Final = Family("NotoSans", 1.0, 0.26)
"""Letters of European languages reach from 0.25 em below to 0.95 em above the baseline. Vietnamese ones with
two accents reach to 1.05 em, which the leading of each style has room for.
"""
MONO: Final = Family("NotoSansMono", 1.0, 0.26)
"""Its letters reach as far as those of European languages, and its signs less far: marks, arrows."""
NASTALIQ: Final = Family("NotoNastaliqUrdu", 1.55, 0.85)
EMOJI: Final = Family("NotoEmoji", has_bold=False)
_SYMBOLS: Final = Family("NotoSansSymbols", has_bold=False)
_SYMBOLS_2: Final = Family("NotoSansSymbols2", has_bold=False)
_CHINESE: Final = Family("NotoSansSC", has_bold=False)

_OF_SCRIPT: Final = {
    "Arab": Family("NotoNaskhArabic", 1.1, 0.62, enlarged=1.15),
    "Hebr": Family("NotoSansHebrew"),
    "Thai": Family("NotoSansThai", 1.061, 0.45),
    "Laoo": Family("NotoSansLao", 1.183, 0.462),
    "Ethi": Family("NotoSansEthiopic"),
    "Deva": Family("NotoSansDevanagari", 1.069, 0.408),
    "Beng": Family("NotoSansBengali", 1.069, 0.408),
    "Geor": Family("NotoSansGeorgian"),
    "Armn": Family("NotoSansArmenian"),
    "Taml": Family("NotoSansTamil", 1.069, 0.37),
    "Mymr": Family("NotoSansMyanmar", 1.2, 0.75),
    "Khmr": Family("NotoSansKhmer", 1.15, 0.6),
    "Guru": Family("NotoSansGurmukhi", 1.069, 0.408),
    "Gujr": Family("NotoSansGujarati", 1.069, 0.408),
    "Sinh": Family("NotoSansSinhala", 1.069, 0.408),
    "Telu": Family("NotoSansTelugu", 1.069, 0.483),
    "Knda": Family("NotoSansKannada", 1.069, 0.483),
    "Mlym": Family("NotoSansMalayalam", 1.069, 0.408),
    "Orya": Family("NotoSansOriya", 1.069, 0.408),
    "Nkoo": Family("NotoSansNKo", has_bold=False),
    "Adlm": Family("NotoSansAdlam"),
    "Tfng": Family("NotoSansTifinagh", has_bold=False),
    "Syrc": Family("NotoSansSyriac", has_bold=False),
    "Thaa": Family("NotoSansThaana"),
    "Hani": _CHINESE,
    "Hira": _CHINESE,
    "Kana": _CHINESE,
    "Bopo": _CHINESE,
}
FAMILIES: Final = tuple(
    dict.fromkeys((SANS, MONO, NASTALIQ, EMOJI, _SYMBOLS, _SYMBOLS_2, *_OF_SCRIPT.values()))
)
_LAST_RESORTS: Final = (
    SANS,
    MONO,
    _SYMBOLS_2,
    _SYMBOLS,
    _CHINESE,
    *dict.fromkeys(_OF_SCRIPT.values()),
    EMOJI,
)
_NASTALIQ_LANGUAGES: Final = frozenset({"ur", "ks", "pnb", "skr"})
_EMOJI: Final = regex.compile(r"\p{Emoji_Presentation}|.*[\ufe0f\u20e3]", regex.DOTALL)
_IGNORABLE: Final = regex.compile(r"\p{Default_Ignorable_Code_Point}")


@cache
def line_of(family: Family) -> tuple[float, float]:
    """Return height and depth of a family's lines, one object for all of them."""
    return family.ascent, family.descent


class Face:
    """One font file, ready for shaping. Immutable, so that all documents can share it."""

    __slots__ = ("advances", "covers", "family", "font", "line", "name", "scale", "source")

    def __init__(self, family: Family, file_name: str) -> None:
        self.family = family
        self.line = line_of(family)
        self.name = file_name
        self.source = hb.Face(font_bytes(f"{file_name}.ttf"))
        self.font = hb.Font(self.source)
        self.covers: frozenset[int] = frozenset(self.source.unicodes)
        self.scale = 1000 / self.source.upem
        self.advances: dict[int, float] = {}

    def advance(self, glyph: int) -> float:
        """Width of a glyph in thousandths of an em, as the embedded font states it."""
        width = self.advances.get(glyph)
        if width is None:
            width = self.advances[glyph] = self.font.get_glyph_h_advance(glyph) * self.scale
        return width

    def glyph(self, character: str) -> int:
        """The glyph of one character that the face covers."""
        return int(self.font.get_nominal_glyph(ord(character)))

    def __repr__(self) -> str:
        return f"Face({self.name})"


class Voice(NamedTuple):
    """What selects faces besides the characters: the script of the paragraph and the weight."""

    script: str
    """Script (ISO 15924) of the paragraph: its face also shows the characters without a script."""
    language: str
    bold: bool = False
    mono: bool = False


@cache
def face(family: Family, *, bold: bool) -> Face:
    """Return the face of a family, loaded once; a family without a bold weight gives its regular one."""
    weight = "Bold" if bold and family.has_bold else "Regular"
    return Face(family, f"{family.name}-{weight}")


def family_of(script: str, voice: Voice) -> Family:
    """Return the family for a script."""
    if script == "Arab" and voice.language.split("-")[0].lower() in _NASTALIQ_LANGUAGES:
        return NASTALIQ
    return _OF_SCRIPT.get(script, MONO if voice.mono else SANS)


@lru_cache(maxsize=8192)
def face_for(cluster: str, script: str, voice: Voice) -> Face | None:
    """Return the face that shows a whole grapheme cluster, or None if none does.

    Emoji sequences use the emoji face. It also has digits, but shows nothing that another face has.
    """
    needed = [ord(character) for character in cluster if not _IGNORABLE.match(character)]
    for family in _candidates(cluster, script, voice):
        candidate = face(family, bold=voice.bold)
        if all(code in candidate.covers for code in needed):
            return candidate
    return None


def _candidates(cluster: str, script: str, voice: Voice) -> Iterator[Family]:
    if _EMOJI.match(cluster):
        yield EMOJI
    if cluster.isascii() and not cluster.isspace():
        yield MONO if voice.mono else SANS
    yield family_of(script, voice)
    yield family_of(voice.script, voice)
    if voice.mono:
        yield MONO
    yield from _LAST_RESORTS
