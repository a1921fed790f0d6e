"""Further signing keys of users: those that count now, on cards and in key files."""

from collections.abc import Sequence

from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import SigningIdentity
from thb_desktop.domain.vocabulary import IdentityKind
from thb_desktop.services.core.signers import signers_of
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


def further_keys(connection: Connection, user_id: AgentId) -> list[SigningIdentity]:
    """Return the further keys that sign for a user now."""
    agreed = {key.identity for key in signers_of(connection).keys if key.agreed}
    listed = registry.SIGNING_IDENTITY.where(connection, "user_id", user_id)
    return [each for each in listed if each.withdrawn_at is None and each.id in agreed]


def newest_file(identities: Sequence[SigningIdentity]) -> SigningIdentity | None:
    """Return the key file that signs, if there is one."""
    files = [each for each in identities if each.kind is IdentityKind.KEY_FILE]
    return max(files, key=lambda each: (each.added_at, each.id), default=None)
