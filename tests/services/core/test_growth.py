"""What is entered and looked at all day costs the same in a case of any size.

Counted are the steps of the database's own machine and the calls of functions: no clock and no other program
changes them. Only the trees over the events and their counters grow, by a level where a case doubles.
"""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from tests.support.offices import Small, act, registered
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibits
from thb_desktop.services.evidence.custody_checks import check_exhibit

FEW, MANY = 10, 300
GOAL = 1.2
"""Times the cost in the smaller case (issue 8)."""

type Work = Callable[[Session, Small, Exhibit], object]


def add_event(session: Session, _: Small, at: Exhibit) -> object:
    return custody.record_custody_event(session, at.id, act(v.CustodyAction.EXAMINED))


def add_exhibit(session: Session, small: Small, at: Exhibit) -> object:
    return registered(session, small, number=f"{at.number}-A")


def look_at_custody(session: Session, _: Small, at: Exhibit) -> object:
    return check_exhibit(session, at.id)


def look_at_exhibit(session: Session, _: Small, at: Exhibit) -> object:
    return exhibits.get_exhibit(session, at.id)


def cost(session: Session, work: Callable[[], object]) -> tuple[int, int]:
    """Return the steps of the database and the calls of functions that a piece of work takes."""
    steps, calls = 0, 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    def call(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    session.read.set_progress_handler(step, 1)
    sys.setprofile(call)
    try:
        work()
    finally:
        sys.setprofile(None)
        session.read.set_progress_handler(None, 1)
    return steps, calls


@pytest.mark.parametrize("work", [add_event, add_exhibit, look_at_custody, look_at_exhibit])
def test_an_act_costs_the_same_in_a_larger_case(session: Session, small: Small, work: Work):
    def numbered(first: int, last: int) -> list[Exhibit]:
        return [registered(session, small, number=f"E-{number}") for number in range(first, last)]

    def cost_of(at: Exhibit) -> tuple[int, int]:
        return cost(session, lambda: work(session, small, at))

    in_few = min(map(cost_of, numbered(1000, 1000 + FEW)))  # some prepare what the others find
    *_, last = numbered(1000 + FEW, 1000 + MANY)
    in_many = cost_of(last)

    assert in_many[0] <= GOAL * in_few[0]
    assert in_many[1] <= GOAL * in_few[1]
