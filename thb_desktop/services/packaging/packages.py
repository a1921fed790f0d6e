"""Packages: a bundle that was made, with the files of its exhibits, signed, closed for its recipients.

The folder is written, flushed and read back under a name that ends in `.part`; then the package is recorded;
then the folder gets its name. So a record may exist whose folder still lacks its name, but never a named
folder without an event. Nothing in clear is ever put on a disk. If the program is killed or the medium fails
in between, `find_begun` finds the folder, and the next run goes on after the volumes that are whole.
"""

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted, Justification, Purpose
from thb_desktop.domain.ids import CaseId, ExhibitId, RowId
from thb_desktop.domain.package import Package
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.second_person import Approval, Second
from thb_desktop.domain.vocabulary import CustodyAction, TwoPersonAct
from thb_desktop.errors import (
    AlreadyExistsError,
    ApprovalForeignError,
    ChangeUncertainError,
    NotAllowedError,
    ThbError,
)
from thb_desktop.package.packing import Packed
from thb_desktop.services.core.approvals import require_second_person
from thb_desktop.services.core.clock_now import verify_explained
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.renewals import verify_renewed
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.custody_acts import Act, record_exports
from thb_desktop.services.packaging.begun import Progress as Begun
from thb_desktop.services.packaging.continuing import (
    BegunPackage,
    PlaceSeen,
    as_recorded,
    find_begun,
    gather_begun,
    progress_of,
    seeker_of,
    verify_as_begun,
)
from thb_desktop.services.packaging.folders import Complete
from thb_desktop.services.packaging.naming import (
    MadePackage,
    finish_package,
    name_folder,
    unnamed_package,
    verify_place,
    verify_seen,
)
from thb_desktop.services.packaging.package_content import (
    GatheredPackage,
    OfferedBundle,
    PreparedPackage,
    PublishedBundle,
    bundle_in,
    gather_package,
    lay_out_package,
    offered_by,
    read_bundle,
    verify_as_prepared,
)
from thb_desktop.services.packaging.package_options import PackageOptions
from thb_desktop.services.packaging.package_sheet import sheet_of
from thb_desktop.services.packaging.package_writing import write_package
from thb_desktop.vault.content import ContentStore
from thb_desktop.vault.database import DatabaseError
from thb_desktop.vault.tables import registry

