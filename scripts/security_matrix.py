"""Write docs/security-matrix.md: each security requirement with its state, its tests and its figure.

    python scripts/security_matrix.py            write it
    python scripts/security_matrix.py --check    say whether it is as the tests are

Tests name what they prove: `@pytest.mark.requirement("SR-7")`, or a name that begins with `test_sr_07_`. They
are read, not run. What is not done, or waits for packages, stands with its reason in docs/security-open.toml,
the requirements in docs/security-requirements.toml, what was measured in docs/security-figures.json.

A requirement is done if tests prove it, and each figure that it needs was measured and reaches its bound;
else it is open, and the page says what is missing.
"""

import ast
import json
import operator
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MATRIX = "docs/security-matrix.md"
_STATES = ("packages", "refused", "untested")
_BOUNDS: Mapping[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "<": operator.lt,
    "==": operator.eq,
}
_NAME = re.compile(r"test_sr_(\d+)_")
_HEADING = (
    "# Security requirements, their tests and figures",
    "",
    "Written by `scripts/security_matrix.py`; a test keeps it as the tests are.",
    "Against whom all this stands is in the [threat model](threat-model.md).",
    "",
)
_TABLE = ("| | Requirement | State | Tests | To reach | Measured |", "|---|---|---|---|---|---|")


type Requirement = Mapping[str, str | Mapping[str, str]]
"""The group, the requirement, the target in words, and the figures that it needs, each with a bound."""
type Figures = Mapping[str, Mapping[str, object]]
"""The measurements for one requirement: for each name its value, day and machine."""


