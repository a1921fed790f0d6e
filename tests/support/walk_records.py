"""The walk through what a clerk works with: cases, interviews, exhibits, custody, export, health."""

import hashlib
import tempfile
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from PySide6.QtWidgets import QDialog

from tests.support import walk_checking
from tests.support.controllers import INTERPRETER_PASSPHRASE
from tests.support.offices import BEGIN
from tests.support.packages import THERE
from tests.support.papers import CODE
from tests.support.recipients import holder
from tests.support.transfers import answer
from tests.support.vaults import OTHER_PASSPHRASE
from tests.support.walk import NOTHING, Walk
from tests.support.walk_sources import sources
from tests.support.walk_viewer import viewer
from thb_desktop.domain.cooperation_codes import MeasureKind, PartyKind
from thb_desktop.domain.disclosure import CONTENT, Disclosure
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.finance_codes import StatementFormat
from thb_desktop.domain.ids import (
    AgentId,
    CaseId,
    ExhibitId,
    FileId,
    InterpreterId,
    InterviewId,
    ObjectId,
    RowId,
)
from thb_desktop.domain.intake import IntakeRun, Left, LeftBecause, Met, SameFile
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.masked_text import separator_of
from thb_desktop.domain.package import Recipient
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.second_person import Seconded
from thb_desktop.domain.signing_copy import SigningCopy
from thb_desktop.domain.taking_out import TakenOut
from thb_desktop.domain.vocabulary import (
    ClaimKind,
    CustodyAction,
    RecipientKind,
    RecordDecisionKind,
    RedactionReason,
)
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.bundling.copy_making import LaidCopy
from thb_desktop.services.bundling.taking_out import Receipt
from thb_desktop.services.evidence.intake import Amount, IntakeResult
from thb_desktop.services.packaging.begun import Terms
from thb_desktop.services.packaging.continuing import BegunPackage
from thb_desktop.services.packaging.folders import Closed
from thb_desktop.services.packaging.packages import PackageOptions, PreparedPackage
from ui.cases.details import CaseDetails
from ui.cases.entries import ACCOUNTS, LISTS, PERSONS, TRANSACTIONS
from ui.cases.persons.claim_dialogs import ClaimDialog
from ui.cases.persons.view import PersonDialog
from ui.cases.shared import SharedDialog
from ui.custody.record_event import RecordEventDialog
from ui.custody.rehash import IntervalDialog
from ui.exhibits.descriptions import DescriptionsDialog
from ui.exhibits.going_out import GoingOutModel
from ui.exhibits.going_out_dialogs import ReceiptDialog, TakeOutDialog
from ui.exhibits.intake import Step
from ui.exhibits.left_dialog import LeftDialog
from ui.exhibits.register import RegisterDialog
from ui.exhibits.same_bytes import SameBytesDialog
from ui.exhibits.statement import TakeOverDialog
from ui.exhibits.statement_model import StatementModel
from ui.export.close_dialog import ClosedDialog
from ui.export.closing import ClosedFolder
from ui.export.copy_dialog import CopyDialog
from ui.export.draft_dialog import DraftDialog
from ui.export.masks_dialog import MasksDialog
from ui.export.package_dialogs import PackageDialog, ReleaseDialog
from ui.export.packaging import PackagingModel
from ui.export.places import Ordered, PlacesModel
from ui.export.places_dialog import PlacesDialog
from ui.export.refusing import RefuseReleaseDialog
from ui.export.version_part import VersionPart
from ui.export.versions import Draft, Items, Span
from ui.export.view import ExportView
from ui.forms.entry_dialog import EntryDialog
from ui.health.anchors import CompareCodeDialog
from ui.interviews.certify import CertifyDialog
from ui.interviews.checked_by import CheckedByDialog
from ui.interviews.decisions import DecisionsMenu
from ui.interviews.formalities import FormalitiesPage
from ui.interviews.paper import PaperDialog
from ui.interviews.rendered_by import RenderedByDialog
from ui.interviews.rendering_kind import RenderingKindDialog
from ui.interviews.sign_record import SignDialog
from ui.interviews.view import InterviewsView
from ui.main_window import MainWindow
from ui.partners.recipient_dialog import PlaceDialog, RecipientDialog
from ui.partners.recipients_model import NewRecipient
from ui.preferences.keys import KeysDialog
from ui.preferences.view import SettingsDialog, ShortcutsDialog
from ui.start_window import StartWindow
from ui.transcript.rows import At
from ui.widgets.dates import DateField, now

HEARD_TEXT = "Il a pris mon passeport à l'aéroport."


def _open_shared(details: CaseDetails) -> None:
    case = details.full.case
    SharedDialog(details, details._model.jobs, case).open()


def _take(dialog: QDialog) -> None:
    """The main button, while something is missing or wrong: the refusal is looked at."""
    dialog.main_button.click()  # type: ignore[attr-defined]


def _tick_measures(walk: Walk, part: str, dialog: QDialog) -> None:
    """All measures of the form of an order are ticked, and one part of the form is in view."""
    assert isinstance(dialog, EntryDialog)
    dialog.form.set_values(measure_kinds=tuple(MeasureKind))
    walk.rest()
    dialog.form.go_to(part)


