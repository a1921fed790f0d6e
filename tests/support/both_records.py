"""The custody of what was sent, as the office that sent it and the one that received it have it."""

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.receiving import arrival_note
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import chain, registry


def agreed(ours: Session, theirs: Session) -> int:
    """Compare the custody of each exhibit that was sent with that of the office that received it: digests,
    states of the chain and times; return how many were compared.
    """
    (package,), (receipt,) = registry.PACKAGE.all(ours.read), registry.PACKAGE_RECEIPT.all(ours.read)
    (received,) = registry.RECEIVED_PACKAGE.all(theirs.read)
    head = chain.head_at(ours.read, received.head_size)
    assert head is not None
    assert head.parsed().root.hex() == received.head_root == receipt.head_root
    assert (head.parsed().at, received.head_size) == (received.head_at, receipt.head_size)
    assert received.sha256 == package.sha256
    items = registry.RECEIVED_ITEM.where(theirs.read, "received_id", received.id)
    for item in items:
        here = registry.EXHIBIT.find(ours.read, item.foreign_id)
        assert here is not None
        assert here.number == item.number
        (left,) = events(ours, here.id, CustodyAction.EXPORTED, package.sha256)
        confirmed = events(ours, here.id, CustodyAction.RECEIPT_CONFIRMED, package.sha256)
        if item.exhibit_id is None:
            assert confirmed == []
            continue
        arrived = registry.CUSTODY_EVENT.where(theirs.read, "exhibit_id", item.exhibit_id)[0]
        assert arrived.action is CustodyAction.RECEIVED_FROM_FOREIGN_AUTHORITY
        assert arrived.sha256 == left.sha256
        assert arrived.note == arrival_note(here.number, received.head_size, received.head_root)
        assert left.recorded_at <= arrived.recorded_at
        assert receipt.received_at == arrived.occurred_at
        ((document, at),) = [(each.document, each.recorded_at) for each in confirmed]
        assert document == receipt.foreign_id
        assert arrived.recorded_at <= at
        sent = registry.EXHIBIT_FILE.where(ours.read, "exhibit_id", here.id)
        came = registry.EXHIBIT_FILE.where(theirs.read, "exhibit_id", item.exhibit_id)
        assert sorted(each.sha256 for each in sent if each.id in package.files) == sorted(
            each.sha256 for each in came
        )
    return len(items)


def events(session: Session, exhibit_id: ExhibitId, action: CustodyAction, digest: str) -> list[CustodyEvent]:
    found = registry.CUSTODY_EVENT.where(session.read, "exhibit_id", exhibit_id)
    return [each for each in found if (each.action, each.sha256) == (action, digest)]
