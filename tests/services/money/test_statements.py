"""Statements of account: read from a file of an exhibit, looked at, and taken over with every row."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support import money
from tests.support.offices import Small, act, exhibit
from tests.support.samples import sample
from thb_desktop import errors
from thb_desktop.domain.finance import Account, BankStatement
from thb_desktop.domain.finance_codes import BookingStatus, DayKind, StatementFormat
from thb_desktop.domain.ids import AccountId, FileId, told_of
from thb_desktop.domain.money_counted import Counted, OwnStatus
from thb_desktop.domain.statements import UnreadReason, rows_not_read, unread_rows
from thb_desktop.exchange.statements.columns import ColumnChoice
from thb_desktop.exchange.statements.reading import StatementChoice, read_statements
from thb_desktop.exchange.statements.rows import UnreadRow
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.evidence.exhibit_files import NewFile, add_files
from thb_desktop.services.money import finance, statements
from thb_desktop.services.money.money_told import money_told
from thb_desktop.services.money.statement_files import StatementsRead
from thb_desktop.vault.rebuild import rebuild
from thb_desktop.vault.tables import chain, registry

CAMT = StatementChoice(format=StatementFormat.CAMT_053)
MT940 = StatementChoice(format=StatementFormat.MT940)
COLUMNS = ColumnChoice(
    delimiter=";", header="1", day="Date", order="DMY", decimal=",", amount="Amount", account="Account",
    text="Text", reference="Reference", balance="Balance", currency_of_all="EUR",
)  # fmt: skip
TABLE = StatementChoice(format=StatementFormat.CSV, columns=COLUMNS)
ROWS = """Date;Account;Amount;Balance;Text;Reference
04/01/2026;BE68 5390 0754 7034;1.091,12;1.503,27;rent;R-1
05/01/2026;;-91,12;1.412,15;fuel;R-2
"""
ENTRY = """
<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{sign}</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><Dt>2026-01-05</Dt></BookgDt>
<NtryDtls>{details}</NtryDtls></Ntry>"""
MESSAGE = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S-1</Id>
<Acct><Id><IBAN>BE68539007547034</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100.00</Amt>
<CdtDbtInd>CRDT</CdtDbtInd></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{closing}</Amt>
<CdtDbtInd>{sign}</CdtDbtInd></Bal>
{entries}</Stmt></BkToCstmrStmt></Document>"""


def camt(*entries: str, closing: str = "100.00", sign: str = "CRDT") -> bytes:
    return MESSAGE.format(entries="".join(entries), closing=closing, sign=sign).encode()


def entry(amount: str, sign: str = "CRDT", details: str = "") -> str:
    return ENTRY.format(amount=amount, sign=sign, details=details)


@pytest.fixture
def account(session: Session, small: Small) -> Account:
    return finance.add_account(session, money.account(small.case.id))


def added(session: Session, small: Small, folder: Path, data: bytes) -> FileId:
    kept = exhibits.register_exhibit(session, exhibit(small), act())
    path = folder / "statement"
    path.write_bytes(data)
    (file,) = add_files(session, kept.id, [NewFile(source=path, name="statement", media_type="text/plain")])
    return file.id


def read(session: Session, file: FileId, choice: StatementChoice) -> StatementsRead:
    with closing(statements.open_statement(session, file)) as opened:
        return opened.read(choice)


def entered(session: Session, account: Account, found: StatementsRead, number: str) -> BankStatement:
    return statements.take_over(session, found, which=0, account_id=account.id, number=number)


def codes(found: tuple[statements.Preview, ...]) -> list[str]:
    return [each.case.removeprefix("statement-") for one in found for each in one.findings]


