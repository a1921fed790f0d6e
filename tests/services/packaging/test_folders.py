"""Closed folders: whole or not at all, opened by OpenSSL alone, and nothing in them tells what they hold."""

import errno
import os
import secrets
import shutil
import signal
import sys
from hashlib import sha256
from pathlib import Path
from threading import Event, current_thread
from typing import BinaryIO

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509 import load_der_x509_certificate

from tests.services.packaging.conftest import CONTENT
from tests.support.recipients import NOW, Holder, holder
from thb_desktop.crypto.envelopes import openers
from thb_desktop.crypto.envelopes.keyfiles import read_opener
from thb_desktop.crypto.envelopes.openers import KeyOpener, PassphraseOpener
from thb_desktop.crypto.envelopes.recipients import CertificateRecipient, PassphraseRecipient
from thb_desktop.domain.ids import RowId
from thb_desktop.errors import (
    AlreadyExistsError,
    EnvelopeDamagedError,
    EnvelopeMalformedError,
    FileUnreadableError,
    KeyFileError,
    MemoryShortError,
    NotARecipientError,
    RecipientMissingError,
    StorageError,
    VerificationError,
    VolumeMissingError,
    WrongKeyFilePassphraseError,
)
from thb_desktop.services.packaging import folders, opened_volumes, opening, written_volumes
from thb_desktop.services.packaging.begun import Progress, Terms
from thb_desktop.services.packaging.folders import FolderWriter, close_file
from thb_desktop.services.packaging.opening import open_folder
from thb_desktop.vault import straight, write_behind
from thb_desktop.vault.straight import Straight
from thb_desktop.vault.system import open_file

linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems ask for memory in another way")
needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")

TERMS = Terms(
    id=RowId("P-1"),
    number="P-1",
    at=NOW,
    bundle="",
    sheet="",
    recipients=(),
    without=(),
    words="",
    identities_because="",
    unsearched_because="",
    largest=0,
    extract="",
    passphrase="",
    key="11" * 32,
)


def opener(held: Holder) -> KeyOpener:
    return KeyOpener(certificate=held.certificate, private_key=held.private_key)


def left_beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if "part" in path.name)


def test_what_was_closed_is_opened(closed, receiver, tmp_path):
    told = open_folder(closed, tmp_path / "opened", [opener(receiver)])

    assert (tmp_path / "opened").read_bytes() == CONTENT
    assert told.sha256 == folders.sha256(CONTENT).hexdigest()
    assert (tmp_path / "opened").stat().st_mode & 0o77 == 0


def test_nothing_in_the_folder_tells_what_it_holds(closed):
    names = sorted(path.name for path in closed.iterdir())

    assert names == [
        *("README.txt", "envelope.txt", "open.ps1", "open.sh"),
        *(f"package.pdf.{number:03d}.p7m" for number in (1, 2, 3)),
        "volumes.sha256",
    ]
    everything = b"".join(path.read_bytes() for path in closed.iterdir())
    assert b"Maria" not in everything
    assert b"Statement" not in everything


def test_outside_stand_the_number_and_size_of_the_volumes_their_digest_and_the_keys(closed, receiver):
    told = (closed / "envelope.txt").read_text("utf-8").splitlines()

    volumes = sorted(closed.glob("*.p7m"))
    size = sum(each.stat().st_size for each in volumes)
    serial = load_der_x509_certificate(receiver.certificate).serial_number
    listed = folders.sha256((closed / "volumes.sha256").read_bytes()).hexdigest()
    values = [each.strip() for each in told if each.startswith("    ")]
    assert values[:4] == ["-", f"3, {size}", listed, f"{serial:X}"]
    assert told[-1] == f"    {values[-1]}"
    assert not [each for each in told if each.startswith("Telephone")]


