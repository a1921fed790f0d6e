"""Packages of the sample case: an office with its recipients, and a bundle that was made."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec

from tests.support.recipients import Holder, holder
from tests.support.second_person import ALONE, second_for
from tests.support.transfers import AT_HOME
from thb_desktop.crypto.envelopes.openers import KeyOpener
from thb_desktop.domain.ids import CaseId, ExhibitId
from thb_desktop.domain.vocabulary import RecipientKind, TwoPersonAct
from thb_desktop.services.bundling import bundles
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.office import second_person
from thb_desktop.services.packaging import packages, register
from thb_desktop.services.packaging.opening import open_folder
from thb_desktop.services.persons import people

ORDERED = "The judge of Borduria hears the victim"
THERE: dict[str, Any] = {"state": AT_HOME.state, "party": AT_HOME.party}
"""Where the addressees of tests are: where the bundles of tests go."""
LOOKED_AT = "The clerk looked at each picture and heard each recording"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """An office that can send: the holders of the certificates, and the file of a bundle."""

    session: Session
    addressee: Holder
    office: Holder
    bundle: Path
    place: Path

    def recipient(self, holder: Holder) -> str:
        digest = sha256(holder.certificate).hexdigest()
        return next(each.id for each in register.list_recipients(self.session) if each.sha256 == digest)

    def options(self, **changes: object) -> packages.PackageOptions:
        chosen: dict[str, object] = {
            "recipients": (self.recipient(self.addressee),),
            "unsearched_because": LOOKED_AT,
            **changes,
        }
        return packages.PackageOptions(**chosen)  # type: ignore[arg-type]

    def prepared(self, **changes: object) -> packages.PreparedPackage:
        published = packages.read_bundle(self.bundle)
        gathered = packages.gather_package(self.session, published, self.options(**changes))
        return packages.lay_out_package(gathered)

    def made(self, folder: Path, **changes: object) -> packages.MadePackage:
        return packages.make_package(self.session, self.prepared(**changes), folder, second=ALONE)

    def exhibit(self, number: str) -> ExhibitId:
        held = packages.offered_by(self.session, packages.read_bundle(self.bundle)).held
        return next(each.id for each in held if each.number == number)


def opened(folder: Path, target: Path, by: Holder) -> Path:
    """Open a closed folder: the container, or the folder with it and what travelled beside."""
    open_folder(folder, target, [KeyOpener(certificate=by.certificate, private_key=by.private_key)])
    return target


def record(session: Session, kind: RecipientKind, held: Holder, name: str) -> None:
    register.add_recipient(
        session,
        kind,
        name=name,
        certificate=held.certificate_file,
        fingerprint=sha256(held.certificate).hexdigest(),
        told="By telephone, by the holder",
        **(THERE if kind is RecipientKind.ADDRESSEE else {}),
    )


def recorded(session: Session, place: Path) -> tuple[Holder, Holder]:
    """Record an addressee and the own office."""
    at = session.clock.read().at
    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in range(2)]
    addressee, office = (
        holder(key, place, name, since=at) for key, name in zip(keys, ("judge", "office"), strict=True)
    )
    record(session, RecipientKind.ADDRESSEE, addressee, "Judge of Borduria")
    record(session, RecipientKind.OWN_OFFICE, office, "Our registry")
    return addressee, office


def bundled(
    session: Session,
    case_id: CaseId,
    exhibit_ids: Sequence[ExhibitId],
    target: Path,
    *,
    further: Sequence[str] = (),
) -> Path:
    """Make a bundle of these exhibits, with the first colleague who can approve, or alone.

    further: the ids of persons who are in it too.
    """
    able = second_person.list_second_persons(session, TwoPersonAct.RELEASE_BUNDLE)
    options = bundles.BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="Execution of EIO-1",
        recipient="DIICOT",
        interview_ids=(),
        exhibit_ids=tuple(exhibit_ids),
        further=tuple(further),
        released_with=able[0].id if able else ALONE,
        transfer=AT_HOME,
    )
    prepared = bundles.prepare_bundle(session, case_id, options)
    second = second_for(session, TwoPersonAct.RELEASE_BUNDLE, prepared.sha256)
    bundles.sign_bundle(session, prepared, target, second=second)
    return target


def prepared_of(session: Session, bundle: Path, *, largest: int = 0) -> packages.PreparedPackage:
    """Lay out a package of a bundle for all addressees."""
    addressees = (
        each.id for each in register.list_recipients(session) if each.kind is RecipientKind.ADDRESSEE
    )
    options = packages.PackageOptions(
        recipients=tuple(addressees), unsearched_because=LOOKED_AT, largest=largest
    )
    return packages.lay_out_package(packages.gather_package(session, packages.read_bundle(bundle), options))


def sending(session: Session, place: Path, reference: str = "DEMO-A-PERLA", *, persons: int = 0) -> Sending:
    """Record two recipients, and make a bundle of all exhibits of a sample case, and of so many of its
    protected persons.
    """
    addressee, office = recorded(session, place)
    case = next(each.case for each in cases.list_cases(session) if each.case.reference == reference)
    held = [each.exhibit.id for each in exhibits.list_exhibits(session, case.id)]
    named = sorted(people.list_identified(session, case.id))[:persons] if persons else []
    bundle = bundled(session, case.id, held, place / "bundle.pdf", further=named)
    return Sending(session=session, addressee=addressee, office=office, bundle=bundle, place=place)


def again(desk: Sending, session: Session, place: Path) -> Sending:
    """The same in a copy of the office."""
    return replace(desk, session=session, place=place)
