"""Nothing typed is lost: every form keeps what stands in it when the window locks, and shows it again."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.code import ROOT
from tests.support.controllers import at_the_desk, open_dialog, reopen, settle, unlock
from thb_desktop.domain.vocabulary import OfficialRole
from thb_desktop.services.casework import drafts
from ui.application import AppController
from ui.cases.dialogs import AddPersonDialog
from ui.form_draft import FormDraft
from ui.forms.entry_dialog import EntryDialog
from ui.labels.forms import NAMES
from ui.main_window import MainWindow
from ui.transcript.rows import At
from ui.widgets import keeping
from ui.widgets.dates import DateField
from ui.widgets.dialog import Dialog
from ui.widgets.fields import FIELDS, fields_of, put, value_of
from ui.widgets.secret import PassphraseField
from ui.widgets.tick_list import TickList

TYPED = "حبس أجري <b>شتاءً</b> كاملاً, and \u202ereversed"


def choose_tab(window: MainWindow, name: str) -> None:
    window.go(0)
    window.cases.details.sections.open(name)


def adding(name: str) -> Callable[[MainWindow], None]:
    def opens(window: MainWindow) -> None:
        choose_tab(window, name)
        window.cases.details.buttons.add_button.click()

    return opens


def reveal(window: MainWindow) -> None:
    choose_tab(window, "persons")
    window.cases.details.tables["persons"].choose_row(0)
    window.cases.details.buttons.reveal_button.click()


FORMS: dict[str, tuple[int, Callable[[MainWindow], object]]] = {
    "new-case": (0, lambda window: window.cases.new_button.click()),
    "add-person": (0, adding("persons")),
    "add-authority": (0, adding("authorities")),
    "add-proceeding": (0, adding("proceedings")),
    "add-instrument": (0, adding("instruments")),
    "add-official": (0, adding("officials")),
    "add-interpreter": (0, adding("interpreters")),
    "add-case_object": (0, adding("objects")),
    "add-account": (0, adding("accounts")),
    "add-money_transaction": (0, adding("transactions")),
    "reveal-identity": (0, reveal),
    "new-interview": (1, lambda window: window.interviews.new_button.click()),
    "header-parties": (1, lambda window: window.interviews.record.rows.change_header("parties")),
    "add-presence": (1, lambda window: window.interviews.record.rows.add_row("presence")),
    "read-back": (1, lambda window: window.interviews.record.head.close_button.click()),
    "register-exhibit": (2, lambda window: window.exhibits.new_button.click()),
    "custody-event": (3, lambda window: window.custody.new_button.click()),
}
"""Every form that opens as a dialog of its own: its page, and how a person opens it."""


def open_form(application: QApplication, desk: AppController, qtbot: QtBot, form: str) -> Dialog:
    window = desk.window
    assert isinstance(window, MainWindow)
    page, opens = FORMS[form]
    window.go(page)
    settle(desk, qtbot)
    if page == 1:
        view = window.interviews
        view.list.choose_row(view.rows.row_of(lambda found: found.interview.number == "I-99"))
        settle(desk, qtbot)
    opens(window)
    dialog = open_dialog(application, qtbot)
    settle(desk, qtbot)
    assert isinstance(dialog, Dialog)
    assert dialog.objectName() == form
    return dialog


def opened(application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, form: str) -> Dialog:
    unlock(desk, qtbot, vault)
    return open_form(application, desk, qtbot, form)


def leave(desk: AppController, qtbot: QtBot, dialog: Dialog) -> None:
    """Esc, until the vault has answered and the dialog is gone."""
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle(desk, qtbot)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def fill(form: QWidget) -> dict[str, object]:
    """Change every field as a person could; what stands in them then."""
    for number, field in enumerate(fields_of(form).values()):
        match field:
            case QCheckBox():
                field.toggle()
            case QComboBox() if field.isEditable():
                field.setEditText(f"{TYPED} {number}")
            case QComboBox():
                field.setCurrentIndex((field.currentIndex() + 1) % max(1, field.count()))
            case DateField():
                field.edit.setText(f"{TYPED} {number}")
            case QLineEdit():
                field.setText(f"{TYPED} {number}"[: field.maxLength()])
            case QTextEdit():
                field.setPlainText(f"{TYPED}\n{number}")
            case TickList():
                field.ticks.tick(field.ticks.entries[:1])
            case _:
                raise TypeError(type(field))
    return {name: value_of(field) for name, field in fields_of(form).items()}


@pytest.mark.requirement("SR-48")
def test_what_stands_in_any_form_survives_esc_and_the_lock_and_is_offered_again(
    application: QApplication, qtbot: QtBot, vault: Path
):
    walk = [form for form in FORMS if form != "add-segment"]
    typed: dict[str, dict[str, object]] = {}
    found: dict[str, dict[str, object]] = {}
    with at_the_desk(application) as first:
        first.replace_process = lambda _: None
        unlock(first, qtbot, vault)
        for form in walk:
            dialog = open_form(application, first, qtbot, form)
            assert not dialog.notice.isVisible()
            typed[form] = fill(dialog)
            if form != walk[-1]:
                leave(first, qtbot, dialog)
        first.lock()
        assert first.outcome is not None
        assert first.outcome.kept

    with at_the_desk(application) as second:
        unlock(second, qtbot, vault)
        for form in walk:
            again = open_form(application, second, qtbot, form)
            found[form] = {name: value_of(field) for name, field in fields_of(again).items()}
            assert "shown again" in again.notice.sentence.text()
            assert again.start_over_button.isVisible()
            leave(second, qtbot, again)

    assert found == typed


def test_a_form_has_a_name_for_each_of_its_fields_and_for_no_secret(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    unlock(desk, qtbot, vault)
    inner = (QComboBox, DateField)
    missed: dict[str, set[QWidget]] = {}
    for form in FORMS:
        dialog = open_form(application, desk, qtbot, form)
        there = {
            field
            for kind in FIELDS
            for field in dialog.findChildren(kind)
            if not isinstance(field.parent(), inner) and not isinstance(field, PassphraseField)
        }
        missed[form] = there ^ set(fields_of(dialog).values())
        leave(desk, qtbot, dialog)

    assert missed == {form: set() for form in FORMS}


def test_esc_keeps_what_is_typed_and_starting_over_discards_it(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    dialog = opened(application, desk, qtbot, vault, "register-exhibit")
    dialog.exhibit.set_values(note=TYPED)

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle(desk, qtbot)
    assert "saved as a draft" in desk.window.notice.sentence.text()
    desk.window.exhibits.new_button.click()
    again = open_dialog(application, qtbot)
    settle(desk, qtbot)
    shown = again.exhibit.editor("note").value()
    again.start_over_button.click()
    settle(desk, qtbot)

    assert shown == TYPED
    assert again.exhibit.editor("note").value() == ""
    assert not again.start_over_button.isVisible()
    assert kept(desk, vault) == []


def test_what_was_saved_is_not_kept_any_more(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    dialog = opened(application, desk, qtbot, vault, "add-official")
    dialog.form.set_values(code="O-77", role=OfficialRole.CLERK, country="BE")
    with qtbot.waitSignal(desk.jobs.kept, timeout=5_000):
        dialog.form.set_values(name="Official Example")

    dialog.main_button.click()
    settle(desk, qtbot)

    assert kept(desk, vault) == []


def test_a_refused_form_is_kept(application: QApplication, desk: AppController, qtbot: QtBot, vault: Path):
    dialog = opened(application, desk, qtbot, vault, "new-case")
    dialog.form.set_values(reference="2026/0007", titles=(("fr", TYPED),), country="nowhere at all")
    dialog.form.editors["opened_on"].write_now()

    dialog.main_button.click()
    settle(desk, qtbot)
    dialog.reject()
    settle(desk, qtbot)

    assert kept(desk, vault) == ["new-case"]


def test_what_is_typed_while_the_vault_is_at_work_is_kept_beside_what_was_kept_before(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    dialog = opened(application, desk, qtbot, vault, "new-case")
    dialog.form.set_values(reference="2026/0007")
    dialog.reject()
    settle(desk, qtbot)
    desk.replace_process = lambda _: None

    desk.window.cases.new_button.click()
    dialog = open_dialog(application, qtbot)
    dialog.form.set_values(titles=(("fr", TYPED),))
    desk.lock()

    session = reopen(vault)
    found = drafts.find_form(session, "new-case", "")
    session.close()
    assert found is not None
    assert found["form.editors.reference"] == "2026/0007"
    assert found["form.editors.titles.pairs.0.text"] == TYPED


def test_the_reason_of_a_check_is_kept(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.go(2)
    settle(desk, qtbot)
    files = (found for found in range(window.exhibits.rows.rowCount()))
    for number in files:
        window.exhibits.table.choose_row(number)
        settle(desk, qtbot)
        if window.exhibits.model.exhibit.files:
            break

    def type_and_leave() -> None:
        dialog = open_dialog(application, qtbot)
        dialog.reason.setText(TYPED)
        dialog.reject()

    QTimer.singleShot(300, type_and_leave)
    window.exhibits.card.file_acts.check(window.exhibits.model.exhibit.files[0])
    settle(desk, qtbot)

    assert kept(desk, vault) == ["check-file"]


def test_what_a_bundle_is_to_hold_is_kept_for_its_case(application: QApplication, qtbot: QtBot, vault: Path):
    with at_the_desk(application) as first:
        first.replace_process = lambda _: None
        window = unlock(first, qtbot, vault)
        window.go(4)
        settle(first, qtbot)
        window.export.purpose.setText(TYPED)
        window.export.exhibits.ticks.tick(window.export.exhibits.ticks.entries[:1])
        first.lock()

    with at_the_desk(application) as second:
        window = unlock(second, qtbot, vault)
        window.go(4)
        settle(second, qtbot)

        assert window.export.purpose.text() == TYPED
        assert window.export.recipient.text() == ""
        assert window.export.interviews.chosen() == []
        assert window.export.exhibits.chosen() == [window.export.exhibits.ticks.entries[0].value]


@pytest.mark.parametrize(
    ("code", "name"), [("identity-in-bundle", "identities"), ("not-searched", "unsearched")]
)
def test_why_a_sealed_identity_leaves_is_kept_and_shown_again(
    application: QApplication, qtbot: QtBot, vault: Path, code: str, name: str
):
    """The field is out of sight until somebody wants the reason, or the reason stands in a draft."""
    with at_the_desk(application) as first:
        first.replace_process = lambda _: None
        window = unlock(first, qtbot, vault)
        window.go(4)
        settle(first, qtbot)
        assert not getattr(window.export.reasons, name).isVisible()
        window.export.model.reason_wanted.emit(code)
        getattr(window.export.reasons, name).setText(TYPED)
        first.lock()

    with at_the_desk(application) as second:
        window = unlock(second, qtbot, vault)
        window.go(4)
        settle(second, qtbot)

        shown = {each: getattr(window.export.reasons, each) for each in ("identities", "unsearched")}
        assert {each: field.text() for each, field in shown.items() if field.text()} == {name: TYPED}
        assert [each for each, field in shown.items() if field.isVisible()] == [name]


def test_a_value_that_a_field_no_longer_offers_is_left_out(qtbot: QtBot):
    box, ticks = QComboBox(), TickList()
    for widget in (box, ticks):
        qtbot.addWidget(widget)
    box.addItem("one", "1")

    put(box, "2")
    put(ticks, ["gone"])

    assert box.currentIndex() == 0


class Answered(FormDraft):
    """A draft whose answer the test gives."""

    def __init__(self) -> None:
        QObject.__init__(self)

    def ask(self) -> None:
        """Wait for the test."""


def test_the_fields_of_a_form_are_looked_for_once_when_it_opens_and_once_when_its_draft_arrives(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    looked: list[QWidget] = []

    def counted(form: QWidget) -> dict[str, QWidget]:
        looked.append(form)
        return fields_of(form)

    monkeypatch.setattr(keeping, "fields_of", counted)
    form, draft = Dialog(None, "Form"), Answered()
    qtbot.addWidget(form)
    keeping.Keeper(form, draft)
    assert looked == [form]

    draft.found.emit({})

    assert looked == [form, form]


def test_every_form_that_keeps_what_is_typed_is_called_by_a_name():
    named = re.compile(r'draft\("([a-z-]+)"')
    forms = {form for path in (ROOT / "ui").rglob("*.py") for form in named.findall(path.read_text("utf-8"))}

    assert {*FORMS, *forms} - set(NAMES) == set()


def test_after_the_lock_one_is_offered_to_go_back_to_where_one_was(
    application: QApplication, qtbot: QtBot, vault: Path
):
    with at_the_desk(application) as first:
        first.replace_process = lambda _: None
        window = unlock(first, qtbot, vault)
        window.go(1)
        settle(first, qtbot)
        view = window.interviews
        view.list.choose_row(view.rows.row_of(lambda found: found.interview.number == "I-99"))
        settle(first, qtbot)
        view.record.rows.change_header("time_and_place")
        dialog = open_dialog(application, qtbot)
        assert isinstance(dialog, EntryDialog)
        settle(first, qtbot)
        dialog.form.set_values(place=TYPED)
        first.lock()

    with at_the_desk(application) as second:
        window = unlock(second, qtbot, vault)
        said = window.said.offer.sentence.text()
        window.said.offer.take.click()
        settle(second, qtbot)

        assert said == (
            "When the vault locked you were at Interviews. "
            "Typed and not saved: the formalities of a record (\u2066I-99\u2069)."
        )
        assert window.stack.currentWidget() is window.interviews
        assert window.interviews.model.record.interview.number == "I-99"
        assert not window.said.offer.isVisible()

    with at_the_desk(application) as third:
        window = unlock(third, qtbot, vault)

        waiting = "Typed and not saved: the formalities of a record (\u2066I-99\u2069)."
        assert window.said.offer.sentence.text() == waiting
        assert not window.said.offer.take.isVisible()


def test_one_goes_back_to_the_exhibit_that_was_open(application: QApplication, qtbot: QtBot, vault: Path):
    with at_the_desk(application) as first:
        first.replace_process = lambda _: None
        window = unlock(first, qtbot, vault)
        window.go(2)
        settle(first, qtbot)
        window.exhibits.table.choose_row(3)
        settle(first, qtbot)
        shown = window.exhibits.model.exhibit
        first.lock()

    with at_the_desk(application) as second:
        window = unlock(second, qtbot, vault)
        window.said.offer.take.click()
        settle(second, qtbot)

        assert window.exhibits.model.exhibit.exhibit == shown.exhibit
        assert window.exhibits.table.current_record().exhibit == shown.exhibit


def test_one_goes_back_to_the_form_of_a_person_with_what_was_typed(
    application: QApplication, qtbot: QtBot, vault: Path
):
    with at_the_desk(application) as first:
        first.replace_process = lambda _: None
        window = unlock(first, qtbot, vault)
        adding("persons")(window)
        dialog = open_dialog(application, qtbot)
        assert isinstance(dialog, AddPersonDialog)
        settle(first, qtbot)
        dialog.person.set_values(code=TYPED)
        first.lock()

    with at_the_desk(application) as second:
        window = unlock(second, qtbot, vault)
        said = window.said.offer.sentence.text()
        window.said.offer.take.click()
        settle(second, qtbot)
        dialog = open_dialog(application, qtbot)
        settle(second, qtbot)

        assert "Typed and not saved: a person" in said
        assert window.cases.details.section() == "persons"
        assert isinstance(dialog, AddPersonDialog)
        assert dialog.person.values()["code"] == TYPED
        dialog.reject()


def kept(desk: AppController, vault: Path) -> list[str]:
    """The forms of which something rests in the vault."""
    desk.jobs.close()
    session = reopen(vault)
    found = [each.form for each in drafts.list_forms(session)]
    session.close()
    return found


def test_after_a_lock_the_turn_that_was_being_typed_is_named_and_gone_to(
    application: QApplication, qtbot: QtBot, vault: Path
):
    with at_the_desk(application) as first:
        first.replace_process = lambda _: None
        window = unlock(first, qtbot, vault)
        window.go(1)
        settle(first, qtbot)
        view = window.interviews
        view.list.choose_row(view.rows.row_of(lambda found: found.interview.number == "I-99"))
        settle(first, qtbot)
        view.record.table.edit_side(1, At.RIGHT)
        editor = view.record.table.delegate.editor
        assert editor is not None
        qtbot.keyClicks(editor, "Hij nam mijn paspoort")
        first.lock()

    with at_the_desk(application) as second:
        window = unlock(second, qtbot, vault)
        said = window.said.offer.sentence.text()
        window.go(1)
        settle(second, qtbot)
        second.jobs.run(window, lambda session: drafts.save_form(session, "add-user", "", {"a": "b"}))
        settle(second, qtbot)
        second.jobs.kept.emit()
        settle(second, qtbot)
        later = window.said.offer.sentence.text()
        window.said.offer.take.click()
        settle(second, qtbot)

        assert "You were typing in turn \u20662 A\u2069" in said
        assert later == said
        assert window.interviews.record.table.row() == 1
        assert window.interviews.record.table.side() is At.RIGHT
