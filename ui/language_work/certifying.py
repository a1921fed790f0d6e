"""Certifying a job: what stops it, the wordings of the office, and the certificate itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QObject, Signal

from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.certificates import PLACES, CertificateElement, fits
from thb_desktop.domain.ids import JobId, RowId
from thb_desktop.domain.language_work import CertificateTemplate
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.signing_keys import SigningKeys
from thb_desktop.services.language import certificates, templates
from thb_desktop.services.language.certificates import Certifies
from ui.clock import day_here
from ui.form_draft import FormDraft
from ui.jobs import VaultJobs
from ui.topics import Topic
from ui.view_model import ViewModel

Signing = Callable[[Signer | None], object]
"""What is done with a signer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """findings: what stops a certificate, and what needs a reason. wordings: the newest of each name and
    language. said: what the linguist said of a rule at a turn when they signed it. keys: with which it is
    signed.
    """

    findings: tuple[Finding, ...]
    wordings: tuple[CertificateTemplate, ...] = ()
    said: Mapping[tuple[str, str], str] = field(default_factory=dict)
    keys: SigningKeys | None = None

    @property
    def stops(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.standing is Standing.BROKEN)

    @property
    def warns(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.standing is Standing.UNKNOWN)


class CertifyingModel(ViewModel):
    """checked: what stops a certificate now. drafted: the wording of a template, filled in, with the day of
    this computer. certified: it is given.
    """

    changes = Topic.TESTIMONY

    checked = Signal(object)
    drafted = Signal(object)
    certified = Signal()

    def __init__(self, jobs: VaultJobs, job_id: JobId, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._job_id = job_id

    def typing(self) -> FormDraft:
        """Return the draft of what is written into the wording."""
        return self.draft("language-certify", self._job_id)

    def check(self, registered_until: date | None = None, *, machine_assisted: bool | None = None) -> None:
        """Check what stops a certificate, as far as the linguist answered what is asked with it."""
        job_id = self._job_id

        def work(session: Session) -> Checked:
            listed = sorted(templates.list_templates(session), key=lambda each: each.version)
            newest = {(each.name, each.language): each for each in listed}
            offered = (each for each in newest.values() if fits(dict(each.elements), PLACES))
            return Checked(
                findings=certificates.check_job(
                    session, job_id, registered_until, machine_assisted=machine_assisted
                ),
                wordings=tuple(offered),
                said=certificates.said_at_signature(session, job_id),
                keys=certificates.who_signs(session, job_id),
            )

        self.read(work, self.checked.emit)

    def draft_wording(self, template_id: RowId, place: str) -> None:
        job_id = self._job_id

        def work(session: Session) -> Mapping[CertificateElement, str]:
            day = day_here(session.clock.read().at)
            return certificates.draft_certificate(session, job_id, template_id, place=place, day=day)

        self.read(work, self.drafted.emit)

    def certify(
        self,
        given: Certifies,
        reasons: Sequence[tuple[Finding, str]],
        shown: Mapping[CertificateElement, str],
        sign: Callable[[Session, Signing], object] | None = None,
    ) -> None:
        """Certify all present versions. shown: the wording as it was filled in, which must be true still.
        sign: does it with a key that is opened for it; None for the key of the session.
        """
        job_id = self._job_id

        def work(session: Session) -> object:
            day = day_here(session.clock.read().at)
            certificates.verify_as_shown(
                session, job_id, given.template_id, shown, place=given.place, day=day
            )

            def signed(signer: Signer | None) -> object:
                return certificates.certify(session, job_id, given, reasons, signer=signer)

            return signed(None) if sign is None else sign(session, signed)

        self.write(work, lambda _: self.certified.emit())
