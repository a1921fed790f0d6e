"""Custody: what was done with an exhibit, by whom, when, where and why."""

from dataclasses import dataclass
from datetime import date, datetime

from thb_desktop.domain.ids import AgentId, ExhibitId, OfficialId, RowId
from thb_desktop.domain.vocabulary import (
    Carrier,
    ClockSource,
    ConfirmationWay,
    CustodyAction,
    SealState,
    TransferParty,
    VerificationResult,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a person enters about a custody event.

    occurred_at: when it happened, with the offset of the place. late_entry_reason: required if it was more
    than a day before the entry. actor: the name or function of the person who acted; actor_id: if it is an
    official of the file. sha256: the digest that the event names (hex), if any. corrects, wrong_value,
    right_value: for a CORRECTION, the event, its wrong value and the right value. seal_state: how a seal was
    found. due_on: by when a loan comes back. document: the order, request, report or hearing that the event
    rests on. condition: of the exhibit. weak_digest: an MD5 or SHA-1 value that came with the content; of a
    verification by the program, what a forensic image states of the data in it, which was compared with these
    data.
    """

    action: CustodyAction
    occurred_at: datetime
    actor: str
    reason: str
    actor_id: OfficialId | None = None
    place: str = ""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyEvent(Act):
    """One event of the closed list. It never changes; a CORRECTION corrects it.

    recorded_at: when it was entered here. number: 1, 2, 3 ... for this exhibit, in order of entry. actor_id,
    place: an event always says them, if only that they are empty. copies: for an erasure, the backups that
    may still contain the content, according to the event chain. approval_id: who approved that the exhibit is
    destroyed, erased or consumed, or why nobody was asked. act_id: what the events of one act over many
    exhibits have in common. files_read: of how many files the program read the bytes for a verification; 0
    where a person stated a digest. confirms: the transfer that a party confirms, or the confirmation that is
    withdrawn; `sha256` is then what was confirmed (`confirmations`). recorded_by, recorder: the user who
    recorded it, and their name; with the way BY_KEY, who confirmed. strokes: the signature drawn on the
    screen. scan_id: the exhibit that holds the scan of the signed form.
    """

    id: RowId
    exhibit_id: ExhibitId
    number: int
    recorded_at: datetime
    clock_source: ClockSource
    actor_id: OfficialId | None
    place: str
    result: VerificationResult | None = None
    approval_id: RowId | None = None
    copies: tuple[str, ...] = ()
    act_id: RowId | None = None
    files_read: int = 0
    confirms: RowId | None = None
    party: TransferParty | None = None
    way: ConfirmationWay | None = None
    recorded_by: AgentId | None = None
    recorder: str = ""
    strokes: str = ""
    scan_id: ExhibitId | None = None

    @property
    def is_of_program(self) -> bool:
        """Whether the computer noted when it happened (in UTC), as the moment of entry; no person said it."""
        return self.occurred_at == self.recorded_at
