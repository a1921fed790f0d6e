"""The rows of a form in which a linguist opens their key: passphrase, and card."""

from PySide6.QtWidgets import QCheckBox, QWidget

from thb_desktop.domain.people import Interpreter
from ui.language_office.at_desk import TypedKey
from ui.text import isolate_words, translate
from ui.widgets.card import CardRows
from ui.widgets.form import Form
from ui.widgets.secret import PassphraseField


class KeyRows:
    """Rows of a form: the linguist's passphrase, and their card if they sign with one."""

    def __init__(self, form: Form) -> None:
        label = translate("KeyRows", "Their &passphrase")
        self.passphrase = form.add(label, PassphraseField(translate("KeyRows", "Passphrase of the linguist")))
        self.with_card = QCheckBox(translate("KeyRows", "Sign with a car&d"))
        form.addRow("", self.with_card)
        self.card = CardRows(form)
        self.with_card.toggled.connect(self.card.show)

    def wanting(self) -> tuple[tuple[QWidget, str], ...]:
        """Return the fields that must not be empty, each with its sentence."""
        lack = translate("KeyRows", "The linguist's passphrase is needed.")
        return ((self.passphrase, lack), *self.card.wanting())

    def take(self, linguist: Interpreter) -> TypedKey:
        """Return what was typed, and clear the fields."""
        return TypedKey(linguist=linguist, passphrase=self.passphrase.take(), card=self.card.take())


def may_sign(linguist: Interpreter) -> str:
    """Return why this linguist can sign nothing here; empty if they can."""
    if linguist.user_id is not None:
        return ""
    return translate(
        "KeyRows",
        "{name} is no user of this vault and can sign nothing here. Add them on the page Office, and name "
        "the user in their entry.",
    ).format(name=isolate_words(linguist.name))
