"""Dialogs about secret key material: a seed, a private key, a passcode. They save no draft."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from thb_desktop.crypto.material import wipe
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.vocabulary import TwoPersonAct
from ui.exhibits.key_material_model import KeyMaterialModel
from ui.text import isolate
from ui.widgets import icons
from ui.widgets.basic import Label, Part, rename
from ui.widgets.dialog import Dialog
from ui.widgets.second_person import SecondPerson
from ui.widgets.shown_for_a_while import RevealedDialog
from ui.widgets.text_edit import PlainTextEdit


class KeyMaterialDialog(Dialog):
    """Opens a sealed secret, or seals a new one; both take two persons."""

    def __init__(self, parent: QWidget, model: KeyMaterialModel, exhibit: Exhibit, *, enters: bool) -> None:
        super().__init__(
            parent,
            self.tr("Key material of exhibit {number}").format(number=isolate(exhibit.number)),
            self.tr(
                "It is sealed under a key that few users hold, and never goes into a bundle. Whoever has "
                "it controls what it opens, so entering it and reading it takes two persons."
            ),
        )
        self._model, self._exhibit = model, exhibit
        self.reason = PlainTextEdit(self.tr("Reason"), lines=3)
        secret = PlainTextEdit(self.tr("Secret to be sealed"), lines=4)
        self._field_of_secret: Callable[[], PlainTextEdit] = lambda: secret
        secret.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        secret.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(
            self._page(self.tr("Reason for opening it; it is recorded in the event chain."), self.reason),
            self.tr("&Open it"),
        )
        entering = self._page(
            self.tr(
                "The seed, key or passcode, exactly. If you enter another one later, both are kept "
                "and the newer is shown first."
            ),
            secret,
        )
        if enters:
            self.tabs.addTab(entering, self.tr("&Enter it"))
        else:
            entering.setParent(self.tabs)
            entering.hide()
        self.body.addWidget(self.tabs)
        self.second = SecondPerson(model.jobs)
        self.body.addWidget(self.second)
        self.finish_with("", icon="eye")
        self.wait_for(self.second)
        self.tabs.currentChanged.connect(lambda _: self._fit())
        self._fit()
        self.keep_typing(model.draft("open-key-material", exhibit.id))
        self.finished.connect(lambda _: self.forget())

    @property
    def secret(self) -> PlainTextEdit:
        """Not an attribute of the form, so that no draft can find what is typed here (see `fields`)."""
        return self._field_of_secret()

    def take(self) -> None:
        asked = self._asked()
        wanting = self.tr("A reason is needed. Please write why.")
        if asked is self.secret:
            wanting = self.tr("Please type the secret.")
        if self.lacks((asked, wanting)) or self.lacks_second(self.second):
            return
        self.begin_work()
        typed = asked.toPlainText().strip()
        act = self._model.keep if asked is self.secret else self._model.reveal
        with self._model.answering(self):
            act(self._exhibit.id, typed, self.second.take())

    def forget(self) -> None:
        """Remove every secret from the fields."""
        self.secret.clear()

    def _page(self, told: str, field: PlainTextEdit) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 10, 0, 0)
        column.addWidget(Label(told, Part.MUTED, wrap=True))
        column.addWidget(field)
        column.addStretch(1)
        return page

    def _asked(self) -> PlainTextEdit:
        return self.reason if self.tabs.currentIndex() == 0 else self.secret

    def _fit(self) -> None:
        opens = self.tabs.currentIndex() == 0
        text = self.tr("&Reveal") if opens else self.tr("&Seal it")
        rename(self.main_button, text)
        self.main_button.setIcon(icons.icon("eye" if opens else "lock", "on_accent"))
        act = TwoPersonAct.REVEAL_KEY_MATERIAL if opens else TwoPersonAct.ADD_KEY_MATERIAL
        self.second.ask(act, self._exhibit.id)


class ShownKeyMaterialDialog(RevealedDialog):
    """Shows the secret for a minute; its bytes are overwritten at once."""

    def __init__(self, parent: QWidget, secret: bytearray) -> None:
        super().__init__(parent, self.tr("Secret key material"))
        self.secret = Label(secret.decode(errors="replace"), Part.CODE, wrap=True)
        wipe(secret)
        self.secret.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.secret.setAccessibleName(self.tr("Secret key material"))
        self.body.addWidget(self.secret)
        self.finish()
