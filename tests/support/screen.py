"""A screen of one's own: the real program in a real window, driven by real keys, mouse and wheel.

The X server, the message bus and the program write below one folder, but for their sockets. Needs the Debian
packages that `scripts/test_tools.sh` names.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.support import drag_source
from tests.support.code import ROOT
from tests.support.screen_reader import ScreenReader, Spoken

PROGRAMS = ("Xvfb", "openbox", "dbus-daemon", "xdotool", "xev", "xprop", "xclip", "import")
_READER = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
"""By this file the message bus starts what screen readers are told by (at-spi2-core)."""
MISSING = (
    *(name for name in PROGRAMS if shutil.which(name) is None),
    *(() if _READER.is_file() else ("at-spi2-core",)),
)
"""What a drive cannot do without and is not here."""
WIDTH, HEIGHT = 1366, 768
"""Pixels of the screen: the smallest that courts have."""
_HELD = 2.0
"""Seconds after which the uppermost window is given the keys that none takes, as by a person's click."""
PATIENCE = 120.0
"""Seconds that something may take to come about on a busy machine; a limit, never a measure."""

_STEPS = 12
"""Moves of the pointer in a drag."""
_RESTED = 0.5
"""Seconds that the pointer rests over what takes a drag: both programs say meanwhile what they would do."""

_CREATED = re.compile(r"^CreateNotify.*\n.*window (0x\w+), .*, (width \d+, height \d+)", re.MULTILINE)
_FRAMED = re.compile(r"^ReparentNotify.*\n.*window (0x\w+), parent (0x\w+)", re.MULTILINE)
_SHOWN = re.compile(r"^MapNotify.*\n.*window (0x\w+), override NO", re.MULTILINE)


