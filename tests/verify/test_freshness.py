"""What says that a certificate was not revoked counts if it was fresh at the time stamp (ADR 0086)."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from tests.support import foreign, pdfs
from tests.support.pdf_places import updated
from tests.support.pdfs import AT
from tests.support.stamps import answered, bundle_to_stamp
from tests.verify.test_stamped import Stamped
from tests.verify.test_stamped import stamped as stamped  # noqa: PLC0414 - the fixture
from thb_desktop.services.bundling.stamping import read_validation_data, write_request, write_stamped
from thb_desktop.verify.documents.revocation import RevocationStore
from thb_desktop.verify.pdf import check_pdf

SECOND, DAY, LONG = timedelta(seconds=1), timedelta(days=1), timedelta(days=10_000)
PROVEN, NEWEST = AT + 10 * DAY, AT + 20 * DAY
"""When a time stamp proves the signature that claims to be of AT, and the last time that is known."""


@pytest.fixture(scope="module")
def office() -> pdfs.Office:
    return pdfs.make_office()


def answer(office: pdfs.Office, at: datetime, until: datetime | None) -> bytes:
    """An OCSP answer of the root: the judge's certificate is good."""
    root = x509.load_der_x509_certificate(office.root)
    judge = x509.load_der_x509_certificate(office.judge.certificate or b"")
    builder = ocsp.OCSPResponseBuilder().add_response(
        cert=judge,
        issuer=root,
        algorithm=hashes.SHA256(),
        cert_status=ocsp.OCSPCertStatus.GOOD,
        this_update=at,
        next_update=until,
        revocation_time=None,
        revocation_reason=None,
    )
    named = builder.responder_id(ocsp.OCSPResponderEncoding.HASH, root)
    return named.sign(office.root_key, hashes.SHA256()).public_bytes(Encoding.DER)


def counts(office: pdfs.Office, lists: list[bytes], answers: list[bytes]) -> bool:
    root = x509.load_der_x509_certificate(office.root)
    store = RevocationStore.of([], lists, answers, roots=[root])
    der = office.judge.certificate or b""
    revoked, is_whole = store.said_of_path(der, since=AT, until=PROVEN, newest=NEWEST)
    assert revoked == []
    return is_whole


@pytest.mark.parametrize(
    ("at", "until", "expected"),
    [
        (AT - SECOND, NEWEST, False),  # before the claimed time, it says nothing of the signature
        (AT, PROVEN, True),
        (AT, PROVEN - SECOND, False),  # ran out before the stamp
        (PROVEN, PROVEN + SECOND, True),
        (NEWEST, NEWEST + DAY, True),
        (NEWEST + SECOND, NEWEST + DAY, False),  # dated in the future
    ],
)
def test_a_list_and_an_answer_count_within_these_borders(
    office: pdfs.Office, at: datetime, until: datetime, expected: bool
):
    listed = office.revocations(at=at, lasts=until - at)

    assert counts(office, [listed], []) is expected
    assert counts(office, [], [answer(office, at, until)]) is expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (PROVEN - DAY - SECOND, False),
        (PROVEN - DAY, True),
        (PROVEN, True),
        (NEWEST, True),
        (NEWEST + SECOND, False),
    ],
)
def test_an_answer_without_a_next_update_is_fresh_for_a_day(
    office: pdfs.Office, at: datetime, expected: bool
):
    assert counts(office, [], [answer(office, at, None)]) is expected


def test_what_says_that_a_certificate_was_revoked_counts_however_old_it_is(office: pdfs.Office):
    root = x509.load_der_x509_certificate(office.root)
    listed = office.revocations(office.judge, at=AT - DAY, lasts=SECOND)
    store = RevocationStore.of([], [listed], [], roots=[root])

    revoked, _ = store.said_of_path(office.judge.certificate or b"", since=AT, until=PROVEN, newest=NEWEST)

    assert [each.code for each in revoked] == ["certificate-revoked"]


