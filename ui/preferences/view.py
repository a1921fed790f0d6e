"""The dialog of settings, and the overview of keys."""

from PySide6.QtWidgets import QWidget

from ui.language import LANGUAGES
from ui.preferences.keys import KeysDialog
from ui.rows import Column, RowsModel
from ui.settings import IDLE_CHOICES, Scheme, Settings
from ui.shortcuts import assignment_overview, named, overview
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.table import RecordTable


class SettingsDialog(Dialog):
    """Appearance, language and the time until the lock. `chosen`: the accepted settings.

    locking: a sentence about what else locks the vault here.
    """

    def __init__(self, parent: QWidget, settings: Settings, locking: str = "") -> None:
        super().__init__(
            parent, self.tr("Settings"), self.tr("Saved for you on this computer, outside the vault.")
        )
        self.chosen = settings
        form = Form()
        schemes = (
            (self.tr("Same as the system"), Scheme.SYSTEM),
            (self.tr("Light"), Scheme.LIGHT),
            (self.tr("Dark"), Scheme.DARK),
        )
        self.scheme = form.add(self.tr("Appea&rance"), ValueBox(schemes))
        spoken = [(self.tr("Same as the system"), ""), *((name, tag) for tag, name in LANGUAGES.items())]
        self.language = form.add(self.tr("Lan&guage"), ValueBox(spoken))
        times = [(self.tr("%n minute(s)", "", seconds // 60), seconds) for seconds in IDLE_CHOICES]
        self.idle = form.add(self.tr("Lock &after"), ValueBox(times))
        for box, value in (
            (self.scheme, settings.scheme),
            (self.language, settings.language),
            (self.idle, settings.idle),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        self.keys = dict(settings.keys)
        self.keys_button = form.add(
            self.tr("&Keys"), button(self.tr("Change\u2026"), self._change_keys, icon="keyboard")
        )
        self.body.addLayout(form)
        if locking:
            self.body.addWidget(Label(locking, Part.MUTED, wrap=True))
        self.finish_with(self.tr("&Save"))

    def take(self) -> None:
        self.chosen = Settings(
            scheme=Scheme(self.scheme.currentData()),
            language=self.language.currentData(),
            idle=self.idle.currentData(),
            keys=tuple(sorted(self.keys.items())),
        )
        self.accept()

    def _change_keys(self) -> None:
        dialog = KeysDialog(self, self.keys)
        if dialog.exec() == KeysDialog.DialogCode.Accepted:
            self.keys = dialog.chosen


class ShortcutsDialog(Dialog):
    """Lists every key of the window. assigned: of an interpreter's window, which has no pages."""

    def __init__(self, parent: QWidget, *, assigned: bool = False) -> None:
        told = self.tr(
            "Alt with an underlined letter goes to a button or a field. Ctrl with a number opens a page."
        )
        if assigned:
            told = self.tr("Alt with an underlined letter goes to a button or a field.")
        super().__init__(parent, self.tr("Keys"), told)
        self.resize(620, 640)
        columns = (
            Column[tuple[str, str]](
                title=self.tr("Key"), read=lambda pair: named(pair[0]), width=170, exact=True
            ),
            Column[tuple[str, str]](title=self.tr("What it does"), read=lambda pair: pair[1]),
        )
        rows: RowsModel[tuple[str, str]] = RowsModel(columns, self)
        self.table = RecordTable(rows, self.tr("Keys"), wrap=True)
        rows.show_rows(assignment_overview() if assigned else overview())
        self.body.addWidget(self.table)
        close = button(self.tr("Close"), self.accept, part="primary")
        close.setDefault(True)
        self._outer.addLayout(row(None, close))
