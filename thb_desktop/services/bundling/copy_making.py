"""Making masked copies: pixels from a confined process, painted over, encoded, and read again.

No byte of the file reaches the copy. Nothing here uses the vault's database: any thread does it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Event

from thb_desktop.domain.address_rules import mentioned
from thb_desktop.domain.anchors import AnchorKind
from thb_desktop.domain.disclosure import SHORTEST, Redaction
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import DisclosureId
from thb_desktop.domain.masked_elan import has_same_markup, is_plain_elan, with_distinct_tiers
from thb_desktop.domain.masked_text import masked_text, separator_of, spans_of
from thb_desktop.domain.page_text import DocumentKind, PageToCopy
from thb_desktop.domain.texts import Texts
from thb_desktop.domain.vocabulary import Originality
from thb_desktop.errors import CopyUnsoundError, DocumentFormError, PageMissingError, WordsLeftInTextError
from thb_desktop.inspect.texts.transcript_forms import is_praat, is_subrip, is_webvtt
from thb_desktop.report.masked_copy import Pixels, Rectangle, box_of, filled, jpeg_of, pdf_of, png_of
from thb_desktop.report.words import language_of, words_in
from thb_desktop.services.bundling.file_texts import LARGEST, plain_text
from thb_desktop.services.bundling.words_left import WordsLeft, all_readings, shown_in, with_values_masked
from thb_desktop.services.evidence.page_reading import read_page_to_copy, read_text
from thb_desktop.vault.content import ContentStore
from thb_desktop.words import LANGUAGES, capital, word

Progress = Callable[[int, int], None]
_PIECE = 1 << 20
_OF_TEXTS = ("application/x-subrip", "application/xml", "text/csv", "text/plain", "text/vtt")
_DARK = 48
"""No colour of a masked place is brighter in a copy that was read again: a JPEG blurs its edges."""
_EDGE = 8
"""Pixels at the edges of a masked place that are not compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileToDraw:
    """A file of a version whose pages may be shown."""

    exhibit: Exhibit
    file: ExhibitFile
    store: ContentStore = field(repr=False)

    def pieces(self) -> Iterator[bytes]:
        """Decrypt the file piece by piece; any thread does it."""
        with self.store.open(self.file.object_id, self.file.size) as source:
            while piece := source.read(_PIECE):
                yield piece


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyToMake:
    """What a copy is made of. redactions: those of the content and the metadata of the file."""

    disclosure_id: DisclosureId
    source: FileToDraw
    redactions: tuple[Redaction, ...]
    language: str

    @property
    def exhibit(self) -> Exhibit:
        return self.source.exhibit

    @property
    def file(self) -> ExhibitFile:
        return self.source.file

    def pieces(self) -> Iterator[bytes]:
        return self.source.pieces()

    def rectangles_on(self, page: int) -> tuple[Rectangle, ...]:
        return tuple(each.anchor.rectangle for each in self.redactions if each.anchor.page == page)


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidCopy:
    """A copy as it would leave, read again and found to be what it should; nothing of it is kept yet.

    left: what masked cells hold and the copy tells elsewhere. A person judges whether it may.
    """

    of: CopyToMake
    data: bytes = field(repr=False)
    media_type: str
    suffix: str
    pages: int
    dots: int
    left: tuple[str, ...] = field(default=(), repr=False)

    @property
    def sha256(self) -> str:
        return sha256(self.data).hexdigest()

    @property
    def text(self) -> str:
        """What a copy of a text says; empty for one of pages."""
        return self.data.decode() if self.media_type in _OF_TEXTS else ""


def lay_out_copy(
    making: CopyToMake, *, progress: Progress | None = None, cancelled: Event | None = None
) -> LaidCopy:
    """Make a copy, and read it again; any thread does it. progress: pages done, pages in all.

    Raises PageMissingError for a masked page that the file does not have, CopyUnsoundError, what `read_text`
    raises; of a text, DocumentFormError and WordsLeftInTextError if masked words stand in it elsewhere.
    """
    if _is_of_text(making):
        return _text(making)
    first = read_page_to_copy(making.pieces(), 1, cancelled=cancelled)
    if any(each.anchor.page > first.pages for each in making.redactions):
        raise PageMissingError("the file does not have a page in which something is masked")
    if first.kind is DocumentKind.PICTURE:
        return _read_again(_picture(making, first), [_size_of(first)], cancelled)
    done, sizes = list[tuple[Pixels, bytes]](), list[Pixels]()
    for number in range(1, first.pages + 1):
        page = first if number == 1 else read_page_to_copy(making.pieces(), number, cancelled=cancelled)
        sizes.append(_size_of(page))
        done.append((sizes[-1], jpeg_of(filled(_pixels(page), making.rectangles_on(number)))))
        if progress is not None:
            progress(number, first.pages)
    lines = [_line(making, number, first.pages) for number in range(1, first.pages + 1)]
    made = LaidCopy(
        of=making,
        data=pdf_of(done, lines, first.dots),
        media_type="application/pdf",
        suffix=".pdf",
        pages=first.pages,
        dots=first.dots,
    )
    return _read_again(made, sizes, cancelled)


def _is_of_text(making: CopyToMake) -> bool:
    """Whether the copy is one of a plain text: words of it are masked, or its name alone."""
    if any(each.is_of_text for each in making.redactions):
        return True
    if any(each.anchor.page for each in making.redactions) or not 0 < making.file.size <= LARGEST:
        return False
    try:
        plain_text(b"".join(making.pieces()))
    except DocumentFormError:
        return False
    return True


