"""Money on the pages: of a long statement the first rows, and nothing that is left out without a word."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.support import money
from tests.support.bundles import case_content
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.finance import Transaction
from thb_desktop.domain.finance_codes import BookingStatus, DayKind, PayFigureKind
from thb_desktop.domain.ids import AccountId, CaseId, PersonId, RowId, StatementId
from thb_desktop.domain.money_sums import MONTH, YEAR, sums_by_period
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import AccountKind
from thb_desktop.ledger.canonical import Value, encode
from thb_desktop.ledger.streamed import in_pieces
from thb_desktop.report.attachments import case_data
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.parts.finance import draw_finance
from thb_desktop.report.parts.money_rows import MOST_ROWS, printed_rows
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import PORTRAIT
from thb_desktop.report.words import words_in
from thb_desktop.verify.bundle.case_data import CaseData


def rows_of(count: int) -> list[Transaction]:
    """So many rows of one statement, and one without a statement before them."""
    plain = money.transaction(CaseId("c"))
    return [
        replace(plain, id=RowId(f"t{number}"), statement_id=StatementId("s") if number else None)
        for number in range(count + 1)
    ]


def test_of_a_long_statement_the_first_rows_and_the_corrected_ones_are_printed_and_the_rest_is_counted():
    printed, cut = printed_rows(rows_of(100), {"t90"}, most=20)

    assert [each.id for each in printed] == [*(f"t{number}" for number in range(21)), "t90"]
    assert cut == {"s": (21, 100)}


def test_of_a_short_statement_every_row_is_printed():
    assert printed_rows(rows_of(30), ()) == (rows_of(30), {})


def test_of_very_many_statements_each_has_an_equal_share_and_rows_without_one_are_cut_too():
    plain = money.transaction(CaseId("c"))
    rows = [
        replace(
            plain, id=RowId(f"t{number}"), statement_id=StatementId(f"s{number % 9}") if number % 10 else None
        )
        for number in range(100)
    ]

    printed, cut = printed_rows(rows, {"t90"}, most=20, in_all=50)

    assert len(printed) == 51
    assert cut[None] == (6, 10), "five, and the corrected one"
    assert cut["s1"] == (5, 10)


def test_sums_of_a_long_case_are_by_month_and_what_has_no_month_stands_alone():
    rows = [
        money.transaction(CaseId("c"), to_account_id=AccountId("a"), at=PartialDate(at), currency=currency)
        for at, currency in (
            *(("2026-01-10", "EUR"), ("2026-02-01", "EUR"), ("2026-01-31T10:00:00+01:00", "EUR")),
            *(("2026", "EUR"), ("2026-01~", "EUR"), ("2026-01-02", "RON")),
        )
    ]

    by_month = [(period, each.currency, each.count_in) for period, each in sums_by_period(rows, MONTH)]

    assert by_month == [("", "EUR", 2), ("2026-01", "EUR", 2), ("2026-02", "EUR", 1), ("2026-01", "RON", 1)]
    assert [period for period, _ in sums_by_period(rows, YEAR)] == ["", "2026", "2026"]


def test_the_page_says_what_is_not_printed_and_the_attached_file_has_it(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    statement = money.statement(content.frame.case.id, money.account(content.frame.case.id).id)
    held = replace(
        content.finance,
        accounts=(),
        statements=(replace(statement, id=StatementId("s")),),
        transactions=tuple(rows_of(MOST_ROWS + 7)),
    )
    content = replace(content, finance=held)
    properties = Properties(title="", language="en", software="", made_at=content.release.made_at)
    flow = Flow(Document(properties=properties), geometry=PORTRAIT)
    told, headings, draws = list[str](), list[str](), flow.heading
    monkeypatch.setattr(flow, "bullets", lambda items, *_: told.extend(items))
    monkeypatch.setattr(flow, "heading", lambda text, level, **_: (headings.append(text), draws(text, level)))

    draw_finance(Setting(content, words_in("en"), flow))

    assert any(f"{MOST_ROWS} of {MOST_ROWS + 7} rows are printed" in each for each in told)
    assert "Sums by account and month" in headings
    attached = case_data(content)["transactions"]
    assert isinstance(attached, list)
    assert len(attached) == MOST_ROWS + 8


@pytest.mark.parametrize("left", [90, 120, 400])
def test_the_heading_of_money_stands_on_the_page_of_its_first_rows(left: float):
    """left: what is free of the page before."""
    content = case_content("perla")
    properties = Properties(title="", language="en", software="", made_at=content.release.made_at)
    document = Document(properties=properties)
    flow = Flow(document, geometry=PORTRAIT)
    before = flow.page.number
    flow.top -= flow.room - left

    draw_finance(Setting(content, words_in("en"), flow))

    pages = {each.title: each.page for each in document.places}
    assert pages["Accounts and wallets"] == pages["Accounts, transactions and objects"]
    assert (pages["Accounts and wallets"] == before) is (left == 400)


def test_the_check_reads_the_entries_of_a_large_case_one_by_one():
    """A value of more than 48 MiB is refused; 100,000 transactions together would be one."""
    content = case_content("perla")
    content = replace(content, finance=replace(content.finance, transactions=tuple(rows_of(4_000))))
    largest = [0]

    def afford(size: int) -> None:
        largest.append(size)

    read = CaseData.of(in_pieces(encode(case_data(content)))(), keep=lambda _: None, afford=afford)

    assert len(read.entries.rows) > 4_000
    assert max(largest) == 0


@pytest.mark.parametrize(
    "told",
    [
        {"accounts": [[{"id": "a"}]]},
        {"merges": {"id": "a"}},
        {"interpreters": {"id": "a"}},
        {"corrections": {"id": "a"}},
        {"case": [{"id": "a"}]},
    ],
    ids=lambda told: next(iter(told)),
)
def test_the_check_takes_no_row_from_a_form_that_a_bundle_does_not_have(told: dict[str, Value]):
    read = CaseData.of([encode(told)], keep=lambda _: None, afford=lambda _: None)

    assert "a" not in read.entries.rows
    assert not read.entries.corrections
    assert not read.linguists
    assert read.merges == CaseData().merges


def test_who_said_that_an_account_is_the_same_is_printed_with_when_and_why(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    account = content.finance.accounts[0]
    plain = money.statement(content.frame.case.id, account.id)
    said = replace(
        plain,
        id=StatementId("s"),
        number="ST-1",
        account_named="10020030/1234567",
        account_then="BE71 0961 2345 6769",
        same_by=content.frame.users[0][0],
        same_at=datetime(2026, 2, 3, 9, 5, tzinfo=UTC),
        same_because="Letter of the bank, E-07",
    )
    told = dict[str, list[str]]()
    for number, statements in enumerate(((plain,), (said,))):
        held = replace(content, finance=replace(content.finance, statements=statements))
        properties = Properties(title="", language="en", software="", made_at=content.release.made_at)
        flow = Flow(Document(properties=properties), geometry=PORTRAIT)
        own = told.setdefault(str(number), [])
        monkeypatch.setattr(flow, "bullets", lambda items, *_, own=own: own.extend(items))
        draw_finance(Setting(held, words_in("en"), flow))

    line, changed = (each for each in told["1"] if each not in told["0"])
    who = content.frame.users[0][1]
    assert line.startswith(f"ST-1: the file names the account 10020030/1234567. {who} said on 2026-02-03")
    assert line.endswith(
        f"that it is {account.number}, then entered as BE71 0961 2345 6769, because: Letter of the bank, E-07"
    )
    assert changed.startswith("ST-1: when somebody said that it is the account that the file names")
    assert account.identifier in changed


def test_an_account_that_was_corrected_after_its_statement_named_it_is_printed(
    monkeypatch: pytest.MonkeyPatch,
):
    content = case_content("perla")
    account = content.finance.accounts[0]
    taken = replace(
        money.statement(content.frame.case.id, account.id),
        id=StatementId("s"),
        account_named="BE71096123456769",
        account_then="BE71 0961 2345 6769",
    )
    held = replace(content, finance=replace(content.finance, statements=(taken,)))
    properties = Properties(title="", language="en", software="", made_at=content.release.made_at)
    flow = Flow(Document(properties=properties), geometry=PORTRAIT)
    told = list[str]()
    monkeypatch.setattr(flow, "bullets", lambda items, *_: told.extend(items))

    draw_finance(Setting(held, words_in("en"), flow))

    (line,) = (each for each in told if "which the file does not name" in each)
    assert line.startswith("ST-1: the file names the account BE71096123456769.")
    assert account.identifier in line


def test_what_the_statements_of_an_account_say_of_each_other_is_printed(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    january = money.statement(content.frame.case.id, content.finance.accounts[0].id, id=StatementId("s"))
    march = replace(
        january,
        id=StatementId("t"),
        number="ST-2",
        opening="80.00",
        period_from=date(2026, 3, 1),
        period_to=date(2026, 3, 31),
    )
    held = replace(content, finance=replace(content.finance, statements=(january, march)))
    properties = Properties(title="", language="en", software="", made_at=content.release.made_at)
    flow = Flow(Document(properties=properties), geometry=PORTRAIT)
    told = list[str]()
    monkeypatch.setattr(flow, "bullets", lambda items, *_: told.extend(items))

    draw_finance(Setting(held, words_in("en"), flow))

    assert any(
        "from 2026-02-01 to 2026-02-28. ST-1 ends with 110.50, ST-2 begins with 80" in each for each in told
    )


def test_of_a_card_the_pages_have_the_first_six_digits_and_the_last_four_and_the_data_have_them_all(
    monkeypatch: pytest.MonkeyPatch,
):
    content = case_content("perla")
    whole, former = "4111 1111 1111 1111", "4111-1111-1111-1112"
    card = replace(content.finance.accounts[0], kind=AccountKind.CARD, identifier=whole, network="")
    corrected = Correction(
        id=RowId("k"),
        case_id=content.frame.case.id,
        entity="account",
        subject_id=card.id,
        field="identifier",
        before=former,
        after=whole,
        reason="Misread",
        at=datetime(2026, 2, 3, 9, 5, tzinfo=UTC),
        by=content.frame.users[0][0],
    )
    statement = replace(
        money.statement(content.frame.case.id, card.id),
        id=StatementId("s"),
        account_named=former,
        account_then=former,
    )
    held = replace(
        content,
        frame=replace(content.frame, corrections=(corrected,)),
        finance=replace(content.finance, accounts=(card,), statements=(statement,)),
    )
    properties = Properties(title="", language="en", software="", made_at=content.release.made_at)
    flow = Flow(Document(properties=properties), geometry=PORTRAIT)
    printed = list[str]()
    monkeypatch.setattr(flow, "bullets", lambda items, *_: printed.extend(items))
    monkeypatch.setattr(
        Setting, "rows", lambda _, columns, **__: [printed.extend(texts) for _, texts in columns]
    )

    draw_finance(Setting(held, words_in("en"), flow))

    assert printed.count("411111******1111") == 2
    assert "411111******1112" in printed
    assert any("names the account 411111******1112" in each for each in printed)
    assert not any(number in each for each in printed for number in (whole, former))
    assert whole in str(case_data(held)["accounts"])


def test_below_the_sums_it_is_said_what_is_only_announced(monkeypatch: pytest.MonkeyPatch):
    content, account = case_content("schelde"), AccountId("a")
    rows = [
        money.transaction(
            content.frame.case.id, id=RowId(f"t{number}"), from_account_id=account, amount="7", status=status
        )
        for number, status in enumerate((BookingStatus.BOOKED, BookingStatus.PENDING, BookingStatus.REJECTED))
    ]
    said = []
    for transactions in (rows[:1], rows, rows[1:]):
        held = replace(content, finance=replace(content.finance, transactions=tuple(transactions)))
        properties = Properties(title="", language="en", software="", made_at=content.release.made_at)
        flow = Flow(Document(properties=properties), geometry=PORTRAIT)
        notes = list[str]()
        monkeypatch.setattr(flow, "note", lambda text, *_, notes=notes, **__: notes.append(text))
        draw_finance(Setting(held, words_in("en"), flow))
        said.append([each for each in notes if "only announced" in each])

    told = words_in("en").finance.sums_not_booked.format(count=2)
    assert said == [[], [told], [told]]


def test_below_the_sums_it_is_said_what_counts_without_a_stated_status_or_in_the_words_of_a_bank(
    monkeypatch: pytest.MonkeyPatch,
):
    content, account = case_content("schelde"), AccountId("a")
    base = money.transaction(
        content.frame.case.id, id=RowId("t"), from_account_id=account, amount="7", day_kind=DayKind.VALUE
    )
    rows = (
        replace(base, status=BookingStatus.OWN, status_written="WARTET"),
        replace(base, status=BookingStatus.OWN_IN_STATEMENT, status_written="DRIN"),
        replace(base, day_kind=DayKind.BOOKING),
    )
    held = replace(content, finance=replace(content.finance, transactions=rows))
    properties = Properties(title="", language="en", software="", made_at=content.release.made_at)
    flow = Flow(Document(properties=properties), geometry=PORTRAIT)
    said, tables = list[str](), list[str]()
    monkeypatch.setattr(flow, "note", lambda text, *_, **__: said.append(text))
    setting = Setting(held, words_in("en"), flow)
    plain = setting.rows
    monkeypatch.setattr(
        Setting,
        "rows",
        lambda _, columns, **more: (
            tables.extend(text for _, cells in columns for text in cells),
            plain(columns, **more),
        ),
    )
    draw_finance(setting)

    words = words_in("en").finance
    for text, count, named in (
        (words.sums_own_not_counted, 1, "\u201cWARTET\u201d"),
        (words.sums_own_counted, 1, "\u201cDRIN\u201d"),
        (words.sums_unstated, 1, ""),
        (words.value_dates, 2, ""),
    ):
        assert text.format(count=count, words=named) in said
    for each in (DayKind.VALUE, DayKind.BOOKING, BookingStatus.OWN, BookingStatus.OWN_IN_STATEMENT):
        assert words_in("en").label(each) in tables
    assert {"WARTET", "DRIN"} <= set(tables)


def test_hours_that_stand_in_the_sums_of_two_currencies_are_said_not_to_be_added(
    monkeypatch: pytest.MonkeyPatch,
):
    content, worker = case_content("schelde"), PersonId("w")
    lei = [
        money.pay_figure(
            content.frame.case.id, worker, id=RowId(currency), kind=kind, amount="9", currency=currency
        )
        for kind, currency in (
            (PayFigureKind.HOURS_WORKED, ""),
            (PayFigureKind.RECEIVED, "RON"),
            (PayFigureKind.RECEIVED, "EUR"),
        )
    ]
    said = []
    for figures in (lei[:2], lei):
        held = replace(content, finance=replace(content.finance, pay=tuple(figures)))
        properties = Properties(title="", language="en", software="", made_at=content.release.made_at)
        flow = Flow(Document(properties=properties), geometry=PORTRAIT)
        notes = list[str]()
        monkeypatch.setattr(flow, "note", lambda text, *_, notes=notes, **__: notes.append(text))
        draw_finance(Setting(held, words_in("en"), flow))
        said.append(words_in("en").pay.hours_in_each in notes)

    assert said == [False, True]
