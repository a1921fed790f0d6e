"""7z archives: listed, opened entry by entry, and refused where they are locked or not as they should be."""

import base64
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.looking import looking_at
from thb_desktop.domain.looks import EntryMark, HexBytes, Listing, PlainText, UnreadForm
from thb_desktop.errors import DocumentLockedError, ThbError
from thb_desktop.inspect.confinement import ask_machine
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
