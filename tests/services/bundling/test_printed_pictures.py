"""Pictures and first pages of documents under the sheets of their exhibits, drawn by a confined process."""

import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path

import page
import pikepdf
import pytest
from PIL import Image

from tests.services.bundling.test_masked_copies import added, kept, mask
from tests.services.bundling.test_printed_contents import prepared, words_of
from tests.services.bundling.test_record_digests import attached
from tests.services.bundling.test_versions import drawn_up
from tests.support.documents import pdf_of
from tests.support.hiding import drawn_name, jpeg_that_tells
from tests.support.leaks import leaks
from tests.support.looked import RECORDS, answer_of, record_of
from tests.support.offices import IDENTITY, Small
from tests.support.second_person import ALONE
from tests.support.strangers import checked_by_script
from thb_desktop.domain.printed_content import NotPrinted, PrintedContent, PrintedForm
from thb_desktop.domain.record import Record
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.errors import ContentNotPrintedError, IdentityInBundleError, NotSearchedError
from thb_desktop.findings import Standing, verdict
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.report import attachments
from thb_desktop.report.reduced import LONGEST, reduced
from thb_desktop.report.style import PORTRAIT
from thb_desktop.report.words import words_in
from thb_desktop.services.bundling import bundles
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import leaving
from thb_desktop.verify.pdf import check_pdf

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)

PAGES = [[f"page {number} of the contract"] for number in range(1, 7)]


def png_of(size: tuple[int, int] = (300, 200), colour: tuple[int, int, int] = (30, 90, 60)) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, colour).save(target, "PNG")
    return target.getvalue()


def pictures_in(pdf: bytes) -> list[tuple[bytes, dict[str, object]]]:
    """The pictures of a document as they are stored, and their entries."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        streams = [each for each in opened.objects if isinstance(each, pikepdf.Stream)]
        found = [each for each in streams if each.get("/Subtype") == "/Image"]
        return [(each.read_raw_bytes(), {name: str(each[name]) for name in each}) for each in found]


def figures_in(pdf: bytes) -> list[tuple[str, list[float]]]:
    """What stands for each picture, and its box."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        figures = (
            each
            for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        )
        return [(str(each.Alt), [float(side) for side in each.A.BBox]) for each in figures]


@pytest.mark.requirement("SR-34")
@pytest.mark.requirement("SR-36")
def test_pictures_and_first_pages_stand_in_a_signed_archive_document(
    session: Session, small: Small, tmp_path: Path
):
    name = drawn_name(3)
    photo = added(session, small, jpeg_that_tells(name), name="room.jpg")
    contract = added(session, small, pdf_of(PAGES), name="contract.pdf")
    stamp = added(session, small, png_of(), name="stamp.png")

    made = prepared(session, small, photo, contract, stamp, unsearched_because="The court sees them")

    files = [file for each in made.content.printed for file in each.files]
    assert [file.form for file in files] == [PrintedForm.PICTURE, PrintedForm.PAGES, PrintedForm.PICTURE]
    assert [(file.shown, file.left_out) for file in files] == [(1, 0), (4, 2), (1, 0)]
    found = pictures_in(made.pdf)
    assert len(found) == 6
    assert {told["/ColorSpace"] for _, told in found} == {"/DeviceRGB"}
    printed = {one.sha256 for file in files for one in file.pictures}
    assert {hashlib.sha256(data).hexdigest() for data, _ in found} == printed
    assert leaks([name, *name.split()], {str(at): data for at, (data, _) in enumerate(found)}) == []
    assert [Image.open(io.BytesIO(data)).getexif() for data, _ in found] == [{}] * 6
    alternates = [words for words, _ in figures_in(made.pdf)]
    outside = [
        words
        for words, (left, bottom, right, top) in figures_in(made.pdf)
        if not (PORTRAIT.left <= left < right <= PORTRAIT.right + 1)
        or not (PORTRAIT.bottom <= bottom < top <= PORTRAIT.top)
    ]
    assert outside == []
    assert "fichier room.jpg, page 1 sur 1" in alternates[0]
    assert "fichier contract.pdf, page 4 sur 6" in alternates[4]
    words = words_of(made.pdf)
    assert words.count("les noms n'ont pas été recherchés dans ce que montre une image") == 3
    assert "Page 4 sur 6 du fichier" in words
    assert "page 1 of the contract" not in words

    target = tmp_path / "a.pdf"
    bundles.sign_bundle(session, made, target, second=ALONE)
    signed = target.read_bytes()
    root = root_certificate(session.office_record)
    assert verdict(check_pdf(signed, trusted_roots=[root])) is not Standing.BROKEN
    assert checked_by_script(signed, root, tmp_path)[0] == 0
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf(str(target), profile=profile)
        assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    subprocess.run(["qpdf", "--check", target], check=True, capture_output=True)


