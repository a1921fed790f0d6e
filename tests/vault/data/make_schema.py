"""Writes the whole schema that the migrations make: `python -m tests.vault.data.make_schema`."""

from contextlib import closing
from pathlib import Path

from thb_desktop.vault import migrations
from thb_desktop.vault.database import Connection, connect_in_memory, load_migrations, take_steps
from thb_desktop.vault.whole_schema import first_line

WHOLE = Path(migrations.__file__).with_name("whole.sql")


def migrated() -> Connection:
    """Open an empty database in memory that has taken every migration."""
    connection = connect_in_memory()
    take_steps(connection, load_migrations())
    return connection


def told_schema(connection: Connection) -> str:
    rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name")
    return first_line([step.sql for step in load_migrations()]) + "".join(f"{row[0]};\n" for row in rows)


def main() -> None:
    with closing(migrated()) as connection:
        WHOLE.write_text(told_schema(connection), "utf-8")


if __name__ == "__main__":
    main()
