"""One version: in the project file, the program, the installed package and the change log."""

import importlib.metadata
import re
import tomllib

import thb_desktop
from tests.support.code import ROOT

PROJECT = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text("utf-8"))["project"]


def test_the_program_and_the_project_file_agree_on_the_version():
    assert thb_desktop.__version__ == PROJECT["version"]


def test_the_change_log_begins_with_this_version():
    first = re.search(r"^## (\S+)", ROOT.joinpath("CHANGELOG.md").read_text("utf-8"), re.MULTILINE)

    assert first is not None
    assert first[1] == PROJECT["version"]


def test_what_is_installed_has_the_same_version():
    try:
        installed = importlib.metadata.version("thb-desktop")
    except importlib.metadata.PackageNotFoundError:
        installed = PROJECT["version"]

    assert installed == PROJECT["version"]
