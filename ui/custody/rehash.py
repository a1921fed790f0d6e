"""The dialog that reads stored files again, and the one that sets after how many months that is due."""

from datetime import UTC
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from thb_desktop.domain.rights import Right
from ui.clock import when_here
from ui.custody.rehash_model import RehashModel
from ui.forms.typed import NumberEditor
from ui.text import isolate, size
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.choices import ValueBox
from ui.widgets.dates import now
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line

if TYPE_CHECKING:
    from thb_desktop.vault.tables.readings_due import Due


class RehashDialog(Dialog):
    """Says what is due by which choice, and begins to read it. Nothing is chosen beforehand."""

    def __init__(self, parent: QWidget, model: RehashModel) -> None:
        super().__init__(
            parent,
            self.tr("Read stored files again"),
            self.tr(
                "Each file is read whole and compared with its digest. An exhibit whose files agree gets a "
                "custody event. One whose files differ or are missing is put in quarantine: it does not "
                "leave before a judge decides."
            ),
        )
        self.setMinimumWidth(600)
        self._model, self._due = model, tuple["Due", ...]()
        self._begun = now().astimezone(UTC)
        form = Form()
        self.which = form.add(self.tr("&What is read"), ValueBox([(self.tr("Please choose"), None)]))
        self.reason = form.add(self.tr("&Reason"), line(""))
        self.interval = Label("", Part.MUTED, wrap=True)
        self.interval_button = button(
            self.tr("Set the &interval\u2026"), self._set, icon="clock", part="quiet"
        )
        self.interval_button.hide()
        self.told = Label("", wrap=True)
        present = row(self.interval, self.interval_button)
        present.setStretch(0, 1)
        self.body.addLayout(present)
        self.body.addLayout(form)
        self.body.addWidget(self.told)
        self.finish_with(self.tr("R&ead"), icon="hash")
        self.main_button.setEnabled(False)
        self._months: int | None = None
        self.which.currentIndexChanged.connect(lambda _: self._count())
        model.asked.connect(self._offer)
        model.counted.connect(self._tell)
        model.interval_set.connect(model.ask)
        model.refused.connect(self.refuse)
        model.ask()

    def take(self) -> None:
        if self.lacks((self.reason, self.tr("Please write why."))):
            return
        self._model.run(self._due, self.reason.text().strip(), self._begun)
        self.accept()

    def _offer(self, months: int | None, rights: frozenset[Right]) -> None:
        """Offer what can be due. A run that was stopped can go on."""
        self._months = months
        self.interval_button.setVisible(Right.SIGN_RECORDS in rights)
        offered: list[tuple[str, object]] = [(self.tr("Please choose"), None)]
        if months is None:
            self.interval.setText(self.tr("The office has not set after how many months files are due."))
        else:
            self.interval.setText(self.tr("Files are due after %n month(s).", "", months))
            offered.append((self.tr("What is due"), "due"))
        stopped = self._model.stopped_run
        if stopped is not None:
            going_on = self.tr("The rest of the run of {at}")
            offered.append((going_on.format(at=isolate(when_here(stopped))), "rest"))
        offered.append((self.tr("Everything"), "all"))
        self.which.blockSignals(True)
        self.which.clear()
        for shown, value in offered:
            self.which.addItem(shown, value)
        self.which.blockSignals(False)
        self._count()

    def _count(self) -> None:
        self.main_button.setEnabled(False)
        self.told.clear()
        self._due = ()
        which = self.which.currentData()
        if which == "rest" and self._model.stopped_run is not None:
            self._begun = self._model.stopped_run
        if which is not None:
            self._model.count(None if which == "due" else self._begun)

    def _tell(self, due: "tuple[Due, ...]") -> None:
        if self.which.currentData() is None:
            return
        self._due = due
        self.main_button.setEnabled(bool(due) and not self._model.is_running)
        if not due:
            self.told.setText(self.tr("Nothing is due."))
            return
        told = self.tr("%n exhibit(s), {size}", "", len(due))
        self.told.setText(told.format(size=isolate(size(sum(each.size for each in due)))))

    def _set(self) -> None:
        IntervalDialog(self, self._model, self._months).open()


class IntervalDialog(Dialog):
    """Sets the interval. present: what the office set before; an empty field: nothing is due by itself."""

    def __init__(self, parent: QWidget, model: RehashModel, present: int | None) -> None:
        super().__init__(
            parent,
            self.tr("When files are due"),
            self.tr("Stored files are due after this many months. Empty: nothing is due by itself."),
        )
        self._model = model
        form = Form()
        self.months = form.add(self.tr("&Months"), NumberEditor())
        self.months.set_value(present)
        self.reason = form.add(self.tr("&Reason"), QLineEdit())
        self.body.addLayout(form)
        self.finish_with(self.tr("&Save"))

    def take(self) -> None:
        if self.months.problem():
            self.refuse_at(self.months, self.months.problem())
        elif not self.lacks((self.reason, self.tr("Please write why."))):
            self.begin_work()
            with self._model.answering(self):
                self._model.set_interval(self.months.value(), self.reason.text().strip())
