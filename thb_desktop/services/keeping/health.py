"""Health: the complete check of everything that a vault guarantees."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from threading import Event

from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.people import User
from thb_desktop.domain.rights import Right
from thb_desktop.errors import (
    CancelledError,
    ContentDamagedError,
    ContentMissingError,
    FormatError,
    StorageError,
)
from thb_desktop.findings import Finding, Standing, Where, broken, holds, unknown, verdict
from thb_desktop.ledger.chain import check_chain
from thb_desktop.ledger.faults import Fault
from thb_desktop.ledger.statement import gather_keys
from thb_desktop.services.core.certification_checks import check_certifications
from thb_desktop.services.core.compartment_holders import is_renewal_due, is_unsigned
from thb_desktop.services.core.compartments import filled_compartments, holders_in
from thb_desktop.services.core.consultation_checks import check_journal
from thb_desktop.services.core.grants_opened import check_grants
from thb_desktop.services.core.keys import session_certificates, stored_certificates
from thb_desktop.services.core.linguists import check_language_work
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.packs import check_packs
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.printed_copies import check_copies
from thb_desktop.services.core.recorded_ways import check_ways
from thb_desktop.services.core.renewals import check_renewals
from thb_desktop.services.core.resealed import check_resealed
from thb_desktop.services.core.rollback_checks import REMEMBERED, ROLLED_BACK, remembered_marks
from thb_desktop.services.core.schema_checks import check_counted, check_rebuilt, check_schema
from thb_desktop.services.core.sealed_beside import check_beside
from thb_desktop.services.core.sealed_readable import check_readable
from thb_desktop.services.core.sealed_uses import check_uses
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.signers import check_misfiled, check_sessions, check_unagreed
from thb_desktop.services.core.unlock_checks import check_users
from thb_desktop.services.core.user_certification import certified_keys
from thb_desktop.services.keeping.backups import exhibit_names
from thb_desktop.services.keeping.chain_beside import checking_beside
from thb_desktop.services.keeping.chain_worker import Keys
from thb_desktop.services.keeping.entry_pass import EntryPass, reading_entries
from thb_desktop.services.keeping.kept_checks import check_erased, check_keys, check_orphans, check_receipts
from thb_desktop.services.keeping.number_checks import check_numbers
from thb_desktop.services.keeping.received_checks import check_received
from thb_desktop.services.keeping.surroundings import check_surroundings
from thb_desktop.services.messages.kept_messages import check_messages
from thb_desktop.services.searching.index import discard
from thb_desktop.vault.content import StoredObject
from thb_desktop.vault.database import database_medium
from thb_desktop.vault.system import medium
from thb_desktop.vault.tables import chain, counts, registry

Progress = Callable[[int, int], None]
_OFTEN = 500
"""Entries between two reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthReport:
    """The findings in the vault, those about its surroundings, and how much was read.

    Only the findings in the vault decide the verdict; its surroundings are for information.
    """

    findings: tuple[Finding, ...]
    surroundings: tuple[Finding, ...]
    files_checked: int
    bytes_checked: int


@permitted(Right.CHECK_HEALTH)
def check_vault(
    session: Session, progress: Progress | None = None, cancelled: Event | None = None
) -> HealthReport:
    """Check structure, event chain, tables against the chain, and the digest of every stored file.

    progress: bytes of files done and to do. Raises CancelledError, and StorageError if the medium fails;
    faults of the vault are findings, not errors.
    """
    check = Check(session, progress, cancelled)
    check.go_on()
    return end_check(session, check)


@permitted(Right.CHECK_HEALTH)
def begin_check(
    session: Session, progress: Progress | None = None, cancelled: Event | None = None
) -> "Check":
    """Begin a check that another thread goes on with, in a copy of the database as it is now.

    Pages and structure are checked at once, while nobody writes. A database that is damaged there is not
    copied, and all of it is checked at once. Arguments and errors are those of `check_vault`.
    """
    check = Check(session, progress, cancelled)
    check.take_structure()
    if verdict(check.findings) is Standing.BROKEN:
        check.go_on()
    else:
        check.read_copy(session.copied())
    return check


@permitted(Right.CHECK_HEALTH)
def end_check(session: Session, check: "Check") -> HealthReport:
    """What was found, with what lies in the content folder now; a file that was erased meanwhile is none.

    The search index, which nothing proves, is rebuilt by the next search.
    """
    gone = counts.erased_objects(session.read)
    named = registry.EXHIBIT_FILE.all(session.read)
    faults = [finding for object_id, finding in check.faults if object_id not in gone]
    with medium(), database_medium():
        findings = (
            *check.findings,
            *(faults or (holds("content.files", count=len(check.files)),)),
            *check_erased(session.vault, sum(file.object_id in gone for file in named)),
            *check_orphans(session.vault, named),
            *check_keys(session),
            *_check_ways(session),
        )
    if session.keeps_drafts:
        # A medium without room costs the check nothing: the index stays, until a later check.
        with suppress(StorageError):
            discard(session)
    return HealthReport(
        findings=findings,
        surroundings=check.surroundings,
        files_checked=len(check.files),
        bytes_checked=sum(file.size for file in check.files),
    )


