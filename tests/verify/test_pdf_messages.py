"""No byte of the message in the room of a signature is free, though no signature covers it."""

from datetime import UTC, datetime, timedelta

import pytest
from asn1crypto import algos, cms
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from tests.support import pdfs
from thb_desktop.crypto.certificates import Subject
from thb_desktop.crypto.signing import ORDER, SoftwareSigner, new_private_key
from thb_desktop.errors import NotCanonicalError
from thb_desktop.findings import Standing, verdict
from thb_desktop.report.pades import Certification
from thb_desktop.verify.der import verify_der
from thb_desktop.verify.documents.path import check_path, shown_name
from thb_desktop.verify.pdf import check_pdf


def found_in(data, office, standing):
    findings = check_pdf(data, trusted_roots=[office.root])
    return {finding.code for finding in findings if finding.standing is standing}


def altered(data: bytes, change) -> bytes:
    """The document with its last message taken apart, changed and put back."""
    message = cms.ContentInfo.load(pdfs.message_of(data))
    signed = message["content"]
    change(signed)
    signed = cms.SignedData({key: signed[key] for key in signed if signed[key].native is not None})
    return pdfs.with_message(
        data, cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump(force=True)
    )


def spare_certificate(signed) -> None:
    other = pdfs.make_office("Elsewhere").root
    choice = cms.CertificateChoices("certificate", asn1_x509.Certificate.load(other))
    signed["certificates"] = [*signed["certificates"], choice]


def unsigned_attribute(signed) -> None:
    attribute = cms.CMSAttribute({"type": "signature_time_stamp_token", "values": [message_of_nothing()]})
    signed["signer_infos"][0]["unsigned_attrs"] = [attribute]


def message_of_nothing() -> cms.ContentInfo:
    return cms.ContentInfo({"content_type": "data", "content": b""})


def two_digests(signed) -> None:
    signed["digest_algorithms"] = [
        *signed["digest_algorithms"],
        algos.DigestAlgorithm({"algorithm": "sha512"}),
    ]


def other_parameters(signed) -> None:
    whole = signed["digest_algorithms"][0].dump()
    signed["digest_algorithms"] = [algos.DigestAlgorithm.load(b"\x30\x0b" + whole[2:-2])]


def other_revocations(signed) -> None:
    signed["crls"] = []


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        (spare_certificate, "spare-certificate"),
        (unsigned_attribute, "unsigned-additions"),
        (two_digests, "encoding-not-strict"),
        (other_parameters, "encoding-not-strict"),
        (other_revocations, "spare-data"),
    ],
)
def test_what_is_added_around_a_signature_is_seen(office, elsewhere, change, code):
    data = altered(elsewhere, change)

    assert code in found_in(data, office, Standing.UNKNOWN)
    assert verdict(check_pdf(data, trusted_roots=[office.root])) is not Standing.HOLDS


def test_a_false_version_number_is_seen(office, elsewhere):
    message = pdfs.message_of(elsewhere)
    data = pdfs.with_message(elsewhere, message.replace(b"\x02\x01\x01\x31", b"\x02\x01\x03\x31", 1))

    assert found_in(data, office, Standing.UNKNOWN) == {"encoding-not-strict"}


def test_the_other_form_of_a_signature_is_refused_in_our_own_documents(office, approved):
    def negate(signed) -> None:
        info = signed["signer_infos"][0]
        r, s = decode_dss_signature(info["signature"].native)
        info["signature"] = encode_dss_signature(r, ORDER - s)

    data = altered(approved, negate)

    assert found_in(data, office, Standing.BROKEN) == {"encoding-not-strict"}


@pytest.mark.requirement("SR-33")
def test_a_certificate_of_the_same_name_in_place_of_the_signers_is_refused(office, elsewhere):
    twin = pdfs.make_office()
    key = new_private_key(pdfs.fixed_randomness("twin"))
    certificate = pdfs.issue_leaf(
        office.root_key,
        office.root,
        Subject(common_name="Judge Bianca Castafiore", organisation="Public Prosecutor's Office of Borduria"),
        SoftwareSigner.of(key).public_key,
        at=datetime(2025, 1, 1, tzinfo=UTC),
        randomness=pdfs.fixed_randomness("certificate"),
    )
    assert twin.root == office.root

    def exchange(signed) -> None:
        new = asn1_x509.Certificate.load(certificate)
        root = asn1_x509.Certificate.load(office.root)
        signed["certificates"] = [cms.CertificateChoices("certificate", one) for one in (new, root)]
        signed["signer_infos"][0]["sid"] = cms.SignerIdentifier(
            {
                "issuer_and_serial_number": cms.IssuerAndSerialNumber(
                    {"issuer": new.issuer, "serial_number": new.serial_number}
                )
            }
        )

    data = altered(elsewhere, exchange)

    assert "certificate-exchanged" in found_in(data, office, Standing.BROKEN)


def test_a_signer_whose_name_cannot_be_read_is_judged(office):
    certificate = office.judge.certificate.replace(b"Castafiore", b"Castafior\xff")
    signer = SoftwareSigner.of(office.judge.private_key, certificate)
    source = pdfs.prepare(fields=(pdfs.JUDGE,))

    data = pdfs.signed(source, office, signer, pdfs.JUDGE, Certification.NO_CHANGES)

    assert found_in(data, office, Standing.BROKEN) == {"certificate-malformed"}
    assert shown_name(x509.load_der_x509_certificate(certificate)) == "?"


def test_a_message_without_its_signers_certificate_is_refused(office, elsewhere):
    def remove(signed) -> None:
        root = asn1_x509.Certificate.load(office.root)
        signed["certificates"] = [cms.CertificateChoices("certificate", root)]

    data = altered(elsewhere, remove)

    assert found_in(data, office, Standing.BROKEN) == {"signer-missing"}


