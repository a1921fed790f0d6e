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

def loaded():
    return [name for name in sys.modules if name.split(".")[0] in ("ui", "thb_desktop")]

at_start = loaded()
desk.window.grab()
application.processEvents()
desk.window.unlock_model
behind = loaded()
import ui.main_window
print(json.dumps([at_start, behind, loaded()]))
desk.end()
"""


def loaded() -> list[set[str]]:
    """The modules of ours that the first paint needs, those that work behind it too, and those of the main
    window too.
    """
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-P", "-c", LOADED], env=environment, capture_output=True, check=True
    )
    return [set(modules) for modules in json.loads(told.stdout)]


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
    stages = loaded()
    at_start, behind, unlocked = stages
    packages = {name for name in unlocked if (ROOT / name.replace(".", "/")).is_dir()}
    idle = []
    for file in sorted((ROOT / "ui").rglob("*.py")):
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if module not in unlocked:
            continue
        before = next(stage for stage in stages if module in stage)
        idle += [
            f"{file.relative_to(ROOT)}:{line} {name}"
            for line, name in sorted(inside_functions(file))
            if name in before - packages
        ]

    assert len(unlocked) > len(behind) > len(at_start) > 20
    assert idle == []
