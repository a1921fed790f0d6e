"""What a page of a PDF draws, by each font that a name may mean."""

import pytest

from thb_desktop.inspect.texts.drawn import Font, drawn

PAGE = (
    b"/T1 1 Tf (AB) Tj /Span << /ActualText <FEFF00E9> >> BDC (A) Tj EMC"
    b" 1 0 Td [(A) -181 (B) -180 (B) -1.2.3 (A)] TJ"
)
ONE, OTHER = Font.of(1, {65: "a", 66: "n"}), Font.of(1, {65: "i", 66: "o"})


@pytest.mark.parametrize(
    ("fonts", "told"),
    [
        pytest.param([], ["ABé\nA BBA ", "é\n", "ABA\nA BBA"], id="no font"),
        pytest.param([ONE], ["ané\na nna ", "é\n", "ana\na nna"], id="one"),
        pytest.param(
            [ONE, OTHER],
            ["ané\na nna ", "ioé\ni ooi ", "é\n", "ana\na nna", "ioi\ni ooi"],
            id="two of one name",
        ),
        pytest.param([ONE] * 4, ["ané\na nna ", "ana\na nna"], id="as many as are tried"),
        pytest.param([Font.of(2, {0x4142: "x"})], ["xé\n  ", "é\n", "x\n "], id="codes of two bytes"),
    ],
)
def test_a_page_is_read_by_each_font_and_with_what_stands_for_its_signs(fonts: list[Font], told: list[str]):
    assert drawn(PAGE, {b"T1": fonts} if fonts else {}) == (told, False)


def test_letters_that_nobody_can_know_are_told():
    assert drawn(PAGE, {b"T1": [Font.of(2, None)]}) == (["é\n  ", "é\n"], True)
