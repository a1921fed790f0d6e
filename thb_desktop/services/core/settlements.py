"""Settlements: a magistrate answered for a return that was not merged as its interpreter handed it back.

Such a return is named at each unlock, and nothing is written to the vault. The event RETURN_SETTLED says who
looked at it and why the office goes on. It takes no row away, and the return stays named.
"""

from contextlib import suppress

from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain.act_rights import right_of_act
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.rights import may
from thb_desktop.errors import CertificateError, FormatError, SignatureError
from thb_desktop.ledger.entry import Entry, SignedEntry
from thb_desktop.ledger.statement import gather_keys
from thb_desktop.services.core.keys import session_certificates
from thb_desktop.services.core.user_certification import certified_keys
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, registry

FORGED, SETTLED = "return-forged", "return-settled"
"""The findings about a return that is not as it was handed back: before and after it was settled."""


def settlement_of(connection: Connection, merge: Entry, vault: str, root: bytes) -> Entry | None:
    """Return the first event that settles what an entry merged; None if there is none that counts.

    It counts if it comes later, and if a user who may settle signed it in a certified session. root: DER.
    """
    for signed in chain.entries_of(connection, merge.subject):
        with suppress(FormatError, SignatureError, CertificateError):
            entry = signed.parsed()
            later = entry.action == VaultAction.RETURN_SETTLED and entry.seq > merge.seq
            if later and _is_signed(connection, signed, entry, vault, root):
                return entry
    return None


def _is_signed(connection: Connection, signed: SignedEntry, entry: Entry, vault: str, root: bytes) -> bool:
    """Whether the user whom it names signed it, and may settle. Raises SignatureError."""
    user = registry.USER.find(connection, entry.agent)
    right = right_of_act(entry.action)
    ring, _ = gather_keys(
        chain.statements_of(connection, entry.key),
        vault=vault,
        certified=certified_keys(session_certificates(connection), root),
        verify_signature=verify_signature,
    )
    session = ring.sessions.get(entry.key)
    if user is None or right is None or session is None or entry.vault != vault:
        return False
    verify_signature(ring.public[entry.key], signed.entry, signed.signature)
    return (session.agent, session.role) == (entry.agent, entry.role) and may(user.role, right)
