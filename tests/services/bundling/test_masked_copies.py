"""Masked copies: what is masked in a file is in no byte of its copy, and the copy leaves in its place."""

import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from tests.services.bundling.test_record_digests import attached, found
from tests.services.bundling.test_versions import ORDER, drawn_up, printed
from tests.support.documents import pdf_of
from tests.support.hiding import FACE, drawn_name, jpeg_that_tells, pdf_that_tells, png_that_tells
from tests.support.leaks import leaks
from tests.support.offices import Small, registered
from tests.support.sampled import few
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.disclosure import Disclosure, Redaction
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import FileId
from thb_desktop.domain.masked_copy import MaskedCopy
from thb_desktop.domain.redaction_marks import LIST
from thb_desktop.domain.vocabulary import BarKind, CustodyAction, ExhibitKind, Originality
from thb_desktop.errors import (
    CopyCompleteError,
    CopyStaleError,
    DocumentFormError,
    DocumentIsRecordingError,
    DocumentUnreadableError,
    MaterialNotShownError,
    NotFoundError,
    NothingMaskedError,
    PageMissingError,
    RedactionPlaceError,
    ThbError,
)
from thb_desktop.findings import Standing
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.texts.looking import texts_in
from thb_desktop.services.bundling import disclosures, masked_copies, redactions, versions
from thb_desktop.services.bundling.copy_making import LaidCopy, lay_out_copy, titles_of
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibit_files, leaving
from thb_desktop.vault.tables import registry

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)


def added(session: Session, small: Small, data: bytes, name: str = "file of Zenobia.jpg") -> ExhibitFile:
    count = len(registry.EXHIBIT.where(session.read, "case_id", small.case.id))
    exhibit = registered(session, small, number=f"E-{count + 1}")
    return exhibit_files.add_file(
        session, exhibit.id, source=io.BytesIO(data), name=name, media_type="application/octet-stream"
    )


def mask(
    session: Session, version: Disclosure, file: ExhibitFile, rectangle: tuple[int, ...] = FACE, page: int = 1
) -> Redaction:
    anchor = Anchor.of_page(file.id, file.sha256, page, rectangle=rectangle)
    return redactions.redact_content(session, version.id, anchor, ORDER)


def laid(session: Session, version: Disclosure, file: ExhibitFile) -> LaidCopy:
    return lay_out_copy(masked_copies.gather_copy(session, version.id, file.id))


def kept(session: Session, version: Disclosure, file: ExhibitFile) -> MaskedCopy:
    return masked_copies.keep_copy(session, laid(session, version, file))


def places_in(copy: LaidCopy, folder: Path) -> dict[str, bytes]:
    """All that this program and others read in a copy, by its place."""
    path = folder / f"copy{copy.suffix}"
    path.write_bytes(copy.data)
    texts = texts_in(io.BytesIO(copy.data))
    found = {"file": copy.data, "text: read": json.dumps(texts.told(), ensure_ascii=False).encode()}
    if copy.suffix == ".pdf":
        for name, command in (
            ("drawn", ("pdftotext", "-enc", "UTF-8", path, "-")),
            ("properties", ("pdfinfo", path)),
            ("files", ("pdfdetach", "-list", path)),
            ("pictures", ("pdfimages", "-list", path)),
        ):
            found[f"text: {name}"] = subprocess.run(command, capture_output=True, check=True).stdout
        inflated = subprocess.run(("qpdf", "--qdf", path, "-"), capture_output=True, check=True).stdout
        found["inflated"] = inflated
    return found


@pytest.mark.requirement("SR-36")
@pytest.mark.parametrize("seed", few(range(6), 2))
@pytest.mark.parametrize("make", [jpeg_that_tells, png_that_tells, pdf_that_tells])
def test_a_name_is_in_no_byte_of_a_copy_wherever_the_file_hides_it(
    session: Session, small: Small, tmp_path: Path, make, seed: int
):
    name = drawn_name(seed)
    data = make(name)
    file = added(session, small, data, name=f"{name}.bin")
    version = drawn_up(session, small, interview_ids=())
    mask(session, version, file)

    copy = laid(session, version, file)

    told = texts_in(io.BytesIO(data)).told()
    assert leaks([name], {"file": data, "text: read": json.dumps(told, ensure_ascii=False).encode()})
    words = [name, *name.split()]
    assert leaks(words, places_in(copy, tmp_path)) == []


