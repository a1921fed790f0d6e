"""The clock now: whether it stands before the last event, or went back before, and nobody said why."""

from thb_desktop.errors import ClockUnexplainedError
from thb_desktop.services.core.clock_jumps import ClockJump, recorded_jump
from thb_desktop.services.core.session import Session


def present_jump(session: Session) -> ClockJump | None:
    """Return a jump that nobody explained, also one that no event records yet."""
    return recorded_jump(session.read, session.vault_id, now=session.clock.read().at)


def verify_explained(session: Session) -> None:
    """Refuse to begin what ends in a signature after a jump that nobody explained: ClockUnexplainedError."""
    if not session.office_record.is_store and present_jump(session) is not None:
        raise ClockUnexplainedError("the clock of this computer went back, and nobody said why")
