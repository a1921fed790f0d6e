"""By what the forms of transcripts are known: it decodes nothing, so every process may ask."""

import re

STAMP = r"(?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
"""A time of subtitles."""
_SUBRIP = re.compile(rf"\s*\d{{1,9}}[ \t]*\n[ \t]*{STAMP}[ \t]*-->")
_WEBVTT = re.compile(r"WEBVTT(?:[ \t]|\r?\n|\Z)")
_PRAAT = re.compile(r'\s*File type\s*=\s*"ooTextFile"\s+Object class\s*=\s*"TextGrid"')


def is_subrip(begin: str) -> bool:
    """Whether a text begins with a number and a line of times."""
    return _SUBRIP.match(begin.replace("\r\n", "\n")) is not None


def is_webvtt(begin: str) -> bool:
    return _WEBVTT.match(begin) is not None


def is_praat(begin: str) -> bool:
    """Whether it is a TextGrid with the names of its values; the short form is shown as a text."""
    return _PRAAT.match(begin) is not None and "xmin" in begin
