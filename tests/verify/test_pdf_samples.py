"""Signed documents of other programs, genuine and attacked: each with the outcome it deserves."""

import pytest

from tests.support.samples import sample
from thb_desktop.findings import Standing, verdict
from thb_desktop.verify.pdf import check_pdf


def broken_codes(findings):
    return {finding.code for finding in findings if finding.standing is Standing.BROKEN}


ATTACKS = {
    "hide.pdf": {"pdf-unreadable"},
    "pades_infinite_loop.pdf": {"pdf-unreadable"},
    "pades_opposite_infinite_loop.pdf": {"pdf-unreadable"},
    "pdf-byterange-overlap.pdf": {"byte-range-not-exact", "not-whole-file"},
    "pdf-signed-added-page.pdf": {"not-whole-file", "page-changed"},
}


@pytest.mark.parametrize(("name", "codes"), ATTACKS.items())
def test_an_attacked_document_is_broken_and_the_reason_is_named(name, codes):
    findings = check_pdf(sample(f"03-signatures/pdf-attacks/{name}"))

    assert codes <= broken_codes(findings)


@pytest.mark.parametrize(
    "name", ["certified-changes-permitted.pdf", "doc-firmado-T.pdf", "pades-bes.pdf", "pkcs7.pdf"]
)
def test_a_genuine_document_is_not_called_broken(name):
    findings = check_pdf(sample(f"03-signatures/pades/{name}"))

    assert verdict(findings) is Standing.UNKNOWN
    assert "signature-holds" in {finding.code for finding in findings}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("pades/DSS-1683.pdf", "weak-algorithm"),  # SHA-1
        ("pades/Signature-P-BG_BOR-1.pdf", "weak-certificate"),  # a certificate signed with SHA-1
        ("pades/pdf-with-empty-sig.pdf", "signature-malformed"),  # a room full of zeros
        (
            "pades/pdf-with-vri-timestamp.pdf",
            "not-whole-file",
        ),  # its description was changed after the signature
        ("pyhanko/extensions-direct.pdf", "certificate-not-valid-then"),
        ("pyhanko/minimal-signed-twice-no-sig-type.pdf", "metadata-changed"),
        ("pyhanko/minimal-signed-twice-second-created.pdf", "field-added"),
        ("pyhanko/minimal-two-fields-signed-twice.pdf", "metadata-changed"),
        ("pyhanko/separate-annots-kids-indir.pdf", "field-added"),
        ("pyhanko/form-update-override-appearance-stream-sneaky.pdf", "object-changed"),
        ("pyhanko/form-update-override-appearance-stream-ap-indirect-sneaky.pdf", "object-changed"),
    ],
)
def test_a_document_that_is_called_broken_has_a_true_reason(name, code):
    findings = check_pdf(sample(f"03-signatures/{name}"))

    assert code in broken_codes(findings)


@pytest.mark.parametrize("name", ["EmptyPage.pdf", "not_signed_pdfa.pdf", "testdoc.pdf"])
def test_a_document_without_signature_is_called_not_signed(name):
    findings = check_pdf(sample(f"03-signatures/to-sign/{name}"))

    assert "not-signed" in {finding.code for finding in findings}
    assert not broken_codes(findings)
