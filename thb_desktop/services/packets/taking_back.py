"""Taking back: a packet that came from an interpreter is verified as anything from outside, and its store
takes the place of the office's own copy. What it brings is then looked at and merged as at this computer.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from thb_desktop.crypto.envelopes.openers import KeyOpener
from thb_desktop.crypto.envelopes.return_keys import return_opener
from thb_desktop.crypto.material import wipe
from thb_desktop.crypto.signature_stamps import taken_apart
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assignment import Assignment, Packet, PacketReturn
from thb_desktop.domain.ids import AssignmentId, RowId
from thb_desktop.domain.rights import Right
from thb_desktop.errors import (
    FormatError,
    NotARecipientError,
    PacketForeignError,
    PacketKnownError,
    PacketOlderError,
    ThbError,
    VaultOlderError,
)
from thb_desktop.services.assignments.checking import verify_declared, verify_sound
from thb_desktop.services.assignments.store import enter_for_office, within_bound
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.packet_sheets import is_sent_back, returns_that_came
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.seen_states import has_state, seen_in
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.stores import place_of
from thb_desktop.services.packaging.folders import Progress
from thb_desktop.services.packets.parcel import Parcel, open_parcel, read_parcel
from thb_desktop.services.packets.sending_back import DATABASE, FORMAT
from thb_desktop.vault.assigned import Place, erase_store, new_place
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.locks import hold_lock
from thb_desktop.vault.system import (
    create_file,
    is_file,
    make_folder,
    medium,
    open_file,
    sync_file,
    sync_folder,
    write_all,
)
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.tables import registry


@permitted(Right.ASSIGN_WORK)
def take_back(session: Session, folder: Path, *, progress: Progress | None = None) -> PacketReturn:
    """Take back a packet: open it with the key of its assignment, verify all of it, put its store in place.

    What it brings is looked at and merged by acts of their own (`returning`). A refusal changes nothing.
    Raises PacketForeignError, PacketBrokenError, PacketUntrustedError, PacketKnownError, PacketOlderError,
    VaultOlderError, DeclarationMissingError, and what `open_folder`, `enter_for_office` and `verify_sound`
    raise.
    """
    session.verify_writable()
    away = dict(_away(session))
    openers = _openers(session, away)
    if not openers:
        raise PacketForeignError("no work of this vault is away in a packet")
    passing = new_place(session.vault.folder, session.environment.randomness).beside
    with medium():
        make_folder(passing.folder)
    try:
        container = passing.folder / "container"
        try:
            open_parcel(folder, container, list(openers.values()), progress=progress)
        except NotARecipientError:
            raise PacketForeignError("the packet is closed for no work that is away") from None
        with medium(), open_file(container) as untrusted:
            assignment, packet, parcel = _verified(session, away, untrusted)
            known = _verify_new(session, assignment, parcel)
            _make_candidate(session, assignment, parcel, passing)
            taken = _checked(session, assignment, packet, parcel, passing)
        _install(passing, place_of(session, assignment))
    finally:
        with suppress(ThbError):  # the next unlock takes it away
            erase_store(passing, session.environment.randomness)
    return known or _recorded(session, taken)


def _away(session: Session) -> Iterator[tuple[AssignmentId, tuple[Assignment, Packet | None]]]:
    """Give the work that travels, with the packet in which it left. A vault that was set back may not know
    that it left.
    """
    sent = {each.assignment_id: each for each in registry.PACKET.all(session.read)}
    for assignment in registry.ASSIGNMENT.all(session.read):
        if assignment.travels and not assignment.is_closed:
            yield assignment.id, (assignment, sent.get(assignment.id))


def _openers(
    session: Session, away: Mapping[AssignmentId, tuple[Assignment, Packet | None]]
) -> dict[AssignmentId, KeyOpener]:
    found = {}
    for assignment, _ in away.values():
        secret = rows.find_store_secret(session.read, assignment.id)
        if secret is not None:
            found[assignment.id] = return_opener(secret, at=assignment.assigned_at)
            wipe(secret)
    return found


def _verified(
    session: Session, away: Mapping[AssignmentId, tuple[Assignment, Packet | None]], untrusted: BinaryIO
) -> tuple[Assignment, Packet, Parcel]:
    """Return for which assignment a container is, signed by its interpreter under the root of its store.

    Raises VaultOlderError if it names a state of the office's chain that this vault does not have.
    """
    refused: ThbError | None = None
    for assignment, packet in away.values():
        try:
            parcel = read_parcel(untrusted, FORMAT, root=assignment.root_digest)
        except PacketForeignError:
            raise
        except ThbError as refusal:  # another root: it may be of another assignment
            refused = refusal
            continue
        if (
            parcel.sheet.get("assignment") != assignment.id
            or parcel.signer.serial_number != assignment.user_id
        ):
            raise PacketForeignError("the packet is not from the interpreter of its assignment")
        _verify_seen(session, parcel, packet)
        if packet is None or parcel.sheet.get("packet") != packet.sha256:
            raise PacketForeignError("the packet answers another one than the one that left")
        return assignment, packet, parcel
    raise refused or PacketForeignError("the packet is for no work that is away")


def _verify_seen(session: Session, parcel: Parcel, packet: Packet | None) -> None:
    """Refuse a packet that tells of a state, or of a leaving, that this vault does not know: both were once.

    packet: in which the vault says that the work left.
    """
    try:
        seen = seen_in(parcel.sheet)
    except FormatError:
        raise PacketForeignError("the sheet of the packet is malformed") from None
    if seen is not None and (packet is None or not has_state(session.read, seen.entries, seen.root)):
        raise VaultOlderError(
            "the packet left at a state that this vault does not have", code=seen.code, entries=seen.entries
        )


def _verify_new(session: Session, assignment: Assignment, parcel: Parcel) -> PacketReturn | None:
    """Refuse a packet that is older than what came back before, or that is in its place already.

    Returns the row of a packet that the vault tells, and whose store is not in its place: another program
    wrote the row, and did not put the store there. Rows that no interpreter signed bind nobody.
    """
    before = returns_that_came(session.read, assignment.id, root_certificate(session.office_record))
    entries = parcel.sheet.get("entries")
    is_older = not isinstance(entries, int) or any(each.entries > entries for each in before)
    known = next((each for each in before if each.sha256 == parcel.sha256), None)
    if known is not None and (is_older or _is_in_place(session, assignment, known)):
        raise PacketKnownError("this packet was taken back before")
    if is_older:
        raise PacketOlderError("the packet is older than what came back before")
    return known


def _is_in_place(session: Session, assignment: Assignment, known: PacketReturn) -> bool:
    with within_bound(), enter_for_office(session, assignment) as store:
        journal = Journal(store.connection)
        return (journal.size, journal.root.hex()) == (known.entries, known.head)


def _make_candidate(session: Session, assignment: Assignment, parcel: Parcel, passing: Place) -> None:
    """Put the database of the packet beside the headers of the office's own copy. Only the office's secret
    opens these, so a header of the packet could not help whoever made one.
    """
    own = place_of(session, assignment).layout
    with medium():
        parcel.unpack(passing.folder, frozenset({DATABASE}))
        make_folder(passing.layout.content)
        for source, target in (
            (own.header, passing.layout.header),
            (own.header_copy, passing.layout.header_copy),
            (None, passing.layout.lock),
        ):
            if source is None or is_file(source):
                with create_file(target) as file:
                    if source is not None:
                        write_all(file, source.read_bytes())
                    sync_file(file)
        sync_folder(passing.layout.folder)
        sync_folder(passing.folder)


def _checked(
    session: Session, assignment: Assignment, packet: Packet, parcel: Parcel, passing: Place
) -> PacketReturn:
    """Verify the store that came as `review_return` does, and that its head is the one that was signed."""
    with within_bound(), enter_for_office(session, assignment, passing) as store:
        verify_sound(session, store, assignment)
        verify_declared(store, [packet])
        journal = Journal(store.connection)
        if (parcel.sheet.get("entries"), parcel.sheet.get("head")) != (journal.size, journal.root.hex()):
            raise PacketForeignError("the packet names another head than its store has")
        taken = PacketReturn(
            id=RowId(""),
            assignment_id=assignment.id,
            case_id=assignment.case_id,
            packet_id=packet.id,
            by_user=assignment.user_id,
            taken_by=session.user.id,
            at=session.clock.read().at,
            sha256=parcel.sha256,
            entries=journal.size,
            head=journal.root.hex(),
            sheet=parcel.sheet_text,
            listed=parcel.container.manifest.decode("ascii"),
            signature=b64encode(taken_apart(parcel.container.signature).message).decode("ascii"),
        )
        if not is_sent_back(session.read, taken, root_certificate(session.office_record)):
            raise PacketForeignError("the packet is not signed with a key of its interpreter in this vault")
        return taken


def _install(passing: Place, place: Place) -> None:
    """Put the database that came in the place of the office's, in one step. Interrupted before its event, the
    packet is taken back once more, and continues itself.
    """
    with medium():
        lock = hold_lock(place.layout.lock)
    try:
        with medium():
            place.layout.journal.unlink(missing_ok=True)
            passing.layout.database.replace(place.layout.database)
            sync_folder(passing.layout.folder)
            sync_folder(place.layout.folder)
    finally:
        lock.release()


def _recorded(session: Session, taken: PacketReturn) -> PacketReturn:
    with session.work() as work:
        made = replace(taken, id=RowId(work.new_id()), at=work.at)
        work.save(made)
        work.record(made.assignment_id, VaultAction.PACKET_TAKEN_BACK)
    return made
