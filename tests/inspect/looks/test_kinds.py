"""Each kind of file, looked into by the confined process: what it shows, its parts, what it says itself."""

import gzip
import sys
import tarfile

import pytest

from tests.support.documents import docx_of, paragraph, pdf_of
from tests.support.looked import (
    MAIL,
    MHTML,
    ONE_MEMBER,
    PACKED_WARC,
    PAGE_MAIL,
    TELEGRAM,
    TELEGRAM_PAGE,
    VIBER,
    WARC,
    WHATSAPP,
    book_of,
    box_of,
    open_sheet_of,
    picture_with_place,
    tar_of,
    zip_of,
)
from tests.support.looking import looking_at
from thb_desktop.domain.looks import (
    Capture,
    Conversation,
    EntryMark,
    FactCode,
    KeptOut,
    Listing,
    Look,
    Mail,
    Message,
    PlainText,
    Sheets,
    Told,
)
from thb_desktop.errors import DocumentTooLargeError, PartDamagedError
from thb_desktop.inspect.confinement import ask_machine

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)


def seen[Kind: Look](kind: type[Kind], data: bytes, *part: str, name: str = "file", **asked: int) -> Kind:
    with looking_at(data, name) as looking:
        look = looking.look(part, **asked)
    assert isinstance(look, kind)
    return look


def told(data: bytes) -> Told:
    with looking_at(data) as looking:
        return looking.told()


def facts(data: bytes) -> dict[FactCode | None, str]:
    return {each.code: each.value for each in reversed(told(data).facts)}


def test_a_mail_shows_its_usual_headers_its_words_and_its_parts():
    look = seen(Mail, MAIL)

    assert look.headers[0] == ("From", "Ion Bălan <ion@example.org>")
    assert dict(look.headers)["Subject"] == "Plată"
    assert look.body == ("Bună", "ziua")
    assert [(part.name, part.media_type) for part in look.parts] == [
        ("pay.csv", "text/csv"),
        ("", "message/rfc822"),
    ]
    assert seen(Sheets, MAIL, look.parts[0].key).rows == (("a", "b"), ("1", "2"))
    assert seen(Mail, MAIL, look.parts[1].key).body == ("within",)
    assert facts(MAIL)[FactCode.MESSAGE_ID] == "<1@example.org>"
    assert facts(MAIL)[FactCode.RECEIVED].startswith("from x by y")


def test_a_mail_in_html_shows_its_words_and_runs_and_fetches_nothing():
    look = seen(Mail, PAGE_MAIL)

    assert look.body == ("one", "two")
    assert look.is_derived
    assert set(look.kept_out) == {KeptOut.SCRIPT, KeptOut.REMOTE}


def test_a_box_lists_its_mails_page_by_page_and_each_opens():
    data = box_of(450)

    first, last = seen(Listing, data), seen(Listing, data, page=3)

    assert (first.kind, first.pages, first.more, len(first.parts)) == ("MBOX", 3, True, 200)
    assert [part.name for part in last.parts][::49] == ["mail 401", "mail 450"]
    assert not last.more
    assert seen(Mail, data, last.parts[-1].key).body == ("body 450", ">From here")


def test_an_archive_lists_its_entries_and_marks_what_is_odd():
    data = zip_of(
        {"a.txt": b"words", "../up.txt": b"x", "C:win.txt": b"y", "folder/": b"", "big": bytes(4 << 20)}
    )

    look = seen(Listing, data)

    assert {part.name: part.marks for part in look.parts} == {
        "a.txt": (),
        "../up.txt": (EntryMark.OUTSIDE,),
        "C:win.txt": (EntryMark.OUTSIDE,),
        "folder/": (EntryMark.FOLDER,),
        "big": (EntryMark.BOMB,),
    }
    assert look.parts[0].at == "2026-11-27 01:02:04"
    assert seen(PlainText, data, "0").lines == ("words",)
    assert facts(data)[FactCode.ENTRIES] == "5"


def test_archives_in_archives_are_opened_one_in_the_other_and_not_for_ever():
    data = zip_of({"a.txt": b"deep"})
    for _ in range(6):
        data = zip_of({"inner.zip": data})

    assert seen(PlainText, data, *["0"] * 7).lines == ("deep",)
    with looking_at(data) as looking, pytest.raises(DocumentTooLargeError):
        looking.look(("0",) * 9)


def test_a_tar_lists_files_links_and_devices_and_a_packed_one_is_a_list_in_a_list():
    data = tar_of(
        ("a.txt", b"words", tarfile.REGTYPE),
        ("out", b"", tarfile.SYMTYPE),
        ("/dev/null", b"", tarfile.CHRTYPE),
        link="../../etc/passwd",
    )

    look = seen(Listing, data)

    assert [part.marks for part in look.parts] == [
        (),
        (EntryMark.LINK, EntryMark.OUTSIDE),
        (EntryMark.DEVICE, EntryMark.OUTSIDE),
    ]
    assert [part.key for part in look.parts] == ["0", "", ""]
    assert look.parts[1].note == "../../etc/passwd"
    packed = gzip.compress(data)
    assert seen(Listing, packed).kind == "GZIP"
    assert seen(Listing, packed, "0") == look
    assert seen(PlainText, packed, "0", "0").lines == ("words",)


