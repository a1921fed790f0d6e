"""The walk through language work: the jobs of a case, and one job."""

from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt

from tests.support.controllers import INTERPRETER_PASSPHRASE, reopen
from tests.support.vaults import passphrase
from tests.support.walk import PERLA, Walk
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.ids import JobId
from thb_desktop.domain.language_work import RenderingVersion
from thb_desktop.domain.vocabulary import (
    AnnotationBasis,
    AnnotationCode,
    RenderingState,
    SourceForm,
    TranslationType,
    VerdictKind,
)
from thb_desktop.findings import unknown
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import annotations, doubts, jobs, safety, versions
from thb_desktop.services.language.templates import neutral_draft
from thb_desktop.services.office import users
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews
from thb_desktop.vault.tables import registry
from ui.language_office.certificates.dialogs import CertifyAtDesk
from ui.language_office.certificates.wordings import WordingDialog
from ui.language_office.revision.verdict import VerdictDialog
from ui.language_office.view import LanguageView
from ui.language_work.certifying import CertifyingModel, Checked
from ui.language_work.place_dialog import PlaceDialog
from ui.main_window import MainWindow

_RENDERED = (
    "Je suis venue avec un homme qui disait s'appeler Samer, il y a 3 ans.",
    "Il a pris mon passeport à l'aéroport.",
)

_OTHERWISE = "J'étais venue avec un homme qui se faisait appeler Samer, il y a 3 ans."


def prepare(vault: Path) -> None:
    """A job on the Arabic draft: one turn checked by its linguist, one typed for them, a question asked."""
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
                made_from=SourceForm.ELECTRONIC_FILE,
            ),
        )
        turns = list(jobs.get_job(session, job.id).sources.items())
        made = [
            versions.write_version(session, job.id, turn, text)
            for (turn, _), text in zip(turns, _RENDERED, strict=False)
        ]
        guest = users.signer_of(session, linguist.user_id, passphrase(INTERPRETER_PASSPHRASE))  # type: ignore[arg-type]
        said = [(each, "Tel que dit") for each in doubts.check_versions(session, job.id, made[:1])]
        versions.sign_versions(
            session, job.id, made[:1], said, state=RenderingState.SELF_CHECKED, signer=guest.keys.signer
        )
        guest.keys.close()
        other = next(each for each in people.list_interpreters(session, case.id) if each.id != linguist.id)
        beside = jobs.open_job(
            session,
            jobs.NewJob(
                interview_id=held.id,
                target_language="fr",
                linguist_id=other.id,
                translation_type=TranslationType.SWORN_WRITTEN,
                purpose="seconde lecture",
            ),
        )
        versions.write_version(session, beside.id, turns[0][0], _OTHERWISE)
        safety.raise_safety_flag(
            session, held.id, "Elle regarde la porte et baisse la voix.", interpreter_id=linguist.id
        )
        _leave_a_note_behind(session, job.id, made[1])
        turn, text = turns[1]
        annotations.annotate(
            session,
            job.id,
            annotations.NewAnnotation(
                segment_id=turn,
                anchor=Anchor.of_text(turn, text, 0, len(text.split()[0])),
                code=AnnotationCode.QUERY,
                basis=AnnotationBasis.KNOWLEDGE,
                language="fr",
                text="Est-ce le passeport de la pièce E-05, ou un autre ?",
            ),
        )


def _leave_a_note_behind(session: Session, job_id: JobId, version: RenderingVersion) -> None:
    """Note something at words that do not stand in the next wording."""
    start = version.text.index("à l'aéroport")
    annotations.annotate(
        session,
        job_id,
        annotations.NewAnnotation(
            segment_id=version.segment_id,
            anchor=Anchor.of_text(version.id, version.text, start, len(version.text) - 1),
            code=AnnotationCode.AMBIGUOUS,
            basis=AnnotationBasis.KNOWLEDGE,
            language="",
            text="ou : au port",
        ),
    )
    versions.write_version(session, job_id, version.segment_id, "Il a pris mon passeport à l'arrivée.")


def language(walk: Walk, vault: Path) -> None:
    """The jobs of the case, and one of them."""
    main = walk.enter(vault)
    walk.show_case(main, PERLA)
    main.go(7)
    page = main.pages.of(LanguageView)
    walk.rest()
    walk.grab(main, "language-jobs")
    job = page.panel.rows.rows[0].job
    page.panel.show_record(job.interview_id)
    page.jobs_model.list_jobs()
    walk.rest()
    walk.dialog(page.panel.new_button.click, "dialog-new-job")
    walk.dialog(page.panel.change_button.click, "dialog-change-job")
    walk.dialog(page.panel.assign_button.click, "dialog-assign-job")
    page.open_job(job.id)
    walk.rest()
    walk.grab(main, "language-job")
    page.job.go_to(1)
    walk.rest()
    walk.grab(main, "language-note-left")
    left = page.job.side.panel.notes.item(0)
    version = page.job.chosen_version()
    if left is not None and version is not None:
        note = left.data(Qt.ItemDataRole.UserRole)
        walk.draw(PlaceDialog(main, note, version, "fr"), "dialog-place-note")
    page.job.table.edit_side(1)
    editor = page.job.table.delegate.editor
    if editor is not None:
        editor.insertPlainText(" Je ne l'ai plus revu.")
    walk.grab(main, "language-typing")
    page.job.table.end_editing()
    walk.rest()
    page.job.write()
    walk.rest()
    page.job.sign_button.setEnabled(True)
    walk.dialog(page.job.sign_button.click, "dialog-sign-versions")
    walk.dialog(page.job.withdraw_button.click, "dialog-withdraw-version")
    walk.dialog(page.job.certificate_button.click, "dialog-certificate-stops")
    _compare(walk, main, page)
    page.job.back_button.click()
    walk.rest()
    walk.dialog(page.panel.glossary_button.click, "dialog-glossary")
    walk.dialog(page.panel.wordings_button.click, "dialog-wordings")
    walk.dialog(page.panel.concerns_button.click, "dialog-concerns")
    walk.draw(WordingDialog(main, page.wordings, None), "dialog-wording")


def _compare(walk: Walk, main: MainWindow, page: LanguageView) -> None:
    """Two jobs on one turn, side by side, and the word of a second linguist."""
    page.job.go_to(0)
    page.job.compare_button.click()
    walk.rest()
    walk.grab(main, "language-compare")
    found, version = page.model.found, page.job.chosen_version()
    if found is not None and version is not None:
        verdict = VerdictDialog(main, page.model, found, version, VerdictKind.DISPUTES)
        verdict.reviser.setCurrentIndex(0)
        walk.draw(verdict, "dialog-verdict")
        certifying = CertifyingModel(walk.desk.jobs, found.job.id, main)
        dialog = CertifyAtDesk(main, certifying, found)
        walk.rest()
        certifying.checked.emit(Checked(findings=(unknown("V-T-06.empty"),)))
        certifying.drafted.emit(neutral_draft("fr"))
        walk.draw(dialog, "dialog-certificate")
    page.compare.back_button.click()
    walk.rest()
