"""Words that a machine reads in a picture: found by the search as such, gone with the content; no record."""

import io
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.support.looking import file_in_vault, looking_at
from tests.support.offices import new_office, unlock
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.machine_reading import MACHINE_PART, MachineLine, MachineText, machine_page
from thb_desktop.errors import MaterialNotShownError, ValueRefusedError
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import leaving, machine_reading
from thb_desktop.services.evidence.page_reading import drawer
from thb_desktop.services.searching import files
from thb_desktop.services.searching.index import index_machine_text, index_text
from thb_desktop.services.searching.search import search
from thb_desktop.vault.tables import registry, search_index


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    new_office(tmp_path / "office.thbvault")
    with closing(unlock(tmp_path / "office.thbvault")) as opened:
        yield opened


needs_tesseract = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole or machine_reading.find_reader() is None,
    reason="Tesseract is not here",
)


def picture_of(words: str) -> bytes:
    made = Image.new("RGB", (900, 160), "white")
    ImageDraw.Draw(made).text((30, 40), words, fill="black", font=ImageFont.load_default(56))
    written = io.BytesIO()
    made.save(written, "PNG")
    return written.getvalue()


def told(page: int, text: str) -> MachineText:
    line = MachineLine(text=text, certainty=90, rectangle=(0, 0, 10, 10))
    return MachineText(page=page, lines=(line,), program="tesseract 5", languages=("eng",))


@needs_tesseract
def test_a_picture_is_read_by_the_confined_program_and_found(session: Session):
    file = file_in_vault(session, picture_of("Hotel Miramar"), "room.png")
    reader = machine_reading.find_reader()
    assert reader is not None

    with looking_at(picture_of("Hotel Miramar"), "room.png", drawer()) as looking:
        read = machine_reading.read_page(looking, 1, reader=reader, languages=["eng"])
    assert index_machine_text(session, file.id, read)

    assert (read.page, read.text, read.languages) == (1, "Hotel Miramar", ("eng",))
    (hit,) = search(session, "miramar").hits
    assert (hit.id, machine_page(hit.part)) == (file.id, 1)


@needs_tesseract
@pytest.mark.parametrize("languages", [[], ["xyz"], ["eng+/etc"]], ids=["none", "unknown", "a path"])
def test_languages_that_are_not_installed_are_refused(languages: list[str]):
    reader = machine_reading.find_reader()
    assert reader is not None

    with looking_at(picture_of("x"), "x.png", drawer()) as looking, pytest.raises(ValueRefusedError):
        machine_reading.read_page(looking, 1, reader=reader, languages=languages)


def test_what_a_machine_read_stands_beside_the_words_of_the_file(session: Session):
    file = file_in_vault(session, b"typed words", "letter.txt")
    index_machine_text(session, file.id, told(2, "stamped words"))

    assert files.read_file(lambda work: work(session), file.id) is False
    index_machine_text(session, file.id, told(2, "other words"))

    assert search_index.file_texts(session.read, file.id) == (
        (1, "typed words"),
        (MACHINE_PART + 2, "other words"),
    )
    assert search(session, "stamped").hits == ()


def test_what_a_machine_read_does_not_count_as_the_words_of_the_file(session: Session):
    file = file_in_vault(session, b"typed words", "letter.txt")
    index_machine_text(session, file.id, told(1, "stamped words"))

    (case,) = registry.CASE_FILE.all(session.read)
    assert files.read_files(lambda work: work(session), case.id) == files.FilesRead(whole=1)


def test_it_goes_with_what_may_not_be_shown_and_nothing_is_kept_of_that(session: Session):
    file = file_in_vault(session, b"typed words", "letter.txt")
    index_text(session, file.id, ["typed words"])
    index_machine_text(session, file.id, told(1, "stamped words"))

    leaving.bar_exhibit(session, file.exhibit_id, v.BarKind.ABUSE_MATERIAL, "The unit told us")

    assert search_index.file_texts(session.read, file.id) == ()
    with pytest.raises(MaterialNotShownError):
        index_machine_text(session, file.id, told(1, "stamped words"))
