"""References within a case: whether an entry names only entries of its own case, and of its own record."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from thb_desktop.domain.change import Change
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry

_CASE, _RECORD = "case_id", "interview_id"
REFERENCES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("person_id", "kept_id", "other_id", "said_by_id"), "person"),
        **dict.fromkeys(("payer_id", "receiver_id"), "person"),
        **dict.fromkeys(
            (
                *("official_id", "collected_by", "captured_by", "lead_interviewer_id"),
                *("record_keeper_id", "actor_id"),
            ),
            "official",
        ),
        **dict.fromkeys(("exhibit_id", "parent_id", "root_id", "statement_id", "recording_id"), "exhibit"),
        **dict.fromkeys(("scan_id", "working_copy_id", "order_exhibit_id"), "exhibit"),
        **dict.fromkeys(("account_id", "from_account_id", "to_account_id"), "account"),
        **dict.fromkeys(("paid_in_id", "paid_out_id"), "hand_over"),
        **dict.fromkeys(("linguist_id", "checked_by", "interpreter_id", "author_id"), "interpreter"),
        **dict.fromkeys(("interview_id", "rectifies_id", "supplements_id", "said_in_id"), "interview"),
        **dict.fromkeys(
            (
                *("authority_id", "issuing_authority_id", "validating_authority_id"),
                *("executing_authority_id", "central_authority_id"),
            ),
            "authority",
        ),
        **dict.fromkeys(("instrument_id", "related_id"), "instrument"),
        "object_id": "case_object",
        "concept_id": "glossary_concept",
        **dict.fromkeys(("from_job_id", "job_id"), "language_job"),
        "proceeding_id": "proceeding",
        "team_id": "action_team",
        "reading_id": "ad_reading",
        "bundle_id": "bundle",
        "disclosure_id": "disclosure",
        "claim_id": "person_claim",
        "of_id": "person_link",
        "assignment_id": "assignment",
        "packet_id": "packet",
        **dict.fromkeys(("file_id", "copy_id", "content_id"), "exhibit_file"),
        **dict.fromkeys(("segment_id", "turn_id"), "segment"),
        "speaker_id": "presence",
        "lineup_id": "lineup",
        "version_id": "rendering_version",
        "annotation_id": "annotation",
        "package_id": "package",
        "taken_id": "taken_out",
        "annex_id": "identity_annex",
        "received_id": "received_package",
        "withdraws_id": "redaction",
        "lifts_id": "leaving_bar",
        "handback_id": "handback",
    }
)
"""The tables of a case that fields name, by the name of the field."""
OF_TABLES: Mapping[tuple[str, str], str] = MappingProxyType(
    {("money_transaction", "statement_id"): "bank_statement"}
)
"""The same of a field that names another table in one table than in the others."""
WITHIN: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                *("exhibit_file", "custody_event", "file_place", "digest_list", "intake_run"),
                *("leaving_bar", "taken_out"),
            ),
            "exhibit_id",
        ),
        **dict.fromkeys(("handback", "declaration"), "assignment_id"),
        **dict.fromkeys(
            (
                *("rendering_version", "version_signature", "version_withdrawal", "revision_verdict"),
                *("annotation", "annotation_answer", "language_certificate"),
            ),
            "job_id",
        ),
        **dict.fromkeys(("redaction", "masked_copy"), "disclosure_id"),
        "package_receipt": "package_id",
        **dict.fromkeys(("received_item", "written_receipt"), "received_id"),
        "rendering": "segment_id",
        "stamped_bundle": "bundle_id",
    }
)
"""The tables without a case or a record of their own, and by which field each is within one that has."""
_OWN_RECORD = "statement_elsewhere"
"""The table whose rows have the id of their record."""
_PARTS = frozenset({"segment", "presence", "lineup", "rendering_version", "annotation"})
"""Tables whose rows only rows of the same record name."""


def faults_of_references(connection: Connection, changes: Sequence[Change]) -> Iterator[tuple[str, str]]:
    """Return the faults of rows that name an entry of another case, or a part of another record than their
    own, each with its table. A row of a record is of its case.

    A role under another case would be told of its person, and be in no list of theirs.
    """
    for change in changes:
        names = sorted(name for name in REFERENCES.keys() & change.fields if change.after[name])
        own = _Of(connection, change.table, change.after)
        if own.is_alone(names):
            continue
        named = [own.named(name) for name in names]
        if any(each is not None and own.differs(each) for each in named):
            yield "act-exceeded.case", change.table


class _Of:
    """Of which case and record a row is."""

    def __init__(self, connection: Connection, table: str, row: Mapping[str, object]) -> None:
        self._connection, self._table, self._row = connection, table, row

    def is_alone(self, names: Sequence[str]) -> bool:
        """Whether the row names nothing, or only that of which it is a part."""
        outer = WITHIN.get(self._table, "" if self._table == _OWN_RECORD else _RECORD)
        return not names or (not self._row.get(_CASE) and set(names) <= {outer})

    def named(self, name: str) -> "_Of | None":
        return self._within(OF_TABLES.get((self._table, name), REFERENCES[name]), self._row[name])

    def differs(self, other: "_Of") -> bool:
        """Whether another row is known to be of another case, or part of another record."""
        own, case = self.case, other.case
        if own and case and own != case:
            return True
        part_of = other.record if other._table in _PARTS else None
        return part_of is not None and self.record not in (None, part_of) and self._rectified != part_of

    @property
    def _rectified(self) -> object:
        """The record that the own one rectifies: a note of rectification names the turns of that one."""
        own = self._within(registry.INTERVIEW.name, self.record)
        return own._row["rectifies_id"] if own is not None else None

    @property
    def case(self) -> object:
        if self._row.get(_CASE):
            return self._row[_CASE]
        outer = self._outer()
        return outer.case if outer is not None else None

    @property
    def record(self) -> object:
        """The record of which the row is a part, or on which its job is; None for any other."""
        if self._row.get(_RECORD):
            return self._row[_RECORD]
        outer = self._outer()
        return outer.record if outer is not None else None

    def _outer(self) -> "_Of | None":
        if name := WITHIN.get(self._table):
            return self._within(REFERENCES[name], self._row.get(name))
        key = "id" if self._table == _OWN_RECORD else _RECORD
        return self._within(registry.INTERVIEW.name, self._row.get(key))

    def _within(self, name: str, key: object) -> "_Of | None":
        table = registry.table_named(name)
        row = table.find_row(self._connection, [str(key)]) if key else None
        return (
            None if row is None else _Of(self._connection, name, dict(zip(table.columns, row, strict=True)))
        )
