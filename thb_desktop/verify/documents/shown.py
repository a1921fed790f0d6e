"""Texts and digests of an outside file, made safe to show."""


def in_groups(digest: str) -> str:
    """Return a hexadecimal digest in groups of four, for comparison aloud or on paper."""
    return " ".join(digest[start : start + 4] for start in range(0, len(digest), 4))


def shown(text: str) -> str:
    """Return text of an outside file without control and direction marks, and not too long."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text[:120])
