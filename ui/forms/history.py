"""The corrections of an entry: value before, value now, reason, date and user."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.corrections import STRUCK, UNREADABLE, Correction
from thb_desktop.domain.fields import Description
from ui.clock import place_here, when_here
from ui.forms.reading import stored_in_words
from ui.labels import field_words
from ui.rows import Column, RowsModel
from ui.text import NONE, translate
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.table import RecordTable


class HistoryDialog(Dialog):
    """Shows the corrections of one entry, in the order of entry. names: of users and references, by id.
    said: what else somebody said of it.
    """

    def __init__(
        self,
        parent: QWidget,
        heading: str,
        description: Description,
        corrections: Sequence[Correction],
        names: Mapping[str, str],
        *,
        said: str = "",
    ) -> None:
        super().__init__(parent, heading)
        self.setMinimumWidth(1080)
        self.rows: RowsModel[Any] = RowsModel(_columns(description, names), self)
        self.table = RecordTable(self.rows, self.tr("Corrections"), wrap=True)
        self.table.setMinimumHeight(220)
        self.rows.show_rows(corrections)
        if said:
            self.body.addWidget(Label(said, wrap=True).selectable())
        if corrections:
            self.body.addWidget(self.table)
        else:
            self.body.addWidget(Label(self.tr("Nothing was corrected in this entry."), Part.MUTED))
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self.main_button.setDefault(True)
        self._outer.addLayout(row(None, self.main_button))


def _columns(description: Description, names: Mapping[str, str]) -> tuple[Column[Correction], ...]:
    def value(correction: Correction, stored: str | None) -> str:
        if correction.field == STRUCK:
            # What is stored is the reason, which has a column of its own.
            return translate("editors", "Yes") if stored else translate("editors", "No")
        if correction.entity != description.name:
            return translate("history", "Sealed")
        return stored_in_words(description, correction.field, stored, names)

    def field(correction: Correction) -> str:
        if correction.field == STRUCK:
            return translate("history", "Struck out")
        if correction.field == UNREADABLE:
            return translate("history", "Identity, which could not be read")
        return field_words(correction.entity, correction.field)

    heading = translate("history", "When ({place})").format(place=place_here())
    return (
        Column(title=heading, read=lambda row: when_here(row.at), width=188, exact=True),
        Column(title=translate("history", "Field"), read=field, width=150),
        Column(title=translate("history", "Before"), read=lambda row: value(row, row.before)),
        Column(title=translate("history", "Now"), read=lambda row: value(row, row.after)),
        Column(title=translate("history", "Reason"), read=lambda row: row.reason),
        Column(title=translate("history", "By"), read=lambda row: names.get(row.by, NONE), width=150),
    )
