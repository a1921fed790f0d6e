"""What a drill found, and how it is written down."""

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True, kw_only=True)
class Result:
    """One drill: its figures, its table, what was noted and how often, what failed; or why it was skipped."""

    requirement: str
    name: str
    figures: dict[str, int | float | str] = field(default_factory=dict)
    rows: list[dict[str, Any]] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    skipped: str = ""
    seconds: float = 0
    _began: float = field(default_factory=time.monotonic)

    def figure(self, name: str, value: int | float | str) -> None:
        self.figures[name] = value

    def row(self, what: str, **counts: int | float | str) -> None:
        """One line of the table, told at once too: a full run takes long."""
        self.rows.append({"": what, **counts})
        told = ", ".join(f"{count} {name}" for name, count in counts.items())
        print(f"    {self.requirement} {what}: {told}", flush=True)

    def note(self, what: str, count: int = 1) -> None:
        self.notes[what] += count

    def fail(self, what: str) -> None:
        self.failures.append(what)

    def ended(self) -> "Result":
        self.seconds = round(time.monotonic() - self._began, 1)
        return self

    def as_json(self) -> dict[str, Any]:
        return {
            "requirement": self.requirement,
            "name": self.name,
            "skipped": self.skipped,
            "seconds": self.seconds,
            "figures": self.figures,
            "rows": self.rows,
            "notes": dict(sorted(self.notes.items())),
            "failures": self.failures,
        }

    def as_markdown(self) -> str:
        lines = [f"## {self.requirement}: {self.name}", ""]
        if self.skipped:
            return "\n".join([*lines, f"Skipped: {self.skipped}.", ""])
        lines += [f"- {name}: **{value}**" for name, value in self.figures.items()]
        lines += [f"- duration: {self.seconds} s", ""]
        if self.rows:
            titles = list(self.rows[0])
            lines += [f"| {' | '.join(titles)} |", f"|{'---|' * len(titles)}"]
            lines += [f"| {' | '.join(str(row.get(title, '')) for title in titles)} |" for row in self.rows]
            lines.append("")
        if self.notes:
            lines += [
                "Noted: " + "; ".join(f"{what} ({n})" for what, n in sorted(self.notes.items())) + ".",
                "",
            ]
        lines += [f"- FAILED: {failure}" for failure in self.failures]
        return "\n".join([*lines, ""])
