"""A colleague changes the index of the events, by which the checks look things up, and makes the sums beside
the heads fit; or under what an entry lies. Nobody signs these.
"""

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.colleagues import attacked, told, user_of
from tests.support.offices import NEXT_DAY, unlock
from tests.support.own_program import OwnProgram
from tests.support.second_person import approval
from tests.support.told_sums import fit_sums
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.times import Reading
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from thb_desktop.ledger.checkpoint import Head
from thb_desktop.ledger.counters import Counters
from thb_desktop.services.core import tail_checks
from thb_desktop.services.persons import people
from thb_desktop.vault.chain_writer import ChainWriter, EntryAuthor
from thb_desktop.vault.tables import chain, registry

AUDITOR, CLERK, JUDGE = UserRole.AUDITOR, UserRole.CLERK, UserRole.INVESTIGATING_JUDGE
INDEX = "tables-differ.index"
CHANGES = {
    "removed": "DELETE FROM told_row WHERE entity = 'official'",
    "told later": "UPDATE OR IGNORE told_row SET seq = seq + 1 WHERE entity = 'person'",
    "made up": "INSERT INTO told_row VALUES ('official', 'another', 1)",
}
Write = Callable[[OwnProgram], None]


def changes(statement: str, *, says: bool) -> Write:
    """Change the index; say something of one's own behind it, or nothing."""

    def write(program: OwnProgram) -> None:
        program.run(statement)
        if says:
            program.say(VaultAction.PASSPHRASE_CHANGED, program.session.user.id)
        fit_sums(program)

    return write


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("says", [False, True], ids=["no entry", "an entry"])
@pytest.mark.parametrize("change", CHANGES)
def test_an_index_that_was_changed_with_its_sums_is_named_at_the_unlock(
    office_copy: Path, change: str, says: bool
):
    attacked(office_copy, AUDITOR, changes(CHANGES[change], says=says))

    opening, report = told(office_copy)

    assert INDEX in opening & report


@pytest.mark.requirement("SR-19")
def test_an_approval_that_was_used_founds_no_second_act_where_the_index_forgot_it(office_copy: Path):
    with closing(unlock(office_copy, start=NEXT_DAY)) as session:
        person = registry.SEALED_IDENTITY.all(session.read)[0].person_id
        second = approval(session, user_of(session, CLERK), TwoPersonAct.REVEAL_IDENTITY, person)
        people.reveal_identity(session, person, justification="Summons", second=second)
    heads = office_copy.parent / "heads"
    unlock(office_copy, start=NEXT_DAY + timedelta(minutes=2), heads=heads).close()

    def again(program: OwnProgram) -> None:
        used = registry.APPROVAL.find(program.session.read, second.id)
        program.run("DELETE FROM told_row WHERE entity = 'approval' AND key = :key", {"key": second.id})
        program.say(VaultAction.IDENTITY_VIEWED, person, used)
        fit_sums(program)

    attacked(office_copy, JUDGE, again, start=NEXT_DAY + timedelta(minutes=5))

    opening, report = told(office_copy)
    assert INDEX in opening & report


@pytest.mark.requirement("SR-19")
def test_a_computer_that_never_saw_a_small_vault_compares_its_whole_index(office_copy: Path):
    attacked(office_copy, AUDITOR, changes(CHANGES["removed"], says=False))
    shutil.rmtree(office_copy.parent / "heads")

    assert INDEX in told(office_copy)[0]


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("told_as", ["subject = 'x', n = 1", "n = n + 100"])
def test_an_entry_that_lies_under_another_subject_or_count_is_named_at_the_unlock(
    office_copy: Path, told_as: str
):
    """Its author signs a head over the counts of then."""

    def write(program: OwnProgram) -> None:
        program.run(f"UPDATE chain_entry SET {told_as} WHERE seq = 2")  # noqa: S608
        program.session.journal.counters = Counters(chain.counters(program.session.read))
        program.say(VaultAction.PASSPHRASE_CHANGED, program.session.user.id)

    attacked(office_copy, AUDITOR, write)

    opening, report = told(office_copy)
    assert "tables-differ.rows" in opening & report


def test_where_no_mark_reaches_the_health_check_alone_compares_what_lies_far_back(
    office_copy: Path, monkeypatch: pytest.MonkeyPatch
):
    """The threat model says so: the bound is a thousand entries."""
    monkeypatch.setattr(tail_checks, "UNSEEN", 1)
    attacked(office_copy, AUDITOR, changes(CHANGES["removed"], says=False))
    shutil.rmtree(office_copy.parent / "heads")

    opening, report = told(office_copy)

    assert INDEX not in opening
    assert INDEX in report


def test_an_index_that_nobody_touched_is_named_by_nobody(office_copy: Path):
    attacked(
        office_copy,
        AUDITOR,
        lambda program: program.say(VaultAction.PASSPHRASE_CHANGED, program.session.user.id),
    )

    assert told(office_copy) == (set(), set())


@pytest.mark.requirement("SR-19")
def test_a_head_that_is_dated_ahead_of_its_entry_is_named(office_copy: Path, monkeypatch: pytest.MonkeyPatch):
    """Who goes on after it would seem to have a clock that stands behind."""
    sign = ChainWriter.sign_head

    def ahead(writer: ChainWriter, author: EntryAuthor, reading: Reading) -> Head:
        return sign(writer, author, replace(reading, at=reading.at + timedelta(days=365)))

    def write(program: OwnProgram) -> None:
        with monkeypatch.context() as own:
            own.setattr(ChainWriter, "sign_head", ahead)
            program.say(VaultAction.PASSPHRASE_CHANGED, program.session.user.id)

    attacked(office_copy, AUDITOR, write)

    opening, report = told(office_copy)
    assert "tables-differ.rows" in opening & report