def test_a_passphrase_stands_outside_as_one_and_not_with_its_words(source, tmp_path):
    recipient = PassphraseRecipient(passphrase=bytearray(b"amber canal"))

    close_file(source, tmp_path / "closed", [recipient], randomness=secrets.token_bytes)

    told = (tmp_path / "closed" / "envelope.txt").read_text("utf-8")
    assert "    passphrase - phrase secrète - wachtzin" in told
    assert "amber" not in told


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_missing_volume_is_named(closed, receiver, tmp_path, number):
    (closed / f"package.pdf.{number:03d}.p7m").unlink()

    with pytest.raises(VolumeMissingError) as refusal:
        open_folder(closed, tmp_path / "opened", [opener(receiver)])

    assert refusal.value.named["volume"] == f"{number:03d}"
    assert not (tmp_path / "opened").exists()


@pytest.mark.parametrize("is_listed", [True, False])
def test_two_volumes_of_one_number_are_refused(closed, receiver, tmp_path, is_listed):
    first, again = closed / "package.pdf.001.p7m", closed / "package.pdf.0001.p7m"
    again.write_bytes(first.read_bytes())
    if is_listed:
        listed = closed / "volumes.sha256"
        line = f"{sha256(first.read_bytes()).hexdigest()}  {again.name}\n"
        listed.write_text(listed.read_text("ascii") + line, "ascii")

    with pytest.raises(EnvelopeDamagedError, match="two volumes here have one number"):
        open_folder(closed, tmp_path / "opened", [opener(receiver)])

    assert not (tmp_path / "opened").exists()


def test_names_of_files_that_differ_in_case_alone_are_refused(tmp_path, receiver):
    """Where names have no case, one would take the place of the other."""
    recipients = [CertificateRecipient.of(receiver.certificate, at=NOW)]
    with FolderWriter(tmp_path / "closed", recipients, randomness=secrets.token_bytes) as writer:
        for name in ("package.asice", "PACKAGE.asice"):
            with writer.file(name) as target:
                target.write(name.encode())
        writer.complete()
        writer.give_name()

    with pytest.raises(EnvelopeDamagedError, match="no file of ours has"):
        open_folder(tmp_path / "closed", tmp_path / "opened", [opener(receiver)])

    assert not (tmp_path / "opened").exists()


def test_a_list_that_names_a_volume_by_an_endless_number_is_no_fault_of_the_program(
    closed, receiver, tmp_path
):
    listed = closed / "volumes.sha256"
    listed.write_text(f"{listed.read_text('ascii')}{'0' * 64}  package.pdf.{'1' * 5000}.p7m\n", "ascii")

    open_folder(closed, tmp_path / "opened", [opener(receiver)])

    assert (tmp_path / "opened").read_bytes() == CONTENT


def test_volumes_that_ask_for_rounds_beyond_their_size_are_refused(tmp_path, source, monkeypatch):
    """Each volume alone asks for no more than an envelope may: opened one after another they take minutes."""
    words = bytearray(b"amber canal")
    recipients = [PassphraseRecipient(passphrase=bytearray(words))]
    length = len(CONTENT) // 4
    close_file(source, tmp_path / "many", recipients, randomness=secrets.token_bytes, length=length)
    monkeypatch.setattr(openers, "MOST_ROUNDS", 1_200_000)
    asked = [PassphraseOpener(passphrase=bytearray(words))]

    with pytest.raises(EnvelopeMalformedError, match="too many rounds"):
        open_folder(tmp_path / "many", tmp_path / "opened", asked)

    assert not (tmp_path / "opened").exists()
    monkeypatch.setattr(openers, "_ROUNDS_FOR_A_BYTE", 600_000)
    open_folder(tmp_path / "many", tmp_path / "opened", asked)
    assert (tmp_path / "opened").read_bytes() == CONTENT


def test_without_the_list_the_volumes_are_opened_in_their_order(closed, receiver, tmp_path):
    (closed / "volumes.sha256").unlink()

    open_folder(closed, tmp_path / "opened", [opener(receiver)])

    assert (tmp_path / "opened").read_bytes() == CONTENT


@pytest.mark.parametrize("with_list", [True, False])
def test_a_changed_volume_leaves_nothing_behind(closed, receiver, tmp_path, with_list):
    volume = closed / "package.pdf.003.p7m"
    data = bytearray(volume.read_bytes())
    data[-3000] ^= 1
    volume.write_bytes(data)
    if not with_list:
        (closed / "volumes.sha256").unlink()

    with pytest.raises(EnvelopeDamagedError):
        open_folder(closed, tmp_path / "opened", [opener(receiver)])

    assert not (tmp_path / "opened").exists()
    assert left_beside(tmp_path) == []


