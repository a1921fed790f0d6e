"""After how many minutes without a break the office warns: its own time, else that of the program."""

import pytest

from tests.support.offices import Small, held_interview
from thb_desktop.domain.interview_rules import Longest
from thb_desktop.errors import NothingCorrectedError, ReasonMissingError, ValueRefusedError
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import longest_time
from thb_desktop.services.testimony import interviews
from thb_desktop.vault.tables import registry


def test_the_office_sets_the_times_for_a_reason_and_takes_them_back(session: Session, small: Small):
    set_once = longest_time.set_longest_time(session, adult=60, child=30, reason="The office's own practice")
    now = Longest.of(session.office_record)
    (kept,) = registry.OFFICE.all(session.read)

    back = longest_time.set_longest_time(session, adult=None, child=30, reason="As the program has it")

    assert (now.adult, now.child) == (60, 30)
    assert kept == set_once
    assert longest_time.longest_time(session) == (None, 30)
    assert Longest.of(back) == Longest(adult=90, child=30)


@pytest.mark.parametrize(
    ("minutes", "reason", "refusal"),
    [
        ((60, 30), " ", ReasonMissingError),
        ((9, None), "why", ValueRefusedError),
        ((None, 481), "why", ValueRefusedError),
        ((None, None), "why", NothingCorrectedError),
    ],
)
def test_a_time_that_cannot_be_and_one_without_a_reason_are_refused(
    session: Session,
    small: Small,
    minutes: tuple[int | None, int | None],
    reason: str,
    refusal: type[Exception],
):
    adult, child = minutes
    with pytest.raises(refusal):
        longest_time.set_longest_time(session, adult=adult, child=child, reason=reason)

    assert longest_time.longest_time(session) == (None, None)


def test_a_record_is_checked_by_the_time_of_its_office(session: Session, small: Small):
    record = held_interview(session, small)

    def warned() -> list[object]:
        found = interviews.check_interview(session, record.id)
        return [each.values["minutes"] for each in found if each.code == "V-I-10"]

    before = warned()
    longest_time.set_longest_time(session, adult=10, child=10, reason="The office's own practice")

    assert before == [90]
    assert warned() == [10]
