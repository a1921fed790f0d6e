"""Records that go out as the minutes of a hearing under an EIO (V-X-08)."""

from collections.abc import Iterator, Mapping, Sequence

from thb_desktop.domain.cooperation_codes import InstrumentType
from thb_desktop.domain.ids import InstrumentId, InterviewId
from thb_desktop.domain.interview_minutes import check_minutes
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.errors import MinutesIncompleteError
from thb_desktop.findings import Finding
from thb_desktop.findings import broken as refuse
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry

_ORDERS = frozenset({InstrumentType.EIO, InstrumentType.EIO_SUPPLEMENTARY})


def check_issued(
    connection: Connection, held: Sequence[InterviewInFull], order_id: InstrumentId | None
) -> Iterator[Finding]:
    """Tell which records lack items, if a bundle under this order issues them as minutes of its hearings.

    A signed record is not changed: what a record that supplements or rectifies it has, and that goes out with
    it, counts.
    """
    order = registry.INSTRUMENT.find(connection, order_id) if order_id is not None else None
    if order is None or order.type not in _ORDERS:
        return
    beside = _beside(held)
    for each in held:
        is_of_order = each.interview.instrument_id == order.id and each.taken_over is None
        if is_of_order and (lacking := tuple(check_minutes(each, beside.get(each.interview.id, ())))):
            yield refuse(
                "minutes-incomplete",
                number=each.interview.number,
                instrument=order.number,
                missing=lacking,
                about=each.interview.id,
            )


def verify_issued(
    connection: Connection, held: Sequence[InterviewInFull], order_id: InstrumentId | None
) -> None:
    """Raise MinutesIncompleteError for the first such record."""
    for finding in check_issued(connection, held, order_id):
        number, instrument = str(finding.values["number"]), str(finding.values["instrument"])
        raise MinutesIncompleteError("a record lacks items of the minutes of a hearing", number, instrument)


def _beside(held: Sequence[InterviewInFull]) -> Mapping[InterviewId, Sequence[InterviewInFull]]:
    """Return by record those of these that supplement or rectify it, or that it supplements or rectifies."""
    known = {each.interview.id: each for each in held}
    found: dict[InterviewId, list[InterviewInFull]] = {}
    for later in held:
        for named in (later.interview.supplements_id, later.interview.rectifies_id):
            if named is not None and (earlier := known.get(named)) is not None:
                found.setdefault(named, []).append(later)
                found.setdefault(later.interview.id, []).append(earlier)
    return found