def _mistype_dates(dialog: QDialog) -> None:
    for field in dialog.findChildren(DateField):
        field.edit.setText("31.2.2026")
        field.read()
    _take(dialog)


def start(walk: Walk, window: StartWindow) -> None:
    walk.grab(window, "unlock")
    window.unlock.new_vault.click()
    walk.grab(window, "wizard-1")
    wizard = window.wizard
    wizard.office.setText("Cabinet d'instruction 0")
    wizard.name.setText("Claire Delvaux")
    wizard.role.setCurrentIndex(0)
    wizard.drafts.setCurrentIndex(0)
    wizard.forward[0].click()
    wizard.passphrase.setText("amber canal lantern")
    walk.grab(window, "wizard-2")
    wizard.proposal.button.click()
    walk.grab(window, "wizard-2-proposed")
    wizard.show_code("R7KQ2-9MZ4T-0HXW8-C3VBN-5JPFD-6SG1Y-4ETA9")
    walk.grab(window, "wizard-3")
    wizard.forward[2].click()
    walk.grab(window, "wizard-4")
    wizard.left.emit()
    window.unlock.notice.tell(window.unlock.tr("The passphrase is wrong."))
    walk.grab(window, "unlock-refused")
    window.unlock.notice.clear()


def cases(walk: Walk, main: MainWindow) -> None:
    view = main.cases
    details = view.details
    walk.grab(main, "cases")
    walk.dialog(view.new_button.click, "dialog-new-case")
    walk.dialog(view.new_button.click, "dialog-new-case-refused", _mistype_dates)
    walk.dialog(details.acts.correct_button.click, "dialog-correct-case")
    walk.dialog(details.buttons.chronology_button.click, "dialog-chronology", lambda _: walk.rest())
    for name in LISTS:
        details.sections.open(name)
        walk.rest()
        details.tables[name].choose_row(0)
        walk.grab(main, f"cases-{name}")
        walk.dialog(details.buttons.add_button.click, f"dialog-add-{name}")
        if name == "instruments":
            for part in ("measure_kinds", "listed_offence", "part_answers", "available_at_home"):
                at = partial(_tick_measures, walk, part)
                walk.dialog(details.buttons.add_button.click, f"dialog-add-{name}-{part}", at)
        if name == ACCOUNTS:
            walk.dialog(details.buttons.add_button.click, f"dialog-add-{name}-refused", _take)
        if name in (PERSONS, ACCOUNTS):
            walk.dialog(details.buttons.links_button.click, f"dialog-links-{name}", lambda _: walk.rest())
        if name == ACCOUNTS:
            walk.dialog(lambda: _open_shared(details), "dialog-shared", lambda _: walk.rest())
        if name == TRANSACTIONS:
            walk.dialog(details.buttons.flow_button.click, "dialog-money-flow", lambda _: walk.rest())
        if details.chosen() is not None:
            walk.dialog(details.acts.correct_button.click, f"dialog-correct-{name}")
    details.sections.open(PERSONS)
    walk.rest()
    details.tables[PERSONS].choose_row(0)
    walk.dialog(details.buttons.reveal_button.click, "dialog-reveal")
    walk.dialog(details.buttons.roles_button.click, "dialog-roles")
    _person(walk, main)
    details.tables[PERSONS].choose_row(0)
    _corrections(walk, main)
    walk.draw(SettingsDialog(main, walk.desk.settings), "dialog-settings")
    walk.draw(ShortcutsDialog(main), "dialog-keys")
    walk.draw(KeysDialog(main, {"F2": "F11"}), "dialog-change-keys")


def _person(walk: Walk, main: MainWindow) -> None:
    """A person without papers, and every dialog about them."""
    details = main.cases.details
    table = details.tables[PERSONS]
    table.choose_row(details.lists[PERSONS].row_of(lambda row: row.code == CODE))
    walk.grab(main, "cases-persons-without-papers")
    details.buttons.person_button.click()
    walk.rest()
    person = walk.opened()
    assert isinstance(person, PersonDialog)
    walk.grab(person, "person")
    walk.dialog(person.add_button.click, "person-add-claim")
    walk.dialog(person.add_button.click, "person-add-claim-kinship", _choose_kinship)
    person.claim_table.choose_row(0)
    walk.dialog(person.source_button.click, "person-source")
    walk.dialog(person.correct_button.click, "person-correct-claim")
    walk.dialog(person.reword_button.click, "person-correct-words")
    walk.dialog(person.words_button.click, "person-reveal-words")
    walk.dialog(person.history_button.click, "person-history")
    walk.question(person.withdraw_button.click, "person-withdraw")
    walk.question(person.use_button.click, "person-use")
    walk.dialog(person.age_button.click, "person-age")
    walk.dialog(person.merge_button.click, "person-merge")
    walk.dialog(person.merge_button.click, "person-merge-refused", _take)
    person.link_table.choose_row(0)
    walk.dialog(person.split_button.click, "person-split")
    person.link_table.choose_row(1)
    walk.question(person.decline_button.click, "person-decline")
    person.reject()
    walk.rest()


