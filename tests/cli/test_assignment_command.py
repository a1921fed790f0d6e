"""`thb assignment`: an office gives work out, looks at what came back, merges it, and closes."""

import os
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tests.support import packets
from tests.support.assignments import (
    LINGUIST_PASSPHRASE,
    Given,
    office_with_job,
    open_store,
    render_checked,
)
from tests.support.code import ROOT
from tests.support.command_line import Answer, CommandLine, descriptor_with
from tests.support.offices import unlock
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.assignment import Assignment
from thb_desktop.services.assignments import desk
from thb_desktop.vault.assigned import stores_beside
from thb_desktop.vault.tables import registry

RENDERED = "Oui, j'ai compris."


@pytest.fixture
def office(tmp_path: Path) -> tuple[Path, Given]:
    folder = tmp_path / "office.thbvault"
    return folder, office_with_job(folder)


def reference(folder: Path) -> str:
    with closing(unlock(folder)) as session:
        return registry.CASE_FILE.all(session.read)[0].reference


def assignment(folder: Path) -> Assignment:
    with closing(unlock(folder)) as session:
        return registry.ASSIGNMENT.all(session.read)[0]


def give(thb: CommandLine, folder: Path, given: Given) -> Assignment:
    done = thb(
        "assignment",
        "give",
        folder,
        reference(folder),
        given.job.number,
        "--until",
        "2027-01-31",
        passphrase=PASSPHRASE,
    )
    assert done.code == 0, done.err
    return assignment(folder)


def work_at_desk(folder: Path, made: Assignment) -> None:
    with closing(open_store(folder, made)) as session:
        turn = desk.open_job(session).segments[0].segment.id
        render_checked(session, turn, RENDERED)
        desk.hand_back(session)


def test_a_job_is_given_out_and_listed(thb: CommandLine, office: tuple[Path, Given]):
    folder, given = office
    made = give(thb, folder, given)

    listed = thb("assignment", "list", folder, reference(folder), "--json", passphrase=PASSPHRASE).json

    (told,) = listed["assignments"]
    assert (told["id"], told["job"], told["state"], told["due"]) == (
        made.id,
        given.job.number,
        "given out",
        "2027-01-31",
    )
    assert told["merged_at"] == []


def test_what_came_back_is_looked_at_without_a_change_and_merged_once(
    thb: CommandLine, office: tuple[Path, Given]
):
    folder, given = office
    made = give(thb, folder, given)
    work_at_desk(folder, made)

    looked = thb("assignment", "look", folder, made.id, "--json", passphrase=PASSPHRASE)
    with closing(unlock(folder)) as session:
        before = registry.RENDERING_VERSION.all(session.read)
    merged = thb("assignment", "merge", folder, made.id, "--json", passphrase=PASSPHRASE)
    again = thb("assignment", "merge", folder, made.id, "--json", passphrase=PASSPHRASE)

    assert looked.json["versions"] == 1
    assert before == ()
    assert (merged.json["merged"], again.json["merged"]) == (True, False)
    with closing(unlock(folder)) as session:
        assert [each.text for each in registry.RENDERING_VERSION.all(session.read)] == [RENDERED]


def test_nothing_handed_back_is_refused(thb: CommandLine, office: tuple[Path, Given]):
    folder, given = office
    made = give(thb, folder, given)

    refused = thb("assignment", "merge", folder, made.id, "--json", passphrase=PASSPHRASE)

    assert refused.refusal == "nothing-handed-back"


@pytest.mark.parametrize("keep", [False, True])
def test_an_assignment_is_closed_with_its_store_destroyed_or_kept(
    thb: CommandLine, office: tuple[Path, Given], keep: bool
):
    folder, given = office
    made = give(thb, folder, given)

    done = thb(
        "assignment",
        "close",
        folder,
        made.id,
        "--reason",
        "done",
        *(["--keep"] if keep else []),
        "--json",
        passphrase=PASSPHRASE,
    )

    assert done.json == {"closed": made.id, "kept": keep}
    assert any(stores_beside(folder).iterdir()) is keep
    assert assignment(folder).closed_because == "done"