def test_every_row_of_a_statement_is_entered_with_its_source(
    session: Session, small: Small, account: Account, tmp_path: Path
):
    other = finance.add_account(
        session, money.account(small.case.id, number="BK-2", identifier="RO49 AAAA 1B31 0075 9384 0000")
    )
    to = "<CdtrAcct><Id><IBAN>RO49AAAA1B31007593840000</IBAN></Id></CdtrAcct>"
    details = f"<TxDtls><RltdPties>{to}</RltdPties></TxDtls>"
    file = added(session, small, tmp_path, camt(entry("9.50"), entry("20", "DBIT", details), closing="89.50"))

    taken = statements.take_over(
        session, read(session, file, CAMT), which=0, account_id=account.id, number="ST-1"
    )

    first, second = finance.list_transactions(session, small.case.id)
    assert (taken.opening, taken.closing, taken.reference) == ("100.00", "89.50", "S-1")
    assert (first.from_account_id, first.to_account_id, first.amount) == (None, account.id, "9.50")
    assert (second.from_account_id, second.to_account_id, second.amount) == (account.id, other.id, "20")
    assert second.source == "/Document/BkToCstmrStmt/Stmt[1]/Ntry[2]"
    assert '<Amt Ccy="EUR">20</Amt><CdtDbtInd>DBIT</CdtDbtInd>' in second.original
    assert {(each.statement_id, each.exhibit_id, each.status) for each in (first, second)} == {
        (taken.id, taken.exhibit_id, BookingStatus.BOOKED)
    }
    assert finance.check_statement_of(session, taken.id) == ()
    assert rebuild(session.read).differing == ()
    for told in (taken.id, first.id, second.id):
        assert len(chain.entries_of(session.read, told_of(told))) == 1


PLAIN = "<Sts>BOOK</Sts>"
OWN = "<Sts><Prtry>{}</Prtry></Sts>"


@pytest.mark.parametrize("message", ["camt.053", "camt.052", "camt.054"])
def test_a_status_in_the_words_of_the_bank_counts_in_a_statement_alone_and_is_kept_in_these_words(
    session: Session, small: Small, account: Account, tmp_path: Path, message: str
):
    """A camt.053 lists booked entries, whatever the bank calls them; the other two list others as well."""
    is_counted = message == "camt.053"
    told = camt(entry("9.50").replace(PLAIN, OWN.format("GEBUCHT")), entry("7"), closing="116.50").decode()
    names = {"camt.052": ("BkToCstmrAcctRpt", "Rpt"), "camt.054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn")}
    if not is_counted:
        root, part = names[message]
        told = told.replace("camt.053", message).replace("BkToCstmrStmt", root)
        told = told.replace("<Stmt>", f"<{part}>").replace("</Stmt>", f"</{part}>")
    found = read(session, added(session, small, tmp_path, told.encode()), CAMT)

    (seen,) = statements.look_at(session, found)
    taken = entered(session, account, found, "ST-1")

    own, plain = finance.list_transactions(session, small.case.id)
    status = BookingStatus.OWN_IN_STATEMENT if is_counted else BookingStatus.OWN
    assert (own.status, own.status_written) == (status, "GEBUCHT")
    assert (plain.status, plain.status_written) == (BookingStatus.BOOKED, "")
    assert seen.counted == Counted(own=(OwnStatus("GEBUCHT", is_counted, 1),))
    assert money_told(session, small.case.id).counted == seen.counted
    assert (finance.check_statement_of(session, taken.id) == ()) is is_counted

    corrections.correct(session, replace(own, status=BookingStatus.PENDING), "Letter of the bank")

    assert money_told(session, small.case.id).counted == Counted(not_booked=1)


def test_a_row_of_mt940_states_no_status_and_counts_as_a_row_of_a_statement(
    session: Session, small: Small, account: Account, tmp_path: Path
):
    found = read(
        session, added(session, small, tmp_path, MT.format(account=account.identifier).encode()), MT940
    )

    (seen,) = statements.look_at(session, found)
    taken = entered(session, account, found, "ST-1")

    rows = finance.list_transactions(session, small.case.id)
    assert {(each.status, each.status_written) for each in rows} == {(None, "")}
    assert seen.counted.unstated == money_told(session, small.case.id).counted.unstated == len(rows)
    assert finance.check_statement_of(session, taken.id) == ()


def test_which_day_a_row_has_is_kept_as_its_file_says(
    session: Session, small: Small, account: Account, tmp_path: Path
):
    value = "<ValDt><Dt>2026-01-07</Dt></ValDt>"
    alone = entry("9.50").replace("<BookgDt><Dt>2026-01-05</Dt></BookgDt>", value)
    found = read(session, added(session, small, tmp_path, camt(entry("1"), alone, closing="110.50")), CAMT)
    path = tmp_path / "rows.csv"
    path.write_text(ROWS)
    (of_table,) = add_files(
        session, found.file.exhibit_id, [NewFile(source=path, name="rows.csv", media_type="text/csv")]
    )
    table = read(session, of_table.id, TABLE)

    seen = statements.look_at(session, found)
    entered(session, account, found, "ST-1")
    entered(session, account, table, "ST-2")

    rows = finance.list_transactions(session, small.case.id)
    assert {(each.amount, each.at.edtf, each.day_kind) for each in rows} == {
        ("1", "2026-01-05", DayKind.BOOKING),
        ("9.50", "2026-01-07", DayKind.VALUE),
        ("1091.12", "2026-01-04", None),
        ("91.12", "2026-01-05", None),
    }
    assert [each.counted.value_dates for each in seen] == [1]
    only = next(each for each in rows if each.day_kind is DayKind.VALUE)
    corrections.correct(session, replace(only, day_kind=DayKind.BOOKING), "Letter of the bank")
    assert money_told(session, small.case.id).counted.value_dates == 0


