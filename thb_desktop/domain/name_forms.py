"""Name forms: of a sealed identity, all that is looked for in what leaves the office.

Names whole and word by word, in either order, in other scripts; birth dates as they are written; numbers of
phones, documents and plates, whatever stands between their digits; e-mail addresses; addresses. Nothing here
says how likely a form is: what is found, a person judges.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, permutations

from thb_desktop.domain.address_rules import identifying_parts
from thb_desktop.domain.date_words import months
from thb_desktop.domain.form_search import Form
from thb_desktop.domain.form_words import words_in
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import Identity
from thb_desktop.domain.transliterated import spellings

_PARTICLES = frozenset(
    {
        *(
            "van",
            "von",
            "der",
            "den",
            "de",
            "del",
            "della",
            "di",
            "da",
            "du",
            "des",
            "la",
            "le",
            "les",
            "el",
            "al",
        ),
        *(
            "ul",
            "bin",
            "ben",
            "ibn",
            "bint",
            "abu",
            "abou",
            "umm",
            "mac",
            "mc",
            "st",
            "san",
            "ter",
            "ten",
            "dos",
        ),
        *("das", "y", "i", "e", "ال", "بن", "ابن", "بنت", "ابو", "ام"),
    }
)
"""Words of names that say of nobody who it is."""
_SHORTEST = 3
"""Letters of a word of a name that is looked for alone; of a script with a sign for each syllable, two."""
_MOST_WORDS = 4
"""Words of a name of which each order is looked for; of a longer one, as it is and turned round."""
_TWO_LETTERS = dict(
    zip("äöüåøæœñđ", ("ae", "oe", "ue", "aa", "oe", "ae", "oe", "ny", "dj"), strict=True),
)
_APOSTROPHES = str.maketrans(dict.fromkeys("ʹʻʼʽʾʿˈ", "'"))
"""Apostrophes that count as letters: names are written with others too."""
_JOINERS = re.compile(r"['’‘`´′\-\u2010\u2011]")
"""What joins the parts of one word of a name, and is often left out."""
_JOINED = 4
"""Letters of such a word from which on it is looked for without them."""
_WITH_ARTICLE = ("al", "el")
_ARABIC = re.compile("[\u0600-\u06ff]")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ACCOUNT = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/[\w.@-]+)*/[\w.@-]{5,}/?(?![\w/])")
"""The page of an account."""
_HANDLE = re.compile(r"(?<![\w.])@[\w.]{4,}")
_PHONE = re.compile(r"(?<![\w])\+?(?:\(?\d\)?[ ./\-\u00a0]{0,3}){7,15}(?!\w)")
_NUMBER = re.compile(
    r"(?<![^\W_])(?:[A-Z]{1,3}[ ./\-]?)?\d+(?:[ ./\-]?[A-Z]{0,3}[ ./\-]?\d+)*(?:[ \-]?[A-Z]{1,3})?(?![^\W_])"
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}")
_ORDINALS = ("st", "nd", "rd", "th", "er")
_FEWEST = 5
"""Letters and digits of a number by which somebody can be recognised."""
_ONE_DIGIT = frozenset("17")
_TWO_DIGITS = frozenset(
    {"20", "27", "81", "82", "84", "86", "98"}
    | {str(code) for code in range(30, 67) if code not in {35, 37, 38, 42, 50, 59}}
    | {str(code) for code in range(90, 96)}
)
"""Codes of countries in telephone numbers; all others have three digits."""
_FROM_ABROAD = (
    *sorted(_ONE_DIGIT | _TWO_DIGITS),
    *map(
        str, (*range(350, 360), *range(370, 390), 420, 421, *range(211, 270), *range(960, 978), 992, 993, 994)
    ),
    *map(str, (995, 996, 998)),
)
"""Codes that may stand before a number that was sealed without one."""
_NATIONAL = 7
"""The fewest digits of a number within a country."""


def forms_of(identity: Identity) -> frozenset[Form]:
    """Return the forms of one identity."""
    parts = (identity.family_name, identity.given_names, identity.other_names)
    names = [each for each in (identity.name, identity.name_latin, *identity.aliases, *parts) if each.strip()]
    turned = f"{identity.given_names} {identity.family_name}" if all(parts[:2]) else ""
    found: set[Form] = set()
    for name in (*names, turned):
        found.update(name_forms(name))
    if any(_is_syllabic(name) for name in names):
        found.update(_syllables(words_in(identity.name_latin)))
    for written in _births(identity):
        found.update(_day_forms(written))
    for text in (*identity.contacts, *identity.documents_seen, *identity.documents_withheld):
        found.update(number_forms(text))
    for text in identity.contacts:
        found.update(_contact_forms(text))
    for text in identity.addresses:
        found.update(Form.of(words_in(part)) for part in identifying_parts(text))
    return frozenset(each for each in found if each.letters)


def name_forms(name: str) -> Iterator[Form]:
    """Return the forms of one name: whole, in each order, and each word that says who it is."""
    for written in _as_written(name):
        words = words_in(written)
        if _is_syllabic(written):
            yield Form.of(words)
            continue
        yield from _orders(words)
        for word in words:
            if word in _PARTICLES or len(word) < _SHORTEST:
                continue
            yield Form.of([word])
            yield from (Form.of([each]) for each in spellings(word))
        yield from _with_particles(words)
        yield from _joined(written)


def _as_written(name: str) -> Iterator[str]:
    """The name, with other apostrophes, and with each of its letters that stands for two as one or two."""
    yield name
    plain = unicodedata.normalize("NFC", name).lower()
    if plain.translate(_APOSTROPHES) != plain:
        yield plain.translate(_APOSTROPHES)
    ambiguous = sorted({sign for sign in plain if sign in _TWO_LETTERS})[:_MOST_WORDS]
    for count in range(1, len(ambiguous) + 1):
        for chosen in combinations(ambiguous, count):
            yield plain.translate({ord(sign): _TWO_LETTERS[sign] for sign in chosen})


def _joined(name: str) -> Iterator[Form]:
    """ "O'Brien" is "Obrien" too, in an e-mail address and elsewhere."""
    for word in name.split():
        letters = "".join(words_in(word))
        if _JOINERS.search(word) and len(letters) >= _JOINED:
            yield Form.of([letters])


def _is_syllabic(name: str) -> bool:
    """Whether a name is in a script without blanks between words."""
    words = words_in(name)
    return len(words) > 1 and not name.isascii() and all(len(word) == 1 for word in words)


def _orders(words: Sequence[str]) -> Iterator[Form]:
    if len(words) < 2 or sum(map(len, words)) < 4:
        return
    few = len(words) <= _MOST_WORDS
    for order in permutations(words) if few else (words, [words[-1], *words[:-1]], [*words[1:], words[0]]):
        yield Form.of(order)
    if len(words) > 2:
        yield Form.of([words[0], words[-1]])
        yield Form.of([words[-1], words[0]])
        yield from (Form.of([words[0], "".join(words[1:])]), Form.of(["".join(words[1:]), words[0]]))


def _syllables(words: Sequence[str]) -> Iterator[Form]:
    """A name of syllables in Latin letters: nobody knows which are written apart."""
    if sum(map(len, words)) > _FEWEST:
        yield from (Form("".join(words), None), Form("".join([*words[1:], words[0]]), None))


def _with_particles(words: Sequence[str]) -> Iterator[Form]:
    """ "El Amrani" is "Elamrani" too, "van der Berg" is "Vanderberg"; Arabic writes its article so."""
    for place, word in enumerate(words):
        if word in _PARTICLES or len(word) < _SHORTEST:
            continue
        first = place
        while first and words[first - 1] in _PARTICLES:
            first -= 1
            yield Form.of(["".join(words[first : place + 1])])
        if place and words[place - 1] in _WITH_ARTICLE:
            yield from (Form.of([f"ال{each}"]) for each in spellings(word) if _ARABIC.match(each))


def number_forms(text: str) -> Iterator[Form]:
    """Return the numbers in a text: of phones, documents, plates. What stands between digits says nothing."""
    text = _DAY.sub(" | ", text)
    for found in _PHONE.finditer(text):
        yield from (Form(each, None) for each in _phone(found[0]))
    for found in _NUMBER.finditer(text):
        letters = "".join(words_in(found[0]))
        digits = sum(sign.isdigit() for sign in letters)
        if len(letters) >= _FEWEST and digits > 2:
            yield Form(letters, None)


def _phone(written: str) -> Iterator[str]:
    """A number as it is dialled within its country, from abroad, and with the zero that some leave in."""
    digits = "".join(sign for sign in written if sign.isdigit())
    codes: tuple[str, ...]
    if written.lstrip().startswith("+") or digits.startswith("00"):
        digits = digits.removeprefix("00")
        length = 1 if digits[:1] in _ONE_DIGIT else 2 if digits[:2] in _TWO_DIGITS else 3
        codes, digits = (digits[:length],), digits[length:]
    else:
        codes = _FROM_ABROAD
    national = digits.removeprefix("0")
    if len(national) < _NATIONAL:
        return
    yield national
    yield "0" + national
    for code in codes:
        yield from (code + national, "00" + code + national, code + "0" + national)


def mail_forms(text: str) -> Iterator[Form]:
    """Return the e-mail addresses and handles in a text."""
    for found in (*_MAIL.finditer(text), *_HANDLE.finditer(text)):
        yield Form.of(words_in(found[0]))


def _contact_forms(text: str) -> Iterator[Form]:
    yield from mail_forms(text)
    for found in _MAIL.finditer(text):
        yield Form.of(words_in(found[0].replace("@", " at ")))
        yield Form.of(words_in(found[0].replace("@", " at ").replace(".", " dot ")))
    for found in (*_MAIL.finditer(text), *_ACCOUNT.finditer(text)):
        account = words_in(
            found[0].partition("/")[2].strip("/").rpartition("/")[2] or found[0].partition("@")[0]
        )
        if sum(map(len, account)) > _FEWEST and any(word.isdigit() for word in account):
            yield Form.of(account)
    words = words_in(text)
    if sum(map(len, words)) > _FEWEST and any(not word.isdigit() for word in words):
        yield Form.of(words)


def _births(identity: Identity) -> Iterator[date]:
    """The days of birth that are told as days."""
    told: Iterable[str] = (
        *((identity.born.edtf,) if identity.born else ()),
        *(day for day, _ in identity.births),
    )
    for each in dict.fromkeys(told):
        try:
            day = PartialDate(each)
        except ValueError:
            continue
        if day.earliest is not None and day.earliest == day.latest and not day.is_estimated:
            yield day.earliest


def _day_forms(day: date) -> Iterator[Form]:
    year, days = f"{day.year:04}", {str(day.day), f"{day.day:02}"}
    numbers = {str(day.month), f"{day.month:02}"}
    for one in days:
        for number in numbers:
            yield from (
                Form.of(order) for order in ([one, number, year], [number, one, year], [year, number, one])
            )
        for month in (name for name, number in months().items() if number == day.month):
            name = words_in(month)
            for order in (
                *([one, *name, year], [*name, one, year], [year, *name, one]),
                *([one, "de", *name, "de", year], [one, "of", *name, year]),
                *([one, suffix, *name, year] for suffix in _ORDINALS),
                *([*name, one, suffix, year] for suffix in _ORDINALS),
            ):
                yield Form.of(order)
    yield from (
        Form.of([f"{year}{day.month:02}{day.day:02}"]),
        Form.of([f"{day.day:02}{day.month:02}{year}"]),
    )
