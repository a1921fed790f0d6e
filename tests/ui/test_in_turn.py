"""What the window makes and shows in turns, between which it answers."""

from pathlib import Path
from time import sleep

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.controllers import settle, unlock
from tests.support.screen_reader import plain
from thb_desktop import words
from thb_desktop.domain.vocabulary import InterviewState
from thb_desktop.errors import ThbError
from ui.application import AppController, _load_first_reads
from ui.interviews.view import InterviewsView
from ui.office.keys import KeysPart
from ui.office.people import PeoplePart
from ui.office.rights_grid import RightsGrid
from ui.pieces import PIECE, InTurn, Parts
from ui.topics import Topic
from ui.widgets.basic import Label
from ui.widgets.facts import FactList
from ui.widgets.scrolled import Scrolled


def test_parts_are_made_one_after_the_other_and_the_window_answers_between_them(qtbot: QtBot):
    owner, told = QObject(), list[str]()
    beat = QTimer(owner, interval=0)
    beat.timeout.connect(lambda: told.append("beat"))
    beat.start()
    parts = Parts(
        owner, *(lambda each=each: told.append(each) for each in "abc"), made=lambda: told.append("made")
    )

    assert told == []
    qtbot.waitUntil(lambda: "made" in told)

    made = [each for each in told if each != "beat"]
    assert made == ["a", "b", "c", "made"]
    assert "beat" in told[told.index("a") : told.index("b")]
    assert "beat" in told[told.index("b") : told.index("c")]
    assert parts.is_whole


