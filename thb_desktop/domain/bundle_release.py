"""The release of a bundle: to whom, for what, who signs and who answers for it."""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.bundle_withheld import WithheldKind
from thb_desktop.domain.ids import AgentId, AuthorityId, BundleId
from thb_desktop.domain.leaving_reasons import LeavingReason
from thb_desktop.domain.second_person import Seconded
from thb_desktop.domain.transfer import NOWHERE, Transfer
from thb_desktop.domain.vocabulary import UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureWanted:
    """A signature field that the bundle prepares: who signs, and as what. certificate: its SHA-256 (hex)."""

    field: str
    user_id: AgentId
    name: str
    function: UserRole
    certificate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The release: number of the bundle, recipient, purpose, and who answers for it.

    languages: the columns after the original, the file's own language first. sender_id: the sending
    authority, if the case names one. released_by: who releases it; `second`: with whom, or why alone.
    withheld: what else the case contains, by kind and count. restricted_because: why restricted records are
    in it. contents: the numbers of the exhibits of whose files content is printed. warned: what it leaves
    despite.
    """

    id: BundleId
    number: str
    version: int
    made_at: datetime
    language: str
    languages: tuple[str, ...]
    purpose: str
    recipient: str
    sender_id: AuthorityId | None
    signatures: tuple[SignatureWanted, ...]
    released_by: str = ""
    second: Seconded | None = None
    withheld: tuple[tuple[WithheldKind, int], ...] = ()
    restricted_because: str = ""
    transfer: Transfer = NOWHERE
    contents: tuple[str, ...] = ()
    warned: tuple[LeavingReason, ...] = ()
