"""Pay of a sample case: each number of a payslip is a figure of its own, with its source."""

from collections.abc import Iterator

from thb_desktop.domain.finance import PayFigure
from thb_desktop.domain.finance_codes import PayFigureKind
from thb_desktop.domain.ids import ExhibitId, RowId
from thb_desktop.domain.money import read_amount
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.services.money import finance
from thb_desktop.services.samples.loading import Loading
from thb_desktop.services.samples.node import Node

_DEDUCTIONS = {
    "rent": PayFigureKind.RENT,
    "transport": PayFigureKind.TRANSPORT,
    "fines": PayFigureKind.FINE,
    "work_clothes": PayFigureKind.CLOTHING,
    "document_fee": PayFigureKind.DOCUMENTS,
    "visa_debt": PayFigureKind.DEBT,
}
_HOURS = {
    "hours_worked_per_roster": PayFigureKind.HOURS_WORKED,
    "hours_paid": PayFigureKind.HOURS_PAID,
}


def load_pay(loading: Loading) -> None:
    """Enter the figures of the payslips. Without a currency in the supplement they are left out, and that is
    told: payslips of the samples name none.
    """
    payslips, pay = loading.data.nodes("payslips"), loading.supplement.node("pay")
    currency = pay.text("currency", "")
    if payslips and not currency:
        loading.told(
            "the currency of the payslips of a sample case is not told, and their figures are left out"
        )
        return
    roster, rows, words = (
        loading.exhibits.get(pay.text("roster", "")),
        pay.node("roster_rows"),
        loading.supplement.node("fields"),
    )
    for payslip in payslips:
        held = _exhibit_of(loading, payslip.text("file", ""))
        for kind, key, amount, of in _figures(payslip, currency):
            is_roster = key == "hours_worked_per_roster" and roster is not None
            number, called = payslip.text("id"), words.text(key, key)
            figure = PayFigure(
                id=RowId(""),
                case_id=loading.case.id,
                person_id=loading.persons[payslip.text("worker")].id,
                period=PartialDate(payslip.text("month")),
                kind=kind,
                amount=amount,
                currency=of,
                label=called,
                exhibit_id=roster.id if is_roster and roster else held,
                source=rows.text(number) if is_roster and number in rows else f"{number}: {called}",
            )
            finance.add_pay_figure(loading.session, figure)
            loading.step()


def _figures(payslip: Node, currency: str) -> Iterator[tuple[PayFigureKind, str, str, str]]:
    """Return kind, name in the data, amount and currency of each figure."""
    for key, kind in _HOURS.items():
        if key in payslip:
            yield kind, key, payslip.text(key), ""
    for part in payslip.text("gross", "").split(" + "):
        words, amount, of = _amount(part, currency)
        if amount:
            yield PayFigureKind.GROSS, words or "gross", amount, of
    for key, told in payslip.node("deductions").pairs():
        _, amount, of = _amount(told, currency)
        yield _DEDUCTIONS.get(key, PayFigureKind.OTHER_DEDUCTION), key, amount, of
    _, amount, of = _amount(payslip.text("net_paid", ""), currency)
    if amount:
        yield PayFigureKind.RECEIVED, "net_paid", amount, of


def _amount(written: str, currency: str) -> tuple[str, str, str]:
    """Return the words before an amount, the amount, and its currency: its own, or the one of all."""
    start = next((place for place, sign in enumerate(written) if sign.isdecimal()), len(written))
    words, rest = written[:start].strip(), written[start:].strip()
    if not rest:
        return words, "", ""
    has_currency = rest[-1].isalpha()
    return words, *read_amount(rest if has_currency else f"{rest} {currency}")


def _exhibit_of(loading: Loading, path: str) -> ExhibitId | None:
    """Return the exhibit with this file."""
    for node in loading.data.nodes("evidence"):
        if path and path in node.texts("file"):
            return loading.exhibits[node.text("id")].id
    return None
