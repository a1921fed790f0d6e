"""camt.052, camt.053 and camt.054 of ISO 20022, in whatever version of the message."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from thb_desktop.domain.currencies import code_of, is_known
from thb_desktop.domain.finance_codes import BookingStatus, DayKind, StatementFormat
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
from thb_desktop.exchange.untrusted.xml import Element, read_xml
from thb_desktop.exchange.xml_text import in_attribute, in_text

_NAMESPACE = re.compile(r"urn:iso:std:iso:20022:tech:xsd:camt\.05[234]\.001\.[0-9]{2}", re.ASCII)
_MESSAGES = {
    "BkToCstmrStmt": (StatementFormat.CAMT_053, "Stmt"),
    "BkToCstmrAcctRpt": (StatementFormat.CAMT_052, "Rpt"),
    "BkToCstmrDbtCdtNtfctn": (StatementFormat.CAMT_054, "Ntfctn"),
}
_STATUS = {
    "BOOK": BookingStatus.BOOKED,
    "PDNG": BookingStatus.PENDING,
    "INFO": BookingStatus.INFORMATION,
    "FUTR": BookingStatus.FUTURE,
    "RJCT": BookingStatus.REJECTED,
}
_SIGNS = {"CRDT": True, "DBIT": False}
_OPENING, _CLOSING = ("OPBD", "PRCD"), ("CLBD",)
_NOTHING_SAID = frozenset({"", "NOTPROVIDED"})


def read_camt(untrusted: bytes, assets: Collection[str] = ()) -> tuple[ReadStatement, ...]:
    """Return the statements of a file. assets: beside codes of currencies, as `code_of` has them.

    Raises StatementFormatError, and what `read_xml` raises.
    """
    root = read_xml(untrusted)
    if root.local != "Document" or not _NAMESPACE.fullmatch(root.namespace):
        raise StatementFormatError("the file is no camt.052, camt.053 or camt.054")
    message = next((each for each in root.elements if each.local in _MESSAGES), None)
    if message is None:
        raise StatementFormatError("the file has no statement")
    form, name = _MESSAGES[message.local]
    found = [each for each in message.elements if each.local == name]
    if not found:
        raise StatementFormatError("the file has no statement")
    verify_rows(sum(each.local == "Ntry" for one in found for each in one.elements))
    return tuple(
        _statement(form, each, f"/Document/{message.local}/{name}[{number}]", assets)
        for number, each in enumerate(found, 1)
    )


def _statement(form: StatementFormat, element: Element, path: str, assets: Collection[str]) -> ReadStatement:
    account = _child(element, "Acct")
    rows: list[ReadRow] = []
    unread: list[UnreadRow] = []
    entries = (each for each in element.elements if each.local == "Ntry")
    for number, entry in enumerate(entries, 1):
        place, original = f"{path}/Ntry[{number}]", _as_text(entry)
        try:
            rows += _rows(form, entry, place, original, assets)
        except RowUnreadError as refused:
            unread.append(UnreadRow(place, original, refused.why, refused.part))
    balances = [each for each in element.elements if each.local == "Bal"]
    stated = _text(account, "Ccy")
    if stated and not is_known(code_of(stated, assets), assets):
        unread.append(UnreadRow(f"{path}/Acct/Ccy", stated, UnreadReason.ACCOUNT_CURRENCY, "Ccy"))
    told = (code_of(stated, assets), *(each.currency for each in rows), _currency_of(balances, assets))
    currency = next((each for each in told if is_known(each, assets)), "")
    opening, closing = (_balance(balances, kinds, currency, assets) for kinds in (_OPENING, _CLOSING))
    unread += _in_other_currency(balances, currency, path, assets)
    return ReadStatement(
        format=form,
        account=_text(account, "Id", "IBAN") or _text(account, "Id", "Othr", "Id"),
        currency=currency,
        reference=_text(element, "Id"),
        period_from=_day(_text(element, "FrToDt", "FrDtTm")),
        period_to=_day(_text(element, "FrToDt", "ToDtTm")),
        opening=opening,
        closing=closing,
        rows=tuple(rows),
        unread=tuple(unread),
    )


def _rows(
    form: StatementFormat, entry: Element, place: str, original: str, assets: Collection[str]
) -> Iterator[ReadRow]:
    """Return the row of an entry, or those of its details where these have amounts that add up to it.

    Raises RowUnreadError if sign, amount, currency or day cannot be read.
    """
    row = _entry(form, entry, place, original, assets)
    details = [
        each
        for group in entry.elements
        if group.local == "NtryDtls"
        for each in group.elements
        if each.local == "TxDtls"
    ]
    told = [_with_details(row, each) for each in details]
    if len(told) > 1 and (amounts := _amounts(details, row, assets)):
        for number, (each, amount) in enumerate(zip(told, amounts, strict=True), 1):
            yield replace(each, amount=amount, place=f"{place}/TxDtls[{number}]")
    elif len(told) == 1:
        yield told[0]
    else:
        texts = dict.fromkeys(each.text for each in told if each.text)
        yield replace(row, text=row.text or "; ".join(texts))


def _entry(
    form: StatementFormat, entry: Element, place: str, original: str, assets: Collection[str]
) -> ReadRow:
    amount = _child(entry, "Amt")
    booked = _day(_text(entry, "BookgDt", "Dt") or _text(entry, "BookgDt", "DtTm"))
    value_on = _day(_text(entry, "ValDt", "Dt") or _text(entry, "ValDt", "DtTm"))
    is_credit = _SIGNS.get(_text(entry, "CdtDbtInd"))
    booked_on = booked or value_on
    if booked_on is None:
        raise RowUnreadError(UnreadReason.DAY, "BookgDt")
    if is_credit is None:
        raise RowUnreadError(UnreadReason.SIGN, "CdtDbtInd")
    status, status_written = _status(form, entry)
    reversal = {"true": True, "1": True, "false": False, "0": False}.get(_text(entry, "RvslInd"))
    return ReadRow(
        place=place,
        original=original,
        is_credit=is_credit,
        amount=_amount(amount),
        currency=known_code(_currency_in(amount), "Amt/@Ccy", assets),
        booked_on=booked_on,
        value_on=value_on,
        day_kind=DayKind.VALUE if booked is None else DayKind.BOOKING,
        status=status,
        status_written=status_written,
        is_reversal=reversal,
        reference=_text(entry, "AcctSvcrRef") or _text(entry, "NtryRef"),
        text=_text(entry, "AddtlNtryInf"),
    )


def _status(form: StatementFormat, entry: Element) -> tuple[BookingStatus | None, str]:
    """Return the status of an entry, and what the file writes if that is no code of ISO 20022. What a bank
    names in its own way is no code, even if it is written like one.

    A camt.053 lists booked entries, whatever the bank calls them; a camt.052 or camt.054 others too.
    """
    written = " ".join(_text(entry, "Sts").split())
    if not written:
        return None, ""
    code = None if _child(entry, "Sts", "Prtry") else _STATUS.get(written)
    if code is not None:
        return code, ""
    is_statement = form is StatementFormat.CAMT_053
    return (BookingStatus.OWN_IN_STATEMENT if is_statement else BookingStatus.OWN), written


def _amount(amount: Element | None) -> str:
    """Return the decimal text of an amount. Raises RowUnreadError."""
    try:
        return decimal_text(amount.text() if amount is not None else "")
    except ValueError:
        raise RowUnreadError(UnreadReason.AMOUNT, "Amt") from None


def _currency_in(amount: Element | None) -> str:
    return amount.attributes.get("Ccy", "") if amount is not None else ""


def _with_details(row: ReadRow, details: Element) -> ReadRow:
    """Return a row with what its details say. The other party of a credit is the debtor."""
    parties, side = _child(details, "RltdPties"), "Dbtr" if row.is_credit else "Cdtr"
    references = _child(details, "Refs")
    reference = next(
        (
            told
            for name in ("AcctSvcrRef", "TxId", "EndToEndId", "InstrId")
            if (told := _text(references, name)) not in _NOTHING_SAID
        ),
        "",
    )
    remittance = _child(details, "RmtInf")
    said = (
        [each.text().strip() for each in remittance.elements if each.local == "Ustrd"] if remittance else []
    )
    return replace(
        row,
        reference=reference or row.reference,
        counterparty=_text(parties, side, "Nm") or _text(parties, side, "Pty", "Nm"),
        counterparty_account=_text(parties, f"{side}Acct", "Id", "IBAN")
        or _text(parties, f"{side}Acct", "Id", "Othr", "Id"),
        text=" ".join(filter(None, said)) or _text(details, "AddtlTxInf") or row.text,
    )


def _amounts(details: Sequence[Element], row: ReadRow, assets: Collection[str]) -> list[str]:
    """Return the amounts of the details if all are stated in the currency of the entry and add up to it."""
    told = []
    for each in details:
        amount = _child(each, "Amt") or _child(each, "AmtDtls", "TxAmt", "Amt")
        sign = _text(each, "CdtDbtInd")
        if amount is None or code_of(_currency_in(amount), assets) != row.currency:
            return []
        if sign and _SIGNS.get(sign) is not row.is_credit:
            return []
        try:
            told.append(decimal_text(amount.text()))
        except ValueError:
            return []
    return told if sum(map(Decimal, told)) == Decimal(row.amount) else []


def _balance(
    balances: Sequence[Element], kinds: Sequence[str], currency: str, assets: Collection[str]
) -> str:
    """Return the balance of the first kind that is stated in this currency, with a minus for a debit."""
    for kind in kinds:
        for each in balances:
            if _kind_of(each) != kind or _currency_of([each], assets) != currency:
                continue
            sign, amount = _SIGNS.get(_text(each, "CdtDbtInd")), _child(each, "Amt")
            try:
                told = decimal_text(amount.text()) if amount else ""
            except ValueError:
                continue
            if told and sign is not None:
                return told if sign or not Decimal(told) else f"-{told}"
    return ""


def _in_other_currency(
    balances: Sequence[Element], currency: str, path: str, assets: Collection[str]
) -> Iterator[UnreadRow]:
    """Yield each opening or closing balance that cannot be compared with the rows."""
    for number, each in enumerate(balances, 1):
        if _kind_of(each) in {*_OPENING, *_CLOSING} and _currency_of([each], assets) != currency:
            place = f"{path}/Bal[{number}]"
            yield UnreadRow(place, _as_text(each), UnreadReason.OTHER_CURRENCY, "Bal/Amt/@Ccy")


def _kind_of(balance: Element) -> str:
    return _text(balance, "Tp", "CdOrPrtry", "Cd")


def _currency_of(balances: Sequence[Element], assets: Collection[str]) -> str:
    amounts = (_child(each, "Amt") for each in balances)
    return next((code_of(told, assets) for each in amounts if (told := _currency_in(each))), "")


def _day(written: str) -> date | None:
    """Return the day of a date or of a moment as it is written, by the clock of the bank."""
    try:
        return date.fromisoformat(written[:10]) if written else None
    except ValueError:
        return None


def _child(element: Element | None, *names: str) -> Element | None:
    for name in names:
        if element is None:
            return None
        element = next((each for each in element.elements if each.local == name), None)
    return element


def _text(element: Element | None, *names: str) -> str:
    found = _child(element, *names)
    return found.text().strip() if found is not None else ""


def _as_text(element: Element) -> str:
    """Return an element as XML, without the blanks between its children."""
    attributes = "".join(
        f' {name.rpartition("}")[2]}="{in_attribute(value)}"' for name, value in element.attributes.items()
    )
    inner = "".join(
        _as_text(each) if isinstance(each, Element) else in_text(each)
        for each in element.children
        if isinstance(each, Element) or each.strip()
    )
    return f"<{element.local}{attributes}>{inner}</{element.local}>"
