"""The return of a packet that never came, by a colleague's own program: what the threat model says of it."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.support import packets
from tests.support.assignments import Given, with_job
from tests.support.colleagues import broken
from tests.support.offices import LATER, NEXT_DAY, new_office, unlock
from tests.support.own_program import own_program
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assignment import PacketReturn
from thb_desktop.domain.ids import RowId
from thb_desktop.errors import PacketOlderError
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.vault.tables import registry


@pytest.mark.requirement("SR-58")
def test_it_is_named_by_nobody_and_keeps_the_true_packet_out(tmp_path: Path):
    made: list[Given] = []

    def fill(session: Session) -> None:
        made.append(with_job(session))

    folder = tmp_path / "office" / "office.thbvault"
    folder.parent.mkdir()
    new_office(folder, fill)
    assignment = packets.given_to_travel(folder, made[0])
    sent = packets.sent(folder, assignment, tmp_path / "packet")
    there = packets.taken_in(tmp_path / "packet", tmp_path / "laptop", sent.passphrase, sent.root)
    packets.declared(there)
    packets.worked(there)
    back = packets.returned(there, tmp_path / "back")

    with own_program(folder, PASSPHRASE, start=LATER) as program:
        session, at = program.session, program.next_time()
        (packet,) = registry.PACKET.where(session.read, "assignment_id", assignment.id)
        never = PacketReturn(
            id=RowId(session.new_id(at)),
            assignment_id=assignment.id,
            case_id=assignment.case_id,
            packet_id=packet.id,
            by_user=assignment.user_id,
            taken_by=session.user.id,
            at=at,
            sha256="ab" * 32,
            entries=1000,
            head="cd" * 32,
        )
        program.say(VaultAction.PACKET_TAKEN_BACK, assignment.id, never)

    with pytest.raises(PacketOlderError):
        packets.taken_back(folder, back)
    with closing(unlock(folder, start=NEXT_DAY)) as session:
        assert broken(session.opening.findings) == set()
        assert broken(health.check_vault(session).findings) == set()
