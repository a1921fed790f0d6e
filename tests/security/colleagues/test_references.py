"""A colleague's own program names entries of another case, or a person where only a pseudonym may stand."""

import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from tests.support import money
from tests.support.colleagues import attacked, told
from tests.support.own_program import OwnProgram
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.finance import BankStatement, HandOver
from thb_desktop.domain.finance_codes import HandOverKind, StatementFormat
from thb_desktop.domain.interview import Presence
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.services.core.case_references import OF_TABLES, REFERENCES, WITHIN
from thb_desktop.services.core.standing_entries import STANDING
from thb_desktop.vault import migrations
from thb_desktop.vault.database import open_scratch
from thb_desktop.vault.tables import registry

CLERK = v.UserRole.CLERK
_RECORD = "interview_id"
_RULE = re.compile(
    r"CREATE TRIGGER \w+_(?:\w*stands|begins_in_a_standing_case|is_of_a_standing_claim"
    r"|begins_of_a_standing_segment) BEFORE (?:INSERT|UPDATE) ON (\w+)\n(.*?)END;",
    re.DOTALL,
)
_NAMED = re.compile(r"WHERE id (?:= NEW\.(\w+)|IN \(([^)]*)\)) AND struck <> ''")
_WITHIN_ONE = {"confirms", "corrects"}
"""Fields that name a custody event of the same exhibit."""


def new_id(own: OwnProgram) -> Any:
    return own.session.new_id(own.session.clock.read().at)


def all_of(own: OwnProgram, table: Any) -> list[Any]:
    return list(table.all(own.session.read))


def case_besides(own: OwnProgram, entry: Any) -> Any:
    return next(each for each in all_of(own, registry.CASE_FILE) if each.id != entry.case_id)


def statement_of_an_account_of_another_case(own: OwnProgram) -> None:
    account = all_of(own, registry.ACCOUNT)[0]
    case = case_besides(own, account)
    row = BankStatement(
        id=new_id(own),
        case_id=case.id,
        number="S-99",
        account_id=account.id,
        format=StatementFormat.PAPER,
        currency="EUR",
    )
    own.say(Does.FINANCE_ADDED, case.id, row)


def statement_of_a_file_of_another_case(own: OwnProgram) -> None:
    file = all_of(own, registry.EXHIBIT_FILE)[0]
    exhibit = next(each for each in all_of(own, registry.EXHIBIT) if each.id == file.exhibit_id)
    case = case_besides(own, exhibit)
    account = replace(money.account(case.id), id=new_id(own))
    own.say(Does.FINANCE_ADDED, case.id, account)
    row = BankStatement(
        id=new_id(own),
        case_id=case.id,
        number="S-99",
        account_id=account.id,
        format=StatementFormat.PAPER,
        currency="EUR",
        file_id=file.id,
        sha256=file.sha256,
    )
    own.say(Does.FINANCE_ADDED, case.id, row)


def money_from_a_person_of_another_case(own: OwnProgram) -> None:
    person = all_of(own, registry.PERSON)[0]
    case = case_besides(own, person)
    row = HandOver(
        id=new_id(own),
        case_id=case.id,
        number="H-99",
        kind=HandOverKind.CASH,
        at=PartialDate("2026-03-01"),
        amount="100",
        currency="EUR",
        source="Statement",
        payer_id=person.id,
    )
    own.say(Does.FINANCE_ADDED, case.id, row)


def custody_by_an_official_of_another_case(own: OwnProgram) -> None:
    event = next(
        each for each in all_of(own, registry.CUSTODY_EVENT) if each.action is v.CustodyAction.STORED
    )
    exhibit = next(each for each in all_of(own, registry.EXHIBIT) if each.id == event.exhibit_id)
    official = next(each for each in all_of(own, registry.OFFICIAL) if each.case_id != exhibit.case_id)
    made = new_id(own)
    at = own.next_time()
    row = replace(
        event, id=made, number=99, actor_id=official.id, occurred_at=at, recorded_at=at, late_entry_reason=""
    )
    own.say(v.CustodyAction.STORED, exhibit.id, row)


def turn_of_another_record(own: OwnProgram) -> None:
    draft = next(each for each in all_of(own, registry.INTERVIEW) if not each.is_signed)
    turn = next(each for each in all_of(own, registry.SEGMENT) if each.interview_id == draft.id)
    other = next(each for each in all_of(own, registry.PRESENCE) if each.interview_id not in (None, draft.id))
    own.say(Does.SEGMENT_SET, draft.id, replace(turn, speaker_id=other.id))


