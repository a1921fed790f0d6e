"""The command `thb` for tests: in this process, with its secrets on file descriptors."""

import hashlib
import json
import os
import secrets
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from thb_desktop.cli.main import main
from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.core.environment import Environment

PASSPHRASE = "amber canal lantern orchard violet"
OTHER_PASSPHRASE = "granite willow cinder marble thistle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The JSON object that a run with --json printed."""
        return json.loads(self.out)

    @property
    def refusal(self) -> str:
        """The code of the JSON object that a refusal with --json printed."""
        assert self.out == ""
        return json.loads(self.err)["error"]


def cheap_environment() -> Environment:
    """The real clock and randomness, with the lowest allowed cost of key derivation."""
    return Environment(clock=SystemClock(), randomness=secrets.token_bytes, kdf=FLOOR)


@contextmanager
def descriptor_with(text: str | bytes) -> Iterator[int]:
    """Return an open file descriptor from which the text can be read."""
    reading, writing = os.pipe()
    os.write(writing, text.encode() if isinstance(text, str) else text)
    os.close(writing)
    try:
        yield reading
    finally:
        os.close(reading)


@contextmanager
def heeded_interrupts() -> Iterator[None]:
    """Let Ctrl+C end the test run.

    The command itself answers Ctrl+C with exit code 3; then only the running test would fail and the run
    would continue.
    """
    pressed: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        pressed.append(number)
        signal.default_int_handler(number, frame)

    heeded = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if heeded:
        signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        if heeded:
            signal.signal(signal.SIGINT, signal.default_int_handler)
    if pressed:
        raise KeyboardInterrupt


@dataclass(frozen=True, slots=True)
class CommandLine:
    """Runs `thb` in this process. Keyword arguments are secrets: `passphrase=` becomes --passphrase-fd."""

    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str | Path, **hidden: str) -> Answer:
        with ExitStack() as stack:
            typed = [str(argument) for argument in arguments]
            for name, secret in hidden.items():
                descriptor = stack.enter_context(descriptor_with(secret + "\n"))
                typed += [f"--{name.replace('_', '-')}-fd", str(descriptor)]
            self.capsys.readouterr()
            stack.enter_context(heeded_interrupts())
            code = main(typed, cheap_environment())
        out, err = self.capsys.readouterr()
        return Answer(code=code, out=out, err=err)


def state_of(folder: Path) -> str:
    """Return a digest of everything in a folder: names, modes and contents."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        digest.update(f"{path.relative_to(folder)}\0{path.lstat().st_mode:o}\0".encode())
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()
