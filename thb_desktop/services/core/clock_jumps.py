"""Clock jumps: the clock of the office was set back, and nobody said why: nothing is signed (V-S-02)."""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.actions import ActionCode, VaultAction
from thb_desktop.domain.second_person import VALID_FOR
from thb_desktop.errors import ClockUnexplainedError
from thb_desktop.services.core.told_entries import entry_numbered
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, registry

SIGNING = frozenset(
    {
        *(VaultAction.INTERVIEW_SIGNED, VaultAction.RENDERINGS_CERTIFIED),
        *(VaultAction.VERSIONS_SIGNED, VaultAction.LANGUAGE_WORK_CERTIFIED),
        *(VaultAction.BUNDLE_MADE, VaultAction.PACKAGE_MADE, VaultAction.IDENTITY_ANNEX_MADE),
        *(VaultAction.RECEIPT_WRITTEN, VaultAction.NOTICE_GIVEN, VaultAction.PACKET_SENT),
    }
)
"""The acts by which something is signed that others rely on."""
LEAST = VALID_FOR
"""A clock that went back by less is told in the event chain, and nobody is asked why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockJump:
    """A clock that went back. before: the time of the last event until then; after: that of the clock."""

    before: datetime
    after: datetime


def recorded_jump(connection: Connection, vault_id: str) -> ClockJump | None:
    """Return the newest jump in the event chain that nobody explained since."""
    said = chain.acts_of(connection, vault_id, VaultAction.CLOCK_EXPLAINED)
    explained = max((signed.parsed().seq for signed, _ in said), default=0)
    for signed, _ in reversed(chain.acts_of(connection, vault_id, VaultAction.CLOCK_WENT_BACK)):
        entry = signed.parsed()
        if entry.seq < explained:
            break
        before = entry_numbered(connection, entry.seq - 1)
        if before is not None and before.at - entry.at > LEAST:
            return ClockJump(before=before.at, after=entry.at)
    return None


def verify_act(connection: Connection, vault_id: str, action: ActionCode) -> None:
    """Refuse to sign after a jump that nobody explained, also one recorded in the same transaction:
    ClockUnexplainedError.
    """
    if action not in SIGNING or any(office.is_store for office in registry.OFFICE.all(connection)):
        return
    if recorded_jump(connection, vault_id) is not None:
        raise ClockUnexplainedError("the clock of this computer went back, and nobody said why")
