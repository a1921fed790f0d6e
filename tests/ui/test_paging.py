"""Lists that are read page by page: the first rows at once, the others when they are looked for."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, reopen, settle, unlock
from tests.support.offices import act
from tests.ui.test_custody import records
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.services.case_file import cases
from thb_desktop.services.evidence import custody, exhibits
from thb_desktop.services.testimony import interviews
from ui import paging
from ui.application import AppController
from ui.custody.record_event import RecordEventDialog
from ui.custody.strip import StripDialog
from ui.custody.view import CustodyView
from ui.exhibits.view import ExhibitsView
from ui.main_window import MainWindow
from ui.paging import Paging
from ui.widgets.dates import now

INTERVIEWS, EXHIBITS, CUSTODY, EXPORT = 1, 2, 3, 4
PLAIN = {0x2066: None, 0x2068: None, 0x2069: None}


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of two rows, and a table that asks for no more by itself."""
    monkeypatch.setattr(paging, "FEW", 2)


def page(desk: AppController, qtbot: QtBot, vault: Path, number: int) -> MainWindow:
    window = unlock(desk, qtbot, vault)
    window.exhibits.rows.wants_more.disconnect(window.exhibits.model.pages.more)
    window.custody.rows.wants_more.disconnect(window.custody.model.pages.more)
    window.go(number)
    settle(desk, qtbot)
    return window


def numbers(view: ExhibitsView) -> list[str]:
    return [row.exhibit.number for row in view.rows.rows]


def test_the_first_exhibits_are_shown_with_the_number_of_all(desk: AppController, qtbot: QtBot, vault: Path):
    view = page(desk, qtbot, vault, EXHIBITS).exhibits

    assert len(numbers(view)) == 2
    assert view.model.pages.total > 2
    assert view.count.text() == f"{view.model.pages.total} exhibits"


def test_further_exhibits_follow_in_order_when_the_table_asks_for_them(
    desk: AppController, qtbot: QtBot, vault: Path
):
    view = page(desk, qtbot, vault, EXHIBITS).exhibits
    view.rows.wants_more.connect(view.model.pages.more)

    while view.rows.canFetchMore():
        view.rows.fetchMore()
        settle(desk, qtbot)

    assert len(numbers(view)) == view.model.pages.total
    assert numbers(view) == list(dict.fromkeys(numbers(view)))
    assert len(view.model.choices["exhibit"]) == len(numbers(view))


def test_a_search_reads_the_whole_list(desk: AppController, qtbot: QtBot, vault: Path):
    view = page(desk, qtbot, vault, EXHIBITS).exhibits
    with qtbot.waitSignal(view.model.listed):
        view.model.pages.more()
    known = set(numbers(view))
    last = next(words for words, _ in reversed(view.model.choices["exhibit"]))
    number = last.split()[0].strip("\u2066\u2068\u2069")
    assert number not in known

    view.search.setText(number)
    settle(desk, qtbot)

    assert numbers(view) == [number]
    assert not view.model.pages.has_more


def test_an_order_by_a_column_is_that_of_the_whole_list(desk: AppController, qtbot: QtBot, vault: Path):
    view = page(desk, qtbot, vault, EXHIBITS).exhibits

    view.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    settle(desk, qtbot)

    assert len(numbers(view)) == view.model.pages.total
    assert view.model.exhibit is not None
    given = [row.exhibit.number for row, _ in view._all]
    assert numbers(view) == given[::-1]


def test_the_chosen_exhibit_is_found_beyond_the_first_page(desk: AppController, qtbot: QtBot, vault: Path):
    window = page(desk, qtbot, vault, EXHIBITS)
    view = window.exhibits
    wanted = view.model.choices["exhibit"][-1][1]

    view.return_to(wanted)
    settle(desk, qtbot)

    assert view.model.exhibit is not None
    assert view.model.exhibit.exhibit.id == wanted
    assert view.table.current_record().exhibit.id == wanted  # type: ignore[attr-defined]


