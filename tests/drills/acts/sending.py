"""A sealed package: made of a bundle that lies beside the template, and looked for afterwards."""

import hashlib
from functools import partial
from pathlib import Path

from tests.drills.acts.office import Template, unlock
from tests.drills.acts.operation import Act, quiet
from tests.support.packages import bundled, prepared_of, recorded
from tests.support.second_person import ALONE
from thb_desktop.domain.consultation import Consulted
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import consultations
from thb_desktop.services.packaging import packages
from thb_desktop.vault.tables import registry


def with_bundle(folder: Path, template: Template) -> None:
    """Record for whom it is closed, and make the bundle of which a package is made."""
    session = unlock(folder)
    recorded(session, folder.parent)
    bundled(session, template.small.case.id, [template.exhibit], folder.with_name("bundle.pdf"))
    session.close()


def make(folder: Path, template: Template) -> Act:
    session = unlock(folder)
    prepared = prepared_of(session, template.folder.with_name("bundle.pdf"), largest=1)
    return quiet(partial(packages.make_package, session, prepared, _package_of(folder), second=ALONE))


def package_found(session: Session, folder: Path, _: Template) -> bool:
    """A folder under the name of the package is recorded; a recorded one is whole, there or beside."""
    target = _package_of(folder)
    recorded = {package.listed for package in registry.PACKAGE.all(session.read)}
    if target.exists():
        assert listed_in(target) in recorded, "a package has its final name and no event tells of it"
    there = [target] if target.exists() else list(target.parent.glob(f"{target.name}.*.part"))
    whole = [each for each in there if listed_in(each) in recorded]
    assert recorded <= set(map(listed_in, there)), "a package is recorded and its folder is nowhere"
    for each in whole:
        for line in (each / "volumes.sha256").read_text("ascii").splitlines():
            digest, name = line.split("  ")
            assert digest_of(each / name) == digest, "a recorded package has a volume that is not as listed"
    entries = consultations.list_consultations(session)
    told = sum(entry.kind == Consulted.PACKAGE_RELEASED for entry in entries)
    assert told == len(recorded), "a package is recorded and not told as released, or the other way"
    return bool(recorded)


def listed_in(folder: Path) -> str:
    """SHA-256 of the list of a closed folder; empty for one without a list."""
    path = folder / "volumes.sha256"
    return digest_of(path) if path.exists() else ""


def digest_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _package_of(folder: Path) -> Path:
    return folder.with_name("package")
