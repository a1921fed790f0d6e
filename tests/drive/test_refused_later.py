"""What was refused of a package by real keys: its reason is corrected, it is imported, and both are told."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC
from pathlib import Path

from tests.services.conftest import sample_office  # noqa: F401 - a fixture
from tests.services.receiving.conftest import bucharest, post  # noqa: F401 - fixtures
from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.offices import IDENTITY, ROLE, Small, copy_of, unlock
from tests.support.receiving import Post, arrival, examined, recorded_office
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.ids import PersonId
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.persons import people
from thb_desktop.services.receiving import arrivals
from thb_desktop.vault.tables import registry


def test_what_was_refused_is_imported_after_all_by_keys(
    clerk: Clerk,
    post: Post,  # noqa: F811
    bucharest: tuple[Path, Small],  # noqa: F811
    tmp_path: Path,
):
    vault = copy_of(bucharest[0], tmp_path / "vault")
    with closing(unlock(vault)) as session:
        recorded_office(session, post)
        said = arrival(bucharest[1], refused={"E-05": "Marked as classified by Zenobia Kask"})
        arrivals.import_package(session, examined(session, post), said)
        sealed = replace(IDENTITY, name="Zenobia Kask", aliases=(), contacts=())
        person = replace(bucharest[1].person, id=PersonId(""), code="V-02")
        people.add_person(session, person, sealed, (ROLE,))
    clerk.opens(vault, PASSPHRASE)

    clerk.takes_from_menu("Vault and user", "r")
    clerk.sees_dialog("Packages: 2026/1")
    clerk.presses("Sign a receipt")
    clerk.sees_dialog("Sign a receipt for P-001")
    clerk.fills({"New file": str(tmp_path / "receipt.asice")})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("A reason for which an exhibit was refused is corrected among the packages received.")
    clerk.escapes()
    clerk.presses("Correct why it was refused")
    clerk.sees_dialog("Correct why something of P-001 was refused")
    clerk.escapes()  # a dialog that was left does nothing any more
    clerk.presses("Correct why it was refused")
    clerk.sees_dialog("Correct why something of P-001 was refused")
    clerk.fills({"Exhibit that was refused": "E-05", "Why it was refused": "Marked as classified"})
    clerk.takes("Correct why something of P-001 was refused")
    clerk.reads("Why \u2066E-05\u2069 was refused is corrected.")
    clerk.presses("Sign a receipt")
    clerk.sees_dialog("Sign a receipt for P-001")
    clerk.fills({"New file": str(tmp_path / "receipt.asice")})
    clerk.takes("Sign a receipt for P-001")
    clerk.reads("The receipt is signed: ")
    clerk.presses("Import what was refused")
    clerk.sees_dialog("Import what was refused of P-001")
    clerk.escapes()
    clerk.presses("Import what was refused")
    clerk.sees_dialog("Import what was refused of P-001")
    clerk.reaches("Exhibits that were refused")
    clerk.screen.keys("space")
    at = SystemClock().read().at.astimezone(UTC)
    clerk.fills(
        {
            "Why they are imported now": "Declassified",
            "Received by": bucharest[1].official.name,
            "Received on": at.strftime("%d.%m.%Y %H:%M"),
            "Place": "Bucharest",
        }
    )
    clerk.takes("Import what was refused of P-001")
    clerk.reads("Imported after all: ")
    clerk.escapes()
    clerk.leaves()

    with closing(reopen(vault)) as session:
        (item,) = [each for each in registry.RECEIVED_ITEM.all(session.read) if each.refused_because]
        assert item.exhibit_id is not None
        (event,) = registry.CUSTODY_EVENT.where(session.read, "exhibit_id", item.exhibit_id)
    assert (item.number, item.refused_because) == ("E-05", "Marked as classified")
    assert item.formerly == ("Marked as classified by Zenobia Kask",)
    assert (tmp_path / "receipt.asice").is_file()
    assert event.reason.endswith("Marked as classified \u2192 Declassified")
