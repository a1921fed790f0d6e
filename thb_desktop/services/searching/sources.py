"""Sources: the tables that are searched, each described once: its words, its case, person and day, and the
right that it takes to read it.

Nothing that is sealed is a source: protected identities, words of claims, assessments, key material,
concerns for safety, sealed notes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, NamedTuple, cast

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.rights import Right
from thb_desktop.domain.searching import SearchKind
from thb_desktop.domain.vocabulary import AnnotationVisibility
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.mapper import Table

Day = PartialDate | date | datetime | None


class Owner(NamedTuple):
    """To what a row belongs. subject: the record, exhibit, person or case that is consulted with it, with its
    number. day: of what it tells.
    """

    case_id: str
    subject: str
    number: str = ""
    person_id: str = ""
    day: Day = None
    language: str = ""


class Owners:
    """Finds owners; each is read once."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._known: dict[tuple[str, str], Owner | None] = {}

    def case(self, key: str) -> Owner | None:
        return self._once("case", key, lambda: Owner(key, key))

    def interview(self, key: str) -> Owner | None:
        return self._once("interview", key, lambda: self._interview(key))

    def segment(self, key: str) -> Owner | None:
        found = registry.SEGMENT.find(self.connection, key)
        return self.interview(found.interview_id) if found else None

    def job(self, key: str) -> Owner | None:
        return self._once("job", key, lambda: self._job(key))

    def exhibit(self, key: str) -> Owner | None:
        return self._once("exhibit", key, lambda: self._exhibit(key))

    def person(self, key: str) -> Owner | None:
        return self._once("person", key, lambda: self._person(key))

    def _once(self, kind: str, key: str, find: Callable[[], Owner | None]) -> Owner | None:
        if (kind, key) not in self._known:
            self._known[kind, key] = find()
        return self._known[kind, key]

    def _interview(self, key: str) -> Owner | None:
        found = registry.INTERVIEW.find(self.connection, key)
        return owner_of_interview(found) if found else None

    def _job(self, key: str) -> Owner | None:
        job = registry.LANGUAGE_JOB.find(self.connection, key)
        found = self.interview(job.interview_id) if job else None
        return found._replace(language=job.target_language) if job and found else None

    def _exhibit(self, key: str) -> Owner | None:
        found = registry.EXHIBIT.find(self.connection, key)
        return Owner(found.case_id, key, found.number) if found else None

    def _person(self, key: str) -> Owner | None:
        found = registry.PERSON.find(self.connection, key)
        return Owner(found.case_id, key, found.code, key) if found else None


def owner_of_interview(found: Interview) -> Owner:
    return Owner(found.case_id, found.id, found.number, found.person_id, found.day)


@dataclass(frozen=True)
class Source:
    """One table that is searched.

    number: in the index, never used again for another. fields: whose words are searched. by: the field that
    names the owner, and `owner` how it is found. language: the field with the language of its words; of_job:
    they are in the language of the job. day: the field with the day, where it is not that of the owner.
    shown: which rows are searched.
    """

    number: int
    table: Table[Any]
    kind: SearchKind
    right: Right
    logs: Consulted
    fields: tuple[str, ...]
    by: str
    owner: Callable[[Owners, str], Owner | None]
    language: str = ""
    of_job: bool = False
    day: str = ""
    shown: Callable[[Any], bool] = lambda _: True

    @cached_property
    def entity(self) -> str:
        return self.table.name

    def owner_of(self, owners: Owners, row: object) -> Owner | None:
        found = self.owner(owners, str(getattr(row, self.by)))
        if found is not None and self.day:
            found = found._replace(day=cast(Day, getattr(row, self.day)))
        return found

    def language_of(self, owner: Owner, row: object) -> str:
        if self.of_job:
            return owner.language
        return str(getattr(row, self.language)) if self.language else ""

    def texts_of(self, row: object) -> Iterator[tuple[str, str]]:
        """Return the words of a row by field."""
        for name in self.fields:
            text = "\n".join(_flat(getattr(row, name)))
            if text.strip():
                yield name, text


