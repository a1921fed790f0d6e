"""The place that is proposed for a file whose name has a number that somebody else gave."""

from pathlib import Path

import pytest

from ui.widgets.place import named_at_home


@pytest.mark.parametrize(
    "number", ["../../x", "/etc/x", "..\\x", "C:x", "P-1/../../.config/autostart/x", "a\0b", "a\nb"]
)
def test_no_part_of_a_path_is_taken_from_a_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: str
):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)

    place = named_at_home(f"receipt-{number}.asice")

    assert place.parent == tmp_path
    assert place.name.startswith("receipt-")
    assert not set(place.name) & set("/\\:\0\n")


def test_a_number_as_the_program_gives_it_stays_and_nothing_is_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert named_at_home("receipt-P-001.asice") == tmp_path / "receipt-P-001.asice"

    (tmp_path / "receipt-P-001.asice").write_bytes(b"")
    assert named_at_home("receipt-P-001.asice") == tmp_path / "receipt-P-001-2.asice"
