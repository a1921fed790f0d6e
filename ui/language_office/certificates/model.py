"""What a certificate needs: what still stops it, its wording as a draft, and the signature."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal

from thb_desktop.domain.certificates import CertificateElement
from thb_desktop.domain.ids import JobId, RowId
from thb_desktop.domain.language_work import CertificateTemplate, LanguageCertificate
from thb_desktop.findings import Finding
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import certificates, templates
from thb_desktop.services.language.certificates import Certifies
from ui.language_office.at_desk import TypedKey, sign_at_desk
from ui.topics import Topic
from ui.view_model import FormModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What is found of a job, and the newest version of each wording of the office."""

    findings: tuple[Finding, ...]
    wordings: tuple[CertificateTemplate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """The wording with what the program knows, and what needs a reason."""

    elements: Mapping[CertificateElement, str]
    findings: tuple[Finding, ...]


class CertificateModel(FormModel):
    """checked: a Checked. drafted: a Drafted. certified: the certificate. listed: all wordings."""

    changes = Topic.TESTIMONY

    checked = Signal(object)
    drafted = Signal(object)
    certified = Signal(object)
    listed = Signal(object)

    def check(self, job_id: JobId) -> None:
        def work(session: Session) -> Checked:
            return Checked(
                findings=certificates.check_job(session, job_id),
                wordings=newest(templates.list_templates(session)),
            )

        self.read(work, self.checked.emit)

    def draft_wording(
        self, job_id: JobId, template_id: RowId, *, place: str, registered_until: date | None
    ) -> None:
        def work(session: Session) -> Drafted:
            return Drafted(
                elements=certificates.draft_certificate(session, job_id, template_id, place=place),
                findings=certificates.check_job(session, job_id, registered_until),
            )

        self.read(work, self.drafted.emit)

    def certify(
        self, job_id: JobId, given: Certifies, reasons: Sequence[tuple[Finding, str]], key: TypedKey
    ) -> None:
        """Let the linguist certify all their present versions with one signature."""

        def work(session: Session) -> LanguageCertificate:
            return sign_at_desk(
                session,
                key,
                lambda signer: certificates.certify(session, job_id, given, reasons, signer=signer),
            )

        self.write(work, self.certified.emit)

    def list_wordings(self) -> None:
        self.read(templates.list_templates, self.listed.emit)

    def set_wording(
        self, *, name: str, language: str, elements: Mapping[CertificateElement, str], is_official: bool
    ) -> None:
        """Enter the next version of a wording."""

        def work(session: Session) -> tuple[CertificateTemplate, ...]:
            templates.set_template(
                session, name=name, language=language, elements=elements, is_official=is_official
            )
            return templates.list_templates(session)

        self.read(work, self.listed.emit)


def newest(listed: Sequence[CertificateTemplate]) -> tuple[CertificateTemplate, ...]:
    """Return the last version of each wording."""
    last = {(each.name, each.language): each for each in sorted(listed, key=lambda each: each.version)}
    return tuple(last.values())
