"""MT940: statements as SWIFT messages, with the liberties that banks take.

The message has no field for the status of a row, so none is read: the row counts as one without a stated
status does.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from thb_desktop.domain.currencies import code_of, is_known
from thb_desktop.domain.finance_codes import DayKind, StatementFormat
from thb_desktop.domain.statements import UnreadReason
from thb_desktop.errors import StatementFormatError
from thb_desktop.exchange.statements.rows import (
    ReadRow,
    ReadStatement,
    RowUnreadError,
    UnreadRow,
    decimal_text,
    known_code,
    verify_rows,
)

_TAG = re.compile(r":([0-9]{2}[A-Z]?):", re.ASCII)
_BALANCE = re.compile(r"([CD])([0-9]{6})([A-Z]{3})([0-9]+,?[0-9]*)\s*", re.ASCII)
_ROW = re.compile(
    r"(?P<value>[0-9]{6})(?P<entry>[0-9]{4})?(?P<reversal>R)?(?P<sign>[CD])(?P<funds>[A-Z])?"
    r"(?P<amount>[0-9]+,[0-9]*)(?P<type>[A-Z][A-Z0-9]{3})(?P<reference>[^/\n]*(?:/[^/\n]+)*)"
    r"(?://(?P<of_bank>[^\n]*))?(?:\n(?P<further>.*))?",
    re.ASCII | re.DOTALL,
)
_PART = re.compile(r"\?([0-9]{2})")
_CLOSING = ("62F", "62M")
_CENTURY = 80
"""Years from this one on are of the last century."""
_NO_REFERENCE = frozenset({"", "NONREF", "N"})


@dataclass(slots=True)
class _Field:
    """One field: its tag, the line where it begins, and its text."""

    tag: str
    line: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines).rstrip()

    @property
    def place(self) -> str:
        return str(self.line)


def read_mt940(text: str, assets: Collection[str] = ()) -> tuple[ReadStatement, ...]:
    """Return the statements of a text. assets: beside codes of currencies, as `code_of` has them.

    Raises StatementFormatError if it has none.
    """
    fields = list(_fields(text))
    starts = [number for number, each in enumerate(fields) if each.tag == "20"]
    if not starts:
        raise StatementFormatError("the file has no MT940 statement")
    verify_rows(sum(each.tag == "61" for each in fields))
    ends = [*starts[1:], len(fields)]
    return tuple(_statement(fields[start:end], assets) for start, end in zip(starts, ends, strict=True))


def _fields(text: str) -> Iterator[_Field]:
    present: _Field | None = None
    for number, line in enumerate(text.splitlines(), 1):
        found = _TAG.match(line)
        if found:
            if present:
                yield present
            present = _Field(found[1], number, [line[found.end() :]])
        elif line.strip() in ("-", "-}") or line.startswith("{"):
            if present:
                yield present
            present = None
        elif present:
            present.lines.append(line)
    if present:
        yield present


def _statement(fields: Sequence[_Field], assets: Collection[str]) -> ReadStatement:
    of = {each.tag: each for each in reversed(fields)}
    rows: list[ReadRow] = []
    unread: list[UnreadRow] = []
    opening, began, currency = _balance(of.get("60F") or of.get("60M"))
    closing, ended, other = _balance(next((of[tag] for tag in _CLOSING if tag in of), None))
    if currency and other and currency != other:
        closing = ""
        unread.extend(
            UnreadRow(each.place, f":{each.tag}:{each.text}", UnreadReason.OTHER_CURRENCY, f":{each.tag}:")
            for each in fields
            if each.tag in _CLOSING
        )
    currency = code_of(currency or other, assets)
    for each, following in zip(fields, [*fields[1:], None], strict=True):
        if each.tag != "61":
            continue
        told = following if following and following.tag == "86" else None
        original = f":61:{each.text}" + (f"\n:86:{told.text}" if told else "")
        try:
            row = _row(each, original, currency, assets)
        except RowUnreadError as refused:
            unread.append(UnreadRow(each.place, original, refused.why, refused.part))
        else:
            rows.append(_with_information(row, told.text) if told else row)
    return ReadStatement(
        format=StatementFormat.MT940,
        account=of["25"].text.strip() if "25" in of else "",
        currency=currency if is_known(currency, assets) else "",
        reference=" ".join(of[tag].text.strip() for tag in ("20", "28C", "28") if tag in of),
        period_from=began,
        period_to=ended,
        opening=opening,
        closing=closing,
        rows=tuple(rows),
        unread=tuple(unread),
    )


def _row(told: _Field, original: str, currency: str, assets: Collection[str]) -> ReadRow:
    """Raises RowUnreadError if the row cannot be read, or the statement does not say its currency."""
    found = _ROW.fullmatch(told.text) or _ROW.fullmatch(told.text.replace("\n", ""))
    if not found:
        raise RowUnreadError(UnreadReason.FORM, ":61:")
    value_on, booked_on = _days(found)
    reference = found["reference"].strip()
    of_bank = (found["of_bank"] or "").strip()
    return ReadRow(
        place=told.place,
        original=original,
        is_credit=(found["sign"] == "C") is not bool(found["reversal"]),
        amount=_amount(found["amount"]),
        currency=known_code(currency, ":60F:", assets),
        booked_on=booked_on,
        value_on=value_on,
        day_kind=DayKind.BOOKING if found["entry"] else DayKind.VALUE,
        is_reversal=bool(found["reversal"]),
        reference=reference if reference not in _NO_REFERENCE else of_bank,
        text=(found["further"] or "").strip(),
    )


def _days(found: re.Match[str]) -> tuple[date, date]:
    """Return the value date and the day of booking. Raises RowUnreadError."""
    try:
        value_on = _day(found["value"])
        return value_on, _near(found["entry"], value_on)
    except ValueError:
        raise RowUnreadError(UnreadReason.DAY, ":61:") from None


def _with_information(row: ReadRow, written: str) -> ReadRow:
    """Read field 86: with the parts that German and Polish banks number, or as it is."""
    joined = written.replace("\n", "")
    pieces = _PART.split(joined)
    parts = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    if not parts:
        return replace(row, text=" ".join(written.split()) or row.text)
    text = "".join(parts[each] for each in sorted(parts) if "20" <= each <= "29" or "60" <= each <= "63")
    return replace(
        row,
        counterparty="".join(parts.get(each, "") for each in ("32", "33")).strip(),
        counterparty_account=parts.get("31", "").strip(),
        text=(text or parts.get("00", "")).strip() or row.text,
    )


def _balance(told: _Field | None) -> tuple[str, date | None, str]:
    """Return balance, day and currency; empty for what is not stated."""
    found = _BALANCE.fullmatch(told.text) if told else None
    if not found:
        return "", None, ""
    amount = _amount(found[4])
    try:
        day = _day(found[2])
    except ValueError:
        day = None
    is_zero = not amount.strip("0.")
    return (amount if found[1] == "C" or is_zero else f"-{amount}"), day, found[3]


def _amount(written: str) -> str:
    """Return "84349.74" for "0084349,74"."""
    whole, _, rest = written.partition(",")
    return decimal_text(f"{whole.lstrip('0') or '0'}.{rest}")


def _day(written: str) -> date:
    """Read YYMMDD. Raises ValueError."""
    year = int(written[:2])
    return date(year + (1900 if year >= _CENTURY else 2000), int(written[2:4]), int(written[4:]))


def _near(written: str | None, value_on: date) -> date:
    """Read MMDD of the year in which it is nearest to the value date. Raises ValueError."""
    if not written:
        return value_on
    month, day = int(written[:2]), int(written[2:])
    possible = []
    for year in (value_on.year - 1, value_on.year, value_on.year + 1):
        try:
            possible.append(date(year, month, day))
        except ValueError:
            continue
    return min(possible, key=lambda each: abs((each - value_on).days))
