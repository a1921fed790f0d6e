"""Recovery at the terminal: a code is typed back, and shares are safe before anything is revoked."""

import io
import os
import stat
from pathlib import Path

import pytest

from tests.support.command_line import PASSPHRASE, Answer, CommandLine
from thb_desktop.cli import create, recovery
from thb_desktop.errors import StorageError

NEW = (
    *("--office", "Court of Gerlia", "--name", "Ana Ilin", "--role", "INVESTIGATING_JUDGE"),
    *("--draft-history", "KEPT"),
)
WORDS = "granite canal lantern orchard\ncinder canal lantern orchard"


def shares(thb: CommandLine, vault: Path, into: Path, passphrase: str = PASSPHRASE) -> Answer:
    holders = ("--holder", "Anne", "--holder", "Bart", "--into", into)
    asked = ("recovery", "shares", vault, "--needed", "2", *holders, "--json")
    return thb(*asked, passphrase=passphrase, holder_passphrase=WORDS)


def ways(thb: CommandLine, vault: Path) -> list[dict[str, str]]:
    return thb("recovery", "list", vault, "--json", passphrase=PASSPHRASE).json["ways"]


@pytest.mark.requirement("SR-55")
@pytest.mark.skipif(os.name != "posix", reason="needs POSIX")
def test_files_of_shares_are_for_their_owner_alone_whatever_the_umask(
    thb: CommandLine, vault: Path, tmp_path: Path
):
    before = os.umask(0)
    try:
        assert shares(thb, vault, tmp_path / "shares").code == 0
    finally:
        os.umask(before)

    folder = tmp_path / "shares"
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, *sorted(folder.iterdir()))] == [
        0o700,
        0o600,
        0o600,
    ]


@pytest.mark.requirement("SR-44")
def test_a_former_set_opens_until_the_new_one_is_safely_out(
    thb: CommandLine, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    assert shares(thb, vault, tmp_path / "first").code == 0
    before = ways(thb, vault)

    nowhere = shares(thb, vault, tmp_path / "no" / "such" / "folder")
    wrong = shares(thb, vault, tmp_path / "wrong", "another canal lantern orchard violet")

    def full(*_: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(recovery, "sync_file", full)
    unwritten = shares(thb, vault, tmp_path / "unwritten")
    monkeypatch.undo()

    assert (nowhere.refusal, wrong.refusal, unwritten.refusal) == ("storage", "wrong-passphrase", "disk-full")
    assert ways(thb, vault) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first", "office.thbvault"]
    assert StorageError.code == "storage"


def test_a_recovery_code_is_confirmed_from_the_paper(thb: CommandLine, vault: Path, recovery_code: str):
    misread = ("B" if recovery_code[0] == "A" else "A") + recovery_code[1:]

    typo = thb("recovery", "confirm", vault, "--json", passphrase=PASSPHRASE, code=misread)
    right = thb("recovery", "confirm", vault, "--json", passphrase=PASSPHRASE, code=recovery_code.lower())

    assert typo.refusal in ("recovery-code-typo", "wrong-recovery-code")
    assert right.json["confirmed"] is True


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("later", [False, True])
def test_who_makes_a_vault_at_a_terminal_types_the_code_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], later: bool
):
    answers: list[str] = []

    def typed(_: int | None, __: str) -> str:
        if not answers:
            code = capsys.readouterr().out.split("Recovery code: ")[1].split("\n")[0]
            answers.extend([""] if later else ["nonsense", f" {code} "])
        return answers.pop(0) or ""

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(create, "secret_line", typed)

    made = CommandLine(capsys)("create", tmp_path / "v", *NEW, passphrase=PASSPHRASE)

    assert made.code == 0
    assert answers == []
    assert ("thb recovery confirm" in made.err) is later
    assert ("The paper is right." in made.err) is not later
