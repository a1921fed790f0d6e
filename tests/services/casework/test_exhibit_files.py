"""Several files added together: durable in one step, each with its event, and all of them or none."""

from pathlib import Path

import pytest

from tests.services.casework.test_evidence import objects
from tests.support.offices import Small, registered
from thb_desktop.errors import FileNameTakenError, SourceUnreadableError, ValueRefusedError
from thb_desktop.services.casework import exhibit_files, exhibits
from thb_desktop.services.casework.exhibit_files import NewFile, add_files
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.vault.tables import chain

COUNT = 40
"""More than are flushed one by one."""


def some_files(folder: Path, count: int = COUNT) -> list[NewFile]:
    made = []
    for number in range(count):
        source = folder / f"{number:03}.bin"
        source.write_bytes(bytes([number]) * (1000 + number))
        made.append(NewFile(source=source, name=source.name, media_type="application/octet-stream"))
    return made


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
    ids=["one is gone", "one name twice", "a folder in a name", "no media type"],
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
