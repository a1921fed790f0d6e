"""The signatures of the samples: each judged as its name says, no genuine one called not valid."""

from datetime import UTC, datetime

import pytest
from asn1crypto import cms

from tests.support.samples import sample
from thb_desktop.verify.foreign.answer import Verdict

GENUINE = [
    *(f"pades/{name}.pdf" for name in (
        "DSS-1683", "Signature-P-BG_BOR-1", "certified-changes-permitted", "doc-firmado-T", "pades-bes",
        "pdf-with-empty-sig", "pdf-with-vri-timestamp", "pkcs7",
    )),
    *(f"pyhanko/{name}.pdf" for name in (
        "extensions-direct", "extensions-update-direct", "extensions-update-indirect",
        "minimal-signed-twice-no-sig-type", "minimal-signed-twice-second-created",
        "minimal-two-fields-signed-twice", "separate-annots-kids-indir",
    )),
    "cades/CAdES-BpB-att-SHA256-SHA512withRSA.p7m", "cades/CAdESDoubleLTA.p7m",
    "cades/Signature-C-BES-4.p7m", "cades/cades-bes-signeddata-detached.p7s",
    "cades/cades-bes-signeddata-enveloping.p7m", "cades/cades-detached.pkcs7", "cades/counterSig.p7m",
    "tsd-p7m/Test4.pdf.tsd", "tsd-p7m/test.xml.p7m", "tsd-p7m/testDetached.p7s",
    "asic-cades/ASiC-E-CAdES-BpLTA.sce", "asic-cades/onefile-ok.asice", "asic-cades/onefile-ok.asics",
    "asic-openeid/3xTST-text-data-file.asics", "asic-openeid/test.asice", "asic-openeid/test.asics",
    "asic-openeid/valid_asice_lta.asice", "asic-xades/onefile-ok.asice", "asic-xades/onefile-ok.asics",
    "evidence-records/evidencerecord.ers", "rfc3161/test_tsa/response.tsr",
]  # fmt: skip
NOT_SIGNED = [
    "asic-cades/no-signature.asics", "asic-openeid/asice-path.asice", "to-sign/EmptyPage.pdf",
    "pyhanko/minimal.pdf", "pyhanko/empty-a4.pdf",
]  # fmt: skip
NOT_VALID = [
    ("cades/cades-broken-sig-tst.p7m", "foreign-because.sig-crypto-failure"),
    ("asic-cades/brokenReference.asice", "foreign-file-changed"),
    ("pdf-attacks/pdf-byterange-overlap.pdf", "foreign-range-open"),
    ("pdf-attacks/pdf-signed-added-page.pdf", "foreign-pages-counted"),
]
NOT_JUDGED = [
    "pdf-attacks/hide.pdf", "pdf-attacks/pades_infinite_loop.pdf",
    "pdf-attacks/pades_opposite_infinite_loop.pdf", "asic-cades/malformed-container.asics",
    "asic-xades/malformed-container.asice", "asic-xades/multifiles-wrong-file.asice",
    "pyhanko/form-update-override-appearance-stream-sneaky.pdf",
    "pyhanko/form-update-override-appearance-stream-ap-indirect-sneaky.pdf",
    "pyhanko/form-update-no-override-appearance-stream-ap-indirect-sneaky.pdf",
]  # fmt: skip


def keys(answer):
    return [note.key for each in answer.signatures for note in each.notes] + [
        note.key for note in answer.notes
    ]


def of(name):
    return sample(f"03-signatures/{name}").read_bytes()


@pytest.mark.parametrize("name", GENUINE)
def test_a_genuine_signature_is_not_called_invalid(judge, name):
    assert judge(of(name)).verdict is Verdict.UNDECIDED  # nobody named an anchor


@pytest.mark.parametrize(("name", "key"), NOT_VALID)
def test_a_broken_one_is_proven(judge, name, key):
    answer = judge(of(name))

    assert answer.verdict is Verdict.NOT_VALID
    assert key in keys(answer)


@pytest.mark.parametrize("name", NOT_JUDGED)
def test_what_is_made_to_mislead_is_not_passed_over(judge, name):
    answer = judge(of(name))

    assert answer.verdict is Verdict.UNDECIDED
    assert "foreign-added-later" not in keys(answer)


@pytest.mark.parametrize("name", NOT_SIGNED)
def test_what_nobody_signed_says_so(judge, name):
    assert {"foreign-not-signed", "foreign-xades"} & set(keys(judge(of(name))))


def test_a_signature_with_the_anchor_that_its_file_brings_is_valid_at_its_time(judge):
    """The anchor alone was missing: with it, at the time of the signature, the verdict is another."""
    data = of("cades/CAdESDoubleLTA.p7m")
    brought = [each.chosen.dump() for each in cms.ContentInfo.load(data)["content"]["certificates"]]

    answer = judge(data, *brought, now=datetime(2019, 6, 1, tzinfo=UTC))

    assert answer.signatures[0].verdict in {Verdict.VALID, Verdict.REMARKS}
