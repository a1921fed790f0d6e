"""Users of the vault: listing, adding, retiring, and letting one sign at a colleague's desk."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from thb_desktop.crypto.keyslots import SlotKind, make_user_slot, open_user_slot
from thb_desktop.crypto.material import wipe
from thb_desktop.crypto.passphrases import verify_strong_enough
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.identity_binding_fields import NOT_STATED, Binding, binding_of, verify_binding
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import User
from thb_desktop.domain.rights import FOUNDERS, Right, may
from thb_desktop.domain.second_person import AskSecond, Second
from thb_desktop.domain.vocabulary import Compartment, TwoPersonAct, UserRole
from thb_desktop.errors import (
    AlreadyExistsError,
    CertificateError,
    LastHolderError,
    LastManagerError,
    NotFoundError,
    NothingCorrectedError,
    OwnPassphraseMissingError,
    ReasonMissingError,
    RetiredError,
    RetireOneselfError,
    WrongPassphraseError,
)
from thb_desktop.services.core import keys
from thb_desktop.services.core.approvals import ask_second_person, require_second_person
from thb_desktop.services.core.compartments import filled_compartments, holders_in, rotate_compartments
from thb_desktop.services.core.keys import Card, UserKeys
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.signers import is_as_added, signers_of
from thb_desktop.services.core.stores import settle_stores
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.office.enrolment import Enrolment, root_of, share
from thb_desktop.services.office.keyslot_changes import change_keyslots, costs_of, verify_opens_nothing
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.tables import registry
from thb_desktop.vault.unlocked import passphrase_slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """A user at a colleague's desk: their keys are open for one act."""

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


@permitted(Right.SEE_OFFICE)
def get_active_user(session: Session, user_id: AgentId) -> User:
    """Return an active user. Raises NotFoundError, or RetiredError for a retired one."""
    user = get_user(session, user_id)
    if not user.active:
        raise RetiredError("this user was retired from this vault")
    return user


@permitted(Right.MANAGE_USERS)
def add_user(
    session: Session,
    *,
    name: str,
    role: UserRole,
    passphrase: bytearray,
    own_passphrase: bytearray | None = None,
    second: AskSecond,
    binding: Binding = NOT_STATED,
) -> User:
    """Add a user with a certificate from the vault's root, and the compartments of the role that you have.

    passphrase: theirs. An interpreter's opens only their own keys; anybody else's opens the vault, and then
    own_passphrase, yours, is needed again. Both as `passphrases.prepare` returns them; overwritten. Only a
    user who holds the root's key may do it. second: about `Enrolment.about`. binding: how the person was
    identified, told by an entry of its own. Raises NotAllowedError, FieldMissingError (of the binding),
    OwnPassphraseMissingError, WrongPassphraseError (your own), AlreadyExistsError (the name),
    WeakPassphraseError, PassphraseTakenError, ValueRefusedError, and what `ask_second_person` raises.
    """
    enrolment = None
    try:
        verify_binding(binding)
        verify_strong_enough(passphrase.decode())
        enrolment = Enrolment.named(name, role, randomness=session.environment.randomness)
        verify_name_is_free(enrolment.name, session)
        if role is not UserRole.INTERPRETER:
            verify_opens_nothing(passphrase, session)
        approval = ask_second_person(session, second, act=TwoPersonAct.ADD_USER, subject=enrolment.about)
        root = root_of(session.office_record, session)

        def admit(work: UnitOfWork) -> None:
            work.save(approval)
            user = enrolment.admit(work, root, session)
            work.record(user.id, VaultAction.USER_ADDED)
            if binding != NOT_STATED:
                _bind(work, user, binding)

        if role is UserRole.INTERPRETER:
            with session.work() as work:
                rows.set_slot(
                    work.connection,
                    keys.agent_of(enrolment.user_id),
                    _slot(session, enrolment, bytearray(passphrase)),
                )
                admit(work)
                user = get_user(session, keys.agent_of(enrolment.user_id))
                _keep_way(session, user, enrolment.user_key, passphrase)
        else:
            _give_way(session, enrolment, admit, passphrase, own_passphrase)
        return get_user(session, keys.agent_of(enrolment.user_id))
    finally:
        wipe(passphrase, own_passphrase, enrolment.user_key if enrolment else None)


