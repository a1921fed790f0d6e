"""Identifiers in a text, in one form whatever stands between their signs: telephone numbers, IBANs, cards,
plates and numbers of documents, e-mail addresses, handles, wallets and IP addresses.

A country is never guessed. A number with its country code and one without are the same if what follows the
country code (ITU-T E.164) or the leading zero is the same; with a country code that somebody entered, other
countries are left out.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from thb_desktop.domain.checksums import check_iban_digits, is_luhn
from thb_desktop.domain.iban_lengths import LENGTHS
from thb_desktop.domain.identifier_kinds import IdentifierKind
from thb_desktop.domain.search_words import terms
from thb_desktop.domain.vocabulary import ChecksumState
from thb_desktop.domain.written_names import names_in

MARK = "¤"
"""Begins the term of an identifier or of a filter: no term of a text contains it."""

_BETWEEN = r"[ \u00a0\u202f\u2009().\-\u2011\u2013/]{0,3}"
_BEFORE = r"(?<![^\W_])(?:(?<!\d[.,])|(?<=\d,)(?={}))"
"""Nothing before it, or a sign that is no letter and no digit. Behind a digit, a comma divides columns only
where what follows it is a number for certain: else it is a decimal figure.
"""
_COLUMN = rf"\+\d|0\d\d(?:{_BETWEEN}\d){{6}}|\d{{10,15}}\s*(?:[,;]|$)"
_NUMBER = re.compile(rf"{_BEFORE.format(_COLUMN)}\+?\(?\d(?:{_BETWEEN}\d){{6,27}}(?![^\W_])", re.MULTILINE)
_TAIL = "(.-\u2011\u2013/"
_GROUPS = re.compile(r"[^ \u00a0\u202f\u2009]+")
_IBAN = re.compile(
    r"(?<![^\W_])[a-z]{2}\d{2}(?:[ \u00a0-]?[a-z0-9]){11,40}(?![^\W_])", re.IGNORECASE | re.ASCII
)
_CARD_COLUMN = r"\d{13,19}\s*(?:[,;]|$)"
_CARD = re.compile(rf"{_BEFORE.format(_CARD_COLUMN)}\d(?:[ \u00a0-]?\d){{12,18}}(?![^\W_])", re.MULTILINE)
_PLATE = re.compile(r"(?<![^\W_])[^\W_]{1,6}(?:[ \u00a0.\-\u2013·][^\W_]{1,6})+(?![^\W_])")
_PLATE_GROUP = re.compile(r"[^\W_]+")
_ONE_DIGIT = ("1", "7")
_TWO_DIGITS = re.compile("2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]")
"""Country codes of one and two digits; all others have three."""
_LEAST, _MOST = 7, 15
_PLATE_LENGTHS = range(4, 12)
_MOST_GROUPS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """An identifier in a text. stored: its terms in the index. sought: any of these terms finds it."""

    kind: IdentifierKind
    start: int
    end: int
    stored: tuple[str, ...]
    sought: tuple[str, ...]


def identifiers(text: str, calling_code: str = "", *, plates: bool = True) -> Iterator[Identifier]:
    """Return the identifiers that a text may contain; several may share signs.

    calling_code: the country code of numbers without one, as somebody entered it; only for `sought`. plates:
    whether they are sought too, which takes the longest.
    """
    plain = with_plain_digits(text)
    for each in names_in(plain):
        yield _found(each.kind, each.start, each.end, (_name_term(each.kind, each.form),))
    if not any(map(str.isdigit, text)):
        return
    yield from _ibans(plain)
    yield from _cards(plain)
    yield from _phones(plain, calling_code)
    if plates:
        yield from _plates(plain)


def with_plain_digits(text: str) -> str:
    """Return a text with the digits of any script as those of ASCII, wide signs narrow: one sign for one."""
    return text if text.isascii() else text.translate(_DIGITS)


def _ibans(text: str) -> Iterator[Identifier]:
    for match in _IBAN.finditer(text):
        end = _end_of_iban(match[0])
        if end:
            written = re.sub(r"[\s-]", "", match[0][:end]).lower()
            yield _found(IdentifierKind.IBAN, match.start(), match.start() + end, ("b" + written,))


def _end_of_iban(written: str) -> int:
    """Return how many signs belong to it, 0 for none: as far as an IBAN of its country goes, whatever its
    check digits are; else up to the group where they agree. One in a single group counts as it stands.
    """
    ends = [match.end() for match in re.finditer(r"[^\s-]+", written)]
    length = LENGTHS.get(written[:2].upper())
    for end in ends:
        if len(re.sub(r"[\s-]", "", written[:end])) == length:
            return end
    for end in ends:
        if check_iban_digits(written[:end]) is ChecksumState.VALID:
            return end
    return ends[0] if ends[0] >= 15 else 0


def _cards(text: str) -> Iterator[Identifier]:
    for match in _CARD.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if is_luhn(digits):
            yield _found(IdentifierKind.CARD, *match.span(), ("c" + digits,))


def _phones(text: str, calling_code: str) -> Iterator[Identifier]:
    for match in _NUMBER.finditer(text):
        groups = list(_GROUPS.finditer(match[0]))[:_MOST_GROUPS]
        for first, begin in enumerate(groups):
            for last in groups[first:]:
                if not any(map(str.isdigit, last[0])):
                    continue
                written = match[0][begin.start() : last.end()].rstrip(_TAIL)
                is_whole = (begin.start(), last.end()) == (0, len(match[0])) or begin is last
                if is_whole or written.startswith(("+", "(+", "0", "(0")):
                    found = _phone(written, calling_code)
                    if found is not None:
                        at = match.start() + begin.start()
                        yield _found(IdentifierKind.PHONE, at, at + len(written), *found)


def _phone(written: str, calling_code: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the terms under which a number is stored, and those that find it; None if it is none."""
    is_international = written.lstrip("(").startswith(("+", "00"))
    digits = re.sub(r"\D", "", written.replace("(0)", "") if is_international else written)
    if is_international:
        digits = digits.removeprefix("00")
    if not _LEAST <= len(digits) <= _MOST:
        return None
    if is_international:
        own = _after_country(digits)
        return ("ti" + digits, "ts" + own), ("ti" + digits, "tn" + own)
    if digits.startswith("0"):
        own = digits.lstrip("0")
        if len(own) < _LEAST - 1:
            return None
        abroad = f"ti{calling_code}{own}" if calling_code else "ts" + own
        return ("tn" + own,), ("tn" + own, abroad)
    abroad = f"ti{calling_code}{digits}" if calling_code else "ts" + digits
    stored: tuple[str, ...] = ("ti" + digits, "tn" + digits)
    if len(digits) >= 10:
        stored = (*stored, "ts" + _after_country(digits))
    return stored, ("ti" + digits, "tn" + digits, abroad)


