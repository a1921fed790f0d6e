"""SR-33: each of 24 ways to tamper with a package is refused with its reason, and nothing of it stays.

Marked `openssl` are those that the printed commands alone refuse: OpenSSL, sha256sum and the script in the
package, without this program.
"""

import io
import os
import secrets
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from zlib import crc32

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from tests.services.conftest import sample_office  # noqa: F401 - a fixture
from tests.services.receiving.conftest import bucharest, post, receiver  # noqa: F401 - fixtures
from tests.support import bundle_attacks, pdfs
from tests.support.packages import ORDERED, opened
from tests.support.receiving import Post, Receiver, arrival, recorded_office
from tests.support.recipients import Holder, holder
from thb_desktop.crypto.envelopes.openers import KeyOpener
from thb_desktop.crypto.envelopes.recipients import CertificateRecipient
from thb_desktop.errors import (
    EnvelopeError,
    FileUnreadableError,
    OfficeUnknownError,
    PackageNotSoundError,
    ThbError,
    VolumeMissingError,
)
from thb_desktop.findings import Standing
from thb_desktop.package import manifest, packing
from thb_desktop.package.members import PAYLOAD, Member, held
from thb_desktop.package.unpacking import open_container
from thb_desktop.package.zip_stream import Stored, directory
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.packaging.folders import close_file
from thb_desktop.services.receiving import arrivals, offices
from thb_desktop.services.receiving.examining import examine, known_before