@pytest.mark.requirement("SR-33")
def test_no_signer_or_a_second_one_is_refused(office, elsewhere):
    for count in (0, 2):

        def change(signed, count=count) -> None:
            info = signed["signer_infos"][0]
            later = info.copy()
            later["signature"] = b"\x30\x00"
            signed["signer_infos"] = [info, later][:count]

        data = altered(elsewhere, change)

        assert found_in(data, office, Standing.BROKEN) & {"not-one-signer"}


@pytest.mark.requirement("SR-33")
def test_a_weak_digest_is_refused(office, elsewhere):
    def weaken(signed) -> None:
        algorithm = algos.DigestAlgorithm({"algorithm": "sha1"})
        signed["digest_algorithms"] = [algorithm]
        signed["signer_infos"][0]["digest_algorithm"] = algorithm

    data = altered(elsewhere, weaken)

    assert found_in(data, office, Standing.BROKEN) == {"weak-algorithm"}


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\x30",
        b"\x30\x80\x00\x00",
        b"\x30\x81\x02\x05\x00",
        b"\x30\x82\x00\x02\x05\x00",
        b"\x30\x02\x05\x00\x00",
        b"\x02\x02\x00\x7f",
        b"\x02\x02\xff\x80",
        b"\x02\x00",
        b"\x01\x01\x01",
        b"\x03\x02\x01\x01",
        b"\x03\x01\x08",
        b"\x05\x01\x00",
        b"\x06\x01\x80",
        b"\x10\x00",
        b"\x1f\x81\x00\x00",
        b"\x31\x06\x02\x01\x02\x02\x01\x01",
        b"\x31\x06\x02\x01\x01\x02\x01\x01",
        b"\x30\x05\x02\x01\x01\x02\x05",
    ],
)
def test_what_is_not_in_strict_der_is_refused(text):
    with pytest.raises(NotCanonicalError):
        verify_der(text)


def test_deep_nesting_is_refused_without_falling_over():
    text = b"\x05\x00"
    for _ in range(60):
        text = (
            b"\x30" + bytes([len(text)]) + text
            if len(text) < 128
            else b"\x30\x81" + bytes([len(text)]) + text
        )

    with pytest.raises(NotCanonicalError):
        verify_der(text)


# The way from the signer to the root.

YEAR = datetime(2026, 1, 1, tzinfo=UTC)


def certificate(name, key, issuer, issuer_key, *, authority=False, usage=None, path=None, extra=()):
    common = x509.NameOID.COMMON_NAME
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(common, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(common, issuer)]))
        .public_key(key.public_key())
        .serial_number(len(name) + 1)
        .not_valid_before(YEAR)
        .not_valid_after(YEAR + timedelta(days=365))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=path), critical=True)
    )
    names = (
        "digital_signature",
        "content_commitment",
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
    )
    rest = ("key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only")
    wanted = usage or ({"key_cert_sign"} if authority else {"digital_signature"})
    uses = {one: one in wanted for one in (*names, *rest)}
    builder = builder.add_extension(x509.KeyUsage(**uses), critical=True)
    for extension in extra:
        builder = builder.add_extension(extension, critical=True)
    return builder.sign(issuer_key, SHA256())


def key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def path_codes(signer, *others, roots=(), trusted=()):
    found = check_path(signer, others, trusted=trusted, roots=roots, at=YEAR + timedelta(days=3))
    return {finding.code for finding in found}


@pytest.mark.requirement("SR-33")
def test_a_short_rsa_key_makes_a_certificate_weak():
    root_key = key()
    root = certificate("root", root_key, "root", root_key, authority=True)
    short = certificate("a", rsa.generate_private_key(65537, 1024), "root", root_key)  # noqa: S505

    assert "weak-certificate" in path_codes(short, root)


def test_an_issuer_must_be_entitled_to_issue():
    root_key, middle_key = key(), key()
    root = certificate("root", root_key, "root", root_key, authority=True, path=0)
    middle = certificate("middle", middle_key, "root", root_key, authority=True)
    clerk = certificate("middle", middle_key, "root", root_key)
    signer = certificate("signer", key(), "middle", middle_key)

    assert "issuer-not-entitled" in path_codes(signer, middle, root)
    assert "issuer-not-entitled" in path_codes(signer, clerk, root)


def test_a_certificate_for_other_uses_may_not_sign():
    root_key = key()
    root = certificate("root", root_key, "root", root_key, authority=True)
    signer = certificate("signer", key(), "root", root_key, usage={"key_agreement"})

    assert "certificate-not-for-signing" in path_codes(signer, root)


def test_an_unknown_critical_restriction_leaves_it_unknown():
    root_key = key()
    root = certificate("root", root_key, "root", root_key, authority=True)
    odd = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.3.6.1.4.1.99999.1"), b"\x05\x00")
    signer = certificate("signer", key(), "root", root_key, extra=[odd])

    assert "certificate-restricted" in path_codes(signer, root)


def test_a_chain_without_end_a_lone_signer_and_a_false_issuer_are_told_apart():
    root_key = key()
    root = certificate("root", root_key, "root", root_key, authority=True)
    signer = certificate("signer", key(), "root", root_key)
    alone_key = key()
    alone = certificate("alone", alone_key, "alone", alone_key)
    false = certificate("root", key(), "root", key(), authority=True)

    assert "path-incomplete" in path_codes(signer)
    assert "self-signed" in path_codes(alone)
    assert {"path-incomplete", "spare-certificate"} <= path_codes(signer, false)
    assert "root-unknown" in path_codes(signer, root)
