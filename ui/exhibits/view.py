"""The exhibits of the case, and the card of the chosen one."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from thb_desktop.domain.case import CaseFile, in_language
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import FileId
from thb_desktop.domain.rights import Right
from ui import shortcuts
from ui.exhibits.card import ExhibitCard
from ui.exhibits.file_work import FileWork
from ui.exhibits.labels import LabelsModel, labels_button
from ui.exhibits.view_model import ExhibitsViewModel
from ui.forms.reading import struck_column
from ui.jobs import VaultJobs
from ui.labels import words
from ui.labels.events import event_tone, event_words
from ui.paging import MANY
from ui.pieces import Pieces, letting_go
from ui.rows import Column, RowsModel
from ui.text import NONE, grouped, size
from ui.tones import Tone
from ui.topics import Topic
from ui.widgets import icons
from ui.widgets.basic import EmptyState, Label, Part, button, row
from ui.widgets.form import line
from ui.widgets.page import Contents, Page
from ui.widgets.progress import ProgressCard
from ui.widgets.split import beside
from ui.widgets.table import RecordTable

if TYPE_CHECKING:
    from thb_desktop.domain.exhibit import ExhibitFile
    from thb_desktop.domain.intake import Met
    from thb_desktop.services.evidence.exhibits import ExhibitSummary
    from thb_desktop.services.evidence.intake import IntakeResult
    from ui.viewer.view import ViewerView


class ExhibitsView(Page):
    """wants_custody: show the custody record of this exhibit."""

    wants_custody = Signal(str)
    needs = Right.READ_EXHIBITS
    about_case = True
    shows = frozenset((Topic.EXHIBITS, Topic.CASES))

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__()
        self.model = ExhibitsViewModel(jobs, self)
        self._all: list[tuple[ExhibitSummary, str]] = []
        """What is read of the list, and the words of each that are searched."""
        self._former = Pieces(self)
        self._sought: str | None = None
        """The exhibit to choose when its page arrives."""
        self._wanted, self._wanted_file = "", FileId("")
        self.search = line(
            placeholder=self.tr("Search by number, title or holder"), name=self.tr("Search exhibits")
        )
        self.search.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._filter())
        self.labels = LabelsModel(jobs, self)
        self.labels_button = labels_button(self, self.labels, lambda: (self.open_id(), self.rows.rows))
        self.new_button = button(
            self.tr("&Register an exhibit\u2026"),
            self._new,
            icon="plus",
            part="primary",
            shortcut=shortcuts.NEW,
        )
        self.rows: RowsModel[ExhibitSummary] = RowsModel(self._columns(), self)
        self.table = RecordTable(self.rows, self.tr("Exhibits"))
        self.table.chosen.connect(self._choose)
        self.table.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self._read_on())
        self.rows.wants_more.connect(self.model.pages.more)
        self.count = Label("", Part.MUTED)
        self.progress = ProgressCard()
        self.work = FileWork(self.model, self.progress, lambda: self.notice)
        left = QWidget()
        column = QVBoxLayout(left)
        # A mirrored splitter cuts one pixel off its first part.
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(10)
        column.addLayout(row(self.search, 4, self.labels_button, self.new_button))
        column.addWidget(self.progress)
        column.addWidget(self.table, 1)
        column.addWidget(self.count)
        self.card = ExhibitCard(self.model)
        self.card.wants_custody.connect(self.wants_custody)
        self.card.wants_look.connect(self._look)
        self.card.wants_same.connect(self._show_same)
        splitter = beside(left, self.card, (846, 380), grows=0)
        self.first_button = button(
            self.tr("Re&gister an exhibit\u2026"),
            self._new,
            icon="plus",
            part="primary",
            shortcut=shortcuts.NEW,
        )
        self.empty = EmptyState(
            "archive",
            self.tr("No exhibits yet"),
            self.tr("Register the first exhibit of this case, then add its files."),
            self.first_button,
        )
        self.stack = Contents(self.empty, splitter)
        self.body.addWidget(self.stack)
        self.viewer: ViewerView | None = None
        """Made when somebody first looks into a file."""
        self.home = (self.table, self.first_button)
        self._connect()

    def _connect(self) -> None:
        self.table.opened.connect(lambda _: self.card.acts.correct())
        self.card.acts.told.connect(self.notice.tell)
        self.search.returnPressed.connect(lambda: self.labels.read_scanned(self.search.text()))
        self.labels.found.connect(self._go_to)
        self.labels.refused.connect(self._refuse_scanned)
        self.model.listed.connect(self._listed)
        self.model.opened.connect(self._opened)
        self.model.registered.connect(lambda exhibit: self.return_to(exhibit.id))
        for model in (self.model, self.card.key_model):
            model.writing.connect(self.notice.clear)
        self.card.key_model.kept.connect(self._tell_sealed)
        self.model.refused.connect(self.notice.refuse)
        self.model.refused_at.connect(lambda _, sentence: self.notice.refuse(sentence))
        self.model.added.connect(lambda _: self.model.reopen())
        self.model.intake_left.connect(self._show_left)
        self.model.intake_met.connect(self._show_same)
        self.model.intake_compared.connect(self._show_compared)

    def show_case(self, case: CaseFile | None) -> None:
        self.setEnabled(case is not None)
        self.notice.clear()
        self.stack.forget()
        self._close_viewer()
        self.labels.show_case(case)
        self.model.show_case(case)

    def show_rights(self, rights: frozenset[Right]) -> None:
        registers = Right.REGISTER_EXHIBITS in rights
        for each in (self.new_button, self.first_button):
            each.setVisible(registers)
        if not registers:
            self.empty.sentence.setText(self.tr("Nothing was registered in this case."))
        self.card.show_rights(rights)

    def open_id(self) -> str:
        return self.model.exhibit.exhibit.id if self.model.exhibit else ""

    def return_to(self, record: str, part: str = "") -> None:
        """Show an exhibit, whatever was searched before: else another one would be shown in its place.

        part: the id of its file that is shown.
        """
        self._close_viewer()
        if record:
            with QSignalBlocker(self.search):
                self.search.clear()
        self._wanted, self._wanted_file = record, FileId(part)
        self.model.reload()

    def reload(self) -> None:
        self.model.reload()

    def go_to_search(self) -> None:
        """To the words of the file that is looked into, else to those of the list."""
        if self.viewer is not None and self.viewer.is_open:
            self.viewer.find_words()
            return
        self.search.setFocus()
        self.search.selectAll()

    def _columns(self) -> tuple[Column["ExhibitSummary"], ...]:
        return (
            Column(title=self.tr("Exhibit"), read=lambda row: row.exhibit.number, width=96, exact=True),
            Column(title=self.tr("Title"), read=self._title),
            Column(title=self.tr("Kind"), read=lambda row: words(row.exhibit.kind), width=158, spare=3),
            Column(title=self.tr("Held by"), read=lambda row: row.custodian or NONE, width=200),
            Column(
                title=self.tr("Last event"),
                read=lambda row: self.tr("Transfer open") if row.in_transit else event_words(row.last_event),
                width=216,
                tone=lambda row: Tone.WARN if row.in_transit else event_tone(row.last_event),
            ),
            Column(
                title=self.tr("Files"),
                read=lambda row: str(row.files),
                width=72,
                exact=True,
                at_end=True,
                spare=1,
            ),
            Column(
                title=self.tr("Size"),
                read=lambda row: size(row.size) if row.files else NONE,
                width=96,
                exact=True,
                at_end=True,
                key=lambda row: row.size,
                spare=2,
            ),
            struck_column(lambda row: row.exhibit),
        )

    def _title(self, found: "ExhibitSummary") -> str:
        case = self.model.case
        return in_language(found.exhibit.titles, case.language if case else "")

    def _listed(self, found: "tuple[ExhibitSummary, ...]", first: bool) -> None:
        former: list[Any] = []
        if first:
            former, self._all = self._all, []
            self.stack.show_listed(found=bool(found))
        new = [(each, self._said(each)) for each in found]
        self._all += new
        if first:
            self._filter()
            self._former.begin(letting_go(former))
        else:
            known = len(self.rows.rows)
            self.rows.add_rows(self._matching(new), more=self.model.pages.has_more)
            self._look_for_sought(known)
            self._read_on()

    def _filter(self) -> None:
        self.rows.show_rows(self._matching(self._all), more=self.model.pages.has_more)
        self._sought = self._wanted or (self.model.exhibit.exhibit.id if self.model.exhibit else None)
        self._look_for_sought()
        self._read_on()

    def _matching(self, listed: "Iterable[tuple[ExhibitSummary, str]]") -> "list[ExhibitSummary]":
        wanted = self.search.text().casefold().replace(" ", "")
        return [found for found, said in listed if wanted in said]

    def _said(self, found: "ExhibitSummary") -> str:
        """Return what is searched."""
        said = (found.exhibit.number, found.custodian, self._title(found))
        return "\n".join(said).casefold().replace(" ", "")

    def _look_for_sought(self, first: int = 0) -> None:
        """Choose the sought exhibit if it is listed from this row on, or the first where none is sought or
        found.
        """
        pages, shown = self.model.pages, len(self.rows.rows)
        whole = pages.has_more and not self.search.text()
        self.count.setText(grouped(self.tr("%n exhibit(s)", "", pages.total if whole else shown)))
        at = -1
        if self._sought is not None:
            at = self.rows.row_of(lambda found: found.exhibit.id == self._sought, first)
        if at >= 0 or self._sought is None or not pages.has_more:
            if self._sought is not None or not self.table.currentIndex().isValid():
                self.table.choose_row(max(0, at))
            self._sought = None
            if not shown:
                self.card.show_exhibit(None)  # else it would be taken for what was searched

    def _read_on(self) -> None:
        """Read the rest of the list for a search or an order, or until the sought exhibit is found."""
        if self.search.text() or self.rows.is_sorted or self._sought is not None:
            self.model.pages.more(MANY)

    def _choose(self, found: "ExhibitSummary | None") -> None:
        if found is not None and self.isVisible():
            self.model.open(found.exhibit.id)

    def _opened(self, exhibit: ExhibitInFull | None) -> None:
        if exhibit is not None:
            self._wanted = ""
            if self._wanted_file in {each.id for each in (*exhibit.files, *self.model.withdrawn)}:
                self.card.go_to_file(self._wanted_file)
                self._wanted_file = FileId("")
        if not self.rows.rowCount() and self.search.text():
            self.card.show_exhibit(None)  # it was opened on the way to a search that finds nothing

    def _look(self, file: "ExhibitFile") -> None:
        """Show a file in place of the list."""
        from ui.viewer.view import ViewerView

        if self.model.exhibit is None:
            return
        if self.viewer is None:
            self.viewer = ViewerView(self.model.jobs)
            self.viewer.closed.connect(self._show_list)
            self.viewer.turned_to.connect(self.card.remember)
            self.body.addWidget(self.viewer)
        self.notice.clear()
        self.stack.hide()
        self.viewer.show()
        self.viewer.open(self.model.exhibit.exhibit, file, self.model.exhibit.files)

    def _show_list(self) -> None:
        if self.viewer is not None:
            self.viewer.hide()
        self.stack.show()
        if not self.card.go_to_last_seen():
            (self.card.look_button if self.card.look_button.isVisible() else self.table).setFocus()

    def _close_viewer(self) -> None:
        if self.viewer is not None and self.viewer.is_open:
            self.viewer.close_file()
            self._show_list()

    def _new(self) -> None:
        from ui.exhibits.register import RegisterDialog

        self.notice.clear()
        if self.model.case is not None:
            RegisterDialog(self, self.model, self.model.case).open()

    def _go_to(self, exhibit_id: str) -> None:
        self.notice.clear()
        self.return_to(exhibit_id)

    def _refuse_scanned(self, sentence: str) -> None:
        """Say it, and let the next code replace the one that was not read."""
        self.notice.refuse(sentence)
        self.search.selectAll()

    def _tell_sealed(self) -> None:
        self.notice.tell(self.tr("The key material is sealed."), Tone.OK)

    def _show_compared(self, _: "IntakeResult") -> None:
        from ui.exhibits.sources import LISTS

        self.card.show_sources(LISTS)

    def _show_left(self, result: "IntakeResult") -> None:
        from ui.exhibits.left_dialog import LeftDialog

        dialog = LeftDialog(self, result)
        if result.met:
            dialog.finished.connect(lambda _: self._show_same(result.met))
        dialog.open()

    def _show_same(self, met: "tuple[Met, ...]") -> None:
        """Lead to the other exhibit with the same bytes, chosen in a list."""
        from ui.exhibits.same_bytes import SameBytesDialog

        dialog = SameBytesDialog(self, met)
        dialog.wants_exhibit.connect(self._go_to)
        dialog.open()
