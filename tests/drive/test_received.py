"""A package of another office by real keys: examined, its office recorded, imported, answered."""

import hashlib
from contextlib import closing
from datetime import UTC
from pathlib import Path

from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509 import load_der_x509_certificate

from tests.services.receiving.test_notices_of_records import Sent, sent  # noqa: F401 - a fixture
from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.driven import office_with_record
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.vault.tables import registry
from thb_desktop.verify.run import Request, check_file

WORDS = "words of the key file"


def key_file(sent: Sent, path: Path) -> Path:  # noqa: F811
    certificate = load_der_x509_certificate(sent.addressee.certificate)
    locked = BestAvailableEncryption(WORDS.encode())
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(b"key", sent.addressee.private_key, certificate, None, locked)
    )
    return path


def records_the_office(clerk: Clerk, fingerprint: str) -> None:
    """First with another fingerprint, which is refused; then with the one that the office told."""
    clerk.reaches("Record this office")
    clerk.screen.keys("space")
    clerk.sees_dialog("Record an office abroad")
    clerk.fills(
        {
            "Name": "Cabinet of Liège",
            "State (two capital letters)": "BE",
            "Its fingerprint (SHA-256)": "0" * 64,
            "Who told it, and how": "the clerk of Liège by telephone",
        }
    )
    clerk.screen.keys("ctrl+Return")
    clerk.reads("fingerprint")
    clerk.fills({"Its fingerprint (SHA-256)": fingerprint})
    clerk.takes("Record an office abroad")


def test_a_package_is_received_by_keys_up_to_the_signed_receipt(
    clerk: Clerk,
    sent: Sent,  # noqa: F811
    tmp_path: Path,
):
    vault, receipt = tmp_path / "vault", tmp_path / "receipt.asice"
    office_with_record(vault, is_signed=True)
    clerk.opens(vault, PASSPHRASE)

    clerk.takes_from_menu("Vault and user", "r")
    clerk.sees_dialog("Packages: 2026/1")
    clerk.screen.keys("ctrl+Return")
    clerk.sees_dialog("Receive a package")
    clerk.fills(
        {
            "Folder or file of the package": str(sent.folder),
            "Your key file": str(key_file(sent, tmp_path / "k.p12")),
        }
    )
    clerk.whispers("Passphrase", WORDS)
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Record this office")
    records_the_office(clerk, hashlib.sha256(sent.root).hexdigest())
    clerk.reads("Number of the exhibit that holds it")
    at = SystemClock().read().at.astimezone(UTC)
    clerk.fills(
        {
            "Number of the exhibit that holds it": "R-1",
            "Received by": "Sarah Moreau",
            "Received on": at.strftime("%d.%m.%Y %H:%M"),
            "Place": "Bucharest",
        }
    )
    clerk.reaches("All that came")
    clerk.screen.keys("space")
    clerk.takes("Receive a package")
    clerk.reads("Sign a receipt for it")
    clerk.presses("Sign a receipt")
    clerk.sees_dialog(f"Sign a receipt for {sent.package.number}")
    clerk.fills({"Remarks": "Thank you", "New file": str(receipt)})
    clerk.takes(f"Sign a receipt for {sent.package.number}")
    clerk.reads("The receipt is signed")
    clerk.escapes()
    clerk.leaves()

    with closing(reopen(vault)) as session:
        (received,) = registry.RECEIVED_PACKAGE.all(session.read)
        (written,) = registry.WRITTEN_RECEIPT.all(session.read)
    assert received.sha256 == sent.package.sha256
    assert (written.received_id, written.remarks) == (received.id, "Thank you")
    assert written.sha256 == hashlib.sha256(receipt.read_bytes()).hexdigest()
    assert not any(each.standing == "broken" for each in check_file(Request(file=receipt)))
