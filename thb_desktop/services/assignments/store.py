"""The store of an assignment: founded by who assigns, opened by its interpreter, examined by the office."""

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from thb_desktop.crypto import certificates, signing
from thb_desktop.crypto.certificates import Subject, read_holder
from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.crypto.envelopes.return_keys import return_key
from thb_desktop.crypto.keyslots import SlotKind
from thb_desktop.crypto.material import KEY_LENGTH, draw, new_key, wipe
from thb_desktop.crypto.signing import SoftwareSigner
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assignment import Assignment
from thb_desktop.domain.ids import AssignmentId, VaultId
from thb_desktop.domain.office import Office
from thb_desktop.domain.people import User
from thb_desktop.errors import (
    DatabaseDamagedError,
    StoreBrokenError,
    StoreForeignError,
    StoreKeyMissingError,
    ThbError,
    WrongAssigneePassphraseError,
    WrongPassphraseError,
)
from thb_desktop.services.assignments.content import Assigned, copy_files
from thb_desktop.services.core import keys
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.login import get_office, log_in, root_certificate, vault_id_text
from thb_desktop.services.core.receiving_keys import public_half
from thb_desktop.services.core.schema_checks import has_own_schema
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.stores import place_of
from thb_desktop.services.core.user_certification import admission_of
from thb_desktop.services.office.founding import first_session
from thb_desktop.vault.assigned import (
    Place,
    erase_store,
    open_for_assignee,
    open_for_office,
    write_way,
)
from thb_desktop.vault.codes import codes_of, digest_of
from thb_desktop.vault.database import OperationalError, database_medium
from thb_desktop.vault.slots import NewSlot
from thb_desktop.vault.system import make_folder, medium
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.unlocked import Vault
from thb_desktop.vault.vault import create_with_slots


@dataclass(frozen=True, slots=True, kw_only=True)
class Founded:
    """A new store beside its place. secret: the office's, for `open_for_office`; the caller overwrites it."""

    store_id: VaultId
    root_digest: str
    head: str
    secret: bytearray = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which assignment a store is made for, and what the office says to the assignee: due_on, terms.

    travels: whether it leaves for a laptop of the assignee's own.
    """

    assignment: AssignmentId
    due_on: date | None
    terms: str
    travels: bool = False


def found_store(session: Session, place: Place, asked: Asked, assigned: Assigned, way: bytes) -> Founded:
    """Make a store beside its place, with one event of this session that tells every assigned row.

    way: the assignee's own (`crypto.ways`); they are the second of the users. Nothing is left after a
    refusal. Raises DiskFullError, ReadOnlyError, CertificateError, ContentDamagedError, ContentMissingError.
    """
    randomness = session.environment.randomness
    theirs, ours = bytearray(draw(randomness, KEY_LENGTH)), bytearray(draw(randomness, KEY_LENGTH))
    assignee = assigned.users[1]
    user_id = keys.user_id_of(assignee.id)
    made = place.beside
    try:
        with medium():
            make_folder(made.folder)
        with database_medium():
            store_id, root, head = create_with_slots(
                made.layout.folder,
                (
                    _slot(keys.user_id_of(session.user.id), ours, new_key(randomness)),
                    _slot(user_id, theirs, new_key(randomness)),
                ),
                randomness=randomness,
                fill=lambda store: _fill(store, session, asked, assigned, ours),
            )
        ids = (session.vault.vault_id, user_id)
        write_way(made, way, public_half(assignee.receiving_key), theirs, ids)
    except BaseException:
        wipe(ours)
        with suppress(ThbError):
            erase_store(made, randomness)
        raise
    finally:
        wipe(theirs)
    return Founded(store_id=store_id, root_digest=root, head=head, secret=ours)


def enter_store(place: Place, passphrase: bytearray, environment: Environment) -> Session:
    """Open a store for its assignee, with the checks of every unlock; the passphrase is overwritten.

    Raises WrongAssigneePassphraseError, and what `open_for_assignee` and `log_in` raise.
    """
    try:
        vault = open_for_assignee(place, passphrase, environment.randomness)
    except WrongPassphraseError:
        raise WrongAssigneePassphraseError("the assignment does not open with this passphrase") from None
    try:
        with database_medium():
            return log_in(vault, environment)
    except BaseException:
        vault.close()
        raise


def enter_for_office(session: Session, assignment: Assignment, place: Place | None = None) -> Vault:
    """Open the store of an assignment for the office; nobody else has it open meanwhile.

    place: where it lies; beside the vault, unless it just came back. Raises StoreKeyMissingError,
    StoreForeignError, StoreBrokenError, NoAssignmentError, VaultInUseError.
    """
    secret = rows.find_store_secret(session.read, assignment.id)
    if secret is None:
        raise StoreKeyMissingError("the vault no longer has the key of this store")
    try:
        store = open_for_office(
            place or place_of(session, assignment), secret, session.environment.randomness
        )
    except WrongPassphraseError:
        raise StoreForeignError("this store is not the one that was made for the assignment") from None
    except ThbError as refusal:
        if refusal.exit_code in range(20, 30):
            raise StoreBrokenError("the store is damaged", refusal.code) from None
        raise
    try:
        with database_medium():
            _verify_rules(store)
            office = get_office(store.connection)
            told = (office.id, office.assignment, office.home, sha256(root_certificate(office)).hexdigest())
            if told != (assignment.store_id, assignment.id, session.vault_id, assignment.root_digest):
                raise StoreForeignError("this store is not the one that was made for the assignment")
    except BaseException:
        store.close()
        raise
    return store


STEPS = 1_000_000_000
"""Steps of the database's own machine that one look at a store may take: less than a minute."""
_PIECE = 100_000
_INTERRUPTED = 9
"""SQLite's result code for a statement that was stopped."""


