"""Identities: further signing keys of a user, from a card or a key file, certified by the vault's root.

The root issues a certificate over the same public key, and the user's own key signs that the user agrees:
without that the key counts for nobody (`ledger.signers`). The certificate of its issuer is stored with it.
"""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from thb_desktop.crypto import certificates, sealing, signing
from thb_desktop.crypto.cards import CardKey, CardSigner, list_card_keys, open_card
from thb_desktop.crypto.keyfiles import read_key_file
from thb_desktop.crypto.material import wipe
from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.people import SigningIdentity, User
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import IdentityKind
from thb_desktop.errors import (
    AlreadyExistsError,
    CardAbsentError,
    NotAllowedError,
    NotFoundError,
    OwnKeyStaysError,
    ReasonMissingError,
)
from thb_desktop.ledger.signers import agreement_bytes
from thb_desktop.services.core.keys import (
    identity_context,
    leaf_of,
    open_keys,
    stored_certificates,
    subject_of,
)
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.signers import offered_to, signers_of
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.office.enrolment import root_of
from thb_desktop.services.office.users import get_active_user, own_key_of
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.tables import registry

__all__ = [
    "CardKey",
    "add_card",
    "add_key_file",
    "agree_to_identity",
    "list_agreed",
    "list_card_keys",
    "list_identities",
    "list_offered",
    "refuse_identity",
    "withdraw_identity",
]


@permitted(Right.SEE_OFFICE)
def list_identities(session: Session) -> tuple[SigningIdentity, ...]:
    """List the further signing keys of all users, including withdrawn ones."""
    return registry.SIGNING_IDENTITY.all(session.read)


@permitted(Right.SEE_OFFICE)
def list_agreed(session: Session) -> frozenset[str]:
    """List the ids of the further signing keys to which their users agreed, including withdrawn ones."""
    return frozenset(key.identity for key in signers_of(session.read).keys if key.identity and key.agreed)


@permitted(Right.MANAGE_USERS)
def add_card(
    session: Session,
    user_id: AgentId,
    *,
    passphrase: bytearray,
    module: Path,
    pin: bytearray,
    public_key: bytes,
) -> SigningIdentity:
    """Certify the key of a user's card. Nothing is written to the card, and the key stays in it.

    passphrase: the user's, who agrees with it; pin: of the card, which signs once to show that it holds the
    key; both are overwritten. public_key: one of those that `list_card_keys(module)` returns. Raises
    WrongPassphraseError, RetiredError, AlreadyExistsError, NotAllowedError (you do not hold the root's key),
    KeyRefusedError, CardAbsentError, CardModuleError, CardRefusedError, WrongPinError, PinLockedError.
    """
    try:
        user, agreeing = _agreeing(session, user_id, passphrase)
        shown = next((each for each in list_card_keys(module) if each.public_key == public_key), None)
        if shown is None:
            raise CardAbsentError("the card with this key is not in the reader")
        _verify_new(session, public_key)
        signer = open_card(module, pin, {public_key: None})
    finally:
        wipe(passphrase, pin)
    try:
        _verify_possession(signer, session)
    finally:
        signer.close()
    issued = (shown.certificate, *shown.above) if shown.certificate else ()
    with session.work() as work:
        return _vouch(
            work,
            session,
            user,
            public_key,
            issued,
            kind=IdentityKind.CARD,
            token=f"{shown.token} {shown.serial}",
            agreeing=agreeing,
        )


@permitted(Right.MANAGE_USERS)
def add_key_file(
    session: Session, user_id: AgentId, *, passphrase: bytearray, file: bytes, file_passphrase: bytearray
) -> SigningIdentity:
    """Add and certify the key of a PKCS#12 file, sealed under the user's own key.

    passphrase: the user's; file_passphrase: of the file; both are overwritten. Raises WrongPassphraseError,
    WrongKeyFilePassphraseError, KeyFileError, KeyRefusedError, RetiredError, AlreadyExistsError,
    NotAllowedError (you do not hold the root's key).
    """
    user_key = secret = bytearray()
    try:
        user = get_active_user(session, user_id)
        user_key = own_key_of(user, passphrase, session)
        agreeing = _own_signer(session, user, user_key)
        found = read_key_file(file, file_passphrase)
        public_key = signing.to_spki(found.private_key.public_key())
        _verify_new(session, public_key)
        secret = signing.private_bytes(found.private_key)
        with session.work() as work:
            identity = _vouch(
                work,
                session,
                user,
                public_key,
                (found.certificate, *found.above),
                kind=IdentityKind.KEY_FILE,
                agreeing=agreeing,
            )
            sealed = sealing.seal(
                user_key,
                secret,
                context=identity_context(session.vault.vault_id, user.id, identity.id),
                randomness=session.environment.randomness,
            )
            rows.add_identity_key(work.connection, identity.id, user.id, sealed)
        return identity
    finally:
        wipe(passphrase, file_passphrase, user_key, secret)


