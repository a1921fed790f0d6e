"""The words of a bank: what they mean is said once, and each transaction is corrected as it is by itself."""

from dataclasses import replace
from threading import Event as Flag
from typing import Any

import pytest

from tests.support import money
from tests.support.offices import Small, case_file
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.finance import Account, Transaction
from thb_desktop.domain.finance_codes import BookingStatus
from thb_desktop.domain.ids import told_of
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import (
    CancelledError,
    NotAllowedError,
    NothingCorrectedError,
    ReasonMissingError,
    StruckOutError,
    ThbError,
    ValueRefusedError,
)
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import bank_words, corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.money import finance
from thb_desktop.vault.rebuild import rebuild
from thb_desktop.vault.tables import chain, flow_lists, registry
from thb_desktop.vault.tables.mapper import plain_rows

REASON, WORD = "Letter of the bank of 3 March", "GEBUCHT"
BOOKED = BookingStatus.BOOKED


@pytest.fixture
def account(session: Session, small: Small) -> Account:
    return finance.add_account(session, money.account(small.case.id))


def entered(session: Session, account: Account, count: int = 1, **changes: Any) -> list[Transaction]:
    fields = {"status": BookingStatus.OWN_IN_STATEMENT, "status_written": WORD, **changes}
    made = money.transaction(account.case_id, to_account_id=account.id, **fields)
    return [finance.add_transaction(session, made) for _ in range(count)]


def of(session: Session, row: Transaction) -> Transaction:
    found = registry.MONEY_TRANSACTION.find(session.read, row.id)
    assert found is not None
    return found


def test_every_standing_row_in_these_words_gets_the_status_by_a_correction_and_events_of_its_own(
    session: Session, account: Account
):
    rows = entered(session, account, 2)
    reported = entered(session, account, status=BookingStatus.OWN)
    unsaid = entered(session, account, status=None)
    others = [
        *entered(session, account, status=BookingStatus.PENDING),
        *entered(session, account, status_written="gebucht"),
        *entered(session, account, status=None, status_written=""),
    ]
    (struck,) = entered(session, account)
    corrections.strike_out(session, "money_transaction", struck.id, "Entered twice")
    before = len(list(chain.entries(session.read)))

    count = bank_words.correct_statuses(session, account.case_id, WORD, BOOKED, f" {REASON} ")

    chosen = [*rows, *reported, *unsaid]
    assert count == len(chosen)
    assert [of(session, each) for each in chosen] == [replace(each, status=BOOKED) for each in chosen]
    assert [of(session, each) for each in others] == others
    assert of(session, struck).status is BookingStatus.OWN_IN_STATEMENT
    told = [each.parsed() for each in chain.entries(session.read)][before:]
    assert [(each.action, each.subject) for each in told] == [
        pair
        for each in chosen
        for pair in (
            (VaultAction.FINANCE_CORRECTED, account.case_id),
            (VaultAction.ENTRY_TOLD, told_of(each.id)),
        )
    ]
    assert rebuild(session.read).differing == ()


def test_it_leaves_what_the_correction_of_one_row_leaves(session: Session, account: Account):
    (alone,) = entered(session, account, status_written="ALONE")
    (among,) = entered(session, account)

    corrections.correct(session, replace(alone, status=BOOKED), REASON)
    bank_words.correct_statuses(session, account.case_id, WORD, BOOKED, REASON)

    histories = [corrections.list_corrections(session, each.id) for each in (alone, among)]
    ((one,), (other,)) = histories
    assert (other.field, other.before, other.after) == ("status", "OWN_IN_STATEMENT", "BOOKED")
    assert other.reason == REASON
    assert replace(other, id=one.id, subject_id=one.subject_id, at=one.at) == one
    by_row = [each.parsed() for each in chain.entries(session.read)][-4:]
    assert [each.action for each in by_row[:2]] == [each.action for each in by_row[2:]]
    assert len({(each.agent, each.role, each.key) for each in by_row}) == 1


def test_the_rows_of_another_case_stay_as_they_are(session: Session, account: Account):
    other_case = cases.open_case(session, case_file(reference="Other/2"))
    other = finance.add_account(session, money.account(other_case.id))
    (beside,), (row,) = entered(session, other), entered(session, account)

    assert bank_words.correct_statuses(session, account.case_id, WORD, BOOKED, REASON) == 1

    assert of(session, beside) == beside
    assert of(session, row).status is BOOKED
    assert corrections.list_corrections(session, beside.id) == ()


