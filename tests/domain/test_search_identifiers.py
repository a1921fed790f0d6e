"""Identifiers are found in whatever writing; a country is never guessed."""

import pytest

from thb_desktop.domain.identifier_kinds import IdentifierKind
from thb_desktop.domain.search_identifiers import identifiers
from thb_desktop.domain.search_query import Phrase, parse_query
from thb_desktop.domain.search_words import terms


def found(typed: str, text: str, calling_code: str = "") -> list[str]:
    return [text[start:end] for start, end in parse_query(typed, calling_code).places_in(text)]


def is_indexed(typed: str, text: str) -> bool:
    """Whether a text has what was typed, by its terms in the index."""
    words, stored = terms(text), {term for each in identifiers(text) for term in each.stored}

    def has(way: Phrase) -> bool:
        size = len(way.terms)
        runs = [tuple(words[at : at + size]) for at in range(len(words) - size + 1)]
        return way.terms in runs or way.terms[0] in stored

    return all(any(map(has, each.ways)) for each in parse_query(typed, "32").wanted)


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


@pytest.mark.parametrize(
    "text",
    [
        "V-04,0476123456,x",
        "3,0476123456",
        "2026-03-10,22:14,0476/12.34.56,Sori",
        "22:14:05,32476123456,00:01:12",
        "Tel.0476123456",
        "call_0476123456_20260310.amr",
        "call_0032476123456.amr",
        "+32470000014,+32476123456",
    ],
)
@pytest.mark.parametrize("typed", ["+32 476 12 34 56", "0476/12.34.56"])
def test_a_number_is_found_behind_a_comma_a_point_or_an_underscore(typed: str, text: str):
    assert is_indexed(typed, text)


@pytest.mark.parametrize("text", ["x,4111111111111111,y", "4,4111111111111111,y", "card.4111 1111 1111 1111"])
def test_a_card_is_found_behind_a_comma_or_a_point(text: str):
    assert is_indexed("4111-1111-1111-1111", text)


@pytest.mark.parametrize(
    "text", ["12,50", "1.234,56", "3,1415926535 x", "50.0476123456", "1.234.567,89", "12,05 100 200"]
)
def test_a_decimal_figure_is_no_number(text: str):
    assert [each for each in identifiers(text, plates=False) if text[each.start - 1] in ",."] == []


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("BE23999000002191", "on BE23 9990 0000 2191 EUR 12"),
        ("BE23 9990 0000 2191", "BE23999000002191"),
        ("RO79ZZZZ0000000000000022", "RO79 ZZZZ 0000 0000 0000 0022 lei"),
    ],
)
def test_an_iban_with_wrong_check_digits_is_found_in_groups(typed: str, text: str):
    assert is_indexed(typed, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("1-abc-234", "la plaque 1ABC234"),
        ("1-abc-234", "la plaque 1abc234"),
        ("1-Abc-234", "1 ABC 234"),
        ("1-ABC-234", "1abc234"),
        ("ct01abc", "CT 01 ABC"),
    ],
)
def test_a_plate_is_found_whatever_its_capitals(typed: str, text: str):
    assert is_indexed(typed, text)
    assert not is_indexed(typed, "1-ABC-235")


def test_a_year_and_a_count_are_no_telephone_number():
    assert [each.kind for each in parse_query("12 2024").wanted] == [None, None]
