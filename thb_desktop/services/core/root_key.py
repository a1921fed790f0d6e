"""The private key of the vault's root: sealed under the key of its compartment, open while it certifies."""

from thb_desktop.crypto import certificates, sealing, signing
from thb_desktop.crypto.material import wipe
from thb_desktop.crypto.signing import SoftwareSigner
from thb_desktop.domain.vocabulary import Compartment
from thb_desktop.errors import SealedValueDamagedError
from thb_desktop.services.core.keys import Root
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.unlocked import Vault


def seal_root(connection: Connection, key: bytearray, root: Root, vault: Vault) -> None:
    secret = signing.private_bytes(root.signer.private_key)
    try:
        sealed = sealing.seal(key, secret, context=_root_context(vault.vault_id), randomness=vault.randomness)
    finally:
        wipe(secret)
    rows.set_secret(connection, Compartment.ROOT_KEY, sealed)


def reseal_root(connection: Connection, old: bytearray, new: bytearray, vault: Vault) -> None:
    """Seal the root's private key under a new key of its compartment."""
    context = _root_context(vault.vault_id)
    secret = sealing.unseal(old, rows.get_secret(connection, Compartment.ROOT_KEY), context=context)
    try:
        sealed = sealing.seal(new, secret, context=context, randomness=vault.randomness)
    finally:
        wipe(secret)
    rows.set_secret(connection, Compartment.ROOT_KEY, sealed)


def open_root(connection: Connection, key: bytearray, *, vault_id: bytes, certificate: bytes) -> Root:
    """Open the root's private key. Raises SealedValueDamagedError if it is not the key of its certificate."""
    sealed = rows.get_secret(connection, Compartment.ROOT_KEY)
    secret = sealing.unseal(key, sealed, context=_root_context(vault_id))
    signer = SoftwareSigner.from_bytes(secret, certificate)
    if signer.public_key != certificates.read_holder(certificate).public_key:
        raise SealedValueDamagedError("the key of the vault's root is not that of its certificate")
    return Root(certificate=certificate, signer=signer)


def _root_context(vault_id: bytes) -> bytes:
    return sealing.bind("thb-root-key/1", vault_id)
