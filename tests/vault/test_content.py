import hashlib
import io
import os
import secrets
import shutil
import subprocess
import sys
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import pytest

from thb_desktop.crypto.streams import (
    FULL_LENGTH,
    MESSAGE_LENGTH,
    object_length,
    padded_length,
    sealed_length,
)
from thb_desktop.errors import (
    CancelledError,
    ContentDamagedError,
    ContentMissingError,
    DiskFullError,
    ReadOnlyError,
    SourceChangedError,
    SourceUnreadableError,
)

HEAD = 20
SIZES = [
    0,
    1,
    16383,
    16384,
    MESSAGE_LENGTH - 1,
    MESSAGE_LENGTH,
    MESSAGE_LENGTH + 1,
    3 * MESSAGE_LENGTH,
    5 * MESSAGE_LENGTH + 12345,
]


def data_of(size: int) -> bytes:
    return hashlib.shake_128(b"evidence").digest(size)


def path_of(store, stored):
    return store.places.of(stored.object_id)


def files_in(store):
    return sorted(path for path in store.folder.rglob("*") if path.is_file())


def read(store, stored) -> bytes:
    with store.open(stored.object_id, stored.size) as reader:
        return reader.read()


@pytest.fixture
def stored(store):
    """An object of three messages, the last one short."""
    return store.store(io.BytesIO(data_of(2 * MESSAGE_LENGTH + 5000)))


@pytest.mark.requirement("SR-22")
@pytest.mark.parametrize("size", SIZES)
def test_an_object_of_any_size_comes_back(store, size):
    data = data_of(size)

    stored = store.store(io.BytesIO(data))

    assert (stored.size, stored.sha256) == (size, hashlib.sha256(data).hexdigest())
    assert read(store, stored) == data
    assert path_of(store, stored).stat().st_size == HEAD + object_length(padded_length(size))
    store.verify(stored)


def test_lengths_are_those_that_the_library_writes(store):
    assert (sealed_length(0), sealed_length(16384), FULL_LENGTH) == (72, 16472, 1049672)


@pytest.mark.requirement("SR-6")
def test_the_same_file_stored_twice_is_two_objects_that_share_no_block(store):
    data = bytes(MESSAGE_LENGTH)

    first, second = store.store(io.BytesIO(data)), store.store(io.BytesIO(data))

    blocks = [
        {content[at : at + 16] for at in range(HEAD, len(content) - 16, 16)}
        for content in (path_of(store, one).read_bytes() for one in (first, second))
    ]
    assert first.object_id != second.object_id
    assert not blocks[0] & blocks[1]
    assert bytes(16) not in blocks[0]


def test_a_reader_finds_every_place(store, stored):
    data = data_of(stored.size)
    edge = MESSAGE_LENGTH

    with store.open(stored.object_id, stored.size) as reader:
        for start, length in ((0, 1), (edge - 3, 7), (edge, edge), (2 * edge - 1, 2), (stored.size - 4, 99)):
            assert reader.seek(start) == start
            assert reader.read(length) == data[start : start + length]
        assert reader.seek(-10, io.SEEK_END) == stored.size - 10
        assert reader.read() == data[-10:]
        assert reader.read() == b""
        assert reader.seek(5 * edge) == 5 * edge
        assert reader.read(5) == b""
        assert not reader.writable()


def test_several_threads_read_one_object_at_once(store, stored):
    data = data_of(stored.size)
    places = [number * 104729 % stored.size for number in range(400)]

    with store.reader(stored.object_id, stored.size) as reader, ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda place: reader.read_at(place, 3000), places))

    assert found == [data[place : place + 3000] for place in places]


def flips(length: int) -> list[int]:
    """Every byte of the head and of each message's beginning and end, and every 9,973rd between."""
    edges = [0, HEAD, HEAD + FULL_LENGTH, HEAD + 2 * FULL_LENGTH, length]
    near = {edge + step for edge in edges for step in range(-20, 90)}
    return sorted(place for place in near | set(range(0, length, 9973)) if 0 <= place < length)


