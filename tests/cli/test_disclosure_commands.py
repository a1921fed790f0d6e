"""`thb disclosure` and `thb export --disclosure` on the demonstration: what a recipient gets, and checks."""

import sys
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509 import load_der_x509_certificate

from tests.cli.test_sending_commands import key_of, record
from tests.support.command_line import CommandLine, descriptor_with
from tests.support.hiding import png_that_tells
from tests.support.leaks import readable
from tests.support.offices import unlock
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.vocabulary import CustodyAction, ExhibitKind
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.evidence.custody_acts import Act
from thb_desktop.services.samples.demo import PASSPHRASE
from thb_desktop.vault.tables import registry

ALONE = ("--alone", "This office has one magistrate")
AT_HOME = (
    *("--state", "BE", "--party", "AUTHORITY"),
    *("--special", "yes", "--special-because", "The facts of the offence"),
)
DRAFT = ("--recipient", "Judge of Borduria", "--purpose", "Execution")
ORDER = ("--reason", "third-party", "--ordered-by", "Investigating judge")


needs_confinement = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)


def exhibit_with_picture(vault: Path) -> str:
    return exhibit_with(vault, png_that_tells("Zenobia"), "a.png")


def exhibit_with_table(vault: Path) -> str:
    return exhibit_with(vault, b"Amount;Name\n100;Zenobia\n200;Ion\n", "rows.csv")


def exhibit_with(vault: Path, data: bytes, name: str) -> str:
    """Add a file to the demonstration, as an exhibit of its own; return its number."""
    session = unlock(vault, PASSPHRASE)
    (case,) = (each for each in registry.CASE_FILE.all(session.read) if "PERLA" in str(each).upper())
    own = registry.EXHIBIT.where(session.read, "case_id", case.id)[0]
    made = exhibits.register_exhibit(
        session,
        replace(own, id=ExhibitId(""), number="E-99", kind=ExhibitKind.FILE, parent_id=None, seal=""),
        Act(
            action=CustodyAction.SEIZED,
            occurred_at=session.clock.read().at,
            actor="Police",
            reason="Search",
        ),
    )
    exhibit_files.add_file(
        session, made.id, source=BytesIO(data), name=name, media_type="application/octet-stream"
    )
    session.close()
    return made.number


def reference(thb: CommandLine, vault: Path) -> str:
    told = thb("cases", vault, "--json", passphrase=PASSPHRASE).json["cases"]
    return str(next(each["reference"] for each in told if "PERLA" in str(each) or "Perla" in str(each)))


def test_a_version_is_drawn_up_masked_printed_and_verified(
    thb: CommandLine, demo_vault: Path, demonstration: Path, tmp_path: Path
):
    case = reference(thb, demo_vault)
    drawn = thb(
        *("disclosure", "draw-up", demo_vault, case, *DRAFT, "--basis", "Spontaneous information", "--json"),
        passphrase=PASSPHRASE,
    )
    with descriptor_with("Bacău\n") as words:
        masked = thb(
            *("disclosure", "mask", demo_vault, case, drawn.json["number"], *ORDER),
            *("--words-fd", words, "--json"),
            passphrase=PASSPHRASE,
        )
    made = thb(
        *("export", demo_vault, case, "--to", tmp_path / "version.pdf", *ALONE),
        *("--disclosure", drawn.json["number"], *AT_HOME, "--json"),
        *("--identities-because", "The court hears the witness"),
        passphrase=PASSPHRASE,
    )
    verified = thb("verify", tmp_path / "version.pdf", "--root", demonstration / "root-certificate.pem")

    assert masked.json["redactions"]
    assert made.code == 0
    assert verified.code == 0, verified.out
    assert "redactions" in verified.out
    seen = readable((tmp_path / "version.pdf").read_bytes())
    assert "⟦R-001 THIRD_PARTY⟧" in seen["text: drawn -raw"].decode()
    said = [data for place, data in seen.items() if place.startswith("text: records/I-")]
    assert said
    assert not any("Bacău".encode() in data for data in said)


def test_a_version_says_itself_what_goes_to_whom(thb: CommandLine, demo_vault: Path, tmp_path: Path):
    case = reference(thb, demo_vault)
    thb(*("disclosure", "draw-up", demo_vault, case, *DRAFT, "--basis", "Told"), passphrase=PASSPHRASE)

    refused = thb(
        *("export", demo_vault, case, "--to", tmp_path / "x.pdf", *ALONE, "--disclosure", "D-001"),
        *("--recipient", "Somebody else"),
        passphrase=PASSPHRASE,
    )

    assert refused.code == 2
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("missing", ["--recipient", "--purpose"])
def test_without_a_version_recipient_and_purpose_are_asked_for(
    thb: CommandLine, demo_vault: Path, tmp_path: Path, missing: str
):
    given = [each for pair in (DRAFT[:2], DRAFT[2:]) if pair[0] != missing for each in pair]

    refused = thb(
        *("export", demo_vault, reference(thb, demo_vault), "--to", tmp_path / "x.pdf", *ALONE, *given),
        passphrase=PASSPHRASE,
    )

    assert refused.code == 2


