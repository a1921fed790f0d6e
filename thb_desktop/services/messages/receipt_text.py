"""The text of a receipt: what it says of a package, written and read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import ExhibitId, RowId
from thb_desktop.domain.receiving import ReceivedItem, ReceivedPackage
from thb_desktop.domain.rights import Right
from thb_desktop.domain.times import from_text, to_text
from thb_desktop.errors import FormatError, MessageNotSoundError, NotFoundError
from thb_desktop.ledger import canonical
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.messages.signed_messages import Message
from thb_desktop.vault.tables import registry
from thb_desktop.verify.package_sheet import list_of, number_of, object_of, text_of

RECEIPT, FORM = "receipt.json", "thb-receipt/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldReceipt:
    """What a receipt says.

    package, sha256, size, sheet: of the package. accepted, refused: exhibits by their ids at the sender, and
    why one was refused.
    """

    id: str
    package: str
    sha256: str
    size: int
    sheet: str
    head_size: int
    head_root: str
    received_at: datetime
    accepted: tuple[ExhibitId, ...]
    refused: tuple[tuple[ExhibitId, str], ...]
    remarks: str


@permitted(Right.REGISTER_EXHIBITS)
def receipt_text(
    session: Session, received: ReceivedPackage, receipt_id: RowId, at: datetime, *, remarks: str
) -> dict[str, canonical.Value]:
    """Say what became of a received package. Raises NotFoundError."""
    items = registry.RECEIVED_ITEM.where(session.read, "received_id", received.id)
    exhibit = registry.EXHIBIT.find(session.read, received.exhibit_id)
    if exhibit is None:
        raise NotFoundError("there is no such package in this vault")
    return {
        "format": FORM,
        "id": receipt_id,
        "at": to_text(at),
        "office": session.office_record.name,
        "signer": {"name": session.user.name, "function": session.user.role.value},
        "package": {
            "id": received.foreign_id,
            "number": received.number,
            "sha256": received.sha256,
            "size": received.size,
            "sheet": received.sheet,
        },
        "head": {"size": received.head_size, "root": received.head_root, "at": to_text(received.head_at)},
        "received_at": to_text(exhibit.collected_at),
        "accepted": [_accepted(each) for each in items if each.exhibit_id],
        "refused": [
            {"id": each.foreign_id, "number": each.number, "because": each.refused_because}
            for each in items
            if not each.exhibit_id
        ],
        "remarks": remarks,
    }


def _accepted(item: ReceivedItem) -> dict[str, canonical.Value]:
    """Say what was accepted, and of what was refused first also why."""
    told: dict[str, canonical.Value] = {"id": item.foreign_id, "number": item.number}
    return {**told, "refused_before": item.refused_because} if item.came_after_all else told


def told_receipt(message: Message) -> ToldReceipt:
    """Read a receipt. Raises MessageNotSoundError for one in another form."""
    told = message.text
    try:
        package, head = object_of(told["package"]), object_of(told["head"])
        return ToldReceipt(
            id=text_of(told["id"]),
            package=text_of(package["id"]),
            sha256=text_of(package["sha256"]),
            size=number_of(package["size"]),
            sheet=text_of(package["sheet"]),
            head_size=number_of(head["size"]),
            head_root=text_of(head["root"]),
            received_at=from_text(text_of(told["received_at"])),
            accepted=tuple(ExhibitId(text_of(each["id"])) for each in _objects(told["accepted"])),
            refused=tuple(
                (ExhibitId(text_of(each["id"])), text_of(each["because"]))
                for each in _objects(told["refused"])
            ),
            remarks=text_of(told["remarks"]),
        )
    except (FormatError, KeyError, ValueError):
        raise MessageNotSoundError("the receipt has a form that this version does not know") from None


def _objects(value: canonical.Value) -> Iterator[Mapping[str, canonical.Value]]:
    return (object_of(each) for each in list_of(value))
