"""Clock jumps: the clock of the office was set back, and nobody said why: nothing is signed (V-S-02)."""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.actions import ActionCode, VaultAction
from thb_desktop.domain.second_person import VALID_FOR
from thb_desktop.errors import ClockUnexplainedError
from thb_desktop.ledger.entry import Entry
from thb_desktop.services.core.stated_times import StatedTimes
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


def recorded_jump(connection: Connection, vault_id: str, *, now: datetime | None = None) -> ClockJump | None:
    """Return the newest jump in the event chain that nobody explained since; in small steps too.

    Between two entries that say so the times rise, so that the latest is that of the entry before. now: what
    the clock says, to find also a jump that no event records yet.
    """
    said = chain.acts_of(connection, vault_id, VaultAction.CLOCK_EXPLAINED)
    explained = max((signed.parsed().seq for signed, _ in said), default=0)
    found, times = None, StatedTimes()
    for signed, _ in chain.acts_of(connection, vault_id, VaultAction.CLOCK_WENT_BACK):
        entry = signed.parsed()
        if entry.seq > explained:
            found = _jump(times, entry_numbered(connection, entry.seq - 1), entry.at) or found
    last = chain.last_entry(connection) if now is not None else None
    return (_jump(times, last.parsed(), now) if last and now else None) or found


def _jump(times: StatedTimes, before: Entry | None, at: datetime) -> ClockJump | None:
    """Take the entry before, and a time after it that may be earlier. Return the jump, if it is one."""
    if before is None or before.at <= at:
        return None
    times.take_time(before.seq, before.at, is_back=False)
    back = times.take_time(before.seq + 1, at, is_back=True)
    return ClockJump(before=back.before, after=back.after) if back is not None else None


def verify_act(connection: Connection, vault_id: str, action: ActionCode) -> None:
    """Refuse to sign after a jump that nobody explained, also one recorded in the same transaction:
    ClockUnexplainedError.
    """
    if action not in SIGNING or any(office.is_store for office in registry.OFFICE.all(connection)):
        return
    if recorded_jump(connection, vault_id) is not None:
        raise ClockUnexplainedError("the clock of this computer went back, and nobody said why")
