"""The segments of one interview as a table: the person's language on one side, another on the other."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from thb_desktop.domain.ids import InterpreterId, RowId, SegmentId
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import RenderingKind, SpeakerRole, UtteranceKind
from ui import text
from ui.labels import language_name, language_within, words
from ui.rows import ROW, TONE, Index
from ui.text import listed
from ui.tones import Tone
from ui.transcript.corrected import (
    told_beside,
    told_correction,
    told_kind,
    told_missing,
    told_original,
    told_rectified,
    told_spoken,
)
from ui.transcript.lines import clock
from ui.transcript.segment_row import SegmentRow
from ui.transcript.states import is_told_draft, tone_of
from ui.transcript.titles import titles_of

LANGUAGE = Qt.ItemDataRole.UserRole + 2
QUIET = Qt.ItemDataRole.UserRole + 3
ORIGIN = Qt.ItemDataRole.UserRole + 4
"""The origin of a side's words, shown below them: "original", or the author."""
IS_ORIGINAL = Qt.ItemDataRole.UserRole + 5
STRUCK = Qt.ItemDataRole.UserRole + 6
CORRECTED = Qt.ItemDataRole.UserRole + 7
"""The corrections of a side's words, shown below them."""


class At(IntEnum):
    """The columns. LEFT: the language of the person. MIDDLE: that of a relay; without one, it is away. RIGHT:
    that of the procedure, or another one.
    """

    WHO = 0
    LEFT = 1
    MIDDLE = 2
    RIGHT = 3
    STATE = 4


SIDES = (At.LEFT, At.MIDDLE, At.RIGHT)


