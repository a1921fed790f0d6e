"""Who may read custody but no records is told that a record shows something too early, and not which."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.conftest import sample_office  # noqa: F401 - a fixture
from tests.support.offices import copy_of, unlock
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.findings import Finding
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.custody_checks import check_exhibit, checked_page, find_in_custody
from thb_desktop.words import sentence

EARLY = "shown-before-arrival"
NUMBER, SHOWN = "I-06", "2026-04-16 10:40"
WAYS: dict[str, Callable[[Session, ExhibitId], tuple[Finding, ...]]] = {
    "one": lambda session, own_id: check_exhibit(session, own_id).findings,
    "page": lambda session, own_id: next(
        each.findings
        for each in checked_page(session, check_exhibit(session, own_id).exhibit.case_id, count=100).rows
        if each.exhibit.id == own_id
    ),
}


@pytest.fixture
def perla(sample_office: Path, tmp_path: Path) -> Iterator[tuple[Session, ExhibitId]]:  # noqa: F811 - the fixture
    with closing(unlock(copy_of(sample_office, tmp_path / "office.thbvault"))) as session:
        case = next(each.case for each in cases.list_cases(session) if "PERLA" in each.case.reference)
        own_id = find_in_custody(session, case.id, "E-16")
        assert own_id is not None
        yield session, own_id


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("role", [UserRole.EVIDENCE_CUSTODIAN, UserRole.AUDITOR])
def test_sr_19_who_reads_no_records_is_told_of_none(
    perla: tuple[Session, ExhibitId], role: UserRole, way: str
):
    session, own_id = perla
    session.user = replace(session.user, role=role)

    (told,) = [each for each in WAYS[way](session, own_id) if each.case.startswith(EARLY)]

    for language in ("en", "fr", "nl", "de", "es", "ro", "ar"):
        assert NUMBER not in sentence(told, language)
        assert SHOWN not in sentence(told, language)
    assert {*told.values} == {"n"}
    assert sentence(told, "en") == "A record says that the exhibit was shown before it came (event 1)."


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("role", [UserRole.INVESTIGATING_JUDGE, UserRole.CLERK])
def test_who_reads_records_is_told_which_and_when(perla: tuple[Session, ExhibitId], role: UserRole, way: str):
    session, own_id = perla
    session.user = replace(session.user, role=role)

    (told,) = [each for each in WAYS[way](session, own_id) if each.case.startswith(EARLY)]

    assert f"{NUMBER}: the exhibit is entered as shown at {SHOWN}" in sentence(told, "en")
