"""Users of the vault: who they are, and new ones with their keys and certificate."""

from dataclasses import dataclass

from thb_desktop.crypto.derivation import calibrate
from thb_desktop.crypto.keyslots import ID_LENGTH, make_user_slot, open_user_slot
from thb_desktop.crypto.material import draw, new_key, wipe
from thb_desktop.crypto.passphrases import verify_strong_enough
from thb_desktop.domain.actions import OfficeAction
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import User
from thb_desktop.domain.rights import Right, compartments_of
from thb_desktop.domain.vocabulary import Compartment, UserRole
from thb_desktop.errors import NotFoundError, ValueRefusedError
from thb_desktop.services import keys
from thb_desktop.services.entering import root_certificate
from thb_desktop.services.keys import Root, UserKeys
from thb_desktop.services.permission import permitted
from thb_desktop.services.session import Session
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """A user at the desk of another: their keys are open for one act."""

    user: User
    keys: UserKeys


@permitted(Right.SEE_OFFICE)
def list_users(session: Session) -> tuple[User, ...]:
    return registry.USER.all(session.read)


@permitted(Right.SEE_OFFICE)
def get_user(session: Session, user_id: AgentId) -> User:
    user = registry.USER.find(session.read, user_id)
    if user is None:
        raise NotFoundError("there is no such user in this vault")
    return user


@permitted(Right.MANAGE_USERS)
def add_user(session: Session, *, name: str, role: UserRole, passphrase: bytearray) -> User:
    """Add a user with a certificate from the vault's root and a passphrase that opens their own keys alone.

    passphrase: as `passphrases.prepare` made it; overwritten. Only a user who holds the root's key may do it.
    Raises NotAllowedError, AlreadyExistsError (the name), WeakPassphraseError, ValueRefusedError.
    """
    randomness = session.environment.randomness
    vault_id, user_id = session.vault.vault_id, draw(randomness, ID_LENGTH)
    user_key = new_key(randomness)
    try:
        verify_strong_enough(passphrase.decode())
        if not name.strip():
            raise ValueRefusedError("a user needs a name")
        root = _open_root(session)
        slot = make_user_slot(
            user_key,
            passphrase,
            vault_id=vault_id,
            user_id=user_id,
            parameters=session.environment.kdf or calibrate(),
            randomness=randomness,
        )
        with session.work() as work:
            new = keys.new_user(
                vault_id=vault_id,
                user_id=user_id,
                user_key=user_key,
                name=name.strip(),
                role=role,
                office=session.office,
                root=root,
                at=work.at,
                randomness=randomness,
            )
            work.save(new.user)
            new.store_keys(work.connection)
            rows.set_slot(work.connection, new.user.id, slot)
            for compartment in compartments_of(role):
                _share(session, compartment, new.user)
            work.record(new.user.id, OfficeAction.USER_ADDED)
    finally:
        wipe(passphrase, user_key)
    return new.user


@permitted(Right.SEE_OFFICE)
def signer_of(session: Session, user_id: AgentId, passphrase: bytearray) -> Guest:
    """Open the keys of another user who types their passphrase at this desk; it is overwritten.

    Raises WrongPassphraseError, NotFoundError for a user without a passphrase of their own.
    """
    try:
        user = get_user(session, user_id)
        slot = rows.get_slot(session.read, user_id)
        user_key = open_user_slot(
            slot, passphrase, vault_id=session.vault.vault_id, user_id=keys.user_id_of(user_id)
        )
    finally:
        wipe(passphrase)
    try:
        opened = keys.open_keys(session.read, vault_id=session.vault.vault_id, user=user, user_key=user_key)
    finally:
        wipe(user_key)
    return Guest(user=user, keys=opened)


def _open_root(session: Session) -> Root:
    compartment = _open(session, Compartment.ROOT_KEY)
    try:
        return keys.open_root(
            session.read,
            compartment,
            vault_id=session.vault.vault_id,
            certificate=root_certificate(session.office_record),
        )
    finally:
        wipe(compartment)


def _share(session: Session, compartment: Compartment, user: User) -> None:
    key = _open(session, compartment)
    try:
        keys.share_compartment(session.read, compartment, key, vault_id=session.vault.vault_id, user=user)
    finally:
        wipe(key)


def _open(session: Session, compartment: Compartment) -> bytearray:
    return keys.open_compartment(
        session.read,
        compartment,
        vault_id=session.vault.vault_id,
        user=session.user,
        keys=session.keys,
    )