@pytest.mark.requirement("SR-7")
def test_no_flipped_byte_goes_unnoticed(store, stored):
    path = path_of(store, stored)
    length = path.stat().st_size

    with path.open("r+b", buffering=0) as file:
        for place in flips(length):
            byte = os.pread(file.fileno(), 1, place)
            os.pwrite(file.fileno(), bytes([byte[0] ^ 0x01]), place)
            with pytest.raises(ContentDamagedError):
                read(store, stored)
            os.pwrite(file.fileno(), byte, place)

    store.verify(stored)


@pytest.mark.requirement("SR-8")
def test_a_shorter_or_longer_object_is_refused(store, stored):
    path = path_of(store, stored)
    whole = path.read_bytes()
    cuts = {0, 1, HEAD - 1, HEAD, HEAD + FULL_LENGTH, HEAD + 2 * FULL_LENGTH, len(whole) - 1}
    messages = whole[HEAD:]

    for content in (
        *(whole[:cut] for cut in cuts),
        whole + b"\0",
        whole + messages[:FULL_LENGTH],
        whole[:HEAD] + messages[FULL_LENGTH:],
        whole[: 4096 * 3] + bytes(4096) + whole[4096 * 4 :],
    ):
        path.write_bytes(content)
        with pytest.raises(ContentDamagedError):
            read(store, stored)


@pytest.mark.requirement("SR-8")
def test_a_cut_object_whose_head_was_made_to_fit_is_refused(store, stored):
    """The head is not encrypted; the message that would be last now was not written as the last."""
    path = path_of(store, stored)
    whole = path.read_bytes()
    size = 2 * MESSAGE_LENGTH
    path.write_bytes(whole[:12] + size.to_bytes(8, "big") + whole[HEAD : HEAD + 2 * FULL_LENGTH])

    with pytest.raises(ContentDamagedError):
        read(store, replace(stored, size=size))


@pytest.mark.requirement("SR-8", "SR-9")
def test_swapped_messages_and_swapped_objects_are_refused(store, stored):
    path = path_of(store, stored)
    whole = path.read_bytes()
    one, two = whole[HEAD : HEAD + FULL_LENGTH], whole[HEAD + FULL_LENGTH : HEAD + 2 * FULL_LENGTH]

    path.write_bytes(whole[:HEAD] + two + one + whole[HEAD + 2 * FULL_LENGTH :])
    with pytest.raises(ContentDamagedError):
        read(store, stored)

    path.write_bytes(whole)
    other = store.store(io.BytesIO(data_of(stored.size)))
    shutil.copy(path_of(store, other), path)
    with pytest.raises(ContentDamagedError):
        read(store, stored)


@pytest.mark.requirement("SR-8", "SR-9")
def test_a_message_of_another_object_is_refused_in_its_own_place(store, stored):
    path = path_of(store, stored)
    other = path_of(store, store.store(io.BytesIO(data_of(stored.size)))).read_bytes()
    whole = path.read_bytes()

    path.write_bytes(whole[:HEAD] + other[HEAD : HEAD + FULL_LENGTH] + whole[HEAD + FULL_LENGTH :])

    with pytest.raises(ContentDamagedError):
        read(store, stored)


@pytest.mark.requirement("SR-9")
def test_an_object_of_another_vault_or_under_another_key_is_refused(store, stored):
    other = replace(store, key=bytearray(32))
    other.places.new(stored.object_id).parent.mkdir(exist_ok=True)
    shutil.copy(path_of(store, stored), other.places.new(stored.object_id))

    for each in (replace(store, vault_id=b"w" * 16), other):
        with pytest.raises(ContentDamagedError):
            read(each, stored)


@pytest.mark.requirement("SR-9")
def test_an_object_of_another_size_than_the_database_says_is_refused(store, stored):
    for size in (0, stored.size - 1, stored.size + 1, stored.size + MESSAGE_LENGTH):
        with pytest.raises(ContentDamagedError):
            read(store, replace(stored, size=size))


