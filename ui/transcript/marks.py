"""Marks at turns: the words at which something is noted, underlined, and the signs in the margin."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout

from thb_desktop.domain.anchors import utf16_units
from thb_desktop.domain.reading_order import marks as added_marks
from ui import theme
from ui.tones import Tone

MARKED = Qt.ItemDataRole.UserRole + 8
"""The words of a side at which something is noted; of the last column, the signs in the margin."""

TO_READ = Qt.ItemDataRole.UserRole + 9
"""Whether the editor of a side only lets words be chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Underline:
    """Words at which something is noted. start, end: code points. is_doubt: they are in doubt."""

    start: int
    end: int
    quoted: str
    is_doubt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnMarks:
    """source, rendering: the words of each side. margin: signs, each with its tone. told: the same in words,
    for a screen reader.
    """

    source: tuple[Underline, ...] = ()
    rendering: tuple[Underline, ...] = ()
    margin: tuple[tuple[str, Tone], ...] = ()
    told: str = ""


UNMARKED = TurnMarks()


def formats(shown: str, underlines: Sequence[Underline]) -> list[QTextLayout.FormatRange]:
    """Return the underlining of a text as it is laid out, with the marks of direction that are added to it.

    A place whose words are not those that were noted is left out.
    """
    added = [position for position, _ in added_marks(shown)]
    made = []
    for each in underlines:
        if shown[each.start : each.end] != each.quoted:
            continue
        start = utf16_units(shown, each.start) + sum(place <= each.start for place in added)
        end = utf16_units(shown, each.end) + sum(place < each.end for place in added)
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = start, end - start, _underlined(is_doubt=each.is_doubt)
        made.append(one)
    return made


def _underlined(*, is_doubt: bool) -> QTextCharFormat:
    chosen, look = theme.tokens(), QTextCharFormat()
    style = QTextCharFormat.UnderlineStyle
    look.setUnderlineStyle(style.WaveUnderline if is_doubt else style.SingleUnderline)
    look.setUnderlineColor(QColor(chosen.warn if is_doubt else chosen.accent))
    if is_doubt:
        look.setBackground(QColor(chosen.warn_soft))
    return look
