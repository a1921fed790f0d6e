"""Looking into a file of the vault: by page, from the encrypted store, by a process that may end any time."""

import io
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from PIL import Image

from tests.support.documents import pdf_of, scan_of
from tests.support.looking import Counted, file_in_vault, looking_at
from tests.support.offices import copy_of, new_office, unlock
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.looks import DrawnPages, HexBytes, PlainText, Recorded, Way, has_unseen, visible
from thb_desktop.domain.page_text import PagePicture
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.errors import (
    DocumentCutError,
    DocumentDamagedError,
    DocumentFormError,
    DocumentUnreadableError,
    InspectionEndedError,
    MaterialNotShownError,
    PartDamagedError,
)
from thb_desktop.inspect import reading
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.core.permission import RULE
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, leaving, looks
from thb_desktop.services.evidence.finding import Within, find_from
from thb_desktop.services.office import consultations
from ui.reading.asking import DRAWER

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
TEXT = b"statement of account\n" * 400


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("looked") / "office.thbvault"
    new_office(folder)
    return folder


@pytest.fixture
def session(office: Path, tmp_path: Path) -> Iterator[Session]:
    with closing(unlock(copy_of(office, tmp_path / "office.thbvault"))) as opened:
        yield opened


def test_a_text_in_the_vault_is_looked_at_told_of_and_searched(session: Session):
    file = file_in_vault(session, "Łódź, 12 zł\nsecond\n".encode(), "note.txt")

    look = looks.look_at(session, file.id)

    assert look == PlainText(
        lines=("Łódź, 12 zł", "second"), first_line=1, coding="utf-8", codings=look.codings
    )
    assert looks.told_by(session, file.id).media_type == "text/plain"
    assert looks.text_of(session, file.id, 4) == "Łódź"


@pytest.mark.parametrize(
    ("data", "coding", "is_guess"),
    [
        ("le garçon de Łódź".encode(), "utf-8", False),
        ("\ufeffle garçon de Łódź".encode(), "utf-8", False),
        ("\ufeffle garçon de Łódź".encode("utf-16-le"), "utf-16-le", False),
        ("\ufeffle garçon de Łódź".encode("utf-16-be"), "utf-16-be", False),
        ("le garçon de Łódź\n".encode("utf-16-le"), "utf-16-le", True),
        ("le garçon de Łódź\n".encode("utf-16-be"), "utf-16-be", True),
        ("\ufeffle garçon de Łódź".encode("utf-32-le"), "utf-32-le", False),
    ],
)
def test_a_text_is_read_in_its_coding_and_a_guess_is_called_one(data: bytes, coding: str, is_guess: bool):
    with looking_at(data) as looking:
        look = looking.look()

    assert isinstance(look, PlainText)
    assert (look.lines, look.coding, look.is_guess) == (("le garçon de Łódź",), coding, is_guess)


def test_a_text_from_before_unicode_is_a_guess_and_another_coding_can_be_chosen():
    with looking_at("Привет, Одесса".encode("cp1251")) as looking:
        guessed, chosen = looking.look(), looking.look(coding="koi8-r")

    assert isinstance(guessed, PlainText)
    assert isinstance(chosen, PlainText)
    assert (guessed.lines, guessed.is_guess) == (("Привет, Одесса",), True)
    assert (chosen.coding, chosen.is_guess) == ("koi8-r", False)
    assert chosen.lines != guessed.lines


@pytest.mark.parametrize("coding", ["utf-8", "utf-16-le"])
def test_the_pages_of_a_long_text_are_each_line_once(coding: str):
    lines = [f"{number} Łódź " + "x" * (number % 90) for number in range(20_000)]
    data = ("\ufeff" + "\n".join(lines)).encode(coding)

    seen: list[str] = []
    with looking_at(data) as looking:
        page, more = 0, True
        while more:
            page += 1
            look = looking.look(page=page)
            assert isinstance(look, PlainText)
            seen += look.lines
            more = look.more

    assert seen == lines
    assert look.pages == page > 10


def test_a_line_that_never_ends_is_shown_in_pieces_and_none_is_lost():
    data = "é".encode() * 300_000

    seen = ""
    with looking_at(data) as looking:
        for page in range(1, 11):
            look = looking.look(page=page)
            assert isinstance(look, PlainText)
            seen += "".join(look.lines)

    assert seen == "é" * 300_000
    assert not look.more


