"""Arrivals: a package of another office is opened into the store, judged, quarantined, and taken in once."""

import os
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from tests.services.conftest import sample_office  # noqa: F401 - a fixture
from tests.support.offices import registered
from tests.support.packages import opened
from tests.support.receiving import (
    SENDER,
    Receiver,
    arrival,
    recorded_office,
)
from thb_desktop.crypto.envelopes.openers import KeyOpener
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import (
    AlreadyExistsError,
    AlreadyReceivedError,
    EnvelopeDamagedError,
    FileUnreadableError,
    NotARecipientError,
    NotFoundError,
    OfficeUnknownError,
    PackageFormError,
    PackageNotSoundError,
    ReasonMissingError,
)
from thb_desktop.findings import Standing
from thb_desktop.services.evidence import custody, exhibits
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.receiving import arrivals, offices
from thb_desktop.services.receiving.examining import Examined, examine, known_before
from thb_desktop.vault.tables import chain, registry
from thb_desktop.verify.run import Request, check_file


def codes(looked: Examined, standing: Standing) -> set[str]:
    return {each.code for each in looked.findings if each.standing is standing}


@pytest.mark.requirement("SR-37")
def test_an_unknown_signer_is_quarantined_and_nothing_is_taken_in(receiver: Receiver):
    looked = receiver.looked_at()

    assert looked.is_quarantined
    told = next(each for each in looked.findings if each.code == "received-quarantined")
    assert str(told.values["root"]).replace(" ", "").lower() == receiver.post.fingerprint
    with pytest.raises(OfficeUnknownError):
        arrivals.import_package(receiver.session, looked, arrival(receiver.small))
    assert receiver.objects == set()
    assert exhibits.list_exhibits(receiver.session, receiver.small.case.id) == ()


@pytest.mark.requirement("SR-37")
def test_once_the_fingerprint_is_compared_on_record_all_of_it_becomes_exhibits(receiver: Receiver):
    office = recorded_office(receiver.session, receiver.post)

    received = receiver.imported()

    sheet_files = receiver.post.made.package.files
    items = arrivals.items_of(receiver.session, received.id)
    assert received.office_id == office.id
    assert (received.number, received.sha256) == ("P-001", receiver.post.made.package.sha256)
    sender = receiver.post.desk.session
    sent = (registry.EXHIBIT_FILE.find(sender.read, each) for each in sheet_files)
    theirs = {each.sha256 for each in sent if each}
    ours: set[str] = set()
    for item in items:
        assert item.exhibit_id is not None
        full = exhibits.get_exhibit(receiver.session, item.exhibit_id)
        there = registry.EXHIBIT.find(sender.read, item.foreign_id)
        assert there is not None
        assert (full.exhibit.titles, full.exhibit.kind) == (there.titles, there.kind)
        assert full.exhibit.number == f"R-1-{item.number}"
        assert full.exhibit.root_id == received.exhibit_id
        ours |= {each.sha256 for each in full.files}
    assert ours == theirs


def test_the_first_event_of_each_names_the_package_and_the_state_of_the_other_chain(receiver: Receiver):
    recorded_office(receiver.session, receiver.post)
    received = receiver.imported()

    for item in arrivals.items_of(receiver.session, received.id):
        assert item.exhibit_id
        (event,) = custody.list_events(receiver.session, item.exhibit_id)
        assert event.action is CustodyAction.RECEIVED_FROM_FOREIGN_AUTHORITY
        assert (event.from_party, event.sha256, event.place) == (SENDER, received.sha256, "Bucharest")
        assert received.head_root in event.note
    signed = list(chain.entries(receiver.session.read))
    assert signed[-1].parsed().action == VaultAction.PACKAGE_RECEIVED
    kept = exhibits.get_exhibit(receiver.session, received.exhibit_id)
    assert [each.name for each in kept.files] == ["package.asice", "bundle.pdf", "custody-extract.json"]


def test_both_custody_records_agree_and_the_vault_is_whole_afterwards(receiver: Receiver, tmp_path: Path):
    recorded_office(receiver.session, receiver.post)
    received = receiver.imported()

    sender = receiver.post.desk.session
    head = next(
        each for each in chain.heads(sender.read) if each.parsed().size == received.head_size
    ).parsed()
    assert (head.root.hex(), head.at) == (received.head_root, received.head_at)
    kept = exhibits.get_exhibit(receiver.session, received.exhibit_id).files
    for each in kept:
        with receiver.session.vault.content.open(each.object_id, each.size) as file:
            (tmp_path / each.name).write_bytes(file.read())
    for name in ("package.asice", "bundle.pdf", "custody-extract.json"):
        findings = check_file(Request(file=tmp_path / name, roots=(receiver.post.root,)))
        assert {each.standing for each in findings} == {Standing.HOLDS}, name
    report = check_vault(receiver.session)
    assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()


def test_nothing_in_clear_is_written_beside_the_store(receiver: Receiver, tmp_path: Path):
    before = {each for each in tmp_path.rglob("*") if each.is_file()}
    looked = receiver.looked_at()
    new = {each for each in tmp_path.rglob("*") if each.is_file()} - before

    assert new
    assert all("content" in each.parts[-3:] for each in new)
    assert not any(b"%PDF-" in each.read_bytes() for each in new)
    looked.taken.drop()
    assert receiver.objects == set()


