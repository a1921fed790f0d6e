"""The search of the window: from everywhere by a key, as typed, and Enter leads to the place."""

import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from io import BytesIO
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import reopen, settle, unlock
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.labels import Label
from thb_desktop.domain.search_query import parse_query
from thb_desktop.domain.searching import SearchFilter, SearchKind
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.evidence.exhibit_files import NewFile, add_file, add_files
from thb_desktop.services.searching.search import Hit
from thb_desktop.services.searching.snippets import snippet_of
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.exhibits.file_cards import AT_ONCE
from ui.exhibits.view import ExhibitsView
from ui.interviews.view import InterviewsView
from ui.main_window import MainWindow
from ui.searching.dialogs import SearchDialog
from ui.searching.kept import NameDialog
from ui.searching.shown import Shown


def searching(desk: AppController, qtbot: QtBot, vault: Path, key: Qt.Key) -> tuple[MainWindow, SearchDialog]:
    window = unlock(desk, qtbot, vault)
    settle(desk, qtbot)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    if key is Qt.Key.Key_F:  # the first time it goes to the list of the page
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = window.findChildren(SearchDialog)
    return window, dialog


def test_words_are_found_as_they_are_typed_and_enter_leads_to_the_turn(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window, dialog = searching(desk, qtbot, vault, Qt.Key.Key_K)

    with qtbot.waitSignal(dialog._model.found, timeout=20_000):
        qtbot.keyClicks(dialog.typed, "ho chieu")
    settle(desk, qtbot)
    hits = dialog.hits.rows
    turn = next(number for number, hit in enumerate(hits) if hit.kind is SearchKind.TESTIMONY)
    dialog.table.choose_row(turn)
    assert str(len(hits)) in dialog.counts.text()
    assert "Hộ chiếu" in str(dialog.hits.index(turn, 2).data())[:60]
    qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    settle(desk, qtbot)

    assert isinstance(window.stack.currentWidget(), InterviewsView)
    assert window.interviews.open_id() == hits[turn].subject


def test_the_search_is_narrowed_and_told_and_nothing_is_refused_in_place(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, dialog = searching(desk, qtbot, vault, Qt.Key.Key_F)
    kind = dialog.filters.kind
    kind.setCurrentIndex(kind.findData(SearchKind.CUSTODY.value))
    with qtbot.waitSignal(dialog._model.found, timeout=20_000):
        qtbot.keyClicks(dialog.typed, "0476/12.34.56")
    settle(desk, qtbot)

    assert all(isinstance(hit, Hit) and hit.kind is SearchKind.CUSTODY for hit in dialog.hits.rows)
    assert "0476/12.34.56" in dialog.counts.text().replace("\u2068", "").replace("\u2069", "")
    dialog.typed.setText("!")
    with qtbot.waitSignal(dialog._model.refused, timeout=20_000):
        qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert dialog.notice.isVisible()


def test_who_finds_nothing_is_told_of_the_star(desk: AppController, qtbot: QtBot, vault: Path):
    _, dialog = searching(desk, qtbot, vault, Qt.Key.Key_F)
    assert "*" not in dialog.table.hint

    ask(dialog, qtbot, "xyzzyx")
    assert "passport*" in dialog.table.hint

    dialog.typed.setText("xyz")
    assert "*" not in dialog.table.hint


def ask(dialog: SearchDialog, qtbot: QtBot, typed: str) -> None:
    """Search for it, by Enter, and wait until what is found is shown."""
    dialog.typed.setText(typed)
    with qtbot.waitSignal(dialog._model.found, timeout=20_000):
        qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)


def test_what_was_found_is_marked_in_its_words_in_every_script():
    def marked(text: str, typed: str) -> list[str]:
        hit = Mock(spec=Hit, snippet=snippet_of(text, parse_query(typed).places_in(text)))
        shown = Shown.of(hit)
        return [shown.text[start:end] for start, end in shown.places]

    assert marked("Où est votre téléphone ?", "telephone") == ["téléphone"]
    assert marked("أخذوا جَوَازَ السفر.", "جواز") == ["جَوَازَ"]
    assert marked("他们拿走了我的护照,还有护照。", "护照") == ["护照", "护照"]
    assert marked("a\u202eb  \n passport", "passport") == ["passport"]
    assert marked("word " * 80 + "passport " + "word " * 80, "passport") == ["passport"]


def test_a_search_is_narrowed_by_person_and_period(desk: AppController, qtbot: QtBot, vault: Path):
    _, dialog = searching(desk, qtbot, vault, Qt.Key.Key_K)
    settle(desk, qtbot)
    ask(dialog, qtbot, "ho chieu")
    whole = len(dialog.hits.rows)
    heard = next(hit.person_id for hit in dialog.hits.rows if hit.person_id)

    filters = dialog.filters
    filters.person.setCurrentIndex(filters.person.findData(heard))
    ask(dialog, qtbot, "ho chieu")
    assert {hit.person_id for hit in dialog.hits.rows} == {heard}
    filters.until.edit.setText("31.12.1999")
    ask(dialog, qtbot, "ho chieu")
    assert dialog.hits.rows == ()
    filters.until.edit.setText("31.31.1999")
    qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert dialog.hits.rows == ()
    filters.until.edit.setText("")
    filters.person.setCurrentIndex(0)
    ask(dialog, qtbot, "ho chieu")
    assert len(dialog.hits.rows) == whole > 0


def test_a_search_is_kept_done_again_renamed_and_removed(
    desk: AppController, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    _, dialog = searching(desk, qtbot, vault, Qt.Key.Key_K)
    settle(desk, qtbot)
    dialog.filters.language.setText("vi")
    dialog.filters.since.edit.setText("1.1.2000")
    ask(dialog, qtbot, "ho chieu")
    found = len(dialog.hits.rows)

    def named(open_it: Callable[[], object], name: str) -> None:
        open_it()
        (asked,) = dialog.findChildren(NameDialog)
        asked.name.setText(name)
        asked.main_button.click()
        settle(desk, qtbot)

    named(dialog.kept.keep_button.click, "Passports")
    assert dialog.kept.box.currentText().strip("\u2068\u2069") == "Passports"
    named(dialog.kept.rename_button.click, "Papers")
    dialog.filters.language.setText("")
    dialog.filters.since.edit.setText("")
    dialog.typed.setText("other")
    with qtbot.waitSignal(dialog._model.found, timeout=20_000):
        dialog.kept.box.activated.emit(0)
    assert (dialog.typed.text(), dialog.filters.language.text()) == ("ho chieu", "vi")
    assert len(dialog.hits.rows) == found > 0
    assert dialog.filters.value().since == date(2000, 1, 1)

    monkeypatch.setattr("ui.searching.kept.ask", lambda *_: True)
    dialog.kept.remove_button.click()
    settle(desk, qtbot)
    assert dialog.kept.box.count() == 0
    assert not dialog.kept.rename_button.isEnabled()


def test_a_kept_search_of_a_person_is_done_again_and_what_is_found_stays(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, dialog = searching(desk, qtbot, vault, Qt.Key.Key_K)
    settle(desk, qtbot)
    ask(dialog, qtbot, "ho chieu")
    heard = next(hit.person_id for hit in dialog.hits.rows if hit.person_id)
    filters = dialog.filters
    filters.person.setCurrentIndex(filters.person.findData(heard))
    ask(dialog, qtbot, "ho chieu")
    found = [hit.id for hit in dialog.hits.rows]
    dialog.kept.keep_button.click()
    (asked,) = dialog.findChildren(NameDialog)
    asked.name.setText("Hers")
    asked.main_button.click()
    settle(desk, qtbot)
    filters.scope.setCurrentIndex(1)  # all cases: no person
    assert filters.value().person_id is None

    with qtbot.waitSignal(dialog._model.found, timeout=20_000):
        dialog.kept.box.activated.emit(0)
    settle(desk, qtbot)  # the persons are read meanwhile

    assert (filters.person.currentData(), filters.value().person_id) == (heard, heard)
    assert [hit.id for hit in dialog.hits.rows] == found != []
    assert not dialog._pause.isActive()
    filters.show_filter(SearchFilter(case_id=filters.value().case_id), "")
    settle(desk, qtbot)
    assert (filters.person.currentData(), filters.value().person_id) == (None, None)


def test_a_name_that_is_taken_is_refused_where_it_is_typed(desk: AppController, qtbot: QtBot, vault: Path):
    _, dialog = searching(desk, qtbot, vault, Qt.Key.Key_K)
    ask(dialog, qtbot, "passeport")
    for _ in range(2):
        dialog.kept.keep_button.click()
        asked = dialog.findChildren(NameDialog)[-1]
        asked.main_button.click()  # no name: refused at once
        assert asked.isVisible()
        asked.name.setText("One")
        asked.main_button.click()
        settle(desk, qtbot)

    assert asked.notice.isVisible()
    asked.reject()
    assert dialog.kept.box.count() == 1


def test_the_country_of_a_number_is_that_of_the_case_which_is_said_and_can_be_emptied(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, dialog = searching(desk, qtbot, vault, Qt.Key.Key_K)
    assert dialog.filters.calling_code.text() == "32"

    ask(dialog, qtbot, "0476/12.34.56")
    assert "+32" in dialog.counts.text()
    ask(dialog, qtbot, "+32 476 12 34 56")
    assert "without a country code" not in dialog.counts.text()
    dialog.filters.calling_code.setText("")
    ask(dialog, qtbot, "0476/12.34.56")
    assert "+32" not in dialog.counts.text()
    dialog.filters.scope.setCurrentIndex(1)
    assert not dialog.filters.person.isEnabled()
    assert dialog.filters.value().case_id is None


def test_the_hits_are_printed_with_their_filter(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "hits.pdf"
    monkeypatch.setattr("ui.widgets.sheet_file.choose_target", lambda *_: target)
    _, dialog = searching(desk, qtbot, vault, Qt.Key.Key_K)
    assert not dialog.print_button.isEnabled()
    ask(dialog, qtbot, "passeport")

    with qtbot.waitSignal(dialog._model.written, timeout=30_000):
        dialog.print_button.click()

    assert target.read_bytes().startswith(b"%PDF")
    assert dialog.notice.isVisible()
    dialog.print_button.click()  # the file is there now
    assert target.stat().st_size > 0
    assert "exists" in dialog.notice.sentence.text()


def test_a_hit_in_another_script_says_so_at_its_place_and_its_letters_are_marked(
    desk: AppController, qtbot: QtBot, vault: Path
):
    with closing(reopen(vault)) as session:
        exhibit = registry.EXHIBIT.all(session.read)[0]
        for name in ("ivanova.txt", "снимок Иванова.txt"):
            add_file(session, exhibit.id, source=BytesIO(name.encode()), name=name, media_type="text/plain")
    _, dialog = searching(desk, qtbot, vault, Qt.Key.Key_K)

    with qtbot.waitSignal(dialog._model.found, timeout=20_000):
        qtbot.keyClicks(dialog.typed, "ivanova")

    first, second = (Shown.of(hit) for hit in dialog.hits.rows)
    places = [str(dialog.hits.index(row, 0).data()) for row in (0, 1)]
    assert ["In another script" in each for each in places] == [False, True]
    assert [first.text[start:end] for start, end in first.places] == ["ivanova"]
    assert [second.text[start:end] for start, end in second.places] == ["Иванова"]
    assert "In quotation marks only what is written so is found." in dialog.counts.text()


def last_exhibit(vault: Path) -> Exhibit:
    with closing(reopen(vault)) as session:
        return registry.EXHIBIT.all(session.read)[-1]


def test_a_scanned_label_leads_to_its_exhibit_from_everywhere(desk: AppController, qtbot: QtBot, vault: Path):
    exhibit = last_exhibit(vault)
    code = Label(exhibit_id=exhibit.id, number="", case="", seal="").code
    window, dialog = searching(desk, qtbot, vault, Qt.Key.Key_K)

    dialog.typed.setText(code[:-1])
    with qtbot.waitSignal(dialog._model.refused, timeout=20_000):
        qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)
    is_open = dialog.isVisible()
    dialog.typed.setText(code)
    with qtbot.waitSignal(dialog.scanned, timeout=20_000):
        qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)
    settle(desk, qtbot)

    assert is_open
    assert isinstance(window.stack.currentWidget(), ExhibitsView)
    qtbot.waitUntil(lambda: window.exhibits.open_id() == exhibit.id)


def test_a_place_is_shown_only_where_there_is_one(desk: AppController, qtbot: QtBot, vault: Path):
    _, dialog = searching(desk, qtbot, vault, Qt.Key.Key_K)
    assert not dialog.main_button.isEnabled()

    ask(dialog, qtbot, "xyzzyx")
    settle(desk, qtbot)
    assert not dialog.main_button.isEnabled()
    ask(dialog, qtbot, "ho chieu")
    settle(desk, qtbot)
    assert dialog.main_button.isEnabled()
    dialog.typed.setText("ho chie")
    assert not dialog.main_button.isEnabled()


def test_both_days_of_a_period_stand_in_one_line(desk: AppController, qtbot: QtBot, vault: Path):
    _, dialog = searching(desk, qtbot, vault, Qt.Key.Key_K)
    days = (dialog.filters.since, dialog.filters.until)

    first, last = (day.mapTo(dialog, day.rect().topLeft()).y() for day in days)

    assert first == last


@pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
def test_it_says_that_files_were_not_read_and_their_words_are_found_once_they_are(
    desk: AppController, qtbot: QtBot, vault: Path
):
    with closing(reopen(vault)) as session:
        exhibit = registry.EXHIBIT.all(session.read)[0]
        note = BytesIO(b"call 0471 99 88 77")
        add_file(session, exhibit.id, source=note, name="call.txt", media_type="text/plain")
    _, dialog = searching(desk, qtbot, vault, Qt.Key.Key_K)
    unread = dialog.unread
    qtbot.waitUntil(unread.isVisible, timeout=20_000)
    assert "were not read" in unread.told.text()
    with qtbot.waitSignal(dialog._model.found, timeout=20_000):
        qtbot.keyClicks(dialog.typed, "0471998877")
    assert len(dialog.hits.rows) == 0

    unread.button.setFocus()
    with qtbot.waitSignal(unread.read, timeout=120_000):
        qtbot.keyClick(unread.button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.hits.rows), timeout=20_000)

    assert "call.txt" in dialog._place(dialog.hits.rows[0])


def test_a_hit_in_a_file_leads_to_its_card_however_many_the_exhibit_has_and_that_one_is_looked_into(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    new = []
    for number in range(230):
        path = tmp_path / ("shoebox.txt" if number == 220 else f"{number:03}.txt")
        path.write_text(str(number), "ascii")
        new.append(NewFile(source=path, name=path.name, media_type="text/plain"))
    with closing(reopen(vault)) as session:
        exhibit = registry.EXHIBIT.all(session.read)[-1]
        add_files(session, exhibit.id, new)
    window, dialog = searching(desk, qtbot, vault, Qt.Key.Key_K)
    with qtbot.waitSignal(dialog._model.found, timeout=20_000):
        qtbot.keyClicks(dialog.typed, "shoebox")
    settle(desk, qtbot)
    qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    settle(desk, qtbot)
    card = window.exhibits.card

    def is_at_file() -> bool:
        at = window.focusWidget()
        return isinstance(at, QAbstractButton) and card.isAncestorOf(at) and not at.visibleRegion().isEmpty()

    qtbot.waitUntil(is_at_file, timeout=20_000)

    assert window.stack.currentWidget() is window.exhibits
    assert window.exhibits.open_id() == exhibit.id
    with qtbot.waitSignal(card.wants_look) as asked:
        card.look_button.click()
    assert asked.args[0].name == "shoebox.txt"
    settle(desk, qtbot)
    window.exhibits.viewer.back_button.click()
    qtbot.waitUntil(is_at_file, timeout=20_000)
    shown, ids = card.files._cards, [each.id for each in card.files._files]
    at = next(n for n, each in enumerate(card.files._files) if each.name == "shoebox.txt")
    first = max(0, min(at - AT_ONCE // 2, len(ids) - AT_ONCE))
    assert list(shown) == ids[first : first + AT_ONCE]
    card.files.earlier_button.click()
    assert list(shown) == ids[first - AT_ONCE : first]

    def is_at(wanted: str) -> bool:
        at = window.focusWidget()
        return at is not None and shown[wanted].isAncestorOf(at) and not at.visibleRegion().isEmpty()

    qtbot.waitUntil(lambda: is_at(ids[first - 1]), timeout=20_000)
    card.files.more_button.click()
    assert list(shown) == ids[first - AT_ONCE : first + AT_ONCE]
    qtbot.waitUntil(lambda: is_at(ids[first]), timeout=20_000)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_End)
    qtbot.waitUntil(lambda: is_at(ids[-1]), timeout=20_000)
    qtbot.keyClicks(card.files.search, "SHOE")
    assert list(shown) == [ids[at]]
    window.exhibits.card.go_to_file(ids[0])
    qtbot.waitUntil(lambda: is_at(ids[0]), timeout=20_000)
    assert not card.files.search.text()
