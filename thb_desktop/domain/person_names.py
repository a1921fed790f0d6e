"""Names of persons: whether two that are written differently are the same."""

import unicodedata


def is_same_name(one: str, other: str) -> bool:
    """Whether two names have the same words, in any order and in capitals or not."""
    return _words(one) == _words(other)


def _words(name: str) -> list[str]:
    return sorted(unicodedata.normalize("NFC", name).casefold().replace(",", " ").split())