@pytest.mark.requirement("SR-36")
def test_a_picture_under_the_name_of_a_text_is_unsearched_and_a_text_under_that_of_a_picture_is_not(
    session: Session, small: Small, tmp_path: Path
):
    picture = added(session, small, png_of(), name="note.txt")
    text = added(session, small, b"Nothing of note", name="room.jpg")

    made = [prepared(session, small, each) for each in (picture, text)]

    with pytest.raises(NotSearchedError):
        bundles.sign_bundle(session, made[0], tmp_path / "picture.pdf", second=ALONE)
    bundles.sign_bundle(session, made[1], tmp_path / "text.pdf", second=ALONE)
    assert [each.content.printed[0].files[0].form for each in made] == [PrintedForm.PICTURE, PrintedForm.TEXT]


def test_a_capture_without_words_says_nothing_of_lines_or_a_page(session: Session, small: Small):
    picture = record_of("response", "https://a.example/1.png", answer_of(png_of(), kind="image/png"))
    capture = added(session, small, picture, name="a.warc")

    made = prepared(session, small, capture, unsearched_because="The court sees them")

    ((file,),) = (each.files for each in made.content.printed)
    assert (file.form, file.part, len(file.pictures)) == (PrintedForm.CAPTURE, "", 1)
    words, told = words_of(made.pdf), words_in("fr").printed
    begins = [
        " ".join(each.partition("{")[0].split()) for each in (told.captured_pictures, told.lines, told.page)
    ]
    assert all(begins)
    assert [each in words for each in begins] == [True, False, False]


@pytest.mark.requirement("SR-36")
def test_pictures_within_a_capture_stand_below_its_words(session: Session, small: Small, tmp_path: Path):
    """One is damaged, one an ornament; a fifth is left out and counted."""
    pictures = [b"no picture", png_of((40, 10)), *(png_of((200 + at, 100)) for at in range(5))]
    records = [
        record_of("response", f"https://a.example/{at}.png", answer_of(data, kind="image/png"))
        for at, data in enumerate(pictures)
    ]
    capture = added(session, small, b"".join((*RECORDS, *records)), name="a.warc")

    made = prepared(session, small, capture, unsearched_because="The court sees them")

    ((file,),) = (each.files for each in made.content.printed)
    assert file.form is PrintedForm.CAPTURE
    assert [one.width for one in file.pictures] == [200, 201, 202, 203]
    assert [one.name for one in file.pictures] == [f"https://a.example/{at}.png" for at in range(2, 6)]
    assert file.parts_left == len(RECORDS) + len(records) - 1 - 4
    printed = {one.sha256 for one in file.pictures}
    assert {hashlib.sha256(data).hexdigest() for data, _ in pictures_in(made.pdf)} == printed
    words = words_of(made.pdf)
    assert "first page" in words
    assert "telle que ce programme la dessine" in words
    assert "not-searched.pixels" in {each.key for each in made.findings}
    target = tmp_path / "a.pdf"
    bundles.sign_bundle(session, made, target, second=ALONE)
    root = root_certificate(session.office_record)
    assert verdict(check_pdf(target.read_bytes(), trusted_roots=[root])) is not Standing.BROKEN


