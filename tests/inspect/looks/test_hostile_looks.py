"""Files that were made to do harm, and very large ones: each ends cleanly, within the limits."""

import sys
import time
import zlib
from collections.abc import Callable, Iterable

import pytest

from tests.support.looked import book_of, ole_of, zip_of
from tests.support.looking import Counted, looking_at
from thb_desktop.domain.looks import Capture, EntryMark, Listing, Mail, PlainText, Sheets
from thb_desktop.errors import (
    DocumentTooLargeError,
    InspectionEndedError,
    PartDamagedError,
    PictureTooLargeError,
)
from thb_desktop.inspect.confinement import ask_machine

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
LAUGHS = (
    '<!DOCTYPE s [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n > 1 else ''};" * 10}">' for n in range(1, 12))
    + "]>"
)


@pytest.mark.requirement("SR-25", "SR-27")
@pytest.mark.parametrize(
    "before", [LAUGHS, '<!DOCTYPE s SYSTEM "file:///etc/hostname">'], ids=["laughs", "external"]
)
def test_an_entity_in_a_workbook_is_neither_resolved_nor_loaded(before: str):
    data = book_of(
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings="<si><t>a</t></si>", before=before
    )

    with looking_at(data) as looking, pytest.raises(PartDamagedError):
        looking.look()


@pytest.mark.requirement("SR-25")
def test_a_text_with_entities_is_shown_as_it_is_written():
    with looking_at(LAUGHS.encode()) as looking:
        look = looking.look()

    assert isinstance(look, PlainText)
    assert look.lines[0].startswith("<!DOCTYPE")


@pytest.mark.requirement("SR-24", "SR-27")
def test_a_bomb_is_listed_and_not_unpacked():
    data = zip_of({"bomb": bytes(200 << 20)})

    with looking_at(data) as looking:
        look = looking.look()
        with pytest.raises(DocumentTooLargeError):
            looking.look(("0",))

        assert isinstance(look, Listing)
        assert looking.look() == look


@pytest.mark.requirement("SR-27")
def test_a_picture_that_would_be_too_large_is_refused():
    from tests.security.hostile_files import MADE
    from ui.reading.asking import DRAWER

    with looking_at(MADE["a picture of 60,000 by 60,000"](), drawer=DRAWER) as looking:
        looking.look()
        with pytest.raises(PictureTooLargeError):
            looking.draw(1)


@pytest.mark.requirement("SR-27")
def test_a_table_of_a_million_rows_opens_at_once(figure: Callable[[str, str, object], None]):
    row = b"2026-11-27,Ana,1200.50,EUR,paid to the account of a third person\n"
    source = Counted(row * 1_000_000)

    begun = time.monotonic()
    with looking_at(source, "pay.csv") as looking:
        look = looking.look()
        took, read = time.monotonic() - begun, source.read
        far = looking.look(page=2_000)

    assert isinstance(look, Sheets)
    assert isinstance(far, Sheets)
    assert (look.more, len(look.rows), far.first_row) == (True, 200, 399_801)
    assert read < 4 << 20
    assert took < 5
    figure("SR-27", "seconds to open a table of 1,000,000 rows", round(took, 2))


@pytest.mark.requirement("SR-27")
def test_a_workbook_of_many_rows_opens_at_once():
    rows = "".join(
        f'<row r="{number}"><c r="A{number}" t="s"><v>{number - 1}</v></c></row>'
        for number in range(1, 200_001)
    )
    data = book_of(rows, strings="".join(f"<si><t>word {number}</t></si>" for number in range(200_000)))

    begun = time.monotonic()
    with looking_at(data) as looking:
        look = looking.look()
        took = time.monotonic() - begun
        following = looking.look(page=2)

    assert isinstance(look, Sheets)
    assert isinstance(following, Sheets)
    assert (look.rows[0], following.rows[0]) == (("word 0",), ("word 200",))
    assert took < 3


@pytest.mark.requirement("SR-27")
@pytest.mark.timeout(120)
def test_a_packed_stream_that_never_ends_is_stopped_within_the_limits():
    """Each answer has its time; what is unpacked in memory has its bound."""
    packing = zlib.compressobj(9, zlib.DEFLATED, 31)
    data = b"".join(packing.compress(bytes(1 << 20)) for _ in range(400)) + packing.flush()

    begun = time.monotonic()
    with looking_at(data) as looking, pytest.raises((DocumentTooLargeError, InspectionEndedError)):
        looking.look(("0",))

    assert time.monotonic() - begun < 25


def mail_of(parts: Iterable[str]) -> bytes:
    """A mail with these parts."""
    lines = ["MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", ""]
    return "\r\n".join([*lines, *(f"--b\r\n{part}" for part in parts), "--b--", ""]).encode()


def attached(name: str, text: str) -> str:
    return f'Content-Disposition: attachment; filename="{name}"\r\n\r\n{text}'


