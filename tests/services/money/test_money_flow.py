"""The money flow: who paid whom, summed exactly by currency, with unknown ends that stay apart."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.support import money
from tests.support.offices import Small, by_hand
from thb_desktop.domain.finance import Account, Transaction
from thb_desktop.domain.finance_codes import NOT_BOOKED, BookingStatus, DayKind, HandOverKind
from thb_desktop.domain.ids import HandOverId
from thb_desktop.domain.money import Span
from thb_desktop.domain.money_counted import Counted, OwnStatus, counted_of
from thb_desktop.domain.money_flow import (
    HAND_OVER,
    TRANSACTION,
    TRANSFER,
    Flow,
    FlowFilter,
    Party,
    PartyKind,
    flows_of_transfers,
    parties_of,
    shares_of,
)
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.errors import LegOfTransferError, LegsSwappedError
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.money import finance
from thb_desktop.services.money.flow_sheet import flow_sheet
from thb_desktop.services.money.money_flow import entries_of_flow, money_flow_of
from thb_desktop.services.money.money_told import money_told
from thb_desktop.vault.tables import flow_lists
from thb_desktop.vault.tables.mapper import plain_rows


@pytest.fixture
def accounts(session: Session, small: Small) -> tuple[Account, Account]:
    first, second = (
        finance.add_account(session, money.account(small.case.id, number=number))
        for number in ("BK-1", "BK-2")
    )
    return first, second


def pay(session: Session, small: Small, payer: Account | None, receiver: Account | None, **more: Any) -> None:
    ends = {
        "from_account_id": payer.id if payer else None,
        "to_account_id": receiver.id if receiver else None,
    }
    finance.add_transaction(session, money.transaction(small.case.id, **ends, **more))


def flows(session: Session, small: Small, chosen: FlowFilter | None = None) -> tuple[Flow, ...]:
    return money_flow_of(session, small.case.id, chosen).flows


def span(least: str, most: str = "", *, is_about: bool = False) -> Span:
    return Span(Decimal(least), Decimal(most or least), is_about)


def test_payments_between_two_accounts_are_one_flow_with_an_exact_sum(
    session: Session, small: Small, accounts: tuple[Account, Account]
):
    first, second = accounts
    for amount in ("0.1", "0.2", "12.500000000000000001"):
        pay(session, small, first, second, amount=amount)

    (flow,) = flows(session, small)

    assert (flow.payer, flow.receiver) == tuple(Party(PartyKind.ACCOUNT, each.id) for each in accounts)
    assert (flow.count, flow.total) == (3, span("12.800000000000000001"))


def test_currencies_are_flows_of_their_own_and_none_is_converted(
    session: Session, small: Small, accounts: tuple[Account, Account]
):
    pay(session, small, *accounts, amount="100", currency="EUR")
    pay(session, small, *accounts, amount="5", currency="BTC")

    found = flows(session, small)

    assert {each.currency: each.total for each in found} == {"EUR": span("100"), "BTC": span("5")}
    assert set(shares_of(found).values()) == {1.0}


def test_a_range_and_an_estimate_stay_so_in_the_sum(
    session: Session, small: Small, accounts: tuple[Account, Account]
):
    pay(session, small, *accounts, amount="100", amount_to="150")
    pay(session, small, *accounts, amount="20", is_about=True)

    (flow,) = flows(session, small)

    assert flow.total == span("120", "170", is_about=True)


def test_unknown_ends_of_two_accounts_are_never_one(
    session: Session, small: Small, accounts: tuple[Account, Account]
):
    first, second = accounts
    pay(session, small, first, None)
    pay(session, small, first, None)
    pay(session, small, second, None)
    pay(session, small, None, first)
    pay(session, small, first, None, currency="USD")

    found = flows(session, small)

    unknown = {each for each in parties_of(found) if each.kind is PartyKind.UNKNOWN}
    assert sorted(each.count for each in found) == [1, 1, 1, 2]
    assert len(unknown) == 4


def test_a_name_as_written_is_told_from_an_unknown_end(
    session: Session, small: Small, accounts: tuple[Account, Account]
):
    pay(session, small, accounts[0], None, counterparty="Immo Rijn")
    pay(session, small, accounts[0], None)

    ends = {each.receiver.kind for each in flows(session, small)}

    assert ends == {PartyKind.NAMED, PartyKind.UNKNOWN}


def test_legs_that_a_transfer_joins_keep_their_own_unknown_ends(session: Session, small: Small):
    came = finance.add_hand_over(session, money.hand_over(small.case.id, payer_id=small.person.id))
    went = finance.add_hand_over(
        session,
        money.hand_over(
            small.case.id, number="H-2", kind=HandOverKind.HAWALA_PAID_OUT, payer="", receiver="S-09"
        ),
    )
    finance.add_transfer(session, money.transfer(small.case.id, came.id, paid_out_id=went.id))

    cash, other, joined = flows(session, small)

    assert [cash.kind, other.kind, joined.kind] == [HAND_OVER, HAND_OVER, TRANSFER]
    assert cash.payer == Party(PartyKind.PERSON, small.person.id)
    assert (joined.payer, joined.receiver) == (cash.receiver, other.payer)
    assert joined.payer != joined.receiver
    assert joined.total is None
    assert cash.total == span("300.00", "400.00")


def test_a_transfer_whose_leg_nobody_knows_ends_at_an_unknown_end(session: Session, small: Small):
    came = finance.add_hand_over(session, money.hand_over(small.case.id))
    finance.add_transfer(session, money.transfer(small.case.id, came.id))

    cash, joined = flows(session, small)

    assert joined.payer == cash.receiver
    assert joined.receiver.kind is PartyKind.UNKNOWN
    assert joined.receiver not in (cash.payer, cash.receiver)


def test_a_leg_of_the_other_direction_is_an_unknown_end_however_it_came_there(small: Small):
    """The services refuse it; a program of a colleague's own writes it."""
    into = money.hand_over(small.case.id, id=HandOverId("1" * 32), kind=HandOverKind.HAWALA_PAID_OUT)
    out = replace(into, id=HandOverId("2" * 32), kind=HandOverKind.HAWALA_PAID_IN)
    right = money.hand_over(small.case.id, id=HandOverId("3" * 32))
    legs = {each.id: each for each in (into, out, right)}

    (joined,) = flows_of_transfers([money.transfer(small.case.id, right.id, paid_out_id=out.id)], legs)
    both = flows_of_transfers([money.transfer(small.case.id, into.id, paid_out_id=out.id)], legs)

    assert joined.receiver.kind is PartyKind.UNKNOWN
    assert both == []


