"""What a program says it saw in a picture is taken line by line, or refused whole."""

import pytest

from thb_desktop.domain.machine_reading import LANGUAGES, MACHINE_PART, lines_from, machine_page
from thb_desktop.errors import FormatError
from thb_desktop.words import language_name

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def table(*rows: str) -> bytes:
    return "\n".join([HEAD, *rows, ""]).encode()


def word(line: int, text: str, *, certainty: str = "96.5", place: str = "100\t50\t200\t20") -> str:
    return f"5\t1\t1\t1\t{line}\t1\t{place}\t{certainty}\t{text}"


def test_words_of_a_line_stand_together_with_the_least_of_their_certainties():
    first, second = lines_from(
        table(
            "4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t",
            word(1, "rue"),
            word(1, "des", certainty="41.2", place="300\t48\t100\t30"),
            word(2, "Lilas"),
        ),
        width=1000,
        height=500,
    )

    assert (first.text, first.certainty, first.is_doubtful) == ("rue des", 41, True)
    assert first.rectangle == (100, 96, 400, 156)
    assert (second.text, second.certainty, second.is_doubtful) == ("Lilas", 96, False)


def test_a_word_beyond_the_picture_is_cut_to_it():
    (line,) = lines_from(table(word(1, "x", place="-5\t490\t9999\t9999")), width=1000, height=500)

    assert line.rectangle == (0, 980, 1000, 1000)


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"\xff\xfe",
        b"<html>",
        table("5\t1\t1"),
        table(word(1, "x", certainty="certain")),
        table(word(1, "x", certainty="nan")),
        table(word(1, "x", place="1\t2\t3\tx")),
    ],
    ids=["empty", "no text", "another form", "a short row", "no certainty", "no number", "no place"],
)
def test_what_is_no_such_table_is_refused(untrusted: bytes):
    with pytest.raises(FormatError):
        lines_from(untrusted, width=10, height=10)


def test_every_code_of_a_language_has_a_name():
    assert [code for code, tag in LANGUAGES.items() if language_name(tag, "en") == tag] == []


def test_pages_that_a_machine_read_stand_behind_the_parts_of_the_file():
    assert [machine_page(part) for part in (0, 1, MACHINE_PART, MACHINE_PART + 3)] == [0, 0, 0, 3]
