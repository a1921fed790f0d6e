"""The short way to judge our own signatures: it agrees with the full way, and only says that all holds."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from tests.support import pdfs
from thb_desktop.crypto.certificates import Subject, certify_oneself, issue_leaf, issue_root
from thb_desktop.crypto.signing import new_private_key, to_spki
from thb_desktop.verify.documents import signature_check
from thb_desktop.verify.documents.own_certificate import read_own_root, read_own_user
from thb_desktop.verify.documents.own_signature import sound_signature
from thb_desktop.verify.documents.path import shown_name
from thb_desktop.verify.pdf import check_pdf

AT = datetime(2025, 1, 1, tzinfo=UTC)
RANDOMNESS = pdfs.fixed_randomness("own certificates")
KEY = new_private_key(RANDOMNESS)
NAME = Subject(
    common_name="Procureure \u00c9lo\u00efse", organisation="Parquet \u0628\u064a\u0631\u0648\u062a"
)


@pytest.fixture
def ways(monkeypatch):
    """Judge a document by both ways. Return what each found, and how many signatures the short one took."""

    def judge(data: bytes, root: bytes) -> tuple[object, object, int]:
        taken = []

        def seen(*arguments, **named):
            found = sound_signature(*arguments, **named)
            taken.append(found is not None)
            return found

        monkeypatch.setattr(signature_check, "sound_signature", seen)
        short = check_pdf(data, trusted_roots=[root])
        monkeypatch.setattr(signature_check, "sound_signature", lambda *_, **__: None)
        return short, check_pdf(data, trusted_roots=[root]), sum(taken)

    return judge


def test_the_short_way_finds_what_the_full_way_finds(ways, office, approved, final):
    for data, signatures in ((approved, 2), (final, 1)):
        short, full, taken = ways(data, office.root)

        assert taken == signatures
        assert short == full


def test_each_altered_byte_of_a_message_is_judged_alike_and_never_by_the_short_way(ways, office, final):
    start, _ = pdfs.room_of(final)
    length = len(pdfs.message_of(final))
    for place in range(start + 1, start + 2 * length, 13):
        other = b"0" if final[place : place + 1] != b"0" else b"1"
        short, full, taken = ways(final[:place] + other + final[place + 1 :], office.root)

        assert short == full
        assert taken == 0


def test_an_altered_document_and_another_root_are_left_to_the_full_way(ways, office, foreign_office, final):
    for data, root in ((final[:300] + b"?" + final[301:], office.root), (final, foreign_office.root)):
        short, full, taken = ways(data, root)

        assert short == full
        assert taken == 0


def test_a_signature_of_another_program_is_left_to_the_full_way(ways, office, elsewhere):
    assert ways(elsewhere, office.root)[2] == 0


def of_message(office, final, **changed):
    found = re.search(rb"/ByteRange ?\[ ?0 (\d+) (\d+) (\d+)", final)
    first, second, rest = (int(number) for number in found.groups())
    covered = final[:first] + final[second : second + rest]
    told = {
        "at": lambda: pdfs.AT,
        "trusted": {x509.load_der_x509_certificate(office.root).fingerprint(SHA256()).hex()},
        **changed,
    }
    return sound_signature(pdfs.message_of(final), lambda _: pdfs.sha256(covered).digest(), **told)


def test_it_holds_only_in_the_time_of_the_certificates_and_for_a_trusted_root(office, final):
    assert of_message(office, final).certificate == office.judge.certificate
    assert of_message(office, final, at=lambda: AT - timedelta(days=9000)) is None
    assert of_message(office, final, at=lambda: AT + timedelta(days=9000)) is None
    assert of_message(office, final, at=lambda: None) is None
    assert of_message(office, final, trusted={"00" * 32}) is None


def test_certificates_of_the_program_are_in_its_form_and_are_named_alike():
    root = issue_root(KEY, NAME, founder="ab" * 32, at=AT, randomness=RANDOMNESS)
    plain_root = issue_root(KEY, NAME, at=AT, randomness=RANDOMNESS)
    users = [
        issue_leaf(KEY, root, subject, to_spki(KEY.public_key()), at=AT, randomness=RANDOMNESS)
        for subject in (
            NAME,
            Subject(
                common_name="J",
                organisation="O",
                serial_number="f5b16522-4a58-b791-df6a-f1d8303e61cd",
                function="INVESTIGATING_JUDGE",
            ),
        )
    ]

    for told, read in (
        (root, read_own_root),
        (plain_root, read_own_root),
        *((u, read_own_user) for u in users),
    ):
        own, whole = read(told), x509.load_der_x509_certificate(told)
        assert own is not None
        assert own.name == shown_name(whole)
        assert int.from_bytes(own.serial) == whole.serial_number
    assert read_own_user(root) is None
    assert read_own_root(users[0]) is None
    assert read_own_user(certify_oneself(KEY, NAME, at=AT, randomness=RANDOMNESS)) is None


def other(**changed) -> bytes:
    """A root that differs from ours in one thing."""
    told = {
        "key": KEY,
        "names": [(NameOID.ORGANIZATION_NAME, "O"), (NameOID.COMMON_NAME, "C")],
        "serial": 7,
        "until": AT + timedelta(days=100),
        "basic": x509.BasicConstraints(ca=True, path_length=0),
        "critical": True,
        "digest": SHA256(),
        "more": None,
        **changed,
    }
    name = x509.Name([x509.NameAttribute(*each) for each in told["names"]])
    usage = dict.fromkeys(("digital_signature", "content_commitment", "key_encipherment"), False)
    usage |= dict.fromkeys(("data_encipherment", "key_agreement", "encipher_only", "decipher_only"), False)
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(told["key"].public_key())
        .serial_number(told["serial"])
        .not_valid_before(AT)
        .not_valid_after(told["until"])
        .add_extension(x509.SubjectKeyIdentifier(b"1" * 20), critical=False)
        .add_extension(told["basic"], critical=told["critical"])
        .add_extension(x509.KeyUsage(key_cert_sign=True, crl_sign=True, **usage), critical=True)
    )
    if told["more"]:
        builder = builder.add_extension(told["more"], critical=False)
    return builder.sign(told["key"], told["digest"]).public_bytes(Encoding.DER)


def test_a_certificate_that_differs_in_one_thing_is_not_in_our_form():
    names = [(NameOID.ORGANIZATION_NAME, "O"), (NameOID.COMMON_NAME, "C")]
    others = [
        other(key=ec.generate_private_key(ec.SECP384R1())),
        other(names=names[::-1]),
        other(names=[*names, (NameOID.TITLE, "Judge")]),
        other(names=[*names, (NameOID.SERIAL_NUMBER, "a b")]),
        other(names=names[1:]),
        other(basic=x509.BasicConstraints(ca=True, path_length=None)),
        other(critical=False),
        other(more=x509.NameConstraints(permitted_subtrees=[x509.DNSName("a.b")], excluded_subtrees=None)),
    ]
    plain = other()

    assert read_own_root(plain) is not None
    assert [read_own_root(each) for each in others] == [None] * len(others)
    assert read_own_root(plain.replace(b"\x02\x01\x07", b"\x02\x01\x00", 1)) is None
    assert read_own_root(plain.replace(b"\x02\x01\x07", b"\x02\x01\x87", 1)) is None
    assert read_own_root(plain.replace(b"\x0c\x01C", b"\x13\x01C")) is None
    assert read_own_root(plain.replace(b"\x0c\x01C", b"\x0c\x01\xff")) is None
    assert read_own_root(b"") is None


def test_no_altered_byte_of_a_certificate_leaves_what_another_reader_would_refuse():
    """Whatever is in our form, the library for all forms reads, and reads alike."""
    plain, in_form = issue_root(KEY, NAME, founder="ab" * 32, at=AT, randomness=RANDOMNESS), 0
    for place in range(len(plain)):
        for mask in (0x01, 0x10, 0x80):
            altered = plain[:place] + bytes([plain[place] ^ mask]) + plain[place + 1 :]
            own = read_own_root(altered)
            if own is None:
                continue
            in_form += 1
            whole = x509.load_der_x509_certificate(altered)
            basic = whole.extensions.get_extension_for_class(x509.BasicConstraints)
            assert basic.value == x509.BasicConstraints(ca=True, path_length=0)
            assert {each.oid._name for each in whole.extensions if each.critical} == {
                "basicConstraints",
                "keyUsage",
            }
            assert own.name == shown_name(whole)
            assert own.read.not_before == whole.not_valid_before_utc
            assert own.read.not_after == whole.not_valid_after_utc
            assert decode_dss_signature(whole.signature) == tuple(
                int.from_bytes(own.read.signature[half : half + 32]) for half in (0, 32)
            )
            assert isinstance(whole.public_key(), ec.EllipticCurvePublicKey)

    assert in_form > 100
