"""Arrivals: a package of another office is opened into the store, judged, quarantined, and taken in once."""

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
    PackageNotSoundError,
    ReasonMissingError,
)
from thb_desktop.findings import Standing
from thb_desktop.services.casework import custody, exhibits
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.receiving import arrivals, offices
from thb_desktop.services.receiving.examining import Examined, examine, known_before
from thb_desktop.vault.tables import chain, registry
from thb_desktop.verify.run import Request, check_file


def codes(looked: Examined, standing: Standing) -> set[str]:
    return {each.code for each in looked.findings if each.standing is standing}


@pytest.mark.requirement("SR-37")
def test_an_unknown_signer_is_quarantined_and_nothing_is_taken_in(desk: Receiver):
    looked = desk.looked_at()

    assert looked.is_quarantined
    told = next(each for each in looked.findings if each.code == "received-quarantined")
    assert str(told.values["root"]).replace(" ", "").lower() == desk.post.fingerprint
    with pytest.raises(OfficeUnknownError):
        arrivals.import_package(desk.session, looked, arrival(desk.small))
    assert desk.objects == set()
    assert exhibits.list_exhibits(desk.session, desk.small.case.id) == ()


@pytest.mark.requirement("SR-37")
def test_once_the_fingerprint_is_compared_on_record_all_of_it_becomes_exhibits(desk: Receiver):
    office = recorded_office(desk.session, desk.post)

    received = desk.imported()

    sheet_files = desk.post.made.package.files
    items = arrivals.items_of(desk.session, received.id)
    assert received.office_id == office.id
    assert (received.number, received.sha256) == ("P-001", desk.post.made.package.sha256)
    sender = desk.post.desk.session
    sent = (registry.EXHIBIT_FILE.find(sender.read, each) for each in sheet_files)
    theirs = {each.sha256 for each in sent if each}
    ours: set[str] = set()
    for item in items:
        assert item.exhibit_id is not None
        full = exhibits.get_exhibit(desk.session, item.exhibit_id)
        there = registry.EXHIBIT.find(sender.read, item.foreign_id)
        assert there is not None
        assert (full.exhibit.titles, full.exhibit.kind) == (there.titles, there.kind)
        assert full.exhibit.number == f"R-1-{item.number}"
        assert full.exhibit.root_id == received.exhibit_id
        ours |= {each.sha256 for each in full.files}
    assert ours == theirs


def test_the_first_event_of_each_names_the_package_and_the_state_of_the_other_chain(desk: Receiver):
    recorded_office(desk.session, desk.post)
    received = desk.imported()

    for item in arrivals.items_of(desk.session, received.id):
        assert item.exhibit_id
        (event,) = custody.list_events(desk.session, item.exhibit_id)
        assert event.action is CustodyAction.RECEIVED_FROM_FOREIGN_AUTHORITY
        assert (event.from_party, event.sha256, event.place) == (SENDER, received.sha256, "Bucharest")
        assert received.head_root in event.note
    signed = list(chain.entries(desk.session.read))
    assert signed[-1].parsed().action == VaultAction.PACKAGE_RECEIVED
    kept = exhibits.get_exhibit(desk.session, received.exhibit_id)
    assert [each.name for each in kept.files] == ["package.asice", "bundle.pdf", "custody-extract.json"]


def test_both_custody_records_agree_and_the_vault_is_whole_afterwards(desk: Receiver, tmp_path: Path):
    recorded_office(desk.session, desk.post)
    received = desk.imported()

    sender = desk.post.desk.session
    head = next(
        each for each in chain.heads(sender.read) if each.parsed().size == received.head_size
    ).parsed()
    assert (head.root.hex(), head.at) == (received.head_root, received.head_at)
    kept = exhibits.get_exhibit(desk.session, received.exhibit_id).files
    for each in kept:
        with desk.session.vault.content.open(each.object_id, each.size) as file:
            (tmp_path / each.name).write_bytes(file.read())
    for name in ("package.asice", "bundle.pdf", "custody-extract.json"):
        findings = check_file(Request(file=tmp_path / name, roots=(desk.post.root,)))
        assert {each.standing for each in findings} == {Standing.HOLDS}, name
    report = check_vault(desk.session)
    assert {each.code for each in report.findings if each.standing is not Standing.HOLDS} == set()


def test_nothing_in_clear_is_written_beside_the_store(desk: Receiver, tmp_path: Path):
    before = {each for each in tmp_path.rglob("*") if each.is_file()}
    looked = desk.looked_at()
    new = {each for each in tmp_path.rglob("*") if each.is_file()} - before

    assert new
    assert all("content" in each.parts[-3:] for each in new)
    assert not any(b"%PDF-" in each.read_bytes() for each in new)
    looked.taken.drop()
    assert desk.objects == set()


