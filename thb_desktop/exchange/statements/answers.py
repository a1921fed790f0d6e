"""Answers about statements: what a confined process read, as plain values, and back. They are untrusted."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any

from thb_desktop.domain.currencies import is_known
from thb_desktop.domain.finance_codes import BookingStatus, DayKind, StatementFormat
from thb_desktop.domain.statements import UnreadReason
from thb_desktop.errors import FormatError
from thb_desktop.exchange.statements.rows import ReadRow, ReadStatement, UnreadRow, verify_rows

PAGE = 2_000
"""Rows of one answer."""
_LONGEST = 1 << 20
_AMOUNT = re.compile(r"[0-9]+(?:\.[0-9]+)?", re.ASCII)
_BALANCE = re.compile(r"(?:-?[0-9]+(?:\.[0-9]+)?)?", re.ASCII)
Plain = dict[str, Any]


def head_told(read: ReadStatement) -> Plain:
    """Return a statement without its rows."""
    return {
        "format": read.format.value,
        "account": read.account,
        "currency": read.currency,
        "reference": read.reference,
        "period_from": _day_told(read.period_from),
        "period_to": _day_told(read.period_to),
        "opening": read.opening,
        "closing": read.closing,
        "unread": [[each.place, each.original, each.why.value, each.part] for each in read.unread],
    }


def row_told(which: int, row: ReadRow) -> Plain:
    """which: the place of its statement in the file."""
    return {
        "statement": which,
        "place": row.place,
        "original": row.original,
        "is_credit": row.is_credit,
        "amount": row.amount,
        "currency": row.currency,
        "booked_on": row.booked_on.isoformat(),
        "value_on": _day_told(row.value_on),
        "day_kind": row.day_kind.value if row.day_kind else "",
        "status": row.status.value if row.status else "",
        "status_written": row.status_written,
        "is_reversal": row.is_reversal,
        "reference": row.reference,
        "counterparty": row.counterparty,
        "counterparty_account": row.counterparty_account,
        "text": row.text,
        "balance_after": row.balance_after,
    }


def statements_from(
    heads: object, rows: Sequence[object], assets: Collection[str] = ()
) -> tuple[ReadStatement, ...]:
    """Return the statements. assets: those that were named with the question.

    Raises FormatError for an answer of any other form, ExchangeOverLimitError.
    """
    verify_rows(len(rows))
    told = _list(heads)
    found = list[list[ReadRow]]([] for _ in told)
    for each in map(_object, rows):
        which = each.get("statement")
        if type(which) is not int or not 0 <= which < len(found):
            raise _other()
        found[which].append(_row_from(each, assets))
    return tuple(
        _statement_from(_object(each), tuple(own), assets) for each, own in zip(told, found, strict=True)
    )


def texts_from(told: object) -> tuple[str, ...]:
    return tuple(map(_checked_text, _list(told)))


def _statement_from(
    told: Mapping[str, object], rows: tuple[ReadRow, ...], assets: Collection[str]
) -> ReadStatement:
    unread = [texts_from(each) for each in _list(told.get("unread"))]
    if any(len(each) != 4 for each in unread):
        raise _other()
    return ReadStatement(
        format=_made(StatementFormat, _text(told, "format")),
        account=_text(told, "account"),
        currency=_currency(told, assets),
        rows=rows,
        reference=_text(told, "reference"),
        period_from=_day(told, "period_from"),
        period_to=_day(told, "period_to"),
        opening=_number(told, "opening", _BALANCE),
        closing=_number(told, "closing", _BALANCE),
        unread=tuple(
            UnreadRow(place, text, _made(UnreadReason, why), part) for place, text, why, part in unread
        ),
    )


def _row_from(told: Mapping[str, object], assets: Collection[str]) -> ReadRow:
    booked, status, kind = _day(told, "booked_on"), _text(told, "status"), _text(told, "day_kind")
    is_credit, is_reversal = told.get("is_credit"), told.get("is_reversal")
    currency = _currency(told, assets)
    if booked is None or not currency or type(is_credit) is not bool:
        raise _other()
    if not (is_reversal is None or type(is_reversal) is bool):
        raise _other()
    return ReadRow(
        place=_text(told, "place"),
        original=_text(told, "original"),
        is_credit=is_credit,
        amount=_number(told, "amount", _AMOUNT),
        currency=currency,
        booked_on=booked,
        value_on=_day(told, "value_on"),
        day_kind=_made(DayKind, kind) if kind else None,
        status=_made(BookingStatus, status) if status else None,
        status_written=_text(told, "status_written"),
        is_reversal=is_reversal,
        reference=_text(told, "reference"),
        counterparty=_text(told, "counterparty"),
        counterparty_account=_text(told, "counterparty_account"),
        text=_text(told, "text"),
        balance_after=_number(told, "balance_after", _BALANCE),
    )


def _day_told(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(told: Mapping[str, object], name: str) -> date | None:
    text = _text(told, name)
    return _made(date.fromisoformat, text) if text else None


def _number(told: Mapping[str, object], name: str, form: re.Pattern[str]) -> str:
    text = _text(told, name)
    if not form.fullmatch(text):
        raise _other()
    return text


def _currency(told: Mapping[str, object], assets: Collection[str]) -> str:
    code = _text(told, "currency")
    if code and not is_known(code, assets):
        raise _other()
    return code


def _text(told: Mapping[str, object], name: str) -> str:
    return _checked_text(told.get(name))


def _checked_text(text: object) -> str:
    if not isinstance(text, str) or len(text) > _LONGEST:
        raise _other()
    return text


def _object(told: object) -> Mapping[str, object]:
    if not isinstance(told, Mapping):
        raise _other()
    return told


def _list(told: object) -> Sequence[object]:
    if not isinstance(told, Sequence) or isinstance(told, str):
        raise _other()
    return told


def _made[T](make: Callable[[str], T], text: str) -> T:
    try:
        return make(text)
    except ValueError:
        raise _other() from None


def _other() -> FormatError:
    return FormatError("the answer has another form")