Files = list[tuple[str, bytes]]
STATEMENT = "data/exhibits/E-01/001.txt"
SHA256, SHA224 = bytes.fromhex("608648016503040201"), bytes.fromhex("608648016503040204")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What an attack works with: two genuine packages of one office, and both offices."""

    post: Post
    receiver: Receiver
    first: bytes
    second: bytes
    place: Path

    def files(self, data: bytes) -> Files:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(name, archive.read(name)) for name in archive.namelist()]

    def signed(self, change: Callable[[dict[str, bytes]], object] = dict, **by: object) -> bytes:
        """The first package with other files, signed again by the judge who made it, or as named."""
        session = self.post.desk.session
        container = open_container(io.BytesIO(self.first))
        types = {each.name: each.media_type for each in container.payload}
        files = {name: b"".join(container.pieces(name)) for name in types}
        change(files)
        members: list[Member] = [
            held(name.removeprefix(PAYLOAD), types.get(name, "text/plain"), content)
            for name, content in files.items()
        ]
        named: dict[str, object] = {
            "signer": session.keys.signer,
            "chain": [root_certificate(session.office_record)],
            "at": session.clock.read().at.replace(microsecond=0),
            **by,
        }
        target = io.BytesIO()
        packing.write_container(target, members, info={}, **named)  # type: ignore[arg-type]
        return target.getvalue()


def packed(files: Files) -> bytes:
    """A container in the one form, with these members, whatever they are."""
    target, stored = io.BytesIO(), list[Stored]()
    for name, content in files:
        each = Stored(name=name, size=len(content), crc32=crc32(content), offset=target.tell())
        target.write(each.local() + content)
        stored.append(each)
    target.write(directory(stored, target.tell()))
    return target.getvalue()


def changed(case: Case, change: Callable[[dict[str, bytes]], object]) -> bytes:
    files = dict(case.files(case.first))
    change(files)
    return packed([*files.items()])


def exchanged(name: str, content: Callable[[bytes], bytes]) -> Callable[[Case], bytes]:
    return lambda case: changed(case, lambda files: files.update({name: content(files[name])}))


def added(case: Case) -> bytes:
    return packed([*case.files(case.first)[:3], ("data/more.txt", b"more"), *case.files(case.first)[3:]])


def removed(case: Case) -> bytes:
    return changed(case, lambda files: files.pop(STATEMENT))


def renamed(case: Case) -> bytes:
    return packed(
        [(name.replace("E-01/001", "E-01/002"), content) for name, content in case.files(case.first)]
    )


def doubled(case: Case) -> bytes:
    files = case.files(case.first)
    at = next(place for place, (name, _) in enumerate(files) if name == STATEMENT)
    return packed([*files[: at + 1], (STATEMENT, b"Another"), *files[at + 1 :]])


def swapped(case: Case) -> bytes:
    """The sheet of one package in another of the same office."""
    other = dict(case.files(case.second))
    return changed(case, lambda files: files.update({"data/package.json": other["data/package.json"]}))


def mixed(case: Case) -> bytes:
    """The files of one package under the signed list of another."""
    listed = {manifest.MANIFEST, manifest.SIGNATURE}
    other = dict(case.files(case.second))
    return changed(case, lambda files: files.update({name: other[name] for name in listed}))


def wrong_signer(case: Case) -> bytes:
    there = case.receiver.session
    return case.signed(signer=there.keys.signer, chain=[root_certificate(there.office_record)])


def at_another_time(days: int) -> Callable[[Case], bytes]:
    def made(case: Case) -> bytes:
        at = case.post.desk.session.clock.read().at.replace(microsecond=0)
        return case.signed(at=at + timedelta(days=days))

    return made


def bundle(change: Callable[[bytes], bytes]) -> Callable[[Case], bytes]:
    """Another bundle, in a package that the judge signs again."""
    name = "data/bundle.pdf"
    return lambda case: case.signed(lambda files: files.update({name: change(files[name])}))


def padded(data: bytes) -> bytes:
    """A flipped digit in the room behind the signature."""
    _, end = pdfs.room_of(data)
    flipped = bytearray(data)
    flipped[end - 3] = ord("1")
    return bytes(flipped)


CONTAINERS: dict[str, tuple[Callable[[Case], bytes], bool]] = {
    "a member changed": (exchanged(STATEMENT, lambda data: data[:-1] + b"!"), True),
    "a member added": (added, True),
    "a member removed": (removed, True),
    "a member renamed": (renamed, True),
    "a member twice": (doubled, False),
    "the list changed": (exchanged(manifest.MANIFEST, lambda data: data.replace(b"E-01", b"E-99", 1)), True),
    "the signature stripped": (exchanged(manifest.SIGNATURE, lambda _: b""), True),
    "signed by another office": (wrong_signer, True),
    "signed when the certificate had ended": (at_another_time(4000), False),
    "signed before the certificate began": (at_another_time(-4000), False),
    "another algorithm": (exchanged(manifest.SIGNATURE, lambda data: data.replace(SHA256, SHA224)), True),
    "members of two packages exchanged": (swapped, True),
    "files of one under the list of another": (mixed, True),
    "bytes behind the container": (lambda case: case.first + b"junk", False),
    "the container cut": (lambda case: case.first[:-200], False),
    "a bundle saved again behind its signatures": (
        bundle(lambda data: bundle_attacks.appended(data, {1: b"<< /Type /Catalog >>"})),
        False,
    ),
    "a page of the bundle exchanged": (
        bundle(lambda data: data.replace(b"/MediaBox", b"/MediaBux", 1)),
        False,
    ),
    "a digit in the room of the signature": (bundle(padded), False),
    "junk behind the bundle": (bundle(lambda data: data + b"\nshadow"), False),
}


@pytest.fixture(scope="module")
def genuine(
    post: Post,  # noqa: F811
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[bytes, bytes]:
    place = tmp_path_factory.mktemp("genuine")
    post.desk.made(
        place / "second", identities_because=ORDERED, without=frozenset({post.desk.exhibit("E-05")})
    )
    first = opened(post.folder, place / "first.asice", post.addressee)
    second = opened(place / "second", place / "second.asice", post.addressee)
    return first.read_bytes(), second.read_bytes()


@pytest.fixture
def case(
    post: Post,  # noqa: F811
    receiver: Receiver,  # noqa: F811
    genuine: tuple[bytes, bytes],
    tmp_path: Path,
) -> Case:
    recorded_office(receiver.session, post)
    return Case(post=post, receiver=receiver, first=genuine[0], second=genuine[1], place=tmp_path)


def closed(case: Case, data: bytes, *keys: Holder) -> Path:
    """Close a container for these, as a thief or a recipient could."""
    (case.place / "package.asice").write_bytes(data)
    at = case.receiver.session.clock.read().at
    recipients = [CertificateRecipient.of(each.certificate, at=at) for each in keys]
    close_file(
        case.place / "package.asice", case.place / "closed", recipients, randomness=secrets.token_bytes
    )
    return case.place / "closed"


def refused(case: Case, folder: Path, *, by: Holder | None = None) -> set[str]:
    """Receive it; return the reasons. Whatever they are, nothing of it may stay in the vault."""
    key = by or case.post.addressee
    opener = KeyOpener(certificate=key.certificate, private_key=key.private_key)
    session = case.receiver.session
    try:
        looked = examine(known_before(session), folder, (opener,))
    except ThbError as refusal:
        assert case.receiver.objects == set()
        return {refusal.code}
    reasons = {each.code for each in looked.findings if each.standing is not Standing.HOLDS}
    with pytest.raises((PackageNotSoundError, OfficeUnknownError)):
        arrivals.import_package(session, looked, arrival(case.receiver.small))
    assert case.receiver.objects == set()
    return reasons


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize(("attack", "openssl"), CONTAINERS.values(), ids=CONTAINERS)
def test_sr_33_a_tampered_container_is_refused_with_its_reason(
    case: Case, attack: Callable[[Case], bytes], openssl: bool
):
    data = attack(case)
    assert data not in (case.first, case.second)

    reasons = refused(case, closed(case, data, case.post.addressee))

    assert reasons - {"received-older"}
    if openssl:
        assert script_refuses(case, data)


def script_refuses(case: Case, data: bytes) -> bool:
    """Whether unzip, sha256sum and OpenSSL alone refuse it, by the script in the genuine package."""
    if not all(map(shutil.which, ("openssl", "unzip", "sha256sum"))):
        pytest.skip("a tool is not installed")
    place = case.place / "unpacked"
    (case.place / "t.asice").write_bytes(data)
    empty = {"PATH": os.environ["PATH"], "HOME": str(case.place)}
    unpacked = subprocess.run(
        ["unzip", "-q", "-o", case.place / "t.asice", "-d", place],
        check=False,
        capture_output=True,
        env=empty,
    )
    script = dict(case.files(case.first))["data/check.sh"]
    (place / "data").mkdir(exist_ok=True, parents=True)
    (place / "data" / "check.sh").write_bytes(script)
    checked = subprocess.run(
        ["sh", "data/check.sh", case.post.root], cwd=place, check=False, capture_output=True, env=empty
    )
    return unpacked.returncode != 0 or checked.returncode != 0


@pytest.mark.requirement("SR-33")
def test_sr_33_the_genuine_package_is_taken(case: Case):
    looked = examine(
        known_before(case.receiver.session),
        closed(case, case.first, case.post.addressee),
        (case.post.opener,),
    )

    assert not looked.is_broken
    assert not script_refuses(case, case.first)
    looked.taken.drop()


@pytest.mark.requirement("SR-33")
def test_sr_33_closed_for_somebody_else(case: Case):
    stranger = holder(ec.generate_private_key(ec.SECP256R1()), case.place, "stranger")

    assert refused(case, case.post.folder, by=stranger) == {"not-a-recipient"}


@pytest.mark.requirement("SR-33")
def test_sr_33_passed_on_by_somebody_to_whom_it_was_sent(case: Case):
    at = case.receiver.session.clock.read().at
    third = holder(ec.generate_private_key(ec.SECP256R1()), case.place, "third", since=at)

    assert "received-passed-on" in refused(case, closed(case, case.first, third), by=third)


@pytest.mark.requirement("SR-33")
def test_sr_33_an_office_that_is_not_trusted_any_more(case: Case):
    (office,) = offices.list_offices(case.receiver.session)
    offices.withdraw_office(case.receiver.session, office.id, "Its key was stolen")

    assert "received-quarantined" in refused(case, case.post.folder)


@pytest.mark.requirement("SR-33")
def test_sr_33_a_volume_that_is_missing(case: Case):
    folder = shutil.copytree(case.post.folder, case.place / "cut")
    (folder / "package.asice.001.p7m").unlink()

    assert refused(case, folder) <= {VolumeMissingError.code, FileUnreadableError.code, EnvelopeError.code}


@pytest.mark.requirement("SR-33")
def test_sr_33_a_package_that_came_before(case: Case):
    session = case.receiver.session
    newer = examine(
        known_before(session), closed(case, case.second, case.post.addressee), (case.post.opener,)
    )
    arrivals.import_package(session, newer, arrival(case.receiver.small))
    again = examine(known_before(session), case.place / "closed", (case.post.opener,))
    older = examine(known_before(session), case.post.folder, (case.post.opener,))

    assert "received-again" in {each.code for each in again.findings if each.standing is Standing.BROKEN}
    assert "received-older" in {each.code for each in older.findings if each.standing is Standing.UNKNOWN}
    with pytest.raises(PackageNotSoundError):
        arrivals.import_package(session, again, arrival(case.receiver.small, number="R-2"))
    older.taken.drop()
