"""SR-33: a package whose signature names another algorithm is refused, also where OpenSSL takes it."""

import io
import shutil
import subprocess
from datetime import UTC, datetime
from hashlib import new as new_hash
from pathlib import Path

import pytest
from asn1crypto import algos, cms, core
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from tests.support import pdfs
from thb_desktop.findings import Standing
from thb_desktop.package.members import held
from thb_desktop.package.packing import write_container
from thb_desktop.package.unpacking import Container, open_container
from thb_desktop.verify.documents.cms import check_message

OFFICE = pdfs.make_office()
WITH_SHA256, WITH_SHA384 = (
    bytes.fromhex("300a06082a8648ce3d040302"),
    bytes.fromhex("300a06082a8648ce3d040303"),
)
"""ECDSA with each of them, as a CMS message names it."""


def package() -> Container:
    target = io.BytesIO()
    write_container(
        *(target, [held("note.txt", "text/plain", b"A note")]),
        info={},
        signer=OFFICE.judge,
        chain=[OFFICE.root],
        at=datetime(2026, 3, 3, 10, 30, tzinfo=UTC),
    )
    return open_container(target)


def another_named(made: Container) -> bytes:
    """Another algorithm named beside the value, where nothing is signed."""
    before, named, after = made.signature.rpartition(WITH_SHA256)
    assert named
    return before + WITH_SHA384 + after


def weaker(made: Container) -> bytes:
    """The judge's own key signs the list with SHA-1, and all of it fits together."""
    message = cms.ContentInfo.load(made.signature)
    (info,) = message["content"]["signer_infos"]
    digest = algos.DigestAlgorithm({"algorithm": "sha1"})
    scheme = algos.SignedDigestAlgorithm({"algorithm": "sha1_ecdsa"})
    protected = {"digest_algorithm": digest, "signature_algorithm": scheme}
    told = {
        "message_digest": core.OctetString(new_hash("sha1", made.manifest, usedforsecurity=False).digest()),
        "cms_algorithm_protection": cms.CMSAlgorithmProtection(protected),
    }
    attributes = cms.CMSAttributes(
        [
            cms.CMSAttribute(
                {"type": each["type"], "values": [told.get(each["type"].native, each["values"][0])]}
            )
            for each in info["signed_attrs"]
        ]
    )
    info["signed_attrs"] = attributes
    info["digest_algorithm"] = digest
    info["signature_algorithm"] = scheme
    info["signature"] = OFFICE.judge.private_key.sign(attributes.dump(), ec.ECDSA(hashes.SHA1()))  # noqa: S303
    message["content"]["digest_algorithms"] = [digest]
    return bytes(message.dump(force=True))


def broken(made: Container, message: bytes) -> set[str]:
    def digest(algorithm: str) -> bytes:
        return new_hash(algorithm, made.manifest).digest()

    checked = check_message(message, None, digest, pades=False, own=True)
    return {each.code for each in checked.findings if each.standing is Standing.BROKEN}


def openssl_takes(made: Container, message: bytes, folder: Path) -> bool:
    root = x509.load_der_x509_certificate(OFFICE.root).public_bytes(Encoding.PEM)
    for name, content in (("list", made.manifest), ("message", message), ("root", root)):
        (folder / name).write_bytes(content)
    command = "openssl cms -verify -binary -inform DER -in message -content list -CAfile root -purpose any"
    done = subprocess.run(
        [*command.split(), "-attime", "1772534000"], cwd=folder, check=False, capture_output=True
    )
    return done.returncode == 0


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize(
    ("attack", "code"), [(another_named, "algorithm-exchanged"), (weaker, "weak-algorithm")]
)
def test_sr_33_another_algorithm_than_ours_is_refused_although_openssl_takes_it(
    attack, code: str, tmp_path: Path
):
    if shutil.which("openssl") is None:
        pytest.skip("OpenSSL is not installed")
    made = package()
    message = attack(made)

    assert openssl_takes(made, made.signature, tmp_path)
    assert openssl_takes(made, message, tmp_path)
    assert broken(made, made.signature) == set()
    assert code in broken(made, message)
