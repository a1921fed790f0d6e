"""Compartments: values sealed under separate keys, which the key of the database cannot open.

Each compartment's version identifies its key: a check value that only that key gives, signed by a user whom
the root certified in a role with that right. Somebody who writes into the database without that right can put
in a key of their own, but then nothing is sealed under it. The key is wrapped to the users for whom a holder
signed a grant, and to nobody else (`compartment_holders`).
"""

from base64 import b64decode, b64encode
from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace
from typing import Protocol

from thb_desktop.crypto import compartments, sealing
from thb_desktop.crypto.material import new_key, wipe
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import CompartmentGrant, CompartmentVersion, SealedItem, User
from thb_desktop.domain.record import from_record
from thb_desktop.domain.rights import COMPARTMENT_RIGHTS, may
from thb_desktop.domain.vocabulary import Compartment
from thb_desktop.errors import (
    FormatError,
    KeyNotForRoleError,
    KeyRenewalDueError,
    NotAllowedError,
    SealedValueDamagedError,
)
from thb_desktop.ledger import canonical
from thb_desktop.services.core.compartment_holders import (
    grant_statement,
    grants_of,
    is_renewal_due,
    is_unsigned,
    known_holders,
    receiving_digest,
    verify_version,
    version_statement,
)
from thb_desktop.services.core.keys import UserKeys
from thb_desktop.services.core.receiving_keys import is_usable, public_half
from thb_desktop.services.core.root_key import reseal_root
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.core.user_certification import verify_admitted, verify_der
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.tables import registry
from thb_desktop.vault.unlocked import Vault

_CONTENT = (Compartment.IDENTITIES, Compartment.ASSESSMENTS, Compartment.KEY_MATERIAL)


class Holder(Protocol):
    """Whoever opens what was sealed for them: a session, or an unlock before there is one."""

    @property
    def read(self) -> Connection: ...

    @property
    def vault(self) -> Vault: ...

    @property
    def user(self) -> User: ...

    @property
    def keys(self) -> UserKeys: ...


def sealed(
    compartment: Compartment, plain: bytes | bytearray, context: bytes, work: UnitOfWork, session: Session
) -> str:
    """Seal under the compartment's key, in base64.

    Call it in the transaction that saves the value. Raises NotAllowedError for a user without the key,
    KeyRenewalDueError if a user who had it left and it is not renewed yet (`compartment_renewal`).
    """
    version = registry.COMPARTMENT_VERSION.find(work.connection, compartment.value)
    if version is not None and is_renewal_due(work.connection, version):
        raise KeyRenewalDueError("a user who had this key left, and it is not renewed yet")
    key = open_compartment(compartment, session)
    try:
        return _seal(key, plain, context, session)
    finally:
        wipe(key)


def unsealed(compartment: Compartment, untrusted: str, context: bytes, session: Session) -> bytearray:
    """Open what `sealed` made.

    Raises NotAllowedError, or SealedValueDamagedError if it was changed or moved.
    """
    key = open_compartment(compartment, session)
    try:
        return sealing.unseal(key, stored_bytes(untrusted), context=context)
    finally:
        wipe(key)


def identity_context(vault_id: bytes, person_id: str) -> bytes:
    return sealing.bind("thb-identity/1", vault_id, person_id.encode())


def item_context(vault_id: bytes, item: SealedItem) -> bytes:
    """Return the context of a sealed item: this vault, its compartment, its own id, and its subject."""
    return sealing.bind(
        "thb-sealed-item/1",
        vault_id,
        item.compartment.value.encode(),
        item.id.encode(),
        item.subject_id.encode(),
    )


def holders_in(session: Session, compartment: Compartment) -> frozenset[AgentId]:
    """Return the active users who hold the key of a compartment."""
    return known_holders(session.read, compartment, session.vault_id, _root_of(session))


def first_key(work: UnitOfWork, session: Session, compartment: Compartment) -> bytearray:
    """Make the first key of a compartment in a new vault, for the session's user; wipe it after use."""
    key = new_key(session.environment.randomness)
    version = _version(compartment, key, 1, session)
    work.save(version)
    give_key(work, session, version, key, session.user)
    return key


