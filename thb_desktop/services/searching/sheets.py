"""The hits of a search in print: who searched for what, by which filter, what was found, and the hits."""

from collections.abc import Iterator, Sequence

import thb_desktop
from thb_desktop.domain.machine_reading import machine_page
from thb_desktop.domain.rights import Right
from thb_desktop.domain.searching import FoundBy, SearchFilter, SearchKind
from thb_desktop.report.sheets import Sheet, SheetPart
from thb_desktop.report.words import language_of
from thb_desktop.services.case_file.sheets import said
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.searching.search import Hit, SearchResult, search
from thb_desktop.vault.tables import registry
from thb_desktop.words import capital, word

MOST = 500
"""Hits that are printed; what more is found is counted, and said."""


@permitted(Right.SEE_CASES)
def results_sheet(session: Session, typed: str, chosen: SearchFilter, language: str) -> Sheet:
    """Search as `search` does and return the sheet of what is found. Each hit in it is a consultation.

    language: of the sheet. Raises SearchEmptyError.
    """
    language = language_of(language)
    found = search(session, typed, chosen, count=MOST)
    case = registry.CASE_FILE.find(session.read, chosen.case_id) if chosen.case_id else None
    at = session.clock.read().at.replace(microsecond=0)
    searched_in = {hit.case_id for hit in found.hits}
    return Sheet(
        title=said("search_title", language),
        intro=said("search_intro", language),
        case=case.reference if case else session.office_record.name,
        language=language,
        is_fictional=case.fictional if case else _are_fictional(session, searched_in),
        made_at=at,
        software=f"THB Desktop {thb_desktop.__version__}",
        parts=[
            SheetPart(
                heading=said("search_asked", language),
                facts=[
                    *_asked(session, typed, chosen, language),
                    (
                        said("search_by", language),
                        f"{session.user.name}, {word(session.user.role, language)}",
                    ),
                    (said("when", language), f"{at:%Y-%m-%d %H:%M} UTC"),
                    *_counted(found, language),
                ],
            ),
            SheetPart(
                heading=said("search_hits", language),
                text="" if found.hits else said("search_nothing", language),
                columns=_columns(found.hits, language) if found.hits else (),
            ),
        ],
    )


def _are_fictional(session: Session, case_ids: set[str]) -> bool:
    cases = [registry.CASE_FILE.find(session.read, case_id) for case_id in case_ids]
    return any(case is not None and case.fictional for case in cases)


def _asked(session: Session, typed: str, chosen: SearchFilter, language: str) -> Iterator[tuple[str, str]]:
    """Return what was searched for, and each filter, also where it was not set."""
    case = registry.CASE_FILE.find(session.read, chosen.case_id) if chosen.case_id else None
    person = registry.PERSON.find(session.read, chosen.person_id) if chosen.person_id else None
    every = said("search_all", language)
    kinds = ", ".join(word(kind, language) for kind in chosen.kinds)
    ends = (
        chosen.since.isoformat() if chosen.since else "",
        chosen.until.isoformat() if chosen.until else "",
    )
    yield said("search_words", language), typed
    yield said("case", language), case.reference if case else every
    yield said("lane", language), kinds or every
    yield said("search_person", language), person.code if person else every
    yield said("search_language", language), chosen.language or every
    yield said("search_period", language), " \u2013 ".join(ends) if any(ends) else every
    if chosen.calling_code:
        yield said("search_calling_code", language), f"+{chosen.calling_code}"


def _counted(found: SearchResult, language: str) -> Iterator[tuple[str, str]]:
    each = [f"{word(kind, language)} {found.counts[kind]}" for kind in SearchKind if kind in found.counts]
    yield said("search_found", language), ", ".join((str(found.total), *each))
    if found.alike:
        alike = ", ".join(
            f"{word(kind, language)} {found.alike[kind]}" for kind in SearchKind if kind in found.alike
        )
        yield said("search_alike", language), alike
    if found.total > len(found.hits):
        yield said("search_printed", language), str(len(found.hits))
    if found.left_out:
        left = ", ".join(word(kind, language) for kind in found.left_out)
        yield said("search_left_out", language), left


def _columns(hits: Sequence[Hit], language: str) -> list[tuple[str, list[str]]]:
    return [
        (said("search_place", language), [place_of(hit, language) for hit in hits]),
        (said("lane", language), [capital(word(hit.kind, language)) for hit in hits]),
        (said("search_text", language), [_words(hit) for hit in hits]),
        (
            said("search_beside", language),
            [" ".join(hit.beside[1].split()) if hit.beside else "" for hit in hits],
        ),
    ]


def place_of(hit: Hit, language: str) -> str:
    """Return where a hit stands, in words."""
    turn = said("search_turn", language).format(number=hit.turn) if hit.turn else ""
    part = said("search_part", language).format(number=hit.part) if hit.part else ""
    if page := machine_page(hit.part):
        part = said("search_machine", language).format(number=page)
    struck = said("search_struck", language) if hit.is_struck else ""
    state = word(hit.state, language) if hit.state else ""
    how = "" if hit.found_by is FoundBy.TYPED else word(hit.found_by, language)
    return ", ".join(filter(None, (hit.case_reference, hit.number, turn, hit.file, part, struck, state, how)))


def _words(hit: Hit) -> str:
    begun, cut = "\u2026 " if hit.snippet.is_begun else "", " \u2026" if hit.snippet.is_cut else ""
    return f"{begun}{' '.join(hit.snippet.text.split())}{cut}"
