"""Refused: an exhibit that was refused at the import is imported after all, and everything tells both."""

import io
import os
import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.services.conftest import sample_office  # noqa: F401 - a fixture
from tests.support.offices import IDENTITY, LATER, ROLE, copy_of, unlock
from tests.support.packages import ORDERED, opened
from tests.support.receiving import NAME, SENDER, Receiver, arrival, recorded_office
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import OfficialId, PersonId, RowId
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import (
    CustodyAppendOnlyError,
    NameInNoticeError,
    NotFoundError,
    NothingCorrectedError,
    OfficeUnknownError,
    PackageAnotherError,
    PackageFormError,
    ReasonMissingError,
    RefusalMissingError,
)
from thb_desktop.findings import Standing
from thb_desktop.ledger import canonical
from thb_desktop.package.unpacking import open_container
from thb_desktop.services.core.login import root_certificate, root_pem
from thb_desktop.services.evidence import custody, exhibits
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.packaging import package_files
from thb_desktop.services.persons import people
from thb_desktop.services.receiving import arrivals, offices, receipts
from thb_desktop.services.receiving.receipts import SentState
from thb_desktop.services.receiving.refused import AfterAll, correct_refusal, import_refused
from thb_desktop.vault.tables import chain, registry
from thb_desktop.verify.run import certificates_in

REFUSED = {"E-05": "Marked as classified"}


def after(receiver: Receiver, received_id: RowId, **changes: object) -> AfterAll:
    fields: dict[str, object] = {
        "received_id": received_id,
        "numbers": frozenset({"E-05"}),
        "because": "Declassified on 3 June",
        "received_by": receiver.small.official.id,
        "at": LATER,
        "place": "Bucharest",
        **changes,
    }
    return AfterAll(**fields)  # type: ignore[arg-type]


def test_what_was_refused_is_imported_after_all_and_its_custody_tells_both(receiver: Receiver):
    recorded_office(receiver.session, receiver.post)
    received = receiver.imported(refused=REFUSED)

    (item,) = import_refused(receiver.session, after(receiver, received.id))

    assert item.exhibit_id is not None
    assert (item.number, item.refused_because, item.came_after_all) == ("E-05", REFUSED["E-05"], True)
    full = exhibits.get_exhibit(receiver.session, item.exhibit_id)
    assert (full.exhibit.number, full.exhibit.parent_id) == ("R-1-E-05", received.exhibit_id)
    sender = receiver.post.desk.session
    theirs = registry.EXHIBIT_FILE.where(sender.read, "exhibit_id", item.foreign_id)
    assert {each.sha256 for each in full.files} == {each.sha256 for each in theirs}
    (event,) = custody.list_events(receiver.session, item.exhibit_id)
    assert event.action is CustodyAction.RECEIVED_FROM_FOREIGN_AUTHORITY
    assert (event.from_party, event.sha256) == (SENDER, received.sha256)
    assert event.reason.endswith(" \u00b7 Marked as classified \u2192 Declassified on 3 June")
    last = list(chain.entries(receiver.session.read))[-1].parsed()
    assert (last.action, last.subject) == (VaultAction.REFUSED_IMPORTED, received.id)
    report = check_vault(receiver.session)
    assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()


def told_by(path: Path) -> dict[str, canonical.Value]:
    text = canonical.parse(
        b"".join(open_container(io.BytesIO(path.read_bytes())).pieces("data/receipt.json"))
    )
    assert isinstance(text, dict)
    return text


def test_the_next_receipt_accepts_it_and_says_why_it_was_refused_before(receiver: Receiver, tmp_path: Path):
    recorded_office(receiver.session, receiver.post)
    received = receiver.imported(refused=REFUSED)
    receipts.write_receipt(receiver.session, received.id, tmp_path / "first.asice")
    import_refused(receiver.session, after(receiver, received.id))

    receipts.write_receipt(receiver.session, received.id, tmp_path / "second.asice")

    first, second = told_by(tmp_path / "first.asice"), told_by(tmp_path / "second.asice")
    foreign = next(each for each in arrivals.items_of(receiver.session, received.id) if each.number == "E-05")
    entry: dict[str, canonical.Value] = {"id": foreign.foreign_id, "number": "E-05"}
    assert first["refused"] == [{**entry, "because": REFUSED["E-05"]}]
    assert second["refused"] == []
    accepted = second["accepted"]
    assert isinstance(accepted, list)
    assert {**entry, "refused_before": REFUSED["E-05"]} in accepted
    assert sum("refused_before" in each for each in accepted if isinstance(each, dict)) == 1


def sealed_since(receiver: Receiver, name: str) -> None:
    """Somebody whose identity is sealed after the package came."""
    person, identity = (
        replace(receiver.small.person, id=PersonId(""), code="V-02"),
        replace(IDENTITY, name=name),
    )
    people.add_person(receiver.session, person, replace(identity, aliases=(), contacts=()), (ROLE,))


