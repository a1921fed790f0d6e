"""A colleague's own program withdraws a file, or enters that one was withdrawn, without the other of both."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest

from tests.support.colleagues import AFTERWARDS, attacked, rows, told
from tests.support.offices import copy_of, unlock
from tests.support.own_program import OwnProgram
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import RowId
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.evidence.withdrawing import reinstate_file, withdraw_file
from thb_desktop.vault.tables import registry

CLERK = v.UserRole.CLERK
NAMES = ("mine.txt", "twin.txt")


@pytest.fixture
def folder(whole_office: Path, tmp_path: Path) -> Path:
    """An office with two files of the same bytes in one exhibit; one was withdrawn and reinstated."""
    vault = copy_of(whole_office, tmp_path / "office.thbvault")
    copy_of(whole_office.parent / "heads", tmp_path / "heads")
    with closing(unlock(vault, heads=vault.parent / "heads")) as session:
        exhibit = next(each for each in registry.EXHIBIT.all(session.read) if each.number == "E-05")
        for name in NAMES:
            file = exhibit_files.add_file(
                session, exhibit.id, source=BytesIO(b"same"), name=name, media_type="text/plain"
            )
        withdraw_file(session, file.id, "Of another case")
        reinstate_file(session, file.id, "Of this case after all")
    return vault


def file_of(own: OwnProgram, name: str = NAMES[0]) -> ExhibitFile:
    file: ExhibitFile = next(each for each in rows(own, registry.EXHIBIT_FILE) if each.name == name)
    return file


def strike(own: OwnProgram, name: str = NAMES[0]) -> None:
    file = file_of(own, name)
    own.say(Does.FILE_STRUCK_OUT, file.id, replace(file, struck="By a program of one's own"))


def enter(own: OwnProgram, digest: str = "") -> None:
    file = file_of(own)
    events = registry.CUSTODY_EVENT.where(own.session.read, "exhibit_id", file.exhibit_id)
    at = own.next_time()
    event = replace(
        events[-1],
        id=RowId(own.session.new_id(at)),
        number=len(events) + 1,
        action=v.CustodyAction.FILE_WITHDRAWN,
        occurred_at=at,
        recorded_at=at,
        sha256=digest or file.sha256,
    )
    own.say(v.CustodyAction.FILE_WITHDRAWN, file.exhibit_id, event)


def both(own: OwnProgram) -> None:
    enter(own)
    strike(own)


def without_custody(own: OwnProgram) -> None:
    strike(own)


def two_with_one_event(own: OwnProgram) -> None:
    both(own)
    strike(own, NAMES[1])


def without_the_file(own: OwnProgram) -> None:
    enter(own)


def of_a_digest_of_nothing(own: OwnProgram) -> None:
    enter(own, "0" * 64)


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    ("write", "said"),
    [
        (both, set()),
        (without_custody, {"act-exceeded.missing"}),
        (two_with_one_event, {"act-exceeded.missing"}),
        (without_the_file, {"act-exceeded.missing"}),
        (of_a_digest_of_nothing, {"act-exceeded.file"}),
    ],
)
def test_one_without_the_other_is_told(folder: Path, write: Callable[[OwnProgram], None], said: set[str]):
    attacked(folder, CLERK, write, start=AFTERWARDS)

    unlocked, checked = told(folder, start=AFTERWARDS + timedelta(days=1))

    assert {each for each in unlocked if each.startswith("act-")} == said
    assert {each for each in checked if each.startswith("act-")} == said
