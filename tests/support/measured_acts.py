"""Measures which rows each act touches: `python -m pytest -n0 -p tests.support.measured_acts tests/services`.

It adds what the services did to tests/domain/act_rows.json, which `tests/domain/test_act_rows.py` compares
with the list of the program.
"""

import json
from pathlib import Path

import pytest

from thb_desktop.services.core.unit_of_work import UnitOfWork

MEASURED = Path(__file__).parents[1] / "domain" / "act_rows.json"
NEW = "+"
"""Stands for a new row, beside the names of changed fields."""

Acts = dict[str, dict[str, list[str]]]
_record = UnitOfWork.record
_found: set[tuple[str, str, str]] = set()


def measured() -> Acts:
    """Return by action and table what was touched."""
    return json.loads(MEASURED.read_text("utf-8")) if MEASURED.is_file() else {}


def pytest_sessionstart() -> None:
    def record(self: UnitOfWork, subject: str, action: str, reason: str = "") -> None:
        for change in self._changes:
            touched = change.fields if change.before is not None else {NEW}
            _found.update((str(action), change.table, name) for name in touched)
        _record(self, subject, action, reason)  # type: ignore[arg-type]

    pytest.MonkeyPatch().setattr(UnitOfWork, "record", record)


def pytest_sessionfinish() -> None:
    told = measured()
    for action, table, name in sorted(_found):
        names = told.setdefault(action, {}).setdefault(table, [])
        names[:] = sorted({*names, name})
    MEASURED.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", "utf-8")
