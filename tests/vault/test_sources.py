"""What is no evidence: files that the system makes of its own state, and the vault's own parts."""

import errno
import os
import sys
from pathlib import Path

import pytest

from tests.support.vaults import reopen
from thb_desktop.errors import SourceKindError, SourceUnreadableError, StorageError
from thb_desktop.vault import sources
from thb_desktop.vault.content import ContentStore
from thb_desktop.vault.unlocked import Vault

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc and links")

OF_THE_SYSTEM = (
    "/proc/self/environ",
    "/proc/self/maps",
    "/proc/version",
    "/proc/meminfo",
    "/sys/kernel/uevent_seqnum",
    "/sys/kernel/mm/transparent_hugepage/enabled",
)


@pytest.fixture
def vault(folder: Path):
    with reopen(folder) as opened:
        yield opened


@pytest.mark.requirement("SR-23")
@pytest.mark.parametrize("name", OF_THE_SYSTEM)
def test_a_file_of_the_system_is_no_evidence(store: ContentStore, name: str):
    if not Path(name).is_file():
        pytest.skip("not on this machine")

    with pytest.raises((SourceKindError, SourceUnreadableError)):
        store.store_file(Path(name))

    assert list(store.object_ids()) == []


@pytest.mark.requirement("SR-23")
def test_a_link_among_the_folders_leads_to_no_file_of_the_system(store: ContentStore, tmp_path: Path):
    (tmp_path / "inbox").symlink_to("/proc/self")

    with pytest.raises(SourceKindError, match="system"):
        store.store_file(tmp_path / "inbox" / "maps")


@pytest.mark.requirement("SR-23")
def test_a_file_that_gives_other_bytes_than_it_says_is_refused(
    store: ContentStore, tmp_path: Path, monkeypatch
):
    """As files do that a system makes while they are read, wherever it shows them."""
    from thb_desktop.vault import sources

    monkeypatch.setattr(sources, "_NO_FILES", ())
    monkeypatch.setattr(sources, "_STATE", ())

    with pytest.raises(SourceKindError, match="other bytes"):
        store.store_file(Path("/proc/version"))


@pytest.mark.requirement("SR-23")
@pytest.mark.parametrize("name", ["header", "header.copy", "vault.db", "lock"])
def test_a_part_of_the_vault_is_no_evidence_nor_is_a_link_to_it(vault: Vault, tmp_path: Path, name: str):
    os.link(vault.folder / name, tmp_path / "holiday.jpg")

    for path in (vault.folder / name, tmp_path / "holiday.jpg"):
        with pytest.raises(SourceKindError, match="part of the vault"):
            vault.content.store_file(path)


@pytest.mark.requirement("SR-23")
def test_an_object_of_the_vault_is_no_evidence_under_any_name(vault: Vault, tmp_path: Path):
    (stored,) = vault.content.object_ids()
    path = vault.content.places.of(stored)
    os.link(path, tmp_path / "holiday.jpg")
    os.link(path, tmp_path / path.name)
    (tmp_path / "inbox").symlink_to(vault.folder)
    behind = tmp_path / "inbox" / path.relative_to(vault.folder)

    for each in (path, behind, tmp_path / "holiday.jpg", tmp_path / path.name):
        with pytest.raises(SourceKindError, match="part of the vault"):
            vault.content.store_file(each)


def test_a_copy_of_a_part_and_a_file_with_two_names_are_evidence_like_others(vault: Vault, tmp_path: Path):
    (tmp_path / "copy").write_bytes((vault.folder / "header").read_bytes())
    (tmp_path / "statement").write_bytes(b"statement")
    os.link(tmp_path / "statement", tmp_path / "same")

    for name in ("copy", "statement", "same"):
        vault.content.verify(vault.content.store_file(tmp_path / name))


@pytest.mark.requirement("SR-39")
def test_a_folder_of_the_vault_that_the_medium_cannot_list_is_a_refusal_with_a_sentence(
    vault: Vault, tmp_path: Path, monkeypatch
):
    paper = tmp_path / "paper.txt"
    paper.write_text("evidence", "utf-8")
    before = set(vault.content.object_ids())

    def fails(folder: object) -> None:
        raise OSError(errno.EIO, "Input/output error", str(folder))

    monkeypatch.setattr(os, "scandir", fails)
    with pytest.raises(StorageError, match="the medium failed"):
        vault.content.store_file(paper)

    monkeypatch.undo()
    assert set(vault.content.object_ids()) == before


def test_files_are_asked_for_before_their_turn_and_nothing_else_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    asked: list[int] = []
    monkeypatch.setattr(sources, "read_ahead", lambda file, _: asked.append(os.fstat(file).st_ino))
    files = [tmp_path / f"{number:02}" for number in range(40)]
    for path in files:
        path.write_bytes(b"testimony")
    inodes = [path.stat().st_ino for path in files]
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(files[0])
    odd = [tmp_path / "pipe", tmp_path / "link", tmp_path / "gone", tmp_path / "no\0name", tmp_path, None]

    found = []
    for number, path in enumerate(sources.each_read_ahead([*files, *odd], lambda path: path)):
        assert asked == inodes[: number + 17]
        found.append(path)

    assert found == [*files, *odd]
    assert asked == inodes