@pytest.mark.requirement("SR-27")
def test_of_a_mail_with_ten_thousand_parts_it_is_told_how_many_are_not_listed():
    with looking_at(mail_of(attached(f"{number}.txt", "x") for number in range(10_000))) as looking:
        look = looking.look()

    assert isinstance(look, Mail)
    assert look.parts[0].name == "0.txt"
    assert len(look.parts) + look.parts_left == 10_000
    assert look.parts_left > 0


@pytest.mark.requirement("SR-27")
def test_of_a_mail_of_very_many_lines_it_is_told_how_many_are_not_shown():
    with looking_at(b"Subject: long\r\nContent-Type: text/plain\r\n\r\n" + b"line\r\n" * 20_005) as looking:
        look = looking.look()

    assert isinstance(look, Mail)
    assert (len(look.body), look.lines_left) == (20_000, 5)


@pytest.mark.requirement("SR-27")
def test_a_mail_in_fifty_others_is_read_to_its_innermost_words():
    inner = "Content-Type: text/plain\r\n\r\nthe innermost words"
    for level in range(50):
        mark = f"n{level}"
        inner = f"Content-Type: multipart/mixed; boundary={mark}\r\n\r\n--{mark}\r\n{inner}\r\n--{mark}--\r\n"

    with looking_at(f"MIME-Version: 1.0\r\nFrom: a@example.org\r\n{inner}".encode()) as looking:
        look = looking.look()

    assert isinstance(look, Mail)
    assert look.body == ("the innermost words",)


@pytest.mark.requirement("SR-24")
def test_the_name_of_a_part_of_a_mail_that_leads_outside_is_marked():
    names = ("../../etc/cron.d/evil", "/etc/passwd", "C:/Windows/evil.dll", "a\u202egpj.exe", "")
    with looking_at(mail_of(attached(name, "x") for name in names)) as looking:
        look = looking.look()

    assert isinstance(look, Mail)
    assert [each.name for each in look.parts] == [*names]
    assert [each.marks for each in look.parts] == [*[(EntryMark.OUTSIDE,)] * 3, (), ()]


@pytest.mark.parametrize("written", ["Gr\u00f6\u00dfe.pdf".encode(), "Gr\u00f6\u00dfe.pdf".encode("latin-1")])
def test_headers_and_names_of_a_mail_whose_bytes_stand_there_as_they_are_are_read(written: bytes):
    before = "From: J\u00fcrgen <a@example.org>\r\nSubject: \u00e9t\u00e9\r\n".encode()

    with looking_at(before + mail_of([attached("NAME", "x")]).replace(b"NAME", written)) as looking:
        look = looking.look()

    assert isinstance(look, Mail)
    assert look.headers == (("From", "J\u00fcrgen <a@example.org>"), ("Subject", "\u00e9t\u00e9"))
    assert [each.name for each in look.parts] == ["Gr\u00f6\u00dfe.pdf"]


@pytest.mark.requirement("SR-27")
def test_of_a_page_saved_with_very_many_parts_each_is_on_one_of_its_pages_and_opens():
    page = "Content-Type: text/html\r\nContent-Location: https://example.org/\r\n\r\n<p>kept</p>"
    saved = [page, *(attached(f"{number}.txt", f"words {number}") for number in range(2_500))]
    file = mail_of(saved).replace(b"multipart/mixed", b"multipart/related", 1)
    with looking_at(b"Snapshot-Content-Location: https://example.org/\r\n" + file) as looking:
        first = looking.look()
        names, page = [each.name for each in first.parts], 1
        while (look := looking.look(page=page)).more:
            page += 1
            names += [each.name for each in looking.look(page=page).parts]
        last = looking.look((look.parts[-1].key,))

    assert isinstance(first, Capture)
    assert len(first.parts) == 200
    assert names == ["https://example.org/", *(f"{number}.txt" for number in range(2_500))]
    assert isinstance(last, PlainText)
    assert last.lines == ("words 2499",)


@pytest.mark.requirement("SR-24", "SR-27")
def test_an_attachment_of_an_outlook_mail_whose_name_leads_out_is_marked():
    names = {"0": "..\\..\\Startup\\run.exe", "1": "pay.csv"}
    streams = {("__substg1.0_0037001F",): "Plată".encode("utf-16-le")}
    for number, name in names.items():
        storage = f"__attach_version1.0_#0000000{number}"
        streams[storage, "__substg1.0_3707001F"] = name.encode("utf-16-le")
        streams[storage, "__substg1.0_37010102"] = b"a,b"
    with looking_at(ole_of(streams)) as looking:
        look = looking.look()

    assert isinstance(look, Mail)
    assert {each.name: each.marks for each in look.parts} == {
        names["0"]: (EntryMark.OUTSIDE,),
        names["1"]: (),
    }
