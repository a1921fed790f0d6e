"""What is drawn or compared of a case, opened from its page: chronology, flow, links, requests and others."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.links import Thing
from thb_desktop.domain.rights import Right
from ui.jobs import VaultJobs

Show = Callable[[str, str], object]
"""Shows the place of a row, by its table and id."""


def open_chronology(parent: QWidget, jobs: VaultJobs, case: CaseFile, show: Show) -> None:
    from ui.lanes.chronology import ChronologyDialog
    from ui.lanes.chronology_model import ChronologyModel

    dialog = ChronologyDialog(parent, ChronologyModel(jobs, case))
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
    dialog.wants_shared.connect(lambda: open_shared(parent, jobs, case, show))
    dialog.open()


def open_shared(parent: QWidget, jobs: VaultJobs, case: CaseFile, show: Show) -> None:
    """Open what several sources of the case share."""
    from ui.cases.shared import SharedDialog

    dialog = SharedDialog(parent, jobs, case)
    dialog.wants.connect(show)
    dialog.wants_links.connect(lambda thing: open_links(parent, jobs, case, show, thing))
    dialog.open()


def open_ads(parent: QWidget, jobs: VaultJobs, case: CaseFile, show: Show, rights: frozenset[Right]) -> None:
    from ui.cases.ads import AdsDialog

    dialog = AdsDialog(parent, jobs, case, rights)
    dialog.wants.connect(show)
    dialog.wants_links.connect(lambda number: open_links(parent, jobs, case, show, number))
    dialog.open()


def open_action_day(parent: QWidget, jobs: VaultJobs, case: CaseFile, show: Show) -> None:
    from ui.cases.action_day import ActionDayDialog

    dialog = ActionDayDialog(parent, jobs, case)
    dialog.wants.connect(show)
    dialog.open()


def open_board(parent: QWidget, jobs: VaultJobs, case: CaseFile, _show: Show) -> None:
    """Open the board of requests, which leads to no row."""
    from ui.cases.board import BoardDialog

    BoardDialog(parent, jobs, case).open()


def open_parallel(parent: QWidget, jobs: VaultJobs, case: CaseFile, _show: Show) -> None:
    """Open the proceedings side by side, which lead to no row."""
    from ui.cases.parallel import ParallelDialog

    ParallelDialog(parent, jobs, case).open()
