"""The program as it is really started: a process of its own, with its exit code and its streams."""

import fcntl
import json
import os
import signal
import struct
import subprocess
import sys
import termios
import time
from dataclasses import replace
from pathlib import Path

import pytest

import thb_desktop
from tests.support import command_line
from tests.support.code import ROOT
from tests.support.command_line import PASSPHRASE, CommandLine, cheap_environment, descriptor_with
from thb_desktop.domain.times import Reading

ENVIRONMENT = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}


def start(*arguments: str | Path, secret: str = "") -> subprocess.CompletedProcess[str]:
    with descriptor_with(secret + "\n") as descriptor:
        typed = [str(argument) for argument in arguments]
        if secret:
            typed += ["--passphrase-fd", str(descriptor)]
        return subprocess.run(
            [sys.executable, "-m", "thb_desktop", *typed],
            cwd="/",
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            pass_fds=(descriptor,),
        )


def test_it_starts_with_an_empty_environment_and_says_its_version():
    started = start("--version")

    assert started.returncode == 0, started.stderr
    assert started.stdout == f"thb {thb_desktop.__version__}\n"


def test_it_opens_a_vault_with_a_passphrase_from_a_descriptor(vault: Path):
    started = start("unlock", vault, "--json", secret=PASSPHRASE)

    assert started.returncode == 0, started.stderr
    assert json.loads(started.stdout)["user"] == "Ana Ilin"
    assert started.stderr == ""


def test_its_exit_code_is_that_of_the_refusal(vault: Path):
    started = start("unlock", vault, "--json", secret="something else entirely")

    assert started.returncode == 15
    assert json.loads(started.stderr)["error"] == "wrong-passphrase"


def test_without_a_terminal_it_asks_for_nothing_and_says_what_to_do(vault: Path):
    started = start("unlock", vault)

    assert started.returncode == 2
    assert "-fd" in started.stderr


def test_a_reader_that_leaves_early_is_no_fault_to_complain_of():
    reading, writing = os.pipe()
    os.close(reading)

    started = subprocess.run(
        [sys.executable, "-m", "thb_desktop", "--help"],
        env=ENVIRONMENT,
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)

    assert "Traceback" not in started.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopped_by_hand_or_by_the_system_it_says_so_without_a_trace(vault: Path, number: int):
    reading, writing = os.pipe()
    child = subprocess.Popen(
        [
            # A suite that runs in the background of a shell hands its children a SIGINT that is ignored.
            "env",
            "--default-signal=INT,TERM,HUP",
            sys.executable,
            "-m",
            "thb_desktop",
            "unlock",
            str(vault),
            "--passphrase-fd",
            str(reading),
            "--json",
        ],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        pass_fds=(reading,),
    )
    try:
        os.write(writing, b"a")
        while unread(reading):
            time.sleep(0.01)
        child.send_signal(number)
        out, err = child.communicate(timeout=300)
    finally:
        os.close(reading)
        os.close(writing)

    assert child.returncode == 3
    assert out == ""
    assert json.loads(err)["error"] == "cancelled"


class PressedClock:
    """A clock at whose first reading somebody presses Ctrl+C."""

    def read(self) -> Reading:
        signal.raise_signal(signal.SIGINT)
        raise AssertionError("the signal was not heard")


def test_ctrl_c_in_the_midst_of_a_command_ends_the_run_of_the_tests(
    thb: CommandLine, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    pressed = replace(cheap_environment(), clock=PressedClock())
    monkeypatch.setattr(command_line, "cheap_environment", lambda: pressed)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)

    try:
        with pytest.raises(KeyboardInterrupt):
            thb("unlock", vault, passphrase=PASSPHRASE)
    finally:
        signal.signal(signal.SIGINT, before)


def unread(descriptor: int) -> int:
    """How many bytes wait in a pipe: none once the program has begun to read its passphrase."""
    return struct.unpack("i", fcntl.ioctl(descriptor, termios.FIONREAD, bytes(4)))[0]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no /proc here")
def test_its_memory_is_closed_to_other_programs_of_the_same_user():
    program = (
        "from thb_desktop.vault.memory import protect_memory; protect_memory();"
        "import ctypes, resource;"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE))"
    )

    started = subprocess.run(
        [sys.executable, "-c", program], env=ENVIRONMENT, capture_output=True, text=True, check=False
    )

    assert started.stdout == "0 (0, 0)\n"
