"""Packages: what `thb verify` says of a sound one, and of each way in which one can be made to mislead."""

import io
from datetime import UTC, datetime, timedelta

import pytest

from tests.support import pdfs
from thb_desktop.crypto.certificates import Subject, issue_leaf
from thb_desktop.crypto.signed_messages import sign_detached
from thb_desktop.crypto.signing import SoftwareSigner, new_private_key
from thb_desktop.errors import FileUnreadableError
from thb_desktop.findings import Standing, verdict
from thb_desktop.package import manifest, packing
from thb_desktop.package.members import held
from thb_desktop.package.packing import write_container
from thb_desktop.package.unpacking import open_container
from thb_desktop.verify.exits import BROKEN, HOLDS
from thb_desktop.verify.package import check_package
from thb_desktop.verify.run import main
from thb_desktop.words import ENGLISH, sentence

AT = datetime(2026, 3, 3, 10, 30, tzinfo=UTC)
OFFICE, OTHERS = pdfs.make_office(), pdfs.make_office("Another office")
BUNDLE = pdfs.signed_twice(OFFICE, pdfs.bundle(OFFICE))
MEMBERS = [
    held("bundle.pdf", "application/pdf", BUNDLE),
    held("exhibits/E-01.jpg", "image/jpeg", b"a picture" * 999),
]


def packed(members=MEMBERS, office=OFFICE, signer=None, chain=None, at=AT) -> bytes:
    target = io.BytesIO()
    write_container(
        *(target, members),
        info={"Source-Organization": "Office of Borduria"},
        signer=signer or office.judge,
        chain=[office.root] if chain is None else chain,
        at=at,
    )
    return target.getvalue()


PACKAGE = packed()


def found(data: bytes, **trust):
    return check_package(io.BytesIO(data), **(trust or {"trusted_roots": [OFFICE.root]}))


def codes(data: bytes, standing: Standing = Standing.BROKEN, **trust) -> set[str]:
    return {each.code for each in found(data, **trust) if each.standing is standing}


def re_signed(data: bytes, message: bytes) -> bytes:
    """The container with another message in the place of its signature, of whatever length."""
    container = open_container(io.BytesIO(data))
    target = io.BytesIO()
    stream = packing._Stream(target)
    for each in container.members:
        content = b"".join(container.pieces(each.name))
        stream.put_held(each.name, message if each.name == manifest.SIGNATURE else content)
    stream.close()
    return target.getvalue()


def test_a_sound_package_holds_and_its_bundle_with_it():
    findings = found(PACKAGE)

    assert verdict(findings) is Standing.HOLDS
    said = [sentence(each, ENGLISH) for each in findings]
    assert any(text.startswith("Signature of the package: made with the certificate of") for text in said)
    assert any(text.startswith("File data/bundle.pdf of the package") for text in said)
    assert "All 2 files of the package are those of its signed list, and nothing else is in it." in said


def test_a_root_that_nobody_named_is_unknown_and_compared_by_its_fingerprint():
    findings = found(PACKAGE, trusted_fingerprints=[])

    assert verdict(findings) is Standing.UNKNOWN
    assert "root-unknown" in {each.code for each in findings}


def test_a_package_that_another_office_signed_anew_is_not_of_the_trusted_root():
    assert "root-unknown" in codes(packed(office=OTHERS), Standing.UNKNOWN)


def test_a_bundle_of_others_in_a_package_of_ours_is_not_of_the_trusted_root():
    theirs = pdfs.signed_twice(OTHERS, pdfs.bundle(OTHERS))

    assert "root-unknown" in codes(packed([held("bundle.pdf", "application/pdf", theirs)]), Standing.UNKNOWN)


def test_a_changed_bundle_is_broken_even_in_a_package_that_is_signed_for_it():
    changed = bytearray(BUNDLE)
    changed[BUNDLE.index(b"/ByteRange") - 4000] ^= 1

    assert verdict(found(packed([held("bundle.pdf", "application/pdf", bytes(changed))]))) is Standing.BROKEN


def test_a_signature_of_another_package_is_not_that_of_this_one():
    other = open_container(io.BytesIO(packed([held("note.txt", "text/plain", b"note")])))

    assert codes(re_signed(PACKAGE, other.signature)) == {"content-changed"}


def test_a_signature_by_the_same_key_in_another_form_is_broken():
    digest = pdfs.sha256(open_container(io.BytesIO(PACKAGE)).manifest).digest()
    untimed = sign_detached(digest, signer=OFFICE.judge, chain=[OFFICE.root])

    assert "time-missing" in codes(re_signed(PACKAGE, untimed), Standing.UNKNOWN)


def test_a_certificate_that_was_not_valid_then_is_named():
    assert "certificate-not-valid-then" in {each.code for each in found(packed(at=AT + timedelta(days=4000)))}


def test_a_signer_whom_nobody_vouches_for_is_unknown():
    alone = packed(chain=[])

    assert verdict(found(alone)) in {Standing.UNKNOWN, Standing.BROKEN}


def test_a_signer_without_a_certificate_of_the_root_is_broken_or_unknown():
    draw = pdfs.fixed_randomness("forger")
    key = new_private_key(draw)
    public = SoftwareSigner.of(key).public_key
    subject = Subject(common_name="Judge Bianca Castafiore", organisation="Office")
    forged = issue_leaf(new_private_key(draw), OFFICE.root, subject, public, at=AT, randomness=draw)

    assert verdict(found(packed(signer=SoftwareSigner.of(key, forged)))) is not Standing.HOLDS


@pytest.mark.parametrize("place", ["exhibit", "bundle", "tag", "manifest", "signature"])
def test_a_bit_that_changed_anywhere_makes_it_broken(place):
    container = open_container(io.BytesIO(PACKAGE))
    inside = {
        "exhibit": b"a picture",
        "bundle": BUNDLE[1000:1020],
        "tag": b"Payload-Oxum",
        "manifest": container.manifest[300:330],
        "signature": container.signature[-20:],
    }
    data = bytearray(PACKAGE)
    data[PACKAGE.index(inside[place]) + 3] ^= 1

    assert verdict(found(bytes(data))) is Standing.BROKEN


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"PK\3\4" + bytes(500), PACKAGE[:-1], PACKAGE + b"x"])
def test_what_is_no_package_of_ours_is_said_to_be_none(data):
    assert codes(data) == {"package-form"}


def test_a_root_that_cannot_be_read_is_refused():
    with pytest.raises(FileUnreadableError):
        found(PACKAGE, trusted_roots=[b"no certificate"])


def test_the_command_tells_a_package_by_its_content(tmp_path):
    (tmp_path / "named-as-it-likes").write_bytes(PACKAGE)
    (tmp_path / "root.der").write_bytes(OFFICE.root)
    (tmp_path / "changed").write_bytes(PACKAGE.replace(b"a picture", b"A picture", 1))
    out = io.StringIO()

    file, root = str(tmp_path / "named-as-it-likes"), str(tmp_path / "root.der")
    assert main([file, "--root", root], out) == HOLDS
    assert main([file, "--root", root, "--sha256", pdfs.sha256(PACKAGE).hexdigest()], out) == HOLDS
    assert main([file, "--root", root, "--sha256", "0" * 64], out) == BROKEN
    assert main([str(tmp_path / "changed"), "--root", root], out) == BROKEN
    assert "File data/exhibits/E-01.jpg of the package: its content is not" in out.getvalue()
