"""The office that owns the vault, and events of the vault as a whole."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from thb_desktop.domain.ids import AgentId, HandoverId, VaultId
from thb_desktop.domain.vocabulary import DraftHistory

EPOCH = "header_epoch"
KEYSLOTS = "keyslots"

Way: TypeAlias = tuple[str, str, str]
"""A keyslot as it is recorded: its kind, the id of its user, and its SHA-256 (hex)."""

MOST_EPOCH = 1 << 48
"""No header was changed so often: a higher epoch was made up."""
EPOCH_LEAP = 1 << 20
"""By how much an epoch may exceed the last one recorded: changes that failed raise it without an entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One office, one vault, one root certificate (X.509, DER, base64) that issues its users' certificates.

    header_epoch: of the vault's header when its keyslots last changed; somebody can put back an older header,
    which then opens with the secrets of its time. keyslots: those that this change left; empty in a store,
    and in a vault whose keyslots have not changed since they are recorded. codes_digest: SHA-256 (hex) of the
    lists of codes in the vault. assignment, home, due_on, terms: of the store of an assignment, which it is,
    the vault to which it comes back, until when it is due, and what the office says to the assignee; empty in
    a vault. return_to: of a store that travels, the certificate (X.509, DER, base64) for which its return is
    closed. former_sources: of a store, the digest and the words of each former source from which a version in
    it was made.
    draft_history: whether former wordings of drafts are kept, as it was answered when the vault was made;
    None for a vault that is older than the question, and keeps them. longest_minutes, longest_minutes_child:
    how long an interview, and one of a child, goes on without a break before the office warns; None: as this
    program does (`interview_rules.Longest`). rehash_months: after how many months stored files are due to be
    read again; None: nothing is due by itself.
    """

    id: VaultId
    name: str
    created_at: datetime
    root_certificate: str
    codes_digest: str
    header_epoch: int = 1
    assignment: str = ""
    home: str = ""
    draft_history: DraftHistory | None = None
    due_on: date | None = None
    terms: str = ""
    return_to: str = ""
    former_sources: tuple[tuple[str, str], ...] = ()
    longest_minutes: int | None = None
    longest_minutes_child: int | None = None
    rehash_months: int | None = None
    keyslots: tuple[Way, ...] = ()

    @property
    def travels(self) -> bool:
        """Whether the assignment is worked on at a laptop of the interpreter's own."""
        return bool(self.return_to)

    @property
    def is_store(self) -> bool:
        """Whether this is the store of an assignment, and no vault of an office."""
        return bool(self.assignment)


def is_next_epoch(before: object, after: object) -> bool:
    """Whether an act may set the epoch of the header from one to the other: it rises; one that was made up is
    set right.
    """
    if not isinstance(before, int) or not isinstance(after, int):
        return False
    return after - before in range(1, EPOCH_LEAP + 1) if before <= MOST_EPOCH else after <= MOST_EPOCH


def highest_epoch(*epochs: int) -> int:
    """Return the highest epoch that was not made up; 0 if there is none."""
    return max((epoch for epoch in epochs if epoch <= MOST_EPOCH), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restoration:
    """A backup replaced a newer state of the vault, and a user gives the reason.

    found: the state of the event chain that was found, its number of entries and its root (SHA-256, hex).
    lost: the newest state that this computer remembered, with its short code and claimed time; empty if it
    remembered none. The entries after `found_size` up to `lost_size` were given up.
    """

    id: str
    at: datetime
    reason: str
    found_size: int
    found_root: str
    lost_size: int = 0
    lost_root: str = ""
    lost_code: str = ""
    lost_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """The handover of the vault to a successor: how many cases and exhibits, and the chain so far.

    entries, head: of the event chain before the handover: how many, and their root (hex).
    """

    id: HandoverId
    from_user: AgentId
    to_user: AgentId
    at: datetime
    cases: int
    exhibits: int
    entries: int
    head: str
    reason: str
