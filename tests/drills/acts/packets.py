"""A packet that leaves for an interpreter's laptop, and one that comes back from there."""

from contextlib import closing
from functools import partial
from pathlib import Path

from tests.drills.acts.assignments import with_job
from tests.drills.acts.key_changes import ADDED
from tests.drills.acts.office import Template, unlock
from tests.drills.acts.operation import Act, quiet
from tests.drills.acts.sending import digest_of, listed_in
from tests.support.assignments import first_turn
from tests.support.offices import environment
from tests.support.packets import ACCEPTED, taken_in
from tests.support.vaults import passphrase
from thb_desktop.services.assignments import declaring, desk, giving
from thb_desktop.services.core.session import Session
from thb_desktop.services.packets import sending, sending_back, taking_back
from thb_desktop.services.packets.sending import Addressed
from thb_desktop.vault.assigned import place_beside, unfinished_beside
from thb_desktop.vault.tables import registry

_WORDS = Addressed(words="en")
_TEXT = "Comprenez-vous ?"


def waiting(folder: Path, template: Template) -> None:
    """The job is given out to travel, and is still here."""
    with_job(folder, template)
    with closing(unlock(folder)) as session:
        giving.assign(session, registry.LANGUAGE_JOB.all(session.read)[0].id, travels=True)


def away(folder: Path, template: Template) -> None:
    """The packet left, was declared and worked on, and lies beside the vault as it came back."""
    waiting(folder, template)
    packet, place = _packet_of(folder), folder.with_name("laptop")
    with closing(unlock(folder)) as session:
        sent = sending.send_packet(session, registry.ASSIGNMENT.all(session.read)[0].id, packet, _WORDS)
    taken_in(packet, place, sent.passphrase, sent.root)
    store = desk.open_assignment(place, passphrase=passphrase(ADDED), environment=environment())
    declaring.declare(store, ACCEPTED)
    desk.render(store, first_turn(store), _TEXT)
    sending_back.send_back(store, folder.with_name("back"))


def send(folder: Path, _: Template) -> Act:
    session = unlock(folder)
    assignment = registry.ASSIGNMENT.all(session.read)[0]
    return quiet(partial(sending.send_packet, session, assignment.id, _packet_of(folder), _WORDS))


def packet_found(session: Session, folder: Path, _: Template) -> bool:
    """A named folder is recorded; what is recorded is whole, there or beside, and the way is gone with it."""
    target = _packet_of(folder)
    recorded = {packet.listed for packet in registry.PACKET.all(session.read)}
    if target.exists():
        assert listed_in(target) in recorded, "a packet has its final name and no event tells of it"
    there = [target] if target.exists() else list(target.parent.glob(f"{target.name}.*.part"))
    assert recorded <= set(map(listed_in, there)), "a packet is recorded and its folder is nowhere"
    for each in (one for one in there if listed_in(one) in recorded):
        for line in (each / "volumes.sha256").read_text("ascii").splitlines():
            digest, name = line.split("  ")
            assert digest_of(each / name) == digest, "a recorded packet has a volume that is not as listed"
    place = place_beside(folder, registry.ASSIGNMENT.all(session.read)[0].place)
    assert place.is_open_to_assignee is not bool(recorded), "the work is at both places, or at none"
    return bool(recorded)


def take_back(folder: Path, template: Template) -> Act:
    session = unlock(folder)
    return quiet(partial(taking_back.take_back, session, template.folder.with_name("back")))


def taking_found(session: Session, folder: Path, template: Template) -> bool:
    """What was taken back is recorded, and the store opens for the office; otherwise it can be done again."""
    is_done = bool(registry.PACKET_RETURN.all(session.read))
    assert unfinished_beside(folder) == ()
    if not is_done:
        taking_back.take_back(session, template.folder.with_name("back"))
    (taken,) = registry.PACKET_RETURN.all(session.read)
    assert taken.entries > 1
    return is_done


def _packet_of(folder: Path) -> Path:
    return folder.with_name("packet")
