"""A certificate of a translation of a statement made elsewhere names the file: its digest and its pages."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from tests.services.bundling.test_elsewhere_told import confirmed
from tests.services.bundling.test_language_jobs import checked, gathered, printed, signed_by
from tests.services.language.test_certificates import certify
from tests.services.testimony.test_elsewhere import file
from tests.support.language_jobs import NAMES, JobSetup, asked, linguist
from tests.support.offices import Small
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.language_outward import JobOutward
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import jobs
from thb_desktop.services.testimony import records

__all__ = ["file"]


@pytest.fixture
def desk(session: Session, small: Small, file: ExhibitFile) -> Iterator[JobSetup]:
    """A certified job on a signed copy of a statement made elsewhere."""
    record = confirmed(session, small, file)
    first, second = (linguist(session, small, name) for name in NAMES)
    turns = [each.segment for each in records.get_interview(session, record.id).segments]
    job = jobs.open_job(session, asked(record.id, first))
    made = JobSetup(
        session=session, small=small, first=first, second=second, turns=(turns[0], turns[1]), job=job
    )
    for turn, text in zip(turns, ("How did you come?", "By minibus.", "Nelu."), strict=True):
        JobSetup.write(replace(made, turns=(turn, turn)), text)
    certify(made)
    yield made
    first.guest.keys.close()
    second.guest.keys.close()


def test_the_certificate_names_the_file_and_the_page_prints_it(desk: JobSetup, file: ExhibitFile):
    (certificate,) = desk.work().certificates

    assert (certificate.source_sha256, certificate.source_pages) == (file.sha256, 2)
    told = f"Fichier source, dont le procès-verbal est une copie : SHA-256 {file.sha256}, 2 page(s)"
    assert told.replace(" ", "") in printed(desk).replace(" ", "")


def renamed(job: JobOutward, desk: JobSetup, sha256: str, pages: int) -> JobOutward:
    """The linguist themselves signs a certificate that names another file."""
    return replace(
        job,
        job=replace(job.job, source_sha256=sha256, source_pages=pages),
        certificates=tuple(
            signed_by(replace(each, source_sha256=sha256, source_pages=pages), desk.first, desk)
            for each in job.certificates
        ),
    )


@pytest.mark.parametrize(
    "attack",
    [
        lambda job, desk: renamed(job, desk, "0" * 64, job.job.source_pages),
        lambda job, desk: renamed(job, desk, job.job.source_sha256, 9),
        lambda job, _: replace(job, job=replace(job.job, source_pages=9)),
        lambda job, _: replace(
            job, certificates=tuple(replace(each, source_pages=9) for each in job.certificates)
        ),
    ],
    ids=["another file, signed", "other pages, signed", "other pages of the job", "not signed"],
)
def test_another_file_than_that_of_the_record_is_found(
    desk: JobSetup, attack: Callable[[JobOutward, JobSetup], JobOutward]
):
    content = gathered(desk)

    assert checked(content) == {"language-as-signed"}
    assert "language-altered" in checked(content, lambda job: attack(job, desk))
