"""What is heard is counted and not heard: no test depends on a device for sound."""

import pytest

from ui.media.sound import SilentOutput


@pytest.fixture(autouse=True)
def _in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.media.player.find_output", SilentOutput)
