"""What stands around the words of a turn: who spoke and when, the language, the state, the lines across."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from thb_desktop.domain.vocabulary import UtteranceKind
from ui import theme
from ui.rows import TONE
from ui.text import isolate, language_is_right_to_left, with_name
from ui.tones import Tone
from ui.transcript.letters import small_font
from ui.transcript.lines import Line, clock
from ui.transcript.segment_row import SegmentRow
from ui.widgets import icons

_LETTERS = {
    UtteranceKind.QUESTION: ("Q", "hover", "muted", "edge"),
    UtteranceKind.ANSWER: ("A", "accent", "on_accent", ""),
    UtteranceKind.INTERPRETER_INTERVENTION: ("I", "warn_soft", "warn", ""),
}
"""The letter of a kind of turn, as it is printed, and the colours of its pill."""
_OTHER = ("\u2026", "hover", "muted", "")

Place = QModelIndex | QPersistentModelIndex


def letter_of(kind: UtteranceKind) -> tuple[str, Tone]:
    """Return the letter of a kind of turn, and the tone of its chip."""
    tones = {UtteranceKind.ANSWER: Tone.INFO, UtteranceKind.INTERPRETER_INTERVENTION: Tone.WARN}
    return _LETTERS.get(kind, _OTHER)[0], tones.get(kind, Tone.PLAIN)


def paint_ground(painter: QPainter, cell: QRect, row: SegmentRow, *, selected: bool) -> None:
    """Questions lie on another ground than answers; the chosen turn on a third."""
    chosen = theme.tokens()
    asks = row.segment.kind is UtteranceKind.QUESTION
    painter.fillRect(cell, QColor(chosen.accent_soft if selected else chosen.alt if asks else chosen.surface))
    painter.setPen(QColor(chosen.border))
    painter.drawLine(cell.bottomLeft(), cell.bottomRight())


def paint_frame(painter: QPainter, cell: QRect) -> None:
    """Frame the side of the chosen turn that Enter opens."""
    painter.setPen(QPen(QColor(theme.tokens().accent), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(cell).adjusted(2.5, 2.5, -3.5, -3.5), 4, 4)


def paint_who(
    painter: QPainter, cell: QRect, row: SegmentRow, index: Place, base: QFont, *, selected: bool
) -> None:
    """Draw the letter, the number, the time of day, the speaker and the place in the recording."""
    chosen = theme.tokens()
    if selected:
        painter.fillRect(QRectF(cell.x(), cell.y(), 3, cell.height() - 1), QColor(chosen.accent))
    letter, ground, ink, edge = _LETTERS.get(row.segment.kind, _OTHER)
    paint_pill(
        painter,
        QRectF(cell.x() + 9, cell.y() + 7, 22, 18),
        letter,
        (ground, ink, edge),
        small_font(base, 9, bold=True),
    )
    strong = small_font(base, 10, bold=True)
    _write(painter, cell.adjusted(39, 6, 0, 0), isolate(row.full.label.split()[0]), "text", strong)
    small = small_font(base, 8.5)
    since = clock(row.segment.at) or row.segment.recording_from
    _write(painter, cell.adjusted(0, 7, -8, 0), isolate(since), "muted", small, right=True)
    left = cell.x() + 44 + QFontMetricsF(strong).horizontalAdvance(row.full.label.split()[0])
    wide = cell.right() - 12 - QFontMetricsF(small).horizontalAdvance(since) - left
    _paint_away(painter, QRectF(left, cell.y() + 7, wide, 16), index.model().away_tags(row), base)  # type: ignore[attr-defined]  # the model of turns
    who = index.model().speaker(row)  # type: ignore[attr-defined]  # the model of turns
    room = cell.adjusted(_BEFORE_SPEAKER, 21, _BEFORE_SPEAKER - AROUND_SPEAKER, 0)
    shown = QFontMetricsF(small).elidedText(who, Qt.TextElideMode.ElideRight, room.width())
    _write(painter, room, shown, "muted", small)
    if row.segment.at and row.segment.recording_from and cell.height() > 52:
        _write(painter, cell.adjusted(39, 36, 0, 0), isolate(row.segment.recording_from), "muted", small)


def _paint_away(painter: QPainter, room: QRectF, tags: Sequence[str], base: QFont) -> None:
    """Draw the mark of words in languages that have no column now; their number, where they have no room."""
    font = small_font(base, 8, bold=True)
    fits = (told for told in (away_words(tags), f"+{len(tags)}") if _wide(font, told) <= room.width())
    told = next(fits, f"+{len(tags)}")
    if tags:
        place = QRectF(room.x(), room.y(), _wide(font, told), 16)
        paint_pill(painter, place, told, ("surface", "muted", "edge"), font)


def _wide(font: QFont, told: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(told) + 12


def away_words(tags: Iterable[str]) -> str:
    """Return the mark of words in languages that have no column now: "+EN"."""
    return " ".join(f"+{tag.partition('-')[0].upper()}" for tag in tags)


def paint_tag(
    painter: QPainter, tag: QRect, language: str, origin: str, base: QFont, *, original: bool
) -> None:
    """Draw the tag of a language: filled, with the origin below, where it holds the words spoken."""
    right = language_is_right_to_left(language)
    bold = small_font(base, 8, bold=True)
    # A variety is told where it has room: the words may stand under another one.
    has_room = QFontMetricsF(bold).horizontalAdvance(language.upper()) + 12 <= tag.width() - 6
    name = (language if has_room else language.partition("-")[0]).upper()
    wide = max(28.0, QFontMetricsF(bold).horizontalAdvance(name) + 12)
    middle = tag.x() + (tag.width() - wide) / 2 + (3 if right else -3)
    colours = ("accent_soft", "accent", "edge") if original else ("surface", "muted", "edge")
    paint_pill(painter, QRectF(middle, tag.y() + 7, wide, 16), name, colours, bold)
    if original:
        font = small_font(base, 8)
        for number, shown in enumerate(lines_of_origin(origin, font, tag.width() - 10)):
            top = tag.y() + _ORIGIN + _SMALL_LINE * number
            place = QRect(tag.x() + (8 if right else 0), top, tag.width() - 8, 14)
            _write(painter, place, shown, "accent", font, centre=True)


_ORIGIN, _SMALL_LINE = 24, 12
"""Pixels from the top of a turn to the origin of its words, and from one line of it to the next."""


def height_of_origin(origin: str) -> int:
    """Return how high a turn is at least: one in a third language says which, on two lines."""
    return _ORIGIN + _SMALL_LINE * len(origin.rsplit(" ", 1)) + 4


def lines_of_origin(origin: str, font: QFont, room: int) -> list[str]:
    """Return the origin in one line where it fits; else the language of a third one above the word."""
    measured = QFontMetricsF(font)
    if measured.horizontalAdvance(origin) <= room:
        return [origin]
    before, _, last = origin.rpartition(" ")
    lines = (part for part in (before.rstrip(" ,\u060c"), last) if part)
    return [measured.elidedText(each, Qt.TextElideMode.ElideRight, room) for each in lines]


_BEFORE_SPEAKER, AROUND_SPEAKER = 39, 47
"""Pixels before the words of a speaker, behind the letter of the turn; and of both sides of them."""
AROUND_STATE = 29
"""Pixels around the words of a state: of its pill, and beside it."""


def paint_state(painter: QPainter, cell: QRect, index: Place, base: QFont) -> None:
    """Draw the state of the rendering, if it needs a look."""
    shown = index.data(Qt.ItemDataRole.DisplayRole)
    if not shown:
        return
    tone = index.data(TONE)
    colours = {
        Tone.PLAIN: ("hover", "muted", ""),
        Tone.INFO: ("accent_soft", "accent", ""),
    }.get(tone, (f"{tone}_soft", f"{tone}", ""))
    font = small_font(base, 8.5, bold=True)
    room = cell.width() - 16
    words = QFontMetricsF(font).elidedText(shown, Qt.TextElideMode.ElideRight, room - 12)
    wide = QFontMetricsF(font).horizontalAdvance(words) + 14
    paint_pill(painter, QRectF(cell.x() + 8, cell.y() + 8, wide, 19), words, colours, font)


SIGN, SIGN_GAP, SIGNS_BELOW = 19, 4, 31
"""Pixels: the side of a sign in the margin, between two, and from the top of the turn to them."""


def paint_margin(painter: QPainter, cell: QRect, margin: Sequence[tuple[str, Tone]], base: QFont) -> None:
    """Draw the signs of what is noted at a turn, beside each other below its state."""
    font, left = small_font(base, 8.5, bold=True), cell.x() + 8.0
    for sign, tone in margin:
        ground = {Tone.PLAIN: "hover", Tone.INFO: "surface"}.get(tone, f"{tone}_soft")
        ink = {Tone.PLAIN: "muted", Tone.INFO: "accent"}.get(tone, f"{tone}")
        edge = "edge" if tone is Tone.INFO else ""
        wide = max(float(SIGN), QFontMetricsF(font).horizontalAdvance(sign) + 10)
        if left + wide > cell.right():
            _write(painter, QRect(int(left), cell.y() + SIGNS_BELOW, 16, SIGN), "\u2026", "muted", font)
            return
        paint_pill(painter, QRectF(left, cell.y() + SIGNS_BELOW, wide, SIGN), sign, (ground, ink, edge), font)
        left += wide + SIGN_GAP


def paint_line(painter: QPainter, across: QRect, line: Line, base: QFont, *, edge: int) -> None:
    """Draw an event in one line across the turns. edge: the width of the first column."""
    chosen = theme.tokens()
    painter.fillRect(across, QColor(chosen.surface))
    painter.setPen(QColor(chosen.border))
    painter.drawLine(across.bottomLeft(), across.bottomRight())
    side = 14
    painter.drawPixmap(across.x() + 13, across.y() + 5, icons.pixmap(line.icon, chosen.muted, side))
    small = small_font(base, 9)
    middle = across.adjusted(39, 4, 0, 0)
    _write(painter, middle, line.clock, "muted", small)
    _write(painter, across.adjusted(edge, 0, -8, 0), line.words, "muted", small, centre=True)


def paint_thin(
    painter: QPainter, across: QRect, row: SegmentRow, who: str, base: QFont, *, edge: int
) -> None:
    """Draw what could be seen of somebody: in brackets and italics."""
    chosen = theme.tokens()
    icon = icons.pixmap("user-round", chosen.muted, 14)
    painter.drawPixmap(across.x() + 13, across.y() + 5, icon)
    _write(
        painter, across.adjusted(39, 4, 0, 0), isolate(clock(row.segment.at)), "muted", small_font(base, 9)
    )
    font = small_font(base, 9, italic=True)
    shown = f"[{with_name(who, row.segment.source_text or '')}]"
    _write(painter, across.adjusted(edge, 0, -8, 0), shown, "muted", font, centre=True)


def paint_empty(painter: QPainter, room: QRect, hint: str, base: QFont) -> None:
    """Draw what to do in a record without turns: its first line strong, in the middle."""
    first, *others = hint.split("\n")
    line = QRect(room.x() + 24, room.center().y() - 16 * len(others) - 14, room.width() - 48, 28)
    strong = bool(others)
    _write(
        painter,
        line,
        first,
        "text" if strong else "muted",
        small_font(base, 12 if strong else 10, bold=strong),
        centre=True,
    )
    for told in others:
        line = line.translated(0, 28)
        _write(painter, line, told, "muted", small_font(base, 10), centre=True)


def paint_pill(
    painter: QPainter, where: QRectF, words: str, colours: tuple[str, str, str], font: QFont
) -> None:
    """Draw a short word in a pill. colours: of the ground, the word and the edge, by their tokens."""
    chosen = theme.tokens()
    ground, ink, edge = colours
    painter.setPen(QPen(QColor(getattr(chosen, edge)), 1) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(getattr(chosen, ground)))
    painter.drawRoundedRect(where, 8, 8)
    _write(painter, where.toRect(), words, ink, font, centre=True)


def _write(
    painter: QPainter,
    where: QRect,
    words: str,
    ink: str,
    font: QFont,
    *,
    right: bool = False,
    centre: bool = False,
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(getattr(theme.tokens(), ink)))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    flags = Qt.AlignmentFlag.AlignCenter if centre else side | Qt.AlignmentFlag.AlignTop
    painter.drawText(where, flags | Qt.AlignmentFlag.AlignAbsolute, words)
