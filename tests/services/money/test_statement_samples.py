"""Every sample statement is taken over or refused in words, with the rows, sums and balances of the file.

What the file says is read here in a plain way of its own, from its text.
"""

import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from tests.support import money
from tests.support.offices import Small, act, exhibit
from tests.support.samples import HERE, sample
from thb_desktop import words
from thb_desktop.domain.finance import Transaction
from thb_desktop.domain.finance_codes import StatementFormat
from thb_desktop.domain.ids import AccountId
from thb_desktop.errors import StatementFormatError
from thb_desktop.exchange.statements.columns import ColumnChoice
from thb_desktop.exchange.statements.reading import StatementChoice
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.evidence.exhibit_files import NewFile, add_files
from thb_desktop.services.money import finance, statements
from thb_desktop.services.money.statement_files import StatementFile
from thb_desktop.vault.tables import registry

_TABLE = ColumnChoice(
    delimiter=";", header="1", day="Date", order="DMY", decimal=",", amount="Montant", balance="Solde",
    account="Contrepartie", text="Communication", currency_of_all="EUR",
)  # fmt: skip
_CHOICES = {
    ".xml": StatementChoice(format=StatementFormat.CAMT_053),
    ".sta": StatementChoice(format=StatementFormat.MT940, encoding="iso-8859-1"),
    ".csv": StatementChoice(format=StatementFormat.CSV, encoding="windows-1252", columns=_TABLE),
}
_CAMT, _MT940 = "02-evidence/bank-camt", "02-evidence/bank-mt940"
_CASES = ("05-cases/a/files/a/E-17_bank_S-03.csv", "05-cases/b/files/b/E-09_camt053.xml")
TAKEN = (
    *(f"{_CAMT}/{name}" for name in ("camt052.v4.xml", "camt053.v2.minimal.xml", "camt053.v4.xml")),
    *(f"{_MT940}/{name}.sta" for name in ("abnamro", "long_statement_number", "malformed_details")),
    *(f"{_MT940}/{name}.sta" for name in ("mt940", "triodos", "whitespace")),
    *_CASES,
)
REFUSED = (
    f"{_CAMT}/camt053.v2.wrong.xml",
    *(f"{_MT940}/{name}.sta" for name in ("account_balance_debit", "amount_formats", "available_balance")),
    *(f"{_MT940}/{name}.sta" for name in ("closing_balance", "empty_entry_date", "empty_non_swift")),
    *(f"{_MT940}/{name}.sta" for name in ("sparkassen", "statement_number")),
)
"""A statement without a body, and single lines of statements."""
_MT940_ROW = re.compile(r"^:61:\d{6}(?:\d{4})?(R?[CD])[A-Z]?(\d+,\d*)", re.MULTILINE)
_MT940_BALANCE = r"^:{}:([CD])\d{{6}}[A-Z]{{3}}(\d+,\d*)"


@dataclass(frozen=True)
class Said:
    """What a file says of one statement; a balance that is not in its currency, or missing, is None."""

    amounts: list[Decimal]
    opening: Decimal | None
    closing: Decimal | None


def _signed(sign: str, amount: str) -> Decimal:
    value = Decimal(amount.replace(",", "."))
    return value if sign in ("C", "RD", "CRDT") else -value


def said_by_camt(text: str) -> list[Said]:
    found = []
    for each in re.findall(r"<(?:Stmt|Rpt)>.*?</(?:Stmt|Rpt)>", text, re.DOTALL):
        entries = re.findall(r"<Ntry>.*?</Ntry>", each, re.DOTALL)
        currency = re.findall(r'<Amt Ccy="([A-Z]{3})">', entries[0])[0]
        money_of = rf'<Amt Ccy="{currency}">([\d.]+)</Amt>\s*<CdtDbtInd>(\w+)<'
        balances = {
            code[0]: _signed(amount[0][1], amount[0][0])
            for bal in re.findall(r"<Bal>.*?</Bal>", each, re.DOTALL)
            if (code := re.findall(r"<Cd>(OPBD|CLBD)</Cd>", bal)) and (amount := re.findall(money_of, bal))
        }
        amounts = [_signed(*re.findall(money_of, entry)[0][::-1]) for entry in entries]
        found.append(Said(amounts, balances.get("OPBD"), balances.get("CLBD")))
    return found


