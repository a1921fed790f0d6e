"""`thb assignment`: an office gives work out, looks at what came back, merges it, and closes."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.support.assignments import Given, office_with_job, open_store, render_checked
from tests.support.command_line import CommandLine
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
