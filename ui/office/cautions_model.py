"""The texts of cautions: listed, and entered in their next version."""

from PySide6.QtCore import Signal

from thb_desktop.domain.vocabulary import CautionCode
from thb_desktop.services.office import caution_texts, longest_time
from ui.topics import Topic
from ui.view_model import ViewModel


class CautionsModel(ViewModel):
    """listed: all versions. longest: minutes without a break, of adults and of children, as set."""

    changes = Topic.OFFICE

    listed = Signal(object)
    longest = Signal(object)

    def reload(self) -> None:
        self.read(caution_texts.list_caution_texts, self.listed.emit)

    def ask_longest(self) -> None:
        self.read(longest_time.longest_time, self.longest.emit)

    def set_longest(self, adult: int | None, child: int | None, reason: str) -> None:
        """Set after how many minutes without a break the office warns."""
        self.write(
            lambda session: longest_time.set_longest_time(session, adult=adult, child=child, reason=reason),
            lambda _: self.reload(),
        )

    def set_text(self, code: CautionCode, language: str, text: str) -> None:
        """Enter the next version of a text."""
        self.write(
            lambda session: caution_texts.set_caution_text(session, code=code, language=language, text=text),
            lambda _: self.reload(),
        )
