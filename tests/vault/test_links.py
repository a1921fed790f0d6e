"""Links in a vault's folder: none is followed, neither to read nor to write nor to delete."""

import io
import os
import sys
from pathlib import Path

import pytest

from tests.support.vaults import reopen
from thb_desktop.errors import ContentMissingError, StorageError, VaultMissingPartError
from thb_desktop.vault import system
from thb_desktop.vault.content import ContentStore
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.system import is_file, is_folder, open_file

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links are made by whoever may, there")


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder of somebody's own, with a file that is named as a leftover of ours."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "thesis.part").write_bytes(b"mine")
    return folder


@pytest.mark.requirement("SR-23")
def test_tidying_removes_nothing_behind_a_link(store: ContentStore, outside: Path):
    (store.folder / "00").symlink_to(outside)

    assert store.remove_leftovers() == 0
    assert list(store.object_ids()) == []

    assert (outside / "thesis.part").read_bytes() == b"mine"


@pytest.mark.requirement("SR-23")
def test_intake_writes_nothing_behind_a_link(store: ContentStore, outside: Path):
    for number in range(16):
        (store.folder / f"{number:x}").symlink_to(outside)

    with pytest.raises(StorageError):
        store.store(io.BytesIO(b"testimony"))

    assert [path.name for path in outside.iterdir()] == ["thesis.part"]


@pytest.mark.requirement("SR-23")
def test_an_object_behind_a_link_is_missing(store: ContentStore, tmp_path: Path):
    stored = store.store(io.BytesIO(b"testimony"))
    path = store.places.of(stored.object_id)
    place = path.parent
    place.rename(tmp_path / "moved")
    place.symlink_to(tmp_path / "moved")

    for ask in (store.verify, lambda each: store.find_size(each.object_id)):
        with pytest.raises(ContentMissingError):
            ask(stored)
    with pytest.raises(ContentMissingError):
        store.remove(stored.object_id)

    assert (tmp_path / "moved" / path.name).exists()


@pytest.mark.requirement("SR-23")
def test_a_link_among_the_objects_is_a_stranger(folder: Path, outside: Path):
    assert Layout(folder).strangers() == 0

    (folder / "content" / "zz").symlink_to(outside)

    assert Layout(folder).strangers() == 1


@pytest.mark.requirement("SR-23")
@pytest.mark.parametrize("part", ["header", "header.copy", "vault.db", "vault.db-journal", "lock"])
def test_no_part_of_a_vault_is_read_or_written_behind_a_link(folder: Path, outside: Path, part: str):
    """SQLite would empty what its journal's name leads to."""
    other = {"header": "header.copy", "header.copy": "header"}.get(part)
    path = folder / part
    path.unlink(missing_ok=True)
    path.symlink_to(outside / "thesis.part")
    (outside / "thesis.part").write_bytes(b"")
    (outside / "thesis.part").write_bytes(b"mine")

    if other:
        reopen(folder).close()
        assert is_file(path)
    else:
        with pytest.raises(VaultMissingPartError):
            reopen(folder)

    assert (outside / "thesis.part").read_bytes() == b"mine"


def test_a_junction_of_windows_is_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """As Windows tells of one: a folder by its mode, with the tag of a name that leads elsewhere."""

    class Junction:
        st_mode = tmp_path.lstat().st_mode
        st_reparse_tag = 0xA0000003

    assert is_folder(tmp_path)
    monkeypatch.setattr(Path, "lstat", lambda _: Junction())

    assert not is_folder(tmp_path)


@pytest.mark.requirement("SR-23")
def test_a_file_that_is_exchanged_between_the_look_and_the_opening_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "header").write_bytes(b"ours")
    opening = os.open

    def exchanged(path: Path, flags: int) -> int:
        (tmp_path / "other").write_bytes(b"theirs")
        (tmp_path / "other").replace(path)
        return opening(path, flags)

    monkeypatch.setattr(system.os, "open", exchanged)

    with pytest.raises(FileNotFoundError):
        open_file(tmp_path / "header")
