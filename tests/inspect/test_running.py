"""One stream given to the worker: what it answers, and what ends it."""

import hashlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from thb_desktop.errors import CancelledError, InspectionEndedError, SandboxMissingError
from thb_desktop.inspect import running
from thb_desktop.inspect.confinement import Confinement, ask_machine
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.running import inspect
from thb_desktop.ledger import canonical

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)


@pytest.mark.parametrize("size", [0, 1, 70_000, 9 << 20])
def test_a_stream_is_measured_by_the_worker(size: int):
    data = os.urandom(size)

    said = inspect("measure", (data[start : start + 100_000] for start in range(0, size, 100_000)))

    assert canonical.parse(said) == {"size": size, "sha256": hashlib.sha256(data).hexdigest()}


@pytest.mark.requirement("SR-27")
def test_the_worker_has_nothing_of_this_process_and_is_confined_before_it_reads(
    monkeypatch: pytest.MonkeyPatch,
):
    """Asked of the system, while the worker waits for its stream."""
    secret = os.open("/etc/hostname", os.O_RDONLY)
    monkeypatch.setenv("THB_SECRET", "amber canal")
    started: list[int] = []
    popen = running.subprocess.Popen

    def noting(*given: object, **named: object) -> object:
        process = popen(*given, **named)  # type: ignore[call-overload]
        started.append(process.pid)
        return process

    monkeypatch.setattr(running.subprocess, "Popen", noting)
    seen: dict[str, object] = {}

    def looking() -> Iterator[bytes]:
        place = Path("/proc", str(started[0]))
        for _ in range(500):
            told = dict(line.split(":\t", 1) for line in (place / "status").read_text("utf-8").splitlines())
            if told["Seccomp"] == "2":
                break
            time.sleep(0.01)
        seen.update(told)
        seen["open"] = sorted(path.name for path in (place / "fd").iterdir())
        seen["environment"] = (place / "environ").read_bytes()
        yield b"evidence"

    found = canonical.parse(inspect("measure", looking()))

    os.close(secret)
    assert isinstance(found, dict)
    assert found["size"] == 8
    assert (seen["Seccomp"], seen["NoNewPrivs"]) == ("2", "1")
    assert seen["open"] == ["0", "1", "2"]
    assert b"SECRET" not in seen["environment"]  # type: ignore[operator]
    assert not Path("/proc", str(started[0])).exists()


@pytest.mark.requirement("SR-27")
def test_a_source_without_an_end_is_left_when_its_time_is_over():
    def endless() -> Iterator[bytes]:
        while True:
            yield bytes(1 << 16)

    begun = time.monotonic()
    with pytest.raises(InspectionEndedError):
        inspect("measure", endless(), limits=Limits(seconds=1))

    assert time.monotonic() - begun < 10


@pytest.mark.requirement("SR-27")
def test_a_source_that_never_gives_anything_is_ended_with_the_worker():
    def slow() -> Iterator[bytes]:
        yield b"begins"
        time.sleep(3)
        yield b"goes on"

    with pytest.raises(InspectionEndedError):
        inspect("measure", slow(), limits=Limits(seconds=1))


@pytest.mark.requirement("SR-27")
def test_an_answer_that_is_too_long_is_none():
    with pytest.raises(InspectionEndedError):
        inspect("measure", [b"x"], limits=Limits(answer=10))


def test_the_processor_time_is_bounded():
    def much() -> Iterator[bytes]:
        for _ in range(1 << 20):
            yield bytes(1 << 20)

    with pytest.raises(InspectionEndedError):
        inspect("measure", much(), limits=Limits(processor=1))


def test_it_can_be_stopped():
    stop = Event()
    stop.set()

    with pytest.raises(CancelledError):
        inspect("measure", [b"x"], cancelled=stop)


def test_there_is_no_other_job():
    with pytest.raises(ValueError, match="no such job"):
        inspect("open", [])


@pytest.mark.requirement("SR-27")
@pytest.mark.parametrize("machine", [Confinement(landlock=6), Confinement(seccomp=True), Confinement()])
def test_without_a_layer_nothing_is_read(machine: Confinement, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(running, "ask_machine", lambda: machine)
    read = []

    def source() -> Iterator[bytes]:
        read.append(1)
        yield b"x"

    with pytest.raises(SandboxMissingError):
        inspect("measure", source())
    assert read == []
