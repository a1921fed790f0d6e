"""A bundle that is forged inside the office, with a user's own keys, the program's modules and plain Python.

What is forged: who decided, who agreed as the second person, and what was said. The second and third are
tried with the judge's own key too, so that each defence holds alone.
"""

import hashlib
import io
import json
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest

from tests.support.forged_bundles import (
    ANALYST,
    CLERK,
    CUSTODIAN,
    WORDS,
    Forged,
    approval_by,
    broken,
    by_script,
    colleague,
    extract_for,
    honest,
    user,
    with_cover,
    with_extract,
)
from tests.support.offices import JUDGE, copy_of, unlock
from tests.support.pdfs import updated
from tests.support.strangers import SECOND, lay_out
from thb_desktop.crypto.certificates import issue_leaf
from thb_desktop.crypto.signing import SoftwareSigner, new_private_key
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.bundle_proof import RecordFile
from thb_desktop.domain.record import to_record
from thb_desktop.domain.vocabulary import SecondKind, TwoPersonAct, UserRole
from thb_desktop.findings import Standing, verdict
from thb_desktop.ledger import canonical
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.record_tree import RecordTree
from thb_desktop.ledger.release import SignedRelease
from thb_desktop.services.core.keys import subject_of
from thb_desktop.services.core.login import root_certificate, root_pem
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import users
from thb_desktop.services.office.enrolment import root_of
from thb_desktop.verify.pdf import check_pdf


@pytest.fixture
def clerk(staffed: Path, tmp_path: Path) -> Iterator[Session]:
    opened = unlock(copy_of(staffed, tmp_path / "clerk.thbvault"), WORDS[CLERK])
    yield opened
    opened.close()


@pytest.fixture
def judge(staffed: Path, tmp_path: Path) -> Iterator[Session]:
    opened = unlock(copy_of(staffed, tmp_path / "judge.thbvault"))
    yield opened
    opened.close()


class Laid(NamedTuple):
    """Pages that the judge lays out with the custodian as the second person; nothing is written for them."""

    judge: Session
    content: BundleContent
    pages: bytes


@pytest.fixture(scope="module")
def laid(staffed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Laid]:
    opened = unlock(copy_of(staffed, tmp_path_factory.mktemp("laid") / "judge.thbvault"))
    written = opened.journal.size
    own = opened.keys.signer
    content = with_cover(opened, own, function=UserRole.INVESTIGATING_JUDGE)
    pages = Forged(content=content, signer=own, release=lambda _: None).pages()
    yield Laid(opened, content, pages)
    assert opened.journal.size == written
    opened.close()


# a signature that may not decide


def test_a_clerk_alone_cannot_make_a_bundle_that_the_judge_decided(tmp_path: Path, clerk: Session):
    own = clerk.keys.signer
    content = with_cover(clerk, own, function=UserRole.INVESTIGATING_JUDGE)
    forged = Forged(
        content=content, signer=own, release=lambda pages: approval_by(clerk, pages, CUSTODIAN, own)
    )

    file = forged.file(root_certificate(clerk.office_record))

    assert {"signer-not-as-listed", "approver-missing.none"} <= broken(file, clerk)
    assert by_script(file, clerk, tmp_path)[0] == 40


def test_a_clerk_who_names_their_own_function_cannot_release_either(tmp_path: Path, clerk: Session):
    own = clerk.keys.signer
    content = with_cover(clerk, own, function=UserRole.CLERK, name=CLERK)
    forged = Forged(
        content=content, signer=own, release=lambda pages: approval_by(clerk, pages, CUSTODIAN, own)
    )

    file = forged.file(root_certificate(clerk.office_record))

    assert {"function-not-entitled", "approver-missing.none"} <= broken(file, clerk)
    assert by_script(file, clerk, tmp_path)[0] == 40


def without_list(pages: bytes) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pages)) as document:
        del document.attachments["manifest.json"]
        document.save(target, deterministic_id=True)
    return target.getvalue()


def test_pages_like_those_of_a_bundle_without_its_list_do_not_pass(tmp_path: Path, clerk: Session):
    own = clerk.keys.signer
    content = with_cover(clerk, own, function=UserRole.INVESTIGATING_JUDGE)
    forged = Forged(content=content, signer=own, release=lambda _: None)

    file = forged.file(root_certificate(clerk.office_record), pages=without_list(forged.pages()))

    assert broken(file, clerk) == {"not-a-bundle"}
    assert by_script(file, clerk, tmp_path)[0] == 47


