"""Identifiers in a text that is edited read in their order between right-to-left letters (ADR 0095).

Qt orders the letters of a document alone, so the document has a mark (U+200E) before each of them. The marks
are known by their format; the text, its places and what is copied have none.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit

from thb_desktop.domain.anchors import utf16_units
from thb_desktop.domain.reading_order import POP_ISOLATE, marks

MARK: Final = "\u200e"
_LINE_ENDS: Final = dict.fromkeys((0x2028, 0x2029, 0xFDD0, 0xFDD1), "\n")
"""Of a document: between lines, between paragraphs, and around frames."""
_OWN: Final = int(QTextFormat.Property.UserProperty.value) + 1


def is_mark(look: QTextCharFormat) -> bool:
    """Whether a mark looks so, and what is typed behind it would."""
    return look.hasProperty(_OWN)


def text_in(editor: QTextEdit) -> str:
    """Return the letters of its document with the marks, line by line; Qt would write a no-break space as a
    space, and so change what was said.
    """
    return editor.document().toRawText().translate(_LINE_ENDS)


def marks_in(editor: QTextEdit) -> list[int]:
    """Return where the marks in its document are, in UTF-16 units; a U+200E that was typed is none."""
    shown = text_in(editor)
    if MARK not in shown:
        return []
    cursor, found, units, at = QTextCursor(editor.document()), [], 0, 0
    for point, sign in enumerate(shown):
        if sign == MARK:
            units += utf16_units(shown[at:point], point - at)
            at = point
            cursor.setPosition(units + 1)
            if is_mark(cursor.charFormat()):
                found.append(units)
    return found


def without_marks(shown: str, marked: Sequence[int]) -> str:
    """Return a text without the marks at these places."""
    if not marked:
        return shown
    units = shown.encode("utf-16-le", "surrogatepass")
    ends = (-1, *marked, len(units) // 2)
    kept = b"".join(units[2 * (start + 1) : 2 * end] for start, end in pairwise(ends))
    return kept.decode("utf-16-le", "surrogatepass")


def keep_order(editor: QTextEdit) -> None:
    """Set the marks as the present text needs them. They are undone with what made them necessary; what was
    undone can be redone.
    """
    has, document = marks_in(editor), editor.document()
    wanted = _places(without_marks(text_in(editor), has))
    plain = [place - number for number, place in enumerate(has)]
    if plain == wanted or document.isRedoAvailable():
        return
    cursor = QTextCursor(document)
    if document.isUndoAvailable():
        cursor.joinPreviousEditBlock()
    else:
        cursor.beginEditBlock()
    kept: list[int] = []
    for number, place in reversed(list(enumerate(plain))):
        if place in wanted and place not in kept:
            kept.append(place)
        else:
            cursor.setPosition(has[number])
            cursor.deleteChar()
    for place in reversed(wanted):
        if place not in kept:
            cursor.setPosition(place + sum(each < place for each in kept))
            look = cursor.charFormat()
            look.setProperty(_OWN, True)
            cursor.insertText(MARK, look)
    cursor.endEditBlock()


def _places(text: str) -> list[int]:
    """Return before which places of a text a mark is needed, in UTF-16 units."""
    found: list[int] = []
    begin = 0
    for line in text.split("\n"):
        for point, mark in marks(line):
            found.append(begin + utf16_units(line, point))
            if mark == MARK:
                # Between Arabic-Indic digits, a sign needs a mark on either side.
                found.append(begin + utf16_units(line, _end_of_word(line, point)))
            elif mark == POP_ISOLATE and line[point - 1].isalnum():
                found.pop()  # a mark holds what is no letter and no digit: the last stroke of an address
        begin += utf16_units(line, len(line)) + 1
    return sorted(set(found))


def _end_of_word(line: str, point: int) -> int:
    while point and not line[point - 1].isalnum():
        point -= 1
    return point
