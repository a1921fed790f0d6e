"""7z archives: listed, opened entry by entry, and refused where they are locked or not as they should be."""

import base64
import lzma
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.looking import looking_at
from thb_desktop.domain.looks import EntryMark, HexBytes, Listing, PlainText, UnreadForm
from thb_desktop.errors import DocumentLockedError, ThbError
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.looks.parts import Asked, UnreadableError
from thb_desktop.inspect.looks.seven import open_in_seven
from thb_desktop.services.evidence.looking import Looking

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
needs_seven = pytest.mark.skipif(shutil.which("7z") is None, reason="7z is not here")
TINY = base64.b64decode(
    "N3q8ryccAAQsB8wdaAAAAAAAAAAgAAAAAAAAAPpXBLsBAAdvbmUKdHdvCgAAAIEzB64PzpwGxQkqrtOqhSYoExi7AyVnHGlAmQyd"
    "NYD1k6Fzxl1MhTzDOgtbeFzUGTAIO4l9i7hWaAyruFvP4QSfdhXBEBX5UzFovEFOISGWyqE5FxAmlw8AABcGDAEJXAAHCwEAASMD"
    "AQEFXQAQAAAMcgoB7fG3nwAA"
)
"""The folder "sub" with "one.txt", and "two.txt"."""


def words_of(looking: Looking, key: str) -> str:
    look = looking.look((key,))
    assert isinstance(look, PlainText)
    return "\n".join(look.lines)


def test_a_7z_is_listed_searched_by_its_names_and_opened():
    with looking_at(TINY, "a.7z") as looking:
        look = looking.look()
        assert isinstance(look, Listing)

        found = {each.name: (each.size, each.marks, bool(each.key)) for each in look.parts}
        keys = {each.name: each.key for each in look.parts}
        assert look.kind == "7Z"
        assert found == {
            "sub": (0, (EntryMark.FOLDER,), False),
            "sub/one.txt": (4, (), True),
            "two.txt": (4, (), True),
        }
        assert words_of(looking, keys["sub/one.txt"]).strip() == "one"
        assert words_of(looking, keys["two.txt"]).strip() == "two"
        assert set(looking.text(1000).split("\n")) == {"sub", "sub/one.txt", "two.txt"}
        assert looking.told().media_type == "application/x-7z-compressed"


@pytest.mark.parametrize("place", range(0, len(TINY), 3))
def test_a_7z_with_a_byte_turned_over_is_listed_or_refused(place: int):
    from io import BytesIO

    from thb_desktop.inspect.looks.looking import Looker

    data = bytearray(TINY)
    data[place] ^= 0xFF

    said, _ = Looker().answer(BytesIO(bytes(data)), {"job": "look", "page": 1, "name": "a.7z"})  # type: ignore[arg-type]

    assert "refused" in said or said["look"] in ("Listing", "HexBytes", "PlainText")


@needs_seven
@pytest.mark.parametrize("way", ["-m0=lzma2", "-m0=lzma", "-mx0", "-ms=off"])
def test_every_entry_of_a_7z_is_what_was_packed(tmp_path: Path, way: str):
    for number in range(210):
        (tmp_path / f"{number}.txt").write_text(f"letter {number}\n" * number, "utf-8")
    subprocess.run(["7z", "a", "-bso0", way, "a.7z", "."], cwd=tmp_path, check=True, timeout=60)

    with looking_at((tmp_path / "a.7z").read_bytes(), "a.7z") as looking:
        names = {each.name: each for page in (1, 2) for each in _parts(looking, page)}
        assert names.keys() == {f"{number}.txt" for number in range(210)}
        for number in (1, 57, 209):
            told = words_of(looking, names[f"{number}.txt"].key)
            assert told.rstrip("\n") == (f"letter {number}\n" * number).rstrip("\n")


def _parts(looking: Looking, page: int):  # type: ignore[no-untyped-def]
    look = looking.look(page=page)
    assert isinstance(look, Listing)
    return look.parts


