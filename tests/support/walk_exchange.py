"""The walk through the dialogs for files of translators and for transcripts."""

from pathlib import Path

from PySide6.QtWidgets import QDialog

from tests.support.walk import PERLA, Walk
from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.domain.vocabulary import TranslationType
from thb_desktop.exchange.formats import ExchangeFormat
from thb_desktop.exchange.memory.entries import ExchangeConcept, ExchangeTerm
from thb_desktop.exchange.memory.tbx import write_tbx
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import exchange, jobs
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews
from thb_desktop.vault.tables import registry
from ui.exchange.glossary import GlossaryDialog
from ui.exchange.model import ExchangeModel
from ui.exchange.send import SendDialog, SentDialog
from ui.exchange.take_in import TakeInDialog
from ui.interviews.transcripts.dialog import TranscriptDialog
from ui.interviews.transcripts.model import TranscriptModel

_SRT = (
    "1\n00:00:01,000 --> 00:00:04,000\nJuge : Où étiez-vous ?\n\n"
    "2\n00:00:05,000 --> 00:00:09,000\nTémoin: كنت في البيت مع أختي.\n\n"
    "3\n00:00:12,000 --> 00:00:10,000\nJuge : Depuis quand ?\n"
)
_NEW = "<target>Je suis venue avec un homme qui disait s'appeler Samer.</target>"


def dialogs(walk: Walk, vault: Path, folder: Path) -> None:
    """Each dialog as it is opened, and with a file."""
    main = walk.enter(vault)
    walk.show_case(main, PERLA)
    found: list[tuple[LanguageJob, exchange.SentFile]] = []
    walk.desk.jobs.run(main, _job, then=found.append)
    walk.wait(lambda: bool(found))
    job, sent = found[0]
    model = ExchangeModel(walk.desk.jobs, main)
    walk.draw(SendDialog(main, model, job), "dialog-send-job")
    walk.draw(SentDialog(main, model, (sent,)), "dialog-sent-files", _saved)
    returned = folder / sent.name
    returned.write_bytes(sent.data.replace(b"</source>\n", f"</source>\n{_NEW}\n".encode(), 1))
    refused = folder / f"refused-{sent.name}"
    refused.write_bytes(sent.data.replace(b"<source>", b"<source>x"))
    for path, name in ((returned, "dialog-take-in"), (refused, "dialog-take-in-refused")):
        taking = TakeInDialog(main, ExchangeModel(walk.desk.jobs, main), job)
        taking.look_at(path)
        walk.draw(taking, name)
    terms = folder / "terms.tbx"
    words = (ExchangeTerm(language="ar", term="كفيل"), ExchangeTerm(language="fr", term="garant"))
    concept = ExchangeConcept(id="1", definition="Celui qui répond de la dette d'autrui", terms=words)
    terms.write_bytes(write_tbx([concept], title="T", language="fr"))
    glossary = GlossaryDialog(main, ExchangeModel(walk.desk.jobs, main), job.case_id)
    glossary.look_at(terms)
    walk.draw(glossary, "dialog-take-in-glossary")
    transcript = folder / "talk.srt"
    transcript.write_text(_SRT, encoding="utf-8")
    dialog = TranscriptDialog(main, TranscriptModel(walk.desk.jobs, main), job.interview_id)
    dialog.look_at(transcript)
    walk.draw(dialog, "dialog-transcript")


def _saved(dialog: QDialog) -> None:
    """As if its files were saved: closing asks no question."""
    if isinstance(dialog, SentDialog):
        dialog.is_saved = True


def _job(session: Session) -> tuple[LanguageJob, exchange.SentFile]:
    """Open a job on the last record of the case, and send it out."""
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
    (file,) = exchange.send_job(session, job.id, ExchangeFormat.XLIFF, recipient="Bureau", reason="audience")
    return job, file
