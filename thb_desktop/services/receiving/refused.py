"""Refused: an exhibit that was refused when its package was imported is imported after all.

The container of the package is kept as an exhibit, so the exhibit is taken from there. Large files that lie
beside the container came with the package or not at all: for them the package is brought again. What was
refused and why stays with the row of the exhibit, in its first custody event and in each later receipt.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from thb_desktop.crypto.envelopes.openers import Opener
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import OfficialId, RowId
from thb_desktop.domain.receiving import ReceivedItem, ReceivedPackage
from thb_desktop.domain.rights import Right
from thb_desktop.errors import (
    ChangeUncertainError,
    ContentMissingError,
    NotFoundError,
    NothingCorrectedError,
    OfficeUnknownError,
    PackageAnotherError,
    PackageNotSoundError,
    ReasonMissingError,
    RefusalMissingError,
)
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.case_file.entries import verify_case_not_struck
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.stored_bytes import remove_unrecorded
from thb_desktop.services.receiving.arrival_rows import (
    Arrival,
    file_rows,
    keep_owed_conditions,
    registered,
    sheet_of,
)
from thb_desktop.services.receiving.arrivals import store_file
from thb_desktop.services.receiving.examining import Examined, ForeignExhibit, Known, look_at
from thb_desktop.services.receiving.no_identity import verify_no_identity
from thb_desktop.services.receiving.offices import roots_of, standing_offices
from thb_desktop.services.receiving.taking import Progress, Taken, take
from thb_desktop.vault.content import StoredObject
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterAll:
    """What a person says of exhibits that are imported after they were refused.

    numbers: of the exhibits there. because: why they are imported now. received_by: the official who takes
    them, at this time and place.
    """

    received_id: RowId
    numbers: frozenset[str]
    because: str
    received_by: OfficialId
    at: datetime
    place: str = ""
    late_entry_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is imported after all, as the vault knows it. container: in the store; known: before it came."""

    received: ReceivedPackage
    items: tuple[ReceivedItem, ...]
    container: StoredObject
    known: Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A package that was read again, and the files of the wanted exhibits in the store, by their ids."""

    examined: Examined
    exhibits: tuple[ForeignExhibit, ...]
    files: dict[str, StoredObject]


@permitted(Right.REGISTER_EXHIBITS)
def import_refused(
    session: Session,
    after: AfterAll,
    *,
    package: Path | None = None,
    openers: tuple[Opener, ...] = (),
    progress: Progress | None = None,
) -> tuple[ReceivedItem, ...]:
    """Import exhibits of a package that were refused. package: the package, for files beside its container.

    Raises what `wanted_of`, `fetch` and `record_after_all` raise; then nothing of it stays.
    """
    wanted = wanted_of(session, after)
    return record_after_all(session, after, wanted, fetch(wanted, package, openers, progress=progress))


@permitted(Right.REGISTER_EXHIBITS)
def wanted_of(session: Session, after: AfterAll) -> Wanted:
    """Read what is imported after all. Raises NotFoundError for what was not refused, ReasonMissingError,
    OfficeUnknownError for an office that counts no more, StruckOutError, ContentMissingError.
    """
    session.verify_writable()
    received = registry.RECEIVED_PACKAGE.find(session.read, after.received_id)
    items = registry.RECEIVED_ITEM.where(session.read, "received_id", after.received_id)
    chosen = tuple(each for each in items if each.number in after.numbers and each.exhibit_id is None)
    if received is None or not chosen or len(chosen) != len(after.numbers):
        raise NotFoundError("the package has no exhibit with this number that was refused")
    if is_blank(after.because):
        raise ReasonMissingError("what was refused is imported for a reason")
    verify_case_not_struck(session.read, received.case_id)
    offices, roots = standing_offices(session.read), roots_of(session.read)
    if roots.get(received.office_id) not in {each.sha256 for each in offices}:
        raise OfficeUnknownError("the office of this package counts no more", "")
    files = registry.EXHIBIT_FILE.where(session.read, "exhibit_id", received.exhibit_id)
    kept = next((each for each in files if each.sha256 == received.sha256), None)
    if kept is None:
        raise ContentMissingError("the container of the package is not kept")
    container = StoredObject(object_id=kept.object_id, sha256=kept.sha256, size=kept.size)
    others = tuple(each for each in registry.RECEIVED_PACKAGE.all(session.read) if each.id != received.id)
    known = Known(store=session.vault.content, offices=offices, received=others, roots=roots)
    return Wanted(received=received, items=chosen, container=container, known=known)


def fetch(
    wanted: Wanted,
    package: Path | None = None,
    openers: tuple[Opener, ...] = (),
    *,
    progress: Progress | None = None,
) -> Fetched:
    """Read the package again and store the files of what is wanted; any thread does it, without the database.

    Raises what `take` raises, PackageAnotherError for another package than the one that was received,
    PackageNotSoundError, RefusalMissingError for files that did not come, ContentDamagedError, DiskFullError.
    """
    with _taken(wanted, package, openers, progress) as taken:
        examined = look_at(wanted.known, taken)
        if verdict(examined.findings) is Standing.BROKEN or examined.office is None:
            raise PackageNotSoundError("the package does not hold")
        numbers = {each.number for each in wanted.items}
        chosen = tuple(each for each in examined.exhibits if each.number in numbers)
        if absent := [each.number for each in chosen if each.absent]:
            raise RefusalMissingError("files of these exhibits did not come", tuple(absent))
        files: dict[str, StoredObject] = {}
        with taken.store.batch() as batch, taken.opened() as container:
            for each in chosen:
                for file in each.files:
                    files[file.id] = store_file(batch, container, taken.beside, file)
    return Fetched(examined=examined, exhibits=chosen, files=files)


@contextmanager
def _taken(
    wanted: Wanted, package: Path | None, openers: tuple[Opener, ...], progress: Progress | None
) -> Iterator[Taken]:
    """Give out the kept container, or the package that was brought again, of which large files stay alone."""
    store = wanted.known.store
    if package is None:
        with_key = wanted.received.opened_with
        yield Taken(
            store=store,
            container=wanted.container,
            beside={},
            others=(),
            in_envelope=bool(with_key),
            opened_with=with_key,
        )
        return
    taken = take(store, package, openers, progress=progress)
    beside = {each.object_id for each in taken.beside.values()}
    try:
        if taken.container.sha256 != wanted.received.sha256:
            raise PackageAnotherError("this is not the package that was received")
        yield taken
    except BaseException:
        taken.drop()
        raise
    taken.drop(keep=beside)


@permitted(Right.REGISTER_EXHIBITS)
def correct_refusal(session: Session, received_id: RowId, number: str, because: str) -> ReceivedItem:
    """Say in other words why an exhibit was refused, for instance without the name of somebody who was sealed
    since. The former words stay readable here; the next receipt has the new ones.

    number: of the exhibit there. Raises NotFoundError for one that was not refused, or where several have
    this number, ReasonMissingError, NothingCorrectedError, NameInNoticeError, StruckOutError.
    """
    received = registry.RECEIVED_PACKAGE.find(session.read, received_id)
    items = registry.RECEIVED_ITEM.where(session.read, "received_id", received_id)
    named = [each for each in items if each.number == number and each.refused_because]
    if received is None or len(named) != 1:
        raise NotFoundError("the package has no exhibit with this number that was refused")
    (item,) = named
    if is_blank(because):
        raise ReasonMissingError("an exhibit is refused for a reason")
    if because.strip() == item.refused_because:
        raise NothingCorrectedError("the reason is the same")
    verify_case_not_struck(session.read, received.case_id)
    verify_no_identity(session, received.case_id, because)
    corrected = replace(
        item, refused_because=because.strip(), formerly=(*item.formerly, item.refused_because)
    )
    with session.work() as work:
        work.save(corrected)
        work.record(received.id, VaultAction.REFUSAL_CORRECTED, f"{received.number}: {item.number}")
    return corrected


@permitted(Right.REGISTER_EXHIBITS)
def record_after_all(
    session: Session, after: AfterAll, wanted: Wanted, fetched: Fetched
) -> tuple[ReceivedItem, ...]:
    """Record exhibits whose files are stored: each with its files and its first event, in one act.

    A condition of use that no longer stands with the package as it came is kept with its exhibit. Raises
    AlreadyExistsError for a number that the case has, NotAllowedError for such a condition that the user may
    not enter, and what `register_exhibit` raises; then what was stored is removed, also of files that nobody
    wanted.
    """
    kept = {each.object_id for each in fetched.files.values()}
    spare = [each for each in fetched.examined.taken.beside.values() if each.object_id not in kept]
    try:
        done = _recorded(session, after, wanted, fetched)
    except ChangeUncertainError:
        raise
    except BaseException:
        remove_unrecorded(session.read, session.vault.content, [*fetched.files.values(), *spare])
        raise
    remove_unrecorded(session.read, session.vault.content, spare)
    return done


def _recorded(
    session: Session, after: AfterAll, wanted: Wanted, fetched: Fetched
) -> tuple[ReceivedItem, ...]:
    received, sheet = wanted.received, sheet_of(fetched.examined)
    with session.work() as work:
        holder = registry.EXHIBIT.find(work.connection, received.exhibit_id)
        if holder is None:
            raise NotFoundError("there is no such package in this vault")
        arrival = Arrival(
            case_id=received.case_id,
            number=holder.number,
            received_by=after.received_by,
            at=after.at,
            place=after.place,
            instrument_id=holder.instrument_id,
            late_entry_reason=after.late_entry_reason,
        )
        items = {each.foreign_id: each for each in wanted.items}
        done: list[ReceivedItem] = []
        for each in fetched.exhibits:
            item = items[each.id]
            told = f"{item.refused_because} \u2192 {after.because.strip()}"
            exhibit = registered(work, fetched.examined, arrival, each, holder.id, because=told)
            if keep_owed_conditions(work, fetched.examined, arrival, each, exhibit):
                session.require(Right.EDIT_CASE)
            rows = file_rows(work, exhibit, each, fetched.files)
            work.record_each([*rows], VaultAction.FILE_ADDED)
            done.append(replace(item, exhibit_id=exhibit))
        work.save(*done)
        numbers = ", ".join(each.number for each in done)
        work.record(received.id, VaultAction.REFUSED_IMPORTED, f"{sheet.number}: {numbers}")
    return tuple(done)
