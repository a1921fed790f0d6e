"""Recorded ways: the keyslots of the header are those that the last change of them recorded.

Whoever has a passphrase has the master key, and can write a header: with a false recovery code in the place
of another user's, or with a further one of their own. So each change records whose keyslots there are.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from thb_desktop.crypto.keyslots import Slot, SlotKind
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.change import Change
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.office import KEYSLOTS, Way
from thb_desktop.domain.people import User
from thb_desktop.findings import Finding, unknown
from thb_desktop.ledger.entry import Entry
from thb_desktop.services.core.keys import agent_of, user_id_of
from thb_desktop.vault.tables import registry


def way_of(slot: Slot) -> Way:
    """Return a keyslot as it is recorded: its kind, its user, and the SHA-256 of it."""
    return slot.kind.name, agent_of(slot.user_id), sha256(slot.to_bytes()).hexdigest()


def ways_after(
    recorded: Sequence[Way], slots: Sequence[Slot], fresh: Iterable[bytes], is_gone: Callable[[Slot], bool]
) -> tuple[Way, ...]:
    """Return what a change of keyslots records: what was recorded before and stays, and what it gave.

    Other keyslots that the header has are recorded by no change of somebody else: they stay named. A vault
    that recorded none so far records all. slots: of the header, those that are new among them, whose ids are
    `fresh`; is_gone: which of them are removed next.
    """
    new = frozenset(fresh)
    left = [each for each in slots if not is_gone(each)]
    if not recorded:
        return tuple(map(way_of, left))
    gave = tuple(way_of(each) for each in left if each.slot_id in new)
    return (*(each for each in recorded if not is_gone(_named(each, slots))), *gave)


def is_unrecorded(recorded: Sequence[Way], slot: Slot) -> bool:
    """Whether a change left a keyslot out, in a vault that records them."""
    return bool(recorded) and way_of(slot) not in recorded


def check_ways(users: Iterable[User], recorded: Sequence[Way], slots: Iterable[Slot]) -> Iterator[Finding]:
    """Name the users whose keyslots in the header are not those that were recorded last."""
    there = frozenset(map(way_of, slots)) if recorded else frozenset()
    odd = {user_id for _, user_id, _ in there.symmetric_difference(recorded)}
    if names := tuple(each.name for each in users if each.active and each.id in odd):
        yield unknown("ways-unrecorded", names=names)


def faults_of_ways(entry: Entry, changes: Sequence[Change]) -> Iterator[tuple[str, str]]:
    """Return the faults of an entry that records keyslots of others than its author may give or take.

    Whoever adds or readmits a user, or hands over the vault, gives keyslots to somebody who had none; who
    retires one takes theirs; a new set of shares ends the former one. A new master key has new ones for all.
    """
    added = {str(each.after["id"]) for each in changes if each.table == registry.USER.name}
    for change in changes:
        if change.table != registry.OFFICE.name or change.before is None or KEYSLOTS not in change.fields:
            continue
        before, after = _ways(change.before[KEYSLOTS]), _ways(change.after[KEYSLOTS])
        if not before or entry.action == VaultAction.MASTER_KEY_RENEWED:
            continue
        others = {entry.subject, *added} - {user_id for _, user_id, _ in before}
        gives = all(user_id in {entry.agent, *others} for _, user_id, _ in after - before)
        if not gives or not all(_may_take(each, entry) for each in before - after):
            yield "act-exceeded.value", change.table


def _may_take(way: tuple[str, str, str], entry: Entry) -> bool:
    kind, user_id, _ = way
    return (
        user_id == entry.agent
        or (entry.action == VaultAction.USER_RETIRED and user_id == entry.subject)
        or (entry.action == VaultAction.RECOVERY_SHARES_MADE and kind == SlotKind.SHARES.name)
    )


def _named(way: Way, slots: Sequence[Slot]) -> Slot:
    """Return the keyslot that was recorded, or, where the header lacks it, one of its kind and user."""
    kind, user_id, _ = way
    there = (each for each in slots if way_of(each) == way)
    lacking = replace(slots[0], kind=SlotKind[kind], slot_id=b"", user_id=user_id_of(AgentId(user_id)))
    return next(there, lacking)


def _ways(told: object) -> set[tuple[str, str, str]]:
    rows = told if isinstance(told, list | tuple) else ()
    return {(str(kind), str(user_id), str(digest)) for kind, user_id, digest in rows}
