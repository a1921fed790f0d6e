"""What is found of the signatures in a file is kept with its exhibit, printed, and told to a receiver."""

import sys
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.services.bundling.test_decided_records import options, pages_of
from tests.services.bundling.test_persons_told import data_of
from tests.services.bundling.test_record_digests import attached, found
from tests.services.case_file.test_ways_in import SEIZED
from tests.support import foreign
from tests.support.offices import Small, by_hand, exhibit
from tests.support.records import signed
from thb_desktop.domain.description_codes import LevelSource, SignatureLevel, SignatureVerdict
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.signature_check import SignatureCheck, TrustAnchor, found_in
from thb_desktop.domain.signature_level import StatedLevel
from thb_desktop.errors import (
    FieldMissingError,
    FileUnreadableError,
    FormatError,
    MadeByThisProgramError,
    StruckOutError,
)
from thb_desktop.findings import Standing
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.ledger import canonical
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.withheld_checks import words_withheld
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, exhibits, signature_checks
from thb_desktop.services.evidence.exhibit_files import NewFile
from thb_desktop.services.evidence.signature_checks import JudgedFile
from thb_desktop.vault.database import IntegrityError
from thb_desktop.vault.tables import registry
from thb_desktop.verify.documents.path import fingerprint
from thb_desktop.verify.foreign.answer import Answer, Format, Judged, Kind, Note, TimeFrom, Weight

confined = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
ROOT = "Ministry of Justice of Syldavia Root"


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    foreign.be_patient(monkeypatch)


@pytest.fixture
def seized(session: Session, small: Small) -> Exhibit:
    return exhibits.register_exhibit(session, exhibit(small), SEIZED)


def added(session: Session, of: Exhibit, folder: Path, **files: bytes) -> list[ExhibitFile]:
    new = []
    for name, content in files.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(content)
        new.append(NewFile(source=path, name=path.name, media_type="application/octet-stream"))
    return list(exhibit_files.add_files(session, of.id, new))


def trusted() -> TrustAnchor:
    root = foreign.authority().root
    return TrustAnchor(der=root.der, name=ROOT, fingerprint=fingerprint(root.certificate))


def judged(session: Session, file: ExhibitFile, *anchors: TrustAnchor) -> JudgedFile:
    with closing(signature_checks.open_signed(session, file.id)) as opened:
        return opened.judge(anchors, now=session.clock.read().at)


def said(file: ExhibitFile, session: Session, *notes: Note) -> JudgedFile:
    """What could be found of a file."""
    signature = Judged(
        kind=Kind.SIGNATURE,
        place="Signature1",
        notes=notes,
        signer="Ottokar Clerk",
        issuer=ROOT,
        fingerprint="ab" * 32,
        at=foreign.SIGNED,
        time_from=TimeFrom.SIGNER,
        covers=tuple(f"annex {number}.pdf" for number in range(25)),
    )
    answer = Answer(format=Format.PDF, signatures=(signature,))
    return JudgedFile(file=file, content=None, anchors=(), at=session.clock.read().at, answer=answer)


HOLDS = Note(key="foreign-holds", weight=Weight.TOLD)
FILLED = Note(key="foreign-filled", weight=Weight.REMARK, values={"fields": ("Date", "Place")})


