"""The chronology of a case: read by stretches of time, so that it costs what is seen of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from thb_desktop.domain.chronology import (
    LANE_RIGHTS,
    Chronology,
    ChronologyLane,
    Point,
    begin_of,
    end_of,
)
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.finance_codes import DayKind
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.natural_order import natural
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.stays import Stay
from thb_desktop.services.casework.ad_points import AdPoints
from thb_desktop.services.casework.custody_points import CustodyPoints
from thb_desktop.services.casework.statement_points import StatementPoints
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.ad_days import follow_days
from thb_desktop.services.evidence.ads import counted
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import dated, registry

MOST = 400
"""Points of one lane that are read for a stretch; of more, only how many there are."""
_DAY = timedelta(days=1)
_OF_INSTRUMENTS = (
    *("issued_on", "transmitted_on", "received_on", "acknowledged_on", "recognised_on", "executed_on"),
    "due_on",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Apart:
    """Lanes that may have very many points, and of which more is asked than a date."""

    statements: StatementPoints
    ads: AdPoints
    custody: CustodyPoints

    @property
    def undated(self) -> int:
        return self.statements.undated + self.ads.undated


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def chronology_of(
    session: Session,
    case_id: CaseId,
    stretch: tuple[datetime, datetime] | None = None,
    lanes: Collection[ChronologyLane] = frozenset(ChronologyLane),
    *,
    most: int = MOST,
    every_statement: bool = False,
) -> Chronology:
    """Return what a case holds in a stretch of time, or in its whole reach; lanes that this user may not read
    are left out. Struck entries are no part of it.

    every_statement: read the point of each record, however many there are.
    """
    seen = [each for each in lanes if may(session.user.role, LANE_RIGHTS[each])]
    read = session.read
    readings = counted(read, case_id) if ChronologyLane.ADS in seen else ()
    follow_days(session, readings)
    apart = _Apart(
        statements=StatementPoints(
            read, case_id, seen=ChronologyLane.STATEMENTS in seen, counts=not every_statement
        ),
        ads=AdPoints(read, case_id, seen=ChronologyLane.ADS in seen),
        custody=CustodyPoints(read, case_id, seen=ChronologyLane.CUSTODY in seen),
    )
    found = _chronology(read, case_id, stretch, seen, apart=apart, most=most)
    if not apart.ads.differed:
        return found
    follow_days(session, readings, again=True)
    return _chronology(read, case_id, stretch, seen, apart=apart, most=most)


def _chronology(
    read: Connection,
    case_id: CaseId,
    stretch: tuple[datetime, datetime] | None,
    seen: Collection[ChronologyLane],
    *,
    apart: _Apart,
    most: int,
) -> Chronology:
    small, undated = _small(read, case_id, seen)
    whole = _reach(read, case_id, small, seen, apart)
    if whole is None:
        return Chronology(case_id=case_id, undated=undated + apart.undated)
    since, until = stretch or whole
    points = [each for each in small if each.ends >= since and each.begins <= until]
    heaps: dict[ChronologyLane, Mapping[str, int]] = {}
    for lane in seen:
        found = _large(read, case_id, lane, (since, until), apart=apart, most=most)
        if isinstance(found, Mapping):
            heaps[lane] = found
        else:
            points += [each for each in found if each.ends >= since and each.begins <= until]
    points.sort(key=lambda each: (each.begins, each.lane, natural(each.number)))
    return Chronology(
        case_id=case_id, points=tuple(points), heaps=heaps, undated=undated + apart.undated, reach=whole
    )


def _large(
    connection: Connection,
    case_id: CaseId,
    lane: ChronologyLane,
    stretch: tuple[datetime, datetime],
    *,
    apart: _Apart,
    most: int,
) -> Mapping[str, int] | Iterable[Point]:
    """Return the points of a lane that may have very many, or how many begin in each part of the stretch."""
    since, until = stretch
    length = _length(until - since)
    if lane in (ChronologyLane.ADS, ChronologyLane.STATEMENTS):
        of_lane = apart.ads if lane is ChronologyLane.ADS else apart.statements
        found = of_lane.within(stretch, most)
        return of_lane.heaps(stretch, length) if found is None else found
    # A local day may begin up to 14 hours before or after that of UTC.
    days = ((since - _DAY).date().isoformat(), (until + 2 * _DAY).date().isoformat())
    if lane is ChronologyLane.CUSTODY:
        events = apart.custody.within(days, most)
        return apart.custody.heaps(days, length) if events is None else events
    if lane is not ChronologyLane.PAYMENTS:
        return ()
    points = list(_payments(dated.payments_within(connection, case_id, days, most + 1)))
    return points if len(points) <= most else dated.heaps_of_payments(connection, case_id, days, length)


def _small(
    connection: Connection, case_id: CaseId, lanes: Collection[ChronologyLane]
) -> tuple[list[Point], int]:
    """Return the points of the lanes that are read whole, and how many entries of all have no date."""
    found: list[Point | None] = []
    if ChronologyLane.CAPTURES in lanes:
        found += _captures(connection, case_id)
    if ChronologyLane.COOPERATION in lanes:
        found += _cooperation(connection, case_id)
    if ChronologyLane.PERSONS in lanes:
        found += _persons(connection, case_id)
    if ChronologyLane.STAYS in lanes:
        found += _stays(connection, case_id)
    points = [each for each in found if each is not None]
    undated = len(found) - len(points)
    if ChronologyLane.PAYMENTS in lanes:
        undated += dated.undated_payments(connection, case_id)
    return points, undated


def _captures(connection: Connection, case_id: CaseId) -> Iterator[Point | None]:
    captures = registry.ONLINE_CAPTURE.where(connection, "case_id", case_id)
    numbers = {
        each.id: each.number
        for each in registry.EXHIBIT.among(connection, "id", {one.exhibit_id for one in captures})
    }
    for each in captures:
        if each.struck:
            continue
        told = (
            ("captured_at", PartialDate.of(each.captured_at), None),
            ("first_seen", *_span(each.first_seen, each.last_seen)),
        )
        for name, since, until in told:
            if since is not None:
                yield Point(
                    lane=ChronologyLane.CAPTURES,
                    kind="exhibit",
                    about=each.exhibit_id,
                    number=numbers.get(each.exhibit_id, ""),
                    since=since,
                    until=until,
                    what=f"online_capture.{name}",
                    text=each.page_title or each.requested_url,
                )


def _cooperation(connection: Connection, case_id: CaseId) -> Iterator[Point | None]:
    for each in registry.INSTRUMENT.where(connection, "case_id", case_id):
        for name in _OF_INSTRUMENTS:
            day = getattr(each, name)
            if day is not None and not each.struck:
                yield Point(
                    lane=ChronologyLane.COOPERATION,
                    kind="instrument",
                    about=each.id,
                    number=each.number,
                    since=PartialDate.of(day),
                    what=f"instrument.{name}",
                    text=each.reference,
                )


def _persons(connection: Connection, case_id: CaseId) -> Iterator[Point | None]:
    """The roles of persons over time, and their reflection periods, under their pseudonyms."""
    persons = {each.id: each for each in registry.PERSON.where(connection, "case_id", case_id)}
    for each in registry.PERSON_ROLE.where(connection, "case_id", case_id):
        person = persons.get(each.person_id)
        if not each.struck and each.since is not None and person is not None:
            yield _of_person(each.person_id, person.code, each.since, each.until, each.role)
    for person in persons.values():
        if not person.struck and person.reflection_since is not None:
            yield _of_person(
                person.id,
                person.code,
                person.reflection_since,
                person.reflection_until,
                "person.reflection_since",
            )


def _stays(connection: Connection, case_id: CaseId) -> Iterator[Point | None]:
    """The stays of persons. One of which an end alone is known stands there, and does not last from it."""
    stays = [each for each in registry.STAY.where(connection, "case_id", case_id) if not each.struck]
    codes = {
        each.id: each.code
        for each in registry.PERSON.among(connection, "id", {one.person_id for one in stays})
    }
    places = {
        each.id: f"{each.number} {each.label}"
        for each in registry.CASE_OBJECT.among(connection, "id", {one.object_id for one in stays})
    }
    for each in stays:
        quoted = f"\u201c{each.as_told}\u201d" if each.as_told else ""
        told = ", ".join(filter(None, (places.get(each.object_id, ""), quoted, each.source)))
        yield _of_stay(each, codes.get(each.person_id, ""), told)


def _of_stay(stay: Stay, code: str, told: str) -> Point | None:
    since, until = _known(stay.since), _known(stay.until)
    first = since or until
    if first is None:
        return None
    lone = "stay.until" if since is None else "stay.since" if until is None else ""
    return Point(
        lane=ChronologyLane.STAYS,
        kind="stay",
        about=stay.id,
        number=code,
        since=first,
        until=until if since is not None else None,
        what=lone or stay.role or "stay.object_id",
        also=stay.role if lone else None,
        text=told,
    )


def _of_person(
    about: str, code: str, since: PartialDate, until: PartialDate | None, what: StrEnum | str
) -> Point | None:
    if since.is_unknown:
        return None
    return Point(
        lane=ChronologyLane.PERSONS,
        kind="person",
        about=about,
        number=code,
        since=since,
        until=_known(until),
        what=what,
    )


def _payments(rows: Iterable[dated.Cells]) -> Iterator[Point]:
    """The number is that of the account; the text says how much, and who paid whom. What: that the value date
    alone is known.
    """
    for about, at, amount, currency, counterparty, text, payer, receiver, until, is_about, kind in rows:
        since = _date(at)
        if since is None:
            continue
        written = str(counterparty)
        paid, got = (str(each or "") for each in (payer, receiver))
        sign = "" if bool(paid) is bool(got) else "\u2212" if paid else "+"
        much = " \u2013 ".join(filter(None, (str(amount), str(until))))
        sum_of = f"{'~' if is_about else ''}{sign}{much} {currency}"
        ways = (paid or (written if got else "?"), got or (written if paid else "?"))
        way = " \u2192 ".join(each or "?" for each in ways) if paid or got else written
        beside = written if paid and got else ""
        yield Point(
            lane=ChronologyLane.PAYMENTS,
            kind="money_transaction",
            about=str(about),
            number=paid or got,
            since=since,
            what=DayKind.VALUE if kind == DayKind.VALUE else "",
            text=", ".join(filter(None, (sum_of, way, beside, str(text)))),
        )


def _reach(
    connection: Connection,
    case_id: CaseId,
    small: Iterable[Point],
    lanes: Collection[ChronologyLane],
    apart: _Apart,
) -> tuple[datetime, datetime] | None:
    known = [each for each in (apart.statements.reach(), apart.ads.reach()) if each]
    begins = [*(each.begins for each in small), *(each[0] for each in known)]
    ends = [*(each.ends for each in small), *(each[1] for each in known)]
    texts = apart.custody.reach() if ChronologyLane.CUSTODY in lanes else ()
    if ChronologyLane.PAYMENTS in lanes:
        texts += dated.reach_of_payments(connection, case_id)
    for found in filter(None, map(_date, texts)):
        begins.append(begin_of(found))
        ends.append(end_of(found))
    return (min(begins), max(ends)) if begins else None


def _date(text: object) -> PartialDate | None:
    return _known(PartialDate(str(text)) if text else None)


def _known(value: PartialDate | None) -> PartialDate | None:
    return None if value is None or value.is_unknown else value


def _span(first: date | None, last: date | None) -> tuple[PartialDate | None, PartialDate | None]:
    """Return both days, or the one that is known as the first."""
    since, until = (None if each is None else PartialDate.of(each) for each in (first, last))
    return (since, until) if since is not None else (until, None)


def _length(stretch: timedelta) -> int:
    """How much of a date is told of heaps: the year, month, day or hour."""
    if stretch > timedelta(days=3650):
        return 4
    if stretch > timedelta(days=365):
        return 7
    return 10 if stretch > timedelta(days=14) else 13