def _choose_kinship(dialog: QDialog) -> None:
    assert isinstance(dialog, ClaimDialog)
    dialog.kind.set_values(kind=ClaimKind.KINSHIP)


def _corrections(walk: Walk, main: MainWindow) -> None:
    """An entry is corrected and struck out; its history is read."""
    details = main.cases.details
    details.acts.correct_button.click()
    walk.rest()
    dialog = walk.opened()
    if not isinstance(dialog, EntryDialog) or dialog.reason is None:
        raise TypeError
    dialog.form.set_values(code="PER-100")
    dialog.reason.setText("Pseudonyme attribué deux fois, voir procès-verbal 12/2026")
    dialog.main_button.click()
    walk.rest()
    walk.dialog(details.acts.history_button.click, "dialog-history")
    walk.question(details.acts.strike_button.click, "dialog-strike-out")
    person = details.chosen()
    main.cases.model.strike_out("person", person.id, "Saisie en double")
    walk.rest()
    walk.grab(main, "cases-struck")


def interviews(walk: Walk, main: MainWindow) -> None:
    view = main.interviews
    view.list.choose_row(view.rows.row_of(lambda found: found.interview.is_signed))
    walk.grab(main, "interviews-signed")
    view.record.tabs.setCurrentIndex(1)
    for number, key in enumerate(view.record.rows.keys):
        view.record.rows.parts.setCurrentRow(number)
        walk.grab(main, f"interviews-signed-{key}")
    rows = view.record.rows
    rows.parts.setCurrentRow(rows.keys.index("interpreter_engagement"))
    rows.panels["interpreter_engagement"].table.choose_row(0)
    walk.dialog(rows.panels["interpreter_engagement"].read_button.click, "dialog-row-in-full")
    walk.dialog(view.record.head.supplement_button.click, "dialog-supplement")
    walk.dialog(view.record.head.rectify_button.click, "dialog-rectification")
    decisions = view.record.head.decision_button.menu()
    assert isinstance(decisions, DecisionsMenu)
    for kind in (RecordDecisionKind.RESTRICTED, RecordDecisionKind.ANNULLED):
        walk.dialog(decisions.acts[kind].trigger, f"dialog-decision-{kind.value.lower()}")
    view.record.tabs.setCurrentIndex(0)
    view.list.choose_row(view.rows.row_of(lambda found: not found.interview.is_signed))
    walk.rest()
    table = view.record.table
    table.edit_side(1)
    if table.delegate.editor is not None:
        table.delegate.editor.insertPlainText(HEARD_TEXT)
    walk.grab(main, "interviews-editing")
    table.end_editing()
    walk.grab(main, "interviews-unsaved")
    walk.dialog(view.new_button.click, "dialog-new-interview")
    walk.dialog(view.new_button.click, "dialog-new-interview-refused", _mistype_dates)
    walk.draw(RenderingKindDialog(view, view.model.transcript, 1), "dialog-rendering-kind")
    rows, linguists = view.model.segments.rows, view.model.open_choices.get("interpreter", ())
    walk.draw(RenderedByDialog(view, view.model.desk.acts, rows, 1, linguists), "dialog-rendered-by", _take)
    walk.draw(CheckedByDialog(view, view.model.transcript, rows, 1, linguists), "dialog-checked-by")
    view.record.account.discard_button.click()
    walk.rest()
    _desk(walk, main, view)
    _turns(walk, main, view)
    _certify(walk, main, view)
    _formalities(walk, main, view)
    _sign(walk, main, view)
    _decided(walk, main, view)


def _desk(walk: Walk, main: MainWindow, view: InterviewsView) -> None:
    """The row in which the next turn is typed, a code in it, the guide, and the line that finds."""
    row, account = view.record.entry, view.record.account
    row.take_focus()
    row.fields[-1].insertPlainText(HEARD_TEXT)
    walk.rest()
    walk.grab(main, "interviews-desk")
    _recording(walk, main, view)
    row.fields[-1].setPlainText("/c ")
    walk.grab(main, "interviews-code")
    account.guide.turn()
    walk.rest()
    walk.grab(main, "interviews-guide")
    view.record.find_words(replaces=True)
    account.find_bar.wanted.setText(HEARD_TEXT[:4])
    walk.grab(main, "interviews-guide-find")
    account.find_bar.wanted.clear()
    account.find_bar.close_bar()
    account.guide.turn()
    view.record.closer.go_on()
    walk.rest()
    walk.grab(main, "interviews-missing")
    view.record.closer.put_away()
    view.record.find_words(replaces=True)
    walk.grab(main, "interviews-find")
    account.find_bar.close_bar()
    row.fields[-1].clear()
    view.record.keep_drafts()
    walk.rest()


