"""The figures of the security matrix are kept one by one, and none wipes out another."""

import json
from pathlib import Path

from tests.support.figures import record_figure


def test_figures_are_merged_into_one_file_with_their_day_and_machine(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"

    record_figure(file, "SR-7", "flips", 3)
    record_figure(file, "SR-15", "classes", "16 of 16")
    record_figure(file, "SR-7", "flips", 20_412)

    kept = json.loads(file.read_text("utf-8"))
    assert kept["SR-7"]["flips"]["value"] == 20_412
    assert kept["SR-15"]["classes"]["value"] == "16 of 16"
    assert set(kept["SR-7"]["flips"]) == {"value", "date", "machine"}
    assert [path.name for path in tmp_path.iterdir()] == ["figures.json"]
