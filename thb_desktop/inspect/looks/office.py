"""Office files: the words of DOCX, PPTX and OpenDocument, and the properties of all of them."""

import re
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from thb_desktop.inspect.looks.archives import zipped
from thb_desktop.inspect.looks.parts import TOO_LARGE, Asked, Facts, Said, UnreadableError
from thb_desktop.inspect.looks.plain import words_page
from thb_desktop.inspect.looks.xml import END, START, TEXT, events

_MOST_TEXT = 100 << 20
_WORDS = {"docx": re.compile(r"word/document\.xml"), "pptx": re.compile(r"ppt/slides/slide\d+\.xml")}
_BESIDE = re.compile(
    r"word/(?:footnotes|endnotes|comments|header\d*|footer\d*)\.xml|ppt/notesSlides/notesSlide\d+\.xml"
    r"|ppt/comments/\w+\.xml|xl/(?:comments\d*|threadedComments/\w+|drawings/drawing\d+)\.xml"
    r"|(?:word|ppt|xl)/diagrams/data\d+\.xml"
)
"""What stands beside the text: notes, comments, heads and feet of pages, diagrams, shapes of a sheet."""
_STYLES = "styles.xml"
_HEADS_AND_FEET = frozenset(
    f"{part}{which}" for part in ("header", "footer") for which in ("", "-left", "-first")
)
_FILLED_IN = frozenset({"sheet-name", "page-number", "page-count"})
_TEXTS = frozenset({"t", "delText", "text"})
_PARAGRAPHS = frozenset({"p", "h", "cm", "comment", "threadedComment"})


def look_at_words(asked: Asked) -> Said:
    return words_page(words_of(asked), asked.page)


def words_of(asked: Asked) -> list[str]:
    """Return the paragraphs of a DOCX, a PPTX or an OpenDocument text, once for all its pages."""
    if "words" not in asked.kept:
        archive = zipped(asked)
        is_open = "content.xml" in archive.NameToInfo
        form = re.compile(r"content\.xml") if is_open else None
        names = [
            name
            for name in archive.NameToInfo
            if (form or _WORDS["docx"]).fullmatch(name) or (not is_open and _WORDS["pptx"].fullmatch(name))
        ]
        names.sort(key=lambda name: (len(name), name))
        lines = [line for name in names for line in _paragraphs(archive, name, is_open=is_open)]
        asked.kept["words"] = [*lines, *words_beside(asked)]
    found: list[str] = asked.kept["words"]
    return found


def words_beside(asked: Asked) -> list[str]:
    """Return the words beside the text or the cells: a name in a footnote or a comment is found too."""
    archive = zipped(asked)
    names = sorted(filter(_BESIDE.fullmatch, archive.NameToInfo), key=lambda name: (len(name), name))
    lines = [line for name in names for line in _paragraphs(archive, name, is_open=False)]
    if "content.xml" in archive.NameToInfo and _STYLES in archive.NameToInfo:
        lines += _heads_and_feet(archive)
    return [line for line in lines if line.strip()]


def _heads_and_feet(archive: zipfile.ZipFile) -> Iterator[str]:
    """Return the words in the heads and feet of the pages of an OpenDocument file, without what a program
    fills in there.
    """
    within, text, filled, length = 0, list[str](), 0, 0
    with archive.open(_STYLES) as opened:
        for what, told, _ in events(_as_binary(opened)):
            if what == TEXT:
                if within and not filled:
                    text.append(told)
                    length += len(told)
                    if length > _MOST_TEXT:
                        raise UnreadableError(TOO_LARGE)
                continue
            step = 1 if what == START else -1
            within += step * (told in _HEADS_AND_FEET)
            filled += step * (told in _FILLED_IN)
            if within and told in _PARAGRAPHS and what == END:
                yield "".join(text)
                text = []


def _paragraphs(archive: zipfile.ZipFile, name: str, *, is_open: bool) -> Iterator[str]:
    text, takes, length = list[str](), is_open, 0
    with archive.open(name) as opened:
        for what, told, _ in events(_as_binary(opened)):
            if what == TEXT:
                if takes:
                    text.append(told)
                    length += len(told)
                    if length > _MOST_TEXT:
                        raise UnreadableError(TOO_LARGE)
            elif told in _TEXTS and not is_open:
                takes = what == START
            elif told == "tab" and what == START:
                text.append("\t")
            elif told in ("br", "line-break", "cr") and what == START:
                text.append("\n")
            elif told in _PARAGRAPHS and what == END:
                yield from "".join(text).split("\n")
                text = []


def _as_binary(opened: Any) -> BinaryIO:
    return opened  # type: ignore[no-any-return]  # it reads


_FACTS = {
    "title": "TITLE",
    "creator": "AUTHOR",
    "initial-creator": "AUTHOR",
    "lastModifiedBy": "MODIFIED_BY",
    "created": "CREATED",
    "creation-date": "CREATED",
    "modified": "MODIFIED",
    "date": "MODIFIED",
    "Application": "SOFTWARE",
    "generator": "SOFTWARE",
    "Pages": "PAGES",
    "lastPrinted": "PRINTED",
    "print-date": "PRINTED",
    "Company": "COMPANY",
}
_MOST_FACTS = 500


def tell_of_office(asked: Asked) -> Facts:
    """Return the properties of an office file, which whoever wrote it could set."""
    archive = zipped(asked)
    facts: Facts = []
    for name in ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "meta.xml"):
        if name not in archive.NameToInfo:
            continue
        text, named = "", ""
        with archive.open(name) as opened:
            for what, told, attributes in events(_as_binary(opened)):
                if what == START:
                    text = ""
                    named = attributes.get("name", named) if told in ("property", "user-defined") else named
                elif what == TEXT:
                    text += told
                elif text.strip() and len(facts) < _MOST_FACTS:
                    key = named if name.endswith("custom.xml") or told == "user-defined" else told
                    facts.append((_FACTS.get(told, ""), key, text.strip()))
                    text = ""
    if any("vbaProject" in name for name in archive.NameToInfo):
        facts.append(("MACROS", "vbaProject.bin", "yes"))
    return facts
