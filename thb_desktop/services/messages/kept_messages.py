"""Messages of other offices that are kept: what a row says of one is what its file says, and is signed."""

from base64 import b64decode
from collections.abc import Collection, Iterator

from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.package import Package
from thb_desktop.domain.receiving import PackageReceipt, ReceivedItem, ReceivedNotice, ReceivedPackage
from thb_desktop.errors import CertificateError, MessageNotSoundError, OfficeUnknownError
from thb_desktop.findings import Finding, broken
from thb_desktop.services.core.told_entries import added_by
from thb_desktop.services.messages.signed_messages import Message, message_in
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.told_rows import RowName
from thb_desktop.verify import receipt_text
from thb_desktop.verify.notice_text import FORMS, NOTICE, Sent, ToldNotice, told_notice


def exhibits_in(connection: Connection, package: Package) -> dict[ExhibitId, str]:
    """Return the exhibits of which files travelled in a package, with their numbers."""
    files = registry.EXHIBIT_FILE.among(connection, "id", package.files)
    ids = dict.fromkeys(each.exhibit_id for each in files)
    return {each.id: each.number for each in registry.EXHIBIT.among(connection, "id", ids)}


def check_messages(connection: Connection) -> Iterator[Finding]:
    """Name each receipt and notice that its office did not sign as it stands here, with who entered it."""
    for receipt in registry.PACKAGE_RECEIPT.all(connection):
        if receipt.office_id is not None and not is_signed_receipt(connection, receipt):
            where, name = added_by(connection, RowName(registry.PACKAGE_RECEIPT.name, receipt.id))
            yield broken("message-unsigned.receipt", where=where, name=name)
    for notice in registry.RECEIVED_NOTICE.all(connection):
        if not _is_signed_notice(connection, notice):
            where, name = added_by(connection, RowName(registry.RECEIVED_NOTICE.name, notice.id))
            yield broken("message-unsigned.notice", where=where, name=name)


def is_signed_receipt(connection: Connection, receipt: PackageReceipt) -> bool:
    """Whether the office of a receipt signed it, for this package, with what its row says."""
    package = registry.PACKAGE.find(connection, receipt.package_id)
    message = _message(
        connection, receipt.office_id or "", receipt.data, receipt_text.RECEIPT, [receipt_text.FORM]
    )
    if package is None or message is None:
        return False
    try:
        told = receipt_text.told_receipt(message.text)
    except MessageNotSoundError:
        return False
    items = exhibits_in(connection, package)
    return (
        (told.package, told.sha256, told.size, told.sheet)
        == (package.id, package.sha256, package.size, package.sheet)
        and (told.id, message.sha256) == (receipt.foreign_id, receipt.sha256)
        and (told.received_at, told.remarks) == (receipt.received_at, receipt.remarks)
        and (told.head_size, told.head_root) == (receipt.head_size, receipt.head_root)
        and told.accepted == receipt.accepted
        and tuple((items.get(each, ""), because) for each, because in told.refused) == receipt.refused
    )


def about(connection: Connection, received: ReceivedPackage, told: ToldNotice) -> ExhibitId | None:
    """Return the exhibit of a package that a notice is about, as it is here; None if it was not imported, and
    if the notice is about several.
    """
    found = _named(connection, received, told)
    return found[0].exhibit_id if len(found) == 1 else None


def _named(connection: Connection, received: ReceivedPackage, told: ToldNotice) -> list[ReceivedItem]:
    named = {told.subject, *(each.id for each in told.of)}
    items = registry.RECEIVED_ITEM.where(connection, "received_id", received.id)
    return [each for each in items if each.foreign_id in named]


def _is_signed_notice(connection: Connection, notice: ReceivedNotice) -> bool:
    message = _message(connection, notice.office_id, notice.data, NOTICE, FORMS)
    if message is None:
        return False
    try:
        told = told_notice(message.text)
    except MessageNotSoundError:
        return False
    return (
        message.sha256 == notice.sha256
        and _is_of_its_place(connection, notice, told)
        and told
        == ToldNotice(
            id=notice.foreign_id,
            kind=notice.kind,
            sent=Sent(
                kind=notice.sent, id=told.sent.id, number=notice.sent_number, sha256=notice.sent_sha256
            ),
            subject=told.subject,
            number=notice.number,
            text=notice.text,
            made_at=notice.made_at,
            of=told.of,
        )
    )


def _is_of_its_place(connection: Connection, notice: ReceivedNotice, told: ToldNotice) -> bool:
    """Whether the row names the package that its notice names, and what it is about here. It names no exhibit
    that was imported after all, if the notice came before.
    """
    if notice.received_id is None:
        files = registry.EXHIBIT_FILE.where(connection, "exhibit_id", notice.exhibit_id or "")
        return notice.exhibit_id is None or told.sent.sha256 in {each.sha256 for each in files}
    received = registry.RECEIVED_PACKAGE.find(connection, notice.received_id)
    if received is None:
        return False
    about_here = about(connection, received, told)
    came_later = any(each.came_after_all for each in _named(connection, received, told))
    return (
        (told.sent.id, told.sent.sha256) == (received.foreign_id, received.sha256)
        and (notice.office_id, notice.case_id) == (received.office_id, received.case_id)
        and (notice.exhibit_id == about_here or (notice.exhibit_id is None and came_later))
    )


def _message(
    connection: Connection, office_id: str, kept: str, name: str, forms: Collection[str]
) -> Message | None:
    """Return a kept message of an office; None if it is none, or was not signed there."""
    office = registry.FOREIGN_OFFICE.find(connection, office_id)
    if office is None:
        return None
    try:
        return message_in(b64decode(kept), name, forms, [office])
    except (ValueError, CertificateError, MessageNotSoundError, OfficeUnknownError):
        return None
