"""A packet goes to the laptop of an interpreter and comes back: what is recorded, and what is merged."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support import packets
from tests.support.assignments import Given, office_copy, office_with_job, open_store
from tests.support.offices import unlock
from tests.support.recorded import recorded_exhibit, recording
from thb_desktop.domain.assignment import Assignment
from thb_desktop.errors import FileGivenAlongError, FileWithdrawnError, NoAssignmentError
from thb_desktop.findings import Standing
from thb_desktop.services.assignments import desk, returning
from thb_desktop.services.assignments.returning import Doubt
from thb_desktop.services.evidence import withdrawing
from thb_desktop.services.keeping import health
from thb_desktop.services.testimony import formalities, segments
from thb_desktop.vault.tables import chain, registry

Office = tuple[Path, Given, Assignment]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp("office") / "office.thbvault"
    given = office_with_job(folder)
    return folder, given, packets.given_to_travel(folder, given)


@pytest.fixture
def folder(template: Office, tmp_path: Path) -> Path:
    return office_copy(template[0], tmp_path / "office" / "office.thbvault")


@pytest.fixture
def given(template: Office) -> Given:
    return template[1]


@pytest.fixture
def assignment(template: Office) -> Assignment:
    return template[2]


@pytest.fixture
def there(folder: Path, assignment: Assignment, tmp_path: Path) -> Path:
    """The place of the packet on the interpreter's laptop."""
    sent = packets.sent(folder, assignment, tmp_path / "packet")
    return packets.taken_in(tmp_path / "packet", tmp_path / "laptop", sent.passphrase, sent.root)


def test_work_goes_out_in_a_packet_and_comes_back_merged_and_signed(
    folder: Path, assignment: Assignment, there: Path, tmp_path: Path
):
    packets.declared(there)
    packets.worked(there)
    back = packets.returned(there, tmp_path / "back")

    taken = packets.taken_back(folder, back)
    with closing(unlock(folder)) as session:
        returning.merge_assignment(session, assignment.id, taken.review)

    with closing(unlock(folder)) as session:
        assert [each.text for each in registry.RENDERING_VERSION.all(session.read)] == [packets.RENDERED]
        (declaration,) = registry.DECLARATION.all(session.read)
        (packet,) = registry.PACKET.all(session.read)
        acts = [each.parsed().action for each in chain.entries(session.read)]
        found = health.check_vault(session)
    assert declaration.is_accepted
    assert declaration.packet == packet.sha256
    told = [each for each in acts if "PACKET" in each or "MERGED" in each]
    assert told == ["PACKET_SENT", "PACKET_TAKEN_BACK", "ASSIGNMENT_MERGED"]
    assert not any(each.standing is Standing.BROKEN for each in found.findings)


def test_the_way_leaves_with_the_packet(folder: Path, assignment: Assignment, there: Path):
    with pytest.raises(NoAssignmentError):
        open_store(folder, assignment)

    packets.declared(there)
    with closing(packets.opened(there)) as session:
        assert len(desk.open_job(session).segments) == 3


def test_what_changed_in_the_office_meanwhile_is_shown_and_merged_all_the_same(
    folder: Path, given: Given, assignment: Assignment, there: Path, tmp_path: Path
):
    packets.declared(there)
    packets.worked(there)
    with closing(unlock(folder)) as session:
        first = registry.SEGMENT.where(session.read, "interview_id", given.interview.id)[0]
        segments.set_source(session, first.id, "Ați înțeles?")

    taken = packets.taken_back(folder, packets.returned(there, tmp_path / "back"))
    with closing(unlock(folder)) as session:
        returning.merge_assignment(session, assignment.id, taken.review)
        merged = registry.RENDERING_VERSION.all(session.read)

    assert [each.doubt for each in taken.review.doubts] == [Doubt.STALE]
    assert [each.text for each in merged] == [packets.RENDERED]


def test_a_recording_that_goes_along_is_read_on_the_laptop(tmp_path: Path):
    vault = tmp_path / "recorded.thbvault"
    given = office_with_job(vault)
    with closing(unlock(vault)) as session:
        exhibit = recorded_exhibit(session, given.interview.id, "E-90", [("Ioana.wav", b"RIFF" * 99)])
        recording(session, given.interview.id, exhibit)
    assignment = packets.given_to_travel(vault, given, with_recording=True)
    sent = packets.sent(vault, assignment, tmp_path / "packet")
    place = packets.taken_in(tmp_path / "packet", tmp_path / "laptop", sent.passphrase, sent.root)
    packets.declared(place)

    with closing(packets.opened(place)) as session:
        (file,) = desk.list_recorded(session)
        with closing(desk.open_recorded(session, file.file.id).reader) as reader:
            assert reader.read_at(0, 4) == b"RIFF"
        assert file.file.name == "recording-1"


def test_a_recording_that_was_withdrawn_since_does_not_leave(tmp_path: Path):
    vault = tmp_path / "recorded.thbvault"
    given = office_with_job(vault)
    with closing(unlock(vault)) as session:
        exhibit = recorded_exhibit(session, given.interview.id, "E-90", [("Ioana.wav", b"RIFF" * 99)])
        recording(session, given.interview.id, exhibit)
    assignment = packets.given_to_travel(vault, given, with_recording=True)
    with closing(unlock(vault)) as session:
        (file,) = registry.EXHIBIT_FILE.where(session.read, "exhibit_id", exhibit.id)
        with pytest.raises(FileGivenAlongError):
            withdrawing.withdraw_file(session, file.id, "Of another case")
        (named,) = registry.RECORDING.where(session.read, "interview_id", given.interview.id)
        formalities.change_formality(session, replace(named, exhibit_id=None))
        withdrawing.withdraw_file(session, file.id, "Of another case")

    with pytest.raises(FileWithdrawnError):
        packets.sent(vault, assignment, tmp_path / "packet")

    assert not (tmp_path / "packet").exists()
