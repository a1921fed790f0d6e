"""Bundles: the same bytes for the same vault, signed, verified, recorded, or nothing at all."""

import hashlib
import io
import json
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

import thb_desktop
from tests.support import records
from tests.support.findings import said_in_english
from tests.support.offices import JUDGE, NEXT_DAY, Small, copy_of, held_interview, registered, unlock
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.build_digest import build_digest
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.ids import AgentId, told_of
from thb_desktop.errors import (
    AlreadyExistsError,
    BundleBeyondCheckError,
    CertifierError,
    LanguageAbsentError,
    LedCategoryMissingError,
    NotAllowedError,
    NothingToExportError,
    NotSignedYetError,
    ReasonMissingError,
    StorageError,
    ThbError,
    WrongCertifierPassphraseError,
)
from thb_desktop.findings import Standing, verdict
from thb_desktop.ledger.entry import DRAFTING
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundles import BundleOptions, PreparedBundle
from thb_desktop.services.bundling.scoping import Scope, entries_told
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.office import users
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews
from thb_desktop.verify.custody import check_extract
from thb_desktop.verify.documents import budget
from thb_desktop.verify.pdf import check_pdf


def perla(session: Session) -> CaseFile:
    return next(each.case for each in cases.list_cases(session) if each.case.reference == "DEMO-A-PERLA")


def options(**changes: object) -> BundleOptions:
    chosen = BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="Execution of EIO-1",
        recipient="DIICOT",
        released_with=ALONE,
        transfer=AT_HOME,
    )
    return replace(chosen, **changes)  # type: ignore[arg-type]


def small_choice(session: Session, case: CaseFile) -> BundleOptions:
    """One interview and one exhibit, so that a test is quick."""
    listed = interviews.list_interviews(session, case.id)
    kept = exhibits.list_exhibits(session, case.id)
    return options(interview_ids=(listed[0].interview.id,), exhibit_ids=(kept[6].exhibit.id,))


def interpreter(session: Session, name: str = "Simona Ardeleanu") -> AgentId:
    user = users.add_user(
        session,
        name=name,
        role=v.UserRole.INTERPRETER,
        passphrase=passphrase(OTHER_PASSPHRASE),
        second=ALONE,
    )
    for each in people.list_interpreters(session, perla(session).id):
        if each.name == name:
            corrections.correct(session, replace(each, user_id=user.id), "Became a user")
    return user.id


def prepared(session: Session, certifier: AgentId | None = None) -> PreparedBundle:
    case = perla(session)
    return bundles.prepare_bundle(session, case.id, replace(small_choice(session, case), certifier=certifier))


