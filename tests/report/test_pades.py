"""Signing: what is written is what the standard asks for, and what other programs accept."""

import functools
import io
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import page
import pikepdf
import pytest
from asn1crypto import cms, pem
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from pyhanko.pdf_utils import generic, reader, xref

from tests.support import pdfs
from tests.support.bundles import case_content
from tests.support.pdf_places import places_of
from thb_desktop.crypto.signing import ORDER
from thb_desktop.errors import SigningError
from thb_desktop.report import pades
from thb_desktop.report.bundle import compose_bundle
from thb_desktop.report.document.packed import FREE, PLAIN
from thb_desktop.report.pades import Certification
from thb_desktop.report.references import QuickBuilder, QuickData


@pytest.fixture(scope="module")
def office() -> pdfs.Office:
    return pdfs.make_office()


@pytest.fixture(scope="module")
def approved(office: pdfs.Office) -> bytes:
    return pdfs.signed_twice(office, pdfs.laid_out())


def run(program: str, *arguments: str) -> str:
    if shutil.which(program) is None and not Path(program).exists():
        pytest.skip(f"{program} is not installed")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.requirement("SR-34")
def test_pdfsig_finds_both_signatures_valid_and_the_last_over_the_whole_file(approved, tmp_path):
    path = tmp_path / "signed.pdf"
    path.write_bytes(approved)

    said = run("pdfsig", "-nocert", str(path))

    assert said.count("Signature is Valid") == 2
    assert said.count("ETSI.CAdES.detached") == 2
    assert said.rstrip().endswith("Signature Validation: Signature is Valid.")
    assert "Total document signed" in said


@pytest.mark.requirement("SR-34")
def test_pyhanko_judges_both_signatures_valid_under_the_root(office, approved, tmp_path):
    path, root = tmp_path / "signed.pdf", tmp_path / "root.pem"
    path.write_bytes(approved)
    root.write_bytes(pem.armor("CERTIFICATE", office.root))

    program = str(Path(sys.executable).with_name("pyhanko"))
    said = run(
        program,
        "sign",
        "validate",
        "--pretty-print",
        "--no-revocation-check",
        "--trust",
        str(root),
        str(path),
    )

    assert said.count("The signature is judged VALID.") == 2
    assert "The signature covers the entire file." in said


@pytest.mark.requirement("SR-38")
def test_openssl_verifies_the_message_taken_out_of_the_document(office, approved, tmp_path):
    root = tmp_path / "root.pem"
    root.write_bytes(pem.armor("CERTIFICATE", office.root))
    for which in (0, -1):
        (tmp_path / "message.der").write_bytes(pdfs.message_of(approved, which))
        (tmp_path / "content").write_bytes(pdfs.signed_part(approved, which))
        checked = ["cms", "-verify", "-cades", "-binary", "-inform", "DER", "-purpose", "any"]

        run(
            "openssl", *checked, "-in", str(tmp_path / "message.der"), "-content", str(tmp_path / "content"),
            "-CAfile", str(root), "-out", str(tmp_path / "out"),
        )  # fmt: skip

        assert (tmp_path / "out").read_bytes() == (tmp_path / "content").read_bytes()


def test_qpdf_finds_no_fault_in_the_signed_file(approved, tmp_path):
    path = tmp_path / "signed.pdf"
    path.write_bytes(approved)

    said = run("qpdf", "--check", str(path))

    assert "No syntax or stream encoding errors found" in said


@pytest.mark.requirement("SR-34")
def test_the_message_holds_signer_and_root_and_nothing_unsigned(office, approved):
    signed = cms.ContentInfo.load(pdfs.message_of(approved), strict=True)["content"]
    info = signed["signer_infos"][0]

    kinds = {attribute["type"].native for attribute in info["signed_attrs"]}

    assert {choice.chosen.dump() for choice in signed["certificates"]} == {
        office.root,
        office.judge.certificate,
    }
    assert kinds == {"content_type", "message_digest", "signing_certificate_v2", "cms_algorithm_protection"}
    assert info["unsigned_attrs"].native is None
    assert decode_dss_signature(info["signature"].native)[1] <= ORDER // 2


def test_signing_leaves_the_description_of_the_document_alone(approved):
    source = pdfs.laid_out()

    with pikepdf.open(io.BytesIO(source)) as before, pikepdf.open(io.BytesIO(approved)) as after:
        assert before.Root.Metadata.read_bytes() == after.Root.Metadata.read_bytes()
        assert before.Root.Metadata.objgen == after.Root.Metadata.objgen
    assert approved.startswith(source)
    assert b"xmpmeta" not in approved[len(source) :]


def test_the_signing_library_is_the_one_whose_inner_hook_was_tried():
    assert version("pyhanko").startswith("0.38.")


def test_the_same_input_gives_the_same_bytes(office, approved):
    assert pdfs.signed_twice(office, pdfs.laid_out()) == approved


@pytest.mark.requirement("SR-34")
def test_the_first_of_several_certifies_and_one_alone_forbids_every_change(office):
    alone = pdfs.signed(
        pdfs.prepare(fields=(pdfs.JUDGE,)), office, office.judge, pdfs.JUDGE, pades.certification_of(0, 1)
    )

    assert pades.certification_of(0, 2) is Certification.FILL_FORMS
    assert pades.certification_of(1, 2) is None
    assert re.search(rb"/P 1\b", alone)


