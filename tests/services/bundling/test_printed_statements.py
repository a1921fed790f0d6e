"""Statements of account under the sheet of their exhibit: their entries as a table, never the raw message."""

import hashlib
import re
import subprocess
import sys

import pytest

from tests.services.bundling.test_masked_copies import added
from tests.services.bundling.test_printed_contents import prepared, printed_of, stated, words_of
from tests.support.offices import IDENTITY, Small
from tests.support.samples import sample
from thb_desktop.domain.finance_codes import BookingStatus
from thb_desktop.domain.printed_content import PrintedEntry, PrintedForm
from thb_desktop.errors import IdentityInBundleError
from thb_desktop.findings import Standing, verdict
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.report.words import words_in
from thb_desktop.services.bundling.content_reading import read_content
from thb_desktop.services.core.session import Session
from thb_desktop.verify.pdf import check_pdf

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)


def entry(
    amount: str, sign: str, *, name: str = "", text: str = "", day: str = "2025-12-01", **told: str
) -> str:
    """An entry of camt.053; the other party of a credit is its debtor."""
    side = "Dbtr" if sign == "CRDT" else "Cdtr"
    other = f"<{side}><Nm>{name}</Nm></{side}>" if name else ""
    account = f"<{side}Acct><Id><IBAN>RO73ZZZZ0000000000000033</IBAN></Id></{side}Acct>" if name else ""
    return (
        f'<Ntry><Amt Ccy="{told.get("currency", "EUR")}">{amount}</Amt><CdtDbtInd>{sign}</CdtDbtInd>'
        f"<Sts>{told.get('status', 'BOOK')}</Sts><BookgDt><Dt>{day}</Dt></BookgDt>"
        f"<ValDt><Dt>2025-12-03</Dt></ValDt><AcctSvcrRef>{told.get('reference', '')}</AcctSvcrRef>"
        f"<NtryDtls><TxDtls><RltdPties>{other}{account}</RltdPties>"
        f"<RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"
    )


def statement(*entries: str, reference: str = "2025-12") -> str:
    return (
        f"<Stmt><Id>{reference}</Id><Acct><Id><IBAN>NL62FICT0000000031</IBAN></Id><Ccy>EUR</Ccy></Acct>"
        '<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1210.00</Amt>'
        "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-11-30</Dt></Dt></Bal>"
        f"{''.join(entries)}</Stmt>"
    )


def camt(*statements: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr>'
        f"<MsgId>FICT-1</MsgId></GrpHdr>{''.join(statements)}</BkToCstmrStmt></Document>"
    ).encode()


MT940 = (
    ":20:STARTUMSE\n:25:10020030/1234567\n:28C:00001/001\n:60F:C200101EUR100,00\n"
    ":61:2001020102DR9500,50NTRFREF-7\n:86:020?00Lohn?20Miete M\xe4rz?31DE1234?32Frau M\xfcller-Fiktiv\n"
    ":62F:D200102EUR9400,50\n-\n"
).encode("cp1252")


def test_a_statement_is_printed_as_a_table_of_its_entries(session: Session, small: Small):
    made = camt(
        statement(
            entry("29700.00", "CRDT", name="Fictief C-2", text="uitlening november", reference="REF-11"),
            entry("9500.00", "DBIT", text="cash", day="2025-12-09"),
        )
    )
    file = added(session, small, made, name="E-09_camt053.xml")

    bundle = prepared(session, small, file)

    found, words = printed_of(bundle), words_of(bundle.pdf)
    (printed,) = found.statements
    assert (found.form, found.part, found.left_out, found.unread) == (PrintedForm.STATEMENT, "CAMT_053", 0, 0)
    assert printed.entries[0] == PrintedEntry(
        booked_on="2025-12-01",
        value_on="2025-12-03",
        amount="29700.00",
        currency="EUR",
        counterparty="Fictief C-2",
        account="RO73ZZZZ0000000000000033",
        reference="REF-11",
        text="uitlening november",
        status="BOOKED",
        reversal="",
        status_written="",
    )
    assert printed.entries[1].amount == "-9500.00"
    for told in (
        "Relevé de compte 2025-12",
        "NL62FICT0000000031",
        "Fictief C-2",
        "RO73ZZZZ0000000000000033",
        "1er décembre 2025",
        "3 décembre 2025",
        "9 décembre 2025",
        "REF-11",
        "uitlening november",
    ):
        assert told in words, told
    assert re.search(r"29\s700,00", words)
    assert re.search(r"\b9\s500,00", words)
    assert re.search(r"1\s210,00", words)
    assert "<Ntry>" not in words
    assert "urn:iso" not in words


