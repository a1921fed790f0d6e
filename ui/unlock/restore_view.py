"""The page that makes a vault from a backup."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from thb_desktop.findings import Finding
from ui.labels.findings import finding_text
from ui.text import isolate, size
from ui.tones import Tone
from ui.unlock.restore_model import RestoreModel, Wish
from ui.widgets.basic import Label, Notice, Part, button, row
from ui.widgets.form import Form, line
from ui.widgets.place import PlaceField
from ui.widgets.progress import ProgressCard
from ui.widgets.refusals import lacks, take_back
from ui.widgets.secret import CodeField, PassphraseField


class RestoreView(QWidget):
    """finished: the vault is restored and open. recovered: the same with a code; a passphrase is due.

    left: back to the start.
    """

    finished = Signal()
    recovered = Signal()
    left = Signal()

    def __init__(self, view_model: RestoreModel) -> None:
        super().__init__()
        self._model = view_model
        self._by_code = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        told = self.tr(
            "Every part is compared before the new folder gets its name. The event chain records that "
            "the vault was restored, by whom and why."
        )
        column.addWidget(Label(self.tr("Restore a backup"), Part.TITLE))
        column.addWidget(Label(told, Part.MUTED, wrap=True))
        self.form = form = Form()
        self.backup = form.add(self.tr("F&older of the backup"), PlaceField(self.tr("Folder of the backup")))
        self.into = form.add(self.tr("&New folder"), PlaceField(self.tr("New folder of the vault")))
        self.passphrase = form.add(
            self.tr("&Passphrase of the backup"), PassphraseField(self.tr("Passphrase of the backup"))
        )
        self.code = form.add(self.tr("Recovery &code of that time"), CodeField())
        self.reason = form.add(self.tr("Which backup, and &why"), line())
        self.incomplete = QCheckBox(self.tr("Restore what is undamaged, and name t&he rest"))
        # Over the whole width: the sentence tells what is given up, and must not be cut.
        form.addRow(self.incomplete)
        self.giving_up = QCheckBox(self.tr("The newer vault is lost: give up &what it held"))
        form.addRow(self.giving_up)
        column.addLayout(form)
        self.progress = ProgressCard()
        self.notice = Notice()
        column.addWidget(self.progress)
        column.addWidget(self.notice)
        self.back_button = button(self.tr("&Back"), self.left.emit)
        self.restore_button = button(self.tr("&Restore"), self._restore, icon="history", part="primary")
        self.on_button = button(self.tr("&Go on"), self._go_on, part="primary")
        column.addLayout(row(self.back_button, None, self.restore_button, self.on_button))
        column.addStretch(1)
        for field in (self.backup.text, self.into.text, self.passphrase, self.code, self.reason):
            field.returnPressed.connect(self.restore_button.click)
        self.other_way = button("", self._change_way, part="quiet", icon="key-round")
        column.addLayout(row(self.other_way, None))
        self.left.connect(self.forget)
        self.progress.stopped.connect(view_model.stop)
        view_model.began.connect(self._begin)
        view_model.advanced.connect(self._advance)
        view_model.ended.connect(self._end)
        view_model.restored.connect(self._show_restored)
        view_model.damaged.connect(lambda: self.form.setRowVisible(self.incomplete, True))
        view_model.newer.connect(lambda: self.form.setRowVisible(self.giving_up, True))
        view_model.refused.connect(self._refuse)
        self._show_way()

    def start(self) -> None:
        """Begin with empty fields."""
        for field in (self.backup.text, self.into.text, self.passphrase, self.code, self.reason):
            field.clear()
        for box in (self.incomplete, self.giving_up):
            box.setChecked(False)
            self.form.setRowVisible(box, False)
        self.on_button.hide()
        self.notice.clear()
        self.backup.setFocus()

    def forget(self) -> None:
        """Clear the secrets."""
        self.passphrase.clear()
        self.code.clear()

    def _change_way(self) -> None:
        self._by_code = not self._by_code
        self.forget()
        self._show_way()

    def _show_way(self) -> None:
        self.form.setRowVisible(self.passphrase, not self._by_code)
        self.form.setRowVisible(self.code, self._by_code)
        text = self.tr("Use a passphra&se") if self._by_code else self.tr("Use the recovery co&de")
        self.other_way.setText(f"\u00a0{text}")
        self.other_way.setAccessibleName(text.replace("&", ""))

    def _restore(self) -> None:
        backup, into = self.backup.path(), self.into.path()
        field = self.code if self._by_code else self.passphrase
        take_back(self)
        self.notice.clear()
        if (
            not lacks(
                (self.backup, self.tr("Please choose the folder of the backup.")),
                (self.into, self.tr("Please choose a new folder for the vault.")),
                (field, self.tr("Please type a passphrase or code from the time of the backup.")),
                (self.reason, self.tr("A reason is needed. Please write why.")),
            )
            and backup is not None
            and into is not None
        ):
            self._model.restore(
                Wish(
                    backup=backup,
                    into=into,
                    secret=self.code.text() if self._by_code else self.passphrase.take(),
                    by_code=self._by_code,
                    reason=self.reason.text().strip(),
                    incomplete=self.incomplete.isChecked(),
                    giving_up=self.giving_up.isChecked(),
                )
            )

    def _begin(self) -> None:
        self.notice.clear()
        self.progress.begin(self.tr("Restoring the backup"))
        self._waiting(True)

    def _advance(self, done: int, total: int) -> None:
        detail = self.tr("{done} of {total}").format(done=isolate(size(done)), total=isolate(size(total)))
        self.progress.advance(done, total, detail)

    def _end(self) -> None:
        self.progress.end()
        self._waiting(False)

    def _refuse(self, sentence: str) -> None:
        """Say why; the secret is typed again, or what can be given up is ticked."""
        self.notice.tell(sentence, Tone.BAD)
        boxes = (each for each in (self.incomplete, self.giving_up) if each.isVisible())
        next(boxes, self.code if self._by_code else self.passphrase).setFocus()

    def _waiting(self, waiting: bool) -> None:
        fields = (self.backup, self.into, self.passphrase, self.code, self.reason)
        boxes = (self.incomplete, self.giving_up)
        for part in (*fields, *boxes, self.restore_button, self.back_button, self.other_way):
            part.setEnabled(not waiting)

    def _show_restored(self, wanting: tuple[Finding, ...]) -> None:
        """If files were lost, show them before work continues."""
        self.forget()
        if not wanting:
            self._go_on()
            return
        self._waiting(True)
        self.restore_button.hide()
        self.on_button.show()
        told = [self.tr("The vault is restored without these:"), *map(finding_text, wanting)]
        self.notice.tell("\n".join(told), Tone.WARN)
        self.on_button.setFocus()

    def _go_on(self) -> None:
        (self.recovered if self._by_code else self.finished).emit()