def test_a_statement_of_the_sample_case_adds_up(
    session: Session, small: Small, account: Account, tmp_path: Path
):
    file = added(session, small, tmp_path, sample("05-cases/b/files/b/E-09_camt053.xml").read_bytes())

    (seen,) = statements.look_at(session, read(session, file, CAMT))

    assert seen.findings == ()
    assert [each.signed for each in seen.read.rows] == [29700, -9500, -4160]
    with pytest.raises(errors.StatementAccountError):
        statements.take_over(
            session, read(session, file, CAMT), which=0, account_id=account.id, number="ST-1"
        )


MT = ":20:1\n:25:{account}\n:28C:1/1\n:60F:C260101EUR100,\n:61:260102C9,50NTRFR-1\n:62F:C260102EUR109,50\n-\n"


@pytest.mark.parametrize(
    "case",
    [
        ("BE68539007547034", True),
        ("BE68539007547034EUR", True),
        ("539-0075470-34", True),
        ("53900754/7034", True),
        ("10020030/1234567", False),
        ("KREDBEBB/539007547034", True),
        ("539-0075470-34 EUR", True),
        ("7034", False),
        ("0075470/539", False),
        ("5390075", False),
        ("539-0075470", False),
        ("007547034", False),
        ("5/3/9/0/7/5/4", False),
    ],
)
def test_a_statement_of_an_account_that_is_named_in_another_way_needs_somebody_who_says_it_is_the_same(
    session: Session, small: Small, account: Account, tmp_path: Path, case: tuple[str, bool]
):
    named, is_named = case
    file = added(session, small, tmp_path, MT.format(account=named).encode())
    found = read(session, file, MT940)

    assert statements.names_account(found.found[0], account) is is_named
    if not is_named:
        with pytest.raises(errors.StatementAccountError):
            entered(session, account, found, "ST-1")
        assert finance.list_transactions(session, small.case.id) == ()
    statements.take_over(
        session,
        found,
        which=0,
        account_id=account.id,
        number="ST-1",
        same_because="" if is_named else "Named so by the bank",
    )
    assert len(finance.list_transactions(session, small.case.id)) == 1


@pytest.mark.parametrize(
    "case",
    [
        ("DE89 3704 0044 0532 0130 00", "37040044/532013000", True),
        ("DE89 3704 0044 0532 0130 00", "532013000", False),
        ("NL91 ABNA 0417 1643 00", "417164300", True),
        ("NL91 ABNA 0417 1643 00", "4171643", False),
        ("37040044 532013000", "DE89370400440532013000", True),
        ("37040044 532013000", "37040044/0532013000EUR", True),
        ("532013000", "37040044/532013000", False),
        ("532013000", "10020030/532013000", False),
        ("0xA1B2C3D4E5F60718", "0xA1B2C3D4E5F60718", True),
        ("0x91B2C3D4E5F60718ABC", "0x91B2C3D4E5F60718ABD", False),
    ],
)
def test_a_number_without_its_bank_settles_nothing(
    session: Session, small: Small, tmp_path: Path, case: tuple[str, str, bool]
):
    held, named, is_named = case
    account = finance.add_account(session, money.account(small.case.id, identifier=held))
    file = added(session, small, tmp_path, MT.format(account=named).encode())

    assert statements.names_account(read(session, file, MT940).found[0], account) is is_named


