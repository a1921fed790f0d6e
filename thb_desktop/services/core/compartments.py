"""Compartments: values sealed under separate keys, which the key of the database cannot open.

Each compartment's version identifies its key: a check value that only that key gives, signed by a user whom
the root certified in a role with that right. Somebody who writes into the database without that right can put
in a key of their own, but then nothing is sealed under it.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from thb_desktop.crypto import compartments, sealing
from thb_desktop.crypto.material import new_key, wipe
from thb_desktop.crypto.signing import Signer, verify_signature
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import CompartmentVersion, SealedItem, User
from thb_desktop.domain.rights import COMPARTMENT_RIGHTS, may
from thb_desktop.domain.vocabulary import Compartment
from thb_desktop.errors import (
    CertificateError,
    NotAllowedError,
    SealedValueDamagedError,
    SignatureError,
)
from thb_desktop.ledger import canonical
from thb_desktop.services.core.keys import certificates_of
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.core.user_certification import certified_keys, verify_admitted
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.tables import registry

FORMAT = "thb-compartment/1"
_CONTENT = (Compartment.IDENTITIES, Compartment.ASSESSMENTS, Compartment.KEY_MATERIAL)


def sealed(
    compartment: Compartment, plain: bytes | bytearray, context: bytes, work: UnitOfWork, session: Session
) -> str:
    """Seal under the compartment's key, in base64. Raises NotAllowedError for a user without it.

    Call it in the transaction that saves the value. If a holder of the key left meanwhile, the key is renewed
    first, and the event of this transaction contains what was resealed.
    """
    version = registry.COMPARTMENT_VERSION.find(work.connection, compartment.value)
    if version is not None and version.renewal_due:
        _rotate(work, session, compartment, rows.holders_of(work.connection, compartment))
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
        return sealing.unseal(key, b64decode(untrusted), context=context)
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


def first_key(work: UnitOfWork, session: Session, compartment: Compartment) -> bytearray:
    """Make the first key of a compartment in a new vault, for the session's user; wipe it after use."""
    key = new_key(session.environment.randomness)
    work.save(_version(compartment, key, 1, session))
    share_compartment(compartment, key, session.user, session)
    return key


def share_compartment(compartment: Compartment, key: bytearray, user: User, session: Session) -> None:
    """Wrap a compartment's key for a user.

    Raises CertificateError for one whom the root did not certify so.
    """
    verify_admitted(user, session.vault_id, b64decode(session.office_record.root_certificate))
    wrapped = compartments.wrap_for(
        b64decode(user.receiving_key, validate=True),
        key,
        context=_context(session.vault.vault_id, compartment, user.id),
    )
    rows.add_compartment_key(session.read, compartment, user.id, wrapped)


def open_compartment(compartment: Compartment, session: Session) -> bytearray:
    """Return the compartment's key for a user with that right; wipe it after use.

    Raises NotAllowedError for any other user, SealedValueDamagedError if the key was not made by a holder of
    the right.
    """
    wrapped = rows.find_compartment_key(session.read, compartment, session.user.id)
    if wrapped is None:
        raise NotAllowedError("this user does not have that key")
    vault_id = session.vault.vault_id
    key = compartments.unwrap(
        session.keys.receiving, wrapped, context=_context(vault_id, compartment, session.user.id)
    )
    version = registry.COMPARTMENT_VERSION.find(session.read, compartment.value)
    try:
        if version is None or _check(key, vault_id, compartment, version.version) != version.key_check:
            raise SealedValueDamagedError("this is not the key of the compartment")
        verify_version(
            session.read, version, session.vault_id, b64decode(session.office_record.root_certificate)
        )
    except BaseException:
        wipe(key)
        raise
    return key


def verify_version(connection: Connection, untrusted: CompartmentVersion, vault: str, root: bytes) -> None:
    """Raise SealedValueDamagedError unless a user whom the root certified, with the right, made this key.

    root: the vault's root certificate, DER.
    """
    setter = registry.USER.find(connection, untrusted.set_by)
    issued = [each for each in certificates_of(connection) if each[0] == untrusted.set_by]
    certified = certified_keys(issued, root).get(untrusted.set_by, [])
    with suppress(CertificateError):
        if setter is not None and may(setter.role, COMPARTMENT_RIGHTS[untrusted.compartment]):
            verify_admitted(setter, vault, root)
            for key in certified:
                with suppress(SignatureError, ValueError):
                    verify_signature(key, _statement(untrusted, vault), bytes.fromhex(untrusted.signature))
                    return
    raise SealedValueDamagedError("the key of a compartment was made by somebody without the right to it")