class SegmentsModel(QAbstractTableModel):
    """The content of the table; changes go through the view-model, never through `setData`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[SegmentRow] = []
        self.left = self.middle = self.right = ""
        self.middles: tuple[str, ...] = ()
        """The languages of a relay, in the order of its legs. middle: the one that has the column."""
        self.away: At | None = At.MIDDLE
        """The side that is not shown: there is no relay, or no room for three."""
        self.linguists: Mapping[InterpreterId, str] = {}
        self.present: Mapping[RowId, str] = {}
        """The names of the persons present."""
        self.usual: Mapping[SpeakerRole, str] = {}
        """The name of who speaks in a function, where no person present is named."""
        self.can_edit = False
        self.is_draft = self.is_closed = False
        self.read: frozenset[SegmentId] = frozenset()
        """The turns that were read back."""
        self.is_of_file = True
        """Whether the right side is the language of the procedure."""
        self.file = ""
        """The language of the procedure: an original in it has its column, shown or not."""
        self._columns: tuple[str, ...] = ()

    def show_rows(
        self,
        rows: Sequence[SegmentRow],
        *,
        left: str,
        right: str,
        middles: Sequence[str] = (),
        linguists: Mapping[InterpreterId, str] | None = None,
    ) -> None:
        """left, right: the languages of the two sides. middles: those of a relay. linguists: names by id."""
        self.beginResetModel()
        self.rows, self.left, self.right, self.middles = list(rows), left, right, tuple(middles)
        if self.middle not in self.middles:
            self.middle = next(iter(self.middles), "")
        self.linguists = linguists or {}
        self._columns = tuple(dict.fromkeys((*self.languages, *filter(None, (self.file,)))))
        self.endResetModel()

    @property
    def shown_sides(self) -> tuple[At, ...]:
        """The sides that have a column: a record in one language has one."""
        return tuple(side for side in SIDES if side is not self.away and self._is_needed(side))

    def _is_needed(self, side: At) -> bool:
        return side is At.LEFT or self.language_at(side) not in ("", self.left)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the sides, each once."""
        return tuple(dict.fromkeys(tag for tag in (self.left, *self.middles, self.right) if tag))

    def show_middle(self, tag: str) -> None:
        """Show this language of a relay between the two. The table lays its rows out again."""
        self.middle = tag

    def away_tags(self, row: SegmentRow) -> tuple[str, ...]:
        """Return the languages without a column now in which something stands in this turn."""
        shown = {self.language_at(side) for side in self.shown_sides}
        away = (tag for tag in self.languages if tag not in shown)
        return tuple(tag for tag in away if row.text(self.tag_in(row, tag)))

    def own(self, row: SegmentRow) -> str:
        """Return the column of the original, also of one that is not shown now."""
        return row.own(self._columns)

    def tag_in(self, row: SegmentRow, column: str) -> str:
        """Return the language of the words in a column of a turn: that of the original where it stands."""
        return row.segment.language if column and self.own(row) == column else column

    def tag_at(self, row: SegmentRow, column: int) -> str:
        return self.tag_in(row, self.language_at(column))

    def beside(self, row: SegmentRow) -> tuple[Rendering, ...]:
        """Return the renditions of a turn that stand below its original, for they have no column."""
        return row.beside(self._columns) if self.file else ()

    def texts(self, row: SegmentRow) -> Iterator[tuple[str, str]]:
        """Return column and words of each text of a turn."""
        yield from ((each, row.text(self.tag_in(row, each))) for each in self.languages)
        yield from ((self.own(row), each.text) for each in self.beside(row))

    def language_at(self, column: int) -> str:
        if column == At.MIDDLE:
            return self.middle
        return self.left if column == At.LEFT else self.right

    def row_of(self, segment_id: SegmentId) -> int:
        return next((at for at, row in enumerate(self.rows) if row.segment.id == segment_id), -1)

    def keep_typed(self, number: int, column: At, typed: str) -> None:
        """Show the text being typed."""
        row = self.rows[number]
        self.replace_row(number, replace(row, typed={**row.typed, self.tag_at(row, column): typed}))

    def show_read(self, read: frozenset[SegmentId]) -> None:
        """Show which turns were read back."""
        changed, self.read = self.read ^ read, read
        for number, row in enumerate(self.rows if changed else ()):
            if row.segment.id in changed:
                self.dataChanged.emit(self.index(number, At.STATE), self.index(number, At.STATE))

    def append(self, row: SegmentRow) -> None:
        """Add a turn behind the last one."""
        end = len(self.rows)
        self.beginInsertRows(QModelIndex(), end, end)
        self.rows.append(row)
        self.endInsertRows()

    def replace_row(self, number: int, row: SegmentRow) -> None:
        self.rows[number] = row
        self.dataChanged.emit(self.index(number, 0), self.index(number, At.STATE))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        return 0 if parent.isValid() else len(At)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() not in self.shown_sides or not self.can_edit:
            return flags
        row = self.rows[index.row()]
        segment = row.segment
        is_original = segment.language == self.tag_at(row, index.column())
        may = segment.source_text is not None if is_original else True
        may = may if self.is_draft else not is_original and self._is_translated(index)
        return flags | Qt.ItemFlag.ItemIsEditable if may and not segment.struck else flags

    def _is_translated(self, index: Index) -> bool:
        """Whether a side has a translation: after the reading back none is added, and what was said then
        stays as it was read.
        """
        rendering = self.rows[index.row()].side(self.language_at(index.column())).rendering
        return rendering is not None and rendering.kind is RenderingKind.TRANSLATION

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            on_this_side = section in (At.LEFT, At.MIDDLE)
            at_right = on_this_side and text.language_is_right_to_left(self.language_at(section))
            side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return titles_of(
            *(self.left, self.middle, self.right),
            is_of_file=self.is_of_file,
            takes_turns=bool(self.middle) and (self.away is not None or len(self.middles) > 1),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], At(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said_aloud(row, column)
        if role == Qt.ItemDataRole.EditRole and column in SIDES:
            return row.text(self.tag_at(row, column))
        return self._extra(row, column, role)

    def _extra(self, row: SegmentRow, column: At, role: int) -> Any:
        """Return what the delegate needs besides the text. Of each row it asks for one after the other."""
        if role == ROW:
            return row
        if role == STRUCK:
            return bool(row.segment.struck)
        if role == TONE:
            return self._noted(row)[1] if column is At.STATE else None
        read, otherwise = _OF_SIDE.get(role, _NOTHING)
        return read(self, row, column) if column in SIDES else otherwise

    def _is_original(self, row: SegmentRow, column: At) -> bool:
        return row.segment.language == self.tag_at(row, column)

    def _is_quiet(self, row: SegmentRow, column: At) -> bool:
        return not row.text(self.tag_at(row, column))

    def speaker(self, row: SegmentRow) -> str:
        """Return the name of who spoke, or their function."""
        segment = row.segment
        name = self.present.get(segment.speaker_id, "") if segment.speaker_id else ""
        return name or self.usual.get(segment.speaker, "") or words(segment.speaker)

    def _said_aloud(self, row: SegmentRow, column: At) -> str:
        """Return what a screen reader says of a cell."""
        shown = self._shown(row, column)
        if column is At.WHO:
            number, kind = row.full.label.split()[0], words(row.segment.kind).lower()
            away = listed(language_within(each) for each in self.away_tags(row))
            also = self.tr("also in {languages}, not shown").format(languages=away) if away else ""
            told = (f"{kind} {number}", self.speaker(row), clock(row.segment.at), self._recorded(row), also)
            lines = (f"{each.clock}, {each.words}" for each in (*row.above, *row.below))
            return "\n".join((listed(part for part in told if part), *lines))
        if column not in SIDES or not self.language_at(column):
            return shown
        language = language_name(self.tag_at(row, column))
        said = self.tr("{language}, {origin}: {words}").format(
            language=language, origin=self._origin(row, column) or self.tr("no words"), words=shown
        )
        return "\n".join(filter(None, (said, self._corrected(row, column))))

    def _shown(self, row: SegmentRow, column: At) -> str:
        match column:
            case At.WHO:
                who, since = self.speaker(row), clock(row.segment.at)
                parts = (text.isolate(row.full.label), text.isolate_words(who), text.isolate(since))
                return "\n".join(part for part in (*parts, self._recorded(row)) if part)
            case At.STATE:
                return self._noted(row)[0]
            case _:
                language = self.tag_at(row, column)
                shown = row.text(language)
                if not shown and row.segment.language == language:
                    return told_missing(row.segment)
                return shown

    def _recorded(self, row: SegmentRow) -> str:
        """Return where a turn begins in the recording; empty if that is not known."""
        return text.isolate(row.segment.recording_from)

    def _origin(self, row: SegmentRow, column: At) -> str:
        """Return the origin of a side's words, in words: never by colour alone."""
        language = self.tag_at(row, column)
        if row.segment.language == language:
            return told_original(row.segment, language == self.language_at(column))
        rendering = row.side(language).rendering
        if rendering is None:
            is_away = self.own(row) not in self.languages and row.segment.source_text
            return told_spoken(row.segment) if is_away else ""
        author = self.linguists.get(rendering.author_id) if rendering.author_id else None
        if author is None:
            return self.tr("{kind}, author not said").format(kind=told_kind(rendering).lower())
        told = self.tr("{kind}, {author}")
        return told.format(kind=told_kind(rendering).lower(), author=text.isolate_words(author))

    def _corrected(self, row: SegmentRow, column: At) -> str:
        shown = {self.language_at(side): side for side in reversed(self.shown_sides)}
        original = shown.get(self.own(row), self.shown_sides[0])
        told = [
            told_correction(each, is_shown=each.language in shown)
            for each in row.corrections
            if shown.get(each.language, original) is column
        ]
        if original is column:
            told = [*map(told_beside, self.beside(row)), *told, *map(told_rectified, row.rectified_by)]
        return "\n".join(told)

    def _state(self, row: SegmentRow) -> tuple[str, Tone]:
        if row.segment.struck:
            return self.tr("Struck out"), Tone.PLAIN
        if row.unsaved:
            return self.tr("Not saved"), Tone.WARN
        rendering = row.rendering(self.right, self.left, *self.middles)
        if rendering is None:
            missing = not all(row.text(self.tag_at(row, side)) for side in self._ends())
            own = row.segment.kind in (UtteranceKind.INTERPRETER_INTERVENTION, UtteranceKind.DESCRIPTION)
            return (self.tr("Not rendered"), Tone.PLAIN) if missing and not own else ("", Tone.PLAIN)
        if is_told_draft(rendering) and (self.is_draft or self.is_closed):
            return "", Tone.PLAIN
        return words(rendering.state), tone_of(rendering.state, is_closed=self.is_closed)

    def _ends(self) -> tuple[At, ...]:
        """The sides on which the words of each turn stand: of one language, one."""
        return tuple(side for side in (At.LEFT, At.RIGHT) if self._is_needed(side))

    def _noted(self, row: SegmentRow) -> tuple[str, Tone]:
        """Return the state of a turn; that it was read back, unless something is wrong or unsaved."""
        shown, tone = self._state(row)
        is_quiet = not row.segment.struck and not row.unsaved and tone is not Tone.BAD
        return (self.tr("Read"), Tone.OK) if is_quiet and row.segment.id in self.read else (shown, tone)


_NOTHING: tuple[Callable[[SegmentsModel, SegmentRow, At], object], object] = (lambda *_: None, None)
_OF_SIDE: Mapping[int, tuple[Callable[[SegmentsModel, SegmentRow, At], object], object]] = {
    LANGUAGE: (lambda of, row, column: of.tag_at(row, column), None),
    ORIGIN: (lambda of, row, column: of._origin(row, column), ""),
    CORRECTED: (lambda of, row, column: of._corrected(row, column), ""),
    IS_ORIGINAL: (lambda of, row, column: of._is_original(row, column), False),
    QUIET: (lambda of, row, column: of._is_quiet(row, column), False),
}
"""What is read of a side of a row by role, and what it is elsewhere."""
