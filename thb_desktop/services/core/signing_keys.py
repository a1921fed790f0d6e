"""Which key signs for a user: told before they sign."""

from dataclasses import dataclass

from thb_desktop.crypto.certificates import read_holder
from thb_desktop.crypto.signing import Signer, key_id
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import IdentityKind
from thb_desktop.services.core.further_keys import further_keys, newest_file, own_key
from thb_desktop.services.core.keys import certificate_of, leaf_of
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKeys:
    """holder: the name in the certificate. key: what signs without a card. cards: what signs with one. Keys
    are told by the SHA-256 of the public key (hex).
    """

    holder: str
    key: str
    cards: tuple[str, ...] = ()


def keys_at_desk(
    connection: Connection, user_id: AgentId | None, *, here: User, signer: Signer
) -> SigningKeys | None:
    """Return with which keys a user would sign where another one may have the session; None for nobody.

    here, signer: who has the session, and their key.
    """
    if user_id == here.id:
        return own_keys(signer, here)
    user = registry.USER.find(connection, user_id) if user_id is not None else None
    return keys_of(connection, user) if user is not None else None


def own_keys(signer: Signer, user: User) -> SigningKeys:
    """Return the key of a session of this user."""
    certificate = signer.certificate
    name = read_holder(certificate).name if certificate is not None else user.name
    return SigningKeys(holder=name, key=signer.key_id)


def signing_certificate(connection: Connection, user: User) -> bytes:
    """Return the certificate (DER) of the key with which a user approves and agrees: the first, or the one
    that they made in its place.
    """
    own = own_key(connection, user.id)
    return leaf_of(own) if own is not None else certificate_of(user)


def keys_of(connection: Connection, user: User) -> SigningKeys:
    """Return the keys with which a user would sign at the desk of another."""
    identities = further_keys(connection, user.id)
    file = newest_file(identities)
    holder = read_holder(leaf_of(file) if file is not None else certificate_of(user))
    cards = (leaf_of(each) for each in identities if each.kind is IdentityKind.CARD)
    return SigningKeys(
        holder=holder.name,
        key=key_id(holder.public_key),
        cards=tuple(key_id(read_holder(each).public_key) for each in cards),
    )
