"""The links of one person or thing in print: the drawing, and the list of what is recorded."""

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.links import LinkKind, Thing, link_chart
from thb_desktop.domain.rights import Right
from thb_desktop.report.sheets import Sheet, SheetPart
from thb_desktop.report.words import language_of
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.case_file.sheets import said, sheet_of
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.searching.links import links_of
from thb_desktop.words import capital, word


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def links_sheet(session: Session, case_id: CaseId, start: Thing) -> Sheet:
    """Return the sheet of a thing with its neighbours."""
    case = get_case(session, case_id)
    language = language_of(case.language)
    found = links_of(session, case_id, start)
    kinds = {kind: word(kind, language) for kind in LinkKind}

    def name(thing: Thing) -> str:
        return ", ".join(filter(None, found.names.get(thing, (thing.key, ""))))

    told = [said("links_more", language).format(count=found.more)] if found.more else []
    if found.not_followed:
        told.append(said("links_not_followed", language).format(count=found.not_followed))
    if found.left_out:
        told.append(said("links_left_out", language))
    part = SheetPart(
        heading=name(start),
        text="\n".join(told),
        chart=link_chart(found, kinds),
        columns=[
            (said("flow_number", language), [str(number) for number, _ in enumerate(found.links, start=1)]),
            (said("links_one", language), [name(each.one) for each in found.links]),
            (said("links_kind", language), [capital(kinds[each.kind]) for each in found.links]),
            (said("links_other", language), [name(each.other) for each in found.links]),
            (said("flow_entries", language), [str(each.count) for each in found.links]),
        ],
    )
    return sheet_of(session.clock.read().at, case, "links", [part], by=session.user.name)
