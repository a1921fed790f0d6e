"""The wordings of certificates of the office, in their versions."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from thb_desktop.domain.certificates import CertificateElement
from thb_desktop.domain.language_work import CertificateTemplate
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import templates
from ui.topics import Topic
from ui.view_model import FormModel


class WordingsModel(FormModel):
    """listed: all wordings of the office, in all their versions."""

    changes = Topic.TESTIMONY

    listed = Signal(object)

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
