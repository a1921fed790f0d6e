"""How much of a file from outside is read."""

from thb_desktop.errors import ExchangeOverLimitError

MEBIBYTE = 1 << 20
FILE = 16 * MEBIBYTE
"""Bytes of one file as it comes. A record of 5,000 turns in XLIFF has about 10 MiB."""
PART = 32 * MEBIBYTE
"""Bytes of one unpacked part of an office file. A table of 5,000 rows that Word saved has about 25 MiB."""
TRANSCRIPT = 4 * MEBIBYTE
"""Bytes of a transcript in plain text or subtitles. One of ten hours has about half a MiB."""
SMALL_PART = 2 * MEBIBYTE
"""Bytes of a part that only lists others or describes looks."""
DEPTH = 64
"""Elements within one another."""
ELEMENTS = 800_000
"""Elements, attributes and texts that are held at one time. What was read row by row is let go."""
ELEMENTS_IN_ALL = 3_000_000
"""Of one file, all parts of an office file together."""
HEAD = 64 * 1024
"""Bytes of an XML file before its first element."""
ATTRIBUTES = 64
"""Of one element."""
NAME = 512
"""Characters of the name of an element or attribute, its namespace included."""
ATTRIBUTE = 16_384
"""Characters of the value of one attribute."""
TEXT = MEBIBYTE
"""Characters between two tags."""
MEMBERS = 500
"""Files in an archive."""
MEMBER_LIST = 128 * 1024
"""Bytes of the list of files in an archive."""
UNPACKED = 64 * MEBIBYTE
"""Bytes of all files of an archive together."""
RATIO = 200
"""How many times larger than packed a file of an archive may be, if it is larger than `FREE_OF_RATIO`."""
FREE_OF_RATIO = 64 * 1024
UNITS = 20_000
"""Units, entries, terms or turns of one file; and things that are told of it."""
NOTES = 60_000
"""Notes of all units of one file."""
QUOTED = 4 * MEBIBYTE
"""Characters that all notes of one file quote."""
SHEETS = 32


def verify_size(untrusted: bytes, most: int = FILE) -> None:
    """Raise ExchangeOverLimitError for more bytes than one file may have."""
    if len(untrusted) > most:
        raise ExchangeOverLimitError(f"the file has more than {most // MEBIBYTE} MiB")


def verify_count(count: int) -> None:
    """Raise ExchangeOverLimitError for more units, entries, terms or turns than one file may have."""
    if count > UNITS:
        raise ExchangeOverLimitError(f"the file has more than {UNITS} entries")