def give_key(
    work: UnitOfWork, session: Session, version: CompartmentVersion, key: bytearray, user: User
) -> None:
    """Wrap this version of a compartment's key for a user, and sign that they hold it.

    Call it in the transaction whose next event is to record the grant. Raises KeyNotForRoleError for a user
    whose role does not include the right, CertificateError for one whom the root did not certify so,
    SealedValueDamagedError for one whose receiving key is none.
    """
    compartment = version.compartment
    if not may(user.role, COMPARTMENT_RIGHTS[compartment]):
        raise KeyNotForRoleError("the role of this user does not include what is sealed there")
    verify_admitted(user, session.vault_id, _root_of(session))
    wrapped = compartments.wrap_for(
        public_half(user.receiving_key),
        key,
        context=grant_context(session.vault.vault_id, compartment, user.id),
    )
    grant = CompartmentGrant(
        compartment=compartment,
        version=version.version,
        user_id=user.id,
        receiving_digest=receiving_digest(user),
        wrapped=b64encode(wrapped).decode("ascii"),
        granted_by=session.user.id,
        granted_at=work.at,
        entry=work.entry,
        signature="",
    )
    signature = session.keys.signer.sign(grant_statement(grant, session.vault_id))
    work.save(replace(grant, signature=signature.hex()))


def open_compartment(compartment: Compartment, session: Session) -> bytearray:
    """Return the compartment's key for a user with that right; wipe it after use.

    Raises NotAllowedError for any other user, SealedValueDamagedError if the key was not made by a holder of
    the right.
    """
    version = registry.COMPARTMENT_VERSION.find(session.read, compartment.value)
    wrapped = _own_wrapped_key(version, session) if version else None
    if version is None or wrapped is None:
        raise NotAllowedError("this user does not have that key")
    vault_id = session.vault.vault_id
    key = compartments.unwrap(
        session.keys.receiving, wrapped, context=grant_context(vault_id, compartment, session.user.id)
    )
    try:
        if check_of_key(key, vault_id, compartment, version.version) != version.key_check:
            raise SealedValueDamagedError("this is not the key of the compartment")
        if version not in session.verified_keys:
            verify_version(session.read, version, session.vault_id, _root_of(session))
            session.verified_keys.add(version)
    except BaseException:
        wipe(key)
        raise
    return key


def former_key(compartment: Compartment, version: int, session: Holder) -> bytearray | None:
    """Return a version of the compartment's key as it was given to the session's user; None if it was not, or
    if it does not open. Wipe it after use.
    """
    grants = registry.COMPARTMENT_GRANT.where(session.read, "compartment", compartment.value)
    context = grant_context(session.vault.vault_id, compartment, session.user.id)
    for grant in grants:
        if (grant.version, grant.user_id) == (version, session.user.id):
            with suppress(SealedValueDamagedError):
                return compartments.unwrap_any(
                    session.keys.receiving_keys, stored_bytes(grant.wrapped), context=context
                )
    return None


def _own_wrapped_key(version: CompartmentVersion, session: Session) -> bytes | None:
    """Return the key as wrapped for the session's user; before any grant, that of the former row."""
    for grant in grants_of(session.read, version):
        if grant.user_id == session.user.id:
            return stored_bytes(grant.wrapped)
    if is_unsigned(session.read, version.compartment):
        return rows.former_compartment_keys(session.read, version.compartment).get(session.user.id)
    return None


def filled_compartments(connection: Connection) -> tuple[Compartment, ...]:
    """Return the compartments with sealed values of a case."""
    filled = {item.compartment for item in registry.SEALED_ITEM.all(connection)}
    if registry.SEALED_IDENTITY.all(connection):
        filled.add(Compartment.IDENTITIES)
    return tuple(compartment for compartment in _CONTENT if compartment in filled)


def rotate_compartments(work: UnitOfWork, session: Session, *, without: AgentId) -> tuple[Compartment, ...]:
    """Give each compartment whose key this user held a new key, and reseal its values under it.

    Call it in the transaction that retires the user, before its event is recorded, so that the event contains
    the resealed rows. Returns what is renewed. If the session's user does not hold the key, or is who is
    retired, the renewal is marked as due, and the next holder who unlocks the vault makes it; so it is where
    what was given to them is not the key. The compartment
    of the root keeps its key, because its holder could have kept the root's key itself. Values sealed before
    stay under the old key in the payloads of earlier events.
    """
    renewed = []
    for compartment in _CONTENT:
        held = holders_in(session, compartment)
        if without not in held:
            continue
        version = registry.COMPARTMENT_VERSION.find(work.connection, compartment.value)
        if version is None:
            continue
        if session.user.id in held - {without}:
            with suppress(SealedValueDamagedError):
                renew_key(work, session, version, held - {without})
                renewed.append(compartment)
                continue
        work.save(replace(version, renewal_due=True))
    return tuple(renewed)


