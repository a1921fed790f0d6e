"""Which of the identifiers that share signs are meant: a price, hours, or a second number that stands behind
a telephone number is no part of it.

A number ends where a sentence does, and before a figure with a currency or hours; none begins with a date, as
the lines of a chat do. Of what remains, those are kept that have a possible length; two that may both be
meant are both kept, as an IP address and a number in groups are. No card begins with a zero.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from thb_desktop.domain.identifier_kinds import IdentifierKind
from thb_desktop.domain.number_lengths import NATIONAL, PHONE_LENGTHS, USUAL
from thb_desktop.domain.search_identifiers import Identifier, with_plain_digits

_SENTENCE_END = re.compile(r"\d\.\s+\S")
_COUNTED = re.compile(
    r"[\s\u00a0\u202f]{0,2}(?:[€$£¥₴₺₽₹]|,-|(?:eur|euros?|lei|leva|лв|lv|zł|zl|usd|gbp|chf|ron|bgn|huf|kn|"
    r"h|hrs?|uur|ora|ore|min|minutes?|heures?|hours?|stunden?)(?![^\W\d_]))",
    re.IGNORECASE,
)
_GROUPS = re.compile(r"\d{1,3}(?:\.\d{2,3}){3}")
_SIGNS = "€$£¥₴₺₽₹"
_DATE = re.compile(
    r"\(?(?:(?P<day>\d{1,2})(?P<by>[./\-\u2011\u2013])(?P<month>\d{1,2})(?P=by)(?P<year>\d{4})"
    r"|(?P<year_first>\d{4})(?P<then>[./\-\u2011\u2013])(?P<second>\d{1,2})(?P=then)(?P<third>\d{1,2}))"
    r"(?!\d|[./\-\u2011\u2013]\d)"
)
_DAYS, _YEARS = range(1, 32), range(1900, 2100)
_TWO_GROUPS = re.compile(r"\d\D*[\s\u00a0\u202f]\D*\d")


def alone(found: Iterable[Identifier], text: str) -> Iterator[Identifier]:
    """Return what is meant of the identifiers of a text. Plates are left out: too much looks like one."""
    text = with_plain_digits(text)
    kept = [each for each in found if each.kind is not IdentifierKind.PLATE]
    sure = [each for each in kept if each.kind is not IdentifierKind.PHONE and not _is_no_card(each, text)]
    yield from widest(sure)
    within = [each for each in sure if not _may_be_phone(each, text)]
    phones = [
        each
        for each in kept
        if each.kind is IdentifierKind.PHONE
        and not _in_any(each, within)
        and not _begins_with_date(text, each.start)
    ]
    for run in _runs(phones):
        yield from _meant(run, text)


def _may_be_phone(each: Identifier, text: str) -> bool:
    """Whether it is an IP address whose groups may be those of a number: one alone is only the first."""
    return each.kind is IdentifierKind.IP and _GROUPS.fullmatch(text, each.start, each.end) is not None


def _begins_with_date(text: str, start: int) -> bool:
    """Whether a date stands there, written in figures with one sign between them and its year in four."""
    found = _DATE.match(text, start)
    if found is None:
        return False
    day, month, year, year_first, second, third = (
        int(found[name] or 0) for name in ("day", "month", "year", "year_first", "second", "third")
    )
    return (year or year_first) in _YEARS and {day or second, month or third} <= set(_DAYS)


def _is_no_card(each: Identifier, text: str) -> bool:
    return each.kind is IdentifierKind.CARD and text[each.start] == "0"


def _meant(run: Sequence[Identifier], text: str) -> Iterator[Identifier]:
    """Return the numbers of a run of signs, from its beginning; the widest if none is possible."""
    possible = [each for each in run if _is_possible(each, text)]
    if not possible:
        yield from widest(run)
    while possible:
        start = possible[0].start
        here = [each for each in possible if each.start == start]
        readings = _readings(here, text)
        yield from readings
        end = min(each.end for each in readings)
        possible = [each for each in possible if each.start >= end]


def _readings(here: Sequence[Identifier], text: str) -> list[Identifier]:
    """Return which of several numbers with one beginning may be meant."""
    usual = [each for each in here if len(_figures(each, text)) == USUAL]
    if _is_national(here[0], text):
        least = USUAL if usual else 0
        return [each for each in here if len(_figures(each, text)) >= least]
    if _range_of(_abroad(here[0], text)) is not None:
        return list(here)
    return [max(here, key=lambda each: each.end)]


def _is_possible(each: Identifier, text: str) -> bool:
    written = text[each.start : each.end]
    if _TWO_GROUPS.search(written) and (
        _SENTENCE_END.search(written)
        or _COUNTED.match(text, each.end)
        or any(map(written.__contains__, _SIGNS))
    ):
        return False
    if _is_national(each, text):
        return len(_figures(each, text)) in NATIONAL
    if not _is_abroad(written):
        return True
    digits = _abroad(each, text)
    known = _range_of(digits)
    if known is None:
        return not digits.startswith("0")
    code, lengths = known
    return len(digits.removeprefix(code).removeprefix("0")) in lengths


def _range_of(digits: str) -> tuple[str, range] | None:
    """Return the country code that is listed, and how many digits follow it; None for one that is not."""
    return next(
        (
            (digits[:size], PHONE_LENGTHS[digits[:size]])
            for size in (1, 2, 3)
            if digits[:size] in PHONE_LENGTHS
        ),
        None,
    )


def _is_abroad(written: str) -> bool:
    return written.lstrip("(").startswith(("+", "00"))


def _is_national(each: Identifier, text: str) -> bool:
    written = text[each.start : each.end].lstrip("(")
    return written.startswith("0") and not written.startswith("00")


def _abroad(each: Identifier, text: str) -> str:
    return re.sub(r"\D", "", text[each.start : each.end].replace("(0)", "")).removeprefix("00")


def _figures(each: Identifier, text: str) -> str:
    return re.sub(r"\D", "", text[each.start : each.end])


def _runs(found: Iterable[Identifier]) -> Iterator[list[Identifier]]:
    """Return those together that share signs, each in the order of their beginnings."""
    run = list[Identifier]()
    end = 0
    for each in sorted(found, key=lambda one: (one.start, one.end)):
        if run and each.start >= end:
            yield run
            run = []
        run.append(each)
        end = max(end, each.end)
    if run:
        yield run


def widest(found: Sequence[Identifier]) -> Iterator[Identifier]:
    """Return those that lie in no wider one."""
    for each in found:
        if not any(_is_within(each, one) and _size(one) > _size(each) for one in found):
            yield each


def _in_any(each: Identifier, found: Iterable[Identifier]) -> bool:
    return any(_is_within(each, one) for one in found)


def _is_within(each: Identifier, one: Identifier) -> bool:
    return one.start <= each.start and each.end <= one.end


def _size(each: Identifier) -> int:
    return each.end - each.start
