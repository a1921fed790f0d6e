"""What the code never does: talk to a network, run data as code, or lean on more than it promised."""

import ast
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.support.code import ROOT, Module, lies_in, modules
from tests.support.sampled import few

NETWORK = (
    "socket", "socketserver", "ssl", "urllib", "http", "ftplib", "smtplib", "poplib", "imaplib",
    "telnetlib", "xmlrpc", "webbrowser", "asyncio.streams", "requests", "aiohttp", "httpx",
    "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets", "PySide6.QtWebChannel", "PySide6.QtWebView",
)  # fmt: skip
DATA_AS_CODE = ("pickle", "marshal", "shelve", "dill", "jsonpickle")
RUNS_TEXT = {"eval", "exec", "compile", "__import__"}
ON_A_BARE_PYTHON = (
    "thb_desktop.domain", "thb_desktop.ledger", "thb_desktop.errors", "thb_desktop.findings",
    "thb_desktop.words", "thb_desktop.language_tags", "thb_desktop.verify.custody",
)  # fmt: skip

ITS_WORDS = ("resources", "resources.words")
"""What it says lies beside it as data."""
EACH_BY_ITSELF = """
import importlib, os, sys
for name in sys.argv[1:]:
    if os.fork() == 0:
        importlib.import_module(name)
        print(name)
        break
    if os.wait()[1]:
        sys.exit(name)
"""
"""Imports each module in a process that has imported no other."""
ALL = modules()


@cache
def bare_modules() -> list[Module]:
    """The modules that must run on a bare Python, and all of ours that they import."""
    ours = {module.name: module for module in modules("thb_desktop")}
    waiting = [name for name in ours if lies_in(name, *ON_A_BARE_PYTHON)]
    found: dict[str, Module] = {}
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = ours[name]
            imported = [part for name in ours[name].imports() for part in names_in(name)]
            waiting += [part for part in imported if part in ours]
    return list(found.values())


def names_in(imported: str) -> tuple[str, str]:
    """`a.b.c` is the module of that name, or the name `c` in the module `a.b`."""
    return imported, imported.rpartition(".")[0]


@pytest.mark.requirement("SR-54")
def test_nothing_can_reach_a_network():
    reached = [(module.name, name) for module in ALL for name in module.imports() if lies_in(name, *NETWORK)]

    assert len(ALL) > 300
    assert reached == []


@pytest.mark.requirement("SR-56")
def test_no_data_is_ever_run_as_code():
    loaders = [
        (module.name, name) for module in ALL for name in module.imports() if lies_in(name, *DATA_AS_CODE)
    ]
    calls = [
        (module.name, node.func.id, node.lineno)
        for module in ALL
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RUNS_TEXT
    ]

    assert loaders == []
    assert calls == []


@pytest.mark.requirement("SR-56")
def test_no_check_hangs_on_an_assertion_that_optimisation_removes():
    asserting = [
        (module.name, node.lineno)
        for module in ALL
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Assert)
    ]

    assert asserting == []


def test_every_module_says_what_it_is_for():
    silent = [
        module.name for module in ALL if not (ast.get_docstring(module.tree) or "").partition("\n")[0].strip()
    ]

    assert silent == []


def test_what_travels_light_needs_the_standard_library_alone():
    foreign = [
        (module.name, name)
        for module in bare_modules()
        for name in module.imports()
        if name.split(".")[0] not in sys.stdlib_module_names and not lies_in(name, "thb_desktop", *ITS_WORDS)
    ]
    strays = [
        module.name
        for module in bare_modules()
        if not lies_in(module.name, *ON_A_BARE_PYTHON, "thb_desktop.verify") and module.name != "thb_desktop"
    ]

    assert len(bare_modules()) > 40
    assert foreign == []
    assert strays == []


def test_what_travels_light_runs_on_python_3_11(tmp_path: Path):
    python = shutil.which("python3.11")
    if python is None or subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode:
        pytest.skip("no python3.11 here")

    names = [module.name for module in few(bare_modules(), 1 + len(bare_modules()) // 3)]
    run = subprocess.run(
        [python, "-S", "-W", "error", "-c", EACH_BY_ITSELF, *names],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONPYCACHEPREFIX": str(tmp_path),
            "PYTHONDONTWRITEBYTECODE": "",
        },
    )

    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == names


def test_what_travels_light_keeps_to_the_syntax_of_python_3_11():
    for module in bare_modules():
        ast.parse(module.path.read_text("utf-8"), str(module.path), feature_version=(3, 11))
