"""The text of a DOCX or a plain text that was made elsewhere: its paragraphs, page by page.

A DOCX knows its pages only as far as its writer put breaks, or noted where its last reader saw them.
"""

import re
from collections.abc import Iterator

from thb_desktop.errors import ExchangeFormatError
from thb_desktop.exchange.tables.docx_looks import SPACE, UNSEEN, Looks
from thb_desktop.exchange.tables.looks import is_on
from thb_desktop.exchange.tables.office import OfficeFile
from thb_desktop.exchange.untrusted.encodings import decode
from thb_desktop.exchange.untrusted.limits import SMALL_PART
from thb_desktop.exchange.untrusted.xml import Element

_TAG = f"{{{SPACE}}}"
_PAGE, _SEEN = "\f", "\v"
"""A break that the writer put, and one that the last reader saw: mostly the same one, told twice."""
_TWICE = re.compile(r"\f\s*\v")
_CHARACTERS = {"cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_LEFT_OUT = {
    "CHANGES": {"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "delText"},
    "NOTES": {"footnoteReference", "endnoteReference", "commentReference"},
    "PICTURES": {"drawing", "pict", "object", "AlternateContent"},
    "FIELDS": {"fldSimple", "fldChar", "instrText", "control", "altChunk", "subDoc", "sym", "ruby"},
    "HIDDEN": {"vanish", "webHidden", "specVanish"},
    "HEADERS": {"headerReference", "footerReference"},
}
_NOT_ENTERED = {"del", "moveFrom", "drawing", "pict", "object", "AlternateContent", "instrText"}
"""What holds words that do not stand in the text as it is now."""


def docx_pages(untrusted: bytes) -> tuple[list[list[str]], list[str]]:
    """Return the paragraphs of each page of a DOCX, and what it has besides them.

    Raises ExchangeFormatError, ActiveContentError, ArchiveRefusedError, and what `read_xml` raises.
    """
    opened = OfficeFile(untrusted)
    root = opened.part(opened.main())
    if root.name != f"{_TAG}document":
        raise ExchangeFormatError("the file is no DOCX of the usual kind")
    met = {element.local for element in root.within()}
    told = {kind for kind, names in _LEFT_OUT.items() if names & met}
    besides = sorted(told | _unseen(opened, root))
    text = "\n".join("".join(_words(paragraph)) for paragraph in _paragraphs(root))
    return _pages(_TWICE.sub(_PAGE, text).replace(_SEEN, _PAGE)), besides


def _unseen(opened: OfficeFile, root: Element) -> set[str]:
    """Return "HIDDEN" if words look, by themselves or by a style, so that nobody sees them."""
    styles = [each.target for each in opened.related(opened.main(), "styles") if opened.has(each.target)]
    looks = Looks(opened.part(styles[0], most=SMALL_PART) if styles else None)
    properties = (each for each in root.within() if each.local in ("rPr", "pPr"))
    found = {looks.everywhere, *map(looks.of, properties)}
    return {"HIDDEN"} if found & UNSEEN else set()


def text_pages(untrusted: bytes) -> list[list[str]]:
    """Return the lines of each page of a plain text; a form feed ends a page. Raises EncodingUnknownError."""
    return _pages(decode(untrusted).text)


def _pages(text: str) -> list[list[str]]:
    pages = [page.splitlines() for page in text.replace("\r\n", "\n").split(_PAGE)]
    return [[_plain(line) for line in page if line.strip()] for page in pages]


def _plain(line: str) -> str:
    return "".join(letter for letter in line if letter >= " " or letter == "\t")


def _paragraphs(untrusted: Element) -> Iterator[Element]:
    for child in untrusted.elements:
        name = child.name.removeprefix(_TAG)
        if name == "p":
            yield child
        elif name not in _NOT_ENTERED:
            yield from _paragraphs(child)


def _words(untrusted: Element) -> Iterator[str]:
    for child in untrusted.elements:
        name = child.name.removeprefix(_TAG)
        if name == "r" and _is_hidden(child):
            continue
        if name == "t":
            yield child.text()
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name == "br":
            yield _PAGE if child.attributes.get(f"{_TAG}type") == "page" else "\n"
        elif name == "lastRenderedPageBreak":
            yield _SEEN
        elif name not in _NOT_ENTERED and name != "p" and not name.endswith("Pr"):
            yield from _words(child)


def _is_hidden(run: Element) -> bool:
    """Whether an office program does not show these words."""
    looks = run.first(f"{_TAG}rPr")
    return looks is not None and any(
        is_on(each.attributes.get(f"{_TAG}val", "1")) for each in looks.named(f"{_TAG}vanish")
    )
