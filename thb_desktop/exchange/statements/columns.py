"""Tables of transactions: CSV, read by columns that somebody chose. Nothing of the choice is guessed."""

import csv
import io
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from thb_desktop.domain.currencies import code_of, is_known
from thb_desktop.domain.finance_codes import StatementFormat
from thb_desktop.domain.statements import UnreadReason
from thb_desktop.errors import CurrencyUnknownError, StatementMappingError
from thb_desktop.exchange.statements.rows import (
    ReadRow,
    ReadStatement,
    RowUnreadError,
    UnreadRow,
    decimal_text,
    known_code,
    verify_rows,
)

ORDERS = ("YMD", "DMY", "MDY")
DELIMITERS = {";": ";", ",": ",", "tab": "\t", "|": "|"}
_WIDEST = 200
_BLANKS = dict.fromkeys(map(ord, " \u00a0\u202f'\u2019"))
_MINUS = ("-", "\N{MINUS SIGN}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChoice:
    """Which column says what, by the title in the header row; empty for none.

    header: its number, from 1. order: of day, month and year. decimal: the sign before the decimals. amount:
    with its sign; or else paid_in and paid_out. debit: the words in the column `sign` for what went out.
    currency_of_all: of all rows, if no column says it.
    """

    delimiter: str
    header: str
    day: str
    order: str
    decimal: str
    amount: str = ""
    paid_in: str = ""
    paid_out: str = ""
    sign: str = ""
    debit: str = ""
    value_day: str = ""
    counterparty: str = ""
    account: str = ""
    text: str = ""
    reference: str = ""
    balance: str = ""
    currency: str = ""
    currency_of_all: str = ""

    def told(self) -> tuple[tuple[str, str], ...]:
        """Return the choice as it is kept with the statement."""
        return tuple((each.name, told) for each in fields(self) if (told := getattr(self, each.name)))


_COLUMNS = (
    *("day", "amount", "paid_in", "paid_out", "sign", "value_day", "counterparty", "account", "text"),
    *("reference", "balance", "currency"),
)


def read_table(text: str, choice: ColumnChoice, assets: Collection[str] = ()) -> ReadStatement:
    """Return the statement of a table. assets: beside codes of currencies, as `code_of` has them.

    Raises StatementMappingError for a choice that does not fit it, CurrencyUnknownError.
    """
    lines = text.splitlines(keepends=True)
    table = _records(lines, choice)
    titles, first = _header(table, choice)
    places = _places(choice, titles)
    of_all = code_of(choice.currency_of_all, assets)
    if of_all and not is_known(of_all, assets):
        raise CurrencyUnknownError("the currency of all rows is no known code")
    rows: list[ReadRow] = []
    unread: list[UnreadRow] = []
    for number, original, record in table[first:]:
        if not any(each.strip() for each in record):
            continue
        try:
            row = _row(record, places, choice, place=str(number), original=original, assets=assets)
            rows.append(row)
        except RowUnreadError as refused:
            unread.append(UnreadRow(str(number), original, refused.why, refused.part))
    days = [each.booked_on for each in rows]
    return ReadStatement(
        format=StatementFormat.CSV,
        account="",
        currency=of_all or next((each.currency for each in rows), ""),
        period_from=min(days, default=None),
        period_to=max(days, default=None),
        rows=tuple(rows),
        unread=tuple(unread),
    )


def titles_of(text: str, delimiter: str, header: int = 1) -> tuple[str, ...]:
    """Return the titles of the columns, for the choice; empty if there is no such row."""
    records = list(_records(text.splitlines(keepends=True)[: 200 + header], _Plain(delimiter)))
    found = next((record for number, _, record in records if number >= header), [])
    return tuple(each.strip() for each in found)[:_WIDEST]


@dataclass(frozen=True, slots=True)
class _Plain:
    delimiter: str


def _records(lines: Sequence[str], choice: "ColumnChoice | _Plain") -> list[tuple[int, str, list[str]]]:
    """Return number, text and cells of each record; the number is that of its first line."""
    if choice.delimiter not in DELIMITERS:
        raise StatementMappingError("no such delimiter")
    reader = csv.reader(io.StringIO("".join(lines), newline=""), delimiter=DELIMITERS[choice.delimiter])
    found: list[tuple[int, str, list[str]]] = []
    before = 0
    for record in _safely(reader):
        original = "".join(lines[before : reader.line_num]).rstrip("\r\n")
        found.append((before + 1, original, record))
        before = reader.line_num
        verify_rows(len(found) - 1)
    return found


def _safely(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error:
        raise StatementMappingError("the file is no table of this kind") from None


def _header(table: Sequence[tuple[int, str, list[str]]], choice: ColumnChoice) -> tuple[list[str], int]:
    """Return the titles, and which record is the first after them."""
    for place, (number, _, record) in enumerate(table):
        if str(number) == choice.header:
            return [each.strip() for each in record], place + 1
    raise StatementMappingError("the table has no such row")


def _places(choice: ColumnChoice, titles: Sequence[str]) -> dict[str, int]:
    """Return the place of each chosen column. Raises StatementMappingError."""
    chosen = {name: title for name in _COLUMNS if (title := getattr(choice, name))}
    if any(titles.count(title) != 1 for title in chosen.values()):
        raise StatementMappingError("a chosen column is not in the table, or is there twice")
    has_amount = "amount" in chosen or {"paid_in", "paid_out"} <= chosen.keys()
    if (
        "day" not in chosen
        or not has_amount
        or choice.order not in ORDERS
        or choice.decimal not in (",", ".")
    ):
        raise StatementMappingError("day and amount need their columns")
    if "currency" not in chosen and not choice.currency_of_all.strip():
        raise StatementMappingError("the currency is not chosen")
    if ("sign" in chosen) != bool(choice.debit.strip()):
        raise StatementMappingError("the column of the sign needs its word for what went out")
    return {name: titles.index(title) for name, title in chosen.items()}


def _row(
    record: Sequence[str],
    places: dict[str, int],
    choice: ColumnChoice,
    *,
    place: str,
    original: str,
    assets: Collection[str],
) -> ReadRow:
    """Raises RowUnreadError if day, amount or currency cannot be read."""

    def cell(name: str) -> str:
        at = places.get(name)
        return record[at].strip() if at is not None and at < len(record) else ""

    def day_in(name: str) -> date:
        try:
            return _day(cell(name), choice.order)
        except ValueError:
            raise RowUnreadError(UnreadReason.DAY, getattr(choice, name)) from None

    signed = _signed(cell, places, choice)
    return ReadRow(
        place=place,
        original=original,
        is_credit=not signed.startswith("-"),
        amount=signed.removeprefix("-"),
        currency=known_code(cell("currency") or choice.currency_of_all, choice.currency, assets),
        booked_on=day_in("day"),
        value_on=day_in("value_day") if cell("value_day") else None,
        reference=cell("reference"),
        counterparty=cell("counterparty"),
        counterparty_account=cell("account"),
        text=cell("text"),
        balance_after=_number(cell, choice, "balance") if cell("balance") else "",
    )


def _signed(cell: Callable[[str], str], places: dict[str, int], choice: ColumnChoice) -> str:
    """Return the amount with a minus for what went out. Raises RowUnreadError."""
    if "amount" in places:
        amount = _number(cell, choice, "amount")
        if "sign" in places and cell("sign") == choice.debit:
            return amount if amount.startswith("-") else f"-{amount}"
        return amount
    came, went = (_number(cell, choice, name) if cell(name) else "" for name in ("paid_in", "paid_out"))
    if bool(came) == bool(went):
        came, went = (told if told and Decimal(told) else "" for told in (came, went))
    if bool(came) == bool(went):
        raise RowUnreadError(UnreadReason.SIGN, f"{choice.paid_in}, {choice.paid_out}")
    return came or "-" + went.removeprefix("-")


def _number(cell: Callable[[str], str], choice: ColumnChoice, name: str) -> str:
    """Return the decimal text of one cell, perhaps with a minus. Raises RowUnreadError."""
    try:
        return _decimal(cell(name), choice.decimal)
    except ValueError:
        raise RowUnreadError(UnreadReason.AMOUNT, getattr(choice, name)) from None


def _decimal(written: str, decimal: str) -> str:
    """Return "-1234.50" for "-1 234,50" or "-1.234,50". Raises ValueError."""
    text = written.translate(_BLANKS)
    is_negative = text.startswith(_MINUS) or text.endswith(_MINUS)
    text = text.strip("".join(_MINUS))
    whole, _, rest = text.partition(decimal)
    groups = whole.split("." if decimal == "," else ",")
    if len(groups) > 1 and not (1 <= len(groups[0]) <= 3 and all(len(each) == 3 for each in groups[1:])):
        message = "digits are in no groups of three"
        raise ValueError(message)
    told = decimal_text("".join(groups) + (f".{rest}" if rest else ""))
    return f"-{told}" if is_negative and Decimal(told) else told


def _day(written: str, order: str) -> date:
    """Read a day with any signs between its parts, or as eight digits. Raises ValueError."""
    text = written.split("T", maxsplit=1)[0].split(" ", maxsplit=1)[0]
    parts = "".join(each if each.isdecimal() else " " for each in text).split()
    if len(parts) == 1 and len(parts[0]) == 8:
        sizes = [4 if each == "Y" else 2 for each in order]
        ends = [sum(sizes[: number + 1]) for number in range(3)]
        parts = [parts[0][end - size : end] for end, size in zip(ends, sizes, strict=True)]
    if len(parts) != 3:
        message = "not a day"
        raise ValueError(message)
    told = dict(zip(order, map(int, parts), strict=True))
    if told["Y"] < 100:
        told["Y"] += 2000
    return date(told["Y"], told["M"], told["D"])
