"""Who may import whom: the contracts of pyproject.toml, and what import-linter cannot see."""

import graphlib
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

from tests.support.code import PACKAGES, ROOT, lies_in, modules

UI_PARTS_OF_ALL = {
    "checking",
    "lanes",
    "partners",
    "widgets",
    "labels",
    "forms",
    "media",
    "reading",
    "transcript",
    "language_work",
    "viewer",
}
UI_JOINS = {
    "ui.leads",
    "ui.places",
    "ui.app",
    "ui.application",
    "ui.app_controller",
    "ui.main_window",
    "ui.self_test",
    "ui.start_window",
}


def workflow_of(name: str) -> str | None:
    """The workflow's folder under `ui` that a dotted name lies in."""
    parts = name.split(".")
    if parts[0] != "ui" or len(parts) < 2 or parts[1] in UI_PARTS_OF_ALL:
        return None
    return parts[1] if ROOT.joinpath("ui", parts[1]).is_dir() else None


def test_every_import_contract_is_kept():
    program = Path(sys.executable).with_name("lint-imports")

    run = subprocess.run(
        [program, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
    )

    assert run.returncode == 0, run.stdout + run.stderr


def test_no_module_imports_itself_by_a_detour():
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) - {module} for module in graph.modules}

    graphlib.TopologicalSorter(imports).prepare()


def test_windows_of_different_work_do_not_know_each_other():
    acquainted = [
        (module.name, name)
        for module in modules("ui")
        if module.name not in UI_JOINS
        for name in module.imports()
        if workflow_of(name) not in {None, workflow_of(module.name)}
    ]

    assert acquainted == []


def test_view_models_draw_nothing():
    drawing = ("PySide6.QtWidgets", "PySide6.QtGui")

    offenders = [
        module.name
        for module in modules("ui")
        if module.name.endswith(".view_model") and any(lies_in(name, *drawing) for name in module.imports())
    ]

    assert offenders == []


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("sqlcipher3", ("thb_desktop.vault",)),
        ("sqlite3", ("thb_desktop.vault",)),
        ("reportlab", ("thb_desktop.report",)),
    ],
)
def test_a_library_with_one_home_is_imported_nowhere_else(library: str, homes: tuple[str, ...]):
    strangers = [
        module.name
        for module in modules()
        if not lies_in(module.name, *homes) and any(lies_in(name, library) for name in module.imports())
    ]

    assert strangers == []
