"""What the attacks on assignments stand on: an office with two cases, and an interpreter with one job."""

from pathlib import Path

import pytest

from tests.support.assignments import Given, assigned, office_copy, with_job
from tests.support.offices import new_office
from thb_desktop.domain.assignment import Assignment
from thb_desktop.services.core.session import Session
from thb_desktop.services.samples import load_sample_case

Office = tuple[Path, Given, Assignment]


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp("assigned") / "office.thbvault"
    made: list[Given] = []

    def fill(session: Session) -> None:
        load_sample_case(session, "schelde")
        made.append(with_job(session))

    new_office(folder, fill)
    return folder, made[0], assigned(folder, made[0])


@pytest.fixture
def folder(whole: Office, tmp_path: Path) -> Path:
    return office_copy(whole[0], tmp_path / "office.thbvault")


@pytest.fixture
def given(whole: Office) -> Given:
    return whole[1]


@pytest.fixture
def assignment(whole: Office) -> Assignment:
    return whole[2]
