import os
import stat
import subprocess
import sys

import pytest

from thb_desktop.errors import (
    DiskFullError,
    ReadOnlyError,
    SourceChangedError,
    SourceKindError,
    SourceUnreadableError,
    StorageError,
    VaultInUseError,
)
from thb_desktop.vault.locks import hold_lock
from thb_desktop.vault.sources import open_source
from thb_desktop.vault.system import (
    create_file,
    free_space,
    make_folder,
    medium,
    open_file,
    write_whole,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")


def opened(path):
    with open_source(path) as source:
        return source.file.read()


def test_a_regular_file_is_read(tmp_path):
    (tmp_path / "statement.txt").write_bytes(b"text")

    with open_source(tmp_path / "statement.txt") as source:
        assert source.size == 4
        assert source.file.read() == b"text"
        source.verify_unchanged()


@pytest.mark.requirement("SR-23")
@posix
def test_links_folders_pipes_and_devices_are_not_followed_nor_waited_for(tmp_path):
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    refused = [tmp_path / name for name in ("link", "dangling", "folder", "pipe")]

    for path in (*refused, type(tmp_path)("/dev/zero"), type(tmp_path)("/dev/null")):
        with pytest.raises(SourceKindError, match="regular files"):
            opened(path)


def test_a_file_that_is_not_there_is_unreadable_and_not_named(tmp_path):
    with pytest.raises(SourceUnreadableError) as refusal:
        opened(tmp_path / "Kowalska.pdf")

    assert "Kowalska" not in str(refusal.value)
    assert refusal.value.__suppress_context__


@pytest.mark.requirement("SR-23")
@posix
def test_a_file_without_permission_is_unreadable(tmp_path):
    source = tmp_path / "closed"
    source.write_bytes(b"x")
    source.chmod(0)
    tmp_path.chmod(0o755)
    program = (
        "import os, sys, pathlib\n"
        "from thb_desktop.vault.sources import open_source\n"
        "from thb_desktop.errors import SourceUnreadableError\n"
        "os.setgid(65534); os.setuid(65534)\n"
        "try:\n"
        "    with open_source(pathlib.Path(sys.argv[1])): pass\n"
        "except SourceUnreadableError: print('refused')\n"
    )
    if os.geteuid():
        with pytest.raises(SourceUnreadableError):
            opened(source)
        return

    ran = subprocess.run([sys.executable, "-c", program, source], capture_output=True, text=True, check=True)

    assert ran.stdout == "refused\n"


@pytest.mark.requirement("SR-23")
@pytest.mark.parametrize("change", ["grown", "shorter", "same size", "same size and time"])
def test_a_file_that_changed_since_it_was_opened_is_noticed(tmp_path, change):
    path = tmp_path / "file"
    path.write_bytes(b"before")
    os.utime(path, ns=(10**18, 10**18))

    with open_source(path) as source:
        path.write_bytes({"grown": b"before and after", "shorter": b"b"}.get(change, b"after!"))
        if change == "same size and time":
            os.utime(path, ns=(10**18, 10**18))
        with pytest.raises(SourceChangedError):
            source.verify_unchanged()


def test_reading_alone_is_no_change(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"x")
    os.utime(path, ns=(10**18, 10**18))

    with open_source(path) as source:
        source.file.read()
        source.verify_unchanged()


@pytest.mark.parametrize(
    ("number", "refusal"),
    [(28, DiskFullError), (122, DiskFullError), (30, ReadOnlyError), (13, ReadOnlyError), (5, StorageError)],
)
def test_what_the_medium_refuses_is_said_without_a_path(number, refusal):
    with pytest.raises(refusal) as raised, medium():
        raise OSError(number, os.strerror(number), "/home/office/Kowalska.thbvault")

    assert type(raised.value) is refusal
    assert "Kowalska" not in str(raised.value)
    assert raised.value.__suppress_context__


@pytest.mark.requirement("SR-55")
@posix
def test_modes_do_not_depend_on_the_umask(tmp_path):
    for mask in (0o000, 0o077, 0o777):
        before = os.umask(mask)
        try:
            make_folder(tmp_path / f"folder-{mask}")
            create_file(tmp_path / f"folder-{mask}" / "file").close()
            write_whole(tmp_path / f"folder-{mask}" / "whole", b"x")
        finally:
            os.umask(before)
        assert stat.S_IMODE((tmp_path / f"folder-{mask}").stat().st_mode) == 0o700
        for name in ("file", "whole"):
            assert stat.S_IMODE((tmp_path / f"folder-{mask}" / name).stat().st_mode) == 0o600


def test_nothing_is_written_over_by_creating(tmp_path):
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")

    for name in ("file", "link"):
        with pytest.raises(FileExistsError):
            create_file(tmp_path / name)

    assert not (tmp_path / "elsewhere").exists()


def test_a_write_that_fails_leaves_the_old_file_whole(tmp_path, monkeypatch):
    (tmp_path / "header").write_bytes(b"old")

    def failing(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("thb_desktop.vault.system.os.fsync", failing)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "header", b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["header"]
    assert (tmp_path / "header").read_bytes() == b"old"


def test_only_regular_files_of_the_vault_are_opened(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "folder")

    for name in ("folder", "link", "missing"):
        with pytest.raises(FileNotFoundError):
            open_file(tmp_path / name)


def test_a_lock_is_held_by_one_or_by_readers_together(tmp_path):
    path = tmp_path / "lock"
    path.touch()

    first, second = hold_lock(path, shared=True), hold_lock(path, shared=True)
    with pytest.raises(VaultInUseError):
        hold_lock(path)
    first.release()
    second.release()
    alone = hold_lock(path)
    for shared in (False, True):
        with pytest.raises(VaultInUseError):
            hold_lock(path, shared=shared)
    alone.release()


def test_free_space_is_a_number_of_bytes(tmp_path):
    assert free_space(tmp_path) > 1 << 20
