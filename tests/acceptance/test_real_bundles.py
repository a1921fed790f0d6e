"""The bundles that the README's first command makes, before judges that are not ours, and before our own."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from importlib.resources import files
from pathlib import Path

import page
import pytest
from asn1crypto import pem
from pypdf import PdfReader

import resources
from tests.scripts.test_check_bundle import check, needs_a_container
from tests.support import pdfs
from thb_desktop.findings import Standing, verdict
from thb_desktop.report.style import PORTRAIT
from thb_desktop.verify.pdf import check_pdf

BUNDLES = ("perla", "schelde")
CASES = {"perla": "case_a_perla.json", "schelde": "case_b_abattoir.json"}
RIGHT_TO_LEFT = {"ar"}
FALSE_ALARMS = {"PDFA3A-SIGNATURE-BYTERANGE-001"}
"""Of this validator: the first of two signatures cannot cover the second."""

SEALED = {
    "perla": ("Mădălina", "0700 000 016", "Oksana", "Оксана"),
    "schelde": ("Nguyễn Văn Đức", "Наталья Чебан"),
}
"""Of what is sealed in these cases, what statements, messages, payslips and tables tell."""

COARSE, INK = 18, 200
"""Dots an inch at which a page is looked at, and the shade (of 255) that counts as drawn."""
FILLED, NEARLY_EMPTY = 0.6, 0.5
"""Shares of the body of a page: one before the picture of a whole sheet of paper, which needs more than half
a page, has 0.61. The last page may end earlier."""

both = pytest.mark.parametrize("name", BUNDLES)


def run(*command: str | Path, folder: Path) -> str:
    """What a program says that must succeed; without the program the test is skipped by its name."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not on this machine")
    done = subprocess.run(
        [str(word) for word in command], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@both
def test_pdfsig_trusts_both_signatures_and_finds_the_whole_document_signed(
    demonstration: Path, tmp_path: Path, name: str
):
    run("certutil", "-N", "-d", f"sql:{tmp_path}", "--empty-password", folder=demonstration)
    run(
        "certutil",
        "-A",
        "-d",
        f"sql:{tmp_path}",
        "-n",
        "root",
        "-t",
        "CT,C,C",
        "-a",
        "-i",
        "root-certificate.pem",
        folder=demonstration,
    )

    said = run("pdfsig", "-nssdir", f"sql:{tmp_path}", f"{name}.pdf", folder=demonstration)

    assert said.count("Signature is Valid") == said.count("Certificate is Trusted") == 2
    assert said.count("  - Total document signed") == 1
    assert said.index("Total document signed") > said.index("Not total document signed")


@both
def test_pyhanko_judges_both_signatures_valid(demonstration: Path, name: str):
    said = run(
        Path(sys.executable).with_name("pyhanko"),
        "sign",
        "validate",
        "--pretty-print",
        "--no-revocation-check",
        "--trust",
        "root-certificate.pem",
        f"{name}.pdf",
        folder=demonstration,
    )

    assert said.count("The signature is judged VALID.") == 2
    assert "The signature covers the entire file." in said


@pytest.mark.requirement("SR-38")
@both
def test_openssl_verifies_each_message_taken_out(demonstration: Path, tmp_path: Path, name: str):
    data = (demonstration / f"{name}.pdf").read_bytes()
    for which in (0, -1):
        (tmp_path / "message").write_bytes(pdfs.message_of(data, which))
        (tmp_path / "covered").write_bytes(pdfs.signed_part(data, which))

        run(
            "openssl",
            "cms",
            "-verify",
            "-cades",
            "-binary",
            "-inform",
            "DER",
            "-purpose",
            "any",
            "-in",
            "message",
            "-content",
            "covered",
            "-CAfile",
            demonstration / "root-certificate.pem",
            "-out",
            "out",
            folder=tmp_path,
        )

        assert (tmp_path / "out").read_bytes() == (tmp_path / "covered").read_bytes()


@pytest.mark.requirement("SR-38")
@both
def test_the_short_script_says_in_a_bare_container_that_both_signatures_hold(
    demonstration: Path, name: str, tmp_path: Path
):
    needs_a_container()

    code, said = check(
        (demonstration / f"{name}.pdf").read_bytes(),
        certificate_in(demonstration / "root-certificate.pem"),
        tmp_path,
    )

    assert code == 0, said
    assert "Signature 2 of 2" in said


def drawn_pages(pdf: Path) -> list[tuple[bool, float]]:
    """Of each page whether it is landscape, and how far down its body something is drawn, as a share."""
    done = subprocess.run(
        ["pdftoppm", "-r", str(COARSE), "-gray", str(pdf)], capture_output=True, check=True
    ).stdout
    found, at = [], 0
    while head := re.compile(rb"P5\s+(\d+)\s+(\d+)\s+\d+\s").match(done, at):
        width, height = int(head[1]), int(head[2])
        rows = [done[head.end() + row * width :][:width] for row in range(height)]
        top = int((PORTRAIT.size[1] - PORTRAIT.top) * COARSE / 72) + 1
        bottom = height - int(PORTRAIT.bottom * COARSE / 72) - 1
        inked = [row for row in range(top, bottom) if min(rows[row]) < INK]
        found.append((width > height, (max(inked, default=top) - top) / (bottom - top)))
        at = head.end() + width * height
    return found


@both
def test_no_page_is_nearly_empty_and_none_is_landscape_where_two_columns_do(demonstration: Path, name: str):
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm is not on this machine")

    drawn = drawn_pages(demonstration / f"{name}.pdf")

    assert len(drawn) == len(PdfReader(demonstration / f"{name}.pdf").pages)
    assert [number for number, (is_landscape, _) in enumerate(drawn, start=1) if is_landscape] == []
    short = {number: share for number, (_, share) in enumerate(drawn, start=1) if share < FILLED}
    assert all(share > NEARLY_EMPTY for share in short.values()), short
    assert set(short) <= {len(drawn)}, short


@pytest.mark.parametrize(("name", "pages"), [("perla", 35), ("schelde", 38)])
def test_a_bundle_has_no_more_pages_than_its_words_need(demonstration: Path, name: str, pages: int):
    assert len(PdfReader(demonstration / f"{name}.pdf").pages) <= pages


@both
def test_qpdf_finds_no_fault(demonstration: Path, name: str):
    said = run("qpdf", "--check", f"{name}.pdf", folder=demonstration)

    assert "No syntax or stream encoding errors found" in said


@both
@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_a_signed_bundle_is_an_archive_document_that_can_be_read_aloud(
    demonstration: Path, name: str, profile: page.ValidationProfile
):
    report = page.validate_pdf_bytes((demonstration / f"{name}.pdf").read_bytes(), profile=profile)

    assert {failure.rule_id for failure in report.failures} <= FALSE_ALARMS


@both
def test_our_own_verifier_says_that_all_of_it_holds(demonstration: Path, name: str):
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "thb_desktop.verify",
            demonstration / f"{name}.pdf",
            "--root",
            demonstration / "root-certificate.pem",
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert "\nVALID." in done.stdout


@pytest.mark.requirement("SR-38")
@both
def test_the_custody_record_verifies_with_nothing_but_python(demonstration: Path, name: str, tmp_path: Path):
    inside = attachments(demonstration / f"{name}.pdf")
    (tmp_path / "extract.json").write_bytes(inside["custody/custody-extract.json"])
    root = hashlib.sha256(certificate_in(demonstration / "root-certificate.pem")).hexdigest()

    said = run(
        sys.executable,
        "-I",
        "-S",
        demonstration / "custody-check.pyz",
        "extract.json",
        "--root-sha256",
        root,
        folder=tmp_path,
    )

    assert "Taken together: VALID." in said


@both
def test_every_sentence_that_runs_from_left_to_right_can_be_taken_out(demonstration: Path, name: str):
    printed = run("pdftotext", "-raw", f"{name}.pdf", "-", folder=demonstration)
    pages = pdfs.pages_of(unicodedata.normalize("NFC", printed))

    missing = [
        text
        for language, text in sentences(name)
        if language not in RIGHT_TO_LEFT and not pdfs.is_found(text.split(), " ", pages)
    ]

    assert missing == []


@both
def test_the_attached_text_holds_every_sentence_as_it_was_entered(demonstration: Path, name: str):
    inside = attachments(demonstration / f"{name}.pdf")
    records = "\n".join(data.decode() for path, data in inside.items() if path.startswith("records/"))

    missing = [text for _, text in sentences(name, squeeze=False) if text not in records]

    assert missing == []


@pytest.mark.requirement("SR-36")
@both
def test_what_is_sealed_stands_nowhere_in_it(demonstration: Path, name: str):
    inside = attachments(demonstration / f"{name}.pdf")
    attached = "\n".join(data.decode("utf-8", "replace") for data in inside.values())
    printed = run("pdftotext", "-raw", f"{name}.pdf", "-", folder=demonstration)
    told = squeezed(printed + attached)

    assert [word for word in SEALED[name] if squeezed(word) in told] == []


@pytest.mark.requirement("SR-33", "SR-7")
def test_no_changed_byte_of_a_real_bundle_passes(demonstration: Path):
    path = demonstration / "perla.pdf"
    data, root = path.read_bytes(), certificate_in(demonstration / "root-certificate.pem")
    last = data.rindex(b"/Contents <") if b"/Contents <" in data else data.rindex(b"/Contents<")
    step = 997 if "THB_WHOLE" in os.environ else 4597
    places = sorted(
        {*range(0, len(data), step), *range(last, last + 3500, 37), *range(len(data) - 60, len(data), 3)}
    )

    silent = []
    for number, place in enumerate(places):
        changed = bytearray(data)
        changed[place] ^= (0x01, 0x20, 0x80)[number % 3]
        if verdict(check_pdf(bytes(changed), trusted_roots=[root])) is Standing.HOLDS:
            silent.append(place)

    assert len(places) > 250
    assert silent == []


def sentences(name: str, *, squeeze: bool = True) -> list[tuple[str, str]]:
    """Language and text of all that was said and rendered and tells nothing that is sealed, from the case as
    it was given.
    """
    folder = files(resources) / "cases" / name
    told = json.loads((folder / CASES[name]).read_text("utf-8"))
    found = [
        (interview["language"] if key == "o" else key, text)
        for interview in told["interviews"]
        for segment in interview["segments"]
        for turn in ("q", "a")
        for key, text in segment[turn].items()
        if not any(word in text for word in SEALED[name])
    ]
    return [
        (language, squeezed(text) if squeeze else unicodedata.normalize("NFC", text))
        for language, text in found
    ]


def squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def attachments(path: Path) -> dict[str, bytes]:
    return {name: data[0] for name, data in PdfReader(path).attachments.items()}


def certificate_in(path: Path) -> bytes:
    return bytes(pem.unarmor(path.read_bytes())[2])
