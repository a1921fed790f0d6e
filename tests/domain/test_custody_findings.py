"""What the events of an exhibit leave open follows from the data, whatever its names, numbers and times."""

import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from importlib.resources import files as files_of
from random import Random  # noqa: TID251 - a seed for each run, told when a case fails
from typing import Any, get_type_hints

import pytest

from resources import cases
from thb_desktop.domain.confirmations import UNCONFIRMED
from thb_desktop.domain.cooperation import Instrument, UseCondition
from thb_desktop.domain.cooperation_codes import ConditionKind, InstrumentType
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_corrected import check_correction, corrected, verify_correction
from thb_desktop.domain.custody_findings import check_custody
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS
from thb_desktop.domain.custody_owed import Owed, owed_of
from thb_desktop.domain.custody_remedies import REMEDIES
from thb_desktop.domain.date_rules import check_dates
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import CaseId, ExhibitId, FileId, InstrumentId, ObjectId, OfficialId, RowId
from thb_desktop.domain.vocabulary import ClockSource, CustodyAction, ExhibitKind, LackedField, SealState
from thb_desktop.domain.vocabulary import CustodyAction as A
from thb_desktop.errors import DateImpossibleError, ValueRefusedError
from thb_desktop.findings import Finding, Standing
from thb_desktop.words import sentence

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
Told = tuple[CustodyAction, float, dict[str, Any]]
"""An event: its action, how many hours after the first, and its other fields."""
DEVICE = Exhibit(
    id=ExhibitId("exhibit"),
    case_id=CaseId("case"),
    number="E-01",
    kind=ExhibitKind.DIGITAL_DEVICE,
    originality=None,
    titles=(("en", "Telephone"),),
    source="",
    collected_at=NOW,
    collected_by=OfficialId("official"),
    parent_id=None,
    root_id=ExhibitId("exhibit"),
    instrument_id=None,
    seal="",
    legal_authority="Order 1",
)
PARTIES = {"from_party": "Registry", "to_party": "The Laboratory"}
TO_NL = {"to_party": "NL"}
DUE = {**PARTIES, "due_on": date(2026, 6, 20)}
LATER = {**PARTIES, "due_on": date(2026, 7, 20)}
SAID: dict[CustodyAction, dict[str, str]] = {
    A.STORED: {"place": "Store"},
    A.DESTROYED: {"document": "Order 9", "method": "Burnt", "witness": "A colleague"},
    A.INCIDENT: {"notified": "The judge"},
    A.RECEIVED_FROM_FOREIGN_AUTHORITY: {"from_party": "NL"},
}
"""What an action needs, where a test says nothing else."""
BROKEN = {"seal": "BE-1", "seal_state": SealState.BROKEN}


def beside_confirming(*told: Any, **beside: Any) -> tuple[Finding, ...]:
    """What is found, without who has not confirmed a transfer: `test_confirmations` tells of that."""
    return tuple(each for each in check_custody(*told, **beside) if each.case not in UNCONFIRMED)


def events_of(*told: Told, begin: datetime = NOW) -> list[CustodyEvent]:
    return [
        CustodyEvent(
            **{
                "id": RowId(f"event {number}"),
                "exhibit_id": DEVICE.id,
                "number": number,
                "action": action,
                "occurred_at": begin + after * HOUR,
                "recorded_at": begin + timedelta(days=90),
                "clock_source": ClockSource.DEVICE_UNVERIFIED,
                "actor_id": None,
                "actor": "An officer",
                "place": "",
                "reason": "Search",
                **SAID.get(action, {}),
                **fields,
            }
        )
        for number, (action, after, fields) in enumerate(told, start=1)
    ]


def file(sha256: str) -> ExhibitFile:
    return ExhibitFile(
        id=FileId("file"),
        exhibit_id=DEVICE.id,
        name="image",
        media_type="",
        size=1,
        sha256=sha256,
        object_id=ObjectId("object"),
        added_at=NOW,
    )


def found_in(
    *told: Told, files: Sequence[ExhibitFile] = (), exhibit: Exhibit = DEVICE, at: datetime | None = None
) -> list[tuple[str, object]]:
    """The case of each finding, and the number of its event."""
    findings = beside_confirming(exhibit, events_of(*told), files, at=at or NOW + timedelta(days=30))
    return [(each.case, each.values["n"]) for each in findings]


