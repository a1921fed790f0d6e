"""References within a case: whether an entry names only entries of its own case."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from thb_desktop.domain.change import Change
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry

_CASE, _RECORD, _RECORDS = "case_id", "interview_id", registry.INTERVIEW.name
REFERENCES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("person_id", "kept_id", "other_id", "said_by_id"), "person"),
        **dict.fromkeys(("payer_id", "receiver_id"), "person"),
        **dict.fromkeys(
            ("official_id", "collected_by", "captured_by", "lead_interviewer_id", "record_keeper_id"),
            "official",
        ),
        **dict.fromkeys(("exhibit_id", "parent_id", "root_id", "statement_id", "recording_id"), "exhibit"),
        **dict.fromkeys(("account_id", "from_account_id", "to_account_id"), "account"),
        **dict.fromkeys(("paid_in_id", "paid_out_id"), "hand_over"),
        **dict.fromkeys(("linguist_id", "checked_by", "interpreter_id"), "interpreter"),
        **dict.fromkeys(("interview_id", "rectifies_id", "supplements_id"), "interview"),
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
        "team_id": "action_team",
        "reading_id": "ad_reading",
        "bundle_id": "bundle",
        "disclosure_id": "disclosure",
        "claim_id": "person_claim",
        "of_id": "person_link",
        "assignment_id": "assignment",
        "packet_id": "packet",
        "file_id": "exhibit_file",
        "handback_id": "handback",
    }
)
"""The tables of a case that fields name, by the name of the field."""
OF_TABLES: Mapping[tuple[str, str], str] = MappingProxyType(
    {("money_transaction", "statement_id"): "bank_statement"}
)
"""The same of a field that names another table in one table than in the others."""
WITHIN: Mapping[str, str] = MappingProxyType({"exhibit_file": "exhibit_id", "handback": "assignment_id"})
"""The tables without a case of their own, and by which field each is within an entry that has one."""


def faults_of_references(connection: Connection, changes: Sequence[Change]) -> Iterator[tuple[str, str]]:
    """Return the faults of rows that name an entry of another case, each with its table. A row of a record is
    of its case.

    A role under another case would be told of its person, and be in no list of theirs.
    """
    for change in changes:
        names = sorted(name for name in REFERENCES.keys() & change.fields if change.after[name])
        case = _own_case(connection, change, names)
        if case and any(_case_of(connection, change, name) not in (None, case) for name in names):
            yield "act-exceeded.case", change.table


def _own_case(connection: Connection, change: Change, names: Sequence[str]) -> object:
    """Return the case of a row, or that of its record; None if it has none, or names nothing else."""
    if change.after.get(_CASE) or set(names) <= {_RECORD}:
        return change.after.get(_CASE)
    is_its_row = change.table == registry.STATEMENT_ELSEWHERE.name
    return _case_within(connection, _RECORDS, change.after.get("id" if is_its_row else _RECORD))


def _case_of(connection: Connection, change: Change, name: str) -> object:
    """Return the case of an entry that a row names; None if it names none."""
    return _case_within(connection, OF_TABLES.get((change.table, name), REFERENCES[name]), change.after[name])


def _case_within(connection: Connection, name: str, key: object) -> object:
    table = registry.table_named(name)
    row = table.find_row(connection, [str(key)]) if key else None
    if row is None:
        return None
    if name in WITHIN:
        outer = WITHIN[name]
        return _case_within(connection, REFERENCES[outer], row[table.columns.index(outer)])
    return row[table.columns.index(_CASE)]