def test_who_said_that_it_is_the_same_account_is_kept_with_when_and_why_and_is_never_changed(
    session: Session, small: Small, account: Account, tmp_path: Path
):
    file = added(session, small, tmp_path, MT.format(account="10020030/1234567").encode())
    taken = statements.take_over(
        session,
        read(session, file, MT940),
        which=0,
        account_id=account.id,
        number="ST-1",
        same_because=" Letter of the bank, E-07 ",
    )

    (kept,) = finance.list_money(session, small.case.id, "bank_statement")
    entry = chain.entries_of(session.read, told_of(taken.id))[0].parsed()
    told = money_told(session, small.case.id)
    assert kept == taken
    assert (kept.account_named, kept.same_because) == ("10020030/1234567", "Letter of the bank, E-07")
    assert (kept.same_by, kept.same_at) == (session.user.id, entry.at)
    assert dict(told.users) == {session.user.id: session.user.name}
    for changed in (
        {"same_because": "Another"},
        {"same_by": None},
        {"account_named": ""},
        {"account_then": "x"},
    ):
        with pytest.raises(errors.FieldKeptError):
            corrections.correct(session, replace(kept, **changed, note="x"), "Misread")
    assert rebuild(session.read).differing == ()


def test_what_was_said_of_an_account_is_not_said_of_it_after_its_identifier_was_corrected(
    session: Session, small: Small, account: Account, tmp_path: Path
):
    file = added(session, small, tmp_path, MT.format(account="10020030/1234567").encode())
    found = read(session, file, MT940)
    taken = statements.take_over(
        session, found, which=0, account_id=account.id, number="ST-1", same_because="Letter of the bank"
    )
    said = chain.entries_of(session.read, told_of(taken.id))[0].parsed()
    written = corrections.correct(session, replace(account, identifier="BE68539007547034"), "Without spaces")
    as_before = money_told(session, small.case.id).statements[0].changed

    corrections.correct(session, replace(written, identifier="BE71096123456769"), "Misread")

    (checked,) = money_told(session, small.case.id).statements
    (changed,) = checked.changed
    opening = chain.opening_of(session.read, said.seq)
    assert as_before == ()
    assert checked.statement.account_then == account.identifier
    assert opening is not None
    assert account.identifier.encode() in opening.payload
    assert (changed.values["then"], changed.values["now"]) == (account.identifier, "BE71096123456769")
    assert changed in finance.check_statement_of(session, taken.id)
    assert rebuild(session.read).differing == ()


def test_an_account_that_is_corrected_after_its_statement_named_it_is_told_unless_the_file_names_it_still(
    session: Session, small: Small, account: Account, tmp_path: Path
):
    file = added(session, small, tmp_path, camt(entry("9.50"), closing="109.50"))
    taken = entered(session, account, read(session, file, CAMT), "ST-1")
    at_first = finance.check_statement_of(session, taken.id)
    national = corrections.correct(session, replace(account, identifier="539-0075470-34"), "Shorter")
    still = money_told(session, small.case.id).statements[0].changed

    corrections.correct(session, replace(national, identifier="BE71096123456769"), "Misread")

    (checked,) = money_told(session, small.case.id).statements
    (changed,) = checked.changed
    assert (taken.account_named, taken.account_then) == ("BE68539007547034", account.identifier)
    assert (taken.same_by, taken.same_because) == (None, "")
    assert (at_first, still) == ((), ())
    assert changed.case == "statement-account-was"
    assert changed.values == {
        "statement": "ST-1",
        "named": "BE68539007547034",
        "then": account.identifier,
        "now": "BE71096123456769",
    }
    assert changed in finance.check_statement_of(session, taken.id)
    assert rebuild(session.read).differing == ()


def test_a_row_whose_other_end_was_corrected_is_told_by_its_place(
    session: Session, small: Small, account: Account, tmp_path: Path
):
    other = finance.add_account(
        session, money.account(small.case.id, number="BK-2", identifier="RO49 AAAA 1B31 0075 9384 0000")
    )
    to = "<CdtrAcct><Id><IBAN>RO49AAAA1B31007593840000</IBAN></Id></CdtrAcct>"
    details = f"<TxDtls><RltdPties>{to}</RltdPties></TxDtls>"
    file = added(session, small, tmp_path, camt(entry("9.50"), entry("20", "DBIT", details), closing="89.50"))
    taken = entered(session, account, read(session, file, CAMT), "ST-1")

    corrections.correct(session, replace(other, identifier="RO09BCYP0000001234567890"), "Misread")

    (told,) = finance.check_statement_of(session, taken.id)
    assert (told.case, told.values["rows"]) == (
        "statement-rows-of-others",
        ("/Document/BkToCstmrStmt/Stmt[1]/Ntry[2]",),
    )


