"""Confined processes of the tests that are copies of a loaded one: they confine themselves and end alike."""

import hashlib
import os
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.support import workers
from tests.support.code import ROOT
from thb_desktop.inspect import running
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.running import INSPECTOR, inspect, started
from thb_desktop.ledger import canonical

pytestmark = pytest.mark.skipif(not workers._CAN_COPY, reason="copies are made on Linux alone")


@pytest.fixture(autouse=True)
def copies(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Let this test have copies; return the ids of those that were made."""
    made: list[int] = []
    copied = workers._Original.copied

    def noting(original: workers._Original, arguments: Sequence[str]) -> object:
        process = copied(original, arguments)
        made.append(process.pid)
        return process

    monkeypatch.setattr(workers._Original, "copied", noting)
    monkeypatch.setattr(workers._ORIGINALS, "is_used", True)
    yield made
    assert made


def test_a_copy_answers_is_confined_before_it_reads_and_has_nothing_of_another(copies: list[int]) -> None:
    seen: dict[str, object] = {}

    def looking() -> Iterator[bytes]:
        place = Path("/proc", str(copies[-1]))
        for _ in range(500):
            told = dict(line.split(":\t", 1) for line in (place / "status").read_text("utf-8").splitlines())
            if told["Seccomp"] == "2":
                break
            time.sleep(0.01)
        seen.update(told, open=sorted(path.name for path in (place / "fd").iterdir()))
        yield b"evidence"

    first = canonical.parse(inspect("measure", [b"of another file"]))
    second = canonical.parse(inspect("measure", looking()))

    assert first == {"size": 15, "sha256": hashlib.sha256(b"of another file").hexdigest()}
    assert second == {"size": 8, "sha256": hashlib.sha256(b"evidence").hexdigest()}
    assert (seen["Seccomp"], seen["NoNewPrivs"]) == ("2", "1")
    assert seen["open"] == ["0", "1", "2"]
    assert int(str(seen["PPid"])) == os.getpid()
    assert len(set(copies)) == 2
    assert not any(Path("/proc", str(each)).exists() for each in copies)


def test_the_end_of_a_copy_is_told_as_that_of_a_process_is(copies: list[int]) -> None:
    limits = Limits()
    ended = started(INSPECTOR, ["measure", limits.to_text()], limits)
    failed = started(INSPECTOR, ["no job", limits.to_text()], limits)

    ended.kill()

    assert (ended.wait(), ended.wait()) == (-signal.SIGKILL, -signal.SIGKILL)
    ended.kill()
    assert failed.wait() == 1
    for each in (ended, failed):
        each.stdout.close()
    assert not any(Path("/proc", str(each)).exists() for each in copies)


def test_where_a_start_is_tested_each_process_is_started_by_the_program(
    copies: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    inspect("measure", [b"a copy"])
    monkeypatch.setattr(workers._ORIGINALS, "is_used", False)

    inspect("measure", [b"no copy"])

    assert len(copies) == 1
    assert running._popen is workers._copied
    assert [name for name in workers.FRESH if not (ROOT / "tests" / name).exists()] == []
