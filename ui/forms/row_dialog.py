"""A row in full, where it can only be read: its table has no column for most fields."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.fields import Description
from ui.forms.reading import read_fields
from ui.labels import section_words, struck_words
from ui.widgets.basic import button, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form


class RowDialog(Dialog):
    """Each field in the order of the form. names: of references, by id.

    What nobody answered is told too: what an interpreter was asked reads as a fact without the answer.
    """

    def __init__(
        self, parent: QWidget, description: Description, entity: Any, names: Mapping[str, str]
    ) -> None:
        super().__init__(parent, section_words(description.name))
        self.setMinimumWidth(720)
        form = Form()
        form.setVerticalSpacing(6)
        for what, how, exact in read_fields(description, entity, names):
            form.tell(what, how, exact=exact)
        if entity.struck:
            form.tell(self.tr("Struck out"), struck_words(entity.struck))
        self.body.addLayout(form)
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self.main_button.setDefault(True)
        self._outer.addLayout(row(None, self.main_button))
