"""The dialog in which a bundle that was signed before is chosen again."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.bundle import Bundle
from ui.export.made import MadeModel
from ui.export.view_model import Signed
from ui.rows import Column, RowsModel
from ui.text import isolate, when
from ui.widgets import choose
from ui.widgets.basic import button, row
from ui.widgets.dialog import Dialog
from ui.widgets.table import RecordTable


class MadeDialog(Dialog):
    """signed: what was opened, once the dialog is accepted."""

    def __init__(self, parent: QWidget, model: MadeModel) -> None:
        super().__init__(
            parent,
            self.tr("Signed bundles of this case"),
            self.tr(
                "The vault keeps what was signed for whom, and not its file. Open the file to make a package "
                "of it, to encrypt it, to make an identity annex, or to note that it was sent."
            ),
        )
        self.setMinimumWidth(860)
        self._model = model
        self.signed: Signed | None = None
        self.rows: RowsModel[Bundle] = RowsModel(self._columns(), self)
        self.table = RecordTable(self.rows, self.tr("Signed bundles"), wrap=True)
        self.table.setMinimumHeight(260)
        self.table.say_when_empty(self.tr("No bundle of this case was signed yet."))
        self.main_button = button(
            self.tr("Open its &file\u2026"), self._open, icon="file-search", part="primary"
        )
        self.close_button = button(self.tr("Close"), self.reject)
        self.body.addWidget(self.table)
        self._outer.addLayout(row(None, self.close_button, self.main_button))
        self.table.opened.connect(lambda _: self._open())
        model.listed.connect(self._show)
        model.opened.connect(self._take)
        model.refused.connect(self.refuse)
        model.reload()

    def take(self) -> None:
        """Enter opens the file."""
        self._open()

    def _show(self, found: tuple[Bundle, ...]) -> None:
        self.rows.show_rows(found)
        self.table.choose_row(0)
        self.main_button.setEnabled(bool(found))

    def _open(self) -> None:
        chosen = self.table.current_record()
        if not isinstance(chosen, Bundle):
            return
        heading = self.tr("The file of bundle {number}").format(number=isolate(chosen.number))
        if (file := choose.choose_file(self, heading)) is not None:
            self.notice.clear()
            self._model.open(file)

    def _take(self, signed: Signed) -> None:
        self.signed = signed
        self.accept()

    def _columns(self) -> tuple[Column[Bundle], ...]:
        return (
            Column(title=self.tr("No."), read=lambda each: each.number, width=80, exact=True),
            Column(title=self.tr("Signed"), read=lambda each: when(each.made_at), width=170, exact=True),
            Column(title=self.tr("Recipient"), read=lambda each: each.recipient, width=220),
            Column(title=self.tr("Purpose"), read=lambda each: each.purpose),
            Column(title=self.tr("Pages"), read=_pages, width=70, exact=True, at_end=True),
        )


def _pages(bundle: Bundle) -> str:
    return str(bundle.pages)
