"""The sending of a bundle or package, as it is offered for the log of transmissions."""

from dataclasses import dataclass

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.ids import CaseId, InstrumentId
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
def sending_of(session: Session, case_id: CaseId, number: str) -> Sending:
    """Return what is known of the sending of the bundle or package with this number. Raises NotFoundError."""
    bundles = {each.id: each for each in registry.BUNDLE.where(session.read, "case_id", case_id)}
    package = next(
        (one for one in registry.PACKAGE.where(session.read, "case_id", case_id) if one.number == number),
        None,
    )
    bundle = (
        bundles.get(package.bundle_id)
        if package is not None
        else next((one for one in bundles.values() if one.number == number), None)
    )
    if bundle is None:
        raise NotFoundError("this case file has no bundle and no package with this number")
    listed = registry.INSTRUMENT.where(session.read, "case_id", case_id)
    standing = tuple(each for each in listed if not each.struck)
    named = f"{number} ({bundle.number})" if package is not None else number
    known = bundle.instrument_id in {each.id for each in standing}
    return Sending(
        what=f"{named}, SHA-256 {(package or bundle).sha256}",
        instrument_id=bundle.instrument_id if known else None,
        instruments=standing,
    )
