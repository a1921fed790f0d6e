"""Remembered: the chain of a vault that was just opened against what this computer remembers of it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.office import Office
from thb_desktop.errors import FormatError
from thb_desktop.ledger.checkpoint import Head, Mark, short_code
from thb_desktop.services.core.environment import Environment
from thb_desktop.vault.anchors import HeadStore, Memory, RememberedHead, open_store
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.unlocked import Vault
from thb_desktop.verify.findings import Finding, broken, holds, unknown

ROLLED_BACK, FORKED = "rolled-back", "forked"
"""The codes of an older state, and of a state that grew otherwise from the same beginning."""
REMEMBERED = frozenset(
    {"anchored", "not-anchored", "anchor-damaged", "anchor-unwritable", ROLLED_BACK, FORKED}
)
"""The codes of all that is found against this computer's memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """What stands outside the vault. Each is None where there is nothing.

    since: when this computer first saw the vault. seen_at, seen_size: the newest head that it remembered
    when the vault was opened. left_at, left_with: when a head last left the vault, and with what.
    """

    since: datetime | None = None
    seen_at: datetime | None = None
    seen_size: int | None = None
    left_at: datetime | None = None
    left_with: str | None = None


def open_heads(vault: Vault, environment: Environment) -> HeadStore | None:
    """What this computer remembers of the vault; None where it remembers nothing of any."""
    if environment.heads is None:
        return None
    return open_store(environment.heads, vault.anchor_key, vault.vault_id)


def find_anchors(connection: Connection, vault_id: str, heads: HeadStore | None) -> Anchors:
    """When a state of the chain was last seen from outside."""
    left = max(_left(connection, vault_id), default=None)
    memory = heads.found if heads else None
    return Anchors(
        since=memory.since if memory else None,
        seen_at=memory.newest.at if memory else None,
        seen_size=memory.newest.size if memory else None,
        left_at=left[0] if left else None,
        left_with=left[1] if left else None,
    )


def _left(connection: Connection, vault_id: str) -> Iterator[tuple[datetime, str]]:
    """When a head left the vault, and with what: each bundle prints its head, each backup holds it."""
    for bundle in registry.BUNDLE.all(connection):
        yield bundle.made_at, f"bundle {bundle.number}"
    for signed in chain.entries_of(connection, vault_id):
        with suppress(FormatError):
            entry = signed.parsed()
            if entry.action == VaultAction.BACKUP_MADE:
                yield entry.at, "a backup"


def check_remembered(
    heads: HeadStore | None, journal: Journal, office: Office, anchors: Anchors
) -> Iterator[Finding]:
    """Compare the entries that are here with those that were here when this computer last looked."""
    if heads is None:
        return
    if heads.found is None:
        if heads.damaged:
            said = "What this computer remembered of this vault is damaged, was changed or cannot be read."
            yield unknown("anchor-damaged", f"{said} {_elsewhere(anchors)}")
        else:
            said = "This computer has not seen this vault before."
            yield unknown("not-anchored", f"{said} {_elsewhere(anchors)}")
    else:
        yield _compared(heads.found, journal, office)


def remember_now(heads: HeadStore, head: Head, *, epoch: int, now: datetime) -> Iterator[Finding]:
    """Keep the head that was just checked, so that it outlasts a power cut."""
    heads.remember(head, epoch=epoch, now=now, flush=True)
    if heads.unwritable:
        yield unknown(
            "anchor-unwritable",
            "This computer cannot remember the state of this vault: the folder in which it would keep it "
            "cannot be written to.",
        )


def remembered_epoch(heads: HeadStore | None) -> int:
    """The highest epoch of the vault's header that was ever seen here."""
    memory = heads.found if heads else None
    return max((head.epoch for head in memory.line), default=0) if memory else 0


def remembered_marks(heads: HeadStore | None) -> tuple[Mark, ...]:
    """What was remembered when the vault was opened, for the check of the whole chain."""
    return (heads.found.newest.mark,) if heads and heads.found else ()


def fitting(memory: Memory, journal: Journal) -> tuple[RememberedHead, ...]:
    """The remembered heads that the present chain continues, in their order."""
    return tuple(head for head in memory.line if journal.roots.get(head.size) == head.root)


def short_code_of(head: RememberedHead, vault_id: str) -> str:
    """The short code of a remembered head, as it stood on paper and screen."""
    return short_code(
        vault=vault_id, size=head.size, root=head.root, subjects=head.subjects, counters=head.counters
    )


def _compared(memory: Memory, journal: Journal, office: Office) -> Finding:
    newest = memory.newest
    if journal.roots.get(newest.size) == newest.root:
        if memory.announced is not None:
            return unknown("not-anchored", _RENEWED)
        return holds(
            "anchored",
            f"The event chain continues the state that this computer remembers: {newest.size} entries, "
            f"{_minute(newest.at)}. It has watched this vault since {_minute(memory.since)}.",
        )
    code = short_code_of(newest, office.id)
    remembered = f"{newest.size} entries, {_minute(newest.at)}, short code {code}"
    if all(journal.roots.get(head.size) == head.root for head in memory.line if head.size <= journal.size):
        return broken(
            "rolled-back",
            f"The vault is older than the state that this computer remembers ({remembered}): it has "
            f"{journal.size} entries. {_NEXT}",
        )
    agreed = max((head.size for head in fitting(memory, journal)), default=0)
    since = f"Up to entry {agreed} they are the same. " if agreed else ""
    return broken(
        "forked",
        f"The entries of this vault are not those that this computer remembers ({remembered}). {since}"
        f"{_cause(memory, journal)} {_NEXT}",
    )


def _cause(memory: Memory, journal: Journal) -> str:
    if any(journal.roots.get(head.size) == head.root for head in memory.given_up):
        return "This is the line that was given up when a backup was restored."
    latest = journal.at
    if latest is not None and latest > memory.newest.at:
        return "It was set back to an older state and then continued."
    return "Its last entries were written anew."


_RENEWED = (
    "This computer was writing this vault under a new master key, was stopped, and did not see the end: this "
    "is the vault, or a copy of before that was put in its place. If there is a vault under the new key, "
    "beside or elsewhere, that one counts; if there is none, renew the master key again. Whether this one "
    "was set back cannot be told here: compare its short code with a note of it."
)
_NEXT = (
    "If somebody restored a backup, say so; if not, find out who had access, and look for the newer vault. "
    "Until then it can only be read."
)


def _elsewhere(anchors: Anchors) -> str:
    told = "Whether it was set back to an older state cannot be told here: compare its short code with a "
    if anchors.left_at is None:
        return f"{told}note of it. No state of the event chain has left the vault yet."
    return (
        f"{told}bundle or a printed page. A state of the event chain last left the vault on "
        f"{_minute(anchors.left_at)}, with {anchors.left_with}."
    )


def _minute(at: datetime) -> str:
    return at.isoformat(sep=" ", timespec="minutes")