def test_the_events_of_an_exhibit_that_is_not_read_yet_are_found(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = page(desk, qtbot, vault, EXHIBITS)
    wanted = window.exhibits.model.choices["exhibit"][-1][1]

    window.exhibits.wants_custody.emit(wanted)
    settle(desk, qtbot)

    view: CustodyView = window.custody
    assert view.exhibit.currentData() == wanted
    assert {row.exhibit.id for row in view.rows.rows} == {wanted}


def test_all_events_are_counted_before_they_are_read(desk: AppController, qtbot: QtBot, vault: Path):
    view = page(desk, qtbot, vault, CUSTODY).custody

    assert view.model.pages.has_more
    assert view.count.text() == f"{view.model.pages.total} events recorded in this case"
    assert len(view.rows.rows) < view.model.pages.total


def test_every_exhibit_is_offered_for_a_bundle_and_all_can_be_chosen(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = page(desk, qtbot, vault, EXPORT)
    held = window.export.exhibits

    held.toggle()
    held.add([])

    assert held.count() == len(held.chosen()) > 2


def test_a_list_of_another_case_drops_what_is_still_read(desk: AppController, qtbot: QtBot, vault: Path):
    window = page(desk, qtbot, vault, EXHIBITS)
    model, case = window.exhibits.model, window.exhibits.model.case
    assert case is not None
    pages = Paging(model)
    arrived: list[bool] = []
    pages.arrived.connect(lambda _, first: arrived.append(first))

    for _ in range(2):
        pages.begin(
            lambda session, after, count: exhibits.page_of_bare_exhibits(
                session, case.id, after=after, count=count
            )
        )
    settle(desk, qtbot)

    assert arrived == [True]


def far(window: MainWindow) -> str:
    """The id of an exhibit beyond what the page of custody has read."""
    wanted: str = window.exhibits.model.choices["exhibit"][-1][1]
    assert wanted not in window.custody.model.rows
    return wanted


def offered(view: CustodyView) -> list[str]:
    return [str(view.exhibit.itemText(at)).translate(PLAIN) for at in range(view.exhibit.count())]


def test_of_a_chosen_exhibit_its_events_alone_are_read(desk: AppController, qtbot: QtBot, vault: Path):
    window = page(desk, qtbot, vault, EXHIBITS)
    view, wanted = window.custody, far(window)

    window.exhibits.wants_custody.emit(wanted)
    settle(desk, qtbot)

    assert {row.exhibit.id for row in view.rows.rows} == {wanted}
    assert view.table.current_record() == view.rows.rows[0]
    assert view.model.pages.has_more
    assert len(view.model.rows) == 2 + 1
    total, shown = view.model.pages.total, len(view.rows.rows)
    assert view.count.text().translate(PLAIN) == f"{shown} of {total} events recorded in this case"


def test_a_chosen_exhibit_is_offered_by_its_number_until_another_is_chosen(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = page(desk, qtbot, vault, EXHIBITS)
    view, wanted = window.custody, far(window)
    window.exhibits.wants_custody.emit(wanted)
    settle(desk, qtbot)
    chosen = view.exhibit.currentText().translate(PLAIN)
    with_it = offered(view)
    number = view.rows.rows[0].exhibit.number

    view.exhibit.setCurrentIndex(0)
    settle(desk, qtbot)

    assert chosen.startswith(number)
    assert with_it == [*offered(view), chosen]
    assert offered(view)[0] == "all exhibits"
    assert len(offered(view)) == 1 + 2
    assert view.model.pages.has_more, "no page is read to find a former event again"
    assert view.table.current_record() == view.rows.rows[0]
    assert view.count.text() == f"{view.model.pages.total} events recorded in this case"


def test_a_page_that_arrives_later_does_not_offer_the_chosen_exhibit_twice(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = page(desk, qtbot, vault, EXHIBITS)
    view, wanted = window.custody, far(window)
    window.exhibits.wants_custody.emit(wanted)
    settle(desk, qtbot)

    while view.model.pages.has_more:
        view.model.pages.more(2)
        settle(desk, qtbot)

    assert view.exhibit.currentData() == wanted
    assert {row.exhibit.id for row in view.rows.rows} == {wanted}
    assert view.exhibit.values[1:] == [each.id for each in view._exhibits]
    assert [text.split()[0] for text in offered(view)[1:]] == [each.number for each in view._exhibits]


def test_after_an_event_of_a_chosen_exhibit_the_page_shows_it_and_reads_no_other(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = page(desk, qtbot, vault, EXHIBITS)
    view, wanted = window.custody, far(window)
    window.exhibits.wants_custody.emit(wanted)
    settle(desk, qtbot)
    before = len(view.rows.rows)
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RecordEventDialog)
    asked = dialog.exhibit.value()
    dialog.form.set_values(
        action=CustodyAction.VIEWED, actor="Registry", reason="Shown to the expert", occurred_at=now()
    )

    records(desk, qtbot, dialog)

    assert asked == wanted
    assert [row.exhibit.id for row in view.rows.rows] == [wanted] * (before + 1)
    assert view.table.current_record() == view.rows.rows[-1]
    assert view.rows.rows[-1].event.reason == "Shown to the expert"
    assert view.exhibit.currentData() == wanted
    assert view.model.pages.has_more


def test_of_a_chosen_exhibit_the_late_entries_and_findings_can_be_seen_alone(
    desk: AppController, qtbot: QtBot, vault: Path
):
    session = reopen(vault)
    (case,) = cases.list_cases(session)
    open_one = exhibits.find_numbered(session, case.case.id, "E-05")
    assert open_one is not None
    viewed = act(CustodyAction.VIEWED, occurred_at=session.clock.read().at)
    custody.record_custody_event(session, open_one.id, viewed)
    session.close()
    window = page(desk, qtbot, vault, EXHIBITS)
    view = window.custody
    assert open_one.id not in view.model.rows
    window.exhibits.wants_custody.emit(open_one.id)
    settle(desk, qtbot)
    every = view.rows.rows

    view.odd.setChecked(True)
    settle(desk, qtbot)
    odd = view.rows.rows
    view.odd.setChecked(False)

    assert odd == every[:-1]
    assert view.rows.rows == every
    assert view.model.pages.has_more


def test_all_exhibits_are_shown_where_the_case_has_no_such_exhibit(
    desk: AppController, qtbot: QtBot, vault: Path
):
    view = page(desk, qtbot, vault, CUSTODY).custody
    listed = view.rows.rows

    view.show_exhibit("no-such-exhibit")
    settle(desk, qtbot)

    assert view.exhibit.chosen == ""
    assert view.exhibit.currentIndex() == 0
    assert view.rows.rows == listed
    assert not view.notice.isVisible()


def test_while_an_exhibit_is_read_nothing_of_another_is_shown(desk: AppController, qtbot: QtBot, vault: Path):
    window = page(desk, qtbot, vault, EXHIBITS)
    window.go(CUSTODY)
    settle(desk, qtbot)
    view, wanted = window.custody, far(window)
    assert view.rows.rows

    view.show_exhibit(wanted)
    shown, heading, count = view.rows.rows, view.card.heading.text(), view.count.text()
    view.strip_button.click()
    opened = view.findChildren(StripDialog)
    settle(desk, qtbot)

    assert (shown, heading, count) == ((), "No event is chosen", "")
    assert not opened
    assert {row.exhibit.id for row in view.rows.rows} == {wanted}
    assert view.count.text()


def test_an_exhibit_without_events_is_not_read_again(desk: AppController, qtbot: QtBot, vault: Path):
    window = page(desk, qtbot, vault, EXHIBITS)
    view, wanted = window.custody, ExhibitId(far(window))
    read: list[str] = []
    view.model.found.connect(lambda exhibit_id, _: read.append(exhibit_id))
    view.model.rows[wanted] = ()

    view.show_exhibit(wanted)
    settle(desk, qtbot)

    assert read == []
    assert view.rows.rows == ()
    assert view.card.heading.text() == "No event is chosen"


def test_the_first_interviews_are_shown_and_the_open_one_is_chosen_on_a_later_page(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.interviews.rows.wants_more.disconnect(window.interviews.model.pages.more)
    window.go(INTERVIEWS)
    settle(desk, qtbot)
    view = window.interviews
    first = [each.interview.number for each in view.rows.rows]
    every: list[Interview] = []
    case = view.model.case
    assert case is not None
    view.model.read(
        lambda session: interviews.list_interviews(session, case.id),
        lambda found: every.extend(each.interview for each in found),
    )
    settle(desk, qtbot)
    assert len(every) > 2
    assert first == [each.number for each in every[:2]]

    view.return_to(every[-1].id)
    settle(desk, qtbot)

    assert view.open_id() == every[-1].id
    assert [each.interview.id for each in view.rows.rows] == [each.id for each in every]
    assert view.list.currentIndex().row() == len(every) - 1


def test_interviews_are_sorted_among_all(desk: AppController, qtbot: QtBot, vault: Path):
    window = unlock(desk, qtbot, vault)
    window.interviews.rows.wants_more.disconnect(window.interviews.model.pages.more)
    window.go(INTERVIEWS)
    settle(desk, qtbot)
    view = window.interviews

    view.list.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    settle(desk, qtbot)

    numbers = [each.interview.number for each in view.rows.rows]
    assert len(numbers) == view.model.pages.total > 2
    assert numbers == sorted(numbers, reverse=True)
