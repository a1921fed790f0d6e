"""Findings and unmet rules as sentences in the language of the window."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum

from thb_desktop import words
from thb_desktop.domain import zones
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.findings import Finding, Value, Where
from ui import language
from ui.clock import zone_here
from ui.text import isolate, isolate_words, translate

NAMED = 20
"""The most turns that a sentence names."""
_RIGHT_TO_LEFT_MARK = "\u200f"


def finding_text(finding: Finding) -> str:
    """Return the sentence of a finding; names and numbers in it keep their own direction."""
    return words.sentence(_by_clock_here(finding), language.current(), isolate_words)


def as_lines(sentences: Iterable[str]) -> str:
    """Join sentences as lines that run as the language of the window does.

    Qt takes the direction of a line of a selectable text from its first letter, also where an isolate keeps
    that letter apart.
    """
    mark = _RIGHT_TO_LEFT_MARK if language.direction() == "RightToLeft" else ""
    return "\n".join(f"{mark}{each}" for each in sentences)


def finding_text_in(record: InterviewInFull | None, finding: Finding) -> str:
    """What a finding says about a record, and of which of its rows. Of many turns the first are named: the
    list leads from each to the next, and the printed record names them all.
    """
    return finding_text_of(record.called(finding.about) if record else "", finding)


def finding_text_of(called: str | StrEnum, finding: Finding) -> str:
    """The same, where it is known what the row is called; a sentence that names the row itself stays."""
    if called in finding.values.values():
        called = ""
    values = {name: _first(value) for name, value in finding.values.items()}
    told = _by_clock_here(replace(finding, values=values))
    return words.sentence_about(told, called, language.current(), isolate_words)


def _first(value: Value) -> Value:
    """Return the first turns of a list, and how many more there are; anything else unchanged."""
    if not isinstance(value, tuple) or len(value) <= NAMED:
        return value
    told = translate("hand-back", "{turns} and {count} more")
    last = told.format(turns=isolate(str(value[NAMED - 1])), count=isolate(str(len(value) - NAMED)))
    return (*value[: NAMED - 1], last)


def _by_clock_here(finding: Finding) -> Finding:
    """The same with each moment that a computer noted (in UTC) by the clock of this one."""
    values = {name: _here(value) for name, value in finding.values.items()}
    return replace(finding, values=values)


def _here(value: Value) -> Value:
    if isinstance(value, datetime):
        return zones.at_place(value, zone_here()) if value.tzinfo is UTC else value
    if isinstance(value, Finding):
        return _by_clock_here(value)
    return tuple(_here(each) for each in value) if isinstance(value, tuple) else value


def where_text(where: Where) -> str:
    """Return the name of a checked part."""
    return words.where_words(where, language.current(), isolate_words)
