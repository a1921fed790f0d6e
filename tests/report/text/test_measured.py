import time
from functools import lru_cache

from hypothesis import given
from hypothesis import strategies as st

from tests.support.bundles import SCRIPTS
from thb_desktop.report.text import Direction, Measured, Paragraph, TextStyle, lay_out

STYLE = TextStyle(size=10, leading=14)
_TEXTS = [text for _, *texts in SCRIPTS for text in texts]


def _told(paragraph: Paragraph) -> list[object]:
    """The lines with what they show; words are compared by identity, and cut ones are made each time."""
    return [(each[:2], [word.text for word in each.words], each[3:6]) for each in paragraph.lines]


@given(
    st.one_of(st.sampled_from(_TEXTS), st.text(), st.text("a1 -/.\n\u202e\u05d0\xa0«»", max_size=80)),
    st.lists(st.sampled_from((4.0, 30.0, 90.0, 400.0)), min_size=1, max_size=4),
    st.sampled_from((None, *Direction)),
)
def test_a_text_measured_once_has_in_each_column_the_lines_of_one_laid_out_for_it_alone(
    text: str, widths: list[float], direction: Direction | None
):
    measured = lru_cache(Measured)

    for width in (*widths, widths[0]):
        kept = lay_out(text, style=STYLE, width=width, language="fr", direction=direction, measured=measured)

        alone = lay_out(text, style=STYLE, width=width, language="fr", direction=direction)
        assert _told(kept) == _told(alone)
    assert measured.cache_info().misses == 1


def test_a_line_may_begin_with_a_word_but_not_within_a_number_in_groups():
    measured = Measured("paid 1 600 euros", "en", bold=False, mono=False, base=None)

    assert measured.plain is not None
    assert [measured.plain.may_begin(at) for at in (1, 2, 3)] == [True, False, True]


def test_a_paragraph_of_very_many_numbers_is_laid_out_in_linear_time():
    text = "1234567 " * 80_000 + "."
    begun = time.process_time()

    paragraph = lay_out(text, style=STYLE, width=400, language="fr")

    assert paragraph.lines[-1].end == len(text)
    assert time.process_time() - begun < 5  # twenty seconds, if each number looked at all before it
