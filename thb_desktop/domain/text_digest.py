"""The digest of a text, by which one says from which words something was made."""

from hashlib import sha256


def digest_of(text: str | None) -> str:
    """Return the SHA-256 (hex) of a text in UTF-8; empty for no text."""
    return "" if text is None else sha256(text.encode()).hexdigest()
