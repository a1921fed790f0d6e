"""Keys that others added for the user: told at the unlock, to be agreed to or refused."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from thb_desktop.domain.people import SigningIdentity
from ui.clock import when_here
from ui.labels import words
from ui.office.signing_model import SigningModel
from ui.text import isolate, isolate_words
from ui.widgets.basic import button
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form


class OfferedDialog(Dialog):
    """One key: whether it is the user's. Until they agree, it signs for nobody.

    Enter never agrees: it refuses once a reason is written, and puts the question off before.
    """

    def __init__(self, parent: QWidget, model: SigningModel, offered: SigningIdentity) -> None:
        named = " ".join(filter(None, (words(offered.kind), isolate_words(offered.token))))
        super().__init__(
            parent,
            self.tr("Is this signing key yours?"),
            self.tr(
                "Somebody who may manage users added a key for you: {key}, {time}. It signs for nobody until "
                "you agree. Whoever has it can then sign in your name."
            ).format(key=named, time=isolate(when_here(offered.added_at))),
        )
        self._model, self._offered = model, offered
        form = Form()
        self.reason = form.add(self.tr("&Reason, if you refuse"), QLineEdit())
        self.body.addLayout(form)
        self.refuse_button = button(self.tr("Re&fuse it"), self.decline, icon="x")
        self.body.addWidget(self.refuse_button)
        self.finish_with(self.tr("It is mine: &agree"), back=self.tr("Later"))
        self.reason.textChanged.connect(self._fit_enter)
        self._fit_enter()
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> None:
        if self.reason.text().strip():
            told = self.tr("You wrote a reason to refuse this key. Delete the reason to agree.")
            self.refuse_at(self.reason, told)
            return
        self.begin_work()
        with self._model.answering(self):
            self._model.agree(self._offered)

    def decline(self) -> None:
        if not self.lacks((self.reason, self.tr("A reason is needed. Please write why."))):
            self.begin_work()
            with self._model.answering(self):
                self._model.decline(self._offered, self.reason.text().strip())

    def _fit_enter(self) -> None:
        enter = self.refuse_button if self.reason.text().strip() else self.back_button
        enter.setDefault(True)
