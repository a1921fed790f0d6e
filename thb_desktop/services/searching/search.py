"""One search over testimony in all languages and versions, people, exhibits, files, custody, instruments and
money: hits in their context, and counts.

What a user may not read is neither found nor counted. Each hit that is shown is a consultation of its record,
exhibit, person or case, and a search over all cases is one of the vault.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from thb_desktop.domain.ads import Ad
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.identifier_kinds import IdentifierKind
from thb_desktop.domain.other_scripts import Vocabulary
from thb_desktop.domain.record_decision import RecordDecision, is_annulled, is_restricted
from thb_desktop.domain.rights import Right
from thb_desktop.domain.search_query import Query, parse_query
from thb_desktop.domain.search_widened import widened
from thb_desktop.domain.searching import FoundBy, SearchFilter, SearchKind, primary_language, verify_language
from thb_desktop.domain.segment import NOT_IN_USE, Rendering, Segment
from thb_desktop.domain.vocabulary import InterviewState, RenderingState
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.searching.asked import ask, kind_of, readable_sources
from thb_desktop.services.searching.exhibit_sources import FILE, FILE_TEXT
from thb_desktop.services.searching.index import follow_to_end, index_of
from thb_desktop.services.searching.owners import Day, Owner, Owners
from thb_desktop.services.searching.record_sources import RENDERING, SEGMENT, VERSION
from thb_desktop.services.searching.snippets import Snippet, snippet_of
from thb_desktop.services.searching.source import Source
from thb_desktop.services.searching.sources import BY_NUMBER
from thb_desktop.services.searching.stands_in import Seeing, StandsIn, key_of, load_around, rows_of, stand_in
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry, search_index, search_vocabulary, turns
from thb_desktop.vault.tables.search_index import Found

PAGE = 50
COUNTED_UP_TO = 500
"""Hits up to which each is looked at before it is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A row in which something was found.

    entity, id, part: the row, and the part of a file (0: the row itself). subject, number: the record,
    exhibit, person or case to which it belongs, and logs as what that is consulted. turn, turn_id: the number
    of a turn in its record, and its id. field: whose words are shown. beside: the language and the words of
    the same turn in the other language. state: of a wording or record on which nobody relies any more;
    is_struck: the row was struck out. file: the name of the file in whose text it was found. found_by: as it
    was typed, by the letters of another script, or by its sound.
    """

    kind: SearchKind
    entity: str
    id: str
    part: int
    case_id: str
    case_reference: str
    subject: str
    logs: Consulted
    number: str
    turn: int | None
    turn_id: str
    person_id: str
    language: str
    day: Day
    field: str
    snippet: Snippet
    beside: tuple[str, str] | None = None
    state: RenderingState | InterviewState | None = None
    is_struck: bool = False
    file: str = ""
    found_by: FoundBy = FoundBy.TYPED


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """A page of hits, and how many there are of each kind.

    things: in how many records, exhibits, files or persons the hits of a kind are; empty where there
    are more than `COUNTED_UP_TO` hits. reached: where the next page begins; more: whether there is one.
    is_ranked: the best come first; else there were too many to rank. identifiers: what of the words was taken
    for an identifier. alike: how many of the hits are not written as it was typed; they come last.
    left_out: kinds that this user may not read at all, which were not searched.
    """

    query: Query
    chosen: SearchFilter
    hits: tuple[Hit, ...]
    counts: Mapping[SearchKind, int]
    is_ranked: bool
    skipped: int
    reached: int
    more: bool
    things: Mapping[SearchKind, int] = field(default_factory=dict)
    alike: Mapping[SearchKind, int] = field(default_factory=dict)
    identifiers: tuple[tuple[str, IdentifierKind], ...] = ()
    left_out: tuple[SearchKind, ...] = field(default=())

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def country_taken(self) -> str:
        """The country code of which a telephone number without one was taken to be; empty if none was."""
        numbers = (written for written, kind in self.identifiers if kind is IdentifierKind.PHONE)
        is_without = any(not written.lstrip(" (").startswith(("+", "00")) for written in numbers)
        return self.chosen.calling_code if is_without else ""


@permitted(Right.SEE_CASES)
def search(
    session: Session,
    typed: str,
    chosen: SearchFilter | None = None,
    *,
    skip: int = 0,
    count: int = PAGE,
    exact: bool = False,
) -> SearchResult:
    """Search for what was typed; return `count` hits after the first `skip`. exact: as `parse_query` says.

    The index is brought up first; after an import, or for the first time, call `index.follow` before, which
    tells its progress. Raises SearchEmptyError, and SearchLanguageError for a filter by no short code.
    """
    chosen = chosen or SearchFilter()
    query = parse_query(typed, chosen.calling_code, exact=exact)
    verify_language(chosen)
    follow_to_end(session)
    index = index_of(session)
    if not exact:
        query = widened(query, Vocabulary(partial(search_vocabulary.word_after, index)))
    readable = readable_sources(session.user.role, in_store=session.office_record.is_store)
    searched = tuple(each for each in readable if not chosen.kinds or kind_of(each) in chosen.kinds)
    asked = ask(index, query, chosen, searched)
    shown, seen, alike = _Hits(session.read, query), StandsIn(), StandsIn()
    if 0 < asked.total <= COUNTED_UP_TO:
        # One reading of the index for both: to rank the page alone and to list all takes half as long again.
        first, rest = asked.every(COUNTED_UP_TO)
        seen, alike = shown.stand_in((*first, *rest)), shown.stand_in(rest, is_read=True)
        first, rest = (
            first[skip : skip + count],
            rest[max(0, skip - len(first)) : max(0, skip + count - len(first))],
        )
    else:
        first, rest = asked.page(skip, count)
    hits = shown.of(asked.readable(first), asked.readable(rest))
    session.consulted_together(dict.fromkeys(_consultations(session, chosen, hits)))
    reached = skip + len(first) + len(rest)
    return SearchResult(
        query=query,
        chosen=chosen,
        hits=hits,
        counts=asked.typed.counts + asked.further.counts - Counter(seen.hidden),
        alike=asked.further.counts - Counter(alike.hidden),
        is_ranked=asked.ranked,
        skipped=skip,
        reached=reached,
        more=skip < reached < asked.total,
        things=seen.things,
        identifiers=tuple((each.written, each.kind) for each in query.wanted if each.kind is not None),
        left_out=tuple(kind for kind in SearchKind if kind not in set(map(kind_of, readable))),
    )


def _consultations(
    session: Session, chosen: SearchFilter, hits: Sequence[Hit]
) -> Iterator[tuple[Consulted, str, str]]:
    """Return what was consulted: the case or the vault that was searched, and what is shown of it."""
    yield Consulted.SEARCH, chosen.case_id or session.vault_id, chosen.case_id or ""
    for hit in hits:
        yield hit.logs, hit.id if hit.part else hit.subject, hit.case_id


class _Hits:
    """Reads the rows of hits, and shows them in their context. What many need is read for all at once."""

    def __init__(self, connection: Connection, query: Query) -> None:
        self._connection, self._query = connection, query
        self._owners = Owners(connection)
        self._seeing = Seeing(connection, self._owners)
        self._rows: dict[tuple[int, str], Any] = {}
        self._numbers: dict[str, int] = {}
        """Of each turn, by its id."""
        self._renderings: dict[str, list[Rendering]] = {}
        """Of each turn that was found itself."""
        self._decisions: dict[str, list[RecordDecision]] = {}
        """Of each record."""
        self._references: dict[str, str] = {}
        self._further = frozenset[Found]()

    def stand_in(self, matches: Sequence[Found], *, is_read: bool = False) -> StandsIn:
        """Return in how many things these are. What was read for it is not read again for a hit."""
        if not is_read:
            self._load(matches)
        return stand_in(self._seeing, self._rows, matches)

    def of(self, typed: Sequence[Found], further: Sequence[Found]) -> tuple[Hit, ...]:
        """Return the hits. further: those that are not written as it was typed."""
        found, self._further = (*typed, *further), frozenset(further)
        self._load([each for each in found if key_of(each) not in self._rows])
        self._read([row for each in found if (row := self._rows.get(key_of(each))) is not None])
        hits = map(self._hit, found)
        return tuple(each for each in hits if each is not None)

    def _load(self, found: Sequence[Found]) -> None:
        rows = dict(rows_of(self._connection, found))
        load_around(self._owners, rows)
        self._rows.update(rows)

    def _read(self, rows: Collection[Any]) -> None:
        """Read what only hits need of these rows."""
        connection = self._connection
        turns_found = [row for row in rows if isinstance(row, Segment)]
        segments = {each.id: each for row in rows if (each := self._segment(row)) is not None}
        self._numbers = turns.numbers_of(connection, segments)
        for rendering in registry.RENDERING.among(connection, "segment_id", (row.id for row in turns_found)):
            self._renderings.setdefault(rendering.segment_id, []).append(rendering)
        records = {each.interview_id for each in segments.values()}
        records |= {key for row in rows if (key := getattr(row, "interview_id", None))}
        self._decisions = {key: [] for key in records}
        for decision in registry.RECORD_DECISION.among(connection, "interview_id", records):
            self._decisions[decision.interview_id].append(decision)

    def _hit(self, found: Found) -> Hit | None:
        source = FILE if found.source == FILE_TEXT else BY_NUMBER.get(found.source)
        row = self._rows.get(key_of(found)) if source else None
        if source is None or row is None:
            return None
        owner = self._seeing.owner_of(source, row, found.part)
        if owner is None:
            return None
        name, snippet, found_by = self._shown(source, row, found)
        segment = self._segment(row)
        record = self._state(owner.subject) if source.right is Right.READ_TESTIMONY else None
        own = row.state if isinstance(row, Rendering) and row.state in NOT_IN_USE else None
        return Hit(
            kind=source.kind,
            entity=source.entity,
            id=found.key,
            part=found.part,
            case_id=owner.case_id,
            case_reference=self._reference(owner.case_id),
            subject=owner.subject,
            logs=Consulted.FILE if found.part else source.logs,
            number=owner.number or str(getattr(row, "number", "") or getattr(row, "code", "")),
            turn=self._numbers[segment.id] if segment else None,
            turn_id=segment.id if segment else "",
            person_id=owner.person_id,
            language=source.language_of(owner, row),
            day=owner.day,
            field=name,
            snippet=snippet,
            beside=self._beside(source, segment, owner),
            state=own or record,
            is_struck=bool(getattr(row, "struck", "")) or self._is_withdrawn(row),
            file=row.name if found.part and isinstance(row, ExhibitFile) else "",
            found_by=found_by,
        )

    def _is_withdrawn(self, row: object) -> bool:
        """Whether it is an advertisement of a reading that was withdrawn."""
        reading = registry.AD_READING.find(self._connection, row.reading_id) if isinstance(row, Ad) else None
        return reading is not None and reading.withdrawn_at is not None

    def _shown(self, source: Source, row: object, found: Found) -> tuple[str, Snippet, FoundBy]:
        """Return the field with the most of what was searched for, its words, and how the row was found."""
        if found.source == FILE_TEXT:
            written = [("text", search_index.file_text(self._connection, found.key, found.part))]
        else:
            written = [*source.texts_of(row)]
        if not written:
            return "", snippet_of("", ()), FoundBy.TYPED
        others = found in self._further
        found_by = self._query.found_by("\n".join(text for _, text in written)) if others else FoundBy.TYPED
        texts = [(name, text, self._query.places_in(text, others=others)) for name, text in written]
        name, text, places = max(texts, key=lambda each: len(each[2]))
        return name, snippet_of(text, places), found_by

    def _segment(self, row: object) -> Segment | None:
        if isinstance(row, Segment):
            return row
        key = getattr(row, "segment_id", None)
        return self._owners.find(registry.SEGMENT, key) if key else None

    def _beside(self, source: Source, segment: Segment | None, owner: Owner) -> tuple[str, str] | None:
        """Return the other language of a turn: of the original a rendering, of all else the original."""
        if segment is None:
            return None
        if source in (RENDERING, VERSION):
            return (segment.language, segment.source_text) if segment.source_text else None
        if source is not SEGMENT:
            return None
        inuse = [each for each in self._renderings.get(segment.id, ()) if each.state not in NOT_IN_USE]
        record = self._owners.find(registry.INTERVIEW, owner.subject)
        own = record.procedure_language if record else ""
        inuse.sort(key=lambda each: primary_language(each.language) != primary_language(own))
        return (inuse[0].language, inuse[0].text) if inuse else None

    def _state(self, interview_id: str) -> InterviewState | None:
        """Return the state of a record that was annulled or restricted."""
        if interview_id not in self._decisions:
            found = registry.RECORD_DECISION.where(self._connection, "interview_id", interview_id)
            self._decisions[interview_id] = [*found]
        decisions = self._decisions[interview_id]
        if is_annulled(decisions):
            return InterviewState.ANNULLED_BY_DECISION
        return InterviewState.RESTRICTED if is_restricted(decisions) else None

    def _reference(self, case_id: str) -> str:
        if case_id not in self._references:
            case = registry.CASE_FILE.find(self._connection, case_id)
            self._references[case_id] = case.reference if case else ""
        return self._references[case_id]
