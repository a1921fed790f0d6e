"""A person of the case by real keys: claims are entered with their source, records merged and split again."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, reopen, settle, unlock
from tests.ui.test_cases import type_in
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.people_fields import PERSON
from thb_desktop.domain.person_claims import ClaimWords, PersonClaim
from thb_desktop.errors import NotFoundError
from thb_desktop.services.case_file import cases
from thb_desktop.services.persons import claims, merges, people
from ui.application import AppController
from ui.cases.entries import PERSONS
from ui.cases.persons.claim_dialogs import ClaimDialog, SourceDialog
from ui.cases.persons.merge_dialogs import MergeDialog, SplitDialog
from ui.cases.persons.view import PersonDialog
from ui.forms.editors import CodeEditor, editor_for
from ui.main_window import MainWindow
from ui.widgets.dialog import Dialog

K = Qt.Key


def person_dialog(
    application: QApplication, desk: AppController, qtbot: QtBot, window: MainWindow, row: int = 0
) -> PersonDialog:
    details = window.cases.details
    details.sections.open("persons")
    settle(desk, qtbot)
    details.tables[PERSONS].choose_row(row)
    details.buttons.person_button.click()
    dialog = open_dialog(application, qtbot)
    settle(desk, qtbot)
    assert isinstance(dialog, PersonDialog)
    return dialog


def above(application: QApplication, qtbot: QtBot, below: QWidget) -> Any:
    """The dialog that was opened over this one."""
    qtbot.waitUntil(lambda: application.activeModalWidget() not in (None, below))
    found = application.activeModalWidget()
    assert isinstance(found, Dialog)
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def press(widget: QWidget, key: Qt.Key, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the cursor is."""
    QTest.keyClick(widget.focusWidget() or widget, key, modifiers)


def choose(dialog: Dialog, editor: Any, code: Any) -> None:
    """Choose in a list by its keys."""
    editor.setFocus()
    editor.set_value(code)


def test_a_claim_is_added_by_keys_with_its_source_and_makes_a_child_presumed(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    dialog = person_dialog(application, desk, qtbot, window)
    before = dialog.claims.rowCount()

    press(dialog, K.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = above(application, qtbot, dialog)
    assert isinstance(form, ClaimDialog)
    choose(form, form.kind.editors["kind"], v.ClaimKind.BIRTH)
    assert form.source.editors["said_by_id"].findData(dialog.full.person.id) < 0
    type_in(form.what, "born", "2010")
    choose(form, form.source.editors["basis"], v.ClaimBasis.SELF_DECLARED)
    type_in(form.place, "statement", "Told at the first contact")
    press(form, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(desk, qtbot)

    assert dialog.claims.rowCount() == before + 1
    assert dialog.child.isVisible()
    assert "2011/36/EU" in dialog.ground.text()
    dialog.claim_table.setFocus()
    press(dialog.claim_table, K.Key_Return)
    source = above(application, qtbot, dialog)
    assert isinstance(source, SourceDialog)
    source.reject()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.claim_table.setFocus()
    press(dialog, K.Key_H, Qt.KeyboardModifier.AltModifier)
    history = above(application, qtbot, dialog)
    history.reject()


def test_a_claim_without_a_source_stays_in_the_form(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    dialog = person_dialog(application, desk, qtbot, window)
    press(dialog, K.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = above(application, qtbot, dialog)
    choose(form, form.kind.editors["kind"], v.ClaimKind.NICKNAME)
    type_in(form.words, "text", "Mimi")
    choose(form, form.source.editors["basis"], v.ClaimBasis.SELF_DECLARED)

    press(form, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(desk, qtbot)

    assert form.isVisible()
    form.reject()


def _claims_a_nickname(vault: Path) -> None:
    """A claim under each record but the first: whoever compares one of them must see it."""
    with closing(reopen(vault)) as session:
        case = cases.list_cases(session)[0].case
        for each in people.list_persons(session, case.id)[1:]:
            claim = PersonClaim(
                id=RowId(""),
                case_id=case.id,
                person_id=each.id,
                kind=v.ClaimKind.NICKNAME,
                basis=v.ClaimBasis.SELF_DECLARED,
                statement="Told at the first contact",
                entered_by=AgentId(""),
                at=session.clock.read().at,
            )
            claims.add_claim(session, claim, ClaimWords(text="Mimi"))


def _refuse(*_: object, **__: object) -> None:
    raise NotFoundError("the record")


def test_two_records_are_merged_and_split_again_from_the_window(
    application: QApplication,
    desk: AppController,
    qtbot: QtBot,
    vault: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    _claims_a_nickname(vault)
    window = unlock(desk, qtbot, vault)
    dialog = person_dialog(application, desk, qtbot, window)

    dialog.merge_button.click()
    merge = above(application, qtbot, dialog)
    assert isinstance(merge, MergeDialog)
    assert merge.other.currentIndex() == merge.kept.currentIndex() == -1
    assert merge.rows.rowCount() == 0
    merge.main_button.click()
    assert merge.isVisible()
    assert merge.other.hasFocus()
    press(merge, K.Key_Down)
    assert merge.rows.rowCount() == 0
    press(merge, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert merge.kept.hasFocus()
    with monkeypatch.context() as broken:
        broken.setattr(claims, "list_claims", _refuse)
        press(merge, K.Key_Down)
        settle(desk, qtbot)
    assert merge.rows.rowCount() == 0
    assert merge.notice.isVisible()
    assert not merge.main_button.isEnabled()
    press(merge, K.Key_Down)
    settle(desk, qtbot)
    assert not merge.notice.isVisible()
    assert merge.main_button.isEnabled()
    kept, opened = (merge.full.persons[each].code for each in (merge.kept.currentData(), dialog._of))
    assert kept != opened
    told = {line.what: (line.one, line.other) for line in merge.rows.rows}
    assert "Nickname" in told["Claims"][0]
    choose(merge, merge.printed, False)
    merge.reason.setFocus()
    QTest.keyClicks(merge.reason, "The same face in E-10")
    press(merge, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(desk, qtbot)
    assert kept in dialog.heading.text()
    assert opened in dialog.also.text()
    full = window.cases.details.full
    assert full is not None
    assert [said for said, _ in full.choices["person"] if "shown under" in said] != []
    dialog.link_table.choose_row(0)
    dialog.split_button.click()
    split = above(application, qtbot, dialog)
    assert isinstance(split, SplitDialog)
    split.reason.setFocus()
    QTest.keyClicks(split.reason, "Two sisters")
    press(split, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(desk, qtbot)

    assert not dialog.also.isVisible()
    assert opened in dialog.heading.text()
    dialog.reject()
    settle(desk, qtbot)
    desk.end()
    session = reopen(vault)
    links = [each for case in cases.list_cases(session) for each in merges.list_links(session, case.case.id)]
    assert [each.kind for each in links] == [v.PersonLinkKind.MERGED, v.PersonLinkKind.SPLIT]
    session.close()


def test_that_a_child_is_presumed_is_offered_to_nobody_and_an_older_entry_that_says_so_stays(
    application: QApplication,
):
    new = editor_for(PERSON["age_status"], {})
    old = editor_for(PERSON["age_status"], {})
    assert isinstance(new, CodeEditor)
    assert isinstance(old, CodeEditor)
    disputed = v.AgeStatus.AGE_DISPUTED_PRESUMED_CHILD

    old.set_present(disputed)

    assert new.findData(disputed.value) < 0
    assert new.count() == len(v.AgeStatus)
    assert old.value() is disputed
