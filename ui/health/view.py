"""The page that checks the vault, and shows the states known elsewhere."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpacerItem, QStackedWidget, QVBoxLayout, QWidget

from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import DraftHistory
from thb_desktop.findings import Finding, Standing, verdict
from ui.health.anchors import AnchorsCard
from ui.health.clock import ClockCard, ExplainClockDialog
from ui.health.restored import AcceptRestoredDialog, OpeningCard, RestoredCard
from ui.health.settling import ReturnsCard, SettleReturnsDialog
from ui.health.view_model import HealthViewModel, Outside
from ui.jobs import VaultJobs
from ui.labels import words
from ui.labels.findings import finding_text
from ui.rows import Column, RowsModel
from ui.standings import SAID, advice_words, standing_words
from ui.text import digest_groups, isolate, size
from ui.tones import Tone
from ui.widgets.basic import Card, EmptyState, Label, Part, button, row
from ui.widgets.page import Page
from ui.widgets.progress import ProgressCard
from ui.widgets.scrolled import Scrolled
from ui.widgets.split import beside
from ui.widgets.table import RecordTable

if TYPE_CHECKING:
    from thb_desktop.services.keeping.health import HealthReport

LEAST_TABLES = 260
"""Pixels of the tables of findings: what stands above them takes no more of their room."""
LEAST_SIDE = 390
"""Pixels of the states known elsewhere, if their longest word takes no more."""


class HealthView(Page):
    """A button, the progress, the findings; beside them the states known outside.

    While the complete check of the unlock goes on, it shows what is known so far, and how far that check is.

    explained: a restored backup was confirmed, so the findings of the unlock changed.
    """

    explained = Signal()
    needs = Right.CHECK_HEALTH

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__()
        self.model = HealthViewModel(jobs, self)
        self._outside: Outside | None = None
        self.check_button = button(
            self.tr("&Check the vault"), self.model.check, icon="shield-check", part="primary"
        )
        self.progress = ProgressCard()
        self.progress.stopped.connect(self.model.stop)
        self.opening_progress = ProgressCard()
        self.restored = RestoredCard()
        self.opening = OpeningCard()
        self.restored.asked.connect(self._ask_restored)
        self.returns = ReturnsCard()
        self.returns.asked.connect(lambda: SettleReturnsDialog(self, self.model).open())
        self.clock = ClockCard()
        self.clock.asked.connect(lambda: ExplainClockDialog(self, self.model).open())
        splitter = beside(self._build_findings(), self._build_outside(), (770, 470), grows=0)
        splitter.setMinimumHeight(LEAST_TABLES)
        # Several findings and a small screen: the page scrolls, and no sentence is cut.
        self.area = area = Scrolled(self.tr("Findings"))
        area.column.setSpacing(12)
        self.body.addLayout(row(self.check_button, None))
        cards = (self.restored, self.returns, self.clock, self.opening)
        for part in (*cards, self.opening_progress, self.progress):
            area.column.addWidget(part)
        area.column.addWidget(splitter, 1)
        self.body.addWidget(area, 1)
        self.home = (self.check_button,)
        self.model.root_known.connect(self._show_root)
        self.model.policy_known.connect(self._show_policy)
        self.model.looked.connect(self._show_outside)
        self.model.began.connect(self._begin)
        self.model.advanced.connect(self._advance)
        self.model.ended.connect(self._end)
        self.model.checked.connect(self._show)
        self.model.explained.connect(lambda _: self._thank())
        self.model.settled.connect(lambda _: self.explained.emit())
        self.model.clock_explained.connect(self._tell_of_clock)
        self.model.refused.connect(self.notice.refuse)
        jobs.checking.connect(self.opening_progress.advance)
        jobs.checked.connect(self._end_opening)

    def reload(self) -> None:
        self.model.look()

    def show_rights(self, rights: frozenset[Right]) -> None:
        self.restored.show_rights(rights)
        self.returns.show_rights(rights)

    def _build_findings(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        # A mirrored splitter cuts one pixel off its first part.
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(8)
        self.rows: RowsModel[Finding] = RowsModel(
            (
                Column(
                    title=self.tr("Result"),
                    read=lambda found: standing_words(found.standing),
                    width=120,
                    tone=lambda found: SAID[found.standing],
                ),
                Column(title=self.tr("What was found"), read=finding_text),
            ),
            self,
        )
        self.table = RecordTable(self.rows, self.tr("Findings"), wrap=True)
        self.empty = EmptyState(
            "activity",
            self.tr("Not checked since unlocking"),
            self.tr(
                "The check reads the whole vault: structure, event chain, tables, and every stored file."
            ),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        self.around: RowsModel[Finding] = RowsModel(
            (
                Column(
                    title=self.tr("Computer and media"),
                    read=lambda found: advice_words(found.standing),
                    width=150,
                    tone=lambda found: SAID[found.standing],
                ),
                Column(title=self.tr("Observation"), read=finding_text),
            ),
            self,
        )
        self.around_table = RecordTable(self.around, self.tr("Computer and media"), wrap=True)
        column.addWidget(self.stack, 3)
        column.addWidget(self.around_table, 2)
        return left

    def _build_outside(self) -> Scrolled:
        self.anchors = AnchorsCard(self.model, self.notice)
        self.fingerprint = Label("", Part.DIGEST, wrap=True).selectable()
        root = Card(spacing=4, margin=14)
        root.body.addWidget(
            Label(self.tr("Fingerprint of the root certificate (SHA-256)"), Part.CAPTION, wrap=True)
        )
        root.body.addWidget(self.fingerprint)
        told = self.tr(
            "Give it to those who receive your bundles, by telephone or on paper. With it they check "
            "that a bundle comes from you."
        )
        root.body.addWidget(Label(told, Part.MUTED, wrap=True))
        self.drafts = Label("", wrap=True)
        drafts = Card(spacing=4, margin=14)
        drafts.body.addWidget(Label(self.tr("Former wordings of draft records"), Part.CAPTION, wrap=True))
        drafts.body.addWidget(self.drafts)
        area = Scrolled(self.tr("States of this vault known elsewhere"))
        area.column.setContentsMargins(0, 0, 6, 0)
        area.column.setSpacing(12)
        area.column.addWidget(self.anchors)
        area.column.addWidget(root)
        area.column.addWidget(drafts)
        area.column.addStretch(1)
        area.column.addSpacerItem(QSpacerItem(LEAST_SIDE, 0))
        return area

    def _show_root(self, digest: str) -> None:
        whose = self.tr("Fingerprint of the root certificate (SHA-256)")
        self.fingerprint.say(whose, digest_groups(digest, 4))

    def _show_policy(self, answered: DraftHistory | None) -> None:
        """Tell that former wordings are kept, and whether that was decided or is older than the question."""
        told = self.tr("{kept}. Decided when this vault was made.").format(kept=words(DraftHistory.KEPT))
        if answered is None:
            told = self.tr("{kept}. Nobody was asked when this vault was made.").format(
                kept=words(DraftHistory.KEPT)
            )
        self.drafts.setText(told)

    def _show_outside(self, outside: Outside) -> None:
        self._outside = outside
        self.restored.show_outside(outside)
        self.returns.show_outside(outside)
        self.clock.show_outside(outside)
        self.opening.show_findings(outside.opening)
        self.anchors.show_outside(outside)
        self.around.show_rows(outside.surroundings)
        if not outside.is_checking:
            self.opening_progress.end()
        elif not self.opening_progress.isVisibleTo(self):
            told = self.tr("Still being checked; this is what is known so far")
            self.opening_progress.begin(told, can_stop=False)

    def _end_opening(self) -> None:
        """The complete check of the unlock has ended: it may have found more."""
        self.opening_progress.end()
        if self.isVisible():
            self.reload()

    def _ask_restored(self) -> None:
        if self._outside is not None:
            AcceptRestoredDialog(self, self.model, self._outside).open()

    def _thank(self) -> None:
        self.stack.setCurrentWidget(self.empty)
        self.notice.tell(
            self.tr(
                "Confirmed and signed. The vault can be written to again, and this computer remembers "
                "its present state."
            ),
            Tone.OK,
        )
        self.explained.emit()

    def _tell_of_clock(self) -> None:
        self.notice.tell(self.tr("Recorded and signed. Documents can be signed again."), Tone.OK)
        self.reload()

    def _begin(self) -> None:
        self.notice.clear()
        self.progress.begin(self.tr("Checking the vault"))
        # A disabled button passes the focus on, and it must not go to the one that confirms a backup.
        if self.check_button.hasFocus():
            self.progress.stop.setFocus()
        self.check_button.setEnabled(False)

    def _advance(self, done: int, total: int) -> None:
        detail = self.tr("{done} of {total}").format(done=isolate(size(done)), total=isolate(size(total)))
        self.progress.advance(done, total, detail)

    def _end(self) -> None:
        self.check_button.setEnabled(True)
        if self.progress.stop.hasFocus():
            self.check_button.setFocus()
        self.progress.end()

    def _show(self, report: "HealthReport") -> None:
        worst = (Standing.BROKEN, Standing.UNKNOWN, Standing.HOLDS)
        self.rows.show_rows(sorted(report.findings, key=lambda found: worst.index(found.standing)))
        self.around.show_rows(report.surroundings)
        self.stack.setCurrentWidget(self.table)
        self.area.ensureWidgetVisible(self.table)
        told = {
            Standing.HOLDS: self.tr("Everything that was checked is valid."),
            Standing.UNKNOWN: self.tr("Nothing is invalid, but not everything could be confirmed."),
            Standing.BROKEN: self.tr("Something is not valid. Keep the vault as it is and restore a copy."),
        }
        standing = verdict(report.findings)
        counted = self.tr("%n stored file(s) read.", "", report.files_checked)
        self.notice.tell(f"{told[standing]} {counted}", SAID[standing])