def test_a_picture_is_turned_as_its_camera_says_and_the_place_alone_is_black(
    session: Session, small: Small, tmp_path: Path
):
    file = added(session, small, jpeg_that_tells("Zenobia"))
    version = drawn_up(session, small, interview_ids=())
    mask(session, version, file)

    copy = laid(session, version, file)

    with Image.open(io.BytesIO(copy.data)) as image:
        assert image.format == "JPEG"
        assert not image.getexif()
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        inside = image.crop((230, 245, 670, 355))
        assert max(high for _, high in inside.getextrema()) <= 4
        red, green, _ = image.getpixel((22, 300))
        assert (red > 150, green < 90) == (True, True)
        assert image.size == (900, 600)


def test_a_copy_is_named_as_its_language_writes_it():
    assert titles_of("E-1", "fr") == (("fr", "Version occultée\u00a0: E-1"), ("en", "Redacted version: E-1"))


def test_a_png_has_its_pixels_and_nothing_else(session: Session, small: Small):
    file = added(session, small, png_that_tells("Zenobia"))
    version = drawn_up(session, small, interview_ids=())
    mask(session, version, file)

    copy = laid(session, version, file)

    kinds, place = set[bytes](), 8
    while place < len(copy.data):
        kinds.add(copy.data[place + 4 : place + 8])
        place += 12 + int.from_bytes(copy.data[place : place + 4], "big")
    assert kinds == {b"IHDR", b"IDAT", b"IEND"}


def test_a_page_is_a_picture_and_the_line_below_says_what_it_is(
    session: Session, small: Small, tmp_path: Path
):
    file = added(session, small, pdf_that_tells("Zenobia", pages=3))
    version = drawn_up(session, small, interview_ids=())
    mask(session, version, file, page=2)
    mask(session, version, file, (), page=3)

    copy = laid(session, version, file)

    (tmp_path / "copy.pdf").write_bytes(copy.data)
    number = registry.EXHIBIT.find(session.read, file.exhibit_id).number
    text = subprocess.run(("pdftotext", tmp_path / "copy.pdf", "-"), capture_output=True, check=True).stdout
    lines = [each for each in text.decode().replace("\f", "\n").split("\n") if each]
    assert lines == [f"Version occultée : {number}, {page} / 3, SHA-256 {file.sha256}" for page in (1, 2, 3)]
    subprocess.run(("qpdf", "--check", tmp_path / "copy.pdf"), capture_output=True, check=True)
    subprocess.run(("pdftoppm", "-r", "72", tmp_path / "copy.pdf", tmp_path / "page"), check=True)
    whole, place, dark = (Image.open(tmp_path / f"page-{page}.ppm").convert("L") for page in (1, 2, 3))
    box = (170, 350, 440, 490)
    assert whole.crop(box).getextrema()[0] < 100 < whole.crop(box).getextrema()[1]
    assert place.crop(box).getextrema()[1] <= 8
    assert place.crop((0, 0, 595, 120)).getextrema() != (0, 0)
    assert dark.crop((5, 5, 590, 830)).getextrema()[1] <= 8


