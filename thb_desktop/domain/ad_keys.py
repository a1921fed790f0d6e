"""What an advertisement has that others may have too: its numbers and other identifiers, its text, its
pictures.

A number is the same with its country code and without, if what follows is the same; two numbers with
different country codes are two.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from thb_desktop.domain.ads import Ad
from thb_desktop.domain.identifier_kinds import IdentifierKind
from thb_desktop.domain.lone_numbers import alone
from thb_desktop.domain.near_texts import plain_text
from thb_desktop.domain.search_identifiers import MARK, Identifier, identifiers, with_plain_digits

_BEGINNING = 80
"""Code points by which a text is shown."""
_LEAST = 8
"""Digits of a number that is taken from a text, without its country code."""
_DATE = re.compile(r"\d{1,2}[./ -]\d{1,2}[./ -](?:\d{4}|\d{2})")
_SURE = ("+", "(+", "0", "(0")
"""How a number in a text begins: prices and measures do not."""


class PhoneKey(NamedTuple):
    """own: what follows the country code or the leading zero. whole: with the country code; empty without."""

    own: str
    whole: str
    written: str


def text_of(ad: Ad) -> str:
    """Return what is compared of an advertisement, plain: its text, or its title where it has none."""
    return plain_text(ad.text) or plain_text(ad.title)


def beginning_of(ad: Ad) -> str:
    """Return the first words of the text that is compared, as they are written."""
    return " ".join((ad.text if plain_text(ad.text) else ad.title).split())[:_BEGINNING]


def digest_of(plain: str) -> str:
    """SHA-256 (hex) of a plain text."""
    return hashlib.sha256(plain.encode()).hexdigest()


def phones_of(ad: Ad) -> tuple[PhoneKey, ...]:
    """Return the numbers of the column of numbers, and those in title and text, each once."""
    found = dict[tuple[str, str], PhoneKey]()
    for each in (*_numbers(ad.phones, in_text=False), *_numbers(f"{ad.title}\n{ad.text}", in_text=True)):
        found.setdefault((each.own, each.whole), each)
    return tuple(found.values())


def others_of(ad: Ad) -> tuple[tuple[IdentifierKind, str, str], ...]:
    """Return the other identifiers of an advertisement, each once: kind, one form, and as it is written."""
    text = "\n".join((ad.phones, ad.title, ad.text, ad.url))
    found = dict[str, tuple[IdentifierKind, str, str]]()
    for each in alone(identifiers(text, plates=False), text):
        if each.kind is not IdentifierKind.PHONE:
            written = " ".join(text[each.start : each.end].split())
            found.setdefault(each.stored[0], (each.kind, each.stored[0], written))
    return tuple(found.values())


def same_number(keys: Sequence[PhoneKey]) -> tuple[tuple[int, ...], ...]:
    """Return which of some numbers, that agree in what follows the country code, are one: by their places."""
    wholes = dict.fromkeys(each.whole for each in keys if each.whole)
    if len(wholes) < 2:
        return (tuple(range(len(keys))),)
    return tuple(
        tuple(place for place, each in enumerate(keys) if each.whole in ("", whole)) for whole in wholes
    )


def _numbers(text: str, *, in_text: bool) -> Iterator[PhoneKey]:
    yield from numbers_among(alone(identifiers(text, plates=False), text), text, in_text=in_text)


def numbers_among(meant: Iterable[Identifier], text: str, *, in_text: bool) -> Iterator[PhoneKey]:
    """Return the telephone numbers among the identifiers that a text has. in_text: those alone that begin as
    numbers do: prices and measures do not.
    """
    for each in meant:
        if each.kind is not IdentifierKind.PHONE:
            continue
        written = " ".join(text[each.start : each.end].split())
        keys = [*_keys_of(each, written)]
        if not in_text:
            yield from keys
        elif with_plain_digits(written).startswith(_SURE) and not _DATE.fullmatch(written):
            yield from (key for key in keys if len(key.own) >= _LEAST)


def _keys_of(each: Identifier, written: str) -> Iterator[PhoneKey]:
    told = {term.removeprefix(MARK)[:2]: term.removeprefix(MARK)[2:] for term in each.stored}
    if "ts" in told:
        yield PhoneKey(told["ts"], told.get("ti", ""), written)
    if "tn" in told:
        yield PhoneKey(told["tn"], "", written)
