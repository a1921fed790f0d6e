"""What was found of signatures in a file can be withheld in a version: no byte of it says a masked name."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.bundling.test_decided_records import pages_of
from tests.services.bundling.test_persons_told import data_of
from tests.services.bundling.test_record_digests import attached, found
from tests.services.bundling.test_versions import ORDER, compared, drawn_up, mask, printed, signed_file
from tests.services.evidence.test_signature_checks import FILLED, HOLDS, added, said
from tests.support.leaks import leaks, readable
from tests.support.offices import Small, registered
from tests.support.records import signed
from tests.support.second_person import ALONE
from tests.support.strangers import checked_by_script
from tests.support.transfers import AT_HOME
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import DisclosureId
from thb_desktop.domain.redaction_marks import LIST
from thb_desktop.domain.remarks import VERDICT, WORDS
from thb_desktop.domain.signature_check import SignatureCheck
from thb_desktop.errors import RedactionPlaceError, ToldWholeError, WordsLeftError
from thb_desktop.findings import Standing
from thb_desktop.report.words import words_in
from thb_desktop.services.bundling import bundles, maskable, redactions
from thb_desktop.services.bundling.bundles import BundleOptions
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits, signature_checks

SIGNER = "Ottokar Clerk"


def options(version: DisclosureId) -> BundleOptions:
    return BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="",
        recipient="",
        released_with=ALONE,
        disclosure_id=version,
        transfer=AT_HOME,
    )


@pytest.fixture
def file(session: Session, small: Small, tmp_path: Path) -> ExhibitFile:
    (new,) = added(session, registered(session, small), tmp_path, contract_pdf=b"%PDF-1.7\n")
    return new


@pytest.fixture
def check(session: Session, file: ExhibitFile) -> SignatureCheck:
    return signature_checks.keep_judgement(session, said(file, session, HOLDS, FILLED))


@pytest.mark.requirement("SR-36")
def test_a_verdict_with_masked_words_is_withheld_as_a_whole_and_the_version_says_so(
    session: Session, small: Small, check: SignatureCheck, file: ExhibitFile, tmp_path: Path
):
    record, _ = signed(session, small)
    other = signature_checks.keep_judgement(session, said(file, session, HOLDS))
    version = drawn_up(session, small)
    whole = signed_file(session, small, record, tmp_path / "whole.pdf", exhibit_ids=(check.exhibit_id,))
    texts = [each for each in maskable.list_maskable(session, version.id) if each.entity == VERDICT]
    assert [(each.row, each.place, each.goes_whole) for each in texts] == [
        (check.id, file.name, True),
        (other.id, file.name, True),
    ]

    redactions.redact_everywhere(session, version.id, SIGNER, ORDER)
    path = signed_file(session, small, record, tmp_path / "version.pdf", disclosure_id=version.id)

    pdf = path.read_bytes()
    assert leaks([SIGNER], readable(whole.read_bytes()))
    assert leaks([SIGNER], readable(pdf)) == []
    assert data_of(pdf)["signature_checks"] == []
    files = attached(pdf)
    told = found(files)
    assert Standing.BROKEN not in told.values()
    assert told["redactions-as-listed"] is Standing.HOLDS
    listed = [each for each in json.loads(files[LIST])["redactions"] if each["field"] == VERDICT]
    assert [(each["kind"], each["place"], each["part"]) for each in listed] == [
        ("exhibit", "files/1", "")
    ] * 2
    pages = pages_of(pdf)
    sentence = words_in("fr").version.verdict
    assert pages.count(sentence) == 3  # on the sheet, and in the list, where alike ones stand in one row
    assert f"{listed[0]['number']} THIRD_PARTY" in pages
    assert (
        f"marque : {listed[0]['number']} \N{EN DASH} {listed[1]['number']}" in pages
    )  # in the index of exhibits
    assert compared(session, path, whole).get("masked-parts-as-whole", Standing.HOLDS) is Standing.HOLDS
    code, said_by_script = checked_by_script(pdf, root_certificate(session.office_record), tmp_path)
    assert code == 0, said_by_script


def test_one_verdict_is_withheld_by_choice_and_once(session: Session, small: Small, check: SignatureCheck):
    signed(session, small)
    version = drawn_up(session, small)
    (text,) = (each for each in maskable.list_maskable(session, version.id) if each.entity == VERDICT)
    where = (VERDICT, check.id, WORDS)

    made = mask(session, version, where, text.text, text.text)

    with pytest.raises(RedactionPlaceError):
        mask(session, version, where, SIGNER, text.text)
    assert SIGNER not in pages_of(printed(session, small, version))
    redactions.withdraw_redaction(session, made.id, "It may be told")
    assert SIGNER in pages_of(printed(session, small, version))


@pytest.mark.requirement("SR-36")
def test_masked_words_of_an_exhibit_that_a_verdict_says_stop_the_version(
    session: Session, small: Small, tmp_path: Path
):
    """A signature covers a file of this name: it would be told beside the mask."""
    signed(session, small)
    seized = registered(session, small)
    (file,) = added(session, seized, tmp_path, **{"annex 7_pdf": b"%PDF-1.7\n"})
    check = signature_checks.keep_judgement(session, said(file, session, HOLDS))
    version = drawn_up(session, small)
    mask(session, version, ("exhibit_file", file.id, "name"), "annex 7", file.name)

    with pytest.raises(WordsLeftError) as refused:
        printed(session, small, version)

    assert refused.value.places == (seized.number,)
    redactions.redact_everywhere(session, version.id, "annex 7.pdf", ORDER)
    assert data_of(printed(session, small, version))["signature_checks"] == []
    assert check.id in {each.row for each in redactions.list_redactions(session, version.id)}


@pytest.mark.requirement("SR-36")
def test_words_of_a_withheld_verdict_that_a_corrected_text_said_stop_the_version(
    session: Session, small: Small, tmp_path: Path
):
    """The list of what can be masked has the present texts alone; a correction tells the former one."""
    signed(session, small)
    seized = registered(session, small, description=f"A contract of {SIGNER}")
    (file,) = added(session, seized, tmp_path, contract_pdf=b"%PDF-1.7\n")
    signature_checks.keep_judgement(session, said(file, session, HOLDS, FILLED))
    own = exhibits.get_exhibit(session, seized.id).exhibit
    corrections.correct(session, replace(own, description="A contract"), "Named a person")
    version = drawn_up(session, small)
    redactions.redact_everywhere(session, version.id, SIGNER, ORDER)

    with pytest.raises(ToldWholeError):
        printed(session, small, version)


def test_kept_verdicts_are_asked_for_as_often_for_three_exhibits_as_for_one(
    session: Session, small: Small, check: SignatureCheck
):
    signed(session, small)
    asked: list[int] = []
    for number in (None, "E-8", "E-9"):
        if number:
            registered(session, small, number=number)
        version, told = drawn_up(session, small), list[str]()
        session.read.set_trace_callback(told.append)
        bundles.gather_bundle(session, small.case.id, options(version.id))
        session.read.set_trace_callback(None)
        asked.append(sum("FROM signature_check" in each for each in told))

    assert asked[0] == asked[1] == asked[2] > 0


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de", "es", "ro"])
def test_each_language_of_a_bundle_says_that_a_verdict_is_withheld(
    session: Session, small: Small, check: SignatureCheck, language: str
):
    signed(session, small)
    version = drawn_up(session, small)
    redactions.redact_everywhere(session, version.id, SIGNER, ORDER)

    pages = pages_of(printed(session, small, version, language=language))

    assert pages.count(words_in(language).version.verdict) == 2
    assert SIGNER not in pages
