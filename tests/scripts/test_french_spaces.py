"""French texts keep a sign on the line of the word before it."""

import pytest

from scripts import french_spaces


@pytest.mark.parametrize("path", french_spaces.TEXTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_line_of_a_french_text_can_begin_with_a_sign(path):
    assert french_spaces.spaced(path) == path.read_text("utf-8")


def test_a_space_before_a_sign_is_kept_and_no_other():
    told = french_spaces.kept_together("Lieu : « Liège » ; où ? 10:05, a:b")

    assert told == "Lieu\u00a0: «\u00a0Liège\u00a0»\u00a0; où\u00a0? 10:05, a:b"
