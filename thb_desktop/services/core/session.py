"""Session: an unlocked vault with its user, and the transaction in which every change is recorded."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from copy import copy
from dataclasses import replace
from datetime import datetime
from typing import Protocol

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
    DatabaseDamagedError,
    DeclarationDueError,
    DiskFullError,
    NotAllowedError,
    PassphraseDueError,
    ReadOnlyError,
    RetiredError,
    ThbError,
)
from thb_desktop.findings import broken
from thb_desktop.services.core.complete_check import CompleteCheck
from thb_desktop.services.core.consultation_log import ConsultationLog, case_of, is_id
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.keys import OpenedShares, UserKeys
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.core.unlock_report import FOREIGN, UnlockReport
from thb_desktop.vault.anchors import HeadStore
from thb_desktop.vault.chain_writer import EntryAuthor
from thb_desktop.vault.database import (
    Connection,
    DatabaseError,
    allow_writing,
    copy_in_memory,
    forbid_writing,
)
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.tables import registry
from thb_desktop.vault.unlocked import Vault

_BEFORE_A_DECLARATION = frozenset({Right.SEE_OFFICE, Right.OWN_KEYS})
"""Rights in a packet on the interpreter's laptop, until they declared what is asked of them."""
_BEFORE_A_PASSPHRASE = frozenset({Right.SEE_OFFICE, Right.OWN_KEYS})
"""Rights of a session opened with a recovery code or shares, until a new passphrase is set."""


