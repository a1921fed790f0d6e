"""A packet on its way: sent by the office, accepted on another laptop, worked on there, and sent back."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.support.assignments import LINGUIST_PASSPHRASE, Given, first_turn, render_checked
from tests.support.offices import environment, unlock
from tests.support.vaults import passphrase
from thb_desktop.crypto import passphrases
from thb_desktop.crypto.envelopes.openers import PassphraseOpener
from thb_desktop.domain.assignment import Assignment, PacketReturn
from thb_desktop.services.assignments import declaring, desk, giving, returning
from thb_desktop.services.assignments.declaring import Answers
from thb_desktop.services.assignments.returning import Review
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.packets import accepting, sending, sending_back, taking_back
from thb_desktop.services.packets.sending import Addressed, Sent

RENDERED = "Oui, j'ai compris."
PROMISED: Mapping[str, bool] = dict.fromkeys(("confidential", "alone", "no_copies", "destroys"), True)
ACCEPTED = Answers(**PROMISED, conflicts=(), note="")


def given_to_travel(folder: Path, given: Given, *, with_recording: bool = False) -> Assignment:
    with closing(unlock(folder)) as session:
        return giving.assign(
            session, given.job.id, note="Until Friday.", travels=True, with_recording=with_recording
        )


def sent(folder: Path, assignment: Assignment, packet: Path) -> Sent:
    with closing(unlock(folder)) as session:
        return sending.send_packet(session, assignment.id, packet, Addressed(words="en"))


def root_of(folder: Path) -> str:
    with closing(unlock(folder)) as session:
        return sha256(root_certificate(session.office_record)).hexdigest()


def taken_in(packet: Path, target: Path, words: str, root: str) -> Path:
    opener = PassphraseOpener(passphrase=passphrases.prepare(words))
    accepting.accept_packet(packet, target, [opener], root=root, environment=environment())
    return target


def opened(place: Path) -> Session:
    """Open an accepted packet as its interpreter."""
    return desk.open_assignment(place, passphrase=passphrase(LINGUIST_PASSPHRASE), environment=environment())


def declared(place: Path, answers: Answers = ACCEPTED) -> None:
    with closing(opened(place)) as session:
        declaring.declare(session, answers)


def worked(place: Path, text: str = RENDERED) -> None:
    with closing(opened(place)) as session:
        render_checked(session, first_turn(session), text)


def returned(place: Path, packet: Path) -> Path:
    sending_back.send_back(opened(place), packet)
    return packet


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """A packet that was taken back, and what its store brings: nothing of that is merged yet."""

    taken: PacketReturn
    review: Review


def taken_back(folder: Path, packet: Path) -> TakenBack:
    with closing(unlock(folder)) as session:
        return brought(session, packet)


def brought(session: Session, packet: Path) -> TakenBack:
    """Take back a packet, and look at what it brings."""
    taken = taking_back.take_back(session, packet)
    return TakenBack(taken=taken, review=returning.review_return(session, taken.assignment_id))
