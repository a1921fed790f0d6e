"""Certifications: whether each has the signature of the linguist that it names."""

from collections.abc import Iterator
from contextlib import suppress

from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.segment import Certification
from thb_desktop.errors import SignatureError
from thb_desktop.findings import Finding, broken, holds
from thb_desktop.ledger.certification import certified_bytes
from thb_desktop.services.core.keys import certificates_of
from thb_desktop.services.core.user_certification import certified_keys
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


def certificate_behind(
    connection: Connection, vault_id: str, root: bytes, untrusted: Certification
) -> bytes | None:
    """Return the certificate (DER) whose key signed this certification: one of the named user, issued by the
    root. None if there is none.
    """
    return _behind(certificates_of(connection), vault_id, root, untrusted)


def _behind(
    issued: list[tuple[AgentId, bytes]], vault_id: str, root: bytes, untrusted: Certification
) -> bytes | None:
    for agent, certificate in issued:
        for key in certified_keys([(agent, certificate)], root).get(untrusted.user_id, ()):
            with suppress(SignatureError, ValueError):
                signature = bytes.fromhex(untrusted.signature)
                verify_signature(key, certified_bytes(untrusted, vault_id), signature)
                return certificate
    return None


def check_certifications(connection: Connection, vault_id: str, root: bytes) -> Iterator[Finding]:
    """Check the signature of every certification in the vault."""
    every, issued = registry.CERTIFICATION.all(connection), certificates_of(connection)
    unsigned = sum(_behind(issued, vault_id, root, each) is None for each in every)
    if unsigned:
        yield broken("certifications.unsigned", count=unsigned)
    elif every:
        yield holds("certifications.signed", count=len(every))
