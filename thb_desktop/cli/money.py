"""`thb money`: statements and whether their balances agree, sums by account and currency, and pay.

Amounts are added by currency and never converted. `--flow` tells who paid whom, and `--to` prints that.
"""

import argparse
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.arguments import day, pages_told, so_many, verify_period
from thb_desktop.cli.console import Answer, Console
from thb_desktop.cli.export import case_named, picked
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.currencies import code_of, is_known, wallet_assets
from thb_desktop.domain.finance import BankStatement
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.money import Span
from thb_desktop.domain.money_counted import Counted, CountedName
from thb_desktop.domain.money_flow import Flow, FlowFilter, FlowWords, MoneyFlow, Party, amount_of, label_of
from thb_desktop.domain.pay import Cell, PayRow
from thb_desktop.domain.statements import is_row, told_of_unread
from thb_desktop.domain.times import to_text
from thb_desktop.errors import AlreadyExistsError, UsageError
from thb_desktop.findings import Standing
from thb_desktop.services.case_file import sheets
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.money import finance, flow_sheet
from thb_desktop.services.money.money_flow import money_flow_of
from thb_desktop.services.money.money_told import CheckedStatement, MoneyTold, money_told
from thb_desktop.services.persons import people
from thb_desktop.words import ENGLISH, sentence, word

_WORDS = FlowWords(unknown="unknown", as_written="as written", joined="joined")
_UNKNOWN = "unknown"
_SAME = (
    "The file names the account {named}. {by} said at {at} that it is {account}, then entered as {then}: "
    "{because}"
)


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "money", help="statements, sums and pay", description=__doc__, allow_abbrev=False
    )
    add_vault(parser)
    parser.add_argument("case", help="the case file's reference")
    parser.add_argument("--flow", action="store_true", help="who paid whom, instead of statements and sums")
    parser.add_argument("--to", type=Path, metavar="FILE", help="print the flow to this new file (PDF)")
    party = parser.add_mutually_exclusive_group()
    party.add_argument("--account", metavar="NUMBER", help="only flows of this account")
    party.add_argument("--person", metavar="CODE", help="only flows of this person and of their accounts")
    parser.add_argument("--currency", default="", metavar="CODE", help="only flows in this currency")
    parser.add_argument("--since", type=day, metavar="DAY", help="only flows from this day on")
    parser.add_argument("--until", type=day, metavar="DAY", help="only flows up to this day")
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    narrowed = chosen.account or chosen.person or chosen.currency or chosen.since or chosen.until
    if (narrowed or chosen.to) and not chosen.flow:
        raise UsageError("only the flow is narrowed and printed: add --flow")
    verify_period(chosen.since, chosen.until)
    if chosen.to is not None and chosen.to.exists():
        raise AlreadyExistsError("the file exists already; name another")
    with closing(opened(chosen, environment)) as session:
        case = case_named(session, chosen.case)
        if not chosen.flow:
            told = money_told(session, case.id)
            codes = {str(each.id): each.code for each in people.list_persons(session, case.id)}
            console.answer(_lines(told, codes), _answer(told, codes))
            return 0
        wanted = _filter(session, case.id, chosen)
        found = money_flow_of(session, case.id, wanted)
        sheet = None if chosen.to is None else flow_sheet.flow_sheet(session, case.id, wanted)
    pages = None if sheet is None else sheets.write_sheet(sheet, chosen.to)
    written = [] if pages is None else [pages_told(chosen.to, pages)]
    console.answer([*_flow_lines(found), *written], {**_flow_answer(found), "pages": pages})
    return 0


def _filter(session: Session, case_id: CaseId, chosen: argparse.Namespace) -> FlowFilter:
    account = person = None
    if chosen.account:
        numbered = {each.number: each.id for each in finance.list_accounts(session, case_id)}
        (account,) = picked([chosen.account], numbered, "account") or ()
    if chosen.person:
        coded = {each.code: each.id for each in people.list_persons(session, case_id)}
        (person,) = picked([chosen.person], coded, "person") or ()
    return FlowFilter(
        account_id=account,
        person_id=person,
        currency=_currency(session, case_id, chosen.currency),
        since=chosen.since,
        until=chosen.until,
    )


