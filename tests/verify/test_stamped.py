"""A time stamp adds one update to a signed file: no byte of it can vary, and nothing else comes with it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import page
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding

from tests.support import foreign, pdfs
from tests.support.pdf_places import updated as appended
from tests.support.sampled import IS_WHOLE
from tests.support.stamps import answered, bundle_to_stamp
from tests.support.strangers import checked_by_script
from thb_desktop.errors import SigningError
from thb_desktop.findings import Finding, Standing, verdict
from thb_desktop.report.stamping import ask
from thb_desktop.services.bundling.stamping import read_validation_data, write_request, write_stamped
from thb_desktop.verify.pdf import check_pdf

EVERY = 61 if IS_WHOLE else 199


FALSE_ALARM = {"PDFA3A-SIGNATURE-BYTERANGE-001"}
"""Of this validator: the first of several signatures cannot cover the others."""


class Stamped:
    """A signed bundle, the same with its stamp, and who is trusted for what. beside: files of validation
    data that the stamp covers.
    """

    def __init__(self, folder: Path, office: pdfs.Office, beside: Sequence[Path] = ()) -> None:
        self.office, self.authority = office, foreign.authority()
        self.signed = bundle_to_stamp(office)
        source, request, answer, target = (folder / name for name in ("b.pdf", "b.tsq", "b.tsr", "s.pdf"))
        source.write_bytes(self.signed)
        data = read_validation_data(beside)
        write_request(source, request, data=data, randomness=pdfs.fixed_randomness("nonce"))
        answered(request, answer, self.authority)
        write_stamped(source, request, answer, target, data=data)
        self.whole = target.read_bytes()

    def check(self, data: bytes) -> tuple[Finding, ...]:
        stamps = [self.authority.root.der]
        return check_pdf(data, trusted_roots=[self.office.root], stamp_roots=stamps)


@pytest.fixture(scope="module")
def stamped(tmp_path_factory: pytest.TempPathFactory) -> Stamped:
    return Stamped(tmp_path_factory.mktemp("stamped"), pdfs.make_office())


def flips(stamped: Stamped) -> Iterator[bytes]:
    for place in range(len(stamped.signed), len(stamped.whole), EVERY):
        changed = bytearray(stamped.whole)
        changed[place] ^= 1
        yield bytes(changed)


@pytest.mark.requirement("SR-33")
def test_no_byte_of_the_stamp_can_be_changed_unseen(
    stamped: Stamped, figure: Callable[[str, str, object], None]
):
    found = [verdict(stamped.check(changed)) for changed in flips(stamped)]

    assert verdict(stamped.check(stamped.whole)) is Standing.HOLDS
    assert found
    assert Standing.HOLDS not in found
    figure("SR-33", "flips of a time stamp, none silent", len(found))


def listed_by(office: pdfs.Office, place: Path) -> list[Path]:
    """Write the root of an office and a revocation list of it, as they are put beside a time stamp."""
    root = x509.load_der_x509_certificate(office.root)
    builder = x509.CertificateRevocationListBuilder().issuer_name(root.subject)
    builder = builder.last_update(pdfs.AT).next_update(pdfs.AT + timedelta(days=30))
    revoked = builder.sign(office.root_key, hashes.SHA256()).public_bytes(Encoding.DER)
    files = {place / "root.der": office.root, place / "list.crl": revoked}
    for path, data in files.items():
        path.write_bytes(data)
    return [*files]


@pytest.mark.parametrize("with_data", [False, True])
def test_a_time_stamp_leaves_a_bundle_pdf_a_and_pdf_ua(with_data: bool, tmp_path: Path):
    office = pdfs.make_office()
    made = Stamped(tmp_path, office, listed_by(office, tmp_path) if with_data else ())

    assert (b"/DSS" in made.whole) == with_data
    for data in (made.signed, made.whole):
        archive = page.validate_pdf_bytes(data, profile="3a")
        access = page.validate_pdf_bytes(data, profile="ua1")
        assert {failure.rule_id for failure in archive.failures} <= FALSE_ALARM
        assert [failure.rule_id for failure in access.failures] == []
    assert verdict(made.check(made.whole)) is Standing.HOLDS


def test_what_comes_after_the_stamp_is_named(stamped: Stamped):
    page = b"<< /Type /Page >>"

    assert verdict(stamped.check(appended(stamped.whole, {3: page}))) is Standing.BROKEN
    assert verdict(stamped.check(stamped.whole + b"\n% more\n")) is Standing.BROKEN


def test_what_was_added_before_the_stamp_is_named_though_the_stamp_covers_it(tmp_path: Path):
    changed = appended(bundle_to_stamp(pdfs.make_office()), {3: b"<< /Type /Page >>"})
    source, request, answer = tmp_path / "b.pdf", tmp_path / "b.tsq", tmp_path / "b.tsr"
    source.write_bytes(changed)
    data = read_validation_data([])
    with pytest.raises(SigningError):
        write_request(source, request, data=data, randomness=pdfs.fixed_randomness("nonce"))
    request.write_bytes(ask(BytesIO(changed), nonce=7))
    answered(request, answer, foreign.authority())

    found = write_stamped(source, request, answer, tmp_path / "s.pdf", data=data)

    assert verdict(found) is Standing.BROKEN
    assert not (tmp_path / "s.pdf").exists()


@pytest.mark.requirement("SR-38")
def test_the_short_script_leaves_only_the_authority_to_be_compared(stamped: Stamped, tmp_path: Path):
    code, said = checked_by_script(stamped.whole, stamped.office.root, tmp_path)

    assert code == 41
    assert said.splitlines()[-1] == (
        "UNKNOWN: `thb verify --anchor` says whether you trust who made the time stamp, signature 3"
    )


@pytest.mark.requirement("SR-38")
def test_the_short_script_finds_a_stamp_for_another_file(stamped: Stamped, tmp_path: Path):
    message = bytearray(pdfs.message_of(stamped.whole))
    place = message.index(b"\x04\x20") + 2
    message[place] ^= 1

    code, said = checked_by_script(
        pdfs.with_message(stamped.whole, bytes(message)), stamped.office.root, tmp_path
    )

    assert code == 40, said
