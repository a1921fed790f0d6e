"""A colleague's own program tells what a list or a capture states: of another exhibit, file or number."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support.colleagues import AFTERWARDS, attacked, rows, told
from tests.support.offices import copy_of, unlock
from tests.support.own_program import OwnProgram
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.digest_lists import DigestList
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.intake import IntakeRun
from thb_desktop.services.evidence.exhibit_files import NewFile, add_files
from thb_desktop.vault.tables import registry

CLERK = v.UserRole.CLERK


@pytest.fixture
def folder(whole_office: Path, tmp_path: Path) -> Path:
    """An office with a capture in one exhibit of a case."""
    vault = copy_of(whole_office, tmp_path / "office.thbvault")
    copy_of(whole_office.parent / "heads", tmp_path / "heads")
    (tmp_path / "a.warc").write_bytes(b"WARC/1.1")
    new = NewFile(source=tmp_path / "a.warc", name="a.warc", media_type="application/warc")
    with closing(unlock(vault, heads=vault.parent / "heads")) as session:
        exhibit = next(each for each in registry.EXHIBIT.all(session.read) if each.number == "E-05")
        add_files(session, exhibit.id, [new])
    return vault


def held_of(own: OwnProgram) -> tuple[Exhibit, ExhibitFile, Exhibit]:
    """The exhibit with the capture, its file, and another exhibit of the same case."""
    file = next(each for each in rows(own, registry.EXHIBIT_FILE) if each.name == "a.warc")
    exhibit = registry.EXHIBIT.find(own.session.read, file.exhibit_id)
    assert exhibit is not None
    other = next(
        each
        for each in rows(own, registry.EXHIBIT)
        if each.case_id == exhibit.case_id and each.id != exhibit.id
    )
    return exhibit, file, other


def read_again(own: OwnProgram, **changes: Any) -> None:
    """Tell a verification, and beside it what the capture states, with these changes."""
    exhibit, file, _ = held_of(own)
    events = registry.CUSTODY_EVENT.where(own.session.read, "exhibit_id", exhibit.id)
    at = own.next_time()
    event = replace(
        events[0],
        id=RowId(own.session.new_id(at)),
        number=len(events) + 1,
        action=v.CustodyAction.VERIFIED,
        occurred_at=at,
        recorded_at=at,
        late_entry_reason="",
        sha256=file.sha256,
        result=v.VerificationResult.MATCH,
        files_read=1,
    )
    own.say(v.CustodyAction.VERIFIED, exhibit.id, event, listed(own, at, **changes))


def listed(own: OwnProgram, at: datetime, **changes: Any) -> DigestList:
    exhibit, file, _ = held_of(own)
    row = DigestList(
        id=RowId(own.session.new_id(at)),
        run_id=RowId(exhibit.id),
        exhibit_id=exhibit.id,
        name=file.name,
        sha256=file.sha256,
        named=2,
        agree=1,
        differ=(("1 (WARC-Block-Digest)", "sha1", "A" * 32, "B" * 32),),
        missing=(),
        unnamed=(),
        not_compared=(),
        by=own.session.user.id,
        at=at,
    )
    return replace(row, **changes)


def as_it_is(own: OwnProgram) -> None:
    read_again(own)


def of_another_exhibit(own: OwnProgram) -> None:
    read_again(own, exhibit_id=held_of(own)[2].id)


def of_a_file_of_nobody(own: OwnProgram) -> None:
    read_again(own, sha256="0" * 64)


def of_a_file_of_another_name(own: OwnProgram) -> None:
    read_again(own, name="b.warc")


def more_than_named(own: OwnProgram) -> None:
    read_again(own, agree=2)


def not_compared_and_yet_counted(own: OwnProgram) -> None:
    read_again(own, because=v.NotCompared.ENDED, named=0, agree=0)


def not_compared(own: OwnProgram) -> None:
    read_again(own, because=v.NotCompared.ENDED, named=0, agree=0, differ=())


def taken(own: OwnProgram, of_list: Callable[[OwnProgram], Exhibit], **changes: Any) -> None:
    """Tell a run into the exhibit with the capture, and a list of this exhibit beside it."""
    exhibit, _, _ = held_of(own)
    at = own.next_time()
    run = IntakeRun(
        id=RowId(own.session.new_id(at)),
        exhibit_id=exhibit.id,
        given=("phone",),
        taken=1,
        size=8,
        same=0,
        there=0,
        left_out=(),
        is_whole=True,
        by=own.session.user.id,
        at=at,
    )
    row = listed(own, at, run_id=run.id, exhibit_id=of_list(own).id, name="manifest.txt", **changes)
    own.say(Does.INTAKE_ENDED, run.id, run, row)


def run_as_it_is(own: OwnProgram) -> None:
    taken(own, lambda each: held_of(each)[0])


def run_of_another_exhibit(own: OwnProgram) -> None:
    taken(own, lambda each: held_of(each)[2])


def run_with_more_than_named(own: OwnProgram) -> None:
    taken(own, lambda each: held_of(each)[0], missing=("a", "b"))


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    ("write", "said"),
    [
        (as_it_is, set()),
        (not_compared, set()),
        (run_as_it_is, set()),
        (of_another_exhibit, {"act-exceeded.subject", "act-exceeded.file"}),
        (of_a_file_of_nobody, {"act-exceeded.file"}),
        (of_a_file_of_another_name, {"act-exceeded.file"}),
        (more_than_named, {"act-exceeded.counted"}),
        (not_compared_and_yet_counted, {"act-exceeded.counted"}),
        (run_of_another_exhibit, {"act-exceeded.subject"}),
        (run_with_more_than_named, {"act-exceeded.counted"}),
    ],
)
def test_what_a_list_cannot_say_is_told(folder: Path, write: Callable[[OwnProgram], None], said: set[str]):
    attacked(folder, CLERK, write, start=AFTERWARDS)

    unlocked, checked = told(folder, start=AFTERWARDS + timedelta(days=1))

    assert {each for each in unlocked if each.startswith("act-")} == said
    assert {each for each in checked if each.startswith("act-")} == said
