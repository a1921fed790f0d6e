"""The words of a claim that documents use: signed as a salted digest, so that nobody can guess them."""

import hashlib

_PREFIX = b"thb-claim-words/1\x00"


def words_digest(salt: str, words: str) -> str:
    """Return the SHA-256 (hex) of the words under a salt of 32 bytes (hex). Raises ValueError for another."""
    drawn = bytes.fromhex(salt)
    if len(drawn) != 32:
        raise ValueError(salt)
    return hashlib.sha256(_PREFIX + drawn + words.encode()).hexdigest()
