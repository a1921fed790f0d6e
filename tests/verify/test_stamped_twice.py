"""A second time stamp: what was issued after the first one is added, and a stamp over all of it (B-LTA)."""

import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import page
import pikepdf
import pytest
from asn1crypto import pem
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import AuthorityInformationAccessOID

from tests.support import foreign, pdfs
from tests.support.bundle_attacks import approved, interpreted
from tests.support.pdf_places import updated
from tests.support.sampled import IS_WHOLE
from tests.support.stamps import answered, bundle_to_stamp
from tests.verify.test_stamped import FALSE_ALARM
from thb_desktop.errors import TimeStampPlaceError
from thb_desktop.findings import Finding, Standing, verdict
from thb_desktop.services.bundling.stamping import read_validation_data, write_request, write_stamped
from thb_desktop.verify.documents.revocation import RevocationStore
from thb_desktop.verify.pdf import check_pdf
from thb_desktop.words import LANGUAGES, sentence

EVERY = 61 if IS_WHOLE else 199
SECOND = timedelta(seconds=1)


class Twice:
    """A bundle that was stamped, later again with a list that is newer than the first stamp.

    beside: whether validation data came with the first stamp too.
    """

    def __init__(self, folder: Path, *, beside: bool = False) -> None:
        self.folder, self.office, self.authority = folder, pdfs.make_office(), foreign.authority()
        self.signed = bundle_to_stamp(self.office)
        self.first = self.stamped(self.signed, "first", [self.office.revocations()] if beside else [])
        self.newer = self.office.revocations(at=self.proven(self.first))
        self.whole = self.stamped(self.first, "second", [self.newer])

    def stamped(self, data: bytes, name: str, lists: Sequence[bytes] = ()) -> bytes:
        source, request, answer, target = (
            self.folder / f"{name}{end}" for end in (".pdf", ".q", ".r", ".new")
        )
        source.write_bytes(data)
        held_in = [self.folder / f"{name}-{at}.crl" for at, _ in enumerate(lists)]
        for path, listed in zip(held_in, lists, strict=True):
            path.write_bytes(listed)
        held = read_validation_data(held_in)
        write_request(source, request, data=held, randomness=pdfs.fixed_randomness(name))
        answered(request, answer, self.authority)
        roots, stamps = [self.office.root], [self.authority.root.der]
        paths = (source, request, answer, target)
        write_stamped(*paths, data=held, trusted_roots=roots, stamp_roots=stamps)
        return target.read_bytes()

    def check(self, data: bytes) -> tuple[Finding, ...]:
        stamps = [self.authority.root.der]
        return check_pdf(data, trusted_roots=[self.office.root], stamp_roots=stamps)

    def level(self, data: bytes) -> str:
        (told,) = (each.case for each in self.check(data) if each.code == "level")
        return told

    def proven(self, data: bytes) -> datetime:
        at = next(each.values["at"] for each in self.check(data) if each.code == "time-stamped")
        assert isinstance(at, datetime)
        return at


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Twice:
    return Twice(tmp_path_factory.mktemp("twice"))


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Twice:
    return Twice(tmp_path_factory.mktemp("grown"), beside=True)


def test_a_second_stamp_over_a_newer_list_leads_from_b_t_to_b_lta(twice: Twice):
    assert (twice.level(twice.first), twice.level(twice.whole)) == ("b-t", "b-lta")
    assert verdict(twice.check(twice.first)) is verdict(twice.check(twice.whole)) is Standing.HOLDS
    assert twice.whole.startswith(twice.first)
    assert sum(each.code == "time-stamped" for each in twice.check(twice.whole)) == 2


def test_a_list_that_is_older_than_the_first_stamp_and_ran_out_leads_nowhere(twice: Twice, tmp_path: Path):
    before = twice.proven(twice.first) - timedelta(days=2)
    old = twice.office.revocations(at=before, lasts=timedelta(days=1))

    assert twice.level(twice.stamped(twice.first, "old", [old])) == "b-t"


def test_a_revocation_before_the_first_stamp_is_told_and_nothing_is_written(twice: Twice):
    revoked = twice.office.revocations(twice.office.judge, at=twice.proven(twice.first))

    with pytest.raises(FileNotFoundError):
        twice.stamped(twice.first, "revoked", [revoked])


