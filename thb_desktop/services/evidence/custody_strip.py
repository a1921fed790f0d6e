"""The custody strip of an exhibit: read for the window, and in print with the list that says the same."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from thb_desktop.domain.case import in_language
from thb_desktop.domain.chronology import Chronology, Point
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.custody_strip import CustodyLane, strip_of
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.rights import Right
from thb_desktop.findings import Finding
from thb_desktop.report.lanes import DrawnLanes, DrawnSpan
from thb_desktop.report.parts.setting import instant
from thb_desktop.report.sheets import Sheet, SheetPart
from thb_desktop.report.words import language_of
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.case_file.sheets import said, sheet_of
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.custody_checks import Checked, check_exhibit
from thb_desktop.words import capital, sentence, word


@permitted(Right.READ_CUSTODY, logs=Consulted.CUSTODY)
def custody_strip(session: Session, exhibit_id: ExhibitId, in_words: Callable[[Finding], str]) -> Chronology:
    """Return what the strip of an exhibit shows. in_words: a finding as it is told. Raises NotFoundError."""
    return _strip(check_exhibit(session, exhibit_id), session.clock.read().at, in_words)


def _strip(checked: Checked, at: datetime, in_words: Callable[[Finding], str]) -> Chronology:
    points = strip_of(checked.events, checked.findings, at=at, said=in_words)
    reach = None
    if points:
        reach = (points[0].begins, max(at, *(each.ends for each in points)))
    return Chronology(case_id=checked.exhibit.case_id, points=points, reach=reach)


@permitted(Right.READ_CUSTODY, logs=Consulted.CUSTODY)
def custody_strip_sheet(session: Session, exhibit_id: ExhibitId) -> Sheet:
    """Return the strip of an exhibit in print. Raises NotFoundError."""
    checked, at = check_exhibit(session, exhibit_id), session.clock.read().at
    exhibit = checked.exhibit
    case = get_case(session, exhibit.case_id)
    language = language_of(case.language)
    found = _strip(checked, at, lambda finding: sentence(finding, language))
    drawn = None
    if found.reach is not None:
        drawn = DrawnLanes(
            begins=found.reach[0],
            ends=found.reach[1],
            lanes=[(capital(word(lane, language)), _spans(found, lane)) for lane in CustodyLane],
        )
    part = SheetPart(
        heading=" ".join((exhibit.number, in_language(exhibit.titles, language))),
        lanes=drawn,
        columns=[
            (said("when", language), [_dates(each) for each in found.points]),
            (said("lane", language), [capital(word(each.lane, language)) for each in found.points]),
            (said("strip_event", language), [each.number for each in found.points]),
            (said("what", language), [_told(each, language) for each in found.points]),
        ],
    )
    return sheet_of(at, case, "strip", [part], by=session.user.name)


def _spans(found: Chronology, lane: CustodyLane) -> list[DrawnSpan]:
    return [
        DrawnSpan(begins=each.begins, ends=each.ends, label=each.text)
        for each in found.points
        if each.lane is lane
    ]


def _dates(point: Point) -> str:
    ends = (point.since, point.until) if point.until is not None else (point.since,)
    return " \u2013 ".join(instant(each.instant) for each in ends)


def _told(point: Point, language: str) -> str:
    if point.lane in (CustodyLane.HOLDERS, CustodyLane.SEALS, CustodyLane.FINDINGS):
        return point.text
    what = capital(word(point.what, language)) if isinstance(point.what, StrEnum) else point.what
    also = word(point.also, language) if point.also else ""
    return ", ".join(filter(None, (what, also, point.text)))
