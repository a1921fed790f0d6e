"""The shell files that run before there is a Python of ours."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.code import ROOT

SCRIPTS = sorted(ROOT.joinpath("scripts").glob("*.sh"))


def test_every_script_is_plain_shell_that_can_be_started():
    faulty = [
        script.name
        for script in SCRIPTS
        if subprocess.run(["/bin/sh", "-n", script], capture_output=True, check=False).returncode
        or not os.access(script, os.X_OK)
        or not script.read_text("utf-8").startswith("#!/bin/sh\n# ")
    ]

    assert len(SCRIPTS) >= 10
    assert faulty == []


def test_an_interpreter_that_does_not_really_run_is_passed_over(tmp_path: Path):
    broken = tmp_path / "python3.13"
    broken.write_text("#!/bin/sh\necho 'version manager: command not found' >&2\nexit 127\n", "utf-8")
    broken.chmod(0o755)

    run = subprocess.run(
        ["scripts/python.sh"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}"},
    )

    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() != str(broken)


@pytest.mark.skipif(shutil.which("apt-get") is None, reason="no apt-get here")
def test_who_may_not_install_is_told_the_line_to_type():
    as_nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    script = ROOT.joinpath("scripts/apt.sh").read_text("utf-8").replace("sudo -n true", "false")

    run = subprocess.run(
        [*as_nobody, "/bin/sh", "-s", "--", "qpdf", "strace"],
        input=script,
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin"},
    )

    assert run.returncode == 1
    assert "sudo apt-get install --no-install-recommends qpdf strace" in run.stderr


def test_a_bare_make_says_what_there_is():
    run = subprocess.run(
        ["make", "--no-print-directory"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin"},
    )

    assert run.returncode == 0, run.stderr
    assert [line.split()[1] for line in run.stdout.splitlines()] == [
        "help", "setup", "demo", "run", "test", "check", "drill", "figures", "bench", "lock", "installer",
    ]  # fmt: skip


def test_an_environment_behind_a_link_is_not_emptied(tmp_path: Path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").write_text("of another clone")
    (tmp_path / "clone").mkdir()
    for name in ("scripts", "requirements.lock", "pyproject.toml"):
        (tmp_path / "clone" / name).symlink_to(ROOT / name)
    (tmp_path / "clone" / ".venv").symlink_to(elsewhere)

    run = subprocess.run(
        ["/bin/sh", "scripts/setup.sh"], cwd=tmp_path / "clone", capture_output=True, text=True, check=False
    )

    assert run.returncode == 1
    assert "is a link" in run.stderr
    assert (elsewhere / "kept").exists()
