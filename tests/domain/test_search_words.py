"""Terms of the search index: in each script, a word is found whatever its capitals and accents."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thb_desktop.domain.search_query import parse_query
from thb_desktop.domain.search_words import placed_terms, terms


def found(typed: str, text: str) -> list[str]:
    return [text[start:end] for start, end in parse_query(typed).places_in(text)]


@pytest.mark.parametrize(
    ("typed", "text", "place"),
    [
        ("ho chieu", "Hộ chiếu để trong tủ", ["Hộ", "chiếu"]),
        ("de doa", "Nó đe dọa tôi", ["đe", "dọa"]),
        ("lodz", "w Łodzi i w ŁÓDŹ", ["ŁÓDŹ"]),
        ("strasse", "an der Straße 5", ["Straße"]),
        ("tara", "din țară și din ţară", ["țară", "ţară"]),
        ("omo eri", "ọmọ ẹ̀rí ni", ["ọmọ", "ẹ̀rí"]),
        ("ilik", "İLIK ve ılık", ["İLIK", "ılık"]),
        ("еще", "и ещё раз", ["ещё"]),
        ("διαβατηριο", "το Διαβατήριό μου", ["Διαβατήριό"]),
        ("جواز", "أخذ جَوَازُ السفر جـــواز", ["جَوَازُ", "جـــواز"]),
        ("اخذ", "أخذ الجواز", ["أخذ"]),
        ("دרכון".replace("د", "ד"), "דַּרְכּוֹן שלי", ["דַּרְכּוֹן"]),
        ("گذرنامه", "گذرنامه‌ام را گرفت", ["گذرنامه"]),
        ("पासपोर्ट", "मेरा पासपोर्ट किसने लिया", ["पासपोर्ट"]),
        ("ፓስፖርት", "ናይ ፓስፖርት ወረቐት", ["ፓስፖርት"]),
        ("护照", "受害人说护照在司机那里", ["护照"]),
        ("受害人", "受害人说护照", ["受害人"]),
        ("照", "他的护照", ["照"]),
        ("パスポート", "私のパスポートを取った", ["パスポート"]),
        ("여권", "그가 여권을 가져갔다", ["여권"]),
        ("เดินทาง", "เขาเอาหนังสือเดินทางไป", ["เดินทาง"]),
        ("ໜັງສື", "ລາວເອົາໜັງສືຜ່ານແດນ", ["ໜັງສື"]),
        ("លិខិត", "គាត់យកលិខិតឆ្លងដែន", ["លិខិត"]),
        ("ပတ်စပို့", "သူပတ်စပို့ယူသွားတယ်", ["ပတ်စပို့"]),
        ("476", "رقم ٤٧٦ هنا", ["٤٧٦"]),
        ("ABC", "the ＡＢＣ club", ["ＡＢＣ"]),
    ],
)
def test_a_word_is_found_in_its_script(typed: str, text: str, place: list[str]):
    assert found(typed, text) == place


@pytest.mark.parametrize("text", ["hộ chiếu", "여권을", "ガ行", "Διαβατήριο", "अंग्रेज़ी"])
def test_a_text_has_the_same_terms_whether_its_signs_are_composed_or_not(text: str):
    assert terms(unicodedata.normalize("NFD", text)) == terms(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("typed", "text"),
    [("护士", "护照"), ("passport", "passports"), ("人护", "受害人说护照"), ("여권", "여자 권리")],
)
def test_what_is_not_there_is_not_found(typed: str, text: str):
    assert found(typed, text) == []


@given(st.text(max_size=80))
def test_terms_are_the_same_with_and_without_their_places(text: str):
    placed = placed_terms(text)

    assert [each.text for each in placed] == terms(text)
    assert all(0 <= each.start < each.end <= len(text) for each in placed)
    assert [each.start for each in placed] == sorted(each.start for each in placed)


@given(st.text(st.one_of(st.characters(codec="ascii"), st.sampled_from("éÉüñÇ")), max_size=80))
def test_a_place_in_a_text_of_the_west_holds_its_term(text: str):
    for each in placed_terms(text):
        assert terms(text[each.start : each.end]) == [each.text]


@given(st.text(max_size=40))
def test_each_text_is_found_by_itself(text: str):
    sought = text.replace("-", " ").replace('"', " ").replace("*", " ")
    if terms(sought):
        assert found(f'"{sought}"', sought)
