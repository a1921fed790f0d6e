"""A packet comes back to a vault that was set back: the window says so by real keys, and takes nothing."""

from contextlib import closing
from pathlib import Path

from tests.support import packets
from tests.support.assigned_window import office_with_record
from tests.support.assignments import office_copy
from tests.support.clerk import Clerk
from tests.support.controllers import INTERPRETER_PASSPHRASE, environment, reopen
from tests.support.vaults import PASSPHRASE, passphrase
from thb_desktop.services.assignments import declaring, giving
from thb_desktop.services.assignments import desk as at_desk
from thb_desktop.services.packets import sending, sending_back
from thb_desktop.services.packets.sending import Addressed
from thb_desktop.vault.tables import registry


def sets_back(vault: Path, at: Path) -> Path:
    """Give work out, keep the vault as it was then, send the work, do it, and send it back; return the older
    vault.
    """
    with closing(reopen(vault)) as session:
        job = registry.LANGUAGE_JOB.all(session.read)[-1]
        assignment = giving.assign(session, job.id, note="", travels=True)
    older = office_copy(vault, at / "older" / "office.thbvault")
    with closing(reopen(vault)) as session:
        told = sending.send_packet(session, assignment.id, at / "packet", Addressed(words="en"))
    place = packets.taken_in(at / "packet", at / "laptop", told.passphrase, told.root)
    store = at_desk.open_assignment(
        place, passphrase=passphrase(INTERPRETER_PASSPHRASE), environment=environment()
    )
    declaring.declare(store, packets.ACCEPTED)
    at_desk.render(store, at_desk.open_job(store).segments[0].segment.id, "Ik kwam met een man.")
    sending_back.send_back(store, at / "back")
    return older


def test_a_packet_that_left_a_newer_vault_is_refused_in_the_window(clerk: Clerk, tmp_path: Path):
    vault = office_with_record(tmp_path / "office" / "office.thbvault")
    older = sets_back(vault, tmp_path)

    clerk.opens(older, PASSPHRASE)
    clerk.takes_from_menu("Vault and user", "i")
    clerk.waits_for_button("Take back a packet\u2026")
    clerk.presses("Take back a packet\u2026")
    clerk.chooses_files("The packet that came back", str(tmp_path / "back"))
    clerk.reads("This packet left the office when its chain had")
    clerk.reads("Nothing was taken back.")
    clerk.screen.picture("refused")
    clerk.escapes()
    clerk.leaves()

    with closing(reopen(older)) as session:
        assert registry.PACKET_RETURN.all(session.read) == ()
        assert registry.RENDERING_VERSION.all(session.read) == ()
    assert clerk.screen.errors() == ""