@confined
@pytest.mark.logs("fetching is not allowed")
def test_each_judgement_stays_with_its_anchors_and_another_stands_beside_it(
    session: Session, seized: Exhibit, tmp_path: Path
):
    whole = foreign.authority()
    pdf = foreign.sign(foreign.document(), whole.clerk, whole)
    (file,) = added(session, seized, tmp_path, a_pdf=pdf)
    proof = Note(key="foreign-because.hash-failure", weight=Weight.PROOF)

    first = signature_checks.keep_judgement(session, judged(session, file))
    second = signature_checks.keep_judgement(session, judged(session, file, trusted()))
    third = signature_checks.keep_judgement(session, said(file, session, proof))

    kept = signature_checks.list_checks(session, seized.id)
    assert [each.check for each in kept] == [first, second, third]
    assert {each.by for each in kept} == {session.user.name}
    assert (first.verdict, first.anchors) == (SignatureVerdict.CANNOT_BE_JUDGED, ())
    assert second.verdict is SignatureVerdict.VALID_WITH_REMARKS
    assert second.anchors == ((ROOT, trusted().fingerprint),)
    assert second.sha256 == file.sha256
    assert third.verdict is SignatureVerdict.NOT_VALID
    (of_first,), (of_third,) = (
        found_in(canonical.parse(each.said.encode())).signatures for each in (first, third)
    )
    assert of_first.indicated == "INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND"
    assert of_first.signer.startswith("Ottokar Clerk")
    assert of_third.indicated == "TOTAL-FAILED"
    assert kept[1].answer.verdict.value == "valid-with-remarks"


@confined
@pytest.mark.logs("fetching is not allowed")
def test_what_a_detached_signature_signs_is_found_in_the_exhibit(
    session: Session, seized: Exhibit, tmp_path: Path
):
    letter = tmp_path / "source.txt"
    letter.write_bytes(b"Dear colleague\n")
    signature = foreign.cms_sign(tmp_path, letter, foreign.authority().clerk)
    content, alone = added(session, seized, tmp_path, letter_txt=letter.read_bytes(), x_txt_p7s=signature)
    (beside,) = added(session, seized, tmp_path, letter_txt_p7s=signature)

    lonely, whole = judged(session, alone, trusted()), judged(session, beside, trusted())

    assert lonely.content is None
    assert lonely.answer.verdict.value == "cannot-be-judged"
    assert whole.content == content
    assert signature_checks.keep_judgement(session, whole).content_id == content.id
    assert whole.answer.verdict.value == "valid-with-remarks"


@confined
def test_a_file_of_this_program_and_one_that_is_not_signed_are_refused(
    session: Session, seized: Exhibit, tmp_path: Path
):
    ours, none = added(session, seized, tmp_path, a_json=b' {"format": 1}', b_bin=b"nothing" * 9)

    with pytest.raises(MadeByThisProgramError):
        judged(session, ours)
    with pytest.raises(FileUnreadableError):
        judged(session, none)


def test_a_bundle_prints_each_judgement_and_its_events_tell_it(
    session: Session, small: Small, seized: Exhibit, tmp_path: Path
):
    (file,) = added(session, seized, tmp_path, contract_pdf=b"%PDF-1.7\n")
    record, _ = signed(session, small)
    chosen = options(record, exhibit_ids=(seized.id,))
    check = signature_checks.keep_judgement(session, said(file, session, HOLDS, FILLED))

    pdf = bundles.prepare_bundle(session, small.case.id, chosen).pdf

    pages, (told,) = pages_of(pdf), data_of(pdf)["signature_checks"]
    assert "Signatures de contract.pdf" in pages
    assert "valable, avec remarques" in pages
    assert "Certificats tenus pour sûrs aucun" in pages
    assert "ETSI EN 319 102-1: TOTAL-PASSED (Signature1)" in pages
    assert "selon le signataire" in pages
    assert "et 5 autres" in pages
    assert "Date, Place" in pages
    assert session.user.name in pages
    assert (told["id"], told["verdict"], told["sha256"]) == (check.id, "VALID_WITH_REMARKS", file.sha256)
    assert [code for code, standing in found(attached(pdf)).items() if standing is Standing.BROKEN] == []


REPORTED = StatedLevel(
    level_claimed=SignatureLevel.QUALIFIED,
    level_determined_by=LevelSource.EXTERNAL_VALIDATION_REPORT,
    level_report="Report 2026/14",
    level_report_on=date(2026, 11, 3),
    level_report_by="National validation service",
)


