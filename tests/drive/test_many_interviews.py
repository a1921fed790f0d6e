"""A case with more interviews than a page of its list: the others are reached by keys and by the wheel."""

from contextlib import closing
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session
from tests.support.offices import held_interview, small_case
from tests.support.vaults import PASSPHRASE

ALL = 230


def test_the_last_of_many_interviews_is_reached_by_keys_and_by_the_wheel(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    with closing(new_session(vault)) as session:
        small = small_case(session)
        for number in range(1, ALL + 1):
            held_interview(session, small, number=f"I-{number:04}")

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.reads("I-0001")
    assert not clerk.reader.says("I-0100")
    table = clerk.sees("Interviews", "table")
    clerk.screen.wheels(*clerk.reader.middle(table), turns=200)
    clerk.reads("I-0101")
    clerk.reaches("Interviews")
    for last in ("I-0200", f"I-{ALL:04}"):
        clerk.screen.until(lambda last=last: _end(clerk, last), f"{last} is not reached")
    clerk.screen.picture("many-interviews")
    clerk.screen.keys("Home")
    clerk.screen.until(lambda: not clerk.reader.says(f"I-{ALL:04}"), "the first one is not open")
    clerk.reads("I-0001")
    clerk.leaves()
    assert clerk.screen.errors() == ""


def _end(clerk: Clerk, last: str) -> bool:
    clerk.screen.keys("End")
    return clerk.screen.soon(lambda: clerk.reader.says(last), 2)
