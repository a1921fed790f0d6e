"""`thb money`: statements, sums and pay, and who paid whom, through the command."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from tests.support import money, vaults
from tests.support.command_line import PASSPHRASE, CommandLine
from tests.support.offices import new_office, small_case
from thb_desktop.domain.finance_codes import BookingStatus, DayKind
from thb_desktop.services.core.session import Session
from thb_desktop.services.money import finance

CASE = "DEMO-B-SCHELDE"


def test_sums_are_by_account_and_currency_and_every_cell_of_pay_names_its_figures(
    thb: CommandLine, demo_vault: Path
):
    done = thb("money", demo_vault, CASE, "--json", passphrase=PASSPHRASE)

    assert done.code == 0
    assert done.json["sums"]
    assert all(Decimal(each["paid"]["from"]) <= Decimal(each["paid"]["to"]) for each in done.json["sums"])
    assert done.json["pay"]
    for row in done.json["pay"]:
        for cell in row["cells"].values():
            assert cell["value"] is None or cell["figures"]
            assert all(each["source"] for each in cell["figures"])
    received = [row["cells"]["received"] for row in done.json["pay"] if row["cells"]["received"]["value"]]
    assert received
    for cell in received:
        assert Decimal(cell["value"]["from"]) == sum(Decimal(each["amount"]) for each in cell["figures"])


def test_people_read_sentences(thb: CommandLine, demo_vault: Path):
    done = thb("money", demo_vault, CASE, passphrase=PASSPHRASE)

    assert done.code == 0
    assert "received" in done.out
    assert "no evidence of its own" in done.out


def test_the_flow_is_told_narrowed_and_printed(thb: CommandLine, demo_vault: Path, tmp_path: Path):
    target = tmp_path / "flow.pdf"
    whole = thb("money", demo_vault, CASE, "--flow", "--json", passphrase=PASSPHRASE)
    account = next(
        each["payer"]["name"] for each in whole.json["flows"] if each["payer"]["kind"] == "ACCOUNT"
    )

    one = thb(
        *("money", demo_vault, CASE, "--flow", "--account", account, "--to", target, "--json"),
        passphrase=PASSPHRASE,
    )
    again = thb("money", demo_vault, CASE, "--flow", "--to", target, "--json", passphrase=PASSPHRASE)
    none = thb("money", demo_vault, CASE, "--flow", "--currency", "XAU", "--json", passphrase=PASSPHRASE)
    said = thb("money", demo_vault, CASE, "--flow", "--currency", "XAU", passphrase=PASSPHRASE)
    small = thb("money", demo_vault, CASE, "--flow", "--currency", "eur", "--json", passphrase=PASSPHRASE)

    assert 0 < len(one.json["flows"]) <= len(whole.json["flows"])
    assert all(account in (each["payer"]["name"], each["receiver"]["name"]) for each in one.json["flows"])
    assert (one.json["pages"], target.read_bytes()[:4]) == (1, b"%PDF")
    assert again.refusal == "already-exists"
    assert (none.json["flows"], said.out.splitlines()[0]) == ([], "No flow is found.")
    assert {each["currency"] for each in small.json["flows"]} == {"EUR"}


def test_balances_that_were_not_compared_are_no_rows_that_were_not_read(thb: CommandLine, tmp_path: Path):
    references: list[str] = []

    def enter(session: Session) -> None:
        small = small_case(session)
        references.append(small.case.reference)
        account = finance.add_account(session, money.account(small.case.id))
        told = {
            "unread": (("7", ":61:x"), ("9", ":62F:C260102SEK27,")),
            "unread_because": (("DAY", ":61:"), ("OTHER_CURRENCY", ":62F:")),
            "account_named": "1002/77",
            "account_then": account.identifier,
            "same_by": session.user.id,
            "same_at": datetime(2026, 2, 3, 9, 5, tzinfo=UTC),
            "same_because": "Letter of the bank",
        }
        finance.add_statement(session, money.statement(small.case.id, account.id, **told))

    new_office(tmp_path / "money", enter)
    done = thb("money", tmp_path / "money", references[0], "--json", passphrase=vaults.PASSPHRASE)

    (statement,) = done.json["statements"]
    assert statement["unread"] == [{"row": "7", "text": ":61:x", "why": "DAY", "in": ":61:"}]
    assert [each["why"] for each in statement["not_compared"]] == ["OTHER_CURRENCY"]
    assert {key: statement["said_same"][key] for key in ("named", "then", "because")} == {
        "named": "1002/77",
        "then": "BE68 5390 0754 7034",
        "because": "Letter of the bank",
    }
    read = thb("money", tmp_path / "money", references[0], passphrase=vaults.PASSPHRASE)
    assert "The file names the account 1002/77. " in read.out


def test_a_case_without_money_says_so(thb: CommandLine, tmp_path: Path):
    references: list[str] = []
    new_office(tmp_path / "none", lambda session: references.append(small_case(session).case.reference))

    assert "No statement" in thb("money", tmp_path / "none", references[0], passphrase=vaults.PASSPHRASE).out


def test_what_is_only_announced_is_told_beside_the_sums_and_the_flows(thb: CommandLine, tmp_path: Path):
    references: list[str] = []

    def enter(session: Session) -> None:
        case = small_case(session).case
        account = finance.add_account(session, money.account(case.id))
        row = money.transaction(case.id, from_account_id=account.id, status=BookingStatus.PENDING)
        finance.add_transaction(session, row)
        references.append(case.reference)

    new_office(tmp_path / "office", enter)

    def said(*more: str) -> str:
        return thb("money", tmp_path / "office", references[0], *more, passphrase=vaults.PASSPHRASE).out

    for more in ((), ("--flow",)):
        assert "Not counted, because only announced or rejected: 1 transaction." in said(*more)
        assert json.loads(said(*more, "--json"))["not_booked"] == 1


def test_what_counts_without_a_code_of_its_status_is_told_with_the_words_of_the_bank(
    thb: CommandLine, tmp_path: Path
):
    references: list[str] = []

    def enter(session: Session) -> None:
        case = small_case(session).case
        account = finance.add_account(session, money.account(case.id))
        for changes in (
            {"status": BookingStatus.OWN, "status_written": "WARTET"},
            {"status": BookingStatus.OWN_IN_STATEMENT, "status_written": "DRIN"},
            {"day_kind": DayKind.VALUE},
        ):
            row = money.transaction(case.id, from_account_id=account.id, **changes)
            finance.add_transaction(session, row)
        references.append(case.reference)

    new_office(tmp_path / "office", enter)

    for more in ((), ("--flow",)):
        asked = ("money", tmp_path / "office", references[0], *more)
        told = thb(*asked, passphrase=vaults.PASSPHRASE).out
        answer = thb(*asked, "--json", passphrase=vaults.PASSPHRASE).json
        of_bank = "1 transaction whose status the bank states in its own words"
        assert f"Not counted: {of_bank} (\u201cWARTET\u201d)." in told
        assert f"\nCounted: {of_bank} (\u201cDRIN\u201d)." in told
        assert "Counted without a stated status: 1 transaction." in told
        assert "Of 1 transaction the value date alone is known; it stands for the day." in told
        assert answer["own_status"] == [
            {"words": "DRIN", "counted": True, "count": 1},
            {"words": "WARTET", "counted": False, "count": 1},
        ]
        assert (answer["not_booked"], answer["without_status"], answer["value_date_alone"]) == (0, 1, 1)


def test_what_makes_no_sense_is_refused(thb: CommandLine, demo_vault: Path):
    alone = thb("money", demo_vault, CASE, "--currency", "EUR", "--json", passphrase=PASSPHRASE)
    nobody = thb("money", demo_vault, CASE, "--flow", "--person", "Z-99", "--json", passphrase=PASSPHRASE)
    case = thb("money", demo_vault, "2026/99", "--json", passphrase=PASSPHRASE)

    other = thb("money", demo_vault, CASE, "--flow", "--currency", "XQX", "--json", passphrase=PASSPHRASE)
    since = ("--since", "2026-02-01", "--until", "2026-01-01")
    period = thb("money", demo_vault, CASE, "--flow", *since, "--json", passphrase=PASSPHRASE)

    assert (alone.code, alone.refusal) == (2, "usage")
    assert other.refusal == period.refusal == "usage"
    assert nobody.refusal == case.refusal == "not-found"
