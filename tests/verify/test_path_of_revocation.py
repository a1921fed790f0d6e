"""Whose revocation is looked for: the path to the root that is trusted, whatever else a document holds."""

import subprocess
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from tests.support.pdfs import AT, fixed_randomness
from tests.verify.test_freshness import with_lists
from tests.verify.test_stamped import Stamped
from tests.verify.test_stamped import stamped as stamped  # noqa: PLC0414 - the fixture
from thb_desktop.crypto.signing import new_private_key
from thb_desktop.verify.documents.path import fingerprint
from thb_desktop.verify.documents.revocation import RevocationStore
from thb_desktop.verify.pdf import check_pdf

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Authority:
    """An authority, with the one that issued its certificate."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @classmethod
    def called(
        cls,
        name: str,
        *,
        by: "Authority | None" = None,
        like: "Authority | None" = None,
        is_authority: bool = True,
        below: int | None = None,
        may_issue: bool | None = None,
    ) -> "Authority":
        """Make one. like: whose key it has. is_authority: whether its certificate says that it is one. below:
        how many authorities it may have below it. may_issue: whether its key is for certificates, if it says.
        """
        key = like.key if like else new_private_key(fixed_randomness(name))
        issuer = (by.key, by.certificate.subject) if by else (key, named(name))
        told = {"is_authority": is_authority, "below": below, "may_issue": may_issue}
        return cls(key, issued(named(name), key, *issuer, **told))

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    def listed(self, *revoked: x509.Certificate) -> bytes:
        """Its list of the certificates that it revoked."""
        builder = x509.CertificateRevocationListBuilder().issuer_name(self.certificate.subject)
        builder = builder.last_update(AT + 5 * DAY).next_update(AT + 50 * DAY)
        for each in revoked:
            entry = (
                x509.RevokedCertificateBuilder().serial_number(each.serial_number).revocation_date(AT - DAY)
            )
            builder = builder.add_revoked_certificate(entry.build())
        return builder.sign(self.key, SHA256()).public_bytes(Encoding.DER)


def named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def issued(
    subject: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    by: ec.EllipticCurvePrivateKey,
    issuer: x509.Name,
    *,
    is_authority: bool,
    below: int | None = None,
    may_issue: bool | None = None,
) -> x509.Certificate:
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(AT - 100 * DAY)
        .not_valid_after(AT + 1000 * DAY)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=below), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False)
    )
    if may_issue is not None:
        others = ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement")
        others += ("crl_sign", "encipher_only", "decipher_only")
        usage = x509.KeyUsage(digital_signature=True, key_cert_sign=may_issue, **dict.fromkeys(others, False))
        builder = builder.add_extension(usage, critical=True)
    return builder.sign(by, SHA256())


ROOT = Authority.called("Root")
OFFICE = Authority.called("Office", by=ROOT)
STRANGER = Authority.called("Stranger")
FALSE = Authority.called("Office", by=STRANGER, like=OFFICE)
"""Whoever has the office's name and public key can have this made: nobody asks for the private one."""
SIGNER = issued(
    named("Judge"), new_private_key(fixed_randomness("j")), OFFICE.key, named("Office"), is_authority=False
)


def said(
    certificates: list[Authority], *lists: bytes, of: x509.Certificate = SIGNER
) -> tuple[list[str], bool]:
    store = RevocationStore.of(
        [each.der for each in certificates],
        lists,
        [],
        roots=[ROOT.certificate],
        trusted={fingerprint(ROOT.certificate)},
    )
    der = of.public_bytes(Encoding.DER)
    found, is_whole = store.said_of_path(der, since=AT, until=AT + 2 * DAY, newest=AT + 20 * DAY)
    return [each.key for each in found], is_whole


def test_a_false_certificate_of_an_authority_hides_no_revocation():
    revoked = OFFICE.listed(), ROOT.listed(OFFICE.certificate), STRANGER.listed()

    for certificates in ([FALSE, STRANGER, OFFICE], [OFFICE, FALSE, STRANGER], [STRANGER, OFFICE, FALSE]):
        assert said(certificates, *revoked) == (["certificate-revoked"], True)


def test_whoever_has_a_certificate_under_the_root_and_is_no_authority_hides_no_revocation():
    person = Authority.called("Person", by=ROOT, is_authority=False)
    false = Authority.called("Office", by=person, like=OFFICE)
    lists = OFFICE.listed(), ROOT.listed(OFFICE.certificate), person.listed()

    assert said([false, person, OFFICE], *lists) == (["certificate-revoked"], True)
    assert said([false, person], *lists) == ([], False)


def openssl_says(
    folder: Path, *between: Authority, of: x509.Certificate = SIGNER, root: Authority = ROOT
) -> str:
    """What another program says of the path of the signer over these to the trusted root."""
    files = {
        "root.pem": [root.certificate],
        "between.pem": [each.certificate for each in between],
        "signer.pem": [of],
    }
    for name, certificates in files.items():
        (folder / name).write_bytes(b"".join(each.public_bytes(Encoding.PEM) for each in certificates))
    asked = ["-CAfile", "root.pem", "-untrusted", "between.pem", "-attime", str(int(AT.timestamp()))]
    command = ["openssl", "verify", "-no-CAstore", *asked, "signer.pem"]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    return done.stdout + done.stderr


