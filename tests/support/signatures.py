"""Each process that tests remembers which signatures it verified.

The same key, data and signature give the same answer each time, as a derivation does; the tests verify the
entries of a few vaults thousands of times. Only what was found genuine is remembered. The tests of signatures
(`FRESH`) have no such memory.
"""

import hashlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import (
    EllipticCurvePublicKey,
    EllipticCurveSignatureAlgorithm,
)

from thb_desktop.crypto import signing

FRESH = ("crypto/", "vectors/", "drills/")
"""Below `tests`: where each signature is verified."""
_TESTS = Path(__file__).parents[1]
_GENUINE = set[bytes]()
"""The digests of key, data and signature."""
_loaded = signing._loaded


class _Key:
    """A public key that knows what it signed."""

    def __init__(self, spki: bytes) -> None:
        self._key: EllipticCurvePublicKey = _loaded(spki)
        self._begin = hashlib.sha256(len(spki).to_bytes(8, "big") + spki)

    def verify(self, signature: bytes, data: bytes, algorithm: EllipticCurveSignatureAlgorithm) -> None:
        asked = self._begin.copy()
        asked.update(len(signature).to_bytes(8, "big") + signature + data)
        digest = asked.digest()
        if digest not in _GENUINE:
            self._key.verify(signature, data, algorithm)
            _GENUINE.add(digest)


@contextmanager
def remembered_signatures() -> Iterator[None]:
    """Let each signature be verified once, until the end of the block."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(signing, "_loaded", _Key)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    if item.path.relative_to(_TESTS).as_posix().startswith(FRESH):
        return (yield)
    with remembered_signatures():
        return (yield)
