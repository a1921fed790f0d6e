"""What refuses a bundle and its package on the way, by real keys: each sentence, and what it asks for, done.

An order that binds not both States (V-X-09), headings in a language that is not accepted (V-X-03), a file
that tells a sealed identity, one that nobody could search, and a second person who refuses the release and
approves what was changed.
"""

from contextlib import closing
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.exported import SPECIAL
from tests.support.hiding import png_that_tells
from tests.support.instruments import added
from tests.support.offices import NAME, registered, small_case
from tests.support.recipients import holder
from tests.support.second_person import add_colleague
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.cooperation_codes import InstrumentType
from thb_desktop.domain.vocabulary import RecipientKind, UserRole
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.packaging import register
from thb_desktop.vault.tables import chain, registry

COLLEAGUE = "Maud Peeters"
LOOKED = "I looked at the picture"
WHY = "the purpose does not name the order"
NEW = "Register an order, request or agreement"


def begin(vault: Path) -> None:
    """An order to Romania, a text with a sealed name, a picture, a certificate of the office, and a second
    judge.
    """
    with closing(new_session(vault)) as session:
        small = small_case(session)
        added(session, small)
        for number, name, data in (
            ("E-1", "chat.txt", f"Come at nine, {NAME}".encode()),
            ("E-2", "room.png", png_that_tells("Zenobia")),
        ):
            kept = registered(session, small, number=number)
            exhibit_files.add_file(
                session, kept.id, source=BytesIO(data), name=name, media_type="application/octet-stream"
            )
        own = holder(
            ec.generate_private_key(ec.SECP256R1()), vault.parent, "office", since=SystemClock().read().at
        )
        register.add_recipient(
            session,
            RecipientKind.OWN_OFFICE,
            name="Registry",
            certificate=own.certificate_file,
            fingerprint=sha256(own.certificate).hexdigest(),
            told="the registrar",
        )
        add_colleague(session, COLLEAGUE, UserRole.INVESTIGATING_JUDGE)


def registers_what_binds(clerk: Clerk) -> None:
    """V-X-09: Ireland is not bound by the directive; the sentence names what binds both."""
    clerk.opens_section("Orders and requests")
    clerk.presses("Add")
    clerk.sees_dialog(NEW)
    clerk.fills(
        {
            "Number in the file": "EIO-2",
            "Kind": "European Investigation Order",
            "Reference": "LI-2",
            "From": "BE",
            "To": "IE",
        }
    )
    clerk.screen.keys("ctrl+Return")
    clerk.waits_for_focus("Kind")
    clerk.reads("does not bind \u2066IE\u2069 (V-X-09)")
    clerk.screen.picture("not-bound")
    clerk.fills({"Kind": "Request for mutual legal assistance (2000"})
    clerk.takes(NEW)


def is_refused_by_the_second_person(clerk: Clerk) -> None:
    """Who was asked to approve says why not, in her own name; who asked reads it on the page."""
    clerk.presses("Sign and save")
    clerk.sees_dialog("Sign and save the bundle")
    clerk.screen.keys("alt+f")
    clerk.sees_dialog("Refuse the release")
    clerk.screen.keys("ctrl+Return")
    clerk.waits_for_focus("Why, and what is to be changed")
    clerk.fills({"Why, and what is to be changed": WHY})
    clerk.screen.keys("ctrl+Return")
    clerk.waits_for_focus("Passphrase of the second person")
    clerk.screen.types(OTHER_PASSPHRASE)
    clerk.screen.picture("refusing")
    clerk.takes("Refuse the release")
    clerk.reads(f"\u2068{COLLEAGUE}\u2069 refused the release: \u2068{WHY}\u2069")
    clerk.reads("Change what they ask for, prepare it again, and ask once more.")
    clerk.screen.until(lambda: not clerk.reader.find("Sign and save the bundle", "dialog"), "it stays open")
    assert not any(each.is_enabled for each in clerk.reader.find("Sign and save", "push button"))
    clerk.screen.picture("refused")


