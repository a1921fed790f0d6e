"""References within a case: whether an entry names only entries of its own case."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from thb_desktop.domain.act_checks import Change
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry

_CASE = "case_id"
REFERENCES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("person_id", "kept_id", "other_id", "said_by_id"), "person"),
        **dict.fromkeys(
            ("official_id", "collected_by", "lead_interviewer_id", "record_keeper_id"), "official"
        ),
        **dict.fromkeys(("exhibit_id", "parent_id", "statement_id", "recording_id"), "exhibit"),
        **dict.fromkeys(("from_account_id", "to_account_id"), "account"),
        **dict.fromkeys(("linguist_id", "checked_by", "interpreter_id"), "interpreter"),
        "interview_id": "interview",
        **dict.fromkeys(
            (
                *("authority_id", "issuing_authority_id", "validating_authority_id"),
                *("executing_authority_id", "central_authority_id"),
            ),
            "authority",
        ),
        **dict.fromkeys(("instrument_id", "related_id"), "instrument"),
        "concept_id": "glossary_concept",
        **dict.fromkeys(("from_job_id", "job_id"), "language_job"),
    }
)
"""The tables of a case that fields name, by the name of the field."""


def faults_of_references(connection: Connection, changes: Sequence[Change]) -> Iterator[tuple[str, str]]:
    """Return the faults of rows that name an entry of another case, each with its table.

    A role under another case would be told of its person, and be in no list of theirs.
    """
    for change in changes:
        case = change.after.get(_CASE)
        names = REFERENCES.keys() & change.fields if case else ()
        if any(_case_of(connection, name, change.after[name]) not in (None, case) for name in names):
            yield "act-exceeded.case", change.table


def _case_of(connection: Connection, name: str, key: object) -> object:
    """Return the case of a named entry; None if there is none."""
    table = registry.table_named(REFERENCES[name])
    row = table.find_row(connection, [str(key)]) if key else None
    return None if row is None else row[table.columns.index(_CASE)]