def test_an_empty_folder_has_no_volume(tmp_path, receiver):
    (tmp_path / "empty").mkdir()

    with pytest.raises(VolumeMissingError):
        open_folder(tmp_path / "empty", tmp_path / "opened", [opener(receiver)])


def test_somebody_else_does_not_open_it(closed, tmp_path):
    with pytest.raises(NotARecipientError):
        open_folder(closed, tmp_path / "opened", [PassphraseOpener(passphrase=bytearray(b"guessed"))])

    assert left_beside(tmp_path) == []


def test_nothing_that_is_there_is_overwritten(closed, source, receiver, tmp_path):
    recipient = CertificateRecipient.of(receiver.certificate, at=NOW)
    before = {path: path.read_bytes() for path in closed.iterdir()}

    with pytest.raises(AlreadyExistsError):
        close_file(source, closed, [recipient], randomness=secrets.token_bytes)
    with pytest.raises(AlreadyExistsError):
        open_folder(closed, source, [opener(receiver)])

    assert {path: path.read_bytes() for path in closed.iterdir()} == before
    assert source.read_bytes() == CONTENT


def test_a_folder_for_nobody_is_not_written(source, tmp_path):
    with pytest.raises(RecipientMissingError):
        close_file(source, tmp_path / "closed", [], randomness=secrets.token_bytes)

    assert not (tmp_path / "closed").exists()
    assert left_beside(tmp_path) == []


@pytest.mark.parametrize("kind", ["absent", "folder", "pipe"])
def test_what_is_no_file_is_not_closed(tmp_path, receiver, kind):
    path = tmp_path / "source"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    recipient = CertificateRecipient.of(receiver.certificate, at=NOW)

    with pytest.raises(FileUnreadableError):
        close_file(path, tmp_path / "closed", [recipient], randomness=secrets.token_bytes)

    assert left_beside(tmp_path) == []


def test_a_full_disk_leaves_nothing_behind(source, receiver, tmp_path, monkeypatch):
    written: list[int] = []

    def full(file: Straight, content: memoryview) -> None:
        written.append(len(content))
        if sum(written) > 400_000:
            raise OSError(28, "No space left on device")
        write(file, content)

    write = Straight.write
    monkeypatch.setattr(Straight, "write", full)
    monkeypatch.setattr(written_volumes, "PART", 1 << 16)
    recipient = CertificateRecipient.of(receiver.certificate, at=NOW)

    with pytest.raises(StorageError):
        close_file(source, tmp_path / "closed", [recipient], randomness=secrets.token_bytes)

    assert not (tmp_path / "closed").exists()
    assert left_beside(tmp_path) == []


@pytest.mark.parametrize("kind", ["rsa", "ec"])
def test_a_key_file_opens_it(source, tmp_path, kind):
    key = rsa.generate_private_key(65537, 3072) if kind == "rsa" else ec.generate_private_key(ec.SECP384R1())
    held = holder(key, tmp_path, "receiver")
    certificate = load_der_x509_certificate(held.certificate)
    data = pkcs12.serialize_key_and_certificates(
        b"receiver", key, certificate, None, BestAvailableEncryption(b"secret")
    )
    recipient = CertificateRecipient.of(held.certificate, at=NOW)
    close_file(source, tmp_path / "closed", [recipient], randomness=secrets.token_bytes)

    with pytest.raises(WrongKeyFilePassphraseError):
        read_opener(data, bytearray(b"wrong"))
    with pytest.raises(KeyFileError):
        read_opener(b"no key file", bytearray(b"secret"))
    open_folder(tmp_path / "closed", tmp_path / "opened", [read_opener(data, bytearray(b"secret"))])

    assert (tmp_path / "opened").read_bytes() == CONTENT