def _recording(walk: Walk, main: MainWindow, view: InterviewsView) -> None:
    """The recording stands in the middle of the turn that is typed."""
    model, strip = view.model.recordings, view.record.account.recording
    if not model.files:
        return
    model.seek(23_400)
    walk.wait(lambda: len(model.peaks) > 600)
    view.model.desk.set_heard(f"{model.files[0].name} 00:00:21.5", f"{model.files[0].name} 00:00:26.0")
    walk.grab(main, "interviews-listening")
    view.model.desk.set_heard("", "")
    strip.show_turn("", "")
    model.choose(2)
    model.seek(2_500)
    walk.wait(lambda: strip.picture._image is not None and len(model.peaks) > 30)
    strip.show_turn(f"{model.files[1].name} 00:00:03", f"{model.files[1].name} 00:00:05.5")
    walk.grab(main, "interviews-film")
    strip.show_turn("", "")
    model.choose(0)
    model.close()
    walk.rest()


def _turns(walk: Walk, main: MainWindow, view: InterviewsView) -> None:
    """What is done with a turn."""
    table, menu = view.record.table, view.record.account.turn_menu
    change, _, _, down, strike = menu.in_draft
    table.setCurrentIndex(table.model().index(0, At.RIGHT))
    walk.grab(main, "interviews-rendering")
    menu.popup(view.record.account.turn_button.mapToGlobal(view.record.account.turn_button.rect().topLeft()))
    walk.grab(menu, "menu-turn")
    menu.close()
    walk.dialog(change.trigger, "dialog-turn")
    walk.question(strike.trigger, "dialog-strike-turn")
    down.trigger()
    walk.rest()
    view.model.desk.acts.strike(view.model.segments.rows[2].segment.id, "Saisi deux fois")
    walk.rest()
    table.setCurrentIndex(table.model().index(2, At.LEFT))
    walk.grab(main, "interviews-struck")


def _certify(walk: Walk, main: MainWindow, view: InterviewsView) -> None:
    """A linguist claims a rendering and certifies it; then its original changes."""
    table, strip = view.record.table, view.record.account.strip
    translated = next(at for at, row in enumerate(view.model.segments.rows) if row.side("fr").rendering)
    table.setCurrentIndex(table.model().index(translated, At.RIGHT))
    for _, linguist in view.model.open_choices["interpreter"]:
        strip.author.setCurrentIndex(strip.author.findData(linguist))
        strip.author.activated.emit(strip.author.currentIndex())
        walk.rest()
        record = view.model.record
        named = record.interpreter(InterpreterId(linguist)) if record is not None else None
        if named is not None and named.user_id is not None:
            break
    walk.grab(main, "interviews-to-certify")
    strip.certify_button.click()
    walk.rest()
    dialog = walk.opened()
    if not isinstance(dialog, CertifyDialog):
        raise TypeError
    walk.rest()
    dialog.wording.setCurrentIndex(dialog.wording.count() - 1)
    dialog.write_button.click()
    walk.rest()
    walk.grab(dialog, "dialog-certify")
    dialog.statement.setPlainText(dialog.statement.toPlainText().replace("[...]", "-"))
    dialog.passphrase.setText(INTERPRETER_PASSPHRASE)
    dialog.main_button.click()
    walk.rest()
    walk.grab(main, "interviews-certified")
    walk.dialog(strip.certification_button.click, "dialog-certification")
    table.edit_side(translated, At.LEFT)
    if table.delegate.editor is not None:
        table.delegate.editor.insertPlainText(" ...")
    view.record.account.save()
    walk.rest()
    walk.grab(main, "interviews-superseded")


def _formalities(walk: Walk, main: MainWindow, view: InterviewsView) -> None:
    """Each part of the header and each kind of row: the page and its form."""
    view.record.tabs.setCurrentIndex(1)
    rows = view.record.rows
    for number, key in enumerate(rows.keys):
        rows.parts.setCurrentRow(number)
        walk.grab(main, f"interviews-{key}")
        part = rows.panels.get(key)
        opens = part.add_button if part is not None else rows.headers[key].change_button
        if not opens.isHidden():
            walk.dialog(opens.click, f"dialog-{key}")
    _lineup(walk, main, rows)
    view.record.tabs.setCurrentIndex(0)


def _lineup(walk: Walk, main: MainWindow, rows: FormalitiesPage) -> None:
    """The event that names a line-up leads to it."""
    rows.parts.setCurrentRow(rows.keys.index("timeline_event"))
    panel = rows.panels["timeline_event"]
    panel.table.choose_row(panel.rows.row_of(lambda each: each.lineup_id is not None))
    walk.grab(main, "interviews-event-of-lineup")
    assert panel.lead_button is not None
    panel.lead_button.click()
    walk.grab(main, "interviews-lineup-shown")


def _sign(walk: Walk, main: MainWindow, view: InterviewsView) -> None:
    """Read back, with a correction; then the warnings before the signature."""
    walk.dialog(view.record.head.close_button.click, "dialog-read-back")
    view.record.head.close_button.click()
    walk.rest()
    dialog = walk.opened()
    if not isinstance(dialog, EntryDialog):
        raise TypeError
    dialog.main_button.click()
    walk.rest()
    walk.grab(main, "interviews-read-back")
    _reading(walk, main, view)
    warnings = tuple(
        Finding(code=code, case=case, standing=Standing.UNKNOWN, values=values)
        for code, case, values in (
            ("V-I-05", "conflict", {}),
            ("V-I-10", "", {"minutes": 120}),
            ("V-I-13", "exploitation-not-known", {}),
        )
    )
    walk.draw(SignDialog(view, view.model, warnings), "dialog-sign-record-warnings", _take)