def _currency(session: Session, case_id: CaseId, written: str) -> str:
    """Return a code as the entries have it; refuse what is none, since it would only find nothing."""
    if not written:
        return ""
    assets = wallet_assets(finance.list_accounts(session, case_id))
    if not is_known(code := code_of(written, assets), assets):
        raise UsageError("this is no code of a currency: write its letters, for example EUR")
    return code


def _lines(told: MoneyTold, codes: dict[str, str]) -> list[str]:
    numbers = {each.id: each.number for each in told.accounts}
    if not (told.statements or told.sums or told.counted != Counted() or told.hand_overs or told.pay):
        return ["No statement, transaction, hand-over or pay is entered in this case."]
    return [
        *(
            line
            for each in told.statements
            for line in _statement_lines(each, numbers[each.statement.account_id], told)
        ),
        *(sentence(each, ENGLISH) for each in told.findings),
        *(
            f"{numbers[each.account_id]}, {each.currency}: received {each.received.written}"
            f" in {each.count_in} ({each.unknown_in} from nobody known), paid {each.paid.written}"
            f" in {each.count_out} ({each.unknown_out} to nobody known)."
            for each in told.sums
        ),
        *_counted(told.counted),
        *(
            f"{word(kind, ENGLISH)}: {total.written} {currency} in"
            f" {so_many(count, 'hand-over', 'hand-overs')}."
            for kind, currency, count, total in told.hand_overs
        ),
        *(_pay_line(each, codes) for each in told.pay),
        *(
            ["Pay is a calculation from the figures of the case, and no evidence of its own."]
            if told.pay
            else []
        ),
    ]


def _statement_lines(checked: CheckedStatement, account: str, told: MoneyTold) -> list[str]:
    head = f"{checked.statement.number}, account {account}: {so_many(checked.count, *_NOUN)}."
    said = _said_same(checked.statement, told)
    same = [] if said is None else [_SAME.format(**said, account=account)]
    same += (sentence(each, ENGLISH) for each in checked.changed)
    if not checked.findings:
        return [f"{head} The balances agree with the rows.", *same]
    return [head, *same, *(sentence(each, ENGLISH) for each in checked.findings)]


def _pay_line(row: PayRow, codes: dict[str, str]) -> str:
    cells = (("hours", row.hours), ("due", row.due), ("received", row.received), ("short", row.short))
    told = ", ".join(f"{name} {_said(cell)}" for name, cell in cells)
    return f"{codes.get(row.person_id, _UNKNOWN)}, {row.period}, {row.currency}: {told}."


def _said(cell: Cell) -> str:
    return cell.value.written if cell.value is not None else _UNKNOWN


def _answer(told: MoneyTold, codes: dict[str, str]) -> Answer:
    numbers = {each.id: each.number for each in told.accounts}
    return {
        "statements": [
            {
                "number": each.statement.number,
                "account": numbers[each.statement.account_id],
                "currency": each.statement.currency,
                "opening": each.statement.opening or None,
                "closing": each.statement.closing or None,
                "transactions": each.count,
                "agrees": all(one.standing is Standing.HOLDS for one in each.findings),
                "said_same": _said_same(each.statement, told),
                "unread": _not_read(each.statement, rows=True),
                "not_compared": _not_read(each.statement, rows=False),
                "findings": [
                    {"finding": one.case, "sentence": sentence(one, ENGLISH)}
                    for one in (*each.findings, *each.changed)
                ],
            }
            for each in told.statements
        ],
        "sums": [
            {
                "account": numbers[each.account_id],
                "currency": each.currency,
                "received": _span(each.received),
                "received_count": each.count_in,
                "received_from_unknown": each.unknown_in,
                "paid": _span(each.paid),
                "paid_count": each.count_out,
                "paid_to_unknown": each.unknown_out,
            }
            for each in told.sums
        ],
        **_counted_answer(told.counted),
        "hand_overs": [
            {"kind": kind.value, "currency": currency, "count": count, "sum": _span(total)}
            for kind, currency, count, total in told.hand_overs
        ],
        "pay": [_pay(each, codes) for each in told.pay],
        "findings": [{"finding": one.case, "sentence": sentence(one, ENGLISH)} for one in told.findings],
    }


