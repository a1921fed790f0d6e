"""How `thb` reads a passphrase: from the terminal or a file descriptor, never from an argument."""

import argparse
import getpass
import os
import sys

from thb_desktop.crypto import passphrases
from thb_desktop.errors import PassphraseUnreadableError

_MOST_BYTES = 8192


def add_descriptor(parser: argparse.ArgumentParser, option: str, what: str) -> None:
    """Add an option that reads a secret as one line from an open file descriptor."""
    parser.add_argument(option, type=int, metavar="N", help=f"read {what} from the open file descriptor N")


def passphrase(descriptor: int | None, question: str = "Passphrase: ") -> bytearray:
    """Return the passphrase as bytes for key derivation."""
    return passphrases.prepare(secret_line(descriptor, question))


def new_passphrase(descriptor: int | None, question: str = "New passphrase: ") -> bytearray:
    """Like `passphrase`, but asks twice at the terminal."""
    typed = secret_line(descriptor, question)
    if descriptor is None and secret_line(None, "Once more: ") != typed:
        raise PassphraseUnreadableError("the two passphrases differ; nothing was changed")
    return passphrases.prepare(typed)


def secret_line(descriptor: int | None, question: str) -> str:
    """Return one line without its end; the terminal does not show it."""
    if descriptor is not None:
        return _first_line(descriptor)
    if not sys.stdin.isatty():
        asked = question.strip(": ")
        raise PassphraseUnreadableError(
            f"there is no terminal to ask at: {asked}; give it by the option that ends with -fd"
        )
    try:
        return getpass.getpass(question, stream=sys.stderr)
    except EOFError:
        raise PassphraseUnreadableError("nothing was typed; nothing was changed") from None


def _first_line(descriptor: int) -> str:
    read = bytearray()
    try:
        while b"\n" not in read and len(read) <= _MOST_BYTES:
            # One byte at a time, because a second secret may follow on the same descriptor.
            byte = os.read(descriptor, 1)
            if not byte:
                break
            read += byte
        text = read.decode("utf-8")
    except OSError:
        raise PassphraseUnreadableError(f"nothing can be read from file descriptor {descriptor}") from None
    except UnicodeDecodeError:
        raise PassphraseUnreadableError(f"file descriptor {descriptor} gives no UTF-8 text") from None
    finally:
        read[:] = bytes(len(read))
    if len(text) > _MOST_BYTES:
        raise PassphraseUnreadableError(f"file descriptor {descriptor} gives more than a passphrase")
    return text.removesuffix("\n").removesuffix("\r")