LOADED: dict[str, dict[str, str]] = json.loads(files_of(cases).joinpath("words.json").read_text("utf-8"))
"""The words of the loader of cases, by language."""
SEIZED: Told = (A.SEIZED, 0, {"seal": "BE-1"})
STORED: Told = (A.STORED, 2, {"seal": "BE-1"})
SENT: Told = (A.TRANSFER_OUT, 10, {**PARTIES, "seal": "BE-1"})
RECEIVED: Told = (A.TRANSFER_IN, 12, PARTIES)
BY_DOCTOR: Told = (A.TRANSFER_IN, 12, {**PARTIES, "actor": "Dr Peeters"})
FROM_DOCTOR = {"from_party": "Dr Peeters", "to_party": "The Court", "actor": "Courier"}
TAKEN_OFF: Told = (A.UNSEALED, 3, {"seal": "BE-1"})
REMARK: Told = (A.CORRECTION, 81, {"right_value": "x", "corrects": "?"})
GIVEN_BACK: Told = (A.RETURNED_TO_OWNER, 50, {"to_party": "The owner"})
TO_OTHER = {**PARTIES, "to_party": "Institute B"}
FROM_OTHER = {**PARTIES, "from_party": "J. Smith"}
TO_COURT = {"from_party": "Registry", "to_party": "The Court"}
BY_LABORATORY = {"from_party": "laboratory", "to_party": "The Court"}
BACK = {"from_party": "Laboratory", "to_party": "registry"}
BACK_BY_OTHER = {"from_party": "Expert B", "to_party": "The Court"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([SEIZED, (A.STORED, 2, {"seal": "BE-2"})], [("seal-mismatch", 2)]),
        ([SEIZED, (A.STORED, 2, {"seal": "be 1"})], []),
        ([SEIZED, (A.RESEALED, 2, {"seal": "BE-2", "former_seal": "BE-1"})], []),
        ([SEIZED, (A.RESEALED, 2, {"seal": "BE-2"})], [("seal-not-named", 2)]),
        ([SEIZED, (A.SEALED, 2, {"seal": "BE-2"})], [("seal-not-named", 2)]),
        ([SEIZED, (A.SEALED, 2, {"seal": "be 1"})], []),
        ([(A.SEIZED, 0, {}), (A.SEALED, 2, {"seal": "BE-2"})], []),
        ([SEIZED, (A.PACKAGED, 1, {"seal": "BAG-7", "packaging": "Bag"}), STORED], []),
        ([SEIZED, STORED, TAKEN_OFF, (A.RESEALED, 4, {"seal": "BE-2", "former_seal": "BE-1"})], []),
        (
            [SEIZED, STORED, TAKEN_OFF, (A.RESEALED, 4, {"seal": "BE-2", "former_seal": "BE-9"})],
            [("seal-mismatch", 4)],
        ),
        ([SEIZED, (A.RESEALED, 2, {"seal": "BE-2", "former_seal": "BE-9"})], [("seal-mismatch", 2)]),
        ([SEIZED, (A.EXAMINED, 2, {"seal": "BE-2", "former_seal": "BE-1"})], []),
        (
            [SEIZED, STORED, (A.UNSEALED, 3, {"seal": "BE-1"}), (A.STORED, 4, {"seal": "BE-2"})],
            [("seal-unrecorded", 4)],
        ),
        (
            [SEIZED, STORED, (A.UNSEALED, 3, {"seal": "BE-1"}), (A.SEALED, 4, {"seal": "BE-2"})],
            [],
        ),
        (
            [
                (A.SEIZED, 0, {}),
                (A.UNSEALED, 3, {}),
                (A.RESEALED, 4, {"seal": "BE-2", "former_seal": "BE-1"}),
            ],
            [("fields-missing", 2)],
        ),
        (
            [(A.SEIZED, 0, {}), (A.UNSEALED, 3, {}), (A.STORED, 4, {"seal": "BE-1"})],
            [("seal-unrecorded", 3), ("fields-missing", 2)],
        ),
        ([SEIZED, (A.EXAMINED, 80, {"seal": "BE-1"})], [("gap", 2)]),
        ([SEIZED, (A.EXAMINED, 71, {"seal": "BE-1"})], []),
        ([SEIZED, STORED, (A.EXAMINED, 800, {})], []),
        ([SEIZED, (A.EXAMINED, 80, {}), (A.RECEIVED_FROM_FOREIGN_AUTHORITY, 90, {})], []),
        ([SEIZED, (A.STORED, -1, {})], [("deposit-before-receipt", 2)]),
        ([SEIZED, STORED, SENT], [("open-transfer", 3)]),
        ([SEIZED, STORED, SENT, (A.TRANSFER_IN, 12, PARTIES)], []),
        ([SEIZED, STORED, SENT, (A.TRANSFER_IN, 9, PARTIES)], [("receipt-before-sending", 4)]),
        ([SEIZED, STORED, SENT, (A.TRANSFER_IN, 12, TO_OTHER)], [("received-by-other", 4)]),
        ([SEIZED, STORED, SENT, (A.TRANSFER_IN, 12, FROM_OTHER)], [("received-from-other", 4)]),
        ([SEIZED, STORED, SENT, (A.TRANSFER_IN, 12, {**PARTIES, "to_party": "laboratory"})], []),
        ([SEIZED, STORED, SENT, (A.TRANSFER_IN, 12, {**PARTIES, "from_party": "(registry), Ghent"})], []),
        (
            [SEIZED, STORED, SENT, (A.TRANSFER_IN, 12, {"from_party": " ", "to_party": ""})],
            [("fields-missing", 4)] * 2,
        ),
        ([SEIZED, STORED, SENT, BY_DOCTOR, (A.TRANSFER_OUT, 700, TO_COURT)], [("sent-by-other", 5)]),
        ([SEIZED, STORED, SENT, BY_DOCTOR, (A.TRANSFER_OUT, 700, FROM_DOCTOR)], []),
        ([SEIZED, STORED, SENT, BY_DOCTOR, (A.TRANSFER_OUT, 700, {**TO_COURT, "actor": "peeters"})], []),
        ([SEIZED, STORED, SENT, RECEIVED, (A.TRANSFER_OUT, 700, BY_LABORATORY)], []),
        ([SEIZED, STORED, SENT, RECEIVED, (A.STORED, 19, {}), (A.TRANSFER_OUT, 700, TO_COURT)], []),
        ([SEIZED, (A.TRANSFER_OUT, 20, TO_COURT), (A.TRANSFER_IN, 21, TO_COURT)], []),
        ([SEIZED, STORED, SENT, (A.EXAMINED, 20, {"actor": "the laboratory"})], []),
        ([SEIZED, STORED, SENT, (A.STORED, 500, {})], [("transfer-without-return", 3)]),
        ([SEIZED, STORED, SENT, (A.STORED, 11, {})], [("transfer-without-return", 3)]),
        ([SEIZED, STORED, SENT, (A.STORED, 50, {"actor": "A clerk"})], []),
        ([SEIZED, STORED, SENT, (A.STORED, 50, {"place": "The Laboratory"})], []),
        ([SEIZED, STORED, SENT, (A.PACKAGED, 11, {"packaging": "Box"}), RECEIVED], []),
        ([SEIZED, STORED, (A.LOANED, 3, PARTIES)], [("open-loan", 3), ("fields-missing", 3)]),
        ([SEIZED, STORED, (A.LOANED, 3, DUE), (A.RETURNED_FROM_LOAN, 300, {})], []),
        ([SEIZED, STORED, (A.LOANED, 3, DUE), (A.RETURNED_FROM_LOAN, 300, BACK)], []),
        (
            [SEIZED, STORED, (A.LOANED, 3, DUE), (A.RETURNED_FROM_LOAN, 300, BACK_BY_OTHER)],
            [("returned-by-other", 4), ("returned-to-other", 4)],
        ),
        (
            [SEIZED, STORED, (A.LOANED, 3, {"to_party": "Court"})],
            [("open-loan", 3), ("fields-missing", 3), ("fields-missing", 3)],
        ),
        (
            [SEIZED, STORED, (A.LOANED, 3, {**PARTIES, "due_on": date(2026, 6, 20)})],
            [("loan-overdue", 3)],
        ),
        ([SEIZED, STORED, (A.LOANED, 3, {**PARTIES, "due_on": date(2026, 7, 20)})], [("on-loan", 3)]),
        (
            [SEIZED, STORED, (A.LOANED, 3, LATER), (A.STORED, 9, {"actor": "Registrar"})],
            [("on-loan", 3), ("moved-on-loan", 4)],
        ),
        (
            [SEIZED, STORED, (A.LOANED, 3, LATER), (A.DESTROYED, 9, {}), (A.RETURNED_FROM_LOAN, 7, {})],
            [],
        ),
        (
            [SEIZED, STORED, (A.LOANED, 3, LATER), (A.STORED, 9, {"actor": "the laboratory"})],
            [("on-loan", 3)],
        ),
        ([SEIZED, (A.SEAL_CHECKED, 2, BROKEN)], [("seal-not-intact", 2)]),
        ([SEIZED, (A.SEAL_CHECKED, 2, BROKEN), (A.INCIDENT, 3, {})], []),
        ([SEIZED, (A.SEAL_CHECKED, 2, {**BROKEN, "seal_state": SealState.INTACT})], []),
        ([SEIZED, STORED, (A.UNSEALED, 3, {})], [("fields-missing", 3)]),
        ([SEIZED, (A.STORED, 2, {"seal": "BE-1", "place": " "})], [("fields-missing", 2)]),
        ([SEIZED, STORED, (A.DESTROYED, 3, {"witness": "", "method": ""})], [("fields-missing", 3)] * 2),
        ([SEIZED, STORED, (A.CONSUMED_IN_TEST, 3, {})], [("fields-missing", 3)] * 2),
        ([SEIZED, STORED, (A.RECEIPT_CONFIRMED, 3, {"sha256": "a" * 64})], [("fields-missing", 3)]),
        (
            [SEIZED, STORED, (A.REDACTED, 3, {}), (A.TRANSLATED, 4, {"document": "T-1"})],
            [("fields-missing", 3)],
        ),
        ([SEIZED, STORED, GIVEN_BACK, (A.EXAMINED, 80, {})], [("after-return", 4)]),
        (
            [SEIZED, STORED, GIVEN_BACK, (A.TRANSFER_OUT, 80, PARTIES), (A.TRANSFER_IN, 81, PARTIES)],
            [("after-return", 4), ("after-return", 5)],
        ),
        ([SEIZED, STORED, GIVEN_BACK, (A.EXAMINED, 49, {})], []),
        ([SEIZED, STORED, GIVEN_BACK, (A.IDENTIFIED, 79, {}), (A.STORED, 80, {})], [("after-return", 5)]),
        ([SEIZED, STORED, GIVEN_BACK, (A.EXPORTED, 80, {}), REMARK], []),
        ([SEIZED, STORED, GIVEN_BACK, (A.SEIZED, 79, {}), (A.EXAMINED, 80, {}), (A.STORED, 81, {})], []),
        ([SEIZED, (A.DESTROYED, 3, {}), (A.STORED, 2, {})], []),
        ([SEIZED, (A.DESTROYED, 3, {}), (A.STORED, 4, {})], [("after-disposal", 3)]),
        ([SEIZED, (A.DESTROYED, 3, {}), (A.CORRECTION, 4, {"right_value": "x", "corrects": "?"})], []),
    ],
)
def test_what_the_events_leave_open_is_found_and_nothing_else(
    told: list[Told], expected: list[tuple[str, int]]
):
    assert found_in(*told) == expected


