"""Shared identifiers: telephone numbers, addresses and other names that occur in several sources of a case.

That the same number is written in two places says that, and nothing more.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from thb_desktop.domain.ad_keys import PhoneKey, numbers_among, same_number
from thb_desktop.domain.checksums import check_iban_digits
from thb_desktop.domain.iban_lengths import LENGTHS
from thb_desktop.domain.identifier_kinds import IdentifierKind
from thb_desktop.domain.links import Thing
from thb_desktop.domain.lone_numbers import alone, widest
from thb_desktop.domain.search_identifiers import Identifier
from thb_desktop.domain.searching import SearchKind
from thb_desktop.domain.vocabulary import ChecksumState


class Noted(NamedTuple):
    """An identifier as it occurs. value: its one form; of a telephone number, what follows the country code
    or the leading zero. whole: a telephone number with its country code; empty for all else. written: as it
    stands there.
    """

    kind: IdentifierKind
    value: str
    whole: str
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedIdentifier:
    """An identifier that occurs in several sources. written: as it stands in one of them, in the digits
    of ASCII where one has it so.
    """

    kind: IdentifierKind
    value: str
    whole: str
    written: str
    sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSource:
    """A source of one. thing: what is shown of it. kind: what it is a part of. number: of the exhibit or the
    entry; name: of a file, or what more is recorded of it.
    """

    thing: Thing
    kind: SearchKind
    number: str
    name: str = ""


def noted_in(found: Sequence[Identifier], text: str, *, in_text: bool) -> Iterator[Noted]:
    """Return the identifiers that a text has, each once, without plates. found: all that may be meant.

    in_text: the text is not the entry of an identifier alone. A number in it counts where it begins as one.
    """
    meant = [*alone(found, text)]
    told = dict[tuple[str, str, str], Noted]()
    for key in numbers_among(meant, text, in_text=in_text):
        told.setdefault(("", key.own, key.whole), Noted(IdentifierKind.PHONE, *key))
    for each in meant:
        if in_text and each.kind is IdentifierKind.IBAN and not _may_be_iban(text[each.start : each.end]):
            continue
        if each.kind is not IdentifierKind.PHONE:
            told.setdefault((each.kind, each.stored[0], ""), _noted(each, text))
    yield from told.values()


def _may_be_iban(written: str) -> bool:
    """Whether a country that has IBANs stands before it, and its length or its check digits are right. A
    digest or the mark of a document may begin as an IBAN does.
    """
    signs = re.sub(r"[\s-]", "", written)
    length = LENGTHS.get(signs[:2].upper())
    return length == len(signs) or (length is not None and check_iban_digits(signs) is ChecksumState.VALID)


def plates_in(found: Sequence[Identifier], text: str) -> tuple[Noted, ...]:
    """Return what may be plates, the widest of those that share signs."""
    plates = [each for each in found if each.kind is IdentifierKind.PLATE]
    return tuple({each.stored[0]: _noted(each, text) for each in widest(plates)}.values())


def _noted(each: Identifier, text: str) -> Noted:
    return Noted(each.kind, each.stored[0], "", " ".join(text[each.start : each.end].split()))


class Place(NamedTuple):
    """Where one of the identifiers of a value occurs: its source by number. is_text: it occurs in the text of
    a file alone.
    """

    whole: str
    subject: int
    written: str
    is_text: bool = False


def shared_of(kind: IdentifierKind, value: str, places: Sequence[Place]) -> Iterator[SharedIdentifier]:
    """Return what the places of one value share: telephone numbers of different countries apart."""
    keys = [PhoneKey(value, each.whole, each.written) for each in places]
    for group in same_number(keys):
        sources = {places[at].subject for at in group}
        if len(sources) > 1:
            wholes = [places[at].whole for at in group if places[at].whole]
            longest = max(
                (places[at].written for at in group), key=lambda each: (each.isascii(), len(each), each)
            )
            yield SharedIdentifier(
                kind=kind,
                value=value,
                whole=wholes[0] if wholes else "",
                written=longest,
                sources=len(sources),
            )
