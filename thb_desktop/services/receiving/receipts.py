"""Receipts: what this office signs for a package that it received, and what comes back for what it sent.

A receipt names the package by its digest and its sheet, what was accepted and refused, and the state of the
sender's event chain that the receiver saw. So it closes the transfer, and it is an anchor outside the vault
that sent.
"""

import hashlib
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.custody_rules import is_ahead
from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.domain.package import Package
from thb_desktop.domain.receiving import PackageReceipt, WrittenReceipt
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import RecipientKind
from thb_desktop.errors import (
    NotFoundError,
    ReceiptAheadError,
    ReceiptForeignError,
    ReceiptHeadError,
    ReceiptItemsError,
    ReceiptSeenError,
)
from thb_desktop.findings import Finding, Standing, Value, broken, holds, unknown
from thb_desktop.services.bundling.publishing import published
from thb_desktop.services.core.clock_now import verify_explained
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.seen_states import has_state
from thb_desktop.services.core.session import Session
from thb_desktop.services.messages.kept_messages import exhibits_in, is_signed_receipt
from thb_desktop.services.messages.receipt_text import receipt_text
from thb_desktop.services.messages.signed_messages import packed_message, read_message, verify_free
from thb_desktop.services.receiving.no_identity import verify_no_identity
from thb_desktop.services.receiving.offices import roots_of, standing_offices
from thb_desktop.services.receiving.paper_receipts import Whose, confirm_receipt
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.verify.receipt_text import FORM, RECEIPT, ToldReceipt, told_receipt


class SentState(StrEnum):
    """What is known of a package that was sent."""

    SENT = "sent"
    RECEIVED = "received"
    REMARKS = "received-with-remarks"
    OTHER = "received-by-another-office"


_WHOSE = {
    Standing.HOLDS: Whose.RECIPIENT,
    Standing.BROKEN: Whose.OTHER,
    Standing.UNKNOWN: Whose.UNKNOWN,
}
"""What the custody record says of an office that signed a receipt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A package that was sent, the receipts that came back for it in order of time, and whose each is.

    waiting: the addressees of whom no receipt came. Of a receipt on paper, or of an office that nobody said
    to be theirs, it is not known which addressee gave it: it counts once all others have answered.
    withdrawn: those on paper that were typed wrongly; they count no more. roots: the fingerprint of each
    office by its id: one that was withdrawn and recorded again is the same.
    """

    package: Package
    receipts: tuple[PackageReceipt, ...]
    signers: tuple[Finding, ...] = ()
    waiting: tuple[str, ...] = ()
    withdrawn: tuple[PackageReceipt, ...] = ()
    roots: Mapping[RowId, str] = field(default_factory=dict)

    @property
    def state(self) -> SentState:
        """A remark in one of its receipts is a remark: of an office, in the last. What others alone signed
        closes nothing.
        """
        if not self.receipts:
            return SentState.SENT
        if self.signers and all(each.standing is Standing.BROKEN for each in self.signers):
            return SentState.OTHER
        return SentState.REMARKS if any(each.has_remarks for each in self.last) else SentState.RECEIVED

    @property
    def last(self) -> tuple[PackageReceipt, ...]:
        """The receipts without those that a later one of the same office supplements."""
        return _last(self.receipts, self.roots)

    def doubts_of(self, receipt: PackageReceipt) -> tuple[Finding, ...]:
        """What is doubtful of the time that a receipt says, by more than two clocks differ. It counts
        nevertheless: the clock of another office may have been wrong.
        """
        at = receipt.received_at
        if is_ahead(self.package.at, at):
            return (unknown("receipt-time.before", at=at, made=self.package.at),)
        if is_ahead(at, receipt.at):
            return (unknown("receipt-time.ahead", at=at, entered=receipt.at),)
        return ()


@permitted(Right.REGISTER_EXHIBITS)
def write_receipt(session: Session, received_id: RowId, target: Path, *, remarks: str = "") -> WrittenReceipt:
    """Sign a receipt for a package that was imported, record it, and write its file.

    Raises NotFoundError, NameInNoticeError for remarks or reasons that tell a sealed identity,
    AlreadyExistsError for a file of this name, SigningError, CertificateRenewalDueError,
    ClockUnexplainedError, StorageError.
    """
    received = registry.RECEIVED_PACKAGE.find(session.read, received_id)
    if received is None:
        raise NotFoundError("there is no such package in this vault")
    session.verify_writable()
    verify_explained(session)
    items = registry.RECEIVED_ITEM.where(session.read, "received_id", received.id)
    verify_no_identity(session, received.case_id, remarks, *(each.refused_because for each in items))
    verify_free(target)
    at = session.clock.read().at.replace(microsecond=0)
    receipt_id = RowId(session.new_id(at))
    text = receipt_text(session, received, receipt_id, at, remarks=remarks.strip())
    data = packed_message(session, RECEIPT, text, at)
    with published(target, data, randomness=session.environment.randomness), session.work() as work:
        written = WrittenReceipt(
            id=receipt_id,
            received_id=received.id,
            remarks=remarks.strip(),
            sha256=hashlib.sha256(data).hexdigest(),
            written_by=session.user.id,
            at=work.at,
        )
        work.save(written)
        work.record(received.id, VaultAction.RECEIPT_WRITTEN, received.number)
    return written


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def written_for(session: Session, received_id: RowId) -> tuple[WrittenReceipt, ...]:
    """Return the receipts that this office signed for a received package, in order of time."""
    return registry.WRITTEN_RECEIPT.where(session.read, "received_id", received_id)


