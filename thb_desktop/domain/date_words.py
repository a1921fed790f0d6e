"""The words of dates: for writing in the languages of pages, and for parsing in those of the window."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """The date words of one language.

    months: January first. weekdays: Monday first. about: before an estimated date. to: between the two ends
    of a range. unknown: an unknown date. day, month: how each is written. first: of a month. comma:
    between day, time and place.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    about: str
    to: str
    unknown: str
    day: str = "{weekday} {day} {month} {year}"
    month: str = "{month} {year}"
    first: str = "1"
    comma: str = ", "


WORDS = {
    ENGLISH: DateWords(
        months=(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
        weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        about="about",
        to="to",
        unknown="date unknown",
    ),
    "fr": DateWords(
        months=(
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ),
        weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        about="vers",
        to="à",
        unknown="date inconnue",
        first="1er",
    ),
    "ar": DateWords(
        months=(
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "مايو",
            "يونيو",
            "يوليو",
            "أغسطس",
            "سبتمبر",
            "أكتوبر",
            "نوفمبر",
            "ديسمبر",
        ),
        weekdays=("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
        about="نحو",
        to="إلى",
        unknown="تاريخ غير معروف",
        comma="، ",
    ),
}
"""By BCP 47 tag: what is typed in the window is in one of these."""

_OF_PAGES = {
    "nl": DateWords(
        months=(
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ),
        weekdays=(
            "maandag",
            "dinsdag",
            "woensdag",
            "donderdag",
            "vrijdag",
            "zaterdag",
            "zondag",
        ),
        about="omstreeks",
        to="tot",
        unknown="datum onbekend",
    ),
    "de": DateWords(
        months=(
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ),
        weekdays=(
            "Montag",
            "Dienstag",
            "Mittwoch",
            "Donnerstag",
            "Freitag",
            "Samstag",
            "Sonntag",
        ),
        about="etwa",
        to="bis",
        unknown="Datum unbekannt",
        day="{weekday}, {day}. {month} {year}",
    ),
    "es": DateWords(
        months=(
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ),
        weekdays=(
            "lunes",
            "martes",
            "miércoles",
            "jueves",
            "viernes",
            "sábado",
            "domingo",
        ),
        about="hacia",
        to="a",
        unknown="fecha desconocida",
        day="{weekday} {day} de {month} de {year}",
        month="{month} de {year}",
    ),
    "ro": DateWords(
        months=(
            "ianuarie",
            "februarie",
            "martie",
            "aprilie",
            "mai",
            "iunie",
            "iulie",
            "august",
            "septembrie",
            "octombrie",
            "noiembrie",
            "decembrie",
        ),
        weekdays=(
            "luni",
            "marți",
            "miercuri",
            "joi",
            "vineri",
            "sâmbătă",
            "duminică",
        ),
        about="circa",
        to="până la",
        unknown="dată necunoscută",
    ),
}
"""The further languages of pages, in which nothing is typed."""

_MORE_MONTHS = (
    ("jan", "janv", "جانفي", "كانون الثاني"),
    ("feb", "fev", "fevr", "فيفري", "شباط"),
    ("mar", "آذار"),
    ("apr", "avr", "أفريل", "إبريل", "نيسان"),
    ("ماي", "أيار"),
    ("jun", "جوان", "حزيران"),
    ("jul", "juil", "جويلية", "تموز"),
    ("aug", "أوت", "غشت", "آب"),
    ("sep", "sept", "شتنبر", "أيلول"),
    ("oct", "تشرين الأول"),
    ("nov", "نونبر", "تشرين الثاني"),
    ("dec", "دجنبر", "كانون الأول"),
)
"""Short forms, and the names of the months in the Arabic of the Maghreb and of the Levant; January first."""

_DASHES = re.compile("[\u2010-\u2015\u2212]")


def words_of(language: str) -> DateWords:
    """Return the words of this language (BCP 47 tag), or the English ones if no page is written in it."""
    tag = language.split("-", maxsplit=1)[0]
    return WORDS.get(tag) or _OF_PAGES.get(tag, WORDS[ENGLISH])


def normal(typed: str) -> str:
    """Normalise typed text for comparison: small letters without accents, digits 0 to 9, one blank, one dash.

    Removes direction marks: they are invisible, and Arabic text contains many.
    """
    decomposed = unicodedata.normalize("NFKD", typed.replace("؍", "/").replace("،", ","))
    signs = (_sign(sign) for sign in decomposed if unicodedata.category(sign) not in ("Mn", "Cf"))
    return " ".join(_DASHES.sub("-", "".join(signs)).replace("\u0640", "").casefold().split())


def _sign(sign: str) -> str:
    digit = unicodedata.decimal(sign, None)
    return sign if digit is None else str(digit)


@cache
def months() -> Mapping[str, int]:
    """Return the number of a month for each of its names, as `normal` writes them."""
    found: dict[str, int] = {}
    for number, more in enumerate(_MORE_MONTHS, 1):
        names = (*(words.months[number - 1] for words in WORDS.values()), *more)
        found |= {normal(name): number for name in names}
    return found


@cache
def weekdays() -> Mapping[str, int]:
    """Return the ISO number of a day of the week for each of its names likewise: Monday is 1."""
    return {normal(name): day for words in WORDS.values() for day, name in enumerate(words.weekdays, 1)}
