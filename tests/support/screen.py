"""The real program on a screen of its own (Xvfb, openbox), with keys as a person presses them (xdotool)."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "openbox", "xdotool", "xev")
MISSING = tuple(tool for tool in TOOLS if shutil.which(tool) is None)
"""What a test on a real screen cannot be run without."""


@dataclass(frozen=True, slots=True)
class Window:
    """One visible window of the program: its number, and its place and size in pixels."""

    number: int
    left: int
    top: int
    width: int
    height: int


class Screen:
    """A screen of 1366 x 768 pixels with a window manager; nothing of this machine's user is touched."""

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        self.environment = environment
        self.folder = folder

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the window program; what it prints goes to `folder`/errors."""
        with Path(self.folder, "errors").open("wb") as errors:
            return subprocess.Popen(
                [sys.executable, "-P", "-m", "ui", *arguments],
                env=self.environment | {"PYTHONPATH": str(ROOT)},
                cwd=self.folder,
                stderr=errors,
            )

    def press(self, *keys: str) -> None:
        """Press keys by their names, as `ctrl+3` or `Down`."""
        for key in keys:
            self._run("xdotool", "key", "--clearmodifiers", key)
            time.sleep(0.03)

    def hold(self, key: str, times: int) -> None:
        """Hold a key down, so that it repeats as a keyboard lets it."""
        self._run("xdotool", "key", "--delay", "30", *[key] * times)

    def type(self, text: str) -> None:
        self._run("xdotool", "type", "--clearmodifiers", "--delay", "12", "--", text)

    def wheel(self, left: int, top: int, times: int = 3) -> None:
        """Turn the wheel over a place, without a click."""
        self._run("xdotool", "mousemove", str(left), str(top), "click", "--repeat", str(times), "5")

    def windows(self) -> list[Window]:
        """The windows of the program that are seen, the newest last."""
        found = self._run("xdotool", "search", "--onlyvisible", "--class", "thb-desktop", check=False)
        return [window for number in found.split() if (window := self._look(number)) is not None]

    def wait(self, until: Callable[[], bool], seconds: float = 120) -> None:
        end = time.monotonic() + seconds
        while not until():
            assert time.monotonic() < end, "it did not come about"
            time.sleep(0.1)

    @contextmanager
    def counting(self) -> Iterator[list[str]]:
        """Which windows, by number, appeared on the screen meanwhile; known when the `with` has ended."""
        log = Path(self.folder, "appeared")
        with log.open("wb") as written:
            watch = subprocess.Popen(
                ["xev", "-root", "-event", "substructure"], env=self.environment, stdout=written
            )
        time.sleep(0.3)
        appeared: list[str] = []
        try:
            yield appeared
            time.sleep(0.5)
        finally:
            watch.kill()
            watch.wait()
            appeared += re.findall(r"^MapNotify.*\n.*window (0x\w+)", log.read_text(), re.MULTILINE)

    def _look(self, number: str) -> Window | None:
        told = self._run("xdotool", "getwindowgeometry", "--shell", number, check=False)
        seen = dict(line.split("=") for line in told.split())
        if "WIDTH" not in seen:
            return None
        left, top, width, height = (int(seen[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))
        return Window(int(number), left, top, width, height) if width > 10 else None

    def _run(self, *command: str, check: bool = True) -> str:
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=check)
        return done.stdout


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """A screen that goes with the `with`, and everything on it."""
    home, runtime = folder / "home", folder / "run"
    home.mkdir()
    runtime.mkdir(mode=0o700)
    environment = {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "FONTCONFIG_FILE": str(ROOT / "tests" / "fonts.conf"),
    }
    read, write = os.pipe()
    server = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-dpi", "96"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    programs = [subprocess.Popen([*server, "-nolisten", "tcp"], pass_fds=[write], **quiet)]
    os.close(write)
    try:
        with os.fdopen(read) as told:
            environment["DISPLAY"] = f":{told.readline().strip()}"
        programs.append(subprocess.Popen(["openbox"], env=environment, **quiet))
        here = Screen(environment, folder)
        here.wait(lambda: bool(here._run("xdotool", "getwindowfocus", check=False)))
        yield here
    finally:
        for program in reversed(programs):
            with suppress(ProcessLookupError):
                program.terminate()
            program.wait()