def _decided(walk: Walk, main: MainWindow, view: InterviewsView) -> None:
    """What was decided about the last signed record, and a note that rectifies it."""
    signed = [at for at, each in enumerate(view.rows.rows) if each.interview.is_signed]
    view.list.choose_row(signed[-1])
    walk.rest()
    told = {
        "reference": "KI 2026/12",
        "decided_by": "Chambre des mises en accusation, Liège",
        "decided_on": PartialDate("2026-05-04"),
        "reason": "La défense n'avait pas été convoquée",
    }
    view.model.seal_record()
    view.model.decide(RecordDecisionKind.RESTRICTED, told)
    walk.rest()
    walk.grab(main, "interviews-restricted")
    rows, record = view.record.rows, view.model.record
    view.record.tabs.setCurrentWidget(rows)
    rows.parts.setCurrentRow(rows.parts.count() - 1)
    walk.grab(main, "interviews-decisions")
    view.record.tabs.setCurrentIndex(0)
    if record is None:
        raise TypeError
    of = record.interview
    about = Interview(
        id=InterviewId(""),
        case_id=of.case_id,
        person_id=of.person_id,
        number=f"{of.number} R",
        language=of.language,
        procedure_language=of.procedure_language,
        lead_interviewer_id=of.lead_interviewer_id,
        authority_id=of.authority_id,
    )
    view.model.begin_later(of.id, about, rectifies=True)
    walk.rest()
    walk.grab(main, "interviews-note")
    walk.dialog(rows.panels["read_back_correction"].add_button.click, "dialog-note-correction", _name_turn)


def _name_turn(dialog: QDialog) -> None:
    """The second turn of the record that is rectified."""
    if not isinstance(dialog, EntryDialog):
        raise TypeError
    turns = dialog.form.editors["segment_id"]
    dialog.form.set_values(segment_id=turns.itemData(2), language="fr")  # type: ignore[attr-defined]


def _reading(walk: Walk, main: MainWindow, view: InterviewsView) -> None:
    """A turn was read, the next is corrected; the closing list is gone through."""
    table, part = view.record.table, view.record.account.reading
    table.setCurrentIndex(table.model().index(0, At.LEFT))
    table.read_on.emit()
    walk.rest()
    part.correct_chosen()
    part.card.after.insertPlainText("...")
    walk.grab(main, "interviews-correction")
    part.card.dropped.emit()
    view.record.closing.go_on()
    walk.grab(main, "interviews-closing-list")
    walk.dialog(view.record.closing.print_button.click, "dialog-print-to-sign")
    copy = SigningCopy(
        id=RowId(""),
        interview_id=view.model.record.interview.id,
        digest="5088b952" * 8,
        pages=6,
        made_by=AgentId(""),
        at=datetime(2026, 6, 2, 14, 5, tzinfo=UTC),
    )
    walk.draw(PaperDialog(view, view.model, copy, ()), "dialog-signed-paper")


def exhibits(walk: Walk, main: MainWindow) -> None:
    view = main.exhibits
    view.table.choose_row(0)
    walk.grab(main, "exhibits")
    derived = view.rows.row_of(lambda found: found.exhibit.parent_id is not None)
    if derived >= 0:
        view.table.choose_row(derived)
        walk.grab(main, "exhibits-derived")
    view.work._begin(1)
    view.work._advance(_step())
    walk.grab(main, "exhibits-progress")
    view.progress.end()
    walk.dialog(view.card.acts.correct_button.click, "dialog-correct-exhibit")
    walk.dialog(view.card.acts.history_button.click, "dialog-exhibit-history")
    view.table.choose_row(0)
    walk.rest()
    walk.dialog(view.card.described_button.click, "dialog-descriptions")
    view.card.described_button.click()
    walk.rest()
    described = walk.opened()
    if not isinstance(described, DescriptionsDialog):
        raise TypeError
    walk.dialog(described.item_button.click, "dialog-describe-thing")
    walk.dialog(described.capture_button.click, "dialog-describe-capture")
    described.reject()
    walk.rest()
    view.table.choose_row(view.rows.row_of(lambda found: found.files > 0))
    walk.rest()
    walk.grab(main, "exhibits-file")
    (file, *_) = view.model.exhibit.files if view.model.exhibit else ()
    walk.draw(TakeOutDialog(view, GoingOutModel(walk.desk.jobs, file, view)), "dialog-take-out")
    barred = TakeOutDialog(view, GoingOutModel(walk.desk.jobs, file, view))
    walk.rest()
    barred._know(two=True)
    walk.rest()
    barred.said.refuses()
    walk.draw(barred, "dialog-take-out-two")
    if view.model.exhibit is not None:
        walk_checking.kept(walk, view, view.model.exhibit.exhibit, file)
    walk.draw(ReceiptDialog(view, _receipt(), walk.desk.jobs), "dialog-out-receipt")
    statement = TakeOverDialog(view, StatementModel(walk.desk.jobs, CaseId(""), file))
    statement.format.set_value(StatementFormat.CSV.value)
    walk.draw(statement, "dialog-statement")
    walk.draw(LeftDialog(view, _left()), "dialog-not-taken")
    walk.draw(SameBytesDialog(view, _met()), "dialog-same-bytes")
    sources(walk, view, _left())
    viewer(walk, main)
    walk.dialog(view.labels_button.click, "dialog-labels")
    walk.dialog(view.labels_button.click, "dialog-labels-refused", _take)
    walk.dialog(view.new_button.click, "dialog-register", _derive)
    walk.dialog(view.new_button.click, "dialog-register-refused", _refuse_register)