@pytest.mark.parametrize("field", ["Nobody", pdfs.INTERPRETER])
def test_a_place_that_is_missing_or_filled_is_refused(office, field):
    first = pdfs.signed(
        pdfs.prepare(), office, office.interpreter, pdfs.INTERPRETER, Certification.FILL_FORMS
    )

    with pytest.raises(SigningError, match="missing or filled"):
        pdfs.signed(first, office, office.judge, field, None)


def test_certifying_after_a_signature_is_refused(office):
    first = pdfs.signed(pdfs.prepare(), office, office.judge, pdfs.JUDGE, None)

    with pytest.raises(SigningError, match="cannot be certified"):
        pdfs.signed(first, office, office.interpreter, pdfs.INTERPRETER, Certification.FILL_FORMS)


def test_a_signer_without_a_certificate_is_refused(office):
    with pytest.raises(SigningError, match="needs a certificate"):
        pdfs.signed(pdfs.prepare(), office, replace(office.judge, certificate=None), pdfs.JUDGE, None)


def test_a_document_that_is_none_is_refused(office):
    with pytest.raises(SigningError):
        pdfs.signed(b"%PDF-1.7\nnothing", office, office.judge, pdfs.JUDGE, None)


def test_signing_loads_no_http_client_and_the_room_loads_no_signing_library(tmp_path):
    text = (
        "import sys\n"
        "import thb_desktop.report.pades\n"
        "print([name for name in sys.modules if name.split('.')[0] == 'pyhanko'])\n"
        "from tests.support import pdfs\n"
        "pdfs.signed_twice(pdfs.make_office())\n"
        "bad = ('aiohttp.', 'requests', 'urllib3', 'httpx', 'http.client', 'urllib.request')\n"
        "real = hasattr(sys.modules['aiohttp'], '__path__')\n"
        "print([name for name in sys.modules if name.startswith(bad)], real)\n"
    )

    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines() == ["[]", "[] False"]


def test_two_signatures_leave_a_bundle_pdf_a_and_pdf_ua(office):
    target = io.BytesIO()
    content = case_content("perla")
    compose_bundle(content, target)
    data, people = target.getvalue(), (office.interpreter, office.judge)
    for position, (wanted, signer) in enumerate(zip(content.release.signatures, people, strict=True)):
        certify = pades.certification_of(position, 2)
        data = pdfs.signed(data, office, signer, wanted.field, certify, at=content.release.made_at)

    archive = page.validate_pdf_bytes(data, profile="3a")
    access = page.validate_pdf_bytes(data, profile="ua1")

    # A false alarm of this validator: the first of two signatures cannot cover the second.
    assert {failure.rule_id for failure in archive.failures} == {"PDFA3A-SIGNATURE-BYTERANGE-001"}
    assert [failure.rule_id for failure in access.failures] == []


COMPARED = ("standard_xrefs", "explicit_refs_in_revision", "freed", "xrefs_in_objstm", "obj_streams_used")


def sections_of(data: bytes, builder: type[xref.XRefBuilder], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reader, "XRefBuilder", builder)
    return reader.PdfFileReader(io.BytesIO(data)).xrefs._xref_sections


def test_cross_references_that_are_read_at_once_are_those_that_pyhanko_reads(approved, monkeypatch):
    slow = sections_of(approved, xref.XRefBuilder, monkeypatch)
    quick = sections_of(approved, QuickBuilder, monkeypatch)

    assert len(quick) == 3
    assert [isinstance(each.xref_data, QuickData) for each in quick] == [True, False, False]
    for left, right in zip(slow, quick, strict=True):
        assert left.meta_info == right.meta_info
        for name in (
            "standard_xrefs",
            "explicit_refs_in_revision",
            "freed",
            "xrefs_in_objstm",
            "obj_streams_used",
        ):
            assert getattr(left.xref_data, name) == getattr(right.xref_data, name)
        for number in range(left.meta_info.size + 2):
            assert resolved(left, number) == resolved(right, number)


def resolved(section: xref.XRefSection, number: int) -> object:
    try:
        return section.xref_data.try_resolve(generic.Reference(number, 0))
    except KeyError:
        return "nothing"


@pytest.mark.parametrize("row", [(PLAIN, 61, 1), (FREE, 0, 1)])
def test_cross_references_of_another_form_are_read_by_pyhanko(
    row: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch
):
    """Of a file with generations or freed objects, which our own files do not have."""
    data = pdfs.laid_out()
    places = places_of(data)
    changed = replace(places, rows=places.rows | {1: row}).written(data[: places.start])
    monkeypatch.setattr(reader, "XRefBuilder", QuickBuilder)
    lazily = functools.partial(reader.PdfFileReader, strict=False)

    found = lazily(io.BytesIO(changed)).xrefs._xref_sections[0].xref_data

    assert type(found) is xref.XRefSectionData
    assert len(found.standard_xrefs) + len(found.freed) == len(
        lazily(io.BytesIO(data)).xrefs._xref_sections[0].xref_data.standard_xrefs
    )


def test_the_references_that_a_signature_adds_end_in_no_carriage_return(office: pdfs.Office):
    """Deflated, one of 256 did; then a reader takes it for a part of the line end before `endstream`."""
    added = pdfs.signed_twice(office, pdfs.laid_out())[len(pdfs.laid_out()) :]

    rows = re.findall(rb"/Type /XRef\n(?:(?!/Filter)[^\0])*?stream\n(.*?)\nendstream", added, re.DOTALL)

    assert len(rows) == 2
    assert all(each.endswith(b"\0\0") for each in rows)