def renew_key(
    work: UnitOfWork, session: Session, before: CompartmentVersion, holders: Collection[AgentId]
) -> None:
    """Make a new key, reseal the compartment's values under it, and give it to these holders.

    Call it in the transaction whose next event is to record it. A holder whose receiving key is none is left
    out: the checks name the entry that told it. Raises what `open_compartment` raises; then nothing is saved.
    """
    compartment = before.compartment
    old, new = open_compartment(compartment, session), new_key(session.environment.randomness)
    try:
        _reseal(work, session, compartment, old, new)
        version = _version(compartment, new, before.version + 1, session)
        work.save(version)
        rows.end_former_compartment_keys(work.connection, compartment)
        for user in registry.USER.all(work.connection):
            if user.id in holders and is_usable(user.receiving_key):
                give_key(work, session, version, new, user)
    finally:
        wipe(old, new)


def _reseal(
    work: UnitOfWork, session: Session, compartment: Compartment, old: bytearray, new: bytearray
) -> None:
    vault_id = session.vault.vault_id

    def anew(kept: str, context: bytes) -> str:
        plain = sealing.unseal(old, stored_bytes(kept), context=context)
        try:
            return _seal(new, plain, context, session)
        finally:
            wipe(plain)

    if compartment is Compartment.ROOT_KEY:
        reseal_root(work.connection, old, new, session.vault)
    if compartment is Compartment.IDENTITIES:
        for each in registry.SEALED_IDENTITY.all(work.connection):
            with suppress(SealedValueDamagedError):  # it stays as it is: nobody can open it any more
                context = identity_context(vault_id, each.person_id)
                work.save(replace(each, sealed=anew(each.sealed, context)))
    for item in registry.SEALED_ITEM.where(work.connection, "compartment", compartment.value):
        with suppress(SealedValueDamagedError):
            work.save(replace(item, sealed=anew(item.sealed, item_context(vault_id, item))))


def _version(compartment: Compartment, key: bytearray, version: int, session: Session) -> CompartmentVersion:
    made = CompartmentVersion(
        compartment=compartment,
        version=version,
        key_check=check_of_key(key, session.vault.vault_id, compartment, version),
        set_by=session.user.id,
        signature="",
    )
    return replace(made, signature=session.keys.signer.sign(version_statement(made, session.vault_id)).hex())


def check_of_key(key: bytearray, vault_id: bytes, compartment: Compartment, version: int) -> str:
    return compartments.key_check(
        key,
        sealing.bind(
            "thb-compartment-check/1", vault_id, compartment.value.encode(), version.to_bytes(8, "big")
        ),
    )


def grant_context(vault_id: bytes, compartment: Compartment, agent: AgentId) -> bytes:
    return sealing.bind("thb-compartment/1", vault_id, compartment.value.encode(), agent.encode())


def _root_of(session: Session) -> bytes:
    return verify_der(session.office_record.root_certificate)


def stored_bytes(untrusted: str) -> bytes:
    """Read what is sealed or wrapped from base64. Raises SealedValueDamagedError."""
    try:
        return b64decode(untrusted, validate=True)
    except ValueError:
        raise SealedValueDamagedError("a sealed value is not in its form") from None


def opened_as[Form](form: type[Form], opened: bytes | bytearray) -> Form:
    """Read a value that was sealed as its record. Raises SealedValueDamagedError for what is none."""
    try:
        record = canonical.parse(bytes(opened))
        if not isinstance(record, dict):  # a form whose fields may all be missing is no list either
            raise FormatError("no record")
        return from_record(form, record)
    except FormatError:
        raise SealedValueDamagedError("what is sealed is not what stands in its place") from None


def _seal(key: bytearray, plain: bytes | bytearray, context: bytes, session: Session) -> str:
    made = sealing.seal(key, plain, context=context, randomness=session.environment.randomness)
    return b64encode(made).decode("ascii")
