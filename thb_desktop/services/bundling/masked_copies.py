"""Masked copies: of a file in a version, what may leave of it, with masked pixels and metadata gone.

A confined process gives pixels; rectangles are painted and the copy is encoded here, so that no byte of the
file reaches it. The copy is read again before it is kept, as a derived exhibit of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.anchors import AnchorKind
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.disclosure import Disclosure, Redaction
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import DisclosureId, ExhibitId, FileId, ObjectId, RowId
from thb_desktop.domain.masked_copy import MaskedCopy, current, in_the_file
from thb_desktop.domain.natural_order import natural
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import CustodyAction, ExhibitKind, Originality
from thb_desktop.errors import (
    ChangeUncertainError,
    CopyStaleError,
    DocumentIsRecordingError,
    NotFoundError,
    NothingMaskedError,
)
from thb_desktop.services.bundling.copy_making import CopyToMake, FileToDraw, LaidCopy, titles_of
from thb_desktop.services.bundling.redactions import redactions_of
from thb_desktop.services.case_file.entries import verify_enterable
from thb_desktop.services.core.erasures import verify_kept
from thb_desktop.services.core.leaving_bars import verify_file_shown
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.standing_files import standing_among, verify_file_stands
from thb_desktop.services.core.stored_bytes import remove_unrecorded
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.evidence.custody_acts import Act, append_event
from thb_desktop.services.evidence.exhibit_lookup import standing_exhibit
from thb_desktop.vault.batch import StoredObject
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import counts, lists, registry


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCopy:
    """A copy with its exhibit. counts: whether the version shows it; otherwise it is superseded."""

    copy: MaskedCopy
    exhibit: Exhibit
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FileInVersion:
    """A file of an exhibit in a version. number: of the exhibit. redactions: of its content and metadata.
    copy: the number of the exhibit that leaves in its place; empty if there is none.
    """

    number: str
    file: ExhibitFile
    redactions: tuple[Redaction, ...] = ()
    copy: str = ""


@permitted(Right.PREPARE_BUNDLES)
def gather_copy(session: Session, disclosure_id: DisclosureId, file_id: FileId) -> CopyToMake:
    """Read what a copy is made of. `lay_out_copy` makes it, `keep_copy` keeps it.

    Raises NotFoundError for a file that is not in the version, NothingMaskedError, MaterialNotShownError for
    abuse material, DocumentIsRecordingError for a stretch of a recording, StruckOutError, ErasureDueError.
    """
    source = verify_drawable(session, disclosure_id, file_id)
    redactions = in_the_file(redactions_of(session.read, disclosure_id), file_id)
    if not redactions:
        raise NothingMaskedError("nothing is masked in this file")
    if any(each.anchor.kind is AnchorKind.TIME for each in redactions):
        raise DocumentIsRecordingError("of a recording no masked copy is made")
    case = registry.CASE_FILE.find(session.read, source.exhibit.case_id)
    return CopyToMake(
        disclosure_id=disclosure_id,
        source=source,
        redactions=redactions,
        language=case.language if case else "",
    )


@permitted(Right.PREPARE_BUNDLES)
def verify_drawable(session: Session, disclosure_id: DisclosureId, file_id: FileId) -> FileToDraw:
    """Return a file of a version whose pages may be shown. It is in the log of consultations.

    Raises NotFoundError, MaterialNotShownError for abuse material, StruckOutError, ErasureDueError.
    """
    session.require(Right.OPEN_FILES)
    exhibit, file = _file_in(session, disclosure_id, file_id)
    session.consulted(Consulted.FILE, file.id)
    return FileToDraw(exhibit=exhibit, file=file, store=session.vault.content)


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def list_files(session: Session, disclosure_id: DisclosureId) -> tuple[FileInVersion, ...]:
    """List the files of the exhibits of a version, with what is masked in them. Raises NotFoundError."""
    disclosure = registry.DISCLOSURE.find(session.read, disclosure_id)
    if disclosure is None:
        raise NotFoundError("there is no such version in this vault")
    exhibits = registry.EXHIBIT.among(session.read, "id", disclosure.exhibit_ids)
    files = standing_among(session.read, disclosure.exhibit_ids)
    numbers = {each.id: each.number for each in exhibits if not each.struck}
    redactions, copies = redactions_of(session.read, disclosure_id), copies_in(session.read, disclosure_id)
    made = {
        each.id: each.number
        for each in registry.EXHIBIT.among(session.read, "id", [each.exhibit_id for each in copies.values()])
    }
    return tuple(
        FileInVersion(
            number=numbers[each.exhibit_id],
            file=each,
            redactions=in_the_file(redactions, each.id),
            copy=made[copies[each.id].exhibit_id] if each.id in copies else "",
        )
        for each in sorted(files, key=lambda each: (natural(numbers.get(each.exhibit_id, "")), each.name))
        if each.exhibit_id in numbers
    )


@permitted(Right.PREPARE_BUNDLES)
def keep_copy(session: Session, laid: LaidCopy) -> MaskedCopy:
    """Keep a copy that a person looked at: a derived exhibit, the custody of both, and what it is.

    Raises CopyStaleError if what is masked changed since, and what `gather_copy` raises.
    """
    making = laid.of
    exhibit, file = _file_in(session, making.disclosure_id, making.file.id)
    now = in_the_file(redactions_of(session.read, making.disclosure_id), file.id)
    if {each.id for each in now} != {each.id for each in making.redactions}:
        raise CopyStaleError("what is masked in the file changed since its copy was laid out")
    with session.vault.content.batch() as batch:
        stored = batch.add(BytesIO(laid.data))
        try:
            with batch.keeping() as kept_by_medium, session.work() as work:
                made = _recorded(session, work, laid, exhibit, stored)
                kept_by_medium()
        except ChangeUncertainError:
            raise  # its row may exist
        except BaseException:
            remove_unrecorded(session.read, session.vault.content, (stored,))
            raise
    return made


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def list_copies(session: Session, disclosure_id: DisclosureId) -> tuple[ListedCopy, ...]:
    """List the copies that were made for a version, in the order of entry."""
    copies = registry.MASKED_COPY.where(session.read, "disclosure_id", disclosure_id)
    exhibits = {
        each.id: each
        for each in registry.EXHIBIT.among(session.read, "id", [each.exhibit_id for each in copies])
    }
    counting = {each.id for each in copies_in(session.read, disclosure_id).values()}
    return tuple(
        ListedCopy(copy=each, exhibit=exhibits[each.exhibit_id], counts=each.id in counting)
        for each in copies
    )


def copies_in(connection: Connection, disclosure_id: DisclosureId) -> Mapping[FileId, MaskedCopy]:
    """Return the copy of each file that a version shows in its place. A superseded one is not among them."""
    copies = registry.MASKED_COPY.where(connection, "disclosure_id", disclosure_id)
    found = current(copies, redactions_of(connection, disclosure_id) if copies else ())
    return {file: each for file, each in found.items() if _stands(connection, each.exhibit_id)}


def _stands(connection: Connection, exhibit_id: ExhibitId) -> bool:
    exhibit = registry.EXHIBIT.find(connection, exhibit_id)
    return exhibit is not None and not exhibit.struck and not counts.is_erased(connection, exhibit_id)


def _file_in(session: Session, disclosure_id: DisclosureId, file_id: FileId) -> tuple[Exhibit, ExhibitFile]:
    disclosure: Disclosure | None = registry.DISCLOSURE.find(session.read, disclosure_id)
    file = registry.EXHIBIT_FILE.find(session.read, file_id)
    if disclosure is None or file is None or file.exhibit_id not in disclosure.exhibit_ids:
        raise NotFoundError("this is not in the version")
    verify_file_stands(file)
    exhibit = standing_exhibit(session.read, file.exhibit_id)
    verify_kept(session.read, file)
    verify_file_shown(session.read, file)
    return exhibit, file


def _recorded(
    session: Session, work: UnitOfWork, laid: LaidCopy, whole: Exhibit, stored: StoredObject
) -> MaskedCopy:
    """Record the derived exhibit, its file, the custody event of the original, and the copy."""
    making = laid.of
    reasons = "; ".join(dict.fromkeys(f"{each.reason}: {each.ordered_by}" for each in making.redactions))
    orders = "; ".join(dict.fromkeys(each.ordered_by for each in making.redactions))
    derived = _derived(session, work, whole, making.language)
    verify_enterable(work.connection, derived)
    act = Act(
        action=CustodyAction.COPIED,
        occurred_at=work.at,
        actor=session.user.name,
        reason=reasons,
        sha256=stored.sha256,
        note=f"{whole.number} > {derived.number}",
    )
    work.save(derived)
    append_event(work, derived.id, act)
    work.record(derived.id, act.action, act.reason)
    file = ExhibitFile(
        id=FileId(work.new_id()),
        exhibit_id=derived.id,
        name=f"{derived.number}{laid.suffix}".replace("/", "-").replace("\\", "-"),
        media_type=laid.media_type,
        size=stored.size,
        sha256=stored.sha256,
        object_id=ObjectId(stored.object_id),
        added_at=work.at,
    )
    work.save(file)
    work.record(file.id, VaultAction.FILE_ADDED)
    append_event(work, whole.id, replace(act, action=CustodyAction.REDACTED, sha256="", document=orders))
    work.record(whole.id, CustodyAction.REDACTED, act.reason)
    made = MaskedCopy(
        id=RowId(work.new_id()),
        disclosure_id=making.disclosure_id,
        file_id=making.file.id,
        exhibit_id=derived.id,
        copy_id=file.id,
        redaction_ids=tuple(each.id for each in making.redactions),
        pages=laid.pages,
        dots=laid.dots,
        made_by=session.user.id,
        at=work.at,
    )
    work.save(made)
    work.record(making.disclosure_id, VaultAction.MASKED_COPY_MADE, act.reason)
    return made


def _derived(session: Session, work: UnitOfWork, whole: Exhibit, language: str) -> Exhibit:
    """The entry of a copy: nothing of the words of the original, which may be masked, is in it.

    It was made now, by the user. Where no official of the case is this user, it has the day and the official
    of the original, which an entry must have; no page tells them of a copy.
    """
    officials = registry.OFFICIAL.where(work.connection, "case_id", whole.case_id)
    maker = next((each.id for each in officials if each.user_id == session.user.id and not each.struck), None)
    return Exhibit(
        id=ExhibitId(work.new_id()),
        case_id=whole.case_id,
        number=_number(work.connection, whole),
        kind=ExhibitKind.COPY,
        originality=Originality.REDACTED_VERSION,
        titles=titles_of(whole.number, language),
        source=whole.number,
        collected_at=work.at if maker else whole.collected_at,
        collected_by=maker or whole.collected_by,
        parent_id=whole.id,
        root_id=whole.root_id,
        instrument_id=whole.instrument_id,
        seal="",
    )


def _number(connection: Connection, whole: Exhibit) -> str:
    count = 1
    while lists.numbered(connection, whole.case_id, number := f"{whole.number}-M{count}") is not None:
        count += 1
    return number
