"""Two offices: what one sent in a closed folder, and the other that receives it."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.support.offices import LATER, Small, copy_of, new_office, small_case, unlock
from tests.support.packages import ORDERED, Sending, sending
from tests.support.recipients import Holder
from thb_desktop.crypto.envelopes.openers import KeyOpener
from thb_desktop.domain.receiving import ForeignOffice, ReceivedPackage
from thb_desktop.services.core.login import root_certificate, root_pem
from thb_desktop.services.core.session import Session
from thb_desktop.services.packaging import packages
from thb_desktop.services.receiving import arrivals, offices
from thb_desktop.services.receiving.arrival_rows import Arrival
from thb_desktop.services.receiving.examining import Examined, examine, known_before
from thb_desktop.verify.run import certificates_in

NAME = "Parchet, Biroul fictiv"
SENDER = "Cabinet 0, Liège (fictional)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What was sent: the folder, its addressee, the vault that sent it, and the file of its root."""

    office: Path
    desk: Sending
    made: packages.MadePackage
    folder: Path
    root: Path

    @property
    def fingerprint(self) -> str:
        return sha256(root_certificate(self.desk.session.office_record)).hexdigest()

    @property
    def addressee(self) -> Holder:
        return self.desk.addressee

    @property
    def opener(self) -> KeyOpener:
        return KeyOpener(certificate=self.addressee.certificate, private_key=self.addressee.private_key)


def posted(sample_office: Path, place: Path) -> Post:
    """Send the sample case PERLA. Whoever asked closes the session of the desk."""
    folder = copy_of(sample_office, place / "liege.thbvault")
    session = unlock(folder)
    desk = sending(session, place)
    made = desk.made(place / "sent", identities_because=ORDERED)
    root = place / "liege-root.pem"
    root.write_text(root_pem(session.office_record))
    return Post(office=folder, desk=desk, made=made, folder=place / "sent", root=root)


def receiving_office(folder: Path) -> Small:
    """Make the vault of the office that receives, with a small case."""
    kept: list[Small] = []
    new_office(folder, lambda session: kept.append(small_case(session)))
    return kept[0]


def recorded_office(session: Session, post: Post) -> ForeignOffice:
    return offices.add_office(
        session,
        name=SENDER,
        country="BE",
        roots=certificates_in(post.root),
        fingerprint=post.fingerprint,
        told="By telephone, by the clerk of Liège",
    )


def examined(session: Session, post: Post, folder: Path | None = None) -> Examined:
    return examine(known_before(session), folder or post.folder, (post.opener,))


def arrival(small: Small, **changes: object) -> Arrival:
    fields: dict[str, object] = {
        "case_id": small.case.id,
        "number": "R-1",
        "received_by": small.official.id,
        "at": LATER,
        "place": "Bucharest",
        **changes,
    }
    return Arrival(**fields)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """The desk of the office that receives."""

    session: Session
    small: Small
    post: Post

    @property
    def objects(self) -> set[str]:
        return set(self.session.vault.content.object_ids())

    def looked_at(self, folder: Path | None = None) -> Examined:
        return examined(self.session, self.post, folder)

    def imported(self, **changes: object) -> ReceivedPackage:
        return arrivals.import_package(self.session, self.looked_at(), arrival(self.small, **changes))
