"""Act checks: whether one row that an event tells is within what its act may do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thb_desktop.domain.act_rows import ACT_ROWS, Rows
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.corrections import STRUCK
from thb_desktop.domain.record import Plain
from thb_desktop.domain.rights import COMPARTMENT_RIGHTS, Right
from thb_desktop.domain.vocabulary import Compartment, InterviewState, RenderingKind

AUTHORS: Mapping[str, str] = {
    "approval": "requested_by",
    "compartment_grant": "granted_by",
    "compartment_version": "set_by",
    "correction": "by",
    "handover": "from_user",
    "rendering": "typed_by",
    "warning_reason": "given_by",
}
"""The field that names who made the row, by table: the author of the entry, and nobody else."""
SUBJECTS: Mapping[str, str] = {
    **dict.fromkeys(("account", "authority", "case_object", "instrument", "interpreter"), "case_id"),
    **dict.fromkeys(("money_transaction", "official", "proceeding"), "case_id"),
    **dict.fromkeys(("presence", "caution", "timeline_event", "special_measure"), "interview_id"),
    **dict.fromkeys(("earlier_interview", "interpreter_engagement", "record_signature"), "interview_id"),
    **dict.fromkeys(("read_back_correction", "segment", "certification"), "interview_id"),
    **dict.fromkeys(("signed_name", "warning_reason"), "interview_id"),
    "custody_event": "exhibit_id",
    "exhibit_file": "id",
    "interview": "id",
    "signing_identity": "user_id",
}
"""The field that names what the act is about, by table: the subject of the entry, which it counts."""
OWN_ACTS = frozenset(
    {
        VaultAction.ACCESS_DENIED,
        VaultAction.IDENTITY_AGREED,
        VaultAction.IDENTITY_REFUSED,
        VaultAction.PASSPHRASE_CHANGED,
        VaultAction.PASSPHRASE_RECOVERED,
        VaultAction.RECOVERY_CODE_CONFIRMED,
        VaultAction.RECOVERY_CODE_RENEWED,
        VaultAction.RECOVERY_SHARES_MADE,
        VaultAction.RECOVERY_USED,
    }
)
"""Acts that a user does about themselves: the subject of the entry is its author."""
_SEALED = frozenset({"compartment_grant", "compartment_version", "sealed_item"})
"""Tables whose rows name their compartment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row that an event tells, with every field, as it is after it and as it was before.

    table: the name of its table. before: None for a new row. record_state: before the event, of the interview
    record of which the row is part; None if it is part of none, or where the rules of the database see to it.
    """

    table: str
    before: Mapping[str, Plain] | None
    after: Mapping[str, Plain]
    record_state: str | None = None

    @property
    def fields(self) -> frozenset[str]:
        """The fields that differ; of a new row, all."""
        before = self.before
        if before is None:
            return frozenset(self.after)
        return frozenset(name for name, value in self.after.items() if before.get(name) != value)


def fault_of(change: Change, *, action: str, agent: str, subject: str) -> str | None:
    """Return the finding of what the act of this entry may not do with the row; None if it may.

    Its case: "table", tell a row of this table; "new", add one; "struck", change one that was struck out;
    "frozen", change what was read back or signed; "field", change this field; "value", give it this value;
    "author", add a row in another user's name; "subject", add a row of something else.
    """
    rows = ACT_ROWS.get(action, {}).get(change.table)
    return "act-exceeded.table" if rows is None else next(_faults(change, rows, agent, subject), None)


def _faults(change: Change, rows: Rows, agent: str, subject: str) -> Iterator[str]:
    before, fields = change.before, change.fields
    if before is None and not rows.new:
        yield "act-exceeded.new"
    if before is not None and before.get(STRUCK) and fields:
        yield "act-exceeded.struck"
    if fields and _is_frozen(change, fields):
        yield "act-exceeded.frozen"
    if before is not None and not fields <= rows.fields:
        yield "act-exceeded.field"
    if any(name in fields and str(change.after[name]) not in allowed for name, allowed in rows.to.items()):
        yield "act-exceeded.value"
    if _names_another(change, AUTHORS, fields, agent):
        yield "act-exceeded.author"
    if _names_another(change, SUBJECTS, frozenset(change.after), subject):
        yield "act-exceeded.subject"


def right_of_row(change: Change) -> Right | None:
    """Return the right that the row itself takes, besides that of the act: a compartment takes its own.

    Anybody who retires its holder can mark that the renewal of its key is due.
    """
    if change.table == "sealed_identity":
        return COMPARTMENT_RIGHTS[Compartment.IDENTITIES]
    compartment = str(change.after.get("compartment"))
    if change.table not in _SEALED or compartment not in Compartment or change.fields == {"renewal_due"}:
        return None
    return COMPARTMENT_RIGHTS[Compartment(compartment)]


def _is_frozen(change: Change, fields: frozenset[str]) -> bool:
    """Whether the record was read back or signed, after which the row stays as it is."""
    state = change.record_state
    if change.table == "interview" and change.before is not None:
        state = str(change.before["state"])
    if state != InterviewState.READ_BACK:
        return state == InterviewState.SIGNED
    spoken = change.table == "rendering" and change.after["kind"] == RenderingKind.RENDITION
    return change.table == "segment" or (spoken and not fields.isdisjoint({"text", "source_digest"}))


def _names_another(change: Change, named: Mapping[str, str], fields: frozenset[str], wanted: str) -> bool:
    name = named.get(change.table)
    return name in fields and change.after[name] != wanted
