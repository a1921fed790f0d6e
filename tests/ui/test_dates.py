"""The fields for days, moments and partial dates, by the keys that a person presses."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.errors import DateRefusedError
from ui.widgets.dates import DayField, MomentField, PartialDateField

BRUSSELS = "Europe/Brussels"


def test_a_moment_is_read_when_it_is_left_and_said_back_in_words(
    application: QApplication, qtbot: QtBot
) -> None:
    field = MomentField("Begins", zone=BRUSSELS)
    qtbot.addWidget(field)

    QTest.keyClicks(field.edit, "24.11.2026 14.05")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)

    assert field.value() == datetime(2026, 11, 24, 13, 5, tzinfo=UTC)
    assert "Tuesday 24 November 2026, 14:05, Brussels" in field.told.text()
    assert field.edit.text() == "24.11.2026 14.05"
    assert field.error() == ""


def test_what_cannot_be_read_is_told_beside_the_field_by_its_name_and_has_no_value(
    application: QApplication, qtbot: QtBot
) -> None:
    field = DayField("Opened")
    qtbot.addWidget(field)

    QTest.keyClicks(field.edit, "03/25/2025")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)

    assert field.error() == "Opened: Write the day before the month, or the month as a word."
    assert field.error() in field.told.text()
    with pytest.raises(DateRefusedError):
        field.value()


def test_an_empty_field_is_not_answered(application: QApplication, qtbot: QtBot) -> None:
    fields = (DayField("Day"), MomentField("Moment"), PartialDateField("About"))
    for field in fields:
        qtbot.addWidget(field)

    read = [(field.is_empty(), field.value(), field.error()) for field in fields]

    assert read == [(True, None, "")] * 3


def test_a_value_that_is_set_is_shown_as_it_would_be_typed(application: QApplication, qtbot: QtBot) -> None:
    day, about = DayField("Day"), PartialDateField("About")
    for field in (day, about):
        qtbot.addWidget(field)

    day.set_value(date(2025, 3, 1))
    about.set_value(PartialDate("2025-03~"))

    assert (day.edit.text(), day.value()) == ("2025-03-01", date(2025, 3, 1))
    assert (about.edit.text(), about.value()) == ("2025-03~", PartialDate("2025-03~"))


def test_a_change_is_told_once_when_the_field_is_left(application: QApplication, qtbot: QtBot) -> None:
    field = DayField("Day")
    qtbot.addWidget(field)
    changes: list[object] = []
    field.changed.connect(lambda: changes.append(field.value()))

    field.set_value(date(2025, 3, 1))
    field.edit.setText("1.3.2025")
    field.set_value(None)

    assert changes == [date(2025, 3, 1), None]
