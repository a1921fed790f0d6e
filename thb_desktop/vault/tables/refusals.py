"""Refusals of the database in our own words: a constraint's own text can quote the values."""

import re
from collections.abc import Iterable, Mapping

from thb_desktop.errors import (
    AlreadyExistsError,
    ApprovalUsedError,
    AssignmentClosedError,
    CertificationError,
    ChainAppendOnlyError,
    ConfirmationError,
    CorrectionStaysError,
    CustodyAppendOnlyError,
    CustodyNumberError,
    ExhibitLineError,
    LanguageWorkStaysError,
    MergeOrderError,
    NotFoundError,
    NothingDeletedError,
    RecordAnnulledError,
    RecordFrozenError,
    RecordOrderError,
    RevisionError,
    SegmentSequenceError,
    StorageError,
    StruckOutError,
    ThbError,
    ValueRefusedError,
)
from thb_desktop.vault.database import Connection, DatabaseError
from thb_desktop.vault.safeguards import refusal_of_medium
from thb_desktop.vault.tables.together import InOrder, Together

_TRIGGERS: dict[str, ThbError] = {
    "chain-append-only": ChainAppendOnlyError("an entry of the event chain is never changed or removed"),
    "approval-used": ApprovalUsedError("this approval was already used; ask for another one"),
    "custody-append-only": CustodyAppendOnlyError("what custody has recorded stays; record a correction"),
    "custody-numbers": CustodyNumberError("the custody events of an exhibit are numbered without a gap"),
    "custody-confirms": ConfirmationError("a confirmation names a transfer of the exhibit and its recorder"),
    "custody-corrects": CustodyNumberError("a correction must name an event of the same exhibit"),
    "exhibit-line": ExhibitLineError("an exhibit's parent and root are of its own case, and stay"),
    "record-frozen": RecordFrozenError("the interview record is fixed and cannot be changed any more"),
    "record-annulled": RecordAnnulledError("the record was annulled by a decision"),
    "record-order": RecordOrderError("an interview record goes from draft to read back to signed"),
    "merge-order": MergeOrderError("the records of persons cannot be merged or split in this way"),
    "not-certified": CertificationError("a rendering is certified by the signature of a linguist"),
    "language-stays": LanguageWorkStaysError("language work is only added to: write the next version"),
    "own-revision": RevisionError("a linguist cannot revise their own version"),
    "segment-sequence": SegmentSequenceError("segments follow one another without a gap and stay there"),
    "assignment-closed": AssignmentClosedError("the assignment was closed"),
    "correction-stays": CorrectionStaysError("a correction stays as it was entered"),
    "struck": StruckOutError("the entry was struck out as made in error"),
    "another-case": NotFoundError("a named entry is not in the file"),
    "code-stays": NothingDeletedError("a code is never changed or taken away"),
    "kept": NothingDeletedError("nothing is deleted from the file; a later event says what became of it"),
}


def write(target: Connection | Together | InOrder, statement: str, row: Mapping[str, object]) -> None:
    """Execute a statement that writes; a refusal of the database becomes one of our errors.

    target: where the statement waits for others, it is executed by `write_together` or `write_in_order`.
    """
    if isinstance(target, (Together, InOrder)):
        target.add(statement, row)
        return
    try:
        target.execute(statement, row)
    except DatabaseError as error:
        raise _refusal_of_rows(target, statement, [row], error) from None


def write_together(connection: Connection, waiting: Together) -> None:
    """Execute what waits, one statement after the other with all its rows. Raises as `write`."""
    for statement, rows in waiting.rows.items():
        try:
            connection.executemany(statement, rows)
        except DatabaseError as error:
            raise _refusal_of_rows(connection, statement, rows, error) from None


def write_in_order(connection: Connection, waiting: InOrder) -> int | None:
    """Execute what waits. Return the number of the first event with a row that is refused; what follows it
    is not written. None if all were written.
    """
    rows, waiting.rows = waiting.rows, []
    for number, statement, row in rows:
        try:
            connection.execute(statement, row)
        except DatabaseError:
            return number
    return None


def _refusal_of_rows(
    connection: Connection, statement: str, rows: Iterable[Mapping[str, object]], error: DatabaseError
) -> ThbError:
    if str(error).startswith("FOREIGN KEY") and any(
        _has_unknown_code(connection, statement, row) for row in rows
    ):
        return ValueRefusedError("a value is not a code of its list")
    return refusal_of(error)


def _has_unknown_code(connection: Connection, statement: str, row: Mapping[str, object]) -> bool:
    """Whether a refused row has an unknown code: SQLite does not name the column."""
    table = re.search(r"(?:INSERT INTO|UPDATE) (\w+)", statement)
    keys = connection.execute(
        """SELECT "table", "from" FROM pragma_foreign_key_list(?) WHERE "table" GLOB 'code_*'""",
        (table[1] if table else "",),
    ).fetchall()
    return any(_is_unknown(connection, codes, row[column]) for codes, column in keys if column in row)


def _is_unknown(connection: Connection, codes: str, code: object) -> bool:
    statement = " ".join(("SELECT 1 FROM", codes, "WHERE code = ?"))
    return code is not None and connection.execute(statement, (code,)).fetchone() is None


def refusal_of(error: DatabaseError) -> ThbError:
    """Return a database error in words for people, without its values."""
    said = str(error)
    if said in _TRIGGERS:
        known = _TRIGGERS[said]
        return type(known)(*known.args)
    table = re.search(r"(?:failed: |column )([a-z_]+)\.", said)
    place = table[1].replace("_", " ") if table else "file"
    if said.startswith("UNIQUE"):
        columns = re.findall(r"[a-z_]+\.[a-z_]+", said)
        field = columns[-1] if columns else ""
        return AlreadyExistsError(f"the {place} has an item of this name or number already", field)
    if said.startswith("FOREIGN KEY"):
        return NotFoundError("a named entry is not in the file")
    if said.startswith(("CHECK", "NOT NULL", "cannot store")):
        column = re.search(r"NOT NULL constraint failed: ([a-z_]+\.[a-z_]+)", said)
        return ValueRefusedError(
            f"a value is missing or not in its form ({place})", column[1] if column else ""
        )
    return refusal_of_medium(error) or StorageError("the database refused the work; nothing was changed")
