"""The fields for days, moments and partial dates, by the keys that a person presses."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from thb_desktop.domain.dates import DateProblem
from thb_desktop.domain.partial_dates import UNKNOWN, PartialDate
from thb_desktop.errors import DateRefusedError
from ui import clock, language
from ui.labels.dates import problem_words
from ui.widgets import dates
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


@pytest.mark.parametrize(
    ("shown_in", "words"), [("en", "date unknown"), ("fr", "date inconnue"), ("ar", "تاريخ غير معروف")]
)
def test_an_unknown_date_is_set_in_words_that_the_field_reads_again(
    application: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    shown_in: str,
    words: str,
) -> None:
    monkeypatch.setattr(language, "current", lambda: shown_in)
    about = PartialDateField("About")
    qtbot.addWidget(about)

    about.set_value(UNKNOWN)

    assert about.edit.text() == words
    assert about.value() == UNKNOWN


def test_a_change_is_told_once_when_the_field_is_left(application: QApplication, qtbot: QtBot) -> None:
    field = DayField("Day")
    qtbot.addWidget(field)
    changes: list[object] = []
    field.changed.connect(lambda: changes.append(field.value()))

    field.set_value(date(2025, 3, 1))
    field.edit.setText("1.3.2025")
    field.set_value(None)

    assert changes == [date(2025, 3, 1), None]


def test_a_calendar_opens_by_key_and_writes_the_day_that_is_chosen(
    application: QApplication, qtbot: QtBot
) -> None:
    field = MomentField("Begins", zone=BRUSSELS)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field.edit, "24.11.2026 14.05")

    QTest.keyClick(field.edit, Qt.Key.Key_F4)
    opened = field.popup
    assert opened is not None
    QTest.keyClick(opened.month.focusProxy() or opened.month, Qt.Key.Key_Right)
    QTest.keyClick(opened.month.focusProxy() or opened.month, Qt.Key.Key_Return)

    assert field.value() == datetime(2026, 11, 25, 13, 5, tzinfo=UTC)
    assert "Wednesday 25 November 2026, 14:05" in field.told.text()


def test_a_calendar_that_is_left_by_esc_changes_nothing(application: QApplication, qtbot: QtBot) -> None:
    field = DayField("Opened")
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field.edit, "1.3.2025")

    QTest.keyClick(field.edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    opened = field.popup
    assert opened is not None
    assert opened.isVisible()
    QTest.keyClick(opened, Qt.Key.Key_Escape)

    assert field.edit.text() == "1.3.2025"


def test_a_day_chosen_without_a_time_asks_for_the_time(application: QApplication, qtbot: QtBot) -> None:
    field = MomentField("Begins", zone=BRUSSELS)
    qtbot.addWidget(field)

    field.choose(date(2026, 11, 24))
    QTest.keyClicks(field.edit, "9.30")
    half = field.error()

    assert half == ""
    assert field.value() == datetime(2026, 11, 24, 8, 30, tzinfo=UTC)


def test_now_is_written_only_by_its_key(
    application: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dates, "now", lambda: datetime(2026, 11, 24, 13, 5, 40, tzinfo=UTC))
    fields = (DayField("Day"), MomentField("Moment", zone=BRUSSELS), PartialDateField("About"))
    for field in fields:
        qtbot.addWidget(field)
        assert field.is_empty()

        QTest.keyClick(field.edit, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)

    assert [field.edit.text() for field in fields][1] == "2026-11-24 14:05"
    assert fields[1].value() == datetime(2026, 11, 24, 13, 5, tzinfo=UTC)
    assert (fields[0].value(), fields[2].value()) == (date(2026, 11, 24), PartialDate("2026-11-24"))


@pytest.mark.parametrize(
    ("typed", "instant"),
    [
        ("2026-11-24 14:05", "2026-11-24T13:05:00+00:00"),
        ("24.11.2026 14h05", "2026-11-24T13:05:00+00:00"),
        ("24/11/2026 14:05", "2026-11-24T13:05:00+00:00"),
        ("2026-11-24T14:05:00+03:00", "2026-11-24T11:05:00+00:00"),
        ("24 novembre 2026, 14:05, Addis-Abeba", "2026-11-24T11:05:00+00:00"),
        ("25.10.2026 02:30 +01:00", "2026-10-25T01:30:00+00:00"),
    ],
)
def test_a_moment_typed_as_it_is_shown_arrives_as_it_was_typed(
    application: QApplication, qtbot: QtBot, typed: str, instant: str
) -> None:
    field = MomentField("Begins", zone=BRUSSELS)
    qtbot.addWidget(field)
    QTest.keyClicks(field.edit, typed)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    value = field.value()
    assert value is not None

    again = MomentField("Begins", zone=BRUSSELS)
    qtbot.addWidget(again)
    QTest.keyClicks(again.edit, field.told.text().strip("\u2068\u2069"))

    assert value.astimezone(UTC).isoformat() == instant
    assert again.value() == value


def test_an_instant_is_a_partial_date_where_the_field_says_so(
    application: QApplication, qtbot: QtBot
) -> None:
    exact, day = PartialDateField("At", zone=BRUSSELS), PartialDateField("Born")
    for field in (exact, day):
        qtbot.addWidget(field)
        QTest.keyClicks(field.edit, "24.11.2026 14:05")

    assert exact.value() == PartialDate("2026-11-24T14:05:00+01:00[Europe/Brussels]")
    assert day.error() == "Born: Write the day without a time."


@pytest.mark.parametrize("language_tag", ["en", "fr", "ar"])
def test_every_problem_has_its_sentence(application: QApplication, language_tag: str) -> None:
    language.install(application, language_tag)
    try:
        said = {problem_words(DateRefusedError("", problem, ("2", "+01:00"))) for problem in DateProblem}
    finally:
        language.install(application, "en")

    assert len(said) == len(DateProblem)
    assert not any("{" in sentence for sentence in said)


@pytest.mark.parametrize(
    ("system", "zone"),
    [(b"Europe/Brussels", BRUSSELS), (b"Etc/UTC", "UTC"), (b"", "UTC"), (b"Mars/Olympus", "Mars/Olympus")],
)
def test_the_zone_is_that_of_this_computer(
    application: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, system: bytes, zone: str
) -> None:
    monkeypatch.setattr(clock.QTimeZone, "systemTimeZoneId", lambda: QByteArray(system))
    field = MomentField("Begins")
    qtbot.addWidget(field)

    field.edit.setText("24.11.2026 14:05")

    assert field.zone == zone
    assert ("Write its offset after it" in field.error()) is (zone == "Mars/Olympus")
