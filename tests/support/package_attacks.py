"""What an attacker makes of a genuine package: the ways of SR-33, each with the reason that tells it."""

import io
import zipfile
from base64 import b64encode
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from hashlib import new as new_hash
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from asn1crypto import algos, cms, core
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from tests.services.conftest import sample_office  # noqa: F401 - a fixture
from tests.services.receiving.conftest import bucharest, post, receiver  # noqa: F401 - fixtures
from tests.support import bundle_attacks, pdfs
from tests.support.offices import copy_of, unlock
from tests.support.receiving import Post, Receiver
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.crypto.signing import SoftwareSigner
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.package import manifest, packing
from thb_desktop.package.members import PAYLOAD, Member, held
from thb_desktop.package.unpacking import open_container
from thb_desktop.package.zip_stream import Stored, directory
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.office import users

Files = list[tuple[str, bytes]]
STATEMENT = "data/exhibits/E-01/001.txt"
SCHEME, OTHER_SCHEME = bytes.fromhex("300a06082a8648ce3d040302"), bytes.fromhex("300a06082a8648ce3d040303")
"""ECDSA with SHA-256, and with SHA-384, as a CMS message names them."""


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


def listed_anew(case: Case) -> bytes:
    """A file changed, and its digest in the list with it: only the signature of the list tells."""

    def change(files: dict[str, bytes]) -> None:
        before, files[STATEMENT] = files[STATEMENT], b"Another statement"
        old, new = (b64encode(sha256(each).digest()) for each in (before, files[STATEMENT]))
        assert old in files[manifest.MANIFEST]
        files[manifest.MANIFEST] = files[manifest.MANIFEST].replace(old, new)

    return changed(case, change)


def scheme_named(case: Case) -> bytes:
    """Another algorithm named beside the value of the signature, where nothing is signed. OpenSSL takes the
    algorithm from elsewhere: for it the value is right.
    """

    def named(signature: bytes) -> bytes:
        before, _, after = signature.rpartition(SCHEME)
        return before + OTHER_SCHEME + after

    return exchanged(manifest.SIGNATURE, named)(case)


def weaker(case: Case) -> bytes:
    """The judge's own key signs the list with SHA-1, and all of it fits together."""
    signer = case.post.desk.session.keys.signer
    assert isinstance(signer, SoftwareSigner)

    def signed(files: dict[str, bytes]) -> None:
        content = cms.ContentInfo.load(files[manifest.SIGNATURE])
        (info,) = content["content"]["signer_infos"]
        digest = algos.DigestAlgorithm({"algorithm": "sha1"})
        scheme = algos.SignedDigestAlgorithm({"algorithm": "sha1_ecdsa"})
        told = {
            "message_digest": core.OctetString(
                new_hash("sha1", files[manifest.MANIFEST], usedforsecurity=False).digest()
            ),
            "cms_algorithm_protection": cms.CMSAlgorithmProtection(
                {"digest_algorithm": digest, "signature_algorithm": scheme}
            ),
        }
        attributes = cms.CMSAttributes(
            [
                cms.CMSAttribute(
                    {"type": each["type"], "values": [told.get(each["type"].native, each["values"][0])]}
                )
                for each in info["signed_attrs"]
            ]
        )
        info["signed_attrs"], info["digest_algorithm"], info["signature_algorithm"] = (
            attributes,
            digest,
            scheme,
        )
        info["signature"] = signer.private_key.sign(attributes.dump(), ec.ECDSA(hashes.SHA1()))  # noqa: S303
        content["content"]["digest_algorithms"] = [digest]
        files[manifest.SIGNATURE] = content.dump(force=True)

    return changed(case, signed)


def wrong_signer(case: Case) -> bytes:
    there = case.receiver.session
    return case.signed(signer=there.keys.signer, chain=[root_certificate(there.office_record)])


