"""Writes the snapshot of the schema, while no version has it: `python -m tests.vault.data.make_schema`."""

from contextlib import closing
from pathlib import Path

from thb_desktop.vault.database import Connection, open_scratch

SNAPSHOT = Path(__file__).with_name("schema.sql")


def schema_of(connection: Connection) -> str:
    rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name")
    return "".join(f"{row[0]};\n" for row in rows)


def main() -> None:
    with closing(open_scratch()) as connection:
        SNAPSHOT.write_text(schema_of(connection), "utf-8")


if __name__ == "__main__":
    main()
