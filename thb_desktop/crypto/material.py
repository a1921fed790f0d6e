"""Key material: generating random keys and wiping them."""

from collections.abc import Callable
from hmac import compare_digest

Randomness = Callable[[int], bytes]
"""Returns that many random bytes: `os.urandom` in use, a fixed sequence in tests of formats."""

KEY_LENGTH = 32


def draw(randomness: Randomness, length: int) -> bytes:
    """Return `length` random bytes; refuse a source that returns another number."""
    drawn = randomness(length)
    if len(drawn) != length:
        raise ValueError("the source of randomness returned a wrong number of bytes")
    return drawn


def new_key(randomness: Randomness) -> bytearray:
    """Return a random key of 256 bits that its holder can overwrite."""
    return bytearray(draw(randomness, KEY_LENGTH))


def wipe(*secrets: bytearray | None) -> None:
    """Overwrite secrets with zeros.

    This shortens their life. It cannot reach copies made by the interpreter or a library. Only the end of the
    process removes those, so locking a vault replaces the process.
    """
    for secret in secrets:
        if secret is not None:
            secret[:] = bytes(len(secret))


def is_same(left: bytes | bytearray, right: bytes | bytearray) -> bool:
    """Compare two secrets or tags in constant time."""
    return compare_digest(left, right)
