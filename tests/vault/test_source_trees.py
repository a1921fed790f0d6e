"""The walk over a source: every file once, in order, and what is none with its reason; it always ends."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from thb_desktop.domain.intake import (
    Left,
    LeftBecause,
    file_name,
    modified_text,
    numbered,
    raw_path,
    shown_path,
)
from thb_desktop.vault import source_trees
from thb_desktop.vault.source_trees import FoundFile, walk

of_linux = pytest.mark.skipif(sys.platform == "win32", reason="the names and kinds of Linux")


def told(*given: Path) -> list[str]:
    return [each.told for each in walk(given) if isinstance(each, FoundFile)]


def left(*given: Path) -> dict[str, LeftBecause]:
    return {each.path: each.because for each in walk(given) if isinstance(each, Left)}


def made(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return folder


def test_files_come_in_the_order_of_their_names_with_their_path_from_the_given_folder(tmp_path: Path):
    phone = made(tmp_path / "phone", "b/2.jpg", "b/1.jpg", "a.txt", "c/d/e.bin")

    found = [each for each in walk([phone, tmp_path / "phone" / "a.txt"]) if isinstance(each, FoundFile)]

    assert [each.told for each in found] == [
        *("phone/a.txt", "phone/b/1.jpg", "phone/b/2.jpg", "phone/c/d/e.bin"),
        "a.txt",
    ]
    assert found[0].size == len("a.txt")
    assert found[0].modified == (phone / "a.txt").stat().st_mtime_ns


def test_what_is_given_twice_is_walked_once(tmp_path: Path):
    folder = made(tmp_path / "x", "1")

    assert told(folder, folder, tmp_path / "x" / "..' " / ".." / ".." / "x") == ["x/1"]


@of_linux
def test_what_is_no_file_is_told_and_not_opened(tmp_path: Path):
    folder = made(tmp_path / "x", "real", "elsewhere/other")
    (folder / "link").symlink_to(folder / "real")
    (folder / "folder-link").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe")
    os.mknod(folder / "socket", stat.S_IFSOCK | 0o600)

    assert left(folder) == {
        "x/link": LeftBecause.LINK,
        "x/folder-link": LeftBecause.LINK,
        "x/pipe": LeftBecause.PIPE,
        "x/socket": LeftBecause.SOCKET,
    }
    assert told(folder) == ["x/elsewhere/other", "x/real"]
    assert left(Path("/dev/null")) == {"null": LeftBecause.DEVICE}


def test_what_is_not_there_is_told(tmp_path: Path):
    assert left(tmp_path / "nothing") == {"nothing": LeftBecause.GONE}


def test_a_folder_that_vanishes_during_the_walk_is_told(tmp_path: Path):
    folder = made(tmp_path / "x", "1", "z/2")
    walking = walk([folder])

    next(walking)
    (folder / "z" / "2").unlink()
    (folder / "z").rmdir()

    assert [*walking] == [Left(path="x/z", because=LeftBecause.GONE)]


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The refusal of the system is made: whoever runs the tests may read everything."""
    folder = made(tmp_path / "x", "shut/1", "open/2")
    real = os.scandir

    def scan(path: str):
        if str(path).endswith("shut"):
            raise PermissionError(errno.EACCES, "no permission")
        return real(path)

    monkeypatch.setattr(source_trees.os, "scandir", scan)

    assert (told(folder), left(folder)) == (["x/open/2"], {"x/shut": LeftBecause.UNREADABLE})


@of_linux
def test_a_folder_that_is_found_again_within_itself_is_a_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """As a mount of a folder into itself shows it; a test cannot mount."""
    folder = made(tmp_path / "x", "1", "again/2")
    real = os.lstat
    monkeypatch.setattr(
        source_trees.os, "lstat", lambda path: real(folder if str(path).endswith("again") else path)
    )

    assert (told(folder), left(folder)) == (["x/1"], {"x/again": LeftBecause.LOOP})


@of_linux
def test_a_tree_that_is_deeper_than_a_path_may_be_ends(tmp_path: Path):
    folder, name = made(tmp_path / "deep", "1"), "d" * 200
    here = os.open(folder, os.O_RDONLY)
    for _ in range(40):
        os.mkdir(name, dir_fd=here)
        below = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)

    assert told(folder) == ["deep/1"]
    assert [*left(folder).values()] == [LeftBecause.TOO_DEEP]


def test_a_tree_may_be_deeper_than_calls_of_a_program(tmp_path: Path):
    path = tmp_path / "x"
    path.mkdir()
    for _ in range(1200):
        path = path / "d"
        path.mkdir()
    (path / "f").write_bytes(b"1")

    assert told(tmp_path / "x") == ["x" + "/d" * 1200 + "/f"]


@of_linux
def test_a_name_that_is_no_unicode_is_shown_and_kept_exactly(tmp_path: Path):
    raw = os.fsencode(tmp_path) + b"/x/caf\xe9.txt"
    os.mkdir(os.path.dirname(raw))  # noqa: PTH102, PTH120 - a name of bytes
    os.close(os.open(raw, os.O_WRONLY | os.O_CREAT))

    (path,) = told(tmp_path / "x")

    assert shown_path(path) == "x/caf\ufffd.txt"
    assert bytes.fromhex(raw_path(path)) == b"x/caf\xe9.txt"
    assert raw_path("x/café.txt") == ""


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("x/a.txt", "a.txt"),
        ("x/C:\\Users\\a.txt", "C:_Users_a.txt"),
        ("x/ ", "_"),
        ("x/caf\udce9", "caf\ufffd"),
        ("aux.txt", "aux.txt"),
        ("x/..", "_"),
    ],
)
def test_the_name_in_the_exhibit_is_the_last_of_the_path_as_text(path: str, name: str):
    assert file_name(path) == name


def test_a_second_file_of_a_name_has_a_number_before_its_ending():
    assert numbered("photo.jpg", 2) == "photo (2).jpg"
    assert numbered("a.tar.gz", 3) == "a.tar (3).gz"
    assert numbered(".profile", 2) == ".profile (2)"
    assert numbered("README", 2) == "README (2)"


def test_the_time_of_the_source_is_told_in_utc_and_an_impossible_one_not_at_all():
    assert modified_text(1_700_000_000_123_456_789) == "2023-11-14T22:13:20.123456+00:00"
    assert modified_text(-1_000) == "1969-12-31T23:59:59.999999+00:00"
    assert modified_text(10**30) == ""
