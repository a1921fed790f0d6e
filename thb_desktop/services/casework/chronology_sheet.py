"""The chronology in print: a drawing of the stretch, and the list of what it holds."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from enum import StrEnum

from thb_desktop.domain.chronology import Chronology, ChronologyLane, Point
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.natural_order import natural
from thb_desktop.domain.partial_dates import PartialDate, partial_in_words
from thb_desktop.domain.rights import Right
from thb_desktop.report.lanes import DrawnLanes, DrawnSpan
from thb_desktop.report.sheets import Sheet, SheetPart
from thb_desktop.report.words import language_of, words_in
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.case_file.sheets import said, sheet_of
from thb_desktop.services.casework.chronology import chronology_of
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.words import capital, field_name, word

_ENDS = frozenset({"stay.since", "stay.until"})
"""What is told of a stay of which one end alone is known."""
_MOST_PERSONS = 24


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def chronology_sheet(
    session: Session,
    case_id: CaseId,
    stretch: tuple[datetime, datetime] | None,
    lanes: Collection[ChronologyLane],
) -> Sheet:
    """Return the sheet of a stretch of time, or of the whole case, with these lanes alone."""
    case = get_case(session, case_id)
    language = language_of(case.language)
    found = chronology_of(session, case_id, stretch, lanes, every_statement=True)
    at = session.clock.read().at
    since, until = stretch or found.reach or (at, at)
    return sheet_of(
        at,
        case,
        "chronology",
        [_part(found, lanes, (since, until), language)],
        by=session.user.name,
        since=f"{since:%Y-%m-%d %H:%M}",
        until=f"{until:%Y-%m-%d %H:%M}",
    )


def said_of(point: Point, language: str) -> str:
    """Return what happened, in words: the code or the field, and what more is recorded."""
    what, further = point.what, point.also
    if what in _ENDS and further:  # the dates say which end it is
        what, further = further, None
    if isinstance(what, StrEnum):
        told = capital(word(what, language))
    else:
        told = capital(field_name(what, language)) if what else ""
    also = word(further, language) if further else ""
    return ", ".join(filter(None, (told, also, point.text)))


def dates_of(point: Point, language: str) -> str:
    """Return the dates of a point in words; of a stay with one known end, which end it is."""
    if point.what in _ENDS:
        end = capital(field_name(str(point.what), language))
        return words_in(language).common.named.format(name=end, value=partial_in_words(point.since, language))
    ends = (point.since, point.until) if point.until is not None else (point.since,)
    return " \u2013 ".join(partial_in_words(_to_second(each), language) for each in ends)


def _to_second(value: PartialDate) -> PartialDate:
    """Return a date without the part of a second that the program noted."""
    at = value.instant
    return value if at is None else PartialDate.of(at.replace(microsecond=0))


def _lines(found: Chronology, lane: ChronologyLane, language: str) -> Iterator[tuple[str, Sequence[Point]]]:
    """Return the lines of a lane, with their names. The stays of a few persons stand on a line for each: on
    one, those of two would look like the stay of one.
    """
    name, points = capital(word(lane, language)), [each for each in found.points if each.lane is lane]
    persons = sorted({each.number for each in points}, key=natural) if lane is ChronologyLane.STAYS else []
    if not 1 <= len(persons) <= _MOST_PERSONS:
        yield name, points
        return
    for person in persons:
        yield f"{name} {person}", [each for each in points if each.number == person]


def _part(
    found: Chronology,
    lanes: Collection[ChronologyLane],
    stretch: tuple[datetime, datetime],
    language: str,
) -> SheetPart:
    drawn = DrawnLanes(
        begins=stretch[0],
        ends=stretch[1],
        lanes=[
            (
                name,
                [
                    DrawnSpan(begins=each.begins, ends=each.ends, is_certain=each.is_certain)
                    for each in points
                ],
            )
            for lane in ChronologyLane
            if lane in lanes and (lane not in found.heaps)
            for name, points in _lines(found, lane, language)
        ],
    )
    told = [
        said("heaped", language).format(lane=capital(word(lane, language)), count=sum(heaps.values()))
        for lane, heaps in found.heaps.items()
    ]
    if found.undated:
        told.append(said("undated", language).format(count=found.undated))
    points = found.points
    return SheetPart(
        heading=said("chronology_points", language),
        text="\n".join(told),
        lanes=drawn if points else None,
        columns=[
            (said("when", language), [dates_of(each, language) for each in points]),
            (said("lane", language), [capital(word(each.lane, language)) for each in points]),
            (capital(field_name("exhibit.number", language)), [each.number for each in points]),
            (said("what", language), [said_of(each, language) for each in points]),
        ],
    )
