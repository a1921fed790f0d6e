"""An import inside a function is there for the start: what it brings would not have been loaded anyway."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

from tests.support.code import ROOT

LOADED = """
import json, sys
from ui.application import AppController, make_application
from ui.environment import real_environment
application = make_application(["thb-desktop"])
desk = AppController(application, real_environment)
desk.start(None)
at_start = [name for name in sys.modules if name.split(".")[0] in ("ui", "thb_desktop")]
import ui.main_window
unlocked = [name for name in sys.modules if name.split(".")[0] in ("ui", "thb_desktop")]
desk.end()
print(json.dumps([at_start, unlocked]))
"""


def loaded() -> tuple[set[str], set[str]]:
    """The modules of ours that the unlock window has, and those that the main window has."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-P", "-c", LOADED], env=environment, capture_output=True, check=True
    )
    at_start, unlocked = json.loads(told.stdout)
    return set(at_start), set(unlocked)


def inside_functions(file: Path) -> set[tuple[int, str]]:
    """Line and module of each import inside a function; of `from a import b`, both a and a.b."""
    found = set()
    for function in ast.walk(ast.parse(file.read_text("utf-8"))):
        if not isinstance(function, ast.FunctionDef):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.ImportFrom) and node.module:
                found |= {(node.lineno, f"{node.module}.{each.name}") for each in node.names}
                found.add((node.lineno, node.module))
    return found


def test_an_import_stands_in_a_function_only_where_it_makes_the_start_shorter():
    at_start, unlocked = loaded()
    packages = {name for name in unlocked if (ROOT / name.replace(".", "/")).is_dir()}
    idle = []
    for file in sorted((ROOT / "ui").rglob("*.py")):
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if module not in unlocked:
            continue
        before = at_start if module in at_start else unlocked
        idle += [
            f"{file.relative_to(ROOT)}:{line} {name}"
            for line, name in sorted(inside_functions(file))
            if name in before - packages
        ]

    assert len(unlocked) > len(at_start) > 30
    assert idle == []
