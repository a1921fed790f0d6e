"""Pay reconstructed: what was agreed, due and really received, from figures that each have a source.

It is a calculation, and no evidence of its own: each cell names the figures that it comes from. A cell
without figures is not known, and stays so in what is computed from it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from thb_desktop.domain.finance import PayFigure
from thb_desktop.domain.finance_codes import DEDUCTIONS, HOURS, PayFigureKind
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.money import Span, span_of, sum_of


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of the table. figures: what it was computed from, in the order of entry. value: None if it is
    not known.
    """

    value: Span | None = None
    figures: tuple[PayFigure, ...] = ()

    @property
    def is_computed(self) -> bool:
        return len(self.figures) > 1


UNKNOWN = Cell()


@dataclass(frozen=True, slots=True, kw_only=True)
class PayRow:
    """One worker in one period, in one currency.

    agreed, due: as stated, or else rate by hours worked. per_hour: really received by hours worked, rounded
    half up to two decimals. short: due less received.
    """

    person_id: PersonId
    period: str
    currency: str
    hours: Cell
    hours_paid: Cell
    agreed: Cell
    due: Cell
    gross: Cell
    net_stated: Cell
    deductions: Mapping[PayFigureKind, Cell]
    received: Cell
    per_hour: Cell
    short: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class PaySums:
    """The sums of the rows in one currency; hours of one worker and period count once in it, and again in
    each other currency in which they have a row: see `has_hours_in_each`.

    missing: of how many rows each value is not known, by column.
    """

    currency: str
    hours: Cell
    due: Cell
    received: Cell
    deductions: Cell
    short: Cell
    missing: Mapping[str, int]


def pay_rows(figures: Iterable[PayFigure]) -> tuple[PayRow, ...]:
    """Return a row for each worker, period and currency, in the order of their first figure. What was struck
    out is left out.
    """
    groups: dict[tuple[PersonId, str], list[PayFigure]] = {}
    for each in figures:
        if not each.struck:
            groups.setdefault((each.person_id, each.period.edtf), []).append(each)
    return tuple(
        _row(person_id, period, currency, found)
        for (person_id, period), found in groups.items()
        for currency in dict.fromkeys(each.currency for each in found if each.currency) or ("",)
    )


def pay_sums(rows: Sequence[PayRow]) -> tuple[PaySums, ...]:
    """Return the sums by currency; amounts of different currencies are never added."""
    return tuple(
        _sums(currency, [each for each in rows if each.currency == currency])
        for currency in dict.fromkeys(each.currency for each in rows)
    )


def has_hours_in_each(rows: Iterable[PayRow]) -> bool:
    """Tell whether the sums of two currencies have hours of the same worker and period."""
    found = [(each.person_id, each.period) for each in rows if each.hours.value is not None]
    return len(set(found)) < len(found)


def deducted(row: PayRow) -> Cell:
    """Return the sum of what was deducted in a row; not known if nobody stated any."""
    return _total(list(row.deductions.values()))


def _row(person_id: PersonId, period: str, currency: str, found: Sequence[PayFigure]) -> PayRow:
    def of(kind: PayFigureKind) -> Cell:
        return _stated([each for each in found if each.kind is kind and _counts(each, currency)])

    hours = of(PayFigureKind.HOURS_WORKED)
    due = _or_by_hours(of(PayFigureKind.DUE_BY_LAW), of(PayFigureKind.RATE_BY_LAW), hours)
    received = of(PayFigureKind.RECEIVED)
    return PayRow(
        person_id=person_id,
        period=period,
        currency=currency,
        hours=hours,
        hours_paid=of(PayFigureKind.HOURS_PAID),
        agreed=_or_by_hours(of(PayFigureKind.AGREED), of(PayFigureKind.RATE_AGREED), hours),
        due=due,
        gross=of(PayFigureKind.GROSS),
        net_stated=of(PayFigureKind.NET_STATED),
        deductions={kind: cell for kind in DEDUCTIONS if (cell := of(kind)).figures},
        received=received,
        per_hour=_computed(
            received, hours, received.value.per(hours.value) if received.value and hours.value else None
        ),
        short=_computed(due, received, due.value - received.value if due.value and received.value else None),
    )


def _counts(figure: PayFigure, currency: str) -> bool:
    return figure.kind in HOURS or figure.currency == currency


def _stated(figures: Sequence[PayFigure]) -> Cell:
    """Add the figures of one kind; two rates contradict each other, and their cell is not known."""
    if not figures:
        return UNKNOWN
    spans = [span_of(each.amount, each.amount_to, each.is_about) for each in figures]
    if figures[0].kind in (PayFigureKind.RATE_AGREED, PayFigureKind.RATE_BY_LAW):
        alike = all((each.least, each.most) == (spans[0].least, spans[0].most) for each in spans)
        return Cell(spans[0] if alike else None, tuple(figures))
    return Cell(sum_of(spans), tuple(figures))


def _or_by_hours(stated: Cell, rate: Cell, hours: Cell) -> Cell:
    if stated.figures:
        return stated
    return _computed(rate, hours, rate.value.times(hours.value) if rate.value and hours.value else None)


def _computed(one: Cell, other: Cell, value: Span | None) -> Cell:
    return Cell(value, (*one.figures, *other.figures)) if value is not None else UNKNOWN


def _total(cells: Sequence[Cell]) -> Cell:
    if not cells:
        return UNKNOWN
    spans = (each.value for each in cells if each.value is not None)
    return Cell(sum_of(spans), tuple(figure for each in cells for figure in each.figures))


def _sums(currency: str, rows: Sequence[PayRow]) -> PaySums:
    columns: dict[str, list[Cell]] = {
        "hours": list({(each.person_id, each.period): each.hours for each in rows}.values()),
        "due": [each.due for each in rows],
        "received": [each.received for each in rows],
        "short": [each.short for each in rows],
    }
    known = {name: [each for each in cells if each.value is not None] for name, cells in columns.items()}
    return PaySums(
        currency=currency,
        deductions=_total([cell for each in rows for cell in each.deductions.values()]),
        missing={name: len(cells) - len(known[name]) for name, cells in columns.items()},
        **{name: _total(cells) for name, cells in known.items()},
    )
