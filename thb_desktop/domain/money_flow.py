"""Money flow: who paid whom, as recorded. Nothing is converted, and no two unknown ends are taken for one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from thb_desktop.domain.charts import Box, Chart, Line
from thb_desktop.domain.finance import HandOver, ValueTransfer
from thb_desktop.domain.finance_codes import PAID_IN, PAID_OUT
from thb_desktop.domain.ids import AccountId, CaseId, PersonId
from thb_desktop.domain.money import Span, span_of, sum_of
from thb_desktop.domain.money_counted import Counted

TRANSACTION, HAND_OVER, TRANSFER = "money_transaction", "hand_over", "value_transfer"


class PartyKind(StrEnum):
    """What an end of a flow is. A name as written stands for that name, and not for one person."""

    ACCOUNT = "ACCOUNT"
    PERSON = "PERSON"
    NAMED = "NAMED"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """One end of a flow. key: the id of an account or a person, a name as written; of an unknown end, what
    tells it from every other.
    """

    kind: PartyKind
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowFilter:
    """account_id, person_id: flows of this one; of a person also those of accounts that somebody attributed
    to them. since, until: days that both count; what has no exact day is left out then.
    """

    account_id: AccountId | None = None
    person_id: PersonId | None = None
    currency: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """All that one party paid another in one currency, of one kind.

    kind: the table of its entries. total: None for what joins two hand-overs. numbers: of its entries, where
    they have one. agents: through whom, as written. about: the entry, if it is a single one.
    """

    kind: str
    payer: Party
    receiver: Party
    currency: str = ""
    count: int = 1
    total: Span | None = None
    numbers: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    about: str = ""

    @property
    def key(self) -> str:
        ends = (self.payer.kind, self.payer.key, self.receiver.kind, self.receiver.key)
        return "\x1f".join((self.kind, *ends, self.currency, self.about if self.kind == TRANSFER else ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyFlow:
    """The flows of a case, those of most payments first.

    names: of accounts and persons, by id: number and what more is recorded. more, more_payments: flows that
    were not read, since they are too many to be seen, and their payments. undated: entries that a period left
    out, since their day is not known. counted: which transactions of the case are part of no flow.
    currencies: all that occur in the case.
    """

    case_id: CaseId
    flows: tuple[Flow, ...] = ()
    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    more: int = 0
    more_payments: int = 0
    undated: int = 0
    counted: Counted = field(default_factory=Counted)
    currencies: tuple[str, ...] = ()


def party_of(account_id: str | None, named: str, *, beside: str) -> Party:
    """Return the end of a transaction. beside: the account at the other end, and the direction."""
    if account_id:
        return Party(PartyKind.ACCOUNT, account_id)
    return Party(PartyKind.NAMED, named) if named else Party(PartyKind.UNKNOWN, beside)


def ends_of(entry: HandOver) -> tuple[Party, Party]:
    """Return who gave and who received, as recorded; an end that nobody stated is of this hand-over alone."""
    return (
        _end(entry.payer_id, entry.payer, f"{entry.id}>"),
        _end(entry.receiver_id, entry.receiver, f">{entry.id}"),
    )


def flows_of_hand_overs(entries: Iterable[HandOver]) -> list[Flow]:
    """Return a flow for each two parties and currency, in the order in which they first occur."""
    found: dict[tuple[Party, Party, str], list[HandOver]] = {}
    for each in entries:
        found.setdefault((*ends_of(each), each.currency), []).append(each)
    return [
        Flow(
            kind=HAND_OVER,
            payer=payer,
            receiver=receiver,
            currency=currency,
            count=len(those),
            total=sum_of(span_of(each.amount, each.amount_to, each.is_about) for each in those),
            numbers=tuple(each.number for each in those),
            agents=tuple(dict.fromkeys(each.agent for each in those if each.agent)),
            about=those[0].id if len(those) == 1 else "",
        )
        for (payer, receiver, currency), those in found.items()
    ]


def flows_of_transfers(transfers: Iterable[ValueTransfer], hand_overs: Mapping[str, HandOver]) -> list[Flow]:
    """Return what joins two hand-overs: from where the one ended to where the other began.

    A leg that is not known, or was struck out, is an unknown end of this transfer alone; so is one that is of
    the other direction, however it came there: money is never drawn backwards.
    """
    found = []
    for each in transfers:
        came, went = hand_overs.get(each.paid_in_id or ""), hand_overs.get(each.paid_out_id or "")
        came = None if came is not None and came.kind in PAID_OUT else came
        went = None if went is not None and went.kind in PAID_IN else went
        if came is None and went is None:
            continue
        found.append(
            Flow(
                kind=TRANSFER,
                payer=ends_of(came)[1] if came else Party(PartyKind.UNKNOWN, f"{each.id}>"),
                receiver=ends_of(went)[0] if went else Party(PartyKind.UNKNOWN, f">{each.id}"),
                numbers=(each.number,),
                about=each.id,
            )
        )
    return found


def parties_of(flows: Sequence[Flow]) -> tuple[Party, ...]:
    """Return the parties in the order in which they first occur."""
    return tuple(dict.fromkeys(party for each in flows for party in (each.payer, each.receiver)))


def shares_of(flows: Sequence[Flow]) -> dict[str, float]:
    """Return how large each flow is beside the largest of its currency, from 0 to 1; by its upper end."""
    largest: dict[str, Span] = {}
    for each in flows:
        if each.total is not None and (
            each.currency not in largest or each.total.most > largest[each.currency].most
        ):
            largest[each.currency] = each.total
    return {
        each.key: float(each.total.most / largest[each.currency].most)
        for each in flows
        if each.total is not None and largest[each.currency].most > 0
    }


def _end(person_id: str | None, named: str, alone: str) -> Party:
    if person_id:
        return Party(PartyKind.PERSON, person_id)
    return Party(PartyKind.NAMED, named) if named else Party(PartyKind.UNKNOWN, alone)


MOST_DRAWN = 40
"""Flows that one drawing shows; the list beside it has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowWords:
    """What a drawing says, in the language of the window or the page."""

    unknown: str
    as_written: str
    joined: str


