"""Session: an unlocked vault with its user, and the transaction in which every change is recorded."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import datetime

from thb_desktop.crypto.material import wipe
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import STANDING_DUTY, ConsultationMark, Consulted, Purpose
from thb_desktop.domain.ids import Ids, RowId, VaultId
from thb_desktop.domain.office import Office
from thb_desktop.domain.people import CompartmentVersion, User
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.times import Clock
from thb_desktop.errors import (
    ChangeUncertainError,
    DiskFullError,
    NotAllowedError,
    PassphraseDueError,
    ReadOnlyError,
    RetiredError,
    SetBackError,
    TablesDifferError,
    ThbError,
)
from thb_desktop.findings import Finding, Standing, verdict
from thb_desktop.services.core.consultation_log import ConsultationLog, case_of, is_id
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.keys import UserKeys
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.rollback_checks import FORKED, ROLLED_BACK, Anchors
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.vault.anchors import HeadStore
from thb_desktop.vault.chain_writer import EntryAuthor
from thb_desktop.vault.database import (
    Connection,
    DatabaseError,
    allow_writing,
    copy_in_memory,
    forbid_writing,
    transaction,
)
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.unlocked import Vault

_BEFORE_A_PASSPHRASE = frozenset({Right.SEE_OFFICE, Right.OWN_KEYS})
"""Rights of a session opened with a recovery code or shares, until a new passphrase is set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlockReport:
    """What is shown at the unlock: the short code of the chain's last head, and the findings of the first
    check.

    anchors: when a state of the chain was last seen outside the vault.
    """

    short_code: str
    findings: tuple[Finding, ...]
    anchors: Anchors = field(default_factory=Anchors)

    @property
    def is_sound(self) -> bool:
        return verdict(self.findings) is not Standing.BROKEN

    @property
    def is_set_back(self) -> bool:
        """Whether the only broken finding is that this computer remembers another state of the vault."""
        broken = {finding.code for finding in self.findings if finding.standing is Standing.BROKEN}
        return bool(broken) and broken <= {ROLLED_BACK, FORKED}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedShares:
    """The secret combined from recovery shares of these numbers, until a new passphrase is set."""

    secret: bytearray = field(repr=False)
    numbers: tuple[int, ...]

    @property
    def told(self) -> str:
        """The numbers, as an event records them."""
        return ", ".join(map(str, self.numbers))


