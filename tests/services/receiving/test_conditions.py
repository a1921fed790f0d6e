"""Conditions of use travel with a package, are kept with what is imported, and bind what leaves again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.instruments import condition
from tests.support.offices import Small, copy_of, unlock
from tests.support.receiving import Post, Receiver, arrival, examined, posted, recorded_office
from thb_desktop.domain.cooperation_codes import ConditionKind
from thb_desktop.findings import Standing
from thb_desktop.services.case_file import cases
from thb_desktop.services.cooperation import use_conditions
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.receiving import arrivals
from thb_desktop.vault.tables import registry


@pytest.fixture(scope="module")
def conditioned(sample_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Post]:
    """PERLA, two of whose exhibits came under a condition, on their way to Bucharest."""
    place = tmp_path_factory.mktemp("conditioned")
    office = copy_of(sample_office, place / "source.thbvault")
    session = unlock(office)
    case = next(each.case for each in cases.list_cases(session) if each.case.reference == "DEMO-A-PERLA")
    for number, kind, exhibit in (
        ("C-1", ConditionKind.REPORT_ON_USE, "E-05"),
        ("C-2", ConditionKind.RETURN_AFTER_USE, "E-07"),
    ):
        about = exhibits.find_numbered(session, case.id, exhibit)
        assert about is not None
        small = Small(case=case, official=None, authority=None, interpreter=None, person=None)  # type: ignore[arg-type]
        use_conditions.add_condition(
            session,
            condition(small, number=number, kind=kind, text=f"{number}: tell DIICOT", exhibit_id=about.id),
        )
    session.close()
    sent = posted(office, place)
    yield sent
    sent.desk.session.close()


def test_each_condition_is_kept_with_its_exhibit_and_binds_it_here(conditioned: Post, receiver: Receiver):
    session, small = receiver.session, receiver.small
    recorded_office(session, conditioned)
    looked = examined(session, conditioned)
    received = arrivals.import_package(session, looked, arrival(small, refused={"E-07": "Not readable"}))

    kept = {each.number: each for each in use_conditions.list_conditions(session, small.case.id)}
    items = {each.number: each for each in arrivals.items_of(session, received.id)}
    assert set(kept) == {"R-1-C-1", "R-1-C-2"}
    assert kept["R-1-C-1"].exhibit_id == items["E-05"].exhibit_id
    assert kept["R-1-C-2"].exhibit_id == received.exhibit_id
    assert {(each.imposed_by, each.imposed_state) for each in kept.values()} == {("DIICOT", "RO")}
    every = registry.EXHIBIT.where(session.read, "case_id", small.case.id)
    applied = {
        each.condition.number: each.numbers
        for each in use_conditions.applied_to(session.read, small.case.id, (), every)
    }
    assert "R-1-E-05" in applied["R-1-C-1"]
    assert "R-1-E-01" in applied["R-1-C-2"]
    assert "R-1-E-01" not in applied["R-1-C-1"]
    told = next(each for each in looked.findings if each.code == "received-conditions")
    assert len(told.values["conditions"]) == 2  # type: ignore[arg-type]
    report = check_vault(session)
    assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()
