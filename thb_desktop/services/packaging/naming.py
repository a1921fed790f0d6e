"""The place of a package and its name: what may be written there, and what is recorded and lacks its name."""

from dataclasses import dataclass, field
from os.path import lexists
from pathlib import Path

from thb_desktop.domain.package import Package
from thb_desktop.domain.rights import Right
from thb_desktop.errors import (
    AlreadyExistsError,
    ChangeUncertainError,
    PackageBegunError,
    PackageNotBegunError,
    StorageError,
)
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.packaging.begun import forget
from thb_desktop.services.packaging.continuing import (
    BegunPackage,
    PlaceSeen,
    as_recorded,
    seeker_of,
    verify_whole,
)
from thb_desktop.vault.system import medium, sync_folder
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePackage:
    """What was recorded, and the passphrase that is shown once."""

    package: Package
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """A package that is recorded, and whose folder lacks its name or still has what was begun in it."""

    package: Package
    begun: BegunPackage
    folder: Path

    def named(self) -> MadePackage:
        """Compare the whole folder with what was recorded, and give it its name; any thread does it.

        Raises BegunDiffersError if it is not what was recorded, ChangeUncertainError, StorageError.
        """
        verify_whole(self.begun.part, self.package, self.begun.terms.telephone)
        name_folder(self.begun.part, self.folder)
        return MadePackage(package=self.package, passphrase=self.begun.terms.passphrase)


@permitted(Right.RELEASE_BUNDLES)
def unnamed_package(session: Session, begun: BegunPackage, folder: Path) -> Unnamed:
    """Return the recorded package of a folder. Raises PackageNotBegunError if it is not recorded,
    AlreadyExistsError if something else has the name.
    """
    package = registry.PACKAGE.find(session.read, begun.terms.id)
    if package is None:
        raise PackageNotBegunError("this package is not recorded")
    if begun.part != folder and lexists(folder):
        raise AlreadyExistsError("something with the name of the folder already exists")
    return Unnamed(package=package, begun=begun, folder=folder)


@permitted(Right.RELEASE_BUNDLES)
def finish_package(session: Session, begun: BegunPackage, folder: Path) -> MadePackage:
    """Give the folder of a package that is recorded its name; nothing is recorded again.

    Raises what `unnamed_package` and `Unnamed.named` raise.
    """
    return unnamed_package(session, begun, folder).named()


def name_folder(part: Path, folder: Path) -> None:
    """Give a folder its name, and take out what was begun: until it has the name, a later run needs that."""
    if part != folder:
        give_folder_name(part, folder)
    try:
        forget(folder)
    except StorageError:
        raise ChangeUncertainError(
            "what was made is recorded and has its name, but still holds what was begun: continue it"
        ) from None


def give_folder_name(part: Path, folder: Path) -> None:
    """Give a recorded folder its name. Raises ChangeUncertainError: it stays under the other one."""
    try:
        with medium():
            if lexists(folder):
                raise StorageError("something has the name of the folder")
            part.rename(folder)
            sync_folder(folder.parent)
    except StorageError:
        raise ChangeUncertainError(
            "what was made is recorded and complete, but may lack its name: look for a folder whose name "
            "begins with it and ends in .part, and rename that folder"
        ) from None


@permitted(Right.RELEASE_BUNDLES)
def verify_place(session: Session, folder: Path, begun: BegunPackage | None = None) -> None:
    """Look at a place and verify it, as `verify_seen`. Raises StorageError too."""
    verify_seen(session, seeker_of(session).place(folder), begun)


@permitted(Right.RELEASE_BUNDLES)
def verify_seen(session: Session, seen: PlaceSeen, begun: BegunPackage | None = None) -> None:
    """Refuse a place at which nothing new can be written; asked before anything is gathered, and again after.

    seen: by `Seeker.place`, which any thread may ask. begun: what is continued there. Raises
    AlreadyExistsError, PackageBegunError if a package waits there.
    """
    if begun is not None and registry.PACKAGE.find(session.read, begun.terms.id) is not None:
        raise AlreadyExistsError("a recorded package did not get its name: continue it")
    if begun is None and (waiting := as_recorded(session, seen.waiting, seen.folder)) is not None:
        if waiting.recorded is not None:
            raise AlreadyExistsError("a recorded package did not get its name: continue it")
        raise PackageBegunError("a package that was begun waits at this place")
    if seen.is_taken:
        raise AlreadyExistsError("something with the name of the folder already exists")
    recorded = {package.listed for package in registry.PACKAGE.all(session.read)}
    if not recorded.isdisjoint(seen.unnamed):
        raise AlreadyExistsError(
            "a recorded package did not get its name: rename the folder whose name ends in .part"
        )