@needs_seven
def test_a_7z_with_a_password_is_listed_where_its_names_are_open_and_refused_else(tmp_path: Path):
    (tmp_path / "a.txt").write_text("letter", "utf-8")
    for name, way in (("open.7z", "-mhe=off"), ("locked.7z", "-mhe=on")):
        command = ["7z", "a", "-bso0", "-psecret", way, name, "a.txt"]
        subprocess.run(command, cwd=tmp_path, check=True, timeout=60)

    with looking_at((tmp_path / "open.7z").read_bytes(), "open.7z") as looking:
        (part,) = _parts(looking, 1)
        assert (part.name, part.key, part.marks) == ("a.txt", "", (EntryMark.ENCRYPTED,))
    locked = (tmp_path / "locked.7z").read_bytes()
    with looking_at(locked, "locked.7z") as looking, pytest.raises(DocumentLockedError):
        looking.look()


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"RIFF\x24\0\0\0WEBPVP8 ", UnreadForm.PICTURE),
        (b"\0\0\0\x18ftypheic\0\0\0\0", UnreadForm.PICTURE),
        (b"Rar!\x1a\x07\x01\0", UnreadForm.ARCHIVE),
        (b"SQLite format 3\0" + bytes(100), UnreadForm.DATABASE),
        (b"\x7fELF" + bytes(100), None),
    ],
)
def test_a_form_that_is_known_and_not_read_is_said(data: bytes, form: UnreadForm | None):
    with looking_at(data, "a") as looking:
        look = looking.look()

        assert isinstance(look, HexBytes)
        assert look.unread is form


def test_a_7z_that_claims_more_than_it_has_is_refused():
    with looking_at(TINY[:-20], "a.7z") as looking, pytest.raises(ThbError):
        looking.look()


def seven_of(coder: bytes, length: int, sizes: list[int]) -> bytes:
    """Return the beginning of a 7z with its header: entries of these sizes in one run of so many bytes, which
    follows behind it.
    """

    def number(value: int) -> bytes:
        return b"\xff" + value.to_bytes(8, "little")

    def header(place: int) -> bytes:
        names = b"".join(f"{at}.txt\0".encode("utf-16-le") for at in range(len(sizes)))
        packed = b"\x06" + number(place) + b"\1\x09" + number(length) + b"\0"
        unpacked = b"\x07\x0b\1\0\1" + coder + b"\x0c" + number(sum(sizes)) + b"\0"
        divided = b"\x08\x0d" + number(len(sizes)) + b"\x09" + b"".join(map(number, sizes[:-1])) + b"\0"
        files = b"\x05" + number(len(sizes)) + b"\x11" + number(1 + len(names)) + b"\0" + names + b"\0"
        return b"\1\4" + packed + unpacked + divided + b"\0" + files + b"\0"

    told = header(len(header(0)))
    return TINY[:8] + bytes(4) + struct.pack("<QQ", 0, len(told)) + bytes(4) + told


@pytest.mark.parametrize(
    ("coder", "chosen"),
    [
        (b"\x23\x03\x01\x01\x05\x5d" + (3 << 29).to_bytes(4, "little"), lzma.FILTER_LZMA1),
        (b"\x21\x21\x01\x25", lzma.FILTER_LZMA2),
    ],
    ids=["LZMA", "LZMA2"],
)
def test_a_run_that_claims_a_large_dictionary_takes_no_more_than_what_is_read(coder: bytes, chosen: int):
    words = b"wanted " * 1000
    run = lzma.compress(words + bytes(100), lzma.FORMAT_RAW, filters=[{"id": chosen, "dict_size": 1 << 16}])

    with looking_at(seven_of(coder, len(run), [len(words), 3 << 29]) + run, "a.7z") as looking:
        assert words_of(looking, "0") == words.decode()


def test_what_is_not_packed_is_read_where_it_stands(tmp_path: Path):
    before, size = 3 << 30, 70 << 20
    path = tmp_path / "a.7z"
    begins = seven_of(b"\x01\0", before + size, [before, size])
    with path.open("w+b") as source:
        source.write(begins)
        source.seek(len(begins) + before)
        source.write(b"begins")
        source.seek(len(begins) + before + size - 4)
        source.write(b"ends")
        asked = Asked(source)

        data, name = open_in_seven(asked, "1")

        assert (data[:6], data[-4:], len(data), name) == (b"begins", b"ends", size, "1.txt")
        with pytest.raises(UnreadableError):
            open_in_seven(asked, "0")


def test_an_entry_that_is_not_packed_ends_with_its_run(tmp_path: Path):
    path = tmp_path / "a.7z"
    path.write_bytes(seven_of(b"\x01\0", 10, [5, 10]) + bytes(100))

    with path.open("rb") as source:
        assert open_in_seven(Asked(source), "0") == (bytes(5), "0.txt")
        with pytest.raises(UnreadableError):
            open_in_seven(Asked(source), "1")
