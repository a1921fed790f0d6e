"""A bundle: its real pages before anybody signs, and a signed file that anybody can verify."""

import hashlib
from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtPdf import QPdfBookmarkModel
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support import money
from tests.support.controllers import (
    INTERPRETER_PASSPHRASE,
    first_case,
    open_dialog,
    reopen,
    said_at,
    settle,
    unlock,
)
from tests.support.stays import a_place, a_stay
from tests.support.transfers import answer
from thb_desktop.domain.finance import Transaction
from thb_desktop.domain.ids import AccountId, CaseId, PersonId, RowId
from thb_desktop.domain.leaving_reasons import ASKED
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import WrongCertifierPassphraseError
from thb_desktop.findings import Standing, broken, holds, unknown, verdict
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.evidence.custody_acts import Act
from thb_desktop.services.persons import people
from thb_desktop.verify.run import Request, check_file
from ui import theme
from ui.application import AppController
from ui.export.checklist import MOST_ROWS
from ui.export.offering import called, offer_of
from ui.export.preview import Preview
from ui.export.reasons import LeavingReasons
from ui.export.sign_dialog import SignDialog
from ui.export.view import ExportView
from ui.labels.findings import finding_text
from ui.main_window import MainWindow
from ui.messages import sentence
from ui.widgets.basic import Label
from ui.widgets.form import Form
from ui.widgets.refusals import Refusal, take_back
from ui.widgets.scrolled import Scrolled


def export_page(desk: AppController, qtbot: QtBot, vault: Path) -> tuple[MainWindow, ExportView]:
    window = unlock(desk, qtbot, vault)
    return window, filled_in(desk, qtbot, window)


def filled_in(desk: AppController, qtbot: QtBot, window: MainWindow) -> ExportView:
    window.go(4)
    settle(desk, qtbot)
    view = window.export
    assert not view.interviews.chosen()
    assert not view.exhibits.chosen()
    for box, wanted in ((view.interviews, 1), (view.exhibits, 2), (view.languages, 1)):
        box.ticks.tick_all_but([entry.value for entry in box.ticks.entries[wanted:]])
    view.purpose.setText("European Investigation Order")
    view.recipient.setText("Prosecutor, Bucharest")
    answer(view)
    view.reasons.identities.setText("The court hears the witness")
    view.second.reason.setText("This office has one magistrate")
    return view


def prepare(desk: AppController, qtbot: QtBot, view: ExportView) -> int:
    with qtbot.waitSignal(view.model.prepared, timeout=60_000) as prepared:
        view.prepare_button.click()
    settle(desk, qtbot)
    return prepared.args[1]


def root_fingerprint(vault: Path) -> str:
    session = reopen(vault)
    root = b64decode(session.office_record.root_certificate)
    session.close()
    return hashlib.sha256(root).hexdigest()


