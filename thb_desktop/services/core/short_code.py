"""The short code of the event chain, which people compare."""

from thb_desktop.domain.rights import Right
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import chain


@permitted(Right.SEE_OFFICE)
def current_short_code(session: Session) -> str:
    """Return the short code of the chain's newest head: the next unlock shows it if nothing changes."""
    head = chain.last_head(session.read) if session.known.is_sound else None
    return head.parsed().short_code if head else session.known.short_code