def test_a_table_is_shown_as_rows_whatever_separates_them():
    assert seen(Sheets, b'a;"b;\nc"\n1;2\n', name="x.csv").rows == (("a", "b;\nc"), ("1", "2"))
    assert seen(Sheets, "\ufeffa\tb\n1\t2\n".encode(), name="x.tsv").rows == (("a", "b"), ("1", "2"))
    assert seen(PlainText, b"a,b\n1,2\n", name="x.txt").lines == ("a,b", "1,2")


def test_the_pages_of_a_table_follow_one_another_and_one_can_go_back():
    data = "\n".join(f"{number},x" for number in range(1, 1001)).encode()

    with looking_at(data, "x.csv") as looking:
        pages = [looking.look(page=page) for page in (1, 2, 5, 2, 99)]

    firsts = [(look.page, look.first_row, look.rows[0][0], look.more) for look in pages]  # type: ignore[union-attr]
    assert firsts == [
        (1, 1, "1", True),
        (2, 201, "201", True),
        (5, 801, "801", False),
        (2, 201, "201", True),
        (5, 801, "801", False),
    ]


def test_a_workbook_shows_the_values_of_its_cells_dates_as_dates():
    rows = (
        '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1"><v>12.50</v></c></row>'
        '<row r="3"><c r="A3" s="1"><v>46353</v></c><c r="B3" s="2"><v>46353.25</v></c>'
        '<c r="C3" s="3"><v>7</v></c><c r="D3" t="b"><v>1</v></c>'
        '<c r="E3" t="inlineStr"><is><t>in</t></is></c>'
        '<c r="F3"><f>1+1</f><v>2</v></c></row>'
    )
    data = book_of(
        rows,
        strings="<si><t>no</t></si><si><r><t>Ba</t></r><r><t>ni</t></r><rPh><t>x</t></rPh></si>",
        second='<row r="1"><c r="A1"><v>2</v></c></row>',
    )

    look, second = seen(Sheets, data), seen(Sheets, data, sheet=1)

    assert look.names == ("Pay", "Second")
    assert look.rows == (
        ("Bani", "", "12.50"),
        (),
        ("2026-11-27", "2026-11-27 06:00:00", "7", "TRUE", "in", "2"),
    )
    assert (second.sheet, second.rows) == (1, (("2",),))
    assert facts(data)[FactCode.AUTHOR] == "Ion"