class Check:
    """A check under way. findings: of all but the stored files; faults: of these, by their object.

    The pages and the structure of the database are read in a thread, by connections of their own.
    """

    def __init__(self, session: Session, progress: Progress | None, cancelled: Event | None) -> None:
        gone = counts.erased_objects(session.read)
        self.files = tuple(
            file for file in registry.EXHIBIT_FILE.all(session.read) if file.object_id not in gone
        )
        self.faults: list[tuple[str, Finding]] = []
        self.surroundings: tuple[Finding, ...] = ()
        self._watch = _Watch(sum(file.size for file in self.files), progress, cancelled)
        self._session = session
        self._is_copy = self._is_done = self._has_structure = False
        self.findings: list[Finding] = []
        thread = ThreadPoolExecutor(1, thread_name_prefix="structure")
        self._pages = thread.submit(session.vault.check_database)
        thread.shutdown(wait=False)

    def take_structure(self) -> None:
        """Wait for what the thread finds, which comes first."""
        if not self._has_structure:
            with medium(), database_medium():
                self.findings[:0] = _check_structure(self._session, self._pages.result())
            self._has_structure = True

    def read_copy(self, copied: Session) -> None:
        """Go on in this copy, which is closed once that is done."""
        self._session, self._is_copy = copied, True

    def go_on(self) -> None:
        """Check all that takes long, once; raises CancelledError, and StorageError where the medium fails."""
        if self._is_done:
            return
        self._is_done = True
        try:
            with medium(), database_medium():
                self._go_on(self._session)
            self.take_structure()
        finally:
            self._pages.exception()
            if self._is_copy:
                self._session.vault.connection.close()

    def _go_on(self, session: Session) -> None:
        root = root_certificate(session.office_record)
        with reading_entries(session.read, session.vault_id, root, self._watch.step) as entries:
            self.findings += _check_chain(session, entries)
            tables = list(_check_tables(entries))
        self.findings += _check_remembered(session)
        self.findings += _check_consultations(session)
        self.findings += check_users(session.read, session.vault_id, root)
        self.findings += check_schema(session.read, session.office_record)
        self.findings += check_counted(session.read)
        self.findings += entries.deeds or (holds("deeds"),)
        self.findings += check_certifications(session.read, session.vault_id, root)
        self.findings += check_language_work(session.read, session.vault_id, root)
        self.findings += check_copies(
            session.read, (each.id for each in registry.INTERVIEW.all(session.read))
        )
        self.findings += (*_check_compartments(session), *check_grants(session), *_check_resealed(session))
        self.findings += (*check_beside(session), *check_uses(session), *check_readable(session))
        self.findings += check_renewals(session.read, at=session.clock.read().at)
        self.findings += (
            *check_packs(session.read),
            *check_receipts(session.read),
            *check_messages(session.read),
            *check_received(session),
        )
        self.findings += check_numbers(session.read, session.clock.read().at)
        self.findings += tables
        self._watch.report(0)
        self.faults += _check_files(session, self.files, self._watch)
        self.surroundings = check_surroundings(session, moves=entries.moves)


@dataclass(slots=True)
class _Watch:
    total: int
    progress: Progress | None
    cancelled: Event | None
    done: int = 0
    _steps: int = 0

    def step(self) -> None:
        """Report now and then, while entries are read."""
        self._steps += 1
        if self._steps % _OFTEN == 0:
            self.report(0)

    def report(self, within: int) -> None:
        if self.cancelled is not None and self.cancelled.is_set():
            raise CancelledError("the check was stopped")
        if self.progress is not None:
            self.progress(self.done + within, self.total)


def _check_structure(session: Session, wrong: tuple[str, ...]) -> Iterator[Finding]:
    for text in wrong:
        yield broken("database.damaged", detail=text)
    if not wrong:
        yield holds("database.whole")
    if strangers := session.vault.layout.strangers():
        yield unknown("strangers", count=strangers)
    if beside := session.vault.layout.beside():
        yield unknown("left-beside", count=len(beside))