class Session:
    """One user's time in an open vault. It belongs to the thread that opened it.

    read: a read-only connection. Changes go through `work`.
    """

    def __init__(
        self,
        *,
        vault: Vault,
        office: Office,
        user: User,
        keys: UserKeys,
        author: EntryAuthor,
        journal: Journal,
        opening: UnlockReport,
        environment: Environment,
        heads: HeadStore | None = None,
        consultation_log: ConsultationLog | None = None,
    ) -> None:
        self.vault = vault
        self.user = user
        self.keys = keys
        self.opening = opening
        self.environment = environment
        self.heads = heads
        self.office_record = office
        self.recovery_code: bytearray | None = None
        self.shares: OpenedShares | None = None
        self.journal = journal
        self.author = author
        self.is_open = True
        self.depth = 0
        self.purposes: dict[str, Purpose] = {}
        self.verified_keys: set[CompartmentVersion] = set()
        self._consultation_log = consultation_log
        self._uncertain = False
        self._ids = Ids(environment.randomness)
        forbid_writing(vault.connection)

    @property
    def vault_id(self) -> VaultId:
        return self.office_record.id

    @property
    def office(self) -> str:
        return self.office_record.name

    @property
    def read(self) -> Connection:
        return self.vault.connection

    @property
    def clock(self) -> Clock:
        return self.environment.clock

    def copied(self) -> "Session":
        """The vault as it is now, in memory alone, to be read by one other thread while this one goes on.

        Nothing is recorded in it. Whoever is done with it closes `vault.connection`, and nothing else: the
        keys are those of this session, which is not closed before.
        """
        other = copy(self)
        connection = copy_in_memory(self.read, self.vault.database_key)
        other.vault = replace(self.vault, connection=connection, read_only=True)
        other.journal = copy(self.journal)
        other.depth = 0
        other._consultation_log = None
        return other

    def new_id(self, at: datetime) -> str:
        return self._ids.new(at)

    @contextmanager
    def work(self) -> Iterator[UnitOfWork]:
        """One transaction: everything saved and recorded in it is committed together, or nothing.

        Raises UnrecordedChangeError if something was saved and no event records it.
        """
        with self._writing():
            work = UnitOfWork(
                self.read,
                reading=self.clock.read(),
                ids=self._ids,
                journal=self.journal,
                author=self.author,
                consultation_log=self._consultation_log,
                randomness=self.environment.randomness,
            )
            mark = self.journal.mark()
            savepoint = self._consultation_log.savepoint() if self._consultation_log else None
            try:
                with transaction(self.read):
                    yield work
                    work.close()
            except BaseException as failure:
                self.journal.restore(mark)
                if self._consultation_log is not None and savepoint is not None:
                    self._consultation_log.roll_back(savepoint)
                self._uncertain = isinstance(failure, ChangeUncertainError)
                raise
            if self.heads and work.head:
                self.heads.remember(work.head, epoch=self.vault.known_epoch, now=work.at)

    @contextmanager
    def drafting(self) -> Iterator[Connection]:
        """One transaction outside the event chain: drafts, and keys sealed to a user."""
        with self._writing(), transaction(self.read):
            yield self.read

    def require(self, right: Right) -> None:
        """Raise NotAllowedError if this user's role does not include the right; an event records the attempt.

        After a recovery code or shares nothing can be read: PassphraseDueError until a new passphrase is set,
        which takes a second person.
        """
        if (self.recovery_code or self.shares) and right not in _BEFORE_A_PASSPHRASE:
            raise PassphraseDueError("set a new passphrase first: the vault was opened without one")
        if may(self.user.role, right):
            return
        if not self.vault.read_only and self.opening.is_sound and not self.read.in_transaction:
            with self.work() as work:
                work.record(self.user.id, VaultAction.ACCESS_DENIED, right.value)
        raise NotAllowedError("the role of this user does not include this")

    def purpose_of(self, case_id: str) -> Purpose:
        """Return why this user views a case: as stated in this session, or the standing duty of the role."""
        return self.purposes.get(case_id) or STANDING_DUTY[self.user.role]

    def consulted(self, kind: Consulted, subject: str, *, purpose: Purpose | None = None) -> None:
        """Log that something was viewed: once in a session, or each time for a stated purpose.

        Not within a transaction that changes something, because its event records it, and not if nothing can
        be written: in a vault that is read only or not valid. In a vault that can be written to, a view that
        cannot be logged is refused: raises DiskFullError until there is room.
        """
        consultation_log = self._consultation_log
        if consultation_log is None or not self.is_writable or self.read.in_transaction or not is_id(subject):
            return
        case_id = case_of(self.read, subject)
        why = purpose or self.purpose_of(case_id)
        if purpose is None and consultation_log.holds(kind, subject, why):
            return
        savepoint, reading = consultation_log.savepoint(), self.clock.read()
        try:
            with self._writing(), transaction(self.read):
                consultation_log.write(
                    kind, subject, case_id=case_id, purpose=why, recipient="", reading=reading
                )
        except BaseException as failure:
            consultation_log.roll_back(savepoint)
            self._uncertain = self._uncertain or isinstance(failure, ChangeUncertainError)
            if isinstance(failure, DiskFullError):
                # Each view must be on record (LED, Article 25): one that cannot be logged is refused.
                raise DiskFullError(
                    "the disk is full, and each view is recorded: make room, then try again"
                ) from None
            raise
        consultation_log.keep(kind, subject, why)

    def verify_writable(self) -> None:
        """Raise an error if acts cannot be recorded, before anything is done that needs an event."""
        if self.vault.read_only:
            raise ReadOnlyError("the vault is open for reading only")
        if not self.user.active:
            raise RetiredError("this user was retired from this vault")
        if self.opening.is_set_back:
            raise SetBackError(
                "this computer remembers another state of the vault: nothing is written to it until "
                "somebody confirms that a backup was restored (thb restored)"
            )
        if not self.opening.is_sound:
            raise TablesDifferError("the vault was changed outside the event chain; nothing is written to it")
        if self._uncertain:
            raise ChangeUncertainError("the medium failed earlier: lock the vault and unlock it to continue")

    def close(self) -> None:
        """Lock the vault, once. Python keeps copies of secrets, so end the process too."""
        if not self.is_open:
            return
        self.is_open = False
        # If the log cannot be closed now, on a full disk, the end of the next session closes it.
        with suppress(ThbError, DatabaseError):
            self.close_consultations()
        wipe(self.recovery_code, self.shares.secret if self.shares else None)
        self.keys.close()
        if self.heads:
            self.heads.flush()
        self.vault.close()

    @property
    def is_writable(self) -> bool:
        """Whether `verify_writable` raises nothing."""
        try:
            self.verify_writable()
        except ThbError:
            return False
        return True

    def close_consultations(self) -> None:
        """Record in an event where the log of consultations ends, so that a shortened log is detected."""
        consultation_log = self._consultation_log
        if consultation_log is None or not self.is_writable or self.read.in_transaction:
            return
        told = registry.CONSULTATION_MARK.last(self.read)
        if consultation_log.size <= (told.size if told is not None else 0):
            return
        with self.work() as work:
            new_id = RowId(work.new_id())
            work.save(
                ConsultationMark(
                    id=new_id, size=consultation_log.size, root=consultation_log.root.hex(), at=work.at
                )
            )
            work.record(self.vault_id, VaultAction.CONSULTATIONS_CLOSED)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self.verify_writable()
        allow_writing(self.read)
        try:
            yield
        finally:
            forbid_writing(self.read)


@permitted(Right.SEE_OFFICE)
def current_short_code(session: Session) -> str:
    """Return the short code of the chain's newest head: the next unlock shows it if nothing changes."""
    head = chain.last_head(session.read) if session.opening.is_sound else None
    return head.parsed().short_code if head else session.opening.short_code
