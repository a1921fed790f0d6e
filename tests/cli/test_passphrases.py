"""A passphrase comes from a terminal or a file descriptor, whole and alone."""

import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.support.code import ROOT
from thb_desktop.cli.passphrases import new_passphrase, passphrase, secret_line
from thb_desktop.errors import PassphraseUnreadableError, WeakPassphraseError


@contextmanager
def descriptor_with(content: bytes) -> Iterator[int]:
    reading, writing = os.pipe()
    os.write(writing, content)
    os.close(writing)
    try:
        yield reading
    finally:
        os.close(reading)


@pytest.mark.parametrize(
    "content", [b"five words are better", b"five words are better\n", b"five words are better\r\n"]
)
def test_the_end_of_the_line_is_no_part_of_it(content: bytes):
    with descriptor_with(content) as descriptor:
        assert passphrase(descriptor) == b"five words are better"


def test_blanks_at_its_ends_are_part_of_it():
    with descriptor_with(b" a b \n") as descriptor:
        assert passphrase(descriptor) == b" a b "


def test_two_secrets_can_wait_on_one_descriptor():
    with descriptor_with(b"the old one\nthe new one\n") as descriptor:
        assert passphrase(descriptor) == b"the old one"
        assert new_passphrase(descriptor) == b"the new one"


def test_composed_and_decomposed_signs_are_the_same_passphrase():
    with descriptor_with("gr\u00fcn\n".encode() + "gru\u0308n\n".encode()) as descriptor:
        assert passphrase(descriptor) == passphrase(descriptor)


def test_nothing_to_read_is_no_passphrase():
    with descriptor_with(b"") as descriptor, pytest.raises(WeakPassphraseError):
        passphrase(descriptor)


def test_a_descriptor_that_is_not_open_is_refused():
    with descriptor_with(b"") as descriptor:
        closed = descriptor

    with pytest.raises(PassphraseUnreadableError, match=str(closed)):
        passphrase(closed)


def test_bytes_that_are_no_text_are_refused():
    with (
        descriptor_with(b"\xff\xfe\n") as descriptor,
        pytest.raises(PassphraseUnreadableError, match="UTF-8"),
    ):
        passphrase(descriptor)


def test_an_endless_line_is_refused():
    with (
        descriptor_with(b"x" * 9000) as descriptor,
        pytest.raises(PassphraseUnreadableError, match="more than"),
    ):
        passphrase(descriptor)


def test_without_a_terminal_nothing_is_asked(monkeypatch: pytest.MonkeyPatch):
    with open(os.devnull, encoding="utf-8") as nothing:  # noqa: PTH123 - the null device
        monkeypatch.setattr("sys.stdin", nothing)

        with pytest.raises(PassphraseUnreadableError, match="terminal"):
            secret_line(None, "Passphrase: ")


def ask_at_a_terminal(typed: bytes) -> tuple[bytes, int]:
    """Let a program ask for a new passphrase at its own terminal; return what it showed, and its code."""
    program = (
        "from thb_desktop.cli.passphrases import new_passphrase\n"
        "from thb_desktop.errors import ThbError\n"
        "try:\n    print(len(new_passphrase(None)))\n"
        "except ThbError as error:\n    raise SystemExit(error.code)"
    )
    main, terminal = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=ROOT,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    os.close(terminal)
    shown = b""
    for question, answer in zip(
        (b"New passphrase: ", b"Once more: "), typed.splitlines(keepends=True), strict=True
    ):
        while question not in shown:
            shown += os.read(main, 1000)
        os.write(main, answer)
    try:
        while more := os.read(main, 1000):
            shown += more
    except OSError:
        pass  # the terminal ends with its program
    os.close(main)
    return shown, child.wait(10)


def test_at_a_terminal_it_is_asked_for_twice_and_never_shown():
    shown, code = ask_at_a_terminal(b"a river of tin\na river of tin\n")

    assert code == 0
    assert b"14" in shown
    assert b"river" not in shown


def test_two_different_answers_are_refused():
    shown, code = ask_at_a_terminal(b"a river of tin\na river of tan\n")

    assert code == 1
    assert b"passphrase-unreadable" in shown
