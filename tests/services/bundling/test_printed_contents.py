"""Content of files under the sheets of their exhibits: only what was chosen, and what may leave."""

import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.bundling.test_masked_copies import added, kept
from tests.services.bundling.test_masked_texts import NAME, TEXT, mask_words
from tests.services.bundling.test_record_digests import attached
from tests.services.bundling.test_versions import drawn_up
from tests.support.leaks import leaks, readable
from tests.support.looked import MAIL, PACKED_WARC, WHATSAPP, book_of, zip_of
from tests.support.offices import IDENTITY, Small, act
from tests.support.packages import Sending, opened, recorded
from tests.support.second_person import ALONE
from tests.support.strangers import checked_by_script
from tests.support.transfers import AT_HOME
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.printed_content import NotPrinted, PrintedContent, PrintedFile, PrintedForm
from thb_desktop.domain.record import Record
from thb_desktop.domain.vocabulary import BarKind, CustodyAction
from thb_desktop.errors import ContentNotPrintedError, IdentityInBundleError, WordsLeftError
from thb_desktop.findings import Standing, verdict
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.report import attachments
from thb_desktop.services.bundling import bundles
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, leaving
from thb_desktop.services.office import consultations
from thb_desktop.vault.tables import registry
from thb_desktop.verify.package import check_package
from thb_desktop.verify.pdf import check_pdf

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)

LINES = "".join(f"line {number} of the note\r\n" for number in range(1, 201))


def options(**changes: object) -> bundles.BundleOptions:
    asked = bundles.BundleOptions(
        languages=("fr",),
        purpose="Execution of EIO-1",
        recipient="DIICOT",
        interview_ids=(),
        released_with=ALONE,
        transfer=AT_HOME,
    )
    return replace(asked, **changes)  # type: ignore[arg-type]


def prepared(
    session: Session, small: Small, *files: ExhibitFile, **changes: object
) -> bundles.PreparedBundle:
    chosen = tuple(each.exhibit_id for each in files)
    return bundles.prepare_bundle(session, small.case.id, options(contents=chosen, **changes))


def printed_of(made: bundles.PreparedBundle) -> PrintedFile:
    ((file,),) = (each.files for each in made.content.printed)
    return file


def words_of(pdf: bytes) -> str:
    ran = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(ran.stdout.decode().split())


def stated(made: bundles.PreparedBundle) -> dict[str, object]:
    case = json.loads(attached(made.pdf)["case/case.json"])
    assert case["bundle"]["contents"] == [each["exhibit"] for each in case["contents"]]
    ((file,),) = (each["files"] for each in case["contents"])
    return file  # type: ignore[no-any-return]


def consulted(session: Session) -> set[str]:
    return {each.subject for each in consultations.list_consultations(session) if each.kind == Consulted.FILE}


def test_the_first_lines_of_a_text_are_printed_and_the_rest_is_counted(session: Session, small: Small):
    file = added(session, small, LINES.encode(), name="note.txt")

    made = prepared(session, small, file)

    words, told = words_of(made.pdf), stated(made)
    assert "line 120 of the note" in words
    assert "line 121 of the note" not in words
    assert "note.txt" in words
    assert (told["form"], told["shown"], told["left_out"]) == ("TEXT", 120, 80)
    assert told["sha256"] == file.sha256 == hashlib.sha256(LINES.encode()).hexdigest()
    first = "".join(f"{line}\n" for line in LINES.splitlines()[:120])
    assert told["words_sha256"] == hashlib.sha256(first.encode()).hexdigest()
    assert "80" in words


@pytest.mark.parametrize(
    "case",
    [
        ("chat.txt", WHATSAPP, PrintedForm.CONVERSATION, ("Ion Bălan", "hello: there", "second line", "1")),
        ("pay.csv", b"a,b\n1,2\n3,4\n", PrintedForm.TABLE, ("A", "B", "3", "4")),
        (
            "pay.xlsx",
            book_of('<row r="1"><c r="A1"><v>7</v></c><c r="B1"><v>8</v></c></row>'),
            PrintedForm.TABLE,
            ("Pay", "7", "8", "1"),
        ),
        ("a.eml", MAIL, PrintedForm.MAIL, ("ion@example.org", "Plată", "Bună", "ziua", "2")),
        ("page.html", b"<html><body><p>first<br>words</p></body></html>", PrintedForm.TEXT, ("words",)),
        (
            "a.warc.gz",
            PACKED_WARC,
            PrintedForm.CAPTURE,
            ("https://a.example/", "2026-11-27T01:02:03Z", "first page"),
        ),
    ],
    ids=lambda case: case[0],
)
def test_each_form_is_printed_as_what_it_is(
    session: Session, small: Small, case: tuple[str, bytes, PrintedForm, tuple[str, ...]]
):
    name, data, form, expected = case
    file = added(session, small, data, name=name)

    made = prepared(session, small, file)

    found = printed_of(made)
    assert (found.form, found.left_out) == (form, 0)
    words = words_of(made.pdf)
    assert [each for each in expected if each not in words] == []


