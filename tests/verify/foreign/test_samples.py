"""The signatures of the samples: each judged as its name says, no genuine one called not valid."""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from asn1crypto import x509

from tests.support import foreign
from tests.support.samples import sample
from thb_desktop.verify.foreign.anchors import anchors_in
from thb_desktop.verify.foreign.answer import Verdict

_SEQUENCE, _CONTENTS = b"\x30\x82", re.compile(rb"/Contents\s*<((?:[0-9A-Fa-f]{2})+)>")

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


def day(year: int, month: int, number: int) -> datetime:
    return datetime(year, month, number, tzinfo=UTC)


WITH_ROOTS = [
    ("pades/certified-changes-permitted.pdf", day(2020, 9, 12), Verdict.REMARKS),
    ("pades/doc-firmado-T.pdf", day(2017, 2, 18), Verdict.REMARKS),
    ("pades/pades-bes.pdf", day(2023, 9, 1), Verdict.REMARKS),
    ("pades/pkcs7.pdf", day(2015, 5, 13), Verdict.REMARKS),
    ("pyhanko/extensions-update-direct.pdf", day(2020, 1, 2), Verdict.REMARKS),
    ("pyhanko/minimal-two-fields-signed-twice.pdf", foreign.NOW, Verdict.VALID),
    ("pyhanko/separate-annots-kids-indir.pdf", day(2020, 1, 2), Verdict.REMARKS),
    ("cades/CAdESDoubleLTA.p7m", day(2018, 5, 6), Verdict.REMARKS),
    ("cades/Signature-C-BES-4.p7m", day(2013, 12, 6), Verdict.REMARKS),
    ("asic-cades/ASiC-E-CAdES-BpLTA.sce", foreign.NOW, Verdict.VALID),
    ("asic-cades/onefile-ok.asice", day(2018, 5, 6), Verdict.REMARKS),
    ("asic-cades/onefile-ok.asics", day(2018, 5, 6), Verdict.REMARKS),
    ("asic-openeid/test.asics", foreign.NOW, Verdict.VALID),
]
"""Genuine files, each with a day on which its certificates were in force, and what its root makes of it."""


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


def certificates_in(data: bytes) -> Iterator[x509.Certificate]:
    """Every certificate of a message: of the signers, of those above them, of its time stamps."""
    at = data.find(_SEQUENCE)
    while at >= 0:
        raw = data[at : at + 4 + int.from_bytes(data[at + 2 : at + 4])]
        with suppress(ValueError, TypeError):
            found = x509.Certificate.load(raw, strict=True)
            if found.native and found.dump() == raw:
                yield found
        at = data.find(_SEQUENCE, at + 1)


def messages_in(data: bytes) -> Iterator[bytes]:
    yield data
    yield from (bytes.fromhex(each.decode()) for each in _CONTENTS.findall(data))
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from map(archive.read, archive.namelist())


def roots_of(name: str, folder: Path) -> list[bytes]:
    """The ends of the chains in a file, each written to a file of its own and added as a user adds it."""
    found = {each.sha256: each for one in messages_in(of(name)) for each in certificates_in(one)}
    subjects = {each.subject.hashable for each in found.values()}
    ends = [
        each for each in found.values() if each.self_signed != "no" or each.issuer.hashable not in subjects
    ]
    added: list[bytes] = []
    for number, each in enumerate(ends):
        (folder / f"{number}.cer").write_bytes(each.dump())
        added += [one.der for one in anchors_in(folder / f"{number}.cer")]
    return added


@pytest.mark.parametrize(("name", "now", "expected"), WITH_ROOTS)
def test_a_genuine_signature_is_valid_under_the_root_of_its_own_chain_and_not_under_another(
    judge, tmp_path, name, now, expected
):
    """Remarks: nobody can tell without a network whether a certificate was withdrawn."""
    stranger = foreign.authority().root

    with_its_root = judge(of(name), *roots_of(name, tmp_path), now=now)
    with_another = judge(of(name), stranger, now=now)

    assert with_its_root.verdict is expected, keys(with_its_root)
    assert {each.verdict for each in with_its_root.signatures} <= {Verdict.VALID, Verdict.REMARKS}
    assert {"foreign-holds"} <= set(keys(with_its_root))
    assert expected is Verdict.VALID or "foreign-revocation-unknown" in keys(with_its_root)
    assert with_another.verdict is Verdict.UNDECIDED
