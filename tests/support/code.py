"""The source code as the architecture tests read it: every module with its syntax tree."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("thb_desktop", "ui", "resources")


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    name: str
    path: Path

    @property
    def tree(self) -> ast.Module:
        """Its syntax tree, read only once, and only by the tests that ask for it."""
        return tree_of(self.path)

    def imports(self) -> Iterator[str]:
        """The dotted names of all imports, at any depth; `from a import b` counts as `a.b`."""
        yield from _imports(self.path)

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Each call at any depth, with what it calls as it is written."""
        yield from _calls(self.path)


@cache
def modules(*packages: str) -> tuple[Module, ...]:
    """Return every module of these packages, or all modules."""
    found = []
    paths = (path for package in packages or PACKAGES for path in ROOT.joinpath(package).rglob("*.py"))
    for path in sorted(paths):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found.append(Module(name=name, path=path))
    return tuple(found)


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of a file, which a process reads once."""
    return ast.parse(path.read_text("utf-8"), str(path))


@cache
def _imports(path: Path) -> tuple[str, ...]:
    found = list[str]()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found += (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found += (f"{node.module}.{alias.name}" for alias in node.names)
    return tuple(found)


@cache
def _calls(path: Path) -> tuple[tuple[str, ast.Call], ...]:
    nodes = ast.walk(tree_of(path))
    return tuple((ast.unparse(node.func), node) for node in nodes if isinstance(node, ast.Call))


def lies_in(name: str, *packages: str) -> bool:
    """Whether a dotted name is one of the packages or inside one."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)
