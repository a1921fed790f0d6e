"""The custody check in one file: it runs on bare Pythons, far from this project, and says the same."""

import ast
import io
import shutil
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from tests.support.chains import founded_example
from thb_desktop.verify.custody import LIMITS
from thb_desktop.verify.portable import write_portable_check

ROOT = sha256(founded_example().root).hexdigest()
EXTRACT = Path(__file__).parents[1] / "ledger" / "data" / "extract-v1.json"
PYTHONS = ["python3.11", "python3.12", "python3.13", "python3.14"]
SOURCE = Path(__file__).parents[2] / "thb_desktop" / "verify" / "custody.py"


def bare_python(name: str) -> str:
    """A Python of the system, not of an environment; without it the test is skipped by name."""
    found = shutil.which(name, path="/usr/bin:/usr/local/bin")
    if found is None:
        pytest.skip(f"{name} is not on this machine")
    return found


def run(*command: str | Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    words = [str(part) for part in command]
    return subprocess.run(words, cwd=folder, env={}, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def portable(tmp_path: Path) -> Path:
    path = tmp_path / "custody.pyz"
    with path.open("wb") as target:
        write_portable_check(target)
    return path


@pytest.mark.requirement("SR-38")
@pytest.mark.parametrize("name", PYTHONS)
def test_it_runs_on_a_bare_python(name: str, portable: Path, tmp_path: Path) -> None:
    python = bare_python(name)

    result = run(python, "-I", "-S", "-W", "error", portable, EXTRACT, "--root-sha256", ROOT, folder=tmp_path)

    assert (result.returncode, result.stderr) == (41, "")
    assert "unknown    The content of 1 event was erased or is not shared" in result.stdout
    assert "NOT VALID" not in result.stdout
    assert LIMITS in result.stdout


@pytest.mark.requirement("SR-38")
@pytest.mark.parametrize("name", PYTHONS)
def test_it_finds_a_changed_byte_on_a_bare_python(name: str, portable: Path, tmp_path: Path) -> None:
    python = bare_python(name)
    changed = tmp_path / "changed.json"
    changed.write_bytes(EXTRACT.read_bytes().replace(b"Ruritania", b"Ruritanja"))

    result = run(python, "-I", "-S", portable, changed, folder=tmp_path)

    assert (result.returncode, result.stderr) == (40, "")
    assert "NOT VALID  Entry 5: the content kept with it is not the content that was signed." in result.stdout


@pytest.mark.requirement("SR-38")
def test_nothing_in_it_asks_an_enumeration_for_a_value_as_python_3_11_cannot(portable: Path) -> None:
    """A machine without Python 3.11 skips the tests above."""
    with zipfile.ZipFile(portable) as archive:
        trees = {name: ast.parse(archive.read(name)) for name in archive.namelist() if name.endswith(".py")}
    enumerations = {
        node.name
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any("Enum" in ast.unparse(base) for base in node.bases)
    }

    asked = [
        f"{name}:{node.lineno}"
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare) and any(isinstance(each, (ast.In, ast.NotIn)) for each in node.ops)
        for each in node.comparators
        if ast.unparse(each).split(".")[-1] in enumerations
    ]

    assert len(enumerations) > 20
    assert asked == []


def test_the_check_is_written_by_a_program_that_has_told_words_before():
    """To read words makes their package known to the one that it is in, as an import does."""
    told = (
        "import thb_desktop.words as words; words.entries('codes', 'en');"
        "from thb_desktop.verify.portable import sources; print(len(sources()))"
    )

    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, encoding="utf-8", check=False)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert int(ran.stdout) > 1


def test_the_source_file_itself_runs_as_a_script(tmp_path: Path) -> None:
    result = run(bare_python("python3"), "-I", "-S", "-B", SOURCE, EXTRACT, folder=tmp_path)

    assert (result.returncode, result.stderr) == (41, "")


def test_it_is_the_same_bytes_each_time_and_holds_nothing_but_the_check(portable: Path) -> None:
    again = io.BytesIO()
    write_portable_check(again)

    with zipfile.ZipFile(portable) as archive:
        names = archive.namelist()

    assert portable.read_bytes() == again.getvalue()
    assert len(again.getvalue()) < 600_000
    assert {name.split("/")[1] for name in names if "/" in name} == {
        "__init__.py",
        "domain",
        "errors",
        "findings.py",
        "language_tags.py",
        "words",
        "words.py",
        "ledger",
        "verify",
    }
