"""The digest that the pages print can be recomputed by a stranger from what is attached."""

import hashlib
import io
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pikepdf
import pytest

from tests.services.bundling.test_bundles import perla, small_choice
from tests.support import pdfs
from tests.support.attached_records import check_attached
from tests.support.second_person import ALONE
from tests.support.strangers import lay_out
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.findings import Standing, verdict
from thb_desktop.ledger import canonical
from thb_desktop.ledger.entry import VerifySignature
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundles import PreparedBundle
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.login import root_certificate, root_fingerprint
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.testimony import records
from thb_desktop.verify import attached as folder_check
from thb_desktop.verify import p256
from thb_desktop.verify.documents import fast_signature
from thb_desktop.verify.pdf import check_pdf

EXTRACT = "custody/custody-extract.json"


def of_languages(session: Session, *languages: str) -> PreparedBundle:
    case = perla(session)
    return bundles.prepare_bundle(session, case.id, replace(small_choice(session, case), languages=languages))


def small_exhibits(session: Session) -> list[Exhibit]:
    case = perla(session)
    return [
        exhibits.get_exhibit(session, each).exhibit for each in small_choice(session, case).exhibit_ids or ()
    ]


def attached(pdf: bytes) -> dict[str, bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {name: spec.get_file().read_bytes() for name, spec in document.attachments.items()}


@pytest.fixture(scope="module")
def laid_out(read_samples: Session) -> Mapping[str, bytes]:
    """The files that are attached to a bundle in French, laid out once for all tests here."""
    return MappingProxyType(attached(of_languages(read_samples, "fr").pdf))


@pytest.fixture
def files(laid_out: Mapping[str, bytes]) -> dict[str, bytes]:
    """A copy of them of one's own."""
    return dict(laid_out)


def record_of(files: dict[str, bytes]) -> tuple[str, bytes]:
    return next((name, data) for name, data in files.items() if name.startswith("records/interview-"))


def found(files: dict[str, bytes]) -> dict[str, Standing]:
    """What the verifier says of the records in these files."""
    return {each.code: each.standing for each in check_attached(files)}


def test_the_attached_record_gives_the_digest_that_was_signed_and_is_printed(read_samples: Session):
    prepared = of_languages(read_samples, "fr", "ro")
    (full,) = prepared.content.interviews
    stored = records.get_interview(read_samples, full.interview.id)
    _, data = record_of(attached(prepared.pdf))

    first, *lines = data.decode().splitlines()

    assert hashlib.sha256(first.encode()).hexdigest() == full.interview.record_digest == full.digest
    listed = json.loads(first)["parts"]
    told = {json.loads(line)[0]: hashlib.sha256(line.encode()).hexdigest() for line in lines}
    assert told.items() <= listed.items()
    stays = [each for each in stored.warnings if each.is_inward]  # they would tell what is sealed
    assert {part.partition("/")[0] for part in listed.keys() - told.keys()} == {"warnings"}
    assert len(listed) - len(told) == len(stays)
    said = {each.segment.source_text for each in full.segments}
    assert said == {json.loads(line)[2]["source_text"] for line in lines if line.startswith('["segments/')}


def test_a_language_that_is_left_out_changes_no_digest_and_leaves_no_word(read_samples: Session):
    whole, without = of_languages(read_samples, "fr"), of_languages(read_samples, "ro")
    (full,) = whole.content.interviews

    path, data = record_of(attached(without.pdf))

    french = [one.text for each in full.segments for one in each.renderings if one.language == "fr"]
    assert len(french) > 5
    assert data.splitlines()[0] == record_of(attached(whole.pdf))[1].splitlines()[0]
    assert [text for text in french if text.encode() in b"".join(attached(without.pdf).values())] == []
    assert b'"renderings/fr/2/1"' in data.splitlines()[0]
    assert path == "records/interview-I-01.jsonl"
    assert records.get_interview(read_samples, full.interview.id).digest == full.digest
    assert without.content.release.languages == ("ro",)


@pytest.mark.parametrize("verify", [fast_signature.verify_signature, p256.verify_signature])
def test_the_verifier_recomputes_every_record(files: dict[str, bytes], verify: VerifySignature):
    told = {each.code: each.standing for each in check_attached(files, verify=verify)}

    assert told == {"records-as-signed": Standing.HOLDS}


def other_text(data: bytes) -> bytes:
    return data.replace(b"source_text", b"source_texT", 1)


@pytest.mark.parametrize(
    ("kind", "change", "code"),
    [
        ("interview", other_text, "record-altered"),
        ("exhibit", lambda data: data.replace(b'"titles"', b'"titleS"', 1), "record-altered"),
        (
            "interview",
            lambda data: data.replace(b'"parts":{', b'"parts":{"more":"x",', 1),
            "record-unreadable",
        ),
        ("interview", lambda _: b"", "record-unreadable"),
    ],
)
def test_a_record_that_was_changed_is_broken(files: dict[str, bytes], kind: str, change, code: str):
    path = next(name for name in files if name.startswith(f"records/{kind}-"))

    files[path] = change(files[path])

    assert found(files)[code] is Standing.BROKEN


def test_a_digest_that_a_later_event_states_does_not_stand_for_the_one_that_was_signed(
    files: dict[str, bytes],
):
    _, data = record_of(files)
    digest = hashlib.sha256(data.splitlines()[0]).hexdigest()
    extract = json.loads(files[EXTRACT])
    at = next(at for at, each in enumerate(extract["events"]) if digest in json.dumps(each))
    told = json.dumps(extract["events"][at]).replace(digest, "0" * 64)
    extract["events"][at] = json.loads(told)
    extract["events"].insert(at + 1, json.loads(told.replace("0" * 64, digest)))
    files[EXTRACT] = canonical.encode(extract)

    assert found(files)["record-not-as-signed"] is Standing.BROKEN


def test_a_record_made_anew_with_its_list_is_broken_against_the_chain(files: dict[str, bytes]):
    for kind, part in (("interview", "interview"), ("exhibit", "custody/1")):
        path = next(name for name in files if name.startswith(f"records/{kind}-"))
        first, *lines = files[path].decode().splitlines()
        own = next(line for line in lines if line.startswith(f'["{part}",'))
        forged = own.replace('"place":"', '"place":"X')
        parts = {**json.loads(first)["parts"], part: hashlib.sha256(forged.encode()).hexdigest()}
        made = canonical.encode({"format": "thb-record/1", "parts": parts})
        files[path] = (
            made + b"\n" + "".join(f"{forged if line == own else line}\n" for line in lines).encode()
        )
        manifest = json.loads(files["manifest.json"])
        next(each for each in manifest["records"] if each["path"] == path)["sha256"] = hashlib.sha256(
            made
        ).hexdigest()
        files["manifest.json"] = canonical.encode(manifest)

    codes = found(files)

    beside = {"record-not-as-data", "record-not-as-text", "record-missing"}
    assert codes.keys() - beside == {"record-not-as-signed"}
    assert set(codes.values()) == {Standing.BROKEN}


def test_a_corrected_exhibit_is_as_the_chain_says_and_its_former_state_is_not(samples: Session):
    before = attached(of_languages(samples, "fr").pdf)
    kept = next(each for each in small_exhibits(samples))
    corrections.correct(samples, replace(kept, source="Kitchen"), "Misread from the paper file")

    after = attached(of_languages(samples, "fr").pdf)
    path = next(name for name in after if name.startswith("records/exhibit-") and kept.number in name)
    old = {**after, path: before[path], "manifest.json": before["manifest.json"]}

    assert found(after) == {"records-as-signed": Standing.HOLDS}
    assert b'"EXHIBIT_CORRECTED"' in after[EXTRACT]
    assert b"Kitchen" in after[path]
    assert found(old)["record-not-as-signed"] is Standing.BROKEN


def test_a_signed_bundle_with_a_corrected_exhibit_verifies(samples: Session, tmp_path: Path):
    kept = small_exhibits(samples)[0]
    corrections.correct(samples, replace(kept, source="Kitchen"), "Misread from the paper file")
    target = tmp_path / "bundle.pdf"

    bundles.sign_bundle(samples, of_languages(samples, "fr"), target, second=ALONE)

    findings = check_pdf(target, trusted_roots=[root_certificate(samples.office_record)])
    assert verdict(findings) is Standing.HOLDS


def test_without_the_chain_it_is_not_known_how_a_record_was_signed(files: dict[str, bytes]):
    del files[EXTRACT]

    assert found(files)["record-not-in-chain"] is Standing.UNKNOWN


def test_a_signed_bundle_tells_its_records_and_the_short_script_agrees(samples: Session, tmp_path: Path):
    target = tmp_path / "bundle.pdf"
    bundles.sign_bundle(samples, of_languages(samples, "fr"), target, second=ALONE)
    root = root_certificate(samples.office_record)
    files = attached(target.read_bytes())
    pem = tmp_path / "root.pem"
    pem.write_bytes(files["root-certificate.pem"])
    script = [sys.executable, str(lay_out(tmp_path)), str(target), str(pem)]

    findings = check_pdf(target, trusted_roots=[root])
    ran = subprocess.run(script, capture_output=True, text=True, check=False)

    record = files["records/interview-I-01.jsonl"]
    assert verdict(findings) is Standing.HOLDS
    assert "records-as-signed" in {finding.code for finding in findings}
    assert ran.returncode == 0
    assert hashlib.sha256(record.splitlines()[0]).hexdigest() in ran.stdout


def without(name: str) -> Callable[[dict[str, bytes]], None]:
    def change(files: dict[str, bytes]) -> None:
        del files[name]

    return change


def with_other_text(files: dict[str, bytes]) -> None:
    path, data = record_of(files)
    files[path] = other_text(data)


def unlisted(files: dict[str, bytes]) -> None:
    files["manifest.json"] = b"[]"


@pytest.mark.requirement("SR-38")
@pytest.mark.parametrize(
    ("change", "code", "standing"),
    [
        (lambda _: None, "records-as-signed", Standing.HOLDS),
        (with_other_text, "record-altered", Standing.BROKEN),
        (without("case/case.json"), "manifest-unreadable", Standing.BROKEN),
        (without("manifest.json"), "manifest-unreadable", Standing.BROKEN),
        (unlisted, "manifest-unreadable", Standing.BROKEN),
        (without(EXTRACT), "record-not-in-chain", Standing.UNKNOWN),
    ],
)
def test_a_folder_of_attached_files_is_checked_as_the_document_is(
    read_samples: Session,
    files: dict[str, bytes],
    tmp_path: Path,
    *,
    change: Callable[[dict[str, bytes]], None],
    code: str,
    standing: Standing,
):
    change(files)
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)

    told = list(
        folder_check.check_attached(
            tmp_path, root_sha256=root_fingerprint(read_samples.office_record), certificates=()
        )
    )

    assert {each.standing for each in told if each.code == code} == {standing}
    assert (verdict(told) is Standing.HOLDS) is (standing is Standing.HOLDS)


@pytest.mark.requirement("SR-38")
@pytest.mark.parametrize("certificate", [b"no certificate", pdfs.make_office().judge.certificate])
def test_a_certificate_that_is_not_of_the_office_does_not_pass(
    read_samples: Session, files: dict[str, bytes], tmp_path: Path, certificate: bytes
):
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)

    told = folder_check.check_attached(
        tmp_path, root_sha256=root_fingerprint(read_samples.office_record), certificates=[certificate]
    )

    codes = {each.code for each in told if each.standing is Standing.BROKEN}
    assert codes <= {"signer-of-another-root", "certificates"}
    assert len(codes) == 1
