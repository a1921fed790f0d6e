"""`thb ads`: a file is read into advertisements, they are listed with their places, and what they share."""

from pathlib import Path

import pytest

from tests.support.command_line import PASSPHRASE, CommandLine

CASE, EXHIBIT = "DEMO-B-SCHELDE", "AD-1"
TABLE = "Words;Number\nCome to me;+32 470 12 34 56\nCOME to me!;0470 12 34 56\n;\nElse;\n"


@pytest.fixture
def ready(thb: CommandLine, demo_vault: Path, tmp_path: Path) -> str:
    """The number of an exhibit with a table of advertisements."""
    (tmp_path / "ads.csv").write_text(TABLE, "utf-8")
    exhibits = thb("custody", demo_vault, CASE, "--json", passphrase=PASSPHRASE).json["exhibits"]
    number = str(exhibits[0]["number"])
    assert thb("take", demo_vault, CASE, number, tmp_path / "ads.csv", passphrase=PASSPHRASE).code == 0
    return number


def test_a_table_is_read_listed_grouped_withdrawn_and_read_again(
    thb: CommandLine, demo_vault: Path, ready: str
):
    read = ("ads", demo_vault, CASE, "--read", ready, "ads.csv", "--column", "text=Words")
    wrong = thb(*read, "--json", passphrase=PASSPHRASE).json["readings"][0]
    again = thb(*read, passphrase=PASSPHRASE)
    withdrawn = thb(
        *("ads", demo_vault, CASE, "--withdraw", wrong["id"], "--because", "The numbers are missing"),
        passphrase=PASSPHRASE,
    )
    right = thb(*read, "--column", "phones=Number", "--json", passphrase=PASSPHRASE)

    told = thb("ads", demo_vault, CASE, "--json", passphrase=PASSPHRASE).json["ads"]
    groups = thb("ads", demo_vault, CASE, "--groups", "--json", passphrase=PASSPHRASE).json
    people = thb("ads", demo_vault, CASE, "--groups", passphrase=PASSPHRASE).out
    readings = thb("ads", demo_vault, CASE, "--readings", passphrase=PASSPHRASE).out

    assert (again.code, withdrawn.code, right.code) == (2, 0, 0)
    assert [(each["place"], each["exhibit"], each["phones"]) for each in told] == [
        ("2", ready, "+32 470 12 34 56"), ("3", ready, "0470 12 34 56"), ("5", ready, ""),
    ]  # fmt: skip
    assert [(each["kind"], len(each["ads"])) for each in groups["groups"]] == [("PHONE", 2), ("TEXT", 2)]
    assert "The same number stands in 2: +32 470 12 34 56" in people
    assert f"{ready}, 3" in people
    assert (groups["pictures_unmarked"], groups["pictures_without_mark"]) == (0, 0)
    assert thb("ads", demo_vault, CASE, "--pictures", passphrase=PASSPHRASE).code == 2
    assert "withdrawn: The numbers are missing" in readings


def test_a_column_that_is_told_wrongly_is_refused(thb: CommandLine, demo_vault: Path, ready: str):
    for column in ("text", "words=Words"):
        done = thb(
            *("ads", demo_vault, CASE, "--read", ready, "ads.csv", "--column", column), passphrase=PASSPHRASE
        )
        assert done.code == 2