def test_what_is_stated_of_it_has_the_digest_of_what_is_printed(session: Session, small: Small):
    file = added(session, small, camt(statement(entry("5.00", "CRDT", text="a"))), name="a.xml")

    made = prepared(session, small, file)

    told = stated(made)
    assert (told["form"], told["shown"], told["left_out"], told["unread"]) == ("STATEMENT", 1, 0, 0)
    lines = (
        "NL62FICT0000000031\t2025-12\tEUR\t\t\t1210.00\t\n"
        "2025-12-01\t2025-12-03\t5.00\tEUR\t\t\t\ta\tBOOKED\t\t\n"
    )
    assert told["words_sha256"] == hashlib.sha256(lines.encode()).hexdigest()
    assert verdict(check_pdf(made.pdf)) is not Standing.BROKEN


def test_an_mt940_statement_is_printed_in_the_letters_of_its_bank(session: Session, small: Small):
    file = added(session, small, MT940, name="umsatz.sta")

    made = prepared(session, small, file)

    found, words = printed_of(made), words_of(made.pdf)
    (printed,) = found.statements
    (only,) = printed.entries
    assert (found.form, found.part) == (PrintedForm.STATEMENT, "MT940")
    assert (only.amount, only.counterparty, only.text) == ("-9500.50", "Frau Müller-Fiktiv", "Miete März")
    assert "Frau Müller-Fiktiv" in words
    assert re.search(r"9\s500,50", words)
    assert re.search(r"-9\s400,50", words)
    assert ":61:2001020102" not in words
    assert ":86:020" not in words


def test_what_is_unusual_of_an_entry_has_a_column_of_its_own(session: Session, small: Small):
    plain = camt(statement(entry("5.00", "CRDT")))
    other = camt(statement(entry("5.00", "CRDT", status="PDNG"), entry("6.00", "DBIT", currency="USD")))
    first = added(session, small, plain, name="a.xml")
    second = added(session, small, other, name="b.xml")

    usual, unusual = (words_of(prepared(session, small, each).pdf) for each in (first, second))

    assert "en attente" not in usual
    assert "USD" not in usual
    assert "en attente" in unusual
    assert "USD" in unusual


STATUSES = {
    "<Sts>BOOK</Sts>": ("BOOKED", "", "comptabilisée"),
    "<Sts>INFO</Sts>": ("INFORMATION", "", "pour information"),
    "<Sts><Cd>FUTR</Cd></Sts>": ("FUTURE", "", "inscrite, date de valeur à venir"),
    "<Sts><Cd>RJCT</Cd></Sts>": ("REJECTED", "", "rejetée"),
    "<Sts><Prtry>OWN 7</Prtry></Sts>": ("", "OWN 7", "OWN 7 (tel qu’écrit dans le fichier)"),
    "<Sts><Prtry>BOOK</Prtry></Sts>": ("", "BOOK", "BOOK (tel qu’écrit dans le fichier)"),
    "": ("", "", "non indiqué"),
}


def test_each_status_is_printed_where_not_every_entry_is_booked(session: Session, small: Small):
    """What a bank names in its own way is no code; an entry without a status is not called booked."""
    entries = [entry("5.00", "CRDT", text="x").replace("<Sts>BOOK</Sts>", each) for each in STATUSES]
    file = added(session, small, camt(statement(*entries)), name="a.xml")

    bundle = prepared(session, small, file)

    (printed,) = printed_of(bundle).statements
    assert [(each.status, each.status_written) for each in printed.entries] == [
        told[:2] for told in STATUSES.values()
    ]
    words = words_of(bundle.pdf)
    for *_, told in STATUSES.values():
        assert told in words, told


BOOKED_ON = "<BookgDt><Dt>2025-12-01</Dt></BookgDt>"


