"""Founded acts: whether what an act answers is there: a return, or a statement made elsewhere."""

from collections.abc import Iterator
from contextlib import suppress

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.change import Change
from thb_desktop.domain.page_comparisons import PageComparison, SegmentPlace, is_wholly_compared
from thb_desktop.domain.record import from_record
from thb_desktop.domain.segment import Segment
from thb_desktop.errors import FormatError
from thb_desktop.findings import Finding, broken, of_entry, unknown
from thb_desktop.ledger.entry import Entry
from thb_desktop.services.core.leaving_bars import may_go_out
from thb_desktop.services.core.returns_told import RETURNS, is_as_it_came
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.mapper import Table
from thb_desktop.vault.tables.projection import told_by
from thb_desktop.vault.tables.told_rows import RowName, told_before, told_under
from thb_desktop.vault.told_states import ToldStates

_OF_STATEMENTS = frozenset(
    {
        VaultAction.STATEMENT_SET,
        VaultAction.TURNS_TAKEN_OVER,
        VaultAction.PLACE_SET,
        VaultAction.PAGE_COMPARED,
        VaultAction.STATEMENT_COMPARED,
    }
)
"""Acts on the record of a statement made elsewhere alone."""
_TAKES_OUT = frozenset({VaultAction.FILE_TAKEN_OUT, VaultAction.BARRED_FILE_TAKEN_OUT})
OF_WORDS = frozenset({VaultAction.CLAIM_ADDED, VaultAction.CLAIM_WORDS_CORRECTED})
"""Acts that seal words about their subject."""


def fault_of_ground(connection: Connection, action: str, subject: str, *, before: int) -> str:
    """Return what an act lacks that it answers, as the code of a finding; nothing if it is there.

    A settlement answers a return, an act on a statement one that was made elsewhere, of which each page was
    compared before it is closed; a reading back an interview held here, and sealed words a claim. A file
    that is taken out is under no bar that keeps it here. before: the number of its entry.
    """
    if action == VaultAction.RETURN_SETTLED:
        return "" if _returns_of(connection, subject, before) else "settlement.nothing"
    if action == VaultAction.LANGUAGE_JOB_SENT or action in OF_WORDS:
        table = registry.LANGUAGE_JOB if action not in OF_WORDS else registry.PERSON_CLAIM
        return "" if table.find(connection, subject) else "act-exceeded.subject"
    if action in _TAKES_OUT:
        by_two = action == VaultAction.BARRED_FILE_TAKEN_OUT
        goes = may_go_out(connection, subject, by_two=by_two, before=before)
        return "" if goes else "act-exceeded.barred"
    if action not in _OF_STATEMENTS and action != VaultAction.INTERVIEW_READ_BACK:
        return ""
    statement = registry.STATEMENT_ELSEWHERE.find(connection, subject)
    if (statement is None) is (action in _OF_STATEMENTS):
        return "act-exceeded.kind"
    closes = statement is not None and action == VaultAction.STATEMENT_COMPARED
    return "act-exceeded.compared" if closes and not _is_compared(connection, subject, before) else ""


def check_founded(
    connection: Connection, entry: Entry, vault: str, root: bytes, *, name: str
) -> Iterator[Finding]:
    """Tell of an act that answers nothing. root: DER. name: of its author.

    A settlement changes no row and covers no later merge, so it stops nobody; but it is told, also where only
    the store of the assignment can show what was to settle.
    """
    where = of_entry(entry.seq)
    if entry.action == VaultAction.RETURN_SETTLED:
        returns = _returns_of(connection, entry.subject, entry.seq)
        if not returns:
            yield unknown("settlement.nothing", where=where, name=name)
        elif all(_is_whole(connection, each, vault, root) for each in returns):
            yield unknown("settlement.state", where=where, name=name)
    elif fault := fault_of_ground(connection, entry.action, entry.subject, before=entry.seq):
        yield broken(fault, where=where, table=_table_of(entry.action))


def _table_of(action: str) -> str:
    if action in _TAKES_OUT:
        return registry.TAKEN_OUT.name
    return (registry.LANGUAGE_JOB if action == VaultAction.LANGUAGE_JOB_SENT else registry.SEALED_ITEM).name


def _is_compared(connection: Connection, interview_id: str, before: int) -> bool:
    """Whether somebody compared each page with what was taken over from it, as that was before the entry of
    this number: what another program wrote afterwards is not what its author compared.
    """
    (statement,) = registry.STATEMENT_ELSEWHERE.where(connection, "id", interview_id)
    states, end = ToldStates(connection), chain.size_of(connection) + 1
    segments = [
        each
        if (told_before(connection, row := RowName(registry.SEGMENT.name, each.id), end) or 0) < before
        else _as_it_was(states, row, before, each)
        for each in _told_before(connection, registry.SEGMENT, interview_id, before)
    ]
    places = _told_before(connection, registry.SEGMENT_PLACE, interview_id, before)
    comparisons = _told_before(connection, registry.PAGE_COMPARISON, interview_id, before)
    return is_wholly_compared(statement.pages, segments, places, comparisons)


def _told_before[Part: (Segment, SegmentPlace, PageComparison)](
    connection: Connection, table: Table[Part], interview_id: str, before: int
) -> list[Part]:
    """Return those rows of a record that entries before that number tell."""
    rows = table.where(connection, "interview_id", interview_id)
    told = set(told_under(connection, [each.id for each in rows], before))
    return [each for each in rows if (each.id, table.name) in told]


def _as_it_was(states: ToldStates, row: RowName, before: int, now: Segment) -> Segment:
    with suppress(FormatError):  # the check of the chain reports it
        if record := states.before(row, before):
            return from_record(Segment, told_by({"entity": row.entity, "record": record})[1])
    return now


def _returns_of(connection: Connection, assignment: str, before: int) -> list[Entry]:
    """Return the entries before one that say that something of an assignment came back."""
    entries = (signed.parsed() for signed in chain.entries_of(connection, assignment))
    return [each for each in entries if each.action in RETURNS and each.seq < before]


def _is_whole(connection: Connection, told: Entry, vault: str, root: bytes) -> bool:
    """Whether an entry tells what its interpreter signed; also if its content says nothing."""
    opening = chain.opening_of(connection, told.seq)
    try:
        states = [told_by(each) for each in Event.parse(opening.payload).states] if opening else []
    except FormatError:
        return False
    changes = [Change(table=table.name, before=None, after=record) for table, record in states]
    return not changes or is_as_it_came(connection, told.action, changes, vault, root)
