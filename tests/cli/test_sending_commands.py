"""`thb package`, `thb recipient` and `thb bar` on the demonstration, with what a recipient does after it."""

from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509 import load_der_x509_certificate

from tests.support.command_line import Answer, CommandLine, descriptor_with
from tests.support.recipients import Holder, holder
from thb_desktop.errors import StorageError
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.packaging.folders import Complete, FolderWriter
from thb_desktop.services.samples.demo import PASSPHRASE

ALONE = ("--alone", "This office has one magistrate")
ORDERED = (
    *("--identities-because", "The judge of Borduria hears the victim"),
    *("--unsearched-because", "The clerk looked at each picture"),
)


def key_of(tmp_path: Path, name: str) -> Holder:
    return holder(ec.generate_private_key(ec.SECP256R1()), tmp_path, name, since=SystemClock().read().at)


def record(thb: CommandLine, vault: Path, held: Holder, name: str, kind: str) -> dict[str, object]:
    digest = sha256(held.certificate).hexdigest()
    place = ("--state", "ro", "--party", "authority") if kind == "addressee" else ()
    told = ("--as", kind, "--name", name, "--told", "By telephone", *place, "--json")
    return thb("recipient", "add", vault, held.certificate_file, digest, *told, passphrase=PASSPHRASE).json


def recipients(thb: CommandLine, vault: Path) -> list[dict[str, object]]:
    return thb("recipient", "list", vault, "--json", passphrase=PASSPHRASE).json["recipients"]


@pytest.fixture
def receiver(thb: CommandLine, demo_vault: Path, tmp_path: Path) -> Holder:
    """The addressee, recorded with the own office."""
    held = key_of(tmp_path, "receiver")
    record(thb, demo_vault, held, "Judge of Borduria", "addressee")
    record(thb, demo_vault, key_of(tmp_path, "office"), "Our registry", "own-office")
    return held


def test_a_package_of_the_demonstration_is_made_opened_and_verified(
    thb: CommandLine, demo_vault: Path, demonstration: Path, receiver: Holder, tmp_path: Path
):
    made = thb(
        *("package", demo_vault, demonstration / "perla.pdf", "--into", tmp_path / "sent"),
        *("--to", "Judge of Borduria", *ORDERED, *ALONE, "--json"),
        passphrase=PASSPHRASE,
    )
    key_file = tmp_path / "key.p12"
    key_file.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"key",
            receiver.private_key,
            load_der_x509_certificate(receiver.certificate),
            None,
            BestAvailableEncryption(b"words"),
        )
    )
    with descriptor_with("words\n") as words:
        opened = thb(
            *("open", tmp_path / "sent", "--to", tmp_path / "perla.asice", "--json"),
            *("--key", key_file, "--passphrase-fd", words),
        )
    root = demonstration / "root-certificate.pem"
    verified = thb("verify", tmp_path / "perla.asice", "--root", root)

    assert made.code == 0
    assert (made.json["package"], made.json["files"], made.json["beside"]) == ("P-002", 9, 0)
    assert len(made.json["recipients"]) == 3
    assert opened.json["sha256"] == made.json["sha256"]
    # What nobody but the office can check: that masked copies are what is left of the originals.
    assert verified.code == 41
    (told,) = [line for line in verified.out.splitlines() if line.startswith("unknown")]
    assert told.endswith("the originals stayed in the office: E-05-M1, E-07-M1, E-18-M1.")
    assert "Every file of an exhibit is the one that was recorded (files: 9, exhibits: 9)" in verified.out


def test_a_package_for_a_recipient_of_another_state_is_refused_and_the_state_is_corrected(
    thb: CommandLine, demo_vault: Path, demonstration: Path, receiver: Holder, tmp_path: Path
):
    del receiver
    making = (
        *("package", demo_vault, demonstration / "perla.pdf", "--to", "Judge of Borduria"),
        *(*ORDERED, *ALONE, "--into", tmp_path / "sent", "--json"),
    )

    def corrected(state: str, reason: str) -> Answer:
        place = ("--state", state, "--party", "authority", "--reason", reason, "--json")
        return thb("recipient", "correct", demo_vault, "Judge of Borduria", *place, passphrase=PASSPHRASE)

    moved = corrected("us", "Her letter")
    refused = thb(*making, passphrase=PASSPHRASE)
    blank, wrong = corrected("ro", " "), corrected("romania", "Her letter")
    back = corrected("ro", "Read again")
    made = thb(*making, passphrase=PASSPHRASE)

    assert (moved.json["state"], moved.json["party"]) == ("US", "AUTHORITY")
    assert (refused.refusal, refused.code) == ("recipient-elsewhere", 2)
    assert (blank.refusal, wrong.refusal) == ("reason-missing", "value-refused")
    assert (back.json["state"], made.code) == ("RO", 0)