def test_a_period_leaves_out_what_has_no_exact_day_and_says_so(
    session: Session, small: Small, accounts: tuple[Account, Account]
):
    for at in ("2026-01-10", "2026-01-31T23:30:00+01:00", "2026-02-01", "2026-01", "2026-01-10~", "XXXX"):
        pay(session, small, *accounts, at=PartialDate(at))

    found = money_flow_of(
        session, small.case.id, FlowFilter(since=date(2026, 1, 10), until=date(2026, 1, 31))
    )

    assert [each.count for each in found.flows] == [2]
    assert found.undated == 3


def test_a_person_is_followed_through_what_somebody_attributed_to_them(
    session: Session, small: Small, accounts: tuple[Account, Account]
):
    first, second = accounts
    pay(session, small, first, None, counterparty="A")
    pay(session, small, second, None, counterparty="B")
    finance.add_attribution(session, money.attribution(small.case.id, first.id, person_id=small.person.id))
    finance.add_hand_over(session, money.hand_over(small.case.id, receiver_id=small.person.id))
    finance.add_hand_over(session, money.hand_over(small.case.id, number="H-2"))

    found = flows(session, small, FlowFilter(person_id=small.person.id))

    assert [each.kind for each in found] == [TRANSACTION, HAND_OVER]
    assert found[0].payer.key == first.id
    assert flows(session, small, FlowFilter(account_id=second.id))[0].receiver.key == "B"