class Ended(Protocol):
    """A process that ends with the session. kill: as `close`, without waiting for its end."""

    def close(self) -> None: ...

    def kill(self) -> None: ...


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
        journal: Journal | None,
        opening: UnlockReport,
        environment: Environment,
        heads: HeadStore | None = None,
        consultation_log: ConsultationLog | None = None,
        check: CompleteCheck | None = None,
    ) -> None:
        """check: the complete check that goes on beside the session; then it brings the journal."""
        self.vault = vault
        self.user = user
        self.keys = keys
        self.check = check
        self.environment = environment
        self.heads = heads
        self.office_record = office
        self.recovery_code: bytearray | None = None
        self.shares: OpenedShares | None = None
        self.author = author
        self.is_open = True
        self.depth = 0
        self.purposes: dict[str, Purpose] = {}
        self.verified_keys: set[CompartmentVersion] = set()
        self.search_memory: Connection | None = None
        """The search index of a vault that is only read."""
        self.beside: Ended | None = None
        """A process that works for this session, and has a key of it: it ends before the vault is locked."""
        self._opening, self._journal = opening, journal
        self._consultation_log = consultation_log
        self._uncertain = False
        self._is_declared = False
        self._ids = Ids(environment.randomness)
        forbid_writing(vault.connection)

    @property
    def vault_id(self) -> VaultId:
        return self.office_record.id

    @property
    def home_id(self) -> VaultId:
        """The vault for which rows are signed: of the store of an assignment, the one to which it comes
        back.
        """
        return VaultId(self.office_record.home) or self.vault_id

    @property
    def office(self) -> str:
        return self.office_record.name

    @property
    def read(self) -> Connection:
        return self.vault.connection

    @property
    def clock(self) -> Clock:
        return self.environment.clock

    @property
    def opening(self) -> UnlockReport:
        """What the unlock found. Waits for the complete check."""
        self.settle()
        return self._told

    @opening.setter
    def opening(self, report: UnlockReport) -> None:
        self.settle()
        self._opening = report

    @property
    def known(self) -> UnlockReport:
        """What is known now: the first look alone, until the complete check has ended."""
        if self.check is not None and self.check.has_result:
            self.settle()
        return self._told

    @property
    def _told(self) -> UnlockReport:
        return self._opening.completed((broken(FOREIGN),) if self.vault.is_foreign else ())

    @property
    def journal(self) -> Journal:
        """The end of the event chain. Waits for the complete check."""
        self.settle()
        if self._journal is None:
            raise DatabaseDamagedError("the event chain of this vault cannot be read to its end")
        return self._journal

    def copied(self) -> "Session":
        """The vault as it is now, in memory alone, to be read by one other thread while this one goes on.

        Nothing is recorded in it. Whoever is done with it closes `vault.connection`, and nothing else: the
        keys are those of this session, which is not closed before.
        """
        self.settle()
        other = copy(self)
        connection = copy_in_memory(self.read, self.vault.database_key)
        other.vault = replace(self.vault, connection=connection, file=None, read_only=True)
        other._journal = copy(self.journal)
        other.depth = 0
        other._consultation_log = None
        return other

    def new_id(self, at: datetime) -> str:
        return self._ids.new(at)

    @contextmanager
    def work(self, author: EntryAuthor | None = None) -> Iterator[UnitOfWork]:
        """One transaction: everything saved and recorded in it is committed together, or nothing.
        author: of its entries, where a colleague at this desk acts in their own name.
        Raises UnrecordedChangeError if something was saved and no event records it.
        """
        with self._writing(self.opening):
            work = UnitOfWork(
                self.read,
                reading=self.clock.read(),
                ids=self._ids,
                journal=self.journal,
                author=author or self.author,
                consultation_log=self._consultation_log,
                randomness=self.environment.randomness,
            )
            mark = self.journal.mark()
            savepoint = self._consultation_log.savepoint() if self._consultation_log else None
            try:
                with self.vault.transaction():
                    yield work
                    work.close()
            except BaseException as failure:
                self.journal.restore(mark)
                if self._consultation_log is not None and savepoint is not None:
                    self._consultation_log.roll_back(savepoint)
                self._uncertain = isinstance(failure, ChangeUncertainError)
                raise
            if self.heads and work.head:
                told = self.journal.told_sum
                self.heads.remember(work.head, told=told, epoch=self.vault.known_epoch, now=work.at)

    @contextmanager
    def drafting(self) -> Iterator[Connection]:
        """One transaction outside the event chain, for drafts. It does not wait for the complete check."""
        with self._writing(self.known), self.vault.transaction():
            yield self.read

    def require(self, right: Right) -> None:
        """Raise NotAllowedError if this user's role does not include the right; an event records the attempt.

        After a recovery code or shares nothing can be read: PassphraseDueError until a new passphrase is set,
        which takes a second person. In a packet, DeclarationDueError until its interpreter declared.
        """
        if (self.recovery_code or self.shares) and right not in _BEFORE_A_PASSPHRASE:
            raise PassphraseDueError("set a new passphrase first: the vault was opened without one")
        if right not in _BEFORE_A_DECLARATION and self.awaits_declaration:
            raise DeclarationDueError("the packet opens when its interpreter has declared what is asked")
        if may(self.user.role, right, in_store=self.office_record.is_store):
            return
        if not self.vault.read_only and self.opening.is_sound and not self.read.in_transaction:
            with self.work() as work:
                work.record(self.user.id, VaultAction.ACCESS_DENIED, right.value)
        raise NotAllowedError("the role of this user does not include this")

    @property
    def awaits_declaration(self) -> bool:
        """Whether this is a packet whose interpreter has not declared what opens it, or declined it."""
        if self.office_record.travels and not self._is_declared:
            declared = registry.DECLARATION.last(self.read)
            self._is_declared = declared is not None and declared.is_accepted
            return not self._is_declared
        return False

    @property
    def was_declined(self) -> bool:
        """Whether the interpreter of this packet declined, so that it never opens."""
        declared = registry.DECLARATION.last(self.read) if self.office_record.travels else None
        return declared is not None and not declared.is_accepted

    def purpose_of(self, case_id: str) -> Purpose:
        """Return why this user views a case: as stated in this session, or the standing duty of the role."""
        return self.purposes.get(case_id) or STANDING_DUTY[self.user.role]

    def consulted(self, kind: Consulted, subject: str, *, purpose: Purpose | None = None) -> None:
        """Log that something was viewed: once in a session, or each time for a stated purpose.

        Not within a transaction that changes something, because its event records it, and not if nothing can
        be written: in a vault that is read only or, as far as is known, not valid. In a vault that can be
        written to, a view that cannot be logged is refused: raises DiskFullError until there is room.
        """
        if self._consultation_log is not None and is_id(subject):
            case_id = case_of(self.read, subject)
            why = purpose or self.purpose_of(case_id)
            self._log_views([(kind, subject, case_id, why)], again=purpose is not None)

    def consulted_together(self, views: Iterable[tuple[Consulted, str, str]]) -> None:
        """Log several views as `consulted` does, in one transaction: of what, its id, and its case."""
        self._log_views([(*view, self.purpose_of(view[2])) for view in views], again=False)

    def _log_views(self, views: Sequence[tuple[Consulted, str, str, Purpose]], *, again: bool) -> None:
        log = self._consultation_log
        if log is None or not self.keeps_drafts or self.read.in_transaction:
            return
        due = [each for each in views if again or not log.holds(each[0], each[1], each[3])]
        if not due:
            return
        savepoint, reading = log.savepoint(), self.clock.read()
        try:
            with self._writing(self.known), self.vault.transaction():
                for kind, subject, case_id, why in due:
                    log.write(kind, subject, case_id=case_id, purpose=why, recipient="", reading=reading)
        except BaseException as failure:
            log.roll_back(savepoint)
            self._uncertain = self._uncertain or isinstance(failure, ChangeUncertainError)
            if isinstance(failure, DiskFullError):
                # Each view must be on record (LED, Article 25): one that cannot be logged is refused.
                raise DiskFullError(
                    "the disk is full, and each view is recorded: make room, then try again"
                ) from None
            raise
        for kind, subject, _, why in due:
            log.keep(kind, subject, why)

    def verify_writable(self) -> None:
        """Raise an error if acts cannot be recorded, before anything is done that needs an event.

        Waits for the complete check: no act stands on rows that nobody checked.
        """
        self._verify_open(self.opening)
        self.vault.verify_own()

    def verify_open(self) -> None:
        """The same by what is known now, without waiting for the complete check: before a form is shown."""
        self._verify_open(self.known)

    def _verify_open(self, report: UnlockReport) -> None:
        if self.vault.read_only:
            raise ReadOnlyError("the vault is open for reading only")
        if not self.user.active:
            raise RetiredError("this user was retired from this vault")
        report.verify_sound()
        if self._uncertain:
            raise ChangeUncertainError("the medium failed earlier: lock the vault and unlock it to continue")

    def close(self) -> None:
        """Lock the vault, once. Python keeps copies of secrets, so end the process too."""
        if not self.is_open:
            return
        self.is_open = False
        if self.beside is not None:
            self.beside.kill()
        # If the log cannot be closed now, on a full disk or before all was checked, the next session does it.
        with suppress(ThbError, DatabaseError):
            if self.check is None or self.check.has_result:
                self.close_consultations()
        if self.check is not None:
            self.check.stop()
        if self.search_memory is not None:
            self.search_memory.close()
        wipe(self.recovery_code, self.shares.secret if self.shares else None)
        self.keys.close()
        if self.heads:
            self.heads.flush()
        if self.beside is not None:
            self.beside.close()  # it has ended before the vault can be opened again
        self.vault.close()

    @property
    def is_writable(self) -> bool:
        """Whether `verify_writable` raises nothing."""
        return self._is_open_for(self.opening)

    @property
    def keeps_drafts(self) -> bool:
        """Whether drafts and views can be written; known without the complete check."""
        return self._is_open_for(self.known)

    def _is_open_for(self, report: UnlockReport) -> bool:
        try:
            self._verify_open(report)
        except ThbError:
            return False
        return True

    def settle(self) -> None:
        """Wait for the complete check: nothing is signed or given away before. Takes over what it found."""
        if self.check is not None:
            checked = self.check.result()
            self._opening = self._opening.completed(checked.findings)
            self._journal = checked.journal.on(self.read) if checked.journal else None
            self.check = None
            with suppress(ThbError):  # `opening` tells it, and each act raises it
                self.vault.verify_own()

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
    def _writing(self, report: UnlockReport) -> Iterator[None]:
        self._verify_open(report)
        with self.check.writing() if self.check else nullcontext():
            allow_writing(self.read)
            try:
                yield
            finally:
                forbid_writing(self.read)