def test_a_reason_that_names_somebody_who_was_sealed_since_is_corrected_and_the_former_one_stays(
    receiver: Receiver, tmp_path: Path
):
    recorded_office(receiver.session, receiver.post)
    received = receiver.imported(refused={"E-05": "It shows Zenobia Kask"})
    sealed_since(receiver, "Zenobia Kask")
    path = tmp_path / "receipt.asice"
    with pytest.raises(NameInNoticeError):
        receipts.write_receipt(receiver.session, received.id, path)

    item = correct_refusal(receiver.session, received.id, "E-05", " It shows V-02 ")
    receipts.write_receipt(receiver.session, received.id, path)

    assert (item.refused_because, item.formerly) == ("It shows V-02", ("It shows Zenobia Kask",))
    assert told_by(path)["refused"] == [{"id": item.foreign_id, "number": "E-05", "because": "It shows V-02"}]
    acts = [each.parsed() for each in chain.entries(receiver.session.read)]
    assert received.id in {each.subject for each in acts if each.action == VaultAction.REFUSAL_CORRECTED}
    report = check_vault(receiver.session)
    assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()


def test_of_what_was_imported_after_all_the_reason_is_corrected_too(receiver: Receiver, tmp_path: Path):
    recorded_office(receiver.session, receiver.post)
    received = receiver.imported(refused=REFUSED)
    import_refused(receiver.session, after(receiver, received.id))

    first = correct_refusal(receiver.session, received.id, "E-05", "Marked RESTREINT")
    second = correct_refusal(receiver.session, received.id, "E-05", "Marked")
    receipts.write_receipt(receiver.session, received.id, tmp_path / "receipt.asice")

    assert (first.formerly, second.formerly) == ((REFUSED["E-05"],), (REFUSED["E-05"], "Marked RESTREINT"))
    assert '"refused_before":"Marked"' in canonical.encode(told_by(tmp_path / "receipt.asice")).decode()
    report = check_vault(receiver.session)
    assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()


def test_such_a_reason_says_something_else_without_a_name_of_what_was_refused(receiver: Receiver):
    recorded_office(receiver.session, receiver.post)
    received = receiver.imported(refused=REFUSED)
    accepted = next(each for each in arrivals.items_of(receiver.session, received.id) if each.exhibit_id)

    for number, because, error in (
        ("E-99", "Not readable", NotFoundError),
        (accepted.number, "Not readable", NotFoundError),
        ("E-05", " ", ReasonMissingError),
        ("E-05", REFUSED["E-05"], NothingCorrectedError),
        ("E-05", f"It shows {IDENTITY.name}", NameInNoticeError),
    ):
        with pytest.raises(error):
            correct_refusal(receiver.session, received.id, number, because)
    (item,) = [each for each in arrivals.items_of(receiver.session, received.id) if each.refused_because]
    assert (item.refused_because, item.formerly) == (REFUSED["E-05"], ())


def test_of_two_that_have_one_number_there_no_reason_is_corrected_by_chance(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
):
    """Another program of the sender may give a number twice."""
    recorded_office(receiver.session, receiver.post)
    received = receiver.imported(refused=REFUSED)
    where = type(registry.RECEIVED_ITEM).where

    def twice(table: Any, *asked: Any) -> tuple[Any, ...]:
        found = where(table, *asked)
        again = table is registry.RECEIVED_ITEM and [replace(each, id=RowId("other")) for each in found]
        return (*found, *(again or ()))

    monkeypatch.setattr(type(registry.RECEIVED_ITEM), "where", twice)

    with pytest.raises(NotFoundError):
        correct_refusal(receiver.session, received.id, "E-05", "Marked")


@pytest.mark.parametrize(
    "changes",
    [
        {"refused_because": "Another"},
        {"refused_because": "Another", "formerly": ("Invented",)},
        {"formerly": ("Invented",)},
        {"formerly": ()},
        {"refused_because": "Another", "formerly": ("First",)},
    ],
)
def test_the_vault_takes_no_other_reason_without_the_former_ones(receiver: Receiver, changes: dict[str, Any]):
    recorded_office(receiver.session, receiver.post)
    received = receiver.imported(refused={"E-05": "First"})
    item = correct_refusal(receiver.session, received.id, "E-05", "Second")

    with receiver.session.work() as work, pytest.raises(CustodyAppendOnlyError):
        work.save(replace(item, **changes))