@permitted(Right.MANAGE_USERS)
def retire_user(
    session: Session, user_id: AgentId, *, reason: str, own_passphrase: bytearray, second: Second
) -> None:
    """Remove all keyslots, compartments and private keys of a user; their acts stay in their name.

    Recovery shares that this user had made become void too. own_passphrase: yours; overwritten. second: about
    the user's id, and not that user. Raises ReasonMissingError, NotFoundError, RetiredError,
    RetireOneselfError, LastManagerError, LastHolderError, WrongPassphraseError, OldKeyslotLeftError, and what
    `require_second_person` raises.
    """
    try:
        if is_blank(reason):
            raise ReasonMissingError("retiring a user needs a reason")
        user = get_user(session, user_id)
        _verify_retirable(session, user)
        approval = require_second_person(session, second, act=TwoPersonAct.RETIRE_USER, subject=user_id)

        def record(work: UnitOfWork) -> None:
            work.save(approval)
            retire(user, work, reason.strip(), session)

        change_keyslots(
            own_passphrase,
            session=session,
            takes=lambda slot: slot.user_id == keys.user_id_of(user_id),
            record=lambda work, _: record(work),
        )
        settle_stores(session)
    finally:
        wipe(own_passphrase)


@permitted(Right.MANAGE_USERS)
def state_binding(session: Session, user_id: AgentId, binding: Binding, *, reason: str) -> User:
    """State how the person of a user was identified, or correct it: the chain has what was stated before.

    Raises ReasonMissingError, NotFoundError, FieldMissingError, NothingCorrectedError.
    """
    if is_blank(reason):
        raise ReasonMissingError("what is stated of a user is changed for a reason")
    user = get_user(session, user_id)
    verify_binding(binding)
    if binding == binding_of(user):
        raise NothingCorrectedError("nothing was changed")
    with session.work() as work:
        return _bind(work, user, binding, reason.strip())


@permitted(Right.MANAGE_USERS)
def give_keys(session: Session, user_id: AgentId) -> tuple[Compartment, ...]:
    """Give a user the compartments of their role that you have and they lack.

    The user who added them may not have had all. Returns what was given. Raises NotFoundError, RetiredError,
    CertificateError for a user who is not as the entry that made them says.
    """
    user = get_active_user(session, user_id)
    if not is_as_added(signers_of(session.read), user):
        raise CertificateError("a user does not have the role and keys of the entry that made them")
    with session.work() as work:
        given = share(work, session, user)
        if given:
            work.record(user.id, VaultAction.KEYS_GIVEN, ", ".join(given))
    return given


@permitted(Right.SEE_OFFICE)
def signer_of(
    session: Session,
    user_id: AgentId,
    passphrase: bytearray,
    *,
    card: Card | None = None,
    any_key: bool = False,
) -> Guest:
    """Open the keys of a user who types their passphrase at this desk; it is overwritten.

    any_key: they sign as in a session of their own: with this card, else with their newest key file, else
    with the key of the vault. An interpreter from before assignments gets a way to them. Raises
    WrongPassphraseError, NotFoundError, RetiredError, and what `open_card` raises.
    """
    try:
        user = get_active_user(session, user_id)
        user_key = own_key_of(user, bytearray(passphrase), session)
        try:
            vault_id = session.vault.vault_id
            if any_key:
                opened = keys.open_session_keys(
                    session.read, vault_id=vault_id, user=user, user_key=user_key, card=card
                )
            else:
                opened = keys.open_keys(session.read, vault_id=vault_id, user=user, user_key=user_key)
            if _lacks_way(session, user):
                with session.drafting():
                    _keep_way(session, user, user_key, passphrase)
        finally:
            wipe(user_key)
    finally:
        wipe(passphrase)
    return Guest(user=user, keys=opened)


def verify_name_is_free(name: str, session: Session) -> None:
    """Raise AlreadyExistsError if a user of the vault, even a retired one, has this name."""
    if any(user.name == name for user in registry.USER.all(session.read)):
        raise AlreadyExistsError("a user of this vault already has this name")