@pytest.mark.parametrize("written", ["DE68 3704 0044 0009 7000 00", "DE68370400440009700000"])
def test_a_statement_of_another_iban_is_refused_where_the_groups_of_one_are_found_within_the_other(
    session: Session, small: Small, tmp_path: Path, written: str
):
    identifiers = {"BK-1": "DE68 3704 0044 0000 0970 00", "BK-2": "DE68 3704 0044 0009 7000 00"}
    other, own = (
        finance.add_account(session, money.account(small.case.id, number=number, identifier=identifier))
        for number, identifier in identifiers.items()
    )
    file = added(session, small, tmp_path, camt(entry("9.50")).replace(b"BE68539007547034", written.encode()))
    found = read(session, file, CAMT)

    named = [statements.names_account(found.found[0], account) for account in (other, own)]
    with pytest.raises(errors.StatementAccountError):
        statements.take_over(
            session, found, which=0, account_id=other.id, number="ST-1", same_because="So it is"
        )

    assert named == [False, True]
    assert finance.list_transactions(session, small.case.id) == ()


def test_balances_that_differ_are_told_before_and_after(
    session: Session, small: Small, account: Account, tmp_path: Path
):
    file = added(session, small, tmp_path, camt(entry("9.50"), closing="9.50", sign="DBIT"))

    seen = statements.look_at(session, read(session, file, CAMT))
    taken = statements.take_over(
        session, read(session, file, CAMT), which=0, account_id=account.id, number="ST-1"
    )

    (finding,) = finance.check_statement_of(session, taken.id)
    assert codes(seen) == ["balance-differs"]
    assert dict(finding.values)["difference"] == "-119.00"
    corrections.correct(session, replace(taken, closing="109.50"), "Misread")
    assert finance.check_statement_of(session, taken.id) == ()


def test_a_statement_of_a_file_is_not_moved_to_another_account_by_a_correction(
    session: Session, small: Small, account: Account, tmp_path: Path
):
    """Taking it over for this account would have been refused: the file names the other IBAN."""
    file = added(session, small, tmp_path, camt(entry("9.50")))
    taken = entered(session, account, read(session, file, CAMT), "ST-1")
    typed = finance.add_statement(session, money.statement(small.case.id, account.id, number="ST-2"))
    other = finance.add_account(
        session, money.account(small.case.id, number="BK-2", identifier="RO49 AAAA 1B31 0075 9384 0000")
    )

    with pytest.raises(errors.FieldKeptError) as refused:
        corrections.correct(session, replace(taken, account_id=other.id), "Of the other one")

    assert refused.value.field == "bank_statement.account_id"
    corrections.correct(session, replace(typed, account_id=other.id), "Of the other one")


def test_a_row_that_cannot_be_read_is_named_with_its_place_and_its_text(
    session: Session, small: Small, account: Account, tmp_path: Path
):
    broken = ROWS + "6 January;;five;;pizza;R-3\n"
    file = added(session, small, tmp_path, broken.encode())

    seen = statements.look_at(session, read(session, file, TABLE))
    taken = statements.take_over(
        session, read(session, file, TABLE), which=0, account_id=account.id, number="ST-1"
    )

    assert codes(seen) == ["rows-unread-amount", "balance-missing"]
    assert taken.unread == (("4", "6 January;;five;;pizza;R-3"),)
    assert taken.unread_because == (("AMOUNT", "Amount"),)
    assert finance.check_statement_of(session, taken.id)[0].values["part"] == "Amount"
    assert len(finance.list_transactions(session, small.case.id)) == 2


def test_a_table_is_read_by_the_chosen_columns_and_the_choice_is_kept(
    session: Session, small: Small, account: Account, tmp_path: Path
):
    file = added(session, small, tmp_path, ROWS.encode())

    taken = statements.take_over(
        session, read(session, file, TABLE), which=0, account_id=account.id, number="ST-1"
    )

    first, second = finance.list_transactions(session, small.case.id)
    assert (first.amount, first.balance_after, first.original) == (
        "1091.12",
        "1503.27",
        ROWS.splitlines()[1],
    )
    assert (second.amount, second.from_account_id, second.source) == ("91.12", account.id, "3")
    assert first.from_account_id is None
    assert dict(taken.mapping)["amount"] == "Amount"
    assert codes(statements.look_at(session, read(session, file, TABLE))) == ["balance-missing", "rows-known"]