@pytest.mark.parametrize(
    ("action", "fields", "is_told"),
    [
        (A.VIEWED, {}, False),
        (A.PRESENTED_IN_COURT, {"document": "Hearing 3"}, False),
        (A.ANALYSED, {"document": "Report 7"}, False),
        (A.SEAL_CHECKED, {"seal": "BE-1", "seal_state": SealState.INTACT}, True),
        (A.PACKAGED, {"packaging": "Bag"}, True),
        (A.MOVED, {"place": "B-2"}, True),
    ],
)
def test_content_in_the_vault_is_read_after_its_carrier_was_given_back_and_the_carrier_is_not_handled(
    action: CustodyAction, fields: dict[str, Any], is_told: bool
):
    told = (SEIZED, STORED, GIVEN_BACK, (action, 80, fields))

    with_files, without = found_in(*told, files=[file("a" * 64)]), found_in(*told)

    assert with_files == [("after-return", 4)] * is_told
    assert without == [("after-return", 4)]


@pytest.mark.parametrize(
    ("sent", "received"),
    [
        ("-", "-"),
        ("-", "P. Claes"),
        ("?", "\u2026"),
        *((each["no_place"], "P. Claes") for each in LOADED.values()),
        ("Lab Li\u00e8ge", "Lab Lie\u0300ge"),
        ("Lab", "Lab\u200f"),
        ("\u2068Lab\u2069", "lab"),
    ],
)
def test_a_party_that_names_nobody_or_is_written_otherwise_is_no_other_one(sent: str, received: str):
    out = (A.TRANSFER_OUT, 10, {"from_party": sent, "to_party": sent})
    into = (A.TRANSFER_IN, 12, {"from_party": received, "to_party": received, "actor": "A porter"})
    on = (A.TRANSFER_OUT, 20, {"from_party": sent, "to_party": "The Court"})

    found = found_in(SEIZED, STORED, out, into, on)

    assert [case for case, _ in found if case.endswith("other")] == []


