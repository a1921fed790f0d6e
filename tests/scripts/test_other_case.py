"""The script that loads and prints a case that nobody saw before."""

import subprocess
import sys
from pathlib import Path

from tests.services.samples.test_other_cases import written
from tests.support.code import ROOT


def ran(folder: Path, into: Path) -> subprocess.CompletedProcess[str]:
    script = ROOT / "scripts" / "other_case.py"
    command = [sys.executable, "-P", str(script), str(folder), "case.json", str(into)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def words_of(pdf: Path) -> str:
    told = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True)
    return " ".join(told.stdout.split())


def test_a_case_is_loaded_and_printed_with_its_record(tmp_path: Path):
    folder, into = written(tmp_path), tmp_path / "out"

    done = ran(folder, into)

    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(each.name for each in into.iterdir()) == ["case.pdf", "case.thbvault"]
    assert "I-01" in words_of(into / "case.pdf")


def test_a_case_without_formalities_is_printed_as_a_draft_and_what_is_unknown_is_said(tmp_path: Path):
    folder = written(tmp_path, lambda data, _: data.update(spells=[{"id": 1}]))
    (folder / "formalities.json").unlink()

    done = ran(folder, tmp_path / "out")

    assert (done.returncode, done.stderr) == (0, "")
    assert "does not know 'spells'" in done.stdout
    assert "projet" in words_of(tmp_path / "out" / "draft-I-01.pdf")


def test_what_the_case_names_and_does_not_have_is_said_in_a_sentence(tmp_path: Path):
    folder = written(tmp_path, lambda data, _: data["interviews"][0].update(person="V-404"))

    done = ran(folder, tmp_path / "out")

    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        "The case is not loaded: a sample case names the person 'V-404', which it does not have\n"
    )
    assert not (tmp_path / "out").exists()