def test_a_level_is_kept_with_its_report_and_printed_as_theirs(
    session: Session, small: Small, seized: Exhibit, tmp_path: Path
):
    (file,) = added(session, seized, tmp_path, contract_pdf=b"%PDF-1.7\n")
    record, _ = signed(session, small)
    check = signature_checks.keep_judgement(session, said(file, session, HOLDS), REPORTED)

    pdf = bundles.prepare_bundle(session, small.case.id, options(record, exhibit_ids=(seized.id,))).pdf

    pages, (told,) = " ".join(pages_of(pdf).split()), data_of(pdf)["signature_checks"]
    assert "indiquée comme qualifiée" in pages
    assert "niveau déterminé par un rapport externe, que ce programme n'a pas apprécié" in pages
    assert "Report 2026/14" in pages
    assert "National validation service" in pages
    assert (told["level_claimed"], told["level_report_on"]) == ("QUALIFIED", "2026-11-03")
    assert {"Report 2026/14", "National validation service"} <= set(words_withheld(check).split("\n"))
    assert [code for code, standing in found(attached(pdf)).items() if standing is Standing.BROKEN] == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"level_claimed": None}, "level_claimed"),
        ({"level_determined_by": None}, "level_determined_by"),
        ({"level_report": " "}, "level_report"),
        ({"level_report_on": None}, "level_report_on"),
        ({"level_report_by": ""}, "level_report_by"),
    ],
)
def test_a_level_without_who_determined_it_is_not_kept(
    session: Session, seized: Exhibit, tmp_path: Path, changes: dict[str, Any], field: str
):
    (file,) = added(session, seized, tmp_path, contract_pdf=b"%PDF-1.7\n")

    with pytest.raises(FieldMissingError) as refused:
        signature_checks.keep_judgement(session, said(file, session, HOLDS), replace(REPORTED, **changes))

    assert refused.value.field == f"signature_check.{field}"
    assert signature_checks.list_checks(session, seized.id) == ()


def test_what_another_program_wrote_is_printed_as_it_stands(
    session: Session, small: Small, seized: Exhibit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (file,) = added(session, seized, tmp_path, contract_pdf=b"%PDF-1.7\n")
    monkeypatch.setattr(signature_checks, "kept_answer", lambda _: {"signatures": "none that is known"})
    check = signature_checks.keep_judgement(session, said(file, session, HOLDS))
    record, _ = signed(session, small)

    pages = pages_of(
        bundles.prepare_bundle(session, small.case.id, options(record, exhibit_ids=(seized.id,))).pdf
    )

    with pytest.raises(FormatError):
        found_in(canonical.parse(check.said.encode()))
    assert '{"signatures":"none that is known"}' in pages


def test_a_judgement_is_neither_changed_nor_deleted_nor_given_to_what_was_struck(
    session: Session, seized: Exhibit, tmp_path: Path
):
    (file,) = added(session, seized, tmp_path, contract_pdf=b"%PDF-1.7\n")
    found_once = said(file, session, HOLDS)
    check = signature_checks.keep_judgement(session, found_once)

    for statement, word in (
        ("UPDATE signature_check SET said = '{}'", "custody-append-only"),
        ("DELETE FROM signature_check", "kept"),
    ):
        with by_hand(session) as connection, pytest.raises(IntegrityError, match=word):
            connection.execute(statement)
    corrections.strike_out(session, "exhibit", seized.id, "Entered twice")
    with pytest.raises(StruckOutError):
        signature_checks.keep_judgement(session, found_once)

    assert registry.SIGNATURE_CHECK.where(session.read, "exhibit_id", seized.id) == (check,)


def test_what_is_kept_is_read_again_as_it_was_found(session: Session, seized: Exhibit, tmp_path: Path):
    (file,) = added(session, seized, tmp_path, contract_pdf=b"%PDF-1.7\n")
    found_once = said(file, session, HOLDS, FILLED)

    signature_checks.keep_judgement(session, found_once)

    (kept,) = signature_checks.list_checks(session, seized.id)
    (was,), (now) = found_once.answer.signatures, kept.answer.signatures[0]
    assert replace(now, covers=was.covers) == was
    assert now.covers == was.covers[:20]
    assert isinstance(kept.check, SignatureCheck)