def test_what_is_owed_is_not_returned_by_a_transfer_to_nobody():
    nobody = {"from_party": "-", "to_party": "-"}
    events = events_of(SEIZED, SENT, (A.TRANSFER_IN, 11, nobody), (A.TRANSFER_OUT, 12, nobody))

    found = beside_confirming(DEVICE, events, (), at=NOW + timedelta(days=1), owed=Owed(to="NL"))

    assert [each.case for each in found] == ["to-be-returned"]


@pytest.mark.parametrize(
    ("language", "neutral"),
    [
        ("en", "taken or received again"),
        ("fr", "prise ou reçue de nouveau"),
        ("nl", "opnieuw werd genomen of ontvangen"),
        ("de", "erneut genommen oder empfangen wurde"),
        ("es", "se haya tomado o recibido de nuevo"),
        ("ro", "a fost luată sau primită din nou"),
        ("ar", "أُخذ أو استُلم من جديد"),
    ],
)
def test_no_language_says_that_what_was_given_back_came_again(language: str, neutral: str):
    events = events_of(SEIZED, STORED, GIVEN_BACK, (A.EXAMINED, 80, {}))
    (found,) = beside_confirming(DEVICE, events, (), at=NOW + timedelta(days=30))

    assert sentence(found, language).endswith(f"{neutral}.")


@pytest.mark.parametrize(
    ("stated", "stored", "expected"),
    [
        (["a", "a"], "a", []),
        (["a", "b"], "a", [("digest-differs", 2)]),
        (["b", "a"], "a", [("digest-differs", 1)]),
        (["a", "b"], "", [("digest-other", 2)]),
        (["", "a"], "", []),
    ],
)
def test_a_stated_digest_is_compared_with_the_files_or_with_the_first_one(
    stated: list[str], stored: str, expected: list[tuple[str, int]]
):
    first, second = ({"sha256": each * 64} for each in stated)
    files = [file(stored * 64)] if stored else []
    told = ((A.COLLECTED, 0, first), (A.VERIFIED, 1, second))

    assert found_in(*told, files=files, exhibit=replace(DEVICE, kind=ExhibitKind.FILE)) == expected


