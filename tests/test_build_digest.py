"""The digest of a build is that of its files, as anybody computes it, and is computed once a process."""

import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from tests.support.code import ROOT
from thb_desktop import build_digest as builds

BY_HAND = """
find thb_desktop ui resources -type f -not -path '*/__pycache__/*' -not -path '*/.ruff_cache/*' |
    LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum
"""


def made(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def test_the_digest_is_that_of_a_list_as_sha256sum_writes_it(tmp_path: Path):
    files = {"ui/b.py": b"b", "thb_desktop/a.py": b"a", "resources/x y.txt": b""}
    listed = "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))

    found = builds.digest_of(made(tmp_path, files))

    assert found == sha256(listed.encode()).hexdigest()


@pytest.mark.parametrize("name", ["ui/b.py", "ui/c.py", "resources/words/en/codes.toml"])
def test_a_changed_an_added_and_a_moved_file_change_it(tmp_path: Path, name: str):
    files = {"ui/b.py": b"b", "resources/words/en/codes.toml": b"t"}
    before = builds.digest_of(made(tmp_path, files))

    assert builds.digest_of(made(tmp_path, {name: b"other"})) != before


def test_what_python_and_tools_leave_behind_does_not_change_it(tmp_path: Path):
    before = builds.digest_of(made(tmp_path, {"ui/b.py": b"b"}))

    left = {
        "ui/__pycache__/b.cpython-313.pyc": b"",
        "ui/.ruff_cache/x": b"",
        "thb_desktop/build.sha256": b"",
        "other/a.py": b"",
    }
    assert builds.digest_of(made(tmp_path, left)) == before


def test_the_digest_of_this_program_is_computed_by_hand_alike_and_once():
    by_hand = subprocess.run(["sh", "-c", BY_HAND], cwd=ROOT, capture_output=True, text=True, check=True)

    assert by_hand.stdout.split()[0] == builds.build_digest()
    assert builds.build_digest.cache_info().currsize == 1


def test_an_installer_tells_the_digest_that_was_stored_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / builds.STORED).write_text("ab" * 32 + "\n", "ascii")
    monkeypatch.setattr(builds, "_HERE", tmp_path)

    assert builds.build_digest.__wrapped__() == "ab" * 32