def test_the_words_are_listed_with_how_many_have_them_whether_they_are_counted_or_not(
    session: Session, account: Account
):
    entered(session, account, 2, status_written="VORGEMERKT")
    entered(session, account, 2)
    entered(session, account, status=BookingStatus.OWN)
    entered(session, account, status=BOOKED, status_written="DONE")
    entered(session, account, status=BookingStatus.OWN, status_written="")

    found = bank_words.bank_words(session, account.case_id)

    assert list(found.items()) == [(WORD, 3), ("VORGEMERKT", 2), ("", 1)]
    bank_words.correct_statuses(session, account.case_id, "", BookingStatus.PENDING, REASON)
    bank_words.correct_statuses(session, account.case_id, WORD, BOOKED, REASON)
    assert bank_words.bank_words(session, account.case_id) == {"VORGEMERKT": 2}


@pytest.mark.parametrize(
    ("act", "refusal"),
    [
        (("UNKNOWN", BOOKED, REASON), NothingCorrectedError),
        (("", BOOKED, REASON), NothingCorrectedError),
        ((WORD, BOOKED, " "), ReasonMissingError),
        ((WORD, BookingStatus.OWN, REASON), ValueRefusedError),
        ((WORD, BookingStatus.OWN_IN_STATEMENT, REASON), ValueRefusedError),
    ],
)
def test_it_is_refused_without_a_row_a_reason_or_a_meaning(
    session: Session, account: Account, act: tuple[str, BookingStatus, str], refusal: type[ThbError]
):
    (row,) = entered(session, account)
    before = len(list(chain.entries(session.read)))

    with pytest.raises(refusal):
        bank_words.correct_statuses(session, account.case_id, *act)

    assert of(session, row) == row
    assert len(list(chain.entries(session.read))) == before


@pytest.mark.parametrize("role", [UserRole.EVIDENCE_CUSTODIAN, UserRole.AUDITOR])
def test_whoever_may_not_correct_a_transaction_may_not_correct_all(
    session: Session, account: Account, role: UserRole
):
    (row,) = entered(session, account)
    session.user = replace(session.user, role=role)

    for act in (
        lambda: corrections.correct(session, replace(row, status=BOOKED), REASON),
        lambda: bank_words.correct_statuses(session, account.case_id, WORD, BOOKED, REASON),
    ):
        with pytest.raises(NotAllowedError):
            act()

    assert of(session, row) == row


def test_all_or_none_is_corrected_if_it_is_stopped_or_one_row_is_refused(
    session: Session, account: Account, monkeypatch: pytest.MonkeyPatch
):
    rows = entered(session, account, 3)
    stop, seen = Flag(), list[tuple[int, int]]()

    def after_the_second(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 2:
            stop.set()

    with pytest.raises(CancelledError):
        bank_words.correct_statuses(
            session, account.case_id, WORD, BOOKED, REASON, progress=after_the_second, cancelled=stop
        )

    assert seen == [(1, 3), (2, 3)]
    assert [of(session, each) for each in rows] == rows
    assert corrections.list_corrections(session, rows[0].id) == ()

    def refuse_the_last(work: UnitOfWork, opened: Session, value: Transaction, because: str) -> Transaction:
        if value.id == rows[-1].id:
            raise StruckOutError("refused")
        return corrections.correct_in(work, opened, value, because)

    monkeypatch.setattr(bank_words, "correct_in", refuse_the_last)
    with pytest.raises(StruckOutError):
        bank_words.correct_statuses(session, account.case_id, WORD, BOOKED, REASON)

    assert [of(session, each) for each in rows] == rows
    assert rebuild(session.read).differing == ()


def test_a_thousand_rows_cost_per_row_what_a_hundred_cost(session: Session, account: Account):
    asked: list[str] = []
    costs = []
    for count in (100, 1000):
        entered(session, account, count)
        asked.clear()
        session.vault.connection.set_trace_callback(asked.append)
        bank_words.correct_statuses(session, account.case_id, WORD, BOOKED, REASON)
        session.vault.connection.set_trace_callback(None)
        costs.append(len(asked) / count)

    assert costs[1] <= costs[0]


def test_the_rows_in_these_words_are_found_without_reading_every_row(session: Session):
    explained = f"EXPLAIN QUERY PLAN {flow_lists.IN_OWN_WORDS}"

    plan = [str(each[-1]) for each in plain_rows(session.read, explained, {"case_id": "c", "written": "W"})]

    assert any("money_transaction_in_own_words" in each for each in plan), plan