@pytest.mark.requirement("SR-27")
def test_a_text_of_four_gigabytes_opens_at_once_and_little_of_it_is_read(figure: Callable):
    source = Counted(b"first\n" * 20_000, 4 << 30)

    begun = time.monotonic()
    with looking_at(source) as looking:
        first, last = looking.look(), looking.look(page=1 << 30)

    took = time.monotonic() - begun
    assert isinstance(first, PlainText)
    assert first.pages == last.page == 65_536
    assert first.lines[:2] == ("first", "first")
    assert source.read < 1 << 20
    assert took < 5
    figure("SR-27", "seconds to look at both ends of 4 GiB", round(took, 2))


def test_unseen_signs_are_written_out_and_joiners_stay():
    text = "a\u202eb\u200dc\u2066d\u200e"

    assert visible(text) == "a⟦U+202E⟧b\u200dc⟦U+2066⟧d⟦U+200E⟧"
    assert has_unseen(text)
    assert not has_unseen("می\u200cخواهم\t\n")


def test_a_file_of_no_known_form_is_shown_as_bytes():
    data = bytes(range(256)) * 40

    with looking_at(data) as looking:
        look = looking.look(page=2)

    assert look == HexBytes(page=2, pages=3, more=True, offset=4096, data=data[4096:8192], size=10_240)


def test_any_file_can_be_looked_at_as_bytes_or_text():
    with looking_at(pdf_of()) as looking:
        as_bytes, as_text = looking.look(way=Way.BYTES), looking.look(way=Way.TEXT)

    assert isinstance(as_bytes, HexBytes)
    assert isinstance(as_text, PlainText)
    assert as_bytes.data.startswith(b"%PDF-")
    assert as_text.lines[0].startswith("%PDF-")


def test_a_pdf_and_a_picture_are_drawn_page_by_page_by_the_window_alone():
    with looking_at(pdf_of(), drawer=DRAWER) as pdf, looking_at(scan_of(), drawer=DRAWER) as scan:
        two, one = pdf.look(), scan.look()
        pages = [pdf.draw(2), pdf.draw(1), scan.draw(1)]
        with pytest.raises(DocumentUnreadableError):
            pdf.draw(3)
    with looking_at(pdf_of()) as without, pytest.raises(DocumentFormError):
        without.draw(1)

    assert (two, one) == (DrawnPages(pages=2, has_text=True), DrawnPages(pages=1))
    assert all(len(each.pixels) == each.width * each.height * 3 for each in pages)
    assert pages[0].pixels != pages[1].pixels


def test_words_of_a_pdf_are_found_page_by_page_where_they_stand():
    with looking_at(pdf_of(), drawer=DRAWER) as pdf, looking_at(scan_of(), drawer=DRAWER) as scan:
        within = Within(look=pdf.look())
        found = find_from(pdf, "MINIBUS", within, 0, 1)
        none = pdf.page_places(2, "minibus")
        on_second = find_from(pdf, "nelu", within, 0, 2)
        of_picture = Within(look=scan.look())

    first, second = found.places
    assert (found.next, on_second.next) == (None, None)
    assert [(each.page, each.number) for each in found.places] == [(1, 0), (1, 1)]
    ((left, top, right, bottom),), ((other, *_),) = first.rectangles, second.rectangles
    assert right < other
    assert bottom - top < 40
    assert 100 < left < right < 900
    assert none == ()
    assert [each.page for each in on_second.places] == [2]
    assert not of_picture.is_searchable


