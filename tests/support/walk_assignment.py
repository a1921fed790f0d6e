"""The walk through what the office gives out, and through the windows of an interpreter."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog

from tests.support.assignments import render_checked
from tests.support.controllers import INTERPRETER_PASSPHRASE, environment, reopen
from tests.support.second_person import asked
from tests.support.vaults import PASSPHRASE, passphrase
from tests.support.walk import PERLA, Walk
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.vocabulary import (
    AnnotationBasis,
    AnnotationCode,
    Conduct,
    TranslationType,
    TwoPersonAct,
    UserRole,
    VerdictKind,
)
from thb_desktop.findings import unknown
from thb_desktop.services.assignments import desk, giving, returning
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import annotations, jobs
from thb_desktop.services.office import users
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews
from thb_desktop.vault.assigned import places_beside
from thb_desktop.vault.tables import registry
from ui.assignment.assign_dialog import AssignDialog
from ui.assignment.office import AssignmentsDialog, CloseDialog
from ui.assignment.office_model import AssignmentsModel, SentPacket
from ui.assignment.opening import HandedOverWindow
from ui.assignment.packet_dialogs import DeclareDialog, OpenPacketDialog, SendBackDialog, SentBackDialog
from ui.assignment.returned import ReturnDialog
from ui.assignment.sending import SendDialog, SentDialog
from ui.assignment.signing import SignWorkDialog
from ui.assignment.view import AssignmentWindow
from ui.language_work.certificate_dialog import CertificateDialog, Certified
from ui.language_work.certifying import CertifyingModel
from ui.language_work.note_dialog import Asked, NoteDialog
from ui.language_work.noting import OFFERED
from ui.language_work.sealed_dialog import ComplaintDialog, SafetyDialog
from ui.language_work.times.dialogs import PlaceAtTimeDialog, TimeNoteDialog
from ui.transcript.rows import At

REVISER, REVISER_PASSPHRASE = "Samira Haddad", "otter canyon velvet nickel harbor"
_SAID = "Je suis venue avec un homme qui disait s'appeler Samer."


def give_out(vault: Path) -> Path:
    """Assign the Arabic draft to its interpreter, who renders one turn; return the folder of the store."""
    with closing(reopen(vault)) as session:
        case = next(each for each in registry.CASE_FILE.all(session.read) if each.reference == PERLA)
        held = interviews.list_interviews(session, case.id)[-1].interview
        linguist = next(each for each in people.list_interpreters(session, case.id) if each.user_id)
        job = jobs.open_job(
            session,
            jobs.NewJob(
                interview_id=held.id,
                target_language="fr",
                linguist_id=linguist.id,
                translation_type=TranslationType.SWORN_WRITTEN,
                purpose="pour le tribunal",
            ),
        )
        giving.assign(
            session,
            job.id,
            due_on=date(2026, 12, 18),
            note="Confidentiel ; noms propres tels quels",
            with_recording=True,
        )
    folder = places_beside(vault)[0].folder
    opened = desk.open_assignment(
        folder, passphrase=passphrase(INTERPRETER_PASSPHRASE), environment=environment()
    )
    with closing(opened) as session:
        _work(session)
        desk.hand_back(session)
    return folder


def _work(session: Session) -> None:
    """One turn is rendered: notes at its words and at a time of the recording, a question to the judge."""
    found = desk.open_job(session)
    turn = next(each for each in found.segments if each.segment.id in found.job.sources).segment
    version = render_checked(session, turn.id, _SAID)
    for code, quoted, text in (
        (AnnotationCode.CULTURAL_NOTE, "un homme", "d\u00e9signe aussi un parent \u00e9loign\u00e9"),
        (AnnotationCode.NAME_SPELLING, "Samer", "aussi \u00e9crit Samir"),
        (AnnotationCode.QUERY, "Samer", "Est-ce la personne du dossier S-02 ?"),
    ):
        start = version.text.index(quoted)
        annotations.annotate(
            session,
            found.job.job.id,
            annotations.NewAnnotation(
                segment_id=turn.id,
                anchor=Anchor.of_text(version.id, version.text, start, start + len(quoted)),
                code=code,
                basis=AnnotationBasis.KNOWLEDGE,
                language="fr",
                text=text,
            ),
        )
    heard = desk.list_recorded(session)[0].file
    annotations.annotate(
        session,
        found.job.job.id,
        annotations.NewAnnotation(
            segment_id=turn.id,
            anchor=Anchor.of_time(heard.id, heard.sha256, 12_400, 15_000),
            code=AnnotationCode.INAUDIBLE,
            basis=AnnotationBasis.OBSERVED,
            language="fr",
            text="une porte claque",
        ),
    )


def revise(vault: Path) -> Path:
    """Assign the job to a second linguist too; return the folder of their store."""
    with closing(reopen(vault)) as session:
        assignment = registry.ASSIGNMENT.all(session.read)[-1]
        review = returning.review_return(session, assignment.id)
        if review.merged is None:
            returning.merge_assignment(session, assignment.id, review)
        user = users.add_user(
            session,
            name=REVISER,
            role=UserRole.INTERPRETER,
            passphrase=passphrase(REVISER_PASSPHRASE),
            own_passphrase=passphrase(PASSPHRASE),
            second=asked(session, TwoPersonAct.ADD_USER),
        )
        known = people.list_interpreters(session, assignment.case_id)[0]
        other = people.add_interpreter(session, replace(known, code="T-SH", name=REVISER, user_id=user.id))
        before = {each.folder for each in places_beside(vault)}
        giving.assign(session, assignment.job_id, interpreter_id=other.id)
    (folder,) = {each.folder for each in places_beside(vault)} - before
    return folder


def reviser_side(walk: Walk, vault: Path, folder: Path) -> None:
    """The window of a second linguist: a turn, the dialog of a dispute, and both versions side by side."""
    walk.desk.start(vault, assignment=folder)
    asks = walk.desk.window
    if not isinstance(asks, HandedOverWindow):
        raise TypeError
    asks.model.open(REVISER_PASSPHRASE)
    walk.wait(lambda: isinstance(walk.desk.window, AssignmentWindow))
    window = walk.desk.window
    if not isinstance(window, AssignmentWindow):
        raise TypeError
    window.resize(1366, 768)
    walk.wait(lambda: bool(window.model.rows.rows))
    walk.rest()
    walk.grab(window, "revision")
    walk.dialog(window.revising.dispute_button.click, "dialog-dispute")
    revising = window.revising.model
    version = window.model.newest_of(window.model.rows.rows[window.table.row()].segment.id)
    if version is not None:
        own = version.text.replace("un homme", "quelqu'un")
        revising.say(version, VerdictKind.DISPUTES, own_text=own, reason="Le mot est plus large.")
    walk.rest()
    walk.grab(window, "revision-disputed")


def office_side(walk: Walk, vault: Path) -> None:
    """The dialogs of the office."""
    main = walk.enter(vault)
    walk.show_case(main, PERLA)
    case = next(each.case for each in main.cases.rows.rows if each.case.reference == PERLA)
    model = AssignmentsModel(walk.desk.jobs, main)
    walk.draw(AssignmentsDialog(main, model, case), "dialog-assignments")
    walk.draw(AssignDialog(main, model, case), "dialog-assign")
    found: list[giving.AssignmentInFull] = []
    model.listed.connect(found.extend)
    model.list(case.id)
    walk.wait(lambda: bool(found))
    walk.draw(CloseDialog(main, model, case, found[0]), "dialog-close-assignment")
    walk.draw(SendDialog(main, model, case, found[0]), "dialog-send-packet")
    told = SentPacket(folder=Path("/media/usb/packet"), root="4f1c" * 16, passphrase=REVISER_PASSPHRASE)
    walk.dialog(SentDialog(main, told).open, "dialog-packet-sent", _has_paper)
    reviews: list[returning.Review] = []
    model.reviewed.connect(reviews.append)
    model.reviewed.connect(lambda review: walk.draw(ReturnDialog(main, model, case, review), "dialog-return"))
    model.review(found[0].assignment.id)
    walk.wait(lambda: bool(reviews))
    walk.rest()
    listed = AssignmentsDialog(main, model, case)
    model.merge(case.id, reviews[0])
    walk.rest()
    walk.draw(listed, "dialog-merged")
    main.go(1)
    walk.rest()
    walk.grab(main, "records-what-waits")


def _has_paper(dialog: QDialog) -> None:
    """The passphrase is written down: the dialog may be left."""
    if isinstance(dialog, SentDialog):
        dialog.awaits_paper = False


def interpreter_side(walk: Walk, vault: Path, folder: Path) -> None:
    """The windows after the screen was handed over."""
    walk.desk.start(vault, assignment=folder)
    asks = walk.desk.window
    if not isinstance(asks, HandedOverWindow):
        raise TypeError
    walk.grab(asks, "handed-over")
    asks.hide()
    packet = HandedOverWindow(walk.desk.jobs, folder, at_office=False)
    packet.show()
    walk.grab(packet, "packet")
    walk.draw(DeclareDialog(packet, walk.desk.jobs), "dialog-declare")
    walk.draw(SendBackDialog(packet, walk.desk.jobs), "dialog-send-back")
    walk.draw(SentBackDialog(packet, "FOQ3-UK64-65D5-Q3UH"), "dialog-sent-back")
    walk.draw(OpenPacketDialog(packet, walk.desk.jobs), "dialog-open-packet")
    packet.hide()
    asks.show()
    asks.model.open(INTERPRETER_PASSPHRASE)
    walk.wait(lambda: isinstance(walk.desk.window, AssignmentWindow))
    window = walk.desk.window
    if not isinstance(window, AssignmentWindow):
        raise TypeError
    window.resize(1366, 768)
    walk.wait(lambda: bool(window.model.rows.rows))
    window.table.edit_side(1, At.RIGHT)
    if window.table.delegate.editor is not None:
        window.table.delegate.editor.setPlainText("Il m'a pris mon passeport")
    walk.grab(window, "assignment")
    window.table.end_editing()
    walk.rest()
    window.table.setCurrentIndex(window.model.rows.index(0, At.RIGHT))
    walk.rest()
    walk.grab(window, "assignment-turn")
    panel, marks = window.side.panel, window.timed.marks
    panel.notes.setCurrentRow(panel.notes.count() - 1)
    marks.set_range("E-91 00:00:12.4", "E-91 00:00:15.0")
    window.recording.model.seek(13_200)
    walk.wait(lambda: len(window.recording.model.peaks) > 600)
    walk.grab(window, "assignment-time")
    heard = Asked(heading=window.tr("Note"), quoted="", codes=OFFERED, languages=("fr", "ar"), near=None)
    timed = TimeNoteDialog(window, heard, marks)
    timed.begin_at_marks()
    walk.draw(timed, "dialog-note-time")
    timed_note = next(each for each in window.model.turns.notes() if each.code is AnnotationCode.INAUDIBLE)  # type: ignore[union-attr]
    walk.draw(PlaceAtTimeDialog(window, timed_note, marks), "dialog-place-time")
    marks.clear()
    window.recording.model.close()
    noted = Asked(heading=window.tr("Note"), quoted="Samer", codes=OFFERED, languages=("fr", "ar"), near=None)
    walk.draw(NoteDialog(window, noted), "dialog-note")
    for code in (AnnotationCode.AMBIGUOUS, AnnotationCode.NONVERBAL_OBSERVED):
        asked = NoteDialog(window, noted)
        asked.code_field.setText(code.value)
        asked.parts.seen[AnnotationCode.NONVERBAL_OBSERVED].boxes[Conduct.POINTS].setChecked(True)
        walk.draw(asked, f"dialog-note-{code.value.lower().replace('_', '-')}")
    walk.draw(SafetyDialog(window, job="T-01", turn="1"), "dialog-concern")
    walk.draw(ComplaintDialog(window, job="T-01", turn="1"), "dialog-complaint")
    walk.dialog(window.hand_back, "dialog-hand-back")
    turn = window.model.rows.rows[1].segment
    differs = unknown(
        "V-T-03.numbers", {"source": "12", "target": "10"}, about=turn.id, label=window.model.labels[turn.id]
    )
    notes = tuple(window.model.turns.notes()) if window.model.turns is not None else ()
    walk.draw(
        SignWorkDialog(window, window.model, (differs,), notes[:1], window.model.labels), "dialog-sign-work"
    )
    found = window.model.found
    if found is not None:
        certifying = CertifyingModel(walk.desk.jobs, found.job.job.id, window)
        certified = Certified(heading=window.tr("Certify the translation"), sentence="")
        walk.draw(CertificateDialog(window, certifying, certified), "dialog-certificate-of-job")
