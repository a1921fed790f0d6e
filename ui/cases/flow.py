"""MoneyFlowDialog: who paid whom, drawn and listed; a flow leads to its entries, an entry to its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.finance import HandOver, Transaction, ValueTransfer
from thb_desktop.domain.ids import AccountId, PersonId
from thb_desktop.domain.money import span_of
from thb_desktop.domain.money_flow import (
    HAND_OVER,
    TRANSACTION,
    TRANSFER,
    Flow,
    FlowFilter,
    FlowWords,
    MoneyFlow,
    Party,
    amount_of,
    chart_of,
    drawn_of,
    label_of,
)
from ui.cases.flow_model import FlowModel, Parties
from ui.jobs import VaultJobs
from ui.labels.booking import counted_told, day_told
from ui.labels.dates import brief
from ui.rows import Column, RowsModel
from ui.text import NONE, isolate, isolate_words, listed, translate
from ui.tones import Tone
from ui.widgets.basic import Label, Part, button, row, show_if
from ui.widgets.chart import ChartView
from ui.widgets.choices import ValueBox
from ui.widgets.dates import DayField
from ui.widgets.dialog import Dialog
from ui.widgets.sheet_file import SheetFile
from ui.widgets.table import RecordTable

_Entry = Transaction | HandOver | ValueTransfer
_KINDS: dict[type, str] = {Transaction: TRANSACTION, HandOver: HAND_OVER, ValueTransfer: TRANSFER}


class MoneyFlowDialog(Dialog):
    """wants: show the place of an entry: the name of its table, and the id of its row."""

    wants = Signal(str, str)

    def __init__(self, parent: QWidget, jobs: VaultJobs, case: CaseFile) -> None:
        super().__init__(
            parent,
            self.tr("Money flow"),
            self.tr(
                "Who paid whom, as recorded. Sums are by currency; an end that nobody stated is unknown, and "
                "stands apart from every other."
            ),
        )
        self.setMinimumWidth(1300)
        self.model = FlowModel(jobs, case, self)
        self._numbers: dict[str, int] = {}
        self._build_filter()
        self.chart = ChartView(self.tr("Drawing of the money flow; the list below says the same"))
        self.frame = QScrollArea()
        self.frame.setAccessibleName(self.tr("Drawing of the money flow"))
        self.frame.setWidgetResizable(True)
        self.frame.setWidget(self.chart)
        self.frame.setMinimumHeight(204)
        self.told = Label("", Part.MUTED, wrap=True)
        self.rows: RowsModel[Flow] = RowsModel(self._columns(), self)
        self.table = RecordTable(self.rows, self.tr("Flows"))
        self.table.keep_low(120)
        self.table.say_when_empty(self.tr("No money is recorded, or none that fits what was chosen."))
        self.entries: RowsModel[_Entry] = RowsModel(self._entry_columns(), self)
        self.sources = RecordTable(self.entries, self.tr("Entries of the chosen flow"))
        self.sources.keep_low(120)
        self.print_button = button(self.tr("&Print\u2026"), self._print, icon="printer")
        self.source_button = button(self.tr("Go to the &entry"), self._follow, icon="link")
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self.body.addWidget(self.frame, 3)
        self.body.addWidget(self.told)
        self.body.addWidget(self.table, 2)
        self.body.addWidget(Label(self.tr("Entries of the chosen flow"), Part.MUTED))
        self.body.addWidget(self.sources, 1)
        self._outer.addLayout(row(self.print_button, None, self.source_button, self.main_button))
        self._listen()
        self.model.load_parties()
        self.model.load()

    def _build_filter(self) -> None:
        self.party = ValueBox([(self.tr("All parties"), None)], name=self.tr("Only flows of"))
        self.currency = ValueBox([(self.tr("All currencies"), "")], name=self.tr("Currency"))
        self.since = DayField(self.tr("From this day on"))
        self.until = DayField(self.tr("Up to this day"))
        self.apply_button = button(self.tr("&Show"), self._apply)
        self.party.keep_narrow()
        for day in (self.since, self.until):
            day.edit.setPlaceholderText(day.accessibleName())
        boxes = (self.party, self.currency, self.since, self.until, self.apply_button)
        line = row(*boxes, None)
        for box in boxes:
            line.setAlignment(box, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)

    def _listen(self) -> None:
        for box in (self.party, self.currency):
            box.currentIndexChanged.connect(lambda _: self._apply())
        self.table.chosen.connect(lambda _: self._choose())
        self.table.opened.connect(lambda _: self._enter())
        self.sources.opened.connect(lambda _: self._follow())
        self.chart.chosen.connect(self._choose_drawn)
        self.chart.followed.connect(self._enter)
        self.entries.wants_more.connect(self.model.pages.more)
        self.model.parties.connect(self._offer)
        self.model.loaded.connect(self._show)
        self.model.entries.connect(self._show_entries)
        self.sheet_file = SheetFile(self, self.notice)
        self.model.written.connect(self.sheet_file.tell)
        self.model.refused.connect(self.refuse)

    def _offer(self, found: Parties) -> None:
        for told, key, is_person in found:
            self.party.addItem(told, (key, is_person))

    def _apply(self) -> None:
        self.notice.clear()
        for day in (self.since, self.until):
            if day.error():
                self.notice.tell(day.error(), Tone.BAD)
                return
        key, is_person = self.party.currentData() or ("", False)
        self.model.load(
            FlowFilter(
                account_id=AccountId(key) if key and not is_person else None,
                person_id=PersonId(key) if key and is_person else None,
                currency=str(self.currency.currentData() or ""),
                since=self.since.value(),
                until=self.until.value(),
            )
        )

    def _words(self) -> FlowWords:
        return FlowWords(
            unknown=self.tr("unknown"),
            as_written=self.tr("as written"),
            joined=self.tr("joined"),
        )

    def _show(self, found: MoneyFlow) -> None:
        for currency in found.currencies:
            if self.currency.findData(currency) < 0:
                self.currency.addItem(currency, currency)
        self._numbers = {each.key: number for number, each in enumerate(found.flows, start=1)}
        self.chart.show_chart(chart_of(found, self._words()))
        self.rows.show_rows(found.flows)
        told = self._told(found)
        self.told.setText(" ".join(told))
        show_if(self.told, bool(told))
        self.table.choose_row(0)
        self._choose()

    def _told(self, found: MoneyFlow) -> list[str]:
        told, drawn = [], len(drawn_of(found.flows))
        if drawn < len(found.flows):
            said = self.tr("{drawn} of {listed} flows are drawn; all are listed.")
            told.append(said.format(drawn=drawn, listed=len(found.flows)))
        if found.more:
            said = self.tr(
                "Flows that are not read: {count}, with payments in all: {payments}. Choose one party, "
                "currency or period."
            )
            told.append(said.format(count=found.more, payments=found.more_payments))
        if found.undated:
            told.append(
                self.tr(
                    "Left out, because no exact day is known: %n entry(s) of the case.", "", found.undated
                )
            )
        if counted := counted_told(found.counted):
            told += (self.tr("In the whole case:"), *counted)
        return told

    def _choose(self) -> None:
        flow = self.table.current_record()
        if isinstance(flow, Flow):
            self.chart.choose(flow.key)
            self._show_line()
        self.model.show_entries(flow if isinstance(flow, Flow) else None)

    def _show_line(self) -> None:
        """Scroll the drawing to the chosen line."""
        line = self.chart.line()
        if line is not None:
            at = self.chart.spot_of(line.key).toPoint()
            self.frame.ensureVisible(at.x(), at.y(), 160, 60)

    def _choose_drawn(self, key: str) -> None:
        self.table.choose_row(self.rows.row_of(lambda each: each.key == key))

    def _show_entries(self, found: tuple[_Entry, ...], is_first: bool) -> None:
        if is_first:
            self.entries.show_rows(found, more=self.model.pages.has_more)
            self.sources.choose_row(0)
        else:
            self.entries.add_rows(found, more=self.model.pages.has_more)
        self.source_button.setEnabled(bool(self.entries.rows))

    def _enter(self) -> None:
        """Follow a flow: to its entry, or to the list of its entries if it has several."""
        flow = self.table.current_record()
        if isinstance(flow, Flow) and flow.about:
            self.accept()
            self.wants.emit(flow.kind, flow.about)
        else:
            self.sources.setFocus()

    def _follow(self) -> None:
        entry = self.sources.current_record()
        if isinstance(entry, Transaction | HandOver | ValueTransfer):
            self.accept()
            self.wants.emit(_KINDS[type(entry)], entry.id)

    def _print(self) -> None:
        if target := self.sheet_file.ask("money-flow.pdf"):
            self.model.print_sheet(target)

    def _columns(self) -> tuple[Column[Flow], ...]:
        return (
            Column(title=self.tr("No."), read=self._number, width=56, exact=True, key=self._place),
            Column(title=self.tr("Paid by"), read=lambda each: self._party(each.payer)),
            Column(title=self.tr("Received by"), read=lambda each: self._party(each.receiver)),
            Column(title=self.tr("Sum"), read=self._sum, width=150, at_end=True, exact=True),
            Column(title=self.tr("Entries"), read=_counted, width=80, at_end=True, exact=True),
            Column(title=self.tr("What"), read=self._what, width=186),
        )

    def _entry_columns(self) -> tuple[Column[_Entry], ...]:
        return (
            Column(title=self.tr("Number"), read=lambda each: getattr(each, "number", "") or NONE, width=90),
            Column(title=self.tr("When"), read=_when, width=190),
            Column(title=self.tr("Amount"), read=_amount, width=180, at_end=True, exact=True),
            Column(title=self.tr("Place in the source"), read=_source, width=220),
            Column(title=self.tr("Text"), read=_text),
        )

    def _number(self, flow: Flow) -> str:
        return str(self._place(flow))

    def _place(self, flow: Flow) -> int:
        return self._numbers.get(flow.key, 0)

    def _party(self, party: Party) -> str:
        return listed(filter(None, label_of(party, self.model.found.names, self._words())))

    def _sum(self, flow: Flow) -> str:
        return amount_of(flow) or NONE

    def _what(self, flow: Flow) -> str:
        kinds = {
            TRANSACTION: self.tr("Transactions"),
            HAND_OVER: self.tr("Hand-overs"),
            TRANSFER: self.tr("Joined as one transfer"),
        }
        through = self.tr("through {agents}").format(agents=isolate_words(", ".join(flow.agents)))
        told = (kinds[flow.kind], isolate(", ".join(flow.numbers)) if flow.numbers else "")
        return listed(filter(None, (*told, through if flow.agents else "")))


def _counted(flow: Flow) -> str:
    return str(flow.count)


def _when(entry: _Entry) -> str:
    if isinstance(entry, Transaction):
        return day_told(brief(entry.at), entry.day_kind)
    return NONE if isinstance(entry, ValueTransfer) else brief(entry.at)


def _amount(entry: _Entry) -> str:
    if isinstance(entry, ValueTransfer):
        return NONE
    return f"{span_of(entry.amount, entry.amount_to, entry.is_about).written} {entry.currency}"


def _source(entry: _Entry) -> str:
    return (entry.basis if isinstance(entry, ValueTransfer) else entry.source) or translate(
        "MoneyFlowDialog", "not stated"
    )


def _text(entry: _Entry) -> str:
    if isinstance(entry, Transaction):
        return listed(filter(None, (entry.counterparty, entry.text, entry.reference)))
    return (
        entry.note if isinstance(entry, ValueTransfer) else listed(filter(None, (entry.agent, entry.token)))
    )