@pytest.mark.parametrize(
    "changes",
    [
        {"day": ""},
        {"day": "Day"},
        {"amount": ""},
        {"order": "DYM"},
        {"decimal": " "},
        {"currency_of_all": " "},
        {"sign": "Text"},
        {"delimiter": "x"},
        {"header": "9"},
    ],
)
def test_a_choice_that_does_not_fit_the_table_is_refused(
    session: Session, small: Small, tmp_path: Path, changes: dict[str, str]
):
    file = added(session, small, tmp_path, ROWS.encode())

    with pytest.raises(errors.StatementMappingError):
        statements.look_at(session, read(session, file, replace(TABLE, columns=replace(COLUMNS, **changes))))


def test_balances_that_do_not_follow_are_told_in_either_order_of_the_file(
    session: Session, small: Small, tmp_path: Path
):
    head, *rows = [*ROWS.splitlines(), "06/01/2026;;-12,15;1.400,00;bread;R-4"]
    orders = {"old": rows, "new": rows[::-1], "gap": [rows[0], rows[2], rows[1]]}

    said = {}
    for name, each in orders.items():
        (tmp_path / name).mkdir()
        kept = exhibits.register_exhibit(session, exhibit(small, number=name), act())
        path = tmp_path / name / "s"
        path.write_text("\n".join([head, *each]))
        (file,) = add_files(session, kept.id, [NewFile(source=path, name="s", media_type="text/csv")])
        said[name] = codes(statements.look_at(session, read(session, file.id, TABLE)))

    assert said == {
        "old": ["balance-missing"],
        "new": ["balance-missing"],
        "gap": ["balance-missing", "running-differs"],
    }


def test_taking_over_twice_is_found_until_the_first_is_struck_out(
    session: Session, small: Small, account: Account, tmp_path: Path
):
    file = added(session, small, tmp_path, camt(entry("9.50")))
    taken = statements.take_over(
        session, read(session, file, CAMT), which=0, account_id=account.id, number="ST-1"
    )

    with pytest.raises(errors.StatementTakenError):
        statements.take_over(
            session, read(session, file, CAMT), which=0, account_id=account.id, number="ST-2"
        )

    assert statements.look_at(session, read(session, file, CAMT))[0].is_taken
    corrections.strike_out(session, "bank_statement", taken.id, "Wrong account")
    assert not statements.look_at(session, read(session, file, CAMT))[0].is_taken
    assert [each.struck for each in finance.list_transactions(session, small.case.id)] == ["Wrong account"]
    assert rebuild(session.read).differing == ()
    entered(session, account, read(session, file, CAMT), "ST-2")


def test_an_entry_of_several_payments_is_divided_only_if_they_add_up_to_it(
    session: Session, small: Small, tmp_path: Path
):
    parts = [
        f'<TxDtls><Amt Ccy="EUR">{each}</Amt><Refs><TxId>T{each}</TxId></Refs></TxDtls>' for each in (3, 4)
    ]
    file = added(
        session,
        small,
        tmp_path,
        camt(entry("7.00", details="".join(parts)), entry("8.00", details="".join(parts))),
    )

    (seen,) = statements.look_at(session, read(session, file, CAMT))

    assert [(each.amount, each.reference) for each in seen.read.rows] == [
        ("3", "T3"),
        ("4", "T4"),
        ("8.00", ""),
    ]
    assert seen.read.rows[1].place.endswith("/Ntry[1]/TxDtls[2]")


@pytest.mark.parametrize(
    "name", ["external.xml", "external_file.xml", "quadratic.xml", "xmlbomb.xml", "xmlbomb2.xml"]
)
def test_hostile_xml_is_refused(session: Session, small: Small, tmp_path: Path, name: str):
    file = added(session, small, tmp_path, sample(f"02-evidence/bad-xml/{name}").read_bytes())

    with pytest.raises(errors.ExchangeError):
        statements.look_at(session, read(session, file, CAMT))