def test_a_certificate_that_a_holder_of_the_roots_key_issued_for_a_key_of_their_own_does_not_pass(
    tmp_path: Path, judge: Session
):
    """The root's key gives nobody the name of somebody else: the event chain knows no such key."""
    root = root_of(judge.office_record, judge)
    key = new_private_key(secrets.token_bytes)
    people = {each.name: each for each in users.list_users(judge)}
    leaf = issue_leaf(
        root.signer.private_key,
        root.certificate,
        subject_of(people[JUDGE], judge.office),
        SoftwareSigner.of(key).public_key,
        at=judge.clock.read().at,
        randomness=secrets.token_bytes,
    )
    own = SoftwareSigner.of(key, leaf)
    content = with_cover(judge, own, function=UserRole.INVESTIGATING_JUDGE)
    forged = Forged(content=content, signer=own, release=lambda pages: honest(judge, pages))

    file = forged.file(root.certificate)

    assert broken(file, judge) == {"signer-of-another-root.key"}
    assert by_script(file, judge, tmp_path)[0] == 40


# a second person who did not agree

Releases = Callable[[Session, bytes], SignedRelease | None]

FORGED_RELEASES: dict[str, tuple[Releases, str]] = {
    "nothing is stated": (lambda *_: None, "release-missing.none"),
    "signed with the judge's own key in the custodian's name": (
        lambda session, pages: approval_by(session, pages, CUSTODIAN, session.keys.signer),
        "release-not-approved.forged",
    ),
    "signed by the clerk in the custodian's name": (
        lambda session, pages: approval_by(session, pages, CUSTODIAN, colleague(session, CLERK)),
        "release-not-approved.forged",
    ),
    "the judge approves themselves": (
        lambda session, pages: approval_by(session, pages, JUDGE, session.keys.signer),
        "release-not-approved.forged",
    ),
    "an analyst approves, who may not": (
        lambda session, pages: approval_by(session, pages, ANALYST, colleague(session, ANALYST)),
        "release-not-approved.function",
    ),
    "the clerk approved, and the pages name the custodian": (
        lambda session, pages: approval_by(session, pages, CLERK, colleague(session, CLERK)),
        "release-not-as-printed",
    ),
    "an approval of another act": (
        lambda session, pages: approval_by(
            session, pages, CUSTODIAN, colleague(session, CUSTODIAN), act=TwoPersonAct.REVEAL_IDENTITY
        ),
        "release-of-another-act",
    ),
    "an approval of other pages": (
        lambda session, pages: replace(honest(session, pages + b" "), size=len(pages)),
        "release-of-other-pages",
    ),
    "an approval that another person had asked for": (
        lambda session, pages: approval_by(
            session,
            pages,
            CUSTODIAN,
            colleague(session, CUSTODIAN),
            requested_by=user(session, CLERK),
        ),
        "release-of-another-act",
    ),
    "the judge alone, and the pages name the custodian": (
        lambda session, pages: SignedRelease(
            vault=session.vault_id,
            size=len(pages),
            approval=replace(
                honest(session, pages).approval,
                kind=SecondKind.ALONE,
                approved_by=None,
                signature="",
                reason="Nobody was there",
            ),
            certificate=b"",
        ),
        "release-not-as-printed",
    ),
}


@pytest.mark.parametrize("name", FORGED_RELEASES)
def test_no_bundle_says_that_somebody_agreed_who_did_not(tmp_path: Path, laid: Laid, name: str):
    release, code = FORGED_RELEASES[name]
    judge = laid.judge
    forged = Forged(
        content=laid.content, signer=judge.keys.signer, release=lambda pages: release(judge, pages)
    )

    file = forged.file(root_certificate(judge.office_record), pages=laid.pages)

    assert broken(file, judge) == {code}
    assert by_script(file, judge, tmp_path)[0] == 40


