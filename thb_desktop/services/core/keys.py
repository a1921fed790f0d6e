"""Keys of users: made, sealed and opened; none is ever stored or shown in clear."""

from base64 import b64encode
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from thb_desktop.crypto import certificates, compartments, sealing, signing
from thb_desktop.crypto.cards import CardSigner, open_card
from thb_desktop.crypto.compartments import PRIVATE_LENGTH, ReceivingKey, receiving_keys
from thb_desktop.crypto.derivation import KdfParameters
from thb_desktop.crypto.material import Randomness, wipe
from thb_desktop.crypto.signing import Signer, SoftwareSigner
from thb_desktop.crypto.ways import make_way
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.people import SigningIdentity, User
from thb_desktop.domain.vocabulary import IdentityKind, UserRole
from thb_desktop.errors import CertificateError, DatabaseDamagedError, NotFoundError
from thb_desktop.ledger.signers import Signers
from thb_desktop.services.core.further_keys import further_keys, newest_file, own_key
from thb_desktop.services.core.signers import signers_of
from thb_desktop.services.core.user_certification import admission_of, der_of, verify_der
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.keys import KeyPurpose


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedShares:
    """The secret combined from recovery shares of these numbers, until a new passphrase is set."""

    secret: bytearray = field(repr=False)
    numbers: tuple[int, ...]

    @property
    def told(self) -> str:
        """The numbers, as an event records them."""
        return ", ".join(map(str, self.numbers))


