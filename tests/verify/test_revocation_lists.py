"""Which revocation lists prove that a certificate was not revoked (RFC 5280, 5.2, 5.3 and 6.3)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from tests.support import foreign, pdfs
from tests.support.container_stamping import Stamping, keys, level, stamp_time, with_values
from tests.support.pdfs import AT
from tests.verify.test_freshness import with_lists
from tests.verify.test_stamped import Stamped
from tests.verify.test_stamped import stamped as stamped  # noqa: PLC0414 - the fixture
from thb_desktop.cli.console import lines_of
from thb_desktop.findings import Finding, Standing, verdict
from thb_desktop.verify.documents.revocation import RevocationStore
from thb_desktop.verify.foreign.answer import Verdict, Weight
from thb_desktop.verify.pdf import check_pdf
from thb_desktop.words import LANGUAGES, sentence
from ui.checking import labels
from ui.standings import said_of
from ui.tones import Tone

DAY = timedelta(days=1)
PROVEN, NEWEST = AT + 10 * DAY, AT + 20 * DAY
"""When a time stamp proves the signature that claims to be of AT, and the last time that is known."""
STRANGE = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4.5"), b"\x05\x00")
DELTA = x509.DeltaCRLIndicator(7)
COMPROMISED = x509.ReasonFlags.key_compromise

type Said = tuple[x509.ExtensionType, bool]
"""An extension, and whether it is critical."""


def point(
    *,
    people: bool = False,
    authorities: bool = False,
    attributes: bool = False,
    reasons: bool = False,
    indirect: bool = False,
    place: str = "",
) -> x509.IssuingDistributionPoint:
    return x509.IssuingDistributionPoint(
        full_name=[x509.UniformResourceIdentifier(place)] if place else None,
        relative_name=None,
        only_contains_user_certs=people,
        only_contains_ca_certs=authorities,
        only_some_reasons=frozenset({COMPROMISED}) if reasons else None,
        indirect_crl=indirect,
        only_contains_attribute_certs=attributes,
    )


def entry(serial: int, revoked: datetime, *said: Said) -> x509.RevokedCertificate:
    builder = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(revoked)
    for extension, is_critical in said:
        builder = builder.add_extension(extension, critical=is_critical)
    return builder.build()


def made(
    office: pdfs.Office,
    *said: Said,
    entries: Iterable[x509.RevokedCertificate] = (),
    at: datetime = PROVEN,
) -> bytes:
    """A list of the office with these extensions and entries, in this order."""
    root = x509.load_der_x509_certificate(office.root)
    builder = x509.CertificateRevocationListBuilder().issuer_name(root.subject)
    builder = builder.last_update(at).next_update(at + 30 * DAY)
    for extension, is_critical in said:
        builder = builder.add_extension(extension, critical=is_critical)
    for each in entries:
        builder = builder.add_revoked_certificate(each)
    return builder.sign(office.root_key, hashes.SHA256()).public_bytes(Encoding.DER)


def judged(office: pdfs.Office, *lists: bytes, unread: int = 0) -> tuple[list[str], bool]:
    """What is said of the judge's certificate, and whether it is known not to be revoked. unread: how many of
    the lists have a part that cannot be read.
    """
    found, is_whole = told(office, *lists, unread=unread)
    return [each.key for each in found], is_whole


def told(office: pdfs.Office, *lists: bytes, unread: int = 0) -> tuple[list[Finding], bool]:
    root = x509.load_der_x509_certificate(office.root)
    store = RevocationStore.of([], lists, [], roots=[root])
    assert store.count == len(lists) - unread
    return store.said_of_path(office.judge.certificate or b"", since=AT, until=PROVEN, newest=NEWEST)


def serial_of_judge(office: pdfs.Office) -> int:
    return x509.load_der_x509_certificate(office.judge.certificate or b"").serial_number


@pytest.fixture(scope="module")
def office() -> pdfs.Office:
    return pdfs.make_office()


ASIDE: dict[str, tuple[Said, str]] = {
    "changes": ((DELTA, True), "changes"),
    "changes, not critical": ((DELTA, False), "changes"),
    "some reasons": ((point(reasons=True), True), "reasons"),
    "several issuers": ((point(indirect=True), True), "others"),
    "authorities": ((point(authorities=True), True), "kind"),
    "attributes": ((point(attributes=True), True), "kind"),
    "another place": ((point(place="http://lists.example/2"), True), "place"),
    "something unknown that is critical": ((STRANGE, True), "unknown"),
}


_CRITICAL_USE = bytes.fromhex("0603551d0f0101ff0404030201")
"""What stands before the bits of the uses of a root's key."""


