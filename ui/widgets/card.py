"""Signing with a card: its module and its PIN, in a form."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.text import translate
from ui.widgets.form import Form
from ui.widgets.place import FileField
from ui.widgets.secret import PassphraseField


class TypedCard:
    """The card that signs: its maker's module, and the PIN as typed. No dataclass: the unlock page, which
    shows these rows, is painted before that module is loaded.
    """

    __slots__ = ("module", "pin")

    def __init__(self, *, module: Path, pin: str) -> None:
        self.module, self.pin = module, pin


class CardRows:
    """Two rows of a form; hidden unless a card is used."""

    def __init__(self, form: Form) -> None:
        self._form = form
        name = translate("CardRows", "Module of the card (PKCS#11)")
        self.module = form.add(translate("CardRows", "M&odule of the card"), FileField(name))
        pin = PassphraseField(translate("CardRows", "PIN of the card"))
        self.pin = form.add(translate("CardRows", "P&IN"), pin)
        self.wanted = False
        self.show(False)

    def show(self, wanted: bool) -> None:
        self.wanted = wanted
        for field in (self.module, self.pin):
            self._form.setRowVisible(field, wanted)
        self.pin.clear()

    def let_type(self, lets: bool) -> None:
        for field in (self.module, self.pin):
            field.setEnabled(lets)

    def wanting(self) -> tuple[tuple[QWidget, str], ...]:
        """Return the required fields of a card, each with the message if it is empty."""
        if not self.wanted:
            return ()
        return (
            (self.module, translate("CardRows", "Please name the module that came with the card.")),
            (self.pin, translate("CardRows", "Please type the PIN of the card.")),
        )

    def take(self) -> TypedCard | None:
        """Return what was typed, and clear the PIN's field."""
        module = self.module.path()
        if not self.wanted or module is None:
            return None
        return TypedCard(module=module, pin=self.pin.take())
