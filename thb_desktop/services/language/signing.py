"""Signing of language work: by the linguist's own key, in their session or opened at a colleague's desk."""

from dataclasses import replace

from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.ids import AgentId, InterpreterId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import NotTheLinguistError
from thb_desktop.ledger.language_work import Signed, signed_bytes
from thb_desktop.services.core.linguists import Linguists
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry

UNSIGNED = ""
"""The signature of a row that is not signed yet."""


@permitted(Right.LANGUAGE_WORK)
def user_of(session: Session, interpreter_id: InterpreterId) -> AgentId:
    """Return the user of the vault who is this linguist.

    Raises NotTheLinguistError if they are none, or no interpreter, or have another name.
    """
    interpreter = registry.INTERPRETER.find(session.read, interpreter_id)
    user_id = interpreter.user_id if interpreter else None
    user = registry.USER.find(session.read, user_id) if user_id else None
    if interpreter is None or user is None or user.role is not UserRole.INTERPRETER:
        raise NotTheLinguistError("a linguist who signs is an interpreter of the case and a user here")
    if not interpreter.goes_by(user.name):
        raise NotTheLinguistError("the user of this linguist has another name")
    return user.id


@permitted(Right.LANGUAGE_WORK)
def is_theirs(session: Session, interpreter_id: InterpreterId) -> bool:
    """Whether the session is the linguist's own."""
    interpreter = registry.INTERPRETER.find(session.read, interpreter_id)
    return interpreter is not None and interpreter.user_id == session.user.id


@permitted(Right.LANGUAGE_WORK)
def signed_row[Row: Signed](session: Session, row: Row, signer: Signer | None) -> Row:
    """Return the row with the linguist's signature.

    signer: their key, opened at this desk; None for the key of the session, whose user they must be. Raises
    NotTheLinguistError for any other key.
    """
    key = session.keys.signer if signer is None else signer
    signature = key.sign(signed_bytes(row, session.home_id))
    made = replace(row, signature=signature.hex())
    root = root_certificate(session.office_record)
    if Linguists.of(session.read, session.home_id, root).certificate_behind(made) is None:
        raise NotTheLinguistError("this key is not of the linguist who must sign")
    return made
