"""Deadlines in hours, such that depend on something, and those of the office's own."""

import tomllib
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

import resources.packs
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentStatus, InstrumentType
from thb_desktop.domain.deadlines import DeadlineCode, days_of_hours, deadlines_of
from thb_desktop.domain.ids import CaseId, InstrumentId
from thb_desktop.domain.pack_reading import read_pack
from thb_desktop.domain.packs import Pack
from thb_desktop.findings import Standing
from thb_desktop.words import LANGUAGES, called, sentence, word

SHIPPED = files(resources.packs).joinpath("cooperation.toml").read_text(encoding="utf-8")
GOOD_FRIDAY = date(2026, 4, 3)
OWN = """
[[deadline]]
code = "BE_MLA_REPLY"
heading = { fr = "réponse au juge mandant", nl = "antwoord aan de rechter" }
types = ["MLA_REQUEST_1959"]
since = "transmitted_on"
met = "executed_on"
days = 60
certain = true
source = "Circular 2026/1"
"""


def pack(more: str = "") -> Pack:
    return read_pack(tomllib.loads(SHIPPED + more))


def found(on: date, *, of: Pack | None = None, **changes: Any) -> dict[str, tuple[str, str, Standing, bool]]:
    """By code: the case of the finding, the day, its standing, and whether it is open."""
    given: dict[str, Any] = {
        "id": InstrumentId("i"),
        "case_id": CaseId("c"),
        "number": "X-1",
        "type": InstrumentType.EPOC,
        "status": InstrumentStatus.SENT,
        "reference": "LI-1",
        "from_country": "BE",
        "to_country": "RO",
        "issued_on": None,
        "acknowledged_on": None,
        "executed_on": None,
    }
    asked = of or pack()
    told = deadlines_of(Instrument(**{**given, **changes}), asked.deadlines, asked.holidays_of("RO"), on)
    return {
        each.code: (
            each.finding.case,
            each.due.isoformat() if each.due else "",
            each.finding.standing,
            each.is_open,
        )
        for each in told
        if all(sentence(each.finding, language) for language in LANGUAGES)
    }


@pytest.mark.parametrize(
    ("hours", "first", "last"),
    [(8, 3, 4), (24, 4, 4), (48, 5, 5), (96, 7, 7), (100, 7, 8)],
)
def test_hours_end_on_a_day_of_rest_too_and_on_one_of_two_days_where_the_hour_decides(
    hours: int, first: int, last: int
):
    assert days_of_hours(GOOD_FRIDAY, hours) == (date(2026, 4, first), date(2026, 4, last))


def test_the_eight_hours_of_an_emergency_are_past_after_the_last_day_on_which_they_can_end():
    asked: dict[str, Any] = {"received_on": GOOD_FRIDAY, "urgent": True}
    code = DeadlineCode.EPOC_EMERGENCY

    assert found(date(2026, 4, 4), **asked)[code] == ("soon", "2026-04-03", Standing.UNKNOWN, True)
    assert found(date(2026, 4, 5), **asked)[code] == ("overdue", "2026-04-03", Standing.BROKEN, True)
    for day, case in ((3, "met"), (4, "met-perhaps"), (5, "met-late")):
        assert found(date(2026, 4, 9), **asked, executed_on=date(2026, 4, day))[code][0] == case


@pytest.mark.parametrize("urgent", [False, None])
def test_a_rule_for_what_is_urgent_counts_for_nothing_of_which_nobody_said_so(urgent: bool | None):
    assert DeadlineCode.EPOC_EMERGENCY not in found(GOOD_FRIDAY, received_on=GOOD_FRIDAY, urgent=urgent)


def test_a_rule_for_what_the_register_does_not_tell_is_told_until_the_answer_and_waits_for_nothing():
    asked: dict[str, Any] = {"type": InstrumentType.EIO, "received_on": GOOD_FRIDAY}
    code = DeadlineCode.EIO_PROVISIONAL

    assert found(date(2026, 6, 1), **asked)[code] == ("depends", "2026-04-04", Standing.HOLDS, False)
    assert code not in found(date(2026, 6, 1), **asked, recognised_on=date(2026, 4, 20))


def test_a_rule_of_the_office_is_counted_and_called_as_its_pack_says():
    own = pack(OWN)
    asked: dict[str, Any] = {"type": InstrumentType.MLA_REQUEST_1959, "transmitted_on": GOOD_FRIDAY}

    assert found(date(2026, 4, 4), of=own, **asked) == {
        "BE_MLA_REPLY": ("due", "2026-06-02", Standing.HOLDS, True)
    }
    (rule,) = [each for each in own.deadlines if each.code == "BE_MLA_REPLY"]
    assert called(rule.called, "nl") == "antwoord aan de rechter"
    assert called(rule.called, "de") == "réponse au juge mandant"


def test_each_deadline_of_the_program_has_words_in_each_language():
    assert {each.called for each in pack().deadlines} <= set(DeadlineCode)
    for language in set(LANGUAGES) - {"en"}:
        assert all(word(each, language) != word(each, "en") for each in DeadlineCode)
