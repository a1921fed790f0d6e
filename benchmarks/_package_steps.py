"""The steps of `packaging.py` that need the program, each in a process of its own: STEP FOLDER [MEBIBYTES].

Each prints one line of JSON: the seconds of its act, by the clock and of the processors, the mebibytes that
it read from the medium and wrote to it, and the SHA-256 of the file that it saw, if any.
"""

import json
import resource
import secrets
import sys
import time
from hashlib import file_digest
from pathlib import Path
from types import SimpleNamespace
from typing import cast

REPOSITORY = Path(__file__).parents[1]
sys.path.insert(0, str(REPOSITORY))

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.x509 import load_pem_x509_certificate

from tests.support.offices import BEGIN, Small, act, case_file, exhibit, new_office, unlock
from tests.support.packages import bundled, prepared_of, recorded
from tests.support.second_person import ALONE
from thb_desktop.crypto.envelopes.openers import KeyOpener
from thb_desktop.domain.case import Authority
from thb_desktop.domain.ids import AuthorityId, OfficialId
from thb_desktop.domain.people import Official
from thb_desktop.domain.vocabulary import AuthorityKind, AuthorityPart, OfficialRole
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.packaging import packages
from thb_desktop.services.packaging.opening import open_folder
from thb_desktop.services.persons import people
from thb_desktop.verify.run import Request, check_file

MEDIUM = "media-001.bin"
"""What the large file is called beside the container."""


def new_file(path: Path, mebibytes: int) -> None:
    """A file that cannot be compressed: one drawn mebibyte after the other, each with its number."""
    drawn = secrets.token_bytes((1 << 20) - 8)
    with path.open("wb") as file:
        for number in range(mebibytes):
            file.write(number.to_bytes(8, "big") + drawn)


def office(place: Path, mebibytes: int) -> None:
    """An office with one exhibit of one file, two recipients and a bundle."""
    source = place / "f.bin"
    new_file(source, mebibytes)

    def fill(session: Session) -> None:
        case = cases.open_case(session, case_file())
        official = people.add_official(
            session,
            Official(
                id=OfficialId(""),
                case_id=case.id,
                code="P-1",
                role=OfficialRole.POLICE_INTERVIEWER,
                name="Sarah Moreau",
                country="BE",
                user_id=session.user.id,
            ),
        )
        authority = Authority(
            id=AuthorityId(""),
            case_id=case.id,
            name="Juge d'instruction",
            kind=AuthorityKind.INVESTIGATING_JUDGE,
            part=AuthorityPart.LEAD,
            country="BE",
            official_id=official.id,
        )
        cases.add_authority(session, authority)
        held = cast(Small, SimpleNamespace(case=case, official=official))  # nobody whose identity is sealed
        taken = exhibits.register_exhibit(session, exhibit(held), act(occurred_at=BEGIN))
        exhibit_files.add_file(
            session, taken.id, source=source, name="f.bin", media_type="application/octet-stream"
        )
        recorded(session, place)
        bundled(session, case.id, [taken.id], place / "bundle.pdf")

    new_office(place / "office.thbvault", fill)
    with source.open("rb") as file:
        tell(Watch(), file_digest(file, "sha256").hexdigest())


def make(place: Path, _: int) -> None:
    session = unlock(place / "office.thbvault")
    prepared = prepared_of(session, place / "bundle.pdf")
    watch = Watch()
    packages.make_package(session, prepared, place / "sent", second=ALONE)
    tell(watch)
    session.close()


def open_it(place: Path, _: int) -> None:
    certificate = load_pem_x509_certificate((place / "judge.pem").read_bytes())
    key = load_pem_private_key((place / "judge.key").read_bytes(), None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise TypeError("the key was made as one on a curve")
    opener = KeyOpener(certificate=certificate.public_bytes(Encoding.DER), private_key=key)
    watch = Watch()
    got = open_folder(place / "sent", place / "got", [opener])
    tell(watch, dict(got.files)[MEDIUM])


def verify(place: Path, _: int) -> None:
    watch = Watch()
    findings = check_file(Request(file=place / "got" / "package.asice"))
    broken = [each.code for each in findings if each.standing == "broken"]
    if broken:
        raise ValueError(f"broken: {broken}")
    tell(watch)


class Watch:
    """What this process spent since it was made."""

    def __init__(self) -> None:
        self._begin = self._used()

    def spent(self) -> dict[str, float]:
        return {name: value - self._begin[name] for name, value in self._used().items()}

    def _used(self) -> dict[str, float]:
        used = resource.getrusage(resource.RUSAGE_SELF)
        return {
            "seconds": time.perf_counter(),
            "processors": used.ru_utime + used.ru_stime,
            "read": used.ru_inblock / 2048,
            "written": used.ru_oublock / 2048,
        }


def tell(watch: Watch, digest: str = "") -> None:
    print(json.dumps({**watch.spent(), "sha256": digest}))


STEPS = {"office": office, "make": make, "open": open_it, "verify": verify}

if __name__ == "__main__":
    STEPS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
