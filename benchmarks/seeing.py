"""Money, persons and numbers of a large case as they are looked at: lists, flow, pay, chronology, links.

Each view is read in a vault with that many transactions (and 400 persons, half as many objects with a
telephone number, and as many dated advertisements) and in one with a tenth of them. What a window shows first
may cost 100 ms.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from _large_vault import CASE, PASSPHRASE, environment_of, next_session, vault_of

from thb_desktop.crypto.passphrases import prepare
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import ActionCode, VaultAction
from thb_desktop.domain.case import CaseObject
from thb_desktop.domain.chronology import ChronologyLane
from thb_desktop.domain.finance import Account, BankStatement, PayFigure, Transaction
from thb_desktop.domain.finance_codes import PayFigureKind, StatementFormat
from thb_desktop.domain.ids import AccountId, CaseObjectId, PersonId, RowId, StatementId
from thb_desktop.domain.links import IDENTIFIER, Thing
from thb_desktop.domain.money_flow import FlowFilter
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.pay import pay_rows
from thb_desktop.domain.people import Person
from thb_desktop.exchange.ads import ReadAd
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework.chronology import chronology_of
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.evidence import ads
from thb_desktop.services.evidence.ad_files import AdsRead
from thb_desktop.services.evidence.exhibit_files import add_file
from thb_desktop.services.money import finance
from thb_desktop.services.money.money_flow import entries_of_flow, money_flow_of
from thb_desktop.services.money.money_told import money_told
from thb_desktop.services.office import vaults
from thb_desktop.services.persons import people
from thb_desktop.services.searching import links
from thb_desktop.services.searching.index import follow_to_end
from thb_desktop.vault.tables import registry

RUNS, _TRANSACTION = 7, 500
_ACCOUNTS, _STATEMENTS, _PERSONS, _NAMES, _FIGURES = 40, 50, 400, 2_000, 5_000

Made = tuple[ActionCode, object]


class Filling:
    """The rows, as the services write them, and how they are recorded."""

    def __init__(self, session: Session, reference: str = CASE) -> None:
        self._session = session
        self.case = next(each.case for each in cases.list_cases(session) if each.case.reference == reference)
        self.accounts: list[AccountId] = []
        self.statements: list[StatementId] = []
        self.persons: list[PersonId] = [each.id for each in people.list_persons(session, self.case.id)]

    def fill(self, rows: int) -> None:
        share = rows / 100_000
        self.fill_accounts(rows)
        self._fill_ads(rows)
        self._fill(
            (_PERSONS, self._person), (rows // 2, self._object), (round(_FIGURES * share), self._figure)
        )

    def fill_accounts(self, rows: int) -> None:
        """Make accounts, statements and so many transactions."""
        self._fill((_ACCOUNTS, self._account), (_STATEMENTS, self._statement), (rows, self._transaction))

    def _fill_ads(self, rows: int) -> None:
        """Enter so many advertisements, each with a day and a time, of one file."""
        with next_session(self._session) as session:
            exhibit = registry.EXHIBIT.where(session.read, "case_id", self.case.id)[0]
            source = session.vault.layout.folder.parent / "adverts.csv"
            source.write_bytes(b"Id;Title;Posted\n")
            file = add_file(session, exhibit.id, source=source, name=source.name, media_type="text/csv")
            read = AdsRead(
                file=file,
                columns=None,
                unread=(),
                ads=tuple(
                    ReadAd(
                        place=str(number + 2),
                        said={
                            "number": str(number),
                            "title": f"Luna {number % _NAMES}",
                            "posted": _day(number),
                        },
                        pictures=(),
                    )
                    for number in range(rows)
                ),
            )
            ads.enter(session, read)

    def _fill(self, *made: tuple[int, Callable[[UnitOfWork, int], Made]]) -> None:
        for count, make in made:
            for start in range(0, count, _TRANSACTION):
                with next_session(self._session) as session, session.work() as work:
                    for number in range(start, min(count, start + _TRANSACTION)):
                        action, row = make(work, number)
                        work.save(row)
                        subject = row.id if isinstance(row, Person) else self.case.id
                        work.record(subject, action, "For the file")

    def _account(self, work: UnitOfWork, number: int) -> Made:
        account = Account(
            id=AccountId(work.new_id()),
            case_id=self.case.id,
            number=f"BK-{number + 1}",
            kind=v.AccountKind.BANK,
            identifier=f"{number:010}",
            network="",
            currency="EUR",
            holder=f"S-{number}",
            checksum=v.ChecksumState.NOT_CHECKED,
        )
        self.accounts.append(account.id)
        return VaultAction.ACCOUNT_ADDED, account

    def _statement(self, work: UnitOfWork, number: int) -> Made:
        statement = BankStatement(
            id=StatementId(work.new_id()),
            case_id=self.case.id,
            number=f"ST-{number + 1}",
            account_id=self.accounts[number % _ACCOUNTS],
            format=StatementFormat.CSV,
            currency="EUR",
            period_from=date(2021, 1, 1),
            period_to=date(2025, 12, 31),
            opening="0.00",
            closing="1.00",
        )
        self.statements.append(statement.id)
        return VaultAction.FINANCE_ADDED, statement

    def _person(self, work: UnitOfWork, number: int) -> Made:
        person = Person(
            id=PersonId(work.new_id()),
            case_id=self.case.id,
            code=f"P-{number + 1}",
            sex=None,
            age_status=None,
            identity_protection=None,
        )
        self.persons.append(person.id)
        return VaultAction.PERSON_ADDED, person

    def _transaction(self, work: UnitOfWork, number: int) -> Made:
        of = number % _STATEMENTS
        known = number % 5 == 0
        transaction = Transaction(
            id=RowId(work.new_id()),
            case_id=self.case.id,
            from_account_id=self.accounts[of % _ACCOUNTS],
            to_account_id=self.accounts[(of + 1) % _ACCOUNTS] if known else None,
            at=PartialDate(f"{2021 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}"),
            amount=f"{5 + number % 900}.{number % 100:02}",
            currency="EUR" if number % 11 else "GBP",
            reference=f"R-{number}",
            counterparty="" if known or number % 7 == 0 else f"Shop {number % _NAMES}",
            text="Payment by card in a shop of the town",
            statement_id=self.statements[of],
            source=f"row {number}",
            original=f"{number};Payment by card;EUR;{number % 900}",
        )
        return VaultAction.TRANSACTION_ADDED, transaction

    def _object(self, work: UnitOfWork, number: int) -> Made:
        telephone = CaseObject(
            id=CaseObjectId(work.new_id()),
            case_id=self.case.id,
            kind=v.CaseObjectKind.PHONE,
            number=f"PH-{number + 1}",
            label=f"+32 470 {number // 2:06}",
        )
        return VaultAction.CASE_OBJECT_ADDED, telephone

    def _figure(self, work: UnitOfWork, number: int) -> Made:
        figure = PayFigure(
            id=RowId(work.new_id()),
            case_id=self.case.id,
            person_id=self.persons[number % 40],
            period=PartialDate(f"2025-{1 + number % 12:02}"),
            kind=PayFigureKind.RECEIVED,
            amount="100.00",
            source=f"Cash book, row {number}",
            currency="EUR",
        )
        return VaultAction.FINANCE_ADDED, figure


def _day(number: int) -> str:
    """Return a day of five years and a time, as a file writes it; hardly one is written twice."""
    day = f"{2021 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}"
    return f"{day} {number % 24:02}:{number // 24 % 60:02}:{number // 1440 % 60:02}"


def views(session: Session, filled: Filling) -> Iterator[tuple[str, Callable[[], object]]]:
    """Return what is looked at in one of the two vaults."""
    case_id = filled.case.id
    yield "transactions, first page", lambda: finance.page_of_transactions(session, case_id)
    yield "statements", lambda: finance.list_money(session, case_id, "bank_statement")
    yield "money flow of the case", lambda: money_flow_of(session, case_id)
    account = FlowFilter(account_id=filled.accounts[3])
    yield "money flow of one account", lambda: money_flow_of(session, case_id, account)
    largest = money_flow_of(session, case_id).flows[0]
    yield "entries of the largest flow", lambda: entries_of_flow(session, case_id, largest)
    yield (
        "pay table",
        lambda: pay_rows(finance.list_money(session, case_id, "pay_figure")),
    )
    yield "balances of one statement", lambda: finance.check_statement_of(session, filled.statements[0])
    yield "chronology of the case", lambda: chronology_of(session, case_id)
    end = datetime(2026, 1, 1, tzinfo=UTC)
    for title, length in (("whole", None), ("a year", 365), ("a month", 31), ("a day", 1)):
        stretch = (end - timedelta(days=length), end) if length else None
        yield (
            f"advertisements in it, {title}",
            partial(chronology_of, session, case_id, stretch, {ChronologyLane.ADS}),
        )
    yield (
        "links of a person",
        lambda: links.links_of(session, case_id, Thing("person", filled.persons[5])),
    )
    yield (
        "links of an account",
        lambda: links.links_of(session, case_id, Thing("account", filled.accounts[3])),
    )
    yield (
        "links of a telephone number",
        lambda: links.links_of(session, case_id, Thing(IDENTIFIER, "0470 000123")),
    )
    yield "thb money", lambda: money_told(session, case_id)


def taken(act: Callable[[], object]) -> float:
    """Return the median of the milliseconds of the processor."""
    values = []
    for _ in range(RUNS):
        begin = time.process_time()
        act()
        values.append((time.process_time() - begin) * 1000)
    return statistics.median(values)


def filled_vault(place: Path, made: Path, rows: int) -> tuple[Session, Filling]:
    vault = place / f"seen-{rows}.thbvault"
    shutil.copytree(made, vault)
    session = vaults.unlock_vault(vault, passphrase=prepare(PASSPHRASE), environment=environment_of(rows))
    session.settle()
    filled = Filling(session)
    filled.fill(rows)
    follow_to_end(session)
    return session, filled


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000, help="transactions of the larger vault")
    parser.add_argument("--folder", type=Path, help="where to work, if not in the system's temporary folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="thb-seeing-", dir=options.folder) as name:
        place = Path(name)
        made = vault_of(place, 0.002, seed=1)
        found = []
        for rows in (options.rows // 10, options.rows):
            session, filled = filled_vault(place, made, rows)
            found.append([(title, taken(act)) for title, act in views(session, filled)])
            session.close()
        print(f"{'':<32}{'tenth':>9}{'full':>9}{'growth':>8}")
        for (title, tenth), (_, full) in zip(*found, strict=True):
            print(f"{title:<32}{tenth:>9.1f}{full:>9.1f}{full / tenth:>8.1f}")
        print("milliseconds of the processor, medians; the goal of what a window shows first is 100")


if __name__ == "__main__":
    main()