def said_by_mt940(text: str) -> list[Said]:
    """A statement is what stands from one opening balance to the next."""
    found = []
    for each in re.split(r"^(?=:60[FM]:)", text, flags=re.MULTILINE)[1:]:
        opening, closing = (
            re.findall(_MT940_BALANCE.format(of), each, re.MULTILINE) for of in ("60[FM]", "62[FM]")
        )
        amounts = [_signed(*row) for row in _MT940_ROW.findall(each)]
        found.append(Said(amounts, _signed(*opening[0]), _signed(*closing[0])))
    return found


def said_by_table(text: str) -> list[Said]:
    cells = [line.split(";") for line in text.splitlines()[1:]]
    return [Said([Decimal(row[3].replace(",", ".")) for row in cells], None, None)]


_SAID: dict[str, Callable[[str], list[Said]]] = {
    ".xml": said_by_camt,
    ".sta": said_by_mt940,
    ".csv": said_by_table,
}


def opened(session: Session, small: Small, path: Path) -> StatementFile:
    kept = exhibits.register_exhibit(session, exhibit(small), act())
    (file,) = add_files(session, kept.id, [NewFile(source=path, name=path.name, media_type="text/plain")])
    return statements.open_statement(session, file.id)


def amount_for(account_id: AccountId, row: Transaction) -> Decimal:
    return Decimal(row.amount) if row.to_account_id == account_id else -Decimal(row.amount)


def number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


@pytest.mark.parametrize("name", TAKEN, ids=lambda name: Path(name).name)
def test_a_sample_is_taken_over_with_the_rows_the_sums_and_the_balances_that_its_file_has(
    session: Session, small: Small, name: str
):
    path = sample(name)
    choice = _CHOICES[path.suffix]
    encoding = choice.encoding or "utf-8"
    said = _SAID[path.suffix](path.read_bytes().decode(encoding))
    with closing(opened(session, small, path)) as file:
        read = file.read(choice)
    seen = statements.look_at(session, read)

    assert len(seen) == len(said)
    for which, (one, told) in enumerate(zip(seen, said, strict=True)):
        account = finance.add_account(
            session,
            money.account(
                small.case.id, number=f"BK-{which}", identifier=one.read.account or "BE1", currency=""
            ),
        )
        taken = statements.take_over(
            session, read, which=which, account_id=account.id, number=f"ST-{which}", same_because=""
        )
        rows = registry.MONEY_TRANSACTION.where(session.read, "statement_id", taken.id)

        assert sorted(amount_for(account.id, each) for each in rows) == sorted(told.amounts)
        assert sum(amount_for(account.id, each) for each in rows) == sum(told.amounts)
        assert (number(taken.opening), number(taken.closing)) == (told.opening, told.closing)
        assert taken.sha256 == sha256(path.read_bytes()).hexdigest()
        assert all(each.source and each.original and each.exhibit_id == taken.exhibit_id for each in rows)
        differs = (
            told.opening is not None
            and told.closing is not None
            and told.opening + sum(told.amounts) != told.closing
        )
        found = {each.case for each in finance.check_statement_of(session, taken.id)}
        assert ("statement-balance-differs" in found) is differs
        if told.opening is None or told.closing is None:
            assert "statement-balance-missing" in found


@pytest.mark.parametrize("name", REFUSED, ids=lambda name: Path(name).name)
def test_a_sample_that_is_no_whole_statement_is_refused_in_words_and_leaves_nothing(
    session: Session, small: Small, name: str
):
    path = sample(name)
    with closing(opened(session, small, path)) as file, pytest.raises(StatementFormatError) as refused:
        statements.look_at(session, file.read(_CHOICES[path.suffix]))

    assert words.refusal(refused.value.code, words.ENGLISH) == (
        "The file is no statement of account in this format."
    )
    assert finance.list_transactions(session, small.case.id) == ()


def test_no_sample_of_a_statement_is_left_out():
    folders = [sample(each) for each in (_CAMT, _MT940)]

    there = {f"{each.relative_to(str(HERE))}" for folder in folders for each in folder.iterdir()}

    assert there == {each for each in (*TAKEN, *REFUSED) if each not in _CASES}
