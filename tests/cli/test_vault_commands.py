"""Making, opening and listing a vault at the terminal."""

import stat
from pathlib import Path

import pytest

from tests.support.command_line import OTHER_PASSPHRASE, PASSPHRASE, CommandLine, state_of

NEW = (
    *("--office", "Court of Gerlia", "--name", "Ana Ilin", "--role", "INVESTIGATING_JUDGE"),
    *("--draft-history", "KEPT"),
)


def test_a_vault_is_made_and_opens_with_its_passphrase(thb: CommandLine, tmp_path: Path):
    folder = tmp_path / "new.thbvault"

    created = thb("create", folder, *NEW, "--json", passphrase=PASSPHRASE)
    opened = thb("unlock", folder, "--json", passphrase=PASSPHRASE)

    assert (created.code, opened.code) == (0, 0)
    assert opened.json["vault"] == created.json["vault"]
    assert opened.json["office"] == "Court of Gerlia"
    assert opened.json["user"] == "Ana Ilin"
    assert opened.json["cases"] == 0
    assert all(finding["standing"] == "holds" for finding in opened.json["findings"])


def test_no_vault_is_made_that_would_keep_no_former_wordings_or_without_an_answer(
    thb: CommandLine, tmp_path: Path
):
    unanswered = thb("create", tmp_path / "v", *NEW[:-2], passphrase=PASSPHRASE)
    refused = thb("create", tmp_path / "v", *NEW[:-1], "NOT_KEPT", passphrase=PASSPHRASE)

    assert unanswered.code == 2
    assert refused.code == 2
    assert "[draft-history-kept]" in refused.err
    assert not (tmp_path / "v").exists()


def test_the_recovery_code_is_told_to_people_once(thb: CommandLine, tmp_path: Path):
    created = thb("create", tmp_path / "v", *NEW, passphrase=PASSPHRASE)
    opened = thb("unlock", tmp_path / "v", passphrase=PASSPHRASE)

    assert "Recovery code: " in created.out
    code = created.out.split("Recovery code: ")[1].split("\n")[0]
    assert code not in opened.out


def test_what_is_made_belongs_to_its_owner_alone(thb: CommandLine, tmp_path: Path):
    thb("create", tmp_path / "v", *NEW, passphrase=PASSPHRASE)

    modes = {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in (tmp_path / "v").rglob("*")}

    assert modes == {0}


def test_what_stands_under_the_name_already_is_left_alone(thb: CommandLine, vault: Path):
    before = state_of(vault)

    refused = thb("create", vault, *NEW, "--json", passphrase=PASSPHRASE)

    assert (refused.code, refused.refusal) == (2, "already-exists")
    assert state_of(vault) == before


def test_a_passphrase_that_is_easy_to_guess_makes_no_vault(thb: CommandLine, tmp_path: Path):
    refused = thb("create", tmp_path / "v", *NEW, "--json", passphrase="password1")

    assert (refused.code, refused.refusal) == (2, "passphrase-too-weak")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_vault_lists_no_case(thb: CommandLine, vault: Path):
    listed = thb("cases", vault, passphrase=PASSPHRASE)
    as_json = thb("cases", vault, "--json", passphrase=PASSPHRASE)

    assert listed.code == 0
    assert "no case file" in listed.out
    assert as_json.json == {"cases": []}


def test_opening_and_listing_change_nothing_but_say_so_in_the_chain(thb: CommandLine, vault: Path):
    first = thb("unlock", vault, "--json", passphrase=PASSPHRASE)
    second = thb("unlock", vault, "--json", passphrase=PASSPHRASE)

    assert first.json["short_code"] == second.json["short_code"]


def test_a_changed_passphrase_opens_and_the_old_one_does_not(thb: CommandLine, vault: Path):
    changed = thb("passwd", vault, passphrase=PASSPHRASE, new_passphrase=OTHER_PASSPHRASE)

    assert changed.code == 0
    assert thb("unlock", vault, passphrase=OTHER_PASSPHRASE).code == 0
    assert thb("unlock", vault, "--json", passphrase=PASSPHRASE).refusal == "wrong-passphrase"


def test_the_recovery_code_sets_a_new_passphrase(thb: CommandLine, vault: Path, recovery_code: str):
    asked = ("recover", vault, "--alone", "The only magistrate forgot the passphrase")
    recovered = thb(*asked, code=recovery_code.lower(), new_passphrase=OTHER_PASSPHRASE)

    assert recovered.code == 0
    assert thb("unlock", vault, passphrase=OTHER_PASSPHRASE).code == 0


def test_a_mistyped_recovery_code_changes_nothing(thb: CommandLine, vault: Path, recovery_code: str):
    before = state_of(vault)
    wrong = recovery_code[:-1] + ("X" if recovery_code[-1] != "X" else "Y")

    refused = thb("recover", vault, "--json", code=wrong, new_passphrase=OTHER_PASSPHRASE)

    assert refused.code == 2
    assert refused.refusal == "recovery-code-typo"
    assert state_of(vault) == before


@pytest.mark.parametrize("new", ["short", "aaaaaaaaaaaaaaaaaaaaaaaa", PASSPHRASE[:5]])
def test_a_weak_new_passphrase_leaves_the_old_one(thb: CommandLine, vault: Path, new: str):
    refused = thb("passwd", vault, "--json", passphrase=PASSPHRASE, new_passphrase=new)

    assert refused.refusal == "passphrase-too-weak"
    assert thb("unlock", vault, passphrase=PASSPHRASE).code == 0
