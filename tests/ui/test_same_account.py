"""How files name the accounts of a case, as the column *Also named* and the histories tell it."""

from dataclasses import replace
from datetime import UTC, datetime

from tests.support import money
from thb_desktop.domain.finance import BankStatement
from thb_desktop.domain.ids import AccountId, AgentId, CaseId, StatementId
from ui.labels.same_account import SaidOfAccounts

PLAIN = {0x2066: None, 0x2068: None, 0x2069: None}


def statement(number: str, account: str, named: str, struck: str = "") -> BankStatement:
    return replace(
        money.statement(CaseId("case"), AccountId(account)),
        id=StatementId(number),
        number=number,
        account_named=named,
        same_by=AgentId("ana"),
        same_at=datetime(2026, 2, 3, 9, 5, tzinfo=UTC),
        same_because="Letter of the bank",
        struck=struck,
    )


def test_the_statements_are_gone_through_once_for_all_accounts():
    said = SaidOfAccounts()

    said.take(
        iter(
            (
                statement("ST-1", "a", "1002/77"),
                statement("ST-2", "b", "3"),
                statement("ST-3", "a", "77"),
                statement("ST-4", "a", "1002/77"),
                statement("ST-5", "a", "78", struck="Of another"),
            )
        ),
        [],
    )

    names = [said.names(each).translate(PLAIN) for each in ("a", "b", "c")]
    assert names == ["1002/77, 77", "3", ""]
    told = [said.of(each, {"a": "A-01"}, {"ana": "Ana"}).count("\n") + 1 for each in ("a", "ST-1")]
    assert told == [4, 1]
    assert said.of("c", {}, {}) == ""


def test_an_account_that_was_corrected_after_its_statement_named_it_is_told_of_both():
    account = money.account(CaseId("case"), id=AccountId("a"), identifier="BE71 0961 2345 6769")
    plain = money.statement(CaseId("case"), AccountId("a"), id=StatementId("ST-1"))
    then = replace(plain, account_named="BE68539007547034", account_then="BE68 5390 0754 7034")
    said = SaidOfAccounts()

    told = []
    for statements in ([then], [plain], [replace(then, struck="Of another")]):
        said.take(statements, [account])
        told.append([said.of(each, {}, {}).translate(PLAIN) for each in ("a", "ST-1")])

    assert said.names("a") == ""
    assert told[0][0] == told[0][1]
    assert told[0][0].startswith("ST-1: the file names the account BE68539007547034.")
    assert told[1:] == [["", ""], ["", ""]]


def test_what_another_case_said_of_accounts_is_forgotten():
    said = SaidOfAccounts()
    said.take([statement("ST-1", "a", "1002/77")], [])

    said.take([], [])

    assert said.names("a") == ""
    assert said.of("a", {}, {}) == ""
