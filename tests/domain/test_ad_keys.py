"""Numbers of advertisements: a price, hours or a second number behind one are no part of it."""

import pytest

from thb_desktop.domain.ad_keys import phones_of
from thb_desktop.domain.ads import Ad
from thb_desktop.domain.ids import CaseId, ExhibitId, RowId
from thb_desktop.domain.lone_numbers import alone
from thb_desktop.domain.search_identifiers import identifiers

LOCAL, ABROAD = ("470000014", ""), ("470000014", "32470000014")


def ad_of(text: str, phones: str = "") -> Ad:
    return Ad(
        id=RowId("a"),
        reading_id=RowId("r"),
        case_id=CaseId("c"),
        exhibit_id=ExhibitId("e"),
        row=1,
        place="1",
        text=text,
        phones=phones,
    )


def numbers(text: str = "", phones: str = "") -> list[tuple[str, str]]:
    return [(each.own, each.whole) for each in phones_of(ad_of(text, phones))]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Appelle le +32 470 00 00 14. 100 €.\nid 8812345", ABROAD),
        ("+32 470 00 00 14 – 100 €\nid 8812399", ABROAD),
        ("Liège centre. +32 470 00 00 14. 120 €.\nref 77-431", ABROAD),
        ("+32 4 223 45 67. 100 €", ("42234567", "3242234567")),
        ("+993 65 12 34 56 120 €", ("65123456", "99365123456")),
        ("0470000014 120€", LOCAL),
        ("0470000014 120 lei", LOCAL),
        ("0470000014 - 150 €/h", LOCAL),
        ("0470/00.00.14 (100€)", LOCAL),
        ("0470 00 00 14 24/24", LOCAL),
        ("0470 00 00 14 7/7", LOCAL),
        ("0470 00 00 14 18-23h", LOCAL),
        ("0470 00 00 14 120 130", LOCAL),
        ("Tel.0470000014. 100 €", LOCAL),
    ],
)
def test_what_stands_behind_a_number_is_no_part_of_it(text: str, number: tuple[str, str]):
    assert numbers(text) == [number]


@pytest.mark.parametrize("between", [" ", " / ", ", ", ";", ". ", " - "])
def test_two_numbers_beside_each_other_are_two(between: str):
    written = f"0470 00 00 14{between}0476 12 34 56"

    assert numbers(written) == numbers(phones=written) == [LOCAL, ("476123456", "")]


def test_two_readings_that_remain_are_both_kept():
    assert numbers("04 223 45 67 18") == [("42234567", ""), ("4223456718", "")]


def test_a_number_that_is_not_shared_with_the_price_is_the_same_in_two_advertisements():
    one, other = ad_of("Bella. +32 470 00 00 14. 100 €"), ad_of("Desi 0470/00.00.14 120€")

    assert {each.own for each in phones_of(one)} == {each.own for each in phones_of(other)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("+32 470 00 00 14. 100 €", ["+32 470 00 00 14"]),
        ("BE68 5390 0754 7034 EUR", ["BE68 5390 0754 7034"]),
        ("4111 1111 1111 1111", ["4111 1111 1111 1111"]),
        ("+32 2.123.45.67", ["+32 2.123.45.67"]),
        ("+40 21.123.45.67", ["+40 21.123.45.67"]),
        ("4.223.45.67", ["4.223.45.67", "4.223.45.67"]),
        ("from 203.0.113.7", ["203.0.113.7"]),
    ],
)
def test_what_is_linked_is_the_identifier_alone(text: str, found: list[str]):
    meant = [text[each.start : each.end] for each in alone(identifiers(text, plates=False), text)]

    assert meant == found


@pytest.mark.parametrize(
    "date",
    [
        *("05/03/2026", "5.3.2026", "05-03-2026", "03/15/2026"),
        *(
            "2026-03-15",
            "2026/03/15",
            "2026.3.15",
            "(05/03/2026",
            "\u0660\u0665/\u0660\u0663/\u0662\u0660\u0662\u0666",
        ),
    ],
)
@pytest.mark.parametrize("after", ["", " 20:15", " 20.15", " 20:15:33 - Mira", " \u2013 05/03/2026"])
def test_a_date_with_an_hour_is_no_number(date: str, after: str):
    assert numbers(date + after) == numbers(phones=date + after) == []


def test_a_number_behind_a_date_is_one():
    for date in ("05/03/2026", "2026-03-15"):
        assert numbers(f"{date} 0470 00 00 14") == numbers(phones=f"{date} 0470 00 00 14") == [LOCAL]


@pytest.mark.parametrize("written", ["02.20.12.20.26", "02/12.20.26.31", "32.13.2026.44", "02.12.2026-44"])
def test_a_number_that_is_divided_nearly_as_a_date_is_one(written: str):
    assert numbers(phones=written)


@pytest.mark.parametrize("zero", "\u0660\u06f0\u0966\u0e50\u1040\u17e0\uff10", ids=ascii)
def test_a_number_in_the_digits_of_another_script_is_the_same(zero: str):
    def written(text: str) -> str:
        return "".join(chr(ord(zero) + int(each)) if each.isdigit() else each for each in text)

    assert numbers(written("0470/00.00.14")) == numbers(phones=written("0470 00 00 14")) == [LOCAL]
    assert numbers(written("Tel.0470000014. 100 \u20ac")) == [LOCAL]
    assert numbers(written("+32 470 00 00 14. 100 \u20ac. id 8812345")) == [ABROAD]
    assert numbers(written("0032470000014 120 130")) == [ABROAD]
    assert numbers(written("15000000 lei, 1500 2500")) == []
