"""Signing on paper: what is printed is what was read back, and the signed paper comes back as an exhibit."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta, timezone
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.services.bundling.test_record_digests import found
from tests.services.bundling.test_what_stays import broken
from tests.support.attached_records import files_of
from tests.support.findings import not_held
from tests.support.offices import ROLE, Small, by_hand, registered
from tests.support.records import header_of, held, outcome, sign, turn
from tests.support.second_person import ALONE
from tests.support.testimony import SIGNED_BY_ALL
from tests.support.transfers import AT_HOME
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain import zones
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import PersonId, RowId
from thb_desktop.domain.interview import Interview, TimelineEvent
from thb_desktop.findings import Standing
from thb_desktop.report import attachments
from thb_desktop.report.parts.setting import in_groups, instant
from thb_desktop.services.bundling import bundles, signing_copies
from thb_desktop.services.bundling.bundle_options import BundleOptions
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.keeping import health
from thb_desktop.services.persons import merges, people
from thb_desktop.services.testimony import formalities, interviews, read_back, records
from thb_desktop.vault.database import IntegrityError
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.mapper import Table

PAPER = SIGNED_BY_ALL
BY_KEY = [replace(each, method=v.SignatureMethod.ADVANCED_ES) for each in SIGNED_BY_ALL]


def read(session: Session, small: Small, **changes: object) -> Interview:
    """A record that was read back, with the signatures that will stand on the paper."""
    interview = held(session, small, **changes)
    turn(session, interview)
    read_back.read_back(session, interview.id, outcome(), PAPER)
    return interview


def scan(session: Session, small: Small, **changes: object) -> Exhibit:
    fields = {"number": "E-90", "kind": v.ExhibitKind.DOCUMENT_SCAN, **changes}
    kept = registered(session, small, **fields)
    exhibit_files.add_file(
        session, kept.id, source=BytesIO(b"%PDF-1.7"), name="signed.pdf", media_type="application/pdf"
    )
    return kept


def pages_of(pdf: bytes, folder: Path) -> list[str]:
    path = folder / "copy.pdf"
    path.write_bytes(pdf)
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    text = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True)
    return text.stdout.decode().rstrip("\f").split("\f")


def test_each_page_of_the_copy_has_the_digest_and_its_number(session: Session, small: Small, tmp_path: Path):
    interview = read(session, small)

    printed = signing_copies.make_signing_copy(session, interview.id)

    pages = pages_of(printed.pdf, tmp_path)
    assert len(pages) == printed.copy.pages
    for number, page in enumerate(pages, 1):
        assert in_groups(printed.copy.digest) in " ".join(page.split())
        assert f"page {number} sur {len(pages)}" in page
        assert "Paraphes" in page
    whole = " ".join("".join(pages).split())
    for told in ("Înțelegeți?", "Comprenez-vous ?", "exemplaire à signer à la main", "Signatures sur papier"):
        assert told in whole, told
    for each in PAPER:
        assert each.name in pages[-1]


def test_an_exhibit_that_was_shown_is_named_by_its_number(session: Session, small: Small, tmp_path: Path):
    shown = registered(session, small, number="E-77")
    interview = held(session, small)
    assert interview.started_at is not None
    event = TimelineEvent(
        id=RowId(""),
        interview_id=interview.id,
        kind=v.TimelineKind.EXHIBIT_SHOWN,
        at=interview.started_at + timedelta(minutes=5),
        exhibit_id=shown.id,
    )
    formalities.add_formality(session, interview.id, event)
    turn(session, interview)
    read_back.read_back(session, interview.id, outcome(), PAPER)

    printed = signing_copies.make_signing_copy(session, interview.id)

    whole = " ".join("".join(pages_of(printed.pdf, tmp_path)).split())
    assert "E-77" in whole
    assert "pas dans cette liasse" not in whole


def test_a_copy_reads_what_its_pages_name_and_nothing_else_of_the_case(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    """What is printed costs the same in a case with thousands of persons."""
    interview = read(session, small)
    rows: list[str] = []
    for table in (registry.PERSON, registry.PERSON_LINK, registry.SIGNING_COPY, registry.CORRECTION):
        monkeypatch.setattr(table, "from_row", partial(told, rows, table))

    first = signing_copies.make_signing_copy(session, interview.id)
    alone, rows[:] = list(rows), []
    others = [
        people.add_person(session, replace(small.person, id=PersonId(""), code=f"V-6{number}"), None, (ROLE,))
        for number in range(4)
    ]
    merges.merge_persons(session, others[0].id, others[1].id, "One person", printed=True)
    rows[:] = []
    second = signing_copies.make_signing_copy(session, interview.id)

    assert "person" in alone
    assert rows == alone
    assert (second.copy.digest, second.copy.pages) == (first.copy.digest, first.copy.pages)


def told(rows: list[str], table: Table[Any], row: Any) -> Any:
    rows.append(table.name)
    return type(table).from_row(table, row)


def test_signing_by_hand_keeps_the_digest_that_was_printed(session: Session, small: Small):
    interview = read(session, small)
    printed = signing_copies.make_signing_copy(session, interview.id)

    sign(session, interview.id)

    full = records.get_interview(session, interview.id)
    assert full.copies == (printed.copy,)
    assert full.digest != printed.copy.digest  # the signatures belong to the record, and not to the paper
    again = replace(full, signatures=(), certifications=(), warnings=(), names=())
    assert signing_copies.text_digest(again) == printed.copy.digest


def test_a_record_that_was_changed_after_the_printing_is_not_signed_on_paper(session: Session, small: Small):
    interview = read(session, small)
    signing_copies.make_signing_copy(session, interview.id)
    header = records.require_interview(session, interview.id)
    interviews.set_header(session, replace(header, health_statement="Tired, but well"))

    with pytest.raises(errors.SigningCopyOutdatedError):
        sign(session, interview.id)

    signing_copies.make_signing_copy(session, interview.id)
    assert sign(session, interview.id).is_signed


def test_a_signature_that_is_dated_before_the_paper_was_printed_is_told_with_both_times(
    session: Session, small: Small
):
    """The minute that was written counts whole; a later printing of the same wording makes nobody early."""
    interview = held(session, small)
    turn(session, interview)
    now = session.clock.read().at
    local = timezone(timedelta(hours=2))
    dated = [replace(each, at=(now - timedelta(minutes=20)).astimezone(local)) for each in PAPER[:1]]
    this_minute = [replace(each, at=now.replace(second=0, microsecond=0)) for each in PAPER[1:]]
    read_back.read_back(session, interview.id, outcome(), [*dated, *this_minute])

    def told() -> list[tuple[object, object]]:
        found = interviews.check_interview(session, interview.id)
        return [
            (each.values["name"], each.values["signed"])
            for each in found
            if each.key == "V-I-06.before-printing"
        ]

    before = told()
    signing_copies.make_signing_copy(session, interview.id)
    once = told()
    signing_copies.make_signing_copy(session, interview.id)

    assert before == []
    assert once == told() == [(dated[0].name, dated[0].at)]
    (found,) = (
        each
        for each in interviews.check_interview(session, interview.id)
        if each.key == "V-I-06.before-printing"
    )
    assert found.values["printed"].utcoffset() == timedelta(hours=2)
    assert found.standing is Standing.UNKNOWN


def test_a_record_that_is_signed_with_a_key_does_not_depend_on_the_paper(session: Session, small: Small):
    interview = held(session, small)
    turn(session, interview)
    read_back.read_back(session, interview.id, outcome(), BY_KEY)
    signing_copies.make_signing_copy(session, interview.id)
    header = records.require_interview(session, interview.id)
    interviews.set_header(session, replace(header, health_statement="Tired, but well"))

    assert sign(session, interview.id).is_signed


@pytest.mark.parametrize("scanned_before", [True, False])
def test_a_paper_of_another_wording_is_not_named_as_that_of_the_record(
    session: Session, small: Small, scanned_before: bool
):
    """Also where the record is signed with a key: its pages would say that this is its paper."""
    interview = held(session, small)
    turn(session, interview)
    read_back.read_back(session, interview.id, outcome(), BY_KEY)
    copy, paper = signing_copies.make_signing_copy(session, interview.id).copy, scan(session, small)
    if scanned_before:
        signing_copies.register_signed_paper(session, copy.id, paper.id)
    header = records.require_interview(session, interview.id)
    interviews.set_header(session, replace(header, health_statement="Tired, but well"))

    name_it = partial(signing_copies.register_signed_paper, session, copy.id, paper.id)
    sign_it = partial(sign, session, interview.id)

    with pytest.raises(errors.SigningCopyOutdatedError):
        (sign_it if scanned_before else name_it)()


def test_the_address_of_a_shelter_is_not_printed_to_be_signed(session: Session, small: Small):
    interview = held(session, small, premises=v.Premises.SHELTER, place="Rue Imaginaire 12, Liège")
    turn(session, interview)
    read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)

    with pytest.raises(errors.AddressPrintedError):
        signing_copies.make_signing_copy(session, interview.id)


def test_one_scan_is_not_the_paper_of_two_records(session: Session, small: Small):
    one, other = (
        signing_copies.make_signing_copy(session, read(session, small, number=number).id).copy
        for number in ("I-1", "I-2")
    )
    paper = scan(session, small)
    signing_copies.register_signed_paper(session, one.id, paper.id)

    with pytest.raises(errors.NotTheScanError):
        signing_copies.register_signed_paper(session, other.id, paper.id)


def test_a_copy_is_printed_after_the_reading_back_and_before_the_signature(session: Session, small: Small):
    interview = held(session, small)
    turn(session, interview)
    with pytest.raises(errors.RecordOrderError):
        signing_copies.make_signing_copy(session, interview.id)
    read_back.read_back(session, interview.id, outcome(), PAPER)
    sign(session, interview.id)

    with pytest.raises(errors.RecordOrderError):
        signing_copies.make_signing_copy(session, interview.id)


def test_the_signed_paper_is_bound_to_the_copy_and_named_in_the_bundle(session: Session, small: Small):
    usual = header_of(small).started_at
    assert usual is not None
    interview = read(session, small, started_at=usual.astimezone(timezone(timedelta(hours=5, minutes=30))))
    printed = signing_copies.make_signing_copy(session, interview.id)
    sign(session, interview.id)
    wrong, right = scan(session, small), scan(session, small, number="E-91")
    signing_copies.register_signed_paper(session, printed.copy.id, wrong.id)

    taken = signing_copies.register_signed_paper(session, printed.copy.id, right.id)

    assert taken == replace(printed.copy, scan_id=right.id)
    assert not_held(health.check_vault(session).findings) == set()
    options = BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="Execution",
        recipient="Somebody",
        interview_ids=(interview.id,),
        exhibit_ids=(right.id,),
        released_with=ALONE,
        transfer=AT_HOME,
    )
    bundle = bundles.prepare_bundle(session, small.case.id, options)
    assert broken(session, bundle) == []
    text = subprocess.run(["pdftotext", "-raw", "-", "-"], input=bundle.pdf, check=True, capture_output=True)
    words = " ".join(text.stdout.decode().split())
    assert "Papier signé E-91" in words
    began = interview.started_at
    assert began is not None
    assert began.utcoffset() == timedelta(hours=5, minutes=30)
    by_its_clock = zones.beside(printed.copy.at, began).replace(microsecond=0)
    assert f"{instant(by_its_clock)}, " in words


@pytest.mark.parametrize("wrong", ["kind", "file"])
def test_only_a_scan_with_its_file_is_the_signed_paper(session: Session, small: Small, wrong: str):
    interview = read(session, small)
    copy = signing_copies.make_signing_copy(session, interview.id).copy
    if wrong == "kind":
        kept = scan(session, small, kind=v.ExhibitKind.DOCUMENT_PAPER)
    else:
        kept = registered(session, small, number="E-90", kind=v.ExhibitKind.DOCUMENT_SCAN)

    with pytest.raises(errors.NotTheScanError):
        signing_copies.register_signed_paper(session, copy.id, kept.id)

    offered = {each.id for each in signing_copies.list_scans(session, interview.id)}
    assert (kept.id in offered) is (wrong == "file")


def test_the_database_keeps_what_was_printed(session: Session, small: Small):
    interview = read(session, small)
    copy = signing_copies.make_signing_copy(session, interview.id).copy

    with by_hand(session) as connection:
        for statement in (
            "UPDATE signing_copy SET digest = replace(digest, substr(digest, 1, 1), 'f')",
            "UPDATE signing_copy SET scan_id = (SELECT id FROM exhibit LIMIT 1)",
            "DELETE FROM signing_copy",
        ):
            with pytest.raises(IntegrityError):
                connection.execute(statement)
    assert records.get_interview(session, interview.id).copies == (copy,)


def copied(interview: Interview, change: Callable[[list[dict[str, Any]]], object]) -> Callable[[Any], Any]:
    """Data of the case in which the copies of this record are told otherwise."""
    honest = attachments.case_data

    def forged(content: Any) -> Any:
        told: Any = honest(content)
        (own,) = (each for each in told["interviews"] if each["interview"]["id"] == interview.id)
        change(own["copies"])
        return told

    return forged


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.clear(),
        lambda told: told[0].update(digest="ab" * 32),
        lambda told: told[0].update(pages=1),
        lambda told: told[0].update(at="2020-01-01T00:00:00.000000+00:00"),
        lambda told: told[0].update(scan_id="0" * 32),
        lambda told: told[0].pop("scan_id"),
        lambda told: told.append(told[0]),
    ],
)
def test_a_copy_or_scan_that_is_told_otherwise_than_by_the_events_is_broken(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch, change: Callable[[Any], object]
):
    interview = read(session, small)
    printed = signing_copies.make_signing_copy(session, interview.id)
    signing_copies.register_signed_paper(session, printed.copy.id, scan(session, small).id)
    sign(session, interview.id)
    honest = found(files_of(session, small.case.id, bundle_of(interview)))

    monkeypatch.setattr(attachments, "case_data", copied(interview, change))

    told = found(files_of(session, small.case.id, bundle_of(interview)))
    assert "signing-copies-not-as-chain" not in honest
    assert told["signing-copies-not-as-chain"] is Standing.BROKEN


@pytest.mark.requirement("SR-33")
def test_a_paper_of_another_wording_than_the_record_is_broken_for_a_receiver(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    """The judge's own program names the scan of what was signed, and signs another wording."""
    interview = read(session, small)
    printed = signing_copies.make_signing_copy(session, interview.id)
    signing_copies.register_signed_paper(session, printed.copy.id, scan(session, small).id)
    header = records.require_interview(session, interview.id)
    interviews.set_header(session, replace(header, health_statement="Tired, but well"))

    monkeypatch.setattr(interviews, "_outdated", lambda _: ())
    sign(session, interview.id)

    told = found(files_of(session, small.case.id, bundle_of(interview)))
    assert told["signing-copies-not-as-chain"] is Standing.BROKEN


def bundle_of(interview: Interview) -> BundleOptions:
    return BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="Execution",
        recipient="Somebody",
        interview_ids=(interview.id,),
        exhibit_ids=(),
        released_with=ALONE,
        transfer=AT_HOME,
    )
