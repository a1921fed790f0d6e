"""Identifiers are found in whatever writing; a country is never guessed."""

import pytest

from thb_desktop.domain.search_identifiers import IdentifierKind
from thb_desktop.domain.search_query import parse_query


def found(typed: str, text: str, calling_code: str = "") -> list[str]:
    return [text[start:end] for start, end in parse_query(typed, calling_code).places_in(text)]


@pytest.mark.parametrize(
    ("typed", "text", "place"),
    [
        ("0476/12.34.56", "tel. +32476123456.", "+32476123456"),
        ("0476/12.34.56", "tel. 0032 476 12 34 56, ok", "0032 476 12 34 56"),
        ("+32476123456", "GSM 0476/12.34.56 op 12.03.2024", "0476/12.34.56"),
        ("+32 476 12 34 56", "GSM +32 (0)476/12.34.56", "+32 (0)476/12.34.56"),
        ("0476123456", "رقم ٠٤٧٦١٢٣٤٥٦", "٠٤٧٦١٢٣٤٥٦"),
        ("+40 700 000 099", "+40700000099", "+40700000099"),
        ("+39 06 1234567", "tel 06 1234567", "06 1234567"),
        ("BE68539007547034", "IBAN BE68 5390 0754 7034 EUR 12", "BE68 5390 0754 7034"),
        ("be68 5390 0754 7034", "BE68539007547034", "BE68539007547034"),
        ("4111 1111 1111 1111", "carte 4111-1111-1111-1111", "4111-1111-1111-1111"),
        ("1ABC234", "la plaque 1-ABC-234", "1-ABC-234"),
        ("1-ABC-234", "la plaque 1ABC234", "1ABC234"),
        ("1-abc-234", "1.ABC.234", "1.ABC.234"),
        ("jan.novak@example.com", "a Jan.Novak@Example.com b", "Jan.Novak@Example.com"),
        ("@red_rose99", "konto Red_Rose99 tam", "Red_Rose99"),
        ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", ""),
    ],
)
def test_an_identifier_is_found_in_another_writing(typed: str, text: str, place: str):
    assert found(typed, text) == [place or text]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("+32476123456", "+33476123456"),
        ("0476/12.34.56", "0476/12.34.57"),
        ("BE68539007547034", "BE68 5390 0754 7035"),
        ("1-ABC-234", "1-ABC-235"),
    ],
)
def test_another_identifier_is_not_found(typed: str, text: str):
    assert found(typed, text) == []


def test_a_country_code_that_was_entered_leaves_out_other_countries():
    text = "+32476123456 and +33476123456 and 0476123456"

    assert found("0476 12 34 56", text) == ["+32476123456", "+33476123456", "0476123456"]
    assert found("0476 12 34 56", text, "32") == ["+32476123456", "0476123456"]


def test_what_was_taken_for_an_identifier_is_told():
    wanted = parse_query('Ali 0476/12.34.56 -"red car"').wanted

    assert [(each.written, each.kind, each.is_excluded) for each in wanted] == [
        ("Ali", None, False),
        ("0476/12.34.56", IdentifierKind.PHONE, False),
        ('"red car"', None, True),
    ]


def test_a_year_and_a_count_are_no_telephone_number():
    assert [each.kind for each in parse_query("12 2024").wanted] == [None, None]
