"""Blank text: what has no visible character is no answer, in whatever script."""

import pytest

from thb_desktop.domain.blank import is_blank

INVISIBLE = (
    *("", " ", "\t\n", "\u00a0", "\u200b", "\u00ad", "\u2800", "\u3164", "\uffa0", "\u115f", "\ufeff"),
    *("\u202e", "\u2060", "\u034f", "\ufe0f", "\U000e0041\U000e0042", "\u200b \u2800", "\ue000", "\u0301"),
)


@pytest.mark.parametrize("text", INVISIBLE)
def test_a_text_that_shows_nothing_is_blank(text: str):
    assert is_blank(text)


@pytest.mark.parametrize(
    "text", ["x", "1", "?", "\u200bx", "ordre du juge", "قرار", "理由", "причина", "e\u0301", "\u2801", "🙂"]
)
def test_a_text_that_shows_something_is_not_blank(text: str):
    assert not is_blank(text)
