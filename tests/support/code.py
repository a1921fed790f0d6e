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
        return _tree(self.path)

    def imports(self) -> Iterator[str]:
        """The dotted names of all imports, at any depth; `from a import b` counts as `a.b`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


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
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def lies_in(name: str, *packages: str) -> bool:
    """Whether a dotted name is one of the packages or inside one."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)
