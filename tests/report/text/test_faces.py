import sys

import pytest
import regex

from resources.fonts import font_bytes
from thb_desktop.report.text import TextStyle, lay_out
from thb_desktop.report.text.characters import script_of
from thb_desktop.report.text.coverage import undrawn
from thb_desktop.report.text.faces import FAMILIES, MONO, Voice, face, face_for
from thb_desktop.report.text.shaping import LATIN_WORD

LATIN = Voice("Latn", "en")


def _faces(text: str, language: str = "en", *, bold: bool = False, mono: bool = False) -> list[str]:
    """The faces of a text's visible words in logical order, each once in a row."""
    style = TextStyle(size=10, bold=bold, mono=mono)
    lines = lay_out(text, style=style, width=1000, language=language).lines
    names = [run.face.name for line in lines for word in line.words for run in word.runs if word.text.strip()]
    return list(dict.fromkeys(names))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("pașaportul", "ro", "NotoSans-Regular"),
        ("сестра", "bg", "NotoSans-Regular"),
        ("ẹ́ghẹ́", "bin", "NotoSans-Regular"),
        ("جواز", "ar", "NotoNaskhArabic-Regular"),
        ("گذرنامه‌ام", "fa", "NotoNaskhArabic-Regular"),
        ("پاسپورٹ", "ur", "NotoNastaliqUrdu-Regular"),
        ("שלום", "he", "NotoSansHebrew-Regular"),
        ("ที่นั่น", "th", "NotoSansThai-Regular"),
        ("ሌሊት", "am", "NotoSansEthiopic-Regular"),
        ("रात", "hi", "NotoSansDevanagari-Regular"),
        ("রাত", "bn", "NotoSansBengali-Regular"),
        ("ღამე", "ka", "NotoSansGeorgian-Regular"),
        ("գիշեր", "hy", "NotoSansArmenian-Regular"),
        ("இரவு", "ta", "NotoSansTamil-Regular"),
        ("ည", "my", "NotoSansMyanmar-Regular"),
        ("យប់", "km", "NotoSansKhmer-Regular"),
        ("ຄືນ", "lo", "NotoSansLao-Regular"),
        ("ਰਾਤ", "pa", "NotoSansGurmukhi-Regular"),
        ("રાત", "gu", "NotoSansGujarati-Regular"),
        ("රාත්‍රිය", "si", "NotoSansSinhala-Regular"),
        ("రాత్రి", "te", "NotoSansTelugu-Regular"),
        ("ರಾತ್ರಿ", "kn", "NotoSansKannada-Regular"),
        ("രാത്രി", "ml", "NotoSansMalayalam-Regular"),
        ("ରାତି", "or", "NotoSansOriya-Regular"),
        ("ߒߞߏ", "nqo", "NotoSansNKo-Regular"),
        ("𞤀𞤣𞤤", "ff", "NotoSansAdlam-Regular"),
        ("ⵜⴰⵎ", "ber", "NotoSansTifinagh-Regular"),
        ("ܐܪܡ", "syc", "NotoSansSyriac-Regular"),
        ("ދިވެހި", "dv", "NotoSansThaana-Regular"),
        ("护照", "zh", "NotoSansSC-Regular"),
        ("✓", "en", "NotoSansSymbols2-Regular"),
        ("😀", "en", "NotoEmoji-Regular"),
        ("👩‍👧", "en", "NotoEmoji-Regular"),
    ],
)
def test_each_script_has_its_face(text, language, expected):
    found = _faces(text, language)

    assert found == [expected]


def test_digits_and_blanks_never_come_from_the_emoji_face():
    found = _faces("0123 #* 😀 0123")

    assert found == ["NotoSans-Regular", "NotoEmoji-Regular"]


def test_punctuation_goes_with_the_word_it_stands_at():
    found = _faces("(Sara)", "ar")

    assert found == ["NotoSans-Regular"]


def test_bold_and_monospaced_text_have_their_own_faces():
    assert _faces("abc", bold=True) == ["NotoSans-Bold"]
    assert _faces("9f2c", mono=True) == ["NotoSansMono-Regular"]
    assert _faces("سلام", "ar", bold=True) == ["NotoNaskhArabic-Bold"]


def test_a_character_that_no_face_has_is_drawn_by_its_number_and_is_reported():
    paragraph = lay_out("a \U000123f0 b \ue000", style=TextStyle(size=10), width=500, language="en")

    runs = [run for word in paragraph.lines[0].words for run in word.runs if word.missing]

    mono = face(MONO, bold=False)
    shown = [tuple(mono.glyph(each) for each in number) for number in ("⟦U+123F0⟧", "⟦U+E000⟧")]
    assert paragraph.missing == "\U000123f0\ue000"
    assert [run.face for run in runs] == [mono] * 2
    assert [cluster.glyphs for run in runs for cluster in run.clusters] == shown
    assert [cluster.text for run in runs for cluster in run.clusters] == ["\U000123f0", "\ue000"]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "Ioana Crețu, ẹ́ghẹ́, ሰላም ተስፋይ, 护照, ที่นั่น, যাত্রা, گذرنامه‌ام, 👩‍👧 ✓ 12 €",
        "བོད་ཡིག", "한국어", "a\u202eb", "x\u20dd", "ᠮᠣᠩᠭᠣᠯ", "𐴀𐴝", "a\ue000b c", "\u0623\u20dd",
    ],
)  # fmt: skip
def test_what_is_told_before_a_signature_is_what_the_page_shows_by_number(text: str, *, bold: bool):
    paragraph = lay_out(text, style=TextStyle(size=10, bold=bold), width=500, language="en")

    told = undrawn(text)

    assert set(paragraph.missing) <= set(told)
    if not bold:
        assert set(told) == set(paragraph.missing)


def test_a_combining_mark_is_shown_by_the_face_of_its_letter():
    found = face_for("ẹ\u0301", "Latn", LATIN)

    assert found is not None
    assert found.name == "NotoSans-Regular"


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
@pytest.mark.parametrize("bold", [False, True])
def test_every_face_has_truetype_outlines_and_may_be_embedded(family, bold):
    used = face(family, bold=bold)

    restrictions = int.from_bytes(used.source.reference_table("OS/2").data[8:10], "big")

    assert "glyf" in used.source.table_tags
    assert restrictions == 0


def test_an_unknown_font_file_is_refused():
    with pytest.raises(FileNotFoundError):
        font_bytes("Nothing-Regular.ttf")


@pytest.mark.parametrize("script", ["Latn", "Arab", "Hani"])
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("mono", [False, True])
def test_one_face_shows_each_character_of_a_usual_word_by_itself(script, *, bold, mono):
    voice = Voice(script, "fr", bold, mono)
    signs = [chr(code) for code in range(sys.maxunicode + 1) if LATIN_WORD.fullmatch(f"a{chr(code)}")]

    assert len(signs) > 500
    assert {face_for(each, "Latn", voice) for each in signs} == {face_for("a", "Latn", voice)}
    assert {script_of(each) for each in signs} == {"Latn", "Zyyy"}
    assert len(regex.findall(r"\X", "".join(signs))) == len(signs)
    assert not any(LATIN_WORD.fullmatch(each) for each in signs if script_of(each) == "Zyyy")