def _after_country(digits: str) -> str:
    """Return what follows the country code, without the zero that some countries keep there."""
    length = 1 if digits.startswith(_ONE_DIGIT) else 2 if _TWO_DIGITS.match(digits) else 3
    return digits[length:].lstrip("0")


def _plates(text: str) -> Iterator[Identifier]:
    """Groups of letters and digits that may be a plate, or the number of a document."""
    for match in _PLATE.finditer(text):
        groups = list(_PLATE_GROUP.finditer(match[0]))
        for first, begin in enumerate(groups):
            for last in groups[first + 1 : first + 4]:
                written = match[0][begin.start() : last.end()]
                if is_plate(written):
                    joined = "".join(terms("".join(_PLATE_GROUP.findall(written))))
                    at = match.start() + begin.start()
                    yield _found(IdentifierKind.PLATE, at, at + len(written), ("p" + joined,))


def is_plate(written: str) -> bool:
    """Whether it has capitals (or letters of a script without any) and digits, of a fitting length."""
    signs = [sign for sign in written if sign.isalnum()]
    letters = [sign for sign in signs if not sign.isdigit()]
    return (
        len(signs) in _PLATE_LENGTHS
        and 0 < len(letters) < len(signs)
        and len(letters) <= 6
        and not any(map(str.islower, letters))
    )


def handle_term(form: str) -> str:
    """Return the term of a handle in its one form (`written_names.handle_form`)."""
    return MARK + _name_term(IdentifierKind.HANDLE, form)


def _name_term(kind: IdentifierKind, form: str) -> str:
    """The index would divide a term at the signs of ASCII that are no letters and digits."""
    return _LETTERS[kind] + form.translate(_WIDE)


_LETTERS = {
    IdentifierKind.EMAIL: "e",
    IdentifierKind.HANDLE: "h",
    IdentifierKind.WALLET: "a",
    IdentifierKind.IP: "i",
}
_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F) if not chr(code).isalnum()}


def plate_term(written: str) -> str:
    """Return the term of a plate that was typed without anything between its signs."""
    return MARK + "p" + "".join(terms(written))


def _found(
    kind: IdentifierKind,
    start: int,
    end: int,
    stored: tuple[str, ...],
    sought: tuple[str, ...] = (),
) -> Identifier:
    return Identifier(
        kind=kind,
        start=start,
        end=end,
        stored=tuple(MARK + each for each in stored),
        sought=tuple(MARK + each for each in sought or stored),
    )


class _Digits(dict[int, int | str]):
    """Each digit of any script as that of ASCII, and wide signs as narrow ones; one sign for one."""

    def __missing__(self, code: int) -> int | str:
        sign = chr(code)
        digit = unicodedata.decimal(sign, None)
        wide = 0xFF01 <= code <= 0xFF5E
        kept: int | str = str(digit) if digit is not None else code - 0xFEE0 if wide else code
        self[code] = kept
        return kept


_DIGITS = _Digits()
