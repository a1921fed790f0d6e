"""The certificate of a job at the desk of the office: the linguist reads it there, and signs."""

from PySide6.QtWidgets import QWidget

from thb_desktop.findings import Finding
from thb_desktop.services.language.certificates import Certifies
from thb_desktop.services.language.overview import OpenJob
from ui.language_work.at_desk import sign_at_desk
from ui.language_work.certificate_dialog import CertificateDialog, Certified
from ui.language_work.certifying import CertifyingModel, Checked
from ui.language_work.key_rows import KeyRows, may_sign
from ui.text import isolate, isolate_words, translate
from ui.tones import Tone
from ui.widgets.form import Form


class CertifyAtDesk(CertificateDialog):
    """Takes the passphrase of the linguist too, or their card."""

    def __init__(self, parent: QWidget, model: CertifyingModel, found: OpenJob) -> None:
        super().__init__(
            parent,
            model,
            Certified(
                heading=translate("certify", "{name} certifies job {number}").format(
                    name=isolate_words(found.linguist.name), number=isolate(found.job.number)
                ),
                sentence=translate(
                    "certify", "One signature covers the last version of every turn, with its notes."
                ),
                labels=found.labels,
                registered_until=found.linguist.registered_until,
            ),
        )
        self._linguist = found.linguist
        form = Form()
        self.key = KeyRows(form)
        self.key.with_card.toggled.connect(self.show_signer)
        self.signing.addLayout(form)
        self._why_not = may_sign(found.linguist)
        ready = self._may_take
        self._may_take = lambda: not self._why_not and ready()
        self.let_take()

    def _show_checked(self, checked: Checked) -> None:
        super()._show_checked(checked)
        if self._why_not and not checked.stops:
            self.notice.tell(self._why_not, Tone.WARN)

    @property
    def signs_with_card(self) -> bool:
        return self.key.with_card.isChecked()

    def wanting(self) -> tuple[tuple[QWidget, str], ...]:
        return self.key.wanting()

    def certify(self, given: Certifies, reasons: list[tuple[Finding, str]]) -> None:
        key = self.key.take(self._linguist)
        self._model.certify(
            given, reasons, self.filled, lambda session, work: sign_at_desk(session, key, work)
        )
