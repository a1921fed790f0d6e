"""Users, recovery and key files at the terminal."""

from pathlib import Path

import pytest

from tests.services.office.test_identities import FILE
from tests.support.cards import PIN, Cards
from tests.support.certificates import certified_before
from tests.support.command_line import (
    OTHER_PASSPHRASE,
    PASSPHRASE,
    CommandLine,
    cheap_environment,
    state_of,
)
from tests.support.vaults import passphrase
from thb_desktop.services.office.vaults import unlock_vault

THIRD = "velvet copper meadow anchor ribbon"
ONLY = ("--alone", "There is nobody else")
CLERK = ("--name", "Mara Greff", "--role", "CLERK")
JUDGE = "Ana Ilin"


def add_clerk(thb: CommandLine, vault: Path) -> None:
    added = thb("user", "add", vault, *CLERK, *ONLY, passphrase=PASSPHRASE, new_passphrase=OTHER_PASSPHRASE)
    assert added.code == 0


@pytest.mark.requirement("SR-19")
def test_a_colleague_is_added_and_opens_the_vault_and_an_interpreter_does_not(thb: CommandLine, vault: Path):
    add_clerk(thb, vault)
    interpreter = ("--name", "Simona Ardeleanu", "--role", "INTERPRETER", "--second", "Mara Greff")
    told = thb(
        "user",
        "add",
        vault,
        *interpreter,
        "--json",
        passphrase=PASSPHRASE,
        new_passphrase=THIRD,
        second_passphrase=OTHER_PASSPHRASE,
    )

    assert told.json["opens_vault"] is False
    assert thb("unlock", vault, "--json", passphrase=OTHER_PASSPHRASE).json["user"] == "Mara Greff"
    assert thb("unlock", vault, "--json", passphrase=THIRD).refusal == "wrong-passphrase"
    listed = thb("user", "list", vault, "--json", passphrase=OTHER_PASSPHRASE).json["users"]
    assert [(each["name"], each["active"]) for each in listed] == [
        (JUDGE, True),
        ("Mara Greff", True),
        ("Simona Ardeleanu", True),
    ]


def test_a_retired_user_is_listed_as_such_and_opens_nothing(thb: CommandLine, vault: Path):
    add_clerk(thb, vault)

    done = thb("user", "retire", vault, "Mara Greff", "--reason", "Moved", *ONLY, passphrase=PASSPHRASE)

    assert done.code == 0
    assert thb("unlock", vault, "--json", passphrase=OTHER_PASSPHRASE).refusal == "wrong-passphrase"
    assert "Mara Greff (CLERK, retired)" in thb("user", "list", vault, passphrase=PASSPHRASE).out
    again = thb("user", "keys", vault, "Mara Greff", "--json", passphrase=PASSPHRASE)
    assert again.refusal == "user-retired"


def test_without_a_second_person_or_a_reason_nothing_is_asked_and_nothing_done(thb: CommandLine, vault: Path):
    before = state_of(vault)

    refused = thb("user", "add", vault, *CLERK, "--json", passphrase=PASSPHRASE, new_passphrase=THIRD)

    assert refused.refusal == "second-needed"
    assert state_of(vault) == before


def test_certificates_without_a_function_are_renewed_once(thb: CommandLine, vault: Path):
    session = unlock_vault(vault, passphrase=passphrase(PASSPHRASE), environment=cheap_environment())
    certified_before(session)
    session.close()

    done = thb("user", "renew", vault, passphrase=PASSPHRASE)
    again = thb("user", "renew", vault, "--json", passphrase=PASSPHRASE)

    assert (done.code, done.out) == (0, f"The certificate of {JUDGE} is renewed.\n")
    assert again.json == {"renewed": []}


@pytest.mark.requirement("SR-44")
def test_an_office_is_handed_over(thb: CommandLine, vault: Path):
    passed = thb(
        "user",
        "hand-over",
        vault,
        "--name",
        "Elise Marchal",
        "--reason",
        "Appointed elsewhere",
        *ONLY,
        "--json",
        passphrase=PASSPHRASE,
        new_passphrase=OTHER_PASSPHRASE,
    )

    assert passed.json["cases"] == 0
    assert thb("unlock", vault, "--json", passphrase=PASSPHRASE).refusal == "wrong-passphrase"
    assert thb("unlock", vault, "--json", passphrase=OTHER_PASSPHRASE).json["user"] == "Elise Marchal"
    code = passed.json["recovery_code"]
    assert thb("recover", vault, *ONLY, code=code, new_passphrase=THIRD).code == 0


def test_a_recovery_code_is_renewed_and_the_ways_are_listed(
    thb: CommandLine, vault: Path, recovery_code: str
):
    renewed = thb("recovery", "renew", vault, "--json", passphrase=PASSPHRASE)

    assert renewed.json["recovery_code"] != recovery_code
    old = thb("recover", vault, *ONLY, "--json", code=recovery_code, new_passphrase=THIRD)
    assert old.refusal == "wrong-recovery-code"
    ways = thb("recovery", "list", vault, "--json", passphrase=PASSPHRASE).json["ways"]
    assert [way["kind"] for way in ways] == ["PASSPHRASE", "RECOVERY"]
    assert f"passphrase of {JUDGE}, 64 MiB" in thb("recovery", "list", vault, passphrase=PASSPHRASE).out


