"""What the verifier says of a signed document that nobody altered, and of one that lacks a signature."""

import re
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from tests.support import pdfs
from tests.support.findings import said_in_english
from thb_desktop.errors import FileUnreadableError
from thb_desktop.findings import Standing, verdict
from thb_desktop.ledger import canonical
from thb_desktop.report.pades import Certification
from thb_desktop.verify.pdf import check_pdf


def codes(findings, standing=None):
    return {finding.code for finding in findings if standing in (None, finding.standing)}


@pytest.mark.requirement("SR-34")
def test_a_document_certified_and_approved_holds_under_the_trusted_root(office, approved):
    findings = check_pdf(approved, trusted_roots=[office.root])

    assert verdict(findings) is Standing.HOLDS
    assert codes(findings) == {
        "signature-holds",
        "root-trusted",
        "time-claimed",
        "whole-file",
        "nothing-between",
    }
    assert any("Judge Bianca Castafiore" in said_in_english(finding) for finding in findings)


def test_a_final_document_of_the_judge_alone_holds(office, final):
    findings = check_pdf(final, trusted_roots=[office.root])

    assert verdict(findings) is Standing.HOLDS


def test_the_root_may_be_trusted_by_its_fingerprint(office, approved):
    findings = check_pdf(approved, trusted_fingerprints=[sha256(office.root).hexdigest().upper()])

    assert verdict(findings) is Standing.HOLDS


def test_a_signature_made_by_another_program_holds_too(office, elsewhere):
    findings = check_pdf(elsewhere, trusted_roots=[office.root])

    assert verdict(findings) is Standing.HOLDS


def test_under_an_unknown_root_nothing_is_known_and_the_fingerprint_is_shown_in_groups(office, approved):
    findings = check_pdf(approved)

    groups = re.sub(r"(....)(?=.)", r"\1 ", sha256(office.root).hexdigest())
    assert verdict(findings) is Standing.UNKNOWN
    assert codes(findings, Standing.UNKNOWN) == {"root-unknown"}
    assert all(groups in said_in_english(finding) for finding in findings if finding.code == "root-unknown")


def test_the_claimed_time_is_called_a_claim(office, approved):
    findings = check_pdf(approved, trusted_roots=[office.root])

    said = next(said_in_english(finding) for finding in findings if finding.code == "time-claimed")
    assert "2026-03-03 10:30 +00:00" in said
    assert "no time stamp proves it" in said


@pytest.mark.requirement("SR-21", "SR-33")
def test_a_document_of_before_the_first_certificate_is_broken(office):
    prepared = pdfs.prepare(fields=(pdfs.JUDGE,))
    document = pdfs.signed(prepared, office, office.judge, pdfs.JUDGE, None, at=pdfs.AT.replace(year=2019))

    findings = check_pdf(document, trusted_roots=[office.root])

    assert codes(findings, Standing.BROKEN) == {"certificate-not-valid-then"}


@pytest.mark.requirement("SR-33")
@pytest.mark.requirement("SR-34")
@pytest.mark.parametrize(
    ("given", "code"), [("right", "digest-as-expected"), ("wrong", "digest-not-expected")]
)
def test_the_digest_of_the_whole_file_is_compared_where_one_is_given(office, approved, given, code):
    digest = sha256(approved if given == "right" else b"another").hexdigest()

    findings = check_pdf(approved, trusted_roots=[office.root], expected_sha256=digest)

    assert code in codes(findings)
    assert (verdict(findings) is Standing.HOLDS) == (given == "right")


def test_an_unsigned_document_is_called_not_signed_and_each_empty_place_named():
    findings = check_pdf(pdfs.prepare())

    assert codes(findings, Standing.UNKNOWN) == {"not-signed", "signature-missing"}
    assert sum(finding.code == "signature-missing" for finding in findings) == 2


@pytest.mark.requirement("SR-33")
def test_when_the_judges_approval_is_cut_off_its_place_is_named(office, approved, certified):
    cut = approved[: len(certified)]

    findings = check_pdf(cut, trusted_roots=[office.root])

    assert cut == certified
    assert codes(findings, Standing.UNKNOWN) == {"signature-missing"}
    assert any(
        "'Judge'" in said_in_english(finding) for finding in findings if finding.code == "signature-missing"
    )


@pytest.mark.requirement("SR-33")
def test_a_document_signed_again_under_a_foreign_root_of_the_same_name_is_not_accepted(office, certified):
    forger = pdfs.make_office("Public Prosecutor's Office of Borduria ")
    forged = pdfs.signed(certified, forger, forger.judge, pdfs.JUDGE, None)

    findings = check_pdf(forged, trusted_roots=[office.root])

    assert verdict(findings) is Standing.UNKNOWN
    assert codes(findings, Standing.UNKNOWN) == {"root-unknown"}


