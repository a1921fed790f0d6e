"""PayDialog: pay reconstructed from figures; each row shows the figures that it comes from."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.finance import PayFigure
from thb_desktop.domain.finance_fields import PAY_FIGURE
from thb_desktop.domain.money import span_of
from thb_desktop.domain.partial_dates import PartialDate, partial_in_words
from thb_desktop.domain.pay import Cell, PayRow, PaySums, deducted, pay_rows, pay_sums
from ui import language
from ui.forms.reading import column
from ui.rows import Column, RowsModel
from ui.text import NONE, isolate, isolate_words
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.table import RecordTable


class PayDialog(Dialog):
    """wants: show the entry of a figure, by its id. wants_exhibit: show its source, by the id of the exhibit.

    names: of workers and exhibits, by id; they grow while exhibits are read.
    """

    wants = Signal(str)
    wants_exhibit = Signal(str)

    def __init__(self, parent: QWidget, figures: Sequence[PayFigure], names: Mapping[str, str]) -> None:
        super().__init__(
            parent,
            self.tr("Pay: calculation"),
            self.tr(
                "A calculation from the figures of this case, and no evidence of its own. What nobody stated "
                "is unknown, and so is what depends on it."
            ),
        )
        self.setMinimumWidth(1060)
        self._names = names
        found = pay_rows(figures)
        self.rows: RowsModel[PayRow] = RowsModel(self._columns(), self)
        self.table = RecordTable(self.rows, self.tr("Pay by worker, period and currency"), wrap=True)
        self.table.setMinimumHeight(190)
        self.table.say_when_empty(self.tr("No figure of pay is entered yet."))
        self.sums = Label("\n".join(map(self._sum, pay_sums(found))), Part.STRONG, wrap=True)
        self.figures: RowsModel[PayFigure] = RowsModel(self._figure_columns(), self)
        self.sources = RecordTable(self.figures, self.tr("Figures of the chosen row"))
        self.sources.setMinimumHeight(170)
        self.source_button = button(self.tr("Go to the &figure"), self._follow, icon="link")
        self.exhibit_button = button(self.tr("Go to the so&urce"), self._go_to_exhibit, icon="archive")
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.sums)
        self.body.addWidget(Label(self.tr("Figures of the chosen row, with their sources"), Part.MUTED))
        self.body.addWidget(self.sources, 1)
        self._outer.addLayout(row(None, self.exhibit_button, self.source_button, self.main_button))
        self.table.chosen.connect(self._show_figures)
        self.sources.chosen.connect(self._let_go)
        self.sources.opened.connect(lambda _: self._follow())
        self.rows.show_rows(found)
        self.table.choose_row(0)
        self._show_figures(self.table.current_record())

    def _columns(self) -> tuple[Column[PayRow], ...]:
        cells: tuple[tuple[str, Callable[[PayRow], Cell]], ...] = (
            (self.tr("Hours"), lambda each: each.hours),
            (self.tr("Received"), lambda each: each.received),
            (self.tr("Per hour"), lambda each: each.per_hour),
            (self.tr("Agreed"), lambda each: each.agreed),
            (self.tr("Due by law"), lambda each: each.due),
            (self.tr("Short"), lambda each: each.short),
        )
        return (
            Column(title=self.tr("Worker"), read=self._worker, width=80),
            Column(title=self.tr("Period"), read=_period, width=130),
            Column(title=self.tr("Currency"), read=lambda each: each.currency, width=96, exact=True),
            *(self._amount(title, of) for title, of in cells),
            self._amount(self.tr("Deductions"), deducted),
        )

    def _worker(self, each: PayRow) -> str:
        return self._names.get(each.person_id, NONE)

    def _amount(self, title: str, of: Callable[[PayRow], Cell]) -> Column[PayRow]:
        return Column(title=title, read=lambda each: self._said(of(each)), width=104, exact=True, at_end=True)

    def _figure_columns(self) -> tuple[Column[PayFigure], ...]:
        return (
            column(PAY_FIGURE, "kind", width=190, names=lambda: self._names),
            Column(title=self.tr("Amount"), read=_figure, width=130, exact=True, at_end=True),
            column(PAY_FIGURE, "currency", width=80, names=lambda: self._names),
            column(PAY_FIGURE, "exhibit_id", width=210, names=lambda: self._names),
            column(PAY_FIGURE, "source", width=0, names=lambda: self._names),
            column(PAY_FIGURE, "label", width=190, names=lambda: self._names),
        )

    def _said(self, cell: Cell) -> str:
        return cell.value.written if cell.value else self.tr("unknown")

    def _sum(self, sums: PaySums) -> str:
        said = self.tr("{currency}: received {received}, deductions {deductions}, due {due}, short {short}.")
        told = said.format(
            currency=isolate(sums.currency),
            received=isolate_words(self._said(sums.received)),
            deductions=isolate_words(self._said(sums.deductions)),
            due=isolate_words(self._said(sums.due)),
            short=isolate_words(self._said(sums.short)),
        )
        missing = sums.missing["short"]
        return told + (
            " " + self.tr("What is short is not known of %n row(s).", "", missing) if missing else ""
        )

    def _show_figures(self, chosen: object) -> None:
        """Show what the chosen row comes from, each figure once."""
        found: dict[str, PayFigure] = {}
        if isinstance(chosen, PayRow):
            stated = (chosen.hours, chosen.hours_paid, chosen.gross, chosen.net_stated)
            for cell in (*stated, chosen.agreed, chosen.due, chosen.received, *chosen.deductions.values()):
                found |= {each.id: each for each in cell.figures}
        self.figures.show_rows(tuple(found.values()))
        self.sources.choose_row(0)
        self._let_go(self.sources.current_record())

    def _let_go(self, chosen: object) -> None:
        is_figure = isinstance(chosen, PayFigure)
        self.source_button.setEnabled(is_figure)
        self.exhibit_button.setEnabled(isinstance(chosen, PayFigure) and chosen.exhibit_id is not None)

    def _go_to_exhibit(self) -> None:
        figure = self.sources.current_record()
        if isinstance(figure, PayFigure) and figure.exhibit_id is not None:
            self.accept()
            self.wants_exhibit.emit(figure.exhibit_id)

    def _follow(self) -> None:
        figure = self.sources.current_record()
        if isinstance(figure, PayFigure):
            self.accept()
            self.wants.emit(figure.id)


def _period(each: PayRow) -> str:
    return partial_in_words(PartialDate(each.period), language.current())


def _figure(each: PayFigure) -> str:
    return span_of(each.amount, each.amount_to, each.is_about).written
