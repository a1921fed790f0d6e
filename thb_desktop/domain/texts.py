"""Texts that a file has in several languages."""

Texts = tuple[tuple[str, str], ...]
"""One text in several languages: pairs of BCP 47 tag and text, the file's own language first."""
