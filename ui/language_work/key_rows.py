"""The rows of a form in which a linguist opens their key: passphrase, and card."""

from PySide6.QtWidgets import QCheckBox, QWidget

from thb_desktop.domain.people import Interpreter
from thb_desktop.services.core.signing_keys import SigningKeys
from ui.language_work.at_desk import TypedKey
from ui.language_work.signs_as import signs_as
from ui.text import isolate_words, translate
from ui.widgets.basic import Label, Part, show_if
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


class SignedAs(Label):
    """Above the buttons: as whom it is signed, and with which key. Empty while that is not known."""

    def __init__(self, rows: KeyRows) -> None:
        super().__init__("", Part.MUTED, wrap=True)
        self.selectable()
        self._rows = rows
        self._keys: SigningKeys | None = None
        rows.with_card.toggled.connect(lambda _: self.tell(self._keys))
        self.tell(None)

    def tell(self, keys: SigningKeys | None) -> None:
        self._keys = keys
        self.setText("" if keys is None else signs_as(keys, with_card=self._rows.with_card.isChecked()))
        show_if(self, keys is not None)


def may_sign(linguist: Interpreter) -> str:
    """Return why this linguist can sign nothing here; empty if they can."""
    if linguist.user_id is not None:
        return ""
    return translate(
        "KeyRows",
        "{name} is no user of this vault and can sign nothing here. Add them on the page Office, and name "
        "the user in their entry.",
    ).format(name=isolate_words(linguist.name))
