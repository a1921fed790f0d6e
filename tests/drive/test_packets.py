"""A packet by real keys, on a laptop without a vault: opened, declared, worked on, sent back, and again."""

from contextlib import closing
from pathlib import Path

from tests.support import packets
from tests.support.assigned_window import office_with_record
from tests.support.clerk import Clerk
from tests.support.controllers import INTERPRETER_PASSPHRASE, reopen
from tests.support.driven_language import types_in_a_turn
from thb_desktop.domain.vocabulary import ConflictQuestion
from thb_desktop.services.assignments import giving, returning
from thb_desktop.services.packets import sending
from thb_desktop.services.packets.sending import Addressed, Sent
from thb_desktop.vault.tables import registry
from thb_desktop.words import capital, word

FIRST, SECOND = "Ik kwam met een man, Samer.", "Hij nam mijn paspoort af."
PROMISES = (
    "What I read and hear stays secret, also afterwards",
    "I work where nobody else sees or hears it",
    "I copy nothing out of the program",
    "I destroy what is left when the office has my work",
)


def sent(vault: Path, packet: Path) -> Sent:
    with closing(reopen(vault)) as session:
        job = registry.LANGUAGE_JOB.all(session.read)[-1]
        assignment = giving.assign(session, job.id, note="Names as they are.", travels=True)
        return sending.send_packet(session, assignment.id, packet, Addressed(words="en"))


def begins(clerk: Clerk) -> None:
    """Start the program on a laptop without a vault, and ask for a packet."""
    clerk.program = clerk.screen.program()
    clerk.sees("Open a packet for an interpreter")
    clerk.presses("Open a packet for an interpreter")
    clerk.sees_dialog("Open a packet")


def unlocks(clerk: Clerk) -> None:
    clerk.waits_for_focus("Your passphrase")
    clerk.screen.types(INTERPRETER_PASSPHRASE)
    clerk.screen.keys("Return")


def declares(clerk: Clerk) -> None:
    clerk.sees_dialog("Before the record opens")
    clerk.fills(
        {**dict.fromkeys(PROMISES, "Yes"), **{capital(word(each, "en")): "No" for each in ConflictQuestion}}
    )
    clerk.takes("Before the record opens")
    clerk.waits_for_focus("Account")


def renders(clerk: Clerk, text: str) -> None:
    """Type the rendering of the turn that is to be done, and write it."""
    clerk.screen.keys("ctrl+Down")
    types_in_a_turn(clerk)
    clerk.screen.types(text)
    clerk.reads("Kept ")
    clerk.screen.keys("Escape")
    clerk.waits_for_focus("Account")
    clerk.screen.keys("F9")


def sends_back(clerk: Clerk, packet: Path) -> None:
    """Hand back with work left, and write the packet; the first window comes again, without a vault."""
    clerk.screen.keys("F12")
    clerk.sees_dialog("Hand back with work left?")
    clerk.presses("Hand back all the same")
    clerk.sees_dialog("Write the packet for the office")
    clerk.fills({"New folder": str(packet)})
    clerk.takes("Write the packet for the office")
    clerk.sees_dialog("The packet is written")
    clerk.reads("Short code of the office when the work left")
    clerk.presses("Done")
    clerk.sees("Open a packet for an interpreter")


def test_a_packet_is_worked_on_at_a_laptop_without_a_vault_and_comes_back_twice(clerk: Clerk, tmp_path: Path):
    vault, packet, place = tmp_path / "office.thbvault", tmp_path / "packet", tmp_path / "here"
    first, second = tmp_path / "back", tmp_path / "back-again"
    office_with_record(vault)
    told = sent(vault, packet)

    begins(clerk)
    clerk.fills(
        {
            "The packet, or its place on this computer": str(packet),
            "New place for it here": str(place),
            "Fingerprint of the office's root certificate": told.root,
        }
    )
    clerk.whispers("Passphrase of the packet, or of the key file", told.passphrase)
    clerk.takes("Open a packet")
    unlocks(clerk)
    declares(clerk)
    clerk.reads("Names as they are.")
    renders(clerk, FIRST)
    sends_back(clerk, first)
    clerk.presses("Open a packet for an interpreter")
    clerk.sees_dialog("Open a packet")
    clerk.fills({"The packet, or its place on this computer": str(place)})
    clerk.takes("Open a packet")
    unlocks(clerk)
    clerk.waits_for_focus("Account")
    renders(clerk, SECOND)
    clerk.reads("Checked by its author: \u20662")

    with closing(reopen(vault)) as session:
        taken = packets.brought(session, first)
        assert [each.text for each in taken.review.versions] == [FIRST]
        assert taken.review.declaration is not None
        assert taken.review.declaration.is_accepted
        returning.merge_assignment(session, taken.taken.assignment_id, taken.review)
    assert not second.exists()
    assert clerk.screen.errors() == ""
