"""A program of the system in our confinement: it reads what it needs of the system, and nothing else."""

import json
import platform
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.support.code import ROOT
from thb_desktop.errors import CancelledError, InspectionEndedError, SandboxMissingError
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.ocr import tesseract

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="needs Linux"),
    pytest.mark.skipif(not ask_machine().is_whole, reason="needs Landlock and seccomp"),
]
needs_tesseract = pytest.mark.skipif(not tesseract.installed(), reason="Tesseract is not here")

BECOME = """
import sys
from thb_desktop.inspect.confinement import become_program
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.ocr.worker import _READABLE as readable

become_program(sys.argv[1:], Limits.from_text("1073741824,5,20,1048576"), readable=readable, environment={})
"""


def become(*command: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-c", BECOME, *command], capture_output=True, cwd=ROOT, timeout=60, check=False
    )


def test_it_runs_with_its_libraries_and_reads_what_the_system_has():
    assert become("/usr/bin/cat", "/usr/share/common-licenses/BSD").stdout.startswith(b"Copyright")


@pytest.mark.parametrize(
    "command",
    [
        ("/usr/bin/cat", "/etc/passwd"),
        ("/usr/bin/cat", "{place}"),
        ("/usr/bin/ls", "{folder}"),
        ("/usr/bin/cp", "/usr/share/common-licenses/BSD", "{folder}/new"),
        ("/usr/bin/rm", "{place}"),
        ("/usr/bin/bash", "-c", "(/usr/bin/true) && echo two processes"),
        ("/usr/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9"),
        ("/usr/bin/bash", "-c", "kill -0 $PPID"),
        ("{folder}/program",),
    ],
    ids=["passwords", "read", "list", "write", "remove", "fork", "network", "signal", "a program of a user"],
)
def test_it_does_nothing_else(tmp_path: Path, command: tuple[str, ...]):
    place = tmp_path / "testimony.txt"
    place.write_text("testimony", "utf-8")
    (tmp_path / "program").write_bytes(Path("/usr/bin/true").read_bytes())
    (tmp_path / "program").chmod(0o755)

    done = become(*(each.format(place=place, folder=tmp_path) for each in command))

    assert done.returncode != 0
    assert b"ermi" in done.stderr  # "Operation not permitted", "Permission denied"
    assert b"testimony" not in done.stdout + done.stderr.replace(str(place).encode(), b"")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["program", "testimony.txt"]


REACH = """
import ctypes, json, os, sys
from thb_desktop.inspect.seccomp import take_calls_away

other, place = os.getppid(), os.open("/dev/null", os.O_RDONLY)
library = ctypes.CDLL(None, use_errno=True)
limits = (ctypes.c_ulong * 2)(1 << 40, 1 << 40)
take_calls_away(becomes_program=True)
numbers = {"x86_64": (302, 72), "aarch64": (261, 25)}[os.uname().machine]
done = {
    "limits of another": library.syscall(numbers[0], other, 1, limits, None),
    "limits read of another": library.syscall(numbers[0], other, 1, None, limits),
    "own limits": library.syscall(numbers[0], 0, 1, None, limits),
    "owner of signals": library.syscall(numbers[1], place, 8, other),
    "which signal": library.syscall(numbers[1], place, 10, 9),
    "how it is open": library.syscall(numbers[1], place, 3, 0),
}
sys.stdout.write(json.dumps({name: answer >= 0 for name, answer in done.items()}))
"""


@pytest.mark.skipif(platform.machine() not in ("x86_64", "aarch64"), reason="the numbers of other calls")
def test_it_reaches_no_other_process_by_limits_or_signals_of_files():
    done = subprocess.run(
        [sys.executable, "-c", REACH], capture_output=True, cwd=ROOT, timeout=60, check=False
    )

    assert json.loads(done.stdout) == {
        "limits of another": False,
        "limits read of another": False,
        "own limits": True,
        "owner of signals": False,
        "which signal": False,
        "how it is open": True,
    }


@needs_tesseract
def test_tesseract_reads_the_words_of_a_picture():
    program = tesseract.installed()
    picture = Image.new("RGB", (900, 200), "white")
    ImageDraw.Draw(picture).text((40, 60), "room 14 floor 2", fill="black", font=ImageFont.load_default(60))

    assert "eng" in tesseract.languages(program)
    assert tesseract.version(program).startswith("tesseract ")
    told = tesseract.read(program, ["eng"], width=900, height=200, pixels=picture.tobytes()).decode()
    words = [row.split("\t")[11] for row in told.splitlines()[1:] if row.startswith("5\t")]
    assert words == ["room", "14", "floor", "2"]


@needs_tesseract
def test_a_language_that_is_not_there_ends_the_reading():
    with pytest.raises(InspectionEndedError):
        tesseract.read(tesseract.installed(), ["xyz"], width=2, height=2, pixels=bytes(12))


@needs_tesseract
def test_a_reading_that_is_not_wanted_any_more_ends():
    from threading import Event

    stopped = Event()
    stopped.set()
    with pytest.raises(CancelledError):
        tesseract.read(tesseract.installed(), ["eng"], width=2, height=2, pixels=bytes(12), cancelled=stopped)


def test_a_program_that_fails_gives_no_words():
    with pytest.raises(InspectionEndedError):
        tesseract.read("/usr/bin/false", ["eng"], width=2, height=2, pixels=bytes(12))


def test_without_a_program_nothing_is_read():
    with pytest.raises(SandboxMissingError):
        tesseract.read("", ["eng"], width=2, height=2, pixels=bytes(12))


@needs_tesseract
def test_data_that_the_environment_of_a_user_names_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "xyz.traineddata").write_bytes(b"of anybody")
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))

    told = tesseract.languages(tesseract.installed())

    assert "xyz" not in told
    assert "eng" in told
