"""Renewing the master key at the terminal."""

from pathlib import Path

import pytest

from tests.support.command_line import (
    OTHER_PASSPHRASE,
    PASSPHRASE,
    CommandLine,
    cheap_environment,
    state_of,
)
from tests.support.second_person import ALONE
from thb_desktop.crypto.passphrases import prepare
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.services.office import users, vaults

WHY = ("--reason", "Laptop stolen")
ONLY = ("--alone", "There is nobody else")


@pytest.fixture
def with_clerk(vault: Path) -> Path:
    session = vaults.unlock_vault(vault, passphrase=prepare(PASSPHRASE), environment=cheap_environment())
    users.add_user(
        session,
        name="Mara Greff",
        role=UserRole.CLERK,
        passphrase=prepare(OTHER_PASSPHRASE),
        own_passphrase=prepare(PASSPHRASE),
        second=ALONE,
    )
    session.close()
    return vault


@pytest.mark.requirement("SR-44")
def test_a_vault_gets_a_new_key_and_a_new_recovery_code(thb: CommandLine, vault: Path, recovery_code: str):
    done = thb("rekey", vault, *WHY, *ONLY, "--json", passphrase=PASSPHRASE)

    assert done.code == 0
    assert done.json["old_removed"] is True
    assert done.json["absent"] == []
    assert thb("unlock", vault, passphrase=PASSPHRASE).code == 0
    old = thb("recover", vault, *ONLY, "--json", code=recovery_code, new_passphrase=OTHER_PASSPHRASE)
    assert old.refusal == "wrong-recovery-code"
    new = thb("recover", vault, *ONLY, code=done.json["recovery_code"], new_passphrase=OTHER_PASSPHRASE)
    assert new.code == 0


def test_people_are_told_the_code_and_what_to_make_anew(thb: CommandLine, vault: Path):
    done = thb("rekey", vault, *WHY, *ONLY, passphrase=PASSPHRASE)

    assert "Recovery code: " in done.out
    assert "backups belong to the old key" in done.out


def test_it_takes_two_persons(thb: CommandLine, vault: Path):
    before = state_of(vault)

    refused = thb("rekey", vault, *WHY, "--json", passphrase=PASSPHRASE)

    assert (refused.code, refused.refusal) == (2, "second-needed")
    assert state_of(vault) == before


@pytest.mark.requirement("SR-20", "SR-44")
def test_a_colleague_approves_and_keeps_their_way_in(thb: CommandLine, with_clerk: Path):
    done = thb(
        "rekey",
        with_clerk,
        *WHY,
        *("--second", "Mara Greff", "--colleague", "Mara Greff", "--json"),
        passphrase=PASSPHRASE,
        second_passphrase=OTHER_PASSPHRASE,
        colleague_passphrase=OTHER_PASSPHRASE,
    )

    assert done.code == 0
    assert thb("unlock", with_clerk, passphrase=OTHER_PASSPHRASE).code == 0


@pytest.mark.requirement("SR-44")
def test_who_was_not_there_is_named_and_let_in_again(thb: CommandLine, with_clerk: Path):
    done = thb(
        "rekey",
        with_clerk,
        *WHY,
        *("--second", "Mara Greff", "--json"),
        passphrase=PASSPHRASE,
        second_passphrase=OTHER_PASSPHRASE,
    )
    shut_out = thb("unlock", with_clerk, "--json", passphrase=OTHER_PASSPHRASE)

    back = thb(
        "readmit", with_clerk, "Mara Greff", passphrase=PASSPHRASE, colleague_passphrase=OTHER_PASSPHRASE
    )

    assert done.json["absent"] == ["Mara Greff"]
    assert shut_out.refusal == "wrong-passphrase"
    assert back.code == 0
    assert thb("unlock", with_clerk, passphrase=OTHER_PASSPHRASE).code == 0


def test_a_name_that_nobody_has_is_refused(thb: CommandLine, vault: Path):
    refused = thb("rekey", vault, *WHY, *ONLY, "--colleague", "Nobody", "--json", passphrase=PASSPHRASE)

    assert refused.refusal == "not-found"
