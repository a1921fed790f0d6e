"""The list of what was not taken, in a new file of its own."""

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from thb_desktop.domain.intake import Left
from thb_desktop.errors import AlreadyExistsError
from thb_desktop.vault.system import medium

_COMPUTED = "=+-@"
"""How formulas of a spreadsheet begin."""


def verify_new_list(file: Path) -> None:
    """Learn before the work whether its list can be written to this new file; nothing of it stays.

    Raises AlreadyExistsError, also for a link, and StorageError.
    """
    with medium():
        try:
            file.open("xb").close()
        except FileExistsError:
            raise AlreadyExistsError("the file exists already; name another") from None
        file.unlink()


def write_left(file: Path, left: Sequence[Left]) -> None:
    """Write what was not taken to a new file: one line each, the reason's code, a tab, the path as JSON text.

    A spreadsheet takes the quotes of a cell away and would compute a name that begins like a formula: the
    first character of such a name is written by its number. Raises FileExistsError and other OSError; then
    nothing of it stays.
    """
    lines = file.open("x", encoding="utf-8", newline="\n")
    try:
        with lines:
            for each in left:
                path = _uncomputed(json.dumps(each.path, ensure_ascii=False))
                lines.write(f"{each.because.value}\t{path}\n")
    except OSError:
        with suppress(OSError):
            file.unlink()
        raise


def _uncomputed(told: str) -> str:
    """Return a JSON text of the same value that no spreadsheet takes for a formula."""
    return f'"\\u{ord(told[1]):04x}{told[2:]}' if told[1] in _COMPUTED else told
