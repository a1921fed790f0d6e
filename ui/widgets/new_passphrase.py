"""A new passphrase, typed twice, and how hard it is to guess."""

from PySide6.QtWidgets import QWidget

from thb_desktop.crypto import passphrases
from ui.text import translate
from ui.tones import Tone
from ui.widgets.form import Form
from ui.widgets.secret import PassphraseField, StrengthMeter


def strength(typed: str) -> tuple[int, str, Tone]:
    """How hard a passphrase is to guess: bits, words, and the tone they are said in."""
    if not typed:
        return (
            0,
            translate("strength", "Five words drawn by chance are hard to guess."),
            Tone.PLAIN,
        )
    found = passphrases.assess(typed)
    said, tone = {
        passphrases.Verdict.REFUSED: (
            translate("strength", "Too easy to guess: about {bits} bits."),
            Tone.BAD,
        ),
        passphrases.Verdict.WEAK: (translate("strength", "Just enough: about {bits} bits."), Tone.WARN),
        passphrases.Verdict.GOOD: (translate("strength", "Hard to guess: about {bits} bits."), Tone.OK),
    }[found.verdict]
    return found.bits, said.format(bits=found.bits), tone


class NewPassphrase(Form):
    """The passphrase twice, and its strength."""

    def __init__(self) -> None:
        super().__init__()
        self.new = self.add(self.tr("&New passphrase"), PassphraseField(self.tr("New passphrase")))
        self.repeated = self.add(self.tr("Repeat &it"), PassphraseField(self.tr("New passphrase, repeated")))
        self.meter = StrengthMeter()
        self.addRow("", self.meter)
        self.new.textChanged.connect(self.measure)
        self.measure()

    def measure(self) -> None:
        self.meter.show_strength(*strength(self.new.text()))

    def lack(self) -> tuple[QWidget, str] | None:
        """The field that cannot be taken as it is, and why; None where the passphrase is typed twice."""
        if not self.new.text():
            return self.new, self.tr("Please type the new passphrase.")
        if self.new.text() != self.repeated.text():
            return self.repeated, self.tr("The two passphrases differ. Please type them again.")
        return None
