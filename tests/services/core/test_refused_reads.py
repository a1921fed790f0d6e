"""A read that the medium refuses: one of our errors, whatever service reads."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.drills.acts.operations import OPERATIONS
from tests.drills.kit.driver import drive
from tests.drills.kit.tracing import Fault, Point, Strace, calls_within, injection, strace_is_here
from tests.drills.kit.work import made, workplace
from thb_desktop.domain.rights import Right
from thb_desktop.errors import DiskFullError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import connect_in_memory


@pytest.mark.requirement("SR-41")
def test_a_service_that_meets_a_full_disk_outside_a_transaction_says_so(session: Session):
    @permitted(Right.SEE_OFFICE)
    def fill(_: Session) -> None:
        with closing(connect_in_memory()) as connection:
            connection.execute("PRAGMA max_page_count = 1")
            connection.execute("CREATE TABLE more (id INTEGER)")

    with pytest.raises(DiskFullError):
        fill(session)


@pytest.mark.requirement("SR-39", "SR-41")
@pytest.mark.skipif(not strace_is_here(), reason="needs strace")
def test_a_disk_that_fills_at_the_last_page_of_a_group_is_told_by_the_next_read(tmp_path: Path):
    """SQLite could not take back what it had half written, and tries again when something is read."""
    operation = OPERATIONS["take a folder"]
    with workplace() as place:
        template = made(place)
        watched = operation.start_from(template, place / "watched")
        watch = Strace(tmp_path / "watched.log")
        drive(operation, watched, template, watch)

        calls = [index for call, index in calls_within(watch.lines, place) if call == "pwrite64"]
        replies = [
            drive(
                operation,
                operation.start_from(template, place / str(at)),
                template,
                injection(
                    Point(operation=operation.name, call="pwrite64", index=calls[at], fault=Fault.FULL),
                    tmp_path / f"{at}.log",
                ),
            )
            for at in range(len(calls) // 3, len(calls), 6)
        ]

    assert {reply.kind for reply in replies} == {"REFUSED"}, replies
