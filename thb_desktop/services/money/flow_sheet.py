"""The money flow in print: the drawing, and the list of its flows with their sums and entries."""

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.dates import day_in_words
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.money_counted import Counted, CountedName
from thb_desktop.domain.money_flow import (
    Flow,
    FlowFilter,
    FlowWords,
    MoneyFlow,
    Party,
    amount_of,
    chart_of,
    drawn_of,
    label_of,
)
from thb_desktop.domain.rights import Right
from thb_desktop.report.sheets import Sheet, SheetPart
from thb_desktop.report.words import language_of
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.case_file.sheets import said, sheet_of
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.money.money_flow import money_flow_of


@permitted(Right.READ_FINANCE, logs=Consulted.FINANCE)
def flow_sheet(session: Session, case_id: CaseId, chosen: FlowFilter | None = None) -> Sheet:
    """Return the sheet of the flows of a case, or of those that were chosen."""
    case = get_case(session, case_id)
    chosen = chosen or FlowFilter()
    found = money_flow_of(session, case_id, chosen)
    part = _part(found, chosen, case)
    return sheet_of(session.clock.read().at, case, "flow", [part], by=session.user.name)


def _part(found: MoneyFlow, chosen: FlowFilter, case: CaseFile) -> SheetPart:
    language = language_of(case.language)
    words = FlowWords(
        unknown=said("flow_unknown", language),
        as_written=said("flow_as_written", language),
        joined=said("flow_joined", language),
    )

    def party(each: Party) -> str:
        return ", ".join(filter(None, label_of(each, found.names, words)))

    flows = found.flows
    return SheetPart(
        heading=said("flow_title", language),
        text="\n".join(_told(found, chosen, language)),
        chart=chart_of(found, words),
        columns=[
            (said("flow_number", language), [str(number) for number, _ in enumerate(flows, start=1)]),
            (said("flow_from", language), [party(each.payer) for each in flows]),
            (said("flow_to", language), [party(each.receiver) for each in flows]),
            (said("flow_amount", language), [amount_of(each) or words.joined for each in flows]),
            (said("flow_entries", language), [_entries(each, language) for each in flows]),
        ],
    )


def _entries(flow: Flow, language: str) -> str:
    kind = said(f"flow_{flow.kind}", language)
    numbers = ", ".join(flow.numbers)
    through = said("flow_through", language).format(agents=", ".join(flow.agents)) if flow.agents else ""
    return ", ".join(filter(None, (f"{kind}: {numbers or flow.count}", through)))


def _told(found: MoneyFlow, chosen: FlowFilter, language: str) -> list[str]:
    told = []
    if chosen.since is not None or chosen.until is not None:
        since, until = (
            "\u2026" if each is None else day_in_words(each, language)
            for each in (chosen.since, chosen.until)
        )
        told.append(said("flow_period", language).format(since=since, until=until))
    only = [name for name in (chosen.currency,) if name]
    party = chosen.account_id or chosen.person_id
    if party:
        only.append(found.names.get(party, (said("flow_one_party", language), ""))[0])
    if only:
        told.append(said("flow_only", language).format(only=", ".join(only)))
    drawn = len(drawn_of(found.flows))
    if drawn < len(found.flows):
        told.append(said("flow_drawn", language).format(drawn=drawn, listed=len(found.flows)))
    if found.more:
        told.append(said("flow_more", language).format(count=found.more, payments=found.more_payments))
    if found.undated:
        told.append(said("flow_undated", language).format(count=found.undated))
    return [*told, *_counted(found.counted, language)]


_COUNTED: dict[CountedName, str] = {
    "not_booked": "flow_not_booked",
    "own_not_counted": "flow_own_not_counted",
    "own_counted": "flow_own_counted",
    "unstated": "flow_unstated",
    "value_dates": "flow_value_dates",
}


def _counted(counted: Counted, language: str) -> list[str]:
    return [
        said(_COUNTED[name], language).format(count=count, words=words)
        for name, count, words in counted.told()
    ]
