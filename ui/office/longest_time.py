"""After how many minutes without a break the office warns: set for adults and for children."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.forms.typed import NumberEditor
from ui.office.cautions_model import CautionsModel
from ui.text import isolate
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form

USUAL, USUAL_CHILD = 90, 45
"""What the program takes where the office set nothing; they stand in the empty fields."""


class LongestTimeDialog(Dialog):
    """Sets both times. present: what the office set before; an empty field is the usual time."""

    def __init__(self, parent: QWidget, model: CautionsModel, present: tuple[int | None, int | None]) -> None:
        told = self.tr(
            "A longer time without a break is told before a record is signed, and the signature then needs "
            "a reason. Empty: {usual} minutes, and {child} for a child."
        )
        super().__init__(
            parent,
            self.tr("Longest time without a break"),
            told.format(usual=isolate(str(USUAL)), child=isolate(str(USUAL_CHILD))),
        )
        self._model = model
        form = Form()
        self.adult = form.add(self.tr("&Minutes"), NumberEditor())
        self.child = form.add(self.tr("Minutes for a &child"), NumberEditor())
        self.reason = form.add(self.tr("&Reason"), QLineEdit())
        for field, usual, now in (
            (self.adult, USUAL, present[0]),
            (self.child, USUAL_CHILD, present[1]),
        ):
            field.setPlaceholderText(str(usual))
            field.set_value(now)
        self.body.addLayout(form)
        self.finish_with(self.tr("&Save"))

    def take(self) -> None:
        for field in (self.adult, self.child):
            if field.problem():
                self.refuse_at(field, field.problem())
                return
        if not self.lacks((self.reason, self.tr("Please write why."))):
            self.begin_work()
            with self._model.answering(self):
                self._model.set_longest(self.adult.value(), self.child.value(), self.reason.text().strip())
