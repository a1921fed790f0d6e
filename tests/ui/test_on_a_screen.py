"""The real program on a real screen, driven by keys: what only a window system shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.screen import MISSING, Screen, Window, screen
from tests.support.vaults import PASSPHRASE

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not here: {', '.join(MISSING)}")

WIDE = 1000
"""Pixels: the main window is wider, the start window is not."""


@pytest.fixture
def at_the_screen(tmp_path: Path) -> Iterator[Screen]:
    with screen(tmp_path) as here:
        yield here


def main_window(here: Screen, vault: Path) -> Window:
    """Unlock the vault by keys alone."""
    here.wait(lambda: len(here.windows()) == 1)
    here.type(PASSPHRASE)
    here.press("Return")
    here.wait(lambda: any(window.width > WIDE for window in here.windows()))
    here.wait(lambda: len(here.windows()) == 1)
    return here.windows()[0]


def test_no_window_flashes_while_a_list_is_filtered_or_down_is_held(at_the_screen: Screen, vault: Path):
    here = at_the_screen
    program = here.start("--open", str(vault))
    main_window(here, vault)

    with here.counting() as appeared:
        for page in ("ctrl+3", "ctrl+4"):
            here.press(page)
            here.wait(lambda: len(here.windows()) == 1)
            here.hold("Down", 25)
        here.press("ctrl+3", "ctrl+f")
        here.type("E-01")
        here.hold("BackSpace", 4)

    program.kill()
    program.wait()
    assert appeared == []
    assert Path(here.folder, "errors").read_text() == ""
