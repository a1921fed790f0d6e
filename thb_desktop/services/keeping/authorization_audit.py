"""Authorization audit: whether each author in the event chain had the right, and a second person, and kept
to the rows of the act.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from thb_desktop.domain.act_checks import Change
from thb_desktop.errors import ThbError
from thb_desktop.findings import Finding, holds
from thb_desktop.ledger.entry import Entry
from thb_desktop.services.core.act_audit import ActAudit
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain


def check_authorizations(connection: Connection, vault: str, root: bytes) -> Iterator[Finding]:
    """Check each entry against the role of its author, and each act of two persons against its approval.

    root: the vault's root certificate, DER. The check of the chain reports what cannot be read.
    """
    audit = ActAudit(connection, vault, root)
    wrong = 0
    before: Entry | None = None
    for signed, opening in zip(chain.entries(connection), chain.openings(connection), strict=True):
        with suppress(ThbError):
            entry = signed.parsed()
            event = Event.parse(opening.payload) if opening else None
            for finding in audit.check(before, entry, event):
                wrong += 1
                yield finding
            before = entry
    if not wrong:
        yield holds("deeds")


class RowsAudit:
    """The check of the rows of each act, while the tables are rebuilt. findings: of all entries so far."""

    def __init__(self, connection: Connection, vault: str, root: bytes) -> None:
        self.findings: list[Finding] = []
        self._audit = ActAudit(connection, vault, root)
        self._entries = enumerate(chain.entries(connection), start=1)

    def take(self, seq: int, changes: Sequence[Change]) -> None:
        """Check the rows that an entry changed; the entries come in their order."""
        signed = next(signed for number, signed in self._entries if number == seq)
        with suppress(ThbError):
            self.findings += self._audit.check_rows(signed.parsed(), changes)