@permitted(Right.MANAGE_USERS)
def withdraw_identity(session: Session, identity_id: RowId, *, reason: str) -> SigningIdentity:
    """Withdraw a further key, for example of a lost card; what it signed before stays valid.

    Raises ReasonMissingError, NotFoundError, OwnKeyStaysError (its user made it in place of all others),
    AlreadyExistsError (it is withdrawn already).
    """
    if is_blank(reason):
        raise ReasonMissingError("withdrawing a signing key needs a reason")
    identity = registry.SIGNING_IDENTITY.find(session.read, identity_id)
    if identity is None:
        raise NotFoundError("there is no such signing key in this vault")
    if identity.kind is IdentityKind.OWN_KEY:
        raise OwnKeyStaysError("a key that its user made ends when they make another or are retired")
    if identity.withdrawn_at is not None:
        raise AlreadyExistsError("this signing key is already withdrawn")
    with session.work() as work:
        withdrawn = replace(identity, withdrawn_at=work.at, withdrawn_because=reason.strip())
        rows.drop_identity_key(work.connection, identity_id)
        work.save(withdrawn)
        work.record(identity.user_id, VaultAction.IDENTITY_WITHDRAWN, reason.strip())
    return withdrawn


@permitted(Right.OWN_KEYS)
def list_offered(session: Session) -> tuple[SigningIdentity, ...]:
    """List the further signing keys that others added for you and that count for nobody until you agree."""
    return offered_to(session.read, session.user.id)


@permitted(Right.OWN_KEYS)
def agree_to_identity(session: Session, identity_id: RowId) -> SigningIdentity:
    """Agree, with the key that signs in this session, that a key added by others signs for you.

    Of a vault made before users agreed to keys: also to what it signed since. Raises NotFoundError,
    NotAllowedError (this session was begun without a key of yours that counts).
    """
    offered = _offered(session, identity_id)
    public_key = certificates.read_holder(leaf_of(offered)).public_key
    own = signers_of(session.read).of(session.user.id, session.keys.signer.key_id)
    if own is None or not own.agreed:
        raise NotAllowedError("only a key to which you agreed can agree to a further one")
    agreed = _agreed(offered, public_key, session.keys.signer, session)
    with session.work() as work:
        work.save(agreed)
        work.record(session.user.id, VaultAction.IDENTITY_AGREED, offered.kind.value)
    return agreed


@permitted(Right.OWN_KEYS)
def refuse_identity(session: Session, identity_id: RowId, *, reason: str) -> SigningIdentity:
    """Refuse a key that others added for you: it never signs for you. Raises ReasonMissingError,
    NotFoundError.
    """
    if is_blank(reason):
        raise ReasonMissingError("refusing a signing key needs a reason")
    offered = _offered(session, identity_id)
    with session.work() as work:
        refused = replace(offered, withdrawn_at=work.at, withdrawn_because=reason.strip())
        rows.drop_identity_key(work.connection, identity_id)
        work.save(refused)
        work.record(session.user.id, VaultAction.IDENTITY_REFUSED, reason.strip())
    return refused


def _offered(session: Session, identity_id: RowId) -> SigningIdentity:
    for each in list_offered(session):
        if each.id == identity_id:
            return each
    raise NotFoundError("no signing key of yours waits for your agreement under this number")


def _agreeing(session: Session, user_id: AgentId, passphrase: bytearray) -> tuple[User, Signer]:
    """Return the user, if they are active and the passphrase is theirs, and their own key of this vault."""
    user = get_active_user(session, user_id)
    user_key = own_key_of(user, passphrase, session)
    try:
        return user, _own_signer(session, user, user_key)
    finally:
        wipe(user_key)


def _own_signer(session: Session, user: User, user_key: bytearray) -> Signer:
    vault_id = session.vault.vault_id
    return open_keys(session.read, vault_id=vault_id, user=user, user_key=user_key).signer


def _verify_new(session: Session, public_key: bytes) -> None:
    known = {certificates.read_holder(each).public_key for _, each in stored_certificates(session.read)}
    if public_key in known:
        raise AlreadyExistsError("the vault already knows this key")


def _verify_possession(signer: CardSigner, session: Session) -> None:
    """Let the card sign a fresh challenge; the signer verifies the signature with the key."""
    nonce = session.environment.randomness(32)
    signer.sign(sealing.bind("thb-card-holds-key/1", session.vault.vault_id, nonce))


def _vouch(
    work: UnitOfWork,
    session: Session,
    user: User,
    public_key: bytes,
    issued: Sequence[bytes],
    *,
    kind: IdentityKind,
    token: str = "",
    agreeing: Signer,
) -> SigningIdentity:
    root = root_of(session.office_record, session)
    subject = subject_of(user, session.office)
    leaf = certificates.issue_leaf(
        root.signer.private_key,
        root.certificate,
        subject,
        public_key,
        at=work.at,
        randomness=session.environment.randomness,
    )
    offered = SigningIdentity(
        id=RowId(work.new_id()),
        user_id=user.id,
        kind=kind,
        certificate=b64encode(leaf).decode("ascii"),
        issued=tuple(b64encode(each).decode("ascii") for each in issued),
        added_at=work.at,
        token=token,
    )
    identity = _agreed(offered, public_key, agreeing, session)
    work.save(identity)
    work.record(user.id, VaultAction.IDENTITY_VOUCHED, " ".join(filter(None, (kind.value, token))))
    return identity


def _agreed(
    identity: SigningIdentity, public_key: bytes, agreeing: Signer, session: Session
) -> SigningIdentity:
    signed = agreement_bytes(identity.id, identity.user_id, public_key, session.vault_id)
    return replace(identity, agreed=agreeing.sign(signed).hex())
