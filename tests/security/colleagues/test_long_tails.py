"""A colleague writes more entries than an unlock checks before the window: each is checked all the same,
before anything is signed.
"""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.colleagues import AFTERWARDS, attacked, rows
from tests.support.offices import unlock
from tests.support.own_program import OwnProgram
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.vocabulary import Sex, UserRole
from thb_desktop.errors import TablesDifferError
from thb_desktop.findings import Standing
from thb_desktop.services.core import tail_checks
from thb_desktop.services.core.rollback_checks import open_heads
from thb_desktop.services.core.session import Session
from thb_desktop.vault import tail, told_states
from thb_desktop.vault.tables import chain, registry

ENTRIES, BOUND = 30, 10


@pytest.fixture(autouse=True)
def short_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound of the program is a thousand entries; rows that were read are at hand for one more."""
    monkeypatch.setattr(tail_checks, "UNSEEN", BOUND)
    monkeypatch.setattr(tail, "_KEPT", 1)
    monkeypatch.setattr(told_states, "_KEPT", 1)


def written(folder: Path, *, bad: int | None) -> None:
    """Let the auditor write entries of their own passphrase; one of them also changes a person's sex."""

    def write(program: OwnProgram) -> None:
        for number in range(ENTRIES):
            changed = []
            if number == bad:
                person = rows(program, registry.PERSON)[0]
                changed = [replace(person, sex=Sex.MALE if person.sex is not Sex.MALE else Sex.FEMALE)]
            program.say(VaultAction.PASSPHRASE_CHANGED, program.session.user.id, *changed)

    attacked(folder, UserRole.AUDITOR, write)


def mark_of(session: Session) -> int | None:
    """Up to which entry the judge's mark on the disk says that the acts were checked."""
    kept = open_heads(session.vault, session.environment)
    return kept.told_before if kept else None


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("bad", [0, ENTRIES // 2, ENTRIES - 1], ids=["beginning", "middle", "end"])
def test_a_bad_entry_anywhere_in_a_long_tail_is_named_before_anything_is_signed(office_copy: Path, bad: int):
    written(office_copy, bad=bad)
    heads = office_copy.parent / "heads"

    with closing(unlock(office_copy, start=AFTERWARDS, heads=heads, beside=True)) as session:
        began_beside, size = session.check is not None, chain.size_of(session.read)
        before = mark_of(session)
        with pytest.raises(TablesDifferError), session.work() as work:
            work.record(session.user.id, VaultAction.RECOVERY_CODE_CONFIRMED)
        named = [each for each in session.opening.findings if each.standing is Standing.BROKEN]
        left = chain.size_of(session.read), mark_of(session)

    assert began_beside
    assert before is not None
    assert left == (size, before)
    assert before <= size - ENTRIES
    assert [each.key for each in named] == ["act-exceeded.table"]
    assert named[0].where[-1].first == size - ENTRIES + 1 + bad
    with closing(unlock(office_copy, start=AFTERWARDS, heads=heads)) as session:
        assert [each for each in session.opening.findings if each.standing is Standing.BROKEN] == named


@pytest.mark.requirement("SR-15")
def test_the_mark_moves_on_when_a_long_tail_was_checked_and_not_before(office_copy: Path):
    written(office_copy, bad=None)
    heads = office_copy.parent / "heads"

    with closing(unlock(office_copy, start=AFTERWARDS, heads=heads, beside=True)) as session:
        is_awaited, before = session.check is not None, mark_of(session)
        is_sound, after = session.opening.is_sound, mark_of(session)
        size = chain.size_of(session.read)
    with closing(unlock(office_copy, start=AFTERWARDS, heads=heads, beside=True)) as session:
        is_quick = session.check is None

    assert (is_awaited, is_sound, is_quick) == (True, True, True)
    assert before is not None
    assert before <= size - ENTRIES
    assert after == size