def test_certificates_that_cannot_be_read_are_judged(office: pdfs.Office):
    """One at hand whose name, and one in the document whose uses cannot be read: each with the root's key."""
    root, listed = x509.load_der_x509_certificate(office.root), made(office, (point(people=True), True))
    unnamed = x509.load_der_x509_certificate(office.root.replace(b"Vault root", b"Vault roo\xff"))
    unread = office.root.replace(_CRITICAL_USE, _CRITICAL_USE[:-2] + b"\x09\x01")
    assert unread != office.root
    with pytest.raises(ValueError, match="error parsing asn1 value"):
        _ = x509.load_der_x509_certificate(unread).extensions

    def judged_with(certificates: list[bytes], roots: list[x509.Certificate]) -> tuple[list[str], bool]:
        store = RevocationStore.of(certificates, [listed], [], roots=roots)
        found, is_whole = store.said_of_path(
            office.judge.certificate or b"", since=AT, until=PROVEN, newest=NEWEST
        )
        return [each.key for each in found], is_whole

    assert judged_with([], [unnamed, root]) == ([], True)
    assert judged_with([unread], []) == ([], False)  # nobody can read that it is one of an authority
    assert judged_with([unread], [root]) == ([], True)


@pytest.mark.parametrize("name", ASIDE)
def test_a_list_of_a_part_is_no_proof_and_is_told(office: pdfs.Office, name: str):
    said, case = ASIDE[name]
    listed, whole = made(office, said), made(office)

    assert judged(office, listed) == ([f"revocation-list-aside.{case}"], False)
    assert judged(office, listed, whole) == ([], True)
    for each in told(office, listed)[0]:
        assert each.standing is Standing.HOLDS
        assert all("Public Prosecutor" in sentence(each, language) for language in LANGUAGES)


def test_a_list_for_people_and_one_with_something_unknown_that_may_be_ignored_are_proof(office: pdfs.Office):
    assert judged(office, made(office, (point(people=True), True))) == ([], True)
    assert judged(office, made(office, (STRANGE, False))) == ([], True)


@pytest.mark.parametrize("name", [each for each in ASIDE if ASIDE[each][1] != "unknown"])
def test_a_revocation_in_a_list_of_a_part_counts(office: pdfs.Office, name: str):
    said, _ = ASIDE[name]
    revoked = made(office, said, entries=[entry(serial_of_judge(office), PROVEN - DAY)])

    for lists in ([revoked], [revoked, made(office)], [made(office), revoked]):
        assert judged(office, *lists)[0] == ["certificate-revoked"]


def test_a_list_of_a_part_that_revokes_after_the_stamp_does_not_prove_that_nothing_was_before(
    office: pdfs.Office,
):
    later = [entry(serial_of_judge(office), PROVEN + DAY)]

    assert judged(office, made(office, entries=later)) == ([], True)
    assert judged(office, made(office, (DELTA, True), entries=later)) == (
        ["revocation-list-aside.changes"],
        False,
    )


def test_a_change_that_takes_a_certificate_out_of_a_list_does_not_say_that_it_is_good(office: pdfs.Office):
    number = serial_of_judge(office)
    removed = entry(number, PROVEN, (x509.CRLReason(x509.ReasonFlags.remove_from_crl), False))
    held = entry(number, AT, (x509.CRLReason(x509.ReasonFlags.certificate_hold), False))
    changes = made(office, (DELTA, True), entries=[removed], at=PROVEN + DAY)

    assert judged(office, changes) == (["revocation-list-aside.changes"], False)
    assert judged(office, made(office, entries=[held]), changes)[0] == ["certificate-revoked"]


@pytest.mark.parametrize("is_in_entry", [False, True], ids=["of the list", "of another entry"])
def test_nothing_is_taken_from_a_list_with_something_unknown_that_is_critical(
    office: pdfs.Office, is_in_entry: bool
):
    """RFC 5280, 5.3: it says nothing of any certificate. That it names this one is for a person to judge."""
    number = serial_of_judge(office)
    extensions = () if is_in_entry else ((STRANGE, True),)
    strange = entry(number + 1, AT, *(((STRANGE, True),) if is_in_entry else ()))
    named = made(office, *extensions, entries=[entry(number, PROVEN - DAY), strange])
    silent = made(office, *extensions, entries=[strange])

    assert judged(office, silent) == (["revocation-list-aside.unknown"], False)
    assert judged(office, named, made(office)) == (["revocation-list-unclear"], True)
    found, is_whole = told(office, named)
    assert [each.key for each in found] == ["revocation-list-unclear"]
    assert (verdict(found), is_whole) == (Standing.UNKNOWN, False)


