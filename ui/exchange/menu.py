"""What can be exchanged about a job: a menu for the pages that show one."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.domain.rights import Right
from ui.exchange.glossary import open_glossary
from ui.exchange.send import open_send
from ui.exchange.take_in import open_take_in
from ui.jobs import VaultJobs


class ExchangeMenu(QMenu):
    """job: returns the job that is shown; None if there is none. rights: those of the user's function."""

    def __init__(
        self,
        parent: QWidget,
        jobs: VaultJobs,
        job: Callable[[], LanguageJob | None],
        rights: Callable[[], frozenset[Right]],
    ) -> None:
        super().__init__(parent)
        self._parent, self._jobs, self._job, self._rights = parent, jobs, job, rights
        self.send_act = self.addAction(self.tr("&Send out\u2026"))
        self.take_act = self.addAction(self.tr("&Import a file\u2026"))
        self.glossary_act = self.addAction(self.tr("Import a &glossary\u2026"))
        self.send_act.triggered.connect(lambda: self._open(open_send))
        self.take_act.triggered.connect(lambda: self._open(open_take_in))
        self.glossary_act.triggered.connect(self._open_glossary)
        self.aboutToShow.connect(self.offer)

    def offer(self) -> None:
        """Offer what the user's function includes, about this job in its state."""
        job, rights = self._job(), self._rights()
        is_open = job is not None and job.is_open
        self.send_act.setEnabled(is_open and Right.RELEASE_BUNDLES in rights)
        self.take_act.setEnabled(is_open and Right.LANGUAGE_WORK in rights)
        self.glossary_act.setEnabled(job is not None and Right.LANGUAGE_WORK in rights)

    def _open(self, opens: Callable[[QWidget, VaultJobs, LanguageJob], object]) -> None:
        job = self._job()
        if job is not None:
            opens(self._parent, self._jobs, job)

    def _open_glossary(self) -> None:
        job = self._job()
        if job is not None:
            open_glossary(self._parent, self._jobs, job.case_id)