@contextmanager
def within_bound() -> Iterator[None]:
    """Turn the end of the bound into a refusal. Raises StoreBrokenError."""
    try:
        yield
    except OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) != _INTERRUPTED:
            raise
        text = "reading the store takes longer than that of any whole one"
        raise StoreBrokenError(text, DatabaseDamagedError.code) from None


def _verify_rules(store: Vault) -> None:
    """Refuse a store whose tables are not this version's before a row is read, and bound what reading costs.

    A view in the place of a table could go on for ever.
    """
    left = STEPS // _PIECE

    def is_too_long() -> int:
        nonlocal left
        left -= 1
        return int(left < 0)

    store.connection.set_progress_handler(is_too_long, _PIECE)
    if not has_own_schema(store.connection):
        raise StoreBrokenError("the store has other tables than this version makes", "schema-differs")


def _slot(user_id: bytes, secret: bytearray, user_key: bytearray) -> NewSlot:
    """A keyslot whose secret is random, so that the least cost is enough."""
    return NewSlot(
        kind=SlotKind.PASSPHRASE, user_id=user_id, secret=secret, user_key=user_key, parameters=FLOOR
    )


def _fill(
    store: Vault, session: Session, asked: Asked, assigned: Assigned, secret: bytearray
) -> tuple[VaultId, str, str]:
    """Write the first event; return the id of the store, the digest of its root, and its first head.

    secret: the office's, from which the key of what comes back is derived.
    """
    at = session.clock.read().at
    root = _Root.made(store, session, at)
    me, *others = assigned.users
    users = [
        root.certified(me, session.keys.signer.public_key),
        *(root.certified(each, read_holder(keys.certificate_of(each)).public_key) for each in others),
    ]
    office = Office(
        id=VaultId(vault_id_text(store.vault_id)),
        name=session.office,
        created_at=at,
        root_certificate=b64encode(root.certificate).decode("ascii"),
        codes_digest=digest_of(codes_of(store.connection)),
        header_epoch=store.epoch,
        assignment=asked.assignment,
        home=session.vault_id,
        due_on=asked.due_on,
        terms=asked.terms,
        return_to=_return_to(secret, at) if asked.travels else "",
        former_sources=assigned.former,
    )
    files = copy_files(assigned.files, session.vault.content, store.content)
    founding = first_session(store, office, users[0], session.keys, session.environment)
    with founding.work() as work:
        work.save(office, *users, *assigned.before, *files, *assigned.after)
        keys.copy_private_keys(session.read, work.connection, others[0].id)
        work.record(asked.assignment, VaultAction.ASSIGNMENT_FOUNDED)
    return office.id, sha256(root.certificate).hexdigest(), founding.journal.root.hex()


def _return_to(secret: bytearray, at: datetime) -> str:
    return b64encode(return_key(secret, at=at).certificate).decode("ascii")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Root:
    """The root of one store. Its private key is in no row, and gone when the store is made."""

    certificate: bytes
    key: EllipticCurvePrivateKey = field(repr=False)
    office: str
    store: Vault
    at: datetime

    @classmethod
    def made(cls, store: Vault, session: Session, at: datetime) -> "_Root":
        randomness = session.environment.randomness
        key = signing.new_private_key(randomness)
        subject = Subject(common_name=f"{session.office[:51]} - assignment", organisation=session.office)
        certificate = certificates.issue_root(key, subject, at=at, randomness=randomness)
        return cls(certificate=certificate, key=key, office=session.office, store=store, at=at)

    def certified(self, user: User, public_key: bytes) -> User:
        """Certify a user of the vault with this key (DER) as a user of the store."""
        certificate = certificates.issue_leaf(
            self.key,
            self.certificate,
            keys.subject_of(user, self.office),
            public_key,
            at=self.at,
            randomness=self.store.randomness,
        )
        row = replace(user, certificate=b64encode(certificate).decode("ascii"), admission="")
        signer = SoftwareSigner.of(self.key, self.certificate)
        return replace(row, admission=admission_of(row, vault_id_text(self.store.vault_id), signer))
