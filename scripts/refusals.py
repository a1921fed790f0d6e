"""Write the table of all refusals in docs/manual/command-line.md: `python scripts/refusals.py`.

Each row is the exit code, the code and the first sentence of the docstring of a class in thb_desktop/errors.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from thb_desktop.errors import ThbError

MANUAL = Path(__file__).resolve().parents[1] / "docs" / "manual" / "command-line.md"
ROW = re.compile(r"\| \d+ \| `")


def kinds(root: type[ThbError] = ThbError) -> Iterator[type[ThbError]]:
    """Every refusal below this one."""
    for child in root.__subclasses__():
        yield child
        yield from kinds(child)


def page() -> str:
    """The manual with the rows that the errors have now, at the place of those that it has."""
    lines = MANUAL.read_text("utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if ROW.match(line))
    kept = [line for line in lines if not ROW.match(line)]
    return "\n".join([*kept[:first], *_rows(), *kept[first:], ""])


def _rows() -> Iterator[str]:
    for error in sorted(kinds(), key=lambda error: (error.exit_code, error.code)):
        sentence = re.split(r"(?<=\.)\s|\n\n", (error.__doc__ or "").strip())[0]
        yield f"| {error.exit_code} | `{error.code}` | {' '.join(sentence.split())} |"


if __name__ == "__main__":
    MANUAL.write_text(page(), "utf-8")
