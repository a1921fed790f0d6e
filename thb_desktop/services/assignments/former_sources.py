"""Former sources: from which words a version was made that is of an earlier source now."""

from collections.abc import Iterator

from thb_desktop.domain.corrected_words import as_corrected
from thb_desktop.domain.ids import InterpreterId, InterviewId
from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.domain.segment import digest_of
from thb_desktop.services.language.sources import sources_of
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry

_WORDS = {"segment": "source_text", "rendering": "text"}
"""The tables whose rows say something of a turn, and the field that has the words."""


def former_sources(
    connection: Connection, job: LanguageJob, assignee: InterpreterId
) -> tuple[tuple[str, str], ...]:
    """Return the digest and the words of each former source from which the assignee made the last version of
    a turn. What was taken out of a record goes to nobody who had not read it.

    Words that are not kept (a former wording of a draft, where the office keeps none) are not there.
    """
    now = {segment: digest_of(text) for segment, text in sources_of(connection, job).items()}
    versions = registry.RENDERING_VERSION.where(connection, "job_id", job.id)
    newest = {each.segment_id: each for each in sorted(versions, key=lambda each: each.number)}
    own = (each for each in newest.values() if each.author_id == assignee and each.segment_id in now)
    wanted = {each.source_digest for each in own if now[each.segment_id] != each.source_digest}
    found: dict[str, str] = {}
    for text in _texts(connection, job) if wanted else ():
        if (digest := digest_of(text)) in wanted:
            found[digest] = text
            if len(found) == len(wanted):
                break
    return tuple(sorted(found.items()))


def _texts(connection: Connection, job: LanguageJob) -> Iterator[str]:
    """All words that were the source of a turn of the record at some time, and some that were not."""
    if job.from_job_id is not None:
        rows = registry.RENDERING_VERSION.where(connection, "job_id", job.from_job_id)
        yield from (each.text for each in rows)
        return
    corrections: dict[str, list[tuple[str, str]]] = {}
    listed = registry.READ_BACK_CORRECTION.where(connection, "interview_id", job.interview_id)
    for each in sorted(listed, key=lambda one: one.id):
        corrections.setdefault(each.segment_id, []).append((each.before, each.after))
    for segment_id, text in _told(connection, job.interview_id):
        yield text
        made = corrections.get(segment_id, [])
        yield from (as_corrected(text, made[:count]) for count in range(1, len(made) + 1))


def _told(connection: Connection, interview_id: InterviewId) -> Iterator[tuple[str, str]]:
    """The words of turns as each event of the record told them, as far as they are kept."""
    for signed in chain.entries_of(connection, interview_id):
        opening = chain.opening_of(connection, signed.parsed().seq)
        for state in Event.parse(opening.payload).states if opening is not None else ():
            field, row = _WORDS.get(str(state["entity"])), state["record"]
            if field is not None and isinstance(row, dict) and row.get(field):
                yield str(row.get("segment_id", row.get("id"))), str(row[field])