def filled_compartments(connection: Connection) -> tuple[Compartment, ...]:
    """Return the compartments with sealed values of a case."""
    filled = {item.compartment for item in registry.SEALED_ITEM.all(connection)}
    if registry.SEALED_IDENTITY.all(connection):
        filled.add(Compartment.IDENTITIES)
    return tuple(compartment for compartment in _CONTENT if compartment in filled)


def rotate_compartments(work: UnitOfWork, session: Session, *, without: AgentId) -> tuple[Compartment, ...]:
    """Give each compartment whose key this user held a new key, and reseal its values under it.

    Call it in the transaction that retires the user, before its event is recorded, so that the event contains
    the resealed rows. Returns what is renewed. If the session's user does not hold the key, its renewal is
    marked as due, and the next holder who seals something makes it. The compartment of the root keeps its
    key, because its holder could have kept the root's key itself. Values sealed before stay under the old key
    in the payloads of earlier events.
    """
    renewed = []
    for compartment in _CONTENT:
        held = rows.holders_of(work.connection, compartment)
        if without not in held:
            continue
        if session.user.id in held:
            _rotate(work, session, compartment, held - {without})
            renewed.append(compartment)
        elif version := registry.COMPARTMENT_VERSION.find(work.connection, compartment.value):
            work.save(replace(version, renewal_due=True))
    return tuple(renewed)


def _rotate(work: UnitOfWork, session: Session, compartment: Compartment, holders: Iterable[AgentId]) -> None:
    old, new = open_compartment(compartment, session), new_key(session.environment.randomness)
    vault_id = session.vault.vault_id

    def anew(kept: str, context: bytes) -> str:
        plain = sealing.unseal(old, b64decode(kept), context=context)
        try:
            return _seal(new, plain, context, session)
        finally:
            wipe(plain)

    try:
        if compartment is Compartment.IDENTITIES:
            for each in registry.SEALED_IDENTITY.all(work.connection):
                with suppress(SealedValueDamagedError):  # it stays as it is: nobody can open it any more
                    work.save(
                        replace(each, sealed=anew(each.sealed, identity_context(vault_id, each.person_id)))
                    )
        for item in registry.SEALED_ITEM.where(work.connection, "compartment", compartment.value):
            with suppress(SealedValueDamagedError):
                work.save(replace(item, sealed=anew(item.sealed, item_context(vault_id, item))))
        before = registry.COMPARTMENT_VERSION.find(work.connection, compartment.value)
        work.save(_version(compartment, new, before.version + 1 if before else 1, session))
        rows.forget_compartment(work.connection, compartment)
        for holder in sorted(holders):
            user = registry.USER.find(work.connection, holder)
            if user is not None and user.active:
                share_compartment(compartment, new, user, session)
    finally:
        wipe(old, new)


def _version(compartment: Compartment, key: bytearray, version: int, session: Session) -> CompartmentVersion:
    made = CompartmentVersion(
        compartment=compartment,
        version=version,
        key_check=_check(key, session.vault.vault_id, compartment, version),
        set_by=session.user.id,
        signature="",
    )
    signer: Signer = session.keys.signer
    return replace(made, signature=signer.sign(_statement(made, session.vault_id)).hex())


def _statement(version: CompartmentVersion, vault: str) -> bytes:
    return canonical.encode(
        {
            "format": FORMAT,
            "vault": vault,
            "compartment": version.compartment.value,
            "version": version.version,
            "key_check": version.key_check,
            "set_by": version.set_by,
        }
    )


def _check(key: bytearray, vault_id: bytes, compartment: Compartment, version: int) -> str:
    return compartments.key_check(
        key,
        sealing.bind(
            "thb-compartment-check/1", vault_id, compartment.value.encode(), version.to_bytes(8, "big")
        ),
    )


def _context(vault_id: bytes, compartment: Compartment, agent: AgentId) -> bytes:
    return sealing.bind("thb-compartment/1", vault_id, compartment.value.encode(), agent.encode())


def _seal(key: bytearray, plain: bytes | bytearray, context: bytes, session: Session) -> str:
    made = sealing.seal(key, plain, context=context, randomness=session.environment.randomness)
    return b64encode(made).decode("ascii")