@pytest.mark.requirement("SR-44")
def test_two_of_three_holders_set_a_new_passphrase(thb: CommandLine, vault: Path, tmp_path: Path):
    words = [f"{each} canal lantern orchard" for each in ("granite", "cinder", "velvet")]
    holders = ("--holder", "Anne", "--holder", "Bart", "--holder", "Carla")
    into = tmp_path / "shares"

    made = thb(
        "recovery",
        "shares",
        vault,
        "--needed",
        "2",
        *holders,
        "--into",
        into,
        "--json",
        passphrase=PASSPHRASE,
        holder_passphrase="\n".join(words),
    )

    assert [Path(each).name for each in made.json["files"]] == ["share-1.txt", "share-2.txt", "share-3.txt"]
    opened = thb(
        "recovery",
        "open",
        vault,
        "--share",
        into / "share-3.txt",
        "--share",
        into / "share-1.txt",
        *ONLY,
        "--json",
        holder_passphrase=f"{words[2]}\n{words[0]}",
        new_passphrase=OTHER_PASSPHRASE,
    )
    assert opened.json["changed"] is True
    assert thb("unlock", vault, passphrase=OTHER_PASSPHRASE).code == 0
    one = thb(
        "recovery",
        "open",
        vault,
        "--share",
        into / "share-3.txt",
        *ONLY,
        "--json",
        holder_passphrase=words[2],
        new_passphrase=THIRD,
    )
    assert one.refusal == "shares-too-few"


def test_shares_are_told_to_people_with_their_holders(thb: CommandLine, vault: Path):
    words = "granite canal lantern orchard\ncinder canal lantern orchard"

    made = thb(
        "recovery",
        "shares",
        vault,
        "--needed",
        "2",
        "--holder",
        "Anne",
        "--holder",
        "Bart",
        passphrase=PASSPHRASE,
        holder_passphrase=words,
    )

    assert "Share 1, Anne:" in made.out
    assert "Any 2 of these 2" in made.out


def test_a_key_file_is_taken_in_listed_and_withdrawn(thb: CommandLine, vault: Path, tmp_path: Path):
    file = tmp_path / "judge.p12"
    file.write_bytes(FILE)

    taken = thb(
        "card",
        "file",
        vault,
        JUDGE,
        file,
        "--json",
        passphrase=PASSPHRASE,
        user_passphrase=PASSPHRASE,
        file_passphrase="words",
    )

    key = taken.json["key"]
    assert taken.json["kind"] == "KEY_FILE"
    done = thb("card", "withdraw", vault, key, "--reason", "Sent by mail", "--json", passphrase=PASSPHRASE)
    assert done.json["withdrawn"] is True
    listed = thb("card", "list", vault, "--json", passphrase=PASSPHRASE).json["keys"]
    assert [(each["id"], each["withdrawn"]) for each in listed] == [(key, True)]
    missing = thb("card", "file", vault, JUDGE, tmp_path / "none", "--json", passphrase=PASSPHRASE)
    assert missing.refusal == "file-unreadable"


def test_a_card_is_shown_vouched_for_and_signs(thb: CommandLine, vault: Path, cards: Cards):
    shown = thb("card", "show", "--module", cards.module, "--json").json["keys"]
    judge = next(each["id"] for each in shown if each["token"] == "judge-card")

    added = thb(
        "card",
        "add",
        vault,
        JUDGE,
        "--module",
        cards.module,
        "--key",
        judge,
        "--json",
        passphrase=PASSPHRASE,
        user_passphrase=PASSPHRASE,
        pin=PIN,
    )

    assert added.json["kind"] == "CARD"
    unlocked = thb("unlock", vault, "--card-module", cards.module, passphrase=PASSPHRASE, pin=PIN)
    assert unlocked.code == 0
    wrong = thb("unlock", vault, "--card-module", cards.module, "--json", passphrase=PASSPHRASE, pin="000000")
    assert wrong.refusal == "wrong-pin"


def test_a_clerk_makes_their_keys_anew_and_the_judge_certifies_them(thb: CommandLine, vault: Path):
    add_clerk(thb, vault)
    listed = thb("user", "list", vault, "--json", passphrase=PASSPHRASE).json["users"]
    assert {each["name"]: each["keys_made_by"] for each in listed} == {JUDGE: "", "Mara Greff": JUDGE}

    made = thb("own-keys", vault, "--json", passphrase=OTHER_PASSPHRASE, new_passphrase=THIRD)

    assert (made.json["made"], made.json["waits"]) == (True, True)
    again = thb("own-keys", vault, "--json", passphrase=THIRD, new_passphrase=f"another {THIRD}")
    assert again.refusal == "own-keys-wait"
    assert thb("user", "renew", vault, passphrase=PASSPHRASE).code == 0
    assert thb("unlock", vault, passphrase=THIRD).code == 0
    assert thb("unlock", vault, "--json", passphrase=OTHER_PASSPHRASE).refusal == "wrong-passphrase"
    assert thb("check", vault, passphrase=PASSPHRASE).code == 0
    assert JUDGE not in thb("user", "list", vault, passphrase=PASSPHRASE).out.replace(f"{JUDGE} (", "")
