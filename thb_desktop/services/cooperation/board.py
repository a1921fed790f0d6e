"""The board: the requests of a case with their deadlines, what answered them, and how they were sent."""

from dataclasses import dataclass
from datetime import date, datetime

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.cooperation import Instrument, Transmission
from thb_desktop.domain.deadlines import Deadline, deadlines_of
from thb_desktop.domain.grounds import check_grounds
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.instrument_links import Linked, links_of
from thb_desktop.domain.natural_order import natural
from thb_desktop.domain.rights import Right
from thb_desktop.findings import Finding
from thb_desktop.services.case_file.adding import add_to_case
from thb_desktop.services.case_file.orders import check_form
from thb_desktop.services.core.days import at_case, today_in
from thb_desktop.services.core.packs import pack_in_use
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLine:
    """One instrument. answers: the numbers of the records and exhibits obtained under it. links: the earlier
    instrument to which it belongs, and those that belong to it. transmissions: in the order of their days.
    form: what is to be said of the official form of an order. grounds: what is to be said of a refusal or a
    postponement.
    """

    instrument: Instrument
    deadlines: tuple[Deadline, ...]
    answers: tuple[str, ...]
    transmissions: tuple[Transmission, ...]
    form: tuple[Finding, ...] = ()
    links: tuple[Linked, ...] = ()
    grounds: tuple[Finding, ...] = ()

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """What is to be said of the answer to an instrument and of its form, beside its deadlines."""
        return (*self.grounds, *self.form)

    @property
    def said(self) -> tuple[Finding, ...]:
        """All that is to be said of an instrument: of the answer, of its deadlines, of its form."""
        return (*self.grounds, *(each.finding for each in self.deadlines), *self.form)

    @property
    def next_due(self) -> Deadline | None:
        """The open deadline that comes first."""
        waiting = [(each.due, each) for each in self.deadlines if each.is_open and each.due is not None]
        return min(waiting, key=lambda one: one[0])[1] if waiting else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unasked:
    """A package that came under no request of the case. holder: the number of the exhibit that holds it.
    office: whose it is; number: the one that it has there.
    """

    holder: str
    office: str
    number: str
    at: datetime


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_unasked(session: Session, case_id: CaseId) -> tuple[Unasked, ...]:
    """Return what came and stands under no request, in order of time, by the clock of the case's State."""
    offices = {each.id: each.name for each in registry.FOREIGN_OFFICE.all(session.read)}
    received = registry.RECEIVED_PACKAGE.where(session.read, "case_id", case_id)
    held = ((each, registry.EXHIBIT.find(session.read, each.exhibit_id)) for each in received)
    return tuple(
        Unasked(
            holder=holder.number,
            office=offices.get(each.office_id, ""),
            number=each.number,
            at=at_case(session.read, case_id, each.at),
        )
        for each, holder in held
        if holder is not None and holder.instrument_id is None and not holder.struck
    )


@permitted(Right.EDIT_CASE)
def note_transmission(session: Session, transmission: Transmission) -> Transmission:
    """Enter a line of the log. The program sends nothing itself."""
    return add_to_case(session.work, transmission, VaultAction.TRANSMISSION_NOTED)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_transmissions(session: Session, case_id: CaseId) -> tuple[Transmission, ...]:
    return registry.TRANSMISSION.where(session.read, "case_id", case_id)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_log(session: Session, case_id: CaseId) -> tuple[tuple[Instrument | None, Transmission], ...]:
    """Return the log by day: what stands of it, each with its instrument, if it has one, also one that was
    struck out.
    """
    listed = registry.INSTRUMENT.where(session.read, "case_id", case_id)
    instruments = {each.id: each for each in listed}
    return tuple(
        (instruments.get(each.instrument_id) if each.instrument_id else None, each)
        for each in _standing_by_day(session, case_id)
    )


def _standing_by_day(session: Session, case_id: CaseId) -> list[Transmission]:
    """A line is often entered long after its day."""
    standing = [each for each in list_transmissions(session, case_id) if not each.struck]
    return sorted(standing, key=lambda each: (each.sent_on, natural(each.number)))


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def board_of(session: Session, case_id: CaseId) -> tuple[BoardLine, ...]:
    """Return the instruments that stand, by wave, with those of none last, and by the day of issue."""
    pack, on = pack_in_use(session.read), today_in(session, case_id)
    listed = registry.INSTRUMENT.where(session.read, "case_id", case_id)
    standing = [each for each in listed if not each.struck]
    sent = _standing_by_day(session, case_id)
    return tuple(
        BoardLine(
            instrument=each,
            deadlines=tuple(deadlines_of(each, pack.deadlines, pack.holidays_of(each.to_country), on)),
            answers=_answers(session.read, each),
            transmissions=tuple(one for one in sent if one.instrument_id == each.id),
            form=check_form(session.read, each, pack),
            links=tuple(links_of(each, listed)),
            grounds=tuple(check_grounds(pack.grounds, each, pack.available)),
        )
        for each in sorted(standing, key=_place)
    )


def _place(each: Instrument) -> tuple[object, ...]:
    return each.wave is None, each.wave or 0, each.issued_on or date.max, natural(each.number)


def _answers(connection: Connection, request: Instrument) -> tuple[str, ...]:
    exhibits = registry.EXHIBIT.where(connection, "instrument_id", request.id)
    records = registry.INTERVIEW.where(connection, "instrument_id", request.id)
    return (
        *sorted((each.number for each in records), key=natural),
        *sorted((each.number for each in exhibits if not each.struck), key=natural),
    )
