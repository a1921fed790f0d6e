"""Both sample cases entered through the view-models of the real window, to a printed bundle that verifies."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.bundling.test_record_digests import attached
from tests.support.bundles import case_content
from tests.support.controllers import at_the_desk, new_session, unlock
from tests.support.entered import EnteredCase
from tests.support.sampled import few
from thb_desktop.findings import Standing
from thb_desktop.report.attachments import case_data
from ui.application import AppController

_OF_VAULT = {"state", "number", "sha256", "checksum", "digest", "leaf", "entry", "salt", "late_entry_reason"}
"""What a vault gives of itself, and what is said of the entry and not of what was entered."""
_ENTRIES = (
    *("authorities", "proceedings", "instruments", "interpreters", "persons", "roles"),
    *("objects", "accounts", "transactions"),
)
_ROWS = (
    *("presences", "cautions", "victim_information", "timeline", "lineups", "recordings"),
    *("measures", "earlier"),
    *("engagements", "interventions", "corrections", "signatures"),
)


@pytest.fixture
def desk(application: QApplication) -> Iterator[AppController]:
    with at_the_desk(application) as made:
        yield made


def _sorted(row: Any) -> str:
    return json.dumps(row, sort_keys=True)


def plain(row: Any) -> Any:
    """What was entered of a row, without ids, times of entry and what follows from them."""
    if isinstance(row, list):
        return [plain(each) for each in row]
    if not isinstance(row, dict):
        return row
    return {
        name: plain(value)
        for name, value in row.items()
        if name != "id" and not name.endswith(("_id", "_ids", "_by", "_digest", "_salt"))
    }


def entered(told: Any) -> dict[str, Any]:
    """What the data of a bundle tell of a case, entry by entry, in an order that follows from the entries."""
    found: dict[str, Any] = {"case": plain(told["case"])}
    for name in _ENTRIES:
        found[name] = sorted((plain(each) for each in told[name]), key=_sorted)
    found["officials"] = sorted((plain(each) for each in told["officials"]), key=_sorted)
    for each in told["interviews"]:
        number = each["interview"]["number"]
        found[f"record {number}"] = plain(each["interview"])
        for part in _ROWS:
            rows = [plain(row) for row in each.get(part, ()) if not row.get("struck")]
            found[f"{number} {part}"] = sorted(rows, key=_sorted)
        found[f"{number} turns"] = [
            (
                *(turn["segment"].get(name) for name in ("speaker", "kind", "language", "source_text")),
                *(turn["segment"].get(name) for name in ("recording_from", "recording_to")),
                sorted((one["language"], one["kind"], one["text"]) for one in turn["renderings"]),
            )
            for turn in each["segments"]
        ]
    for each in told["exhibits"]:
        number = each["exhibit"]["number"]
        found[f"exhibit {number}"] = plain(each["exhibit"])
        found[f"{number} files"] = sorted(one["sha256"] for one in each["files"])
        events = [one["event"] for one in each["custody"]]
        found[f"{number} custody"] = [
            {name: value for name, value in plain(event).items() if name not in _OF_ENTRY}
            for event in events
            if event["occurred_at"] != event["recorded_at"]
        ]
    return found


_OF_ENTRY = {"recorded_at", "late_entry_reason", "clock_source", "number", "result"}


@pytest.mark.parametrize("name", few(["schelde", "perla"], 1))
def test_a_sample_case_is_entered_through_the_window_as_it_is_and_its_bundle_verifies(
    desk: AppController, qtbot: QtBot, tmp_path: Path, name: str
):
    source = case_content(name)
    vault = tmp_path / "office.thbvault"
    new_session(vault).close()
    unlock(desk, qtbot, vault)
    case = EnteredCase(desk, qtbot, source, name)

    case.enter()
    signed = case.sign_bundle(tmp_path / "bundle.pdf")

    assert {each.standing for each in signed.findings} <= {Standing.HOLDS, Standing.UNKNOWN}
    told = json.loads(attached(signed.target.read_bytes())["case/case.json"])
    here, there = entered(told), entered(json.loads(json.dumps(case_data(source))))
    assert here.keys() == there.keys()
    assert [part for part, expected in there.items() if here[part] != expected] == [], {
        part: (here[part], expected) for part, expected in there.items() if here[part] != expected
    }