def _step() -> Step:
    done, whole = Amount(4_213, 412_000_000), Amount(10_000, 792_300_000)
    return Step(done=done, whole=whole, rate=38_400_000, left=73)


def _left() -> IntakeResult:
    left = (
        Left(path="Samsung A54/DCIM/.thumbnails", because=LeftBecause.UNREADABLE),
        Left(path="Samsung A54/Android/data/com.whatsapp/files/latest", because=LeftBecause.LINK),
        Left(path="Samsung A54/Download/film.mp4", because=LeftBecause.CHANGED),
    )
    run = IntakeRun(
        id=RowId("r"),
        exhibit_id=ExhibitId("e"),
        given=("Samsung A54",),
        taken=9_997,
        size=792_300_000,
        same=212,
        there=0,
        left_out=(),
        is_whole=True,
        by=AgentId("u"),
        at=BEGIN,
    )
    return IntakeResult(run=run, left=left, met=_met(), stopped_by=None)


def _met() -> tuple[Met, ...]:
    same = SameFile(exhibit_id=ExhibitId("e"), number="E-07", name="IMG_0412.jpg")
    whole = SameFile(exhibit_id=ExhibitId("f"), number="E-02", name="Samsung A54.zip")
    return (
        Met(path="Samsung A54/DCIM/Camera/20260412_101512.jpg", same=same),
        Met(path="Samsung A54/Download/backup.zip", same=whole),
    )


def _file() -> ExhibitFile:
    return ExhibitFile(
        id=FileId("f"),
        exhibit_id=ExhibitId("e"),
        name="whatsapp-export-samer-2026-06.zip",
        media_type="application/zip",
        size=48_212_992,
        sha256="3f" * 32,
        object_id=ObjectId("0" * 32),
        added_at=datetime(2026, 6, 2, 14, 5, tzinfo=UTC),
    )


def _receipt() -> Receipt:
    file = _file()
    taken = TakenOut(
        id=RowId("t"),
        exhibit_id=file.exhibit_id,
        file_id=file.id,
        place="/media/claire/STICK/whatsapp-export-samer-2026-06.zip",
        size=file.size,
        sha256=file.sha256,
        recipient="Institut national de criminalistique",
        state="BE",
        party=PartyKind.EXPERT,
        reason="Examination ordered on 2 June 2026",
        by=AgentId("u"),
        at=datetime(2026, 6, 2, 14, 5, tzinfo=UTC),
        unsearched_because="The clerk looked at every picture in it",
    )
    return Receipt(
        taken=taken,
        case_id=CaseId(""),
        case="2026/0001",
        number="E-05",
        name=file.name,
        by="Claire Delvaux",
        second=Seconded(name="Marc Lejeune"),
        conditions=("To be returned after use, by 1 September 2026",),
    )


def _derive(dialog: QDialog) -> None:
    """An exhibit that was taken from another one, under an instrument."""
    if not isinstance(dialog, RegisterDialog):
        raise TypeError
    dialog.exhibit.set_values(
        parent_id=dialog.exhibit.editors["parent_id"].itemData(1),  # type: ignore[attr-defined]
        instrument_id=dialog.exhibit.editors["instrument_id"].itemData(1),  # type: ignore[attr-defined]
        titles=(("fr", "Copie du téléphone"),),
    )


def _refuse_register(dialog: QDialog) -> None:
    if not isinstance(dialog, RegisterDialog):
        raise TypeError
    dialog.exhibit.set_values(number="E-77", titles=(("fr", "Copie"),))
    _take(dialog)


def custody(walk: Walk, main: MainWindow) -> None:
    view = main.custody
    walk.grab(main, "custody")
    view.table.choose_row(view.rows.row_of(lambda each: each.is_open))
    walk.grab(main, "custody-finding")
    walk.dialog(view.rehash_button.click, "dialog-read-again", lambda _: walk.rest())
    walk.dialog(view.kept_button.click, "dialog-kept-until", lambda _: walk.rest())
    walk.draw(IntervalDialog(view, view.rehash, None), "dialog-reading-interval")

    def of(action: CustodyAction) -> None:
        """Record this kind of event."""
        walk.dialog(
            view.new_button.click,
            f"dialog-event-{action.value.lower().replace('_', '-')}",
            lambda dialog: _choose_action(walk, dialog, action),
        )

    for action in (CustodyAction.TRANSFER_OUT, CustodyAction.CORRECTION, CustodyAction.ERASED):
        of(action)
    view.new_button.click()
    walk.rest()
    dialog = walk.opened()
    _choose_action(walk, dialog, CustodyAction.CORRECTION)
    if not isinstance(dialog, RecordEventDialog):
        raise TypeError
    walk.grab(dialog, "dialog-event-correction-open")
    (corrected, *_) = dialog._model.events_of(dialog.exhibit.value())
    dialog.form.set_values(
        occurred_at=now(),
        actor="Greffe",
        reason="Faute de frappe",
        corrects=corrected.id,
        wrong_value=corrected.actor,
        right_value="+32 470 00 00 61",
    )
    dialog.main_button.click()
    walk.rest()
    found = walk.opened()
    if found is not None:
        walk.grab(found, "dialog-event-refused")
        found.reject()
    view.table.choose_row(view.rows.row_of(lambda each: each.event.action is CustodyAction.CORRECTION))
    walk.grab(main, "custody-correction")


