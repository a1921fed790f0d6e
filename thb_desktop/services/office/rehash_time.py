"""After how many months the stored files of a case are due to be read again (V-E-04)."""

from dataclasses import replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.office import Office
from thb_desktop.domain.rights import Right
from thb_desktop.errors import NothingCorrectedError, ReasonMissingError, ValueRefusedError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session

MOST = 120
"""Months that an office can set."""


@permitted(Right.SIGN_RECORDS)
def set_rehash_time(session: Session, *, months: int | None, reason: str) -> Office:
    """Set the interval; None: nothing becomes due by itself.

    Raises ReasonMissingError, ValueRefusedError beyond MOST, NothingCorrectedError.
    """
    if is_blank(reason):
        raise ReasonMissingError("the office sets this for a reason")
    if months is not None and not 1 <= months <= MOST:
        raise ValueRefusedError("files are read again after one to 120 months")
    office = replace(session.office_record, rehash_months=months)
    if office == session.office_record:
        raise NothingCorrectedError("nothing was changed")
    with session.work() as work:
        work.save(office)
        work.record(session.vault_id, VaultAction.REHASH_TIME_SET, reason.strip())
    session.office_record = office
    return office


@permitted(Right.SEE_OFFICE)
def rehash_time(session: Session) -> int | None:
    """Return what the office set, in months."""
    return session.office_record.rehash_months
