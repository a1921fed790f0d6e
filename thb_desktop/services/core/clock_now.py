"""The clock now: whether it stands before the last event, or went back before, and nobody said why."""

from thb_desktop.errors import ClockUnexplainedError
from thb_desktop.services.core.clock_jumps import LEAST, ClockJump, recorded_jump
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import chain


def present_jump(session: Session) -> ClockJump | None:
    """Return a jump that nobody explained, also one that no event records yet."""
    last, now = chain.last_entry(session.read), session.clock.read().at
    if last is not None and last.parsed().at - now > LEAST:
        return ClockJump(before=last.parsed().at, after=now)
    return recorded_jump(session.read, session.vault_id)


def verify_explained(session: Session) -> None:
    """Refuse to begin what ends in a signature after a jump that nobody explained: ClockUnexplainedError."""
    if not session.office_record.is_store and present_jump(session) is not None:
        raise ClockUnexplainedError("the clock of this computer went back, and nobody said why")
