"""The second person: the acts that take two, the approval, and the reason if nobody could approve."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import TypeAlias

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.custody_kinds import DISPOSALS
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import SecondKind, TwoPersonAct, UserRole

VALID_FOR = timedelta(minutes=15)
"""How long an approval is valid, before and after its time."""
_LONG_ACTS = frozenset(
    {
        *(TwoPersonAct.RELEASE_BUNDLE, TwoPersonAct.RELEASE_PACKAGE, TwoPersonAct.TAKE_OUT_FILE),
        TwoPersonAct.RENEW_MASTER_KEY,
    }
)
_LONG = timedelta(days=1)
"""What writes a whole file or vault is recorded when that is done: the approval was valid when it began."""

TWO_PERSON_ACTS: Mapping[TwoPersonAct, Right] = MappingProxyType(
    {
        TwoPersonAct.RELEASE_BUNDLE: Right.RELEASE_BUNDLES,
        TwoPersonAct.RELEASE_PACKAGE: Right.RELEASE_BUNDLES,
        TwoPersonAct.TAKE_OUT_FILE: Right.RELEASE_EXHIBITS,
        TwoPersonAct.REVEAL_IDENTITY: Right.READ_IDENTITIES,
        TwoPersonAct.ADD_KEY_MATERIAL: Right.READ_KEY_MATERIAL,
        TwoPersonAct.REVEAL_KEY_MATERIAL: Right.READ_KEY_MATERIAL,
        TwoPersonAct.DESTROY_EXHIBIT: Right.DESTROY_EXHIBITS,
        TwoPersonAct.ERASE_EXHIBIT: Right.DESTROY_EXHIBITS,
        TwoPersonAct.CONSUME_EXHIBIT: Right.DESTROY_EXHIBITS,
        TwoPersonAct.ADD_USER: Right.MANAGE_USERS,
        TwoPersonAct.RETIRE_USER: Right.MANAGE_USERS,
        TwoPersonAct.HAND_OVER: Right.HAND_OVER,
        TwoPersonAct.RECOVER_PASSPHRASE: Right.OWN_KEYS,
        TwoPersonAct.RENEW_MASTER_KEY: Right.MANAGE_RECOVERY,
    }
)
"""Each act of two persons, and the right that the first person needs; the second needs SECOND."""


ACTS: Mapping[str, TwoPersonAct] = MappingProxyType(
    {
        **{str(action): act for action, act in DISPOSALS.items()},
        VaultAction.BUNDLE_MADE: TwoPersonAct.RELEASE_BUNDLE,
        VaultAction.PACKAGE_MADE: TwoPersonAct.RELEASE_PACKAGE,
        VaultAction.BARRED_FILE_TAKEN_OUT: TwoPersonAct.TAKE_OUT_FILE,
        VaultAction.IDENTITY_VIEWED: TwoPersonAct.REVEAL_IDENTITY,
        VaultAction.IDENTITY_ANNEX_MADE: TwoPersonAct.REVEAL_IDENTITY,
        VaultAction.CLAIM_WORDS_VIEWED: TwoPersonAct.REVEAL_IDENTITY,
        VaultAction.KEY_MATERIAL_ADDED: TwoPersonAct.ADD_KEY_MATERIAL,
        VaultAction.KEY_MATERIAL_VIEWED: TwoPersonAct.REVEAL_KEY_MATERIAL,
        VaultAction.USER_ADDED: TwoPersonAct.ADD_USER,
        VaultAction.USER_RETIRED: TwoPersonAct.RETIRE_USER,
        VaultAction.OFFICE_HANDED_OVER: TwoPersonAct.HAND_OVER,
        VaultAction.PASSPHRASE_RECOVERED: TwoPersonAct.RECOVER_PASSPHRASE,
        VaultAction.MASTER_KEY_RENEWED: TwoPersonAct.RENEW_MASTER_KEY,
    }
)
"""The actions of the event chain that take two persons, and the act that is approved for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seconded:
    """The second person of an act of two persons; without a name, the reason for acting alone."""

    name: str = ""
    role: UserRole | None = None
    alone_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """The approval of one act on one subject by somebody else; or, of kind ALONE, the statement that nobody
    else could approve.

    id: random, so that an approval is used only once. subject: what the act is about. at: when it was given.
    signature: by the approver's certificate key over the statement, 128 hexadecimal digits. reason: why the
    act was done alone.
    """

    id: RowId
    kind: SecondKind
    act: TwoPersonAct
    subject: str
    requested_by: AgentId
    approved_by: AgentId | None
    at: datetime
    signature: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """Nobody else could approve; the reason for acting alone."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A second person refused a release. by: their name. reason: why, and what is to be changed."""

    by: str
    at: datetime
    reason: str


Second: TypeAlias = Approval | Alone
"""The argument `second` of every service that does one of these acts."""

AskSecond: TypeAlias = Alone | Callable[[str], Second]
"""The argument `second` where the act itself makes its subject: called with it, once, for the approval."""


def is_recorded_in_time(approval: Approval, at: datetime) -> bool:
    """Whether the entry of an act, at this time, is within the validity of its approval."""
    return abs(at - approval.at) <= (_LONG if approval.act in _LONG_ACTS else VALID_FOR)