class MatrixError(Exception):
    """Tests, requirements and reasons do not match."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Proof:
    """One test function and its place."""

    file: str
    name: str


def collect(folder: Path) -> dict[str, list[Proof]]:
    """Collect the tests of each requirement, in the order of files and lines. Raises MatrixError for a wrong
    marker.
    """
    found: dict[str, list[Proof]] = {}
    for path in sorted(folder.rglob("test_*.py")):
        for name, requirements in _tests_of(ast.parse(path.read_text("utf-8"), str(path))):
            test = Proof(file=path.relative_to(folder.parent).as_posix(), name=name)
            for requirement in sorted(requirements):
                found.setdefault(requirement, []).append(test)
    return found


def _tests_of(module: ast.Module) -> Iterator[tuple[str, set[str]]]:
    aliases = {
        target.id: node.value
        for node in module.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    everywhere = _marked([aliases["pytestmark"]], aliases) if "pytestmark" in aliases else set()
    yield from _tests_in(module.body, everywhere, aliases)


def _tests_in(
    body: Sequence[ast.stmt], outer: set[str], aliases: Mapping[str, ast.expr]
) -> Iterator[tuple[str, set[str]]]:
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield from _tests_in(node.body, outer | _marked(node.decorator_list, aliases), aliases)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            named = {f"SR-{int(number)}" for number in _NAME.findall(node.name)}
            yield node.name, outer | named | _marked(node.decorator_list, aliases)


def _marked(decorators: Iterable[ast.expr], aliases: Mapping[str, ast.expr]) -> set[str]:
    """Collect the arguments of `requirement(...)` in these decorators, including named marks and
    parameters.
    """
    found: set[str] = set()
    for decorator in decorators:
        for node in ast.walk(decorator):
            if isinstance(node, ast.Name) and node.id in aliases and node.id != "pytestmark":
                found |= _marked([aliases[node.id]], {})
            if isinstance(node, ast.Call) and getattr(node.func, "attr", None) == "requirement":
                found |= {_literal(argument) for argument in node.args}
    return found


def _literal(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    message = f"line {node.lineno}: a requirement is named as text"
    raise MatrixError(message)


def verify_complete(
    requirements: Mapping[str, Requirement],
    reasons: Mapping[str, Mapping[str, str]],
    tests: Mapping[str, Sequence[Proof]],
    figures: Mapping[str, object],
) -> None:
    """Raise MatrixError with every problem if something is missing or unknown."""
    wrong = [
        f"{name}: no such requirement, but {where} names it"
        for where, names in (("a test", tests), ("security-open.toml", reasons), ("a figure", figures))
        for name in names
        if name not in requirements
    ]
    unproven = [name for name in requirements if name not in {*tests, *reasons}]
    wrong += [f"{name}: neither a test nor a reason" for name in unproven]
    wrong += [
        f"{name}: a reason has one sentence for {' or '.join(_STATES)}"
        for name, states in reasons.items()
        if not states or not all(key in _STATES and text.endswith(".") for key, text in states.items())
    ]
    wrong += [
        f"{name}: a bound is {', '.join(_BOUNDS)} and a number, or == and a text: {bound}"
        for name, requirement in requirements.items()
        for bound in _needs(requirement).values()
        if not _is_bound(bound)
    ]
    if wrong:
        raise MatrixError("\n".join(wrong))


def missing_figures(requirement: Requirement, figures: Figures) -> list[str]:
    """Return the figures that a requirement needs and that are missing or do not reach their bound."""
    missing = []
    for name, bound in _needs(requirement).items():
        if name not in figures:
            missing.append(f"{name} is not measured")
        elif not _reaches(figures[name]["value"], bound):
            missing.append(f"{name} is {_number(figures[name]['value'])} and must be {bound}")
    return missing


def _needs(requirement: Requirement) -> Mapping[str, str]:
    needs = requirement.get("needs", {})
    return needs if isinstance(needs, Mapping) else {}


def _is_bound(bound: str) -> bool:
    sign, _, goal = bound.partition(" ")
    return bool(goal) and (sign == "==" or (sign in _BOUNDS and _as_number(goal) is not None))


def _reaches(value: object, bound: str) -> bool:
    """Whether a number reaches its bound, or a text such as "16 of 16" equals it."""
    sign, _, goal = bound.partition(" ")
    measured, wanted = _as_number(value), _as_number(goal)
    if measured is None or wanted is None:
        return sign == "==" and value == goal
    return _BOUNDS[sign](measured, wanted)


def _as_number(value: object) -> float | None:
    try:
        return float(str(value))
    except ValueError:
        return None


def write_matrix(
    requirements: Mapping[str, Requirement],
    reasons: Mapping[str, Mapping[str, str]],
    tests: Mapping[str, Sequence[Proof]],
    figures: Mapping[str, Figures],
) -> str:
    """Return the page as text."""
    states = {
        name: _state(
            reasons.get(name, {}),
            tests.get(name, ()),
            missing_figures(requirement, figures.get(name, {})),
        )
        for name, requirement in requirements.items()
    }
    lines = [*_HEADING, f"{len(requirements)} requirements: {_counted(list(states.values()))}.", ""]
    for group, names in groupby(requirements, key=lambda name: str(requirements[name]["group"])):
        lines += [f"## {group}", "", *_TABLE]
        lines += [
            _row(name, requirements[name], states[name], tests.get(name, ()), figures.get(name, {}))
            for name in names
        ]
        lines.append("")
    return "\n".join([*lines, *_legend(figures)])


def _counted(states: Sequence[str]) -> str:
    counts = {
        "done": sum(state == "done" for state in states),
        "done but for packages": sum(state.startswith("done, with") for state in states),
        "waiting for packages": sum(state.startswith("with packages") for state in states),
        "done, in part not tested": sum(state.startswith("done, not tested") for state in states),
        "refused": sum("refused: " in state for state in states),
        "open for want of a figure": sum(state.startswith("open: ") for state in states),
    }
    return ", ".join(f"{number} {what}" for what, number in counts.items())


def _state(reasons: Mapping[str, str], tests: Sequence[Proof], missing: Sequence[str]) -> str:
    """Return the state. A refused requirement is not done, even if tests prove that the feature is absent."""
    refused = reasons.get("refused")
    parts = ["done"] if tests and not refused else []
    if missing:
        parts = [f"open: {'; '.join(missing)}"]
    said = {"packages": "with packages", "untested": "not tested", "refused": "refused"}
    parts += [f"{words}: {reasons[key]}" for key, words in said.items() if key in reasons]
    return ", ".join(parts)


def _row(
    name: str,
    requirement: Requirement,
    state: str,
    tests: Sequence[Proof],
    figures: Figures,
) -> str:
    measured = "; ".join(f"{what}: {_number(each['value'])}" for what, each in figures.items())
    asks, goal = str(requirement["asks"]), str(requirement["figure"])
    cells = [name, asks, state, _links(tests), goal, measured]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _number(value: object) -> str:
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def _links(tests: Sequence[Proof]) -> str:
    """Link up to four tests by name; if there are more, link the files with their counts."""
    if len(tests) <= 4:
        return "<br>".join(f"[{test.name}](../{test.file})" for test in tests)
    files = [(file, len(list(group))) for file, group in groupby(sorted(tests), key=lambda test: test.file)]
    return "<br>".join(f"[{file.removeprefix('tests/')}](../{file}): {count}" for file, count in files)


def _legend(figures: Mapping[str, Figures]) -> list[str]:
    kept = [each for by_name in figures.values() for each in by_name.values()]
    if not kept:
        return ["No figures are kept yet."]
    dates = sorted({str(each["date"]) for each in kept})
    machines = sorted({str(each["machine"]) for each in kept})
    when = " to ".join(dict.fromkeys((dates[0], dates[-1])))
    return [
        f"Measured {when}, on {'; '.join(machines)}. The figures are kept in",
        "`docs/security-figures.json`: by `make drill`, of drills in which nothing failed, and by",
        "`make figures`, which runs the tests in full. What a requirement needs of them, and with",
        "which bound, stands in `docs/security-requirements.toml`.",
        "",
    ]


def matrix_of(root: Path) -> str:
    """Return the page as it should be. Raises MatrixError."""
    requirements = tomllib.loads((root / "docs/security-requirements.toml").read_text("utf-8"))
    reasons = tomllib.loads((root / "docs/security-open.toml").read_text("utf-8"))
    kept = root / "docs/security-figures.json"
    figures = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
    tests = collect(root / "tests")
    verify_complete(requirements, reasons, tests, figures)
    return write_matrix(requirements, reasons, tests, figures)


def main(arguments: Sequence[str]) -> int:
    try:
        page = matrix_of(ROOT)
    except MatrixError as error:
        print(error, file=sys.stderr)
        return 1
    if arguments == ["--check"]:
        fresh = (ROOT / MATRIX).read_text("utf-8") == page
        print("the matrix is as the tests are" if fresh else f"run {Path(__file__).name} again")
        return 0 if fresh else 1
    (ROOT / MATRIX).write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