def test_what_was_struck_out_is_no_flow(session: Session, small: Small, accounts: tuple[Account, Account]):
    pay(session, small, *accounts)
    (entry,) = finance.list_transactions(session, small.case.id)
    corrections.strike_out(session, "money_transaction", entry.id, "entered twice")

    assert flows(session, small) == ()


@pytest.mark.parametrize("status", sorted(NOT_BOOKED - {BookingStatus.OWN}))
def test_what_is_only_announced_or_was_rejected_is_no_flow_and_is_counted(
    session: Session, small: Small, accounts: tuple[Account, Account], status: BookingStatus
):
    pay(session, small, *accounts, amount="1", status=BookingStatus.BOOKED)
    pay(session, small, *accounts, amount="10", status=status)
    pay(session, small, *accounts, amount="100", status=BookingStatus.FUTURE)
    pay(session, small, *accounts, amount="1000", status=status, at=PartialDate("2026"))
    pay(session, small, *accounts, amount="10000", status=None)

    found = money_flow_of(session, small.case.id)
    within = money_flow_of(session, small.case.id, FlowFilter(since=date(2020, 1, 1)))

    (flow,) = found.flows
    assert (flow.count, flow.total, found.counted.not_booked) == (3, span("10101"), 2)
    rows = entries_of_flow(session, small.case.id, flow).rows
    assert sorted(each.amount for each in rows if isinstance(each, Transaction)) == ["1", "100", "10000"]
    assert (within.undated, within.counted.not_booked) == (0, 2)
    told = money_told(session, small.case.id)
    assert {(each.paid, each.count_out) for each in told.sums if each.count_out} == {(span("10101"), 3)}
    assert told.counted.not_booked == 2


def test_a_status_in_the_words_of_a_bank_is_told_with_these_and_with_whether_it_is_counted(
    session: Session, small: Small, accounts: tuple[Account, Account]
):
    own, listed = BookingStatus.OWN, BookingStatus.OWN_IN_STATEMENT
    pay(session, small, *accounts, amount="1", status=own, status_written="VORGEMERKT")
    pay(session, small, *accounts, amount="10", status=listed, status_written="GEBUCHT")
    pay(session, small, *accounts, amount="100", status=BookingStatus.BOOKED, status_written="DONE")
    pay(session, small, *accounts, amount="1000", status_written="ZZZ")
    pay(session, small, *accounts, amount="10000", day_kind=DayKind.VALUE)
    pay(session, small, *accounts, amount="100000", status=own, day_kind=DayKind.BOOKING)

    found = money_flow_of(session, small.case.id)

    (flow,) = found.flows
    assert (flow.count, flow.total) == (4, span("11110"))
    expected = Counted(
        own=(
            *(OwnStatus("", False, 1), OwnStatus("GEBUCHT", True, 1)),
            *(OwnStatus("VORGEMERKT", False, 1), OwnStatus("ZZZ", True, 1)),
        ),
        unstated=1,
        value_dates=1,
    )
    assert found.counted == money_told(session, small.case.id).counted == expected
    assert counted_of(finance.list_transactions(session, small.case.id)) == expected
    assert expected.own_told(is_counted=True) == (2, "\u201cGEBUCHT\u201d, \u201cZZZ\u201d")
    told = flow_sheet(session, small.case.id).parts[0].text
    assert "\u201cVORGEMERKT\u201d)\xa0: 2." in told