@permitted(Right.REGISTER_EXHIBITS)
def import_receipt(session: Session, path: Path) -> PackageReceipt:
    """Enter a signed receipt for a package of this vault: the transfer is closed.

    Raises MessageNotSoundError, OfficeUnknownError, ReceiptForeignError for a package that this vault did not
    make as the receipt tells it, ReceiptAheadError for a time that is still to come, ReceiptItemsError,
    ReceiptHeadError for a state that this vault does not have, ReceiptSeenError for one that came before, and
    for a later one of the same office that takes nothing more than the last. One that accepts what was
    refused supplements it; both are kept. The custody of each exhibit that is accepted for the first time
    says that its receipt is confirmed. One from before its package was made counts: `Sent.doubts_of` tells.
    """
    message = read_message(path, RECEIPT, [FORM], standing_offices(session.read))
    told = told_receipt(message.text)
    package = _package_of(session.read, told)
    if is_ahead(told.received_at, session.clock.read().at):
        raise ReceiptAheadError("the receipt says that the package was received in the future")
    earlier = registry.PACKAGE_RECEIPT.where(session.read, "package_id", package.id)
    roots = roots_of(session.read)
    own = [each for each in earlier if each.office_id and roots.get(each.office_id) == message.office.sha256]
    before = {one for each in own for one in each.accepted}
    if own and not before < set(told.accepted):
        raise ReceiptSeenError("a receipt of this office for this package was entered already")
    items = exhibits_in(session.read, package)
    if sorted([*told.accepted, *(each for each, _ in told.refused)]) != sorted(items):
        raise ReceiptItemsError("the receipt does not name the exhibits of its package")
    if not has_state(session.read, told.head_size, told.head_root):
        raise ReceiptHeadError("the receipt names a state of the event chain that this vault does not have")
    with session.work() as work:
        receipt = PackageReceipt(
            id=RowId(work.new_id()),
            package_id=package.id,
            office_id=message.office.id,
            exhibit_id=None,
            from_party=message.office.name,
            received_at=told.received_at,
            entered_by=session.user.id,
            at=work.at,
            foreign_id=told.id,
            sha256=message.sha256,
            data=b64encode(message.data).decode("ascii"),
            accepted=told.accepted,
            refused=tuple((items[each], because) for each, because in told.refused),
            remarks=told.remarks,
            head_size=told.head_size,
            head_root=told.head_root,
        )
        accepted = [each for each in told.accepted if each not in before]
        whose = _WHOSE[_signer(session.read, package, receipt).standing]
        confirm_receipt(work, package, accepted, told.id, receipt, whose=whose, actor=session.user.name)
        work.save(receipt)
        work.record(package.id, VaultAction.RECEIPT_ENTERED, package.number)
    return receipt


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_sent(session: Session, case_id: CaseId) -> tuple[Sent, ...]:
    """List the packages of a case, each with the receipts that came back."""
    roots = roots_of(session.read)
    packages = registry.PACKAGE.where(session.read, "case_id", case_id)
    return tuple(_sent(session.read, each, roots) for each in packages)


@permitted(Right.READ_CASE)
def find_sent(session: Session, package_id: RowId) -> Sent:
    """Return a package with its receipts. Raises NotFoundError."""
    package = registry.PACKAGE.find(session.read, package_id)
    if package is None:
        raise NotFoundError("there is no such package in this vault")
    return _sent(session.read, package, roots_of(session.read))


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def items_sent(session: Session, case_id: CaseId, package_id: RowId) -> tuple[str, ...]:
    """Return the numbers of the exhibits of which files travelled in a package. Raises NotFoundError."""
    package = registry.PACKAGE.find(session.read, package_id)
    if package is None or package.case_id != case_id:
        raise NotFoundError("there is no such package in this case file")
    return tuple(exhibits_in(session.read, package).values())


