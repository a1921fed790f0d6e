"""Language work on a statement made elsewhere: its turns are translated and assigned like any others."""

from tests.services.testimony.test_elsewhere import file, whole
from tests.support.assignments import LINGUIST_PASSPHRASE, add_linguist, open_store
from tests.support.language_jobs import asked, linguist
from tests.support.offices import Small
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.vocabulary import TranslationType
from thb_desktop.services.assignments.giving import assign
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import jobs, versions
from thb_desktop.services.testimony import records
from thb_desktop.vault.tables import registry

__all__ = ["file"]


def test_its_turns_are_translated_in_a_job(session: Session, small: Small, file: ExhibitFile):
    record = whole(session, small, file)
    who = linguist(session, small)
    job = jobs.open_job(session, asked(record.id, who))
    first = records.get_undigested(session, record.id).segments[0].segment

    made = versions.write_version(session, job.id, first.id, "How did you come?", signer=who.signer)

    who.guest.keys.close()
    (found,) = jobs.get_job(session, job.id).versions
    assert (found.text, found.source_digest) == (made.text, first.source_digest)


def test_it_is_assigned_with_its_turns_and_without_its_file(
    session: Session, small: Small, file: ExhibitFile, folder
):
    record = whole(session, small, file)
    named = add_linguist(session, small)
    job = jobs.open_job(
        session,
        jobs.NewJob(
            interview_id=record.id,
            target_language="en",
            linguist_id=named.id,
            translation_type=TranslationType.SWORN_WRITTEN,
            purpose="for the court",
        ),
    )

    given = assign(session, job.id)
    session.close()
    store = open_store(folder, given, LINGUIST_PASSPHRASE)

    try:
        assert [each.source_text for each in registry.SEGMENT.all(store.read)] == [
            "Cum ați ajuns?",
            "Cu microbuzul.",
            "Nelu.",
        ]
        # The digest and the pages of the file go along with the job, for the certificate.
        (carried,) = registry.LANGUAGE_JOB.all(store.read)
        assert (carried.source_sha256, carried.source_pages) == (file.sha256, 2)
        assert registry.STATEMENT_ELSEWHERE.all(store.read) == ()
        assert registry.EXHIBIT_FILE.all(store.read) == ()
    finally:
        store.close()