def test_a_copy_is_a_derived_exhibit_with_the_custody_of_both(session: Session, small: Small):
    file = added(session, small, png_that_tells("Zenobia"))
    version = drawn_up(session, small, interview_ids=())
    redaction = mask(session, version, file)

    made = kept(session, version, file)

    whole = registry.EXHIBIT.find(session.read, file.exhibit_id)
    derived = registry.EXHIBIT.find(session.read, made.exhibit_id)
    assert (derived.kind, derived.originality) == (ExhibitKind.COPY, Originality.REDACTED_VERSION)
    assert (derived.parent_id, derived.root_id, derived.number) == (whole.id, whole.id, f"{whole.number}-M1")
    assert made.redaction_ids == (redaction.id,)
    first, *_ = custody.list_events(session, derived.id)
    last = custody.list_events(session, whole.id)[-1]
    own = registry.EXHIBIT_FILE.find(session.read, made.copy_id)
    assert (first.action, last.action) == (CustodyAction.COPIED, CustodyAction.REDACTED)
    assert (first.sha256, last.sha256) == (own.sha256, "")
    assert last.reason == "THIRD_PARTY: Investigating judge K. Maes"
    assert own.name == f"{derived.number}.png"
    with exhibit_files.open_file(session, own.id) as stored:
        assert stored.read()[:4] == b"\x89PNG"


def test_the_bundle_has_the_copy_and_its_list_names_it(session: Session, small: Small):
    file = added(session, small, png_that_tells("Zenobia"), name="a.png")
    version = drawn_up(session, small, interview_ids=())
    mask(session, version, file)
    made = kept(session, version, file)
    derived = registry.EXHIBIT.find(session.read, made.exhibit_id)

    files = attached(printed(session, small, version))

    assert Standing.BROKEN not in found(files).values()
    told = json.loads(files[LIST])
    assert [(each["place"], each["copy"]) for each in told["redactions"]] == [("files/1 / 1", derived.number)]
    assert {each["number"]: each["completeness"] for each in told["quality"]}[derived.number] == "REDACTED"
    assert f"records/exhibit-{derived.number}.jsonl" in files
    assert told["scope"] == []


def test_a_changed_rectangle_makes_another_copy_and_supersedes_the_first(session: Session, small: Small):
    file = added(session, small, png_that_tells("Zenobia"))
    version = drawn_up(session, small, interview_ids=())
    wrong = mask(session, version, file, (0, 0, 100, 100))
    first = kept(session, version, file)
    state = versions.state_of_version(session, version.id)
    redactions.withdraw_redaction(session, wrong.id, "The wrong place")
    mask(session, version, file)
    assert masked_copies.copies_in(session.read, version.id) == {}

    between = versions.state_of_version(session, version.id)
    second = kept(session, version, file)

    assert len({state, between, versions.state_of_version(session, version.id)}) == 3
    assert masked_copies.copies_in(session.read, version.id) == {file.id: second}
    listed = [(each.copy.id, each.counts) for each in masked_copies.list_copies(session, version.id)]
    assert listed == [(first.id, False), (second.id, True)]
    files = attached(printed(session, small, version))
    numbers = {registry.EXHIBIT.find(session.read, each.exhibit_id).number for each in (first, second)}
    there = {number for number in numbers if f"records/exhibit-{number}.jsonl" in files}
    assert there == {registry.EXHIBIT.find(session.read, second.exhibit_id).number}


def test_a_copy_that_was_laid_out_before_a_change_is_not_kept(session: Session, small: Small):
    file = added(session, small, png_that_tells("Zenobia"))
    version = drawn_up(session, small, interview_ids=())
    mask(session, version, file, (0, 0, 100, 100))
    copy = laid(session, version, file)
    mask(session, version, file)
    before = {*session.vault.content.object_ids()}

    with pytest.raises(CopyStaleError):
        masked_copies.keep_copy(session, copy)

    assert {*session.vault.content.object_ids()} == before


def test_a_file_with_nothing_on_its_face_is_copied_without_its_metadata(
    session: Session, small: Small, tmp_path: Path
):
    file = added(session, small, jpeg_that_tells("Zenobia"))
    version = drawn_up(session, small, interview_ids=())

    redactions.redact_metadata(session, version.id, file.id, ORDER)

    copy = laid(session, version, file)
    assert leaks(["Zenobia"], places_in(copy, tmp_path)) == []
    with Image.open(io.BytesIO(copy.data)) as image:
        assert image.crop((230, 245, 670, 355)).getextrema()[0][1] > 200
    kept(session, version, file)
    files = attached(printed(session, small, version))
    told = json.loads(files[LIST])["redactions"]
    assert [(each["field"], each["place"]) for each in told] == [
        ("metadata", "files/1 / metadata"),
        ("name", "files/1"),
    ]
    assert Standing.BROKEN not in found(files).values()
    assert not any(b"Zenobia" in data for data in files.values())
    with pytest.raises(RedactionPlaceError):
        redactions.redact_metadata(session, version.id, file.id, ORDER)


