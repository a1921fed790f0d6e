"""A quarantine that a colleague's own program lifts: by a lifting, under another act, or by a row alone."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.colleagues import AFTERWARDS, attacked, told
from tests.support.offices import copy_of, unlock
from tests.support.own_program import OwnProgram
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.leaving import LeavingBar
from thb_desktop.services.evidence import leaving
from thb_desktop.vault.tables import registry

LATER = AFTERWARDS + timedelta(days=1)


@pytest.fixture
def folder(whole_office: Path, tmp_path: Path) -> Path:
    """An office in which one exhibit is in quarantine."""
    vault = copy_of(whole_office, tmp_path / "office.thbvault")
    copy_of(whole_office.parent / "heads", tmp_path / "heads")
    with closing(unlock(vault, heads=vault.parent / "heads")) as session:
        exhibit = next(each for each in registry.EXHIBIT.all(session.read) if each.number == "E-05")
        leaving.bar_exhibit(session, exhibit.id, v.BarKind.QUARANTINE, "The stored content differed")
    return vault


def lifting(program: OwnProgram) -> LeavingBar:
    bar = next(
        each for each in registry.LEAVING_BAR.all(program.session.read) if each.kind is v.BarKind.QUARANTINE
    )
    at = program.next_time()
    return replace(
        bar,
        id=RowId(program.session.new_id(at)),
        lifts_id=bar.id,
        reason="Nothing was wrong",
        by=program.session.user.id,
        at=at,
    )


def by_its_act(program: OwnProgram) -> None:
    row = lifting(program)
    program.say(Does.LEAVING_ALLOWED, row.id, row)


def by_the_act_that_bars(program: OwnProgram) -> None:
    row = lifting(program)
    program.say(Does.LEAVING_BARRED, row.id, row)


def in_the_name_of_the_judge(program: OwnProgram) -> None:
    judge = next(
        each
        for each in registry.USER.all(program.session.read)
        if each.role is v.UserRole.INVESTIGATING_JUDGE
    )
    row = replace(lifting(program), by=judge.id)
    program.say(Does.LEAVING_ALLOWED, row.id, row)


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    ("write", "said"),
    [
        (by_its_act, {"right-not-held"}),
        (by_the_act_that_bars, {"act-exceeded.value"}),
        (in_the_name_of_the_judge, {"act-exceeded.author", "right-not-held"}),
    ],
)
def test_a_quarantine_that_somebody_without_the_right_lifts_is_told(
    folder: Path, write: Callable[[OwnProgram], None], said: set[str]
):
    attacked(folder, v.UserRole.CLERK, write, start=AFTERWARDS)

    unlocked, checked = told(folder, start=LATER)

    assert unlocked | checked == said
