"""A row that was written before a column was added: its digest is the same."""

from dataclasses import dataclass, replace

from thb_desktop.domain.record import from_record, to_record
from thb_desktop.vault.tables import projection
from thb_desktop.vault.tables.mapper import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    id: str
    text: str
    read: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterNote:
    id: str
    text: str
    read: bool = False
    place: str = ""
    pages: int = 1
    marks: tuple[str, ...] = ()
    told_by: str | None = None


def test_a_row_weighs_the_same_with_columns_that_came_later():
    earlier, later = Table("note", Note), Table("note", LaterNote)
    old = Note(id="1", text="a")
    new = from_record(LaterNote, to_record(old))

    weights = {
        projection._weight(table, table.to_row(value).values())
        for table, value in ((earlier, old), (later, new), (later, LaterNote(id="1", text="a")))
    }
    changed = projection._weight(later, later.to_row(replace(new, pages=2)).values())

    assert len(weights) == 1
    assert changed not in weights
