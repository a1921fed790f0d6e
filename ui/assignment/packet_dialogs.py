"""The dialogs of a packet on the interpreter's laptop: it is opened, declared, and sent back."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from thb_desktop.domain.vocabulary import ConflictQuestion
from ui.assignment.packet_model import PacketModel, ToOpen
from ui.jobs import VaultJobs
from ui.labels import words
from ui.widgets.basic import Label, Part
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.place import FileField, NewPlace, PlaceField, unused
from ui.widgets.secret import PassphraseField


class OpenPacketDialog(Dialog):
    """Opens a packet, or the place of one that was opened before. opened: its place."""

    opened = Signal(object)

    def __init__(self, parent: QWidget, jobs: VaultJobs) -> None:
        super().__init__(
            parent,
            self.tr("Open a packet"),
            self.tr(
                "An office sent you work. The packet opens if it is as that office signed it. You were told "
                "fingerprint and passphrase in another way."
            ),
        )
        self.setMinimumWidth(700)
        self._model = PacketModel(jobs, self)
        form = Form()
        self.packet = PlaceField(
            self.tr("The packet, or its place on this computer"), browse=self.tr("&Browse\u2026")
        )
        self.folder = form.add(self.tr("The pac&ket, or its place on this computer"), self.packet).text
        self.place = NewPlace(self.tr("New place for it here"), browse=self.tr("Bro&wse\u2026"))
        self.target = form.add(self.tr("&New place for it here"), self.place).text
        self.target.setText(str(unused(Path.home() / "assignment")))
        self.root = form.add(self.tr("&Fingerprint of the office's root certificate"), line(""))
        self.key = FileField(self.tr("Your key file, if you have one"))
        self.key_file = form.add(self.tr("&Your key file, if you have one"), self.key).text
        self.passphrase = form.add(
            self.tr("&Passphrase of the packet, or of the key file"),
            PassphraseField(self.tr("Passphrase of the packet, or of the key file")),
        )
        self.body.addLayout(form)
        self.finish_with(self.tr("&Open the packet"), icon="lock-open")
        self.folder.textChanged.connect(lambda _: self._show_needed())
        self._model.refused.connect(self.refuse)
        self._model.taken_in.connect(self._finish)

    @property
    def _is_place(self) -> bool:
        """Whether what is chosen was opened before: its way lies there."""
        chosen = self.packet.path()
        return chosen is not None and (chosen / "way").is_file()

    def _show_needed(self) -> None:
        """Of one that was opened before, nothing is asked here."""
        for part in (self.place, self.root, self.key, self.passphrase):
            part.setEnabled(not self._is_place)

    def take(self) -> None:
        packet, place = self.packet.path(), self.place.path()
        if self.lacks((self.folder, self.tr("Please choose the folder of the packet."))):
            return
        if packet is None or not packet.is_dir():
            self.refuse_at(self.folder, self.tr("There is no folder of this name."))
        elif self._is_place:
            self._finish(packet)
        elif problem := self.place.problem():
            self.refuse_at(self.target, problem)
        elif self.lacks(
            (self.root, self.tr("Please type the fingerprint as the office told it.")),
            (self.passphrase, self.tr("Please type the passphrase.")),
        ):
            return
        elif self.key.path() is not None and (problem := self.key.problem()):
            self.refuse_at(self.key_file, problem)
        elif place is not None:
            self.begin_work(self.tr("The packet is opened, and compared with what the office signed."))
            wanted = ToOpen(
                packet=packet,
                place=place,
                root=self.root.text().strip(),
                key=self.key.path(),
                typed=self.passphrase.take(),
            )
            self._model.take_in(wanted)

    def _finish(self, place: Path) -> None:
        self.accept()
        self.opened.emit(place)


class DeclareDialog(Dialog):
    """Asks for what opens the record. Nothing is presumed: each question is answered by hand.

    allowed: the record opens. declined: it does not, and the answer can go back.
    """

    allowed = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget, jobs: VaultJobs) -> None:
        super().__init__(
            parent,
            self.tr("Before the record opens"),
            self.tr(
                "You declare this with your signature, and the office reads it. Where you do not promise "
                "something, or something speaks against your independence, the record stays closed."
            ),
        )
        self.setMinimumWidth(760)
        self._model = PacketModel(jobs, self)
        form = Form()
        self.promises: dict[str, ValueBox] = {
            name: form.add(label, self._box(label))
            for name, label in (
                ("confidential", self.tr("What I read and hear stays secret, also afterwards")),
                ("alone", self.tr("I work where nobody else sees or hears it")),
                ("no_copies", self.tr("I copy nothing out of the program")),
                ("destroys", self.tr("I destroy what is left when the office has my work")),
            )
        }
        self.body.addLayout(form)
        self.body.addWidget(Label(self.tr("Does one of these hold of you?"), Part.CAPTION))
        asked = Form()
        self.conflicts: dict[ConflictQuestion, ValueBox] = {
            each: asked.add(words(each), self._box(words(each))) for each in ConflictQuestion
        }
        self.note = asked.add(self.tr("&What you say of it"), QLineEdit())
        self.body.addLayout(asked)
        self.finish_with(self.tr("&Sign this"), icon="stamp", back=self.tr("Not now"))
        self._model.refused.connect(self.refuse)
        self._model.declared.connect(self._finish)

    def _box(self, name: str) -> ValueBox:
        box = ValueBox(((self.tr("Yes"), True), (self.tr("No"), False)), name=name)
        box.setPlaceholderText(self.tr("Please choose"))
        box.setCurrentIndex(-1)
        return box

    def take(self) -> None:
        from thb_desktop.services.assignments.declaring import Answers

        boxes = (*self.promises.values(), *self.conflicts.values())
        open_box = next((box for box in boxes if box.currentIndex() < 0), None)
        if open_box is not None:
            self.refuse_at(open_box, self.tr("Please answer this."))
            return
        answers = Answers(
            **{name: bool(box.currentData()) for name, box in self.promises.items()},
            conflicts=tuple(each for each, box in self.conflicts.items() if box.currentData()),
            note=self.note.text().strip(),
        )
        declines = answers.conflicts or not all(box.currentData() for box in self.promises.values())
        if declines and self.lacks((self.note, self.tr("Please write why, so that the office can decide."))):
            return
        self.begin_work()
        self._model.declare(answers)

    def _finish(self, declaration: object) -> None:
        from thb_desktop.domain.assignment import Declaration

        self.accept()
        is_open = isinstance(declaration, Declaration) and declaration.is_accepted
        (self.allowed if is_open else self.declined).emit()


class SendBackDialog(Dialog):
    """Asks where the packet for the office is written, and tells what the office compares then. sent: it is
    written, and was told.
    """

    sent = Signal()

    def __init__(self, parent: QWidget, jobs: VaultJobs, *, declined: bool = False) -> None:
        told = self.tr(
            "It opens with a key of the office alone. You can go on afterwards, and send another one, until "
            "the office closes the work."
        )
        if declined:
            told = self.tr("The record stays closed. What you declared can go back to the office.")
        super().__init__(parent, self.tr("Write the packet for the office"), told)
        self.setMinimumWidth(620)
        self._model = PacketModel(jobs, self)
        form = Form()
        self.place = NewPlace(self.tr("New folder"), browse=self.tr("Bro&wse\u2026"))
        self.folder = form.add(self.tr("New f&older"), self.place).text
        self.folder.setText(str(unused(Path.home() / "packet-back")))
        self.body.addLayout(form)
        self.finish_with(self.tr("W&rite it"), icon="lock", back=self.tr("Not now"))
        self._model.refused.connect(self.refuse)
        self._model.sent.connect(self._finish)

    def take(self) -> None:
        folder = self.place.path()
        if problem := self.place.problem():
            self.refuse_at(self.folder, problem)
        elif folder is not None:
            self.begin_work(self.tr("The packet is written, and what was written is read again."))
            self._model.send_back(folder)

    def _finish(self, code: str) -> None:
        if not code:
            self._end()
            return
        told = SentBackDialog(self, code)
        told.finished.connect(lambda _: self._end())
        told.open()

    def _end(self) -> None:
        self.accept()
        self.sent.emit()


class SentBackDialog(Dialog):
    """Tells the short code of the office's vault as it was when the work left: the office compares it."""

    def __init__(self, parent: QWidget, code: str) -> None:
        super().__init__(
            parent,
            self.tr("The packet is written"),
            self.tr(
                "Send the whole folder to the office. Tell it this short code in another way, best by "
                "telephone: compared on its page Health, it shows whether its vault was set back since."
            ),
        )
        form = Form()
        form.tell(self.tr("Short code of the office when the work left"), code, exact=True)
        self.body.addLayout(form)
        self.finish_with(self.tr("&Done"))
        self.back_button.hide()
