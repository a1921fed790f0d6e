"""Links in the window: begun with a person or a number, from box to box, led to the source, printed."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support import money
from tests.support.controllers import open_dialog, settle, unlock
from thb_desktop.domain.links import IDENTIFIER, LinkKind, Thing, box_key
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.money import finance
from thb_desktop.services.persons import people
from ui.application import AppController
from ui.cases.details import CaseDetails
from ui.cases.entries import PERSONS
from ui.cases.links import LinksDialog
from ui.main_window import MainWindow
from ui.widgets import choose

PHONE = "+32 470 55 66 77"


def enter(session: Session) -> None:
    case = cases.list_cases(session)[0].case
    person = people.list_persons(session, case.id)[0].id
    first = finance.add_account(
        session, money.account(case.id, number="LNK-1", note=f"Registered with {PHONE}")
    )
    finance.add_account(session, money.account(case.id, number="LNK-2", note="SMS to 0470/55.66.77"))
    finance.add_attribution(session, money.attribution(case.id, first.id, person_id=person))


@pytest.fixture
def window(desk: AppController, qtbot: QtBot, vault: Path) -> MainWindow:
    found = unlock(desk, qtbot, vault)
    found.go(0)
    desk.jobs.run(desk.jobs, enter, then=lambda _: None)
    settle(desk, qtbot)
    return found


@pytest.fixture
def details(desk: AppController, qtbot: QtBot, window: MainWindow) -> CaseDetails:
    window.cases.details.sections.open(PERSONS)
    settle(desk, qtbot)
    window.cases.details.tables[PERSONS].choose_row(0)
    return window.cases.details


@pytest.fixture
def dialog(application: QApplication, desk: AppController, qtbot: QtBot, details: CaseDetails) -> LinksDialog:
    details.buttons.links_button.click()
    found = open_dialog(application, qtbot)
    assert isinstance(found, LinksDialog)
    settle(desk, qtbot)
    return found


def test_nothing_is_said_of_links_before_something_is_chosen_and_no_name_stands_beside_those_of_a_number(
    desk: AppController, qtbot: QtBot, window: MainWindow, application: QApplication
):
    window.cases.details.buttons.links_button.click()
    found = open_dialog(application, qtbot)
    assert isinstance(found, LinksDialog)
    settle(desk, qtbot)
    assert "begin" in found.table.hint
    found.thing.setCurrentIndex(1)
    settle(desk, qtbot)
    assert "recorded" in found.table.hint

    found.typed.setText(PHONE)
    QTest.keyClick(found.typed, Qt.Key.Key_Return)
    settle(desk, qtbot)

    assert found.thing.currentIndex() == 0
    assert found.rows.rowCount() == 2


def go_to(dialog: LinksDialog, kind: LinkKind) -> None:
    dialog.table.choose_row(dialog.rows.row_of(lambda each: each.kind is kind))


def test_the_chosen_person_stands_first_and_every_link_is_listed_and_drawn(
    dialog: LinksDialog, details: CaseDetails
):
    dialog.chart.grab()

    links = dialog.rows.rows
    assert dialog.chart.chart.boxes[0].key == box_key(Thing("person", details.chosen().id))
    assert {LinkKind.HEARD, LinkKind.ATTRIBUTION} <= {each.kind for each in links}
    assert [each.key for each in dialog.chart.chart.lines] == [each.key for each in links]


def test_one_goes_on_from_box_to_box_and_back(dialog: LinksDialog, desk: AppController, qtbot: QtBot):
    go_to(dialog, LinkKind.ATTRIBUTION)
    account = dialog.table.current_record().other
    dialog.chart.setFocus()
    QTest.keyClick(dialog.chart, Qt.Key.Key_Space)
    settle(desk, qtbot)
    assert dialog.model.way[-1] == account
    assert Thing(IDENTIFIER, PHONE) in {each.other for each in dialog.rows.rows}

    dialog.back_button.click()
    settle(desk, qtbot)
    assert dialog.model.way[-1].kind == "person"
    assert not dialog.back_button.isEnabled()


def test_a_typed_number_finds_both_accounts_in_any_writing(
    dialog: LinksDialog, desk: AppController, qtbot: QtBot
):
    dialog.typed.setText("0470 556677")
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    settle(desk, qtbot)

    told = {dialog.rows.columns[3].read(each).partition(",")[0] for each in dialog.rows.rows}
    assert {"LNK-1", "LNK-2"} <= {each.strip("\u2066\u2068\u2069") for each in told}


def test_what_cannot_be_searched_is_refused_and_what_was_shown_stays(
    dialog: LinksDialog, desk: AppController, qtbot: QtBot
):
    before = dialog.rows.rows
    dialog.typed.setText("!?")
    dialog.show_button.click()
    settle(desk, qtbot)

    assert dialog.notice.isVisible()
    assert dialog.rows.rows == before


def test_return_leads_to_where_a_link_is_recorded(
    dialog: LinksDialog, desk: AppController, qtbot: QtBot, window: MainWindow
):
    go_to(dialog, LinkKind.HEARD)
    record = dialog.table.current_record().about
    dialog.chart.setFocus()
    QTest.keyClick(dialog.chart, Qt.Key.Key_Return)
    settle(desk, qtbot)

    assert window.interviews.isVisible()
    assert window.interviews.open_id() == record


def test_what_is_seen_is_printed(
    dialog: LinksDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "links.pdf"
    monkeypatch.setattr(choose, "_ask", lambda _: [target])

    with qtbot.waitSignal(dialog.model.written, timeout=60_000):
        dialog.print_button.click()

    printed = subprocess.run(
        ("pdftotext", "-layout", target, "-"), check=True, capture_output=True
    ).stdout.decode()
    assert "LNK-1" in printed
