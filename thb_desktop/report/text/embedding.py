"""The fonts of one document: the glyphs shown, their meaning, and the embedded subsets."""

import hashlib
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

import uharfbuzz as hb

from thb_desktop.report.text.faces import Face
from thb_desktop.report.text.glyphs import Cluster
from thb_desktop.report.text.shaping import Word

_REMEMBERED: Final = 8192
_NO_TEXT: Final = "\u200b"
"""ToUnicode value of glyphs whose text is always given by /ActualText: every code needs a value there."""


class Shown(NamedTuple):
    """How a word is shown: the faces that must be selected before it (None: nothing is shown) and that are
    after it, and its operators.
    """

    first: Face | None
    operators: str
    last: Face | None


class FontBook:
    """All fonts of one document: records each glyph while pages are drawn, and returns the subsets at the
    end.

    Equal documents give equal bytes: names are derived from SHA-256 and the order of first use.
    """

    def __init__(self) -> None:
        self._fonts: dict[Face, _Font] = {}
        self._selections: dict[tuple[Face, float], str] = {}
        self._words: dict[float, _Words] = {}
        self._operators: dict[float, _Operators] = {}

    def selection(self, face: Face, size: float) -> str:
        """The operators that select a face inside a TJ array, for text of a size in points."""
        found = self._selections.get((face, size))
        if found is None:
            drawn = round(size * face.family.enlarged, 3)
            found = self._selections[face, size] = f"] TJ /{self._font(face).resource} {drawn:g} Tf ["
        return found

    def words(self, size: float) -> Mapping[Word, Shown]:
        """Every word as the inside of a TJ array, in a size in points."""
        found = self._words.get(size)
        if found is None:
            found = self._words[size] = _Words(self, size)
        return found

    def operators(self, size: float) -> Mapping[Word, str]:
        """As `words`, without the faces, for text in one face."""
        found = self._operators.get(size)
        if found is None:
            found = self._operators[size] = _Operators(self, size)
        return found

    def written(self, word: Word, size: float) -> Shown:
        """The word as the inside of a TJ array; it may leave the array and open it again."""
        if word.face is not None and word.composed and self._font(word.face).tells_all(word.text):
            return Shown(word.face, word.composed, word.face)
        parts: list[str] = []
        previous: Face | None = None
        for face, clusters in word.runs:
            font = self._font(face)
            if previous is not None and previous is not face:
                parts.append(self.selection(face, size))
            previous = face
            drawn = size * face.family.enlarged
            parts += [font.written(cluster, drawn) for cluster in clusters]
        return Shown(word.runs[0].face if word.runs else None, "".join(parts), previous)

    def _font(self, face: Face) -> "_Font":
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = _Font(face, f"T{len(self._fonts) + 1}")
        return font

    def embedded(self) -> "list[EmbeddedFont]":
        """Every font that was used, in the order of first use. Call it once, after all drawing."""
        return [font.embedded() for font in self._fonts.values()]


class _Words(dict[Word, Shown]):
    """The words shown in one size; each is written when it is first asked for."""

    def __init__(self, book: FontBook, size: float) -> None:
        super().__init__()
        self._book = book
        self._size = size

    def __missing__(self, word: Word) -> Shown:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[word] = self._book.written(word, self._size)
        return found


class _Operators(dict[Word, str]):
    """The operators of words in one size; each is written when it is first asked for."""

    def __init__(self, book: FontBook, size: float) -> None:
        super().__init__()
        self._book = book
        self._size = size

    def __missing__(self, word: Word) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[word] = self._book.written(word, self._size).operators
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedFont:
    """What the document writes as one Type 0 font over a CIDFontType2 (ISO 32000-1, 9.7).

    Encoding Identity-H, CIDToGIDMap Identity, collection Adobe-Identity-0, DW 1000, flags 4 (symbolic).
    Measures are thousandths of an em.
    """

    resource: str
    """Its name in the pages' /Font resources."""
    name: str
    """Subset tag and PostScript name, for BaseFont and FontName."""
    program: bytes
    """FontFile2: a TrueType subset that keeps the glyph numbers."""
    widths: tuple[tuple[int, float], ...]
    """Glyph numbers, ascending, with their widths (W)."""
    to_unicode: bytes
    """The ToUnicode CMap: every glyph shown has a value."""
    box: tuple[int, ...]
    """FontBBox: left, bottom, right, top."""
    ascent: int
    descent: int
    cap_height: int
    stem: int
    """StemV."""