def attached(pdf: bytes) -> dict[str, bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {name: spec.get_file().read_bytes() for name, spec in document.attachments.items()}


def test_a_bundle_that_no_check_would_judge_is_refused_before_the_signature(
    samples: Session, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(budget, "TEXT_AT_LEAST", 0)
    monkeypatch.setattr(budget, "TEXT_PER_BYTE", 0)

    with pytest.raises(BundleBeyondCheckError):
        prepared(samples)


def test_the_same_vault_at_the_same_time_gives_the_same_bytes(sample_office: Path, tmp_path: Path):
    made = []
    for name in ("first", "second"):
        folder = copy_of(sample_office, tmp_path / f"{name}.thbvault")
        session = unlock(folder, start=NEXT_DAY)
        case = perla(session)
        made.append(bundles.prepare_bundle(session, case.id, small_choice(session, case)))
        session.close()

    assert made[0].pdf == made[1].pdf
    assert made[0].sha256 == hashlib.sha256(made[0].pdf).hexdigest()
    assert made[0].pages > 5


def test_preparing_records_nothing_and_writes_no_file(samples: Session, tmp_path: Path):
    size = samples.journal.size
    before = {path for path in tmp_path.rglob("*") if path.is_file()}

    prepared(samples)

    assert samples.journal.size == size
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_signed_bundle_holds_for_anybody_who_trusts_the_root(samples: Session, tmp_path: Path):
    certifier = interpreter(samples)
    target = tmp_path / "bundle.pdf"

    bundle = bundles.sign_bundle(
        samples,
        prepared(samples, certifier),
        target,
        interpreter=(certifier, passphrase(OTHER_PASSPHRASE)),
        second=ALONE,
    )

    findings = check_pdf(
        target, trusted_roots=[root_certificate(samples.office_record)], expected_sha256=bundle.sha256
    )
    assert verdict(findings) is Standing.HOLDS
    assert "signers-as-named" in {finding.code for finding in findings}
    said = [said_in_english(finding) for finding in findings if finding.code == "signature-holds"]
    assert "Simona Ardeleanu" in said[0]
    assert JUDGE in said[1]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bundle.pdf", "samples.thbvault"]


def test_each_exhibit_of_a_bundle_has_the_event_of_its_export(samples: Session, tmp_path: Path):
    layout = prepared(samples)
    bundle = bundles.sign_bundle(samples, layout, tmp_path / "bundle.pdf", second=ALONE)

    (exported,) = layout.content.exhibits
    last = exhibits.get_exhibit(samples, exported.exhibit.id).custody[-1]

    assert last.event.action is v.CustodyAction.EXPORTED
    assert (last.event.to_party, last.event.reason) == ("DIICOT", "Execution of EIO-1")
    assert (
        last.event.sha256
        == bundle.sha256
        == hashlib.sha256((tmp_path / "bundle.pdf").read_bytes()).hexdigest()
    )
    assert bundles.list_bundles(samples, perla(samples).id) == (bundle,)
    assert last.count == exported.custody[-1].count + 1
    assert prepared(samples).content.release.number == "B-002"


def test_the_custody_record_inside_is_whole_and_tells_no_identity(samples: Session):
    layout = prepared(samples)
    inside = attached(layout.pdf)
    (name,) = [name for name in inside if name.endswith("custody-extract.json")]

    root = hashlib.sha256(root_certificate(samples.office_record)).hexdigest()
    findings = check_extract(inside[name], trusted_root_sha256=root)
    told = json.loads(inside[name])

    assert verdict(findings) is Standing.HOLDS
    subjects = {subject["subject"] for subject in told["subjects"]}
    (interview,), (exhibit,) = layout.content.interviews, layout.content.exhibits
    frame, finance = layout.content.frame, layout.content.finance
    entries = entries_told(Scope(frame=frame, finance=finance, withheld=()))
    told_apart = {told_of(each.id) for each in entries}
    assert {told_of(each.id) for each in frame.persons} < told_apart
    files = {file.id for file in exhibit.files}
    assert subjects == {interview.interview.id, exhibit.exhibit.id} | files | told_apart
    structured = json.dumps(told, ensure_ascii=False) + inside["case/case.json"].decode()
    for word in (
        "Ioana Crețu",
        "2003-08-11",
        "Tudose Marian",
        "+40 700 000 016",
        "sealed_identity",
        "Benali",
    ):
        assert word not in structured


def test_earlier_wordings_of_a_record_stay_in_the_vault(samples: Session):
    told = json.loads(attached(prepared(samples).pdf)["custody/custody-extract.json"])

    closed = {event["entry"]["action"] for event in told["events"] if event["opening"] is None}
    opened = {event["entry"]["action"] for event in told["events"] if event["opening"] is not None}

    assert {"INTERVIEW_HELD", "SEGMENT_ADDED"} <= closed <= DRAFTING
    assert {action.value for action in VaultAction} >= DRAFTING
    assert "INTERVIEW_SIGNED" in opened
    assert not opened & DRAFTING


def test_a_bundle_says_what_it_was_made_of(samples: Session):
    layout = prepared(samples)
    content = layout.content

    (interview,), (exhibit,) = content.interviews, content.exhibits
    assert content.proof.head.size == samples.journal.size
    assert content.proof.head.root == samples.journal.root.hex()
    assert interview.digest == interview.interview.record_digest
    assert [entry.event.number for entry in exhibit.custody] == [1, 2, 3]
    assert all(entry.count == 3 for entry in exhibit.custody)
    assert [each.name for each in content.frame.interpreters] == ["Simona Ardeleanu"]
    assert [each.field for each in content.release.signatures] == ["Authority"]
    for each in interview.segments:
        assert all(each.side(language).text for language in ("ro", "fr"))
        assert {one.language for one in each.renderings} == {"ro", "fr"} - {each.segment.language}
        assert {one.kind for one in each.renderings} == {v.RenderingKind.RENDITION}


def printed_words(pdf: bytes) -> str:
    """All words of the pages, without what is between them."""
    return "".join("".join(each.extract_text() for each in PdfReader(io.BytesIO(pdf)).pages).split())


def test_the_technical_annex_prints_the_digest_of_the_build(samples: Session):
    pages = printed_words(prepared(samples).pdf)

    assert f"THBDesktop{thb_desktop.__version__}" in pages
    assert build_digest() in pages


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"purpose": " "}, ReasonMissingError),
        ({"recipient": ""}, ReasonMissingError),
        ({"interview_ids": (), "exhibit_ids": ()}, NothingToExportError),
    ],
)
def test_a_bundle_without_purpose_recipient_or_content_is_refused(
    read_samples: Session, changes: dict[str, object], error: type[ThbError]
):
    with pytest.raises(error):
        bundles.prepare_bundle(read_samples, perla(read_samples).id, options(**changes))