def test_what_cannot_be_copied_is_refused_with_the_reason(session: Session, small: Small):
    text = added(session, small, b"Zenobia", name="a.txt")
    other = added(session, small, b"Zenobia said", name="b.txt")
    page = added(session, small, pdf_of(), name="c.pdf")
    sound = added(session, small, b"ID3" + bytes(100), name="d.mp3")
    late = added(session, small, b"Another", name="e.txt")
    chosen = tuple(each.exhibit_id for each in (text, page, sound))
    version = drawn_up(session, small, interview_ids=(), exhibit_ids=chosen)
    with pytest.raises(NothingMaskedError):
        masked_copies.gather_copy(session, version.id, text.id)
    for file in (other, late):
        with pytest.raises(NotFoundError):
            masked_copies.gather_copy(session, version.id, file.id)
    mask(session, version, text)
    with pytest.raises(DocumentFormError):
        laid(session, version, text)
    mask(session, version, page, page=9)
    with pytest.raises(PageMissingError):
        laid(session, version, page)
    redactions.redact_content(session, version.id, Anchor.of_time(sound.id, sound.sha256, 0, 900), ORDER)
    with pytest.raises(DocumentIsRecordingError):
        masked_copies.gather_copy(session, version.id, sound.id)


def test_abuse_material_is_neither_drawn_nor_copied(session: Session, small: Small):
    file = added(session, small, png_that_tells("Zenobia"))
    version = drawn_up(session, small, interview_ids=())
    mask(session, version, file)
    copy = laid(session, version, file)
    leaving.bar_exhibit(session, file.exhibit_id, BarKind.ABUSE_MATERIAL, "Found so")

    for act in (masked_copies.gather_copy, masked_copies.verify_drawable):
        with pytest.raises(MaterialNotShownError):
            act(session, version.id, file.id)
    with pytest.raises(MaterialNotShownError):
        masked_copies.keep_copy(session, copy)


def test_a_copy_takes_no_other_file(session: Session, small: Small):
    file = added(session, small, png_that_tells("Zenobia"))
    version = drawn_up(session, small, interview_ids=())
    mask(session, version, file)
    made = kept(session, version, file)

    with pytest.raises(CopyCompleteError):
        exhibit_files.add_file(
            session, made.exhibit_id, source=io.BytesIO(b"Zenobia"), name="b.txt", media_type="text/plain"
        )
    with pytest.raises(ThbError), session.work() as work:
        work.save(replace(file, id=FileId(work.new_id()), exhibit_id=made.exhibit_id, name="b.txt"))


def test_a_copy_goes_into_no_other_version(session: Session, small: Small):
    file = added(session, small, png_that_tells("Zenobia"))
    version = drawn_up(session, small, interview_ids=())
    mask(session, version, file)
    made = kept(session, version, file)

    other = drawn_up(session, small, interview_ids=())

    assert made.exhibit_id not in other.exhibit_ids
    assert json.loads(attached(printed(session, small, other))[LIST])["scope"] == []
    assert disclosures.list_disclosures(session, small.case.id)[-1].id == other.id


def test_a_damaged_picture_is_refused_and_nothing_is_kept(session: Session, small: Small):
    data = png_that_tells("Zenobia")
    file = added(session, small, data[:60] + bytes(40))
    version = drawn_up(session, small, interview_ids=())
    mask(session, version, file)

    with pytest.raises(DocumentUnreadableError):
        laid(session, version, file)

    assert masked_copies.list_copies(session, version.id) == ()
