"""Custody kinds: each action of the closed list, described once with its fields and its effects."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType

from thb_desktop.domain.vocabulary import CustodyAction, ExhibitKind, TwoPersonAct


class Direction(Enum):
    """Whether an action takes an exhibit from its custodian or gives it to one."""

    OUT = "OUT"
    IN = "IN"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyKind:
    """The traits of one custody action.

    arrives: it can bring an exhibit into the file. finds: it is seen, and nobody takes it. asks: its fields,
    besides when, who, why and where; needs: the required ones. awaits: those without which it is recorded,
    because nobody may know them yet: they are told until a correction says them. direction: of a transfer;
    paired: the transfer stays open until its other half is entered. takes: the named receiver, or the place,
    then holds the exhibit. handles: somebody works on the exhibit. seals: a seal is put on; unseals: it is
    taken off. gives_back: the exhibit leaves the office for good. of_content: a digest that it states is
    that of the exhibit's content. alarms: something went wrong. disposes: the exhibit no longer exists
    afterwards, and it takes two persons. erases: the content of its files in this vault is destroyed.
    by_hand: a person records it as a separate act; otherwise the program records it together with another
    act.
    """

    arrives: bool = False
    finds: bool = False
    asks: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    awaits: frozenset[str] = frozenset()
    direction: Direction | None = None
    paired: bool = False
    takes: bool = False
    handles: bool = False
    seals: bool = False
    unseals: bool = False
    gives_back: bool = False
    of_content: bool = True
    alarms: bool = False
    disposes: TwoPersonAct | None = None
    erases: bool = False
    by_hand: bool = True

    @property
    def begins(self) -> bool:
        """Whether the exhibit itself arrives by it: what is made of an exhibit arrives as another one."""
        return self.arrives and not self.handles

    @property
    def brings(self) -> bool:
        """Whether the exhibit itself comes to somebody by it, so that it is there again if it was away."""
        return self.begins and not self.finds

    @property
    def comes(self) -> bool:
        """Whether somebody has the exhibit in hand afterwards, and has not yet deposited it."""
        return self.begins or (self.direction is Direction.IN and not self.paired)

    @property
    def rests(self) -> bool:
        """Whether the event says where the exhibit is, or who has it, from then on."""
        return self.takes and not self.arrives


_PARTIES = frozenset({"from_party", "to_party"})
_ROUTE = _PARTIES | {"seal", "carrier", "tracking", "condition", "document"}
_SEAL = frozenset({"seal"})
_SEALS = frozenset({"seal", "former_seal"})
_DIGEST = frozenset({"sha256"})
_MADE = frozenset({"method", "tool", "document"})
_ORDER = frozenset({"document"})
_CORRECTION = frozenset({"corrects", "lacked", "wrong_value", "right_value"})
_CONFIRMED = frozenset({"confirms", "party", "way", "sha256", "recorder"})
_PLAIN = CustodyKind()
_LOOK = CustodyKind(handles=True, asks=frozenset({"read_only"}))
_TO_SAY = CustodyKind(asks=_ORDER, needs=_ORDER)
_COPYING = frozenset({"write_blocker", "source_sha256", "read_errors", "deviations"})
FILES_WITHDRAWN = (CustodyAction.FILE_WITHDRAWN, CustodyAction.FILE_REINSTATED)
"""Events that say of a file that it was added by mistake, or that it stands again after all."""
_OF_A_FILE = CustodyKind(asks=_DIGEST, needs=_DIGEST, of_content=False, by_hand=False)
_ARRIVAL = CustodyKind(
    arrives=True,
    takes=True,
    asks=frozenset({*("from_party", "seal", "sha256", "weak_digest"), *("document", "witness", "condition")}),
)
_SEALING = CustodyKind(handles=True, seals=True, asks=_SEALS | {"witness", "packaging"}, needs=_SEAL)
_ALARMING = CustodyKind(alarms=True, asks=frozenset({"notified", "document"}), awaits=frozenset({"notified"}))
_LETTING_GO = CustodyKind(asks=frozenset({"to_party", "document"}), needs=frozenset({"to_party"}))


def _disposal(act: TwoPersonAct, *needs: str, erases: bool = False) -> CustodyKind:
    """needs: besides the order."""
    return CustodyKind(
        asks=frozenset({"document", "method", "witness", "amount"}),
        needs=_ORDER.union(needs),
        disposes=act,
        erases=erases,
    )


CUSTODY_KINDS: Mapping[CustodyAction, CustodyKind] = MappingProxyType(
    dict.fromkeys(CustodyAction, _PLAIN)
    | dict.fromkeys(
        (
            CustodyAction.SEIZED,
            CustodyAction.COLLECTED,
        ),
        _ARRIVAL,
    )
    | dict.fromkeys(
        (CustodyAction.PHOTOGRAPHED, CustodyAction.ACQUIRED, CustodyAction.COPIED),
        replace(_ARRIVAL, handles=True, asks=_ARRIVAL.asks | _MADE | _COPYING),
    )
    | dict.fromkeys((CustodyAction.ACCESSED, CustodyAction.VIEWED), _LOOK)
    | dict.fromkeys((CustodyAction.SEALED, CustodyAction.RESEALED), _SEALING)
    | dict.fromkeys((CustodyAction.REDACTED, CustodyAction.TRANSLATED), _TO_SAY)
    | {
        CustodyAction.IDENTIFIED: replace(_ARRIVAL, finds=True),
        CustodyAction.VOLUNTARILY_HANDED_OVER: replace(_ARRIVAL, awaits=frozenset({"from_party"})),
        CustodyAction.RECEIVED_FROM_FOREIGN_AUTHORITY: replace(
            _ARRIVAL,
            asks=_ARRIVAL.asks | {"seal_state", "carrier", "tracking"},
            needs=frozenset({"from_party"}),
        ),
        CustodyAction.ANALYSED: CustodyKind(
            handles=True, asks=_MADE | _DIGEST | {"source_sha256", "destructive"}, awaits=_ORDER
        ),
        CustodyAction.CONVERTED: CustodyKind(
            handles=True, asks=_MADE | _DIGEST | {"source_sha256"}, needs=frozenset({"tool"})
        ),
        CustodyAction.DISCLOSED: replace(_LETTING_GO, needs=_LETTING_GO.needs | _ORDER),
        CustodyAction.RECEIPT_CONFIRMED: CustodyKind(asks=_ORDER | _DIGEST, needs=_ORDER, of_content=False),
        CustodyAction.RETURNED_TO_OWNER: replace(_LETTING_GO, gives_back=True),
        CustodyAction.EXPORTED: replace(
            _LETTING_GO, asks=_LETTING_GO.asks | _DIGEST, needs=frozenset(), of_content=False
        ),
        CustodyAction.PACKAGED: CustodyKind(
            handles=True, asks=frozenset({"packaging"}), needs=frozenset({"packaging"})
        ),
        CustodyAction.SEAL_CHECKED: CustodyKind(
            handles=True,
            asks=_SEALS | {"seal_state", "witness"},
            needs=_SEAL | {"seal_state"},
        ),
        CustodyAction.UNSEALED: CustodyKind(
            handles=True,
            unseals=True,
            asks=_SEALS | {"seal_state", "witness", "former_seal_kept"},
            needs=_SEAL,
        ),
        CustodyAction.EXAMINED: CustodyKind(handles=True, asks=_SEALS | _MADE | {"destructive"}),
        CustodyAction.PRESENTED_IN_COURT: CustodyKind(handles=True, asks=_ORDER, needs=_ORDER),
        CustodyAction.TRANSFER_OUT: CustodyKind(
            direction=Direction.OUT, paired=True, takes=True, asks=_ROUTE, needs=_PARTIES
        ),
        CustodyAction.TRANSFER_IN: CustodyKind(
            direction=Direction.IN, paired=True, takes=True, asks=_ROUTE | {"seal_state"}, needs=_PARTIES
        ),
        CustodyAction.LOANED: CustodyKind(
            direction=Direction.OUT,
            takes=True,
            asks=_PARTIES | {"due_on", "condition", "document"},
            needs=_PARTIES | {"due_on"},
        ),
        CustodyAction.RETURNED_FROM_LOAN: CustodyKind(
            direction=Direction.IN, asks=_PARTIES | {"condition", "seal", "seal_state"}
        ),
        CustodyAction.STORED: CustodyKind(
            takes=True, asks=_SEAL | {"to_party", "condition"}, needs=frozenset({"place"})
        ),
        CustodyAction.MOVED: CustodyKind(takes=True, needs=frozenset({"place"})),
        CustodyAction.VERIFIED: CustodyKind(asks=_DIGEST | {"weak_digest"}, needs=_DIGEST),
        CustodyAction.CONSUMED_IN_TEST: _disposal(TwoPersonAct.CONSUME_EXHIBIT, "amount"),
        CustodyAction.DESTROYED: _disposal(TwoPersonAct.DESTROY_EXHIBIT, "method", "witness"),
        CustodyAction.ERASED: _disposal(TwoPersonAct.ERASE_EXHIBIT, erases=True),
        CustodyAction.INCIDENT: _ALARMING,
        CustodyAction.LOST_OR_DAMAGED: _ALARMING,
        CustodyAction.CORRECTION: CustodyKind(asks=_CORRECTION, needs=frozenset({"corrects", "right_value"})),
        CustodyAction.EXHIBIT_CORRECTED: CustodyKind(by_hand=False),
        **dict.fromkeys(FILES_WITHDRAWN, _OF_A_FILE),
        CustodyAction.TRANSFER_CONFIRMED: CustodyKind(
            asks=_CONFIRMED | {"recorded_by", "strokes", "scan_id"},
            needs=_CONFIRMED,
            of_content=False,
            by_hand=False,
        ),
        CustodyAction.CONFIRMATION_WITHDRAWN: CustodyKind(
            asks=frozenset({"confirms", "recorded_by", "recorder"}),
            needs=frozenset({"confirms", "recorder"}),
            by_hand=False,
        ),
    }
)
"""Every action has an entry; an action without special traits has the plain one."""

ASKED = frozenset[str]().union(*(kind.asks for kind in CUSTODY_KINDS.values()))
"""The fields that only some actions have."""

ASKED_BY_HAND = frozenset[str]().union(*(kind.asks for kind in CUSTODY_KINDS.values() if kind.by_hand))
"""Those that a person enters in the form of an event."""

SINGLE = frozenset({"sha256", "corrects"})
"""Fields that are of one exhibit: an action that needs one is recorded for one exhibit at a time."""

THINGS = frozenset(
    {
        ExhibitKind.PHYSICAL,
        ExhibitKind.DIGITAL_DEVICE,
        ExhibitKind.STORAGE_MEDIUM,
        ExhibitKind.DOCUMENT_PAPER,
        ExhibitKind.CASH_VALUABLES,
    }
)
"""The kinds of exhibits that somebody holds or a place keeps; the content of the others is in the vault."""

ARRIVALS = frozenset(action for action, kind in CUSTODY_KINDS.items() if kind.arrives)
"""The actions that can bring an exhibit into the file: the first event of each exhibit."""

DISPOSALS: Mapping[CustodyAction, TwoPersonAct] = MappingProxyType(
    {action: kind.disposes for action, kind in CUSTODY_KINDS.items() if kind.disposes}
)
"""The custody events after which an exhibit no longer exists."""


CORRECTIONS = frozenset({CustodyAction.CORRECTION, CustodyAction.EXHIBIT_CORRECTED})
"""Events that correct the value of an earlier event, or the entry of the exhibit."""

CONFIRMATIONS = frozenset({CustodyAction.TRANSFER_CONFIRMED, CustodyAction.CONFIRMATION_WITHDRAWN})
"""Events by which a party confirms a transfer, or takes that back."""

ABOUT_EARLIER = CORRECTIONS | CONFIRMATIONS
"""Events that say something of earlier ones: nothing is done with the exhibit."""

ERASURES = frozenset(action for action, kind in CUSTODY_KINDS.items() if kind.erases)
"""The events that destroy the content of an exhibit's files."""
