"""Custody kinds: each action of the closed list, described once with what it asks for and what it changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import CustodyAction, TwoPersonAct


class Way(Enum):
    """Whether an action lets an exhibit out of the hands of its custodian, or takes it in."""

    OUT = "OUT"
    IN = "IN"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyKind:
    """What one custody action is.

    arrives: an exhibit can come into the file by it. asks: the fields it is entered with, besides when, who,
    why and where; needs: those of them that it cannot do without. way: of a transfer; paired: it stays open
    until the other half is entered. takes: who is named as receiver, or the place, holds the exhibit then.
    seals: a seal is put on. alarms: something went wrong. disposes: the exhibit is no more afterwards, and
    two persons do it. erases: the content of its files is destroyed in this vault. by_hand: a person records
    it as an act of its own; otherwise the program records it together with what it tells of.
    """

    arrives: bool = False
    asks: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    way: Way | None = None
    paired: bool = False
    takes: bool = False
    seals: bool = False
    alarms: bool = False
    disposes: TwoPersonAct | None = None
    erases: bool = False
    by_hand: bool = True
    right: Right = Right.RECORD_CUSTODY


_PARTIES = frozenset({"from_party", "to_party"})
_SEAL = frozenset({"seal"})
_CORRECTION = frozenset({"corrects", "wrong_value", "right_value"})
_PLAIN = CustodyKind()
_ARRIVAL = CustodyKind(arrives=True, takes=True, asks=frozenset({"from_party", "seal"}))
_SEALING = CustodyKind(seals=True, asks=_SEAL | {"former_seal"}, needs=_SEAL)
_LETTING_GO = CustodyKind(asks=frozenset({"to_party"}), right=Right.RELEASE_EXHIBITS)


def _disposal(act: TwoPersonAct, *, erases: bool = False) -> CustodyKind:
    return CustodyKind(disposes=act, right=Right.DESTROY_EXHIBITS, erases=erases)


CUSTODY_KINDS: Mapping[CustodyAction, CustodyKind] = MappingProxyType(
    dict.fromkeys(CustodyAction, _PLAIN)
    | dict.fromkeys(
        (
            CustodyAction.IDENTIFIED,
            CustodyAction.SEIZED,
            CustodyAction.COLLECTED,
            CustodyAction.VOLUNTARILY_HANDED_OVER,
            CustodyAction.RECEIVED_FROM_FOREIGN_AUTHORITY,
            CustodyAction.PHOTOGRAPHED,
            CustodyAction.ACQUIRED,
            CustodyAction.COPIED,
        ),
        _ARRIVAL,
    )
    | dict.fromkeys((CustodyAction.SEALED, CustodyAction.RESEALED), _SEALING)
    | dict.fromkeys(
        (CustodyAction.SEAL_CHECKED, CustodyAction.UNSEALED), CustodyKind(asks=_SEAL | {"former_seal"})
    )
    | dict.fromkeys(
        (CustodyAction.DISCLOSED, CustodyAction.EXPORTED, CustodyAction.RETURNED_TO_OWNER), _LETTING_GO
    )
    | {
        CustodyAction.TRANSFER_OUT: CustodyKind(
            way=Way.OUT, paired=True, takes=True, asks=_PARTIES | _SEAL, needs=_PARTIES
        ),
        CustodyAction.TRANSFER_IN: CustodyKind(
            way=Way.IN, paired=True, takes=True, asks=_PARTIES | _SEAL, needs=_PARTIES
        ),
        CustodyAction.LOANED: CustodyKind(
            way=Way.OUT, takes=True, asks=_PARTIES, right=Right.RELEASE_EXHIBITS
        ),
        CustodyAction.RETURNED_FROM_LOAN: CustodyKind(way=Way.IN, asks=_PARTIES),
        CustodyAction.STORED: CustodyKind(takes=True, asks=_SEAL),
        CustodyAction.VERIFIED: CustodyKind(asks=frozenset({"sha256"}), needs=frozenset({"sha256"})),
        CustodyAction.CONSUMED_IN_TEST: _disposal(TwoPersonAct.CONSUME_EXHIBIT),
        CustodyAction.DESTROYED: _disposal(TwoPersonAct.DESTROY_EXHIBIT),
        CustodyAction.ERASED: _disposal(TwoPersonAct.ERASE_EXHIBIT, erases=True),
        CustodyAction.INCIDENT: CustodyKind(alarms=True),
        CustodyAction.LOST_OR_DAMAGED: CustodyKind(alarms=True),
        CustodyAction.CORRECTION: CustodyKind(asks=_CORRECTION, needs=frozenset({"corrects", "right_value"})),
        CustodyAction.EXHIBIT_CORRECTED: CustodyKind(by_hand=False, right=Right.REGISTER_EXHIBITS),
    }
)
"""Every action has an entry; what is like none of the others asks for nothing more."""

ARRIVALS = frozenset(action for action, kind in CUSTODY_KINDS.items() if kind.arrives)
"""How an exhibit can come into the file: the first event of each."""

DISPOSALS: Mapping[CustodyAction, TwoPersonAct] = MappingProxyType(
    {action: kind.disposes for action, kind in CUSTODY_KINDS.items() if kind.disposes}
)
"""The custody events after which an exhibit is no more."""


CORRECTIONS = frozenset({CustodyAction.CORRECTION, CustodyAction.EXHIBIT_CORRECTED})
"""What was entered is put right: the value of an earlier event, or the entry of the exhibit itself."""

ERASURES = frozenset(action for action, kind in CUSTODY_KINDS.items() if kind.erases)
"""By which the content of an exhibit's files is destroyed."""


def right_for(action: CustodyAction) -> Right:
    """The right that a custody event asks for: to record, to let go, or to destroy."""
    return CUSTODY_KINDS[action].right