def test_the_digest_of_a_bundle_is_not_compared_with_the_files():
    exported: Told = (A.EXPORTED, 1, {"sha256": "b" * 64})

    assert found_in(SEIZED, exported, files=[file("a" * 64)]) == []


@pytest.mark.parametrize(
    ("wrong", "right", "about", "then"),
    [
        ("BE-2", "BE-1", "event 2", []),
        ("BE-2", "BE-3", "event 2", [("seal-mismatch", 2)]),
        ("", "BE-1", "event 2", [("seal-mismatch", 2)]),
        ("BE-2", "BE-1", "event 1", [("seal-mismatch", 2)]),
    ],
)
def test_a_correction_resolves_what_it_corrects(
    wrong: str, right: str, about: str, then: list[tuple[str, int]]
):
    values = {"corrects": RowId(about), "wrong_value": wrong, "right_value": right}

    found = found_in(SEIZED, (A.STORED, 2, {"seal": "BE-2"}), (A.CORRECTION, 3, values))

    assert found == then


@pytest.mark.parametrize(
    ("wrong", "right", "day"),
    [
        ("2026-06-20", "2026-07-20", "2026-07-20"),
        ("20.6.2026", "20 July 2026", "2026-07-20"),
        ("2026-06-21", "2026-07-20", "2026-06-20"),
        ("", "2026-07-20", "2026-06-20"),
        ("2026-06-20", "in July", "2026-06-20"),
    ],
)
def test_the_day_by_which_a_loan_comes_back_is_corrected_by_its_value(wrong: str, right: str, day: str):
    values = {"corrects": RowId("event 3"), "wrong_value": wrong, "right_value": right}
    lent = (SEIZED, STORED, (A.LOANED, 3, DUE), (A.CORRECTION, 4, values))

    (found,) = [each for each in check_custody(DEVICE, events_of(*lent), (), at=NOW) if "loan" in each.case]

    assert dict(found.values)["day"] == day


def test_a_day_that_a_loan_of_before_does_not_have_is_said_by_a_correction():
    values = {"corrects": RowId("event 3"), "right_value": "2026-07-20"}

    found = found_in(SEIZED, STORED, (A.LOANED, 3, PARTIES), (A.CORRECTION, 4, values))

    assert found == [("on-loan", 3)]


def test_what_an_event_lacked_is_said_by_a_correction_field_by_field():
    gone = (A.DESTROYED, 3, {"method": "", "document": ""})
    said = [
        (A.CORRECTION, 4, {"corrects": RowId("event 3"), "lacked": field, "right_value": value})
        for field, value in ((LackedField.METHOD, "Burnt"), (LackedField.DOCUMENT, "Order 9"))
    ]
    elsewhere = replace(events_of(*said)[0], corrects=RowId("event 1"))

    found = [found_in(SEIZED, STORED, gone, *said[:count]) for count in (0, 1, 2)]
    told = {each.id: each for each in corrected(events_of(SEIZED, STORED, gone, *said))}

    assert found == [[("fields-missing", 3)] * 2, [("fields-missing", 3)], []]
    assert (told[RowId("event 3")].method, told[RowId("event 3")].document) == ("Burnt", "Order 9")
    assert corrected([*events_of(SEIZED), replace(elsewhere, number=2)])[0].method == ""


@pytest.mark.parametrize(
    ("action", "lacked"),
    [
        (A.INCIDENT, LackedField.NOTIFIED),
        (A.LOST_OR_DAMAGED, LackedField.NOTIFIED),
        (A.ANALYSED, LackedField.DOCUMENT),
        (A.VOLUNTARILY_HANDED_OVER, LackedField.FROM_PARTY),
    ],
)
def test_what_nobody_knew_when_it_was_recorded_is_told_until_a_correction_says_it(
    action: CustodyAction, lacked: LackedField
):
    told = (action, 3, {lacked.field: ""})
    said = (A.CORRECTION, 4, {"corrects": RowId("event 3"), "lacked": lacked, "right_value": "Known since"})

    assert found_in(SEIZED, STORED, told) == [("fields-missing", 3)]
    assert found_in(SEIZED, STORED, told, said) == []


@pytest.mark.parametrize(
    ("lacked", "wrong", "field"),
    [
        (LackedField.METHOD, "Burnt", "wrong_value"),
        (LackedField.WITNESS, "", "lacked"),
        (LackedField.PACKAGING, "", "lacked"),
    ],
    ids=["with a wrong value", "not empty", "of another action"],
)
def test_a_correction_fills_only_what_an_event_can_have_and_lacks(
    lacked: LackedField, wrong: str, field: str
):
    (gone,) = events_of((A.DESTROYED, 3, {"method": ""}))
    by = replace(gone, action=A.CORRECTION, lacked=lacked, wrong_value=wrong, right_value="Burnt")

    with pytest.raises(ValueRefusedError) as refused:
        verify_correction(gone, by)
    verify_correction(gone, replace(by, lacked=LackedField.METHOD, wrong_value=""))
    verify_correction(gone, replace(by, lacked=LackedField.PLACE, wrong_value=""))

    assert refused.value.field == f"custody_event.{field}"


