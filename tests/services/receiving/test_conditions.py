"""Conditions of use travel with a package, are kept with what is imported, and bind what leaves again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.instruments import condition
from tests.support.offices import Small, by_hand, copy_of, registered, unlock
from tests.support.receiving import Post, Receiver, arrival, examined, posted, recorded_office
from tests.support.taken_out import GOING_OUT
from tests.support.transfers import AT_HOME
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.cooperation_codes import ConditionKind
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import ExhibitId, RowId
from thb_desktop.domain.leaving import NOT_NAMED, LeavingBar
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.errors import (
    ActExceededError,
    FileBarredError,
    MaterialNotShownError,
    TransferRefusedError,
)
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import taking_out
from thb_desktop.services.case_file import cases
from thb_desktop.services.cooperation import transfers, use_conditions
from thb_desktop.services.cooperation.sources import Taken, kept_here
from thb_desktop.services.core import unit_of_work
from thb_desktop.services.core.leaving_bars import is_bound_by, is_shown
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, exhibits, leaving, looks
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.receiving import arrivals
from thb_desktop.services.searching.files import unread_files
from thb_desktop.services.searching.index import index_text
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.search_index import file_texts


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


HOME = replace(GOING_OUT, identities_because="Ordered")


def file_of(session: Session, exhibit_id: ExhibitId) -> ExhibitFile:
    return next(
        each
        for each in registry.EXHIBIT_FILE.where(session.read, "exhibit_id", exhibit_id)
        if each.name == arrivals.CONTAINER
    )


def applied_here(session: Session, small: Small) -> dict[str, tuple[str, ...]]:
    every = registry.EXHIBIT.where(session.read, "case_id", small.case.id)
    return {
        each.condition.number: each.numbers
        for each in use_conditions.applied_to(session.read, small.case.id, Taken(items=every))
    }


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
    applied = applied_here(session, small)
    assert "R-1-E-05" in applied["R-1-C-1"]
    assert "R-1-E-01" in applied["R-1-C-2"]
    assert "R-1-E-01" not in applied["R-1-C-1"]
    assert "R-1" in applied["R-1-C-1"]
    told = next(each for each in looked.findings if each.code == "received-conditions")
    assert len(told.values["conditions"]) == 2  # type: ignore[arg-type]
    report = check_vault(session)
    assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()


def test_what_holds_a_package_is_bound_by_all_that_came_with_it(
    conditioned: Post, receiver: Receiver, tmp_path: Path
):
    """Its container and its bundle are files of it: they hold what the condition is about."""
    session, small = receiver.session, receiver.small
    recorded_office(session, conditioned)
    received = arrivals.import_package(session, examined(session, conditioned), arrival(small))
    items = {each.number: each.exhibit_id for each in arrivals.items_of(session, received.id)}
    holder = registry.EXHIBIT.find(session.read, received.exhibit_id)
    assert holder is not None
    copied = registered(session, small, number="R-2", parent_id=holder.id)
    page = registered(session, small, number="R-3", parent_id=items["E-01"])
    container = file_of(session, holder.id)
    abroad = replace(AT_HOME, state="NL", spontaneous=True)
    use_conditions.add_condition(
        session,
        condition(small, kind=ConditionKind.NO_USE_AS_EVIDENCE, exhibit_id=items["E-05"], imposed_state="RO"),
    )

    def forbidden(each: Exhibit) -> set[str]:
        found = transfers.check_leaving(
            session, small.case.id, abroad, recipient="Rechtbank", taken=Taken(items=[each])
        )
        return {each.case for each in found if each.standing is Standing.BROKEN}

    assert forbidden(holder) == forbidden(copied) == {"condition-forbids"}
    assert forbidden(page) == set()
    with pytest.raises(TransferRefusedError):
        taking_out.take_out(session, container.id, tmp_path / "out.asice", HOME, second=None)


def test_what_holds_a_package_stays_while_something_that_came_with_it_is_barred(
    conditioned: Post, receiver: Receiver, tmp_path: Path
):
    session, small = receiver.session, receiver.small
    recorded_office(session, conditioned)
    received = arrivals.import_package(session, examined(session, conditioned), arrival(small))
    items = {each.number: each.exhibit_id for each in arrivals.items_of(session, received.id)}
    container = file_of(session, received.exhibit_id)
    assert items["E-01"] is not None
    bar = leaving.bar_exhibit(session, items["E-01"], BarKind.NO_DISCLOSURE, "Ordered")

    every = Taken(items=registry.EXHIBIT.where(session.read, "case_id", small.case.id))
    kept = kept_here(session.read, every, NOT_NAMED)
    with pytest.raises(FileBarredError) as refused:
        taking_out.take_out(session, container.id, tmp_path / "out.asice", HOME, second=None)
    leaving.lift_bar(session, bar.id, "Allowed")
    taken = taking_out.take_out(session, container.id, tmp_path / "out.asice", HOME, second=None)

    assert kept == ("R-1", "R-1-E-01")
    assert refused.value.named == {"numbers": "R-1-E-01"}
    assert (tmp_path / "out.asice").stat().st_size == taken.size


def test_whoever_passes_by_the_bar_of_what_came_with_a_package_is_refused_and_found(
    conditioned: Post, receiver: Receiver, tmp_path: Path
):
    """A colleague at a prompt, who calls no service of taking out."""
    session, small = receiver.session, receiver.small
    recorded_office(session, conditioned)
    received = arrivals.import_package(session, examined(session, conditioned), arrival(small))
    items = {each.number: each.exhibit_id for each in arrivals.items_of(session, received.id)}
    container = file_of(session, received.exhibit_id)
    taken = taking_out.take_out(session, container.id, tmp_path / "out.asice", HOME, second=None)
    assert items["E-01"] is not None
    leaving.bar_exhibit(session, items["E-01"], BarKind.NO_DISCLOSURE, "Ordered")

    def pass_by() -> None:
        with session.work() as work:
            work.save(replace(taken, id=RowId(work.new_id()), at=work.at))
            work.record(container.id, VaultAction.FILE_TAKEN_OUT, "Taken")

    def named() -> list[str]:
        found = check_vault(session).findings
        return [each.key for each in found if each.code == "act-exceeded"]

    with pytest.raises(ActExceededError):
        pass_by()
    assert named() == []  # what went out before the bar was no fault
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(unit_of_work, "fault_of_ground", lambda *_, **__: "")
        pass_by()
    assert named() == ["act-exceeded.barred"]


@pytest.mark.requirement("SR-15")
def test_what_holds_a_package_is_not_shown_while_something_that_came_with_it_is_abuse_material(
    conditioned: Post, receiver: Receiver
):
    """The container has the file of the exhibit that is barred (V-E-09)."""
    session, small = receiver.session, receiver.small
    recorded_office(session, conditioned)
    received = arrivals.import_package(session, examined(session, conditioned), arrival(small))
    items = {each.number: each.exhibit_id for each in arrivals.items_of(session, received.id)}
    barred, other = items["E-05"], items["E-01"]
    assert barred is not None
    assert other is not None
    container = file_of(session, received.exhibit_id)
    copied = registered(session, small, number="R-2", parent_id=received.exhibit_id)
    index_text(session, container.id, ["what the container says"])
    looks.open_look(session, container.id).close()
    assert container.id in unread_files(session, small.case.id) or file_texts(session.read, container.id)

    leaving.bar_exhibit(session, barred, BarKind.ABUSE_MATERIAL, "The unit told us")

    for look in (looks.open_look, exhibit_files.open_file, looks.told_by):
        with pytest.raises(MaterialNotShownError):
            look(session, container.id)
    assert not file_texts(session.read, container.id), "what was read before is forgotten"
    assert container.id not in unread_files(session, small.case.id)
    shown = [is_shown(session.read, each) for each in (received.exhibit_id, copied.id, barred, other)]
    assert shown == [False, False, False, True]


def test_a_bar_on_what_came_with_a_package_within_a_package_binds_the_outer_one(
    conditioned: Post, receiver: Receiver
):
    session, small = receiver.session, receiver.small
    recorded_office(session, conditioned)
    received = arrivals.import_package(session, examined(session, conditioned), arrival(small))
    items = {each.number: each.exhibit_id for each in arrivals.items_of(session, received.id)}
    inner = items["E-05"]
    assert inner is not None
    barred = registered(session, small, number="R-9", parent_id=inner)
    with by_hand(session) as connection:
        row = replace(
            received, id=RowId("9" * 32), exhibit_id=inner, foreign_id="8" * 32, number="P-9", sha256="f" * 64
        )
        registry.RECEIVED_PACKAGE.write(connection, registry.RECEIVED_PACKAGE.to_row(row), is_new=True)
        item = replace(arrivals.items_of(session, received.id)[0], id=RowId("7" * 32), received_id=row.id)
        item = replace(item, exhibit_id=barred.id, foreign_id="6" * 32, number="E-9")
        registry.RECEIVED_ITEM.write(connection, registry.RECEIVED_ITEM.to_row(item), is_new=True)
        bar = LeavingBar(
            id=RowId("5" * 32),
            exhibit_id=barred.id,
            kind=BarKind.NO_DISCLOSURE,
            reason="Ordered",
            by=session.user.id,
            at=received.at,
        )
        registry.LEAVING_BAR.write(connection, registry.LEAVING_BAR.to_row(bar), is_new=True)

    kinds = frozenset({BarKind.NO_DISCLOSURE})
    outer, other = received.exhibit_id, items["E-01"]
    assert other is not None
    assert [is_bound_by(session.read, each, kinds) for each in (outer, inner, other)] == [True, True, False]


def test_a_bar_binds_the_same_exhibits_as_a_condition_on_the_same(conditioned: Post, receiver: Receiver):
    """Also on what was derived here from what came: it is in no container, and binds what derives from it."""
    session, small = receiver.session, receiver.small
    recorded_office(session, conditioned)
    received = arrivals.import_package(session, examined(session, conditioned), arrival(small))
    items = {each.number: each.exhibit_id for each in arrivals.items_of(session, received.id)}
    came = items["E-05"]
    assert came is not None
    copied = registered(session, small, number="R-2", parent_id=received.exhibit_id)
    derived = registered(session, small, number="R-3", parent_id=came)
    page = registered(session, small, number="R-4", parent_id=derived.id)
    kinds = frozenset({BarKind.NO_DISCLOSURE})
    bound: dict[str, set[str]] = {}

    for about in (received.exhibit_id, came, copied.id, derived.id, page.id):
        every = registry.EXHIBIT.where(session.read, "case_id", small.case.id)
        number = next(each.number for each in every if each.id == about)
        condition_of = condition(small, number=f"C-{number}", exhibit_id=about)
        use_conditions.add_condition(session, condition_of)
        bar = leaving.bar_exhibit(session, about, BarKind.NO_DISCLOSURE, "Ordered")
        bound[number] = set(kept_here(session.read, Taken(items=every), kinds))
        assert {each.number for each in every if is_bound_by(session.read, each.id, kinds)} == bound[number]
        assert set(applied_here(session, small)[f"C-{number}"]) == bound[number]
        leaving.lift_bar(session, bar.id, "Allowed")

    assert bound["R-1"] >= {"R-1", "R-1-E-01", "R-1-E-05", "R-2", "R-3", "R-4"}
    assert bound["R-1-E-05"] == {"R-1", "R-1-E-05", "R-2", "R-3", "R-4"}
    assert bound["R-2"] == {"R-2"}
    assert (bound["R-3"], bound["R-4"]) == ({"R-3", "R-4"}, {"R-4"})
