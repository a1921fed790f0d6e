"""The complete check of an unlocked vault: every row, every entry, every index, once, after the first look.

Beside a session it reads on two connections of its own, in two threads: one lets SQLite compare the indexes
with the tables, the other adds up rows and entries. The session goes on meanwhile: it reads, keeps drafts and
logs views, and each act waits here (`Session.verify_writable`).
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from threading import Event, Lock, RLock
from time import monotonic, sleep

from thb_desktop.errors import CancelledError, DatabaseDamagedError, ForeignWriteError, ThbError
from thb_desktop.findings import Finding, Standing, broken, verdict
from thb_desktop.vault.database import Connection, DatabaseError, connect_beside, database_medium
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.tables import counts
from thb_desktop.vault.unlocked import Vault

Step = Callable[[], None]
Progress = Callable[[int, int], None]
"""Called with the rows that were read and those there are."""
_OFTEN, _BREATH, _PAUSE = 1000, 100, 0.0002
"""Rows between two reports; rows between two pauses, and the seconds of a pause: Python runs one thread at a
time, and the window must not wait long for its turn."""
_MOMENT, _IN_ALL = 0.15, 10.0
"""Seconds for which it rests when somebody uses the window; those that a whole check rests at most, so that
it ends."""
SMALL = 8 << 20
"""Bytes below which a database is checked in a fraction of a second: before the window opens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What the check found, and the end of the event chain that it read.

    refusal: why it could not read to the end; then there is no journal.
    """

    findings: tuple[Finding, ...] = ()
    journal: Journal | None = None
    refusal: ThbError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What is checked.

    rows: reads all tables and entries. indexes: compares with them what follows from them. Both call a step
    for each row that they read.
    conclude: completes the result, in the session's own thread.
    """

    rows: Callable[[Connection, Step], Checked]
    indexes: Callable[[Connection, Step], Iterator[Finding]]
    conclude: Callable[[Checked], Checked]


def is_small(vault: Vault) -> bool:
    """Whether a vault is checked on its own connection: a small one, and one that was migrated now."""
    return vault.in_memory or vault.brought_up or vault.layout.database.stat().st_size < SMALL


def check_now(vault: Vault, parts: Parts) -> Checked:
    """Check everything before the vault is used. Raises the refusal of a medium or of a damaged page."""
    if is_small(vault):
        rows = parts.rows(vault.connection, lambda: None)
        indexes = Checked(findings=tuple(parts.indexes(vault.connection, lambda: None)))
        return parts.conclude(_joined(rows, indexes))
    checked = CompleteCheck(vault, parts).result()
    if checked.refusal is not None or checked.journal is None:
        raise checked.refusal or DatabaseDamagedError("the database cannot be read to its end")
    return replace(checked, journal=checked.journal.on(vault.connection))


