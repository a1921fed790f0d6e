"""What the second person of an act signs."""

from collections.abc import Mapping

from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value

FORMAT = "thb-approval/1"
_SIGNED = ("id", "act", "subject", "requested_by", "approved_by", "at")


def approved_bytes(record: Mapping[str, Value], vault: str) -> bytes:
    """Return what the second person signs: the act, its subject, who asked, when, and the id for
    single use.

    record: of an approval, as events tell it.
    """
    return canonical.encode(
        {"format": FORMAT, "vault": vault, **{name: record.get(name) for name in _SIGNED}}
    )
