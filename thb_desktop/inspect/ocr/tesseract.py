"""Tesseract: whether it is installed, which languages it reads, and what it reads in a picture. Untrusted.

It is looked for where its installer puts it, and not along the user's PATH: a program there could be
anybody's. See the manual page tesseract(1).
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

from thb_desktop.errors import InspectionEndedError, SandboxMissingError
from thb_desktop.inspect import OCR_WORKER
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.ocr.worker import ARGUMENTS, ENVIRONMENT
from thb_desktop.inspect.running import Process, Worker, exchange, started

_PLACES = ("/usr/bin/tesseract", "/usr/local/bin/tesseract")
_ON_WINDOWS = ("C:\\Program Files\\Tesseract-OCR\\tesseract.exe",)
_LIMITS = Limits(memory=3 << 29, processor=120, seconds=180, answer=8 << 20)
_NO_LANGUAGE = frozenset({"osd", "equ"})
"""Data that Tesseract lists among its languages: the direction of a page, and formulas."""
_PIECE = 1 << 20
_WORKER = Worker(module="thb_desktop.inspect.ocr.worker", word=OCR_WORKER)
_SECONDS = 20


def installed() -> str:
    """Return the path of Tesseract; empty if it is not installed or this machine cannot confine it."""
    if not ask_machine().is_whole:
        return ""
    places = _ON_WINDOWS if sys.platform == "win32" else _PLACES
    return next((each for each in places if Path(each).is_file()), "")


def languages(program: str) -> tuple[str, ...]:
    """Return Tesseract's codes of the languages that are installed with it ("fra", "ara")."""
    lines = _told(program, "--list-langs").splitlines()[1:]
    return tuple(each.strip() for each in lines if each.strip() and each.strip() not in _NO_LANGUAGE)


def version(program: str) -> str:
    """Return its name and version, as it says them ("tesseract 5.5.0")."""
    return _told(program, "--version").partition("\n")[0].strip()


def read(
    program: str,
    chosen: Sequence[str],
    *,
    width: int,
    height: int,
    pixels: bytes,
    cancelled: Event | None = None,
) -> bytes:
    """Return the table of words in a picture, as Tesseract writes it (TSV, UTF-8): untrusted.

    pixels: three bytes each, row by row. chosen: of `languages`. Raises SandboxMissingError,
    InspectionEndedError if it reached a limit or failed, and CancelledError.
    """
    if not program or not ask_machine().is_whole:
        raise SandboxMissingError(
            "this machine cannot keep the reading of a picture away from everything else"
        )
    process = _start(program, "+".join(chosen))
    said, code = exchange(
        process, _picture(width, height, pixels), limits=_LIMITS, cancelled=cancelled, ends_itself=True
    )
    if code != 0 or len(said) > _LIMITS.answer:
        raise InspectionEndedError("the picture could not be read within the limits")
    return said


def _start(program: str, chosen: str) -> Process:
    if sys.platform == "win32":
        from thb_desktop.inspect.windows import start_in_container

        process: Process = start_in_container([program, *ARGUMENTS, chosen, "tsv"], ENVIRONMENT, _LIMITS)
    else:
        process = started(_WORKER, [program, chosen, _LIMITS.to_text()], _LIMITS)
    return process


def _picture(width: int, height: int, pixels: bytes) -> Iterator[bytes]:
    """A picture in the form that has no form to attack: size and pixels (PPM)."""
    yield b"P6\n%d %d\n255\n" % (width, height)
    for at in range(0, len(pixels), _PIECE):
        yield pixels[at : at + _PIECE]


def _environment() -> dict[str, str]:
    """What it is given besides: nothing of the user, whose TESSDATA_PREFIX may lead to data of anybody."""
    kept = {name: value for name, value in os.environ.items() if name.upper() == "SYSTEMROOT"}
    return {**ENVIRONMENT, **kept}


def _told(program: str, question: str) -> str:
    """What the program says of itself, which takes no input."""
    try:
        answer = subprocess.run(
            [program, question],
            capture_output=True,
            timeout=_SECONDS,
            check=True,
            stdin=subprocess.DEVNULL,
            env=_environment(),
        )
    except (OSError, subprocess.SubprocessError):
        raise InspectionEndedError("Tesseract does not answer") from None
    return answer.stdout.decode("utf-8", "replace")
