"""What the windows of linguists say: of which turn, at which words, by which key."""

import re

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.screen_reader import plain
from thb_desktop.domain.ids import SegmentId
from thb_desktop.findings import unknown as warn
from ui.assignment.hints import hints
from ui.language_work.before_signing import told_of
from ui.language_work.chosen import Chosen

TURN = SegmentId("0" * 32)


@pytest.mark.usefixtures("application")
def test_a_turn_without_a_letter_is_named_though_its_number_stands_in_another():
    """Turn "5" of a statement: "25 per cent" does not name it."""
    length = warn("V-T-06.length", {"percent": 25}, about=TURN, label="5")
    undrawn = warn("V-T-09.undrawn", {"characters": "U+E000"}, about=TURN, label="5")

    assert plain(told_of(length, {TURN: "5"})).startswith("V-T-06  5: The translation has 25 per cent")
    assert plain(told_of(undrawn, {TURN: "5"})).startswith("V-T-09  Signs")


@pytest.mark.parametrize(
    ("start", "end", "quoted"),
    [(0, 10, "In a room"), (2, 10, "a room"), (2, 3, " "), (3, 3, ""), (0, 16, "In a room above")],
)
def test_blanks_around_chosen_words_are_no_part_of_them(start: int, end: int, quoted: str):
    """A key that chooses word by word takes the blank behind a word along."""
    text = "In a room above "
    chosen = Chosen(number=0, segment_id=TURN, is_source=False, text=text, start=start, end=end)

    assert chosen.quoted == quoted


def test_no_line_of_keys_ends_between_a_key_and_what_it_does(application: QApplication):
    del application
    for revises in (False, True):
        pieces = re.split(r" +", hints(revises=revises))
        assert all(piece.count("\u2066") == 1 for piece in pieces), pieces
