"""Enrolment: somebody becomes a user, with keys, a certificate, and the compartments of their role."""

from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from thb_desktop.crypto import signing
from thb_desktop.crypto.keyslots import ID_LENGTH
from thb_desktop.crypto.material import Randomness, draw, new_key, wipe
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.office import Office
from thb_desktop.domain.people import User
from thb_desktop.domain.rights import compartments_of
from thb_desktop.domain.vocabulary import Compartment, UserRole
from thb_desktop.errors import ValueRefusedError
from thb_desktop.ledger.signers import about_member
from thb_desktop.ledger.statement import key_id
from thb_desktop.services.core import keys
from thb_desktop.services.core.compartment_holders import grants_of
from thb_desktop.services.core.compartments import give_key, holders_in, open_compartment
from thb_desktop.services.core.keys import Root
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.root_key import open_root
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """A future user. user_key: their private keys are sealed under it; wiped afterwards.

    signing_key: made before anybody approves, so that the approval names it.
    """

    user_id: bytes
    user_key: bytearray = field(repr=False)
    signing_key: EllipticCurvePrivateKey = field(repr=False)
    name: str
    role: UserRole

    @classmethod
    def named(cls, name: str, role: UserRole, *, randomness: Randomness) -> "Enrolment":
        """Make an id and keys. Raises ValueRefusedError without a name."""
        if is_blank(name):
            raise ValueRefusedError("a user needs a name")
        return cls(
            user_id=draw(randomness, ID_LENGTH),
            user_key=new_key(randomness),
            signing_key=signing.new_private_key(randomness),
            name=name.strip(),
            role=role,
        )

    @property
    def about(self) -> str:
        """The subject of the approval of this user: it fits no other id and no other key."""
        key = key_id(signing.to_spki(self.signing_key.public_key()))
        return about_member(self.role.value, self.name, keys.agent_of(self.user_id), key)

    def admit(self, work: UnitOfWork, root: Root, session: Session) -> User:
        """Save the new user, their sealed keys, and the compartments of their role that the session has."""
        new = keys.new_user(
            vault_id=session.vault.vault_id,
            user_id=self.user_id,
            user_key=self.user_key,
            signing_key=self.signing_key,
            name=self.name,
            role=self.role,
            office=session.office,
            root=root,
            at=work.at,
            randomness=session.environment.randomness,
        )
        work.save(new.user)
        new.store_keys(work.connection)
        share(work, session, new.user)
        return new.user


def share(work: UnitOfWork, session: Session, user: User) -> tuple[Compartment, ...]:
    """Give a user the keys of their role's compartments that the session's user holds and they lack.

    Call it in the transaction whose next event is to record it.
    """
    given = []
    for compartment in sorted(compartments_of(user.role)):
        version = registry.COMPARTMENT_VERSION.find(work.connection, compartment.value)
        if version is None or any(grant.user_id == user.id for grant in grants_of(work.connection, version)):
            continue
        if session.user.id not in holders_in(session, compartment):
            continue
        key = open_compartment(compartment, session)
        try:
            give_key(work, session, version, key, user)
        finally:
            wipe(key)
        given.append(compartment)
    return tuple(given)


def root_of(office: Office, session: Session) -> Root:
    """Return the office's root with its private key.

    Raises NotAllowedError for a user who does not hold it.
    """
    key = open_compartment(Compartment.ROOT_KEY, session)
    try:
        return open_root(
            session.read,
            key,
            vault_id=session.vault.vault_id,
            certificate=root_certificate(office),
        )
    finally:
        wipe(key)
