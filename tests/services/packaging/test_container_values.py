"""Revocation lists and answers of a package: what says nothing raises no level, too many are refused."""

import io
from datetime import datetime, timedelta

import pytest
from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from tests.support.container_stamping import (
    Stamping,
    keys,
    later,
    level,
    many_values,
    new_list,
    read,
    stamp_time,
    with_values,
    written,
)
from thb_desktop.crypto.signature_stamps import stamped, taken_apart
from thb_desktop.findings import Standing, verdict
from thb_desktop.report.stamping import ValidationData
from thb_desktop.verify.documents.revocation import RevocationStore
from thb_desktop.verify.package import check_package

BESIDE = "package-values-unknown"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Stamping:
    """A container that was stamped."""
    desk = Stamping.made(tmp_path_factory.mktemp("first"))
    desk.walk()
    return desk


def _listed(desk: Stamping, at: datetime, *extensions: tuple[x509.ExtensionType, bool]) -> bytes:
    """A list of the office that says of itself what it covers."""
    builder = x509.CertificateRevocationListBuilder(
        issuer_name=x509.load_der_x509_certificate(desk.office.root).subject,
        last_update=at,
        next_update=at + timedelta(days=30),
    )
    for extension, is_critical in extensions:
        builder = builder.add_extension(extension, critical=is_critical)
    return builder.sign(desk.office.root_key, hashes.SHA256()).public_bytes(Encoding.DER)


def _point(*, ca: bool = False, reasons: frozenset[x509.ReasonFlags] | None = None) -> x509.ExtensionType:
    return x509.IssuingDistributionPoint(None, None, False, ca, reasons, False, False)


def test_what_says_nothing_of_the_certificate_now_raises_no_level(first: Stamping):
    at = stamp_time(first)
    lists = {
        "before the stamp": _listed(first, at - timedelta(seconds=1)),
        "what is new": _listed(first, at, (x509.DeltaCRLIndicator(1), True)),
        "authorities": _listed(first, at, (_point(ca=True), True)),
        "some reasons": _listed(
            first, at, (_point(reasons=frozenset([x509.ReasonFlags.ca_compromise])), True)
        ),
        "unknown": _listed(
            first, at, (x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3"), b"\x05\x00"), True)
        ),
    }
    archived_before = _listed(first, at + timedelta(days=3650))

    levels = {name: level(first.found(with_values(first, [each]))) for name, each in lists.items()}
    late = later(first, ValidationData(revocation_lists=[archived_before]))

    assert set(levels.values()) == {"b-t"}, levels
    assert level(first.found(with_values(first, [_listed(first, at)]))) == "b-lt"
    assert level(late.walk()) == "b-t"


def test_an_answer_that_refuses_says_nothing_and_stops_no_check(first: Stamping):

    found = first.found(with_values(first, [new_list(first)], [bytes.fromhex("30030a0106")]))

    assert BESIDE in keys(found)
    assert (verdict(found), level(found)) == (Standing.UNKNOWN, "b-lt")


def test_more_values_than_a_package_has_are_refused_before_they_are_read(first: Stamping):

    assert keys(first.found(with_values(first, many_values(21)))) == {"package-form.form"}
    assert BESIDE in keys(first.found(with_values(first, many_values(20))))


def test_long_signatures_and_stamps_in_loose_form_are_findings(first: Stamping):
    own = read(first.target)
    parts = taken_apart(own.signature)
    loose = b"\x30\x84" + (70_000).to_bytes(4) + bytes(70_000)

    signature = check_package(io.BytesIO(written(own, loose)))
    stamp = first.found(written(own, stamped(parts.message, _with_long_certificate(parts.token or b""))))

    assert keys(signature) == {"package-form.form"}
    assert "pdf-beyond-bounds" in keys(stamp)
    assert (verdict(stamp), level(stamp)) == (Standing.UNKNOWN, "b-b")


def _with_long_certificate(token: bytes) -> bytes:
    """The token with a certificate that is no certificate, long, and not in strict form."""
    spare = b"\x02\x81\x01\x05" * 20_000
    content = cms.ContentInfo.load(token)
    held = content["content"]["certificates"]
    inner = _long(0x30, spare)
    whole = b"".join(each.dump() for each in held) + inner
    fields = [
        b"\xa0\x83" + len(whole).to_bytes(3) + whole
        if name == "certificates"
        else content["content"][name].dump()
        for name in ("version", "digest_algorithms", "encap_content_info", "certificates", "signer_infos")
    ]
    return _long(0x30, content["content_type"].dump() + _long(0xA0, _long(0x30, b"".join(fields))))


def _long(tag: int, content: bytes) -> bytes:
    return bytes([tag, 0x83]) + len(content).to_bytes(3) + content


def test_a_list_of_a_later_day_than_the_check_says_nothing(first: Stamping):
    at = stamp_time(first)
    data = with_values(first, [_listed(first, at + timedelta(days=1))])

    def level_at(now: datetime | None) -> str:
        roots, anchors = [first.office.root], [first.anchor]
        return level(check_package(io.BytesIO(data), trusted_roots=roots, stamp_roots=anchors, now=now))

    levels = [level_at(at + timedelta(days=days)) for days in (0, 2)]

    assert levels == ["b-t", "b-lt"]
    assert level_at(None) == "b-t"  # nobody says what time it is: the stamp is the last that is proven


def test_a_check_verifies_no_more_signatures_than_its_bound(first: Stamping):
    """Fifty certificates of one name, none of which signed one of the lists."""
    root = x509.load_der_x509_certificate(first.office.root)
    others = x509.CertificateRevocationListBuilder(
        issuer_name=root.subject, last_update=stamp_time(first), next_update=stamp_time(first) + timedelta(1)
    ).sign(ec.generate_private_key(ec.SECP256R1()), hashes.SHA256())
    der = first.office.judge.certificate or b""
    good = new_list(first)

    def is_whole(copies: int) -> bool:
        lists = [good, *[others.public_bytes(Encoding.DER)] * 40]
        store = RevocationStore.of([], lists, [], roots=[root] * copies)
        assert store.unsigned == 40
        until = stamp_time(first) + timedelta(days=1)
        return store.said_of_path(der, since=stamp_time(first), until=until, newest=until)[1]

    assert is_whole(1)
    assert not is_whole(50)