def _check_chain(session: Session, entries: EntryPass) -> Iterator[Finding]:
    users, issued = registry.USER.all(session.read), stored_certificates(session.read)
    root = root_certificate(session.office_record)
    certified = certified_keys(session_certificates(session.read), root)
    if sum(map(len, certified_keys(issued, root).values())) == len(issued):
        yield holds("certificates.issued")
    else:
        yield broken("certificates.foreign")
    ring, _ = gather_keys(
        chain.statements(session.read),
        vault=session.vault_id,
        certified=certified,
        verify_signature=verify_signature,
    )
    yield from check_sessions(session.read, ring.sessions.values())
    yield from check_misfiled(session.read)
    yield from check_unagreed(session.read)
    faults = _faults_of(session, entries, certified)
    yield from _check_roles(session, users)
    told = {finding.code for finding in session.opening.findings}
    for fault in faults:
        if fault.code == ROLLED_BACK and ROLLED_BACK in told:
            continue  # the unlock reported it already, and by how much
        yield fault.found()
    if not faults:
        size = session.journal.size
        yield holds("chain.whole", size=size)


def _faults_of(
    session: Session, entries: EntryPass, certified: Mapping[str, Collection[bytes]]
) -> tuple[Fault, ...]:
    """Check the chain, a long one beside; here only what that does not find whole, to name each fault."""
    keys = Keys(
        vault=session.vault_id,
        statements=chain.statements(session.read),
        certified=certified,
        marks=remembered_marks(session.heads),
    )
    with checking_beside(session.read, keys) as beside:
        if beside is not None:
            for signed in entries.entries():
                beside.take(signed)
            if beside.holds() and entries.is_bound:
                return ()
    return check_chain(
        entries.entries(),
        vault=keys.vault,
        statements=keys.statements,
        certified=keys.certified,
        heads=chain.each_head(session.read),
        marks=keys.marks,
        verify_signature=verify_signature,
        opening_of=entries.opening_of,
    )


def _check_consultations(session: Session) -> Iterator[Finding]:
    certified = certified_keys(session_certificates(session.read), root_certificate(session.office_record))
    return check_journal(session.read, vault_id=session.vault_id, certified=certified)


def _check_remembered(session: Session) -> Iterator[Finding]:
    """Return what the unlock found against this computer's memory; it stays until somebody explains it."""
    return (finding for finding in session.opening.findings if finding.code in REMEMBERED)


def _check_roles(session: Session, users: Sequence[User]) -> Iterator[Finding]:
    """A signer states their own role; the table of users says whether they have it."""
    held = {(user.id, user.role.value) for user in users}
    for place, signed in enumerate(chain.statements(session.read), start=1):
        try:
            statement = signed.parsed()
        except FormatError:
            continue  # it is already a fault of the chain
        if (statement.agent, statement.role) not in held:
            yield broken("role-not-held", where=Where(kind="statement", first=place, last=place))


def _check_ways(session: Session) -> Iterator[Finding]:
    """Compare the keyslots with those recorded; of an older header, the unlock says that it is one."""
    office = session.office_record
    if session.vault.epoch >= office.header_epoch:
        yield from check_ways(registry.USER.all(session.read), office.keyslots, session.vault.slots)


def _check_compartments(session: Session) -> Iterator[Finding]:
    """Check that an active user can open what is sealed separately, and that nobody else has its key."""
    for compartment in filled_compartments(session.read):
        if not holders_in(session, compartment):
            yield broken("compartment-without-holder", compartment=compartment)
    for version in registry.COMPARTMENT_VERSION.all(session.read):
        if is_unsigned(session.read, version.compartment):
            yield unknown("compartment-unsigned", compartment=version.compartment)
        elif is_renewal_due(session.read, version):
            yield unknown("compartment-renewal-due", compartment=version.compartment)


def _check_resealed(session: Session) -> Iterator[Finding]:
    return check_resealed(session, size=session.journal.size)


def _check_tables(entries: EntryPass) -> Iterator[Finding]:
    """Compare the tables with what the entries tell, and tell of acts that did not keep to their rows."""
    rebuilt = entries.rebuilt()
    yield from entries.rows
    yield from check_rebuilt(rebuilt)
    if not (rebuilt.stray or rebuilt.differing or rebuilt.erased) and rebuilt.is_indexed:
        yield holds("tables.rebuilt", count=rebuilt.events)


def _check_files(
    session: Session, files: tuple[ExhibitFile, ...], watch: _Watch
) -> Iterator[tuple[str, Finding]]:
    names = exhibit_names(session.read)
    for file in files:
        stored = StoredObject(object_id=file.object_id, size=file.size, sha256=file.sha256)
        try:
            session.vault.content.verify(
                stored, progress=lambda done, _: watch.report(done), cancelled=watch.cancelled
            )
        except ContentMissingError:
            yield file.object_id, broken("content-missing.vault", names[file.object_id])
        except ContentDamagedError:
            yield file.object_id, broken("content-damaged.vault", names[file.object_id])
        watch.done += file.size
        watch.report(0)
