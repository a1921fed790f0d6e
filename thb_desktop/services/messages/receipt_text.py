"""The text of a receipt: what it says of a package, as it is written."""

from datetime import datetime

from thb_desktop.domain.ids import RowId
from thb_desktop.domain.receiving import ReceivedItem, ReceivedPackage
from thb_desktop.domain.rights import Right
from thb_desktop.domain.times import to_text
from thb_desktop.errors import NotFoundError
from thb_desktop.ledger import canonical
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry
from thb_desktop.verify.receipt_text import FORM


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
