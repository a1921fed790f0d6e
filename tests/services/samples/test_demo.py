"""The demonstration: from nothing to two signed bundles that hold, and a vault that opens again."""

import hashlib
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

import pytest

from tests.support.offices import NEXT_DAY, copy_of, environment
from thb_desktop.crypto.passphrases import prepare
from thb_desktop.errors import AlreadyExistsError
from thb_desktop.findings import Standing, verdict
from thb_desktop.report.parts.annex import STEPS
from thb_desktop.services.case_file import cases
from thb_desktop.services.keeping import health
from thb_desktop.services.office import vaults
from thb_desktop.services.samples import demo
from thb_desktop.verify.pdf import check_pdf
from thb_desktop.verify.run import Request, check_file

PAGES = {"perla.pdf": 35, "schelde.pdf": 38}
"""A bundle has no more pages than these without a reason: whoever adds something looks for what is loose."""


@dataclass(frozen=True, slots=True)
class Made:
    """What `thb demo` made and said; nothing in it is changed."""

    folder: Path
    said: str

    @property
    def bundles(self) -> tuple[Path, Path]:
        return self.folder / "perla.pdf", self.folder / "schelde.pdf"

    @property
    def root_certificate(self) -> Path:
        return self.folder / "root-certificate.pem"


@pytest.fixture(scope="module")
def made(demonstration: Path) -> Made:
    return Made(demonstration, demonstration.with_name("said.txt").read_text("utf-8"))


def test_both_cases_come_out_as_bundles_that_hold(made: Made):
    told = re.findall(r"^Bundle: (.*) \((\d+) pages\)$", made.said, re.MULTILINE)

    assert [Path(path) for path, _ in told] == [*made.bundles]
    for path, (_, pages) in zip(made.bundles, told, strict=True):
        findings = check_pdf(path, trusted_roots=[_root(made)])
        assert verdict(findings) is Standing.HOLDS
        assert sum(finding.code == "signature-holds" for finding in findings) == 2
        assert 30 < int(pages) <= PAGES[path.name]


def _root(made: Made) -> bytes:
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    root = x509.load_pem_x509_certificate(made.root_certificate.read_bytes())
    return root.public_bytes(Encoding.DER)


def printed(bundle: Path) -> str:
    said = subprocess.run(
        ["pdftotext", "-raw", str(bundle), "-"], capture_output=True, encoding="utf-8", check=True
    )
    return " ".join(said.stdout.split())


def test_each_translation_stands_beside_its_record_with_author_typist_state_and_worth(made: Made):
    perla, schelde = map(printed, made.bundles)

    for number in range(1, 8):
        assert perla.count(f"Traducerea T-0{number}:") == 1
    for number in range(1, 11):
        assert schelde.count(f"Vertaling T-{number:02}:") == 1
    # At each of the five, and in the heads of the columns that stand beside an account.
    assert perla.count("traducere scrisă autorizată") >= 5
    assert schelde.count("beëdigde schriftelijke vertaling") >= 5
    assert (
        perla.count("Certificatul lingvistului – T-")
        == schelde.count("Verklaring van de taalkundige – T-")
        == 5
    )
    assert perla.count("Dactilografiat de Claire Vandenhove") == 7
    assert "certificată de autor: 11; contestată: 1" in perla
    assert "Versiunea lui Grace Osagie-Peeters, care contestă versiunea de mai sus" in perla
    # Ten turns of I-06 without French words in the record have them of T-06, in the same column: its title
    # says so on both pages.
    assert perla.count("1 Q – 2 A, 4 Q – 6 A: T-06; nu face parte din procesul-verbal") == 2
    despite = "Nume din original nu se regăsesc în traducere: 2 Q, 3 A, 4 A, 5 A (V-T-03)"
    assert f"{despite} Motivul semnării: Nom de pays" in perla
    assert "সুমাইয়া করিম (Sumaiya Karim) (P-INT-BN" in schelde
    assert "vertaling T-09" in schelde


def test_headings_have_the_language_of_the_recipient_and_the_cover_that_of_the_case_too(made: Made):
    perla, schelde = map(printed, made.bundles)

    assert "Dosar de cooperare judiciară" in perla
    assert "Liasse de coopération judiciaire (français)" in perla
    assert perla.count("Réservé à la procédure et à la finalité") == 1
    assert "numéro WhatsApp employé par « madam »" in perla  # of PH-5, said by the case
    assert schelde.count("Alleen voor de procedure en het doel") == 1