@pytest.mark.parametrize(
    ("data", "why"),
    [(zip_of({"a.txt": b"within"}), NotPrinted.FORM), (b"\x00\x01\x02" * 50, NotPrinted.FORM)],
)
def test_what_has_no_words_is_named_and_said_not_to_be_printed(
    session: Session, small: Small, data: bytes, why: NotPrinted
):
    file = added(session, small, data, name="a.bin")

    told = stated(prepared(session, small, file))

    assert (told["form"], told["why"], told["shown"]) == ("NOTHING", why.value, 0)
    assert told["sha256"] == file.sha256


def test_a_hostile_text_is_written_out_and_a_long_one_is_cut(session: Session, small: Small):
    file = added(session, small, f"pay \u202e001\n{'x' * 5000}\n".encode(), name="a.txt")

    found = printed_of(prepared(session, small, file))

    assert found.lines[0] == "pay ⟦U+202E⟧001"
    assert len(found.lines[1]) < 1300
    assert (found.shortened, found.left_out) == (1, 0)


def test_nothing_is_read_that_nobody_chose(session: Session, small: Small):
    chosen = added(session, small, b"words of the first", name="a.txt")
    other = added(session, small, b"words of the second", name="b.txt")

    made = prepared(session, small, chosen)
    none = bundles.prepare_bundle(session, small.case.id, options())

    words = words_of(made.pdf)
    assert "words of the first" in words
    assert "words of the second" not in words
    assert "words of the" not in words_of(none.pdf)
    assert none.content.printed == ()
    assert consulted(session) & {chosen.id, other.id} == {chosen.id}


def test_the_vault_is_not_asked_while_files_are_read(session: Session, small: Small):
    file = added(session, small, b"words", name="a.txt")
    asked = options(contents=(file.exhibit_id,))
    content = bundles.gather_bundle(session, small.case.id, asked)
    reading = bundles.contents_to_print(session, content, asked)
    stopped: list[int] = []

    session.vault.connection.set_authorizer(lambda *_: 1)  # the database refuses every statement
    try:
        read = reading.read(content, lambda: stopped.append(1))
    finally:
        session.vault.connection.set_authorizer(None)

    assert [file.lines for each in read.printed for file in each.files] == [("words",)]
    assert stopped == [1]


def test_only_the_first_files_of_an_exhibit_are_read(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("thb_desktop.services.bundling.printed_contents.MOST_FILES", 0)
    file = added(session, small, b"words", name="a.txt")

    (found,) = prepared(session, small, file).content.printed

    assert (found.files, found.files_left) == ((), 1)


@pytest.mark.requirement("SR-36")
def test_material_that_must_not_leave_is_refused(session: Session, small: Small):
    file = added(session, small, b"words", name="a.txt")
    leaving.bar_exhibit(session, file.exhibit_id, BarKind.ABUSE_MATERIAL, "Seen today")

    with pytest.raises(ContentNotPrintedError) as refusal:
        prepared(session, small, file)

    assert refusal.value.code == "content-not-printed"
    assert "E-1" in str(refusal.value)


def test_erased_content_and_an_exhibit_outside_the_bundle_are_refused(session: Session, small: Small):
    file = added(session, small, b"words", name="a.txt")
    other = added(session, small, b"other words", name="b.txt")

    with pytest.raises(ContentNotPrintedError):
        prepared(session, small, file, exhibit_ids=(other.exhibit_id,))

    custody.record_custody_event(session, file.exhibit_id, act(CustodyAction.ERASED), second=ALONE)
    with pytest.raises(ContentNotPrintedError):
        prepared(session, small, file)


def test_a_bar_after_the_pages_were_laid_out_keeps_them_from_being_signed(
    session: Session, small: Small, tmp_path: Path
):
    file = added(session, small, b"words", name="a.txt")
    made = prepared(session, small, file)
    leaving.bar_exhibit(session, file.exhibit_id, BarKind.ABUSE_MATERIAL, "Seen today")

    with pytest.raises(ContentNotPrintedError):
        bundles.sign_bundle(session, made, tmp_path / "a.pdf", second=ALONE)

    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.requirement("SR-36")
def test_of_a_masked_file_the_copy_is_printed(session: Session, small: Small):
    file = added(session, small, TEXT.encode(), name=f"chat of {NAME}.txt")
    added(session, small, b"Nothing of note", name="other.txt")
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, TEXT, NAME)

    with pytest.raises(ContentNotPrintedError):
        prepared(session, small, file, disclosure_id=version.id)

    copy = kept(session, version, file)
    made = prepared(session, small, file, disclosure_id=version.id)
    (found,) = made.content.printed
    assert found.exhibit_id == copy.exhibit_id
    words = words_of(made.pdf)
    assert "I am at the station" in words
    assert leaks([NAME, "Zenobia", file.sha256], readable(made.pdf)) == []


