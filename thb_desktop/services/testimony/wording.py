"""Terms that the glossary of a case calls stigmatising: told where an official uses one (V-I-27).

A witness says what they say: their words, and what an interpreter rendered of them, are never looked at.
"""

from collections.abc import Iterator

from thb_desktop.domain.address_rules import mentions
from thb_desktop.domain.glossary import Term
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.record_texts import CERTIFICATE, free_texts
from thb_desktop.domain.vocabulary import SpeakerRole, TermStatus
from thb_desktop.findings import Finding
from thb_desktop.findings import holds as tell
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


def check_wording(connection: Connection, record: InterviewInFull) -> Iterator[Finding]:
    """Tell in which questions, and in which fields of the record, such a term stands."""
    listed = registry.GLOSSARY_TERM.where(connection, "case_id", record.interview.case_id)
    terms = [each for each in listed if each.status is TermStatus.STIGMATISING and not each.struck]
    if not terms or record.taken_over is not None:
        return
    standing = record.without_struck()
    turns: dict[str, None] = {}
    used: dict[str, None] = {}
    for each in standing.segments:
        if each.segment.speaker is SpeakerRole.INTERVIEWER:
            found = _used(terms, each.segment.language, each.segment.source_text or "")
            if found:
                turns[each.label] = None
                used |= dict.fromkeys(found)
    if turns:
        yield tell("V-I-27.in-turns", field="interview.segments", segments=tuple(turns), terms=tuple(used))
    for text in free_texts(standing):
        if text.turn or text.field in _SAID:
            continue
        if found := _used(terms, record.interview.procedure_language, text.text):
            yield tell("V-I-27.in-field", about=text.about, field=text.field, terms=found)


def _used(terms: list[Term], language: str, text: str) -> tuple[str, ...]:
    own = [each.term for each in terms if _primary(each.language) == _primary(language)]
    return tuple(dict.fromkeys(each for each in own if mentions(text, (each,))))


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()


_SAID = frozenset(
    {
        *("interview.final_statement", "interview.complaint", "interview.health_statement", "caution.reply"),
        *("read_back_correction.before", "read_back_correction.after", "intervention.note"),
        CERTIFICATE,
    }
)
"""What the person heard or an interpreter said, in fields of the record."""