def test_validation_data_grow_and_what_stood_there_stays(grown: Twice):
    with pikepdf.open(BytesIO(grown.first)) as first, pikepdf.open(BytesIO(grown.whole)) as whole:
        one, two = ([bytes(each.read_bytes()) for each in pdf.Root.DSS.CRLs] for pdf in (first, whole))

    assert len(one) == 1
    assert two == [*one, grown.newer]
    assert verdict(grown.check(grown.whole)) is Standing.HOLDS
    assert grown.level(grown.whole) == "b-lta"


def test_there_is_no_third_place(twice: Twice):
    with pytest.raises(TimeStampPlaceError):
        twice.stamped(twice.whole, "third")


@pytest.mark.requirement("SR-33")
def test_no_byte_of_the_second_stamp_can_be_changed_unseen(
    grown: Twice, figure: Callable[[str, str, object], None]
):
    silent, places = [], range(len(grown.first), len(grown.whole), EVERY)
    for place in places:
        changed = bytearray(grown.whole)
        changed[place] ^= 1
        if verdict(grown.check(bytes(changed))) is Standing.HOLDS:
            silent.append(place)

    assert silent == []
    figure("SR-33", "flips of a second time stamp, none silent", len(places))


def catalogue(data: bytes) -> tuple[int, bytes, int]:
    """The number of the catalogue, its text, and the first free number."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return pdf.Root.objgen[0], pdf.Root.unparse(resolved=True), int(pdf.trailer.Size)


def broken(made: Twice, data: bytes) -> set[str]:
    return {each.code for each in made.check(data) if each.standing is Standing.BROKEN}


def with_dss(data: bytes, dss: bytes, **more: bytes) -> bytes:
    """The file with other validation data in an update behind it; `n7` in more is object 7."""
    number, text, free = catalogue(data)
    text = re.sub(rb"/DSS \d+ 0 R", b"", text)
    added = {int(name[1:]): content for name, content in more.items()}
    return updated(data, {number: text[:-2] + b"/DSS %d 0 R >>" % free, free: dss, **added})


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize(
    "dss",
    [
        b"<< >>",
        b"<< /CRLs [] >>",
        b"<< /Certs [] /CRLs [1 0 R] >>",
        b"<< /Type /Page /Certs [] >>",
    ],
)
def test_validation_data_that_lost_something_are_a_change(grown: Twice, dss: bytes):
    changed = with_dss(grown.whole, dss)

    assert "catalog-changed" in {
        each.code for each in grown.check(changed) if each.standing is Standing.BROKEN
    }


@pytest.mark.requirement("SR-33")
def test_a_list_of_the_pages_that_calls_itself_validation_data_does_not_grow(twice: Twice):
    """Who may add validation data names a list elsewhere as one of theirs, such as the pages, to let it grow
    later.
    """
    _, _, free = catalogue(twice.first)
    before = with_dss(twice.first, b"<< /CRLs %d 0 R >>" % (free + 1), **{f"n{free + 1}": b"[]"})

    later = updated(before, {free + 1: b"[1 0 R]"})

    assert "object-changed" in broken(twice, later)
    assert "object-changed" not in broken(twice, before)


def test_both_stamps_leave_a_bundle_pdf_a_and_pdf_ua(grown: Twice, tmp_path: Path):
    archive = page.validate_pdf_bytes(grown.whole, profile="3a")
    access = page.validate_pdf_bytes(grown.whole, profile="ua1")

    assert {failure.rule_id for failure in archive.failures} <= FALSE_ALARM
    assert [failure.rule_id for failure in access.failures] == []
    (tmp_path / "whole.pdf").write_bytes(grown.whole)
    checked = subprocess.run(["qpdf", "--check", tmp_path / "whole.pdf"], check=False, capture_output=True)
    assert checked.returncode == 0, checked.stdout


def test_openssl_and_pyhanko_say_that_both_stamps_and_both_signatures_hold(twice: Twice, tmp_path: Path):
    path, roots = tmp_path / "whole.pdf", tmp_path / "roots.pem"
    path.write_bytes(twice.whole)
    roots.write_bytes(
        b"".join(pem.armor("CERTIFICATE", each) for each in (twice.office.root, twice.authority.root.der))
    )

    said = subprocess.run(
        [
            *(Path(sys.executable).with_name("pyhanko"), "sign", "validate", "--pretty-print"),
            *("--no-revocation-check", "--trust", roots, path),
        ],
        check=False,
        capture_output=True,
        text=True,
    ).stdout
    start, end = pdfs.room_of(twice.whole)
    room = bytes.fromhex(twice.whole[start:end].decode())
    (tmp_path / "covered").write_bytes(twice.whole[: start - 1] + twice.whole[end + 1 :])
    (tmp_path / "token").write_bytes(room)
    stamp = subprocess.run(
        [
            *("openssl", "ts", "-verify", "-data", tmp_path / "covered", "-token_in"),
            *("-in", tmp_path / "token", "-CAfile", roots),
        ],
        check=False,
        capture_output=True,
        text=True,
    )

    assert said.count("The signature is judged VALID.") == 2, said
    assert "Verification: OK" in stamp.stdout, stamp.stderr


def test_where_no_level_with_revocation_is_reached_whoever_names_no_place_for_it_is_told(twice: Twice):
    told = [each for each in twice.check(twice.first) if each.code == "revocation-unpublished"]

    assert len(told) == 2
    assert {each.standing for each in told} == {Standing.HOLDS}
    assert "revocation-unpublished" not in {each.code for each in twice.check(twice.whole)}
    for each in told:
        assert all(sentence(each, language) for language in LANGUAGES)


def named_by(office: pdfs.Office, *places: x509.ExtensionType) -> int:
    """How many certificates are told whose one certificate names these places."""
    root = x509.load_der_x509_certificate(office.root)
    builder = x509.CertificateBuilder().subject_name(x509.Name([])).issuer_name(root.subject)
    builder = builder.public_key(root.public_key()).serial_number(7)  # type: ignore[arg-type]
    builder = builder.not_valid_before(pdfs.AT).not_valid_after(pdfs.AT + timedelta(days=9))
    for each in places:
        builder = builder.add_extension(each, critical=False)
    der = builder.sign(office.root_key, hashes.SHA256()).public_bytes(Encoding.DER)
    return len([*RevocationStore.of([], [], [], roots=[root]).unpublished(der)])


def test_a_certificate_that_names_a_list_or_an_answer_is_not_told(twice: Twice):
    at = [x509.UniformResourceIdentifier("http://example.org/revoked")]
    listed = x509.CRLDistributionPoints([x509.DistributionPoint(at, None, None, None)])
    answered_at, issued_at = (
        x509.AuthorityInformationAccess([x509.AccessDescription(method, at[0])])
        for method in (AuthorityInformationAccessOID.OCSP, AuthorityInformationAccessOID.CA_ISSUERS)
    )

    assert [named_by(twice.office, each) for each in (listed, answered_at, issued_at)] == [0, 0, 1]
    assert named_by(twice.office) == 1


def test_a_list_of_another_office_is_not_known_and_raises_no_level(twice: Twice):
    other = pdfs.make_office("Another office").revocations(at=twice.proven(twice.first))

    found = twice.check(twice.stamped(twice.first, "other", [other]))

    assert verdict(found) is Standing.UNKNOWN
    assert "validation-data-unknown" in {each.code for each in found if each.standing is Standing.UNKNOWN}
    assert "level.b-t" in {each.key for each in found}


def with_shared_dictionary(office: pdfs.Office) -> bytes:
    """A bundle that somebody prepared: its validation data are the pictures of its first page, too, which
    draws one that is not there.
    """
    with pikepdf.open(BytesIO(pdfs.laid_out(pdfs.attachments_of(office, **pdfs.FILES), archive=True))) as pdf:
        shared = pdf.make_indirect(pikepdf.Dictionary(Certs=pikepdf.Array()))
        pdf.Root.DSS = pdf.pages[0].Resources.XObject = shared
        pdf.pages[0].Contents.append(pdf.make_stream(b"\nq /VRI Do Q\n"))
        told = BytesIO()
        pdf.save(told)
        return told.getvalue()


@pytest.mark.parametrize("signers", [1, 2])
def test_validation_data_that_were_there_when_people_signed_do_not_grow(signers: int):
    office = pdfs.make_office()
    signed = interpreted(office, with_shared_dictionary(office))
    if signers == 2:
        signed = approved(office, signed)
    with pikepdf.open(BytesIO(signed)) as pdf:
        number, free = pdf.Root.DSS.objgen[0], int(pdf.trailer.Size)
    form = b"0 0 595 842 re f"
    picture = b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << >> /Length %d >>" % len(
        form
    )
    grown = updated(
        signed,
        {
            number: b"<< /Certs [] /VRI %d 0 R >>" % free,
            free: picture + b"\nstream\n%s\nendstream" % form,
        },
    )
    if signers == 1:
        grown = approved(office, grown)

    found = check_pdf(grown, trusted_roots=[office.root])

    assert "object-changed" in {each.code for each in found if each.standing is Standing.BROKEN}