def test_a_value_date_is_not_printed_as_a_day_of_booking(session: Session, small: Small):
    whole = entry("5.00", "CRDT", text="x")
    mixed = camt(statement(whole, whole.replace(BOOKED_ON, "")))
    alone = camt(statement(whole.replace(BOOKED_ON, "")))
    old = MT940.replace(b":61:2001020102", b":61:200102")
    files = [
        added(session, small, data, name=name)
        for data, name in ((mixed, "a.xml"), (alone, "b.xml"), (old, "c.sta"))
    ]

    bundles = [prepared(session, small, each) for each in files]

    found = [printed_of(each).statements[0].entries for each in bundles]
    assert [[(each.booked_on, each.value_on) for each in entries] for entries in found] == [
        [("2025-12-01", "2025-12-03"), ("", "2025-12-03")],
        [("", "2025-12-03")],
        [("", "2020-01-02")],
    ]
    for each, day in zip(bundles, ("3 décembre 2025", "3 décembre 2025", "2 janvier 2020"), strict=True):
        words = words_of(each.pdf)
        assert "non indiqué" in words
        assert day in words


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de", "es", "ro"])
def test_what_an_entry_does_not_state_is_said_in_each_language(session: Session, small: Small, language: str):
    unstated = entry("5.00", "CRDT", text="x").replace(BOOKED_ON, "").replace("<Sts>BOOK</Sts>", "")
    future = entry("5.00", "CRDT", text="x", status="FUTR")
    file = added(session, small, camt(statement(unstated, future)), name="a.xml")

    words = words_of(prepared(session, small, file, language=language).pdf)

    told = words_in(language).printed
    # In tables of several columns words are divided where their column is narrow.
    plain = re.sub(r"\W|\u00ad", "", words)
    for each in (told.booked_on, told.entry_unstated, words_in(language).label(BookingStatus.FUTURE)):
        assert re.sub(r"\W", "", each).lower() in plain.lower(), each


def test_each_message_is_known_behind_comments_and_with_a_prefix(session: Session, small: Small):
    """As XML allows it: more lines of comment than a head has, and names with a prefix."""
    of_054 = camt(statement(entry("5.00", "CRDT"))).replace(b"camt.053", b"camt.054")
    of_054 = of_054.replace(b"BkToCstmrStmt", b"BkToCstmrDbtCdtNtfctn").replace(b"Stmt>", b"Ntfctn>")
    of_052 = camt(statement(entry("5.00", "CRDT"))).replace(b"camt.053", b"camt.052")
    of_052 = of_052.replace(b"BkToCstmrStmt", b"BkToCstmrAcctRpt").replace(b"Stmt>", b"Rpt>")
    comment = b"<!-- " + b"made by hand\n" * 90 + b"-->\n"
    for number, data in enumerate((of_052, camt(statement(entry("5.00", "CRDT"))), of_054)):
        head, _, rest = data.partition(b"\n")
        prefixed = re.sub(rb"<(/?)([A-Z])", rb"<\1n:\2", rest).replace(b"xmlns=", b"xmlns:n=")
        for made in (head + b"\n" + comment + rest, comment + rest, b"\n" + rest, prefixed):
            file = added(session, small, made, name="a.xml")

            found = read_content(session.vault.content, file, room=0)

            assert (found.form, found.part) == (PrintedForm.STATEMENT, f"CAMT_05{2 + number}")
            assert [each.amount for each in found.statements[0].entries] == ["5.00"]