def _choose_action(walk: Walk, dialog: QDialog | None, action: CustodyAction) -> None:
    if not isinstance(dialog, RecordEventDialog):
        raise TypeError
    dialog.form.set_values(action=action)
    walk.rest()


def export(walk: Walk, main: MainWindow) -> None:
    view = main.export
    walk.grab(main, "export")
    view.prepare_button.click()
    walk.grab(main, "export-refused")
    for box in (view.interviews, view.languages):
        box.ticks.tick_all_but([*box.ticks.ticked(), *box.ticks.unticked()][1:])
    view.exhibits.ticks.tick_all_but(())
    view.purpose.setText("EIO")
    view.recipient.setText("DIICOT, București")
    answer(view)
    view.prepare_button.click()
    walk.rest()
    walk.grab(main, "export-identity")
    view.reasons.identities.setText("The court hears the witness")
    view.prepare_button.click()
    walk.rest()
    walk.grab(main, "export-pages")
    view.tabs.setCurrentIndex(1)
    walk.grab(main, "export-checks")
    _version(walk, main, view)
    walk.dialog(view.sign_button.click, "dialog-sign-bundle")
    if (case := view.model.case) is not None:
        asked = RefuseReleaseDialog(view, view.model.jobs, case.id, AgentId("u"), "Piet Bewaarder")
        walk.draw(asked, "dialog-refuse-release")
    with tempfile.TemporaryDirectory() as place:
        view.model.sign(Path(place, "bundle.pdf"), "", OTHER_PASSPHRASE)
        walk.rest()
        walk.grab(main, "export-signed")
        walk.dialog(view.made_button.click, "dialog-signed-bundles")
        walk.dialog(view.result.encrypt_button.click, "dialog-encrypt")
        closed = Closed(size=1, sha256=64 * "a", volumes=1)
        folder = ClosedFolder(
            folder=Path("encrypted"), closed=closed, recipients=2, passphrase="amber canal lantern orchard"
        )
        walk.draw(ClosedDialog(view, folder), "dialog-encrypted")
        _package(walk, view, Path(place))
        walk.dialog(view.result.annex_button.click, "dialog-identity-annex")
        walk.dialog(view.result.note_button.click, "dialog-note-sent")


def _version(walk: Walk, main: MainWindow, view: ExportView) -> None:
    """The dialogs of a version for a recipient, with a masked word, and the page that prints it."""
    part = view.version
    walk.draw(DraftDialog(part, part.model, Items()), "dialog-draw-up-version")
    draft = Draft(
        recipient="DIICOT", purpose="EIO", request=None, basis="Art. 7", interviews=None, exhibits=None
    )
    part.model.draw_up(draft)
    walk.rest()
    walk.grab(main, "export-version")
    version = part.version
    if version is None:
        raise TypeError
    dialog = MasksDialog(part, part.model, version)
    walk.rest()
    of = dialog.rows.rows[0]
    part.model.mask(version, Span(of=of, start=0, end=4), RedactionReason.THIRD_PARTY, "K. Maes")
    walk.rest()
    walk.draw(dialog, "dialog-mask-words")
    _text_of_version(walk, part, dialog, version)
    _files_of_version(walk, part, version)
    part.box.setCurrentIndex(0)
    walk.rest()


def _text_of_version(walk: Walk, part: VersionPart, dialog: MasksDialog, version: Disclosure) -> None:
    """A table of a file with a masked column, and its copy."""
    texts = dialog.rows.rows
    at = next(n for n, each in enumerate(texts) if each.field == CONTENT and separator_of(each.text))
    span = Span(of=texts[at], start=0, end=0)
    part.model.mask_column(version, span, RedactionReason.THIRD_PARTY, "K. Maes")
    walk.rest()
    dialog.table.choose_row(at)
    walk.draw(dialog, "dialog-mask-column")
    files: list[ExhibitFile] = []
    model = PlacesModel(part.model.jobs, part)
    model.listed.connect(lambda found: files.extend(each.file for each in found))
    model.show_version(version)
    walk.wait(lambda: bool(files))
    file = next(each for each in files if each.id == texts[at].row)
    copy = CopyDialog(part, model, _laid(walk, part, version, file))
    walk.draw(copy, "dialog-masked-text")