def custody_by_an_official_who_was_struck_out(own: OwnProgram) -> None:
    event = next(
        each for each in all_of(own, registry.CUSTODY_EVENT) if each.action is v.CustodyAction.STORED
    )
    exhibit = next(each for each in all_of(own, registry.EXHIBIT) if each.id == event.exhibit_id)
    official = next(each for each in all_of(own, registry.OFFICIAL) if each.case_id == exhibit.case_id)
    own.say(Does.ENTRY_STRUCK_OUT, official.id, replace(official, struck="Entered twice"))
    made = new_id(own)
    at = own.next_time()
    row = replace(
        event, id=made, number=99, actor_id=official.id, occurred_at=at, recorded_at=at, late_entry_reason=""
    )
    own.say(v.CustodyAction.STORED, exhibit.id, row)


def name_in_a_struck_row(own: OwnProgram) -> None:
    draft = next(each for each in all_of(own, registry.INTERVIEW) if not each.is_signed)
    row = Presence(
        id=new_id(own),
        interview_id=draft.id,
        role=v.PresenceRole.OTHER,
        name="Ana",
        person_id=draft.person_id,
    )
    own.say(Does.FORMALITY_ADDED, draft.id, row)
    struck = replace(row, struck="Typing error")
    own.say(Does.FORMALITY_STRUCK, draft.id, struck)
    own.say(Does.FORMALITY_CHANGED, draft.id, replace(struck, name="Ana Popescu"))


TRIED: dict[Callable[[OwnProgram], None], str] = {
    statement_of_an_account_of_another_case: "act-exceeded.case",
    statement_of_a_file_of_another_case: "act-exceeded.case",
    money_from_a_person_of_another_case: "act-exceeded.case",
    custody_by_an_official_of_another_case: "act-exceeded.case",
    turn_of_another_record: "act-exceeded.case",
    custody_by_an_official_who_was_struck_out: "act-exceeded.standing",
    name_in_a_struck_row: "act-exceeded.struck",
}
"""What the clerk writes, and what the unlock names: before, only the health check said something of it."""


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("write", TRIED, ids=lambda each: each.__name__)
def test_what_a_colleague_writes_past_the_rules_of_the_database_is_named_at_the_unlock(
    office_copy: Path, write: Callable[[OwnProgram], None]
):
    attacked(office_copy, CLERK, write)

    unlocked, checked = told(office_copy)

    assert TRIED[write] in unlocked
    assert checked


def test_the_pseudonym_of_a_person_may_be_written_where_their_name_stood(office_copy: Path):
    def write(own: OwnProgram) -> None:
        draft = next(each for each in all_of(own, registry.INTERVIEW) if not each.is_signed)
        person = next(each for each in all_of(own, registry.PERSON) if each.id == draft.person_id)
        row = Presence(
            id=new_id(own),
            interview_id=draft.id,
            role=v.PresenceRole.OTHER,
            name="Ana",
            person_id=person.id,
        )
        own.say(Does.FORMALITY_ADDED, draft.id, row)
        own.say(Does.FORMALITY_STRUCK, draft.id, replace(row, struck="Typing error"))
        own.say(Does.FORMALITY_CHANGED, draft.id, replace(row, struck="Typing error", name=person.code))

    attacked(office_copy, CLERK, write)

    assert told(office_copy) == (set(), set())


@pytest.mark.requirement("SR-19")
def test_every_field_by_which_an_entry_of_a_case_names_another_is_compared():
    tables = {table.name: table for table in registry.TABLES}
    in_cases = {name for name, table in tables.items() if "case_id" in table.columns}
    with closing(open_scratch()) as connection:
        of_cases = (
            in_cases | WITHIN.keys() | {name for name, each in tables.items() if _RECORD in each.columns}
        )
        named = {
            (name, str(row["from"])): str(row["table"])
            for name in of_cases - {"statement_elsewhere"}
            for row in connection.execute("SELECT * FROM pragma_foreign_key_list(?)", (name,))
            if row["table"] in of_cases and row["from"] not in _WITHIN_ONE
        }

    compared = {each: OF_TABLES.get(each, REFERENCES.get(each[1])) for each in named}
    assert len(named) > 120
    assert {WITHIN[name] in table.columns for name, table in tables.items() if name in WITHIN} == {True}
    assert {each: table for each, table in named.items() if compared[each] != table} == {}


@pytest.mark.requirement("SR-19")
def test_every_field_that_the_database_lets_name_only_what_stands_is_compared():
    found: dict[str, set[str]] = {}
    for table, rule in _RULE.findall(resources.files(migrations).joinpath("whole.sql").read_text("utf-8")):
        for one, several in _NAMED.findall(rule):
            found.setdefault(table, set()).update(
                re.findall(r"\w+", one) or re.findall(r"NEW\.(\w+)", several)
            )

    assert found == STANDING
