"""The shell files that run before there is a Python of ours."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.code import ROOT

SCRIPTS = sorted(ROOT.joinpath("scripts").glob("*.sh"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_is_plain_shell_that_can_be_started(script: Path):
    run = subprocess.run(["/bin/sh", "-n", script], capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stderr
    assert os.access(script, os.X_OK)
    assert script.read_text("utf-8").startswith("#!/bin/sh\n# ")


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
