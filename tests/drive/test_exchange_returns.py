"""Files of translators come back by real keys: good tables become versions, and what is wrong is named.

Memory and glossary go out beside a job. The glossary comes back with a new term; a memory does not come in.
"""

import re
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.assigned_window import office_with_record
from tests.support.clerk import Clerk
from tests.support.controllers import INTERPRETER_PASSPHRASE, reopen
from tests.support.driven_language import looks_at_file, refuses, sends
from tests.support.exchange import packed, unpacked
from tests.support.language_jobs import checked_version
from tests.support.sampled import few
from tests.support.vaults import PASSPHRASE, passphrase
from tests.ui.test_exchange_walk import PARTS, change
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.glossary import Concept, Term
from thb_desktop.domain.ids import ConceptId, JobId, RowId
from thb_desktop.exchange.formats import ExchangeFormat
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import exchange, glossary, jobs, versions
from thb_desktop.services.office import users
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry

SAID = (("1", "أين كنت؟", ""), ("2", "كنت في البيت مع أختي.", ""))
WRITTEN, LATER = "Ik was thuis met mijn zus.", "Ik zat thuis met mijn zus."
NEW = "Ik was thuis met mijn zusje."
FORMS = {
    "Table for Word": (ExchangeFormat.DOCX, "T-01-ar-nl.docx"),
    "Table for Excel": (ExchangeFormat.XLSX, "T-01-ar-nl.xlsx"),
}
MEMORY = "With the memory of the case (TMX): words of other persons too"
GLOSSARY = "With the glossary of the case (TBX)"


def prepare(vault: Path) -> JobId:
    """A job of which the second turn is signed, and a term; return the id of the job."""
    office_with_record(vault, SAID)
    with closing(reopen(vault)) as session:
        job = registry.LANGUAGE_JOB.all(session.read)[-1]
        linguist = registry.INTERPRETER.find(session.read, job.linguist_id)
        assert linguist is not None
        assert linguist.user_id is not None
        guest = users.signer_of(session, linguist.user_id, passphrase(INTERPRETER_PASSPHRASE))
        with closing(guest.keys) as keys:
            turn = list(jobs.get_job(session, job.id).sources)[-1]
            checked_version(session, job.id, turn, WRITTEN, signer=keys.signer)
        concept = Concept(id=ConceptId("c"), case_id=job.case_id, domain=None, definition="Of one mother")
        term = Term(
            id=RowId("t"),
            case_id=job.case_id,
            concept_id=concept.id,
            language="nl",
            term="zus",
            status=None,
        )
        glossary.add_concept(session, concept, [term])
    return job.id


def sent(session: Session, job_id: JobId, target: Path, form: ExchangeFormat) -> Path:
    """The job as a file, sent out by the service."""
    (file,) = exchange.send_job(session, job_id, form, recipient="Bureau", reason="for the court")
    target.write_bytes(file.data)
    return target


def doubles(path: Path, form: ExchangeFormat) -> None:
    """A translator copies the last row of the table, and leaves both."""
    parts = unpacked(path.read_bytes())
    text = parts[PARTS[form]].decode()
    is_docx = form is ExchangeFormat.DOCX
    row = re.findall(r"<w:tr\b.*?</w:tr>" if is_docx else r"<row\b.*?</row>", text, re.DOTALL)[-1]
    again = row if is_docx else re.sub(r'r="([A-Z]?)3"', r'r="\g<1>4"', row)
    path.write_bytes(packed(parts | {PARTS[form]: text.replace(row, row + again).encode()}))


def with_mistakes(session: Session, job_id: JobId, folder: Path, form: ExchangeFormat) -> Mapping[Path, str]:
    """Files that cannot be imported, each with the sentence that says why."""
    job = jobs.get_job(session, job_id).job
    other = jobs.open_job(
        session,
        jobs.NewJob(
            interview_id=job.interview_id,
            target_language="fr",
            linguist_id=job.linguist_id,
            translation_type=job.translation_type,
            purpose=job.purpose,
            made_from=job.made_from,
        ),
    )
    end = form.value
    foreign = sent(session, other.id, folder / f"foreign.{end}", form)
    emptied, twice = (sent(session, job_id, folder / f"{name}.{end}", form) for name in ("empty", "twice"))
    change(emptied, form, f">{WRITTEN}<", "><")
    doubles(twice, form)
    memory = folder / "memory.tmx"
    memory.write_text("<tmx/>", encoding="utf-8")
    return {
        foreign: f"The file was made for job \u2066{other.number}",
        emptied: "Turn \u20662 A\u2069 is marked as translated, and its translation is empty.",
        twice: "Turn \u20662 A\u2069 stands twice in the file",
        memory: "the memory of a case contains only what its linguists signed here",
        folder / "letter.odt": "Read are files that end in",
    }


