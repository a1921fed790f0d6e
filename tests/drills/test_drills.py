"""A sample of each drill, as `make drill` runs it in full, and the proof that a drill can fail.

The samples have one seed: a test that fails by chance would stop a change that has no part in it.
`make drill` draws a new seed each time and so finds rare combinations. `THB_DRILL_SEED` gives another one.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.drills.acts.operations import OPERATIONS
from tests.drills.kit.chance import Chance, seed_of_the_tests
from tests.drills.kit.report import Result
from tests.drills.run import keep_figures
from tests.support.code import ROOT


def drilled(name: str, into: Path) -> dict[str, Any]:
    """Run the sample of one drill in a program of its own; skips with its reason."""
    seed = str(seed_of_the_tests())
    options = ["--sample", "--seed", seed, "--into", str(into)]
    command = [sys.executable, "-m", "tests.drills.run", name, *options]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (into / "drill-report.json").exists(), ran.stdout + ran.stderr
    report = json.loads((into / "drill-report.json").read_text("utf-8"))
    (told,) = report["drills"]
    if told["skipped"]:
        pytest.skip(told["skipped"])
    assert told["failures"] == [], f"seed {report['seed']}"
    assert ran.returncode == 0
    counted: dict[str, Any] = told
    return counted


@pytest.mark.requirement("SR-35", "SR-39", "SR-44")
def test_an_operation_hit_at_some_of_its_calls_leaves_the_old_state_or_the_new_one(tmp_path: Path):
    told = drilled("crashes", tmp_path)

    named = {row[""] for row in told["rows"] if row["points"]}
    assert len(named) == 9
    assert named < set(OPERATIONS)
    assert told["figures"]["crash points"] >= len(named)
    assert told["figures"]["kinds of calls hit"] >= 5
    assert "fdatasync" in told["figures"]["kinds of calls that no operation makes"]
    assert all(sum(row[reply] for row in told["rows"]) for reply in ("died", "refused", "acknowledged"))


@pytest.mark.requirement("SR-19")
def test_nothing_that_a_colleague_writes_with_a_program_of_their_own_passes_unseen(tmp_path: Path):
    told = drilled("colleagues", tmp_path)

    assert told["figures"]["attempts"] >= 10  # how many a seed chooses differs
    assert told["figures"]["unseen"] == 0


@pytest.mark.requirement("SR-40")
def test_what_was_answered_for_outlasts_a_power_cut(tmp_path: Path):
    told = drilled("power", tmp_path)

    assert told["figures"]["power cuts"] == 6
    assert told["figures"]["control: files lost that were not flushed"] == "10 of 10"


@pytest.mark.requirement("SR-40")
def test_a_power_cut_in_the_midst_takes_the_one_operation_and_nothing_else(tmp_path: Path):
    told = drilled("in-flight", tmp_path)

    assert told["figures"]["power cuts in the midst of an operation"] == 12


@pytest.mark.requirement("SR-41")
def test_on_a_full_disk_each_operation_is_refused_and_nothing_is_lost(tmp_path: Path):
    told = drilled("full-disk", tmp_path)

    assert sum(row["0 KiB left"] == "REFUSED" for row in told["rows"]) >= 3
    assert told["notes"]["REFUSED disk-full"] >= 3


@pytest.mark.requirement("SR-46")
def test_what_a_disk_lost_that_lied_about_flushing_is_named(tmp_path: Path):
    told = drilled("lies", tmp_path)

    elsewhere = [row for row in told["rows"] if row[""].endswith("another disk")]
    assert sum(row["set back and named"] + row["damage named"] for row in elsewhere) >= 1
    assert sum(row["set back whole"] for row in elsewhere) == 0


@pytest.mark.requirement("SR-7", "SR-12")
def test_no_flipped_bit_of_any_file_is_accepted(tmp_path: Path):
    told = drilled("flips", tmp_path)

    kinds = {row[""]: row for row in told["rows"]}
    assert {"vault.db", "header", "header.copy", "remembered heads", "content of 0 bytes"} <= set(kinds)
    assert sum(row["silent"] for row in told["rows"]) == 0


@pytest.mark.requirement("SR-7", "SR-33")
def test_no_flipped_bit_of_a_bundle_a_package_or_an_extract_holds_before_the_verifier(tmp_path: Path):
    told = drilled("documents", tmp_path)

    assert [row[""] for row in told["rows"]] == ["a signed document", "a package", "a custody extract"]
    assert told["figures"]["of them accepted by the verifier"] == 0


@pytest.mark.requirement("SR-7")
def test_a_flipped_bit_in_the_journal_of_a_killed_program_leaves_no_half_transaction(tmp_path: Path):
    told = drilled("journal", tmp_path)

    assert told["rows"][0]["bytes"] > 8192


@pytest.mark.requirement("SR-7", "SR-47")
def test_no_flipped_bit_of_a_backup_is_restored(tmp_path: Path):
    told = drilled("backup", tmp_path)

    kinds = {row[""]: row for row in told["rows"]}
    assert set(kinds) == {"backup", "header", "header.copy", "manifest", "vault.db", "an object"}
    assert kinds["manifest"]["refused"] == kinds["manifest"]["flips"] > 0


@pytest.mark.requirement("SR-8", "SR-10", "SR-16")
def test_no_cut_lengthened_exchanged_or_older_file_is_accepted(tmp_path: Path):
    told = drilled("cuts", tmp_path)

    assert told["figures"]["damages"] >= 30


@pytest.mark.requirement("SR-10")
def test_each_older_page_put_back_alone_is_found_at_once_or_beside_a_session(tmp_path: Path):
    told = drilled("replays", tmp_path)

    assert [row[""] for row in told["rows"]] == ["checked at once", "checked beside a session"]
    assert told["figures"]["single pages put back"] >= 50
    assert told["figures"]["of them page 1 alone"] >= 10


def test_a_seed_chooses_the_same_again_and_another_seed_something_else():
    places = range(1000)
    one, other = Chance(seed=1), Chance(seed=2)

    drawn = [tuple(chance.each(100, places, "file")) for chance in (one, one, other)]

    assert drawn[0] == drawn[1] != drawn[2]
    assert len(drawn[0]) == len(drawn[2]) == 10
    assert {start for seed in range(2000) for start in Chance(seed=seed).each(100, places)[:1]} == set(
        range(100)
    )
    assert tuple(one.each(100, places[:3], "file")) in {(0,), (1,), (2,)}


def test_the_report_tells_figures_tables_and_failures():
    result = Result(requirement="SR-7", name="flipped bits")
    result.figure("flips", 3)
    result.row("header", flips=3, silent=1)
    result.fail("header, byte 3: nothing was said")

    told = result.ended().as_markdown()

    assert "- flips: **3**" in told
    assert "| header | 3 | 1 |" in told
    assert "- FAILED: header, byte 3: nothing was said" in told


def test_a_figure_is_kept_of_a_drill_without_failures_only(tmp_path: Path):
    file = tmp_path / "figures.json"
    result = Result(requirement="SR-7", name="flipped bits")
    result.figure("flips", 3)
    keep_figures(result, file)
    kept = json.loads(file.read_text("utf-8"))["SR-7"]["flips"]["value"]

    result.fail("header, byte 3: nothing was said")
    keep_figures(result, file)

    assert kept == 3
    assert json.loads(file.read_text("utf-8"))["SR-7"] == {}
