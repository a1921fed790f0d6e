"""The wording of a certificate, element by element: filled in by the program, completed by the linguist."""

from collections.abc import Mapping
from hashlib import sha256

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.certificates import FILLED_BY_HAND, CertificateElement
from ui.labels import words
from ui.text import isolate
from ui.widgets.basic import Label, Part, empty_layout, let_go
from ui.widgets.text_edit import PlainTextEdit


class WordingTexts(QWidget):
    """What somebody writes into an element belongs to the words that were filled in there.

    Where other words are filled in, for another place or on another day, these are shown. What was written
    before stands below them, to be read and copied; it is no part of the certificate.
    """

    def __init__(self) -> None:
        super().__init__()
        self.written: dict[str, PlainTextEdit] = {}
        """The elements that are shown, and what was written into those that are not: a draft has both."""
        self._names: dict[CertificateElement, str] = {}
        self._filled: dict[str, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def elements(self) -> dict[CertificateElement, PlainTextEdit]:
        """The elements that are shown."""
        return {element: self.written[name] for element, name in self._names.items()}

    @property
    def filled(self) -> dict[str, str]:
        """The words that were filled into what is shown, by the name of the field."""
        return {name: self._filled[name] for name in self._names.values()}

    def show_filled(
        self, template_id: str, filled: Mapping[CertificateElement, str]
    ) -> list[CertificateElement]:
        """Show a wording; return the elements that were filled in again below which something was written."""
        self._put_away()
        told = self.tr(
            "Every word below is signed. What the program does not know stands as {gap}: write it. An empty "
            "element is left out where the law allows it."
        )
        self._column.addWidget(Label(told.format(gap=isolate(FILLED_BY_HAND)), Part.MUTED, wrap=True))
        return [each for each in CertificateElement if self._show(template_id, each, filled.get(each, ""))]

    def make_room(self, name: str) -> None:
        """Add the field of what was written before, which a draft brings back."""
        self._keep(name, "")

    def forget_hidden(self) -> None:
        """Forget what was written into wordings that are not shown."""
        for name in self.written.keys() - set(self._names.values()):
            let_go(self.written.pop(name))

    def _show(self, template_id: str, element: CertificateElement, filled: str) -> bool:
        of_element = f"{template_id} {element} "
        name = of_element + sha256(filled.encode()).hexdigest()[:16]
        field = PlainTextEdit(words(element), lines=2)
        field.setPlainText(filled)
        # What the editor makes of a line end is no change of anybody.
        self._filled[name] = field.toPlainText()
        earlier = self.written.pop(name, None)
        if earlier is not None:
            field.setPlainText(earlier.toPlainText())
            let_go(earlier)
        others = [each.toPlainText() for key, each in self.written.items() if key.startswith(of_element)]
        self.written[name], self._names[element] = field, name
        self._column.addWidget(Label(words(element), Part.MUTED))
        self._column.addWidget(field)
        before = [text for text in dict.fromkeys(others) if text.strip()] if earlier is None else []
        for text in before:
            self._show_before(element, text)
        return bool(before)

    def _show_before(self, element: CertificateElement, text: str) -> None:
        told = self.tr("Written before, and no part of the certificate:")
        shown = PlainTextEdit(f"{words(element)}. {told}", lines=2)
        shown.setPlainText(text)
        shown.only_read()
        self._column.addWidget(Label(told, Part.MUTED, wrap=True))
        self._column.addWidget(shown)

    def _put_away(self) -> None:
        """Keep what was written into the elements that are shown, and nothing that was only filled in."""
        shown = {name: self.written.pop(name).toPlainText() for name in self._names.values()}
        self._names = {}
        empty_layout(self._column)
        for name, text in shown.items():
            if text != self._filled[name]:
                self._keep(name, text)

    def _keep(self, name: str, text: str) -> None:
        kept = PlainTextEdit("", self)
        kept.hide()
        kept.setPlainText(text)
        self.written[name] = kept
