"""Custody acts: what a person enters about an event, checked and saved as the next event of an exhibit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_corrected import corrected, verify_correction
from thb_desktop.domain.custody_rules import verify_event, verify_seal_free
from thb_desktop.domain.ids import ExhibitId, OfficialId, RowId
from thb_desktop.domain.people_fields import OFFICIAL
from thb_desktop.domain.second_person import Approval
from thb_desktop.domain.times import Reading
from thb_desktop.domain.vocabulary import Carrier, CustodyAction, LackedField, SealState, VerificationResult
from thb_desktop.services.case_file.entries import verify_named
from thb_desktop.services.core.standing_files import standing_files
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.evidence.exhibit_lookup import require_exhibit
from thb_desktop.services.evidence.named_values import named_values
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import counts, lists, registry

_TO_BE = RowId("to be recorded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a person enters about a custody event; the service adds its number and the time of recording.

    actor: the name or function of the person who acted; actor_id: if it is an official of the file.
    """

    action: CustodyAction
    occurred_at: datetime
    actor: str
    reason: str
    place: str = ""
    actor_id: OfficialId | None = None
    from_party: str = ""
    to_party: str = ""
    seal: str = ""
    former_seal: str = ""
    sha256: str = ""
    note: str = ""
    late_entry_reason: str = ""
    corrects: RowId | None = None
    wrong_value: str = ""
    right_value: str = ""
    seal_state: SealState | None = None
    packaging: str = ""
    condition: str = ""
    carrier: Carrier | None = None
    tracking: str = ""
    due_on: date | None = None
    document: str = ""
    witness: str = ""
    method: str = ""
    tool: str = ""
    write_blocker: str = ""
    amount: str = ""
    notified: str = ""
    source_sha256: str = ""
    weak_digest: str = ""
    lacked: LackedField | None = None
    former_seal_kept: bool | None = None
    read_only: bool | None = None
    destructive: bool | None = None
    read_errors: str = ""
    deviations: str = ""

    def told(self) -> dict[str, Any]:
        """Return the fields of the event, without blanks around texts."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            name: value.strip() if type(value) is str and name != "actor_id" else value
            for name, value in values.items()
        }


def record_exports(work: UnitOfWork, exhibit_ids: Iterable[ExhibitId], act: Act) -> None:
    """Record that exhibits leave together, or that they arrived: one event of each, all with the words of
    this act.
    """
    with work.together():
        for exhibit_id in exhibit_ids:
            append_event(work, exhibit_id, act)
            work.record(exhibit_id, act.action, act.reason)


def append_event(
    work: UnitOfWork,
    exhibit_id: ExhibitId,
    act: Act,
    *,
    result: VerificationResult | None = None,
    approval: Approval | None = None,
    copies: tuple[str, ...] = (),
    act_id: RowId | None = None,
    files_read: int = 0,
    told: Mapping[str, Any] | None = None,
) -> CustodyEvent:
    """Check and save the next event of an exhibit; the caller records it with the exhibit as subject.

    act_id: of an act over many exhibits. files_read: how many files the program read for a verification.
    told: the fields of an event that no form has.

    Raises NotFoundError, StruckOutError for an acting official who is not in the file or was struck out.
    """
    exhibit = require_exhibit(work.connection, exhibit_id)
    if act.actor_id is not None:
        verify_named(work.connection, OFFICIAL.name, act.actor_id, exhibit.case_id)
    event = CustodyEvent(
        id=RowId(work.new_id()),
        exhibit_id=exhibit_id,
        number=lists.count_of_events(work.connection, exhibit_id) + 1,
        recorded_at=work.at,
        clock_source=work.reading.source,
        act_id=act_id,
        files_read=files_read,
        **act.told(),
        approval_id=approval.id if approval else None,
        copies=copies,
        **(told or {}),
    )
    verify_event(event, lists.binding_events(work.connection, exhibit_id, event.corrects))
    if event.corrects is not None:
        _verify_correction(work.connection, event)
    verify_seal_free(exhibit_id, event.seal, counts.holders_of_seal(work.connection, event.seal))
    if event.action is CustodyAction.VERIFIED:
        event = replace(event, result=result or _compare(work.connection, event))
    work.save(event)
    return event


def event_to_be(
    connection: Connection, reading: Reading, exhibit_id: ExhibitId, act: Act, number: int
) -> CustodyEvent:
    """Return the event that this act would be; nothing is recorded or refused."""
    act = replace(act, **named_values(act.lacked, act.wrong_value, act.right_value))
    event = CustodyEvent(
        id=_TO_BE,
        exhibit_id=exhibit_id,
        number=number,
        recorded_at=reading.at,
        clock_source=reading.source,
        **act.told(),
    )
    result = _compare(connection, event) if act.action is CustodyAction.VERIFIED else None
    return replace(event, result=result)


def _verify_correction(connection: Connection, event: CustodyEvent) -> None:
    """Refuse a correction that does not fit the event that it is about, as it stands now."""
    stands = corrected(registry.CUSTODY_EVENT.where(connection, "exhibit_id", event.exhibit_id))
    for each in stands:
        if each.id == event.corrects:
            verify_correction(each, event)


def _compare(connection: Connection, event: CustodyEvent) -> VerificationResult:
    files = standing_files(connection, event.exhibit_id)
    if not files:
        return VerificationResult.NOT_POSSIBLE
    matches = event.sha256 in {file.sha256 for file in files}
    return VerificationResult.MATCH if matches else VerificationResult.MISMATCH