def test_a_digest_that_was_changed_in_the_database_is_found(store, stored):
    with pytest.raises(ContentDamagedError, match="digest"):
        store.verify(replace(stored, sha256="00" * 32))


def test_an_empty_object_is_authentic_too(store):
    stored = store.store(io.BytesIO(b""))
    path = path_of(store, stored)
    data = path.read_bytes()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))

    with pytest.raises(ContentDamagedError):
        store.verify(stored)


@pytest.mark.parametrize("object_id", ["0" * 32, "", "../../etc/passwd", "A" * 32, "0" * 31, "0" * 32 + "\n"])
def test_a_missing_object_or_a_strange_name_is_refused(store, object_id):
    with pytest.raises(ContentMissingError):
        store.open(object_id, 1)


def test_progress_is_told_and_ends_at_the_whole(store):
    told: list[tuple[int, int]] = []
    data = data_of(3 * MESSAGE_LENGTH + 1)

    store.store(io.BytesIO(data), expected=len(data), progress=lambda done, total: told.append((done, total)))

    assert told[-1] == (len(data), len(data))
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert len(told) == 4


@pytest.mark.parametrize("size", [1000, 8 * MESSAGE_LENGTH])
def test_stopped_work_leaves_nothing(store, size):
    stop = Event()
    stop.set()

    with pytest.raises(CancelledError):
        store.store(io.BytesIO(data_of(size)), cancelled=stop)

    assert list(store.folder.iterdir()) == []


def test_stopped_in_the_middle_leaves_nothing(store):
    stop = Event()

    def stop_now(done: int, total: int) -> None:
        stop.set()

    with pytest.raises(CancelledError):
        store.store(io.BytesIO(data_of(8 * MESSAGE_LENGTH)), progress=stop_now, cancelled=stop)

    assert list(store.folder.iterdir()) == []


class Unreadable(io.BytesIO):
    """A medium that fails after some megabytes."""

    def readinto(self, buffer, /):
        if self.tell() > 2 * MESSAGE_LENGTH:
            raise OSError(5, "Input/output error")
        return super().readinto(buffer)


@pytest.mark.requirement("SR-23")
def test_a_source_that_fails_in_the_middle_is_refused_and_leaves_nothing(store):
    with pytest.raises(SourceUnreadableError):
        store.store(Unreadable(data_of(6 * MESSAGE_LENGTH)))

    assert list(store.folder.iterdir()) == []


@pytest.mark.requirement("SR-23")
def test_a_source_that_gives_a_little_at_a_time_is_stored_as_it_is(store):
    class Slow(io.BytesIO):
        def readinto(self, buffer, /):
            return super().readinto(memoryview(buffer)[:65521])

    data = data_of(3 * MESSAGE_LENGTH)

    stored = store.store(Slow(data))

    assert read(store, stored) == data


