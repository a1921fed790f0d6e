"""Numbers are compared in all digits and with all separators; a difference between digits is never missed."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from thb_desktop.domain.text_numbers import differing, numbers_in

ZEROS = "0٠۰०০๐០၀༠０"
"""The zero of some scripts: Latin, Arabic, Persian, Devanagari, Bengali, Thai, Khmer, Burmese and others."""


def in_digits(number: int, zero: str) -> str:
    return "".join(chr(ord(zero) + int(each)) for each in str(number))


@given(st.integers(0, 10**7), st.sampled_from(ZEROS), st.sampled_from(ZEROS))
def test_the_same_number_in_other_digits_is_the_same(number: int, one: str, other: str):
    assert differing(f"a {in_digits(number, one)} b", f"c {in_digits(number, other)} d") == ((), ())


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.sampled_from(ZEROS))
def test_another_number_is_told_on_both_sides(one: int, other: int, zero: str):
    assume(one != other)

    assert differing(f"a {one} b", f"c {in_digits(other, zero)} d") == (
        (str(one),),
        (in_digits(other, zero),),
    )


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("12.500 lei", "12,500 lei"),
        ("12.500 lei", "12 500 lei"),
        ("12.500 lei", "12\u202f500 lei"),
        ("12'500 Fr.", "12500 Fr."),
        ("١٢٬٥٠٠ ليرة", "12.500 lires"),
        ("۱۲۵۰۰ تومان", "12,500 tomans"),
        ("1.234,56 €", "€1,234.56"),
        ("٣٫٥ كيلو", "3.5 kilos"),
        ("3,50 euro", "3.5 euros"),
        ("pe 12.03.2025", "on 12/03/2025"),
        ("pe 12.03.2025", "on 2025-03-12"),
        ("pe 12.03.2025", "on 12 March 2025"),
        ("am 5.4.2024", "le 5 avril 2024"),
        ("ngày 2 tháng 12", "op 2 december"),
        ("Tháng Mười Một năm 2023", "November 2023"),
        ("le 2 décembre 2023", "op 2 december 2023"),
        ("٢ كانون الأول ٢٠٢٣", "2 December 2023"),
        ("2 грудня 2023", "2023. gada 2. decembris"),
        ("on 2 December", "በ2 ታኅሣሥ"),
        ("you may take 5", "puteți lua 5"),
        ("la 10:30", "à 10h30"),
        ("la 10.30", "at 10:30"),
        ("三千六百元", "3,600 yuan"),
        ("一共三千六百元", "in all 3600 yuan"),
        ("二〇二五年三月十二日", "12/3/2025"),
        ("一万二千五百", "12 500"),
        ("两万元", "20,000 yuan"),
        ("I had 2 phones and 1 000 euros", "J'avais 2 téléphones et 1.000 euros"),
        ("她一定知道，一个人，万一", "she certainly knew, a person, in case"),
        ("+32 470 12 34 56", "+32 470 12 34 56"),
    ],
)
def test_what_is_written_otherwise_and_is_the_same(source: str, target: str):
    assert differing(source, target) == ((), ())


@pytest.mark.parametrize(
    ("source", "target", "left", "right"),
    [
        ("3.600 euro", "3.700 euros", ("3.600",), ("3.700",)),
        ("12.500", "1.250", ("12.500",), ("1.250",)),
        ("50 euro", "500 euro", ("50",), ("500",)),
        ("două telefoane", "2 phones", (), ("2",)),
        ("pe 12.03.2025", "on 13 March 2025", ("12.03.2025",), ("13", "March", "2025")),
        ("pe 12.03.2025", "on 12 March 2024", ("12.03.2025",), ("12", "March", "2024")),
        ("la 10:30", "à 11h30", ("10:30",), ("11", "30")),
        ("ngày 2 tháng 12", "op 2 november", ("12",), ("november",)),
        ("le 2 décembre 2023", "op 2 november 2023", ("décembre",), ("november",)),
        ("pe 12.03.2025", "on 12 April 2025", ("12.03.2025",), ("12", "April", "2025")),
        ("3.600 euro și 3.600", "3,600 euros", ("3.600",), ()),
        ("三千六百元", "3,700 yuan", ("三千六百",), ("3,700",)),
        ("1403/05/12", "12 August 2024", ("1403/05/12",), ("12", "August", "2024")),
    ],
)
def test_what_differs_is_told_as_it_is_written(
    source: str, target: str, left: tuple[str, ...], right: tuple[str, ...]
):
    assert differing(source, target) == (left, right)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_are_compared_and_each_with_itself_is_equal(one: str, other: str):
    differing(one, other)

    assert differing(one, one) == ((), ())
    assert all(each.written in one for each in numbers_in(one))