def test_a_package_is_taken_in_once(receiver: Receiver):
    recorded_office(receiver.session, receiver.post)
    receiver.imported()
    before = receiver.objects

    looked = receiver.looked_at()

    assert codes(looked, Standing.BROKEN) == {"received-again"}
    with pytest.raises(PackageNotSoundError):
        arrivals.import_package(receiver.session, looked, arrival(receiver.small, number="R-2"))
    assert receiver.objects == before


def test_a_package_that_was_looked_at_twice_is_taken_in_once(receiver: Receiver):
    recorded_office(receiver.session, receiver.post)
    first, second = receiver.looked_at(), receiver.looked_at()
    arrivals.import_package(receiver.session, first, arrival(receiver.small))
    before = receiver.objects

    with pytest.raises(AlreadyReceivedError):
        arrivals.import_package(receiver.session, second, arrival(receiver.small, number="R-2"))
    assert len(before - receiver.objects) == 1, "what was taken for the second is gone"
    assert check_vault(receiver.session).findings


def test_an_exhibit_is_refused_for_a_reason_and_stays_out(receiver: Receiver):
    recorded_office(receiver.session, receiver.post)

    received = receiver.imported(refused={"E-05": "Marked as classified"})

    items = {each.number: each for each in arrivals.items_of(receiver.session, received.id)}
    assert (items["E-05"].exhibit_id, items["E-05"].refused_because) == (None, "Marked as classified")
    assert sum(each.exhibit_id is None for each in items.values()) == 1


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"refused": {"E-99": "No such"}}, NotFoundError),
        ({"refused": {"E-05": " "}}, ReasonMissingError),
    ],
)
def test_a_refusal_that_says_nothing_is_refused_and_leaves_nothing(receiver: Receiver, changes, error):
    recorded_office(receiver.session, receiver.post)

    with pytest.raises(error):
        receiver.imported(**changes)
    assert receiver.objects == set()


def test_a_number_that_the_case_has_is_refused_and_nothing_stays(receiver: Receiver):
    recorded_office(receiver.session, receiver.post)
    registered(receiver.session, receiver.small, number="R-1-E-05")
    before = registry.EXHIBIT.all(receiver.session.read)

    with pytest.raises(AlreadyExistsError):
        receiver.imported()
    assert registry.EXHIBIT.all(receiver.session.read) == before
    assert registry.RECEIVED_PACKAGE.all(receiver.session.read) == ()
    assert receiver.objects == set()


def test_an_office_that_was_withdrawn_meanwhile_counts_no_more(receiver: Receiver):
    office = recorded_office(receiver.session, receiver.post)
    looked = receiver.looked_at()
    offices.withdraw_office(receiver.session, office.id, "Its key was stolen")

    with pytest.raises(OfficeUnknownError):
        arrivals.import_package(receiver.session, looked, arrival(receiver.small))
    assert receiver.looked_at().is_quarantined


def test_a_package_for_somebody_else_is_not_opened_and_leaves_nothing(receiver: Receiver):
    stranger = KeyOpener(
        certificate=receiver.post.addressee.certificate, private_key=receiver.post.desk.office.private_key
    )
    with pytest.raises((NotARecipientError, EnvelopeDamagedError)):
        examine(known_before(receiver.session), receiver.post.folder, (stranger,))
    assert receiver.objects == set()


def test_what_came_open_is_judged_too_and_its_files_beside_the_package_are_counted(
    receiver: Receiver, tmp_path: Path
):
    recorded_office(receiver.session, receiver.post)
    folder = tmp_path / "came"
    folder.mkdir()
    opened(receiver.post.folder, folder / "package.asice", receiver.post.addressee)
    (folder / "setup.exe").write_bytes(b"MZ")

    looked = receiver.looked_at(folder)

    assert codes(looked, Standing.UNKNOWN) == {"received-open", "received-others"}
    received = arrivals.import_package(receiver.session, looked, arrival(receiver.small))
    assert received.opened_with == ""


def test_a_container_with_holes_is_refused_before_it_fills_the_disk(receiver: Receiver, tmp_path: Path):
    path = tmp_path / "package.asice"
    opened(receiver.post.folder, path, receiver.post.addressee)
    os.truncate(path, 5 << 30)

    with pytest.raises(PackageFormError, match="longer"):
        receiver.looked_at(path)
    assert receiver.objects == set()


def test_a_folder_without_a_package_is_refused(receiver: Receiver, tmp_path: Path):
    (tmp_path / "empty").mkdir()

    with pytest.raises(FileUnreadableError):
        receiver.looked_at(tmp_path / "empty")


@pytest.mark.requirement("SR-33")
def test_a_volume_of_another_folder_is_refused_and_leaves_nothing(receiver: Receiver, tmp_path: Path):
    folder = tmp_path / "changed"
    shutil.copytree(receiver.post.folder, folder)
    volume = folder / "package.asice.001.p7m"
    data = bytearray(volume.read_bytes())
    data[len(data) // 2] ^= 1
    volume.write_bytes(data)

    with pytest.raises(EnvelopeDamagedError):
        receiver.looked_at(folder)
    assert receiver.objects == set()


def test_the_digest_of_the_opener_is_kept(receiver: Receiver):
    recorded_office(receiver.session, receiver.post)

    assert receiver.imported().opened_with == sha256(receiver.post.addressee.certificate).hexdigest()