def test_a_column_that_would_stay_empty_on_every_page_is_refused(read_samples: Session):
    case = perla(read_samples)
    choice = small_choice(read_samples, case)

    with pytest.raises(LanguageAbsentError, match="xx"):
        bundles.prepare_bundle(read_samples, case.id, replace(choice, languages=("fr", "xx")))


def test_an_interview_that_is_not_signed_goes_into_no_bundle(session: Session, small: Small):
    held_interview(session, small)

    found = bundles.check_bundle(session, small.case.id, options())
    assert {finding.code for finding in found if finding.standing is Standing.BROKEN} == {"not-signed-yet"}
    with pytest.raises(NotSignedYetError):
        bundles.prepare_bundle(session, small.case.id, options())


def test_signs_that_the_pages_show_by_number_are_told_before_the_bundle(session: Session, small: Small):
    interview = records.held(session, small)
    records.turn(session, interview, "Ea a spus བོད.")
    exhibit = registered(session, small, description="A sign: 한")

    found = bundles.check_bundle(session, small.case.id, options())

    told = {each.key: each.values for each in found if each.code == "characters-undrawn"}
    assert told == {
        "characters-undrawn.record": {"number": "I-01", "characters": ("U+0F56", "U+0F7C", "U+0F51")},
        "characters-undrawn.exhibit": {"number": exhibit.number, "characters": ("U+D55C",)},
    }


def test_a_record_that_shows_the_address_of_a_shelter_goes_into_no_bundle(session: Session, small: Small):
    held_interview(session, small, premises=v.Premises.SHELTER, place="Rue Imaginaire 12, Liège")

    found = bundles.check_bundle(session, small.case.id, options())

    refused = {each.code for each in found if each.standing is Standing.BROKEN}
    assert refused == {"not-signed-yet", "shelter-address"}


def categories_lacking(session: Session, case: CaseFile, chosen: BundleOptions) -> list[object]:
    found = bundles.check_bundle(session, case.id, chosen)
    return [each.values["persons"] for each in found if each.key == "led-category-missing"]


def test_a_person_without_a_category_of_data_subject_goes_into_no_bundle(session: Session, small: Small):
    """V-P-01."""
    exhibit = registered(session, small)
    named = options(languages=("fr",), exhibit_ids=(exhibit.id,), further=(small.person.id,))
    (role,) = people.list_roles(session, small.case.id)
    unknown = corrections.correct(session, replace(role, led_category=None), "It was guessed")
    second = people.add_person(session, replace(small.person, code="V-02"), None)
    both = replace(named, further=(small.person.id, second.id))
    refused = categories_lacking(session, small.case, both)
    with pytest.raises(LedCategoryMissingError) as told:
        bundles.prepare_bundle(session, small.case.id, both)

    corrections.correct(session, replace(unknown, led_category=v.LedCategory.VICTIM), "Stated by the judge")

    assert refused == [("V-01", "V-02")]
    assert told.value.named == {"persons": "V-01, V-02"}
    assert categories_lacking(session, small.case, both) == [("V-02",)]
    assert categories_lacking(session, small.case, named) == []
    assert bundles.prepare_bundle(session, small.case.id, named).pages > 1


