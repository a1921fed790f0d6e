"""The approval of an act of two persons: the bytes that the second person signs (docs/formats/vault.md)."""

from thb_desktop.domain.second_person import Approval
from thb_desktop.domain.times import to_text
from thb_desktop.ledger import canonical

FORMAT = "thb-approval/1"


def approved_bytes(approval: Approval, vault: str) -> bytes:
    """Return the signed bytes: the act, its subject, who asked, when, and the id for single use.

    vault: its id.
    """
    return canonical.encode(
        {
            "format": FORMAT,
            "vault": vault,
            "id": approval.id,
            "act": approval.act.value,
            "subject": approval.subject,
            "requested_by": approval.requested_by,
            "approved_by": approval.approved_by,
            "at": to_text(approval.at),
        }
    )