@pytest.mark.parametrize(
    "case",
    [
        (b"<a/>", CAMT, errors.StatementFormatError),
        (b"", CAMT, errors.ExchangeError),
        (b"nothing", MT940, errors.StatementFormatError),
        (ROWS.encode("utf-16-be"), TABLE, errors.EncodingUnknownError),
        (ROWS.encode(), replace(TABLE, encoding="ebcdic"), errors.EncodingUnknownError),
        (ROWS.encode(), StatementChoice(format=StatementFormat.CSV), errors.StatementMappingError),
        (ROWS.encode(), StatementChoice(format=StatementFormat.PAPER), errors.StatementFormatError),
    ],
)
def test_what_is_no_statement_is_refused_and_nothing_is_entered(
    session: Session, small: Small, account: Account, tmp_path: Path, case: tuple[Any, ...]
):
    data, choice, error = case
    file = added(session, small, tmp_path, data or b" ")
    size = session.journal.size

    with pytest.raises(error):
        statements.take_over(
            session, read(session, file, choice), which=0, account_id=account.id, number="ST-1"
        )

    assert session.journal.size == size
    assert registry.BANK_STATEMENT.all(session.read) == ()


def test_a_balance_in_another_currency_is_not_compared_with_the_rows(
    session: Session, small: Small, tmp_path: Path
):
    data = camt(entry("9.50"), closing="27.00", sign="DBIT").replace(b'"EUR">27', b'"SEK">27')
    file = added(session, small, tmp_path, data)

    (seen,) = statements.look_at(session, read(session, file, CAMT))

    assert codes((seen,)) == ["balances-not-compared", "balance-missing"]
    assert (seen.read.opening, seen.read.closing, seen.read.currency) == ("100.00", "", "EUR")
    (unread,) = seen.read.unread
    assert unread.place.endswith("/Stmt[1]/Bal[2]")
    assert "SEK" in unread.original


def test_balances_and_the_currency_of_the_account_are_no_rows_that_were_not_read(
    session: Session, small: Small, account: Account, tmp_path: Path
):
    data = camt(entry("9.50"), entry("1"), closing="27.00").replace(b'"EUR">27', b'"SEK">27')
    data = data.replace(b"<Ccy>EUR</Ccy>", b"<Ccy>XQX</Ccy>").replace(b'"EUR">1<', b'"XQX">1<')
    found = read(session, added(session, small, tmp_path, data), CAMT)

    taken = entered(session, account, found, "ST-1")

    assert {each.case.removeprefix("statement-") for each in unread_rows(taken)} == {
        *("rows-unread-currency", "account-currency-unknown", "balances-not-compared")
    }
    ((place, _),) = rows_not_read(taken)
    assert "/Ntry[" in place


def test_a_closing_balance_of_mt940_in_another_currency_is_not_compared(
    session: Session, small: Small, tmp_path: Path
):
    lines = ":20:1", ":25:1", ":28C:1", ":60F:C260101EUR100,", ":61:2601020102C9,5NTRFX", ":62F:D260102SEK27,"
    file = added(session, small, tmp_path, "\n".join((*lines, "-")).encode())

    (seen,) = statements.look_at(session, read(session, file, MT940))

    assert codes((seen,)) == ["balances-not-compared", "balance-missing"]
    assert (seen.read.closing, seen.read.unread[0].original) == ("", ":62F:D260102SEK27,")


@pytest.mark.parametrize(
    "name", ["mt940.sta", "abnamro.sta", "triodos.sta", "whitespace.sta", "malformed_details.sta"]
)
def test_mt940_of_several_banks_is_read_with_every_row(
    session: Session, small: Small, tmp_path: Path, name: str
):
    data = sample(f"02-evidence/bank-mt940/{name}").read_bytes()
    file = added(session, small, tmp_path, data)

    seen = statements.look_at(session, read(session, file, replace(MT940, encoding="iso-8859-1")))

    rows = [each for one in seen for each in one.read.rows]
    assert len(rows) == data.count(b":61:")
    assert not any(one.read.unread for one in seen)
    if name == "mt940.sta":
        assert "balance-differs" not in codes(seen)


def test_a_reversal_goes_the_other_way(session: Session, small: Small, tmp_path: Path):
    rows = ":61:2601020102RC3,NTRFA1\n:61:2601020102RD1,NTRFA2\n:61:26\n"
    text = f":20:X\n:25:1\n:60F:C260101EUR10,\n{rows}:62F:C260131EUR8,\n"
    file = added(session, small, tmp_path, text.encode())

    (seen,) = statements.look_at(session, read(session, file, MT940))

    assert [(each.signed, each.is_reversal) for each in seen.read.rows] == [(-3, True), (1, True)]
    assert seen.read.unread == (UnreadRow("6", ":61:26", UnreadReason.FORM, ":61:"),)
    assert codes((seen,)) == ["rows-unread-form"]