def test_an_addressee_without_a_state_is_not_recorded(thb: CommandLine, demo_vault: Path, tmp_path: Path):
    held = key_of(tmp_path, "receiver")
    digest = sha256(held.certificate).hexdigest()
    told = ("--as", "addressee", "--name", "Judge", "--told", "By telephone", "--json")

    refused = thb("recipient", "add", demo_vault, held.certificate_file, digest, *told, passphrase=PASSPHRASE)

    assert (refused.refusal, refused.code) == ("recipient-state-missing", 2)


def test_what_tells_a_sealed_identity_is_refused_and_left_out_by_its_number(
    thb: CommandLine, demo_vault: Path, demonstration: Path, receiver: Holder, tmp_path: Path
):
    del receiver
    place = ("--state", "NL", "--party", "authority", "--reason", "She works there now", "--json")
    thb("recipient", "correct", demo_vault, "Judge of Borduria", *place, passphrase=PASSPHRASE)
    # Of a table in a spreadsheet no copy is masked.
    making = (
        *("package", demo_vault, demonstration / "schelde.pdf", "--to", "Judge of Borduria"),
        *(*ALONE, "--into", tmp_path / "sent", "--json"),
    )

    refused = thb(*making, passphrase=PASSPHRASE)
    made = thb(*making, "--without", "E-03", *ORDERED[2:], passphrase=PASSPHRASE)

    assert (refused.refusal, refused.code) == ("identity-in-file", 2)
    assert made.json["files"] > 7
    assert "package-left-out" in {each["code"] for each in made.json["findings"]}


def test_without_an_own_office_nothing_is_closed(
    thb: CommandLine, demo_vault: Path, demonstration: Path, tmp_path: Path
):
    record(thb, demo_vault, key_of(tmp_path, "receiver"), "Judge", "addressee")
    own = next(each["name"] for each in recipients(thb, demo_vault) if each["kind"] == "OWN_OFFICE")
    thb("recipient", "withdraw", demo_vault, own, "--reason", "The key was lost", passphrase=PASSPHRASE)

    refused = thb(
        *("package", demo_vault, demonstration / "perla.pdf", "--into", tmp_path / "sent"),
        *("--to", "Judge", *ORDERED, *ALONE, "--json"),
        passphrase=PASSPHRASE,
    )

    assert refused.refusal == "own-office-missing"
    assert not (tmp_path / "sent").exists()


def test_recipients_are_listed_and_withdrawn(thb: CommandLine, demo_vault: Path, receiver: Holder):
    del receiver
    named = recipients(thb, demo_vault)
    withdrawn = thb(
        *("recipient", "withdraw", demo_vault, "Judge of Borduria", "--reason", "The key was lost", "--json"),
        passphrase=PASSPHRASE,
    )
    left = thb("recipient", "list", demo_vault, passphrase=PASSPHRASE)

    assert [each["name"] for each in named][-2:] == ["Judge of Borduria", "Our registry"]
    assert withdrawn.json["withdrawn"] is True
    assert "Our registry" in left.out
    assert "Judge of Borduria" not in left.out


def test_an_exhibit_is_barred_listed_and_released_again(
    thb: CommandLine, demo_vault: Path, demonstration: Path, receiver: Holder, tmp_path: Path
):
    del receiver
    case = ("DEMO-A-PERLA", "E-10")
    because = ("--reason", "The court of Ruritania asked for it", "--json")
    barred = thb("bar", "set", demo_vault, *case, "consent-needed", *because, passphrase=PASSPHRASE)
    listed = thb("bar", "list", demo_vault, *case, "--json", passphrase=PASSPHRASE)
    making = (
        *("package", demo_vault, demonstration / "perla.pdf", "--into", tmp_path / "sent"),
        *("--to", "Judge of Borduria", *ORDERED, *ALONE, "--json"),
    )
    refused = thb(*making, passphrase=PASSPHRASE)
    consent = ("--reason", "Letter of 3 June", "--json")
    lifted = thb("bar", "lift", demo_vault, barred.json["id"], *consent, passphrase=PASSPHRASE)
    made = thb(*making, passphrase=PASSPHRASE)

    assert [each["kind"] for each in listed.json["bars"]] == ["CONSENT_NEEDED"]
    assert (refused.refusal, refused.code) == ("leaving-barred", 2)
    assert (lifted.code, made.code) == (0, 0)
    assert "Nothing keeps this exhibit" in thb("bar", "list", demo_vault, *case, passphrase=PASSPHRASE).out