def test_each_refusal_on_the_way_says_its_rule_and_is_resolved_by_keys(clerk: Clerk, tmp_path: Path):
    vault, bundle, folder = (tmp_path / name for name in ("vault", "bundle.pdf", "package"))
    begin(vault)
    clerk.opens(vault, PASSPHRASE)
    registers_what_binds(clerk)
    clerk.goes_to("Export", "ctrl+5")
    clerk.fills({"Purpose": "Execution", "Recipient": "DIICOT"})
    clerk.fills({"State of the recipient": "RO", "The recipient is": "Authority", SPECIAL: "No"})
    clerk.fills({"Under the instrument": "EIO-1"})
    clerk.reaches("All or none: Exhibits")
    clerk.screen.keys("space")
    clerk.fills({"Headings in": "French"})
    clerk.presses("Prepare the pages")
    clerk.reads("(V-X-03)")
    clerk.screen.picture("language")
    clerk.reads("RO accepts Romanian")
    clerk.reads("Choose an accepted language under \u201cHeadings in\u201d, or write why")
    clerk.reaches("Exhibits of which content is printed")
    clerk.screen.keys("End", "space")
    clerk.fills({"Headings in": "Romanian"})
    clerk.presses("Prepare the pages")
    clerk.presses("Sign and save")
    clerk.waits_for_focus("Why it leaves unsearched")
    clerk.reads("Not everything was searched for sealed identities: \u2066E-2\u2069. Leave it out, or look")
    clerk.screen.picture("unsearched-pages")
    assert not clerk.reader.find("Why in this language"), "what was resolved is asked no more"
    clerk.fills({"Why it leaves unsearched": LOOKED})
    is_refused_by_the_second_person(clerk)
    clerk.fills({"Purpose": "Execution of EIO-1"})
    clerk.presses("Prepare the pages")
    clerk.presses("Sign and save")
    clerk.sees_dialog("Sign and save the bundle")
    clerk.whispers("Passphrase of the second person", OTHER_PASSPHRASE)
    clerk.fills({"Save as": str(bundle)})
    clerk.screen.picture("sign")
    clerk.takes("Sign and save the bundle")
    clerk.reads("The saved file was read again and verified.")
    clerk.presses("Make the sealed package")
    clerk.sees_dialog("Make the sealed package")
    clerk.reaches("All that may leave")
    clerk.screen.keys("space")
    clerk.fills({"New passphrase in words": "English", "New folder": str(folder)})
    clerk.screen.keys("ctrl+Return")
    clerk.waits_for_focus("Files of exhibits that travel")
    clerk.reads("tell a sealed identity: \u2066E-1\u2069. Leave them out")
    clerk.screen.picture("identity")
    clerk.screen.keys("Home", "space")
    clerk.screen.keys("ctrl+Return")
    clerk.waits_for_focus("Why it leaves unsearched")
    clerk.reads("Not everything was searched for sealed identities: \u2066B-001, E-2\u2069.")
    clerk.screen.picture("unsearched")
    clerk.fills({"Why it leaves unsearched": LOOKED})
    clerk.takes("Make the sealed package")
    clerk.sees_dialog("Release the sealed package")
    clerk.waits_for_button("Refuse the release")
    clerk.screen.keys("alt+f")
    clerk.sees_dialog("Refuse the release")
    clerk.reads(f"{COLLEAGUE} (Investigating judge)")
    clerk.escapes()
    clerk.whispers("Passphrase of the second person", OTHER_PASSPHRASE)
    clerk.takes("Release the sealed package")
    clerk.sees_dialog("Encrypted for 2 recipients")
    clerk.screen.picture("made")
    clerk.escapes()
    clerk.leaves()

    with closing(reopen(vault)) as session:
        (made,), (packed,) = (table.all(session.read) for table in (registry.BUNDLE, registry.PACKAGE))
        (case,) = cases.list_cases(session)
        ((entry, _),) = chain.acts_of(session.read, case.case.id, VaultAction.RELEASE_REFUSED)
        refuser = registry.USER.find(session.read, entry.parsed().agent)
        orders = {each.number: each.type for each in registry.INSTRUMENT.all(session.read)}
    assert (made.unsearched_because, packed.unsearched_because) == (LOOKED, LOOKED)
    assert (made.warned, made.purpose) == ((), "Execution of EIO-1")
    assert refuser is not None
    assert refuser.name == COLLEAGUE
    assert orders == {"EIO-1": InstrumentType.EIO, "EIO-2": InstrumentType.MLA_REQUEST_2000}
    assert clerk.screen.errors() == ""
