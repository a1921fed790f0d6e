"""Own keys: a user makes the keys with which they sign and open, in their own session.

The first ones were made in the program of whoever added them or handed the vault over to them, and each
passphrase that was typed at a colleague's desk gave the keys to the program there. Here passphrase, signing
key and receiving key are made once more, together with the key under which they lie, and the compartments
that the user holds get new keys. The former signing key agrees to the new one (ADR 0016, 0091).
"""

from base64 import b64encode
from contextlib import suppress
from dataclasses import dataclass, field, replace

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from thb_desktop.crypto import certificates, compartments, signing
from thb_desktop.crypto.compartments import receiving_keys
from thb_desktop.crypto.material import new_key, wipe
from thb_desktop.crypto.passphrases import verify_strong_enough
from thb_desktop.crypto.signing import SoftwareSigner
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.people import CompartmentVersion, SigningIdentity
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import Compartment, IdentityKind
from thb_desktop.errors import FormatError, NotAllowedError, OwnKeysWaitError
from thb_desktop.ledger.signers import agreement_bytes
from thb_desktop.services.core import keys
from thb_desktop.services.core.compartments import holders_in, renew_key
from thb_desktop.services.core.further_keys import own_key
from thb_desktop.services.core.keys import UserKeys
from thb_desktop.services.core.keys_made import KeysMade, keys_made
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.sealed_keys import SealedKeys
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.office.enrolment import root_of
from thb_desktop.services.office.keyslot_changes import change_keyslots, costs_of, verify_opens_nothing
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.unlocked import passphrase_slot

BECAUSE = "replaced by keys that the user made"
"""Why further keys are withdrawn by the act, as their rows tell it."""


@permitted(Right.SEE_OFFICE)
def list_keys_made(session: Session) -> tuple[KeysMade, ...]:
    """Tell of each active user in whose program their keys were made."""
    return keys_made(session.read)


@permitted(Right.OWN_KEYS)
def own_keys_made(session: Session) -> KeysMade | None:
    """Tell the same of the session's user; None if the entries do not say who they are."""
    return next((each for each in list_keys_made(session) if each.user.id == session.user.id), None)


@permitted(Right.OWN_KEYS)
def made_by_others(session: Session) -> KeysMade | None:
    """Tell it at the first session of a user whose keys somebody else made; None at any later one."""
    made = own_keys_made(session)
    if made is None or not made.by or made.waits or session.office_record.is_store:
        return None
    for signed in chain.statements(session.read):
        with suppress(FormatError):
            statement = signed.parsed()
            if statement.agent == session.user.id and statement.key != session.author.key.key_id:
                return None
    return made


@permitted(Right.OWN_KEYS)
def make_keys_own(session: Session, *, old: bytearray, new: bytearray) -> KeysMade:
    """Make new keys for the session's user, with a new passphrase; what they signed stays valid.

    The former keys do not open what is sealed afterwards, and sign nothing more once the root certified the
    new one: at once where the user holds its key, else when somebody who does renews the certificates. Cards
    and key files are withdrawn; recovery code and shares of the user open the vault no more. old, new: as
    `passphrases.prepare` returns them; overwritten. Raises WrongPassphraseError, WeakPassphraseError,
    PassphraseTakenError, OwnKeysWaitError, NotAllowedError, OldKeyslotLeftError (the change is made, and the
    old passphrase still opens the vault).
    """
    making: _Making | None = None
    try:
        verify_strong_enough(new.decode())
        verify_opens_nothing(new, session)
        made = own_keys_made(session)
        if made is None or session.office_record.is_store:
            raise NotAllowedError("the keys of this user are not kept here")
        if made.waits:
            raise OwnKeysWaitError("the keys that you made wait for the root's certificate")
        making = _Making.of(session, bytearray(new))
        user_id, own = session.vault.user_id, making
        change_keyslots(
            old,
            session=session,
            gives=lambda _: [passphrase_slot(user_id, new, own.user_key, costs_of(session.environment))],
            takes=lambda slot: slot.user_id == user_id,
            record=lambda work, _: own.record(work),
        )
        return own_keys_made(session) or made
    finally:
        if making is not None:
            making.end(session)
        wipe(old, new)


