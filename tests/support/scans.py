"""Remembers what was found in a file that leaves, for the same register of identities and the same bytes.

A package is laid out several times in a test, and the same exhibits are searched each time: that takes most
of it. Where the search itself is tested, or cancelled, each file is searched.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from threading import Event

import pytest

from thb_desktop.services.bundling.identity_register import Register
from thb_desktop.services.bundling.identity_scan import Scan
from thb_desktop.services.packaging import package_content

_KNOWN: dict[tuple[object, ...], Scan] = {}
_file, _bundle = package_content.scan_file, package_content.scan_bundle


@contextmanager
def remembered_scans() -> Iterator[None]:
    """Let packages be laid out with what this process has found before, until the end of the block."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(package_content, "scan_file", _scan_file)
        patch.setattr(package_content, "scan_bundle", _scan_bundle)
        yield


def _scan_file(
    register: Register,
    thing: str,
    name: str,
    pieces: Callable[[], Iterable[bytes]],
    *,
    cancelled: Event | None = None,
) -> Scan:
    if cancelled is not None:
        return _file(register, thing, name, pieces, cancelled=cancelled)
    digest = sha256()
    for piece in pieces():
        digest.update(piece)
    known = (*_of(register), thing, name, digest.digest())
    if known not in _KNOWN:
        _KNOWN[known] = _file(register, thing, name, pieces)
    return _KNOWN[known]


def _scan_bundle(register: Register, number: str, pdf: bytes) -> Scan:
    known = (*_of(register), number, sha256(pdf).digest())
    if known not in _KNOWN:
        _KNOWN[known] = _bundle(register, number, pdf)
    return _KNOWN[known]


def _of(register: Register) -> tuple[object, ...]:
    return register.mark, register.search is None, register.damaged
