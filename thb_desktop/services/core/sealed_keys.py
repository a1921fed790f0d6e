"""Sealed private keys of a user: sealed again under another key of theirs, when they make new ones."""

from dataclasses import dataclass, field

from thb_desktop.crypto import sealing
from thb_desktop.crypto.material import Randomness, wipe
from thb_desktop.domain.people import SigningIdentity, User
from thb_desktop.services.core.further_keys import own_key
from thb_desktop.services.core.keys import identity_context, private_key_context
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.tables.keys import KeyPurpose


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedKeys:
    """The sealed keys of one user. old, new: under which they lie, and will lie."""

    connection: Connection
    vault_id: bytes
    user: User
    old: bytearray = field(repr=False)
    new: bytearray = field(repr=False)
    randomness: Randomness = field(repr=False)

    def renew(self, receiving: bytearray) -> None:
        """Seal what they have under the new key: the keys that signed until now, and before the former
        receiving keys, which open what was wrapped for them, the new one.
        """
        for purpose in KeyPurpose:
            context = private_key_context(self.vault_id, self.user.id, purpose)
            kept = sealing.unseal(
                self.old, rows.get_private_key(self.connection, self.user.id, purpose), context=context
            )
            whole = receiving + kept if purpose is KeyPurpose.RECEIVING else bytearray(kept)
            try:
                sealed = sealing.seal(self.new, whole, context=context, randomness=self.randomness)
            finally:
                wipe(kept, whole)
            rows.set_private_key(self.connection, self.user.id, purpose, sealed)
        former = own_key(self.connection, self.user.id)
        if former is not None:
            context = identity_context(self.vault_id, self.user.id, former.id)
            kept = sealing.unseal(
                self.old, rows.get_identity_key(self.connection, former.id), context=context
            )
            rows.drop_identity_key(self.connection, former.id)
            self.add(former, kept)

    def add(self, identity: SigningIdentity, secret: bytearray) -> None:
        """Seal the private key of a further key under the new key. secret: overwritten."""
        try:
            context = identity_context(self.vault_id, self.user.id, identity.id)
            sealed = sealing.seal(self.new, secret, context=context, randomness=self.randomness)
            rows.add_identity_key(self.connection, identity.id, self.user.id, sealed)
        finally:
            wipe(secret)