def test_a_package_is_taken_in_once(desk: Receiver):
    recorded_office(desk.session, desk.post)
    desk.imported()
    before = desk.objects

    looked = desk.looked_at()

    assert codes(looked, Standing.BROKEN) == {"received-again"}
    with pytest.raises(PackageNotSoundError):
        arrivals.import_package(desk.session, looked, arrival(desk.small, number="R-2"))
    assert desk.objects == before


def test_a_package_that_was_looked_at_twice_is_taken_in_once(desk: Receiver):
    recorded_office(desk.session, desk.post)
    first, second = desk.looked_at(), desk.looked_at()
    arrivals.import_package(desk.session, first, arrival(desk.small))
    before = desk.objects

    with pytest.raises(AlreadyReceivedError):
        arrivals.import_package(desk.session, second, arrival(desk.small, number="R-2"))
    assert len(before - desk.objects) == 1, "what was taken for the second is gone"
    assert check_vault(desk.session).findings


def test_an_exhibit_is_refused_for_a_reason_and_stays_out(desk: Receiver):
    recorded_office(desk.session, desk.post)

    received = desk.imported(refused={"E-05": "Marked as classified"})

    items = {each.number: each for each in arrivals.items_of(desk.session, received.id)}
    assert (items["E-05"].exhibit_id, items["E-05"].refused_because) == (None, "Marked as classified")
    assert sum(each.exhibit_id is None for each in items.values()) == 1


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"refused": {"E-99": "No such"}}, NotFoundError),
        ({"refused": {"E-05": " "}}, ReasonMissingError),
    ],
)
def test_a_refusal_that_says_nothing_is_refused_and_leaves_nothing(desk: Receiver, changes, error):
    recorded_office(desk.session, desk.post)

    with pytest.raises(error):
        desk.imported(**changes)
    assert desk.objects == set()


def test_a_number_that_the_case_has_is_refused_and_nothing_stays(desk: Receiver):
    recorded_office(desk.session, desk.post)
    registered(desk.session, desk.small, number="R-1-E-05")
    before = registry.EXHIBIT.all(desk.session.read)

    with pytest.raises(AlreadyExistsError):
        desk.imported()
    assert registry.EXHIBIT.all(desk.session.read) == before
    assert registry.RECEIVED_PACKAGE.all(desk.session.read) == ()
    assert desk.objects == set()


def test_an_office_that_was_withdrawn_meanwhile_counts_no_more(desk: Receiver):
    office = recorded_office(desk.session, desk.post)
    looked = desk.looked_at()
    offices.withdraw_office(desk.session, office.id, "Its key was stolen")

    with pytest.raises(OfficeUnknownError):
        arrivals.import_package(desk.session, looked, arrival(desk.small))
    assert desk.looked_at().is_quarantined


def test_a_package_for_somebody_else_is_not_opened_and_leaves_nothing(desk: Receiver):
    stranger = KeyOpener(
        certificate=desk.post.addressee.certificate, private_key=desk.post.desk.office.private_key
    )
    with pytest.raises((NotARecipientError, EnvelopeDamagedError)):
        examine(known_before(desk.session), desk.post.folder, (stranger,))
    assert desk.objects == set()


def test_what_came_open_is_judged_too_and_its_files_beside_the_package_are_counted(
    desk: Receiver, tmp_path: Path
):
    recorded_office(desk.session, desk.post)
    folder = tmp_path / "came"
    folder.mkdir()
    opened(desk.post.folder, folder / "package.asice", desk.post.addressee)
    (folder / "setup.exe").write_bytes(b"MZ")

    looked = desk.looked_at(folder)

    assert codes(looked, Standing.UNKNOWN) == {"received-open", "received-others"}
    received = arrivals.import_package(desk.session, looked, arrival(desk.small))
    assert received.opened_with == ""


def test_a_folder_without_a_package_is_refused(desk: Receiver, tmp_path: Path):
    (tmp_path / "empty").mkdir()

    with pytest.raises(FileUnreadableError):
        desk.looked_at(tmp_path / "empty")


@pytest.mark.requirement("SR-33")
def test_a_volume_of_another_folder_is_refused_and_leaves_nothing(desk: Receiver, tmp_path: Path):
    folder = tmp_path / "changed"
    shutil.copytree(desk.post.folder, folder)
    volume = folder / "package.asice.001.p7m"
    data = bytearray(volume.read_bytes())
    data[len(data) // 2] ^= 1
    volume.write_bytes(data)

    with pytest.raises(EnvelopeDamagedError):
        desk.looked_at(folder)
    assert desk.objects == set()


def test_the_digest_of_the_opener_is_kept(desk: Receiver):
    recorded_office(desk.session, desk.post)

    assert desk.imported().opened_with == sha256(desk.post.addressee.certificate).hexdigest()
