"""Packages: what the vault makes of a bundle, checked with other tools, and what it refuses to let go."""

import json
import shutil
import subprocess
import zipfile
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_der_x509_certificate
from cryptography.x509.oid import NameOID

from tests.support.code import ROOT
from tests.support.offices import copy_of, unlock
from tests.support.packages import ORDERED, Sending, again, opened, sending
from tests.support.second_person import ALONE
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import RecipientElsewhereError, RecipientStateMissingError
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.core.keys import certificate_of
from thb_desktop.services.core.login import root_certificate, root_pem
from thb_desktop.services.evidence import custody
from thb_desktop.services.office import consultations
from thb_desktop.services.packaging import package_files, packages, register
from thb_desktop.vault.tables import chain, registry
from thb_desktop.verify.run import Request, check_file

needs_tools = pytest.mark.skipif(
    not all(map(shutil.which, ("openssl", "unzip", "sha256sum"))), reason="a tool is not installed"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A package that was made and opened by its addressee."""

    office: Path
    desk: Sending
    made: packages.MadePackage
    folder: Path
    container: Path
    root: Path


@pytest.fixture(scope="module")
def sent(sample_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sent]:
    place = tmp_path_factory.mktemp("sent")
    folder = copy_of(sample_office, place / "office.thbvault")
    session = unlock(folder)
    desk = sending(session, place)
    made = desk.made(place / "package", identities_because=ORDERED)
    container = opened(place / "package", place / "package.asice", desk.addressee)
    root = place / "root.pem"
    root.write_text(root_pem(session.office_record))
    yield Sent(office=folder, desk=desk, made=made, folder=place / "package", container=container, root=root)
    session.close()


@pytest.fixture
def desk(sent: Sent, tmp_path: Path) -> Iterator[Sending]:
    """The desk of a copy of the office, in which one package was made already."""
    session = unlock(copy_of(sent.office, tmp_path / "copy.thbvault"))
    yield again(sent.desk, session, tmp_path)
    session.close()


def unpacked(sent: Sent, place: Path) -> Path:
    subprocess.run(["unzip", "-q", sent.container, "-d", place / "unpacked"], check=True)
    return place / "unpacked"


def test_a_package_holds_the_bundle_and_every_file_of_its_exhibits(sent: Sent):
    made, session = sent.made.package, sent.desk.session

    with zipfile.ZipFile(sent.container) as archive:
        names = archive.namelist()
        inside = {sha256(archive.read(name)).hexdigest() for name in names if "/exhibits/" in name}
        sheet = json.loads(archive.read("data/package.json"))
        assert archive.read("data/bundle.pdf") == sent.desk.bundle.read_bytes()
        graph = archive.read("data/case-uco.jsonld").decode()
        assert all(name in graph for name in names if "/exhibits/" in name)
    files = [registry.EXHIBIT_FILE.find(session.read, each) for each in made.files]
    assert inside == {each.sha256 for each in files if each}
    assert len(files) == 9
    assert sheet["left_out"] == []
    assert [each["name"] for each in sheet["closed_for"]] == ["Judge of Borduria", "Our registry"]
    assert sha256(sent.container.read_bytes()).hexdigest() == made.sha256
    assert sent.container.stat().st_size == made.size


def test_no_name_of_a_file_of_the_office_is_in_a_name_of_the_package(sent: Sent):
    names = {each.name for each in registry.EXHIBIT_FILE.all(sent.desk.session.read)}

    with zipfile.ZipFile(sent.container) as archive:
        inside = {Path(name).name for name in archive.namelist()}

    assert not names & inside
    assert {path.name for path in sent.folder.iterdir()} == {
        *("README.txt", "open.sh", "open.ps1", "envelope.txt", "volumes.sha256", "package.asice.001.p7m"),
    }


def test_the_id_outside_is_that_of_the_receipt_form_and_no_name_stands_there(sent: Sent):
    told = (sent.folder / "envelope.txt").read_text("utf-8")

    with zipfile.ZipFile(sent.container) as archive:
        form = archive.read("data/receipt-form.txt").decode()
    package = registry.PACKAGE.find(sent.desk.session.read, sent.made.package.id)
    assert package is not None
    assert told.splitlines()[0] == "thb-closed-folder/1"
    assert told.count(package.id) == 1
    assert package.id in form
    assert package.listed in told
    for each in registry.RECIPIENT.all(sent.desk.session.read):
        serial = load_der_x509_certificate(b64decode(each.certificate)).serial_number
        assert (f"    {serial:X}\n" in told) == (each.id in package.recipients)
        assert each.name not in told


SPOKEN = {
    "en": ("signed package", "RECEIPT FOR THE PACKAGE"),
    "fr": ("paquet signé", "ACCUSÉ DE RÉCEPTION DU PAQUET"),
    "nl": ("ondertekend pakket", "ONTVANGSTBEWIJS VOOR HET PAKKET"),
    "de": ("signierten Pakets", "EMPFANGSBESTÄTIGUNG FÜR DAS PAKET"),
    "es": ("paquete firmado", "ACUSE DE RECIBO DEL PAQUETE"),
    "ro": ("pachet semnat", "CONFIRMARE DE PRIMIRE A PACHETULUI"),
}
"""What the texts of a package say in each language of a bundle."""


def test_what_to_do_and_the_form_of_a_receipt_are_in_every_language_of_a_bundle(sent: Sent):
    with zipfile.ZipFile(sent.container) as archive:
        help_text, form = (
            archive.read(f"data/{name}").decode() for name in ("README.txt", "receipt-form.txt")
        )

    assert SPOKEN.keys() == {path.stem for path in (ROOT / "resources" / "texts" / "bundle").glob("*.toml")}
    for of_help, of_form in SPOKEN.values():
        assert of_help in help_text
        assert f"{of_form} {sent.made.package.number}" in form
    by_hand = ("sha256sum -c manifest", "openssl cms -verify -cades", "custody-check.pyz --root-sha256")
    assert [help_text.count(each) for each in by_hand] == [len(SPOKEN)] * len(by_hand)
    assert form.count(sent.made.package.id) == form.count("E-05") == len(SPOKEN)
    assert "{" not in form


def test_the_help_of_a_package_names_all_that_lies_beside_it_in_each_language(sent: Sent):
    with zipfile.ZipFile(sent.container) as archive:
        help_text = archive.read("data/README.txt").decode()
        there = {name.split("/")[1] for name in archive.namelist() if name.startswith("data/")}

    unnamed = {each for each in there - {"README.txt"} if help_text.count(each) < len(SPOKEN)}
    assert "case-uco.jsonld" in there
    assert unnamed == set()


def test_thb_verify_says_that_all_of_it_holds(sent: Sent):
    findings = check_file(Request(file=sent.container, roots=(sent.root,)))

    assert verdict(findings) is Standing.HOLDS
    told = next(each for each in findings if each.code == "package-exhibits")
    assert dict(told.values) == {"count": 9, "exhibits": 9}


def test_the_event_tells_what_was_made_and_each_exhibit_that_it_left(sent: Sent):
    session, package = sent.desk.session, sent.made.package

    actions = [signed.parsed().action for signed in chain.entries(session.read)]
    assert actions[-1] == VaultAction.PACKAGE_MADE
    assert actions[-10:-1] == [CustodyAction.EXPORTED] * 9
    file = registry.EXHIBIT_FILE.find(session.read, package.files[0])
    assert file is not None
    last = custody.list_events(session, file.exhibit_id)[-1]
    assert (last.action, last.sha256, last.note) == (CustodyAction.EXPORTED, package.sha256, "Package P-001")
    told = [
        each for each in consultations.list_consultations(session) if each.kind == Consulted.PACKAGE_RELEASED
    ]
    assert [(each.subject, each.recipient) for each in told] == [(package.id, "DIICOT")]
    assert packages.list_packages(session, package.case_id) == (package,)


def test_the_own_office_opens_what_it_sent(sent: Sent, tmp_path: Path):
    again = opened(sent.folder, tmp_path / "again.asice", sent.desk.office)

    assert again.read_bytes() == sent.container.read_bytes()


@needs_tools
def test_unzip_sha256sum_and_openssl_alone_say_that_it_is_whole_and_signed(sent: Sent, tmp_path: Path):
    place = unpacked(sent, tmp_path)

    for listed in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        subprocess.run(["sha256sum", "--check", "--quiet", listed], cwd=place, check=True)
    signed = subprocess.run(
        [
            *("openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-purpose", "any"),
            *("-in", "META-INF/signature001.p7s", "-content", "META-INF/ASiCManifest001.xml"),
            *("-CAfile", sent.root, "-out", "/dev/null"),
        ],
        cwd=place,
        check=True,
        capture_output=True,
        text=True,
    )

    assert "CAdES Verification successful" in signed.stderr


@needs_tools
def test_the_script_in_the_package_checks_it_with_its_custody_record(sent: Sent, tmp_path: Path):
    place = unpacked(sent, tmp_path)

    done = subprocess.run(
        ["sh", "data/check.sh", sent.root], cwd=place, check=False, capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "All 18 files are those of the signed list" in done.stdout
    assert "Taken together: VALID." in done.stdout
    assert "sha256 Fingerprint=" in done.stdout
    own = load_der_x509_certificate(certificate_of(sent.desk.session.user))
    (name,) = own.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    (line,) = (each for each in done.stdout.splitlines() if "Signed by: " in each)
    assert str(name.value) in line
    assert root_certificate(sent.desk.session.office_record) != own.public_bytes(Encoding.DER)


def test_the_bag_names_the_office_that_sends_it(sent: Sent, tmp_path: Path):
    told = (unpacked(sent, tmp_path) / "bag-info.txt").read_text()

    assert told.splitlines()[0] == f"Source-Organization: {sent.desk.session.office_record.name}"


@needs_tools
@pytest.mark.parametrize("harm", ["changed", "added", "missing", "list", "root"])
def test_the_script_in_the_package_finds_each_harm(sent: Sent, tmp_path: Path, harm: str):
    place, root = unpacked(sent, tmp_path), sent.root
    statement = place / "data" / "exhibits" / "E-01" / "001.txt"
    if harm == "added":
        statement.with_name("002.txt").write_text("Another statement")
    elif harm == "missing":
        statement.unlink()
    elif harm == "root":
        root = sent.desk.addressee.certificate_file
    else:
        statement.write_text("Another statement")
    if harm == "list":
        named = {each.relative_to(place): sha256(each.read_bytes()).hexdigest() for each in files_of(place)}
        listed = [f"{digest}  {name}" for name, digest in named.items()]
        (place / "manifest-sha256.txt").write_text("\n".join(listed) + "\n")

    check = ["sh", "data/check.sh", root]
    done = subprocess.run(check, cwd=place, check=False, capture_output=True, text=True)

    assert done.returncode == 40
    assert "NOT VALID" in done.stderr


@needs_tools
def test_large_files_lie_beside_the_container_and_are_bound_to_it(
    desk: Sending, sent: Sent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(package_files, "SMALL", 1000)
    monkeypatch.setattr(package_files, "LARGE", 1000)
    folder, got = tmp_path / "large", tmp_path / "got"
    made = desk.made(folder, identities_because=ORDERED)
    script = ["sh", folder / "open.sh", desk.addressee.certificate_file, desk.addressee.key_file]
    subprocess.run(script, cwd=empty(tmp_path / "by-script"), check=True, capture_output=True)
    opened(folder, got, desk.addressee)
    container = got / "package.asice"

    names = {path.name for path in got.iterdir()}
    by_script = {path.name: path.read_bytes() for path in (tmp_path / "by-script").iterdir()}
    assert by_script == {path.name: path.read_bytes() for path in got.iterdir()}
    assert "package.asice" in names
    assert len(names) > 1
    assert sha256(container.read_bytes()).hexdigest() == made.package.sha256
    found = check_file(Request(file=container, roots=(sent.root,)))
    assert verdict(found) is Standing.HOLDS
    (here,) = [each for each in found if each.code == "package-media"]
    assert (here.case, here.values["count"]) == ("here", len(names) - 1)
    place = unpacked(replace(sent, container=container), tmp_path)
    check = ["sh", "data/check.sh", sent.root, got]
    assert subprocess.run(check, cwd=place, check=False, capture_output=True).returncode == 0


@needs_tools
@pytest.mark.parametrize("harm", ["changed", "absent"])
def test_a_large_file_that_was_changed_or_is_not_there_is_told(
    desk: Sending, sent: Sent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
):
    monkeypatch.setattr(package_files, "SMALL", 1000)
    monkeypatch.setattr(package_files, "LARGE", 1000)
    desk.made(tmp_path / "large", identities_because=ORDERED)
    got = opened(tmp_path / "large", tmp_path / "got", desk.addressee)
    media = next(path for path in got.iterdir() if path.name.startswith("media-"))
    if harm == "changed":
        media.write_bytes(media.read_bytes() + b"x")
    else:
        media.unlink()

    found = check_file(Request(file=got / "package.asice", roots=(sent.root,)))
    place = unpacked(replace(sent, container=got / "package.asice"), tmp_path)
    check = ["sh", "data/check.sh", sent.root, got]
    done = subprocess.run(check, cwd=place, check=False, capture_output=True)

    assert verdict(found) is (Standing.BROKEN if harm == "changed" else Standing.UNKNOWN)
    assert harm in {each.case for each in found if each.code == "package-media"}
    assert done.returncode == 40


def files_of(place: Path) -> list[Path]:
    return [path for path in (place / "data").rglob("*") if path.is_file()]


def empty(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_a_package_goes_where_its_bundle_goes_and_nowhere_else(desk: Sending, tmp_path: Path):
    chosen = RowId(desk.recipient(desk.addressee))
    prepared = desk.prepared(identities_because=ORDERED)

    for state, party in (("US", PartyKind.AUTHORITY), ("BE", PartyKind.DEFENCE)):
        register.correct_recipient(desk.session, chosen, state=state, party=party, reason="Their letter")
        with pytest.raises(RecipientElsewhereError) as refused:
            desk.prepared(identities_because=ORDERED)
        assert refused.value.named == {"names": "Judge of Borduria"}
    with pytest.raises(RecipientElsewhereError):
        packages.make_package(desk.session, prepared, tmp_path / "sent", second=ALONE)
    assert not (tmp_path / "sent").exists()


def test_nothing_is_packed_for_a_recipient_of_which_nobody_said_where_it_is(desk: Sending):
    kept = registry.RECIPIENT.find(desk.session.read, RowId(desk.recipient(desk.addressee)))
    assert kept is not None
    with desk.session.work() as work:  # as it was recorded before there was a State
        work.save(replace(kept, state="", party=None))
        work.record(kept.id, VaultAction.RECIPIENT_CORRECTED, "as before")

    with pytest.raises(RecipientStateMissingError) as refused:
        desk.prepared(identities_because=ORDERED)

    assert refused.value.named == {"names": "Judge of Borduria"}