def test_each_text_that_an_action_needs_can_be_said_by_a_correction():
    texts = {name for name, of in get_type_hints(CustodyEvent).items() if of is str}
    kinds = [kind for kind in CUSTODY_KINDS.values() if kind.by_hand]
    needed = {name for kind in kinds for name in (kind.needs | kind.awaits) & texts}

    assert {each.field for each in LackedField} == needed - {"right_value"} | BESIDE


BESIDE = {"former_seal", "seal_state", "write_blocker", "source_sha256"}
"""What an action does not need, or is no text, and what resolves a finding when a correction says it."""


@pytest.mark.parametrize("wrong", ["2026-06-01 08:00", "1.6.2026 8:00", "1 June 2026, 08:00"])
@pytest.mark.parametrize("right", ["2026-06-01T11:30:00+02:00", "2026-06-01 09:30", "1.6.2026 9:30"])
def test_a_corrected_time_counts(wrong: str, right: str):
    values = {"corrects": RowId("event 2"), "wrong_value": wrong, "right_value": right}

    assert found_in(SEIZED, (A.STORED, -1, {}), (A.CORRECTION, 3, values)) == []


@pytest.mark.parametrize(
    ("wrong", "is_remark"),
    [("1.6.2026 8:00", False), ("BE-1", False), ("1.6.2026 8:01", True), ("a blue bag", True)],
)
def test_a_wrong_value_that_no_field_has_is_told_to_be_a_remark(wrong: str, is_remark: bool):
    stored = events_of(SEIZED, (A.STORED, -1, {"seal": "BE-1"}))[1]

    found = check_correction(stored, wrong)

    assert [each.key for each in found] == ["custody.corrects-nothing"] * is_remark


def test_a_correction_without_a_wrong_value_and_a_field_is_told_to_be_a_remark():
    stored, lent, due = events_of((A.STORED, 0, {}), (A.LOANED, 1, PARTIES), (A.LOANED, 1, DUE))

    found = [[each.key for each in check_correction(event, " ")] for event in (stored, lent, due)]

    assert found == [["custody.corrects-unnamed"], [], ["custody.corrects-unnamed"]]
    assert check_correction(stored, "", LackedField.PLACE) == ()


TWICE = {"actor": "Insp. Peeters", "witness": "Insp. Peeters"}
ORDERED_SO = {"document": "Report 7", "method": "Report 7"}


@pytest.mark.parametrize(
    ("fields", "wrong", "named", "changed"),
    [
        (TWICE, "Insp. Peeters", None, {"actor"}),
        (TWICE, "Insp. Peeters", LackedField.WITNESS, {"witness"}),
        ({**TWICE, "actor": "A clerk"}, "Insp. Peeters", None, {"witness"}),
        (ORDERED_SO, "Report 7", None, set()),
        (ORDERED_SO, "Report 7", LackedField.DOCUMENT, {"document"}),
        (ORDERED_SO, "Report 8", LackedField.DOCUMENT, set()),
    ],
)
def test_a_correction_changes_the_field_that_is_meant_and_several_of_one_value_are_told(
    fields: dict[str, Any], wrong: str, named: LackedField | None, changed: set[str]
):
    (gone,) = events_of((A.DESTROYED, 0, fields))
    values = {"corrects": gone.id, "wrong_value": wrong, "right_value": "Corrected", "lacked": named}
    by = replace(events_of((A.CORRECTION, 1, values))[0], id=RowId("by"), number=2)

    told = corrected([gone, by])[0]

    texts = ("actor", "witness", "document", "method")
    assert {name for name in texts if getattr(told, name) == "Corrected"} == changed
    several = [name for name in texts if getattr(gone, name) == wrong]
    is_told = named is None and len(several) > 1
    found = check_correction(gone, wrong, named)
    assert [each.key for each in found] == ["custody.corrects-several"] * is_told


def test_a_wrong_value_that_the_named_field_does_not_have_is_refused():
    (gone,) = events_of((A.DESTROYED, 0, ORDERED_SO))
    by = replace(gone, action=A.CORRECTION, lacked=LackedField.WITNESS, wrong_value="Report 7")

    with pytest.raises(ValueRefusedError) as refused:
        verify_correction(gone, by)
    verify_correction(gone, replace(by, lacked=LackedField.METHOD))

    assert refused.value.field == "custody_event.wrong_value"


@pytest.mark.parametrize("right", ["half past nine", "9:30", "2026-06-01 25:00"])
def test_a_time_is_corrected_to_no_other_thing_than_a_time(right: str):
    stored = events_of(SEIZED, (A.STORED, -1, {}))[1]
    by = replace(stored, wrong_value="1.6.2026 8:00", right_value=right)

    with pytest.raises(ValueRefusedError) as refused:
        verify_correction(stored, by)

    assert refused.value.field == "custody_event.right_value"


