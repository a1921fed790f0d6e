"""What the office does around a signed record is nothing that a check on another computer objects to."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.support.assignments import add_linguist
from tests.support.offices import new_office, small_case, unlock
from tests.support.records import signed
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import AssignmentId
from thb_desktop.findings import Standing
from thb_desktop.services.assignments import giving
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import jobs


def broken_elsewhere(folder: Path) -> list[str]:
    """What an unlock finds broken on a computer that remembers no state of the vault."""
    with closing(unlock(folder)) as session:
        session.settle()
        return [found.key for found in session.opening.findings if found.standing is Standing.BROKEN]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "office.thbvault"


def test_a_job_on_a_signed_record_is_given_to_its_linguist_and_closed(folder: Path):
    given: list[AssignmentId] = []

    def act(session: Session) -> None:
        small = small_case(session)
        record, _ = signed(session, small)
        linguist = add_linguist(session, small)
        job = jobs.open_job(
            session,
            jobs.NewJob(
                interview_id=record.id,
                target_language="fr",
                linguist_id=linguist.id,
                translation_type=v.TranslationType.SWORN_WRITTEN,
                purpose="for the court",
            ),
        )
        given.append(giving.assign(session, job.id).id)

    new_office(folder, act)
    assert broken_elsewhere(folder) == []

    with closing(unlock(folder)) as session:
        giving.close_assignment(session, given[0], reason="Somebody else does it", keep=False)
    assert broken_elsewhere(folder) == []
