"""A packet goes to the laptop of an interpreter and comes back: what is recorded, and what is merged."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.support import packets
from tests.support.assignments import Given, office_copy, office_with_job, open_store
from tests.support.offices import unlock
from thb_desktop.domain.assignment import Assignment
from thb_desktop.errors import NoAssignmentError
from thb_desktop.findings import Standing
from thb_desktop.services.assignments import desk, returning
from thb_desktop.services.keeping import health
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
