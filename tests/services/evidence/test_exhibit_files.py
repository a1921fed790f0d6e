"""Several files added together: durable in one step, each with its event, and all of them or none."""

import errno
import hashlib
import io
from dataclasses import replace
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from tests.services.evidence.test_evidence import objects
from tests.support.offices import Small, registered
from thb_desktop.crypto.streams import MESSAGE_LENGTH
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import FileId, ObjectId
from thb_desktop.errors import (
    ActExceededError,
    CancelledError,
    DiskFullError,
    FileNameTakenError,
    SourceKindError,
    SourceUnreadableError,
    ValueRefusedError,
)
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.evidence.exhibit_files import NewFile, add_files
from thb_desktop.services.keeping import health
from thb_desktop.vault import batch
from thb_desktop.vault.batch import Batch
from thb_desktop.vault.tables import chain

ZERO_ID = "00000000-0000-7000-8000-000000000000"
COUNT = 40
"""More than are flushed one by one."""


def some_files(folder: Path, count: int = COUNT) -> list[NewFile]:
    made = []
    for number in range(count):
        source = folder / f"{number:03}.bin"
        source.write_bytes(bytes([number]) * (1000 + number))
        made.append(NewFile(source=source, name=source.name, media_type="application/octet-stream"))
    return made


def made_a_link(source: Path) -> None:
    source.rename(source.with_suffix(".other"))
    source.symlink_to(source.with_suffix(".other"))


def test_files_are_added_in_one_transaction_each_with_its_event(
    session: Session, small: Small, tmp_path: Path
):
    kept = registered(session, small)
    size, heads = session.journal.size, len(chain.heads(session.read))
    files, seen = some_files(tmp_path), []

    added = add_files(session, kept.id, files, progress=lambda done, total: seen.append((done, total)))

    total = sum(file.source.stat().st_size for file in files)
    assert [file.name for file in added] == [file.name for file in files]
    assert session.journal.size == size + COUNT
    assert len(chain.heads(session.read)) == heads + 1
    assert seen[-1] == (total, total)
    for file, new in zip(added, files, strict=True):
        assert len(chain.entries_of(session.read, file.id)) == 1
        with exhibit_files.open_file(session, file.id) as opened:
            assert opened.read() == new.source.read_bytes()
    assert {"content", "chain", "tables"} <= {each.code for each in health.check_vault(session).findings}


@pytest.mark.parametrize(
    ("spoil", "refusal"),
    [
        (lambda files: files[-1].source.unlink(), SourceUnreadableError),
        (lambda files: files[5].source.unlink(), SourceUnreadableError),
        (lambda files: made_a_link(files[20].source), SourceKindError),
        (lambda files: files.append(files[0]), FileNameTakenError),
        (
            lambda files: files.append(
                NewFile(source=files[0].source, name="../a", media_type="application/octet-stream")
            ),
            ValueRefusedError,
        ),
        (
            lambda files: files.append(NewFile(source=files[0].source, name="a", media_type="nothing")),
            ValueRefusedError,
        ),
    ],
    ids=[
        "one is gone",
        "an early one is gone",
        "one is a link",
        "one name twice",
        "a folder in a name",
        "no media type",
    ],
)
def test_of_files_that_cannot_all_be_added_none_is(
    spoil, refusal: type[Exception], session: Session, small: Small, tmp_path: Path
):
    kept = registered(session, small)
    before, size = objects(session), session.journal.size
    files = some_files(tmp_path)
    spoil(files)

    with pytest.raises(refusal):
        add_files(session, kept.id, files)

    assert objects(session) == before
    assert session.journal.size == size
    assert exhibits.get_exhibit(session, kept.id).files == ()


def test_files_of_any_size_come_back_in_their_order(session: Session, small: Small, tmp_path: Path):
    """Small ones, large ones and open ones."""
    kept = registered(session, small)
    files = some_files(tmp_path)
    large, text = tmp_path / "large", io.BytesIO(b"open")
    large.write_bytes(bytes(3 * MESSAGE_LENGTH))
    files[7:7] = [replace(files[0], source=large, name="large"), replace(files[0], source=text, name="open")]
    seen: list[tuple[int, int]] = []

    added = add_files(session, kept.id, files, progress=lambda done, total: seen.append((done, total)))

    contents = [each.read_bytes() if isinstance(each := new.source, Path) else b"open" for new in files]
    assert [(file.name, file.size, file.sha256) for file in added] == [
        (new.name, len(content), hashlib.sha256(content).hexdigest())
        for new, content in zip(files, contents, strict=True)
    ]
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == sum(map(len, contents))


class StopLater(Event):
    """Somebody who stops after some files."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self._left = after

    def is_set(self) -> bool:
        self._left -= 1
        return self._left < 0


@pytest.mark.parametrize("after", [0, 1, 7, COUNT - 1])
def test_many_files_that_are_stopped_leave_nothing(
    after: int, session: Session, small: Small, tmp_path: Path
):
    kept = registered(session, small)
    before = objects(session)

    with pytest.raises(CancelledError):
        add_files(session, kept.id, some_files(tmp_path), cancelled=StopLater(after))

    assert objects(session) == before
    assert session.vault.content.remove_leftovers() == 0
    assert exhibits.get_exhibit(session, kept.id).files == ()


def test_no_row_is_committed_before_the_medium_keeps_the_files(
    session: Session, small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Another thread flushes the files while their rows are made; the commit waits for it."""
    kept = registered(session, small)
    order: list[str] = []
    keep, close = Batch.keep, UnitOfWork.close

    def keep_late(batch: Batch) -> None:
        sleep(0.3)  # longer than the rows take
        keep(batch)
        order.append("kept")

    def close_told(work: UnitOfWork) -> None:
        order.append("closed")
        close(work)

    monkeypatch.setattr(Batch, "keep", keep_late)
    monkeypatch.setattr(UnitOfWork, "close", close_told)

    add_files(session, kept.id, some_files(tmp_path))

    assert order == ["kept", "closed"]


def test_files_that_the_medium_does_not_keep_leave_nothing(
    session: Session, small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    kept = registered(session, small)
    before, size = objects(session), session.journal.size

    def fail(_: Path) -> bool:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(batch, "sync_file_system", fail)

    with pytest.raises(DiskFullError):
        add_files(session, kept.id, some_files(tmp_path))

    assert objects(session) == before
    assert session.vault.content.remove_leftovers() == 0
    assert session.journal.size == size
    assert exhibits.get_exhibit(session, kept.id).files == ()


def test_a_row_that_is_there_is_not_recorded_as_a_new_one(session: Session, small: Small, tmp_path: Path):
    kept = registered(session, small)
    first, second, *_ = add_files(session, kept.id, some_files(tmp_path))
    size = session.journal.size

    new = replace(first, id=FileId(ZERO_ID), name="new", object_id=ObjectId("0" * 32))

    with pytest.raises(ActExceededError), session.work() as work:
        work.record_each([new, second], VaultAction.FILE_ADDED)

    assert session.journal.size == size
    assert "new" not in [each.name for each in exhibits.get_exhibit(session, kept.id).files]