def drawn_of(flows: Sequence[Flow]) -> tuple[Flow, ...]:
    """Return the flows that are drawn, in their order: of payments between accounts and of others at least
    half each, if there are as many.
    """
    booked = [each for each in flows if each.kind == TRANSACTION]
    others = [each for each in flows if each.kind != TRANSACTION]
    room = max(MOST_DRAWN // 2, MOST_DRAWN - len(others))
    return (*booked[:room], *others[: MOST_DRAWN - min(len(booked), room)])


def chart_of(found: MoneyFlow, words: FlowWords) -> Chart:
    """Return the drawing of the flows: its lines have the numbers of the list, which begins with 1."""
    drawn, shares = drawn_of(found.flows), shares_of(found.flows)
    numbers = {each.key: number for number, each in enumerate(found.flows, start=1)}
    return Chart(
        boxes=[_box(each, found.names, words) for each in parties_of(drawn)],
        lines=[
            Line(
                key=each.key,
                start=_box_key(each.payer),
                end=_box_key(each.receiver),
                label=f"{numbers[each.key]}: {amount_of(each) or words.joined}",
                share=shares.get(each.key, 0.0),
                is_joined=each.kind == TRANSFER,
            )
            for each in drawn
        ],
    )


def amount_of(flow: Flow) -> str:
    """Return the sum of a flow with its currency; empty for what joins two hand-overs."""
    return f"{flow.total.written} {flow.currency}" if flow.total is not None else ""


def label_of(party: Party, names: Mapping[str, tuple[str, str]], words: FlowWords) -> tuple[str, str]:
    """Return what a party is called, and what more is recorded of it."""
    if party.kind is PartyKind.UNKNOWN:
        return words.unknown, ""
    if party.kind is PartyKind.NAMED:
        return party.key, words.as_written
    return names.get(party.key, (words.unknown, ""))


def _box(party: Party, names: Mapping[str, tuple[str, str]], words: FlowWords) -> Box:
    label, note = label_of(party, names, words)
    is_known = party.kind is not PartyKind.UNKNOWN
    return Box(key=_box_key(party), label=label, note=note, is_known=is_known)


def _box_key(party: Party) -> str:
    return f"{party.kind}\x1f{party.key}"
