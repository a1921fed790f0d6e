"""A new passphrase, typed twice, and how hard it is to guess."""

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
    """How hard a passphrase is to guess: bits, words, and the tone they are said in."""
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
    """Why a passphrase is refused, by the estimate that the services go by too; None where it is not."""
    try:
        passphrases.verify_strong_enough(typed)
    except WeakPassphraseError as error:
        return sentence(error)
    return None


class NewPassphrase(Form):
    """The passphrase twice, its strength, and one that the program proposes."""

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
        """The field that cannot be taken as it is, and why; None where the passphrase is typed twice."""
        if not self.new.text():
            return self.new, self.tr("Please type the new passphrase.")
        if (weak := too_weak(self.new.text())) is not None:
            return self.new, weak
        if self.new.text() != self.repeated.text():
            return self.repeated, self.tr("The two passphrases differ. Please type them again.")
        return None
