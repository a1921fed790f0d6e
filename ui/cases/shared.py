"""SharedDialog: the numbers, addresses and names that several sources of a case share, each with these."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.identifier_kinds import IdentifierKind
from thb_desktop.domain.links import IDENTIFIER, Thing
from thb_desktop.domain.shared_identifiers import SharedIdentifier, SharedSource
from ui.cases.shared_model import SharedModel
from ui.jobs import VaultJobs
from ui.labels import words
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words
from ui.widgets.basic import Label, Part, button, row, show_if
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.sheet_file import SheetFile
from ui.widgets.table import RecordTable

_ALL = "ALL"


class SharedDialog(Dialog):
    """wants: show a source: the name of its table, and its id. wants_links: show the links of an entry."""

    wants = Signal(str, str)
    wants_links = Signal(object)

    def __init__(self, parent: QWidget, jobs: VaultJobs, case: CaseFile) -> None:
        super().__init__(
            parent,
            self.tr("Shared by several sources"),
            self.tr(
                "What occurs in two or more records, exhibits, files, persons, objects or entries of money. "
                "That a number or a name is written in two places says that, and nothing more."
            ),
        )
        self.setMinimumWidth(980)
        self.model = SharedModel(jobs, case, self)
        kinds = [(words(kind), kind.value) for kind in IdentifierKind]
        self.kind = ValueBox([(self.tr("All kinds"), _ALL), *kinds], name=self.tr("Kind"))
        self.told = Label("", Part.MUTED, wrap=True)
        self.rows: RowsModel[SharedIdentifier] = RowsModel(self._columns(), self)
        self.table = RecordTable(self.rows, self.tr("What is shared"))
        self.table.setMinimumHeight(240)
        self.table.say_when_empty(self.tr("The index is being brought up\u2026"))
        self.sources: RowsModel[SharedSource] = RowsModel(self._source_columns(), self)
        self.source_table = RecordTable(self.sources, self.tr("Where it occurs"))
        self.source_table.setMinimumHeight(170)
        self.source_table.say_when_empty(self.tr("Choose a line above."))
        self.print_button = button(self.tr("&Print\u2026"), self._print, icon="printer")
        self.links_button = button(self.tr("&Links\u2026"), self._links, icon="link", part="quiet")
        self.source_button = button(self.tr("Go to the s&ource"), self._follow, icon="link")
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self.body.addLayout(row(self.kind, None))
        self.body.addWidget(self.told)
        self.body.addWidget(self.table, 3)
        self.body.addWidget(self.source_table, 2)
        self._outer.addLayout(
            row(self.print_button, None, self.links_button, self.source_button, self.main_button)
        )
        show_if(self.told, False)
        self._listen()
        self._offer_acts()
        self.model.load()

    def take(self) -> None:
        """Enter in the list of kinds takes nothing."""

    def _listen(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _: self._show_kind())
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self.source_table.setFocus())
        self.source_table.chosen.connect(lambda _: self._offer_acts())
        self.source_table.opened.connect(lambda _: self._follow())
        self.rows.wants_more.connect(self.model.shared.more)
        self.sources.wants_more.connect(self.model.sources.more)
        self.model.ready.connect(self._begin)
        self.model.shared.arrived.connect(self._show)
        self.model.sources.arrived.connect(self._show_sources)
        self.sheet_file = SheetFile(self, self.notice)
        self.model.written.connect(self.sheet_file.tell)
        self.model.refused.connect(self.refuse)

    def _begin(self, left_out: bool) -> None:
        self.told.setText(self.tr("What you may not read is left out.") if left_out else "")
        show_if(self.told, left_out)
        self.table.say_when_empty(self.tr("Nothing occurs in several sources."))
        self._show_kind()

    def _show_kind(self) -> None:
        chosen = self.kind.currentData()
        self.notice.clear()
        self.model.show(None if chosen == _ALL else IdentifierKind(chosen))

    def _show(self, found: tuple[SharedIdentifier, ...], begins: bool) -> None:
        more = self.model.shared.has_more
        if not begins:
            self.rows.add_rows(found, more=more)
            return
        self.rows.show_rows(found, more=more)
        self.table.choose_row(0)
        self._choose(self.table.current_record())

    def _choose(self, chosen: object) -> None:
        self.sources.show_rows(())
        self.model.sources.end()
        if isinstance(chosen, SharedIdentifier):
            self.model.show_sources(chosen)
        self._offer_acts()

    def _show_sources(self, found: tuple[SharedSource, ...], begins: bool) -> None:
        more = self.model.sources.has_more
        if begins:
            self.sources.show_rows(found, more=more)
            self.source_table.choose_row(0)
        else:
            self.sources.add_rows(found, more=more)
        self._offer_acts()

    def _offer_acts(self) -> None:
        self.print_button.setEnabled(bool(self.rows.rows))
        self.links_button.setEnabled(bool(self.rows.rows))
        self.source_button.setEnabled(bool(self.sources.rows))

    def _links(self) -> None:
        chosen = self.table.current_record()
        if isinstance(chosen, SharedIdentifier):
            self.accept()
            self.wants_links.emit(Thing(IDENTIFIER, chosen.written))

    def _follow(self) -> None:
        source = self.source_table.current_record()
        if isinstance(source, SharedSource):
            self.accept()
            self.wants.emit(source.thing.kind, source.thing.key)

    def _print(self) -> None:
        if target := self.sheet_file.ask("shared.pdf"):
            self.model.print_sheet(target)

    def _columns(self) -> tuple[Column[SharedIdentifier], ...]:
        return (
            Column(title=self.tr("Kind"), read=lambda each: words(each.kind), width=230),
            Column(title=self.tr("Written"), read=lambda each: isolate(each.written), exact=True),
            Column(
                title=self.tr("Sources"),
                read=lambda each: str(each.sources),
                width=90,
                exact=True,
                at_end=True,
                key=lambda each: each.sources,
            ),
        )

    def _source_columns(self) -> tuple[Column[SharedSource], ...]:
        return (
            Column(title=self.tr("Kind"), read=lambda each: words(each.kind), width=230),
            Column(title=self.tr("Number"), read=lambda each: each.number, width=160, exact=True),
            Column(title=self.tr("Name"), read=lambda each: isolate_words(each.name) if each.name else ""),
        )
