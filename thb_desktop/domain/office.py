"""The office whose vault it is, and what befell the vault as a whole."""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import AgentId, HandoverId, VaultId


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One office, one vault, one root certificate (X.509, DER, base64) from which its users' are issued.

    header_epoch: of the vault's header when a way to open the vault was last changed; an older header can
    be put back by anybody, and then opens with the secrets of its time. codes_digest: SHA-256 (hex) of the
    lists of codes that the vault has.
    """

    id: VaultId
    name: str
    created_at: datetime
    root_certificate: str
    codes_digest: str
    header_epoch: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Restoration:
    """A backup took the place of a newer state of the vault, and somebody says why.

    found: the state of the event chain that was found, its number of entries and its root (SHA-256, hex).
    lost: the newest state that this computer remembered, with its short code and the time it claimed; nothing
    where it remembered none. The entries after `found_size` up to `lost_size` were given up.
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
    """What passed from one holder of the office to the next: how many cases and exhibits, the chain so far.

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
