"""What is doubtful about a translation is told, by characters alone; nothing is changed or proposed."""

import pytest

from thb_desktop.domain.translation_rules import check_text, currencies_in
from thb_desktop.domain.vocabulary import AnnotationCode
from thb_desktop.findings import Standing

LONG = "Am plecat de acasă fiindcă mi-au promis de lucru la un restaurant."


def told(source: str, text: str, language: str = "ro", names: tuple[str, ...] = (), noted=()) -> set[str]:
    found = list(check_text(source, text, language, names, noted))
    assert {each.standing for each in found} <= {Standing.UNKNOWN}
    return {each.key for each in found}


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        (LONG, "I left home because they promised me work in a restaurant.", set()),
        (LONG, "", {"V-T-06.empty"}),
        (LONG, " \u200b", {"V-T-06.empty"}),
        (LONG, LONG, {"V-T-06.equal"}),
        (LONG, "I left.", {"V-T-06.length"}),
        ("Da.", "Yes, I have understood it.", {"V-T-06.length"}),
        ("Da.", "Yes, that is so.", set()),
        ("我离开家是因为他们答应给我在餐馆找工作。", "I left home as they promised me work there.", set()),
        ("Am plătit 3.600 de euro.", "I paid 3,600 euros.", set()),
        ("Am plătit 3.600 de euro.", "I paid 3,700 euros.", {"V-T-03.numbers"}),
        ("Am plătit 3.600 de euro.", "I paid 3,600 dollars.", {"V-T-03.currency"}),
        ("Am plătit 3.600 EUR.", "دفعتُ ٣٬٦٠٠ يورو.", set()),
        ("我付了三千六百欧元。", "I paid €3,600.", set()),
        ("Am plătit-o pe Mirela ieri.", "I paid Mirela yesterday.", set()),
        ("Am plătit-o pe Mirela ieri.", "I paid Maria yesterday.", {"V-T-03.names"}),
        ("I-am dat doamnei Ștefănescu banii.", "I gave Mrs Stefanescu the money.", set()),
        ("Am plătit-o pe Mirela ieri.", "我昨天付钱给了米雷拉。", set()),
        ("Мы видели Наталью вечером.", "We saw Natalya in the evening.", set()),
    ],
)  # fmt: skip
def test_what_characters_tell(source: str, text: str, expected: set[str]):
    language = "ru" if "М" in source else "zh" if source.startswith("我") else "ro"

    assert told(source, text, language) == expected


def test_a_note_of_the_linguist_explains_a_difference():
    numbers = told("În 1403/05/12.", "On 2 August 2024.", noted={AnnotationCode.NUMBER_CHECK})
    names = told("Pe Mirela ieri.", "Maria, on the day before.", noted={AnnotationCode.NAME_SPELLING})

    assert (numbers, names) == (set(), set())


def test_names_that_are_known_in_the_case_are_in_both_texts_whatever_the_language():
    assert told("V-01 sagte es mir.", "She told me so.", "de", ("V-01",)) == {
        "V-T-03.numbers",
        "V-T-03.names",
    }
    assert told("V-01 sagte es mir.", "V-01 told me so.", "de", ("V-01",)) == set()
    assert told("Das Haus war in Gent.", "The house was in Antwerp.", "de") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("500 lei", {"RON"}),
        ("She is leisurely, lei", set()),
        ("5 XAF and 3 ETH", {"XAF", "ETH"}),
        ("一千元", {"CNY"}),
        ("元旦", set()),
        ("€ or $", {"EUR", "USD"}),
        ("How did you come to Europe?", set()),
        ("1,200 euros in Europe", {"EUR"}),
        ("৪৪ ইউরো", {"EUR"}),
        ("ALLOWED", set()),
    ],
)
def test_currencies_are_found_by_code_sign_and_word(text: str, expected: set[str]):
    assert currencies_in(text) == expected


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Tôi đến đây vào Tháng Mười Một năm 2023.", "Ik kwam hier in november 2023."),
        ("Tôi sống ở miền Nam.", "Ik woonde in het Zuiden."),
    ],
)
def test_a_month_and_a_point_of_the_compass_are_no_names(source: str, text: str):
    assert told(source, text, "vi") == set()


def test_another_month_is_told():
    assert told("ngày 2 tháng 12", "op 2 november", "vi") == {"V-T-03.numbers"}
    assert told("ngày 2 tháng 12", "op 2 december", "vi") == set()
