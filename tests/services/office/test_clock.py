"""A clock that went back: nothing is signed until somebody says why (V-S-02)."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.offices import LATER, Small, copy_of, new_office, registered, small_case, unlock
from tests.support.packages import bundled
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.errors import ClockNotBackError, ClockUnexplainedError, ReasonMissingError
from thb_desktop.findings import Standing
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.office import clock
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import chain

HOUR = timedelta(hours=1)
BECAUSE = "The battery was empty; set by the telephone"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Small, Exhibit]:
    folder = tmp_path_factory.mktemp("clock") / "office.thbvault"
    kept: list[Small] = []
    new_office(folder, lambda session: kept.append(small_case(session)))
    with closing(unlock(folder)) as session:
        exhibit = registered(session, kept[0])
    return folder, kept[0], exhibit


@pytest.fixture
def folder(office: tuple[Path, Small, Exhibit], tmp_path: Path) -> Path:
    return copy_of(office[0], tmp_path / "office.thbvault")


@pytest.fixture
def back(folder: Path) -> Iterator[Session]:
    """The same vault, an hour before its last event."""
    session = unlock(folder, start=LATER - HOUR)
    yield session
    session.close()


def signs(session: Session, small: Small, exhibit: Exhibit, target: Path) -> None:
    bundled(session, small.case.id, [exhibit.id], target)


def acts(session: Session) -> list[str]:
    return [each.parsed().action for each in chain.entries(session.read)]


def test_nothing_is_signed_after_the_clock_went_back_until_somebody_says_why(
    back: Session, office: tuple[Path, Small, Exhibit], tmp_path: Path
):
    _, small, exhibit = office

    with pytest.raises(ClockUnexplainedError):
        signs(back, small, exhibit, tmp_path / "bundle.pdf")
    assert not (tmp_path / "bundle.pdf").exists()
    jump = clock.explain_clock(back, reason=BECAUSE)
    signs(back, small, exhibit, tmp_path / "bundle.pdf")

    assert jump.before - jump.after > HOUR - timedelta(minutes=5)
    said = acts(back)
    assert said.index("CLOCK_WENT_BACK") < said.index("CLOCK_EXPLAINED") < said.index("BUNDLE_MADE")
    assert (tmp_path / "bundle.pdf").exists()
    found = check_vault(back).findings
    assert Standing.BROKEN not in {each.standing for each in found}


def test_what_is_not_signed_goes_on_and_the_jump_waits_for_its_reason(
    back: Session, folder: Path, office: tuple[Path, Small, Exhibit], tmp_path: Path
):
    _, small, exhibit = office
    people.add_official(back, replace(small.official, code="P-9"))
    back.close()

    with closing(unlock(folder, start=LATER + HOUR)) as session:
        assert {"CLOCK_WENT_BACK", "OFFICIAL_ADDED"} <= set(acts(session))
        assert clock.unexplained_jump(session) is not None
        with pytest.raises(ClockUnexplainedError):
            signs(session, small, exhibit, tmp_path / "bundle.pdf")
        clock.explain_clock(session, reason=BECAUSE)
        assert clock.unexplained_jump(session) is None
        signs(session, small, exhibit, tmp_path / "bundle.pdf")


def test_a_few_minutes_are_told_and_nobody_is_asked(
    folder: Path, office: tuple[Path, Small, Exhibit], tmp_path: Path
):
    _, small, exhibit = office

    with closing(unlock(folder, start=LATER - timedelta(minutes=10))) as session:
        assert clock.unexplained_jump(session) is None
        signs(session, small, exhibit, tmp_path / "bundle.pdf")
        assert "CLOCK_WENT_BACK" in acts(session)
        with pytest.raises(ClockNotBackError):
            clock.explain_clock(session, reason=BECAUSE)


def test_a_reason_is_needed_and_a_later_jump_is_asked_about_again(back: Session, folder: Path):
    with pytest.raises(ReasonMissingError):
        clock.explain_clock(back, reason=" ")
    clock.explain_clock(back, reason=BECAUSE)
    back.close()

    with closing(unlock(folder, start=LATER - 3 * HOUR)) as session:
        assert clock.unexplained_jump(session) is not None
