"""Heads of columns and states of renderings are read whole on a small screen, in each language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from thb_desktop.domain.vocabulary import RenderingState, SpeakerRole
from ui import language
from ui.custody.columns import event_columns
from ui.labels import words
from ui.rows import Column, RowsModel
from ui.transcript.cells import AROUND_SPEAKER, AROUND_STATE
from ui.transcript.letters import small_font
from ui.transcript.rows import At, SegmentsModel
from ui.transcript.table import SegmentTable, room_for_notes
from ui.widgets.table import RecordTable

AROUND_CELL = 22
"""Pixels of a cell beside its words: its padding and its edges."""


@pytest.fixture(params=["en", "fr", "ar"])
def spoken(request: pytest.FixtureRequest, application: QApplication) -> Iterator[str]:
    language.install(application, request.param)
    yield request.param
    language.install(application, "en")


@pytest.mark.usefixtures("spoken")
def test_a_state_in_which_a_rendering_stays_has_room_beside_its_turn(application: QApplication):
    font = application.font()
    small = QFontMetricsF(small_font(font, 8.5, bold=True))

    for state in (RenderingState.SELF_CHECKED, RenderingState.CERTIFIED):
        assert small.horizontalAdvance(words(state)) <= room_for_notes(font) - AROUND_STATE + 1


@pytest.mark.usefixtures("spoken")
def test_the_number_of_an_exhibit_is_read_whole_in_the_list_of_events(application: QApplication):
    """Cut, the numbers of one search would all look alike."""
    column = event_columns(str)[0]

    needed = QFontMetricsF(application.font()).horizontalAdvance("EX-0101")

    assert column.width >= needed + AROUND_CELL


@pytest.mark.usefixtures("spoken")
def test_who_speaks_is_read_whole_beside_a_turn(qtbot: QtBot):
    table = SegmentTable(SegmentsModel())
    qtbot.addWidget(table)
    small = QFontMetricsF(small_font(table.font(), 8.5))

    for role in SpeakerRole:
        room = table.columnWidth(At.WHO) - AROUND_SPEAKER
        assert small.elidedText(words(role), Qt.TextElideMode.ElideRight, room) == words(role)


def test_the_head_of_a_column_is_not_cut_where_its_words_are_short(qtbot: QtBot):
    columns = (
        Column[str](title="N°", read=lambda row: row, width=72, exact=True),
        Column[str](title="Personne", read=lambda row: f"V-{row}", width=96, exact=True),
        Column[str](title="État", read=lambda _: "Signé"),
    )
    rows: RowsModel[str] = RowsModel(columns)
    table = RecordTable(rows, "Interviews", wrap=True)
    qtbot.addWidget(table)
    rows.show_rows(("01", "02"))
    table.resize(265, 400)
    table.show()
    qtbot.waitExposed(table)

    header = table.horizontalHeader()
    assert [table.columnWidth(each) >= header.sectionSizeHint(each) for each in range(3)] == [True] * 3