@pytest.mark.requirement("SR-23")
@pytest.mark.parametrize("size", [1000, 3 * MESSAGE_LENGTH])
def test_a_source_that_changes_while_it_is_read_is_refused(store, tmp_path, size):
    source = tmp_path / "export.bin"
    source.write_bytes(data_of(size))

    def grow(done: int, total: int) -> None:
        with source.open("ab") as file:
            file.write(b"more")

    with pytest.raises(SourceChangedError):
        store.store_file(source, progress=grow)

    assert list(store.folder.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs RLIMIT_FSIZE")
def test_a_full_disk_is_said_and_leaves_nothing(store):
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3 * MESSAGE_LENGTH, before[1]))
    try:
        with pytest.raises(DiskFullError):
            store.store(io.BytesIO(data_of(8 * MESSAGE_LENGTH)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert list(store.folder.iterdir()) == []
    store.verify(store.store(io.BytesIO(data_of(8 * MESSAGE_LENGTH))))


@pytest.mark.requirement("SR-41")
def test_a_file_that_has_no_room_is_refused_before_a_byte_is_written(store):
    with pytest.raises(DiskFullError, match="no room"):
        store.store(io.BytesIO(b"x"), expected=1 << 60)

    assert list(store.folder.iterdir()) == []


@pytest.mark.requirement("SR-41")
def test_a_really_full_disk_is_said_and_works_again_with_room(store, small_disk):
    (small_disk / "content").mkdir()
    there = replace(store, folder=small_disk / "content")
    kept = there.store(io.BytesIO(data_of(1000)))

    for expected in (0, 8 * MESSAGE_LENGTH):
        with pytest.raises(DiskFullError):
            there.store(io.BytesIO(data_of(8 * MESSAGE_LENGTH)), expected=expected)
        assert files_in(there) == [path_of(there, kept)]

    there.verify(there.store(io.BytesIO(data_of(MESSAGE_LENGTH))))
    there.verify(kept)


@pytest.mark.requirement("SR-42")
def test_a_medium_that_is_read_only_is_said(store, small_disk):
    (small_disk / "content").mkdir()
    there = replace(store, folder=small_disk / "content")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)

    with pytest.raises(ReadOnlyError):
        there.store(io.BytesIO(b"x"))


def test_several_small_files_become_durable_together(store, tmp_path):
    sources = [tmp_path / str(number) for number in range(20)]
    for number, source in enumerate(sources):
        source.write_bytes(data_of(number * 1000))

    with store.batch() as batch:
        kept = [batch.add_file(source) for source in sources]
        assert list(store.object_ids()) == []

    assert [read(store, one) for one in kept] == [data_of(number * 1000) for number in range(20)]
    assert sorted(store.object_ids()) == sorted(one.object_id for one in kept)


def test_a_batch_that_goes_on_after_a_source_failed_keeps_only_the_others(store):
    with store.batch() as batch:
        kept = batch.add(io.BytesIO(b"first"))
        with pytest.raises(SourceUnreadableError):
            batch.add(Unreadable(data_of(6 * MESSAGE_LENGTH)))

    store.verify(kept)
    assert files_in(store) == [path_of(store, kept)]


def test_a_batch_that_fails_leaves_nothing_of_it(store, stored):
    def add_both() -> None:
        with store.batch() as batch:
            batch.add(io.BytesIO(b"first"))
            batch.add(Unreadable(data_of(6 * MESSAGE_LENGTH)))

    with pytest.raises(SourceUnreadableError):
        add_both()

    assert files_in(store) == [path_of(store, stored)]


def test_a_flush_that_fails_leaves_nothing(store, monkeypatch):
    def failing(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("thb_desktop.vault.system.os.fsync", failing)
    with pytest.raises(DiskFullError):
        store.store(io.BytesIO(b"x"))

    assert list(store.folder.iterdir()) == []


def test_what_a_crash_left_is_removed_and_objects_stay(store, stored):
    (path_of(store, stored).parent / (secrets.token_hex(16) + ".part")).write_bytes(b"half")

    assert store.remove_leftovers() == 1
    assert files_in(store) == [path_of(store, stored)]


def test_an_object_whose_row_is_gone_is_removed(store, stored):
    store.remove(stored.object_id)
    store.remove(stored.object_id)

    with pytest.raises(ContentMissingError):
        store.open(stored.object_id, stored.size)


@pytest.mark.requirement("SR-22")
def test_memory_stays_small_whatever_the_size(store):
    class Zeros(io.RawIOBase):
        left = 64 * MESSAGE_LENGTH

        def readinto(self, buffer, /):
            length = min(self.left, len(buffer))
            self.left -= length
            return length

    tracemalloc.start()
    stored = store.store(Zeros())
    store.verify(stored)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert stored.size == 64 * MESSAGE_LENGTH
    assert peak < 12 * MESSAGE_LENGTH


def test_a_store_prints_no_secret(store):
    assert "key=" not in repr(store)
