"""Merges that a colleague's own program wrote in a circle: every reader comes to an end."""

from datetime import UTC, datetime

import pytest

from thb_desktop.domain.ids import AgentId, CaseId, PersonId, RowId
from thb_desktop.domain.person_links import PersonLink, also_printed, kept_among, recorded_as
from thb_desktop.domain.vocabulary import PersonLinkKind


def merge(number: int, kept: str, other: str) -> PersonLink:
    return PersonLink(
        id=RowId(str(number)),
        case_id=CaseId("case"),
        kind=PersonLinkKind.MERGED,
        kept_id=PersonId(kept),
        other_id=PersonId(other),
        reason="The same scar",
        by=AgentId("judge"),
        at=datetime(2026, 3, 3, tzinfo=UTC),
        printed=True,
    )


@pytest.mark.parametrize("pairs", [["ab", "ba"], ["ab", "bc", "ca"], ["ab", "bc", "cb"]])
def test_a_circle_of_merges_stops_no_reader(pairs: list[str]):
    links = [merge(number, kept, other) for number, (kept, other) in enumerate(pairs)]
    people = sorted({PersonId(each) for pair in pairs for each in pair})

    assert kept_among(links, people).keys() == set(people)
    for each in people:
        assert each in {*recorded_as(links, each), *people}
        assert set(also_printed(links, each)) <= set(people)
