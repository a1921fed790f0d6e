"""A typed name is compared with those of the case without capitals, accents and further blanks."""

from dataclasses import replace

import pytest

from thb_desktop.domain.ids import AgentId, CaseId, OfficialId
from thb_desktop.domain.namesakes import check_namesake, check_user
from thb_desktop.domain.people import Official
from thb_desktop.domain.vocabulary import OfficialRole

KNOWN = (("P-1", "Ada Mu\u00f1oz"), ("P-2", "ADA MUNOZ"), ("V-01",))


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("Ada Mu\u00f1oz", ("P-1", "P-2")),
        (" ada  munoz ", ("P-1", "P-2")),
        ("v-01", ("V-01",)),
        ("Ada", None),
        ("", None),
        (" ", None),
    ],
)
def test_who_of_the_case_has_the_name_is_named_by_code(typed: str, known: tuple[str, ...] | None):
    told = [each.values["known"] for each in check_namesake("hand_over.payer", typed, KNOWN)]

    assert told == ([known] if known else [])


def test_a_user_with_whom_another_official_is_linked_is_asked_about():
    one = Official(
        id=OfficialId("1"),
        case_id=CaseId("c"),
        code="O-1",
        role=OfficialRole.INVESTIGATING_JUDGE,
        name="A. Judge",
        country="BE",
        user_id=AgentId("u"),
    )
    other = replace(one, id=OfficialId("2"), code="O-2", name="B. Clerk")

    def told(entry: Official, *others: Official) -> list[object]:
        return [each.values["known"] for each in check_user(entry, others)]

    assert told(other, one) == [("O-1",)]
    assert told(replace(other, user_id=None), replace(one, user_id=None)) == []
    assert told(replace(other, user_id=AgentId("v")), one) == []
    assert told(other, replace(one, struck="entered twice")) == []
    assert told(one, one) == []