def test_the_sentence_about_an_empty_field_stands_next_below_it_and_leaves_no_row_behind(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window, view = export_page(desk, qtbot, vault)
    window.show()
    rows = view.asked.rowCount()
    view.purpose.setFocus()
    qtbot.keyClick(view.purpose, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view.purpose, Qt.Key.Key_Delete)

    qtbot.keyClick(view.prepare_button, Qt.Key.Key_Space)
    settle(desk, qtbot)
    said = window.findChild(Refusal)
    assert said is not None
    qtbot.waitUntil(lambda: view.purpose.height() >= view.purpose.sizeHint().height())  # it is laid out
    gap = said.geometry().top() - view.purpose.geometry().bottom()
    told = said.text()
    qtbot.keyClicks(view.purpose, "European Investigation Order")
    prepare(desk, qtbot, view)

    assert told == "Please write what the bundle is for."
    assert 0 < gap <= 2 * view.asked.verticalSpacing()
    assert view.asked.rowCount() == rows
    assert window.findChild(Refusal) is None


def test_the_preview_shows_every_page_from_memory_before_anybody_signs(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view = export_page(desk, qtbot, vault)

    pages = prepare(desk, qtbot, view)

    assert view.preview is not None
    assert pages > 5
    assert view.preview.document.pageCount() == pages
    assert view.preview.page.text().endswith(f"{pages}\u2069")
    assert view.sign_button.isEnabled()
    assert list(tmp_path.rglob("*.pdf")) == []


def test_a_title_that_is_cut_in_the_outline_keeps_its_own_direction(qtbot: QtBot):
    preview = Preview()
    qtbot.addWidget(preview)

    shown = preview.outline.itemDelegate().displayText("Liasse de coopération", QLocale())

    assert shown == "\u2068Liasse de coopération\u2069"


def test_the_outline_of_the_pages_leads_to_each_part_by_keys(desk: AppController, qtbot: QtBot, vault: Path):
    _, view = export_page(desk, qtbot, vault)
    pages = prepare(desk, qtbot, view)
    preview = view.preview
    assert preview is not None
    outline, navigator = preview.outline, preview.view.pageNavigator()
    assert outline.isVisible()

    preview.outline_button.click()
    seen, titles = [navigator.currentPage()], [str(outline.currentIndex().data())]
    for _ in range(preview.bookmarks.rowCount() - 1):
        qtbot.keyClick(outline, Qt.Key.Key_Down)
        seen.append(navigator.currentPage())
        titles.append(str(outline.currentIndex().data()))
    qtbot.keyClick(outline, Qt.Key.Key_Home)
    back = navigator.currentPage()
    lines = [preview.bookmarks.index(row, 0) for row in range(preview.bookmarks.rowCount())]
    named = [each.data(QPdfBookmarkModel.Role.Page) for each in lines]
    preview.clear()

    assert len(seen) > 3
    assert all(titles)
    assert seen == named == sorted(seen)
    assert 0 < seen[-1] < pages
    assert back == seen[0]
    assert not outline.isVisible()


def test_the_signed_file_is_accepted_by_the_verifier_and_its_findings_are_shown(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view = export_page(desk, qtbot, vault)
    prepare(desk, qtbot, view)
    view.sign_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, SignDialog)
    target = tmp_path / "bundle.pdf"
    dialog.target.setText(str(target))

    with qtbot.waitSignal(view.model.signed, timeout=60_000) as signed:
        dialog.main_button.click()
    settle(desk, qtbot)

    findings = signed.args[0].findings
    assert verdict(findings) is Standing.HOLDS
    shown = [label.text() for label in view.result.findChildren(Label)]
    assert all(finding_text(finding) in shown for finding in findings)
    desk.end()
    trusted = (root_fingerprint(vault),)
    assert verdict(check_file(Request(file=target, fingerprints=trusted))) is Standing.HOLDS


def test_a_wrong_passphrase_of_the_interpreter_signs_nothing_and_is_typed_again(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view = export_page(desk, qtbot, vault)
    view.certifier.setCurrentIndex(1)
    prepare(desk, qtbot, view)
    view.sign_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, SignDialog)
    target = tmp_path / "bundle.pdf"
    dialog.target.setText(str(target))
    dialog.passphrase.setText(INTERPRETER_PASSPHRASE + " no")

    with qtbot.waitSignal(view.model.refused, timeout=60_000) as refused:
        dialog.main_button.click()
    settle(desk, qtbot)

    assert refused.args == [sentence(WrongCertifierPassphraseError(""))]
    assert dialog.notice.sentence.text() == refused.args[0]
    assert dialog.isVisible()
    assert not target.exists()
    assert view.sign_button.isEnabled()

    dialog.passphrase.setText(INTERPRETER_PASSPHRASE)
    with qtbot.waitSignal(view.model.signed, timeout=60_000) as signed:
        dialog.main_button.click()
    settle(desk, qtbot)

    assert verdict(signed.args[0].findings) is Standing.HOLDS
    assert target.exists()
    assert not view.sign_button.isEnabled()


def test_an_interpreter_certifies_before_the_judge_approves(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view = export_page(desk, qtbot, vault)
    view.certifier.setCurrentIndex(1)
    prepare(desk, qtbot, view)
    view.sign_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, SignDialog)
    dialog.target.setText(str(tmp_path / "bundle.pdf"))
    dialog.passphrase.setText(INTERPRETER_PASSPHRASE)

    with qtbot.waitSignal(view.model.signed, timeout=60_000) as signed:
        dialog.main_button.click()
    settle(desk, qtbot)

    assert verdict(signed.args[0].findings) is Standing.HOLDS
    assert (tmp_path / "bundle.pdf").read_bytes().count(b"/ByteRange") == 2


def test_an_existing_file_is_never_written_over(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view = export_page(desk, qtbot, vault)
    prepare(desk, qtbot, view)
    target = tmp_path / "bundle.pdf"
    target.write_bytes(b"mine")
    view.sign_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, SignDialog)
    dialog.target.setText(str(target))

    dialog.main_button.click()

    assert dialog.isVisible()
    assert said_at(dialog.target)
    assert target.read_bytes() == b"mine"


def test_a_record_that_is_not_signed_stands_grey_with_the_reason_and_is_never_chosen(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = export_page(desk, qtbot, vault)
    items = [view.interviews.model().index(number, 0) for number in range(view.interviews.count())]
    draft = next(item for item in items if "I-99" in item.data())
    before = view.interviews.chosen()

    qtbot.mouseClick(
        view.interviews.viewport(),
        Qt.MouseButton.LeftButton,
        pos=view.interviews.visualRect(draft).topLeft() + QPoint(12, 12),
    )
    view.interviews.toggle()
    every = view.interviews.chosen()

    assert "not signed yet (draft)" in draft.data()
    assert draft.data(Qt.ItemDataRole.ForegroundRole) == QColor(theme.tokens().muted)
    assert not draft.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert draft.data(Qt.ItemDataRole.UserRole) not in before + every
    assert len(every) == len(items) - 1


def test_purpose_and_recipient_come_first_and_no_list_cuts_its_last_entry(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = export_page(desk, qtbot, vault)
    order = [view.purpose, view.recipient, view.interviews, view.exhibits, view.languages, view.certifier]
    heights = [part.mapTo(view, QPoint(0, 0)).y() for part in order]

    assert heights == sorted(heights)
    assert view.home == (view.purpose,)
    for box in view.lists:
        rows = min(box.count(), MOST_ROWS)
        last = box.visualRect(box.model().index(rows - 1, 0)) if rows else box.viewport().rect()
        assert box.viewport().rect().contains(last)


def test_an_exhibit_that_is_registered_is_offered_at_once_and_what_was_left_out_stays_out(
    desk: AppController, qtbot: QtBot, vault: Path
):
    case = first_case(vault)
    session = reopen(vault)
    known = exhibits.list_exhibits(session, case.id)[0]
    session.close()
    window, view = export_page(desk, qtbot, vault)
    before = view.exhibits.count()
    exhibit = replace(known.exhibit, number="E-77")
    act = Act(
        action=CustodyAction.SEIZED,
        occurred_at=SystemClock().read().at,
        actor="Claire Delvaux",
        reason="Found in the drawer",
    )

    window.exhibits.model.register(exhibit, act)
    settle(desk, qtbot)

    assert view.exhibits.count() == before + 1
    assert len(view.exhibits.chosen()) == 2


def test_what_was_written_for_one_case_does_not_stay_for_another(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window, view = export_page(desk, qtbot, vault)
    prepare(desk, qtbot, view)
    case = window.cases.rows.rows[0].case
    with qtbot.waitSignal(window.cases.model.added, timeout=10_000) as added:
        window.cases.model.open_case(replace(case, reference="2026/0002"))

    window.show_case(added.args[0])
    settle(desk, qtbot)

    assert view.purpose.text() == view.recipient.text() == ""
    assert view.right.currentWidget() is view.empty
    assert view.preview is not None
    assert view.preview.document.pageCount() == 0
    assert not view.sign_button.isEnabled()
    assert view.exhibits.count() == 0


def test_without_purpose_and_recipient_nothing_is_prepared(desk: AppController, qtbot: QtBot, vault: Path):
    _, view = export_page(desk, qtbot, vault)
    view.recipient.clear()

    view.prepare_button.click()

    assert said_at(view.recipient) == "Please write who receives the bundle."
    assert said_at(view.purpose) == ""
    assert not desk.jobs.is_busy


def test_what_a_check_advises_is_not_called_unknown(desk: AppController, qtbot: QtBot, vault: Path):
    _, view = export_page(desk, qtbot, vault)

    view.model.checked.emit(
        (
            holds("interviews-signed", count=1),
            unknown("record-annulled", numbers=("I-1",)),
            broken("reason-missing"),
        )
    )

    shown = [view.rows.index(row, 0).data() for row in range(3)]
    assert [text.strip("\u2066\u2068\u2069") for text in shown] == ["Note", "Warning", "Blocking"]


def test_the_exhibits_are_listed_before_everything_else_that_is_offered_is_read(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = export_page(desk, qtbot, vault)
    listed: list[str] = []
    view.model.offered_exhibits.connect(lambda found, first: listed.append(f"{len(found)} {first}"))
    view.model.offered.connect(lambda _: listed.append("the rest"))

    view.reload()
    settle(desk, qtbot)

    assert listed == [f"{view.exhibits.count()} True", "the rest"]
    assert view.exhibits.count()


def test_nothing_that_was_struck_out_is_offered(desk: AppController, qtbot: QtBot, vault: Path):
    session = reopen(vault)
    case = cases.list_cases(session)[0].case
    before = {each.value for each in offer_of(session, case).further}
    first, *others = exhibits.list_bare_exhibits(session, case.id)
    struck = people.list_interpreters(session, case.id)[0]
    corrections.strike_out(session, "interpreter", struck.id, "Of another case")
    corrections.strike_out(session, "exhibit", first.id, "Registered twice")
    session.close()

    _, view = export_page(desk, qtbot, vault)

    offered, further = ({entry.value for entry in box.ticks.entries} for box in (view.exhibits, view.further))
    assert before - further == {struck.id}
    assert offered == {each.id for each in others}


@pytest.mark.parametrize(("at", "said"), [("XXXX", "date unknown"), ("2025-03", "March 2025")])
def test_a_transaction_is_offered_by_its_date_in_words(at: str, said: str):
    paid = Transaction(
        id=RowId("T"),
        case_id=CaseId("C"),
        from_account_id=None,
        to_account_id=None,
        at=PartialDate(at),
        amount="300.00",
        currency="EUR",
    )

    assert called(paid) == f"\u2068{said}\u2069  \u2068300.00\u2069"


def test_an_entry_without_a_number_is_offered_by_what_it_is_about():
    """Before, the list had an empty line for an attribution and for a figure of pay."""
    person, case = PersonId("P"), CaseId("C")
    known = {"P": SimpleNamespace(code="V-01"), "O": a_place(case), "A": SimpleNamespace(number="BK-1")}
    entries = (
        a_stay(case, person, "O", since=PartialDate("2025-03")),
        money.attribution(case, AccountId("A"), holder="S-02"),
        money.pay_figure(case, person, amount="214.60"),
    )

    said = [called(each, known).translate(dict.fromkeys((0x2068, 0x2069))) for each in entries]

    assert said == ["V-01, AD-1  March 2025", "BK-1  S-02", "V-01  214.60"]


def test_a_long_name_of_the_second_person_makes_no_form_wider_than_its_column(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.go(4)
    settle(desk, qtbot)
    view = window.export
    for box in (view.second.colleague, view.certifier):
        box.addItem("Anna-Maria van der Bewaarder-Vandenhove (evidence custodian)")
        box.setCurrentIndex(box.count() - 1)
    view.second._know((), "")
    view.second._form.setRowVisible(view.second.colleague, True)
    settle(desk, qtbot)

    area = next(each for each in view.findChildren(Scrolled) if each.isAncestorOf(view.second))
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_each_warning_that_wants_a_reason_is_refused_at_a_field_for_it(qtbot: QtBot):
    """A rule of which the form asked nothing would end the way."""
    page = QWidget()
    qtbot.addWidget(page)
    form = Form()
    page.setLayout(form)
    reasons = LeavingReasons(form, page)
    page.show()

    assert ASKED.keys() == reasons.warned.keys()
    for rule, field in reasons.warned.items():
        reasons.ask(rule, f"write why ({rule})")
        assert field.isVisible()
        assert said_at(field) == f"write why ({rule})"
        take_back(page)
        reasons.rest()
        assert not field.isVisible()