class CompleteCheck:
    """A check beside a session, begun at once. `result` waits for it."""

    def __init__(self, vault: Vault, parts: Parts) -> None:
        self._vault, self._parts = vault, parts
        self._progress: Progress | None = None
        self._stopped, self._awaited = Event(), Event()
        self._rests_until, self._granted, self._is_quiet = 0.0, 0.0, False
        self._quiet, self._reading = RLock(), Lock()
        self._writes = 0
        self._connections: list[Connection] = []
        self._result: Checked | None = None
        threads = ThreadPoolExecutor(2, thread_name_prefix="check")
        self._halves = [threads.submit(self._half, work) for work in (self._rows, self._indexes)]
        threads.shutdown(wait=False)

    @property
    def has_result(self) -> bool:
        """Whether `result` returns at once."""
        return self._is_over and not self._stopped.is_set()

    @property
    def _is_over(self) -> bool:
        return all(half.done() for half in self._halves)

    def watch(self, progress: Progress, ended: Callable[[], None]) -> None:
        """Report to these, from the threads of the check; at once if it has ended."""
        self._progress = progress

        def half_ended(_: Future[Checked]) -> None:
            if self._is_over:
                ended()

        for half in self._halves:
            half.add_done_callback(half_ended)

    def make_way(self) -> None:
        """Rest for a moment: somebody uses the window. Not while an act waits for the result, or drafts
        for a second try. Moments that overlap count once, and so does one in which both halves rest.
        """
        now = monotonic()
        begin = max(now, self._rests_until)
        end = min(now + _MOMENT, begin + _IN_ALL - self._granted)
        if end > begin:
            self._granted += end - begin
            self._rests_until = end

    def result(self) -> Checked:
        """Return the result, when there is one. Raises CancelledError if the check was stopped."""
        if self._result is None:
            self._awaited.set()
            rows, indexes = (half.result() for half in self._halves)
            self._result = self._parts.conclude(_joined(rows, indexes))
        return self._result

    def stop(self) -> None:
        """End it now, before the keys are overwritten. Any thread may do that."""
        self._stopped.set()
        self._awaited.set()
        with self._reading:
            for connection in self._connections:
                connection.interrupt()
        for half in self._halves:
            half.exception()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write a draft or a view, while the check goes on; not while it looks again for a fault."""
        with self._quiet:
            self._writes += 1
            try:
                yield
            finally:
                self._writes += 1

    def _half(self, work: Callable[[Connection], Checked]) -> Checked:
        """Do one half. A page that was read while it was written may look damaged: then once more, while
        nobody writes.
        """
        writes = self._writes
        found = self._tried(work)
        if verdict(found.findings) is Standing.BROKEN and self._writes != writes:
            with self._quiet:
                self._is_quiet = True  # drafts wait now
                try:
                    found = self._tried(work)
                finally:
                    self._is_quiet = False
        return found

    def _tried(self, work: Callable[[Connection], Checked]) -> Checked:
        try:
            with database_medium(), self._connected() as connection:
                return work(connection)
        except CancelledError:
            raise
        except (ThbError, DatabaseError) as refusal:
            if self._stopped.is_set():
                raise CancelledError("the vault was locked before it was checked") from None
            known = refusal if isinstance(refusal, ThbError) else None
            known = known or DatabaseDamagedError("the database cannot be read to its end")
            if isinstance(known, ForeignWriteError):
                return Checked(findings=(broken("database.foreign"),), refusal=known)
            return Checked(findings=(broken("database.damaged", detail=str(known)),), refusal=known)

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with closing(self._opened()) as connection:
            with self._reading:
                self._connections.append(connection)
            try:
                yield connection
            finally:
                with self._reading:
                    self._connections.remove(connection)

    def _opened(self) -> Connection:
        """Connect to the very file of the session: under its name lies no other, before and after."""
        vault = self._vault
        with self._quiet:
            vault.verify_place()
            connection = connect_beside(vault.layout.database, vault.database_key)
            try:
                vault.verify_place()
            except BaseException:
                connection.close()
                raise
        return connection

    def _rows(self, connection: Connection) -> Checked:
        return self._parts.rows(connection, self._step(counts.of_all(connection)))

    def _indexes(self, connection: Connection) -> Checked:
        return Checked(findings=tuple(self._parts.indexes(connection, self._step(0))))

    def _step(self, total: int) -> Step:
        """Return what is called for each row. total: how many there are, to report; 0 reports nothing."""
        done = 0

        def step() -> None:
            nonlocal done
            done += 1
            if done % _BREATH == 0:
                sleep(_PAUSE)
                self._rest()
            if done % _OFTEN == 0:
                self._verify_wanted()
                if self._progress is not None and total:
                    self._progress(min(done, total), total)

        self._verify_wanted()
        return step

    def _rest(self) -> None:
        """Rest as long as somebody uses the window and no draft waits for the check."""
        while not self._is_quiet and (left := self._rests_until - monotonic()) > 0:
            if self._awaited.wait(left):
                break

    def _verify_wanted(self) -> None:
        if self._stopped.is_set():
            raise CancelledError("the vault was locked before it was checked")


def _joined(rows: Checked, indexes: Checked) -> Checked:
    refusal = rows.refusal or indexes.refusal
    findings = dict.fromkeys((*rows.findings, *indexes.findings))  # both may have read the same fault
    return replace(rows, findings=tuple(findings), refusal=refusal)
