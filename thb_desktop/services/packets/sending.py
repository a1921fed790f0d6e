"""Sending: the store of an assignment leaves in a packet, signed and closed for its interpreter.

The folder is written, flushed and read back under a name that ends in `.part`; then the packet is recorded;
then the way of the interpreter at this computer is removed, and the folder gets its name. What an
interruption leaves of the way, the next unlock removes.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from os.path import lexists
from pathlib import Path

from thb_desktop.crypto.envelopes.recipients import CertificateRecipient, Recipient
from thb_desktop.crypto.envelopes.return_keys import return_key
from thb_desktop.crypto.material import wipe
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assignment import Assignment, Packet
from thb_desktop.domain.consultation import Consulted, Justification, Purpose
from thb_desktop.domain.ids import AssignmentId, RowId
from thb_desktop.domain.rights import Right
from thb_desktop.errors import (
    AlreadyExistsError,
    AssignmentClosedError,
    ChangeUncertainError,
    NotForTravelError,
    PacketSentError,
    RecipientMissingError,
    StoreKeyMissingError,
    ThbError,
)
from thb_desktop.services.assignments.checking import verify_sound
from thb_desktop.services.assignments.content import verify_may_go_along
from thb_desktop.services.assignments.giving import require_assignment
from thb_desktop.services.assignments.store import enter_for_office, within_bound
from thb_desktop.services.core.clock_now import verify_explained
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.renewals import verify_renewed
from thb_desktop.services.core.seen_states import SEEN, SeenState
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.short_code import current_short_code
from thb_desktop.services.core.stores import place_of
from thb_desktop.services.packaging.folders import FolderWriter, Progress
from thb_desktop.services.packaging.naming import give_folder_name
from thb_desktop.services.packaging.recipients import recipients_of
from thb_desktop.services.packets.parcel import files_of, write_parcel
from thb_desktop.vault.assigned import drop_way
from thb_desktop.vault.database import load_migrations
from thb_desktop.vault.locks import hold_lock
from thb_desktop.vault.system import medium
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.tables import registry

FORMAT = "thb-assignment-packet/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A packet that left. root: SHA-256 (hex) of the office's root certificate, which the interpreter
    compares before the packet opens. passphrase: shown once; empty for none.
    """

    packet: Packet
    root: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed:
    """For whom a packet is closed: the file of each certificate with its fingerprint as its holder told it,
    and the language of a new passphrase; empty for none.
    """

    named: Sequence[tuple[Path, str]] = ()
    words: str = ""


@permitted(Right.RELEASE_BUNDLES)
def send_packet(
    session: Session,
    assignment_id: AssignmentId,
    folder: Path,
    addressed: Addressed,
    *,
    progress: Progress | None = None,
) -> Sent:
    """Write the packet of an assignment into a new folder, record it, and end the work at this computer.

    ChangeUncertainError is no refusal: the packet may be recorded, and its complete folder is beside its
    name. Raises NotForTravelError, PacketSentError, AssignmentClosedError, RecipientMissingError,
    AlreadyExistsError, VaultInUseError, LeavingBarredError for a recording that was barred since,
    FileWithdrawnError, and those of `recipients_of`, `enter_for_office` and `FolderWriter`.
    """
    assignment = _require_here(session, assignment_id)
    session.verify_writable()
    verify_explained(session)
    signer = session.keys.signer
    verify_renewed([signer.certificate] if signer.certificate else [], at=session.clock.read().at)
    if lexists(folder):
        raise AlreadyExistsError("something with the name of the folder already exists")
    if not addressed.named and not addressed.words:
        raise RecipientMissingError("a packet is closed for somebody")
    recipients, words = recipients_of(addressed.named, addressed.words, session.environment)
    certificates = [each for each in recipients if isinstance(each, CertificateRecipient)]
    back = _return_recipient(session, assignment)
    with within_bound(), enter_for_office(session, assignment) as store:
        verify_sound(session, store, assignment)
        held = registry.EXHIBIT_FILE.among(
            session.read, "id", [each.id for each in registry.EXHIBIT_FILE.all(store.connection)]
        )
        verify_may_go_along(session.read, held, travels=True)
    place = place_of(session, assignment)
    seen = SeenState(
        entries=session.journal.size, root=session.journal.root.hex(), code=current_short_code(session)
    )
    root = root_certificate(session.office_record)
    with medium():
        lock = hold_lock(place.layout.lock)
    try:
        with FolderWriter(folder, [*recipients, back], randomness=session.environment.randomness) as writer:
            packed, complete = write_parcel(
                writer,
                {"format": FORMAT, "schema": len(load_migrations()), SEEN: seen.told()},
                [("way", place.way), *files_of(place.layout)],
                signer=signer,
                root=root,
                clock=session.clock,
                progress=progress,
            )
            unsaved = Packet(
                id=RowId(""),
                assignment_id=assignment.id,
                case_id=assignment.case_id,
                sent_by=session.user.id,
                at=session.clock.read().at,
                sha256=packed.sha256,
                size=packed.size,
                listed=complete.listed,
                with_words=bool(words),
                recipients=tuple(sha256(each.certificate).hexdigest() for each in certificates),
            )
            try:
                packet = _recorded(session, assignment, unsaved)
            except ChangeUncertainError:
                writer.keep()
                raise
            writer.keep()
            with suppress(ThbError):  # the next unlock does it
                drop_way(place, session.environment.randomness)
            give_folder_name(writer.part, folder)
    finally:
        lock.release()
    return Sent(packet=packet, root=sha256(root).hexdigest(), passphrase=words)


def _require_here(session: Session, assignment_id: AssignmentId) -> Assignment:
    assignment = require_assignment(session, assignment_id)
    if assignment.is_closed:
        raise AssignmentClosedError("the assignment was closed")
    if not assignment.travels:
        raise NotForTravelError("the work was given out for this computer")
    if registry.PACKET.where(session.read, "assignment_id", assignment_id):
        raise PacketSentError("the work left in a packet")
    return assignment


def _return_recipient(session: Session, assignment: Assignment) -> Recipient:
    """The office itself, by the key for which the work comes back: it can open what it sent."""
    secret = rows.find_store_secret(session.read, assignment.id)
    if secret is None:
        raise StoreKeyMissingError("the vault no longer has the key of this store")
    try:
        return CertificateRecipient(certificate=return_key(secret, at=assignment.assigned_at).certificate)
    finally:
        wipe(secret)


def _recorded(session: Session, assignment: Assignment, unsaved: Packet) -> Packet:
    interpreter = registry.INTERPRETER.find(session.read, assignment.interpreter_id)
    purpose = Purpose(code=Justification.EXPORT, text=assignment.note or "work of an interpreter")
    with session.work() as work:
        packet = replace(unsaved, id=RowId(work.new_id()), at=work.at)
        work.save(packet)
        work.record(assignment.id, VaultAction.PACKET_SENT)
        recipient = interpreter.name if interpreter else ""
        work.consulted(Consulted.TESTIMONY, assignment.job_id, purpose=purpose, recipient=recipient)
    return packet
