"""Further signing keys of users: those that count now, on cards, in key files, and those of their own."""

from collections.abc import Sequence

from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import SigningIdentity
from thb_desktop.domain.vocabulary import IdentityKind
from thb_desktop.services.core.signers import signers_of
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


def further_keys(connection: Connection, user_id: AgentId) -> list[SigningIdentity]:
    """Return the further keys that sign for a user now."""
    agreed = {key.identity for key in signers_of(connection).keys if key.agreed and key.until is None}
    listed = registry.SIGNING_IDENTITY.where(connection, "user_id", user_id)
    return [each for each in listed if each.ended_at is None and each.id in agreed]


def newest_file(identities: Sequence[SigningIdentity]) -> SigningIdentity | None:
    """Return the key that signs without a card, if it is not the first one: a key file, or an own key."""
    return _newest(identities, IdentityKind.KEY_FILE, IdentityKind.OWN_KEY)


def own_key(connection: Connection, user_id: AgentId) -> SigningIdentity | None:
    """Return the key that a user made in place of all that they had, if it counts."""
    return _newest(further_keys(connection, user_id), IdentityKind.OWN_KEY)


def _newest(identities: Sequence[SigningIdentity], *kinds: IdentityKind) -> SigningIdentity | None:
    among = [each for each in identities if each.kind in kinds]
    return max(among, key=lambda each: (each.added_at, each.id), default=None)
