"""Memory of this computer: whether it may reach the disk; checked at the unlock and recorded in the event
chain.
"""

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.rights import Right
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.journal import Event
from thb_desktop.vault.memory import MemoryRisk
from thb_desktop.vault.tables import chain

_SAID = {
    MemoryRisk.SWAP: "this computer swaps memory to a disk that is not encrypted",
    MemoryRisk.HIBERNATION: "hibernation would write memory to a disk that is not encrypted",
}
_SAFE = "memory no longer reaches a disk that is not encrypted"
_ABOUT_MEMORY = (VaultAction.MEMORY_MAY_REACH_DISK, VaultAction.MEMORY_STAYS_OFF_DISK)


@permitted(Right.SEE_OFFICE)
def find_risks(session: Session) -> frozenset[MemoryRisk]:
    """Return how memory may reach the disk here, without recording it."""
    look = session.environment.memory
    return look() if look is not None else frozenset()


@permitted(Right.SEE_OFFICE)
def note_memory(session: Session) -> frozenset[MemoryRisk]:
    """Return how memory may reach the disk here; record it if that differs from the last record.

    A vault that can only be read records nothing.
    """
    risks = find_risks(session)
    said = "; ".join(_SAID[risk] for risk in sorted(risks)) or _SAFE
    if session.environment.memory is None or said == (_last_said(session) or _SAFE):
        return risks
    if not session.is_writable:
        return risks
    action = VaultAction.MEMORY_MAY_REACH_DISK if risks else VaultAction.MEMORY_STAYS_OFF_DISK
    with session.work() as work:
        work.record(session.vault_id, action, said)
    return risks


def _last_said(session: Session) -> str:
    for signed in reversed(chain.entries_of(session.read, session.vault_id)):
        entry = signed.parsed()
        if entry.action in _ABOUT_MEMORY:
            opening = chain.opening_of(session.read, entry.seq)
            return Event.parse(opening.payload).reason if opening else ""
    return ""
