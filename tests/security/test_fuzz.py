"""Every reader of data from outside, given spoilt data: it reads, or refuses by an error of ours."""

import json
import subprocess
import sys
from math import inf

import pytest

from tests.security.fuzz.engine import CORPUS, MOST_MEMORY, kept, run_own, samples_of
from tests.security.fuzz.mutation import Draw, spoil
from tests.security.fuzz.targets import TARGETS, Fault, Target, attempt
from tests.support.code import ROOT
from thb_desktop.errors import FormatError

SLOW = {
    "certificate": 40,
    "custody": 200,
    "document": 200,
    "message": 150,
    "passphrase": 300,
    "compartment": 200,
}
"""How many inputs an ordinary run tries of what takes milliseconds each; of the others 500."""

every_target = pytest.mark.parametrize("name", TARGETS)


@pytest.mark.requirement("SR-28")
@every_target
def test_sr_28_a_spoilt_input_is_read_or_refused_by_an_error_of_ours(name: str):
    outcome = run_own(name, inputs=len(samples_of(name)) + SLOW.get(name, 500), most_seconds=inf)

    assert outcome.fault == "", f"{outcome.fault}: {outcome.culprit}"


@pytest.mark.requirement("SR-28")
@pytest.mark.parametrize("name", sorted({*TARGETS} - {"signature"}))
def test_sr_28_what_is_not_spoilt_is_read(name: str):
    """Else nothing but the first refusal would be tried."""
    assert any(attempt(TARGETS[name], data) for data in TARGETS[name].samples())


@pytest.mark.requirement("SR-28")
def test_sr_28_what_once_made_a_reader_fail_is_tried_in_every_run():
    folders = {path.name for path in CORPUS.iterdir() if path.is_dir()}

    assert folders <= {name.replace(" ", "-") for name in TARGETS}
    for name in TARGETS:
        for data in kept(name):
            assert data in samples_of(name)
            attempt(TARGETS[name], data)


@pytest.mark.requirement("SR-28")
def test_sr_28_one_seed_spoils_one_way():
    def row(seed: str) -> list[bytes]:
        draw = Draw(seed)
        return [spoil(draw, [b'{"a":[1,"x"]}', b"\x00\x01"]) for _ in range(200)]

    assert row("one") == row("one")
    assert row("one") != row("another")
    assert len(set(row("one"))) > 150


def with_a_fault(data: bytes) -> None:
    if data[:1] == b"x":
        raise KeyError(data)
    raise FormatError("it does not begin with an x")


def that_repeats(data: bytes) -> None:
    raise FormatError(f"this is not in the form: {data!r}")


@pytest.mark.requirement("SR-28")
def test_sr_28_a_fault_would_be_found():
    faulty = Target(read=with_a_fault, samples=lambda: [b"y"])

    assert not attempt(faulty, b"y")
    with pytest.raises(KeyError):
        attempt(faulty, b"x")
    with pytest.raises(Fault):
        attempt(Target(read=that_repeats, samples=list), b"z" * 500)


@pytest.mark.requirement("SR-28")
def test_sr_28_the_drill_tells_its_figures(tmp_path, figure):
    """As `make drill` runs it, for a moment: each target in a process of its own, with its memory."""
    figures = tmp_path / "figures.json"

    run = subprocess.run(
        [sys.executable, "-m", "tests.security.fuzz", "--seconds", "0.5", "--own", "--target", "header",
         "--target", "document", "--json", str(figures)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip

    told = json.loads(figures.read_text("utf-8"))
    figure("SR-28", "readers that are fuzzed", len(TARGETS))
    assert (run.returncode, told["faults"], told["targets"]) == (0, 0, 2), run.stderr
    assert told["inputs"] > 100
    assert 20 < told["most_memory_mib"] < MOST_MEMORY
    assert len(TARGETS) >= 7