@pytest.mark.parametrize(
    ("row", "why", "part"),
    [
        ("31/02/2026;;5,00;;x;R;EUR", UnreadReason.DAY, "Date"),
        ("01/02/2026;;5.0.0;;x;R;", UnreadReason.AMOUNT, "Amount"),
        ("01/02/2026;;5,00;much;x;R;EUR", UnreadReason.AMOUNT, "Balance"),
        ("01/02/2026;;5,00;;x;R;XQX", UnreadReason.CURRENCY, "Currency"),
        ("01/02/2026;;5,00;;x;R;EURO", UnreadReason.CURRENCY, "Currency"),
    ],
)
def test_why_a_row_of_a_table_could_not_be_read_is_told_with_its_column(
    row: str, why: UnreadReason, part: str
):
    table = "Date;Account;Amount;Balance;Text;Reference;Currency\n01/02/2026;;5,00;;x;R;eur\n" + row
    choice = replace(TABLE, columns=replace(COLUMNS, currency_of_all="", currency="Currency"))

    (found,) = read_statements(table.encode(), choice)

    assert (found.currency, [each.currency for each in found.rows]) == ("EUR", ["EUR"])
    assert found.unread == (UnreadRow("3", row, why, part),)


def test_money_that_neither_came_nor_went_is_told_as_such():
    columns = replace(COLUMNS, amount="", paid_in="Balance", paid_out="Amount")

    (found,) = read_statements(ROWS.encode(), replace(TABLE, columns=columns))

    assert [(each.why, each.part) for each in found.unread] == [(UnreadReason.SIGN, "Balance, Amount")] * 2


@pytest.mark.parametrize(
    ("data", "choice", "part"),
    [
        (camt(entry("9.50"), entry("1")).replace(b'"EUR">9', b'"XQX">9'), CAMT, "Amt/@Ccy"),
        (
            b":20:1\n:25:1\n:60F:C260101XQX1,\n:61:2601020102C9,5NTRFX\n:62F:C260102XQX1,\n",
            MT940,
            ":60F:",
        ),
    ],
)
def test_an_unknown_currency_of_a_bank_is_told_for_each_row(data: bytes, choice: StatementChoice, part: str):
    (found,) = read_statements(data, choice)

    assert [(each.why, each.part) for each in found.unread] == [(UnreadReason.CURRENCY, part)]
    assert found.currency in ("EUR", "")


def test_a_table_of_rows_in_no_known_currency_is_refused():
    with pytest.raises(errors.CurrencyUnknownError):
        read_statements(ROWS.encode(), replace(TABLE, columns=replace(COLUMNS, currency_of_all="EURO")))


def test_a_statement_of_before_tells_its_unread_rows_without_a_reason(small: Small):
    statement = money.statement(small.case.id, AccountId("a"), unread=(("4", "x"), ("5", "y")))

    (found,) = unread_rows(statement)

    assert (found.case, found.values["rows"]) == ("statement-rows-unread", ("4", "5"))


def test_a_statement_in_the_asset_of_a_wallet_of_the_case_is_taken_over(
    session: Session, small: Small, tmp_path: Path
):
    choice = replace(TABLE, columns=replace(COLUMNS, currency_of_all="usdc"))
    file = added(session, small, tmp_path, ROWS.encode())
    with pytest.raises(errors.CurrencyUnknownError):
        read(session, file, choice)
    wallet = money.account(small.case.id, number="W-1", identifier="any", network="solana", currency="USDC")
    wallet = finance.add_account(session, wallet)

    taken = entered(session, wallet, read(session, file, choice), "ST-1")

    rows = finance.list_transactions(session, small.case.id)
    assert (taken.currency, taken.unread, [each.currency for each in rows]) == ("USDC", (), ["USDC"] * 2)


@pytest.mark.parametrize(
    ("data", "choice"),
    [
        (camt(entry("9.50"), closing="109.50").replace(b"EUR", b"SOL"), CAMT),
        (b":20:1\n:25:1\n:60F:C260101SOL100,\n:61:2601020102C9,5NTRFX\n:62F:C260102SOL109,5\n", MT940),
    ],
)
def test_a_bank_format_in_the_asset_of_a_wallet_is_read_with_its_balances(
    data: bytes, choice: StatementChoice
):
    (found,) = read_statements(data, choice, ("Sol",))

    assert (found.currency, [each.currency for each in found.rows], found.unread) == ("Sol", ["Sol"], ())
    assert (float(found.opening), float(found.closing)) == (100, 109.5)
