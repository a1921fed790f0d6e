"""Readings: stored bytes are read again and compared with their digests; quarantine of what differs."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Event

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.content_digests import content_digest
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_corrected import corrected
from thb_desktop.domain.digest_lists import DigestList
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import ExhibitId, FileId, RowId
from thb_desktop.domain.leaving import LeavingBar
from thb_desktop.domain.natural_order import natural
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segments_of_images import images_among
from thb_desktop.domain.stated_values import values_to_compare
from thb_desktop.domain.vocabulary import BarKind, CustodyAction, VerificationResult
from thb_desktop.errors import (
    CancelledError,
    ContentDamagedError,
    ContentMissingError,
    ContentNotReadError,
    NotFoundError,
    SourceChangedError,
)
from thb_desktop.services.core.erasures import verify_kept
from thb_desktop.services.core.leaving_bars import own_bars
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.standing_files import standing_files, verify_file_stands
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.evidence.capture_digests import CaptureCheck, check_captures
from thb_desktop.services.evidence.custody_acts import Act, append_event
from thb_desktop.services.evidence.exhibit_lookup import standing_exhibit
from thb_desktop.services.evidence.image_digests import ImageCheck, check_images
from thb_desktop.services.evidence.stated_digests import Comparing, StatedCheck
from thb_desktop.vault.content import ContentStore, StoredObject
from thb_desktop.vault.tables import registry

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes expected."""
_MOST_TOLD = 20
"""Events of files that differ; in an exhibit of thousands, the first ones tell enough."""


class Reading:
    """Reads stored files of one exhibit whole, without using the database. It is recorded once it has run.

    is_whole: whether these are all files of the exhibit.
    """

    def __init__(
        self,
        content: ContentStore,
        exhibit_id: ExhibitId,
        files: Sequence[ExhibitFile],
        *,
        is_whole: bool,
        stated: Sequence[str] = (),
    ) -> None:
        """stated: values of other algorithms that people stated of the content, to be compared with it."""
        self.exhibit_id, self.is_whole = exhibit_id, is_whole
        self.files = tuple(sorted(files, key=lambda each: natural(each.name)) if stated else files)
        self._content, self._comparing = content, Comparing(stated)
        self._differ: tuple[ExhibitFile, ...] | None = None
        self.images: tuple[ImageCheck, ...] = ()
        """What came of comparing the forensic images among the files with what they state."""
        self.captures: tuple[CaptureCheck, ...] = ()
        """What came of comparing the captures of the web among them with what they state."""
        self.stated: tuple[StatedCheck, ...] = ()
        """What came of comparing what people stated of the content."""
        self.is_stopped = False
        """Whether the work was stopped after the files were read, before each of these was compared."""

    def run(
        self, *, progress: Progress | None = None, cancelled: Event | None = None
    ) -> tuple[ExhibitFile, ...]:
        """Read each file; return those that are missing or not as recorded. Of the others, images and
        captures are compared with what they state; a stop ends that, and what was read is recorded. Raises
        CancelledError for a stop before every file is read.
        """
        differ, before = list[ExhibitFile](), 0
        total = sum(each.size for each in self.files)

        def report(done: int, expected: int) -> None:
            if progress is not None:
                progress(before + done, max(total, before + expected))

        for file in self.files:
            try:
                self._verify(file, report, cancelled)
            except (ContentDamagedError, ContentMissingError):
                differ.append(file)
            before += file.size
        self._differ = tuple(differ)
        odd = {each.id for each in differ}
        agree = [each for each in self.files if each.id not in odd]
        reached = 0

        def report_on(done: int, expected: int) -> None:
            nonlocal reached
            reached = done
            report(done, expected)

        try:
            for image in check_images(self._content, agree, progress=report_on, cancelled=cancelled):
                self.images += (image,)
            before += reached
            for capture in check_captures(self._content, agree, progress=report, cancelled=cancelled):
                self.captures += (capture,)
        except CancelledError:
            self.is_stopped = True
        else:
            self.stated = () if differ else self._compared_with_stated()
        return self._differ

    def _verify(self, file: ExhibitFile, progress: Progress, cancelled: Event | None) -> None:
        """Read a file whole, for what people stated too. Raises ContentDamagedError, ContentMissingError,
        CancelledError.
        """
        stored = StoredObject(object_id=file.object_id, size=file.size, sha256=file.sha256)
        if not self._comparing:
            self._content.verify(stored, progress=progress, cancelled=cancelled)
            return
        done = 0
        for piece in self._content.pieces(stored):
            if cancelled is not None and cancelled.is_set():
                raise CancelledError("the work was stopped")
            self._comparing.take(piece)
            done += len(piece)
            progress(done, file.size)
        self._comparing.end_file()

    def _compared_with_stated(self) -> tuple[StatedCheck, ...]:
        """What is stated of a forensic image is stated of the data in it: of one that was not compared, or
        that has other data than that, nothing is said.
        """
        in_images = {each.found for each in self.images if each.is_compared}
        checks = (each for each in self._comparing.checks() if each.value not in in_images)
        has_images = bool(images_among(each.name for each in self.files))
        return tuple(each for each in checks if each.agrees or not has_images)

    @property
    def has_other_data(self) -> bool:
        """Whether the data of an image, or what is in a capture, were compared and are not as it states, or a
        value that somebody stated of the content is not that of it.
        """
        odd_image = any(each.is_compared and not each.agrees for each in self.images)
        odd_capture = any(each.is_compared and not each.agrees for each in self.captures)
        return odd_image or odd_capture or any(not each.agrees for each in self.stated)

    @property
    def differ(self) -> tuple[ExhibitFile, ...]:
        """What was found. Raises ContentNotReadError before the end of `run`."""
        if self._differ is None:
            raise ContentNotReadError("the files were not read to their end")
        return self._differ