def test_pages_that_were_exchanged_after_the_approval_do_not_pass(tmp_path: Path, judge: Session):
    """The approved pages stay at the start of the file, and an update shows others."""
    own = judge.keys.signer
    content = with_cover(judge, own, function=UserRole.INVESTIGATING_JUDGE)
    forged = Forged(content=content, signer=own, release=lambda _: None)
    pages = forged.pages()
    with pikepdf.open(io.BytesIO(pages)) as document:
        number = document.pages[0].Contents.objgen[0]

    shown = updated(pages, {number: b"<< /Length 0 >>\nstream\n\nendstream"})

    file = replace(forged, release=lambda _: honest(judge, pages)).file(
        root_certificate(judge.office_record), pages=shown
    )

    assert broken(file, judge) & {"object-changed", "pdf-unreadable"}
    assert by_script(file, judge, tmp_path)[0] == 40


# testimony that was altered after it was signed

LIE = "Nobody ever took my passport."


def with_lie(content: BundleContent) -> BundleContent:
    """Pages, text and data of the case say something that was not said; the record stays as it was."""
    full = content.interviews[0]
    first = next(each for each in full.segments if each.segment.source_text)
    lied = replace(first, segment=replace(first.segment, source_text=LIE))
    segments = tuple(lied if each is first else each for each in full.segments)
    return replace(content, interviews=(replace(full, segments=segments), *content.interviews[1:]))


def record_with_lie(record: RecordFile) -> RecordFile:
    """The attached record says it too, with digests that fit."""
    if record.kind != "interview":
        return record
    tree = RecordTree.parse(record.data)
    values = [(name, json.loads(line)[2]) for name, line in tree.parts.items()]
    for name, value in values:
        if name.startswith("segments/") and value.get("source_text"):
            value["source_text"] = LIE
            break
    changed = RecordTree.of(values, salt=b"")
    return replace(record, data=changed.to_bytes(), sha256=changed.digest)


def all_with_lie(content: BundleContent) -> BundleContent:
    records = tuple(record_with_lie(each) for each in content.proof.records)
    lied = with_lie(content)
    full = replace(lied.interviews[0], digest=records[0].sha256)
    return replace(lied, interviews=(full, *lied.interviews[1:]), proof=replace(lied.proof, records=records))


