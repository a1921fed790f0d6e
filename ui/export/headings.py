"""HeadingsTold: in which language a bundle has its headings, and what is said where nobody chose it."""

from collections.abc import Mapping
from typing import Any, cast

from PySide6.QtWidgets import QComboBox

from thb_desktop.report.words import LANGUAGES
from ui.export.transfer_form import TransferForm
from ui.labels import language_name
from ui.widgets.basic import Label


class HeadingsTold(Label):
    """Says that bundles have no official language of the recipient's State, or that nobody said which these
    are; hidden where they have one, or where a language is chosen.
    """

    def __init__(self, box: QComboBox, transfer: TransferForm) -> None:
        super().__init__("", wrap=True)
        self.setProperty("part", "muted")
        self._box, self._transfer = box, transfer
        self._official: Mapping[str, tuple[str, ...]] = {}
        self._own = ""
        box.currentIndexChanged.connect(self._tell)
        cast(Any, transfer.editors["state"]).textChanged.connect(self._tell)
        self._tell()

    def offer(self, official: Mapping[str, tuple[str, ...]], own: str) -> None:
        """official: languages by State, as the data pack in use has them. own: the language of the case."""
        self._official, self._own = official, own
        self._tell()

    def language(self) -> str:
        """The language that is chosen, or the one that is used without a choice."""
        from thb_desktop.services.bundling.bundle_options import language_for

        chosen = str(self._box.currentData() or "")
        return chosen or language_for(self._official.get(self._state, ()), self._own)

    @property
    def _state(self) -> str:
        return str(self._transfer.editor("state").value())

    def _tell(self) -> None:
        is_known = bool(self._official) and len(self._state) == 2
        lacks = is_known and not set(self._official.get(self._state, ())) & set(LANGUAGES)
        self.setVisible(lacks and not self._box.currentData())
        if lacks:
            told = (
                self.tr(
                    "Bundles have no official language of %1, by the data pack. Choose English or another "
                    "language; without a choice, headings are in that of the case: %2."
                )
                if self._state in self._official
                else self.tr(
                    "The data pack does not say the official languages of %1. Choose a language; "
                    "without a choice, headings are in that of the case: %2."
                )
            )
            language = language_name(self._own if self._own in LANGUAGES else "en")
            self.setText(told.replace("%1", self._state).replace("%2", language))
