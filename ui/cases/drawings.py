"""What is drawn of a case, opened from its page: its chronology, its money flow, and links."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.links import Thing
from ui.jobs import VaultJobs

Show = Callable[[str, str], object]
"""Shows the place of a row, by its table and id."""


def open_chronology(parent: QWidget, jobs: VaultJobs, case: CaseFile, show: Show) -> None:
    from ui.cases.chronology import ChronologyDialog

    dialog = ChronologyDialog(parent, jobs, case)
    dialog.wants.connect(show)
    dialog.open()


def open_flow(parent: QWidget, jobs: VaultJobs, case: CaseFile, show: Show) -> None:
    from ui.cases.flow import MoneyFlowDialog

    dialog = MoneyFlowDialog(parent, jobs, case)
    dialog.wants.connect(show)
    dialog.open()


def open_links(
    parent: QWidget, jobs: VaultJobs, case: CaseFile, show: Show, start: Thing | None = None
) -> None:
    """Open the links of a person or thing; without one, somebody chooses where to begin."""
    from ui.cases.links import LinksDialog

    dialog = LinksDialog(parent, jobs, case, start)
    dialog.wants.connect(show)
    dialog.open()