def test_the_check_before_tells_what_the_receiver_will_ask(read_samples: Session):
    found = bundles.check_bundle(read_samples, perla(read_samples).id, options(languages=("fr", "nl")))

    assert {(finding.code, finding.standing) for finding in found} == {
        ("interviews-signed", Standing.HOLDS),
        ("language-missing", Standing.UNKNOWN),
        ("custody", Standing.UNKNOWN),
        ("custody", Standing.HOLDS),  # told, and no fault: transfers that a party has not confirmed
    }


def refusals(session: Session, tmp_path: Path) -> list[tuple[type[ThbError], Callable[[], object]]]:
    certifier, stranger = interpreter(session), interpreter(session, "Somebody Else")
    alone, certified = prepared(session), prepared(session, certifier)
    taken = tmp_path / "taken.pdf"
    taken.write_bytes(b"something")
    target, typed = tmp_path / "bundle.pdf", OTHER_PASSPHRASE

    def sign(layout: PreparedBundle, where: Path, by: AgentId | None = None, text: str = typed) -> object:
        signer = (by, passphrase(text)) if by else None
        return bundles.sign_bundle(session, layout, where, signer, second=ALONE)

    return [
        (CertifierError, lambda: prepared(session, stranger)),
        (CertifierError, lambda: prepared(session, session.user.id)),
        (CertifierError, lambda: sign(alone, target, certifier)),
        (CertifierError, lambda: sign(certified, target)),
        (CertifierError, lambda: sign(certified, target, stranger)),
        (
            WrongCertifierPassphraseError,
            lambda: sign(certified, target, certifier, "granite willow cinder marble"),
        ),
        (AlreadyExistsError, lambda: sign(alone, taken)),
        (StorageError, lambda: sign(alone, tmp_path / "no folder" / "bundle.pdf")),
    ]


def test_the_interpreters_passphrase_is_overwritten_though_the_bundle_is_refused(
    samples: Session, tmp_path: Path
):
    certifier, typed = interpreter(samples), passphrase(OTHER_PASSPHRASE)

    with pytest.raises(CertifierError):
        bundles.sign_bundle(
            samples, prepared(samples), tmp_path / "bundle.pdf", interpreter=(certifier, typed), second=ALONE
        )

    assert not any(typed)


@pytest.mark.requirement("SR-35")
def test_a_refused_signature_leaves_neither_file_nor_record(samples: Session, tmp_path: Path):
    attempts = refusals(samples, tmp_path)
    size = samples.journal.size
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}

    for error, attempt in attempts:
        with pytest.raises(error):
            attempt()

    assert samples.journal.size == size
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_only_a_judge_or_prosecutor_approves(samples: Session, tmp_path: Path):
    layout = prepared(samples)
    samples.user = replace(samples.user, role=v.UserRole.CLERK)

    with pytest.raises(NotAllowedError):
        bundles.sign_bundle(samples, layout, tmp_path / "bundle.pdf", second=ALONE)

    assert not (tmp_path / "bundle.pdf").exists()


@pytest.mark.requirement("SR-35")
def test_when_the_export_cannot_be_recorded_there_is_no_file(samples: Session, tmp_path: Path):
    layout = prepared(samples)
    bundles.sign_bundle(samples, layout, tmp_path / "first.pdf", second=ALONE)
    size = samples.journal.size

    with pytest.raises(ThbError):
        bundles.sign_bundle(samples, layout, tmp_path / "second.pdf", second=ALONE)

    assert [path.name for path in tmp_path.glob("*.pdf*")] == ["first.pdf"]
    assert samples.journal.size == size
    assert samples.opening.is_sound
