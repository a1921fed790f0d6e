"""The dialogs of what was refused of a package: it is imported after all, or its reason is corrected."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.ids import OfficialId
from thb_desktop.domain.people import Official
from ui.receiving.model import Asked, Received, ReceivingModel
from ui.text import isolate, isolate_words
from ui.widgets.basic import Label, Part
from ui.widgets.choices import ValueBox
from ui.widgets.dates import MomentField
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.place import FileField, PlaceField
from ui.widgets.secret import PassphraseField
from ui.widgets.tick_list import Entry, TickList

if TYPE_CHECKING:
    from thb_desktop.services.receiving.refused import AfterAll

_LIST_HEIGHT = 110


class RefusedDialog(Dialog):
    """Takes exhibits from the package that is kept. Nothing is ticked or chosen beforehand."""

    def __init__(self, parent: QWidget, model: ReceivingModel, received: Received) -> None:
        super().__init__(
            parent,
            self.tr("Import what was refused of {number}").format(number=isolate(received.package.number)),
            self.tr(
                "The exhibit is taken from the package that is kept. Its custody, the list and the next "
                "receipt tell both: why it was refused, and why it is imported now."
            ),
        )
        self.setMinimumWidth(680)
        self._model, self._received = model, received
        self.items = TickList(self.tr("Exhibits that were refused"))
        self.items.setFixedHeight(_LIST_HEIGHT)
        label = Label(self.tr("E&xhibits that were refused"), Part.CAPTION)
        label.setBuddy(self.items)
        self.body.addWidget(label)
        self.body.addWidget(self.items)
        form = Form()
        self.because = form.add(self.tr("&Why they are imported now"), line(""))
        self.official = form.add(self.tr("Received b&y"), ValueBox([(self.tr("Please choose"), None)]))
        self.at = form.add(self.tr("Recei&ved on"), MomentField())
        self.at_place = form.add(self.tr("Pl&ace"), line(""))
        self.late = form.add(self.tr("Reason for the &delay"), line(""))
        self.late.setPlaceholderText(self.tr("Only if it was received more than a day ago"))
        self.place = PlaceField(self.tr("Folder or file of the package"), browse=self.tr("&Browse\u2026"))
        self.package = form.add(self.tr("&Folder or file"), self.place).text
        self.package.setPlaceholderText(self.tr("Only for large files that did not come"))
        self.key_place = FileField(self.tr("Your key file"), browse=self.tr("B&rowse\u2026"))
        self.key = form.add(self.tr("Your &key file (PKCS#12)"), self.key_place).text
        self.words = form.add(self.tr("Pass&phrase"), PassphraseField(self.tr("Passphrase")))
        self.body.addLayout(form)
        self.finish_with(self.tr("&Import"), icon="package-check")
        self.items.ticks.fill(
            [
                Entry(
                    shown=self.tr("{number} refused: {reason}").format(
                        number=isolate(each.number), reason=isolate_words(each.refused_because)
                    ),
                    value=each.number,
                )
                for each in received.items
                if each.exhibit_id is None
            ]
        )
        model.refused.connect(self.refuse)
        model.officials.connect(self.offer)
        model.after_all.connect(self._leave)
        model.ask_officials()
        self.keep_typing(model.draft("import-refused", received.package.id))

    def offer(self, officials: tuple[Official, ...]) -> None:
        self.official.clear()
        self.official.addItem(self.tr("Please choose"), None)
        for each in officials:
            self.official.addItem(f"{isolate_words(each.name)} ({isolate(each.code)})", each.id)

    def take(self) -> None:
        package, key = self.place.path(), self.key_place.path()
        if not self.items.chosen():
            self.refuse_at(self.items, self.tr("Please tick what is imported."))
        elif self.lacks((self.because, self.tr("Please write why they are imported now."))):
            return
        elif self.official.currentData() is None:
            self.refuse_at(self.official, self.tr("Please choose who received it."))
        elif self.at.is_empty():
            self.refuse_at(self.at, self.tr("Please write when it was received."))
        elif package is not None and not package.exists():
            self.refuse_at(self.package, self.tr("Please choose the folder or file of the package."))
        elif key is not None and (problem := self.key_place.problem()):
            self.refuse_at(self.key, problem)
        else:
            self.begin_work(self.tr("The exhibits are stored and recorded."))
            asked = None if package is None else Asked(package=package, key=key, words=self.words.text())
            self._model.import_refused(self._after(), asked)

    def reject(self) -> None:
        """Go back; what takes long is stopped, and nothing of it stays."""
        self._model.stop()
        super().reject()

    def _leave(self, _: object) -> None:
        self.accept()

    def _after(self) -> "AfterAll":
        from thb_desktop.services.receiving.refused import AfterAll

        return AfterAll(
            received_id=self._received.package.id,
            numbers=frozenset(self.items.chosen()),
            because=self.because.text().strip(),
            received_by=OfficialId(self.official.currentData()),
            at=self.at.given(),
            place=self.at_place.text().strip(),
            late_entry_reason=self.late.text().strip(),
        )


class RefusalReasonDialog(Dialog):
    """Says in other words why an exhibit was refused; the former words stay readable here."""

    def __init__(self, parent: QWidget, model: ReceivingModel, received: Received) -> None:
        super().__init__(
            parent,
            self.tr("Correct why something of {number} was refused").format(
                number=isolate(received.package.number)
            ),
            self.tr(
                "The next receipt has the new reason. The former one stays readable here, and in the custody "
                "of what was imported after all."
            ),
        )
        self.setMinimumWidth(640)
        self._model, self._received = model, received
        self._refused = {each.number: each for each in received.items if each.refused_because}
        form = Form()
        choices = ((isolate(number), number) for number in self._refused)
        self.exhibit = form.add(
            self.tr("E&xhibit that was refused"), ValueBox([(self.tr("Please choose"), None), *choices])
        )
        self.because = form.add(self.tr("&Why it was refused"), line(""))
        self.body.addLayout(form)
        self.formerly = Label("", Part.MUTED, wrap=True)
        self.body.addWidget(self.formerly)
        self.finish_with(self.tr("&Correct"), icon="pen-line")
        self.exhibit.currentIndexChanged.connect(lambda _: self._show())
        model.refused.connect(self.refuse)
        model.reworded.connect(self._leave)
        self.keep_typing(model.draft("refusal-reason", received.package.id))

    def take(self) -> None:
        number = self.exhibit.currentData()
        if number is None:
            self.refuse_at(self.exhibit, self.tr("Please choose the exhibit."))
        elif not self.lacks((self.because, self.tr("Please write why it was refused."))):
            self.begin_work()
            self._model.correct_refusal(self._received.package.id, number, self.because.text().strip())

    def _leave(self, _: object) -> None:
        self.accept()

    def _show(self) -> None:
        """Show the reason as it stands, to be typed over, and the former ones."""
        item = self._refused.get(self.exhibit.currentData())
        self.because.setText(item.refused_because if item else "")
        told = self.tr("Formerly: {reasons}")
        reasons = " \u00b7 ".join(map(isolate_words, item.formerly)) if item else ""
        self.formerly.setText(told.format(reasons=reasons) if reasons else "")