@permitted(Right.RECORD_CUSTODY)
def begin_reading(session: Session, exhibit_id: ExhibitId) -> Reading:
    """Prepare to read all files of an exhibit, in another thread if it takes long, before `record_reading`.

    Raises StruckOutError, ErasedError, NotFoundError for an exhibit without files.
    """
    standing_exhibit(session.read, exhibit_id)
    files = standing_files(session.read, exhibit_id)
    if not files:
        raise NotFoundError("the exhibit has no file in this vault")
    verify_kept(session.read, files[0])
    entered = corrected(registry.CUSTODY_EVENT.where(session.read, "exhibit_id", exhibit_id))
    stated = values_to_compare(entered, files)
    return Reading(session.vault.content, exhibit_id, files, is_whole=True, stated=stated)


@permitted(Right.RECORD_CUSTODY)
def begin_check(session: Session, file_id: FileId) -> Reading:
    """Prepare to read one file, as `begin_reading` does."""
    file = registry.EXHIBIT_FILE.find(session.read, file_id)
    if file is None:
        raise NotFoundError("there is no such file in this vault")
    verify_file_stands(file)
    standing_exhibit(session.read, file.exhibit_id)
    verify_kept(session.read, file)
    return Reading(session.vault.content, file.exhibit_id, [file], is_whole=False)