@dataclass(slots=True, kw_only=True)
class _Making:
    """The keys that a user makes, until they take the place of the former ones.

    held: the compartments of the user, with all who hold them. recorded: whether the former ones are gone.
    """

    session: Session
    passphrase: bytearray = field(repr=False)
    user_key: bytearray = field(repr=False)
    signing_key: EllipticCurvePrivateKey = field(repr=False)
    receiving: bytearray = field(repr=False)
    former: keys.UserKeys = field(repr=False)
    held: tuple[tuple[CompartmentVersion, frozenset[AgentId]], ...]
    used: UserKeys | None = None
    recorded: bool = False

    @classmethod
    def of(cls, session: Session, passphrase: bytearray) -> "_Making":
        randomness = session.environment.randomness
        every = (
            (version, holders_in(session, version.compartment))
            for version in registry.COMPARTMENT_VERSION.all(session.read)
        )
        return cls(
            session=session,
            passphrase=passphrase,
            user_key=new_key(randomness),
            signing_key=signing.new_private_key(randomness),
            receiving=compartments.new_receiving_key(randomness),
            former=keys.open_keys(
                session.read,
                vault_id=session.vault.vault_id,
                user=session.user,
                user_key=session.vault.user_key,
            ),
            held=tuple((version, holders) for version, holders in every if session.user.id in holders),
        )

    def record(self, work: UnitOfWork) -> None:
        """Save the keys and what they replace, record it, and renew the keys of the compartments held."""
        session, user = self.session, self.session.user
        identity = self._identity(work)
        self._withdraw_further(work)
        self._seal(work, identity)
        public = receiving_keys(self.receiving)[0].public
        changed = replace(
            user,
            receiving_key=b64encode(public).decode("ascii"),
            first_receiving_key=user.first_receiving_key or user.receiving_key,
        )
        work.save(changed, identity)
        work.record(user.id, VaultAction.KEYS_MADE_OWN)
        counts = own_key(work.connection, user.id)
        signer = self.former.signer
        if counts is not None and counts.id == identity.id:
            signer = SoftwareSigner.of(self.signing_key, keys.leaf_of(identity))
        self.used, session.keys = session.keys, replace(session.keys, signer=signer)
        for version, holders in self.held:
            renew_key(work, session, version, holders)
        if self.held:
            told = ", ".join(version.compartment for version, _ in self.held)
            work.record(session.vault_id, VaultAction.HOLDERS_RECORDED, told)
        self.recorded = True

    def end(self, session: Session) -> None:
        """Let the open session go on with the new keys if they were recorded, with its own if not."""
        try:
            stored = registry.USER.find(session.read, session.user.id)
            is_made = self.recorded and stored is not None and stored != session.user
            if is_made and stored is not None:
                former = (self.former.receiving, *self.former.former)
                newest = receiving_keys(self.receiving)[0]
                signer = session.keys.signer
                session.user = stored
                session.keys = UserKeys(signer=signer, receiving=newest, former=former)
                wipe(session.vault.user_key)
                session.vault.user_key = bytearray(self.user_key)
                self._mark(session)
            elif self.used is not None:
                session.keys = self.used
        finally:
            wipe(self.passphrase, self.user_key, self.receiving)

    @staticmethod
    def _mark(session: Session) -> None:
        """Mark under the new key how far this user's program checked: the former one finds no mark of it."""
        if session.heads is not None:
            session.heads.own_key = session.vault.user_key
            if (last := chain.last_head(session.read)) is not None:
                head, told = last.parsed(), chain.last_told_sum(session.read)
                session.heads.remember(head, told=told, epoch=session.vault.known_epoch, now=head.at)

    def _identity(self, work: UnitOfWork) -> SigningIdentity:
        """Certify the new signing key by the root, where the user holds its key; else by itself."""
        session, randomness = self.session, self.session.environment.randomness
        subject = keys.subject_of(session.user, session.office)
        public = signing.to_spki(self.signing_key.public_key())
        if any(version.compartment is Compartment.ROOT_KEY for version, _ in self.held):
            root = root_of(session.office_record, session)
            leaf = certificates.issue_leaf(
                root.signer.private_key, root.certificate, subject, public, at=work.at, randomness=randomness
            )
        else:
            leaf = certificates.certify_oneself(self.signing_key, subject, at=work.at, randomness=randomness)
        identity = RowId(work.new_id())
        agreement = agreement_bytes(identity, session.user.id, public, session.vault_id)
        return SigningIdentity(
            id=identity,
            user_id=session.user.id,
            kind=IdentityKind.OWN_KEY,
            certificate=b64encode(leaf).decode("ascii"),
            issued=(),
            added_at=work.at,
            agreed=self.former.signer.sign(agreement).hex(),
        )

    def _withdraw_further(self, work: UnitOfWork) -> None:
        """Cards and key files end: who had the former key could have added one of theirs."""
        for each in registry.SIGNING_IDENTITY.where(work.connection, "user_id", self.session.user.id):
            if each.withdrawn_at is None and each.kind is not IdentityKind.OWN_KEY:
                rows.drop_identity_key(work.connection, each.id)
                work.save(replace(each, withdrawn_at=work.at, withdrawn_because=BECAUSE))

    def _seal(self, work: UnitOfWork, identity: SigningIdentity) -> None:
        """Seal the new keys, and those that must still open or sign, under the new key of the user."""
        session, connection = self.session, work.connection
        vault_id, user = session.vault.vault_id, session.user
        sealed = SealedKeys(
            connection=connection,
            vault_id=vault_id,
            user=user,
            old=session.vault.user_key,
            new=self.user_key,
            randomness=session.environment.randomness,
        )
        sealed.renew(self.receiving)
        sealed.add(identity, signing.private_bytes(self.signing_key))
        if rows.find_way(connection, user.id) is not None:
            keys.keep_way(
                connection,
                vault_id=vault_id,
                user=user,
                user_key=self.user_key,
                passphrase=self.passphrase,
                parameters=costs_of(session.environment),
                randomness=session.environment.randomness,
            )
