"""Receipts on paper: entered by hand with their scan, and withdrawn with a reason if they were typed wrongly.

What a receipt accepts is confirmed in the custody of each exhibit; so is what a signed one accepts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_rules import is_ahead, is_disposed
from thb_desktop.domain.ids import ExhibitId, RowId
from thb_desktop.domain.package import Package
from thb_desktop.domain.receiving import PackageReceipt
from thb_desktop.domain.rights import Right
from thb_desktop.domain.times import to_text
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import (
    FutureEventError,
    NotFoundError,
    ReasonMissingError,
    ReceiptForeignError,
    ReceiptItemsError,
    ReceiptScanMissingError,
)
from thb_desktop.report.words import language_of
from thb_desktop.services.case_file.sheets import said
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.standing_files import standing_files
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.evidence.custody_acts import Act, record_exports
from thb_desktop.services.evidence.exhibit_lookup import standing_exhibit
from thb_desktop.services.messages.kept_messages import exhibits_in
from thb_desktop.vault.tables import registry


class Whose(StrEnum):
    """What is known of the office that gave a receipt, as the catalogue of sheets has it."""

    RECIPIENT = "receipt_of_recipient"
    OTHER = "receipt_of_other"
    UNKNOWN = "receipt_of_unknown"
    PAPER = "receipt_of_paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReceipt:
    """What the printed form says. sha256: as it was written there; scan: the exhibit that holds it.

    refused: by number, why an exhibit was refused.
    """

    from_party: str
    received_at: datetime
    sha256: str
    scan: ExhibitId
    refused: Mapping[str, str]
    remarks: str = ""


@permitted(Right.REGISTER_EXHIBITS)
def enter_paper_receipt(session: Session, package_id: RowId, paper: PaperReceipt) -> PackageReceipt:
    """Enter a receipt on paper, whose scan is an exhibit of the case.

    Raises NotFoundError, StruckOutError, ReasonMissingError without a name or a reason,
    ReceiptScanMissingError for an exhibit without a file, ReceiptForeignError for another digest,
    ReceiptItemsError for a number that the package does not have, FutureEventError.
    """
    package = registry.PACKAGE.find(session.read, package_id)
    scan = standing_exhibit(session.read, paper.scan)
    if package is None or scan.case_id != package.case_id:
        raise NotFoundError("there is no such package in this case file")
    if is_blank(paper.from_party) or any(map(is_blank, paper.refused.values())):
        raise ReasonMissingError("a receipt says who signed it, and why an exhibit was refused")
    if "".join(paper.sha256.split()).replace(":", "").lower() != package.sha256:
        raise ReceiptForeignError("the digest on the receipt is not that of the package")
    if is_ahead(paper.received_at, session.clock.read().at):
        raise FutureEventError("the receipt was signed in the future", "package_receipt.received_at")
    if not standing_files(session.read, scan.id):
        raise ReceiptScanMissingError("the exhibit of the scan has no file")
    numbers = exhibits_in(session.read, package)
    if not set(paper.refused) <= set(numbers.values()):
        raise ReceiptItemsError("the receipt names an exhibit that the package does not have")
    with session.work() as work:
        receipt = PackageReceipt(
            id=RowId(work.new_id()),
            package_id=package.id,
            office_id=None,
            exhibit_id=scan.id,
            from_party=paper.from_party.strip(),
            received_at=paper.received_at,
            entered_by=session.user.id,
            at=work.at,
            accepted=tuple(each for each, number in numbers.items() if number not in paper.refused),
            refused=tuple((number, because.strip()) for number, because in paper.refused.items()),
            remarks=paper.remarks.strip(),
        )
        confirm_receipt(
            work,
            package,
            receipt.accepted,
            scan.number,
            receipt,
            whose=Whose.PAPER,
            actor=session.user.name,
        )
        work.save(receipt)
        work.record(package.id, VaultAction.RECEIPT_ENTERED, package.number)
    return receipt


@permitted(Right.REGISTER_EXHIBITS)
def withdraw_paper_receipt(session: Session, receipt_id: RowId, reason: str) -> PackageReceipt:
    """Let a receipt on paper that was typed wrongly count no more; it is entered again as it is. It stays
    readable with the reason. A signed receipt stays as it came.

    Raises NotFoundError, ReasonMissingError.
    """
    receipt = registry.PACKAGE_RECEIPT.find(session.read, receipt_id)
    if receipt is None or receipt.office_id is not None or receipt.withdrawn_at is not None:
        raise NotFoundError("there is no such receipt on paper that stands")
    if is_blank(reason):
        raise ReasonMissingError("a receipt is withdrawn for a reason")
    with session.work() as work:
        withdrawn = replace(receipt, withdrawn_at=work.at, withdrawn_because=reason.strip())
        work.save(withdrawn)
        work.record(receipt.package_id, VaultAction.RECEIPT_WITHDRAWN, withdrawn.withdrawn_because)
    return withdrawn


def confirm_receipt(
    work: UnitOfWork,
    package: Package,
    accepted: Sequence[ExhibitId],
    document: str,
    receipt: PackageReceipt,
    *,
    whose: Whose,
    actor: str,
) -> None:
    """Enter in the custody of what was accepted that its receipt is confirmed: by which document, for which
    content, and by whom as far as it is known now. What was disposed of meanwhile has no further event; what
    the same document confirmed before, none again.
    """
    standing = [
        each
        for each in accepted
        if _awaits(registry.CUSTODY_EVENT.where(work.connection, "exhibit_id", each), document, package)
    ]
    case = registry.CASE_FILE.find(work.connection, package.case_id)
    language = language_of(case.language if case else "")
    act = Act(
        action=CustodyAction.RECEIPT_CONFIRMED,
        occurred_at=work.at,
        actor=actor,
        reason=package.number,
        document=document,
        sha256=package.sha256,
        note=f"{receipt.from_party} \u00b7 {to_text(receipt.received_at)} \u00b7 {said(whose, language)}",
    )
    record_exports(work, standing, act)


def _awaits(events: Sequence[CustodyEvent], document: str, package: Package) -> bool:
    confirmed = (CustodyAction.RECEIPT_CONFIRMED, document, package.sha256)
    return not is_disposed(events) and confirmed not in {
        (each.action, each.document, each.sha256) for each in events
    }
