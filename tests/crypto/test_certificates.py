import contextlib
import secrets
import subprocess
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from thb_desktop.crypto.certificates import Subject, issue_leaf, issue_root, read_holder, verify_leaf
from thb_desktop.crypto.signing import new_private_key, to_spki
from thb_desktop.errors import CertificateError, CertificateRequestError

NOW = datetime(2026, 3, 2, 9, 30, 15, 123456, tzinfo=UTC)
OFFICE = Subject(common_name="Ghent vault root", organisation="Investigating court of Ghent")
JUDGE = Subject(common_name="A. Peeters", organisation="Investigating court of Ghent")


@pytest.fixture(scope="module")
def root_key():
    return new_private_key(secrets.token_bytes)


@pytest.fixture(scope="module")
def root(root_key):
    return issue_root(root_key, OFFICE, at=NOW, randomness=secrets.token_bytes)


@pytest.fixture(scope="module")
def judge_key():
    return new_private_key(secrets.token_bytes)


@pytest.fixture(scope="module")
def leaf(root_key, root, judge_key):
    return issue(root_key, root, judge_key)


def issue(root_key, root, key, *, subject=JUDGE, at=NOW):
    return issue_leaf(
        root_key, root, subject, to_spki(key.public_key()), at=at, randomness=secrets.token_bytes
    )


def test_a_leaf_of_this_root_holds_within_its_time(leaf, root):
    verify_leaf(leaf, root, at=NOW)
    verify_leaf(leaf, root, at=NOW + timedelta(days=1800))

    for at in (NOW - timedelta(seconds=2), NOW + timedelta(days=1826)):
        with pytest.raises(CertificateError, match="not valid at the time"):
            verify_leaf(leaf, root, at=at)


def test_a_leaf_of_another_root_is_refused(leaf):
    other = issue_root(new_private_key(secrets.token_bytes), OFFICE, at=NOW, randomness=secrets.token_bytes)

    with pytest.raises(CertificateError, match="not issued by"):
        verify_leaf(leaf, other, at=NOW)


def test_a_root_does_not_sign_statements(root):
    with pytest.raises(CertificateError, match="may not sign statements"):
        verify_leaf(root, root, at=NOW)


def test_a_certificate_that_may_issue_others_is_refused_though_it_may_sign(root_key, root, judge_key):
    issuer = x509.load_der_x509_certificate(root)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    above = (
        x509.CertificateBuilder(issuer.subject, issuer.subject, judge_key.public_key(), 7)
        .not_valid_before(NOW)
        .not_valid_after(NOW + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(root_key, SHA256())
    )

    with pytest.raises(CertificateError, match="may not sign statements"):
        verify_leaf(above.public_bytes(Encoding.DER), root, at=NOW + timedelta(hours=1))


def test_any_changed_byte_of_a_leaf_is_refused(leaf, root):
    for place in range(len(leaf)):
        changed = bytearray(leaf)
        changed[place] ^= 0x01
        with pytest.raises(CertificateError):
            verify_leaf(bytes(changed), root, at=NOW)
        with contextlib.suppress(CertificateError):
            read_holder(bytes(changed))


def test_the_certificates_are_those_that_the_norm_asks_for(leaf, root):
    own, issuer = (x509.load_der_x509_certificate(data) for data in (leaf, root))

    usage = own.extensions.get_extension_for_class(x509.KeyUsage)
    assert usage.critical
    assert (usage.value.digital_signature, usage.value.content_commitment) == (True, True)
    assert not usage.value.key_cert_sign
    constraints = issuer.extensions.get_extension_for_class(x509.BasicConstraints)
    assert constraints.critical
    assert (constraints.value.ca, constraints.value.path_length) == (True, 0)
    assert {extension.oid._name for extension in own.extensions} == {
        "basicConstraints",
        "keyUsage",
        "subjectKeyIdentifier",
        "authorityKeyIdentifier",
    }
    assert own.serial_number.bit_length() <= 159
    assert own.not_valid_before_utc == NOW.replace(microsecond=0)


def test_openssl_accepts_the_chain(leaf, root, tmp_path):
    for name, data in (("leaf", leaf), ("root", root)):
        pem = subprocess.run(
            ["openssl", "x509", "-inform", "DER"], input=data, capture_output=True, check=True
        ).stdout
        (tmp_path / name).write_bytes(pem)

    at = str(int(NOW.timestamp()) + 60)
    verified = subprocess.run(
        ["openssl", "verify", "-x509_strict", "-attime", at, "-CAfile", tmp_path / "root", tmp_path / "leaf"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert verified.returncode == 0, verified.stdout + verified.stderr


def test_a_leaf_never_outlives_its_root(root_key, root, judge_key):
    late = NOW + timedelta(days=29 * 365)

    leaf = x509.load_der_x509_certificate(issue(root_key, root, judge_key, at=late))

    assert leaf.not_valid_after_utc == x509.load_der_x509_certificate(root).not_valid_after_utc
    with pytest.raises(CertificateRequestError, match="not valid at this time"):
        issue(root_key, root, judge_key, at=NOW + timedelta(days=31 * 365))


@pytest.mark.parametrize("name", ["", "  ", "x" * 65, "two\nlines"])
def test_a_name_that_no_certificate_takes_is_refused(root_key, root, judge_key, name):
    with pytest.raises(CertificateRequestError, match="1 to 64"):
        issue(root_key, root, judge_key, subject=Subject(common_name=name, organisation="Court"))


def test_a_time_without_its_offset_is_refused(root_key):
    with pytest.raises(CertificateRequestError, match="offset"):
        issue_root(root_key, OFFICE, at=NOW.replace(tzinfo=None), randomness=secrets.token_bytes)


def test_a_certificate_names_its_holder(root_key, root, judge_key):
    subject = Subject(common_name="A. Peeters", organisation="Court", serial_number="0198-agent")

    holder = read_holder(issue(root_key, root, judge_key, subject=subject))

    assert holder.serial_number == "0198-agent"
    assert holder.public_key == to_spki(judge_key.public_key())


@pytest.mark.parametrize("data", [b"", b"junk", bytes(300)])
def test_what_is_no_certificate_is_refused(data, root):
    with pytest.raises(CertificateError, match="cannot be read"):
        verify_leaf(data, root, at=NOW)


def test_a_signature_that_claims_an_unused_bit_is_refused(leaf, root):
    place = len(leaf) - len(x509.load_der_x509_certificate(leaf).signature) - 1
    changed = bytearray(leaf)
    changed[place] = 1
    changed[-1] &= 0xFE

    with pytest.raises(CertificateError):
        verify_leaf(bytes(changed), root, at=NOW)
