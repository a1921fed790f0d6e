"""The screen on which the program is driven shows the real window, and nothing else appears on it."""

import time
from pathlib import Path

import pytest

from tests.support.screens import missing_programs, screen

pytestmark = pytest.mark.skipif(
    bool(missing_programs()), reason=f"a drive needs {', '.join(missing_programs())}"
)


def test_the_program_shows_one_window_and_no_other_appears_by_itself(tmp_path: Path):
    with screen(tmp_path) as shown:
        with shown.mapped() as appeared:
            program = shown.program()
            shown.until(lambda: "THB Desktop" in shown.titles())
            shown.rests()
            time.sleep(0.5)
        code = program.poll()
        picture = shown.picture("start").stat().st_size

    assert code is None
    assert len(appeared) <= 2  # the window, and the frame of the window manager
    assert picture > 5_000
