"""Words in what is seen of a file: where they stand, whatever their capitals, accents and blanks."""

import pytest

from thb_desktop.domain.finding import can_be_searched, pieces_of, places_of, places_on
from thb_desktop.domain.looks import (
    Conversation,
    DrawnPages,
    HexBytes,
    Listing,
    Mail,
    Message,
    Part,
    PlainText,
    Sheets,
)


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Łódź and lodz", "LODZ", ["Łódź", "lodz"]),
        ("the end\r\n  of a line", "end of", ["end\r\n  of"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("Stra\u00dfe", "strasse", ["Stra\u00dfe"]),
        ("cafe\u0301 noir", "café", ["cafe"]),
        ("\u0645\u064f\u062d\u0645\u062f", "\u0645\u062d\u0645\u062f", ["\u0645\u064f\u062d\u0645\u062f"]),
        ("prix\u00a0: 30", "prix : 30", ["prix\u00a0: 30"]),
        ("\U0001f600 here", "here", ["here"]),
        ("nothing", "", []),
        ("a b", "  ", []),
    ],
)
def test_words_are_found_whatever_their_writing_and_their_place_is_exact(
    text: str, wanted: str, found: list[str]
):
    assert [text[start:end] for start, end in places_of(text, wanted)] == found


def test_a_place_names_its_page_its_piece_and_its_number_there():
    table = Sheets(names=("a", "b"), sheet=1, page=3, rows=(("one", "two two"), ("two",)))

    places = list(places_on(table, "two"))

    assert [(each.sheet, each.page, each.piece, each.number) for each in places] == [
        (1, 3, 1, 0),
        (1, 3, 1, 1),
        (1, 3, 2, 0),
    ]


def test_every_kind_of_words_is_searched_and_pixels_and_bytes_are_not():
    part = Part(key="1", name="photo.jpg", note="https://example.org")
    texts = PlainText(lines=("one", "gnp\u202eexe"))
    chat = Conversation(source="WhatsApp", messages=(Message(number=1, sender="Ana", at="", text="hi"),))
    mail = Mail(headers=(("From", "ana@example.org"),), body=("hello",), parts=(part,))

    assert pieces_of(texts) == ("one", "gnp\u27e6U+202E\u27e7exe")
    assert pieces_of(chat) == ("Ana", "hi", "")
    assert pieces_of(mail) == ("ana@example.org", "hello", "photo.jpg\nhttps://example.org")
    assert pieces_of(Listing(kind="ZIP", parts=(part,))) == ("photo.jpg\nhttps://example.org",)
    for other in (DrawnPages(), HexBytes(offset=0, data=b"one", size=3)):
        assert not can_be_searched(other)
        assert not pieces_of(other)
