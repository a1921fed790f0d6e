"""What can be said of the program without running it, and what it refuses when assertions are gone."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.security import refusals
from tests.support.code import PACKAGES, ROOT, modules
from ui.widgets.basic import Label


def calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Each call in our code: the module, what it calls, and the call."""
    for module in modules():
        yield from ((module.name, name, call) for name, call in module.calls())


JUDGED = {
    (
        "thb_desktop/vault/places.py",
        "B305",
    ): "one random block is one name: nothing repeats, nothing follows it",
    ("scripts/rescue.py", "B305"): "the same",
    (
        "scripts/rescue.py",
        "B608",
    ): "a table's name cannot be a parameter; it is that of the schema, and quoted",
}
"""Findings of weight that were looked at by a person, and why they stand."""


@pytest.mark.requirement("SR-56")
def test_sr_56_bandit_finds_nothing_of_weight(figure):
    if find_spec("bandit") is None:
        pytest.skip("the Python package bandit is not here")

    run = subprocess.run(
        [sys.executable, "-m", "bandit", "-q", "-f", "json", "-r", *PACKAGES, "scripts"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    found = json.loads(run.stdout)
    weighty = [
        (each["filename"], each["line_number"], each["test_id"], each["issue_text"])
        for each in found["results"]
        if each["issue_severity"] != "LOW" and (each["filename"], each["test_id"]) not in JUDGED
    ]
    totals = found["metrics"]["_totals"]
    figure("SR-56", "findings of bandit of medium weight or more", len(weighty))
    figure("SR-56", "lines that bandit read", totals["loc"])
    assert found["errors"] == []
    assert weighty == []
    assert totals["nosec"] == 0


FORBIDDEN = re.compile(
    r"(^|\.)(mktemp|extractall|unpack_archive|popen|os\.system|getoutput|getstatusoutput|yaml\.load|dont_write"
    r"|set_trace|breakpoint|enable_load_extension|load_extension|mlock|setuid|umask)$"
)


@pytest.mark.requirement("SR-56")
def test_sr_56_no_call_that_is_known_to_go_wrong_is_made():
    made = [(module, name) for module, name, _ in calls() if FORBIDDEN.search(name)]
    shells = [
        (module, name)
        for module, name, call in calls()
        for keyword in call.keywords
        if keyword.arg == "shell"
        and not (isinstance(keyword.value, ast.Constant) and keyword.value.value is False)
    ]

    assert made == []
    assert shells == []


@pytest.mark.requirement("SR-56")
def test_sr_56_no_value_is_ever_written_into_a_statement():
    """A statement is a constant, or put together from names; an f-string, a % or a format is neither."""
    woven = []
    executed = 0
    for module, name, call in calls():
        if not name.endswith((".execute", ".executemany", ".executescript")) or not call.args:
            continue
        executed += 1
        for node in ast.walk(call.args[0]):
            formats = isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".format")
            percents = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod)
            if isinstance(node, ast.JoinedStr) or formats or percents:
                woven.append((module, call.lineno))

    assert executed > 30
    assert woven == []


JOINED = {
    "thb_desktop.vault.safeguards", "thb_desktop.vault.database", "thb_desktop.vault.tables.mapper",
    "thb_desktop.vault.codes",
}  # fmt: skip


@pytest.mark.requirement("SR-56")
def test_sr_56_statements_are_put_together_in_few_places_and_from_constants():
    joined = set()
    for module, name, call in calls():
        if name.endswith(".execute") and any(isinstance(node, ast.BinOp) for node in ast.walk(call.args[0])):
            joined.add(module)

    assert joined <= JOINED


@pytest.mark.requirement("SR-56")
def test_sr_56_secrets_are_compared_in_a_time_that_tells_nothing():
    """Whatever is called mac or tag or code is never compared by the sign of equality."""
    careless = [
        (module.name, node.lineno, ast.unparse(node))
        for module in modules()
        if module.name.startswith(("thb_desktop.crypto", "thb_desktop.vault"))
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Compare)
        and any(isinstance(sign, ast.Eq | ast.NotEq) for sign in node.ops)
        and re.search(r"\b(mac|_mac|tag|hmac|secret|passphrase)\b", ast.unparse(node))
    ]

    assert careless == []


@pytest.mark.requirement("SR-56")
def test_sr_56_what_is_refused_is_refused_without_assertions_too(tmp_path: Path, figure):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}

    run = subprocess.run(
        [sys.executable, "-O", refusals.__file__, str(tmp_path / "office.thbvault")],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    made = run.stdout.split()
    assert made == [attempt.__name__ for attempt in refusals.TRIED]
    figure(
        "SR-56",
        "refusals that stand under python -O",
        len([each for each in made if each != "under_optimisation"]),
    )


@pytest.mark.requirement("SR-57")
def test_sr_57_the_bill_of_materials_is_that_of_the_lock(figure):
    run = subprocess.run(
        [sys.executable, ROOT / "scripts/sbom.py", "--check"], capture_output=True, text=True, check=False
    )

    told = json.loads(ROOT.joinpath("docs/sbom.json").read_text("utf-8"))
    pinned = dict(
        re.findall(r"^([\w.-]+)==(\S+)", ROOT.joinpath("requirements.lock").read_text("utf-8"), re.MULTILINE)
    )
    libraries = [part for part in told["components"] if part["type"] == "library"]
    figure("SR-57", "parts of others with version and licence", len(told["components"]))
    assert (run.returncode, run.stdout) == (0, "\n"), "run scripts/sbom.py"
    assert {part["name"]: part["version"] for part in libraries} == pinned


@pytest.mark.requirement("SR-57")
def test_sr_57_every_part_has_a_licence_and_no_host_is_named():
    text = ROOT.joinpath("docs/sbom.json").read_text("utf-8")
    told = json.loads(text)
    listed = [part["licenses"][0]["expression"] for part in told["components"]]

    assert "://" not in text
    assert "not known" not in listed
    shipped = [part for part in told["components"] if part["scope"] == "required"]
    strict = [part["name"] for part in shipped if re.match(r"A?GPL", part["licenses"][0]["expression"])]
    assert len(shipped) > 20
    assert strict == []


@pytest.mark.requirement("SR-57")
def test_sr_57_every_part_is_reached_from_the_program_or_its_tools():
    told = json.loads(ROOT.joinpath("docs/sbom.json").read_text("utf-8"))
    needed = {each for part in told["dependencies"] for each in part["dependsOn"]}
    shipped = {part["purl"] for part in told["components"] if part["scope"] == "required" and "purl" in part}

    assert shipped <= needed


@pytest.mark.requirement("SR-57")
def test_sr_57_ten_thousand_texts_set_do_not_end_the_process(qapp: QApplication, figure):
    label = Label("x")
    before = sys.getrefcount(None)

    for number in range(10_000):
        label.setText(str(number))

    figure("SR-57", "texts set on one label", 10_000)
    assert label.text() == "9999"
    assert abs(sys.getrefcount(None) - before) < 100
    label.deleteLater()
