"""Standing entries: whether an entry names something that was struck out before it, where the rules of the
database refuse that.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from thb_desktop.domain.change import Change
from thb_desktop.domain.corrections import STRUCK
from thb_desktop.domain.vocabulary import PersonLinkKind
from thb_desktop.services.core.case_references import OF_TABLES, REFERENCES
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.told_rows import RowName
from thb_desktop.vault.told_states import ToldStates

STRUCK_BEFORE = "act-exceeded.standing"
"""The finding about a row that names what was struck out before."""
_SINCE = 4
"""The schema since which the rules of the database are these."""
_CASE = "case_id"
STANDING: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "assignment": frozenset({_CASE, "interpreter_id"}),
        "claim_use": frozenset({"claim_id"}),
        "custody_event": frozenset({"actor_id"}),
        "exhibit": frozenset({_CASE, "collected_by", "instrument_id"}),
        "interpreter_engagement": frozenset({"interpreter_id"}),
        "intervention": frozenset({"interpreter_id"}),
        "interview": frozenset(
            {
                *(_CASE, "authority_id", "instrument_id", "lead_interviewer_id", "person_id"),
                *("record_keeper_id", "recording_id"),
            }
        ),
        "language_job": frozenset({"from_job_id", "linguist_id"}),
        "lineup": frozenset({"exhibit_id", "person_id"}),
        "person_claim": frozenset({_CASE, "other_id", "person_id", "said_by_id"}),
        "person_link": frozenset({_CASE, "kept_id", "other_id"}),
        "presence": frozenset({"interpreter_id", "official_id", "person_id"}),
        "recording": frozenset({"exhibit_id", "working_copy_id"}),
        "rendering": frozenset({"author_id", "segment_id"}),
        "statement_elsewhere": frozenset({"exhibit_id"}),
        "timeline_event": frozenset({"exhibit_id", "lineup_id"}),
    }
)
"""The fields by which a row of each table names what must stand, when it is added or the field changes."""
_LINKING = frozenset({PersonLinkKind.PROPOSED, PersonLinkKind.MERGED})


def faults_of_standing(
    connection: Connection, changes: Sequence[Change], *, before: int, schema: int
) -> Iterator[tuple[str, str]]:
    """Return the faults of rows that name what an entry before this number struck out, each with its table.

    schema: that of the event.
    """
    told = {(each.table, each.key) for each in changes}
    for change in changes if schema >= _SINCE else ():
        rows = [
            (_table_of(change.table, name), str(change.after[name]))
            for name in sorted(_names_of(change))
            if change.after[name]
        ]
        if any(
            (table, (key,)) not in told and _was_struck(connection, table, key, before) for table, key in rows
        ):
            yield STRUCK_BEFORE, change.table


def _names_of(change: Change) -> frozenset[str]:
    """Return the fields by which the row must name what stands.

    A record that continues or rectifies another is about the same; a merge is undone and a proposal is
    declined also of persons that were struck out.
    """
    names = STANDING.get(change.table, frozenset()) & change.fields
    if change.table == registry.INTERVIEW.name and change.before is None:
        continues = change.after["supplements_id"] or change.after["rectifies_id"]
        return names & {_CASE} if continues else names
    if change.table == registry.PERSON_LINK.name and change.after["kind"] not in _LINKING:
        return frozenset()
    return names


def _table_of(table: str, name: str) -> str:
    return registry.CASE_FILE.name if name == _CASE else OF_TABLES.get((table, name), REFERENCES[name])


def _was_struck(connection: Connection, name: str, key: str, before: int) -> bool:
    """Whether a row that is struck out now was so before the entry of this number."""
    table = registry.table_named(name)
    row = table.find_row(connection, [key])
    if row is None or not row[table.columns.index(STRUCK)]:
        return False
    was = ToldStates(connection).before(RowName(name, key), before)
    return was is not None and bool(was.get(STRUCK))
