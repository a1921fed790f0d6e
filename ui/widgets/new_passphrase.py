"""A new passphrase, typed twice, and its strength."""

from PySide6.QtWidgets import QWidget

from thb_desktop.crypto import passphrases
from thb_desktop.errors import WeakPassphraseError
from ui import language
from ui.jobs import VaultJobs
from ui.messages import sentence
from ui.text import isolate, translate
from ui.tones import Tone
from ui.widgets.form import Form
from ui.widgets.proposal import ProposedPassphrase
from ui.widgets.secret import PassphraseField, StrengthMeter


def strength(typed: str) -> tuple[int, str, Tone]:
    """Return the strength of a passphrase: bits, words, and their tone."""
    if not typed:
        return (
            0,
            translate("strength", "{count} words drawn at random are hard to guess.").format(
                count=isolate(str(passphrases.words_advised(language.current())))
            ),
            Tone.PLAIN,
        )
    found = passphrases.assess(typed)
    said, tone = {
        passphrases.Verdict.REFUSED: (
            translate("strength", "Too easy to guess, refused: about {bits} bits."),
            Tone.BAD,
        ),
        passphrases.Verdict.WEAK: (translate("strength", "Just enough: about {bits} bits."), Tone.WARN),
        passphrases.Verdict.GOOD: (translate("strength", "Strong: about {bits} bits."), Tone.OK),
    }[found.verdict]
    return found.bits, said.format(bits=found.bits), tone


def too_weak(typed: str) -> str | None:
    """Return why a passphrase is refused, by the estimate of the services; None if it is not."""
    try:
        passphrases.verify_strong_enough(typed)
    except WeakPassphraseError as error:
        return sentence(error)
    return None


class NewPassphrase(Form):
    """The passphrase twice, its strength, and a proposed one."""

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__()
        self.new = self.add(self.tr("&New passphrase"), PassphraseField(self.tr("New passphrase")))
        self.meter = StrengthMeter()
        self.repeated = PassphraseField(self.tr("New passphrase, repeated"))
        self.proposal = ProposedPassphrase(jobs, self.new, self.repeated)
        self.addRow("", self.meter)
        self.addRow("", self.proposal)
        self.add(self.tr("Repeat &it"), self.repeated)
        self.new.textChanged.connect(self.measure)
        self.measure()

    def measure(self) -> None:
        self.meter.show_strength(*strength(self.new.text()))

    def lack(self) -> tuple[QWidget, str] | None:
        """Return the invalid field and the reason; None if the passphrase was typed twice."""
        if not self.new.text():
            return self.new, self.tr("Please type the new passphrase.")
        if (weak := too_weak(self.new.text())) is not None:
            return self.new, weak
        if self.new.text() != self.repeated.text():
            return self.repeated, self.tr("The two passphrases differ. Please type them again.")
        return None