def test_a_table_of_opendocument_shows_its_values_and_not_its_empty_end():
    rows = (
        "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value="3"/>'
        "</table:table-row>"
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        '<table:table-row table:number-rows-repeated="2">'
        "<table:table-cell><text:p>b</text:p></table:table-cell>"
        "</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    )

    look = seen(Sheets, open_sheet_of(rows))

    assert look.names == ("First", "Second")
    assert look.rows == (("a", "", "", "3"), (), (), ("b",), ("b",))
    assert not look.more


def test_words_are_taken_from_a_docx():
    data = docx_of(paragraph("Bună ziua") + paragraph("second"))

    look = seen(PlainText, data)

    assert [line for line in look.lines if line] == ["Bună ziua", "second"]
    assert look.is_derived


@pytest.mark.parametrize("data", [WARC, PACKED_WARC, ONE_MEMBER], ids=["plain", "packed", "one member"])
def test_a_capture_lists_what_was_captured_and_each_answer_opens(data: bytes):
    look = seen(Capture, data)

    assert [(part.name, part.note, part.at) for part in look.parts] == [
        ("warcinfo", "warcinfo", "2026-11-27T01:02:03Z"),
        ("https://a.example/", "response 200", "2026-11-27T01:02:03Z"),
        ("https://a.example/2", "response 200", "2026-11-27T01:02:03Z"),
    ]
    assert look.parts[1].media_type == "text/html"
    assert seen(PlainText, data, look.parts[1].key).lines == ("A", "first page")
    assert seen(PlainText, data, look.parts[2].key).lines == ("second",)
    assert facts(data)[FactCode.OPERATOR] == "Moreau"


def test_a_capture_in_a_wacz_names_its_pages_and_opens_its_warc():
    data = zip_of(
        {
            "datapackage.json": b'{"created":"2026-11-27","software":"Browsertrix"}',
            "pages/pages.jsonl": b'{"format":"json-pages-1.0"}\n{"url":"https://a.example/","ts":"2026","title":"A"}\n',
            "archive/data.warc.gz": PACKED_WARC,
        }
    )

    look = seen(Capture, data)

    assert (look.parts[0].name, look.parts[0].key, look.parts[0].note) == ("https://a.example/", "", "A")
    warc = next(part for part in look.parts if part.name.endswith(".warc.gz"))
    assert len(seen(Capture, data, warc.key).parts) == 3
    assert facts(data)[FactCode.CAPTURED] == "2026-11-27"


def test_a_saved_page_lists_its_parts_and_runs_nothing():
    look = seen(Capture, MHTML)

    assert (look.kind, look.kept_out) == ("MHTML", (KeptOut.SCRIPT,))
    assert [part.name for part in look.parts] == ["https://a.example/", "https://a.example/x.png"]
    assert seen(PlainText, MHTML, look.parts[0].key).lines == ("kept",)


def test_a_page_is_shown_as_its_words_in_the_coding_that_it_names():
    data = (
        "<html><head><meta charset=windows-1251><title>Т</title><style>x</style></head>"
        "<body><p>Одесса&nbsp;1</p></body></html>"
    ).encode("cp1251")

    assert seen(PlainText, data).lines == ("Т", "Одесса 1")
    assert facts(data)[FactCode.TITLE] == "Т"


def test_a_chat_of_whatsapp_is_shown_as_messages_as_they_are_written():
    look = seen(Conversation, WHATSAPP)

    assert look.source == "WhatsApp"
    assert look.messages == (
        Message(number=1, sender="", at="27.11.26, 01:02:03", text="Messages are encrypted"),
        Message(number=2, sender="Ion Bălan", at="27.11.26, 01:02:04", text="hello: there\nsecond line"),
        Message(
            number=3,
            sender="+40 700 000 000",
            at="27.11.26, 01:02:05",
            text="\u200e<attached: 00000012-PHOTO.jpg>",
            attachments=("00000012-PHOTO.jpg",),
        ),
    )


def test_a_chat_of_telegram_is_shown_as_messages_from_both_of_its_forms():
    told_by_data, told_by_page = seen(Conversation, TELEGRAM), seen(Conversation, TELEGRAM_PAGE)

    assert (told_by_data.title, told_by_page.title) == ("Ana", "Ana")
    assert told_by_data.messages == (
        Message(number=1, sender="Ana", at="2026-11-27T01:02:03", text="phone_call"),
        Message(
            number=2,
            sender="Ana",
            at="2026-11-27T01:02:04",
            text="see https://a.example",
            attachments=("photos/1.jpg",),
        ),
    )
    assert told_by_page.messages == (
        Message(number=1, sender="", at="", text="27 November 2026"),
        Message(number=2, sender="Ana", at="27.11.2026 01:02:03 UTC+02:00", text="hello\nyou"),
        Message(
            number=3,
            sender="Ana",
            at="27.11.2026 01:02:09 UTC+02:00",
            text="",
            attachments=("photos/1.jpg",),
        ),
    )


def test_a_chat_of_viber_is_shown_as_messages():
    look = seen(Conversation, VIBER)

    assert [(each.sender, each.at, each.text) for each in look.messages] == [
        ("Ana (+40700)", "27/11/2026 01:02:03", "hello, you"),
        ("Ion (+40701)", "27/11/2026 01:02:04", "yes"),
        ("Me", "27/11/2026 01:02:05", "no"),
    ]


def test_what_only_looks_like_a_chat_is_shown_as_text():
    data = b'{"type": 1, "id": 2, "messages": [' + b"1" * 20

    assert seen(PlainText, data).lines[0].startswith('{"type"')


def test_a_picture_says_when_where_and_with_what_it_was_taken():
    found = facts(picture_with_place())

    assert found[FactCode.TAKEN] == "2026:11:27 01:02:03"
    assert (found[FactCode.LATITUDE], found[FactCode.LONGITUDE]) == ("44.426667", "26.100000")
    assert (found[FactCode.CAMERA_MAKE], found[FactCode.CAMERA_MODEL]) == ("Maker", "Model 7")


def test_a_pdf_says_who_made_it():
    found = told(pdf_of())

    assert found.media_type == "application/pdf"
    assert FactCode.SOFTWARE in {each.code for each in found.facts}


def test_a_file_that_is_cut_off_says_less_and_is_called_damaged():
    found = told(zip_of({"a": b"b"})[:40])

    assert (found.media_type, found.facts, found.is_damaged) == ("application/zip", (), True)


@pytest.mark.parametrize(
    "data",
    [zip_of({"a": b"b"})[:-30], book_of("<row>"), gzip.compress(b"x" * 100)[:20]],
    ids=["zip", "workbook", "gzip"],
)
def test_what_is_damaged_is_refused_and_its_bytes_can_be_seen(data: bytes):
    with looking_at(data) as looking:
        with pytest.raises(PartDamagedError):
            looking.look(("0",) if data.startswith(b"\x1f") else ())

        assert looking.told().media_type