@permitted(Right.CHECK_HEALTH)
def compare_receipt(session: Session, path: Path) -> tuple[Finding, ...]:
    """Say whether the present chain continues the state that a receipt names: an anchor outside the vault.

    Raises MessageNotSoundError, OfficeUnknownError.
    """
    told = told_receipt(read_message(path, RECEIPT, [FORM], standing_offices(session.read)).text)
    here = session.journal.size
    state: dict[str, Value] = {"size": told.head_size, "here": here}
    if here < told.head_size:
        return (broken("receipt-head.rolled-back", state),)
    if not has_state(session.read, told.head_size, told.head_root):
        return (broken("receipt-head.forked", state),)
    if registry.PACKAGE.find(session.read, told.package) is None:
        return (broken("receipt-head.package", state),)
    return (holds("receipt-head.same", state),)


def _sent(connection: Connection, package: Package, roots: Mapping[RowId, str]) -> Sent:
    entered = registry.PACKAGE_RECEIPT.where(connection, "package_id", package.id)
    came = tuple(each for each in entered if each.withdrawn_at is None)
    signers = tuple(_signer(connection, package, each) for each in came)
    return Sent(
        package=package,
        receipts=came,
        signers=signers,
        waiting=_waiting(connection, package, tuple(zip(came, signers, strict=True)), roots),
        withdrawn=tuple(each for each in entered if each.withdrawn_at is not None),
        roots=roots,
    )


def _waiting(
    connection: Connection,
    package: Package,
    answers: Sequence[tuple[PackageReceipt, Finding]],
    roots: Mapping[RowId, str],
) -> tuple[str, ...]:
    """Return the addressees who have not answered, by name; with a passphrase alone, that of the bundle."""
    answered = {
        roots[each.office_id]
        for each, told in answers
        if each.office_id and told.standing is Standing.HOLDS and each.office_id in roots
    }
    silent: list[str] = []
    for each in registry.RECIPIENT.among(connection, "id", package.recipients):
        if each.kind is RecipientKind.ADDRESSEE:
            own = _office_of(connection, each.sha256)
            if own is None or roots.get(own) not in answered:
                silent.append(each.name)
    if not silent and package.with_words and not answered:
        bundle = registry.BUNDLE.find(connection, package.bundle_id)
        silent = [bundle.recipient] if bundle else []
    counting = {each.id for each in _last([each for each, _ in answers], roots)}
    unknown_ones = sum(told.standing is Standing.UNKNOWN for each, told in answers if each.id in counting)
    return tuple(silent) if len(silent) > unknown_ones else ()


def _last(receipts: Sequence[PackageReceipt], roots: Mapping[RowId, str]) -> tuple[PackageReceipt, ...]:
    """Without those that a later one of the same office supplements; each on paper stands by itself."""
    signed = [(roots.get(each.office_id, each.office_id), each) for each in receipts if each.office_id]
    last = dict(signed)
    return tuple(each for each in receipts if each.office_id is None or each in last.values())


def _signer(connection: Connection, package: Package, receipt: PackageReceipt) -> Finding:
    """Say whether the office that signed a receipt is that of a recipient, by its recorded root."""
    if receipt.office_id is None:
        return unknown("receipt-from.paper", office=receipt.from_party)
    if not is_signed_receipt(connection, receipt):
        return broken("receipt-from.unsigned", office=receipt.from_party)
    every = registry.RECIPIENT.among(connection, "id", package.recipients)
    named = [_office_of(connection, each.sha256) for each in every if each.kind is RecipientKind.ADDRESSEE]
    signed = registry.FOREIGN_OFFICE.find(connection, receipt.office_id)
    of_recipients = registry.FOREIGN_OFFICE.among(connection, "id", [each for each in named if each])
    if signed is not None and signed.sha256 in {each.sha256 for each in of_recipients}:
        return holds("receipt-from.recipient", office=receipt.from_party)
    if package.with_words or None in named:
        return unknown("receipt-from.unknown", office=receipt.from_party)
    return broken("receipt-from.other", office=receipt.from_party)


def _office_of(connection: Connection, certificate: str) -> RowId | None:
    """Return the office of a certificate as it was recorded last: who said none can record it again."""
    rows = registry.RECIPIENT.where(connection, "sha256", certificate)
    return rows[-1].office_id if rows else None


def _package_of(connection: Connection, told: ToldReceipt) -> Package:
    package = registry.PACKAGE.find(connection, told.package)
    if package is None or (package.sha256, package.size, package.sheet) != (
        told.sha256,
        told.size,
        told.sheet,
    ):
        raise ReceiptForeignError("the receipt names a package that this vault did not make")
    return package
