"""Former sources: from which words a version was made that is of an earlier source now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from thb_desktop.domain.corrected_words import as_corrected
from thb_desktop.domain.ids import InterpreterId, InterviewId
from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.errors import FormerWordsAlteredError
from thb_desktop.ledger.canonical import Value
from thb_desktop.services.language.sources import sources_of
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry

_WORDS = {"segment": "source_text", "rendering": "text"}
"""The tables whose rows say something of a turn, and the field that has the words."""
_CORRECTION = registry.READ_BACK_CORRECTION.name


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


def verified_sources(told: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the words of former sources by their digests, as a store tells them.

    Raises FormerWordsAlteredError for words with another digest.
    """
    sources = dict(told)
    if any(digest_of(text) != digest for digest, text in sources.items()):
        raise FormerWordsAlteredError("former words of a source do not have their digest")
    return sources


def _texts(connection: Connection, job: LanguageJob) -> Iterator[str]:
    """All words that were the source of a turn of the record at some time, and some that were not."""
    if job.from_job_id is not None:
        rows = registry.RENDERING_VERSION.where(connection, "job_id", job.from_job_id)
        yield from (each.text for each in rows)
        return
    yield from _told(connection, job.interview_id)


def _told(connection: Connection, interview_id: InterviewId) -> Iterator[str]:
    """The words of the turns that an event of the record changed, as they were after it with their
    corrections then, by language; as far as the events are kept.
    """
    words: dict[str, dict[str, str]] = {}
    corrections: dict[str, dict[str, Mapping[str, Value]]] = {}
    for signed in chain.entries_of(connection, interview_id):
        opening = chain.opening_of(connection, signed.parsed().seq)
        changed = set[str]()
        for state in Event.parse(opening.payload).states if opening is not None else ():
            entity, row = str(state["entity"]), state["record"]
            if not isinstance(row, dict):
                continue
            segment_id = str(row.get("segment_id", row.get("id")))
            if entity == _CORRECTION:
                corrections.setdefault(segment_id, {})[str(row["id"])] = row
                changed.add(segment_id)
            elif (field := _WORDS.get(entity)) is not None and row.get(field):
                words.setdefault(segment_id, {})[str(row["id"])] = str(row[field])
                changed.add(segment_id)
        for segment_id in changed:
            made = [row for _, row in sorted(corrections.get(segment_id, {}).items())]
            for text in ("", *words.get(segment_id, {}).values()):
                yield from _corrected(text, [row for row in made if not row.get("struck")])


def _corrected(text: str, corrections: Sequence[Mapping[str, Value]]) -> Iterator[str]:
    """The words of a side with the corrections of each language, and without any: which is its own is seen by
    the digest.
    """
    yield text
    for language in {row.get("language") for row in corrections}:
        own = (row for row in corrections if row.get("language") == language)
        yield as_corrected(text, ((str(row.get("before", "")), str(row.get("after", ""))) for row in own))