def _flat(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            if isinstance(part, tuple) and len(part) == 2:  # a text with its language, a detail with its name
                yield str(part[1])
            else:
                yield from _flat(part)


def _is_open(row: Any) -> bool:
    return bool(row.visibility is not AnnotationVisibility.SEALED)


_T, _R, _P, _E, _C, _I, _M = (
    SearchKind.TESTIMONY,
    SearchKind.RECORD,
    SearchKind.PERSON,
    SearchKind.EXHIBIT,
    SearchKind.CASE,
    SearchKind.INSTRUMENT,
    SearchKind.MONEY,
)


def _of_record(number: int, table: Table[Any], *fields: str, day: str = "") -> Source:
    """A row of an interview record beside its account."""
    right, logs = Right.READ_TESTIMONY, Consulted.TESTIMONY
    return Source(number, table, _R, right, logs, fields, "interview_id", Owners.interview, day=day)


def _of_case(
    number: int,
    table: Table[Any],
    kind: SearchKind,
    *fields: str,
    day: str = "",
    right: Right = Right.READ_CASE,
    logs: Consulted = Consulted.CASE,
) -> Source:
    return Source(number, table, kind, right, logs, fields, "case_id", Owners.case, day=day)


def _of_job(number: int, table: Table[Any], *fields: str, **named: Any) -> Source:
    right, logs = Right.READ_TESTIMONY, Consulted.TESTIMONY
    kind = SearchKind.LANGUAGE_WORK
    return Source(number, table, kind, right, logs, fields, "job_id", Owners.job, **named)


_READ, _LOG = Right.READ_TESTIMONY, Consulted.TESTIMONY
INTERVIEW = Source(
    3,
    registry.INTERVIEW,
    _R,
    _READ,
    _LOG,
    (
        *("number", "place", "legal_basis", "language_note", "necessity", "delay_reason", "health_statement"),
        *("unaccompanied_reason", "defence_note", "recording_note", "readback_note", "complaint"),
        *("copy_note", "final_statement", "next_steps", "literacy", "disability_support"),
    ),
    "id",
    Owners.interview,
)
SEGMENT = Source(
    1,
    registry.SEGMENT,
    _T,
    _READ,
    _LOG,
    ("source_text", "marks"),
    "interview_id",
    Owners.interview,
    language="language",
)
RENDERING = Source(
    2, registry.RENDERING, _T, _READ, _LOG, ("text",), "segment_id", Owners.segment, language="language"
)
VERSION = _of_job(20, registry.RENDERING_VERSION, "text", of_job=True)
FILE = Source(
    12,
    registry.EXHIBIT_FILE,
    SearchKind.FILE,
    Right.READ_EXHIBITS,
    Consulted.EXHIBIT,
    ("name", "sha256"),
    "exhibit_id",
    Owners.exhibit,
)
FILE_TEXT = 13
"""The number of the texts in files: the rows of `FILE`, read with the right to open files."""

OF_RECORD: tuple[Source, ...] = (
    _of_record(4, registry.PRESENCE, "name", "organisation", "function", "exclusion_decision"),
    _of_record(5, registry.CAUTION, "reply", "given_by"),
    _of_record(6, registry.TIMELINE_EVENT, "note"),
    _of_record(7, registry.SPECIAL_MEASURE, "requested_by", "decided_by", "reason", "decision_ref"),
    _of_record(8, registry.EARLIER_INTERVIEW, "authority", "reason"),
    _of_record(9, registry.INTERPRETER_ENGAGEMENT, "conflict_note", "notes", "relay_note", "briefing"),
    _of_record(10, registry.READ_BACK_CORRECTION, "before", "after", "requester", "note"),
    _of_record(14, registry.VICTIM_INFORMATION, "given_by", "deferred_reason", "note"),
    _of_record(15, registry.INTERVENTION, "note"),
    Source(
        16,
        registry.STATEMENT_ELSEWHERE,
        _R,
        _READ,
        _LOG,
        ("taken_by", "authority", "signed_note"),
        "id",
        Owners.interview,
    ),
)
OF_JOB: tuple[Source, ...] = (
    VERSION,
    _of_job(21, registry.ANNOTATION, "text", language="language", shown=_is_open),
    _of_job(22, registry.ANNOTATION_ANSWER, "text"),
    _of_job(23, registry.REVISION_VERDICT, "own_text", "reason", of_job=True),
)
_BY_PERSON = (Right.READ_CASE, Consulted.PERSON)
SOURCES: tuple[Source, ...] = (
    SEGMENT,
    RENDERING,
    INTERVIEW,
    *OF_RECORD,
    *OF_JOB,
    Source(
        11,
        registry.EXHIBIT,
        _E,
        Right.READ_EXHIBITS,
        Consulted.EXHIBIT,
        (
            *("number", "titles", "source", "seal", "note", "description"),
            *("legal_authority", "emergency", "ratification", "details"),
        ),
        "id",
        Owners.exhibit,
        day="collected_at",
    ),
    FILE,
    Source(
        17,
        registry.CUSTODY_EVENT,
        SearchKind.CUSTODY,
        Right.READ_CUSTODY,
        Consulted.CUSTODY,
        (
            *("actor", "place", "reason", "from_party", "to_party", "seal", "former_seal", "sha256"),
            *("note", "late_entry_reason", "wrong_value", "right_value"),
        ),
        "exhibit_id",
        Owners.exhibit,
        day="occurred_at",
    ),
    Source(
        30, registry.PERSON, _P, *_BY_PERSON, ("code", "protection_reference", "note"), "id", Owners.person
    ),
    Source(
        31,
        registry.PERSON_ROLE,
        _P,
        *_BY_PERSON,
        ("basis",),
        "person_id",
        Owners.person,
        day="since",
    ),
    Source(
        32,
        registry.PERSON_CLAIM,
        _P,
        *_BY_PERSON,
        ("said_by", "statement"),
        "person_id",
        Owners.person,
        day="said_on",
    ),
    _of_case(33, registry.OFFICIAL, _P, "code", "name", "unit", right=Right.READ_EXHIBITS),
    _of_case(34, registry.INTERPRETER, _P, "code", "name", "name_latin", "register_number"),
    Source(
        40,
        registry.CASE_FILE,
        _C,
        Right.READ_CASE,
        Consulted.CASE,
        ("reference", "titles", "notice_number", "legal_basis"),
        "id",
        Owners.case,
        day="opened_on",
    ),
    _of_case(41, registry.AUTHORITY, _C, "name"),
    _of_case(42, registry.PROCEEDING, _C, "reference", "offence", day="period_from"),
    _of_case(43, registry.CASE_OBJECT, SearchKind.OBJECT, "number", "label", "details", "note"),
    _of_case(
        44,
        registry.INSTRUMENT,
        _I,
        *("number", "reference", "foreign_reference", "measures", "basis", "territory"),
        *("extended_because", "note"),
        day="issued_on",
    ),
    _of_case(
        45,
        registry.USE_CONDITION,
        _I,
        *("number", "text", "imposed_by", "basis", "consents", "note"),
        day="since",
    ),
    _of_case(46, registry.TRANSMISSION, _I, "number", "by", "what", "receipt", "note", day="sent_on"),
    _of_case(
        50,
        registry.ACCOUNT,
        _M,
        *("number", "identifier", "network", "holder", "note"),
        right=Right.READ_FINANCE,
        logs=Consulted.FINANCE,
    ),
    _of_case(
        51,
        registry.MONEY_TRANSACTION,
        _M,
        *("reference", "counterparty", "text", "amount"),
        day="at",
        right=Right.READ_FINANCE,
        logs=Consulted.FINANCE,
    ),
)
"""All that is searched. A further table is searched by one more line here."""

BY_NUMBER = {source.number: source for source in SOURCES}
BY_ENTITY = {source.entity: source for source in SOURCES}
