"""The proceedings of a case side by side: loaded."""

from PySide6.QtCore import Signal

from thb_desktop.domain.ids import CaseId
from thb_desktop.services.cooperation import proceedings
from ui.view_model import ViewModel


class ParallelModel(ViewModel):
    """loaded: the proceedings, and each two of them."""

    loaded = Signal(object)

    def load(self, case_id: CaseId) -> None:
        self.read(lambda session: proceedings.proceedings_of(session, case_id), self.loaded.emit)
