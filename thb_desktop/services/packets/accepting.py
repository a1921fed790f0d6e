"""Accepting: on the interpreter's laptop a packet is opened, compared with its office, and put in a place.

Nothing of the record is readable by that: the store opens with the interpreter's passphrase, and shows its
record after the declaration.
"""

from collections.abc import Sequence
from os.path import lexists
from pathlib import Path

from thb_desktop.crypto.certificates import Holder
from thb_desktop.crypto.envelopes.openers import Opener
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import AlreadyExistsError, FormatError, PacketForeignError, PacketVersionError
from thb_desktop.ledger import canonical
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.seen_states import seen_in
from thb_desktop.services.packaging.folders import Progress
from thb_desktop.services.packets.parcel import Parcel, open_parcel, read_parcel
from thb_desktop.services.packets.sending import FORMAT
from thb_desktop.vault.assigned import Place, erase_store, put_in_place
from thb_desktop.vault.database import load_migrations
from thb_desktop.vault.system import (
    create_file,
    make_folder,
    medium,
    open_file,
    sync_file,
    sync_folder,
    write_all,
)
from thb_desktop.verify.run import fingerprint_of

_NEEDED = frozenset({"way", "store/header", "store/vault.db"})


def accept_packet(
    folder: Path,
    target: Path,
    openers: Sequence[Opener],
    *,
    root: str,
    environment: Environment,
    progress: Progress | None = None,
) -> Holder:
    """Open a packet into a new folder, the place of its store; return who signed it, for their office.

    root: SHA-256 of the office's root certificate, as the office told it in another way than the packet. A
    refusal leaves nothing behind. Raises AlreadyExistsError, PacketUntrustedError, PacketBrokenError,
    PacketForeignError, PacketVersionError, UsageError for what is no fingerprint, and what `open_folder`
    raises.
    """
    expected = fingerprint_of(root)
    place = Place(target)
    if lexists(target):
        raise AlreadyExistsError("something with the name of the folder already exists")
    if lexists(place.beside.folder):  # of an accepting that was interrupted
        erase_store(place.beside, environment.randomness)
    with medium():
        make_folder(place.beside.folder)
    try:
        holder = _unpacked(folder, place.beside, openers, expected, progress)
        put_in_place(place)
    except BaseException:
        erase_store(place.beside, environment.randomness)
        raise
    return holder


def _unpacked(
    folder: Path, place: Place, openers: Sequence[Opener], root: str, progress: Progress | None
) -> Holder:
    container = place.folder / "container"
    open_parcel(folder, container, openers, progress=progress)
    with medium(), open_file(container) as untrusted:
        parcel = read_parcel(untrusted, FORMAT, root=root)
        _verify_sender(parcel.signer)
        _verify_version(parcel)
        seen = _seen(parcel)
        parcel.unpack(place.folder)
    if not all((place.folder / name).is_file() for name in _NEEDED):
        raise PacketForeignError("the packet does not hold a whole store")
    with medium():
        if not place.layout.content.is_dir():
            make_folder(place.layout.content)
        kept = [(place.layout.lock, b""), (place.packet, parcel.sha256.encode("ascii"))]
        for path, content in [*kept, *([(place.seen, seen)] if seen else [])]:
            with create_file(path) as file:
                write_all(file, content)
                sync_file(file)
        container.unlink()
        sync_folder(place.layout.folder)
        sync_folder(place.folder)
    return parcel.signer


def _seen(parcel: Parcel) -> bytes:
    """Return the state of the office's chain that the packet names, to be kept; nothing for one of before."""
    try:
        seen = seen_in(parcel.sheet)
    except FormatError:
        raise PacketForeignError("the sheet of the packet is malformed") from None
    return canonical.encode(seen.told()) if seen else b""


def _verify_sender(signer: Holder) -> None:
    """Refuse a packet of somebody whom the office does not let release anything, an interpreter among them:
    under its root everybody who signs has a certificate.
    """
    senders = {role.value for role in UserRole if may(role, Right.RELEASE_BUNDLES)}
    if signer.function not in senders:
        raise PacketForeignError("the function of whoever signed this packet does not let them send one")


def _verify_version(parcel: Parcel) -> None:
    theirs, own = parcel.sheet.get("schema"), len(load_migrations())
    if not isinstance(theirs, int):
        raise PacketForeignError("the sheet of the packet is malformed")
    if theirs != own:
        raise PacketVersionError("the packet was made by another version", theirs=theirs, own=own)