@pytest.mark.parametrize(
    ("wrong", "code"), [("case", "not-found"), ("job", "not-found"), ("assignment", "not-found")]
)
def test_what_is_not_there_is_refused_and_nothing_is_written(
    thb: CommandLine, office: tuple[Path, Given], wrong: str, code: str
):
    folder, given = office
    case = reference(folder)
    typed = {
        "case": ["give", folder, "NONE-1", given.job.number],
        "job": ["give", folder, case, "T-99"],
        "assignment": ["merge", folder, "00000000-0000-0000-0000-000000000000"],
    }[wrong]

    refused = thb("assignment", *typed, "--json", passphrase=PASSPHRASE)

    assert refused.refusal == code
    with closing(unlock(folder)) as session:
        assert registry.ASSIGNMENT.all(session.read) == ()


CHOSEN = ("--confidential", "yes", "--alone", "yes", "--no-copies", "yes", "--destroys", "yes")


def run_apart(home: Path, *typed: str | Path, passphrase: str) -> Answer:
    """Run `thb` in a process of its own, on the computer whose state lies in this folder."""
    home.mkdir(exist_ok=True)
    with descriptor_with(passphrase + "\n") as descriptor:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "thb_desktop", *map(str, typed), "--passphrase-fd", str(descriptor)],
            env={**os.environ, "HOME": str(home), "XDG_STATE_HOME": str(home), "PYTHONPATH": str(ROOT)},
            pass_fds=[descriptor],
            capture_output=True,
            text=True,
            check=False,
        )
    return Answer(code=done.returncode, out=done.stdout, err=done.stderr)


def test_a_packet_goes_to_another_laptop_and_comes_back_each_step_in_a_process_of_its_own(
    office: tuple[Path, Given], tmp_path: Path
):
    folder, given = office
    thb, there = partial(run_apart, tmp_path / "office-home"), partial(run_apart, tmp_path / "laptop-home")
    case, packet, place, back = reference(folder), tmp_path / "packet", tmp_path / "laptop", tmp_path / "back"
    done = thb(
        "assignment", "give", folder, case, given.job.number, "--travels", "--json", passphrase=PASSPHRASE
    )
    assert done.json["state"] == "waits to be sent"

    sent = thb(
        *("assignment", "send", folder, done.json["id"], "--into", packet, "--words", "en", "--json"),
        passphrase=PASSPHRASE,
    ).json
    accepted = there(
        *("assignment", "accept", packet, "--into", place, "--root-sha256", sent["root_sha256"], "--json"),
        passphrase=sent["passphrase"],
    )
    declared = there(
        *("assignment", "declare", place, *CHOSEN, "--conflict", "none", "--json"),
        passphrase=LINGUIST_PASSPHRASE,
    )
    with closing(packets.opened(place)) as session:
        render_checked(session, desk.open_job(session).segments[0].segment.id, RENDERED)
    returned = there("assignment", "return", place, "--into", back, "--json", passphrase=LINGUIST_PASSPHRASE)
    taken = thb("assignment", "take-back", folder, back, "--json", passphrase=PASSPHRASE)
    merged = thb("assignment", "merge", folder, done.json["id"], "--json", passphrase=PASSPHRASE)

    assert (accepted.code, declared.json["accepted"]) == (0, True)
    assert (returned.json["packet"], returned.json["head"]) == (sent["sha256"], taken.json["head"])
    assert (taken.json["versions"], taken.json["declaration"]["accepted"]) == (1, True)
    assert merged.json["merged"]
    with closing(unlock(folder)) as session:
        assert [each.text for each in registry.RENDERING_VERSION.all(session.read)] == [RENDERED]
    listed = thb("assignment", "list", folder, case, "--json", passphrase=PASSPHRASE).json
    assert listed["assignments"][0]["state"].startswith("away since ")


def test_who_declines_is_told_that_nothing_opened(
    thb: CommandLine, office: tuple[Path, Given], tmp_path: Path
):
    folder, given = office
    made = packets.given_to_travel(folder, given)
    sent = packets.sent(folder, made, tmp_path / "packet")
    place = packets.taken_in(tmp_path / "packet", tmp_path / "laptop", sent.passphrase, sent.root)

    declined = thb(
        *("assignment", "declare", place, *CHOSEN, "--conflict", "family", "--note", "My cousin."),
        passphrase=LINGUIST_PASSPHRASE,
    )

    assert declined.out.startswith("Declined (My cousin.): the record did not open.")
