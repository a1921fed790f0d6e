"""A case with more interviews than a page of its list: the others are reached by keys and by the wheel."""

from contextlib import closing
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session
from tests.support.offices import held_interview, small_case
from tests.support.vaults import PASSPHRASE

ALL = 230
LAST = f"I-{ALL:04}"


def test_the_last_of_many_interviews_is_reached_by_keys_and_by_the_wheel(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    with closing(new_session(vault)) as session:
        small = small_case(session)
        for number in range(1, ALL + 1):
            held_interview(session, small, number=f"I-{number:04}")

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.reads("I-0001")
    clerk.waits_for_focus("Interviews")
    clerk.screen.wheels(*clerk.reader.middle(clerk.sees("Interviews", "table")), turns=200)
    clerk.screen.until(lambda: _ends_at(clerk, "I-0200", LAST), "the wheel reads no further page")
    clerk.screen.until(lambda: _ends_at(clerk, LAST), "the last one is not reached")
    clerk.screen.picture("many-interviews")
    clerk.screen.keys("Up")
    clerk.reads(f"I-{ALL - 1:04}")
    clerk.screen.keys("Home")
    clerk.reads("I-0001")
    clerk.leaves()
    assert clerk.screen.errors() == ""


def _ends_at(clerk: Clerk, *numbers: str) -> bool:
    """Whether the last row that was read is one of these records, which is opened then."""
    clerk.screen.keys("End")
    return clerk.screen.soon(lambda: any(map(clerk.reader.says, numbers)), 2)
