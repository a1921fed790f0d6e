"""The replay of the events: rows wait to be written, and the stray event is named all the same."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace

import pytest

from tests.vault.test_tables import CASE, EXHIBIT, OFFICIAL, USER
from thb_desktop.domain.record import to_record
from thb_desktop.vault.database import open_scratch
from thb_desktop.vault.journal import Event
from thb_desktop.vault.rebuild import Rebuilt, Replay
from thb_desktop.vault.schema import load_migrations
from thb_desktop.vault.tables.projection import Projection
from thb_desktop.vault.tables.refusals import write_in_order
from thb_desktop.vault.tables.registry import table_of
from thb_desktop.vault.tables.together import InOrder


def exhibits(count: int) -> list[object]:
    return [replace(EXHIBIT, id=f"e{n}", root_id=f"e{n}", number=f"X-{n}") for n in range(count)]


def events_of(values: Sequence[object]) -> Iterator[Event]:
    """One event of each, which records what the tables add up to with it, also where its row is refused."""
    with closing(open_scratch()) as connection:
        tables = Projection(connection)
        tables.together = waiting = InOrder()
        for value in values:
            state = {"entity": table_of(value).name, "record": to_record(value)}
            tables.replay(state)
            write_in_order(connection, waiting)
            yield Event(
                schema=load_migrations()[-1].number,
                action="CASE_OPENED",
                reason="",
                states=[state],
                tables=tables.digest,
            )


def replayed(values: Sequence[object | None]) -> Rebuilt:
    """Replay them against tables that nobody filled. None stands for an event that was erased."""
    told = events_of([value for value in values if value is not None])
    with closing(open_scratch()) as scratch, closing(open_scratch()) as present:
        replay = Replay(scratch, present)
        for value in values:
            if value is None:
                replay.pass_over()
            else:
                replay.take(next(told))
        return replay.result()


@pytest.mark.parametrize("after", [0, 1, 255, 300])
@pytest.mark.parametrize("before", [0, 254, 300])
def test_an_event_whose_row_the_database_refuses_is_named_however_many_rows_wait(before: int, after: int):
    same_number = replace(EXHIBIT, id="again", root_id="again", number="E-1")
    first = [CASE, USER, OFFICIAL, EXHIBIT, *exhibits(before)]

    found = replayed([*first, same_number, *exhibits(before + after)[before:]])

    assert found.stray == (len(first) + 1,)
    assert found.differing == ()


def test_a_row_that_is_read_again_was_written_before():
    changed = replace(EXHIBIT, titles=(("en", "Another title"),))

    found = replayed([CASE, USER, OFFICIAL, EXHIBIT, changed])

    assert found.stray == ()
    assert dict(found.differing) == {"case_file": 1, "user": 1, "official": 1, "exhibit": 1}


def test_what_was_refused_before_an_erased_event_is_stray_and_after_it_tells_nothing():
    same_number = replace(EXHIBIT, id="again", root_id="again", number="E-1")
    first = [CASE, USER, OFFICIAL, EXHIBIT]

    before = replayed([*first, same_number, None, *exhibits(1)])
    after = replayed([*first, None, same_number, *exhibits(1)])

    assert (before.stray, before.erased) == ((5,), 0)
    assert (after.stray, after.erased) == ((), 1)


@pytest.mark.parametrize("count", [1, 300])
def test_rows_that_wait_are_written_in_the_order_of_their_events(count: int):
    """Each derives from the one before: none may come first."""
    derived = [
        replace(EXHIBIT, id=f"d{n}", number=f"D-{n}", parent_id=f"d{n - 1}" if n else EXHIBIT.id)
        for n in range(count)
    ]

    assert replayed([CASE, USER, OFFICIAL, EXHIBIT, *derived]).stray == ()
    assert replayed([CASE, USER, OFFICIAL, EXHIBIT, *reversed(derived[1:])]).stray == (
        (5,) if derived[1:] else ()
    )
