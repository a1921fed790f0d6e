"""Translations beside a record go into a bundle from the window, with their record alone."""

import subprocess
from contextlib import closing
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.support.controllers import INTERPRETER_PASSPHRASE, reopen, said_at, settle, unlock
from tests.support.language_jobs import checked_version
from tests.support.transfers import answer
from tests.support.vaults import passphrase
from tests.ui.test_export import prepare
from thb_desktop.domain.vocabulary import SourceForm, TranslationType
from thb_desktop.services.case_file import cases
from thb_desktop.services.language import jobs
from thb_desktop.services.office import users
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews
from ui.application import AppController
from ui.export.view import ExportView

RENDERED = "Do you understand the interpreter well?"


def translated(vault: Path) -> None:
    """One turn of the signed record, translated in a job and signed by its linguist."""
    with closing(reopen(vault)) as session:
        case = cases.list_cases(session)[0].case
        record = next(each.interview for each in interviews.list_interviews(session, case.id))
        linguist = next(each for each in people.list_interpreters(session, case.id) if each.user_id)
        job = jobs.open_job(
            session,
            jobs.NewJob(
                interview_id=record.id,
                target_language="ro",
                linguist_id=linguist.id,
                translation_type=TranslationType.SWORN_WRITTEN,
                purpose="for the court",
                made_from=SourceForm.ELECTRONIC_FILE,
            ),
        )
        turn = next(iter(jobs.get_job(session, job.id).sources))
        assert linguist.user_id is not None
        with closing(
            users.signer_of(session, linguist.user_id, passphrase(INTERPRETER_PASSPHRASE)).keys
        ) as keys:
            checked_version(session, job.id, turn, RENDERED, signer=keys.signer)


def chosen(view: ExportView) -> None:
    view.purpose.setText("European Investigation Order")
    view.recipient.setText("Prosecutor, Bucharest")
    answer(view)
    view.second.reason.setText("This office has one magistrate")
    view.reasons.identities.setText("The court hears the witness")
    view.translations.ticks.tick_all_but(())
    view.languages.ticks.tick_all_but([each.value for each in view.languages.ticks.entries[1:]])


def test_a_translation_is_printed_beside_its_record_if_somebody_chose_it(
    desk: AppController, qtbot: QtBot, vault: Path
):
    translated(vault)
    window = unlock(desk, qtbot, vault)
    window.go(4)
    settle(desk, qtbot)
    view = window.export
    nothing = view.translations.chosen()
    (offered,) = view.translations.ticks.entries
    chosen(view)
    view.interviews.ticks.tick_all_but([each.value for each in view.interviews.ticks.entries[1:]])
    pdf: list[bytes] = []
    view.model.prepared.connect(lambda pages, _: pdf.append(bytes(pages)))

    prepare(desk, qtbot, view)

    told = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf[0], check=True, capture_output=True)
    assert nothing == []
    assert "Romanian" in offered.shown
    assert RENDERED in " ".join(told.stdout.decode().split())


def test_a_translation_of_which_nothing_is_signed_cannot_be_chosen_and_says_why(
    desk: AppController, qtbot: QtBot, vault: Path
):
    translated(vault)
    with closing(reopen(vault)) as session:
        case = cases.list_cases(session)[0].case
        signed = jobs.list_jobs_of_case(session, case.id)[0]
        jobs.open_job(
            session,
            jobs.NewJob(
                interview_id=signed.interview_id,
                target_language="de",
                linguist_id=signed.linguist_id,
                translation_type=TranslationType.SWORN_WRITTEN,
                purpose="for the court",
            ),
        )
    window = unlock(desk, qtbot, vault)
    window.go(4)
    settle(desk, qtbot)
    view = window.export

    view.translations.toggle()

    assert [bool(each.barred) for each in view.translations.ticks.entries] == [False, True]
    assert "signed nothing yet" in view.translations.ticks.entries[1].words
    assert view.translations.chosen() == [signed.id]


def test_a_translation_without_its_record_is_refused_at_its_list(
    desk: AppController, qtbot: QtBot, vault: Path
):
    translated(vault)
    window = unlock(desk, qtbot, vault)
    window.go(4)
    settle(desk, qtbot)
    view = window.export
    chosen(view)
    view.exhibits.ticks.tick_all_but([each.value for each in view.exhibits.ticks.entries[1:]])

    view.prepare_button.click()
    settle(desk, qtbot)

    assert "I-01" in said_at(view.translations)
    assert not view.model.is_prepared