def test_an_identity_annex_is_made_opened_and_its_signature_verified(
    thb: CommandLine, demo_vault: Path, demonstration: Path, tmp_path: Path
):
    reader = key_of(tmp_path, "receiver")
    record(thb, demo_vault, reader, "Judge of Borduria", "addressee")
    record(thb, demo_vault, key_of(tmp_path, "office"), "Our registry", "own-office")
    made = thb(
        *(
            "annex",
            demo_vault,
            reference(thb, demo_vault),
            demonstration / "perla.pdf",
            "--into",
            tmp_path / "sent",
        ),
        *("--person", "V-01", "--to", "Judge of Borduria", "--because", "Summons", *ALONE, "--json"),
        passphrase=PASSPHRASE,
    )
    key_file = tmp_path / "key.p12"
    key_file.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"key",
            reader.private_key,
            load_der_x509_certificate(reader.certificate),
            None,
            BestAvailableEncryption(b"words"),
        )
    )
    with descriptor_with("words\n") as words:
        opened = thb(
            *("open", tmp_path / "sent", "--to", tmp_path / "read", "--json"),
            *("--key", key_file, "--passphrase-fd", words),
        )
    verified = thb(
        *("verify", tmp_path / "read" / "package.p7s", "--content", tmp_path / "read" / "package.pdf"),
        *("--anchor", demonstration / "root-certificate.pem"),
    )

    assert (made.code, opened.code) == (0, 0)
    assert made.json["persons"] == ["V-01"]
    assert sha256((tmp_path / "read" / "package.pdf").read_bytes()).hexdigest() == made.json["sha256"]
    assert verified.code == 50, verified.out  # valid, and no proof that nothing was revoked
    assert "TOTAL-PASSED" in verified.out


@needs_confinement
def test_a_place_in_a_file_is_masked_and_its_copy_made_corrected_and_listed(
    thb: CommandLine, demo_vault: Path, tmp_path: Path
):
    case, number = reference(thb, demo_vault), exhibit_with_picture(demo_vault)
    drawn = thb(
        *("disclosure", "draw-up", demo_vault, case, *DRAFT, "--basis", "Told", "--json"),
        passphrase=PASSPHRASE,
    )
    version = drawn.json["number"]
    there = (demo_vault, case, version, "--exhibit", number)
    nothing = thb("disclosure", "copy", *there, passphrase=PASSPHRASE)
    masked = thb(
        *("disclosure", "mask", *there, "--page", "1", "--rectangle", "250,400,500,200", *ORDER, "--json"),
        passphrase=PASSPHRASE,
    )
    first = thb("disclosure", "copy", *there, "--json", passphrase=PASSPHRASE)
    thb(
        *("disclosure", "unmask", demo_vault, case, version, masked.json["redactions"][0]["id"]),
        *("--because", "The wrong place"),
        passphrase=PASSPHRASE,
    )
    thb("disclosure", "mask", *there, "--metadata", *ORDER, passphrase=PASSPHRASE)
    thb("disclosure", "copy", *there, passphrase=PASSPHRASE)
    listed = thb("disclosure", "copies", demo_vault, case, version, "--json", passphrase=PASSPHRASE)

    assert (nothing.code, first.code) == (2, 0)
    assert masked.json["redactions"][0]["rectangle"] == "250,400,750,600"
    assert first.json["number"] == f"{number}-M1"
    assert [(each["number"], each["superseded"]) for each in listed.json["copies"]] == [
        (f"{number}-M1", True),
        (f"{number}-M2", False),
    ]


def test_a_column_of_a_table_is_masked_and_its_copy_made(thb: CommandLine, demo_vault: Path):
    case, number = reference(thb, demo_vault), exhibit_with_table(demo_vault)
    drawn = thb(
        *("disclosure", "draw-up", demo_vault, case, *DRAFT, "--basis", "Told", "--json"),
        passphrase=PASSPHRASE,
    )
    there = (demo_vault, case, drawn.json["number"], "--exhibit", number)

    masked = thb(
        *("disclosure", "mask", *there, "--column", "2", "--from-row", "2", *ORDER, "--json"),
        passphrase=PASSPHRASE,
    )
    beside = thb("disclosure", "mask", *there, "--column", "9", *ORDER, passphrase=PASSPHRASE)
    made = thb("disclosure", "copy", *there, "--json", passphrase=PASSPHRASE)

    assert masked.json["redactions"][0]["rectangle"] == "1,1,2,3"
    assert (beside.code, made.code) == (2, 0)
    assert made.json["number"] == f"{number}-M1"


@pytest.mark.parametrize("wrong", ["900,0,200,10", "1,2,3", "a,b,c,d", "0,0,0,10"])
def test_a_rectangle_lies_on_its_page(thb: CommandLine, demo_vault: Path, wrong: str):
    place = ("--exhibit", "E-01", "--rectangle", wrong)

    refused = thb("disclosure", "mask", demo_vault, "x", "D-001", *place, *ORDER, passphrase=PASSPHRASE)

    assert refused.code == 2