@pytest.mark.parametrize("question", ["_NOT_BOOKED", "_OWN_WORDS", "_UNSTATED", "_VALUE_DATES"])
def test_what_is_told_of_what_is_counted_is_found_without_reading_every_row(session: Session, question: str):
    explained = f"EXPLAIN QUERY PLAN {getattr(flow_lists, question)}"

    plan = [str(each[-1]) for each in plain_rows(session.read, explained, {"case_id": "c"})]

    assert any("USING" in each and "INDEX money_transaction_" in each for each in plan), plan
    assert not any("by_ends" in each or "in_order" in each for each in plan), plan


def test_of_too_many_flows_those_of_most_payments_are_read_and_the_rest_is_counted(
    session: Session, small: Small, accounts: tuple[Account, Account]
):
    for name, count in (("A", 1), ("B", 3), ("C", 2)):
        for _ in range(count):
            pay(session, small, accounts[0], None, counterparty=name)

    found = money_flow_of(session, small.case.id, most=2)

    assert [each.receiver.key for each in found.flows] == ["B", "C"]
    assert (found.more, found.more_payments) == (1, 1)


def test_the_amounts_of_a_flow_are_found_by_its_name_and_not_among_those_of_all_names(
    session: Session, small: Small, accounts: tuple[Account, Account]
):
    for name in ("A", "B", ""):
        pay(session, small, accounts[0], None, counterparty=name, amount=f"{len(name) + 1}.00")
    asked: list[str] = []
    session.read.set_trace_callback(asked.append)
    found = flows(session, small)
    session.read.set_trace_callback(None)

    sums = [each for each in asked if "GROUP BY amount" in each]
    plans = [str([row[3] for row in session.read.execute("EXPLAIN QUERY PLAN " + each)]) for each in sums]
    totals = {(each.receiver.key, each.total.written) for each in found if each.total is not None}
    assert len(plans) == 3
    assert all("COVERING INDEX" in plan and "counterparty=?" in plan for plan in plans)
    assert {("A", "2.00"), ("B", "2.00")} < totals


def test_a_single_payment_is_named_by_its_flow(
    session: Session, small: Small, accounts: tuple[Account, Account]
):
    for name in ("A", "B", "A"):
        pay(session, small, accounts[0], None, counterparty=name)
    own = {each.counterparty: each.id for each in finance.list_transactions(session, small.case.id)}

    assert [(each.receiver.key, each.about) for each in flows(session, small)] == [("A", ""), ("B", own["B"])]


def test_a_flow_leads_to_its_entries_page_by_page(
    session: Session, small: Small, accounts: tuple[Account, Account]
):
    for day in range(1, 6):
        pay(session, small, accounts[0], None, counterparty="A", at=PartialDate(f"2026-01-{day:02}"))
    pay(session, small, accounts[0], None)
    flow = flows(session, small)[0]

    first = entries_of_flow(session, small.case.id, flow, count=3)
    rest = entries_of_flow(session, small.case.id, flow, after=first.after, count=3)

    days = [each.at.edtf for page in (first, rest) for each in page.rows if hasattr(each, "at")]
    assert days == [f"2026-01-{day:02}" for day in range(1, 6)]
    assert (first.total, rest.after) == (5, None)


def test_hand_overs_and_transfers_lead_to_their_entries(session: Session, small: Small):
    came = finance.add_hand_over(session, money.hand_over(small.case.id))
    joined = finance.add_transfer(session, money.transfer(small.case.id, came.id))
    cash, other = flows(session, small)

    assert entries_of_flow(session, small.case.id, cash).rows == (came,)
    assert entries_of_flow(session, small.case.id, other).rows == (joined,)
    assert entries_of_flow(session, small.case.id, replace(other, about="none")).rows == ()


def test_an_act_of_another_case_is_not_shown_by_its_id(session: Session, small: Small):
    came = finance.add_hand_over(session, money.hand_over(small.case.id))
    finance.add_transfer(session, money.transfer(small.case.id, came.id))
    transfer = flows(session, small)[1]
    from thb_desktop.services.case_file import cases

    other = cases.open_case(session, replace(small.case, id="", reference="OTHER"))  # type: ignore[arg-type]

    assert entries_of_flow(session, other.id, transfer).rows == ()