def test_the_version_tells_that_a_stated_digest_of_an_original_differs(made: Made):
    """The exhibit of the chat is not in the version, of which it has a masked copy; its custody is told."""
    perla = printed(made.bundles[0])

    assert "Custodia probei E-07, din care a fost făcută această copie mascată" in perla
    differs = "amprenta indicată diferă de cea a fișierului prin 1 din cele 64 de caractere"
    assert perla.count(differs) == 2  # on the cover, and below the sheet of the copy


def test_each_command_that_a_bundle_prints_answers_as_it_says(made: Made, tmp_path: Path):
    shutil.copy(made.bundles[0], tmp_path / "bundle.pdf")
    shutil.copy(made.bundles[0].with_name("custody-check.pyz"), tmp_path)
    shown = subprocess.run(["pdfsig", "bundle.pdf"], cwd=tmp_path, capture_output=True, text=True, check=True)
    ranges = re.search(r"\[0 - (\d+)\], \[(\d+) - (\d+)\]", shown.stdout)
    assert ranges
    filled = {
        "A=? B=? C=?": "A={} B={} C={}".format(*ranges.groups()),
        "FINGERPRINT": hashlib.sha256(_root(made)).hexdigest(),
        "thb verify": f"PYTHONPATH={quote(str(Path.cwd()))} {quote(sys.executable)} -m thb_desktop verify",
    }

    for printed, expected in STEPS:
        command = re.sub("|".join(map(re.escape, filled)), lambda place: filled[place[0]], printed)
        done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True)
        said = re.sub(r"\b[0-9a-f]{64}\b", "SHA-256", done.stdout + done.stderr)
        assert [part for part in expected.split(" / ") if part not in said] == []
        assert "DIFFERS" not in said


def test_its_vault_opens_with_the_passphrase_that_was_said_and_is_sound(made: Made, tmp_path: Path):
    assert demo.PASSPHRASE in made.said
    assert "demonstration only" in made.said
    vault = copy_of(made.folder / "demonstration.thbvault", tmp_path / "demonstration.thbvault")
    session = vaults.unlock_vault(
        vault, passphrase=prepare(demo.PASSPHRASE), environment=environment(NEXT_DAY)
    )

    assert verdict(session.opening.findings) is Standing.HOLDS
    assert [summary.case.reference for summary in cases.list_cases(session)] == [
        "DEMO-A-PERLA",
        "DEMO-B-SCHELDE",
    ]
    assert verdict(health.check_vault(session).findings) is Standing.HOLDS
    session.close()


def test_who_signs_for_antwerp_is_said_on_the_cover_and_while_it_is_made(made: Made):
    schelde = printed(made.bundles[1])

    assert "één kabinet, te Luik, met één magistraat, heeft ook deze zaak" in schelde
    assert "its judge signs SCHELDE too, which Antwerp sends" in made.said


def test_only_bundles_root_check_and_vault_are_left(made: Made):
    left = sorted(path.name for path in made.folder.iterdir())

    assert left == [
        "custody-check.pyz",
        "demonstration.thbvault",
        *("own-office.key", "own-office.pem"),
        *("perla-package", "perla-receipt.asice", "perla.asice", "perla.pdf"),
        *("receiver-root.pem", "receiver.thbvault"),
        *("recipient.key", "recipient.pem"),
        "root-certificate.pem",
        "schelde.pdf",
    ]


def test_the_sealed_package_holds_and_its_script_opens_it_for_the_recipient(made: Made, tmp_path: Path):
    place = made.folder

    found = check_file(Request(file=place / "perla.asice", roots=(made.root_certificate,)))
    script = ["sh", place / "perla-package" / "open.sh", place / "recipient.pem", place / "recipient.key"]
    subprocess.run(script, cwd=tmp_path, check=True, capture_output=True)

    # What nobody but the office can check: that the masked copies are what is left of the originals.
    assert {each.code for each in found if each.standing is not Standing.HOLDS} == {"package-copies"}
    assert (tmp_path / "package.asice").read_bytes() == (place / "perla.asice").read_bytes()


def test_a_demonstration_never_writes_over_something(made: Made):
    with pytest.raises(AlreadyExistsError):
        demo.run_demo(made.folder, environment(), lambda _: None)


def test_the_receipt_that_came_back_holds_under_the_root_of_the_receiver(made: Made):
    root = made.folder / "receiver-root.pem"

    findings = check_file(Request(file=made.folder / "perla-receipt.asice", roots=(root,)))

    assert verdict(findings) is Standing.HOLDS