def revoking(
    office: pdfs.Office,
    at: datetime,
    revoked: datetime,
    reason: x509.ReasonFlags | None,
    since: datetime | None,
) -> tuple[bytes, bytes]:
    """A list and an answer of this time that say when the judge's certificate was revoked, and why."""
    root = x509.load_der_x509_certificate(office.root)
    judge = x509.load_der_x509_certificate(office.judge.certificate or b"")
    entry = x509.RevokedCertificateBuilder().serial_number(judge.serial_number).revocation_date(revoked)
    if reason is not None:
        entry = entry.add_extension(x509.CRLReason(reason), critical=False)
    if since is not None:
        entry = entry.add_extension(x509.InvalidityDate(since), critical=False)
    listed = x509.CertificateRevocationListBuilder().issuer_name(root.subject).last_update(at)
    listed = listed.next_update(at + LONG).add_revoked_certificate(entry.build())
    answered = ocsp.OCSPResponseBuilder().add_response(
        cert=judge,
        issuer=root,
        algorithm=hashes.SHA256(),
        cert_status=ocsp.OCSPCertStatus.REVOKED,
        this_update=at,
        next_update=at + LONG,
        revocation_time=revoked,
        revocation_reason=reason,
    )
    named = answered.responder_id(ocsp.OCSPResponderEncoding.HASH, root)
    return (
        listed.sign(office.root_key, hashes.SHA256()).public_bytes(Encoding.DER),
        named.sign(office.root_key, hashes.SHA256()).public_bytes(Encoding.DER),
    )


COMPROMISED = x509.ReasonFlags.key_compromise


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((PROVEN + DAY, PROVEN, None, None), "revoked"),
        ((PROVEN + DAY, PROVEN + SECOND, None, None), "whole"),  # it was good at the stamp
        ((PROVEN + DAY, PROVEN + SECOND, COMPROMISED, None), "whole"),
        ((PROVEN + DAY, PROVEN + SECOND, COMPROMISED, PROVEN + SECOND), "whole"),
        ((PROVEN + DAY, PROVEN + SECOND, COMPROMISED, PROVEN), "revoked"),
        ((PROVEN + DAY, PROVEN + SECOND, x509.ReasonFlags.superseded, PROVEN), "whole"),
        ((AT - SECOND, PROVEN + SECOND, None, None), "nothing"),  # it is as old as any other
        ((NEWEST + SECOND, PROVEN + SECOND, None, None), "nothing"),  # dated in the future
        ((NEWEST + SECOND, PROVEN, None, None), "revoked"),
    ],
)
def test_a_revocation_after_the_stamp_says_that_the_certificate_was_good_then(
    office: pdfs.Office,
    told: tuple[datetime, datetime, x509.ReasonFlags | None, datetime | None],
    expected: str,
):
    at, revoked, reason, since = told
    listed, answered = revoking(office, at, revoked, reason, since)
    root = x509.load_der_x509_certificate(office.root)

    def said(lists: list[bytes], answers: list[bytes]) -> str:
        store = RevocationStore.of([], lists, answers, roots=[root])
        der = office.judge.certificate or b""
        found, is_whole = store.said_of_path(der, since=AT, until=PROVEN, newest=NEWEST)
        return "revoked" if found else "whole" if is_whole else "nothing"

    assert said([listed], []) == expected
    if since is None:  # the builder of answers has no room for it
        assert said([], [answered]) == expected


@pytest.mark.parametrize("kind", [0, 1], ids=["list", "answer"])
def test_a_suspension_that_was_lifted_since_revokes_nothing_and_one_that_stands_does(
    office: pdfs.Office, kind: int
):
    hold = x509.ReasonFlags.certificate_hold
    before = revoking(office, AT - 9 * DAY, AT - 10 * DAY, hold, None)[kind]
    lifted = office.revocations(at=PROVEN, lasts=DAY)

    assert judged(office, [before, lifted]) == ([], True)
    assert judged(office, [before]) == (["certificate-revoked"], True)
    assert judged(office, [revoking(office, PROVEN + DAY, AT - 10 * DAY, hold, None)[kind], lifted])[0]


def test_a_list_that_says_that_a_certificate_is_no_longer_in_it_revokes_nothing(office: pdfs.Office):
    removed, _ = revoking(office, PROVEN, AT - 10 * DAY, x509.ReasonFlags.remove_from_crl, None)

    assert judged(office, [removed]) == ([], True)