def test_a_volume_of_another_folder_is_found_by_the_list(closed, source, receiver, tmp_path):
    recipient = CertificateRecipient.of(receiver.certificate, at=NOW)
    close_file(source, tmp_path / "other", [recipient], randomness=secrets.token_bytes, length=300_000)
    shutil.copy(tmp_path / "other" / "package.pdf.002.p7m", closed / "package.pdf.002.p7m")

    with pytest.raises(EnvelopeDamagedError):
        open_folder(closed, tmp_path / "opened", [opener(receiver)])

    assert left_beside(tmp_path) == []
    assert not (tmp_path / "opened").exists()


def test_two_volumes_of_one_number_are_refused_instead_of_taken_as_they_come(closed, receiver, tmp_path):
    (closed / "volumes.sha256").unlink()
    shutil.copy(closed / "package.pdf.001.p7m", closed / "other.pdf.002.p7m")

    with pytest.raises(EnvelopeDamagedError):
        open_folder(closed, tmp_path / "opened", [opener(receiver)])

    assert not (tmp_path / "opened").exists()


def test_what_came_to_stand_there_while_a_folder_was_opened_stays(closed, receiver, tmp_path):
    target = tmp_path / "opened"

    def meanwhile(done: int, total: int) -> None:
        target.write_bytes(b"of somebody else")

    with pytest.raises(AlreadyExistsError):
        open_folder(closed, target, [opener(receiver)], progress=meanwhile)

    assert target.read_bytes() == b"of somebody else"
    assert left_beside(tmp_path) == []


def test_nothing_in_clear_stays_where_the_name_cannot_be_given(closed, receiver, tmp_path, monkeypatch):
    def refuse(part: Path, target: Path) -> None:
        raise PermissionError(13, "not here")

    monkeypatch.setattr(opening, "create_unnamed", lambda _: None)
    monkeypatch.setattr(Path, "rename", refuse)

    with pytest.raises(StorageError):
        open_folder(closed, tmp_path / "opened", [opener(receiver)])

    assert left_beside(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="files without names are of Linux")
def test_nothing_in_clear_has_a_name_before_all_of_it_was_verified(closed, receiver, tmp_path):
    target = empty(tmp_path / "there") / "opened"
    seen: list[list[str]] = []

    def look(done: int, total: int) -> None:
        seen.append([path.name for path in target.parent.iterdir()])

    open_folder(closed, target, [opener(receiver)], progress=look)

    assert seen[:-1] == [[]] * (len(seen) - 1)
    assert seen[-1] == ["opened"]
    assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="files without names are of Linux")
def test_an_opening_that_is_killed_leaves_nothing(closed, receiver, tmp_path):
    target = empty(tmp_path / "there") / "opened"
    child = os.fork()
    if child == 0:  # killed in the middle, as by the system
        try:
            open_folder(
                closed, target, [opener(receiver)], progress=lambda *_: os.kill(os.getpid(), signal.SIGKILL)
            )
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)

    assert os.WTERMSIG(status) == signal.SIGKILL
    assert [*target.parent.iterdir()] == []


def test_a_medium_without_unnamed_files_gets_one_with_a_name(closed, receiver, tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "create_unnamed", lambda _: None)
    seen: set[str] = set()

    def look(done: int, total: int) -> None:
        seen.update(left_beside(tmp_path))

    open_folder(closed, tmp_path / "opened", [opener(receiver)], progress=look)

    assert seen == {"opened.part"}
    assert (tmp_path / "opened").read_bytes() == CONTENT
    assert left_beside(tmp_path) == []


