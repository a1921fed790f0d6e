"""A later version of the program: its next migration renames a field, adds one and rebuilds a table.

It also has a new code. Its migration comes after those that the program has by now, and is made from their
schema. `python -m tests.vault.data.freeze` kept that of the first schema, as tests/vault/data/0002.sql.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import MISSING, field, fields, make_dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast, get_type_hints

import pytest

from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.people import Official
from thb_desktop.vault import database
from thb_desktop.vault.codes import CODES
from thb_desktop.vault.database import load_migrations, open_scratch
from thb_desktop.vault.tables import projection, registry
from thb_desktop.vault.tables.mapper import Table
from thb_desktop.vault.upcasts import UPCASTS, renamed

STEP = Path(__file__).parents[1] / "vault" / "data" / "0002.sql"
NUMBER = len(load_migrations()) + 1
"""The number of its migration."""
NEW_CODE = "DRONE"
_CODES = "code_exhibit_kind"
_REMADE = "interview"
"""It refers to other tables, other tables refer to it, and their triggers read it."""
_ADDS = "ALTER TABLE bundle ADD COLUMN note TEXT NOT NULL DEFAULT '';\n"


@contextmanager
def later_program(*, adds_only: bool = False) -> Iterator[None]:
    """Within the `with` block, this program is that later version: its migrations, codes, shapes and upcasts.

    adds_only: a version that only adds the column, so that it needs no upcast.
    """
    tables = _later_tables()
    new = _ADDS if adds_only else next_step()
    if adds_only:
        del tables["official"]
    with pytest.MonkeyPatch.context() as version, TemporaryDirectory() as steps:
        for step in load_migrations():
            Path(steps, f"{step.number:04}.sql").write_text(step.sql, "utf-8")
        Path(steps, f"{NUMBER:04}.sql").write_text(new, "utf-8")
        version.setattr(database, "files", lambda _: Path(steps))
        if not adds_only:
            version.setitem(CODES, _CODES, CODES[_CODES] | {NEW_CODE})
            version.setitem(UPCASTS, NUMBER, renamed("official", "unit", "service"))
        for table in tables.values():
            version.setitem(registry._BY_NAME, table.name, table)
            version.setitem(registry._BY_ENTITY, table.entity, table)
            version.setattr(registry, table.name.upper(), table)
        now = tuple(tables.get(table.name, table) for table in registry.TABLES)
        for module in (registry, projection):
            version.setattr(module, "TABLES", now)
        yield


def _later_tables() -> dict[str, Table[object]]:
    official = _class_like(Official, rename={"unit": "service"})
    bundle = _class_like(Bundle, add=("note", str, ""))
    return {
        table.name: cast(Table[object], table)
        for table in (Table("official", official), Table("bundle", bundle))
    }


def _class_like(
    entity: type, *, rename: dict[str, str] | None = None, add: tuple[str, type, str] | None = None
) -> type:
    hints = get_type_hints(entity)
    told: list[Any] = [
        (
            (rename or {}).get(each.name, each.name),
            hints[each.name],
            *([] if each.default is MISSING else [field(default=each.default)]),
        )
        for each in fields(entity)
    ]
    if add:
        told.append((add[0], add[1], field(default=add[2])))
    return make_dataclass(entity.__name__, told, frozen=True, slots=True, kw_only=True)


def next_step() -> str:
    """Return the SQL of the next migration, made from the present schema."""
    with closing(open_scratch()) as connection:
        schema = [
            (row["type"], row["sql"])
            for row in connection.execute(
                "SELECT type, sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY rowid",
                (_REMADE,),
            )
        ]
    (table,) = (sql for kind, sql in schema if kind == "table")
    body = table.partition("(")[2]  # SQLite writes the name of a table that was rebuilt in quotes
    new = f"CREATE TABLE new_{_REMADE} ({body}"
    new = new.removesuffix("\n) STRICT") + ",\n    CHECK (length(place) < 10000)\n) STRICT"
    statements = [
        _ADDS.removesuffix(";\n"),
        "ALTER TABLE official RENAME COLUMN unit TO service",
        new,
        " ".join(("INSERT INTO", f"new_{_REMADE}", "SELECT * FROM", _REMADE)),
        f"DROP TABLE {_REMADE}",
        f"ALTER TABLE new_{_REMADE} RENAME TO {_REMADE}",
        *(sql for kind, sql in schema if kind != "table"),
    ]
    return "".join(f"{statement};\n" for statement in statements)