class Screen:
    """A screen with a window manager and a screen reader.

    work: the folder of everything that is written. The screen reader finds things by their accessible names;
    keys, clicks and wheel come from the X server, as a person's do.
    """

    def __init__(self, work: Path) -> None:
        self.work = work
        self.home = work / "home"
        self._shots = work / "shots"
        for folder in (self.home, self._shots):
            folder.mkdir(parents=True, exist_ok=True)
        # Not below `work`: the address of a socket has room for a path of about 100 bytes.
        self._runtime = Path(tempfile.mkdtemp(prefix="thb-"))
        self._processes: list[subprocess.Popen[bytes]] = []
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self._runtime),
            "LANG": "C.UTF-8",
            "TZ": "Europe/Brussels",
            "PYTHONPATH": str(ROOT),
            "FONTCONFIG_FILE": str(ROOT / "tests" / "fonts.conf"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }

    def start(self) -> None:
        """Start the server, the bus and the window manager."""
        pixels = f"{WIDTH}x{HEIGHT}x24"
        server = ["Xvfb", "-screen", "0", pixels, "-dpi", "96", "-nolisten", "tcp", "-displayfd"]
        self.environment["DISPLAY"] = f":{self._start_and_hear(server)}"
        bus = [
            "dbus-daemon",
            "--session",
            "--nofork",
            f"--address=unix:dir={self._runtime}",
            "--print-address",
        ]
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._start_and_hear(bus)
        self._start_manager()
        self.reader = ScreenReader(self.environment["DBUS_SESSION_BUS_ADDRESS"])

    def close(self) -> None:
        """End everything that was started, and wait for it."""
        with suppress(AttributeError):
            self.reader.close()
        for process in reversed(self._processes):
            process.terminate()
        for process in self._processes:
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()
            process.wait()
        shutil.rmtree(self._runtime, ignore_errors=True)

    def program(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the window of this checkout; what it prints goes to `errors`."""
        return self._run([sys.executable, "-P", "-m", "ui", *arguments])

    def errors(self) -> str:
        """What the program printed, but for Qt's notes, and our questions about things that had closed."""
        told = (self.work / "program.log").read_text("utf-8", "replace")
        notes = ("qt.accessibility.atspi", "qt.multimedia.symbolsresolver", "QtInfoMsg")
        return "".join(line for line in told.splitlines(True) if not any(note in line for note in notes))

    # What a person does.

    def keys(self, *names: str) -> None:
        """Press keys one after the other, each by its name: "Tab", "ctrl+n", "F2"."""
        self._give_keys()
        for name in names:
            self._tell("xdotool", "key", "--clearmodifiers", name)

    def holds(self, key: str, times: int) -> None:
        """Hold a key down, so that it repeats as a keyboard lets it."""
        self._give_keys()
        self._tell("xdotool", "key", "--delay", "30", *[key] * times)

    def types(self, text: str) -> None:
        """Type a key at a time; paste what the keyboard has no keys for."""
        if not text.isascii():
            self.pastes(text)
        elif text:
            self._give_keys()
            self._tell("xdotool", "type", "--clearmodifiers", "--delay", "12", "--", text)

    def pastes(self, text: str) -> None:
        """Paste a text that was copied elsewhere."""
        copy = ["xclip", "-selection", "clipboard", "-i"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(copy, env=self.environment, input=text.encode(), check=True, timeout=PATIENCE, **quiet)
        # xclip may return before the screen knows of its text: what was copied before would be pasted.
        self.until(lambda: self._copied() == text.encode(), f"{text!r} was not copied")
        self.keys("ctrl+v")

    def _copied(self) -> bytes:
        """What a paste would paste now."""
        ask = ["xclip", "-selection", "clipboard", "-o"]
        return subprocess.run(
            ask, env=self.environment, capture_output=True, check=False, timeout=PATIENCE
        ).stdout

    def clicks(self, what: Spoken, *, times: int = 1) -> None:
        """Click into the middle of something."""
        x, y = self.reader.middle(what)
        self._tell("xdotool", "mousemove", str(x), str(y), "click", "--repeat", str(times), "1")

    def wheels(self, x: int, y: int, turns: int = 3) -> None:
        """Turn the wheel over a place, without a click."""
        self._tell("xdotool", "mousemove", str(x), str(y), "click", "--repeat", str(turns), "5")

    def drags(self, *files: Path, to: Spoken) -> str:
        """Drag files out of a window of another program and drop them in the middle of something; return what
        that program says became of them.
        """
        begin = [sys.executable, "-P", "-m", "tests.support.drag_source", *map(str, files)]
        log = self.work / "drag_source.log"
        log.unlink(missing_ok=True)
        self._run(begin, name=log.stem)
        find = ("xdotool", "search", "--onlyvisible", "--name", drag_source.NAME)
        self.until(lambda: self._tell(*find), "no other program shows files")
        begin_x, begin_y = (each + drag_source.SIDE // 2 for each in (drag_source.LEFT, drag_source.TOP))
        end_x, end_y = self.reader.middle(to)
        self._tell("xdotool", "mousemove", str(begin_x), str(begin_y), "mousedown", "1")
        for step in range(1, _STEPS + 1):
            x, y = (
                first + (last - first) * step // _STEPS
                for first, last in ((begin_x, end_x), (begin_y, end_y))
            )
            self._tell("xdotool", "mousemove", str(x), str(y), "sleep", "0.05")
        time.sleep(_RESTED)
        self._tell("xdotool", "mouseup", "1")
        self.until(lambda: set(log.read_text("utf-8").splitlines()) & set(drag_source.ENDS), "no drag ended")
        return next(each for each in log.read_text("utf-8").splitlines() if each in drag_source.ENDS)

    # What a person sees.

    def windows(self) -> int:
        """How many windows the program shows, menus and open lists among them."""
        return len(self._tell("xdotool", "search", "--onlyvisible", "--class", "thb-desktop").split())

    def picture(self, name: str) -> Path:
        """What the whole screen shows now."""
        shot = self._shots / f"{name}.png"
        self._tell("import", "-window", "root", str(shot))
        return shot

    def until(self, holds: Callable[[], object], what: str = "it did not come about") -> None:
        """Wait until something holds; AssertionError where it never does."""
        assert self.soon(holds, PATIENCE), f"{what}; {self._seen()}"

    def soon(self, holds: Callable[[], object], seconds: float) -> bool:
        """Wait until something holds, and no longer than this; whether it does.

        The program itself answers what is asked of its screen: the longer it takes, the less it is asked.
        """
        end, pause = time.monotonic() + seconds, 0.03
        while not holds():
            if time.monotonic() > end:
                return False
            time.sleep(pause)
            pause = min(1.5 * pause, 0.3)
        return True

    @contextmanager
    def mapped(self) -> Iterator[list[str]]:
        """Which windows appear meanwhile, each by its first size; known when the `with` ends.

        Menus and open lists, which no window manager looks after, are not among them.
        """
        log = self.work / "appeared"
        with log.open("wb") as told:
            watch = ["xev", "-root", "-event", "substructure"]
            watcher = subprocess.Popen(watch, env=self.environment, stdout=told)
            appeared: list[str] = []
            time.sleep(0.5)
            try:
                yield appeared
                time.sleep(0.5)
            finally:
                watcher.kill()
                watcher.wait()
        appeared += _sizes_of_the_mapped(log.read_text("utf-8"))

    def _give_keys(self) -> None:
        """Give the keys to the uppermost window where the window manager gave them to none.

        Openbox does so where a dialog closes just as it is given the keys of one that closed before it.
        """
        if self.soon(self._are_keys_taken, _HELD):
            return
        told = self._tell("xprop", "-root", "_NET_CLIENT_LIST_STACKING").decode()
        stacked = re.findall(r"0x[0-9a-f]+", told)
        if stacked:
            self._tell("xdotool", "windowactivate", stacked[-1])
            self.soon(self._are_keys_taken, _HELD)

    def _are_keys_taken(self) -> bool:
        """Whether a window other than the manager's own takes the keys."""
        return self._tell("xdotool", "getwindowfocus", "getwindowname").strip() not in (b"", b"Openbox")

    def _seen(self) -> str:
        """What stands on the screen, for who reads of a failure."""
        with suppress(AttributeError):
            names = [f"{each.role} {each.name!r}" for each in self.reader.shown() if each.name]
            return f"focus: {self.reader.focus()}; shown: {'; '.join(names[:60])}; {self.errors()[-800:]}"
        return ""

    def _tell(self, *command: str) -> bytes:
        """Run one of the small programs on this screen."""
        return subprocess.run(
            command, env=self.environment, capture_output=True, check=False, timeout=PATIENCE
        ).stdout

    def _start_manager(self) -> None:
        """Start the window manager, and once more if it does not come up on a busy machine."""
        for _ in range(6):
            manager = self._run(["openbox"])
            end = time.monotonic() + PATIENCE / 6
            while time.monotonic() < end and manager.poll() is None:
                if b"window id" in self._tell("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"):
                    return
                time.sleep(0.05)
            manager.kill()
        raise AssertionError("no window manager came up")

    def _start_and_hear(self, command: list[str]) -> str:
        """Start a server that writes its address into a pipe that it is given last."""
        read, write = os.pipe()
        last = str(write) if command[-1] == "-displayfd" else f"{command.pop()}={write}"
        self._run([*command, last], pass_fds=(write,))
        os.close(write)
        with os.fdopen(read, "rb") as answer:
            heard = answer.readline().decode().strip()
        assert heard, f"{command[0]} did not start"
        return heard

    def _run(
        self, command: list[str], *, pass_fds: tuple[int, ...] = (), name: str = ""
    ) -> subprocess.Popen[bytes]:
        name = name or ("program" if command[0] == sys.executable else command[0])
        with (self.work / f"{name}.log").open("ab") as told:
            process = subprocess.Popen(
                command,
                env=self.environment,
                cwd=self.work,
                pass_fds=pass_fds,
                stdin=subprocess.DEVNULL,
                stdout=told,
                stderr=told,
            )
        self._processes.append(process)
        return process


def _sizes_of_the_mapped(events: str) -> list[str]:
    """The first sizes of the windows that were put into a frame and shown. events: told by xev."""
    sizes = dict(_CREATED.findall(events))
    inner = {frame: window for window, frame in _FRAMED.findall(events)}
    return [sizes.get(inner.get(frame, frame), "unknown") for frame in _SHOWN.findall(events)]


@contextmanager
def screen(work: Path) -> Iterator[Screen]:
    """A screen for the time of one test."""
    here = Screen(work)
    try:
        here.start()
        yield here
    finally:
        here.close()