def without_record(pages: bytes) -> bytes:
    """Take the record out of the list of files and out of the document."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pages)) as document:
        manifest = json.loads(document.attachments["manifest.json"].get_file().read_bytes())
        paths = {each["path"] for each in manifest["records"] if each["kind"] == "interview"}
        for name in ("files", "records"):
            manifest[name] = [each for each in manifest[name] if each["path"] not in paths]
        for path in [*paths, "manifest.json"]:
            del document.attachments[path]
        listed = pikepdf.AttachedFileSpec(document, canonical.encode(manifest), filename="manifest.json")
        document.attachments["manifest.json"] = listed
        document.save(target, deterministic_id=True)
    return target.getvalue()


@pytest.mark.parametrize(
    ("lie", "codes"),
    [
        (with_lie, {"record-not-as-data", "record-not-as-text"}),
        (all_with_lie, {"record-not-as-data", "record-not-as-signed"}),
    ],
)
def test_testimony_that_was_altered_after_it_was_signed_is_found(
    tmp_path: Path, judge: Session, lie: Callable[[BundleContent], BundleContent], codes: set[str]
):
    own = judge.keys.signer
    content = lie(with_cover(judge, own, function=UserRole.INVESTIGATING_JUDGE))
    forged = Forged(content=content, signer=own, release=lambda pages: honest(judge, pages))

    file = forged.file(root_certificate(judge.office_record))

    assert broken(file, judge) == codes
    assert by_script(file, judge, tmp_path)[0] == 40


def test_testimony_without_its_record_is_found(tmp_path: Path, judge: Session):
    own = judge.keys.signer
    content = with_lie(with_cover(judge, own, function=UserRole.INVESTIGATING_JUDGE))
    forged = Forged(content=content, signer=own, release=lambda pages: honest(judge, pages))

    file = forged.file(root_certificate(judge.office_record), pages=without_record(forged.pages()))

    assert broken(file, judge) == {"record-missing"}
    assert by_script(file, judge, tmp_path)[0] == 47


def test_a_clerk_cannot_sign_the_altered_record_in_the_chain(tmp_path: Path, clerk: Session, judge: Session):
    """The clerk appends an entry INTERVIEW_SIGNED of their own, and attaches the extract that tells it."""
    lied = all_with_lie(with_cover(clerk, clerk.keys.signer, function=UserRole.INVESTIGATING_JUDGE))
    full = lied.interviews[0]
    with clerk.work() as work:
        told = {
            "entity": "interview",
            "record": to_record(replace(full.interview, record_digest=full.digest)),
        }
        work._append(full.interview.id, VaultAction.INTERVIEW_SIGNED, "", [told])
    content = with_extract(lied, extract_for(clerk, lied))
    place = replace(
        content.release.signatures[0],
        certificate=hashlib.sha256(judge.keys.signer.certificate or b"").hexdigest(),
    )
    content = replace(content, release=replace(content.release, signatures=(place,)))
    forged = Forged(content=content, signer=judge.keys.signer, release=lambda pages: honest(judge, pages))

    file = forged.file(root_certificate(judge.office_record))

    assert "record-not-as-signed" in broken(file, judge)
    assert by_script(file, judge, tmp_path)[0] == 40


# a custody record that shows less or something else


def without_an_event(extract: Extract) -> Extract:
    return replace(extract, events=extract.events[:-1])


def without_who_added_a_signer(extract: Extract) -> Extract:
    return replace(extract, signers=(extract.signers or ())[:1])


def in_the_first_form(extract: Extract) -> Extract:
    return replace(extract, signers=None)


def with_another_content(extract: Extract) -> Extract:
    place, told = next((at, each) for at, each in enumerate(extract.events) if each.opening)
    other = replace(told, opening=replace(told.opening, payload=b"{}"))
    return replace(extract, events=(*extract.events[:place], other, *extract.events[place + 1 :]))


@pytest.mark.requirement("SR-33", "SR-38")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        (without_an_event, "custody-completeness.missing"),
        (without_who_added_a_signer, "custody-signers.unfounded"),
        (in_the_first_form, "custody-signers.hidden"),
        (with_another_content, "custody-content.fault"),
    ],
)
def test_a_custody_record_that_hides_or_changes_something_does_not_pass(
    tmp_path: Path, judge: Session, change: Callable[[Extract], Extract], code: str
):
    own = judge.keys.signer
    content = with_cover(judge, own, function=UserRole.INVESTIGATING_JUDGE)
    changed = change(Extract.parse(content.proof.custody_extract)).to_bytes()
    forged = Forged(
        content=with_extract(content, changed), signer=own, release=lambda pages: honest(judge, pages)
    )

    file = forged.file(root_certificate(judge.office_record))

    assert code in broken(file, judge)
    assert by_script(file, judge, tmp_path)[0] == 40


@pytest.mark.requirement("SR-38")
def test_the_script_calls_nothing_valid_without_the_file_that_decides_whose_the_keys_are(
    tmp_path: Path, judge: Session
):
    own = judge.keys.signer
    content = with_cover(judge, own, function=UserRole.INVESTIGATING_JUDGE)
    forged = Forged(content=content, signer=own, release=lambda pages: honest(judge, pages))
    (tmp_path / "bundle.pdf").write_bytes(forged.file(root_certificate(judge.office_record)))
    (tmp_path / "root.pem").write_text(root_pem(judge.office_record), "ascii")
    script = lay_out(tmp_path)
    (tmp_path / SECOND).unlink()

    ran = subprocess.run(
        [sys.executable, "-I", "-S", str(script), "bundle.pdf", "root.pem"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 41, ran.stdout
    assert f"UNKNOWN: {SECOND} does not lie beside this script" in ran.stdout


def test_the_same_bundle_made_honestly_holds_and_names_both(tmp_path: Path, judge: Session):
    own = judge.keys.signer
    content = with_cover(judge, own, function=UserRole.INVESTIGATING_JUDGE)
    forged = Forged(content=content, signer=own, release=lambda pages: honest(judge, pages))

    file = forged.file(root_certificate(judge.office_record))

    found = check_pdf(file, trusted_roots=[root_certificate(judge.office_record)])
    assert verdict(found) is Standing.HOLDS, [each for each in found if each.standing is not Standing.HOLDS]
    (said,) = [each.values for each in found if each.code == "released-with"]
    assert (said["name"], said["second"], said["function"]) == (
        JUDGE,
        CUSTODIAN,
        UserRole.EVIDENCE_CUSTODIAN,
    )
    code, told = by_script(file, judge, tmp_path)
    assert code == 0, told
    assert f"Released by {JUDGE} with the approval of {CUSTODIAN}, EVIDENCE_CUSTODIAN" in told
