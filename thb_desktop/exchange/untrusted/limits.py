"""How much of a file from outside is read."""

from thb_desktop.errors import ExchangeOverLimitError

MEBIBYTE = 1 << 20
FILE = 32 * MEBIBYTE
"""Bytes of one file, packed or not. A record of 5,000 turns in XLIFF has about 10 MiB."""
DEPTH = 64
"""Elements within one another."""
ELEMENTS = 1_000_000
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
"""Units, entries, terms or turns of one file."""


def verify_size(untrusted: bytes) -> None:
    """Raise ExchangeOverLimitError for more bytes than one file may have."""
    if len(untrusted) > FILE:
        raise ExchangeOverLimitError(f"the file has more than {FILE // MEBIBYTE} MiB")


def verify_count(count: int) -> None:
    """Raise ExchangeOverLimitError for more units, entries, terms or turns than one file may have."""
    if count > UNITS:
        raise ExchangeOverLimitError(f"the file has more than {UNITS} entries")