@permitted(Right.RECORD_CUSTODY, logs=Consulted.CUSTODY)
def record_reading(session: Session, reading: Reading, act: Act) -> tuple[CustodyEvent, ...]:
    """Record what a reading found: one event if all agrees, else one of each file that differs; then one of
    each forensic image that was compared with what it states of its data, and of each value of another
    algorithm that somebody stated of the content. What a capture states is recorded
    with the first one, as lists of digests of others are.

    What differs puts the exhibit in quarantine (V-E-04): neither it nor what derives from it leaves until
    somebody who may release bundles decides, with a reason (`leaving.lift_bar`). Raises ContentNotReadError,
    StruckOutError, ErasedError, SourceChangedError if files were added, withdrawn or reinstated meanwhile.
    """
    differ = reading.differ
    standing_exhibit(session.read, reading.exhibit_id)
    files = standing_files(session.read, reading.exhibit_id)
    verify_kept(session.read, reading.files[0])
    read, now = {each.id for each in reading.files}, {each.id for each in files}
    if not read <= now or (reading.is_whole and read != now):
        raise SourceChangedError("the files of the exhibit changed while they were read; read them again")
    with session.work() as work:
        work.save(*(_stated(work, session, each) for each in reading.captures))
        if not differ:
            whole = content_digest(reading.files)
            events = [_read(work, reading, act, whole, agrees=True)]
        else:
            events = [_read(work, reading, act, each.sha256, agrees=False) for each in differ[:_MOST_TOLD]]
            _quarantine(work, session, reading.exhibit_id, act.reason)
        compared = [each for each in reading.images if each.is_compared]
        events += [_compared(work, reading, act, each) for each in compared[:_MOST_TOLD]]
        events += [_compared_value(work, reading, act, each) for each in reading.stated[:_MOST_TOLD]]
    return tuple(events)


def _stated(work: UnitOfWork, session: Session, capture: CaptureCheck) -> DigestList:
    """Return what a capture states of its records and files, and what of it agrees; or why nothing was
    compared. Its file is named by its digest alone (`digest_lists.with_names`).
    """
    told = capture.told
    return DigestList(
        id=RowId(work.new_id()),
        run_id=RowId(capture.file.exhibit_id),
        exhibit_id=capture.file.exhibit_id,
        name=capture.file.sha256,
        sha256=capture.file.sha256,
        named=told.named if told else 0,
        agree=told.agree if told else 0,
        differ=told.differ if told else (),
        missing=told.missing if told else (),
        unnamed=told.unnamed if told else (),
        not_compared=told.not_judged if told else (),
        by=session.user.id,
        at=work.at,
        because=capture.because,
    )


def _compared(work: UnitOfWork, reading: Reading, act: Act, image: ImageCheck) -> CustodyEvent:
    """Record what an image states of its data, and whether that is their digest. Its file is named by its
    digest alone: the event stays as it is, and a file may be withdrawn.
    """
    first = image.files[0]
    told = replace(
        act,
        sha256=first.sha256,
        weak_digest=image.stated,
        note="" if image.agrees else image.found,
    )
    return _verified(work, reading.exhibit_id, told, agrees=image.agrees, files=len(image.files))


def _compared_value(work: UnitOfWork, reading: Reading, act: Act, check: StatedCheck) -> CustodyEvent:
    """Record whether a value that somebody stated is that of the content."""
    told = replace(
        act,
        sha256=content_digest(reading.files),
        weak_digest=check.value,
        note=check.found,
    )
    return _verified(work, reading.exhibit_id, told, agrees=check.agrees, files=len(reading.files))


def _read(work: UnitOfWork, reading: Reading, act: Act, digest: str, *, agrees: bool) -> CustodyEvent:
    told = replace(act, sha256=digest)
    return _verified(work, reading.exhibit_id, told, agrees=agrees, files=len(reading.files))


def _verified(
    work: UnitOfWork, exhibit_id: ExhibitId, told: Act, *, agrees: bool, files: int
) -> CustodyEvent:
    result = VerificationResult.MATCH if agrees else VerificationResult.MISMATCH
    act = replace(told, action=CustodyAction.VERIFIED)
    event = append_event(work, exhibit_id, act, result=result, files_read=files)
    work.record(exhibit_id, event.action, event.reason)
    return event


def _quarantine(work: UnitOfWork, session: Session, exhibit_id: ExhibitId, reason: str) -> None:
    if any(each.kind is BarKind.QUARANTINE for each in own_bars(work.connection, exhibit_id)):
        return
    bar = LeavingBar(
        id=RowId(work.new_id()),
        exhibit_id=exhibit_id,
        kind=BarKind.QUARANTINE,
        reason=reason.strip(),
        by=session.user.id,
        at=work.at,
    )
    work.save(bar)
    work.record(bar.id, VaultAction.LEAVING_BARRED, bar.reason)