def test_an_entry_that_cannot_be_read_spoils_the_proof_and_revokes_its_own_certificate(office: pdfs.Office):
    number = serial_of_judge(office)
    bad = x509.UnrecognizedExtension(x509.CRLReason.oid, b"\x04\x00")

    spoilt = made(office, entries=[entry(number + 1, AT, (bad, False))])
    own = made(office, entries=[entry(number, AT, (bad, False))])

    assert judged(office, spoilt) == (["revocation-list-aside.damaged"], False)
    assert judged(office, own)[0] == ["certificate-revoked"]


UNREADABLE = {
    "number": x509.UnrecognizedExtension(x509.CRLNumber.oid, b"\x05\x00"),
    "place": x509.UnrecognizedExtension(x509.IssuingDistributionPoint.oid, b"\x30\x03\x02\x01"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_list_of_which_a_part_cannot_be_read_is_no_proof_and_revokes_all_the_same(
    office: pdfs.Office, name: str
):
    bad, named = UNREADABLE[name], [entry(serial_of_judge(office), PROVEN - DAY)]

    spoilt, revoking = made(office, (bad, False)), made(office, (bad, False), entries=named)
    critical = made(office, (bad, True), entries=named)

    assert judged(office, spoilt, unread=1) == (["revocation-list-aside.damaged"], False)
    for lists in ([revoking], [revoking, made(office)], [made(office), revoking]):
        assert judged(office, *lists, unread=1)[0] == ["certificate-revoked"]
    assert judged(office, critical, unread=1) == (["revocation-list-unclear"], False)


def test_a_long_list_is_read_once_for_all_certificates_and_it_is_told_where_the_room_ends(
    office: pdfs.Office,
):
    der = office.judge.certificate or b""
    root = x509.load_der_x509_certificate(office.root)
    listed = made(office, entries=[entry(number, AT) for number in range(1, 4001)])
    store, small = (RevocationStore.of([], [listed], [], roots=[root]) for _ in range(2))
    times = {"since": AT, "until": PROVEN, "newest": NEWEST}

    first, *_, last = (store.said_of_path(der, **times) for _ in range(200))
    ended = [small.said_of_path(der, **times) for _ in range(1001)]

    assert first == last == ([], True)
    assert ended[-1][1] is False
    assert [each.key for each in ended[-1][0]][-1] == "revocation-beyond-bounds"
    assert all(sentence(each, language) for each in ended[-1][0] for language in LANGUAGES)


@pytest.mark.parametrize("is_first", [False, True])
def test_of_a_number_that_stands_twice_in_a_list_the_worse_entry_counts(office: pdfs.Office, is_first: bool):
    number = serial_of_judge(office)
    late = entry(number, PROVEN + DAY)
    removed = entry(number, AT, (x509.CRLReason(x509.ReasonFlags.remove_from_crl), False))
    early = entry(number, PROVEN - DAY)

    for other in (late, removed):
        both = [early, other] if is_first else [other, early]
        assert judged(office, made(office, entries=both))[0] == ["certificate-revoked"]


@pytest.mark.parametrize("is_own", [False, True])
def test_an_entry_of_a_list_for_several_issuers_is_of_the_issuer_named_last(
    office: pdfs.Office, is_own: bool
):
    """RFC 5280, 5.3.3: behind an entry that names an issuer, those without one have the same."""
    own = x509.load_der_x509_certificate(office.root).subject
    other = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Another root")])
    number = serial_of_judge(office)
    named = x509.CertificateIssuer([x509.DirectoryName(own if is_own else other)])
    entries = [entry(number + 1, AT, (named, True)), entry(number, PROVEN - DAY)]

    found, is_whole = judged(office, made(office, (point(indirect=True), True), entries=entries))

    assert found == (["certificate-revoked"] if is_own else ["revocation-list-aside.others"])
    assert is_whole is is_own


def test_a_list_of_an_issuer_whose_certificate_is_not_for_lists_is_no_proof_and_revokes_all_the_same():
    root = foreign.authority().root
    uses = dict.fromkeys(
        [
            *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment"),
            *("key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
        ],
        False,
    )

    def certificate(serial: int, name: x509.Name, *said: x509.ExtensionType) -> x509.Certificate:
        builder = x509.CertificateBuilder().subject_name(name).issuer_name(root.certificate.subject)
        builder = builder.not_valid_before(AT - 900 * DAY).not_valid_after(AT + 900 * DAY)
        builder = builder.serial_number(serial).public_key(root.certificate.public_key())
        for each in said:
            builder = builder.add_extension(each, critical=True)
        return builder.sign(root.key, hashes.SHA256())

    not_for_lists = x509.KeyUsage(**{**uses, "key_cert_sign": True})
    is_authority = x509.BasicConstraints(ca=True, path_length=None)
    authority = certificate(5, root.certificate.subject, is_authority, not_for_lists)
    person = certificate(6, x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "A person")]))

    def said(*entries: x509.RevokedCertificate) -> list[str]:
        listed = x509.CertificateRevocationListBuilder().issuer_name(authority.subject).last_update(PROVEN)
        listed = listed.next_update(PROVEN + DAY)
        for each in entries:
            listed = listed.add_revoked_certificate(each)
        der = listed.sign(root.key, hashes.SHA256()).public_bytes(Encoding.DER)
        store = RevocationStore.of([], [der], [], roots=[authority])
        found, is_whole = store.said_of_path(
            person.public_bytes(Encoding.DER), since=AT, until=PROVEN, newest=NEWEST
        )
        assert is_whole is bool(entries)
        return [each.key for each in found]

    assert said() == ["revocation-list-aside.issuer"]
    assert said(entry(6, AT)) == ["certificate-revoked"]