@pytest.mark.parametrize(
    ("wrong", "right", "fits"),
    [("2026-06-20", "2026-05-01", "2026-06-01"), ("1.6.2026 8:00", "21.6.2026 8:00", "20.6.2026 8:00")],
    ids=["due before", "lent after"],
)
def test_no_correction_has_a_loan_begin_after_the_day_on_which_it_is_due(wrong: str, right: str, fits: str):
    (lent,) = events_of((A.LOANED, -1, DUE))
    by = replace(lent, wrong_value=wrong, right_value=right)

    with pytest.raises(DateImpossibleError) as refused:
        verify_correction(lent, by)
    verify_correction(lent, replace(by, right_value=fits))

    assert refused.value.field == "custody_event.right_value"


def test_a_loan_that_is_due_before_it_begins_is_told_with_its_day():
    (lent,) = events_of((A.LOANED, -1, DUE))

    (found,) = check_dates(replace(lent, due_on=date(2026, 5, 1)), NOW)

    assert (found.field, found.values["earliest"]) == ("custody_event.due_on", "2026-06-01")
    assert check_dates(lent, NOW) == ()


def test_an_image_says_how_its_source_was_protected_and_with_which_digest():
    image = replace(DEVICE, kind=ExhibitKind.FORENSIC_IMAGE)
    named = {"write_blocker": "T-1, serial 7", "source_sha256": "a" * 64}

    assert found_in((A.ACQUIRED, 0, {}), exhibit=image) == [("acquired-unprotected", 1)]
    assert found_in((A.ACQUIRED, 0, named), exhibit=image) == []


def test_what_is_to_be_returned_is_told_until_it_is():
    events = events_of(SEIZED, SENT, (A.TRANSFER_IN, 11, PARTIES))
    back = events_of(SEIZED, SENT, (A.TRANSFER_IN, 11, PARTIES), (A.RETURNED_TO_OWNER, 20, TO_NL))
    owed, at = Owed(to="NL"), NOW + timedelta(days=2)
    until = replace(owed, until=NOW.date() + timedelta(days=1))

    (told,) = beside_confirming(DEVICE, events, (), at=at, owed=owed)
    (late,) = beside_confirming(DEVICE, events, (), at=at, owed=until)

    assert (told.case, told.standing, told.about) == ("to-be-returned", Standing.HOLDS, "event 3")
    assert (late.case, late.standing) == ("return-overdue", Standing.UNKNOWN)
    assert beside_confirming(DEVICE, back, (), at=at, owed=owed) == ()


def test_an_instrument_or_a_condition_says_what_is_to_be_returned():
    order = Instrument(
        id=InstrumentId("order"),
        case_id=DEVICE.case_id,
        number="EIO-1",
        type=InstrumentType.EIO,
        status=None,
        reference="",
        from_country="BE",
        to_country="NL",
        issued_on=None,
        acknowledged_on=None,
        executed_on=None,
        return_required=True,
    )
    condition = UseCondition(
        id=RowId("condition"),
        case_id=DEVICE.case_id,
        number="C-1",
        kind=ConditionKind.RETURN_AFTER_USE,
        text="To be returned",
        imposed_by="Prosecutor",
        imposed_state="RO",
        exhibit_id=DEVICE.id,
        until=NOW.date(),
    )
    obtained = replace(DEVICE, instrument_id=order.id)

    assert owed_of(obtained, [order], []) == Owed(to="NL")
    assert owed_of(DEVICE, [order], [condition]) == Owed(to="RO", until=NOW.date())
    assert owed_of(DEVICE, [order], [replace(condition, struck="entered twice")]) is None
    assert owed_of(replace(obtained, kind=ExhibitKind.FILE), [order], []) is None


# Each fault, planted in a custody record without one.


def _flawless(random: Random) -> list[Told]:
    """An exhibit that is taken, deposited, sent to be examined, sealed again, received back and deposited."""
    first, second = (f"{random.choice(('BE', 'RO', 'NL'))}-{random.randrange(10**7):07}" for _ in "12")
    registry, laboratory = (f"{random.choice(_NAMES)} {random.randrange(99)}" for _ in "12")
    there = {"from_party": registry, "to_party": laboratory, "seal": first}
    back = {"from_party": laboratory, "to_party": registry, "seal": second}
    hours = [0.0]
    for _ in range(7):
        hours.append(hours[-1] + random.uniform(1, 60))
    told: list[tuple[CustodyAction, dict[str, Any]]] = [
        (A.SEIZED, {"seal": first, "sha256": f"{random.getrandbits(256):064x}"}),
        (A.STORED, {"seal": first}),
        (A.TRANSFER_OUT, there),
        (A.TRANSFER_IN, there),
        (A.RESEALED, {"seal": second, "former_seal": first}),
        (A.TRANSFER_OUT, back),
        (A.TRANSFER_IN, back),
        (A.STORED, {"seal": second}),
    ]
    return [(action, after, {**fields, "actor": random.choice(_NAMES)}) for (action, fields), after in
            zip(told, hours, strict=True)]  # fmt: skip


_NAMES = ("Ana", "Bénédicte", "Șerban", "بنعلي", "Оксана", "Dumitru", "Liesbeth")