@pytest.mark.requirement("SR-34")
def test_a_signature_after_one_that_allows_no_change_is_broken(office):
    first = pdfs.signed(
        pdfs.prepare(), office, office.interpreter, pdfs.INTERPRETER, Certification.NO_CHANGES
    )
    second = pdfs.signed(first, office, office.judge, pdfs.JUDGE, None)

    findings = check_pdf(second, trusted_roots=[office.root])

    assert codes(findings, Standing.BROKEN) == {"not-permitted"}


def test_an_encrypted_document_is_not_known():
    pdf = pikepdf.new()
    pdf.add_blank_page()
    target = pdfs.io.BytesIO()
    pdf.save(target, encryption=pikepdf.Encryption(owner="o", user="u"))

    findings = check_pdf(target.getvalue())

    assert codes(findings) == {"encrypted"}


def test_bytes_that_are_no_document_are_called_so():
    assert codes(check_pdf(b"GIF89a")) == {"not-a-pdf"}
    assert codes(check_pdf(bytes(1020) + b"%PDF-1.7")) == {"not-a-pdf"}


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize("junk", [b"\n", b"GIF89a", bytes(1019)])
def test_what_stands_before_a_document_is_named(approved, junk):
    """Readers look for the header within the first 1,024 bytes."""
    assert codes(check_pdf(junk + approved)) == {"before-the-document"}


def test_a_file_that_is_not_there_is_an_error_and_no_finding(tmp_path):
    with pytest.raises(FileUnreadableError):
        check_pdf(tmp_path / "nothing.pdf")


def listed(**attached: bytes) -> dict[str, bytes]:
    files = [
        {"path": name, "sha256": sha256(content).hexdigest(), "size": len(content)}
        for name, content in attached.items()
    ]
    return {**attached, "manifest.json": canonical.encode({"files": files})}


def test_attached_files_are_compared_with_the_attached_list(office):
    attached = listed(record=b"He said so.", case=b"{}")
    document = pdfs.signed(
        pdfs.prepare(fields=(pdfs.JUDGE,), attachments=attached), office, office.judge, pdfs.JUDGE, None
    )

    findings = check_pdf(document, trusted_roots=[office.root])

    assert verdict(findings) is Standing.HOLDS
    assert "attachments-as-listed" in codes(findings)


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"record": b"He denied it."}, "attachment-exchanged"),
        ({"more": b"?"}, "attachment-unlisted"),
        ({"record": None}, "attachment-missing"),
        ({"manifest.json": b"{ }"}, "manifest-unreadable"),
    ],
)
def test_an_attached_file_that_is_not_the_listed_one_is_broken(office, change, code):
    attached = {**listed(record=b"He said so."), **change}
    attached = {name: content for name, content in attached.items() if content is not None}
    document = pdfs.signed(
        pdfs.prepare(fields=(pdfs.JUDGE,), attachments=attached), office, office.judge, pdfs.JUDGE, None
    )

    findings = check_pdf(document, trusted_roots=[office.root])

    assert codes(findings, Standing.BROKEN) == {code}


def kept_for(**places: bytes | None) -> dict[str, bytes]:
    """A list that says whose certificate is to sign in which place."""
    named = [
        {"certificate_sha256": sha256(certificate or b"").hexdigest(), "field": field, "name": "Bianca"}
        for field, certificate in places.items()
    ]
    return {"manifest.json": canonical.encode({"files": [], "signatures": named})}


def test_each_place_signed_by_the_one_it_is_kept_for_holds(office):
    people = {pdfs.INTERPRETER: office.interpreter.certificate, pdfs.JUDGE: office.judge.certificate}
    document = pdfs.signed_twice(office, pdfs.prepare(attachments=kept_for(**people)))

    findings = check_pdf(document, trusted_roots=[office.root])

    assert verdict(findings) is Standing.HOLDS
    assert "signers-as-named" in codes(findings)


@pytest.mark.requirement("SR-33")
def test_a_place_filled_by_a_colleague_of_the_same_office_is_broken(office):
    people = {pdfs.INTERPRETER: office.interpreter.certificate, pdfs.JUDGE: office.judge.certificate}
    source = pdfs.prepare(attachments=kept_for(**people))
    first = pdfs.signed(source, office, office.interpreter, pdfs.INTERPRETER, Certification.FILL_FORMS)
    forged = pdfs.signed(first, office, office.interpreter, pdfs.JUDGE, None)

    findings = check_pdf(forged, trusted_roots=[office.root])

    assert codes(findings, Standing.BROKEN) == {"signer-exchanged"}
    (said,) = [said_in_english(finding) for finding in findings if finding.code == "signer-exchanged"]
    assert f"'{pdfs.JUDGE}'" in said
    assert "Bianca" in said


@pytest.mark.parametrize(
    "signatures",
    [
        {},
        ["Judge"],
        [{"field": "Judge", "name": "Bianca"}],
        [{"certificate_sha256": "", "field": "Judge", "name": "Bianca"}] * 2,
    ],
)
def test_a_list_that_does_not_say_whose_place_it_is_cannot_be_read(office, signatures):
    manifest = canonical.encode({"files": [], "signatures": signatures})
    prepared = pdfs.prepare(fields=(pdfs.JUDGE,), attachments={"manifest.json": manifest})

    findings = check_pdf(pdfs.signed(prepared, office, office.judge, pdfs.JUDGE, None))

    assert codes(findings, Standing.BROKEN) == {"manifest-unreadable"}


