"""Compartments: sealed under a key of their own, of which the key of the database alone reads nothing."""

from base64 import b64decode, b64encode
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from thb_desktop.crypto import sealing
from thb_desktop.crypto.material import new_key, wipe
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import SealedItem
from thb_desktop.domain.vocabulary import Compartment
from thb_desktop.errors import SealedValueDamagedError
from thb_desktop.services.ground import keys
from thb_desktop.services.ground.session import Session, Work
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.tables import registry

_CONTENT = (Compartment.IDENTITIES, Compartment.ASSESSMENTS, Compartment.KEY_MATERIAL)


def sealed(compartment: Compartment, plain: bytes | bytearray, context: bytes, session: Session) -> str:
    """Seal under the compartment's key, in base64; NotAllowedError for a user who does not hold it."""
    key = _opened(compartment, session)
    try:
        return _seal(key, plain, context, session)
    finally:
        wipe(key)


def unsealed(compartment: Compartment, untrusted: str, context: bytes, session: Session) -> bytearray:
    """Open what `sealed` made: NotAllowedError, or SealedValueDamagedError if it was changed or moved."""
    key = _opened(compartment, session)
    try:
        return sealing.unseal(key, b64decode(untrusted), context=context)
    finally:
        wipe(key)


def identity_context(vault_id: bytes, person_id: str) -> bytes:
    return sealing.bind("thb-identity/1", vault_id, person_id.encode())


def item_context(vault_id: bytes, item: SealedItem) -> bytes:
    """What a sealed item is bound to: this vault, its compartment, itself, and what it is about."""
    return sealing.bind(
        "thb-sealed-item/1",
        vault_id,
        item.compartment.value.encode(),
        item.id.encode(),
        item.subject_id.encode(),
    )


def rotate_compartments(work: Work, session: Session, *, without: AgentId) -> tuple[Compartment, ...]:
    """Give each compartment that this user held a new key, and seal all that lies in it anew under that.

    To be called in the transaction that retires the user, before the event is recorded that then tells the
    resealed rows. Returns what is renewed: a compartment whose key the session's user does not hold keeps its
    own. So does that of the root: who held it could have kept the root's key itself. What was sealed before
    stays under the old key in the payloads of earlier events.
    """
    renewed = []
    for compartment in _CONTENT:
        held = rows.holders_of(work.connection, compartment)
        if {without, session.user.id} <= held:
            _rotate(work, session, compartment, held - {without})
            renewed.append(compartment)
    return tuple(renewed)


def _rotate(work: Work, session: Session, compartment: Compartment, holders: Iterable[AgentId]) -> None:
    old, new = _opened(compartment, session), new_key(session.environment.randomness)
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
                with suppress(SealedValueDamagedError):  # it stays as it is: nobody opens it any more anyway
                    work.save(
                        replace(each, sealed=anew(each.sealed, identity_context(vault_id, each.person_id)))
                    )
        for item in registry.SEALED_ITEM.where(work.connection, "compartment", compartment.value):
            with suppress(SealedValueDamagedError):
                work.save(replace(item, sealed=anew(item.sealed, item_context(vault_id, item))))
        rows.forget_compartment(work.connection, compartment)
        for holder in sorted(holders):
            user = registry.USER.find(work.connection, holder)
            if user is not None and user.active:
                keys.share_compartment(work.connection, compartment, new, vault_id=vault_id, user=user)
    finally:
        wipe(old, new)


def _seal(key: bytearray, plain: bytes | bytearray, context: bytes, session: Session) -> str:
    made = sealing.seal(key, plain, context=context, randomness=session.environment.randomness)
    return b64encode(made).decode("ascii")


def _opened(compartment: Compartment, session: Session) -> bytearray:
    return keys.open_compartment(
        session.read,
        compartment,
        vault_id=session.vault.vault_id,
        user=session.user,
        keys=session.keys,
    )
