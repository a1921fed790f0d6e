"""Hostile containers: each is refused, and costs no more memory and time than its own bytes."""

import io
import tracemalloc
from time import process_time

import pytest

from tests.package.test_container import CONTAINER, packed, read
from thb_desktop.errors import PackageFormError
from thb_desktop.package import manifest, packing, unpacking, zip_stream
from thb_desktop.package.members import held
from thb_desktop.package.unpacking import MOST_SIGNATURE, open_container
from thb_desktop.package.zip_stream import Stored, directory


def put_together(files) -> bytes:
    target = io.BytesIO()
    stream = packing._Stream(target)
    for name, content in files:
        stream.put_held(name, content)
    stream.close()
    return target.getvalue()


def with_another(name: str, content: bytes) -> bytes:
    """The container with another content in the place of one file, in a form that is right."""
    container = read(CONTAINER)
    return put_together(
        (each.name, content if each.name == name else b"".join(container.pieces(each.name)))
        for each in container.members
    )


def test_an_end_that_puts_the_directory_at_the_beginning_does_not_make_it_read_the_whole_file():
    class Counted(io.BytesIO):
        most = 0

        def read(self, length: int | None = -1, /) -> bytes:
            data = super().read(length)
            self.most = max(self.most, len(data))
            return data

    file = Counted(bytes(20 << 20) + zip_stream._END.pack(b"PK\5\6", *[0] * 7))

    with pytest.raises(PackageFormError):
        open_container(file)

    assert file.most < 1 << 20


def test_a_place_beyond_what_a_file_can_have_is_refused():
    first = Stored(name="a", size=(1 << 63) + 5, crc32=0)
    second = Stored(name="b", size=0, crc32=0, offset=first.end)
    start = first.local()

    with pytest.raises(PackageFormError):
        read(start + directory([first, second], len(start)))


def test_more_files_than_are_read_are_refused(monkeypatch):
    monkeypatch.setattr(unpacking, "MOST_FILES", len(read(CONTAINER).members) - 1)

    with pytest.raises(PackageFormError):
        read(CONTAINER)


def test_a_short_manifest_that_would_be_long_when_it_is_written_again_is_refused_at_once():
    row = manifest._ENTRY.partition("<ds:DigestMethod")[0].format(name="n" * 20_000, media_type="m")
    text = manifest._HEAD + row + "<ds:DigestValue></ds:DigestValue>" * 5_000
    text += "</asic:DataObjectReference>\n" + manifest._TAIL
    tracemalloc.start()

    with pytest.raises(PackageFormError):
        read(with_another(manifest.MANIFEST, text.encode()))

    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 20 * len(text)


def test_a_signature_that_is_longer_than_any_of_ours_is_refused():
    with pytest.raises(PackageFormError):
        read(with_another(manifest.SIGNATURE, b"\x30\x80" + b"\5\0" * (MOST_SIGNATURE // 2) + b"\0\0"))


def test_a_file_is_found_at_the_same_cost_however_many_there_are():
    container = read(packed([held(f"{number:05}", "text/plain", b"") for number in range(10_000)]))
    begun = process_time()

    for each in container.payload:
        container.pieces(each.name)

    assert process_time() - begun < 0.2