def signed_by_an_interpreter(case: Case) -> bytes:
    """Who has a certificate under the root of the office, as everybody there who signs."""
    with closing(unlock(copy_of(case.post.office, case.place / "of-the-interpreter.thbvault"))) as session:
        user = users.add_user(
            session,
            name="Ioana Vertaler",
            role=UserRole.INTERPRETER,
            passphrase=passphrase(OTHER_PASSPHRASE),
            second=ALONE,
        )
        return case.signed(signer=users.signer_of(session, user.id, passphrase(OTHER_PASSPHRASE)).keys.signer)


def in_the_name_of_another(case: Case) -> bytes:
    """A sheet that says that a colleague made the package."""

    def renamed_maker(files: dict[str, bytes]) -> None:
        name = case.post.desk.session.user.name
        files["data/package.json"] = files["data/package.json"].replace(name.encode(), b"Ada Colleague")

    return case.signed(renamed_maker)


def at_another_time(days: int) -> Callable[[Case], bytes]:
    def made(case: Case) -> bytes:
        at = case.post.desk.session.clock.read().at.replace(microsecond=0)
        return case.signed(at=at + timedelta(days=days))

    return made


def bundle(change: Callable[[bytes], bytes]) -> Callable[[Case], bytes]:
    """Another bundle, in a package that the judge signs again."""
    name = "data/bundle.pdf"
    return lambda case: case.signed(lambda files: files.update({name: change(files[name])}))


def flipped_in_signature(data: bytes) -> bytes:
    """A flipped digit of the signature itself. Behind it there is padding only if its value is short
    (`tests/verify/test_pdf_flips.py` flips that).
    """
    start, _ = pdfs.room_of(data)
    place = start + 2 * len(pdfs.message_of(data)) - 1
    flipped = bytearray(data)
    flipped[place] = ord("2" if data[place] == ord("1") else "1")
    return bytes(flipped)


CONTAINERS: dict[str, tuple[Callable[[Case], bytes], str, bool]] = {
    "a member changed": (
        exchanged(STATEMENT, lambda data: data[:-1] + b"!"),
        "package-file-changed",
        True,
    ),
    "a member added": (added, "package-form.more", True),
    "a member removed": (removed, "package-form.missing", True),
    "a member renamed": (renamed, "package-form.others", True),
    "a member twice": (doubled, "package-form.twice", False),
    "the list changed": (listed_anew, "content-changed.document", True),
    "the signature stripped": (
        exchanged(manifest.SIGNATURE, lambda _: b""),
        "signature-malformed.unreadable",
        True,
    ),
    "signed by another office": (wrong_signer, "signer-of-another-root.root", True),
    "a sheet in the name of a colleague": (in_the_name_of_another, "package-other-maker", False),
    "signed by an interpreter of the office": (
        signed_by_an_interpreter,
        "signer-not-entitled.package",
        False,
    ),
    "signed when the certificate had ended": (at_another_time(4000), "certificate-not-valid-then", False),
    "signed before the certificate began": (at_another_time(-4000), "certificate-not-valid-then", False),
    "another algorithm named": (scheme_named, "algorithm-exchanged.algorithms", False),
    "signed with a weaker algorithm": (weaker, "weak-algorithm.digest", False),
    "members of two packages exchanged": (swapped, "package-file-changed", True),
    "files of one under the list of another": (mixed, "package-form.more", True),
    "bytes behind the container": (lambda case: case.first + b"junk", "package-form.behind", False),
    "the container cut": (lambda case: case.first[:-200], "package-form.cut", False),
    "a bundle saved again behind its signatures": (
        bundle(lambda data: bundle_attacks.appended(data, {1: b"<< /Type /Catalog >>"})),
        "not-whole-file",
        False,
    ),
    "a page of the bundle exchanged": (
        bundle(lambda data: data.replace(b"/MediaBox", b"/MediaBux", 1)),
        "content-changed.document",
        False,
    ),
    "a digit of the signature of the bundle": (bundle(flipped_in_signature), "signature-invalid", False),
    "junk behind the bundle": (bundle(lambda data: data + b"\nshadow"), "pdf-unreadable", False),
}
"""Each attack, the code that tells it, and whether the printed commands refuse it alone."""
