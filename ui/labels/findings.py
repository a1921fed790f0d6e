"""Findings and unmet rules as sentences in the language of the window."""

from thb_desktop import words
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.findings import Finding, Where
from ui import language
from ui.text import isolate_words


def finding_text(finding: Finding) -> str:
    """Return the sentence of a finding; names and numbers in it keep their own direction."""
    return words.sentence(finding, language.current(), isolate_words)


def finding_text_in(record: InterviewInFull | None, finding: Finding) -> str:
    """What a finding says about a record, and of which of its rows."""
    called = record.called(finding.about) if record else ""
    return words.sentence_about(finding, called, language.current(), isolate_words)


def where_text(where: Where) -> str:
    """Return the name of a checked part."""
    return words.where_words(where, language.current(), isolate_words)
