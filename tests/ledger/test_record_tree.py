"""The tree of a record: a part can be kept back, and the digest is the same."""

import hashlib
import json

import pytest

from thb_desktop.errors import FormatError
from thb_desktop.ledger.record_tree import RecordTree

SALT = bytes(range(32))
VALUES = [
    ("interview/1", {"number": "I-01", "place": "Liège"}),
    ("segment/1", {"text": "Înțelegeți?"}),
    ("rendering/fr/1", {"text": "Comprenez-vous ?"}),
    ("rendering/en/1", {"text": "Yes"}),
]


def tree(salt: bytes = SALT) -> RecordTree:
    return RecordTree.of(VALUES, salt=salt)


def test_a_language_that_is_left_out_changes_no_digest_and_leaves_none_of_its_words():
    whole = tree()

    shown = whole.only(lambda name: not name.startswith("rendering/en"))

    assert shown.digest == whole.digest
    assert shown.first == whole.first
    assert b"Yes" not in shown.to_bytes()
    assert RecordTree.parse(shown.to_bytes()) == shown
    assert shown.strangers() == []
    assert shown.value("rendering/fr/1") == {"text": "Comprenez-vous ?"}


def test_what_is_left_out_cannot_be_guessed_without_the_salt():
    left_out = tree().digests["rendering/en/1"]

    guesses = [
        json.dumps(["rendering/en/1", nonce, {"text": "Yes"}], separators=(",", ":"))
        for nonce in ("", SALT.hex())
    ]

    assert left_out not in [hashlib.sha256(guess.encode()).hexdigest() for guess in guesses]
    assert left_out != tree(bytes(32)).digests["rendering/en/1"]


def test_a_stranger_needs_nothing_but_sha_256_of_lines_and_of_the_record():
    made = tree()

    first, *lines = made.to_bytes().decode().splitlines()
    listed = json.loads(first)["parts"]

    assert {json.loads(line)[0]: hashlib.sha256(line.encode()).hexdigest() for line in lines} == listed
    assert hashlib.sha256(first.encode()).hexdigest() == made.digest


def test_a_changed_part_is_a_stranger():
    made = tree()
    forged = made.to_bytes().replace(b"Comprenez-vous", b"Comprenez-tu")

    read = RecordTree.parse(forged)

    assert read.strangers() == ["rendering/fr/1"]
    assert RecordTree.parse(made.to_bytes() + b'["more","",1]\n').strangers() == ["more"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}\n",
        b'{"format":"thb-record/1","parts":[]}\n',
        b'{"format":"thb-record/1","parts":{"a":1}}\n',
        b'{"format":"thb-record/2","parts":{}}\n',
        b'{"format":"thb-record/1","parts":{}}\n[]\n',
        b'{"format":"thb-record/1","parts":{}}\n["a",1,{}]\n',
        b'{"format":"thb-record/1","parts":{}}\n["a","",{}]',
        b'{"format":"thb-record/1","parts":{}}\n["a","",{}]\n["a","",{}]\n',
        b'{"format":"thb-record/1","parts":{}}\n\n',
    ],
)
def test_a_record_in_another_form_is_refused(data: bytes):
    with pytest.raises(FormatError):
        RecordTree.parse(data)
