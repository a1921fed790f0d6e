"""Sealed notes: what somebody without the key of a compartment may enter, and its holders alone may read.

A key is drawn for each note and wrapped to the receiving key of each holder of the compartment, as the root
certified it. Whoever enters the note cannot open it again.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import suppress

from thb_desktop.crypto import compartments, sealing
from thb_desktop.crypto.material import new_key, wipe
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.people import User
from thb_desktop.domain.rights import COMPARTMENT_RIGHTS, may
from thb_desktop.domain.vocabulary import Compartment
from thb_desktop.errors import NotAllowedError, SealedValueDamagedError
from thb_desktop.findings import Finding, unknown
from thb_desktop.services.core.compartments import holders_in
from thb_desktop.services.core.receiving_keys import public_half
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.user_certification import verify_admitted, verify_der
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


def seal_note(
    compartment: Compartment, note_id: RowId, plain: bytes, session: Session
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the sealed note, and its key for each active holder of the compartment, in base64.

    Raises NotAllowedError if nobody holds it, CertificateError for a holder whom the root did not certify so.
    """
    holders = _readers(session, compartment)
    if not holders:
        raise NotAllowedError("nobody in this vault may read what is sealed there")
    root = verify_der(session.office_record.root_certificate)
    key = new_key(session.environment.randomness)
    try:
        made = sealing.seal(
            key, plain, context=_context(session, note_id, ""), randomness=session.environment.randomness
        )
        wrapped = []
        for user in registry.USER.all(session.read):
            if user.id in holders:
                verify_admitted(user, session.vault_id, root)
                context = _context(session, note_id, user.id)
                with suppress(
                    SealedValueDamagedError
                ):  # the checks name who told a receiving key that is none
                    told = compartments.wrap_for(public_half(user.receiving_key), key, context=context)
                    wrapped.append((str(user.id), b64encode(told).decode("ascii")))
    finally:
        wipe(key)
    if not wrapped:
        raise NotAllowedError("nobody who may read what is sealed there has a receiving key")
    return b64encode(made).decode("ascii"), tuple(wrapped)


def open_note(
    note_id: RowId, sealed: str, wrapped: tuple[tuple[str, str], ...], session: Session
) -> bytearray:
    """Open a note with the receiving key of the session's user; the caller overwrites it.

    Raises NotAllowedError if it was not sealed for them, SealedValueDamagedError if it was changed or moved.
    """
    own = dict(wrapped).get(session.user.id)
    if own is None:
        raise NotAllowedError("this was not sealed for this user")
    try:
        told, made = b64decode(own, validate=True), b64decode(sealed, validate=True)
    except ValueError:
        raise SealedValueDamagedError("a sealed value is not in its form") from None
    context = _context(session, note_id, session.user.id)
    key = compartments.unwrap_any(session.keys.receiving_keys, told, context=context)
    try:
        return sealing.unseal(key, made, context=_context(session, note_id, ""))
    finally:
        wipe(key)


def _readers(session: Session, compartment: Compartment) -> frozenset[AgentId]:
    """Return who may read it: the holders of its key. A store has no compartments: there it is the users for
    whom the vault's holders stand in it.
    """
    if not session.office_record.is_store:
        return holders_in(session, compartment)
    right = COMPARTMENT_RIGHTS[compartment]
    return frozenset(user.id for user in registry.USER.all(session.read) if may(user.role, right))


def check_concerns(connection: Connection, user: User) -> Iterator[Finding]:
    """Tell who may read concerns for safety, when they unlock, how many are not dealt with; nobody else."""
    if may(user.role, COMPARTMENT_RIGHTS[Compartment.ASSESSMENTS]):
        waiting = sum(each.settled_by is None for each in registry.SAFETY_FLAG.all(connection))
        if waiting:
            yield unknown("safety-open.unlock", count=waiting)


def _context(session: Session, note_id: RowId, user_id: str) -> bytes:
    return sealing.bind("thb-sealed-note/1", session.vault.keys_id, note_id.encode(), user_id.encode())
