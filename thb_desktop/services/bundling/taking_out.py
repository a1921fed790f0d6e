"""Taking out: a file of an exhibit is written outside the vault, in clear, and recorded before it is named.

Nothing goes out by itself, and nothing goes out twice by one act. What must not leave the office stays; what
leaves is searched for sealed identities; what was written is read again and compared with the digest that was
recorded when the file came in.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from os.path import lexists
from pathlib import Path
from threading import Event

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted, Justification, Purpose
from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import CaseId, ExhibitId, FileId, RowId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.second_person import Approval, Second, Seconded
from thb_desktop.domain.state_clocks import by_clock_of
from thb_desktop.domain.taking_out import STAYS, TAKES_TWO, TakenOut
from thb_desktop.domain.transfer import Transfer
from thb_desktop.domain.transfer_rules import holds_on
from thb_desktop.domain.vocabulary import CustodyAction, TwoPersonAct
from thb_desktop.domain.zones import at_place
from thb_desktop.errors import (
    AlreadyExistsError,
    ApprovalForeignError,
    CancelledError,
    DiskFullError,
    FileBarredError,
    IdentityInFileError,
    NotSearchedError,
    PlaceInVaultError,
    ReasonMissingError,
    RecipientMissingError,
    SealedApartError,
    SecondPersonError,
)
from thb_desktop.services.bundling.identity_register import Register, register_mark, register_of
from thb_desktop.services.bundling.identity_scan import scan_file
from thb_desktop.services.bundling.publishing import named_once_recorded, stream_unnamed, unnamed_digests
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.cooperation.sources import Taken, barring
from thb_desktop.services.cooperation.transfers import verify_conditions
from thb_desktop.services.cooperation.use_conditions import applied_to
from thb_desktop.services.core.approvals import require_second_person, second_of
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.erasures import verify_kept
from thb_desktop.services.core.leaving_bars import is_abuse_elsewhere
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.standing_files import verify_file_stands
from thb_desktop.services.evidence.custody_acts import Act, append_event
from thb_desktop.services.evidence.exhibit_files import get_file
from thb_desktop.services.evidence.exhibit_lookup import require_exhibit, standing_exhibit
from thb_desktop.vault.content import ContentStore, StoredObject
from thb_desktop.vault.system import free_space, medium
from thb_desktop.vault.tables import registry
from thb_desktop.verify.documents.shown import in_groups
from thb_desktop.words import capital, field_name, word

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingOut:
    """What a person says of a file that goes out: as `TakenOut` keeps it."""

    recipient: str
    state: str
    party: PartyKind
    reason: str
    within_limits: str = ""
    identities_because: str = ""
    unsearched_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """A file that may go out, and has not gone yet."""

    file: ExhibitFile
    number: str
    target: Path
    said: TakingOut
    approval: Approval | None
    register: Register = field(repr=False)
    store: ContentStore = field(repr=False)
    environment: Environment = field(repr=False)

    def written(self, progress: Progress | None = None, cancelled: Event | None = None) -> "Written":
        """Search the file, write it under a passing name, flush it and read it back; any thread does it,
        without the vault's database. A refusal leaves nothing behind.

        Raises IdentityInFileError, NotSearchedError, ContentDamagedError, ContentMissingError,
        CancelledError, StorageError, VerificationError.
        """
        self._search(cancelled)
        part = stream_unnamed(
            self.target,
            self._told(progress, cancelled),
            self.file.sha256,
            randomness=self.environment.randomness,
        )
        return Written(going=self, part=part)

    def _search(self, cancelled: Event | None) -> None:
        pieces = partial(self.store.pieces, self._stored)
        scan = scan_file(self.register, self.number, self.file.name, pieces, cancelled=cancelled)
        if scan.hits and is_blank(self.said.identities_because):
            raise IdentityInFileError("a file tells a sealed identity", scan.things)
        if scan.unread and is_blank(self.said.unsearched_because):
            raise NotSearchedError("what leaves was not searched for sealed identities", scan.unsearched)

    def _told(self, progress: Progress | None, cancelled: Event | None) -> Iterator[bytes]:
        done = 0
        for piece in self.store.pieces(self._stored):
            if cancelled is not None and cancelled.is_set():
                raise CancelledError("stopped while a file was taken out; nothing of it is left")
            yield piece
            done += len(piece)
            if progress is not None:
                progress(done, self.file.size)

    @property
    def _stored(self) -> StoredObject:
        file = self.file
        return StoredObject(object_id=file.object_id, size=file.size, sha256=file.sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that is written outside the vault, and has no event and no name yet."""

    going: Going
    part: Path

    def drop(self) -> None:
        """Take it away."""
        self.part.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What is printed for whoever receives the file, and kept with the file of the case.

    second: who approved it, or why nobody did; None if it took one person. conditions: texts of the
    conditions of use that go with it.
    """

    taken: TakenOut
    case_id: CaseId
    case: str
    number: str
    name: str
    by: str
    second: Seconded | None
    conditions: tuple[str, ...]

    def lines(self, language: str, zone: str = "UTC") -> list[tuple[str, str]]:
        """Return what it says, each with its name in a language. zone: of the clock of the desk (IANA)."""
        taken = self.taken
        at = at_place(taken.at, zone)
        told: list[tuple[str, str]] = [
            ("case", self.case),
            ("exhibit", self.number),
            ("file", self.name),
            ("size", str(taken.size)),
            ("sha256", in_groups(taken.sha256)),
            ("place", taken.place),
            ("recipient", taken.recipient),
            ("party", word(taken.party, language)),
            ("state", taken.state),
            ("reason", taken.reason),
            ("within_limits", taken.within_limits),
            ("identities_because", taken.identities_because),
            ("unsearched_because", taken.unsearched_because),
            *(("conditions", each) for each in self.conditions),
            ("at", f"{at:%Y-%m-%d %H:%M:%S} {at:%:z}"),
            ("by", self.by),
        ]
        if self.second is not None:
            told.append(("second", self.second.name or self.second.alone_because))
        return [(capital(field_name(f"taken_out.{name}", language)), said) for name, said in told if said]


@permitted(Right.RELEASE_EXHIBITS)
def receipt_of(session: Session, taken: TakenOut) -> Receipt:
    """Return the receipt for a file that was taken out."""
    exhibit = require_exhibit(session.read, taken.exhibit_id)
    by = registry.USER.find(session.read, taken.by)
    applied = applied_to(session.read, exhibit.case_id, Taken(items=[exhibit]))
    case = get_case(session, exhibit.case_id)
    on = by_clock_of(taken.at, case.country).date()
    return Receipt(
        taken=taken,
        case_id=case.id,
        case=case.reference,
        number=exhibit.number,
        name=get_file(session, taken.file_id).name,
        by=by.name if by else "",
        second=second_of(session, taken.approval_id),
        conditions=tuple(each.condition.text for each in applied if holds_on(each.condition, on)),
    )


@permitted(Right.RELEASE_EXHIBITS)
def takes_two(session: Session, file_id: FileId) -> bool:
    """Whether two persons are needed to take this file out."""
    return _takes_two(session, get_file(session, file_id))


@permitted(Right.RELEASE_EXHIBITS)
def take_out(
    session: Session,
    file_id: FileId,
    target: Path,
    said: TakingOut,
    *,
    second: Second | None,
    progress: Progress | None = None,
) -> TakenOut:
    """Write a file of an exhibit to a new file outside the vault, and record it.

    second: about the file's id, if `takes_two`; else None. A refusal leaves nothing behind.
    ChangeUncertainError is not a refusal: the file may be recorded, and is complete beside its name. Raises
    what `begin_taking_out` and `Going.written` raise.
    """
    written = begin_taking_out(session, file_id, target, said, second=second).written(progress)
    return record_taken_out(session, written)


@permitted(Right.RELEASE_EXHIBITS)
def begin_taking_out(
    session: Session, file_id: FileId, target: Path, said: TakingOut, *, second: Second | None
) -> Going:
    """Check that a file may go out.

    Raises NotFoundError, StruckOutError, SealedApartError, ErasedError, ReasonMissingError,
    RecipientMissingError, FileBarredError, TransferRefusedError, PlaceInVaultError, AlreadyExistsError,
    DiskFullError, StorageError, SecondPersonError, and what `require_second_person` raises.
    """
    session.require(Right.OPEN_FILES)
    session.verify_writable()
    if is_blank(said.reason):
        raise ReasonMissingError("a file is taken out for a reason")
    if is_blank(said.recipient):
        raise RecipientMissingError("a file is taken out for somebody")
    file = get_file(session, file_id)
    exhibit = _verify_may_go(session, file, said)
    _verify_place(session, file, target)
    approval = None
    if _takes_two(session, file):
        if second is None:
            raise SecondPersonError("this file goes out by two persons, or for a reason for acting alone")
        approval = require_second_person(session, second, act=TwoPersonAct.TAKE_OUT_FILE, subject=file.id)
    return Going(
        file=file,
        number=exhibit.number,
        target=target,
        said=said,
        approval=approval,
        register=register_of(session, exhibit.case_id),
        store=session.vault.content,
        environment=session.environment,
    )


@permitted(Right.RELEASE_EXHIBITS)
def record_taken_out(session: Session, written: Written) -> TakenOut:
    """Record what was written, and give the file its name; errors are those of `take_out`."""
    going = written.going
    with named_once_recorded(written.part, going.target):
        session.verify_writable()
        exhibit = _verify_may_go(session, going.file, going.said)
        if register_mark(session, exhibit.case_id) != going.register.mark:
            raise ApprovalForeignError("what is sealed of the persons was changed since: take it out again")
        if going.approval is None and _takes_two(session, going.file):
            raise SecondPersonError("this file was barred since, and goes out by two persons")
        return _recorded(session, going)


@permitted(Right.READ_EXHIBITS, logs=Consulted.EXHIBIT)
def list_taken_out(session: Session, exhibit_id: ExhibitId) -> tuple[TakenOut, ...]:
    """List what was taken out of an exhibit, in order of time."""
    return registry.TAKEN_OUT.where(session.read, "exhibit_id", exhibit_id)


def _recorded(session: Session, going: Going) -> TakenOut:
    file, said = going.file, going.said
    with session.work() as work:
        act = Act(
            action=CustodyAction.EXPORTED,
            occurred_at=work.at,
            actor=session.user.name,
            reason=said.reason,
            to_party=said.recipient,
            sha256=file.sha256,
        )
        append_event(work, file.exhibit_id, act)
        work.record(file.exhibit_id, CustodyAction.EXPORTED, said.reason.strip())
        taken = TakenOut(
            id=RowId(work.new_id()),
            exhibit_id=file.exhibit_id,
            file_id=file.id,
            place=str(going.target.absolute()),
            size=file.size,
            sha256=file.sha256,
            recipient=said.recipient.strip(),
            state=said.state,
            party=said.party,
            reason=said.reason.strip(),
            by=session.user.id,
            at=work.at,
            within_limits=said.within_limits.strip(),
            identities_because=said.identities_because.strip(),
            unsearched_because=said.unsearched_because.strip(),
            approval_id=going.approval.id if going.approval else None,
        )
        if going.approval is None:
            work.save(taken)
            work.record(file.id, VaultAction.FILE_TAKEN_OUT, taken.reason)
        else:
            work.save(going.approval, taken)
            work.record(file.id, VaultAction.BARRED_FILE_TAKEN_OUT, taken.reason)
        purpose = Purpose(code=Justification.EXPORT, text=taken.reason)
        work.consulted(Consulted.FILE, file.id, purpose=purpose, recipient=taken.recipient)
    return taken


def _verify_may_go(session: Session, file: ExhibitFile, said: TakingOut) -> Exhibit:
    """Refuse what stays in the office. Return the exhibit of the file."""
    verify_file_stands(file)
    exhibit = standing_exhibit(session.read, file.exhibit_id)
    if exhibit.is_secret:
        raise SealedApartError("secret key material is sealed apart, and goes out in no file")
    verify_kept(session.read, file)
    if numbers := barring(session.read, exhibit, STAYS):
        raise FileBarredError("no file of this exhibit may leave", numbers)
    transfer = Transfer(state=said.state, party=said.party, within_limits=said.within_limits)
    verify_conditions(
        *(session, exhibit, transfer),
        recipient=said.recipient,
        identities=not is_blank(said.identities_because),
    )
    return exhibit


def _takes_two(session: Session, file: ExhibitFile) -> bool:
    exhibit = require_exhibit(session.read, file.exhibit_id)
    return bool(barring(session.read, exhibit, TAKES_TWO)) or is_abuse_elsewhere(session.read, file)


def _verify_place(session: Session, file: ExhibitFile, target: Path) -> None:
    with medium():
        folder = target.parent.resolve(strict=True)
        if folder.is_relative_to(session.vault.folder.resolve()):
            raise PlaceInVaultError("a file is taken out to a place outside the vault")
        if lexists(target):
            raise AlreadyExistsError("something with this name already exists")
        if free_space(folder) < file.size:
            raise DiskFullError("the file is larger than what is free there; nothing was changed")
    earlier = registry.TAKEN_OUT.where(session.read, "file_id", file.id)
    recorded = {each.sha256 for each in earlier if each.place == str(target.absolute())}
    if recorded and not recorded.isdisjoint(unnamed_digests(target)):
        raise AlreadyExistsError(
            "a file that was taken out did not get its name: rename the one that ends in .part"
        )
