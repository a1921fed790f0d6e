"""Who paid whom in a case, from what is recorded: flows by their ends and currency, each led to its entries.

Only the flows that are seen are read and summed; of more, only how many there are.
"""

from collections.abc import Iterable

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.finance import HandOver, Transaction, ValueTransfer
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.money import span_of, sum_of
from thb_desktop.domain.money_flow import (
    HAND_OVER,
    TRANSACTION,
    Flow,
    FlowFilter,
    MoneyFlow,
    Party,
    PartyKind,
    ends_of,
    flows_of_hand_overs,
    flows_of_transfers,
    parties_of,
    party_of,
)
from thb_desktop.domain.rights import Right
from thb_desktop.services.core.pages import COUNT, Page
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import flow_lists, registry
from thb_desktop.vault.tables.lists import Mark

MOST = 40
"""Flows of transactions that are read and drawn, those of most payments first."""

Entry = Transaction | HandOver | ValueTransfer


@permitted(Right.READ_FINANCE, logs=Consulted.FINANCE)
def money_flow_of(
    session: Session, case_id: CaseId, chosen: FlowFilter | None = None, most: int = MOST
) -> MoneyFlow:
    """Return the flows of a case, or of one party, currency or period of it; struck entries are no part."""
    chosen, read = chosen or FlowFilter(), session.read
    wanted = _wanted(read, case_id, chosen)
    groups, all_groups, all_payments = flow_lists.groups(read, wanted, most)
    cash = _hand_overs(read, chosen, wanted)
    flows = (
        *(_flow(read, wanted, each) for each in groups),
        *flows_of_hand_overs(cash),
        *_joined(read, case_id, cash),
    )
    has_period = chosen.since is not None or chosen.until is not None
    return MoneyFlow(
        case_id=case_id,
        flows=flows,
        names=_names(read, parties_of(flows)),
        more=all_groups - len(groups),
        more_payments=all_payments - sum(each.count for each in groups),
        undated=flow_lists.undated(read, case_id) if has_period else 0,
        counted=flow_lists.counted(read, case_id),
        currencies=flow_lists.currencies(read, case_id),
    )


@permitted(Right.READ_FINANCE, logs=Consulted.FINANCE)
def entries_of_flow(
    session: Session,
    case_id: CaseId,
    flow: Flow,
    chosen: FlowFilter | None = None,
    *,
    after: Mark | None = None,
    count: int = COUNT,
) -> Page[Entry]:
    """Return the entries of a flow; the transactions of a large one come page by page."""
    chosen, read = chosen or FlowFilter(), session.read
    wanted = _wanted(read, case_id, chosen)
    if flow.kind == TRANSACTION:
        found = flow_lists.entries(read, wanted, _group(flow), after, count)
        mark = (found[-1].at.edtf, str(found[-1].id)) if len(found) == count else None
        return Page(rows=found, after=mark, total=flow.count)
    rows: tuple[Entry, ...]
    if flow.kind == HAND_OVER:
        ends = (flow.payer, flow.receiver)
        cash = _hand_overs(read, chosen, wanted)
        rows = tuple(each for each in cash if ends_of(each) == ends and each.currency == flow.currency)
    else:
        transfer = registry.VALUE_TRANSFER.find(read, flow.about)
        rows = (transfer,) if transfer is not None and transfer.case_id == case_id else ()
    return Page(rows=rows, after=None, total=len(rows))


def _wanted(connection: Connection, case_id: CaseId, chosen: FlowFilter) -> flow_lists.Chosen:
    accounts: list[str] | None = None
    if chosen.account_id is not None:
        accounts = [chosen.account_id]
    elif chosen.person_id is not None:
        found = registry.ATTRIBUTION.where(connection, "person_id", chosen.person_id)
        accounts = [each.account_id for each in found if not each.struck and each.case_id == case_id]
    return flow_lists.Chosen(
        case_id=case_id,
        accounts=accounts,
        currency=chosen.currency,
        since=chosen.since,
        until=chosen.until,
    )


def _hand_overs(connection: Connection, chosen: FlowFilter, wanted: flow_lists.Chosen) -> list[HandOver]:
    """Return the hand-overs that are shown. One of an account is none: no hand-over names an account."""
    if chosen.account_id is not None:
        return []
    found = flow_lists.hand_overs(connection, wanted)
    person = chosen.person_id
    return [each for each in found if person is None or person in (each.payer_id, each.receiver_id)]


def _joined(connection: Connection, case_id: CaseId, cash: Iterable[HandOver]) -> list[Flow]:
    """Return the transfers of which a leg is shown; the other leg is told too, whatever was chosen."""
    shown = {each.id for each in cash}
    transfers = [
        each
        for each in registry.VALUE_TRANSFER.where(connection, "case_id", case_id)
        if not each.struck and not shown.isdisjoint((each.paid_in_id, each.paid_out_id))
    ]
    named = {leg for each in transfers for leg in (each.paid_in_id, each.paid_out_id) if leg}
    legs = registry.HAND_OVER.among(connection, "id", named)
    return flows_of_transfers(transfers, {each.id: each for each in legs if not each.struck})


def _flow(connection: Connection, wanted: flow_lists.Chosen, group: flow_lists.Group) -> Flow:
    total = sum_of(
        span_of(least, most, is_about).times(span_of(str(count)))
        for least, most, is_about, count in flow_lists.amounts(connection, wanted, group)
    )
    known = group.payer or group.receiver
    return Flow(
        kind=TRANSACTION,
        payer=party_of(group.payer, group.named, beside=f">{known} {group.currency}"),
        receiver=party_of(group.receiver, group.named, beside=f"{known}> {group.currency}"),
        currency=group.currency,
        count=group.count,
        total=total,
        about=group.first if group.count == 1 else "",
    )


def _group(flow: Flow) -> flow_lists.Group:
    """Return the group of a flow of transactions again."""
    ends = (flow.payer, flow.receiver)
    payer, receiver = (each.key if each.kind is PartyKind.ACCOUNT else None for each in ends)
    named = next((each.key for each in ends if each.kind is PartyKind.NAMED), "")
    return flow_lists.Group(
        payer=payer,
        receiver=receiver,
        named=named,
        currency=flow.currency,
        count=flow.count,
        first=flow.about,
    )


def _names(connection: Connection, parties: Iterable[Party]) -> dict[str, tuple[str, str]]:
    """Return the number of accounts with their IBAN or address and holder, and the codes of persons."""
    wanted: dict[PartyKind, list[str]] = {kind: [] for kind in PartyKind}
    for each in parties:
        wanted[each.kind].append(each.key)
    accounts = registry.ACCOUNT.among(connection, "id", wanted[PartyKind.ACCOUNT])
    persons = registry.PERSON.among(connection, "id", wanted[PartyKind.PERSON])
    return {
        **{
            str(each.id): (each.number, ", ".join(filter(None, (each.identifier, each.holder))))
            for each in accounts
        },
        **{str(each.id): (each.code, "") for each in persons},
    }
