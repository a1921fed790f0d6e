"""Whoever received what changed since, by a package or otherwise, is named; also if only custody changed."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.support.offices import NEXT_DAY, Small, act, copy_of, registered, small_case, unlock
from tests.support.offices import new_office as made_office
from tests.support.packages import bundled, prepared_of, recorded
from tests.support.second_person import ALONE
from tests.support.taken_out import GOING_OUT, added_file
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.description import ItemDescription
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.taking_out import TakenOut
from thb_desktop.services.bundling import taking_out
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, descriptions, exhibits
from thb_desktop.services.packaging import packages
from thb_desktop.services.receiving import changed, notices
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """An office from which E-1 and E-2 left: by a package, by a bundle alone, and E-1 as a single file."""

    folder: Path
    small: Small
    packed: Bundle
    alone: Bundle


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    place = tmp_path_factory.mktemp("left")
    folder, kept = place / "office.thbvault", list[Small]()
    made_office(folder, lambda session: kept.append(small_case(session)))
    (small,) = kept
    with closing(unlock(folder)) as session:
        first, second = registered(session, small), registered(session, small, number="E-2")
        described = ItemDescription(
            id=RowId(""), case_id=small.case.id, exhibit_id=first.id, item="Telephone", make="Nokia"
        )
        descriptions.describe_item(session, described)
        file = added_file(session, first.id, place, barred=False)
        recorded(session, place)
        for name in ("packed", "alone"):
            bundled(session, small.case.id, [first.id, second.id], place / f"{name}.pdf")
        packages.make_package(
            session, prepared_of(session, place / "packed.pdf"), place / "closed", second=ALONE
        )
        taking_out.take_out(session, file, place / "copy.txt", GOING_OUT, second=None)
        packed, alone = registry.BUNDLE.where(session.read, "case_id", small.case.id)
    return Left(folder=folder, small=small, packed=packed, alone=alone)


@pytest.fixture
def office(left: Left, tmp_path: Path) -> Iterator[Session]:
    session = unlock(copy_of(left.folder, tmp_path / "office.thbvault"), start=NEXT_DAY)
    yield session
    session.close()


def due(session: Session, left: Left) -> list[tuple[v.NoticeKind, str]]:
    return [(each.kind, each.number) for each in notices.list_due(session, left.small.case.id)]


def elsewhere(session: Session, left: Left) -> list[tuple[type, v.NoticeKind, str, tuple[str, ...]]]:
    found = changed.list_elsewhere(session, left.small.case.id)
    return [(type(each.sent), each.kind, each.number, each.recipients) for each in found]


def test_nobody_is_named_as_long_as_nothing_changed(office: Session, left: Left):
    assert due(office, left) == []
    assert elsewhere(office, left) == []


def test_a_corrected_exhibit_is_told_to_who_received_its_bundle_or_its_file_too(office: Session, left: Left):
    found = exhibits.find_numbered(office, left.small.case.id, "E-1")
    assert found is not None
    corrections.correct(office, replace(found, source="Another place"), "It was taken elsewhere")

    rectified = (v.NoticeKind.RECTIFIED, "E-1")
    assert due(office, left) == [rectified]
    assert elsewhere(office, left) == [
        (Bundle, *rectified, (left.alone.recipient,)),
        (TakenOut, *rectified, (GOING_OUT.recipient,)),
    ]


def test_a_corrected_event_of_custody_is_told_and_one_that_was_entered_afterwards_is_not(
    office: Session, left: Left
):
    second = exhibits.find_numbered(office, left.small.case.id, "E-2")
    assert second is not None
    later = custody.record_custody_event(office, second.id, act(v.CustodyAction.STORED))
    wrong = {"wrong_value": "A-1", "right_value": "A-2"}
    custody.record_custody_event(
        office, second.id, act(v.CustodyAction.CORRECTION, corrects=later.id, **wrong)
    )
    before = due(office, left), elsewhere(office, left)

    first = custody.list_events(office, second.id)[0]
    custody.record_custody_event(
        office, second.id, act(v.CustodyAction.CORRECTION, corrects=first.id, **wrong)
    )

    assert before == ([], [])
    assert due(office, left) == [(v.NoticeKind.RECTIFIED, "E-2")]  # printed in it, without a file of it
    assert [(kind, number) for _, kind, number, _ in elsewhere(office, left)] == [
        (v.NoticeKind.RECTIFIED, "E-2")
    ]


def test_a_corrected_description_is_told_and_a_working_note_is_not(office: Session, left: Left):
    first = exhibits.find_numbered(office, left.small.case.id, "E-1")
    assert first is not None
    corrections.correct(office, replace(first, note="Ask the registry"), "To remember")
    before = due(office, left)
    (described,) = registry.ITEM_DESCRIPTION.where(office.read, "exhibit_id", first.id)

    corrections.correct(office, replace(described, make="Samsung"), "Read again")

    assert before == []
    assert due(office, left) == [(v.NoticeKind.RECTIFIED, "E-1")]
