"""Custody: what was done with an exhibit, by whom, when, where and why."""

from dataclasses import dataclass
from datetime import date, datetime

from thb_desktop.domain.ids import AgentId, ExhibitId, OfficialId, RowId
from thb_desktop.domain.vocabulary import (
    Carrier,
    ClockSource,
    ConfirmationWay,
    CustodyAction,
    LackedField,
    SealState,
    TransferParty,
    VerificationResult,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyEvent:
    """One event of the closed list. It never changes; a CORRECTION corrects it.

    occurred_at: when it happened, with the offset of the place. recorded_at: when it was entered here; if
    this is more than a day later, `late_entry_reason` is required. number: 1, 2, 3 ... for this exhibit, in
    order of entry. sha256: the digest that the event names (hex), if any. corrects, wrong_value, right_value:
    for a CORRECTION, the event, its wrong value and the right value. copies: for an erasure, the backups that
    may still contain the content, according to the event chain. approval_id: who approved that the exhibit is
    destroyed, erased or consumed, or why nobody was asked. seal_state: how a seal was found. due_on: by when
    a loan comes back. document: the order, request, report or hearing that the event rests on. condition: of
    the exhibit. act_id: what the events of one act over many exhibits have in common.
    lacked: for a CORRECTION, which empty field of the event the right value fills, or which field has the
    wrong value. former_seal_kept: whether the seal that was taken off was kept. read_only: whether nothing
    could be written to the exhibit. destructive: whether the examination used it up or changed it.
    read_errors, deviations: what could not be read, and what was done in another way than the method says.
    weak_digest: another value that came with the content: MD5, SHA-1, SHA-512 or SHA3-256; of a verification
    by the program, what a forensic image states of the data in it, which was compared with these data.
    files_read: of how many files the program read the bytes for a verification; 0 where a person stated a
    digest. confirms: the transfer that a party confirms, or the confirmation that is withdrawn; `sha256` is
    then what was confirmed (`confirmations`). recorded_by, recorder: the user who recorded it, and their
    name; with the way BY_KEY, who confirmed. strokes: the signature drawn on the screen. scan_id: the exhibit
    that holds the scan of the signed form.
    """

    id: RowId
    exhibit_id: ExhibitId
    number: int
    action: CustodyAction
    occurred_at: datetime
    recorded_at: datetime
    clock_source: ClockSource
    actor_id: OfficialId | None
    actor: str
    place: str
    reason: str
    from_party: str = ""
    to_party: str = ""
    seal: str = ""
    former_seal: str = ""
    sha256: str = ""
    result: VerificationResult | None = None
    note: str = ""
    late_entry_reason: str = ""
    corrects: RowId | None = None
    approval_id: RowId | None = None
    wrong_value: str = ""
    right_value: str = ""
    copies: tuple[str, ...] = ()
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
    act_id: RowId | None = None
    weak_digest: str = ""
    lacked: LackedField | None = None
    former_seal_kept: bool | None = None
    read_only: bool | None = None
    destructive: bool | None = None
    read_errors: str = ""
    deviations: str = ""
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