@pytest.mark.requirement("SR-36")
def test_masked_words_in_another_file_refuse_the_print(session: Session, small: Small):
    file = added(session, small, TEXT.encode(), name="chat.txt")
    other = added(session, small, f"Seen with {NAME.upper()}".encode(), name="note.txt")
    version = drawn_up(session, small, interview_ids=())
    mask_words(session, version, file, TEXT, NAME)
    kept(session, version, file)

    with pytest.raises(WordsLeftError) as refusal:
        prepared(session, small, other, disclosure_id=version.id)

    assert refusal.value.places == ("E-2",)


@pytest.mark.requirement("SR-36")
def test_a_sealed_identity_in_a_file_refuses_the_bundle(session: Session, small: Small):
    file = added(session, small, f"Paid to {IDENTITY.name} today".encode(), name="note.txt")

    bundles.prepare_bundle(session, small.case.id, options())
    with pytest.raises(IdentityInBundleError) as refusal:
        prepared(session, small, file)

    assert "note.txt" in {place for place, _ in refusal.value.places}
    assert IDENTITY.name not in str(refusal.value)


def test_a_bundle_with_contents_is_signed_valid_and_recorded(session: Session, small: Small, tmp_path: Path):
    file = added(session, small, WHATSAPP, name="chat.txt")
    made = prepared(session, small, file)

    target = tmp_path / "a.pdf"
    bundle = bundles.sign_bundle(session, made, target, second=ALONE)

    kept_row = registry.BUNDLE.find(session.read, bundle.id)
    assert kept_row is not None
    assert kept_row.contents == (file.exhibit_id,)
    root = root_certificate(session.office_record)
    assert verdict(check_pdf(target.read_bytes(), trusted_roots=[root])) is not Standing.BROKEN
    assert checked_by_script(target.read_bytes(), root, tmp_path)[0] == 0


@pytest.mark.parametrize(
    "case",
    [
        ({}, {"printed-of-files"}, {"package-printed-words.same"}),
        ({"sha256": "0" * 64}, {"printed-other-file"}, {"package-printed-other"}),
        ({"words_sha256": "0" * 64}, {"printed-of-files"}, {"package-printed-words.other"}),
        ({"shown": 119}, {"printed-of-files"}, {"package-printed-words.other"}),
        ({"exhibit": "E-99"}, {"printed-other-exhibits", "printed-other-file"}, set[str]()),
    ],
)
def test_stated_content_that_is_not_of_the_files_is_found(
    session: Session,
    small: Small,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    case: tuple[dict[str, object], set[str], set[str]],
):
    """An office that states something else signs it nevertheless: it leaves out its own check."""
    change, bundle, package = case
    file = added(session, small, LINES.encode(), name="note.txt")
    addressee, office = recorded(session, tmp_path)
    honest = attachments._printed

    def altered(content: PrintedContent) -> Record:
        told = honest(content)
        (one,) = told["files"]
        return {**told, "exhibit": change.get("exhibit", told["exhibit"]), "files": [
            {name: change.get(name, value) for name, value in one.items()}
        ]}  # fmt: skip

    monkeypatch.setattr(attachments, "_printed", altered)
    monkeypatch.setattr(bundles, "check_signed", lambda *_, **__: ())
    made = prepared(session, small, file)
    target = tmp_path / "bundle.pdf"
    bundles.sign_bundle(session, made, target, second=ALONE)
    desk = Sending(session=session, addressee=addressee, office=office, bundle=target, place=tmp_path)
    desk.made(tmp_path / "sent")

    found = check_pdf(target)
    with opened(tmp_path / "sent", tmp_path / "package.asice", addressee).open("rb") as container:
        told = check_package(container)

    assert {each.key for each in found if each.key.startswith("printed-")} == bundle
    assert {each.key for each in told if each.key.startswith("package-printed-")} == package
    assert (verdict(found) is Standing.BROKEN) is ("printed-of-files" not in bundle)
