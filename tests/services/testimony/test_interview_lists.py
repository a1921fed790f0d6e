"""The interviews of a case, page by page: the same rows as the whole list, and no more of them are read."""

from dataclasses import replace

import pytest

from tests.services.core.test_no_full_scan import scans, statements
from tests.support.offices import Small, held_interview
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import interview_lists, interviews


def listed(session: Session, small: Small, count: int) -> list[interview_lists.InterviewSummary]:
    page = interview_lists.page_of_interviews(session, small.case.id, count=count)
    found = [*page.rows]
    while page.after is not None:
        page = interview_lists.page_of_interviews(session, small.case.id, after=page.after, count=count)
        found += page.rows
    return found


@pytest.mark.parametrize("count", [1, 2, 3, 5, 7, 100])
def test_pages_have_the_rows_of_the_whole_list_in_its_order(session: Session, small: Small, count: int):
    for number in ("I-7", "I-10", "I-2", "A-1", "I-2b"):
        held_interview(session, small, number=number)

    found = listed(session, small, count)

    whole = interviews.list_interviews(session, small.case.id)
    assert [each.interview.number for each in found] == ["A-1", "I-10", "I-2", "I-2b", "I-7"]
    assert tuple(found) == whole
    page = interview_lists.page_of_interviews(session, small.case.id, count=count)
    assert (len(page.rows), page.total) == (min(count, 5), 5)


def test_a_page_reads_its_own_rows_alone(session: Session, small: Small):
    for number in range(12):
        held_interview(session, small, number=f"I-{number:02}")

    with statements(session.read) as asked:
        page = interview_lists.page_of_interviews(session, small.case.id, after=("", "I-03"), count=3)

    assert [each.interview.number for each in page.rows] == ["I-04", "I-05", "I-06"]
    assert page.after == ("", "I-06")
    (rows,) = (each for each in asked if "interview.number >" in each)
    assert "LIMIT 3" in rows
    assert {each for statement in asked for each in scans(session.read, statement)} == set()


def test_a_page_names_the_record_that_one_of_its_rows_supplements(session: Session, small: Small):
    first = held_interview(session, small, number="A-1")
    later = held_interview(session, small, number="I-2")

    (named,) = interview_lists.summaries_of(session.read, [replace(later, supplements_id=first.id)])

    assert named.about == "A-1"