def retire(user: User, work: UnitOfWork, reason: str, session: Session) -> None:
    """Save that a user is retired, without any key, and record it."""
    rotate_compartments(work, session, without=user.id)
    rows.forget(work.connection, user.id)
    work.save(replace(user, active=False))
    work.record(user.id, VaultAction.USER_RETIRED, reason)


def _bind(work: UnitOfWork, user: User, binding: Binding, reason: str = "") -> User:
    bound = replace(
        user,
        bound_as=binding.bound_as,
        bound_by=binding.bound_by.strip(),
        bound_on=binding.bound_on,
        bound_document=binding.bound_document.strip(),
    )
    work.save(bound)
    work.record(user.id, VaultAction.BINDING_STATED, reason)
    return bound


def _give_way(
    session: Session,
    enrolment: Enrolment,
    admit: Callable[[UnitOfWork], None],
    passphrase: bytearray,
    own_passphrase: bytearray | None,
) -> None:
    if own_passphrase is None:
        raise OwnPassphraseMissingError("giving access to the vault needs your own passphrase again")
    costs = costs_of(session.environment)
    change_keyslots(
        own_passphrase,
        session=session,
        gives=lambda _: [passphrase_slot(enrolment.user_id, passphrase, enrolment.user_key, costs)],
        record=lambda work, _: admit(work),
    )


def _lacks_way(session: Session, user: User) -> bool:
    """Whether a way can be made now for an interpreter who has none."""
    is_without = user.role is UserRole.INTERPRETER and rows.find_way(session.read, user.id) is None
    return is_without and session.keeps_drafts and not session.read.in_transaction


def _keep_way(session: Session, user: User, user_key: bytearray, passphrase: bytearray) -> None:
    keys.keep_way(
        session.read,
        vault_id=session.vault.vault_id,
        user=user,
        user_key=user_key,
        passphrase=passphrase,
        parameters=costs_of(session.environment),
        randomness=session.environment.randomness,
    )


def _slot(session: Session, enrolment: Enrolment, passphrase: bytearray) -> bytes:
    return make_user_slot(
        enrolment.user_key,
        passphrase,
        vault_id=session.vault.vault_id,
        user_id=enrolment.user_id,
        parameters=costs_of(session.environment),
        randomness=session.environment.randomness,
    )


def _verify_retirable(session: Session, user: User) -> None:
    """Refuse to retire a user who cannot be replaced: what only they can open or do would be lost."""
    if not user.active:
        raise RetiredError("this user was retired from this vault")
    others = [each for each in list_users(session) if each.active and each.id != user.id]
    root_holders = holders_in(session, Compartment.ROOT_KEY)
    if not any(may(each.role, Right.MANAGE_USERS) and each.id in root_holders for each in others):
        raise LastManagerError("this is the last user who may manage users: hand over the vault instead")
    if user.id == session.user.id:
        raise RetireOneselfError(
            "you cannot retire yourself: another user must do it, or hand over the vault"
        )
    if user.role in FOUNDERS and not any(each.role in FOUNDERS for each in others):
        raise LastHolderError("this is the last judge or prosecutor: hand over the vault instead")
    for compartment in filled_compartments(session.read):
        holders = holders_in(session, compartment)
        if user.id in holders and not holders & {each.id for each in others}:
            raise LastHolderError(
                "nobody else could open what is sealed separately: give a colleague the keys first"
            )


def own_key_of(user: User, passphrase: bytearray, session: Session) -> bytearray:
    """Return the key under which a user's private keys are sealed. The passphrase is overwritten.

    Raises WrongPassphraseError.
    """
    try:
        vault_id, user_id = session.vault.vault_id, keys.user_id_of(user.id)
        stored = rows.find_slot(session.read, user.id)
        if stored is not None:
            return open_user_slot(stored, passphrase, vault_id=vault_id, user_id=user_id)
        opened = session.vault.open_header(passphrase, SlotKind.PASSPHRASE, user_id)
        try:
            if opened.header.vault_id != vault_id:
                raise WrongPassphraseError("this passphrase does not open this vault")
            return bytearray(opened.user_key)
        finally:
            opened.wipe()
    finally:
        wipe(passphrase)
