"""What went to an interpreter and came back in the first form: it opens for good, or it is said why not."""

import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from tests.services.packets.data.make_packet import FOLDER, PAGE
from tests.support.offices import environment
from thb_desktop.crypto import passphrases
from thb_desktop.crypto.envelopes.openers import KeyOpener, PassphraseOpener
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import PacketUntrustedError, PacketVersionError
from thb_desktop.services.packets import accepting, sending_back
from thb_desktop.services.packets.parcel import open_parcel, read_parcel
from thb_desktop.vault.database import load_migrations
from thb_desktop.verify.run import certificates_in

SAID: dict[str, str] = json.loads((FOLDER / "said.json").read_text("utf-8"))
SCHEMA = 4
"""That of the day on which it was sent: a store is never brought up by its assignee."""


def words() -> PassphraseOpener:
    return PassphraseOpener(passphrase=passphrases.prepare(SAID["words"]))


def return_key() -> KeyOpener:
    key = load_pem_private_key((FOLDER / "return.key").read_bytes(), None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    (certificate,) = certificates_in(FOLDER / "return.pem")
    return KeyOpener(certificate=certificate, private_key=key)


def accepted(target: Path, root: str) -> str:
    folder = FOLDER / "packet"
    holder = accepting.accept_packet(folder, target, [words()], root=root, environment=environment())
    return holder.function


def test_a_packet_is_accepted_or_refused_with_both_schemas(tmp_path: Path):
    with pytest.raises(PacketUntrustedError):
        accepted(tmp_path / "there", SAID["store_root"])
    if len(load_migrations()) != SCHEMA:
        with pytest.raises(PacketVersionError):
            accepted(tmp_path / "there", SAID["root"])
        return

    function = accepted(tmp_path / "there", SAID["root"])

    assert function == UserRole.INVESTIGATING_JUDGE
    there = tmp_path / "there"
    assert {"way", "packet", "store"} <= {each.name for each in there.iterdir()}
    assert (there / "store" / "vault.db").stat().st_size == PAGE


def test_a_return_is_opened_with_the_key_of_its_assignment_and_names_it(tmp_path: Path):
    container = tmp_path / "container"
    open_parcel(FOLDER / "back", container, [return_key()])

    with container.open("rb") as untrusted:
        parcel = read_parcel(untrusted, sending_back.FORMAT, root=SAID["store_root"])
        parcel.unpack(tmp_path, frozenset({sending_back.DATABASE}))

    assert parcel.signer.serial_number == SAID["interpreter"]
    told = parcel.sheet
    assert (told["assignment"], told["packet"]) == (SAID["assignment"], SAID["packet"])
    assert isinstance(told["entries"], int)
    assert (tmp_path / "store" / "vault.db").stat().st_size == PAGE
