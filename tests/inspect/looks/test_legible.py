"""What of a file is searched: its words, and no signs that stand in a row by chance."""

import io
import struct
from hashlib import sha256

import pytest

from tests.support.samples import sample
from thb_desktop.domain.search_identifiers import identifiers
from thb_desktop.domain.shared_identifiers import noted_in
from thb_desktop.inspect.looks.legible import is_legible
from thb_desktop.inspect.looks.looking import Looker

NOISE = b"".join(sha256(number.to_bytes(4)).digest() for number in range(6250))
COMMENT = "Paid to Maria, +32 470 55 66 77 @anna_k"


def words(data: bytes, name: str) -> str:
    question = {"job": "text", "part": (), "page": 2_000_000, "name": name}
    _, pieces = Looker().answer(io.BytesIO(data), question)
    return b"".join(pieces).decode()


def noted(text: str) -> list[str]:
    return [each.value for each in noted_in([*identifiers(text)], text, in_text=True)]


def test_of_the_pixels_of_a_picture_no_line_is_searched_and_nobody_is_noted():
    comment = COMMENT.encode()
    head = b"\xff\xd8\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment
    data = head + b"\xff\xda\x00\x02" + NOISE + b"\xff\xd9"

    text = words(data, "photo.jpg")

    assert COMMENT in text
    assert len(noted(text)) == len(noted(COMMENT)) == 2
    assert len(text) < len(NOISE) // 400


@pytest.mark.parametrize("folder", ["photos", "av", "pdf-pdfjs"])
def test_no_sample_names_a_user_or_an_account_by_chance(folder: str):
    encrypted = "print_protection.pdf"
    for path in sorted(sample(f"02-evidence/{folder}").iterdir()):
        if path.is_file() and path.name != encrypted:
            assert not [each for each in noted(words(path.read_bytes(), path.name)) if each[0] == "¤"], (
                path.name
            )


@pytest.mark.parametrize(
    "run",
    [
        *("Ana Popescu", "Mihaela", "0476 12 34 56", "BE68539007547034", "maria.x9@example.org"),
        *("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "Иван Петров", "Mădălina Ștefan", "ตำรวจไทย"),
    ],
)
def test_a_name_or_a_number_among_bytes_is_searched(run: str):
    for data in (run.encode(), run.encode("utf-16-le")):
        mixed = b"\x90\x00\x88\x1c\x07\xfd" * 40 + data + b"\x90\x00\x88\x1c\x07\xfd" * 40

        assert run in words(mixed, "store.bin").split("\n")


@pytest.mark.parametrize(
    "run", ["@x9Kf!", "Ruݍ6IC", "5BSrt#", "ÂÃÄÅÆÇÈÉÊÒ", "QZp_Î{@øI", "Ļઊઊఎฌฑఎ", "xkcdfg"]
)
def test_signs_in_a_row_by_chance_are_no_words(run: str):
    assert not is_legible(run)


@pytest.mark.parametrize(
    ("written", "counts"),
    [
        ("BE68 5390 0754 7034", True),
        ("BE68 5390 0754 7035", True),
        ("eb225ca347a1df11b1b3a32037424901", False),
        ("be5888092d206811b840f4c9eab45802", False),
    ],
    ids=["right", "with a wrong digit", "of no country", "of another length"],
)
def test_a_digest_that_begins_as_an_iban_is_none(written: str, *, counts: bool):
    assert bool([each for each in noted(f"xmp.iid: {written}") if each.startswith("¤b")]) is counts
