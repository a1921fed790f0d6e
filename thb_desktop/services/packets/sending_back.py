"""Sending back: what was done in a packet leaves the interpreter's laptop, signed, for the office alone."""

from base64 import b64decode
from contextlib import suppress
from dataclasses import dataclass
from os.path import lexists
from pathlib import Path

from thb_desktop.crypto.envelopes.recipients import CertificateRecipient
from thb_desktop.domain.rights import Right, may
from thb_desktop.errors import (
    AlreadyExistsError,
    FormatError,
    NotAllowedError,
    NotForTravelError,
    NothingHandedBackError,
)
from thb_desktop.services.assignments.desk import hand_back
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.packet_sheets import RETURN
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.seen_states import LONGEST, SEEN, SeenState
from thb_desktop.services.core.session import Session
from thb_desktop.services.packaging.folders import FolderWriter, Progress
from thb_desktop.services.packets.parcel import write_parcel
from thb_desktop.vault.assigned import Place
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.locks import hold_lock
from thb_desktop.vault.system import is_file, medium, open_file
from thb_desktop.vault.tables import registry

FORMAT = RETURN
DATABASE = "store/vault.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentBack:
    """A packet for the office: its SHA-256 (hex), which packet it answers, and the head that it carries.

    seen: the state of the office's chain when the work left, which the packet names; None if it named none.
    """

    sha256: str
    packet: str
    entries: int
    head: str
    seen: SeenState | None = None


@permitted(Right.SEE_OFFICE)
def send_back(session: Session, folder: Path, *, progress: Progress | None = None) -> SentBack:
    """Hand back what is new, close the store, and write the packet for the office into a new folder.

    The session is closed by that. What was handed back before and nothing since can be sent again. Raises
    NotForTravelError, NothingHandedBackError if nothing was ever handed back, AlreadyExistsError, and what
    `FolderWriter` raises.
    """
    office = session.office_record
    if not may(session.user.role, Right.WORK_ON_ASSIGNMENT, in_store=office.is_store):
        raise NotAllowedError("the interpreter alone sends it back")
    declared = registry.DECLARATION.last(session.read)
    if not office.travels or declared is None:
        raise NotForTravelError("this store did not leave in a packet, or was not declared")
    if lexists(folder):
        raise AlreadyExistsError("something with the name of the folder already exists")
    if declared.is_accepted:
        with suppress(NothingHandedBackError):
            hand_back(session)
    if registry.HANDBACK.last(session.read) is None:
        raise NothingHandedBackError("nothing was done yet")
    session.close_consultations()
    entries, head = session.journal.size, session.journal.root.hex()
    seen = _seen(Place(session.vault.folder.parent))
    back = CertificateRecipient(certificate=b64decode(office.return_to))
    signer, environment, layout = session.keys.signer, session.environment, Layout(session.vault.folder)
    root = root_certificate(office)
    session.close()
    with medium():
        lock = hold_lock(layout.lock)
    try:
        with FolderWriter(folder, [back], randomness=environment.randomness) as writer:
            packed, _ = write_parcel(
                writer,
                {
                    "format": FORMAT,
                    "assignment": office.assignment,
                    "packet": declared.packet,
                    "entries": entries,
                    "head": head,
                    **({SEEN: seen.told()} if seen else {}),
                },
                [(DATABASE, layout.database)],
                signer=signer,
                root=root,
                clock=environment.clock,
                progress=progress,
            )
            writer.give_name()
    finally:
        lock.release()
    return SentBack(sha256=packed.sha256, packet=declared.packet, entries=entries, head=head, seen=seen)


def _seen(place: Place) -> SeenState | None:
    """Return the state that was kept. What somebody wrote over it says nothing."""
    with medium():
        if not is_file(place.seen):
            return None
        with open_file(place.seen) as file:
            kept = file.read(LONGEST + 1)
    try:
        return SeenState.of_bytes(kept)
    except FormatError:
        return None