def test_a_word_for_a_kind_that_does_not_exist_is_refused(thb: CommandLine, demo_vault: Path):
    typed = ("bar", "set", demo_vault, "DEMO-A-PERLA", "E-10", "secret", "--reason", "So")

    assert thb(*typed, passphrase=PASSPHRASE).code == 2


def test_an_office_without_an_authority_makes_a_key_that_packages_are_closed_for(
    thb: CommandLine, demo_vault: Path, tmp_path: Path
):
    making = (
        *("recipient", "key", "--name", "Registry", "--to", tmp_path / "own.p12"),
        *("--certificate", tmp_path / "own.pem", "--json"),
    )
    made = thb(*making, passphrase="walnut copper lantern violet")
    recorded = thb(
        *("recipient", "add", demo_vault, tmp_path / "own.pem", made.json["sha256"]),
        *("--as", "own-office", "--name", "Registry", "--told", "Made here", "--json"),
        passphrase=PASSPHRASE,
    )
    (tmp_path / "file.txt").write_text("words")
    to = ("--to", tmp_path / "own.pem", made.json["sha256"])
    thb("close", tmp_path / "file.txt", "--into", tmp_path / "closed", *to)
    opened = thb(
        *("open", tmp_path / "closed", "--to", tmp_path / "opened.txt", "--key", tmp_path / "own.p12"),
        passphrase="walnut copper lantern violet",
    )

    assert recorded.json["kind"] == "OWN_OFFICE"
    assert opened.code == 0
    assert (tmp_path / "opened.txt").read_text() == "words"
    assert (tmp_path / "own.p12").stat().st_mode & 0o777 == 0o600
    assert thb(*making, passphrase="walnut copper lantern violet").refusal == "already-exists"


@pytest.mark.usefixtures("receiver")
def test_no_name_stands_outside_as_a_telephone_number(
    thb: CommandLine, demo_vault: Path, demonstration: Path, tmp_path: Path
):
    refused = thb(
        *("package", demo_vault, demonstration / "perla.pdf", "--into", tmp_path / "sent"),
        *("--to", "Judge of Borduria", *ORDERED, "--telephone", "Ms Clerk, 02 000", *ALONE, "--json"),
        passphrase=PASSPHRASE,
    )

    assert (refused.code, refused.refusal) == (2, "value-refused")
    assert not (tmp_path / "sent").exists()


@pytest.mark.usefixtures("receiver")
def test_a_package_whose_drive_was_pulled_is_continued(
    thb: CommandLine,
    demo_vault: Path,
    demonstration: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    making = ("package", demo_vault, demonstration / "perla.pdf", "--into", tmp_path / "sent")
    chosen = ("--to", "Judge of Borduria", *ORDERED, "--telephone", "+32 2 000 00 00")
    nothing = thb(*making, "--resume", *ALONE, passphrase=PASSPHRASE)
    with monkeypatch.context() as pulled:
        pulled.setattr(FolderWriter, "complete", _fail)
        failed = thb(*making, *chosen, *ALONE, passphrase=PASSPHRASE)
    assert "outside the encryption, readable by everybody: +32 2 000 00 00" in failed.err
    blocked = thb(*making, *chosen, *ALONE, "--json", passphrase=PASSPHRASE)
    before = thb(*making, "--to", "Nobody", *ALONE, "--json", passphrase=PASSPHRASE)
    named = thb(*making, *chosen, "--resume", *ALONE, passphrase=PASSPHRASE)
    done = thb(*making, "--resume", *ALONE, "--json", passphrase=PASSPHRASE)

    assert (nothing.code, failed.code, blocked.code, named.code, done.code) == (2, 30, 2, 2, 0)
    assert before.refusal == blocked.refusal == "package-begun"  # the place is looked at first
    assert done.json["package"] == "P-002"
    assert (tmp_path / "sent" / "volumes.sha256").exists()
    assert "\n    +32 2 000 00 00\n" in (tmp_path / "sent" / "envelope.txt").read_text("utf-8")
    assert not list(tmp_path.glob("sent.*"))


def _fail(_: FolderWriter) -> Complete:
    raise StorageError("the medium failed")