def _other_seal(told: list[Told], random: Random) -> tuple[str, int]:
    other = f"{random.choice(('FR', 'IT'))}-{random.randrange(10**7):07}"
    at = random.choice([1, 2, 3, 5, 6, 7])
    fields = told[at][2]
    for each in range(at, len(told)):
        if told[each][2].get("seal") == fields["seal"]:
            told[each] = (told[each][0], told[each][1], {**told[each][2], "seal": other})
        if told[each][0] is A.RESEALED:
            break
    if at < 4:
        told[4] = (told[4][0], told[4][1], {**told[4][2], "former_seal": other})
    return "seal-mismatch", at + 1


def _no_deposit(told: list[Told], random: Random) -> tuple[str, int]:
    del told[1:4]
    told[1:] = [(action, after + 73, fields) for action, after, fields in told[1:]]
    return "gap", 2


def _early_deposit(told: list[Told], random: Random) -> tuple[str, int]:
    told[1] = (told[1][0], -random.uniform(0.1, 40), told[1][2])
    return "deposit-before-receipt", 2


def _no_receipt(told: list[Told], random: Random) -> tuple[str, int]:
    del told[6]
    told[6] = (told[6][0], told[5][1] + random.uniform(73, 900), {**told[6][2], "actor": "Registrar"})
    return "transfer-without-return", 6


def _never_back(told: list[Told], random: Random) -> tuple[str, int]:
    del told[6:]
    return "open-transfer", 6


def _received_by_other(told: list[Told], random: Random) -> tuple[str, int]:
    other = f"{random.choice(('Expert', 'Institute'))} {random.randrange(99)}"
    told[6] = (told[6][0], told[6][1], {**told[6][2], "to_party": other})
    return "received-by-other", 7


def _sent_by_other(told: list[Told], random: Random) -> tuple[str, int]:
    other = {"from_party": f"Expert {random.randrange(99)}", "actor": "Courier"}
    told[5:7] = [(action, after, {**fields, **other}) for action, after, fields in told[5:7]]
    return "sent-by-other", 6


def _former_seal_not_named(told: list[Told], random: Random) -> tuple[str, int]:
    told[4] = (random.choice((A.SEALED, A.RESEALED)), told[4][1], {**told[4][2], "former_seal": ""})
    return "seal-not-named", 5


def _given_back(told: list[Told], random: Random) -> tuple[str, int]:
    told.insert(7, (A.RETURNED_TO_OWNER, told[6][1], {"to_party": random.choice(_NAMES)}))
    return "after-return", 9


def _destroyed(told: list[Told], random: Random) -> tuple[str, int]:
    told.insert(7, (A.DESTROYED, told[6][1], {}))
    return "after-disposal", 9


def _not_of_the_file(told: list[Told], random: Random) -> tuple[str, int]:
    return "digest-differs", _verified(told, random)


def _not_as_before(told: list[Told], random: Random) -> tuple[str, int]:
    return "digest-other", _verified(told, random)


def _verified(told: list[Told], random: Random) -> int:
    """Put in a verification of another digest than the first one, and return its number."""
    other = f"{int(told[0][2]['sha256'], 16) ^ (1 << random.randrange(256)):064x}"
    at = random.randrange(1, len(told))
    after = (told[at - 1][1] + told[at][1]) / 2
    told.insert(at, (A.VERIFIED, after, {"sha256": other, "actor": random.choice(_NAMES)}))
    return at + 1


PLANTED: list[Callable[[list[Told], Random], tuple[str, int]]] = [
    _other_seal,
    _no_deposit,
    _early_deposit,
    _no_receipt,
    _never_back,
    _received_by_other,
    _sent_by_other,
    _former_seal_not_named,
    _given_back,
    _destroyed,
    _not_of_the_file,
    _not_as_before,
]


@pytest.mark.parametrize("plant", [None, *PLANTED])
def test_findings_follow_the_data_of_generated_records(
    plant: Callable[[list[Told], Random], tuple[str, int]] | None,
):
    seed = secrets.randbits(64)
    random = Random(seed)  # noqa: S311 - test data
    for _ in range(100):
        told = _flawless(random)
        exhibit = replace(DEVICE, number=f"{random.choice(_NAMES)}/{random.randrange(10**6)}")
        has_file = plant is _not_of_the_file or (plant is not _not_as_before and random.random() < 0.5)
        files = [file(told[0][2]["sha256"])] if has_file else []
        expected = [plant(told, random)] if plant else []
        begin = NOW + timedelta(minutes=random.randrange(10**6))
        events = [
            replace(
                each,
                occurred_at=each.occurred_at.astimezone(
                    timezone(timedelta(minutes=15 * random.randrange(-48, 57)))
                ),
            )
            for each in events_of(*told, begin=begin)
        ]

        found = beside_confirming(exhibit, events, files, at=begin + timedelta(days=100))

        assert [(each.case, each.values["n"]) for each in found] == expected, f"seed {seed}"


def test_each_finding_says_what_would_resolve_it():
    assert set(REMEDIES) >= {"gap", "seal-mismatch", "digest-differs", "open-transfer", "fields-missing"}
