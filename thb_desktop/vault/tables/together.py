"""Writes that wait for one another: many rows of one statement at once cost half as much as one by one."""

from collections.abc import Mapping


class Together:
    """Rows that are not written yet, by their statement. Nothing reads the tables meanwhile."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Mapping[str, object]]] = {}

    def add(self, statement: str, row: Mapping[str, object]) -> None:
        self.rows.setdefault(statement, []).append(row)