def texts(session: Session) -> list[str]:
    return [each.text for each in registry.RENDERING_VERSION.all(session.read)]


@pytest.mark.parametrize("name", few(list(FORMS), 1))
def test_a_good_table_becomes_versions_in_one_event(clerk: Clerk, tmp_path: Path, name: str):
    vault, folder, (form, file) = tmp_path / "vault", clerk.screen.home / "sent", FORMS[name]
    folder.mkdir()
    prepare(vault)
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Translations", "ctrl+8")
    sends(clerk, name, folder)
    change(folder / file, form, WRITTEN, NEW)

    looks_at_file(clerk, folder / file)
    clerk.reads("1 turn with new words.")
    clerk.sees(f"Here now: {WRITTEN}", "label")
    clerk.screen.picture("good")
    clerk.screen.keys("ctrl+Return")
    clerk.reads("1 version written, unsigned until the linguist signs.")
    clerk.escapes()
    clerk.leaves()

    with closing(reopen(vault)) as session:
        assert texts(session) == [WRITTEN, NEW]
        told = [Event.parse(each.payload).action for each in chain.openings(session.read) if each is not None]
    assert told.count(VaultAction.VERSIONS_IMPORTED) == 1
    assert clerk.screen.errors() == ""


@pytest.mark.parametrize("form", few([ExchangeFormat.XLSX, ExchangeFormat.DOCX], 1))
def test_what_is_wrong_in_a_table_is_named_and_nothing_is_lost(
    clerk: Clerk, tmp_path: Path, form: ExchangeFormat
):
    vault, folder = tmp_path / "vault", clerk.screen.home
    job_id = prepare(vault)
    (folder / "letter.odt").write_bytes(b"no table")
    with closing(reopen(vault)) as session:
        older = sent(session, job_id, folder / f"older.{form.value}", form)
        wrong = with_mistakes(session, job_id, folder, form)
        turn = list(jobs.get_job(session, job_id).sources)[-1]
        versions.write_version(session, job_id, turn, LATER)
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Translations", "ctrl+8")
    clerk.sees("Files", "button menu")
    for file, sentence in wrong.items():
        refuses(clerk, file, sentence)
    looks_at_file(clerk, older)
    clerk.sees(f"In the file: {WRITTEN}", "label")
    clerk.reads("an earlier wording of this turn here (version \u20681\u2069)")
    clerk.screen.picture("older")
    clerk.escapes()
    clerk.leaves()

    with closing(reopen(vault)) as session:
        assert texts(session) == [WRITTEN, LATER]
    assert clerk.screen.errors() == ""


def test_memory_and_glossary_go_out_and_a_new_term_comes_back(clerk: Clerk, tmp_path: Path):
    vault, folder = tmp_path / "vault", clerk.screen.home / "sent"
    folder.mkdir()
    prepare(vault)
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Translations", "ctrl+8")
    sends(clerk, "Not the job", folder, beside=(MEMORY, GLOSSARY))
    memory, terms = folder / "T-01.tmx", folder / "T-01.tbx"
    assert WRITTEN in memory.read_text("utf-8")
    text = terms.read_text("utf-8")
    known = text[text.index("<conceptEntry") : text.index("</conceptEntry>") + len("</conceptEntry>")]
    new = re.sub(r' id="[^"]*"', ' id="new-1"', known, count=1).replace(">zus<", ">oudste zus<")
    terms.write_text(text.replace(known, known + new), "utf-8")

    refuses(clerk, memory, "the memory of a case contains only what its linguists signed here")
    clerk.takes_from_menu("Files", "g")
    clerk.sees_dialog("Import a glossary")
    clerk.waits_for_focus("File")
    clerk.screen.keys("space")
    clerk.chooses_files("Glossary (TBX)", str(terms))
    clerk.reads("1 concept is new.")
    clerk.screen.picture("glossary")
    clerk.screen.keys("ctrl+Return")
    clerk.reads("1 concept added.")
    clerk.escapes()
    clerk.leaves()

    with closing(reopen(vault)) as session:
        assert {each.term for each in registry.GLOSSARY_TERM.all(session.read)} == {"zus", "oudste zus"}
        assert texts(session) == [WRITTEN]
    assert clerk.screen.errors() == ""
