"""What is not done is said before the screen goes back, and what is in doubt before it is signed."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.assigned_window import (
    all_the_same,
    asked_to_hand_back,
    give_it_out,
    modal,
    office_with_record,
    opened,
    stored,
    type_in,
)
from tests.support.assignments import render_checked
from tests.support.controllers import at_the_desk, said_at, settle
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.vocabulary import AnnotationBasis, AnnotationCode
from thb_desktop.services.assignments import desk as at_desk
from thb_desktop.services.language.annotations import NewAnnotation, annotate
from ui.application import AppController
from ui.assignment.signing import SignWorkDialog
from ui.assignment.view import AssignmentWindow
from ui.widgets.basic import Label

SAID = (
    ("1", "كان يدفع 100 يورو كل يوم.", ""),
    ("2", "أخذ جواز سفري في المطار.", ""),
    ("3", "ما زلت مدينة له.", ""),
)
RIGHT = ("Hij betaalde 100 euro per dag.", "Hij nam mijn paspoort af.", "Ik sta bij hem in het krijt.")
WRONG = "Hij betaalde 10 euro per dag."
WHY = "zij zei eerst 10, en verbeterde het later"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return office_with_record(tmp_path / "office.thbvault", SAID)


@pytest.fixture
def given_out(vault: Path) -> Path:
    return give_it_out(vault)


@pytest.fixture
def desk(application: QApplication) -> Iterator[AppController]:
    with at_the_desk(application) as made:
        yield made


@pytest.fixture
def left(desk: AppController) -> list[Path | None]:
    """The vaults to which the screen went back."""
    went: list[Path | None] = []
    desk.replace_process = went.append
    return went


def renders(folder: Path, *texts: str, checked: bool = True) -> None:
    with closing(stored(folder)) as session:
        turns = [each.segment.id for each in at_desk.open_job(session).segments]
        for turn, text in zip(turns, texts, strict=False):
            (render_checked if checked else at_desk.render)(session, turn, text)


def asks(folder: Path, at: int, code: AnnotationCode, text: str, quoted: str = "") -> None:
    """Note something at words of the version of a turn, or ask about its source."""
    with closing(stored(folder)) as session:
        found = at_desk.open_job(session)
        turn = found.segments[at].segment
        source = turn.source_text or ""
        anchor = Anchor.of_text(turn.id, source, 0, len(source))
        if quoted:
            version = found.turns.newest[turn.id]
            start = version.text.index(quoted)
            anchor = Anchor.of_text(version.id, version.text, start, start + len(quoted))
        is_question = code is AnnotationCode.QUERY
        annotate(
            session,
            found.turns.job.id,
            NewAnnotation(
                segment_id=turn.id,
                anchor=anchor,
                code=code,
                basis=None if is_question else AnnotationBasis.OBSERVED,
                language="nl",
                text=text,
            ),
        )


def lines(dialog: object) -> str:
    assert isinstance(dialog, (SignWorkDialog,)) or hasattr(dialog, "findChildren")
    shown = [each.text() for each in dialog.findChildren(Label)]  # type: ignore[attr-defined]
    return "\n".join(shown).translate({0x2066: None, 0x2068: None, 0x2069: None})


def test_what_is_not_done_is_named_before_the_screen_goes_back_and_nothing_goes_without_an_answer(
    application: QApplication, desk: AppController, qtbot: QtBot, given_out: Path, left: list[Path | None]
):
    vault = given_out.parent.with_name("office.thbvault")
    renders(given_out, RIGHT[0], checked=False)
    asks(given_out, 0, AnnotationCode.QUERY, "welk schrift?")
    window = opened(desk, qtbot, vault, given_out)
    type_in(window, qtbot, 1, RIGHT[1])

    QTest.keyClick(window, Qt.Key.Key_F12)
    told = lines(asked_to_hand_back(application, qtbot))
    QTest.keyClick(application.activeModalWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: application.activeModalWidget() is None)
    settle(desk, qtbot)

    assert "the office does not get it: 2 A" in told
    assert "the office gets drafts: 1 A" in told
    assert "Not rendered: 3 A" in told
    assert "nobody answered yet: 1 A" in told
    assert left == []
    assert window.model.holds_drafts
    window.activateWindow()  # offscreen, no window manager does it
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F12)
    all_the_same(asked_to_hand_back(application, qtbot))
    qtbot.waitUntil(lambda: bool(left))
    assert left == [vault]


def test_work_that_is_done_goes_back_without_a_question(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path, left: list[Path | None]
):
    renders(given_out, *RIGHT)
    window = opened(desk, qtbot, vault, given_out)

    QTest.keyClick(window, Qt.Key.Key_F12)

    qtbot.waitUntil(lambda: bool(left))
    assert left == [vault]


def test_a_number_that_differs_is_named_before_the_signature_and_signed_with_a_reason_alone(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    window = opened(desk, qtbot, vault, given_out)
    type_in(window, qtbot, 0, WRONG)
    QTest.keyClick(window, Qt.Key.Key_F9)
    dialog = modal(application, qtbot, SignWorkDialog)
    told, ((finding, reason),) = lines(dialog), dialog.rows.fields
    assert reason.hasFocus()

    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert said_at(reason) == "A reason is needed. Please write why."
    assert window.model.turns is not None
    assert window.model.turns.whole.signatures[-1].reasons == ()
    QTest.keyClicks(reason, WHY)
    QTest.keyClick(reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.side.progress.bar.value() == 1)

    assert "V-T-03" in told
    assert "100" in told
    assert finding.key == "V-T-03.numbers"
    assert window.model.turns.whole.signatures[-1].reasons == (("V-T-03.numbers", finding.about, WHY),)


def test_the_dialog_of_the_signature_leads_to_the_turn_that_differs(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    renders(given_out, WRONG, checked=False)
    window = opened(desk, qtbot, vault, given_out)
    window.table.setCurrentIndex(window.model.rows.index(2, 0))
    QTest.keyClick(window, Qt.Key.Key_F9)
    dialog = modal(application, qtbot, SignWorkDialog)

    QTest.keyClick(dialog.rows.fields[0][1], Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(application.focusWidget(), Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: application.activeModalWidget() is None)
    assert window.table.row() == 0
    assert unsigned(window) == 1


def test_the_dialog_of_the_signature_names_the_notes_that_it_leaves_behind(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    renders(given_out, "Elke dag betaalde hij 100 euro.", checked=False)
    asks(given_out, 0, AnnotationCode.CULTURAL_NOTE, "dagloon", quoted="Elke dag")
    renders(given_out, RIGHT[0], checked=False)
    window = opened(desk, qtbot, vault, given_out)

    QTest.keyClick(window, Qt.Key.Key_F9)
    dialog = modal(application, qtbot, SignWorkDialog)

    assert dialog.rows.fields == []
    assert "does not cover them" in dialog.left.sentence.text()
    assert "dagloon" in dialog.left.sentence.text()
    assert dialog.back_button.hasFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: application.activeModalWidget() is None)
    assert unsigned(window) == 1


def test_the_count_of_the_button_and_that_beside_it_are_of_the_same_turns(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    renders(given_out, RIGHT[0])
    renders_draft_of_second(given_out)
    window = opened(desk, qtbot, vault, given_out)
    with qtbot.waitSignal(window.model.kept):
        type_in(window, qtbot, 0, f"{RIGHT[0]} Zei zij.")

    assert "2" in window.sign_button.text()
    progress = window.model.progress()
    assert progress is not None
    assert (progress.due, progress.done, progress.ready) == (3, 0, 2)
    assert window.side.progress.bar.value() == 0


def test_a_key_to_sign_where_nothing_waits_says_so(
    desk: AppController, qtbot: QtBot, vault: Path, given_out: Path
):
    window = opened(desk, qtbot, vault, given_out)

    QTest.keyClick(window, Qt.Key.Key_F9)

    qtbot.waitUntil(window.notice.isVisible)
    assert window.notice.sentence.text() == "No version waits for your signature."


def renders_draft_of_second(folder: Path) -> None:
    with closing(stored(folder)) as session:
        second = at_desk.open_job(session).segments[1].segment.id
        at_desk.render(session, second, RIGHT[1])


def unsigned(window: AssignmentWindow) -> int:
    progress = window.model.progress()
    return progress.unsigned if progress is not None else -1
