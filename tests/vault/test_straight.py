"""Straight reading and writing: the same bytes whatever the medium does, past the system's memory."""

import errno
import io
import os
import secrets
import sys
from contextlib import closing
from pathlib import Path

import pytest

from thb_desktop.errors import ContentDamagedError, MemoryShortError, StorageError
from thb_desktop.vault import straight
from thb_desktop.vault.straight import UNIT, Straight, in_pieces, large_room
from thb_desktop.vault.system import create_file, open_file

CONTENT = secrets.token_bytes(5 * UNIT + 77)
linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such way")


class Odd(io.FileIO):
    """A file on a medium that refuses to be read or written straight, although it did not say so."""

    number = errno.EINVAL

    def readinto(self, buffer, /):
        self._refuse()
        return super().readinto(buffer)

    def write(self, data, /):
        self._refuse()
        return super().write(data)

    def _refuse(self) -> None:
        if is_straight(self):
            raise OSError(self.number, "not straight")


@pytest.fixture(params=["straight", "refused before", "refused then"])
def medium(request, monkeypatch) -> type[io.FileIO]:
    """How files are opened on a medium that reads and writes straight, or does not."""
    if request.param == "refused before":
        monkeypatch.setattr(Straight, "_ask", lambda *_: False)
    return Odd if request.param == "refused then" else io.FileIO


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "file"
    path.write_bytes(CONTENT)
    return path


def is_straight(file: io.FileIO) -> bool:
    if sys.platform != "linux":
        return False
    import fcntl

    return bool(fcntl.fcntl(file, fcntl.F_GETFL) & os.O_DIRECT)


@pytest.mark.parametrize("length", [UNIT, 2 * UNIT, 8 * UNIT, 1000, UNIT + 1])
def test_a_file_is_read_as_it_is(medium, path, length):
    room, read = large_room(length), b""

    with medium(path) as file:
        source = Straight(file)
        while got := source.read_into(room):
            read += room[:got]

    assert read == CONTENT


@pytest.mark.parametrize("length", [UNIT, 2 * UNIT, 8 * UNIT, 1000, UNIT + 1])
def test_a_file_is_written_as_it_was_given(medium, tmp_path, length):
    room = large_room(length)

    with medium(tmp_path / "new", "wb") as file:
        target = Straight(file)
        for start in range(0, len(CONTENT), length):
            piece = CONTENT[start : start + length]
            room[: len(piece)] = piece
            target.write(room[: len(piece)])

    assert (tmp_path / "new").read_bytes() == CONTENT


@linux
def test_the_memory_of_the_system_is_left_out_until_the_end_that_is_no_whole_unit(path):
    with open_file(path) as file:
        source = Straight(file)
        before = is_straight(file)
        source.read_into(large_room(2 * UNIT))
        between = is_straight(file)
        while source.read_into(large_room(2 * UNIT)):
            pass

        assert (before, between, is_straight(file)) == (True, True, False)


@linux
def test_a_new_file_is_written_past_the_memory_of_the_system(tmp_path):
    with create_file(tmp_path / "new") as file:
        target = Straight(file)
        target.write(large_room(4 * UNIT))
        assert is_straight(file)
        target.write(large_room(4 * UNIT + 5))
        assert not is_straight(file)

    assert (tmp_path / "new").read_bytes() == bytes(8 * UNIT + 5)


@linux
@pytest.mark.parametrize("number", [errno.EINVAL, errno.EOPNOTSUPP, errno.ENOSYS])
def test_however_a_medium_refuses_it_the_file_is_read_and_written_as_usual(path, number, monkeypatch):
    monkeypatch.setattr(Odd, "number", number)
    room = large_room(2 * UNIT)

    with Odd(path, "r+b") as file:
        assert Straight(file).read_into(room) == len(room)
        file.seek(0)
        Straight(file).write(large_room(2 * UNIT))

    assert room == CONTENT[: 2 * UNIT]
    assert path.read_bytes() == bytes(2 * UNIT) + CONTENT[2 * UNIT :]


@linux
@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC])
def test_another_failure_of_the_medium_is_not_gone_around(path, number, monkeypatch):
    monkeypatch.setattr(Odd, "number", number)

    with Odd(path) as file, pytest.raises(OSError, match=f"Errno {number}"):
        Straight(file).read_into(large_room(UNIT))
    with Odd(path, "r+b") as file, pytest.raises(OSError, match=f"Errno {number}"):
        Straight(file).write(large_room(UNIT))


def test_room_is_empty_and_lies_where_media_want_it():
    room = large_room(3 * UNIT + 1)

    assert room == bytes(3 * UNIT + 1)


def test_too_little_memory_is_refused_by_name():
    with pytest.raises(MemoryShortError):
        large_room(1 << 60)


@pytest.mark.parametrize("length", [1, 100, 700, 5000])
def test_pieces_come_one_behind_the_other_over_the_ends_of_blocks(medium, path, length, monkeypatch):
    monkeypatch.setattr(straight, "_BLOCK", UNIT)
    count = (len(CONTENT) - 20) // length

    with medium(path) as file, closing(in_pieces(file, [length] * count, skip=20)) as pieces:
        found = [bytes(each) for each in pieces]

    assert found == [CONTENT[start : start + length] for start in range(20, 20 + count * length, length)]


def test_a_file_that_ends_early_gives_what_it_has(path, monkeypatch):
    monkeypatch.setattr(straight, "_BLOCK", UNIT)

    with open_file(path) as file, closing(in_pieces(file, [4 * UNIT, 4 * UNIT, 9], skip=0)) as pieces:
        found = [bytes(each) for each in pieces]

    assert found == [CONTENT[: 4 * UNIT], CONTENT[4 * UNIT :], b""]


def test_afterwards_the_file_is_read_as_usual(path):
    with open_file(path) as file:
        with closing(in_pieces(file, [UNIT, UNIT], skip=0)) as pieces:
            next(pieces)
        file.seek(3)

        assert file.read(5) == CONTENT[3:8]
        assert not is_straight(file)


@linux
def test_a_medium_that_fails_is_told_as_such(path, monkeypatch):
    monkeypatch.setattr(Odd, "number", errno.EIO)

    with Odd(path) as file, pytest.raises(StorageError), closing(in_pieces(file, [UNIT], skip=0)) as pieces:
        next(pieces)


@pytest.mark.parametrize("size", [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, (9 << 20) + 5])
def test_an_object_comes_in_parts_that_stay_until_others_have_come(store, tmp_path, size):
    content = secrets.token_bytes(size)
    (tmp_path / "source").write_bytes(content)
    stored = store.store_file(tmp_path / "source")
    held: list[memoryview] = []
    read = b""

    for part in store.parts(stored, held=3):
        held = [*held, part][-3:]
        read += part
        assert b"".join(held) == read[len(read) - sum(map(len, held)) :]

    assert read == content


@pytest.mark.parametrize("place", [100, -100])
def test_a_changed_object_is_noticed_while_it_comes_in_parts(store, tmp_path, place):
    (tmp_path / "source").write_bytes(secrets.token_bytes(3 << 20))
    stored = store.store_file(tmp_path / "source")
    path = store.places.of(stored.object_id)
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)

    with pytest.raises(ContentDamagedError):
        for _ in store.parts(stored, held=3):
            pass