def _pay(row: PayRow, codes: dict[str, str]) -> Answer:
    cells = {
        "hours": row.hours,
        "hours_paid": row.hours_paid,
        "agreed": row.agreed,
        "due": row.due,
        "gross": row.gross,
        "net_stated": row.net_stated,
        "received": row.received,
        "per_hour": row.per_hour,
        "short": row.short,
        **{kind.value.lower(): cell for kind, cell in row.deductions.items()},
    }
    return {
        "person": codes.get(row.person_id),
        "period": row.period,
        "currency": row.currency or None,
        "cells": {name: _cell(cell) for name, cell in cells.items()},
    }


def _cell(cell: Cell) -> Answer:
    """A cell with the figures that it comes from; a value of null is unknown."""
    return {
        "value": None if cell.value is None else _span(cell.value),
        "figures": [
            {"id": each.id, "kind": each.kind.value, "amount": each.amount, "source": each.source}
            for each in cell.figures
        ],
    }


def _said_same(statement: BankStatement, told: MoneyTold) -> dict[str, str] | None:
    """Who said that the account that the file names is that of the statement, when and why; then: the
    identifier that the account had when it was said.
    """
    if statement.same_by is None or statement.same_at is None:
        return None
    return {
        "named": statement.account_named,
        "then": statement.account_then,
        "by": told.users[statement.same_by],
        "at": to_text(statement.same_at),
        "because": statement.same_because,
    }


def _not_read(statement: BankStatement, *, rows: bool) -> list[Answer]:
    """Return each row that could not be read; or what is no row: each balance that was not compared, and an
    account without a known currency.

    `why` and `in` are empty in statements of before.
    """
    return [
        {"row": row, "text": text, "why": why, "in": part}
        for row, text, why, part in told_of_unread(statement)
        if is_row(why) is rows
    ]


def _span(span: Span) -> Answer:
    least, most = span.texts
    return {"from": least, "to": most or least, "estimated": span.is_about}


def _flow_lines(found: MoneyFlow) -> list[str]:
    return [
        *([] if found.flows else ["No flow is found."]),
        *(
            f"{_party(each.payer, found)} -> {_party(each.receiver, found)}:"
            f" {amount_of(each) or _WORDS.joined} ({each.count})"
            for each in found.flows
        ),
        *(
            [f"Flows not listed: {found.more}, with payments in all: {found.more_payments}."]
            if found.more
            else []
        ),
        *([f"Left out, because no exact day is known: {found.undated}."] if found.undated else []),
        *_counted(found.counted),
    ]


_NOUN = ("transaction", "transactions")
_COUNTED: dict[CountedName, str] = {
    "not_booked": "Not counted, because only announced or rejected: {transactions}.",
    "own_not_counted": "Not counted: {transactions} whose status the bank states in its own words ({words}).",
    "own_counted": "Counted: {transactions} whose status the bank states in its own words ({words}).",
    "unstated": "Counted without a stated status: {transactions}.",
    "value_dates": "Of {transactions} the value date alone is known; it stands for the day.",
}


def _counted(counted: Counted) -> list[str]:
    """Say what is not counted and why, and what is although no status says that it is booked."""
    return [
        _COUNTED[name].format(transactions=so_many(count, *_NOUN), words=words)
        for name, count, words in counted.told()
    ]


def _counted_answer(counted: Counted) -> dict[str, "list[Answer] | int"]:
    return {
        "not_booked": counted.not_booked,
        "own_status": [
            {"words": each.words, "counted": each.is_counted, "count": each.count} for each in counted.own
        ],
        "without_status": counted.unstated,
        "value_date_alone": counted.value_dates,
    }


def _party(party: Party, found: MoneyFlow) -> str:
    return ", ".join(filter(None, label_of(party, found.names, _WORDS)))


def _flow_answer(found: MoneyFlow) -> dict[str, "list[Answer] | int"]:
    return {
        "flows": [_flow(each, found) for each in found.flows],
        "more": found.more,
        "more_payments": found.more_payments,
        "undated": found.undated,
        **_counted_answer(found.counted),
    }


def _flow(flow: Flow, found: MoneyFlow) -> Answer:
    ends = {"payer": flow.payer, "receiver": flow.receiver}
    return {
        "kind": flow.kind,
        **{
            name: {"kind": each.kind.value, "name": label_of(each, found.names, _WORDS)[0]}
            for name, each in ends.items()
        },
        "currency": flow.currency or None,
        "sum": None if flow.total is None else _span(flow.total),
        "count": flow.count,
        "numbers": list(flow.numbers),
        "through": list(flow.agents),
        "entry": flow.about or None,
    }
