"""The rows of sealed keys: users' slots and private keys, compartments' keys, and the secrets they seal."""

from enum import StrEnum

from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.vocabulary import Compartment
from thb_desktop.errors import NotFoundError
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.refusals import write

_SET_SLOT = """
    INSERT INTO user_slot (agent_id, slot) VALUES (:agent_id, :slot)
    ON CONFLICT (agent_id) DO UPDATE SET slot = :slot
"""
_DROP_SLOT = "DELETE FROM user_slot WHERE agent_id = :agent_id"
_SLOT = "SELECT slot FROM user_slot WHERE agent_id = :agent_id"
_ADD_PRIVATE = "INSERT INTO private_key (agent_id, purpose, sealed) VALUES (:agent_id, :purpose, :sealed)"
_PRIVATE = "SELECT sealed FROM private_key WHERE agent_id = :agent_id AND purpose = :purpose"
_ADD_IDENTITY = """
    INSERT INTO identity_key (identity_id, agent_id, sealed) VALUES (:identity_id, :agent_id, :sealed)
"""
_IDENTITY = "SELECT sealed FROM identity_key WHERE identity_id = :identity_id"
_DROP_IDENTITY = "DELETE FROM identity_key WHERE identity_id = :identity_id"
_ADD_COMPARTMENT = """
    INSERT INTO compartment_key (compartment, agent_id, wrapped) VALUES (:compartment, :agent_id, :wrapped)
"""
_COMPARTMENT = """
    SELECT wrapped FROM compartment_key WHERE compartment = :compartment AND agent_id = :agent_id
"""
_HOLDERS = "SELECT agent_id FROM compartment_key WHERE compartment = :compartment"
_FORGET_COMPARTMENT = "DELETE FROM compartment_key WHERE compartment = :compartment"
_ADD_SEALED = "INSERT INTO sealed_secret (compartment, sealed) VALUES (:compartment, :sealed)"
_SEALED = "SELECT sealed FROM sealed_secret WHERE compartment = :compartment"

_FORGET = (
    "DELETE FROM user_slot WHERE agent_id = :agent_id",
    "DELETE FROM private_key WHERE agent_id = :agent_id",
    "DELETE FROM identity_key WHERE agent_id = :agent_id",
    "DELETE FROM compartment_key WHERE agent_id = :agent_id",
)


class KeyPurpose(StrEnum):
    """The purpose of a user's private key."""

    SIGNING = "SIGNING"
    RECEIVING = "RECEIVING"


def set_slot(connection: Connection, agent_id: AgentId, slot: bytes) -> None:
    write(connection, _SET_SLOT, {"agent_id": agent_id, "slot": slot})


def find_slot(connection: Connection, agent_id: AgentId) -> bytes | None:
    """Return the slot of a user whose passphrase does not open the vault; None if they have none."""
    found = connection.execute(_SLOT, {"agent_id": agent_id}).fetchone()
    return None if found is None else bytes(found[0])


def drop_slot(connection: Connection, agent_id: AgentId) -> None:
    """Delete the stored slot of a user who has access to the vault again."""
    write(connection, _DROP_SLOT, {"agent_id": agent_id})


def forget(connection: Connection, agent_id: AgentId) -> None:
    """Delete everything that a user could open anything with: slot, private keys, keys of compartments."""
    for statement in _FORGET:
        write(connection, statement, {"agent_id": agent_id})


def add_private_key(connection: Connection, agent_id: AgentId, purpose: KeyPurpose, sealed: bytes) -> None:
    write(connection, _ADD_PRIVATE, {"agent_id": agent_id, "purpose": purpose.value, "sealed": sealed})


def get_private_key(connection: Connection, agent_id: AgentId, purpose: KeyPurpose) -> bytes:
    row = {"agent_id": agent_id, "purpose": purpose.value}
    return _one(connection, _PRIVATE, row, "this user has no such key here")


def add_identity_key(connection: Connection, identity_id: RowId, agent_id: AgentId, sealed: bytes) -> None:
    row = {"identity_id": identity_id, "agent_id": agent_id, "sealed": sealed}
    write(connection, _ADD_IDENTITY, row)


def get_identity_key(connection: Connection, identity_id: RowId) -> bytes:
    return _one(connection, _IDENTITY, {"identity_id": identity_id}, "this key is not here any more")


def drop_identity_key(connection: Connection, identity_id: RowId) -> None:
    """Delete the sealed key of a withdrawn identity."""
    write(connection, _DROP_IDENTITY, {"identity_id": identity_id})


def add_compartment_key(
    connection: Connection, compartment: Compartment, agent_id: AgentId, wrapped: bytes
) -> None:
    row = {"compartment": compartment.value, "agent_id": agent_id, "wrapped": wrapped}
    write(connection, _ADD_COMPARTMENT, row)


def find_compartment_key(connection: Connection, compartment: Compartment, agent_id: AgentId) -> bytes | None:
    """Return the compartment's key as wrapped for this user; None if the user does not have it."""
    row = {"compartment": compartment.value, "agent_id": agent_id}
    found = connection.execute(_COMPARTMENT, row).fetchone()
    return None if found is None else bytes(found[0])


def holders_of(connection: Connection, compartment: Compartment) -> frozenset[AgentId]:
    """Return the users who have the key of a compartment."""
    rows = connection.execute(_HOLDERS, {"compartment": compartment.value})
    return frozenset(AgentId(row[0]) for row in rows)


def forget_compartment(connection: Connection, compartment: Compartment) -> None:
    """Delete the key of a compartment for every user, so that a new one can be given."""
    write(connection, _FORGET_COMPARTMENT, {"compartment": compartment.value})


def add_secret(connection: Connection, compartment: Compartment, sealed: bytes) -> None:
    write(connection, _ADD_SEALED, {"compartment": compartment.value, "sealed": sealed})


def get_secret(connection: Connection, compartment: Compartment) -> bytes:
    return _one(connection, _SEALED, {"compartment": compartment.value}, "the vault holds no such secret")


def _one(connection: Connection, statement: str, row: dict[str, str], refusal: str) -> bytes:
    found = connection.execute(statement, row).fetchone()
    if found is None:
        raise NotFoundError(refusal)
    return bytes(found[0])