def test_a_revocation_counts_where_nobody_claims_when_it_was_signed(office: pdfs.Office):
    listed, answered = revoking(office, PROVEN, AT - DAY, None, None)

    for each in (listed, answered):
        assert judged(office, [each], since=None)[0] == ["certificate-revoked"]
    assert judged(office, [office.revocations(at=PROVEN, lasts=DAY)], since=None) == ([], False)


def judged(office: pdfs.Office, evidence: list[bytes], since: datetime | None = AT) -> tuple[list[str], bool]:
    """What is revoked by these lists and answers, and whether something is said of the whole path."""
    root = x509.load_der_x509_certificate(office.root)
    store = RevocationStore.of([], evidence, evidence, roots=[root])
    der = office.judge.certificate or b""
    revoked, is_whole = store.said_of_path(der, since=since, until=PROVEN, newest=NEWEST)
    return [each.code for each in revoked], is_whole


def test_an_answer_of_the_last_day_of_all_is_judged(office: pdfs.Office):
    last = datetime(9999, 12, 31, 12, tzinfo=AT.tzinfo)
    root = x509.load_der_x509_certificate(office.root)
    store = RevocationStore.of([], [], [answer(office, last - SECOND, None)], roots=[root])

    _, is_whole = store.said_of_path(
        office.judge.certificate or b"", since=AT, until=last, newest=last + 3600 * SECOND
    )

    assert is_whole


def with_lists(data: bytes, *lists: bytes, certificates: Sequence[bytes] = ()) -> bytes:
    """A file with these alone as validation data, behind its time stamp: nothing covers them."""
    held = [*lists, *certificates]
    with pikepdf.open(BytesIO(data)) as document:
        number, generation = document.Root.objgen
        first = int(document.trailer.Size)
        catalog = re.sub(rb"/DSS \d+ 0 R", b"", document.Root.unparse(resolved=True))
    assert generation == 0
    names = [b"%d 0 R" % each for each in range(first, first + len(held))]
    added = {
        each: b"<< /Length %d >>\nstream\n%s\nendstream" % (len(one), one)
        for each, one in enumerate(held, first)
    }
    named = b" ".join(names[: len(lists)]), b" ".join(names[len(lists) :])
    return updated(data, {number: catalog[:-2] + b"/DSS << /CRLs [%s] /Certs [%s] >> >>" % named, **added})


def test_a_list_dated_in_the_future_raises_no_level_with_a_time_and_without_one(stamped: Stamped):
    office, stamps = stamped.office, [stamped.authority.root.der]

    def level(at: datetime, now: datetime | None) -> str:
        data = with_lists(stamped.whole, office.revocations(at=at))
        found = check_pdf(data, trusted_roots=[office.root], stamp_roots=stamps, now=now)
        (told,) = (each.key for each in found if each.code == "level")
        return told.removeprefix("level.")

    (proven,) = (each.values["at"] for each in stamped.check(stamped.whole) if each.code == "time-stamped")
    assert isinstance(proven, datetime)
    assert level(proven, None) == "b-lt"
    assert level(proven + SECOND, None) == "b-t"
    assert level(proven + SECOND, proven + SECOND) == "b-lt"
    assert level(proven + 2 * SECOND, proven + SECOND) == "b-t"


@pytest.mark.parametrize(("lasts", "expected"), [(SECOND, "b-lt"), (LONG, "b-lta")])
def test_a_list_behind_the_stamp_does_not_make_up_for_one_under_it(
    tmp_path: Path, lasts: timedelta, expected: str
):
    """lasts: the list under the stamp, which is dated as the other one is."""
    office, authority = pdfs.make_office(), foreign.authority()
    source, request, answered_by, target = (tmp_path / each for each in ("b.pdf", "b.tsq", "b.tsr", "s.pdf"))
    source.write_bytes(bundle_to_stamp(office))
    covered = tmp_path / "covered.crl"
    covered.write_bytes(office.revocations(at=AT, lasts=lasts))
    data = read_validation_data([covered])
    write_request(source, request, data=data, randomness=pdfs.fixed_randomness("nonce"))
    answered(request, answered_by, authority)
    write_stamped(source, request, answered_by, target, data=data)

    whole = with_lists(target.read_bytes(), office.revocations(at=AT, lasts=LONG))
    found = check_pdf(whole, trusted_roots=[office.root], stamp_roots=[authority.root.der])

    assert [each.key for each in found if each.code == "level"] == [f"level.{expected}"]