def test_the_check_of_a_document_says_which_list_is_no_proof_beside_its_level(stamped: Stamped):
    office = stamped.office
    (proven,) = (each.values["at"] for each in stamped.check(stamped.whole) if each.code == "time-stamped")
    assert isinstance(proven, datetime)

    def check(*lists: bytes) -> tuple[list[str], Standing]:
        data, stamps = with_lists(stamped.whole, *lists), [stamped.authority.root.der]
        found = check_pdf(data, trusted_roots=[office.root], stamp_roots=stamps, now=proven)
        told = [each for each in found if each.code.startswith(("level", "revocation-list"))]
        return [each.key for each in told], verdict(told)

    changes = made(office, (DELTA, True), at=proven)
    unknown = made(office, (STRANGE, True), entries=[entry(serial_of_judge(office), AT)], at=proven)
    of_each = ["revocation-list-aside.changes"] * 2  # of the interpreter and of the judge
    assert check(changes) == ([*of_each, "level.b-t"], Standing.HOLDS)
    assert check(changes, made(office, at=proven)) == (["level.b-lt"], Standing.HOLDS)
    assert check(unknown, made(office, at=proven)) == (
        ["revocation-list-unclear", "level.b-lt"],
        Standing.UNKNOWN,
    )


def test_the_check_of_a_package_says_which_list_is_no_proof_beside_its_level(tmp_path: Path):
    desk = Stamping.made(tmp_path)
    desk.walk()
    at = stamp_time(desk)
    changes = made(desk.office, (DELTA, True), at=at)
    revoking = made(desk.office, (DELTA, True), entries=[entry(serial_of_judge(desk.office), AT)], at=at)

    found = desk.found(with_values(desk, [changes]))
    revoked = desk.found(with_values(desk, [revoking]))

    assert "revocation-list-aside.changes" in keys(found)
    aside = [each for each in found if each.code == "revocation-list-aside"]
    assert {line.split()[0] for line in (*lines_of(aside), *lines_of(aside, holds="told"))} == {"remark"}
    assert {labels.finding_line(each)[0] for each in aside} == {Weight.REMARK}
    assert {said_of(each) for each in aside} == {("Note", Tone.INFO)}
    assert labels.verdict_of_ours(found) is Verdict.REMARKS
    assert labels.verdict_of_ours(desk.found(with_values(desk, []))) is Verdict.VALID
    assert (level(found), verdict(found)) == ("b-t", Standing.HOLDS)
    assert "certificate-revoked" in keys(revoked)
    assert verdict(revoked) is Standing.BROKEN
