"""What several sources of a case share in print: each identifier with its sources, and what was left out."""

from collections.abc import Sequence

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.identifier_kinds import IdentifierKind
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.shared_identifiers import SharedSource
from thb_desktop.report.sheets import Sheet, SheetPart
from thb_desktop.report.words import language_of
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.case_file.sheets import said, sheet_of
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.searching.shared import leaves_out, page_of_shared, sources_of
from thb_desktop.words import capital, word

MOST = 300
"""Identifiers that are printed."""
MOST_SOURCES = 20
"""Sources of one that are named; how many there are is printed."""


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def shared_sheet(session: Session, case_id: CaseId, kind: IdentifierKind | None = None) -> Sheet:
    """Return the sheet of what several sources of a case share. Each named source is consulted."""
    case = get_case(session, case_id)
    language = language_of(case.language)
    page = page_of_shared(session, case_id, kind, count=MOST)
    told = []
    if kind is not None:
        told.append(f"{said('shared_kind', language)}: {word(kind, language)}")
    if page.after is not None:
        told.append(said("shared_more", language).format(count=len(page.rows)))
    if leaves_out(session):
        told.append(said("links_left_out", language))
    if not page.rows:
        told.append(said("shared_nothing", language))
    named = [sources_of(session, case_id, each, count=MOST_SOURCES) for each in page.rows]
    columns = [
        (said("shared_kind", language), [capital(word(each.kind, language)) for each in page.rows]),
        (said("shared_what", language), [each.written for each in page.rows]),
        (said("shared_count", language), [str(each.sources) for each in page.rows]),
        (
            said("shared_sources", language),
            [_named(each.rows, is_cut=each.after is not None) for each in named],
        ),
    ]
    part = SheetPart(
        heading=said("shared_title", language),
        text="\n".join(told),
        columns=columns if page.rows else (),
    )
    return sheet_of(session.clock.read().at, case, "shared", [part], by=session.user.name)


def _named(sources: Sequence[SharedSource], *, is_cut: bool) -> str:
    names = [" ".join(filter(None, (each.number, each.name))) for each in sources]
    return "; ".join([*names, "\u2026"] if is_cut else names)
