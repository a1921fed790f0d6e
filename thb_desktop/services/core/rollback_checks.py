"""Rollback checks: the chain of a just opened vault against what this computer remembers of it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.office import Office, highest_epoch
from thb_desktop.errors import FormatError
from thb_desktop.findings import Finding, Value, Where, broken, holds, unknown
from thb_desktop.ledger.checkpoint import Head, Mark, short_code
from thb_desktop.services.core.environment import Environment
from thb_desktop.vault.anchors import HeadStore, Memory, RememberedHead, open_store
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.tables import chain, counts
from thb_desktop.vault.unlocked import Vault

ROLLED_BACK, FORKED = "rolled-back", "forked"
"""The codes for an older state, and for a state that continued differently from the same beginning."""
REMEMBERED = frozenset(
    {"anchored", "not-anchored", "anchor-damaged", "anchor-unwritable", ROLLED_BACK, FORKED}
)
"""The codes of all findings against this computer's memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """States known outside the vault; each is None if there is none.

    since: when this computer first saw the vault. seen_at, seen_size: the newest head that it remembered when
    the vault was opened. left_at, left_with: when a head was last copied elsewhere, and with what.
    """

    since: datetime | None = None
    seen_at: datetime | None = None
    seen_size: int | None = None
    left_at: datetime | None = None
    left_with: Where | None = None


def _bundle_or_backup(bundle: str) -> Where:
    return Where(kind="bundle", names=(bundle,)) if bundle else Where(kind="backup")


def open_heads(vault: Vault, environment: Environment) -> HeadStore | None:
    """Open this computer's store of heads; None if it remembers nothing of any vault."""
    if environment.heads is None:
        return None
    return open_store(
        environment.heads,
        vault.anchor_key,
        vault.vault_id,
        environment.randomness,
        own_key=vault.user_key,
    )


def find_anchors(connection: Connection, vault_id: str, heads: HeadStore | None) -> Anchors:
    """Return when a state of the chain was last seen or copied outside."""
    left = max(_left(connection, vault_id), default=None)
    memory = heads.found if heads else None
    return Anchors(
        since=memory.since if memory else None,
        seen_at=memory.newest.at if memory else None,
        seen_size=memory.newest.size if memory else None,
        left_at=left[0] if left else None,
        left_with=_bundle_or_backup(left[1]) if left else None,
    )


def _left(connection: Connection, vault_id: str) -> Iterator[tuple[datetime, str]]:
    """Return when a head left the vault, and the number of the bundle that prints it; '' for the last
    backup.
    """
    yield from counts.bundles_made(connection)
    for signed in reversed(chain.entries_of(connection, vault_id)):
        with suppress(FormatError):
            entry = signed.parsed()
            if entry.action == VaultAction.BACKUP_MADE:
                yield entry.at, ""
                return


def fits_at_first(heads: HeadStore | None, connection: Connection, head: Head) -> bool:
    """Whether the newest remembered head is the last one, or a stored one before it.

    A stored head is only what its signer said: `check_remembered` compares the entries.
    """
    if heads is None or heads.found is None:
        return True
    newest = heads.found.newest
    if newest.size == head.size:
        return newest.root == head.root
    stored = chain.head_at(connection, newest.size)
    with suppress(FormatError):
        return stored is not None and stored.parsed().root == newest.root
    return False


def check_remembered(
    heads: HeadStore | None, journal: Journal, office: Office, anchors: Anchors
) -> Iterator[Finding]:
    """Compare the present entries with those that this computer remembers."""
    if heads is None:
        return
    if heads.found is None:
        if heads.damaged:
            yield _with_copies("anchor-damaged.never-copied", "anchor-damaged.copied", anchors)
        else:
            yield _with_copies("not-anchored.never-copied", "not-anchored.copied", anchors)
    else:
        yield _compared(heads.found, journal, office)


def remember_now(heads: HeadStore, head: Head, *, told: str, epoch: int, now: datetime) -> Iterator[Finding]:
    """Remember the head that was just checked, so that it survives a power cut. told: as `remember`."""
    heads.remember(head, told=told, epoch=epoch, now=now, flush=True)
    if heads.unwritable:
        yield unknown("anchor-unwritable")


def remembered_epoch(heads: HeadStore | None) -> int:
    """Return the highest epoch of the vault's header that was ever seen here."""
    memory = heads.found if heads else None
    return highest_epoch(*(head.epoch for head in memory.line)) if memory else 0


def remembered_marks(heads: HeadStore | None) -> tuple[Mark, ...]:
    """Return the heads remembered when the vault was opened, for the check of the whole chain."""
    return (heads.found.newest.mark,) if heads and heads.found else ()


def fitting(memory: Memory, journal: Journal) -> tuple[RememberedHead, ...]:
    """Return the remembered heads that the present chain continues, in order."""
    return tuple(head for head in memory.line if journal.roots.get(head.size) == head.root)


def short_code_of(head: RememberedHead, vault_id: str) -> str:
    """Return the short code of a remembered head."""
    return short_code(
        vault=vault_id, size=head.size, root=head.root, subjects=head.subjects, counters=head.counters
    )


def _compared(memory: Memory, journal: Journal, office: Office) -> Finding:
    newest = memory.newest
    if journal.roots.get(newest.size) == newest.root:
        if memory.announced is not None:
            return unknown("not-anchored.renewal-stopped")
        return holds("anchored", size=newest.size, at=newest.at, since=memory.since)
    remembered: dict[str, Value] = {
        "size": newest.size,
        "at": newest.at,
        "code": short_code_of(newest, office.id),
        "here": journal.size,
    }
    if all(journal.roots.get(head.size) == head.root for head in memory.line if head.size <= journal.size):
        return broken("rolled-back.computer", remembered)
    agreed = max((head.size for head in fitting(memory, journal)), default=0)
    return broken(_cause(memory, journal), remembered, agreed=agreed)


def _cause(memory: Memory, journal: Journal) -> str:
    """Return how the entries came to differ: the code of the finding, with its case."""
    if any(journal.roots.get(head.size) == head.root for head in memory.given_up):
        return "forked.given-up"
    latest = journal.at
    if latest is not None and latest > memory.newest.at:
        return "forked.continued"
    return "forked.rewritten"


def _with_copies(never: str, copied: str, anchors: Anchors) -> Finding:
    """Add to the finding the copy of a state of the chain with which it can be compared, if there is one."""
    if anchors.left_at is None or anchors.left_with is None:
        return unknown(never)
    return unknown(copied, at=anchors.left_at, with_what=anchors.left_with)
