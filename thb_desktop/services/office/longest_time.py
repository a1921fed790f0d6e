"""After how many minutes without a break the office warns (V-I-10): for adults, and for children."""

from dataclasses import replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.office import Office
from thb_desktop.domain.rights import Right
from thb_desktop.errors import NothingCorrectedError, ReasonMissingError, ValueRefusedError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session

FEWEST, MOST = 10, 480
"""Minutes that an office can set."""


@permitted(Right.SIGN_RECORDS)
def set_longest_time(session: Session, *, adult: int | None, child: int | None, reason: str) -> Office:
    """Set both; None: as this program does. Records that are signed keep what was warned of then.

    Raises ReasonMissingError, ValueRefusedError beyond FEWEST and MOST, NothingCorrectedError.
    """
    if is_blank(reason):
        raise ReasonMissingError("the office sets this for a reason")
    office = replace(session.office_record, longest_minutes=adult, longest_minutes_child=child)
    if any(each is not None and not FEWEST <= each <= MOST for each in (adult, child)):
        raise ValueRefusedError("an interview goes on for ten minutes to eight hours without a break")
    if office == session.office_record:
        raise NothingCorrectedError("nothing was changed")
    with session.work() as work:
        work.save(office)
        work.record(session.vault_id, VaultAction.LONGEST_TIME_SET, reason.strip())
    session.office_record = office
    return office


@permitted(Right.SEE_OFFICE)
def longest_time(session: Session) -> tuple[int | None, int | None]:
    """Return what the office set: for adults, and for children."""
    return session.office_record.longest_minutes, session.office_record.longest_minutes_child