def _text(making: CopyToMake) -> LaidCopy:
    """The copy of a plain text in its form, in UTF-8, without the digest of the original: it could be tried.

    Masked words stand nowhere in it, nor where a program reads it in another way (`words_left`).
    """
    if any(each.anchor.page for each in making.redactions):
        raise DocumentFormError("a text has no pages that can be masked")
    whole = plain_text(b"".join(making.pieces()))
    text = masked_text(whole, making.redactions)
    if is_plain_elan(whole):
        if not has_same_markup(whole, text):
            raise CopyUnsoundError("a mask reaches into the markup of the file")
        text = with_distinct_tiers(whole, with_values_masked(text, making.redactions))
    _verify_nothing_left(making, whole, text)
    suffix, media_type = _form_of(whole)
    return LaidCopy(
        of=making,
        data=text.encode(),
        media_type=media_type,
        suffix=suffix,
        pages=1,
        dots=0,
        left=mentioned(all_readings(text), _in_cells(whole, making.redactions)),
    )


def _verify_nothing_left(making: CopyToMake, whole: str, copy: str) -> None:
    left = WordsLeft({each.anchor.quoted for each in making.redactions})
    if not left.stand_in(shown_in(copy)):
        return
    lined = masked_text(whole, making.redactions, keeps_lines=True)
    if is_plain_elan(whole):
        lined = with_values_masked(lined, making.redactions)
    raise WordsLeftInTextError(
        "masked words stand in the text again", making.exhibit.number, left.lines_in(shown_in(lined))
    )


def _form_of(text: str) -> tuple[str, str]:
    """Return the end of the name of a copy, and its media type: those of the form that the text has."""
    if is_plain_elan(text):
        return ".eaf", "application/xml"
    if is_subrip(text):
        return ".srt", "application/x-subrip"
    if is_webvtt(text):
        return ".vtt", "text/vtt"
    if is_praat(text):
        return ".TextGrid", "text/plain"
    return (".csv", "text/csv") if separator_of(text) else (".txt", "text/plain")


def _in_cells(text: str, redactions: Iterable[Redaction]) -> Iterator[str]:
    """Return what masked cells hold, without what is too short to be looked for."""
    for each in redactions:
        if each.anchor.kind is AnchorKind.CELLS:
            cells = (text[start:end].strip('" ') for start, end in spans_of(each.anchor, text))
            yield from (cell for cell in cells if len(cell) >= SHORTEST)


def _picture(making: CopyToMake, page: PageToCopy) -> LaidCopy:
    pixels = filled(_pixels(page), making.rectangles_on(1))
    return LaidCopy(
        of=making,
        data=jpeg_of(pixels) if page.is_photograph else png_of(pixels),
        media_type="image/jpeg" if page.is_photograph else "image/png",
        suffix=".jpg" if page.is_photograph else ".png",
        pages=1,
        dots=0,
    )


def _read_again(laid: LaidCopy, sizes: list[Pixels], cancelled: Event | None) -> LaidCopy:
    """Look at each masked page of a copy: what is masked is dark, and no words are there but the line."""
    lines = {_line(laid.of, number, laid.pages) for number in range(1, laid.pages + 1)}
    told = read_text([laid.data], cancelled=cancelled)
    words = {line.text for page in told.pages for line in page.lines}
    if len(told.pages) != laid.pages or not words <= {_as_read(each) for each in lines}:
        raise CopyUnsoundError("the copy has words that it should not have")
    for number, size in enumerate(sizes, 1):
        if not (rectangles := laid.of.rectangles_on(number)):
            continue
        page = _pixels(read_page_to_copy([laid.data], number, cancelled=cancelled))
        if not all(_is_dark(page, box_of(size, each)) for each in rectangles):
            raise CopyUnsoundError("a masked place is visible in the copy")
    return laid


def _is_dark(page: Pixels, box: tuple[int, int, int, int]) -> bool:
    left, top, right, bottom = box
    rows = range(top + _EDGE, min(bottom, page.height) - _EDGE)
    first, last = 3 * (left + _EDGE), 3 * (min(right, page.width) - _EDGE)
    stride = 3 * page.width
    return all(max(page.data[stride * row + first : stride * row + last], default=0) <= _DARK for row in rows)


def titles_of(number: str, language: str) -> Texts:
    """Return what a copy of an exhibit is called, in the language of the case and in English."""
    own = [each for each in dict.fromkeys((language, "en")) if each in LANGUAGES]
    return tuple((each, _named(number, each)) for each in own)


def _named(number: str, language: str) -> str:
    """A copy, as the pages of a bundle in this language name a thing; without such pages, as in English."""
    named = words_in(language_of(language)).common.named
    return named.format(name=capital(word(Originality.REDACTED_VERSION, language)), value=number)


def _line(making: CopyToMake, number: int, pages: int) -> str:
    """Say what a page is: the title, the page, and the SHA-256 of the original, which no copy lets guess."""
    title = next(
        (text for _, text in titles_of(making.exhibit.number, making.language) if _as_drawn(text) == text),
        "",
    )
    return f"{title}, {number} / {pages}, SHA-256 {making.file.sha256}"


def _as_drawn(line: str) -> str:
    return line.encode("cp1252", "replace").decode("cp1252")


def _as_read(line: str) -> str:
    """A drawn line as it is read again: a no-break space is told as a space."""
    return _as_drawn(line).replace("\u00a0", " ")


def _pixels(page: PageToCopy) -> Pixels:
    return Pixels(width=page.width, height=page.height, data=page.pixels)


def _size_of(page: PageToCopy) -> Pixels:
    return Pixels(width=page.width, height=page.height, data=b"")
