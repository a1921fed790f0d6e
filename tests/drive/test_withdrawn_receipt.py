"""A receipt on paper that was typed wrongly is withdrawn by real keys: it stays, and counts no more."""

import io
from contextlib import closing
from pathlib import Path

from tests.services.receiving.test_notices_of_records import Sent, sent  # noqa: F401 - a fixture
from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.offices import LATER, NEXT_DAY, copy_of, registered, unlock
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.receiving.paper_receipts import PaperReceipt, enter_paper_receipt
from thb_desktop.vault.tables import registry


def with_receipt(sent: Sent, vault: Path) -> Path:  # noqa: F811
    """A copy of the office that sent, in which a receipt on paper was entered."""
    copy_of(sent.office, vault)
    with closing(unlock(vault, start=NEXT_DAY)) as session:
        scan = registered(session, sent.small, number="R-1")
        exhibit_files.add_file(
            session, scan.id, source=io.BytesIO(b"%PDF-1.4"), name="scan.pdf", media_type="application/pdf"
        )
        paper = PaperReceipt(
            from_party="Registry of DIICOT",
            received_at=LATER,
            sha256=sent.package.sha256,
            scan=scan.id,
            refused={},
        )
        enter_paper_receipt(session, sent.package.id, paper)
    return vault


def test_a_receipt_on_paper_is_withdrawn_by_keys(clerk: Clerk, sent: Sent, tmp_path: Path):  # noqa: F811
    vault = with_receipt(sent, tmp_path / "vault")
    clerk.opens(vault, PASSPHRASE)

    clerk.takes_from_menu("Vault and user", "r")
    clerk.sees_dialog("Packages: 2026/1")
    clerk.presses("Withdraw a receipt on paper")
    clerk.sees_dialog("Withdraw the last receipt on paper?")
    clerk.fills({"Reason": "It is of another package"})
    clerk.takes("Withdraw the last receipt on paper?")
    clerk.reads("is withdrawn")
    clerk.reads("Why: It is of another package")
    clerk.escapes()
    clerk.leaves()

    with closing(reopen(vault)) as session:
        (receipt,) = registry.PACKAGE_RECEIPT.all(session.read)
    assert (receipt.from_party, receipt.withdrawn_because) == (
        *("Registry of DIICOT", "It is of another package"),
    )
