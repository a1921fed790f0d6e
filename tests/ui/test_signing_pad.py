"""The pad on which somebody signs: a long signature is whole, and still one that can be kept."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from thb_desktop.domain.strokes import MOST, read_strokes
from ui.widgets.signing_pad import SigningPad

_ACROSS, _DOWN = 430, 170


@pytest.fixture
def pad(qtbot: QtBot) -> SigningPad:
    made = SigningPad("Signature")
    qtbot.addWidget(made)
    return made


def draw(pad: SigningPad, points: int, *, down: int = 0) -> QPoint:
    """Draw one stroke to and fro with so many points; return where it ends."""
    at = QPoint(5, 5 + down)
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=at)
    for number in range(points):
        at = QPoint(5 + (number * 7) % _ACROSS, 5 + (down + number // 4) % _DOWN)
        QTest.mouseMove(pad, at)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=at)
    return at


def test_a_signature_of_more_points_than_are_kept_is_whole_and_signed(pad: SigningPad):
    last = draw(pad, MOST + 500)

    (stroke,) = read_strokes(pad.text())
    assert pad.is_signed()
    assert MOST // 2 < len(stroke) <= MOST
    assert stroke[-1] == (round(last.x() * 1000 / pad.width()), round(last.y() * 400 / pad.height()))


def test_a_further_stroke_after_the_most_points_is_kept_too(pad: SigningPad):
    draw(pad, MOST)
    draw(pad, 40, down=80)

    assert pad.is_signed()
    assert [len(each) > 8 for each in read_strokes(pad.text())] == [True, True]


def test_so_many_dots_that_none_can_be_left_out_stay_a_signature(pad: SigningPad):
    for number in range(MOST + 5):
        at = QPoint(number % _ACROSS, number % _DOWN)
        QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=at)

    assert pad.is_signed()
    assert len(read_strokes(pad.text())) == MOST
