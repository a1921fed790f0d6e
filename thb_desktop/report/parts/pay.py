"""Pay reconstructed: a table of which each cell names its figures, and the figures with their sources."""

from collections.abc import Callable, Sequence

from thb_desktop.domain.finance import PayFigure
from thb_desktop.domain.finance_fields import PAY_FIGURE
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.pay import Cell, PayRow, has_hours_in_each, pay_rows, pay_sums
from thb_desktop.report.document.columns import Column
from thb_desktop.report.parts.amounts import said_span
from thb_desktop.report.parts.described import draw_entries
from thb_desktop.report.parts.setting import Setting


def draw_pay(setting: Setting) -> None:
    """Draw the calculation and its figures; nothing if there are none."""
    figures, words, flow = setting.content.finance.pay, setting.words.pay, setting.flow
    if not figures:
        return
    table = _PayTable(setting, figures)
    rows = pay_rows(figures)
    flow.heading(words.title, 2)
    flow.note(words.intro)
    setting.rows(table.columns(rows), at_end=table.amounts, title=words.title)
    flow.heading(words.sums, 3)
    setting.rows(table.sums(rows), at_end=table.amounts, title=words.sums)
    if has_hours_in_each(rows):
        flow.note(words.hours_in_each)
    numbers = [str(number) for number in table.numbers.values()]
    draw_entries(setting, words.figures, PAY_FIGURE, figures, level=3, before=[(words.number, numbers)])


class _PayTable:
    """The cells in words. numbers: of the figures, as the cells name them."""

    def __init__(self, setting: Setting, figures: Sequence[PayFigure]) -> None:
        self._setting, self._words = setting, setting.words.pay
        self.numbers = {each.id: number for number, each in enumerate(figures, 1)}
        words = self._words
        self.amounts = (
            *(words.hours, words.hours_paid, words.agreed, words.due, words.gross, words.net_stated),
            *(words.received, words.per_hour, words.short),
        )

    def columns(self, rows: Sequence[PayRow]) -> list[Column]:
        words, setting = self._words, self._setting
        cells: tuple[tuple[str, Callable[[PayRow], Cell]], ...] = (
            (words.hours, lambda row: row.hours),
            (words.received, lambda row: row.received),
            (words.per_hour, lambda row: row.per_hour),
            (words.due, lambda row: row.due),
            (words.short, lambda row: row.short),
        )
        stated: tuple[tuple[str, Callable[[PayRow], Cell]], ...] = (
            (words.agreed, lambda row: row.agreed),
            (words.hours_paid, lambda row: row.hours_paid),
            (words.gross, lambda row: row.gross),
            (words.net_stated, lambda row: row.net_stated),
        )
        return [
            (words.worker, [setting.names.get(row.person_id, "") for row in rows]),
            (words.period, [setting.day(PartialDate(row.period)) for row in rows]),
            (words.currency, [row.currency for row in rows]),
            *((title, [self._cell(of(row)) for row in rows]) for title, of in cells),
            (words.deductions, [self._deductions(row) for row in rows]),
            *(
                (title, [self._cell(of(row)) if of(row).figures else "" for row in rows])
                for title, of in stated
            ),
        ]

    def sums(self, rows: Sequence[PayRow]) -> list[Column]:
        words, sums = self._words, pay_sums(rows)
        return [
            (words.currency, [each.currency for each in sums]),
            (words.hours, [self._sum(each.hours, each.missing["hours"]) for each in sums]),
            (words.received, [self._sum(each.received, each.missing["received"]) for each in sums]),
            (words.due, [self._sum(each.due, each.missing["due"]) for each in sums]),
            (words.short, [self._sum(each.short, each.missing["short"]) for each in sums]),
            (words.deductions, [self._sum(each.deductions, 0) for each in sums]),
        ]

    def _cell(self, cell: Cell, *, named: bool = True) -> str:
        """Return a value with the numbers of its figures."""
        said = said_span(self._setting, cell.value) if cell.value else self._setting.words.finance.unknown
        numbers = ", ".join(str(self.numbers[each.id]) for each in cell.figures)
        return f"{said} [{numbers}]" if named and numbers else said

    def _sum(self, cell: Cell, missing: int) -> str:
        said = self._cell(cell, named=False)
        return self._words.missing.format(value=said, count=missing) if missing else said

    def _deductions(self, row: PayRow) -> str:
        label = self._setting.words.label
        return "\n".join(
            self._setting.named(label(kind), self._cell(cell)) for kind, cell in row.deductions.items()
        )