def test_who_needs_a_part_has_it_at_once_and_a_part_that_fails_does_not_hold_up_the_others(qtbot: QtBot):
    owner, told = QObject(), list[str]()
    parts = Parts(owner, lambda: told.append("a"), lambda: told.append("b"), made=lambda: told.append("made"))

    parts.finish()

    assert told == ["a", "b", "made"]
    with qtbot.captureExceptions() as failed:
        parts = Parts(owner, lambda: 1 // 0, lambda: told.append("c"))
        qtbot.waitUntil(lambda: parts.is_whole)
    assert [kind for kind, *_ in failed] == [ZeroDivisionError]
    assert told[3:] == ["c"]


def test_after_a_result_that_took_long_the_window_answers_before_the_next(qtbot: QtBot):
    owner, told = QObject(), list[object]()

    def hand(arrived: object) -> None:
        told.append(arrived)
        if arrived == "long":
            sleep(2 * PIECE)

    in_turn = InTurn(owner, hand)
    in_turn.take("short")
    in_turn.take("long")
    QTimer.singleShot(0, lambda: told.append("key"))
    in_turn.take("next")

    assert told[:2] == ["short", "long"]
    qtbot.waitUntil(lambda: "next" in told)
    assert told.index("key") < told.index("next")


def test_what_is_held_back_is_handed_on_later_in_its_order(qtbot: QtBot):
    owner, told = QObject(), list[object]()
    in_turn = InTurn(owner, told.append)

    in_turn.hold()
    in_turn.take(1)
    in_turn.take(2)
    qtbot.wait(20)

    assert told == []
    in_turn.go_on()
    in_turn.take(3)
    qtbot.waitUntil(lambda: told == [1, 2, 3])
    in_turn.hold()
    in_turn.take(4)
    in_turn.hand_all()
    assert told == [1, 2, 3, 4]


def test_a_result_that_fails_does_not_hold_up_the_next(qtbot: QtBot):
    owner, told = QObject(), list[object]()

    def hand(arrived: object) -> None:
        if arrived == 1:
            raise ThbError("it failed")
        told.append(arrived)

    in_turn = InTurn(owner, hand)
    in_turn.hold()
    in_turn.take(1)
    in_turn.take(2)
    with qtbot.captureExceptions() as failed:
        in_turn.go_on()
        qtbot.waitUntil(lambda: told == [2])
    assert [kind for kind, *_ in failed] == [ThbError]


def test_the_words_of_the_first_pages_are_read_while_a_passphrase_is_typed():
    words.entries.cache_clear()

    _load_first_reads()
    read = words.entries.cache_info().misses
    said = [words.word(InterviewState.DRAFT, "en"), words.field_name("custody_event.party", "en")]

    assert all(said)
    assert words.entries.cache_info().misses == read


def test_the_list_of_interviews_is_there_before_the_record_is_made(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)

    window.go(1)
    view = window.interviews

    assert isinstance(view, InterviewsView)
    assert view.list.isVisible()
    assert not view.right.is_whole
    assert view.typed_turn() == ("", "")
    view.keep_drafts()
    assert not view.right.is_whole
    settle(desk, qtbot)
    assert view.right.is_whole
    assert view.right.currentWidget() is view.record
    assert view.record.head.number.text()
    assert view.record.table.model().rowCount() > 0


def test_a_record_that_is_opened_before_its_side_is_made_is_shown(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.go(1)
    view = window.interviews
    heard = list[object]()
    view.model.opened.connect(heard.append)
    view.model.reload()
    settle(desk, qtbot)
    opened = next(each for each in reversed(heard) if each is not None)

    other = InterviewsView(desk.jobs)
    qtbot.addWidget(other)
    other.model.show_case(window.interviews.model.case)
    other.model._show(opened)

    assert other.right.is_whole
    assert other.right.currentWidget() is other.record
    assert other.record.head.number.text() == view.record.head.number.text()
    settle(desk, qtbot)


def test_the_next_facts_stand_in_the_same_labels_and_nothing_of_the_former_is_left(qtbot: QtBot):
    whole = QWidget()
    qtbot.addWidget(whole)
    outer = QVBoxLayout(whole)
    facts = FactList(100, spacing=5)
    outer.addLayout(facts)
    facts.begin()
    for what, how in (("Place", "Iasi"), ("By", "Anna"), ("Note", "Sealed")):
        facts.tell(what, how, exact=True)
    facts.end()
    whole.show()
    before = whole.findChildren(Label)
    high = whole.sizeHint().height()

    facts.begin()
    facts.tell("Place", "Gent", exact=True)
    facts.end()

    assert whole.findChildren(Label) == before
    assert [plain(each.text()) for each in before if each.isVisible()] == ["Place", "Gent"]
    assert [each.accessibleName() for each in before[2:]] == [""] * 4
    assert [each.text() for each in before[2:]] == [""] * 4
    assert whole.sizeHint().height() < high
    facts.tell("By", "Dan", exact=True)
    facts.end()
    assert [plain(each.text()) for each in before if each.isVisible()] == ["Place", "Gent", "By", "Dan"]


def test_the_office_makes_and_reads_what_a_tab_shows_when_it_is_first_seen(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.go(6)
    settle(desk, qtbot)
    office, bar = window.office, window.office.tabs.tabBar()
    assert [type(each) for each in office.tabs.made] == [PeoplePart]
    assert office.people.isVisible()
    assert office.people.rows.rows

    for _ in range(2):
        qtbot.keyClick(bar, Qt.Key.Key_Right)
        settle(desk, qtbot)

    assert [type(each) for each in office.tabs.made] == [PeoplePart, RightsGrid, KeysPart]
    assert office.tabs.currentIndex() == office.tabs.indexOf(office.keys) == 2
    assert office.keys.isVisible()
    assert office.keys.code_button.isVisible()
    assert office.keys.rows.rows
    assert bar.hasFocus()
    office.people.rows.show_rows(())
    desk.jobs.changed.emit(Topic.OFFICE)
    settle(desk, qtbot)
    assert office.people.rows.rows
    assert len(office.tabs.made) == 3


class _Below(QWidget):
    """Counts how often it is moved: once each time that the column above it is laid out."""

    moves = 0

    def moveEvent(self, event: QMoveEvent) -> None:  # noqa: N802 - Qt's name
        self.moves += 1
        super().moveEvent(event)


def test_many_facts_are_laid_out_once_and_not_at_each_of_their_labels(qtbot: QtBot):
    area = Scrolled("Exhibit")
    qtbot.addWidget(area)
    facts, below = FactList(100, spacing=5), _Below()
    area.column.addLayout(facts)
    area.column.addWidget(below, 1)
    area.resize(360, 240)
    with qtbot.waitExposed(area):
        area.show()
    below.moves = 0

    facts.begin()
    for number in range(12):
        facts.tell(f"Fact {number}", "Found in the garage, behind the door " * 3)
    facts.end()

    assert below.moves == 1
    labels = area.findChildren(Label)
    assert len(labels) == 24
    assert all(each.isVisible() for each in labels)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    above = [each.mapTo(area.widget(), each.rect().topLeft()).y() for each in labels[::2]]
    assert above == sorted(set(above))
    assert all(each.height() >= each.heightForWidth(each.width()) for each in labels)