@pytest.mark.requirement("SR-36")
def test_the_text_of_a_printed_page_is_searched_and_its_picture_is_said_not_to_be(
    session: Session, small: Small, tmp_path: Path
):
    told = added(session, small, pdf_of([[f"Paid to {IDENTITY.name} today"]]), name="paid.pdf")
    stamp = added(session, small, png_of(), name="stamp.png")

    with pytest.raises(IdentityInBundleError) as refusal:
        prepared(session, small, told)
    made = prepared(session, small, stamp)

    assert "paid.pdf" in {place for place, _ in refusal.value.places}
    assert IDENTITY.name not in str(refusal.value)
    (unread,) = (each for each in made.findings if each.code == "not-searched")
    assert unread.key == "not-searched.pixels"
    assert unread.values["numbers"] == tuple(each.number for each in made.content.printed)
    with pytest.raises(NotSearchedError):
        bundles.sign_bundle(session, made, tmp_path / "a.pdf", second=ALONE)


@pytest.mark.requirement("SR-36")
def test_of_a_masked_picture_the_copy_is_printed_and_barred_material_never(session: Session, small: Small):
    file = added(session, small, png_of((400, 400), (250, 250, 250)), name="face.png")
    version = drawn_up(session, small, interview_ids=())
    mask(session, version, file, (0, 0, 500, 500))

    with pytest.raises(ContentNotPrintedError):
        prepared(session, small, file, disclosure_id=version.id)

    copy = kept(session, version, file)
    ((data, _),) = pictures_in(prepared(session, small, file, disclosure_id=version.id).pdf)
    seen = Image.open(io.BytesIO(data)).convert("L")
    assert (seen.getpixel((50, 50)), seen.getpixel((350, 350))) == (0, 250)

    leaving.bar_exhibit(session, copy.exhibit_id, BarKind.ABUSE_MATERIAL, "Seen today")
    with pytest.raises(ContentNotPrintedError):
        prepared(session, small, file, disclosure_id=version.id)


def test_what_cannot_be_drawn_and_what_is_too_much_is_named_and_said_not_to_be_printed(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("thb_desktop.services.bundling.printed_contents.MOST_PICTURED", 1)
    made = prepared(
        session,
        small,
        added(session, small, png_of()[:60], name="broken.png"),
        added(session, small, pdf_of(PAGES, password="open it"), name="locked.pdf"),
        added(session, small, png_of(), name="first.png"),
        added(session, small, png_of(), name="second.png"),
    )

    files = [file for each in made.content.printed for file in each.files]
    assert [file.why for file in files] == [NotPrinted.DAMAGED, NotPrinted.LOCKED, None, NotPrinted.TOO_MANY]
    told = json.loads(attached(made.pdf)["case/case.json"])["contents"]
    assert [len(each["files"][0]["pictures"]) for each in told] == [0, 0, 1, 0]
    assert told[0]["files"][0]["why"] == "DAMAGED"
    assert len(pictures_in(made.pdf)) == 1


def test_a_picture_is_reduced_and_never_enlarged():
    wide = reduced(2000, 500, bytes(3 * 2000 * 500))
    little = reduced(20, 30, bytes(3 * 20 * 30))

    assert (wide[:2], little[:2]) == ((LONGEST, 400), (20, 30))
    assert Image.open(io.BytesIO(wide[2])).format == "JPEG"


@pytest.mark.parametrize("stated", [[], [{"sha256": "0" * 64}]])
def test_another_picture_than_is_stated_is_found(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch, stated: list[Record]
):
    """An office that states something else signs it nevertheless: it leaves out its own check."""
    honest = attachments._printed
    photo = added(session, small, png_of(), name="room.png")
    made = prepared(session, small, photo, unsearched_because="The court sees it")
    keys = {each.key for each in check_pdf(made.pdf)}

    def altered(content: PrintedContent) -> Record:
        told = honest(content)
        return {**told, "files": [{**one, "pictures": stated} for one in told["files"]]}

    monkeypatch.setattr(attachments, "_printed", altered)
    other = prepared(session, small, photo, unsearched_because="The court sees it")

    assert "printed-other-picture" not in keys
    assert "printed-other-picture" in {each.key for each in check_pdf(other.pdf)}
