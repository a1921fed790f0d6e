"""The words of the command line: each imports its own module alone."""

import argparse
import json
import subprocess
import sys
from importlib import import_module

import pytest

from tests.support.code import ROOT
from thb_desktop.cli.commands import WORDS, modules_for

LOADED = """
import json, sys
from thb_desktop.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(json.dumps(sorted(name for name in sys.modules if name.startswith("thb_desktop"))))
"""
COLLECTED = """
import gc, sys
import thb_desktop.cli.main as command
command._run = lambda *_: print(gc.isenabled(), gc.get_freeze_count() > 0) or 0
sys.argv = ["thb", "check", "folder"]
sys.exit(command.main())
"""
LEFT_OUT = ("thb_desktop.services", "thb_desktop.crypto", "thb_desktop.vault.database", "thb_desktop.report")


def added_by(name: str) -> tuple[str, ...]:
    commands = argparse.ArgumentParser().add_subparsers()
    import_module(f"thb_desktop.cli.{name}").add_to(commands)
    return tuple(commands.choices)


@pytest.mark.parametrize("name", WORDS)
def test_the_words_of_a_module_are_those_that_it_adds(name: str):
    assert added_by(name) == WORDS[name]


def test_every_module_that_adds_a_command_is_named():
    adding = {
        path.stem for path in (ROOT / "thb_desktop" / "cli").glob("*.py") if "def add_to(" in path.read_text()
    }

    assert adding == set(WORDS)


@pytest.mark.parametrize(
    ("typed", "modules"),
    [
        (["--version"], []),
        (["--json", "restored", "folder"], ["compare"]),
        (["check", "--version"], ["check"]),
        (["--help"], list(WORDS)),
        (["nothing"], list(WORDS)),
        ([], list(WORDS)),
    ],
)
def test_only_what_was_typed_is_imported(typed: list[str], modules: list[str]):
    found = [module.__name__.rpartition(".")[2] for module in modules_for(typed)]

    assert found == modules


def test_the_version_is_told_without_the_libraries_of_a_vault():
    program = [sys.executable, "-P", "-c", LOADED, "--version"]
    told = subprocess.run(program, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True)
    version, loaded = told.stdout.splitlines()

    assert version.startswith("thb ")
    assert [name for name in json.loads(loaded) if name.startswith(LEFT_OUT)] == []


def test_rings_are_looked_for_as_soon_as_all_is_loaded():
    program = [sys.executable, "-P", "-c", COLLECTED]
    told = subprocess.run(program, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True)

    assert told.stdout.split() == ["True", "True"]
