"""The texts of cautions: listed, and entered in their next version."""

from PySide6.QtCore import Signal

from thb_desktop.domain.vocabulary import CautionCode
from thb_desktop.services.office import caution_texts
from ui.topics import Topic
from ui.view_model import ViewModel


class CautionsModel(ViewModel):
    """listed: all versions."""

    changes = Topic.OFFICE

    listed = Signal(object)

    def reload(self) -> None:
        self.read(caution_texts.list_caution_texts, self.listed.emit)

    def set_text(self, code: CautionCode, language: str, text: str) -> None:
        """Enter the next version of a text."""
        self.write(
            lambda session: caution_texts.set_caution_text(session, code=code, language=language, text=text),
            lambda _: self.reload(),
        )
