"""Writes that wait for one another: many rows at once cost half as much as one by one."""

from collections.abc import Mapping


class Together:
    """Rows that are not written yet, by their statement. Nothing reads the tables meanwhile."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Mapping[str, object]]] = {}

    def add(self, statement: str, row: Mapping[str, object]) -> None:
        self.rows.setdefault(statement, []).append(row)


class InOrder:
    """Rows that wait and are written as they came, each with the number of the event that tells it."""

    def __init__(self) -> None:
        self.number = 0
        self.rows: list[tuple[int, str, Mapping[str, object]]] = []

    def add(self, statement: str, row: Mapping[str, object]) -> None:
        self.rows.append((self.number, statement, row))
