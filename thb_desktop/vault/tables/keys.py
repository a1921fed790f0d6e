"""The rows of sealed keys: users' slots, private keys and ways, what compartments seal, secrets of stores."""

from enum import StrEnum

from thb_desktop.domain.ids import AgentId, AssignmentId, RowId
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
_SET_PRIVATE = "UPDATE private_key SET sealed = :sealed WHERE agent_id = :agent_id AND purpose = :purpose"
_PRIVATE = "SELECT sealed FROM private_key WHERE agent_id = :agent_id AND purpose = :purpose"
_ADD_IDENTITY = """
    INSERT INTO identity_key (identity_id, agent_id, sealed) VALUES (:identity_id, :agent_id, :sealed)
"""
_IDENTITY = "SELECT sealed FROM identity_key WHERE identity_id = :identity_id"
_DROP_IDENTITY = "DELETE FROM identity_key WHERE identity_id = :identity_id"
_FORMER_HOLDERS = "SELECT agent_id, wrapped FROM compartment_key WHERE compartment = :compartment"
_END_FORMER_HOLDERS = "DELETE FROM compartment_key WHERE compartment = :compartment"
_SET_SEALED = """
    INSERT INTO sealed_secret (compartment, sealed) VALUES (:compartment, :sealed)
    ON CONFLICT (compartment) DO UPDATE SET sealed = :sealed
"""
_SEALED = "SELECT sealed FROM sealed_secret WHERE compartment = :compartment"
_SET_WAY = """
    INSERT INTO user_way (agent_id, way) VALUES (:agent_id, :way)
    ON CONFLICT (agent_id) DO UPDATE SET way = :way
"""
_WAY = "SELECT way FROM user_way WHERE agent_id = :agent_id"
_ADD_OPENER = "INSERT INTO assignment_key (assignment_id, secret) VALUES (:assignment_id, :secret)"
_OPENER = "SELECT secret FROM assignment_key WHERE assignment_id = :assignment_id"
_DROP_OPENER = "DELETE FROM assignment_key WHERE assignment_id = :assignment_id"

_FORGET = (
    "DELETE FROM user_slot WHERE agent_id = :agent_id",
    "DELETE FROM user_way WHERE agent_id = :agent_id",
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


def set_way(connection: Connection, agent_id: AgentId, way: bytes) -> None:
    write(connection, _SET_WAY, {"agent_id": agent_id, "way": way})


def find_way(connection: Connection, agent_id: AgentId) -> bytes | None:
    """Return the way by which a user opens their receiving key elsewhere (`crypto.ways`)."""
    found = connection.execute(_WAY, {"agent_id": agent_id}).fetchone()
    return None if found is None else bytes(found[0])


def add_store_secret(connection: Connection, assignment_id: AssignmentId, secret: bytearray) -> None:
    write(connection, _ADD_OPENER, {"assignment_id": assignment_id, "secret": bytes(secret)})


def find_store_secret(connection: Connection, assignment_id: AssignmentId) -> bytearray | None:
    """Return the secret with which the office opens the store of an assignment."""
    found = connection.execute(_OPENER, {"assignment_id": assignment_id}).fetchone()
    return None if found is None else bytearray(found[0])


def drop_store_secret(connection: Connection, assignment_id: AssignmentId) -> None:
    """Delete the office's secret of a store that is destroyed."""
    write(connection, _DROP_OPENER, {"assignment_id": assignment_id})


def forget(connection: Connection, agent_id: AgentId) -> None:
    """Delete everything that a user could open anything with: slot, private keys, keys of compartments."""
    for statement in _FORGET:
        write(connection, statement, {"agent_id": agent_id})


def add_private_key(connection: Connection, agent_id: AgentId, purpose: KeyPurpose, sealed: bytes) -> None:
    write(connection, _ADD_PRIVATE, {"agent_id": agent_id, "purpose": purpose.value, "sealed": sealed})


def set_private_key(connection: Connection, agent_id: AgentId, purpose: KeyPurpose, sealed: bytes) -> None:
    """Put another sealed key of a user in the place of the former one."""
    write(connection, _SET_PRIVATE, {"agent_id": agent_id, "purpose": purpose.value, "sealed": sealed})


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


def former_compartment_keys(connection: Connection, compartment: Compartment) -> dict[AgentId, bytes]:
    """Return the wrapped keys of a vault whose holders nobody has signed yet, by user; anybody could have
    added one.
    """
    rows = connection.execute(_FORMER_HOLDERS, {"compartment": compartment.value})
    return {AgentId(row[0]): bytes(row[1]) for row in rows}


def end_former_compartment_keys(connection: Connection, compartment: Compartment) -> None:
    """Delete these rows, once a holder has signed who holds the key."""
    write(connection, _END_FORMER_HOLDERS, {"compartment": compartment.value})


def set_secret(connection: Connection, compartment: Compartment, sealed: bytes) -> None:
    write(connection, _SET_SEALED, {"compartment": compartment.value, "sealed": sealed})


def get_secret(connection: Connection, compartment: Compartment) -> bytes:
    return _one(connection, _SEALED, {"compartment": compartment.value}, "the vault holds no such secret")


def _one(connection: Connection, statement: str, row: dict[str, str], refusal: str) -> bytes:
    found = connection.execute(statement, row).fetchone()
    if found is None:
        raise NotFoundError(refusal)
    return bytes(found[0])
