"""The rights of each role: one row a right, one column a role, from the services."""

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.rights import RIGHTS, Right, may
from thb_desktop.domain.vocabulary import UserRole
from ui.labels import words
from ui.rows import Column, RowsModel
from ui.tones import Tone
from ui.widgets.basic import Label, Part
from ui.widgets.table import RecordTable

SHOWN = tuple(role for role in UserRole if RIGHTS[role])
"""Roles with any right; an interpreter signs as a guest."""


class RightsGrid(QWidget):
    """Read only: the table is part of the program, so that no vault can weaken it."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        told = self.tr(
            "An interpreter has none of these rights: they sign at a colleague's desk. Identities, "
            "individual assessments and key material have separate keys. A function gets such a key only "
            "if it has the right to open them."
        )
        column.addWidget(Label(told, Part.MUTED, wrap=True))
        columns = [Column[Right](title=self.tr("Right"), read=words)]
        columns += [self._column_of(role) for role in SHOWN]
        self.rows: RowsModel[Right] = RowsModel(columns, self)
        self.table = RecordTable(self.rows, self.tr("Rights"))
        self.rows.show_rows(tuple(Right))
        column.addWidget(self.table)

    def _column_of(self, role: UserRole) -> Column[Right]:
        return Column(
            title=words(role),
            read=lambda right: self.tr("Yes") if may(role, right) else "",
            width=self._width_of(words(role)),
            tone=lambda right: Tone.OK if may(role, right) else None,
        )

    def _width_of(self, title: str) -> int:
        font = QFont(self.font())
        font.setBold(True)
        return max(84, QFontMetrics(font).horizontalAdvance(title) + 26)