def test_a_leg_that_was_left_out_by_the_choice_is_told_with_the_transfer(session: Session, small: Small):
    came = finance.add_hand_over(session, money.hand_over(small.case.id, currency="EUR"))
    went = finance.add_hand_over(
        session,
        money.hand_over(
            small.case.id,
            number="H-2",
            kind=HandOverKind.HAWALA_PAID_OUT,
            currency="RON",
            payer="",
            payer_id=small.person.id,
        ),
    )
    finance.add_hand_over(session, money.hand_over(small.case.id, number="H-3", currency="USD"))
    finance.add_transfer(session, money.transfer(small.case.id, came.id, paid_out_id=went.id))

    cash, joined = flows(session, small, FlowFilter(currency="EUR"))
    other = flows(session, small, FlowFilter(currency="USD"))

    assert (cash.kind, cash.currency, joined.kind) == (HAND_OVER, "EUR", TRANSFER)
    assert joined.receiver == Party(PartyKind.PERSON, small.person.id)
    assert [each.kind for each in other] == [HAND_OVER]


def test_no_hand_over_of_many_is_left_out(session: Session, small: Small):
    with by_hand(session) as connection:
        connection.execute(
            """INSERT INTO hand_over (id, case_id, number, kind, at, amount, currency, source)
            SELECT 'hand-over ' || value, :case_id, 'H-' || value, 'CASH', '2026-01-01', '5.00', 'EUR', 'S'
            FROM json_each(:numbers)""",
            {"case_id": small.case.id, "numbers": json.dumps([*range(520)])},
        )

    assert len(flows(session, small)) == 520


@pytest.mark.parametrize(
    "case",
    [
        (HandOverKind.HAWALA_PAID_OUT, HandOverKind.CASH, "H-1"),
        (HandOverKind.CASH, HandOverKind.REMITTANCE_PAID_IN, "H-2"),
        (HandOverKind.HAWALA_PAID_OUT, HandOverKind.HAWALA_PAID_IN, "H-1"),
    ],
)
def test_a_leg_that_was_entered_as_the_other_one_is_refused(
    session: Session, small: Small, case: tuple[HandOverKind, HandOverKind, str]
):
    paid_in, paid_out, number = case
    came, went = (
        finance.add_hand_over(session, money.hand_over(small.case.id, number=own, kind=kind))
        for own, kind in (("H-1", paid_in), ("H-2", paid_out))
    )
    wrong = money.transfer(small.case.id, came.id, paid_out_id=went.id)

    with pytest.raises(LegsSwappedError) as refused:
        finance.add_transfer(session, wrong)

    assert refused.value.named == {"number": number}
    finance.add_transfer(session, replace(wrong, paid_in_id=went.id, paid_out_id=came.id))


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("paid_in_id", HandOverKind.HAWALA_PAID_OUT),
        ("paid_out_id", HandOverKind.REMITTANCE_PAID_IN),
    ],
)
def test_a_corrected_kind_does_not_swap_the_legs_of_a_transfer(
    session: Session, small: Small, field: str, kind: HandOverKind
):
    leg = finance.add_hand_over(session, money.hand_over(small.case.id, kind=HandOverKind.CASH))
    joined = finance.add_transfer(session, replace(money.transfer(small.case.id, None), **{field: leg.id}))
    wrong = replace(leg, kind=kind)

    with pytest.raises(LegOfTransferError) as refused:
        corrections.correct(session, wrong, "Misread")

    assert (refused.value.named, refused.value.field) == ({"number": "VT-1"}, "hand_over.kind")
    corrections.correct(session, replace(leg, kind=HandOverKind.COURIER), "Misread")
    corrections.strike_out(session, "value_transfer", joined.id, "The legs were exchanged")
    assert corrections.correct(session, wrong, "Misread").kind is kind