@dataclass(frozen=True, slots=True, kw_only=True)
class UserKeys:
    """A user's opened private keys: one to sign, in this process or on a card, and one to receive.

    former: those that it replaced, which open what was wrapped for them.
    """

    signer: Signer
    receiving: ReceivingKey
    former: tuple[ReceivingKey, ...] = ()

    @property
    def receiving_keys(self) -> tuple[ReceivingKey, ...]:
        """The newest first."""
        return (self.receiving, *self.former)

    def close(self) -> None:
        """Lock the card, if the key is on one."""
        if isinstance(self.signer, CardSigner):
            self.signer.close()

    def certified_by(self, certificate: bytes) -> "UserKeys":
        """The same keys, of which the one that signs shows this certificate (DER) over it."""
        if isinstance(self.signer, SoftwareSigner | CardSigner):
            return replace(self, signer=replace(self.signer, certificate=certificate))
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card in the reader: its PKCS#11 module, and its PIN, which is overwritten."""

    module: Path
    pin: bytearray = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUser:
    """A user who is not stored yet: the public row, the keys, and the sealed keys."""

    user: User
    keys: UserKeys
    sealed: dict[KeyPurpose, bytes] = field(repr=False)

    def store_keys(self, connection: Connection) -> None:
        for purpose, sealed in self.sealed.items():
            rows.add_private_key(connection, self.user.id, purpose, sealed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """The vault's root: its certificate (DER), and its private key while a certificate is issued."""

    certificate: bytes
    signer: SoftwareSigner


def agent_of(user_id: bytes) -> AgentId:
    return AgentId(str(UUID(bytes=user_id)))


def user_id_of(agent: AgentId) -> bytes:
    """Return the 16 bytes of a user's id. Raises DatabaseDamagedError if the row has no such id."""
    try:
        return UUID(agent).bytes
    except ValueError:
        raise DatabaseDamagedError("the row of a user has no id") from None


def new_root(office: str, *, founder: str, at: datetime, randomness: Randomness) -> Root:
    """Make a root that names the first user's signing key by its id."""
    private_key = signing.new_private_key(randomness)
    subject = certificates.Subject(common_name=f"{office[:55]} - root", organisation=office)
    certificate = certificates.issue_root(private_key, subject, founder=founder, at=at, randomness=randomness)
    return Root(certificate=certificate, signer=SoftwareSigner.of(private_key, certificate))


def new_user(
    *,
    vault_id: bytes,
    user_id: bytes,
    user_key: bytearray,
    name: str,
    role: UserRole,
    office: str,
    root: Root,
    at: datetime,
    randomness: Randomness,
    signing_key: EllipticCurvePrivateKey,
) -> NewUser:
    """Seal a user's keys under the user's own key, and issue the certificate."""
    agent = agent_of(user_id)
    receiving = compartments.new_receiving_key(randomness)
    user = User(id=agent, name=name, role=role, certificate="", receiving_key="", admission="")
    certificate = certificates.issue_leaf(
        root.signer.private_key,
        root.certificate,
        subject_of(user, office),
        signing.to_spki(signing_key.public_key()),
        at=at,
        randomness=randomness,
    )
    opened = UserKeys(
        signer=SoftwareSigner.of(signing_key, certificate), receiving=ReceivingKey.from_bytes(receiving)
    )
    secrets = {KeyPurpose.SIGNING: signing.private_bytes(signing_key), KeyPurpose.RECEIVING: receiving}
    try:
        sealed = {
            purpose: sealing.seal(
                user_key, secret, context=private_key_context(vault_id, agent, purpose), randomness=randomness
            )
            for purpose, secret in secrets.items()
        }
    finally:
        wipe(*secrets.values())
    user = replace(user, certificate=_base64(certificate), receiving_key=_base64(opened.receiving.public))
    admitted = replace(user, admission=admission_of(user, str(UUID(bytes=vault_id)), root.signer))
    return NewUser(user=admitted, keys=opened, sealed=sealed)


def subject_of(user: User, office: str) -> certificates.Subject:
    """Return the subject of every certificate of a user: name, office, id and function."""
    return certificates.Subject(
        common_name=user.name, organisation=office, serial_number=user.id, function=user.role.value
    )


def open_keys(connection: Connection, *, vault_id: bytes, user: User, user_key: bytearray) -> UserKeys:
    """Unseal a user's private keys: to sign, the one that they made in place of the first, if it counts.

    Raises SealedValueDamagedError if they are not this user's.
    """

    def unsealed(purpose: KeyPurpose) -> bytearray:
        sealed = rows.get_private_key(connection, user.id, purpose)
        return sealing.unseal(user_key, sealed, context=private_key_context(vault_id, user.id, purpose))

    own = own_key(connection, user.id)
    receiving = unsealed(KeyPurpose.RECEIVING)
    try:
        if own is not None:
            signer = identity_signer(connection, own, vault_id=vault_id, user_key=user_key)
        else:
            signer = SoftwareSigner.from_bytes(unsealed(KeyPurpose.SIGNING), certificate_of(user))
        newest, *former = receiving_keys(receiving)
        return UserKeys(signer=signer, receiving=newest, former=tuple(former))
    finally:
        wipe(receiving)


def identity_signer(
    connection: Connection, identity: SigningIdentity, *, vault_id: bytes, user_key: bytearray
) -> SoftwareSigner:
    """Unseal the key of a key file, or one that a user made. Raises SealedValueDamagedError."""
    sealed = rows.get_identity_key(connection, identity.id)
    context = identity_context(vault_id, identity.user_id, identity.id)
    return SoftwareSigner.from_bytes(sealing.unseal(user_key, sealed, context=context), leaf_of(identity))


def keep_way(
    connection: Connection,
    *,
    vault_id: bytes,
    user: User,
    user_key: bytearray,
    passphrase: bytearray,
    parameters: KdfParameters,
    randomness: Randomness,
) -> None:
    """Make a user's way, by which their passphrase opens their receiving key elsewhere; one derivation."""
    sealed = rows.get_private_key(connection, user.id, KeyPurpose.RECEIVING)
    receiving = sealing.unseal(
        user_key, sealed, context=private_key_context(vault_id, user.id, KeyPurpose.RECEIVING)
    )
    try:
        way = make_way(
            user_key,
            passphrase,
            receiving[:PRIVATE_LENGTH],
            vault_id=vault_id,
            user_id=user_id_of(user.id),
            parameters=parameters,
            randomness=randomness,
        )
    finally:
        wipe(receiving)
    rows.set_way(connection, user.id, way)


def copy_private_keys(source: Connection, target: Connection, user: AgentId) -> None:
    """Copy the sealed keys of a user into the store of an assignment; they open for the same passphrase."""
    for purpose in KeyPurpose:
        rows.add_private_key(target, user, purpose, rows.get_private_key(source, user, purpose))


def open_session_keys(
    connection: Connection, *, vault_id: bytes, user: User, user_key: bytearray, card: Card | None
) -> UserKeys:
    """Return the keys of a session: a card signs if one is given, else the newest key file, else the own key.

    Raises NotFoundError (a user without a card), and what `open_card` and `open_keys` raise.
    """
    own = open_keys(connection, vault_id=vault_id, user=user, user_key=user_key)
    identities = further_keys(connection, user.id)
    if card is not None:
        return replace(own, signer=_card_signer(identities, card))
    newest = newest_file(identities)
    if newest is None:
        return own
    signer = identity_signer(connection, newest, vault_id=vault_id, user_key=user_key)
    return replace(own, signer=signer)


def _card_signer(identities: list[SigningIdentity], card: Card) -> CardSigner:
    leaves = [leaf_of(each) for each in identities if each.kind is IdentityKind.CARD]
    try:
        if not leaves:
            raise NotFoundError("this user has no card in this vault")
        wanted = {certificates.read_holder(leaf).public_key: leaf for leaf in leaves}
        return open_card(card.module, card.pin, wanted)
    finally:
        wipe(card.pin)


def stored_certificates(connection: Connection, *, at: datetime | None = None) -> list[tuple[AgentId, bytes]]:
    """Return every certificate in the rows with the user of the row; a row alone makes it count for nobody.

    at: leaves out those that were withdrawn by then. What a user made, and the root did not certify yet, is
    no certificate.
    """
    users = [(user.id, der_of(user.certificate)) for user in registry.USER.all(connection)]
    further = [
        (each.user_id, der_of(each.certificate))
        for each in registry.SIGNING_IDENTITY.all(connection)
        if (at is None or each.ended_at is None or at < each.ended_at) and not waits(each)
    ]
    return users + further


def waits(identity: SigningIdentity) -> bool:
    """Whether the root did not certify yet a key that its user made: its certificate says no function."""
    with suppress(CertificateError):
        function = certificates.read_holder(der_of(identity.certificate)).function
        return identity.kind is IdentityKind.OWN_KEY and not function
    return False


def certificates_of(
    connection: Connection,
    *,
    at: datetime | None = None,
    entry: int = 0,
    signers: Signers | None = None,
) -> list[tuple[AgentId, bytes]]:
    """Return every certificate whose key counts for its user by the entries, including retired users.

    at: leaves out those that were withdrawn by then. entry: leaves out those that were replaced before this
    entry. signers: what `signers_of` returned, for who asks often.
    """
    counted = {
        (key.user, key.public)
        for key in (signers or signers_of(connection)).keys
        if key.agreed and (key.over is None or entry <= key.over)
    }
    return [each for each in stored_certificates(connection, at=at) if _key_of(*each) in counted]


def session_certificates(connection: Connection) -> list[tuple[AgentId, bytes]]:
    """Return what may back a statement of a session: `certificates_of`, and keys of the time before users
    agreed to further ones, for sessions of that time.
    """
    counted = {(key.user, key.public) for key in signers_of(connection).keys}
    return [each for each in stored_certificates(connection) if _key_of(*each) in counted]


def _key_of(user: AgentId, certificate: bytes) -> tuple[str, bytes]:
    with suppress(CertificateError):
        return user, certificates.read_holder(certificate).public_key
    return user, b""


def leaf_of(identity: SigningIdentity) -> bytes:
    """Issue the root's certificate over a further signing key, in DER."""
    return verify_der(identity.certificate)


def certificate_of(user: User) -> bytes:
    """A user's certificate in DER."""
    return verify_der(user.certificate)


def private_key_context(vault_id: bytes, agent: AgentId, purpose: KeyPurpose) -> bytes:
    """The context to which a sealed key of a user is bound."""
    return sealing.bind("thb-private-key/1", vault_id, agent.encode(), purpose.value.encode())


def identity_context(vault_id: bytes, agent: AgentId, identity: RowId) -> bytes:
    """The context to which the sealed key of a key file is bound."""
    return sealing.bind("thb-identity-key/1", vault_id, agent.encode(), identity.encode())


def _base64(data: bytes) -> str:
    return b64encode(data).decode("ascii")
