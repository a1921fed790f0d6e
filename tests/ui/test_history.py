"""The history of an entry: what stood there, what stands there now, why, and when by the clock of here."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from thb_desktop.domain.corrections import STRUCK, Correction
from thb_desktop.domain.ids import AgentId, CaseId, RowId
from thb_desktop.domain.people_fields import OFFICIAL
from ui import clock
from ui.forms.history import HistoryDialog

PLAIN = {0x2066: None, 0x2068: None, 0x2069: None}


def history(qtbot: QtBot, field: str, before: str | None, after: str | None) -> tuple[list[str], list[str]]:
    """The headings and the cells of a history of one correction."""
    parent = QWidget()
    qtbot.addWidget(parent)
    corrected = Correction(
        id=RowId("C"),
        case_id=CaseId("F"),
        entity=OFFICIAL.name,
        subject_id="O",
        field=field,
        before=before,
        after=after,
        reason="Of another case",
        at=datetime(2026, 3, 5, 9, 0, tzinfo=UTC),
        by=AgentId("U"),
    )
    rows = HistoryDialog(parent, "Corrections", OFFICIAL, (corrected,), {"U": "Anne Dubois"}).rows
    cells = [str(rows.index(0, at).data()).translate(PLAIN) for at in range(rows.columnCount())]
    headings = [str(rows.headerData(at, Qt.Orientation.Horizontal)) for at in range(rows.columnCount())]
    return headings, cells


@pytest.mark.parametrize("before", [None, ""])
def test_a_struck_entry_shows_its_reason_as_the_reason_alone(
    application: QApplication, qtbot: QtBot, before: str | None
):
    _, cells = history(qtbot, STRUCK, before, "Of another case")

    assert cells[1:5] == ["Struck out", "No", "Yes", "Of another case"]


def test_what_was_corrected_is_shown_as_it_stood_and_as_it_stands(application: QApplication, qtbot: QtBot):
    _, cells = history(qtbot, "unit", "Ghent", None)

    assert cells[2:4] == ["Ghent", "\u2014"]


@pytest.mark.parametrize(
    ("system", "told"),
    [
        (b"Europe/Brussels", ("When (Brussels)", "2026-03-05 10:00 +01:00")),
        (b"", ("When (UTC)", "2026-03-05 09:00 +00:00")),
        (b"Mars/Olympus", ("When (UTC)", "2026-03-05 09:00 +00:00")),
    ],
)
def test_a_correction_is_told_by_the_clock_of_here_and_the_heading_names_its_place(
    application: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    system: bytes,
    told: tuple[str, str],
):
    monkeypatch.setattr(clock.QTimeZone, "systemTimeZoneId", lambda: QByteArray(system))

    headings, cells = history(qtbot, "unit", "Ghent", "Liège")

    assert (headings[0].translate(PLAIN), cells[0]) == told
