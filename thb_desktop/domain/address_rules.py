"""Addresses in the free text of a record: those sealed with identities, and text that looks like one
(V-I-22).

A street with a house number is found by its words in the languages that are common in these cases. A false
find stays in the record, with a reason given at the signature. No finding contains the address itself, or
says whether it is a sealed one; what was found stays in the office (`warning_reason.is_inward`).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.folding import is_left_out
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.record_texts import CERTIFICATE, FreeText, free_texts
from thb_desktop.domain.redaction_marks import MARK
from thb_desktop.domain.vocabulary import IdentityProtection, Premises
from thb_desktop.findings import Finding
from thb_desktop.findings import broken as refuse
from thb_desktop.findings import holds as tell
from thb_desktop.findings import unknown as warn

RULE = "V-I-22"
_PUBLIC = frozenset(
    {
        Premises.ADAPTED_ROOM,
        Premises.BARNAHUS,
        Premises.POLICE,
        Premises.PROSECUTION,
        Premises.COURT,
        Premises.DETENTION,
    }
)
"""Premises of authorities, whose addresses are public."""

_BEFORE_NAME = (
    "rue|avenue|av|boulevard|bd|chaussée|place|quai|impasse|allée|chemin|kaai|strada|str|bulevardul|aleea|calea"
    "|șoseaua|calle|rua|avenida|travessa|viale|piazza|rruga|ulica|ul|улица|ул|булевард|бул|вулиця|вул|проспект"
    "|просп|переулок|пер|провулок|пров|شارع|زنقة|نهج|đường|phố"
)
_AFTER_NAME = "straat|laan|weg|steenweg|dreef|plein|kade|gracht|singel|straße|strasse|gasse|allee|platz"
_NUMBER = r",?\s*(?:n[°º]|no\.?|nr\.?|№|رقم)?\s*\d+"
_WORD = r"[^\W\d][\w'’\-]*"
_STREETS = (
    re.compile(
        rf"\b(?:{_BEFORE_NAME})\b\.?\s+(?P<name>{_WORD}(?:\s+{_WORD}){{0,4}}){_NUMBER}", re.IGNORECASE
    ),
    re.compile(rf"\b(?P<name>{_WORD}(?:{_AFTER_NAME})){_NUMBER}", re.IGNORECASE),
    re.compile(
        r"\b\d+\w?,?\s+(?P<name>[A-Z][\w'’\-]*(?:\s+[A-Z][\w'’\-]*){0,2})\s+"
        r"(?:Street|Road|Avenue|Lane|Drive|Terrace|Square|Crescent|Gardens)\b"
    ),
)
_PLACE, _STREET = "interview.place", "interview.place_street"
_PLACES = frozenset({_PLACE, _STREET, "interview.place_town"})
_SHORTEST = 6
"""The least letters and digits of a part of an address by which it can be recognised."""


def check_addresses(record: InterviewInFull, sealed: Sequence[str] | None) -> Iterator[Finding]:
    """Find free text with the address of a protected person, or text that looks like one.

    sealed: the addresses sealed with the identities of the case; None if they cannot be opened.
    """
    if sealed is None:
        yield warn("V-I-22.not-compared")
    parts = [part for address in sealed or () for part in identifying_parts(address)]
    protected = (
        record.also_protected
        or record.interview.premises is Premises.SHELTER
        or record.person.identity_protection is not IdentityProtection.NONE
    )
    for each in free_texts(record):
        words = f" {compared(each.text)} "
        if any(f" {part} " in words for part in parts):
            is_found = True
        else:
            is_found = bool(protected and street_in(_not_public(record.interview, each)))
        if each.field in _PLACES and record.interview.premises is Premises.SHELTER:
            yield from _of_shelter(each, is_found=is_found)
        elif is_found:
            key = "V-I-22.in-turn" if each.turn else "V-I-22.in-field"
            values = {"turn": each.turn} if each.turn else {}
            # Two renderings of one turn are two findings, and each needs its own reason.
            values |= {"side": each.side} if each.side else {}
            yield warn(key, values, about=each.about, field=each.field)


def _of_shelter(place: FreeText, *, is_found: bool) -> Iterator[Finding]:
    """The address of a shelter is never printed, whoever is heard there; where its name tells it, a person
    alone can know.
    """
    if is_blank(place.text):
        return
    if is_found or place.field == _STREET or street_in(place.text):
        yield refuse("V-I-22.shelter", field=place.field)
    else:
        yield tell("V-I-22.shelter-told", field=place.field)


def mentions(text: str, sealed: Iterable[str]) -> bool:
    """Whether a text contains one of these sealed texts, whatever its capitals, accents and blanks."""
    words = f" {compared(text)} "
    return any(f" {part} " in words for part in map(compared, sealed) if part)


def mentioned(text: str, wanted: Iterable[str]) -> tuple[str, ...]:
    """Return which of these texts a text contains, compared as `mentions` does, at the cost of the text."""
    forms: dict[str, dict[int, dict[tuple[str, ...], str]]] = {}
    for each in wanted:
        if own := tuple(compared(each).split()):
            forms.setdefault(own[0], {}).setdefault(len(own), {}).setdefault(own, each)
    words, found = compared(text).split(), dict[str, None]()
    for at, word in enumerate(words):
        for length, ones in forms.get(word, {}).items():
            if (there := ones.get(tuple(words[at : at + length]))) is not None:
                found[there] = None
    return tuple(found)


def tells_shelter(interview: Interview) -> bool:
    """Whether the pages of a record would show the address of a shelter; a mask shows nothing."""
    street = any(map(str.isalnum, MARK.sub("", interview.place_street)))
    is_told = street or any(map(street_in, (interview.place, interview.place_town)))
    return interview.premises is Premises.SHELTER and is_told


def street_in(text: str) -> str:
    """Return the first street with a house number in a text; empty if there is none."""
    for form in _STREETS:
        for found in form.finditer(text):
            if any(not word[0].islower() for word in found["name"].split()):
                return found[0]
    return ""


def _not_public(interview: Interview, free: FreeText) -> str:
    """The text without the place of premises of an authority, which a certificate names too."""
    if interview.premises not in _PUBLIC:
        return free.text
    if free.field in _PLACES:
        return ""
    text = free.text
    for place in (interview.place, interview.place_street) if free.field == CERTIFICATE else ():
        text = text.replace(" ".join(place.split()).removesuffix("."), " ") if place else text
    return text


def identifying_parts(address: str) -> Iterator[str]:
    """Return the identifying parts of an address: those between commas, except a single word without a
    number.
    """
    for part in map(compared, re.split(r"[,;()\n]", address)):
        if len(part) >= _SHORTEST and (" " in part or any(map(str.isdigit, part))):
            yield part


def compared(text: str) -> str:
    """Return a text as `mentions` compares it: small letters and digits, separated by single blanks, without
    marks and signs that nobody sees. The vowel signs of scripts in which they make another syllable are
    letters.
    """
    if text.isascii():
        return " ".join(re.findall(r"\w+", text.lower()))
    return " ".join(unicodedata.normalize("NFKD", text).translate(_BARE).casefold().split())


class _Bare(dict[int, str]):
    """What each sign is compared as: itself, nothing, or a blank. Filled as signs occur."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        is_of_word = sign.isalnum() or sign == "_" or unicodedata.category(sign).startswith("M")
        compared = self[code] = "" if is_left_out(sign) else sign if is_of_word else " "
        return compared


_BARE = _Bare()
