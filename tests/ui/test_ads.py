"""Advertisements in the window: a file is looked at and read, what they share is shown, and withdrawn."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.searching.test_ad_pictures import coded, drawn
from tests.support.controllers import open_dialog, settle
from tests.ui.test_exhibits import exhibits_page
from thb_desktop.domain.ads import AdGroup, AdGroupKind
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import ads
from ui.application import AppController
from ui.cases.ads import AdsDialog
from ui.cases.links import LinksDialog
from ui.exhibits.ads import ReadAdsDialog
from ui.exhibits.file_card import FileCard
from ui.main_window import MainWindow
from ui.viewer.pair import PairDialog

BODY = "New in town, come and see me in my private flat near the station every day until late at night"
ROWS = f"""Nr;Titel;Tekst;Telefoon;Stad
101;Luna;{BODY};+32 470 12 34 56;Gent
102;Mia;{BODY.upper()};0470 12 34 56;Antwerpen
103;Zoe;{BODY.replace("private", "quiet")};;Brugge
;;;;
104;;;;
"""


def in_vault[T](desk: AppController, qtbot: QtBot, work: Callable[[Session], T]) -> T:
    found: list[T] = []
    desk.jobs.run(desk.jobs, work, then=found.append)
    settle(desk, qtbot)
    return found[0]


@pytest.fixture
def window(desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path) -> MainWindow:
    """The page of an exhibit that has a table."""
    window, view = exhibits_page(desk, qtbot, vault)
    source = tmp_path / "ads.csv"
    source.write_text(ROWS, "utf-8")
    with qtbot.waitSignal(view.model.intake_ended, timeout=10_000):
        view.model.add_files([source])
    settle(desk, qtbot)
    return window


@pytest.fixture
def reading(
    application: QApplication, desk: AppController, qtbot: QtBot, window: MainWindow
) -> ReadAdsDialog:
    window.exhibits.card.findChildren(FileCard)[-1].ads_button.click()
    settle(desk, qtbot)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, ReadAdsDialog)
    return dialog


def looks(desk: AppController, qtbot: QtBot, dialog: ReadAdsDialog, **columns: str) -> None:
    dialog.kind.set_value("TABLE")
    dialog.columns.delimiter.set_value(";")
    dialog.columns.titles_button.click()
    settle(desk, qtbot)
    for name, title in columns.items():
        dialog.columns.columns[name].set_value(title)
    dialog.look_button.click()
    settle(desk, qtbot)


def opened(application: QApplication, desk: AppController, qtbot: QtBot, window: MainWindow) -> AdsDialog:
    window.go(0)
    settle(desk, qtbot)
    window.cases.details.buttons.ads_button.click()
    settle(desk, qtbot)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, AdsDialog)
    settle(desk, qtbot)
    return dialog


def draws(dialog: AdsDialog | ReadAdsDialog, name: str) -> None:
    if folder := os.environ.get("THB_DRAW"):
        dialog.resize(1120, 720)
        dialog.grab().save(f"{folder}/{name}.png")


def test_a_table_is_looked_at_read_withdrawn_and_read_again(
    application: QApplication, desk: AppController, qtbot: QtBot, window: MainWindow, reading: ReadAdsDialog
):
    reading.look_button.click()
    assert not reading.main_button.isEnabled()
    looks(desk, qtbot, reading, phones="Telefoon")
    assert not reading.main_button.isEnabled()
    assert "column" in reading.notice.sentence.text()
    looks(desk, qtbot, reading, title="Titel", text="Titel")
    assert reading.rows.rowCount() == 3
    draws(reading, "read")
    reading.main_button.click()
    settle(desk, qtbot)
    assert "3" in reading.notice.sentence.text()
    reading.reject()

    shared = opened(application, desk, qtbot, window)
    shared.tabs.setCurrentIndex(2)
    shared.withdraw_button.click()
    assert shared.readings.rows[0].withdrawn_at is None
    shared.reason.setText("The title was read as the text")
    shared.withdraw_button.click()
    settle(desk, qtbot)
    assert shared.readings.rows[0].withdrawn_because == "The title was read as the text"
    assert not shared.withdraw_button.isEnabled()
    draws(shared, "readings")
    shared.accept()

    window.go(1)
    settle(desk, qtbot)
    window.exhibits.card.findChildren(FileCard)[-1].ads_button.click()
    settle(desk, qtbot)
    again = open_dialog(application, qtbot)
    assert isinstance(again, ReadAdsDialog)
    looks(desk, qtbot, again, title="Titel", text="Tekst", number="Nr", phones="Telefoon", location="Stad")
    again.main_button.click()
    settle(desk, qtbot)
    case_id = in_vault(desk, qtbot, lambda session: ads.list_readings(session, _case(window)))[-1].case_id
    found = in_vault(desk, qtbot, lambda session: ads.page_of_ads(session, case_id)).rows
    assert [each.number for each in found] == ["101", "102", "103", "104"]


def _case(window: MainWindow):  # type: ignore[no-untyped-def]
    assert window.exhibits.model.exhibit is not None
    return window.exhibits.model.exhibit.exhibit.case_id


def test_what_is_shared_leads_to_its_source_and_to_its_links(
    application: QApplication, desk: AppController, qtbot: QtBot, window: MainWindow, reading: ReadAdsDialog
):
    looks(desk, qtbot, reading, title="Titel", text="Tekst", number="Nr", phones="Telefoon", location="Stad")
    reading.main_button.click()
    settle(desk, qtbot)
    reading.reject()
    shared = opened(application, desk, qtbot, window)

    kinds = [each.kind for each in shared.groups.rows if isinstance(each, AdGroup)]
    assert kinds == [AdGroupKind.PHONE, AdGroupKind.TEXT, AdGroupKind.ALIKE]
    assert [each.number for each in shared.members.rows] == ["101", "102"]
    assert BODY in shared.words.toPlainText()
    assert shared.links_button.isVisible()
    draws(shared, "shared")
    shared.group_table.choose_row(2)
    settle(desk, qtbot)
    assert [each.number for each in shared.members.rows] == ["101", "102", "103"]
    assert not shared.links_button.isVisible()
    shared.tabs.setCurrentIndex(1)
    assert shared.ads.rowCount() == 4
    draws(shared, "all")
    shared.tabs.setCurrentIndex(0)
    shared.group_table.choose_row(0)
    settle(desk, qtbot)
    shared.links_button.click()
    settle(desk, qtbot)
    links = open_dialog(application, qtbot)
    assert isinstance(links, LinksDialog)
    assert [each.other.kind for each in links.rows.rows] == ["exhibit"]
    links.reject()

    shared = opened(application, desk, qtbot, window)
    shared.source_button.click()
    settle(desk, qtbot)
    assert window.exhibits.isVisible()


def test_pictures_are_compared_when_somebody_asks_and_told_as_alike_by_a_mark(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    window, view = exhibits_page(desk, qtbot, vault)
    files = {
        "ads.csv": b"Tekst;Foto\nOne of them;a.jpg\nAnother;b.jpg\nA third;c.jpg\n",
        "a.jpg": coded(drawn(1)),
        "b.jpg": coded(drawn(1), quality=30),
        "c.jpg": b"no picture",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    with qtbot.waitSignal(view.model.intake_ended, timeout=10_000):
        view.model.add_files([tmp_path / name for name in files])
    settle(desk, qtbot)
    cards = window.exhibits.card.findChildren(FileCard)
    next(each for each in cards if each.file.name == "ads.csv").ads_button.click()
    settle(desk, qtbot)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, ReadAdsDialog)
    looks(desk, qtbot, dialog, text="Tekst", pictures="Foto")
    dialog.main_button.click()
    settle(desk, qtbot)
    dialog.reject()
    shared = opened(application, desk, qtbot, window)
    assert shared.groups.rowCount() == 0
    assert "3" in shared.told.text()

    shared.pictures_button.click()
    settle(desk, qtbot)

    assert [each.kind for each in shared.groups.rows] == [AdGroupKind.PICTURE_ALIKE]
    assert shared.members.rowCount() == 2
    assert "look at both" in shared.told.text()
    assert "cannot be compared" in shared.told.text()
    assert not shared.pictures_button.isVisible()
    draws(shared, "alike")

    shared.group_table.opened.emit(shared.groups.rows[0])
    settle(desk, qtbot)
    qtbot.waitUntil(lambda: bool(shared.findChildren(PairDialog)))
    (pair,) = shared.findChildren(PairDialog)
    panes = [side.pane for side in pair.sides]
    qtbot.waitUntil(lambda: all(not each.sheet.image.isNull() for each in panes), timeout=30_000)
    before = [(each.sheet.image.size(), each.sheet.scale) for each in panes]
    QTest.keyClick(pair, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pair, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert [(each.sheet.image.size().transposed(), each.sheet.scale) for each in panes] == [
        (size, 1.0) for size, _ in before
    ]
    draws(pair, "pair")
    pair.accept()
    assert all(each.sheet.image.isNull() for each in panes)


def test_a_long_advertisement_is_shown_whole_and_a_large_group_page_by_page(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    window, view = exhibits_page(desk, qtbot, vault)
    long = " ".join(f"word{number}" for number in range(2_000))
    rows = [f"Luna;{long} end;+32 470 12 34 56", *(f"Mia;Text {n};0470 12 34 56" for n in range(250))]
    source = tmp_path / "many.csv"
    source.write_text("Titel;Tekst;Telefoon\n" + "\n".join(rows) + "\n", "utf-8")
    with qtbot.waitSignal(view.model.intake_ended, timeout=10_000):
        view.model.add_files([source])
    settle(desk, qtbot)
    window.exhibits.card.findChildren(FileCard)[-1].ads_button.click()
    settle(desk, qtbot)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, ReadAdsDialog)
    looks(desk, qtbot, dialog, title="Titel", text="Tekst", phones="Telefoon")
    assert dialog.rows.rowCount() == 251
    dialog.main_button.click()
    settle(desk, qtbot)
    dialog.reject()

    shared = opened(application, desk, qtbot, window)

    group = shared.groups.rows[0]
    assert len(group.ads) == 251
    assert "word0 word1 " in shared.words.toPlainText()
    assert "word1999 end" in shared.words.toPlainText()
    assert shared.members.rowCount() < 251
    while shared.members.canFetchMore():
        shared.members.fetchMore()
        settle(desk, qtbot)
    assert [each.id for each in shared.members.rows] == list(group.ads)


def test_the_vault_does_other_work_while_a_file_is_read(
    desk: AppController, qtbot: QtBot, window: MainWindow, reading: ReadAdsDialog
):
    reading.kind.set_value("TABLE")
    reading.columns.delimiter.set_value(";")
    seen: list[str] = []
    reading._model.titles.connect(lambda _: seen.append("titles"))

    reading.columns.titles_button.click()
    in_vault_while(desk, seen)
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=20_000)

    assert seen == ["vault", "titles"]


def in_vault_while(desk: AppController, seen: list[str]) -> None:
    """Ask the vault for something at once after the file was opened."""
    desk.jobs.run(desk.jobs, lambda _: None, then=lambda _: seen.append("vault"))
