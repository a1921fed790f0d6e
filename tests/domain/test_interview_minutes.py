"""Minutes of a hearing at a distance under an order or request: each missing item is told (V-X-08)."""

from dataclasses import replace
from typing import Any

import pytest

from tests.support.testimony import NOW, caution, interview, presence, record
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import InstrumentId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.interview_rules import check_interview, verify_signable
from thb_desktop.findings import Standing
from thb_desktop.words import LANGUAGES, sentence

WHOLE: dict[str, Any] = {
    "instrument_id": InstrumentId("order"),
    "medium": v.Medium.VIDEO_LINK,
    "technical_conditions": "Encrypted line, one room at each end, no interruption",
    "identity_verification": v.IdentityVerification.DOCUMENT,
}
OATH = caution(v.CautionCode.OATH_TAKEN)
WITHOUT_OATH = tuple(
    each for each in record().cautions if each.code is not v.CautionCode.NO_OATH_LEGAL_REASON
)


def heard(rows: dict[str, Any] | None = None, **changes: Any) -> InterviewInFull:
    whole = record(interview=interview(**{**WHOLE, **changes}))
    return replace(whole, **{"cautions": (*WITHOUT_OATH, OATH), **(rows or {})})


def told(of: InterviewInFull) -> set[str]:
    found = [each for each in check_interview(of, now=NOW) if each.key.startswith("V-X-08")]
    assert {each.standing for each in found} <= {Standing.UNKNOWN}
    assert all(each.field and sentence(each, language) for each in found for language in LANGUAGES)
    return {each.key.removeprefix("V-X-08.") for each in found}


def test_minutes_with_every_item_are_told_nothing():
    assert told(heard()) == set()


@pytest.mark.parametrize("medium", [v.Medium.VIDEO_LINK, v.Medium.TELEPHONE, v.Medium.MIXED])
@pytest.mark.parametrize(
    ("item", "rows", "changes"),
    [
        ("date", {}, {"started_at": None, "held_on": None}),
        ("place", {}, {"place": " "}),
        ("identity", {}, {"identity_verification": None}),
        ("persons", {"presences": ()}, {}),
        ("persons", {"presences": (presence(role=v.PresenceRole.OTHER, function=" "),)}, {}),
        ("oath", {"cautions": WITHOUT_OATH}, {}),
        ("oath", {"cautions": (*WITHOUT_OATH, replace(OATH, struck="Wrong"))}, {}),
        ("technical", {}, {"technical_conditions": "\u2800"}),
    ],
)
def test_each_item_that_the_minutes_lack_is_told(
    item: str, rows: dict[str, Any], changes: dict[str, Any], medium: v.Medium
):
    assert told(heard(rows, **{**changes, "medium": medium})) == {item}


@pytest.mark.parametrize("changes", [{"medium": v.Medium.IN_PERSON}, {"instrument_id": None}])
def test_no_other_interview_is_asked_for_them(changes: dict[str, Any]):
    assert told(heard({}, **{**changes, "technical_conditions": ""})) == set()


def test_a_record_that_lacks_an_item_can_be_signed():
    verify_signable(heard(technical_conditions=""), now=NOW)