class _Font:
    """One face in one document."""

    def __init__(self, face: Face, resource: str) -> None:
        self._face = face
        self.resource = resource
        self._meaning: dict[int, str | None] = {}
        self._told: set[str] = set()
        """Characters of which the usual glyph means only them."""

    def tells_all(self, text: str) -> bool:
        """Whether each character of a text was drawn before by its usual glyph, which tells it."""
        return self._told.issuperset(text)

    def written(self, cluster: Cluster, size: float) -> str:
        """One cluster in TJ terms, with /ActualText if ToUnicode cannot give its text."""
        if self._tells(cluster) and not cluster.pieces[0][0]:
            return cluster.pieces[0][1]
        shown = "".join(
            [
                piece if not rise else f"] TJ {rise * size / 1000:.2f} Ts [{piece}] TJ 0 Ts ["
                for rise, piece in cluster.pieces
            ]
        )
        if self._tells(cluster):
            return shown
        return f"] TJ /Span <</ActualText <FEFF{_utf16(cluster.text)}>>> BDC [{shown}] TJ EMC ["

    def _tells(self, cluster: Cluster) -> bool:
        """Whether the cluster's one glyph means only its text in this document: the first use decides."""
        if len(cluster.glyphs) != 1:
            for glyph in cluster.glyphs:
                self._meaning.setdefault(glyph, None)
            return False
        (glyph,) = cluster.glyphs
        meaning = self._meaning.get(glyph)
        if meaning is None:
            meaning = self._meaning[glyph] = cluster.text
        if meaning != cluster.text:
            return False
        if len(meaning) == 1 and ord(meaning) in self._face.covers and self._face.glyph(meaning) == glyph:
            self._told.add(meaning)
        return True

    def embedded(self) -> EmbeddedFont:
        face = self._face
        glyphs = sorted(self._meaning)
        extents = face.font.get_font_extents("ltr")
        box = struct.unpack(">4h", face.source.reference_table("head").data[36:44])
        cap_height = struct.unpack(">h", face.source.reference_table("OS/2").data[88:90])[0]
        return EmbeddedFont(
            resource=self.resource,
            name=f"{_subset_tag(face.name, glyphs)}+{face.name}",
            program=_subset(face, glyphs),
            widths=tuple((glyph, round(face.advance(glyph), 2)) for glyph in glyphs),
            to_unicode=_to_unicode(self._texts()).encode("ascii"),
            box=tuple(round(value * face.scale) for value in box),
            ascent=round(extents.ascender * face.scale),
            descent=round(extents.descender * face.scale),
            cap_height=round(cap_height * face.scale),
            stem=120 if face.name.endswith("Bold") else 80,
        )

    def _texts(self) -> Mapping[int, str]:
        """The meaning of each glyph: its text, or the character that the font gives it, or nothing
        visible.
        """
        texts = {glyph: text for glyph, text in self._meaning.items() if text is not None}
        unknown = self._meaning.keys() - texts.keys()
        if unknown:
            for code in sorted(self._face.covers, reverse=True):
                glyph = self._face.glyph(chr(code))
                if glyph in unknown:
                    texts[glyph] = chr(code)
        return {glyph: texts.get(glyph, _NO_TEXT) for glyph in sorted(self._meaning)}


def _subset(face: Face, glyphs: list[int]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).set({0, *glyphs})
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    layout = {int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF")}
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(layout)
    return bytes(hb.subset(face.source, wanted).blob.data)


def _subset_tag(name: str, glyphs: list[int]) -> str:
    """Six capital letters that name the subset (ISO 32000-1, 9.6.4)."""
    digest = hashlib.sha256(f"{name} {glyphs}".encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _to_unicode(texts: Mapping[int, str]) -> str:
    entries = [f"<{glyph:04X}> <{_utf16(text)}>" for glyph, text in texts.items()]
    blocks = [entries[start : start + 100] for start in range(0, len(entries), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def",
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange",
            *["\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks],
            "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend",
        ]
    )


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
