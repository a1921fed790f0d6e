"""The part of the export that says which version for a recipient is printed, if any."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.disclosure import Disclosure
from thb_desktop.domain.ids import CaseId, DisclosureId
from ui.export.versions import Items, VersionsModel
from ui.jobs import VaultJobs
from ui.text import isolate, isolate_words
from ui.widgets.basic import button, row
from ui.widgets.choices import ValueBox
from ui.widgets.form import Form


class VersionPart(QWidget):
    """chosen: the version that is printed, or None. refused: why a request failed.

    ticked: returns the records and exhibits that are ticked on the page, for a new version.
    """

    chosen = Signal(object)
    refused = Signal(str)

    def __init__(self, jobs: VaultJobs, ticked: Callable[[], Items]) -> None:
        super().__init__()
        self.model = VersionsModel(jobs, self)
        self._jobs = jobs
        self._versions: tuple[Disclosure, ...] = ()
        self._wanted: DisclosureId | None = None
        self._ticked = ticked
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        form = Form().stack()
        self.box = form.add(self.tr("Versi&on for a recipient"), ValueBox(()))
        self.box.keep_narrow()
        column.addLayout(form)
        self.draw_button = button(self.tr("&Draw up\u2026"), self._draw_up, icon="plus", part="quiet")
        self.mask_button = button(self.tr("Mask &words\u2026"), self._mask, icon="pencil", part="quiet")
        self.files_button = button(
            self.tr("Mask &files\u2026"), self._mask_files, icon="file-lock", part="quiet"
        )
        column.addLayout(row(None, self.draw_button, self.mask_button))
        column.addLayout(row(None, self.files_button))
        self.box.currentIndexChanged.connect(lambda _: self._tell())
        self.model.listed.connect(self._show)
        self.model.drawn.connect(self._take_drawn)
        self._show(())

    @property
    def version(self) -> Disclosure | None:
        """The version that is chosen."""
        own = self.box.currentData()
        return next((each for each in self._versions if each.id == own), None)

    def show_case(self, case_id: CaseId | None) -> None:
        self._wanted = None
        self._show(())
        self.model.show_case(case_id)

    def reload(self) -> None:
        self.model.show_case(self.model.case_id)

    def _show(self, versions: Sequence[Disclosure]) -> None:
        wanted = self._wanted or self.box.currentData()
        self._wanted, self._versions = None, tuple(versions)
        self.box.blockSignals(True)
        self.box.clear()
        self.box.addItem(self.tr("None"), None)
        for each in versions:
            shown = f"{isolate(each.number)}  {isolate_words(each.recipient)}"
            self.box.addItem(shown, each.id)
        self.box.setCurrentIndex(max(0, self.box.findData(wanted)))
        self.box.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        self.mask_button.setEnabled(self.version is not None)
        self.files_button.setEnabled(self.version is not None)
        self.chosen.emit(self.version)

    def _take_drawn(self, version: Disclosure) -> None:
        self._wanted = version.id
        self.reload()

    def _draw_up(self) -> None:
        from ui.export.draft_dialog import DraftDialog

        DraftDialog(self, self.model, self._ticked()).open()

    def _mask(self) -> None:
        from ui.export.masks_dialog import MasksDialog

        if self.version is not None:
            MasksDialog(self, self.model, self.version).open()

    def _mask_files(self) -> None:
        from ui.export.places import PlacesModel
        from ui.export.places_dialog import PlacesDialog

        if self.version is not None:
            PlacesDialog(self, PlacesModel(self._jobs), self.version).open()
