"""Continuing: a package whose folder was begun, and whose program or medium failed before it was named."""

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from os.path import lexists
from pathlib import Path

from thb_desktop.crypto import passphrases
from thb_desktop.crypto.material import Randomness
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.package import Package
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import RecipientKind
from thb_desktop.errors import BegunDiffersError, PackageNotBegunError, VolumeMissingError
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.packaging.begun import (
    BEGUN,
    PROGRESS,
    Owner,
    Progress,
    Terms,
    clear,
    digest_of,
    new_key,
    terms_in,
)
from thb_desktop.services.packaging.envelope import ENVELOPE, Outside, envelope_text
from thb_desktop.services.packaging.folders import VOLUMES, help_files
from thb_desktop.services.packaging.opening import listed_volumes
from thb_desktop.services.packaging.package_content import (
    GatheredPackage,
    PreparedPackage,
    PublishedBundle,
    gather_package,
)
from thb_desktop.services.packaging.package_options import PackageOptions
from thb_desktop.services.packaging.package_sheet import PackageContent
from thb_desktop.vault.system import is_file, is_folder, medium, open_file, write_whole
from thb_desktop.vault.tables import registry

_MOST_LISTED = 16 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunPackage:
    """A package that this user began at a place.

    part: its folder, under the name that ends in `.part`. sealed: the file that tells of it. whole: how many
    volumes are said to be whole. recorded: its row, if it was recorded and only lacks its name.
    """

    part: Path
    terms: Terms
    sealed: bytes = field(repr=False)
    whole: int
    recorded: Package | None

    @property
    def options(self) -> PackageOptions:
        """The choices with which it was begun. The own office is among its recipients as always."""
        terms = self.terms
        return PackageOptions(
            recipients=terms.recipients,
            words=terms.words,
            without=frozenset(terms.without),
            identities_because=terms.identities_because,
            unsearched_because=terms.unsearched_because,
            largest=terms.largest,
            telephone=terms.telephone,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeker:
    """Looks on a medium, without the vault's database, for what one user began."""

    owner: Owner = field(repr=False)
    randomness: Randomness = field(repr=False)

    def found(self, folder: Path) -> BegunPackage | None:
        """Return what this user began for a folder of this name; None if there is nothing. Any thread asks.

        One that has its name holds what was begun if the medium failed right after it got it. Whether it is
        recorded, `as_recorded` tells. Raises StorageError.
        """
        for part in (*parts_of(folder), folder):
            if told := terms_in(part, self.owner):
                terms, sealed = told
                progress = Progress(terms, sealed, randomness=self.randomness, part=part)
                return BegunPackage(
                    part=part, terms=terms, sealed=sealed, whole=progress.whole, recorded=None
                )
        return None

    def place(self, folder: Path) -> "PlaceSeen":
        """Return what stands at a place; a slow medium keeps nobody else waiting. Raises StorageError."""
        return PlaceSeen(
            folder=folder,
            waiting=self.found(folder),
            is_taken=lexists(folder),
            unnamed=frozenset(unnamed_lists(folder)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSeen:
    """What stands where a package is to be made. waiting: what this user began there. is_taken: whether
    something has its name. unnamed: the digests of lists in folders that lack their name.
    """

    folder: Path
    waiting: BegunPackage | None = field(repr=False)
    is_taken: bool
    unnamed: frozenset[str]


@permitted(Right.RELEASE_BUNDLES)
def seeker_of(session: Session) -> Seeker:
    """Return what looks for the packages that this user began. It has their key: drop it soon."""
    return Seeker(owner=_owner(session), randomness=session.environment.randomness)


@permitted(Right.RELEASE_BUNDLES)
def as_recorded(session: Session, begun: BegunPackage | None, folder: Path) -> BegunPackage | None:
    """Return what was found with its row, if it was recorded. What has its name and no row was never given it
    by this program: None.
    """
    if begun is None:
        return None
    recorded = registry.PACKAGE.find(session.read, begun.terms.id)
    return None if begun.part == folder and recorded is None else replace(begun, recorded=recorded)


@permitted(Right.RELEASE_BUNDLES)
def find_begun(session: Session, folder: Path) -> BegunPackage | None:
    """Return what this user began for a folder of this name; None if there is nothing.

    Raises StorageError.
    """
    return as_recorded(session, seeker_of(session).found(folder), folder)


@permitted(Right.RELEASE_BUNDLES)
def gather_begun(session: Session, published: PublishedBundle, begun: BegunPackage) -> GatheredPackage:
    """Read again from the vault what a package that was begun holds.

    Raises PackageNotBegunError for the file of another bundle, BegunDiffersError if its number was given
    away, and what `gather_package` raises: what came since and keeps something here counts.
    """
    if published.sha256 != begun.terms.bundle:
        raise PackageNotBegunError("this package was begun with the file of another bundle")
    gathered = gather_package(session, published, begun.options, begun=begun.terms)
    made = registry.PACKAGE.where(session.read, "case_id", gathered.content.bundle.case_id)
    if begun.terms.number in {each.number for each in made}:
        raise BegunDiffersError("another package got its number since")
    return gathered


def verify_as_begun(prepared: PreparedPackage, begun: BegunPackage) -> None:
    """Raise BegunDiffersError unless a package that was laid out again is the one that was begun."""
    if prepared.sha256 != begun.terms.sheet:
        raise BegunDiffersError("what the package would hold has changed since it was begun")


@permitted(Right.RELEASE_BUNDLES)
def progress_of(session: Session, prepared: PreparedPackage, begun: BegunPackage | None) -> Progress:
    """Return the progress of a folder that is begun now, or was. Raises StorageError, BegunDiffersError."""
    environment = session.environment
    if begun is not None:
        verify_as_begun(prepared, begun)
        return Progress(begun.terms, begun.sealed, randomness=environment.randomness, part=begun.part)
    terms = _terms(prepared.content, prepared.sha256, environment)
    sealed = _owner(session).seal(terms, environment.randomness)
    return Progress(terms, sealed, randomness=environment.randomness, part=None)


def verify_whole(part: Path, package: Package, telephone: str) -> None:
    """Raise BegunDiffersError unless a folder is the recorded one, volume by volume, by their digests.

    What else lies in it is taken away, and the help is written again: a record tells neither, and whoever had
    the folder meanwhile could have changed what its recipients run.
    """
    with medium():
        listed = _list_of(part)
        if sha256(listed).hexdigest() != package.listed:
            raise BegunDiffersError("the folder is not the one that was recorded")
        names = [line.partition("  ")[2] for line in listed.decode("ascii").splitlines()]
        clear(part, {BEGUN, PROGRESS, VOLUMES, *names})
        for name, content in help_files():
            write_whole(part / name, content)
        outside = Outside(package=package.id, telephone=telephone)
        write_whole(part / ENVELOPE, envelope_text(part, [*names], package.listed, outside))
        try:
            digests, volumes = listed_volumes(part)
        except VolumeMissingError:
            raise BegunDiffersError("the folder is not the one that was recorded") from None
        for each in (path for paths in volumes.values() for path in paths):
            if digest_of(each) != digests[each.name]:
                raise BegunDiffersError("the folder is not the one that was recorded")


def parts_of(folder: Path) -> Iterator[Path]:
    """Yield the folders that wait beside a name to get it, in order of their names. Raises StorageError."""
    form = re.compile(rf"{re.escape(folder.name)}\.[0-9a-f]{{8}}\.part", re.ASCII)
    with medium():
        if is_folder(folder.parent):
            yield from (
                path
                for path in sorted(folder.parent.iterdir())
                if form.fullmatch(path.name) and is_folder(path)
            )


def unnamed_lists(folder: Path) -> Iterator[str]:
    """Return the SHA-256 of the list of each folder that waits beside a name to get it."""
    for part in parts_of(folder):
        with medium():
            if is_file(part / VOLUMES):
                yield sha256(_list_of(part)).hexdigest()


def _list_of(part: Path) -> bytes:
    with open_file(part / VOLUMES) as file:
        return file.read(_MOST_LISTED)


def _terms(content: PackageContent, sheet: str, environment: Environment) -> Terms:
    words = content.words
    travelling = {each.file.exhibit_id for each in content.files}
    return Terms(
        id=content.id,
        number=content.number,
        at=content.at,
        bundle=sha256(content.pdf).hexdigest(),
        sheet=sheet,
        recipients=tuple(
            RowId(each.id) for each in content.recipients if each.kind is RecipientKind.ADDRESSEE
        ),
        without=tuple(each.id for each in content.held if each.id not in travelling),
        words=words,
        identities_because=content.identities_because,
        unsearched_because=content.unsearched_because,
        largest=content.largest,
        telephone=content.telephone,
        extract=b64encode(content.extract.data).decode(),
        passphrase=passphrases.propose(words, environment.randomness).text if words else "",
        key=new_key(environment.randomness),
    )


def _owner(session: Session) -> Owner:
    return Owner(key=bytes(session.vault.user_key), vault_id=session.vault.vault_id)