SAMPLES = {
    "bank-camt/camt052.v4.xml": ("CAMT_052", [1], {"PENDING"}),
    "bank-camt/camt053.v2.minimal.xml": ("CAMT_053", [1], {"BOOKED"}),
    "bank-camt/camt053.v4.xml": ("CAMT_053", [1], {"BOOKED"}),
    "bank-mt940/abnamro.sta": ("MT940", [8, 2], {""}),
    "bank-mt940/triodos.sta": ("MT940", [2], {""}),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_statements_of_banks_are_printed_as_they_say(session: Session, small: Small, name: str):
    file = added(session, small, sample(f"02-evidence/{name}").read_bytes(), name=name.rpartition("/")[2])

    found = read_content(session.vault.content, file, room=0)

    form, counts, statuses = SAMPLES[name]
    assert (found.part, [len(each.entries) for each in found.statements]) == (form, counts)
    assert {each.status for one in found.statements for each in one.entries} == statuses
    days = [(each.booked_on, each.value_on) for one in found.statements for each in one.entries]
    assert all(value for _, value in days)
    assert {bool(booked) for booked, _ in days} == {name != "bank-mt940/triodos.sta"}  # which states none


def test_what_is_not_printed_of_statements_is_counted(session: Session, small: Small):
    entries = [entry(f"{number}.00", "CRDT", text=f"entry {number}.") for number in range(1, 31)]
    unread = entry("5.00", "CRDT").replace("<CdtDbtInd>CRDT</CdtDbtInd>", "")
    made = camt(
        statement(*entries, unread),
        statement(*entries, reference="next"),
        statement(entries[0], reference="3"),
    )
    file = added(session, small, made, name="a.xml")

    bundle = prepared(session, small, file)

    found, words = printed_of(bundle), words_of(bundle.pdf)
    assert [len(each.entries) for each in found.statements] == [30, 10]
    assert (found.left_out, found.parts_left, found.unread) == (21, 1, 1)
    assert "entry 10." in words
    assert "Relevé de compte next" in words
    assert "écritures imprimées : 40, omises : 21" in words
    assert "non imprimés : 1" in words


def test_a_statement_without_entries_says_what_it_is(session: Session, small: Small):
    file = added(session, small, camt(statement()), name="a.xml")

    made = prepared(session, small, file)

    assert printed_of(made).shown == 0
    assert "Relevé de compte 2025-12" in words_of(made.pdf)


@pytest.mark.parametrize(
    "data",
    [
        camt().replace(b"BkToCstmrStmt", b"SomethingElse"),
        camt(statement(entry("5.00", "CRDT")))[:-30],
        b"The message begins with urn:iso:std:iso:20022:tech:xsd:camt.053.001.02, says the bank.\n",
        b":20:1\n:25:2\n:61 is the tag of a row, :60F: that of a balance\n",
    ],
)
def test_what_cannot_be_read_as_a_statement_is_printed_as_the_text_that_it_is(
    session: Session, small: Small, data: bytes
):
    file = added(session, small, data, name="a.xml")

    found = printed_of(prepared(session, small, file))

    assert found.form is PrintedForm.TEXT
    assert found.lines


def test_a_balance_of_thousands_of_digits_is_cut_and_stops_no_bundle(session: Session, small: Small):
    data = camt(statement(entry("5.00", "CRDT"))).replace(b"1210.00", b"9" * 5000)
    file = added(session, small, data, name="a.xml")

    found = printed_of(prepared(session, small, file))

    (printed,) = found.statements
    assert (len(printed.opening), found.shortened) == (1201, 1)


def test_a_format_that_a_statement_names_and_does_not_have_is_not_told(session: Session, small: Small):
    other = b'<Document xmlns:a="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02" '
    data = camt(statement(entry("5.00", "CRDT"))).replace(b"<Document ", other)
    file = added(session, small, data, name="a.xml")

    found = read_content(session.vault.content, file, room=0)

    assert (found.form, found.part) == (PrintedForm.STATEMENT, "CAMT_053")


@pytest.mark.requirement("SR-36")
def test_a_sealed_identity_in_an_entry_refuses_the_bundle(session: Session, small: Small):
    file = added(session, small, camt(statement(entry("5.00", "CRDT", name=IDENTITY.name))), name="a.xml")

    with pytest.raises(IdentityInBundleError):
        prepared(session, small, file)


def test_a_table_that_goes_on_says_on_each_page_what_it_is(session: Session, small: Small):
    long = "of some words " * 12
    rows = "".join(
        f"2026-01-{number % 28 + 1:02};Transfer {number} {long};{number},00\n" for number in range(80)
    )
    titled = added(session, small, f"Date;Type;Amount\n{rows}".encode(), name="bank.csv")
    chat = "".join(
        f"0{number % 9 + 1}.01.26, 10:0{number % 9} - Ion: word {number} {long}\n" for number in range(80)
    )
    talk = added(session, small, chat.encode(), name="talk.txt")

    table, conversation = (pages_of(prepared(session, small, each).pdf) for each in (titled, talk))

    title = re.compile(r"Contenu de E-\d, d.après le fichier (?:bank\.csv|talk\.txt) \(suite\)")
    for pages in (table, conversation):
        further = [number for number, text in enumerate(pages) if title.search(text)]
        assert further
        assert all(re.search(r"Contenu de E-\d", pages[number - 1]) for number in further)
    headed = re.compile(r"Ligne\s+A\s+B\s+C\s+Date\s+Type\s+Amount")
    assert all(headed.search(text) for text in table if title.search(text))


def test_a_first_row_with_figures_is_no_title_on_further_pages(session: Session, small: Small):
    rows = "".join(f"Transfer;{number},00\n" for number in range(80))
    file = added(session, small, f"begun 2026;x\n{rows}".encode(), name="bank.csv")

    pages = pages_of(prepared(session, small, file).pdf)

    assert sum("begun 2026" in each for each in pages) == 1


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, with single blanks."""
    ran = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return [" ".join(each.split()) for each in ran.stdout.decode().split("\f")]
