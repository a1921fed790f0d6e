"""Who received a bundle is told of each of its entries that was corrected, struck out or restricted since."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.support import money
from tests.support.instruments import condition, instrument
from tests.support.offices import NEXT_DAY, ROLE, Small, act, copy_of, registered, small_case, unlock
from tests.support.offices import new_office as made_office
from tests.support.second_person import ALONE
from tests.support.stays import a_place, a_stay
from tests.support.transfers import AT_HOME
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.services.bundling import bundles
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import cooperation, use_conditions
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibit_files, exhibits, leaving
from thb_desktop.services.money import finance
from thb_desktop.services.persons import people, stays
from thb_desktop.services.receiving import notices
from thb_desktop.services.receiving.later import CORRECTED, KINDS
from thb_desktop.services.receiving.not_told import NOT_TOLD
from thb_desktop.vault.tables import registry

type Due = set[tuple[v.NoticeKind, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """An office from which a bundle left with an exhibit and one entry of each kind of money."""

    folder: Path
    small: Small
    exhibit: Exhibit
    bundle: Bundle


def entered(session: Session, small: Small) -> list[str]:
    """Enter one of each kind; return their ids."""
    case_id, person_id = small.case.id, small.person.id
    account = finance.add_account(session, money.account(case_id))
    paid = finance.add_hand_over(session, money.hand_over(case_id))
    place = cases.add_object(session, a_place(case_id))
    given = (
        account,
        finance.add_statement(session, money.statement(case_id, account.id)),
        finance.add_transaction(session, money.transaction(case_id, from_account_id=account.id)),
        paid,
        finance.add_transfer(session, money.transfer(case_id, paid.id)),
        finance.add_attribution(session, money.attribution(case_id, account.id)),
        finance.add_pay_figure(session, money.pay_figure(case_id, person_id)),
        place,
        stays.add_stay(session, a_stay(case_id, person_id, place.id)),
        cooperation.register_instrument(session, instrument(small)),
        *(small.person, small.official, small.authority, small.interpreter),
    )
    return [str(each.id) for each in given]


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Sent:
    place = tmp_path_factory.mktemp("sent")
    folder, kept = place / "office.thbvault", list[Small]()
    made_office(folder, lambda session: kept.append(small_case(session)))
    (small,) = kept
    with closing(unlock(folder)) as session:
        exhibit = registered(session, small)
        registered(session, small, number="E-2")
        further = entered(session, small)
        finance.add_account(session, money.account(small.case.id, number="BK-2"))
        options = bundles.BundleOptions(
            identities_because="Needed there",
            languages=("fr",),
            purpose="Execution",
            recipient="DIICOT",
            interview_ids=(),
            exhibit_ids=(exhibit.id,),
            further=tuple(further),
            released_with=ALONE,
            transfer=AT_HOME,
        )
        prepared = bundles.prepare_bundle(session, small.case.id, options)
        bundle = bundles.sign_bundle(session, prepared, place / "bundle.pdf", second=ALONE)
    return Sent(folder=folder, small=small, exhibit=exhibit, bundle=bundle)


@pytest.fixture
def desk(sent: Sent, tmp_path: Path) -> Iterator[Session]:
    session = unlock(copy_of(sent.folder, tmp_path / "desk.thbvault"), start=NEXT_DAY)
    yield session
    session.close()


def due(session: Session, sent: Sent) -> Due:
    found = notices.list_due(session, sent.small.case.id)
    assert {each.recipients for each in found} <= {("DIICOT",)}
    return {(each.kind, each.number) for each in found}


def one_of(session: Session, sent: Sent, table: str) -> Any:
    ids = [own for name, own in sent.bundle.entries if name == table]
    return registry.table_named(table).among(session.read, "id", ids)[0]


CHANGES: dict[str, tuple[str, dict[str, object]]] = {
    "person_role": ("V-01", {"since": PartialDate("2026-02")}),
    "person": ("V-01", {"age_status": v.AgeStatus.UNKNOWN}),
    "official": ("P-1", {"unit": "Another unit"}),
    "interpreter": ("P-INT", {"register_number": "T-17"}),
    "authority": ("Juge d'instruction", {"contact": "Liège"}),
    "case_file": ("2026/1", {"notice_number": "LI-2"}),
    "instrument": ("EIO-1", {"reference": "LI-1/EIO-2"}),
    "case_object": ("AD-1", {"label": "Quai des Exemples 19"}),
    "stay": ("V-01", {"as_told": "by the river"}),
    "account": ("BK-1", {"holder": "S-09"}),
    "bank_statement": ("ST-1", {"opening": "101.00"}),
    "money_transaction": ("2026-01-10", {"amount": "10.60"}),
    "hand_over": ("H-1", {"payer": "S-09"}),
    "value_transfer": ("VT-1", {"basis": "Another note"}),
    "attribution": ("BK-1", {"holder": "S-09"}),
    "pay_figure": ("V-01", {"amount": "215.60"}),
    "exhibit": ("E-1", {"source": "Another place"}),
}
"""By the table: what an entry is called, and a corrected field of it."""


def test_each_table_of_the_vault_is_told_or_excepted_with_a_reason():
    assert KINDS.keys() | NOT_TOLD.keys() == {each.name for each in registry.TABLES}
    assert not KINDS.keys() & NOT_TOLD.keys()
    assert all(each.strip() for each in NOT_TOLD.values())


def test_a_bundle_lists_what_it_holds_and_only_what_may_be_told(sent: Sent):
    listed = {name for name, _ in sent.bundle.entries}

    assert listed >= CHANGES.keys()
    assert listed <= {*KINDS, "signature_check"}
    assert not {"correction", "sealed_identity"} & CORRECTED


def test_each_corrected_entry_of_a_bundle_is_told(desk: Session, sent: Sent):
    assert due(desk, sent) == set()
    told: Due = set()

    for table, (number, change) in CHANGES.items():
        corrections.correct(desk, replace(one_of(desk, sent, table), **change), "Read again")
        told.add((v.NoticeKind.RECTIFIED, number))
        assert due(desk, sent) == told, table


@pytest.mark.parametrize(
    ("table", "kind", "number"),
    [
        ("hand_over", v.NoticeKind.RECALLED, "H-1"),
        ("account", v.NoticeKind.RECALLED, "BK-1"),
        ("instrument", v.NoticeKind.RECALLED, "EIO-1"),
        ("exhibit", v.NoticeKind.RECALLED, "E-1"),
        ("attribution", v.NoticeKind.RECTIFIED, "BK-1"),
        ("person_role", v.NoticeKind.RECTIFIED, "V-01"),
    ],
)
def test_what_was_struck_out_is_recalled_or_rectifies_what_it_was_about(
    desk: Session, sent: Sent, table: str, kind: v.NoticeKind, number: str
):
    corrections.strike_out(desk, table, one_of(desk, sent, table).id, "It was made in error")

    assert due(desk, sent) == {(kind, number)}


def test_nobody_is_told_of_what_the_bundle_did_not_hold(desk: Session, sent: Sent):
    case_id = sent.small.case.id
    (other,) = (each for each in finance.list_accounts(desk, case_id) if each.number == "BK-2")
    second = exhibits.find_numbered(desk, case_id, "E-2")
    assert second is not None
    corrections.correct(desk, replace(other, holder="S-09"), "Read again")
    corrections.correct(desk, replace(second, source="Another place"), "Read again")
    leaving.bar_exhibit(desk, second.id, v.BarKind.NO_DISCLOSURE, "The prosecutor asked")
    role = one_of(desk, sent, "person_role")
    corrections.correct(desk, replace(role, basis="A working ground"), "It is not printed")
    added = people.add_role(desk, replace(ROLE, person_id=sent.small.person.id, basis="Later"))
    corrections.strike_out(desk, "person_role", added.id, "It was made in error")
    kept = one_of(desk, sent, "hand_over")
    corrections.correct(desk, replace(kept, note="Ask the provider"), "To remember")

    assert due(desk, sent) == set()


def test_an_exhibit_that_must_not_leave_any_more_is_told_and_so_is_the_end_of_the_bar(
    desk: Session, sent: Sent
):
    bar = leaving.bar_exhibit(desk, sent.exhibit.id, v.BarKind.NO_DISCLOSURE, "The prosecutor asked")
    barred = due(desk, sent)

    leaving.lift_bar(desk, bar.id, "The prosecutor agrees")

    assert barred == {(v.NoticeKind.RESTRICTED, "E-1")}
    assert due(desk, sent) == {(v.NoticeKind.RECTIFIED, "E-1")}


def bundled(session: Session, small: Small, exhibit: Exhibit, target: Path) -> Bundle:
    options = bundles.BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="Execution",
        recipient="DIICOT",
        interview_ids=(),
        exhibit_ids=(exhibit.id,),
        released_with=ALONE,
        transfer=AT_HOME,
    )
    prepared = bundles.prepare_bundle(session, small.case.id, options)
    return bundles.sign_bundle(session, prepared, target, second=ALONE)


@pytest.fixture
def derived(desk: Session, sent: Sent, tmp_path: Path) -> tuple[Exhibit, Exhibit]:
    """An exhibit that stayed, obtained under an instrument, and a working copy of it that left."""
    order = registry.INSTRUMENT.where(desk.read, "case_id", sent.small.case.id)[0]
    parent = registered(desk, sent.small, number="E-7", seal="S-7", instrument_id=order.id)
    own = replace(
        parent,
        id=ExhibitId(""),
        number="E-8",
        seal="",
        parent_id=parent.id,
        originality=v.Originality.WORKING_COPY,
        instrument_id=None,
    )
    copy = exhibits.register_exhibit(desk, own, act())
    bundled(desk, sent.small, copy, tmp_path / "copy.pdf")
    return parent, copy


def test_a_bar_on_what_a_sent_exhibit_was_derived_from_is_told_and_so_is_its_end(
    desk: Session, sent: Sent, derived: tuple[Exhibit, Exhibit]
):
    bar = leaving.bar_exhibit(desk, derived[0].id, v.BarKind.NO_DISCLOSURE, "The prosecutor asked")
    barred = due(desk, sent)

    leaving.lift_bar(desk, bar.id, "The prosecutor agrees")

    assert barred == {(v.NoticeKind.RESTRICTED, "E-8")}
    assert due(desk, sent) == {(v.NoticeKind.RECTIFIED, "E-8")}


def test_a_condition_on_what_a_sent_exhibit_was_derived_from_is_told(
    desk: Session, sent: Sent, derived: tuple[Exhibit, Exhibit]
):
    use_conditions.add_condition(desk, condition(sent.small, exhibit_id=derived[0].id, number="C-9"))

    assert due(desk, sent) == {(v.NoticeKind.RESTRICTED, "E-8 (C-9)")}


def test_a_condition_on_the_instrument_of_what_it_was_derived_from_is_told_to_whoever_has_it(
    desk: Session, sent: Sent, derived: tuple[Exhibit, Exhibit]
):
    under = derived[0].instrument_id
    use_conditions.add_condition(
        desk, condition(sent.small, instrument_id=under, exhibit_id=None, number="C-9")
    )

    told = {each.sent.number for each in notices.list_due(desk, sent.small.case.id)}
    assert told == {"B-001", "B-002"}


def test_a_sent_exhibit_with_the_bytes_of_abuse_material_is_recalled(desk: Session, sent: Sent):
    other = next(each for each in registry.EXHIBIT.all(desk.read) if each.number == "E-2")
    for each in (sent.exhibit, other):
        exhibit_files.add_file(
            desk, each.id, source=BytesIO(b"the same"), name="a.txt", media_type="text/plain"
        )

    leaving.bar_exhibit(desk, other.id, v.BarKind.ABUSE_MATERIAL, "Seen by the analyst")

    assert due(desk, sent) == {(v.NoticeKind.RECALLED, "E-1")}


def test_a_condition_of_use_that_came_later_is_told(desk: Session, sent: Sent):
    use_conditions.add_condition(desk, condition(sent.small, exhibit_id=sent.exhibit.id, number="C-9"))

    assert due(desk, sent) == {(v.NoticeKind.RESTRICTED, "E-1 (C-9)")}


def test_content_that_was_erased_is_recalled(desk: Session, sent: Sent):
    custody.record_custody_event(
        desk, sent.exhibit.id, act(v.CustodyAction.ERASED, document="Order of 1 June 2026"), second=ALONE
    )

    assert due(desk, sent) == {(v.NoticeKind.RECALLED, "E-1")}
