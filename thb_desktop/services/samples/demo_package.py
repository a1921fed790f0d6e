"""The sealed package of the demonstration, for a fictional recipient, whose key lies in clear beside it."""

from base64 import b64decode
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from thb_desktop.crypto.envelopes.new_keys import NewKey
from thb_desktop.crypto.envelopes.openers import KeyOpener
from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.rights import Right
from thb_desktop.domain.second_person import Second
from thb_desktop.domain.vocabulary import RecipientKind
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.packaging import packages, register
from thb_desktop.services.packaging.opening import open_folder
from thb_desktop.vault.system import create_file, medium, write_all

RECIPIENT, OFFICE = "recipient", "own-office"
_NAMES = {RECIPIENT: "Autorité partenaire (fictive)", OFFICE: "Greffe du cabinet 0, Liège (fictif)"}
_KINDS = {RECIPIENT: RecipientKind.ADDRESSEE, OFFICE: RecipientKind.OWN_OFFICE}
_TOLD = "Démonstration : clé faite sur cet ordinateur"
_UNSEARCHED = "Démonstration : images et enregistrements fictifs, vus par qui les envoie"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPackage:
    """The enveloped folder, the container as its recipient opened it, and the recipient's key."""

    folder: Path
    container: Path
    opener: KeyOpener


@permitted(Right.RELEASE_BUNDLES)
def make_demo_package(session: Session, bundle: Path, into: Path, *, second: Second) -> DemoPackage:
    """Make the enveloped package of a bundle, and open it as its recipient does."""
    published = packages.read_bundle(bundle)
    offered = packages.offered_by(session, published)
    made = offered.bundle
    keys = {name: _recorded(session, into, name, made) for name in (RECIPIENT, OFFICE)}
    addressee = sha256(keys[RECIPIENT].certificate).hexdigest()
    chosen = next(each.id for each in register.list_recipients(session) if each.sha256 == addressee)
    # Nothing in a file could be masked where no file is read: then none of them travels.
    kept = () if ask_machine().is_whole else (each.id for each in offered.exhibits)
    options = packages.PackageOptions(
        recipients=(chosen,), without=frozenset(kept), unsearched_because=_UNSEARCHED
    )
    prepared = packages.lay_out_package(packages.gather_package(session, published, options))
    folder = into / f"{bundle.stem}-package"
    packages.make_package(session, prepared, folder, second=second)
    opener = KeyOpener(
        certificate=b64decode(prepared.content.recipients[0].certificate),
        private_key=keys[RECIPIENT].private_key,
    )
    target = bundle.with_suffix(".asice")
    open_folder(folder, target, [opener])
    return DemoPackage(folder=folder, container=target, opener=opener)


def _recorded(session: Session, into: Path, name: str, made: Bundle) -> NewKey:
    """Make a key, write it beside the bundles, and record its certificate; that of the recipient for the
    State and the kind of recipient of the bundle that was made.
    """
    chosen = name == RECIPIENT
    key = NewKey.make(_NAMES[name], at=session.clock.read().at, randomness=session.environment.randomness)
    certificate = into / f"{name}.pem"
    with medium():
        for path, content in ((certificate, key.certificate_pem()), (into / f"{name}.key", key.clear_pem())):
            with create_file(path) as file:
                write_all(file, content)
    register.add_recipient(
        session,
        _KINDS[name],
        name=_NAMES[name],
        certificate=certificate,
        fingerprint=sha256(key.certificate).hexdigest(),
        told=_TOLD,
        state=made.state if chosen else "",
        party=made.party if chosen else None,
    )
    return key
