"""The sending of a bundle, package, annex or file, as it is offered for the log of transmissions."""

from dataclasses import dataclass

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.identity_annex import IdentityAnnex
from thb_desktop.domain.ids import CaseId, InstrumentId
from thb_desktop.domain.package import Package
from thb_desktop.domain.rights import Right
from thb_desktop.errors import NotFoundError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What the program knows of it: what it is, and under which instrument it was released (None: under none,
    or one that was struck out since). Whether, when and how it was sent, only a person can say.

    instruments: of the case, that a line of the log can name.
    """

    what: str
    instrument_id: InstrumentId | None
    instruments: tuple[Instrument, ...]


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def sending_of(session: Session, case_id: CaseId, named: str) -> Sending:
    """Return what is known of the sending of a bundle, package or identity annex of the case, or of a file
    that was taken out of an exhibit.

    named: the number; of a file, the identifier of its taking out, or its SHA-256 (of the last time). Raises
    NotFoundError.
    """
    sent = _numbered(session, case_id, named) or _taken_out(session, case_id, named)
    if sent is None:
        raise NotFoundError("this case file has nothing with this number that can be sent")
    what, released = sent
    listed = registry.INSTRUMENT.where(session.read, "case_id", case_id)
    standing = tuple(each for each in listed if not each.struck)
    known = released in {each.id for each in standing}
    return Sending(what=what, instrument_id=released if known else None, instruments=standing)


_Sent = tuple[str, InstrumentId | None]
"""What it is, and under which instrument it was released."""


def _numbered(session: Session, case_id: CaseId, number: str) -> _Sent | None:
    bundles = {each.id: each for each in registry.BUNDLE.where(session.read, "case_id", case_id)}
    made: tuple[Package | IdentityAnnex, ...] = (
        *registry.PACKAGE.where(session.read, "case_id", case_id),
        *registry.IDENTITY_ANNEX.where(session.read, "case_id", case_id),
    )
    for each in made:
        if each.number == number:
            of = bundles[each.bundle_id]
            return f"{number} ({of.number}), SHA-256 {each.sha256}", of.instrument_id
    bundle = next((one for one in bundles.values() if one.number == number), None)
    return None if bundle is None else (f"{number}, SHA-256 {bundle.sha256}", bundle.instrument_id)


def _taken_out(session: Session, case_id: CaseId, named: str) -> _Sent | None:
    """A file has no number: its exhibit has one. Its name is not told, for it may tell of somebody."""
    exhibits = {each.id: each for each in registry.EXHIBIT.where(session.read, "case_id", case_id)}
    digest = "".join(named.split()).lower()
    taken = [
        each
        for each in registry.TAKEN_OUT.among(session.read, "exhibit_id", exhibits)
        if named == each.id or digest == each.sha256
    ]
    if not taken:
        return None
    last = max(taken, key=lambda each: each.at)
    return f"{exhibits[last.exhibit_id].number}, SHA-256 {last.sha256}", None
