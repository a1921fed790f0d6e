"""Comparing a vault with what others kept of it, and stating at the terminal that a backup was restored."""

import secrets
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.command_line import PASSPHRASE, CommandLine, cheap_environment
from tests.support.offices import case_file
from thb_desktop.cli.main import main
from thb_desktop.crypto.passphrases import prepare
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.office import vaults

REASON = "The disk failed; Monday's backup was put back."


def work_in(vault: Path, kept: Path, environment: Environment) -> str:
    """Open a case, hand out its custody extract, and return the short code that the next unlock shows."""
    session = vaults.unlock_vault(vault, passphrase=prepare(PASSPHRASE), environment=environment)
    with closing(session):
        case = cases.open_case(session, case_file())
        kept.write_bytes(extract_of(session, [case.id]).data)
    with closing(
        vaults.unlock_vault(vault, passphrase=prepare(PASSPHRASE), environment=environment)
    ) as session:
        return session.opening.short_code


@pytest.fixture
def set_back(vault: Path, tmp_path: Path) -> Callable[[Environment], tuple[Path, str]]:
    """Work in the vault, then put the state of the day before in its place; what others kept is returned."""

    def do(environment: Environment) -> tuple[Path, str]:
        older, kept = Path(shutil.copytree(vault, tmp_path / "older")), tmp_path / "kept.json"
        code = work_in(vault, kept, environment)
        shutil.rmtree(vault)
        shutil.copytree(older, vault)
        return kept, code

    return do


@pytest.mark.requirement("SR-16")
def test_a_kept_file_and_a_noted_code_hold_while_nothing_was_set_back(
    thb: CommandLine, vault: Path, tmp_path: Path
):
    code = work_in(vault, tmp_path / "kept.json", cheap_environment())

    compared = thb(
        "compare",
        vault,
        "--file",
        tmp_path / "kept.json",
        "--code",
        code.lower(),
        "--json",
        passphrase=PASSPHRASE,
    )

    assert (compared.code, compared.json["verdict"]) == (0, "holds")
    assert [each["code"] for each in compared.json["findings"]] == ["kept-state", "short-code-known"]


@pytest.mark.requirement("SR-16")
def test_each_of_them_alone_shows_that_the_vault_was_set_back(
    thb: CommandLine, vault: Path, set_back: Callable[[Environment], tuple[Path, str]]
):
    kept, code = set_back(cheap_environment())

    by_file = thb("compare", vault, "--file", kept, "--json", passphrase=PASSPHRASE)
    by_code = thb("compare", vault, "--code", code, "--json", passphrase=PASSPHRASE)

    assert (by_file.code, by_code.code) == (20, 20)
    assert by_file.json["findings"][0]["code"] == "rolled-back"
    assert by_code.json["findings"][0]["code"] == "short-code-absent"


def test_without_anything_to_compare_with_nothing_is_opened(thb: CommandLine, vault: Path):
    refused = thb("compare", vault, "--json", passphrase=PASSPHRASE)

    assert (refused.code, refused.refusal) == (2, "usage")


@pytest.mark.requirement("SR-16", "SR-47")
def test_a_restored_backup_is_stated_and_the_alarm_ends(
    vault: Path,
    tmp_path: Path,
    set_back: Callable[[Environment], tuple[Path, str]],
    capsys: pytest.CaptureFixture[str],
):
    environment = replace(cheap_environment(), heads=tmp_path / "heads")
    set_back(environment)

    def run(*typed: str) -> int:
        session_passphrase = tmp_path / secrets.token_hex(4)
        session_passphrase.write_text(PASSPHRASE + "\n", "utf-8")
        with session_passphrase.open("rb") as reading:
            return main([*typed, "--passphrase-fd", str(reading.fileno())], environment)

    before = run("check", str(vault))
    stated = run("restored", str(vault), "--reason", REASON)
    after = run("check", str(vault))

    assert (before, stated, after) == (20, 0, 0)
    assert "a state with" in capsys.readouterr().out