def test_an_authority_that_may_have_none_below_it_hides_no_revocation(tmp_path: Path):
    district = Authority.called("District", by=ROOT, below=0)
    false = Authority.called("Office", by=district, like=OFFICE)
    lists = OFFICE.listed(), ROOT.listed(OFFICE.certificate), district.listed()

    assert "path length constraint exceeded" in openssl_says(tmp_path, false, district)
    for certificates in ([false, district, OFFICE], [OFFICE, false, district], [district, OFFICE, false]):
        assert said(certificates, *lists) == (["certificate-revoked"], True)
    assert said([false, district], *lists) == ([], False)


def test_an_authority_that_may_have_enough_below_it_is_followed(tmp_path: Path):
    district = Authority.called("District", by=ROOT, below=1)
    office = Authority.called("Office", by=district, like=OFFICE)
    lists = OFFICE.listed(), ROOT.listed(), district.listed()

    assert "signer.pem: OK" in openssl_says(tmp_path, office, district)
    assert said([office, district], *lists) == ([], True)
    assert said([office, district], *lists[:2]) == ([], False)


def test_a_new_key_that_an_authority_certifies_by_its_old_one_makes_it_no_other_authority(tmp_path: Path):
    old = Authority.called("Office", by=ROOT, below=0)
    key = new_private_key(fixed_randomness("a newer key"))
    new = Authority(key, issued(named("Office"), key, old.key, named("Office"), is_authority=True))
    person = issued(named("Person"), key, key, named("Office"), is_authority=False)
    lists = new.listed(), old.listed(new.certificate), ROOT.listed()

    assert "signer.pem: OK" in openssl_says(tmp_path, new, old, of=person)
    for certificates in ([new, old], [old, new]):
        assert said(certificates, *lists, of=person) == (["certificate-revoked"], True)


def test_one_whose_key_is_not_for_certificates_hides_no_revocation():
    stamps = Authority.called("Stamps", by=ROOT, may_issue=False)
    false = Authority.called("Office", by=stamps, like=OFFICE)
    lists = OFFICE.listed(), ROOT.listed(OFFICE.certificate), stamps.listed()

    assert said([false, stamps, OFFICE], *lists) == (["certificate-revoked"], True)
    assert said([false, stamps], *lists) == ([], False)


def test_a_longer_way_over_the_right_authority_does_not_take_it_from_the_right_way():
    limited = Authority.called("District", by=ROOT, below=1)
    right = Authority.called("Office", by=limited, like=OFFICE)
    longer = Authority.called("Office", by=Authority.called("Detour", by=limited), like=OFFICE)
    detour = Authority.called("Detour", by=limited)
    lists = OFFICE.listed(), ROOT.listed(), limited.listed(right.certificate), detour.listed()

    for certificates in ([longer, detour, limited, right], [right, limited, detour, longer]):
        assert said(certificates, *lists) == (["certificate-revoked"], True)


def test_a_false_certificate_of_an_authority_proves_nothing_and_spoils_nothing():
    assert said([FALSE, STRANGER], OFFICE.listed(), STRANGER.listed()) == ([], False)
    assert said([OFFICE], OFFICE.listed(), ROOT.listed()) == ([], True)
    assert said([FALSE, STRANGER, OFFICE], OFFICE.listed(), ROOT.listed()) == ([], True)
    assert said([FALSE, STRANGER, OFFICE], OFFICE.listed(), STRANGER.listed()) == ([], False)


def test_many_false_certificates_in_a_circle_lead_nowhere():
    false = [Authority.called("Office", by=STRANGER, like=OFFICE) for _ in range(150)]
    circle = [Authority.called("Stranger", by=each, like=STRANGER) for each in false[:40]]

    assert said([*false, *circle], OFFICE.listed()) == ([], False)


@pytest.mark.parametrize("is_false", [False, True])
def test_the_level_of_a_document_is_that_of_the_path_to_the_trusted_root(stamped: Stamped, *, is_false: bool):
    office = stamped.office
    root = x509.load_der_x509_certificate(office.root)
    key = office.root_key
    false = issued(root.subject, key, STRANGER.key, named("Stranger"), is_authority=True)
    certificates = [false.public_bytes(Encoding.DER), STRANGER.der] if is_false else []

    (proven,) = (each.values["at"] for each in stamped.check(stamped.whole) if each.code == "time-stamped")
    assert isinstance(proven, datetime)

    data = with_lists(stamped.whole, office.revocations(at=proven), certificates=certificates)
    found = check_pdf(data, trusted_roots=[office.root], stamp_roots=[stamped.authority.root.der])

    assert [each.key for each in found if each.code == "level"] == ["level.b-lt"]
