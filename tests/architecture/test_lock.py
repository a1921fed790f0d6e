"""requirements.lock has all that pyproject.toml asks for, with hashes; no lock names a host."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.code import ROOT

LOCK = ROOT.joinpath("requirements.lock").read_text("utf-8")
OUTSIDE = ROOT.joinpath("tests/outside.lock").read_text("utf-8")
PROJECT = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text("utf-8"))
PINNED = {
    canonicalize_name(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", LOCK, re.MULTILINE)
}

asked_for = [
    *PROJECT["build-system"]["requires"],
    *PROJECT["project"]["dependencies"],
    *PROJECT["dependency-groups"]["dev"],
]


@pytest.mark.requirement("SR-57")
@pytest.mark.parametrize("text", [LOCK, OUTSIDE])
def test_it_names_no_host(text: str):
    assert "://" not in text
    assert "index-url" not in text
    assert "find-links" not in text


@pytest.mark.requirement("SR-57")
def test_what_is_asked_for_is_pinned_to_a_version_that_fits():
    loose = [
        text
        for text, asked in ((text, Requirement(text)) for text in asked_for)
        if not asked.specifier.contains(PINNED[canonicalize_name(asked.name)], prereleases=True)
    ]

    assert loose == []


@pytest.mark.requirement("SR-57")
def test_every_package_has_its_hashes():
    entries = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.MULTILINE)[1:]

    without = [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry]

    assert len(entries) == len(PINNED)
    assert without == []


@pytest.mark.requirement("SR-57")
def test_only_pinned_lines_stand_in_it():
    allowed = re.compile(r"[\w.-]+==\S+|    (--hash=sha256:[0-9a-f]{64}|#)")

    loose = [line for line in LOCK.splitlines() if not allowed.match(line)]

    assert loose == []
