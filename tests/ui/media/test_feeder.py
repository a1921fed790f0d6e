"""The thread beside the decoder: what it does while nothing plays."""

import pytest
from pytestqt.qtbot import QtBot

from tests.inspect.media.test_decoder import SILENT_FRAME
from tests.support.recorded import FFMPEG, Held
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.media.decoder import Decoder
from ui.media import feeder as feeding
from ui.media.feeder import Feeder

pytestmark = pytest.mark.skipif(not ask_machine().is_whole, reason="needs Landlock and seccomp")


def test_while_nothing_plays_it_is_noted_where_the_sound_lies(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(feeding, "_INDEX_FIRST", 0)
    monkeypatch.setattr(feeding, "_INDEX_MORE", 1)
    held = Held(SILENT_FRAME * 20_000)
    feeder = Feeder(lambda: Decoder(FFMPEG, held, held.size))
    qtbot.waitUntil(lambda: feeder._is_indexed)

    asked = held.asked
    feeder.go(480_000, 100)
    qtbot.waitUntil(lambda: bool(feeder._pieces))
    piece = feeder.take()
    feeder.close()

    assert piece is not None
    assert piece.at == 480_000
    assert held.asked - asked < 20
