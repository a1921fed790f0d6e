"""The clock of the office: somebody says why it went back; then what waited can be signed."""

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.rights import Right
from thb_desktop.errors import ClockNotBackError, ReasonMissingError
from thb_desktop.services.core.clock_jumps import ClockJump
from thb_desktop.services.core.clock_now import present_jump
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session


@permitted(Right.CHECK_HEALTH)
def unexplained_jump(session: Session) -> ClockJump | None:
    """Return by what the clock went back, if nobody said why since."""
    return present_jump(session)


@permitted(Right.CHECK_HEALTH)
def explain_clock(session: Session, *, reason: str) -> ClockJump:
    """Record why the clock went back; then documents can be signed again.

    The times of the events stay as they are. Raises ReasonMissingError, ClockNotBackError, ReadOnlyError.
    """
    if is_blank(reason):
        raise ReasonMissingError("say why the clock went back")
    jump = present_jump(session)
    if jump is None:
        raise ClockNotBackError("no clock went back that nobody explained")
    with session.work() as work:
        work.record(session.vault_id, VaultAction.CLOCK_EXPLAINED, reason.strip())
    return jump
