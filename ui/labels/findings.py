"""Findings and unmet rules as sentences in the language of the window."""

from dataclasses import replace
from datetime import UTC, datetime

from thb_desktop import words
from thb_desktop.domain import zones
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.findings import Finding, Value, Where
from ui import language
from ui.clock import zone_here
from ui.text import isolate_words


def finding_text(finding: Finding) -> str:
    """Return the sentence of a finding; names and numbers in it keep their own direction."""
    return words.sentence(_by_clock_here(finding), language.current(), isolate_words)


def finding_text_in(record: InterviewInFull | None, finding: Finding) -> str:
    """What a finding says about a record, and of which of its rows."""
    called = record.called(finding.about) if record else ""
    return words.sentence_about(_by_clock_here(finding), called, language.current(), isolate_words)


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
