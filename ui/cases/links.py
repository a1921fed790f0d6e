"""LinksDialog: one person or thing with what is recorded of it together with others, drawn and listed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.links import IDENTIFIER, Link, LinkKind, Links, Thing, link_chart, thing_of
from ui.cases.links_model import LinksModel
from ui.jobs import VaultJobs
from ui.labels import words
from ui.rows import Column, RowsModel
from ui.text import listed
from ui.widgets.basic import Label, Part, button, row, show_if
from ui.widgets.chart import ChartView
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import line
from ui.widgets.sheet_file import SheetFile
from ui.widgets.table import RecordTable


class LinksDialog(Dialog):
    """wants: show where a link is recorded: the name of a table, and the id of its row. wants_shared: show
    what several sources share.
    """

    wants = Signal(str, str)
    wants_shared = Signal()

    def __init__(self, parent: QWidget, jobs: VaultJobs, case: CaseFile, start: Thing | None = None) -> None:
        super().__init__(
            parent,
            self.tr("Links"),
            self.tr(
                "One person or thing with its neighbours, as recorded. That a number or a name is written in "
                "two places says that, and nothing more."
            ),
        )
        self.setMinimumWidth(1060)
        self.model = LinksModel(jobs, case, self)
        self._numbers: dict[str, int] = {}
        self._found: Links | None = None
        self.thing = ValueBox([(self.tr("Begin with\u2026"), None)], name=self.tr("Begin with"))
        self.thing.keep_narrow()
        self.typed = line(
            placeholder=self.tr(
                "or a telephone number, an IBAN, a plate, a wallet, an e-mail address, @name"
            ),
            name=self.tr("Begin with a number or a name"),
        )
        self.show_button = button(self.tr("&Show"), self._show_typed)
        self.back_button = button(self.tr("&Back"), self.model.go_back, icon="undo-2", part="quiet")
        self.chart = ChartView(self.tr("Drawing of the links; the list below says the same"))
        self.frame = QScrollArea()
        self.frame.setAccessibleName(self.tr("Drawing of the links"))
        self.frame.setWidgetResizable(True)
        self.frame.setWidget(self.chart)
        self.frame.setMinimumHeight(260)
        self.told = Label("", Part.MUTED, wrap=True)
        self.rows: RowsModel[Link] = RowsModel(self._columns(), self)
        self.table = RecordTable(self.rows, self.tr("What is recorded"))
        self.table.setMinimumHeight(170)
        self.table.say_when_empty(self.tr("Choose with whom or what to begin, or type a number or a name."))
        self.print_button = button(self.tr("&Print\u2026"), self._print, icon="printer")
        self.shared_button = button(
            self.tr("S&hared by several sources\u2026"), self._go_to_shared, icon="list-checks", part="quiet"
        )
        self.centre_button = button(self.tr("&Go on from here"), self._centre, icon="link", part="quiet")
        self.source_button = button(self.tr("Go to the s&ource"), self._follow, icon="link")
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self.body.addLayout(row(self.thing, self.typed, self.show_button, self.back_button))
        self.body.addWidget(self.frame, 3)
        self.body.addWidget(self.told)
        self.body.addWidget(self.table, 2)
        self._outer.addLayout(
            row(
                *(self.print_button, self.shared_button, None),
                *(self.centre_button, self.source_button, self.main_button),
            )
        )
        self._listen()
        self.model.list_things()
        self._offer_acts()
        if start is not None:
            self.model.show(start)

    def _listen(self) -> None:
        self.thing.currentIndexChanged.connect(lambda _: self._show_chosen())
        self.typed.returnPressed.connect(self._show_typed)
        self.table.chosen.connect(lambda _: self._choose())
        self.table.opened.connect(lambda _: self._follow())
        self.chart.chosen.connect(self._choose_drawn)
        self.chart.followed.connect(self._follow)
        self.chart.wanted.connect(lambda key: self.model.show(thing_of(key)))
        self.model.things.connect(self._offer)
        self.model.loaded.connect(self._show)
        self.sheet_file = SheetFile(self, self.notice)
        self.model.written.connect(self.sheet_file.tell)
        self.model.refused.connect(self.refuse)

    def take(self) -> None:
        """Enter in the line shows what is typed."""
        if self.typed.hasFocus():
            self._show_typed()

    def _offer(self, found: tuple[tuple[str, Thing], ...], further: int) -> None:
        for told, thing in found:
            self.thing.addItem(told, thing)
        if further:
            self.thing.addItem(
                self.tr("%n more object(s): choose one in the list of objects, then Links", "", further), None
            )

    def _show_chosen(self) -> None:
        thing = self.thing.currentData()
        if isinstance(thing, Thing):
            self.notice.clear()
            self.model.show(thing)

    def _show_typed(self) -> None:
        typed = self.typed.text().strip()
        self.notice.clear()
        if typed:
            self.thing.setCurrentIndex(0)  # else it would name somebody whose links are not the shown ones
            self.model.show(Thing(IDENTIFIER, typed))

    def _show(self, found: Links) -> None:
        self._found = found
        self.table.say_when_empty(self.tr("Nothing is recorded of this together with another."))
        self._numbers = {each.key: number for number, each in enumerate(found.links, start=1)}
        self.chart.show_chart(link_chart(found, {kind: words(kind) for kind in LinkKind}))
        told = []
        if found.more:
            told.append(self.tr("%n more link(s) are not read. Begin with a neighbour.", "", found.more))
        if found.not_followed:
            not_followed = self.tr(
                "%n more number(s) or name(s) that are written there were not looked for elsewhere. "
                "Begin with one of them.",
                "",
                found.not_followed,
            )
            told.append(not_followed)
        if found.left_out:
            told.append(self.tr("What you may not read is left out."))
        self.told.setText(" ".join(told))
        show_if(self.told, bool(told))
        self.rows.show_rows(found.links)
        self.table.choose_row(0)
        self._offer_acts()

    def _offer_acts(self) -> None:
        chosen = bool(self.rows.rows)
        for each in (self.centre_button, self.source_button):
            each.setEnabled(chosen)
        self.print_button.setEnabled(self._found is not None)
        self.back_button.setEnabled(len(self.model.way) > 1)

    def _choose(self) -> None:
        link = self.table.current_record()
        if isinstance(link, Link):
            self.chart.choose(link.key)
            at = self.chart.spot_of(link.key).toPoint()
            self.frame.ensureVisible(at.x(), at.y(), 160, 60)

    def _choose_drawn(self, key: str) -> None:
        self.table.choose_row(self.rows.row_of(lambda each: each.key == key))

    def _centre(self) -> None:
        """Begin with the other end of the chosen link."""
        link = self.table.current_record()
        if isinstance(link, Link):
            self.notice.clear()
            self.model.show(link.other)

    def _follow(self) -> None:
        link = self.table.current_record()
        if isinstance(link, Link):
            self.accept()
            self.wants.emit(link.source, link.about)

    def _go_to_shared(self) -> None:
        self.accept()
        self.wants_shared.emit()

    def _print(self) -> None:
        if target := self.sheet_file.ask("links.pdf"):
            self.model.print_sheet(target)

    def _columns(self) -> tuple[Column[Link], ...]:
        return (
            Column(title=self.tr("No."), read=self._number, width=56, exact=True, key=self._place),
            Column(title=self.tr("Of"), read=lambda each: self._name(each.one), width=250),
            Column(title=self.tr("What is recorded"), read=lambda each: words(each.kind), width=230),
            Column(title=self.tr("With"), read=lambda each: self._name(each.other)),
            Column(title=self.tr("Entries"), read=_counted, width=80, exact=True, at_end=True),
        )

    def _number(self, link: Link) -> str:
        return str(self._place(link))

    def _place(self, link: Link) -> int:
        return self._numbers.get(link.key, 0)

    def _name(self, thing: Thing) -> str:
        names = self._found.names if self._found is not None else {}
        return listed(filter(None, names.get(thing, (thing.key, ""))))


def _counted(link: Link) -> str:
    return str(link.count)