def empty(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_a_file_is_closed_before_it_is_taken_away_as_windows_wants_it(closed, tmp_path, monkeypatch):
    still_open: list[bool] = []
    made: list[BinaryIO] = []

    def create(path: Path) -> BinaryIO:
        made.append(create_file(path))
        return made[-1]

    def unlink(path: Path, missing_ok: bool = False) -> None:
        still_open.extend(not file.closed for file in made)
        assert missing_ok
        taken_away(path)

    create_file, taken_away = opening.create_file, Path.unlink
    monkeypatch.setattr(opening, "create_unnamed", lambda _: None)
    monkeypatch.setattr(opening, "create_file", create)
    monkeypatch.setattr(Path, "unlink", unlink)

    with pytest.raises(NotARecipientError):
        open_folder(closed, tmp_path / "opened", [PassphraseOpener(passphrase=bytearray(b"guessed"))])

    assert still_open == [False]


def test_what_was_written_is_read_from_the_medium_and_not_from_memory(
    source, receiver, tmp_path, monkeypatch
):
    told: list[str] = []
    monkeypatch.setattr(written_volumes, "write_back", lambda *part: told.append(f"dropped {part[1:]}"))
    monkeypatch.setattr(
        written_volumes, "open_file", lambda path: told.append(path.suffix) or open_file(path)
    )
    recipient = CertificateRecipient.of(receiver.certificate, at=NOW)

    close_file(source, tmp_path / "closed", [recipient], randomness=secrets.token_bytes)

    assert told[-2:] == ["dropped (0, 0)", ".p7m"]


@pytest.mark.parametrize("target", ["n" * 300, "d/" + "n" * 300])
def test_a_name_that_no_medium_takes_is_refused_in_words(closed, source, receiver, tmp_path, target):
    recipient = CertificateRecipient.of(receiver.certificate, at=NOW)

    with pytest.raises(StorageError):
        close_file(source, tmp_path / target, [recipient], randomness=secrets.token_bytes)
    with pytest.raises(StorageError):
        open_folder(closed, tmp_path / target, [opener(receiver)])


def test_a_medium_that_returns_something_else_is_noticed(source, receiver, tmp_path, monkeypatch):
    def other(path: Path):
        file = open_file(path)
        if path.suffix == ".p7m":
            file.seek(1)
        return file

    open_file = written_volumes.open_file
    monkeypatch.setattr(written_volumes, "open_file", other)
    recipient = CertificateRecipient.of(receiver.certificate, at=NOW)

    with pytest.raises(VerificationError, match="medium"):
        close_file(source, tmp_path / "closed", [recipient], randomness=secrets.token_bytes)

    assert left_beside(tmp_path) == []
    assert not (tmp_path / "closed").exists()


@pytest.fixture
def in_parts(monkeypatch) -> None:
    """A volume is flushed and read back in parts of 64 KiB."""
    monkeypatch.setattr(folders, "PIECE", 50_000)
    monkeypatch.setattr(written_volumes, "PART", 1 << 16)


@pytest.mark.usefixtures("in_parts")
def test_a_volume_is_read_back_in_parts_while_it_is_written(source, receiver, tmp_path, monkeypatch):
    def noted(file, start: int, length: int) -> None:
        dropped.append((start, length))

    dropped: list[tuple[int, int]] = []
    monkeypatch.setattr(written_volumes, "write_back", noted)
    recipient = CertificateRecipient.of(receiver.certificate, at=NOW)

    close_file(source, tmp_path / "closed", [recipient], randomness=secrets.token_bytes)

    (volume,) = (tmp_path / "closed").glob("*.p7m")
    listed = f"{folders.sha256(volume.read_bytes()).hexdigest()}  {volume.name}\n"
    assert (tmp_path / "closed" / "volumes.sha256").read_text() == listed
    *parts, last = range(0, len(CONTENT), 1 << 16)
    assert dropped == [*((start, 1 << 16) for start in parts), (last, 0)]


@pytest.mark.usefixtures("in_parts")
def test_two_threads_read_back_each_every_other_volume(source, receiver, tmp_path, monkeypatch):
    def noted(path: Path):
        opened_by.setdefault(current_thread().name, []).append(int(path.name.split(".")[2]))
        return open_file(path)

    opened_by: dict[str, list[int]] = {}
    monkeypatch.setattr(written_volumes, "open_file", noted)
    recipient = CertificateRecipient.of(receiver.certificate, at=NOW)

    close_file(source, tmp_path / "closed", [recipient], randomness=secrets.token_bytes, length=150_000)

    assert sorted(opened_by.values()) == [[1, 3, 5], [2, 4]]


def test_what_is_not_written_straight_goes_to_the_medium_beside_the_writing(
    source, receiver, tmp_path, monkeypatch
):
    def noted(file, start: int, length: int) -> None:
        begun.append((start, start + length))

    begun: list[tuple[int, int]] = []
    monkeypatch.setattr(write_behind, "_WINDOW", 100_000)
    monkeypatch.setattr(write_behind, "write_back", noted)
    monkeypatch.setattr(Straight, "_ask", lambda *_: False)
    monkeypatch.setattr(written_volumes, "PART", 100_000)
    monkeypatch.setattr(opening, "_AT_ONCE", 50_000)
    recipient = CertificateRecipient.of(receiver.certificate, at=NOW)

    close_file(source, tmp_path / "closed", [recipient], randomness=secrets.token_bytes)
    closed, begun = begun, []
    open_folder(tmp_path / "closed", tmp_path / "opened", [opener(receiver)])

    assert len(closed) == 7
    assert begun == [(0, 100_000), *((end - 200_000, end) for end in range(200_000, 700_001, 100_000))]


@pytest.mark.usefixtures("in_parts")
@pytest.mark.parametrize("part", [1, 4])
def test_a_part_that_the_medium_refuses_leaves_nothing_behind(source, receiver, tmp_path, monkeypatch, part):
    def refused(file) -> None:
        flushed.append(file)
        if len(flushed) == part:
            raise OSError(5, "Input/output error")
        sync_file(file)

    flushed: list[object] = []
    sync_file = written_volumes.sync_file
    monkeypatch.setattr(written_volumes, "sync_file", refused)
    recipient = CertificateRecipient.of(receiver.certificate, at=NOW)

    with pytest.raises(StorageError):
        close_file(source, tmp_path / "closed", [recipient], randomness=secrets.token_bytes)

    assert not (tmp_path / "closed").exists()
    assert left_beside(tmp_path) == []


@linux
def test_too_little_memory_is_refused_by_name_and_leaves_nothing_behind(
    source, receiver, closed, tmp_path, monkeypatch
):
    def refused(*_, **__):
        raise OSError(errno.ENOMEM, "Cannot allocate memory")

    recipient = CertificateRecipient.of(receiver.certificate, at=NOW)
    before = sorted(tmp_path.rglob("*"))
    monkeypatch.setattr(straight.mmap, "mmap", refused)

    with pytest.raises(MemoryShortError):
        close_file(source, tmp_path / "another", [recipient], randomness=secrets.token_bytes)
    with pytest.raises(MemoryShortError):
        open_folder(closed, tmp_path / "opened", [opener(receiver)])

    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.usefixtures("in_parts")
@pytest.mark.parametrize("fails", ["sync_file", "open_file"])
def test_of_a_volume_of_which_a_part_failed_no_later_part_is_written(tmp_path, monkeypatch, fails):
    def refused(_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(written_volumes, fails, refused)
    lanes = written_volumes.Lanes()
    content = written_volumes.DigestBeside(lanes.digesting)
    path = tmp_path / "volume.001.p7m"
    volume = written_volumes.WrittenVolume(path, lanes, content, None, randomness=secrets.token_bytes)
    _, its_own = lanes.next_reading(), lanes.next_reading()

    volume.write(secrets.token_bytes(1 << 16))
    its_own.pool.submit(str).result(20)  # after the first part has failed
    volume.write(b"the rest")
    volume.close()
    lanes.end(finish=True)

    with pytest.raises(OSError, match="Input/output"):
        volume.digest()
    volume.end()
    assert path.stat().st_size == 1 << 16


@pytest.mark.usefixtures("in_parts")
@pytest.mark.parametrize("fails", ["sync_file", "open_file", ""])
def test_a_volume_of_which_one_part_failed_late_is_not_noted_as_whole(tmp_path, monkeypatch, fails):
    def late(file):
        called.append(file)
        if len(called) == 1:
            written.wait(20)
            raise OSError(5, "Input/output error")
        return real(file)

    called: list[object] = []
    written, lanes = Event(), written_volumes.Lanes()
    progress = Progress(TERMS, b"", randomness=secrets.token_bytes, part=None)
    progress.begin(tmp_path)
    if fails:
        real = getattr(written_volumes, fails)
        monkeypatch.setattr(written_volumes, fails, late)
    content = written_volumes.DigestBeside(lanes.digesting)
    volume = written_volumes.WrittenVolume(
        tmp_path / "volume.001.p7m", lanes, content, progress, randomness=secrets.token_bytes
    )

    for _ in range(3):
        piece = secrets.token_bytes(1 << 16)
        volume.see(piece)
        volume.write(piece)
    volume.close()
    written.set()
    lanes.end(finish=True)

    if fails:
        with pytest.raises(OSError, match="Input/output"):
            volume.digest()
    volume.end()
    later = Progress(TERMS, b"", randomness=secrets.token_bytes, part=tmp_path)
    assert later.whole == (0 if fails else 1)


def test_a_volume_is_noted_with_the_digest_of_its_file_up_to_its_end(receiver, tmp_path):
    recipient = CertificateRecipient.of(receiver.certificate, at=NOW)
    progress = Progress(TERMS, b"", randomness=secrets.token_bytes, part=None)
    writer = FolderWriter(
        tmp_path / "closed", [recipient], randomness=secrets.token_bytes, length=300_000, progress=progress
    )

    with writer:
        for name, content in (("one", CONTENT), ("two", CONTENT[:10])):
            with writer.file(name) as target:
                target.write(content)
        writer.complete()
        writer.keep()

    later = Progress(TERMS, b"", randomness=secrets.token_bytes, part=writer.part)
    noted = {path.name: later.take(path) for path in writer.part.glob("*.p7m")}
    ends = {"one.001": 300_000, "one.002": 600_000, "one.003": len(CONTENT), "two.001": 10}
    assert {name: whole and whole.content for name, whole in noted.items()} == {
        f"{name}.p7m": folders.sha256(CONTENT[:end]).hexdigest() for name, end in ends.items()
    }
    assert writer.sha256 == {
        "one": folders.sha256(CONTENT).hexdigest(),
        "two": folders.sha256(CONTENT[:10]).hexdigest(),
    }


def test_many_volumes_are_not_open_at_once(source, receiver, tmp_path, monkeypatch):
    def noted(path: Path):
        file = folders.opened(path)
        held.append(file)
        most.append(sum(not each.closed for each in held))
        return file

    held: list = []
    most: list[int] = []
    recipient = CertificateRecipient.of(receiver.certificate, at=NOW)
    close_file(source, tmp_path / "closed", [recipient], randomness=secrets.token_bytes, length=20_000)
    monkeypatch.setattr(opened_volumes, "opened", noted)

    told = open_folder(tmp_path / "closed", tmp_path / "opened", [opener(receiver)])

    assert (tmp_path / "opened").read_bytes() == CONTENT
    assert told.volumes == 36
    assert max(most) == 1


def test_a_piece_that_was_read_stays_as_it_is_while_as_many_others_come_as_may_be_in_use(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(folders, "PIECE", 16)
    content = secrets.token_bytes(3 * written_volumes.HELD * 16 + 5)
    path = tmp_path / "file"
    path.write_bytes(content)

    read, held = 0, []
    with open_file(path) as file:
        for piece in folders.pieces(file):
            held = [*held, (read, piece)][-written_volumes.HELD :]
            read += len(piece)

            assert [bytes(each) for _, each in held] == [content[at : at + 16] for at, _ in held]

    assert read == len(content)


def test_a_file_of_many_pieces_in_many_volumes_comes_back_as_it_was(receiver, tmp_path):
    content = secrets.token_bytes((2 * written_volumes.HELD + 1) * written_volumes.PIECE + 7)
    source = tmp_path / "file"
    source.write_bytes(content)

    told = close_file(
        source,
        tmp_path / "closed",
        [CertificateRecipient.of(receiver.certificate, at=NOW)],
        randomness=secrets.token_bytes,
        length=5 * written_volumes.PIECE + 3,
    )
    open_folder(tmp_path / "closed", tmp_path / "opened", [opener(receiver)])

    assert told.sha256 == folders.sha256(content).hexdigest()
    assert (tmp_path / "opened").read_bytes() == content
