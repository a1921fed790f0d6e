import pytest
from hypothesis import given
from hypothesis import strategies as st

from thb_desktop.domain.reading_order import isolate_identifiers
from thb_desktop.report.text import TextStyle, lay_out
from thb_desktop.report.text.characters import parted, show_acting

STYLE = TextStyle(size=10)


def _seen(text: str, language: str = "en") -> str:
    """What stands on the paper from left to right."""
    lines = lay_out(text, style=STYLE, width=1000, language=language).lines
    return "".join(c.text for line in lines for word in line.words for run in word.runs for c in run.clusters)


@pytest.mark.requirement("SR-30")
@pytest.mark.parametrize(
    "control", "\u202a\u202b\u202c\u202d\u202e\u206a\u206f\ufff9\x00\x07\x1b\x9f\ufffe\ud800"
)
def test_a_character_that_would_act_unseen_is_shown_by_its_number_and_not_obeyed(control):
    found = _seen(f"invoice{control}fdp.exe")

    assert found == f"invoice⟦U+{ord(control):04X}⟧fdp.exe"


@pytest.mark.parametrize("isolate", ["\u2066", "\u2067", "\u2068"])
def test_isolates_are_obeyed_and_leave_no_mark(isolate):
    found = _seen(f"a {isolate}b\u2069 c")

    assert found == "a b c"


def test_the_place_of_every_drawn_character_in_the_entered_text_is_known():
    shown, origin = show_acting("a\u202eb")

    assert shown == "a\u2066⟦U+202E⟧\u2069b"
    assert [origin[0], origin[1], origin[-2], origin[-1]] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "identifier",
    [
        "+32 470 12 34 56",
        "2023-05-12",
        "12.05.2023",
        "+32 (0)470 12.34.56",
        "10:30",
        "1-ABC-234",
        "B 123 XYZ",
        "BE71 0961 2345 6769",
        "LI-00.L7.000000/26",
        "٠٦١٢ ٣٤٥ ٦٧٨",
        "٢٠٢٣-٠٥-١٢",
        "٢٠٢٣/٠٥/١٢",
        "۱۴۰۲-۰۲-۲۲",
        "1.500,50",
        "2023/45-B",
        "12/2026/P",
        "12/3-A",
        "12-3-A",
        "A-12/3",
        "E-04",
        "2023/45-B/7",
        "a.b@example.org",
        "https://example.org/a?b=1",
        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
    ],
)
def test_an_identifier_in_arabic_text_reads_as_it_was_entered(identifier):
    text = f"قالت إنه {identifier} ثم سكتت"

    isolated = isolate_identifiers(text)

    assert isolated.replace("\u200e", "") == f"قالت إنه \u2066{identifier}\u2069 ثم سكتت"
    assert identifier in _seen(isolated, "ar")
    assert isolate_identifiers(isolated) == isolated


def test_numbers_set_apart_by_a_comma_stay_apart():
    found = isolate_identifiers("الساعة 12:30, 13:45 مساء")

    assert found == "الساعة \u206612:30\u2069, \u206613:45\u2069 مساء"


def test_text_without_right_to_left_letters_and_plain_numbers_stay_as_they_are():
    assert isolate_identifiers("call +32 470 12 34 56") == "call +32 470 12 34 56"
    assert isolate_identifiers("مبلغ 3000 يورو") == "مبلغ 3000 يورو"


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("في عام ٢٠٢٣ دفعت ٣٠٠٠ يورو", "ar", "٢٠٢٣"),
        ("در سال ۱۴۰۲ بدهکار ۳۰۰۰ یورو بودم", "fa", "۱۴۰۲"),
        ("في عام 2023 دفعت", "ar", "2023"),
        ("۲۰۲۳ میں ہم نے کہا", "ur", "۲۰۲۳"),
        ("בשנת 2023 שילמתי", "he", "2023"),
    ],
)
def test_digits_inside_right_to_left_text_are_never_reversed(text, language, number):
    found = _seen(text, language)

    assert number in found
    assert number[::-1] not in found


@pytest.mark.parametrize("identifier", ["+32 470 12 34 56", "1-ABC-234", "BE71 0961 2345 6769"])
def test_on_paper_an_identifier_is_isolated_without_anybody_asking(identifier):
    text = f"قالت إنه {identifier} ثم سكتت\nوأضافت {identifier} مرة أخرى"

    paragraph = lay_out(text, style=TextStyle(size=10), width=800, language="ar")

    assert paragraph.text == text
    assert [text[line.start : line.end] for line in paragraph.lines] == text.splitlines(keepends=True)
    assert _seen(text, "ar").count(identifier) == 2


@given(st.text(alphabet="ab \t\u200b\u3000\u2003\xa0", max_size=9))
def test_the_short_way_for_single_spaces_parts_a_text_as_any_other_blanks_do(text):
    parts, blanks = parted(text)

    assert parted(f"{text}a\tb") == ([*parts[:-1], f"{parts[-1]}a", "b"], [*blanks[:-1], "\t", ""])
    assert "".join(part + blank for part, blank in zip(parts, blanks, strict=True)) == text
