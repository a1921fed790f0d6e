"""Confirmations: what a party to a transfer confirms, which of them stand, and what is open (V-E-14)."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from hashlib import sha256

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS
from thb_desktop.domain.custody_reading import about, same_party, transfers
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.vocabulary import CustodyAction, TransferParty
from thb_desktop.findings import Finding
from thb_desktop.findings import holds as say
from thb_desktop.findings import unknown as warn

SHOWN = (
    *("action", "occurred_at", "actor", "from_party", "to_party", "place", "reason", "seal", "former_seal"),
    *("seal_state", "condition", "carrier", "tracking", "document", "due_on"),
)
"""The fields of a transfer that are shown to a party and confirmed, as later corrections tell them."""
NOTHING_SAID = "\u2013"
"""The reason of a confirmation: nobody says one, and an event without a reason cannot be stored."""
LEAST_TYPED = 8
"""Digits of a digest that are typed at least, as a printed form has it."""
_CASES = {
    TransferParty.GIVER: "custody.giver-unconfirmed",
    TransferParty.RECEIVER: "custody.receiver-unconfirmed",
}

UNCONFIRMED = frozenset(case.partition(".")[2] for case in _CASES.values())
"""The cases of the findings about a party who has not confirmed a transfer."""


def transfer_text(exhibit: Exhibit, transfer: CustodyEvent) -> str:
    """Return the text whose SHA-256 a confirmation states: a line for each field that is not empty.

    transfer: as corrected. Values are JSON strings, times ISO 8601 with their offset.
    """
    values = (
        ("exhibit", exhibit.number),
        ("event", transfer.id),
        *((n, getattr(transfer, n)) for n in SHOWN),
    )
    told = ((name, value.isoformat() if isinstance(value, datetime) else value) for name, value in values)
    lines = (f"{name}: {json.dumps(str(value), ensure_ascii=False)}\n" for name, value in told if value)
    return "THB transfer 1\n" + "".join(lines)


def transfer_digest(exhibit: Exhibit, transfer: CustodyEvent) -> str:
    """Return what a confirmation of this transfer states: SHA-256 (hex) of its text."""
    return sha256(transfer_text(exhibit, transfer).encode()).hexdigest()


def digest_of_all(digests: Collection[str]) -> str:
    """Return one digest for the transfers of several exhibits: that of the only one, else of their list.

    The list has each digest in a line of its own, in the order of the digits.
    """
    if len(digests) == 1:
        return next(iter(digests))
    return sha256("".join(f"{each}\n" for each in sorted(digests)).encode()).hexdigest()


def is_transfer(event: CustodyEvent) -> bool:
    """Whether both parties can confirm such an event: an exhibit goes from one to the other."""
    return CUSTODY_KINDS[event.action].direction is not None


def standing_confirmations(entered: Iterable[CustodyEvent]) -> tuple[CustodyEvent, ...]:
    """Return the confirmations that were not withdrawn, in the order of entry."""
    listed = list(entered)
    withdrawn = {each.confirms for each in listed if each.action is CustodyAction.CONFIRMATION_WITHDRAWN}
    return tuple(
        each
        for each in listed
        if each.action is CustodyAction.TRANSFER_CONFIRMED and each.id not in withdrawn
    )


def missing_parties(
    exhibit: Exhibit, entered: Sequence[CustodyEvent], transfer: CustodyEvent
) -> tuple[TransferParty, ...]:
    """Return who has not confirmed this event as it stands. entered: the corrected events of the exhibit."""
    digest = transfer_digest(exhibit, transfer)
    given = {
        each.party
        for each in standing_confirmations(entered)
        if each.confirms == transfer.id and each.sha256 == digest
    }
    return tuple(each for each in TransferParty if each not in given)


def party_named(transfer: CustodyEvent, party: TransferParty) -> str:
    """Return who the transfer says that this party is."""
    return transfer.from_party if party is TransferParty.GIVER else transfer.to_party


def check_confirmations(exhibit: Exhibit, entered: Sequence[CustodyEvent]) -> Iterator[Finding]:
    """V-E-14: each party confirms a transfer, when it is sent or when it is received, as it stands.

    A loan and its return can be confirmed; nothing is said where they were not.
    """
    of = {each.id: each for each in entered if is_transfer(each)}
    digests = {own: transfer_digest(exhibit, each) for own, each in of.items()}
    confirmed = set[tuple[str, TransferParty]]()
    for each in standing_confirmations(entered):
        transfer = of.get(each.confirms) if each.confirms else None
        if transfer is None or each.party is None:
            yield about(each, warn("custody.confirmed-nothing", n=each.number))
            continue
        if each.sha256 != digests[transfer.id]:
            yield about(each, warn("custody.confirmed-otherwise", n=each.number, of=transfer.number))
            continue
        confirmed.add((transfer.id, each.party))
        named = party_named(transfer, each.party)
        if named and not same_party(each.actor, named):
            yield about(each, say("custody.confirmed-for", n=each.number, by=each.actor, party=named))
    for sent, received in transfers(entered):
        halves = [each.id for each in (sent, received) if each is not None]
        for party, case in _CASES.items():
            if not any((half, party) in confirmed for half in halves):
                yield about(sent, say(case, n=sent.number, party=party_named(sent, party)))
