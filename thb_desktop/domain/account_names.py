"""How files name accounts: whether a name is that of an account, its IBAN or its national number."""

import re
from collections.abc import Sequence

from thb_desktop.domain.checksums import check_iban
from thb_desktop.domain.vocabulary import ChecksumState

_BANK = re.compile(r"^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?/(?=.)")
"""The code of a bank before an account, as MT940 writes it."""
_WITH_CURRENCY = re.compile(r"([0-9][0-9 ./-]*)[A-Z]{3}")
_CHECKED = 4
"""Signs of an IBAN before the number of the bank and the account."""
_PARTS = re.compile(r"[^0-9A-Z]+")
_LONG = 7
"""Signs, without zeros in front, that a number has at least which is no other by chance."""


def names(written: str, identifier: str) -> bool:
    """Whether what is written names no account, or this one: its IBAN, or the whole number within it.

    The groups of a national number must fill the IBAN behind its check digits, but for letters of the bank
    and zeros. An account number without its bank is that of many accounts, and parts of it stand in others
    by chance: somebody has to say whose it is.
    """
    if not plain(written):
        return True
    named, held = _groups(written), _groups(identifier)
    one, other = "".join(named), "".join(held)
    if is_iban(one) and is_iban(other):
        return is_same_iban(one, other)
    if is_iban(one):
        return _is_within(held, one)
    if is_iban(other):
        return _is_within(named, other)
    return one == other or (_is_long(named) and _without_zeros(named) == _without_zeros(held))


def plain(identifier: str) -> str:
    """Return the letters and digits of an identifier, by which two are compared."""
    return "".join(each for each in identifier if each.isalnum()).upper()


def _groups(identifier: str) -> list[str]:
    """Return the groups of a number as it is divided, without the code of the bank before it and the currency
    behind its digits.
    """
    written = _BANK.sub("", identifier.strip().upper())
    if digits := _WITH_CURRENCY.fullmatch(written):
        written = digits[1]
    return [each for each in _PARTS.split(written) if each]


def _without_zeros(groups: Sequence[str]) -> list[str]:
    return [each.lstrip("0") for each in groups if each.strip("0")]


def _is_long(groups: Sequence[str]) -> bool:
    return sum(map(len, _without_zeros(groups))) >= _LONG


def _is_within(groups: Sequence[str], iban: str) -> bool:
    """Whether the groups of a national number are all that an IBAN has behind its check digits."""
    filled = "0*".join(_without_zeros(groups))
    return _is_long(groups) and re.fullmatch(f"[A-Z]*0*{filled}([A-Z]{{3}})?", iban[_CHECKED:]) is not None


def is_iban(identifier: str) -> bool:
    """Whether it has the form of an IBAN, whatever its check digits."""
    return check_iban(identifier) is not ChecksumState.NO_CHECKSUM


def is_same_iban(one: str, other: str) -> bool:
    """Whether two are equal, or one is the other with letters behind it, as its currency: a whole IBAN is not
    the beginning of another.
    """
    short, long = sorted((one, other), key=len)
    behind = long.removeprefix(short)
    is_begin = long.startswith(short) and behind[:1].isalpha()
    return one == other or (is_begin and check_iban(short) is ChecksumState.VALID)
