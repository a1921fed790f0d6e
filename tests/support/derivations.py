"""Caches key derivations: for a secret, salt and cost, Argon2id runs only once.

Its result is always the same, so waiting again proves nothing. The tests make and unlock thousands of
vaults, and would spend a third of their time on it. So that a new vault finds its derivations known, there
are two salts, and each test begins with the same recovery codes; what the program draws is drawn too, and
not used. What lives longer than a test has recovery codes of its own: those of a fixture follow from its
name, and are the same in each process. The processes of a run share what they derived. The tests of what is
drawn (`FRESH`) have the salts and codes of the program.
"""

import hashlib
import itertools
import os
import secrets
from collections.abc import Generator, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from thb_desktop.crypto import keyslots, recovery, shares
from thb_desktop.crypto.derivation import SALT_LENGTH, KdfParameters, derive
from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.vault import unlocking

FRESH = ("crypto/", "vectors/", "security/test_at_rest.py", "security/test_derivation.py")
"""Below `tests`: where every salt and recovery code is the program's own."""
_ASKING = (keyslots, shares, unlocking)
"""The modules that derive keys. `calibrate` is not among them, because it would measure the cache."""
_KNOWN: dict[tuple[bytes, bytes, KdfParameters], bytes] = {}
_TESTS = Path(__file__).parents[1]
_generate = recovery.generate


class _Draws:
    """What is drawn in a test. It is computed each time, because tests look for secrets in memory."""

    def __init__(self) -> None:
        self.are_fresh = self.is_code_fresh = True
        self._salts = itertools.count()
        self._codes = _of("code")

    def begin(self, *, are_fresh: bool) -> None:
        self.are_fresh = self.is_code_fresh = are_fresh
        self._codes = _of("code")

    @contextmanager
    def of_fixture(self, name: str) -> Iterator[None]:
        """Draw codes that nothing else draws, until the end of the block."""
        before, self._codes = self._codes, _of("code of " + name)
        try:
            yield
        finally:
            self._codes = before

    def salt(self, length: int) -> bytes:
        return hashlib.shake_256(b"salt %d" % (next(self._salts) % 2)).digest(length)

    def code(self) -> bytearray:
        drawn = next(self._codes)
        return _generate(lambda length: hashlib.shake_256(drawn.encode()).digest(length))


def _of(what: str) -> Iterator[str]:
    """The names of the codes that are drawn one after the other."""
    return (f"{what} {number}" for number in itertools.count())


_DRAWS = _Draws()


@contextmanager
def remembered_derivations(shared: Path | None = None) -> Iterator[None]:
    """Let every module that derives keys use this cache until the end of the block.

    shared: the folder in which processes share what they derived; None if there is one process.
    """
    remembered = partial(_remembered, shared=shared)
    with pytest.MonkeyPatch.context() as patch:
        for module in _ASKING:
            patch.setattr(module, "derive", remembered)
        patch.setattr(keyslots, "draw", _drawn)
        patch.setattr(recovery, "generate", _code)
        yield


def begin_test(file: Path) -> None:
    """Draw the codes from the first on, if the tests of this file may meet them again."""
    _DRAWS.begin(are_fresh=file.relative_to(_TESTS).as_posix().startswith(FRESH))


@contextmanager
def fresh_draws() -> Iterator[None]:
    """What is made in this block lives longer than a test: no test may draw its recovery code again."""
    before, _DRAWS.is_code_fresh = _DRAWS.is_code_fresh, True
    try:
        yield
    finally:
        _DRAWS.is_code_fresh = before


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    begin_test(item.path)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[Any]) -> Generator[None, object, object]:
    name = f"{fixturedef.baseid}::{fixturedef.argname}"
    with nullcontext() if fixturedef.scope == "function" else _DRAWS.of_fixture(name):
        return (yield)


def _remembered(
    secret: bytearray, salt: bytes, parameters: KdfParameters, *, shared: Path | None
) -> bytearray:
    known = (hashlib.sha256(secret).digest(), salt, parameters)
    if known not in _KNOWN:
        place = shared / hashlib.sha256(repr(known).encode()).hexdigest() if shared else None
        if place and place.is_file():
            _KNOWN[known] = place.read_bytes()
        else:
            _KNOWN[known] = bytes(derive(secret, salt, parameters))
            if place:
                _share(place, _KNOWN[known])
    return bytearray(_KNOWN[known])


def _share(place: Path, derived: bytes) -> None:
    """Write what was derived; whoever reads it finds the whole of it."""
    written = place.with_name(f"{place.name}.{os.getpid()}")
    written.write_bytes(derived)
    written.replace(place)


def _drawn(randomness: Randomness, length: int) -> bytes:
    drawn = draw(randomness, length)
    is_drawn_again = length == SALT_LENGTH and randomness is secrets.token_bytes and not _DRAWS.are_fresh
    return _DRAWS.salt(length) if is_drawn_again else drawn


def _code(randomness: Randomness) -> bytearray:
    code = _generate(randomness)
    return _DRAWS.code() if randomness is secrets.token_bytes and not _DRAWS.is_code_fresh else code