def _laid(walk: Walk, part: VersionPart, version: Disclosure, file: ExhibitFile) -> "LaidCopy":
    """A copy of a file, as it would leave."""
    laid: list[LaidCopy] = []
    model = PlacesModel(part.model.jobs, part)
    model.version = version
    model.laid.connect(laid.append)
    model.lay_out(file)
    walk.wait(lambda: bool(laid))
    return laid[0]


def _files_of_version(walk: Walk, part: VersionPart, version: Disclosure) -> None:
    """The dialog in which places in files are masked, with one masked and one drawn, and the copy."""
    model = PlacesModel(part.model.jobs)
    dialog = PlacesDialog(part, model, version)
    walk.rest()
    names = [dialog.file.itemText(count) for count in range(dialog.file.count())]
    dialog.file.setCurrentIndex(next(count for count, name in enumerate(names) if ".png" in name))
    walk.wait(lambda: not dialog.sheet.image.isNull())
    chosen = dialog.chosen
    if chosen is None:
        raise TypeError
    order = Ordered(reason=RedactionReason.CHILD, ordered_by="Juge d'instruction K. Maes")
    model.mask(chosen.file, 1, (300, 100, 700, 160), order)
    walk.rest()
    dialog.sheet.put((200, 240, 500, 300))
    walk.draw(dialog, "dialog-mask-files")
    laid = _laid(walk, part, version, chosen.file)
    copy = CopyDialog(part, PlacesModel(part.model.jobs, part), laid)
    walk.wait(lambda: not copy.picture.pixmap().isNull())
    walk.draw(copy, "dialog-masked-copy")


def _package(walk: Walk, view: ExportView, place: Path) -> None:
    """The dialogs of a sealed package, with an addressee and the own office recorded."""
    model = PackagingModel(view.model.jobs, place / "bundle.pdf", view)
    kept = list[tuple[Recipient, ...]]()
    model.recorded.connect(kept.append)
    for kind, name in ((RecipientKind.OWN_OFFICE, "Griffie Antwerpen"), (RecipientKind.ADDRESSEE, "DIICOT")):
        since = view.model.jobs.environment().clock.read().at
        held = holder(ec.generate_private_key(ec.SECP256R1()), place, name, since=since)
        fingerprint = hashlib.sha256(held.certificate).hexdigest()
        new = NewRecipient(
            kind=kind,
            name=name,
            certificate=held.certificate_file,
            fingerprint=fingerprint,
            told="By telephone",
            **(THERE if kind is RecipientKind.ADDRESSEE else {}),
        )
        model.record(new)
        walk.rest()
    walk.draw(RecipientDialog(view, model), "dialog-recipient")
    addressee = next(each for each in kept[-1] if each.kind is RecipientKind.ADDRESSEE)
    walk.draw(PlaceDialog(view, model, addressee), "dialog-recipient-place")
    dialog = PackageDialog(view, model, "fr")
    walk.rest()
    dialog.exhibits.ticks.tick_all_but(())
    dialog.recipients.ticks.tick_all_but(())
    chosen = tuple(RowId(each) for each in dialog.recipients.chosen())
    walk.draw(dialog, "dialog-package")
    dialog = PackageDialog(view, model, "fr")
    walk.rest()
    begun = _begun(place)
    walk.draw(dialog, "dialog-package-begun", lambda _: dialog._show_begun(dialog.place.path(), begun))
    prepared: list[PreparedPackage] = []
    model.prepared.connect(prepared.append)
    model.prepare(
        PackageOptions(
            recipients=chosen,
            words="fr",
            identities_because="Hearing of the victim",
            unsearched_because="All were looked at",
        ),
        place / "package",
    )
    walk.rest()
    walk.draw(ReleaseDialog(view, model, prepared[0], Path("package")), "dialog-release-package")
    model.deleteLater()


def _begun(place: Path) -> BegunPackage:
    """A package that was begun and not finished."""
    terms = Terms(
        id=RowId("k"),
        number="K-2026-004",
        at=BEGIN,
        bundle="3f" * 32,
        sheet="a7" * 32,
        recipients=(),
        without=(),
        words="fr",
        identities_because="",
        unsearched_because="",
        largest=0,
        extract="",
        passphrase="",
        key="",
    )
    return BegunPackage(part=place / "package.part", terms=terms, sealed=b"", whole=3, recorded=None)


def health(walk: Walk, main: MainWindow) -> None:
    walk.grab(main, "health-before")
    main.health.check_button.click()
    walk.rest()
    walk.grab(main, "health")
    walk.draw(CompareCodeDialog(main.health, main.health.model), "dialog-compare-code", _take)


def empty(walk: Walk, main: MainWindow) -> None:
    """Every page of a case in which nothing is entered."""
    walk.show_case(main, NOTHING)
    for number, name in enumerate(("cases", "interviews", "exhibits", "custody", "export")):
        walk.go(main, number)
        if number == 0:
            main.cases.details.sections.open(PERSONS)
        walk.grab(main, f"empty-{name}")


def no_case(walk: Walk, main: MainWindow) -> None:
    """Every page of a vault that was just made."""
    for number in range(main.stack.count()):
        walk.go(main, number)
        walk.grab(main, f"new-vault-{number + 1}")


PAGES = (cases, interviews, exhibits, custody, export, health)
"""In the order of the rail."""
