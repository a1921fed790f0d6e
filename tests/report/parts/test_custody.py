"""What the custody record tells in words."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.support.bundles import case_content
from thb_desktop.domain.digest_lists import Compared, DigestList
from thb_desktop.domain.exhibit_in_full import CustodyEntry, ExhibitInFull
from thb_desktop.domain.ids import AgentId, OfficialId, RowId
from thb_desktop.domain.vocabulary import CustodyAction, LackedField, VerificationResult
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.parts.custody import _details, compared_with, custody_remarks, single_event
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import PORTRAIT
from thb_desktop.report.words import words_in


@pytest.fixture
def setting() -> Setting:
    content = case_content("perla")
    properties = Properties(title="", language="en", software="", made_at=content.release.made_at)
    flow = Flow(Document(properties=properties), geometry=PORTRAIT)
    return Setting(content, words_in("en"), flow)


def entries(setting: Setting, *changes: dict[str, Any]) -> list[CustodyEntry]:
    """Events without a fault, but for the change made to each."""
    first = next(each for each in setting.content.exhibits if each.custody).custody[0]
    plain: dict[str, Any] = {
        "action": CustodyAction.STORED,
        "recorded_at": first.event.occurred_at,
        "seal": "S-1",
        "result": None,
        "late_entry_reason": "",
    }
    return [
        replace(first, event=replace(first.event, **{**plain, "id": RowId(f"{at}"), "number": at, **change}))
        for at, change in enumerate(changes, start=1)
    ]


def exhibit(setting: Setting, *changes: dict[str, Any]) -> ExhibitInFull:
    """An exhibit without files that has these events."""
    full = next(each for each in setting.content.exhibits if each.custody)
    return replace(full, files=(), custody=tuple(entries(setting, *changes)))


def test_nothing_is_remarked_where_nothing_is_odd(setting: Setting):
    assert custody_remarks(setting, exhibit(setting, {}, {}, {})) == []


def test_late_entries_of_one_reason_are_told_together(setting: Setting):
    (plain,) = entries(setting, {})
    late = plain.event.occurred_at + timedelta(days=33)

    remarks = custody_remarks(
        setting,
        exhibit(
            setting,
            {"recorded_at": late, "late_entry_reason": "paper file"},
            {"recorded_at": late, "late_entry_reason": "paper file"},
            {"recorded_at": plain.event.occurred_at + timedelta(hours=30), "late_entry_reason": ""},
        ),
    )
    assert remarks == [
        "Entered late: event 1 (33 days), 2 (33 days) after it occurred. Reason given: paper file",
        "Entered late: event 3 (30 hours) after it occurred. Reason given: not recorded",
    ]


def test_a_digest_that_differs_is_told(setting: Setting):
    remarks = custody_remarks(
        setting, exhibit(setting, {}, {"result": VerificationResult.MISMATCH, "sha256": "0" * 64})
    )

    assert remarks == ["Event 2: the digest stated is not that of the exhibit's content."]


def test_a_seal_that_changes_unexplained_is_told(setting: Setting):
    changed = exhibit(setting, {}, {"seal": "S-2"})
    resealed = {"seal": "S-2", "action": CustodyAction.RESEALED}
    explained = exhibit(setting, {}, {**resealed, "former_seal": "S-1"})

    (remark,) = custody_remarks(setting, changed)
    (not_named,) = custody_remarks(setting, exhibit(setting, {}, resealed))
    assert not_named.startswith("Event 2 puts on seal S-2; event 1 left seal S-1, and nothing tells")
    assert remark.startswith("Event 2 names seal S-2; event 1 left seal S-1, and no resealing")
    assert custody_remarks(setting, explained) == []


def test_the_state_of_a_seal_in_a_correction_is_printed_in_words(setting: Setting):
    values = {"lacked": LackedField.SEAL_STATE, "wrong_value": "BROKEN", "right_value": "INTACT"}
    full = exhibit(setting, {"action": CustodyAction.CORRECTION, **values})
    (entry,) = full.custody

    lines = "\n".join(each.text for each in _details(setting, full, entry.event, 400))

    assert "broken" in lines
    assert "intact" in lines
    assert "INTACT" not in lines


def test_a_transfer_without_receipt_is_told(setting: Setting):
    parties = {"from_party": "Registry", "to_party": "Laboratory"}
    out = {"action": CustodyAction.TRANSFER_OUT, **parties}
    received = {"action": CustodyAction.TRANSFER_IN, **parties}

    remark, *unconfirmed = custody_remarks(setting, exhibit(setting, out))

    assert remark.startswith("Event 1: the exhibit was sent, and no receipt is recorded")
    assert unconfirmed == [
        "Event 1: the transfer is not confirmed by the giver (Registry) (V-E-14).",
        "Event 1: the transfer is not confirmed by the receiver (Laboratory) (V-E-14).",
    ]
    assert custody_remarks(setting, exhibit(setting, out, received)) == unconfirmed


@pytest.mark.parametrize(
    ("second", "reversed_order"),
    [
        ("2026-03-25T09:59+00:00", True),
        ("2026-03-25T10:30+01:00", True),  # 09:30 in UTC
        ("2026-03-25T09:30-01:00", False),  # 10:30 in UTC
        ("2026-03-25T10:00+00:00", False),  # entered to the minute, after what the program noted
    ],
)
def test_an_event_that_occurred_before_the_one_entered_before_it_is_told(
    setting: Setting, second: str, reversed_order: bool
):
    first, then = datetime.fromisoformat("2026-03-25T10:00:32+00:00"), datetime.fromisoformat(second)
    remarks = custody_remarks(
        setting,
        exhibit(
            setting,
            {"occurred_at": first, "recorded_at": first},
            {"occurred_at": then, "recorded_at": then},
        ),
    )
    told = ["Event 2 occurred before event 1, which was entered before it."]
    assert remarks == (told if reversed_order else [])


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [("A", "B", "A → B"), ("A", "", "From: A"), ("", "B", "To: B"), ("", "", "")],
)
def test_who_gave_and_who_received_are_not_taken_for_each_other(
    setting: Setting, source: str, target: str, told: str
):
    assert setting.between(source, target) == told


def test_what_came_of_a_list_of_others_is_told_with_its_digest_and_without_a_path(setting: Setting):
    told = DigestList(
        id=RowId("l"), run_id=RowId("r"), exhibit_id=exhibit(setting, {}).exhibit.id, name="list.sha256",
        sha256="ab" * 32, named=9, agree=5, differ=(("x/secret.jpg", "sha256", "0" * 64, "1" * 64),),
        missing=("gone.jpg", "lost.jpg"), unnamed=("more.jpg",), not_compared=(), by=AgentId("u"),
        at=setting.content.release.made_at,
    )  # fmt: skip
    whole = replace(exhibit(setting, {}), lists=(Compared(told=told, is_whole=True),))
    stopped = replace(whole, lists=(Compared(told=replace(told, missing=()), is_whole=False),))

    lines = "\n".join(each.text for each in compared_with(setting, whole, 400))
    of_stopped = "\n".join(each.text for each in compared_with(setting, stopped, 400))

    assert "list.sha256" in lines
    assert "abababab" in lines.replace(" ", "")
    assert "agreeing: 5; differing: 1; missing: 2;" in lines
    assert "missing: not told, the run was stopped;" in of_stopped
    assert ".jpg" not in lines
    remarks = custody_remarks(setting, whole)
    assert [("differ" in each, "not there" in each) for each in remarks] == [(True, False), (False, True)]
    assert len(custody_remarks(setting, stopped)) == 1


def test_an_official_stands_with_the_code_under_which_the_list_tells_function_and_unit(setting: Setting):
    full = next(each for each in setting.content.exhibits if len(each.custody) == 1)
    actor = setting.officials[OfficialId(str(full.custody[0].event.actor_id))]

    (first, *_) = single_event(setting, full, 400)

    assert actor.unit
    assert f"{actor.name} ({actor.code})" in first.text
    assert actor.unit not in first.text