def test_an_attached_custody_extract_is_checked_too(office):
    prepared = pdfs.prepare(fields=(pdfs.JUDGE,), attachments={"custody/custody-extract.json": b"{}"})
    document = pdfs.signed(prepared, office, office.judge, pdfs.JUDGE, None)

    findings = check_pdf(document, trusted_roots=[office.root])

    assert codes(findings, Standing.BROKEN) == {"custody-extract-form"}


@pytest.mark.requirement("SR-34")
@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda pdf: pdf.Root.__setattr__("OpenAction", action("JavaScript")), "active-content"),
        (lambda pdf: pdf.Root.__setattr__("OpenAction", action("Launch")), "active-content"),
        (lambda pdf: pdf.pages[0].__setattr__("AA", pikepdf.Dictionary(O=action("Hide"))), "active-content"),
        (lambda pdf: pdf.Root.AcroForm.__setattr__("XFA", pikepdf.String("x")), "active-content"),
        (lambda pdf: pdf.Root.__setattr__("OCProperties", pikepdf.Dictionary()), "layers"),
        (
            lambda pdf: pdf.attachments.__setitem__(
                "report.pdf.exe", pikepdf.AttachedFileSpec(pdf, b"x", filename="report.pdf.exe")
            ),
            "attached-program",
        ),
        (
            lambda pdf: pdf.attachments.__setitem__(
                "n.txt", pikepdf.AttachedFileSpec(pdf, b"MZ\x90", filename="n.txt")
            ),
            "attached-program",
        ),
    ],
)
def test_what_a_viewer_might_carry_out_is_named_though_it_was_signed(office, make, code):
    with pikepdf.open(pdfs.io.BytesIO(pdfs.prepare(fields=(pdfs.JUDGE,)))) as pdf:
        make(pdf)
        target = pdfs.io.BytesIO()
        pdf.save(target)
    document = pdfs.signed(target.getvalue(), office, office.judge, pdfs.JUDGE, None)

    findings = check_pdf(document, trusted_roots=[office.root])

    assert codes(findings, Standing.UNKNOWN) == {code}


def action(kind: str) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(S=pikepdf.Name(f"/{kind}"), JS=pikepdf.String("app.alert(1)"))


@pytest.mark.requirement("SR-33")
def test_a_signed_document_attached_to_another_is_no_signature_of_it(office, approved):
    prepared = pdfs.prepare(fields=(pdfs.JUDGE,), attachments={"exhibit.pdf": approved}, packed=False)
    document = pdfs.signed(prepared, office, office.judge, pdfs.JUDGE, None)

    findings = check_pdf(document, trusted_roots=[office.root])

    assert document.count(b"/ByteRange") == 3
    assert verdict(findings) is Standing.HOLDS


def test_what_was_found_before_a_refusal_is_kept(office, approved):
    with pikepdf.open(pdfs.io.BytesIO(pdfs.prepare(fields=(pdfs.JUDGE,)))) as pdf:
        packed = pdf.make_stream(b"<~87cURDZ~>")
        packed.Filter = pikepdf.Name.ASCII85Decode
        pdf.attachments["manifest.json"] = pikepdf.AttachedFileSpec(pdf, b"{}", filename="manifest.json")
        pdf.attachments["manifest.json"].obj.EF = pikepdf.Dictionary(F=packed)
        target = pdfs.io.BytesIO()
        pdf.save(target, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    document = pdfs.signed(target.getvalue(), office, office.judge, pdfs.JUDGE, None)

    findings = check_pdf(document, trusted_roots=[office.root])

    assert codes(findings, Standing.UNKNOWN) == {"pdf-beyond-bounds"}
    assert "signature-holds" in codes(findings)


EXTRACT = Path(__file__).parents[1] / "ledger/data/extract-v1.json"


@pytest.fixture
def foreign_record(office) -> bytes:
    """A document of our office that carries the custody record of another."""
    attachments = {"custody/custody-extract.json": EXTRACT.read_bytes()}
    prepared = pdfs.prepare(fields=(pdfs.JUDGE,), attachments=attachments)
    return pdfs.signed(prepared, office, office.judge, pdfs.JUDGE, Certification.NO_CHANGES)


@pytest.mark.requirement("SR-33")
def test_a_custody_record_of_another_root_than_the_signatures_is_broken(office, foreign_record):
    findings = check_pdf(foreign_record, trusted_roots=[office.root])

    assert codes(findings, Standing.BROKEN) == {"custody-root"}


def test_naming_another_root_breaks_neither_signature_nor_custody_record(foreign_record, foreign_office):
    findings = check_pdf(foreign_record, trusted_roots=[foreign_office.root])

    assert codes(findings, Standing.BROKEN) == set()
    assert {"root-unknown", "custody-root"} <= codes(findings, Standing.UNKNOWN)
