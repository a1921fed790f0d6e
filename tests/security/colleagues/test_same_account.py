"""A colleague's own program: what somebody said of an account stays with it, and can be read."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.security.colleagues.test_acts_and_rows import CLERK, another, broken, one
from tests.security.colleagues.test_acts_and_rows import office as office  # noqa: PLC0414 - the fixture
from tests.support.offices import NEXT_DAY, copy_of, unlock
from tests.support.own_program import OwnProgram, own_program
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.finance import BankStatement
from thb_desktop.domain.finance_codes import StatementFormat
from thb_desktop.domain.ids import RowId, StatementId
from thb_desktop.services.keeping import health
from thb_desktop.vault.tables import registry

SAME = StatementId("5" * 32)


def taken_over(program: OwnProgram, because: str) -> BankStatement:
    """A statement of which the clerk says, in their own name, that its account is the same."""
    account = one(program, registry.ACCOUNT)
    statement = BankStatement(
        id=SAME,
        case_id=account.case_id,
        format=StatementFormat.CAMT_053,
        currency="EUR",
        number="S-99",
        account_id=account.id,
        account_named="1-2",
        account_then=account.identifier,
        same_by=program.session.user.id,
        same_at=program.next_time(),
        same_because=because,
    )
    program.say(VaultAction.STATEMENT_TAKEN_OVER, statement.case_id, statement)
    return statement


def moved(program: OwnProgram) -> None:
    move(program, taken_over(program, "The bank writes it so"))


def moved_though_a_file_names_the_account(program: OwnProgram) -> None:
    said = taken_over(program, "The bank writes it so")
    file = one(program, registry.EXHIBIT_FILE)
    statement = replace(
        said,
        id=StatementId("7" * 32),
        number="S-98",
        file_id=file.id,
        **dict.fromkeys(("account_named", "account_then", "same_because"), ""),
        same_by=None,
        same_at=None,
    )
    program.say(VaultAction.STATEMENT_TAKEN_OVER, statement.case_id, statement)
    move(program, statement)


def move(program: OwnProgram, statement: BankStatement) -> None:
    other = another(program, registry.ACCOUNT, one(program, registry.ACCOUNT))
    correction = Correction(
        id=RowId("6" * 32),
        case_id=statement.case_id,
        entity="bank_statement",
        subject_id=statement.id,
        field="account_id",
        before=statement.account_id,
        after=other.id,
        reason="A mistake",
        at=program.next_time(),
        by=program.session.user.id,
    )
    program.say(
        VaultAction.FINANCE_CORRECTED, statement.case_id, replace(statement, account_id=other.id), correction
    )


def for_a_reason_that_nobody_sees(program: OwnProgram) -> None:
    taken_over(program, "\u00a0\u200b")


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    "write",
    [moved, moved_though_a_file_names_the_account, for_a_reason_that_nobody_sees],
    ids=lambda each: each.__name__,
)
def test_a_word_for_an_account_is_kept_and_says_something(
    office: Path, tmp_path: Path, write: Callable[[OwnProgram], None]
):
    folder = copy_of(office, tmp_path / "office.thbvault")
    heads = copy_of(office.parent / "heads", tmp_path / "heads")
    with own_program(folder, CLERK, start=NEXT_DAY) as program:
        write(program)

    judge = unlock(folder, start=NEXT_DAY.replace(hour=23), heads=heads)
    opening, report = judge.opening.findings, health.check_vault(judge).findings
    judge.close()

    assert broken(opening) == {"act-exceeded"}
    assert broken(report) & {"act-exceeded", "events"}


def test_a_word_that_says_why_is_named_by_nobody(office: Path, tmp_path: Path):
    folder = copy_of(office, tmp_path / "office.thbvault")
    heads = copy_of(office.parent / "heads", tmp_path / "heads")
    with own_program(folder, CLERK, start=NEXT_DAY) as program:
        taken_over(program, "The bank writes it so")

    judge = unlock(folder, start=NEXT_DAY.replace(hour=23), heads=heads)
    opening = judge.opening.findings
    judge.close()

    assert broken(opening) == set()
