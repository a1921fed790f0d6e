"""Sentences about typed dates."""

import re

from PySide6.QtCore import QLocale

from thb_desktop.domain.date_words import words_of
from thb_desktop.domain.dates import DateProblem
from thb_desktop.domain.partial_dates import PartialDate, partial_in_words
from thb_desktop.errors import DateRefusedError
from ui import language
from ui.text import NONE, QT_TRANSLATE_NOOP, isolate, isolate_words, translate, when

_WHOLE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
PROBLEMS = {
    DateProblem.NOT_UNDERSTOOD: QT_TRANSLATE_NOOP(
        "dates", "This cannot be read. Write for example {example}."
    ),
    DateProblem.TWO_DIGIT_YEAR: QT_TRANSLATE_NOOP("dates", "Write the year with four digits."),
    DateProblem.MONTH_FIRST: QT_TRANSLATE_NOOP(
        "dates", "Write the day before the month, or the month as a word."
    ),
    DateProblem.NO_SUCH_DAY: QT_TRANSLATE_NOOP("dates", "There is no such day."),
    DateProblem.WEEKDAY_DIFFERS: QT_TRANSLATE_NOOP("dates", "That day falls on a {weekday}."),
    DateProblem.DAY_MISSING: QT_TRANSLATE_NOOP("dates", "The day is missing."),
    DateProblem.TIME_MISSING: QT_TRANSLATE_NOOP("dates", "The time is missing."),
    DateProblem.TIME_UNASKED: QT_TRANSLATE_NOOP("dates", "Write the day without a time."),
    DateProblem.NO_SUCH_TIME: QT_TRANSLATE_NOOP("dates", "There is no such time of day."),
    DateProblem.TWELVE_HOURS: QT_TRANSLATE_NOOP("dates", "Write the time from 00:00 to 23:59."),
    DateProblem.TIME_SKIPPED: QT_TRANSLATE_NOOP(
        "dates", "This time did not exist: the clocks went forward that night."
    ),
    DateProblem.TIME_DOUBLED: QT_TRANSLATE_NOOP(
        "dates", "This time came twice that night. Write {first} or {second} after it."
    ),
    DateProblem.ZONE_UNKNOWN: QT_TRANSLATE_NOOP(
        "dates", "The place of the time is not known. Write its offset after it, for example {first}."
    ),
    DateProblem.ZONE_DIFFERS: QT_TRANSLATE_NOOP("dates", "That place did not use this offset at that time."),
    DateProblem.RANGE_BACKWARDS: QT_TRANSLATE_NOOP("dates", "The range ends before it begins."),
}
"""The sentence for each problem."""


def problem_words(error: DateRefusedError, example: str = "") -> str:
    """Return why a date cannot be read, as one sentence. example: valid text for its field."""
    problem = DateProblem(error.problem)
    first, second = (*error.values, "+01:00", "")[:2]
    weekday = ""
    if problem is DateProblem.WEEKDAY_DIFFERS:
        weekday = words_of(language.current()).weekdays[int(error.values[0]) - 1]
    sentence = translate("dates", PROBLEMS[problem])
    said = {"first": isolate(first), "second": isolate(second), "weekday": weekday}
    return sentence.format(example=isolate(example or "24.11.2026"), **said)


def partial(value: PartialDate | None) -> str:
    """Return a partial date in words; a dash for none."""
    return NONE if value is None else isolate_words(partial_in_words(value, language.current()))


def brief(value: PartialDate | None) -> str:
    """Return a partial date for a table: a day or a moment as ISO 8601, anything else in words."""
    if value is None or value.is_estimated:
        return partial(value)
    if value.instant is not None:
        return isolate(when(value.instant))
    return isolate(value.edtf) if _WHOLE_DAY.fullmatch(value.edtf) else partial(value)


def calendar_locale() -> QLocale:
    """Return the locale of a calendar in the window's language, with the digits 0 to 9."""
    spoken = language.current()
    return QLocale({"ar": "ar_AE", "en": "en_GB"}.get(spoken, spoken))