def test_it_is_imported_once_for_a_reason_and_only_what_was_refused(receiver: Receiver):
    recorded_office(receiver.session, receiver.post)
    received = receiver.imported(refused=REFUSED)
    before = receiver.objects

    for changes, error in (
        ({"because": " "}, ReasonMissingError),
        ({"numbers": frozenset({"E-01"})}, NotFoundError),
        ({"numbers": frozenset()}, NotFoundError),
        ({"received_id": RowId("none")}, NotFoundError),
        ({"received_by": OfficialId("nobody")}, NotFoundError),
    ):
        with pytest.raises(error):
            import_refused(receiver.session, replace(after(receiver, received.id), **changes))
        assert receiver.objects == before
    import_refused(receiver.session, after(receiver, received.id))
    with pytest.raises(NotFoundError):
        import_refused(receiver.session, after(receiver, received.id))


def test_of_an_office_that_counts_no_more_nothing_is_imported(receiver: Receiver):
    office = recorded_office(receiver.session, receiver.post)
    received = receiver.imported(refused=REFUSED)
    offices.withdraw_office(receiver.session, office.id, "Its key was stolen")

    with pytest.raises(OfficeUnknownError):
        import_refused(receiver.session, after(receiver, received.id))


def test_the_same_package_that_is_brought_again_gives_the_same(receiver: Receiver):
    recorded_office(receiver.session, receiver.post)
    received = receiver.imported(refused=REFUSED)
    before = receiver.objects

    (item,) = import_refused(
        receiver.session,
        after(receiver, received.id),
        package=receiver.post.folder,
        openers=(receiver.post.opener,),
    )

    assert item.exhibit_id is not None
    files = exhibits.get_exhibit(receiver.session, item.exhibit_id).files
    assert receiver.objects - before == {each.object_id for each in files}
    assert before <= receiver.objects
    report = check_vault(receiver.session)
    assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()


def test_large_files_that_did_not_come_are_brought_later_with_their_package(
    receiver: Receiver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("SMALL", "LARGE"):
        monkeypatch.setattr(package_files, name, 1000)
    recorded_office(receiver.session, receiver.post)
    whole, short = tmp_path / "whole", tmp_path / "short"
    receiver.post.desk.made(tmp_path / "sent", identities_because=ORDERED)
    opened(tmp_path / "sent", whole, receiver.post.addressee)
    shutil.copytree(whole, short, ignore=shutil.ignore_patterns("media-*"))
    looked = receiver.looked_at(short)
    absent = {each.number for each in looked.exhibits if each.absent}
    number = min(absent)
    looked.taken.drop()
    holes = shutil.copytree(whole, tmp_path / "holes")
    os.truncate(next(each for each in holes.iterdir() if each.name.startswith("media-")), 1 << 40)
    with pytest.raises(PackageFormError, match="longer"):
        receiver.looked_at(holes)
    assert receiver.objects == set()
    with pytest.raises(RefusalMissingError):
        arrivals.import_package(receiver.session, receiver.looked_at(short), arrival(receiver.small))
    received = arrivals.import_package(
        receiver.session,
        receiver.looked_at(short),
        arrival(receiver.small, refused=dict.fromkeys(absent, "Did not come")),
    )
    before = receiver.objects
    again = after(receiver, received.id, numbers=frozenset({number}), because="It came by courier")

    for package, error in (
        (None, RefusalMissingError),
        (short, RefusalMissingError),
        (receiver.post.folder, PackageAnotherError),
    ):
        with pytest.raises(error):
            import_refused(receiver.session, again, package=package, openers=(receiver.post.opener,))
        assert receiver.objects == before
    (item,) = import_refused(receiver.session, again, package=whole)

    assert item.exhibit_id is not None
    files = exhibits.get_exhibit(receiver.session, item.exhibit_id).files
    assert receiver.objects - before == {each.object_id for each in files}
    report = check_vault(receiver.session)
    assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()


def test_at_the_sender_the_second_receipt_supplements_the_first(receiver: Receiver, tmp_path: Path):
    post, there = receiver.post, receiver.session
    recorded_office(there, post)
    received = receiver.imported(refused=REFUSED)
    receipts.write_receipt(there, received.id, tmp_path / "first.asice")
    import_refused(there, after(receiver, received.id))
    receipts.write_receipt(there, received.id, tmp_path / "second.asice")
    root = tmp_path / "root.pem"
    root.write_text(root_pem(there.office_record))
    liege = unlock(copy_of(post.office, tmp_path / "liege.thbvault"))
    told = sha256(root_certificate(there.office_record)).hexdigest()
    added = {"name": NAME, "country": "RO", "roots": certificates_in(root), "fingerprint": told}
    offices.add_office(liege, told="By telephone", **added)

    first = receipts.import_receipt(liege, tmp_path / "first.asice")
    second = receipts.import_receipt(liege, tmp_path / "second.asice")

    listed = receipts.list_sent(liege, post.made.package.case_id)
    sent = next(each for each in listed if each.package.id == post.made.package.id)
    assert (sent.receipts, sent.state) == ((first, second), SentState.RECEIVED)
    assert (first.refused, second.refused) == ((("E-05", "Marked as classified"),), ())
    assert len(second.accepted) == len(first.accepted) + 1
    liege.close()
