"""A packet by real keys, on a laptop without a vault: opened, declared, worked on, sent back, and again; then
taken back and merged at the office. At each place a wrong passphrase is typed first, and nothing is lost.
"""

from contextlib import closing
from pathlib import Path

from tests.support.assigned_window import office_with_record
from tests.support.clerk import Clerk
from tests.support.controllers import INTERPRETER_PASSPHRASE, reopen
from tests.support.driven_language import types_in_a_turn
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.vocabulary import ConflictQuestion
from thb_desktop.services.assignments import giving
from thb_desktop.services.packets import sending
from thb_desktop.services.packets.sending import Addressed, Sent
from thb_desktop.vault.tables import registry
from thb_desktop.words import capital, word

FIRST, SECOND = "Ik kwam met een man, Samer.", "Hij nam mijn paspoort af."
TOLD = "Passphrase of the packet, or of the key file"
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


def unlocks(clerk: Clerk, secret: str = INTERPRETER_PASSPHRASE) -> None:
    clerk.waits_for_focus("Your passphrase")
    clerk.screen.types(secret)
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


def takes_back(clerk: Clerk, vault: Path, packet: Path) -> None:
    """At the office, on its computer: the packet opens with its key, and asks for no passphrase but that of
    the vault.
    """
    home = clerk.screen.work / "office"
    home.mkdir()
    clerk.screen.environment["HOME"] = str(home)
    clerk.program = clerk.screen.program(str(vault))
    for typed in (INTERPRETER_PASSPHRASE + "x", PASSPHRASE):
        clerk.waits_for_focus("Passphrase")
        clerk.screen.types(typed)
        clerk.screen.keys("Return")
        if typed != PASSPHRASE:
            clerk.reads("The vault does not open with this passphrase.")
    clerk.sees("Vault and user")
    clerk.takes_from_menu("Vault and user", "i")
    clerk.waits_for_button("Take back a packet\u2026")
    clerk.presses("Take back a packet\u2026")
    clerk.chooses_files("The packet that came back", str(packet))
    clerk.sees_dialog("What came back")
    clerk.takes("What came back")
    clerk.reads("Merged:")
    clerk.escapes()
    clerk.leaves()


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
    clerk.whispers(TOLD, INTERPRETER_PASSPHRASE)
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Type the passphrase again as its sender told it")
    assert not place.exists()
    clerk.whispers(TOLD, told.passphrase)
    clerk.takes("Open a packet")
    unlocks(clerk, told.passphrase)
    clerk.reads("Type your own once more, not that of the packet; nothing is lost.")
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

    clerk.leaves()
    assert not second.exists()
    takes_back(clerk, vault, first)

    with closing(reopen(vault)) as session:
        assert [each.text for each in registry.RENDERING_VERSION.all(session.read)] == [FIRST]
        (declared,) = registry.DECLARATION.all(session.read)
    assert declared.is_accepted
    assert clerk.screen.errors() == ""
