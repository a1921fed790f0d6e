"""What would resolve a finding resolves it: each is planted, its remedy is followed, and it is gone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.domain.test_custody_findings import (
    DEVICE,
    DUE,
    NOW,
    PARTIES,
    SAID,
    SEIZED,
    SENT,
    STORED,
    Told,
    events_of,
    file,
)
from thb_desktop.domain.confirmations import transfer_digest
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_content import Beside
from thb_desktop.domain.custody_corrected import check_correction, corrected, verify_correction
from thb_desktop.domain.custody_findings import check_custody
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS
from thb_desktop.domain.custody_owed import Owed
from thb_desktop.domain.custody_remedies import REMEDIES
from thb_desktop.domain.custody_shown import ShownIn
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.vocabulary import (
    BarKind,
    ConfirmationWay,
    ExhibitKind,
    LackedField,
    SealState,
    TransferParty,
    VerificationResult,
)
from thb_desktop.domain.vocabulary import CustodyAction as A
from thb_desktop.errors import ValueRefusedError
from thb_desktop.findings import Finding
from thb_desktop.words import sentence

SHA, OTHER = "a" * 64, "b" * 64
MISMATCH, MATCH = VerificationResult.MISMATCH, VerificationResult.MATCH
IMAGE = replace(DEVICE, kind=ExhibitKind.FORENSIC_IMAGE)
FILE = replace(DEVICE, kind=ExhibitKind.FILE)
BARE = replace(DEVICE, legal_authority="")
KEPT = replace(
    DEVICE, keep_until=NOW.date() + timedelta(days=3), keep_ground="Law", keep_decided_by="A judge"
)
RECEIVED: Told = (A.TRANSFER_IN, 12, PARTIES)
LENT: Told = (A.LOANED, 3, DUE)
BROKEN: Told = (A.SEAL_CHECKED, 2, {"seal": "BE-1", "seal_state": SealState.BROKEN})
GONE: Told = (A.DESTROYED, 9, {})
BACK_TO_OWNER: Told = (A.RETURNED_TO_OWNER, 9, {"to_party": "The owner"})
TO_COURT = {"from_party": "Registry", "to_party": "The Court"}
FOREIGN: Told = (A.RECEIVED_FROM_FOREIGN_AUTHORITY, 0, {"seal": "BE-1"})
CONFIRMED: dict[str, Any] = {
    "confirms": RowId("event 3"),
    "party": TransferParty.GIVER,
    "way": ConfirmationWay.ON_PAPER,
    "recorder": "A clerk",
}


def correction(number: int, wrong: str, right: str, named: LackedField | None = None) -> Told:
    values = {"corrects": RowId(f"event {number}"), "wrong_value": wrong, "right_value": right}
    return A.CORRECTION, 900, {**values, "lacked": named}


def time_of(after: float) -> str:
    return (NOW + timedelta(hours=after)).strftime("%Y-%m-%d %H:%M")


@dataclass(frozen=True, kw_only=True)
class Life:
    """A finding: how it is planted, and what its remedy adds or changes."""

    told: Sequence[Told]
    follow: Sequence[Told] = ()
    exhibit: Exhibit = DEVICE
    then: Exhibit | None = None
    files: Sequence[ExhibitFile] = ()
    files_then: Sequence[ExhibitFile] | None = None
    bars: frozenset[BarKind] = frozenset()
    owed: Owed | None = None
    owed_then: Owed | None = None
    days: int = 30
    shown: Sequence[ShownIn] = ()

    def found(self, *, followed: bool) -> tuple[Finding, ...]:
        exhibit, files, bars, owed = self.exhibit, self.files, self.bars, self.owed
        if followed:
            exhibit = self.then or exhibit
            files = self.files if self.files_then is None else self.files_then
            bars, owed = frozenset(), self.owed_then
        return check_custody(
            exhibit,
            events_of(*self.told, *(self.follow if followed else ())),
            files,
            at=NOW + timedelta(days=self.days),
            owed=owed,
            beside=Beside(bars=bars, shown=self.shown),
        )


def named_files(*names: str, size: int = 1) -> list[ExhibitFile]:
    return [replace(file(SHA), name=name, size=size) for name in names]


def state(right: str) -> Told:
    return correction(2, "BROKEN", right, LackedField.SEAL_STATE)


def a_resealing(**fields: str) -> list[Told]:
    return [SEIZED, (A.RESEALED, 5, {"seal": "BE-2", **fields})]


def confirmed(*halves: Told, by: str = "Registry", named: TransferParty = TransferParty.GIVER) -> Told:
    """A confirmation of the third of these events as it stands."""
    digest = transfer_digest(DEVICE, events_of(*halves)[2])
    return A.TRANSFER_CONFIRMED, 901, {**CONFIRMED, "party": named, "sha256": digest, "actor": by}


def withdrawn(number: int) -> Told:
    return A.CONFIRMATION_WITHDRAWN, 902, {"confirms": RowId(f"event {number}"), "recorder": "A clerk"}


MOVED = [SEIZED, STORED, SENT, (A.TRANSFER_IN, 12, {**PARTIES, "actor": "Dr Peeters"})]
OTHER_WORDS: Told = (A.TRANSFER_CONFIRMED, 900, {**CONFIRMED, "sha256": OTHER, "actor": "Registry"})
TWICE_OFF = [SEIZED, STORED, (A.UNSEALED, 3, {"seal": "BE-1"}), (A.STORED, 4, {"seal": "BE-2"})]
READ_OTHER: Told = (A.VERIFIED, 5, {"sha256": SHA, "result": MISMATCH, "files_read": 1})
READ_AGAIN: Told = (A.VERIFIED, 6, {"sha256": SHA, "result": MATCH, "files_read": 1})
COPIED_WRONGLY = [SEIZED, (A.VERIFIED, 5, {"sha256": OTHER, "result": MISMATCH})]
STATED_TWICE: list[Told] = [(A.SEIZED, 0, {"sha256": SHA}), (A.VERIFIED, 5, {"sha256": OTHER})]
UNPROTECTED = [(A.ACQUIRED, 0, {})]
PROTECTED = [
    correction(1, "", "Tableau T8, serial 7", LackedField.WRITE_BLOCKER),
    correction(1, "", SHA, LackedField.SOURCE_SHA256),
]
VALUE = "c" * 32
COMPARED: Told = (A.VERIFIED, 5, {"sha256": SHA, "weak_digest": VALUE, "result": MISMATCH, "files_read": 1})
WEAK = [(A.ACQUIRED, 0, {"weak_digest": "c" * 32})]

LIVES: list[tuple[str, Life]] = [
    (
        "seal-mismatch",
        Life(told=[SEIZED, (A.STORED, 9, {"seal": "BE-2"})], follow=[correction(2, "BE-2", "BE-1")]),
    ),
    (
        "seal-mismatch",
        Life(
            told=[SEIZED, (A.STORED, 9, {"seal": "BE-2"})],
            follow=[(A.RESEALED, 5, {"seal": "BE-2", "former_seal": "BE-1"})],
        ),
    ),
    ("seal-unrecorded", Life(told=TWICE_OFF, follow=[(A.SEALED, 3.5, {"seal": "BE-2"})])),
    (
        "seal-unrecorded",
        Life(
            told=[SEIZED, (A.UNSEALED, 3, {"seal": "BE-1"}), (A.STORED, 4, {"seal": "BE-1"})],
            follow=[correction(3, time_of(4), time_of(2))],
        ),
    ),
    ("seal-not-named", Life(told=a_resealing(), follow=[correction(2, "", "BE-1", LackedField.FORMER_SEAL)])),
    ("seal-not-named", Life(told=a_resealing(), follow=[(A.UNSEALED, 4, {"seal": "BE-1"})])),
    ("seal-not-named", Life(told=a_resealing(), follow=[correction(2, "BE-2", "BE-1")])),
    ("gap", Life(told=[SEIZED, (A.EXAMINED, 90, {})], follow=[(A.STORED, 3, {})])),
    ("digest-differs", Life(told=COPIED_WRONGLY, follow=[correction(2, OTHER, SHA)], files=[file(SHA)])),
    (
        "digest-differs",
        Life(told=COPIED_WRONGLY, follow=[correction(2, OTHER, SHA, LackedField.SHA256)], files=[file(SHA)]),
    ),
    ("digest-differs", Life(told=COPIED_WRONGLY, follow=[correction(2, OTHER, SHA)])),
    (
        "value-differs",
        Life(
            told=[(A.SEIZED, 0, {"sha256": SHA, "weak_digest": VALUE}), COMPARED],
            follow=[correction(1, VALUE, "d" * 32)],
            files=[file(SHA)],
        ),
    ),
    ("digest-other", Life(told=STATED_TWICE, follow=[correction(2, OTHER, SHA)], exhibit=FILE)),
    ("digest-other", Life(told=STATED_TWICE, follow=[correction(1, SHA, OTHER)], exhibit=FILE)),
    (
        "deposit-before-receipt",
        Life(told=[SEIZED, (A.STORED, -1, {})], follow=[correction(2, time_of(-1), time_of(1))]),
    ),
    (
        "shown-before-arrival",
        Life(
            told=[SEIZED],
            follow=[correction(1, time_of(0), time_of(-2))],
            shown=[ShownIn(record="I-06", at=NOW - timedelta(hours=1))],
        ),
    ),
    (
        "shown-before-arrival-unnamed",
        Life(
            told=[SEIZED],
            follow=[correction(1, time_of(0), time_of(-2))],
            shown=[ShownIn(record="", at=NOW - timedelta(hours=1))],
        ),
    ),
    (
        "receipt-before-sending",
        Life(
            told=[SEIZED, STORED, SENT, (A.TRANSFER_IN, 9, PARTIES)],
            follow=[correction(4, time_of(9), time_of(11))],
        ),
    ),
    ("open-transfer", Life(told=[SEIZED, STORED, SENT], follow=[RECEIVED])),
    (
        "transfer-without-return",
        Life(
            told=[SEIZED, STORED, SENT, (A.STORED, 500, {})],
            follow=[
                RECEIVED,
                (A.TRANSFER_OUT, 400, {"from_party": "The Laboratory", "to_party": "Registry"}),
                (A.TRANSFER_IN, 401, {"from_party": "The Laboratory", "to_party": "Registry"}),
            ],
        ),
    ),
    (
        "received-by-other",
        Life(
            told=[SEIZED, STORED, SENT, (A.TRANSFER_IN, 12, {**PARTIES, "to_party": "Expert B"})],
            follow=[correction(4, "Expert B", "The Laboratory")],
        ),
    ),
    (
        "received-from-other",
        Life(
            told=[SEIZED, STORED, SENT, (A.TRANSFER_IN, 12, {**PARTIES, "from_party": "J. Smith"})],
            follow=[correction(3, "Registry", "J. Smith, Registry")],
        ),
    ),
    (
        "sent-by-other",
        Life(told=[*MOVED, (A.TRANSFER_OUT, 20, TO_COURT)], follow=[correction(5, "Registry", "Laboratory")]),
    ),
    (
        "sent-by-other",
        Life(
            told=[*MOVED, (A.TRANSFER_OUT, 20, TO_COURT), (A.TRANSFER_IN, 21, TO_COURT)],
            follow=[
                (A.TRANSFER_OUT, 15, {"from_party": "The Laboratory", "to_party": "Registry"}),
                (A.TRANSFER_IN, 16, {"from_party": "The Laboratory", "to_party": "Registry"}),
            ],
        ),
    ),
    (
        "returned-by-other",
        Life(
            told=[SEIZED, STORED, LENT, (A.RETURNED_FROM_LOAN, 30, {"from_party": "Expert B"})],
            follow=[correction(4, "Expert B", "Laboratory")],
        ),
    ),
    (
        "returned-to-other",
        Life(
            told=[SEIZED, STORED, LENT, (A.RETURNED_FROM_LOAN, 30, {"to_party": "The Court"})],
            follow=[correction(4, "The Court", "Registry", LackedField.TO_PARTY)],
        ),
    ),
    (
        "open-loan",
        Life(told=[SEIZED, STORED, (A.LOANED, 3, PARTIES)], follow=[(A.RETURNED_FROM_LOAN, 30, {})]),
    ),
    (
        "open-loan",
        Life(told=[SEIZED, STORED, (A.LOANED, 3, PARTIES)], follow=[correction(3, "", "2027-01-01")]),
    ),
    ("loan-overdue", Life(told=[SEIZED, STORED, LENT], follow=[(A.RETURNED_FROM_LOAN, 30, {})])),
    (
        "moved-on-loan",
        Life(told=[SEIZED, STORED, LENT, (A.STORED, 9, {})], follow=[(A.RETURNED_FROM_LOAN, 8, {})]),
    ),
    (
        "moved-on-loan",
        Life(
            told=[SEIZED, STORED, LENT, (A.STORED, 9, {})],
            follow=[correction(4, time_of(9), time_of(2.5))],
        ),
    ),
    ("seal-not-intact", Life(told=[SEIZED, BROKEN], follow=[(A.INCIDENT, 3, {})])),
    (
        "seal-not-intact",
        Life(told=[SEIZED, BROKEN], follow=[(A.RESEALED, 3, {"seal": "BE-2", "former_seal": "BE-1"})]),
    ),
    ("seal-not-intact", Life(told=[SEIZED, BROKEN], follow=[state("INTACT")])),
    ("acquired-unprotected", Life(told=UNPROTECTED, follow=PROTECTED, exhibit=IMAGE)),
    ("to-be-returned", Life(told=[SEIZED, STORED], owed=Owed(to="NL"))),
    (
        "return-overdue",
        Life(
            told=[FOREIGN, STORED],
            follow=[(A.TRANSFER_OUT, 30, {"from_party": "Registry", "to_party": "NL"})],
            owed=Owed(to="NL", until=NOW.date()),
            owed_then=Owed(to="NL", until=NOW.date()),
        ),
    ),
    (
        "after-disposal",
        Life(told=[SEIZED, GONE, (A.STORED, 10, {})], follow=[correction(3, time_of(10), time_of(2))]),
    ),
    (
        "after-return",
        Life(
            told=[SEIZED, STORED, BACK_TO_OWNER, (A.EXAMINED, 10, {})],
            follow=[correction(4, time_of(10), time_of(3))],
        ),
    ),
    (
        "after-return",
        Life(told=[SEIZED, STORED, BACK_TO_OWNER, (A.EXAMINED, 11, {})], follow=[(A.COLLECTED, 10, {})]),
    ),
    ("no-authority", Life(told=[SEIZED], exhibit=BARE, then=replace(BARE, legal_authority="Order 1"))),
    (
        "no-authority",
        Life(told=[SEIZED], exhibit=BARE, then=replace(BARE, emergency="Flight", ratification="Decision 3")),
    ),
    (
        "no-authority",
        Life(told=[SEIZED], exhibit=BARE, follow=[correction(1, "", "Order 1", LackedField.DOCUMENT)]),
    ),
    (
        "not-ratified",
        Life(
            told=[SEIZED],
            exhibit=replace(BARE, emergency="Flight"),
            then=replace(BARE, emergency="Flight", ratification="Decision 3"),
        ),
    ),
    ("content-differs", Life(told=[SEIZED, READ_OTHER], follow=[READ_AGAIN], files=[file(SHA)])),
    ("weak-digest", Life(told=WEAK, follow=[correction(1, "c" * 32, SHA)])),
    ("weak-digest", Life(told=WEAK, follow=[correction(1, "", SHA, LackedField.SOURCE_SHA256)])),
    (
        "segment-missing",
        Life(
            told=[SEIZED],
            exhibit=IMAGE,
            files=named_files("disk.E01", "disk.E03"),
            files_then=named_files("disk.E01", "disk.E02", "disk.E03"),
        ),
    ),
    ("quarantined", Life(told=[SEIZED], bars=frozenset({BarKind.QUARANTINE}))),
    ("privileged", Life(told=[SEIZED], bars=frozenset({BarKind.PRIVILEGED}))),
    ("on-hold", Life(told=[SEIZED], bars=frozenset({BarKind.LEGAL_HOLD}))),
    ("gone-under-hold", Life(told=[SEIZED, GONE], bars=frozenset({BarKind.LEGAL_HOLD}))),
    (
        "gone-too-early",
        Life(
            told=[SEIZED, GONE], exhibit=KEPT, then=replace(KEPT, keep_until=NOW.date() - timedelta(days=1))
        ),
    ),
    ("kept-long-enough", Life(told=[SEIZED], exhibit=KEPT, then=replace(KEPT, keep_until=date(2030, 1, 1)))),
    ("giver-unconfirmed", Life(told=MOVED, follow=[confirmed(*MOVED)])),
    (
        "receiver-unconfirmed",
        Life(told=MOVED, follow=[confirmed(*MOVED, by="The Laboratory", named=TransferParty.RECEIVER)]),
    ),
    ("confirmed-otherwise", Life(told=[*MOVED, OTHER_WORDS], follow=[withdrawn(5), confirmed(*MOVED)])),
    ("confirmed-for", Life(told=[*MOVED, confirmed(*MOVED, by="A colleague")], follow=[withdrawn(5)])),
    (
        "confirmed-nothing",
        Life(told=[SEIZED, STORED, (A.VIEWED, 3, {}), OTHER_WORDS], follow=[withdrawn(4)]),
    ),
]
STAYS = {
    *("stated-differs", "file-empty", "changed-after", "differed-withdrawn"),
    *("list-differs", "list-missing", "capture-differs", "capture-missing", "capture-not-compared"),
}
"""What stays told, for nobody can enter what would resolve it; their sentences say what to do."""
OF_FIELDS = {"fields-missing"}


def test_the_life_of_each_finding_with_a_remedy_is_walked():
    assert {case for case, _ in LIVES} | STAYS | OF_FIELDS == set(REMEDIES)


@pytest.mark.parametrize(("case", "life"), LIVES, ids=[f"{case} {n}" for n, (case, _) in enumerate(LIVES)])
def test_a_finding_is_resolved_when_its_remedy_is_followed(case: str, life: Life):
    before = {each.case for each in life.found(followed=False)}

    after = {each.case for each in life.found(followed=True)}

    assert case in before
    assert case not in after
    assert after <= before | {"on-loan", "giver-unconfirmed", "receiver-unconfirmed", "open-transfer"}
    _verify_accepted(events_of(*life.told, *life.follow))


def _verify_accepted(events: Sequence[CustodyEvent]) -> None:
    """Each correction is accepted where it is recorded, and no doubt about it is told."""
    for at, by in enumerate(events):
        for event in corrected(events[:at]):
            if by.action is A.CORRECTION and event.id == by.corrects:
                verify_correction(event, by)
                assert check_correction(event, by.wrong_value, by.lacked) == ()


VALUES: dict[str, Any] = {
    "sha256": SHA,
    "due_on": date(2027, 1, 1),
    "seal_state": SealState.INTACT,
    "seal": "BE-1",
}
FIELDS = [
    (action, name)
    for action, kind in CUSTODY_KINDS.items()
    for name in sorted((kind.needs | kind.awaits) - {"corrects", "right_value"})
    if kind.by_hand
]


@pytest.mark.parametrize(("action", "name"), FIELDS)
def test_each_field_that_an_event_lacks_is_said_by_a_correction(action: A, name: str):
    kind = CUSTODY_KINDS[action]
    has = {each: VALUES.get(each, "Said") for each in kind.needs | kind.awaits}
    empty = "" if isinstance(has[name], str) and not isinstance(has[name], SealState) else None
    event: Told = (action, 3, {**SAID.get(action, {}), **has, name: empty})
    named = None if name == "due_on" else LackedField(name.upper())
    said = correction(2, "", str(has[name]), named)
    life = Life(told=[SEIZED, event], follow=[said])

    before, after = (
        [each for each in life.found(followed=each) if each.case == "fields-missing"]
        for each in (False, True)
    )

    assert [each.field for each in before] == [f"custody_event.{name}"]
    assert after == []
    _verify_accepted(events_of(*life.told, *life.follow))


@pytest.mark.parametrize(
    ("named", "right"),
    [
        (LackedField.SEAL_STATE, "whole"),
        (LackedField.SEAL_STATE, ""),
        (LackedField.SOURCE_SHA256, "none"),
        (LackedField.SHA256, "c" * 32),
    ],
)
def test_a_named_state_or_digest_takes_no_other_thing(named: LackedField, right: str):
    (event,) = events_of((A.ANALYSED if named is not LackedField.SEAL_STATE else A.UNSEALED, 0, {}))
    by = replace(event, action=A.CORRECTION, corrects=event.id, lacked=named, right_value=right)

    with pytest.raises(ValueRefusedError) as refused:
        verify_correction(event, by)

    assert refused.value.field == "custody_event.right_value"
    assert corrected([event, replace(by, id=RowId("by"), number=2)])[0] == event


SHA3, SHA512 = "sha3-256:" + "d" * 64, "e" * 128


@pytest.mark.parametrize(
    ("fields", "right"),
    [
        ({"sha256": SHA, "weak_digest": SHA3}, OTHER),
        ({"weak_digest": SHA3}, OTHER),
        ({"sha256": SHA, "weak_digest": "c" * 32}, OTHER),
        ({"weak_digest": SHA3}, SHA3.upper()),
        ({"weak_digest": SHA3}, "None was made"),
        ({"weak_digest": SHA3}, ""),
    ],
)
def test_a_digest_in_another_form_is_corrected_to_no_other_thing(fields: dict[str, Any], right: str):
    (event,) = events_of((A.SEIZED, 0, fields))
    by = replace(
        event,
        id=RowId("by"),
        number=2,
        action=A.CORRECTION,
        corrects=event.id,
        wrong_value=event.weak_digest,
        right_value=right,
    )

    with pytest.raises(ValueRefusedError) as refused:
        verify_correction(event, by)

    assert refused.value.field == "custody_event.right_value"
    assert corrected([event, by])[0] == event


@pytest.mark.parametrize("right", ["sha3-256:" + "a" * 64, SHA512, "c" * 40])
def test_a_digest_in_another_form_is_corrected_to_such_a_digest_beside_a_sha_256(right: str):
    (event,) = events_of((A.SEIZED, 0, {"sha256": SHA, "weak_digest": SHA3}))
    by = replace(
        event,
        id=RowId("by"),
        number=2,
        action=A.CORRECTION,
        corrects=event.id,
        wrong_value=SHA3,
        right_value=right,
    )

    verify_correction(event, by)

    (now, _) = corrected([event, by])
    assert (now.sha256, now.weak_digest) == (SHA, right)


def test_a_verdict_of_the_program_stays_when_a_digest_is_corrected():
    read = (A.VERIFIED, 5, {"sha256": OTHER, "result": MISMATCH, "files_read": 1})
    by = correction(2, OTHER, SHA)

    told = {each.id: each for each in corrected(events_of(SEIZED, read, by))}

    assert told[RowId("event 2")].result is MISMATCH


def test_what_stays_told_says_no_correction():
    for case in STAYS:
        assert "correction" not in sentence(REMEDIES[case], "en")
