"""A screen of one's own: the real program in a real window, driven by real keys, mouse and wheel.

The X server, the program and everything they write live below one folder. Needs the Debian packages xvfb,
xdotool, openbox, x11-utils, xclip and imagemagick.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.support.code import ROOT

PROGRAMS = ("Xvfb", "xdotool", "openbox", "xev", "xclip", "import")
SIZE = "1366x768"
_PATIENCE = 60.0
"""Seconds that a window may take to appear or to come to rest; a limit, never a measure."""


_BLINK = 80
"""Points of the small screen that may change while it rests."""


def missing_programs() -> list[str]:
    """Which of the programs that a drive needs are not here."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


class Screen:
    """An X server with a window manager. `work`: the folder of everything that is written."""

    def __init__(self, work: Path) -> None:
        self.work = work
        self._home, self._shots = work / "home", work / "shots"
        for folder in (self._home, self._shots, work / "run"):
            folder.mkdir(parents=True, exist_ok=True)
        (work / "run").chmod(0o700)
        self._processes: list[subprocess.Popen[bytes]] = []
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("QT_", "XDG_", "WAYLAND", "DISPLAY", "LC_"))
        }
        self.environment |= {
            "HOME": str(self._home),
            "XDG_RUNTIME_DIR": str(work / "run"),
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "TZ": "Europe/Brussels",
        }

    def start(self) -> None:
        """Start the server on the first number that is free."""
        read, write = os.pipe()
        server = self._run(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{SIZE}x24", "-dpi", "96"], pass_fds=(write,)
        )
        os.close(write)
        with os.fdopen(read, "rb") as answer:
            number = answer.readline().decode().strip()
        assert number, f"no X server: {server.poll()}"
        self.environment["DISPLAY"] = f":{number}"
        self._run(["openbox"])
        self.until(lambda: self.tell("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").returncode == 0)
        time.sleep(0.3)

    def close(self) -> None:
        for process in reversed(self._processes):
            process.terminate()
        for process in self._processes:
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()
            process.wait()

    def tell(self, *command: str) -> subprocess.CompletedProcess[bytes]:
        """Run one of the small programs on this screen."""
        return subprocess.run(command, env=self.environment, capture_output=True, check=False, timeout=120)

    def program(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the window of this checkout."""
        return self._run([sys.executable, "-P", "-m", "ui", *arguments], cwd=ROOT)

    def keys(self, *names: str) -> None:
        """Press keys one after the other: "Tab", "ctrl+n", "F2"."""
        for name in names:
            self.tell("xdotool", "key", "--clearmodifiers", name)
            time.sleep(0.05)

    def types(self, text: str) -> None:
        """Type as a person does, a key at a time."""
        self.tell("xdotool", "type", "--clearmodifiers", "--delay", "15", "--", text)

    def pastes(self, text: str) -> None:
        """Paste what this keyboard has no keys for."""
        subprocess.run(
            ["xclip", "-selection", "clipboard", "-i"],
            env=self.environment,
            input=text.encode(),
            check=True,
            timeout=60,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(0.15)
        self.keys("ctrl+v")

    def wheels(self, x: int, y: int, turns: int = 3) -> None:
        """Turn the wheel over a place."""
        self.tell("xdotool", "mousemove", str(x), str(y))
        self.tell("xdotool", "click", "--repeat", str(turns), "5")

    def clicks(self, x: int, y: int) -> None:
        self.tell("xdotool", "mousemove", str(x), str(y), "click", "1")

    def titles(self) -> list[str]:
        """The titles of the windows that are seen."""
        found = self.tell("xdotool", "search", "--onlyvisible", "--name", ".").stdout.decode().split()
        return [self.tell("xdotool", "getwindowname", each).stdout.decode().strip() for each in found]

    def windows(self) -> list[str]:
        """The ids of the windows that are seen, named or not."""
        return self.tell("xdotool", "search", "--onlyvisible", "--name", ".").stdout.decode().split()

    def picture(self, name: str) -> Path:
        """What the whole screen shows now."""
        shot = self._shots / f"{name}.png"
        self.tell("import", "-window", "root", str(shot))
        return shot

    def rests(self) -> None:
        """Wait until the screen shows the same for a while, but for a cursor that blinks or a clock."""
        end = time.monotonic() + _PATIENCE
        last, since = self._small(), time.monotonic()
        while time.monotonic() < end and time.monotonic() - since < 0.5:
            shown = self._small()
            changed = sum(before != after for before, after in zip(last, shown, strict=False))
            if changed > _BLINK or len(shown) != len(last):
                since = time.monotonic()
            last = shown
            time.sleep(0.1)

    def _small(self) -> bytes:
        """The screen in shades of grey, a quarter as wide and high."""
        picture = ("-colorspace", "Gray", "-scale", "25%", "-depth", "8", "gray:-")
        return self.tell("import", "-window", "root", *picture).stdout

    def until(self, holds: Callable[[], object], what: str = "") -> None:
        """Wait until something holds; AssertionError where it never does."""
        end = time.monotonic() + _PATIENCE
        while not holds():
            assert time.monotonic() < end, what or "it took too long"
            time.sleep(0.1)

    @contextmanager
    def mapped(self) -> Iterator[list[str]]:
        """Watch which windows appear meanwhile; the list is filled at the end."""
        found: list[str] = []
        log = self.work / "xev.log"
        with log.open("wb") as told:
            watcher = subprocess.Popen(
                ["xev", "-root", "-event", "substructure"], env=self.environment, stdout=told
            )
            time.sleep(0.4)
            try:
                yield found
            finally:
                time.sleep(0.6)
                watcher.terminate()
                watcher.wait()
        lines = log.read_text("utf-8", "replace").split("\n\n")
        found += [line for line in lines if line.strip().startswith("MapNotify")]

    def _run(
        self, command: list[str], *, cwd: Path | None = None, pass_fds: tuple[int, ...] = ()
    ) -> subprocess.Popen[bytes]:
        name = Path(command[0]).name if command[0] != sys.executable else "program"
        with (self.work / f"{name}.log").open("ab") as told:
            process = subprocess.Popen(
                command,
                env=self.environment,
                cwd=cwd,
                pass_fds=pass_fds,
                stdin=subprocess.DEVNULL,
                stdout=told,
                stderr=told,
            )
        self._processes.append(process)
        return process


@contextmanager
def screen(work: Path) -> Iterator[Screen]:
    """A screen for the time of one test."""
    shown = Screen(work)
    try:
        shown.start()
        yield shown
    finally:
        shown.close()
