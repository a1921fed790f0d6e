"""User certification: what the vault's root signed about each user, and whose keys therefore count.

Every user has the key of the database, so a row alone proves nothing. The root signs each user's role and
receiving key; its private key is in a separate compartment.
"""

from base64 import b64decode
from collections.abc import Iterable, Iterator
from contextlib import suppress

from thb_desktop.crypto.certificates import read_holder, verify_leaf
from thb_desktop.crypto.signing import Signer, verify_signature
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import User
from thb_desktop.errors import CertificateError, SignatureError, ThbError
from thb_desktop.ledger import canonical
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain

FORMAT = "thb-admission/1"


def der_of(untrusted: str) -> bytes:
    """Return the certificate of a row in DER; nothing if the row has none, which certifies nobody."""
    try:
        return b64decode(untrusted, validate=True)
    except ValueError:
        return b""


def verify_der(untrusted: str) -> bytes:
    """Return the certificate of a row in DER. Raises CertificateError if the row has none."""
    if not (der := der_of(untrusted)):
        raise CertificateError("a row has no certificate")
    return der


def admission_of(user: User, vault: str, root: Signer) -> str:
    """Sign with the root who this user is; 64 bytes in hexadecimal."""
    return root.sign(_statement(user, vault)).hex()


def verify_admitted(untrusted: User, vault: str, root: bytes) -> None:
    """Raise CertificateError unless the root (its certificate, DER) certified this user as the row says."""
    try:
        verify_signature(
            read_holder(root).public_key, _statement(untrusted, vault), bytes.fromhex(untrusted.admission)
        )
        certificate = verify_der(untrusted.certificate)
        holder = read_holder(certificate)
        verify_leaf(certificate, root, at=holder.not_before)
    except (SignatureError, CertificateError, ValueError):
        raise CertificateError("a user is not as the vault's root certified them") from None
    if holder.serial_number != untrusted.id:
        raise CertificateError("the certificate of a user belongs to somebody else")
    if holder.name != untrusted.name:
        raise CertificateError("the certificate of a user says another name than theirs")
    if holder.function not in ("", untrusted.role.value):
        raise CertificateError("the certificate of a user says another function than their role")


def certified_keys(issued: Iterable[tuple[AgentId, bytes]], root: bytes) -> dict[str, list[bytes]]:
    """Return the keys of the users whose certificates the root issued; one that names another user is left
    out.

    The end of a certificate is ignored: the clock of the machine proves nothing, and the event chain
    withdraws a key or retires its user.
    """
    certified: dict[str, list[bytes]] = {}
    for user_id, certificate in issued:
        try:
            holder = read_holder(certificate)
            verify_leaf(certificate, root, at=holder.not_before)
        except CertificateError:
            continue
        if holder.serial_number == user_id:
            certified.setdefault(user_id, []).append(holder.public_key)
    return certified


def retired_at(connection: Connection, user_id: str) -> int | None:
    """Return the number of the entry that retired a user; None for an active user."""
    return next((seq for seq, _ in _acts_about(connection, user_id, VaultAction.USER_RETIRED)), None)


def _acts_about(
    connection: Connection, user_id: str, action: VaultAction
) -> Iterator[tuple[int, Event | None]]:
    """Return the entries about a user with this act, the newest first, with their content."""
    for signed in reversed(chain.entries_of(connection, user_id)):
        with suppress(ThbError):
            entry = signed.parsed()
            if entry.action == action:
                opening = chain.opening_of(connection, entry.seq)
                yield entry.seq, Event.parse(opening.payload) if opening else None


def _statement(user: User, vault: str) -> bytes:
    return canonical.encode(
        {
            "format": FORMAT,
            "vault": vault,
            "id": user.id,
            "name": user.name,
            "role": user.role.value,
            "receiving_key": user.first_receiving_key or user.receiving_key,
        }
    )