def test_a_tiff_of_several_pages_a_gif_and_a_bitmap_are_drawn():
    pages = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue")]
    made = io.BytesIO()
    pages[0].save(made, "TIFF", save_all=True, append_images=pages[1:], compression="tiff_lzw")
    others = [io.BytesIO(), io.BytesIO()]
    for other, form in zip(others, ("GIF", "BMP"), strict=True):
        pages[0].save(other, form)

    with looking_at(made.getvalue(), drawer=DRAWER) as looking:
        look = looking.look()
        drawn = [looking.draw(page) for page in (1, 2, 1)]
        with pytest.raises(DocumentUnreadableError):
            looking.draw(3)
    for other in others:
        with looking_at(other.getvalue(), drawer=DRAWER) as looking:
            assert looking.look() == DrawnPages(pages=1)
            assert looking.draw(1).pixels == drawn[0].pixels

    assert look == DrawnPages(pages=2)
    assert [each.pixels[:3] for each in drawn] == [b"\xff\0\0", b"\0\0\xff", b"\xff\0\0"]
    with looking_at(made.getvalue()[:60], drawer=DRAWER) as looking, pytest.raises(DocumentUnreadableError):
        looking.look()


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (pdf_of()[:300], DocumentCutError),
        (b"%PDF-1.7\nnothing\n%%EOF\n", DocumentDamagedError),
        (scan_of()[:60], DocumentDamagedError),
    ],
)
def test_what_is_wrong_with_a_broken_document_is_said(data: bytes, refusal: type[DocumentUnreadableError]):
    def first_page() -> PagePicture:
        with looking_at(data, drawer=DRAWER) as looking:
            looking.look()
            return looking.draw(1)

    with pytest.raises(refusal):
        first_page()


def test_sound_is_played_and_not_looked_at():
    with looking_at(b"RIFF\0\0\0\0WAVEfmt ") as looking:
        assert looking.look() == Recorded()
        assert looking.opened.size == 16


def test_a_part_that_is_not_there_is_refused_and_the_file_can_still_be_read():
    with looking_at(TEXT) as looking:
        with pytest.raises(PartDamagedError):
            looking.look(("7",))

        assert isinstance(looking.look(), PlainText)


@pytest.mark.requirement("SR-27")
def test_a_process_that_is_killed_in_the_middle_is_a_refusal_and_the_session_lives(
    session: Session, monkeypatch: pytest.MonkeyPatch
):
    file = file_in_vault(session, b"x" * (1 << 20), "long.txt")
    looking = looks.open_look(session, file.id)
    started = []

    def noting(*given, **named):
        started.append(before(*given, **named))
        return started[-1]

    before = reading.started
    monkeypatch.setattr(reading, "started", noting)
    whole = looking.opened.reader.read_at

    def killing(offset: int, length: int) -> bytes:
        started[0].kill()
        return whole(offset, length)

    monkeypatch.setattr(looking.opened.reader, "read_at", killing)
    with pytest.raises(InspectionEndedError):
        looking.look()
    monkeypatch.setattr(looking.opened.reader, "read_at", whole)

    assert isinstance(looking.look(), PlainText)
    looking.close()
    assert looks.told_by(session, file.id).media_type == "text/plain"


def test_what_is_closed_meanwhile_ends_and_stays_closed():
    class Slow(Counted):
        def read_at(self, offset: int, length: int, /) -> bytes:
            time.sleep(0.5)
            return super().read_at(offset, length)

    refused: list[Exception] = []

    def look() -> None:
        try:
            looking.look()
        except InspectionEndedError as error:
            refused.append(error)

    with looking_at(Slow(TEXT)) as looking:
        thread = Thread(target=look)
        thread.start()
        time.sleep(0.2)
        looking.close()
        thread.join(5)
        with pytest.raises(InspectionEndedError):
            looking.look()

    assert len(refused) == 1


def test_who_looks_is_in_the_log_and_needs_the_right_to_open_files(session: Session):
    file = file_in_vault(session, TEXT)
    looks.look_at(session, file.id)

    logged = {(each.kind, each.subject) for each in consultations.list_consultations(session)}

    assert (Consulted.FILE.value, file.id) in logged
    assert all(
        getattr(each, RULE) is Right.OPEN_FILES
        for each in (looks.open_look, looks.look_at, looks.told_by, looks.text_of)
    )


def test_material_of_child_sexual_abuse_is_not_looked_into_nor_what_is_derived_from_it(session: Session):
    file = file_in_vault(session, TEXT, "note.txt")
    leaving.bar_exhibit(session, file.exhibit_id, BarKind.ABUSE_MATERIAL, "The unit told us")

    for look in (
        looks.open_look,
        looks.open_recording,
        looks.look_at,
        looks.told_by,
        partial(looks.text_of, limit=100),
        exhibit_files.open_file,
    ):
        with pytest.raises(MaterialNotShownError):
            look(session, file.id)
