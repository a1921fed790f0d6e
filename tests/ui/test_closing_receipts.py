"""What is said of a receipt that was entered: only that of the office of a recipient closes the transfer."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from thb_desktop.domain.ids import AgentId, BundleId, CaseId, ExhibitId, RowId
from thb_desktop.domain.package import Package
from thb_desktop.domain.receiving import PackageReceipt
from thb_desktop.findings import Finding, broken, holds, unknown
from thb_desktop.services.receiving.receipts import Sent
from ui.receiving.closing import told_of
from ui.receiving.model import Entered
from ui.tones import Tone

AT = datetime(2026, 6, 2, 9, tzinfo=UTC)
PACKAGE = Package(
    id=RowId("package"),
    case_id=CaseId("case"),
    bundle_id=BundleId("bundle"),
    number="P-001",
    made_by=AgentId("judge"),
    at=AT,
    sheet="",
    sha256="",
    size=1,
    volumes=1,
    listed="",
    with_words=False,
)
RECEIPT = PackageReceipt(
    id=RowId("receipt"),
    package_id=PACKAGE.id,
    office_id=RowId("office"),
    exhibit_id=None,
    from_party="DIICOT",
    received_at=AT,
    entered_by=AgentId("judge"),
    at=AT,
)
PAPER = replace(RECEIPT, office_id=None, exhibit_id=ExhibitId("scan"))


@pytest.mark.parametrize(
    ("receipt", "signer", "waiting", "expected"),
    [
        (RECEIPT, holds("receipt-from.recipient"), (), ("the transfer is closed", Tone.OK)),
        (PAPER, unknown("receipt-from.paper"), (), ("the transfer is closed", Tone.OK)),
        (RECEIPT, broken("receipt-from.other"), ("Judge",), ("the transfer is not closed", Tone.WARN)),
        (RECEIPT, holds("receipt-from.recipient"), ("Court",), ("no receipt of \u2068Court", Tone.WARN)),
        (RECEIPT, unknown("receipt-from.unknown"), (), ("Nobody recorded whether", Tone.WARN)),
    ],
)
def test_a_receipt_that_was_entered_closes_the_transfer_only_if_it_does(
    application: QApplication,
    receipt: PackageReceipt,
    signer: Finding,
    waiting: tuple[str, ...],
    expected: tuple[str, Tone],
):
    earlier = replace(receipt, id=RowId("earlier"))
    signers = (holds("receipt-from.recipient"), signer)
    sent = Sent(package=PACKAGE, receipts=(earlier, receipt), signers=signers, waiting=waiting)

    told, shown = told_of(Entered(receipt=receipt, sent=sent))

    assert expected[0] in told
    assert "P-001" in told
    assert shown is expected[1]


def test_a_receipt_from_before_its_package_is_told_as_a_doubt(application: QApplication):
    early = replace(RECEIPT, received_at=AT - timedelta(days=3))
    signers = (holds("receipt-from.recipient"),)
    sent = Sent(package=PACKAGE, receipts=(early,), signers=signers)

    told, shown = told_of(Entered(receipt=early, sent=sent))

    assert "the transfer is closed. The receipt says that the package was received at" in told
    assert shown is Tone.WARN