__all__ = [
    "BegunPackage",
    "GatheredPackage",
    "MadePackage",
    "OfferedBundle",
    "PackageOptions",
    "PlaceSeen",
    "PreparedPackage",
    "PublishedBundle",
    "Written",
    "as_recorded",
    "begin_package",
    "bundle_in",
    "find_begun",
    "finish_package",
    "gather_begun",
    "gather_package",
    "lay_out_package",
    "list_packages",
    "make_package",
    "offered_by",
    "publish_package",
    "read_bundle",
    "seeker_of",
    "unnamed_package",
    "verify_as_begun",
    "verify_place",
    "verify_seen",
]

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Packing:
    """A package that may be written: by whom it is signed, where to, and what it is recorded with."""

    prepared: PreparedPackage = field(repr=False)
    folder: Path
    approval: Approval
    signer: Signer = field(repr=False)
    store: ContentStore = field(repr=False)
    environment: Environment = field(repr=False)
    begun: Begun = field(repr=False)

    def written(self, progress: Progress | None = None) -> "Written":
        """Write the folder under a passing name, flush it and read it back; any thread does it, without the
        vault's database. A refusal, or what `progress` raises, leaves nothing behind; of a medium that
        failed, and of a signature that was not made, the next run goes on after what is whole.

        Raises AlreadyExistsError, BegunDiffersError, MemberChangedError, ContentDamagedError,
        ContentMissingError, PackageTooLargeError, RecipientError, SigningError, StorageError,
        VerificationError.
        """
        part, packed, complete = write_package(
            self.prepared.content,
            self.prepared.sheet,
            self.folder,
            store=self.store,
            signer=self.signer,
            environment=self.environment,
            begun=self.begun,
            progress=progress,
        )
        words = self.begun.terms.passphrase
        return Written(packing=self, part=part, packed=packed, complete=complete, passphrase=words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A folder that is written and has no event and no name yet. passphrase: shown once; empty for none."""

    packing: Packing
    part: Path
    packed: Packed = field(repr=False)
    complete: Complete
    passphrase: str = field(repr=False)

    def drop(self) -> None:
        """Take it away."""
        shutil.rmtree(self.part, ignore_errors=True)


@permitted(Right.RELEASE_BUNDLES)
def make_package(
    session: Session,
    prepared: PreparedPackage,
    folder: Path,
    *,
    second: Second,
    begun: BegunPackage | None = None,
    progress: Progress | None = None,
) -> MadePackage:
    """Write a prepared package, record it, and give the folder its name.

    second: the approval of `prepared.sha256`, or the reason for acting alone. begun: its folder, if it was
    begun before. A refusal leaves nothing behind. ChangeUncertainError is not a refusal: the package may be
    recorded, and its complete folder is beside its name. Raises what `begin_package` and `Packing.written`
    raise.
    """
    written = begin_package(session, prepared, folder, second=second, begun=begun).written(progress)
    package = publish_package(session, written)
    return MadePackage(package=package, passphrase=written.passphrase)


@permitted(Right.RELEASE_BUNDLES)
def begin_package(
    session: Session,
    prepared: PreparedPackage,
    folder: Path,
    *,
    second: Second,
    begun: BegunPackage | None = None,
    seen: PlaceSeen | None = None,
) -> Packing:
    """Check that a package may be made, or that one that was begun may be continued. seen: the place, if
    another thread looked at it just before.

    Raises NotAllowedError, AlreadyExistsError, PackageBegunError if one waits there, BegunDiffersError,
    ApprovalForeignError for another sheet or content than was approved, CertificateRenewalDueError, and those
    of `verify_as_prepared` and `require_second_person`.
    """
    if not may(session.user.role, Right.RELEASE_BUNDLES):
        raise NotAllowedError("only a judge or a prosecutor can release a package")
    session.verify_writable()
    verify_explained(session)
    if seen is None or seen.folder != folder:
        seen = seeker_of(session).place(folder)
    verify_seen(session, seen, begun)
    sheet = sheet_of(prepared.content)
    if (sheet, hashlib.sha256(sheet).hexdigest()) != (prepared.sheet, prepared.sha256):
        raise ApprovalForeignError("this is not the sheet that was approved")
    if prepared.content.maker.id != session.user.id:
        raise ApprovalForeignError("somebody else laid this package out")
    verify_as_prepared(session, prepared)
    approval = require_second_person(
        session, second, act=TwoPersonAct.RELEASE_PACKAGE, subject=prepared.sha256
    )
    signer = session.keys.signer
    verify_renewed([signer.certificate] if signer.certificate else [], at=session.clock.read().at)
    return Packing(
        prepared=prepared,
        folder=folder,
        approval=approval,
        signer=signer,
        store=session.vault.content,
        environment=session.environment,
        begun=progress_of(session, prepared, begun),
    )


@permitted(Right.RELEASE_BUNDLES)
def publish_package(session: Session, written: Written) -> Package:
    """Record what was written, and give the folder its name; errors are those of `make_package`.

    Writing takes long: what came meanwhile and keeps something here stops the package (`verify_as_prepared`).
    """
    packing = written.packing
    try:
        session.verify_writable()
        package = _recorded(session, written, packing.approval)
    except ChangeUncertainError:
        raise ChangeUncertainError(
            "the medium failed: unlock again to see whether the package is recorded; if it is, its folder "
            "is complete under a name that ends in .part: rename it"
        ) from None
    except (ThbError, DatabaseError):  # after any other failure, as after a kill, it may be recorded
        written.drop()
        raise
    name_folder(written.part, packing.folder)
    return package


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_packages(session: Session, case_id: CaseId) -> tuple[Package, ...]:
    return registry.PACKAGE.where(session.read, "case_id", case_id)


def _recorded(session: Session, written: Written, approval: Approval) -> Package:
    prepared = written.packing.prepared
    content = prepared.content
    bundle = content.bundle
    exhibits = dict.fromkeys(ExhibitId(each.file.exhibit_id) for each in content.files)
    if registry.PACKAGE.find(session.read, content.id) is not None:
        raise AlreadyExistsError("this package is recorded already")
    with session.work() as work:
        verify_as_prepared(session, prepared)
        act = Act(
            action=CustodyAction.EXPORTED,
            occurred_at=work.at,
            actor=session.user.name,
            reason=bundle.purpose,
            to_party=bundle.recipient,
            sha256=written.packed.sha256,
            note=f"Package {content.number}",
        )
        record_exports(work, exhibits, act)
        package = Package(
            id=RowId(content.id),
            case_id=bundle.case_id,
            bundle_id=bundle.id,
            number=content.number,
            made_by=session.user.id,
            at=work.at,
            sheet=approval.subject,
            sha256=written.packed.sha256,
            size=written.packed.size,
            volumes=written.complete.volumes,
            listed=written.complete.listed,
            with_words=bool(content.words),
            recipients=tuple(each.id for each in content.recipients),
            files=tuple(each.file.id for each in content.files),
            identities_because=content.identities_because,
            unsearched_because=content.unsearched_because,
        )
        work.save(approval, package)
        work.record(package.id, VaultAction.PACKAGE_MADE, bundle.purpose)
        released = Purpose(code=Justification.EXPORT, text=bundle.purpose)
        work.consulted(Consulted.PACKAGE_RELEASED, package.id, purpose=released, recipient=bundle.recipient)
    return package
