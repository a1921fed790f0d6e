"""Act checks: whether one row that an event tells is within what its act may do."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thb_desktop.domain.act_rows import ACT_ROWS, COMPUTED, CORRECTING, NEEDED_ROWS, Rows
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.corrections import STRUCK, stored_text
from thb_desktop.domain.custody_kinds import DISPOSALS
from thb_desktop.domain.ids import told_of
from thb_desktop.domain.needed_texts import lacks_text
from thb_desktop.domain.office import EPOCH, is_next_epoch
from thb_desktop.domain.record import Plain
from thb_desktop.domain.rights import COMPARTMENT_RIGHTS, Right
from thb_desktop.domain.row_authors import AUTHORS, AUTHORS_OF_CHANGES, NAMED_IN_SOME
from thb_desktop.domain.row_stays import is_fixed_by_reading_back, stands_again
from thb_desktop.domain.vocabulary import Compartment, CustodyAction, InterviewState, RenderingKind

SUBJECTS: Mapping[str, str] = {
    **dict.fromkeys(("account", "authority", "case_object", "instrument", "interpreter"), "case_id"),
    **dict.fromkeys(("use_condition", "transmission"), "case_id"),
    **dict.fromkeys(("action_team", "voided_number", "person_found"), "case_id"),
    **dict.fromkeys(("item_description", "online_capture"), "case_id"),
    **dict.fromkeys(("attribution", "bank_statement", "hand_over", "pay_figure"), "case_id"),
    "value_transfer": "case_id",
    **dict.fromkeys(("money_transaction", "official", "proceeding", "person", "person_role"), "case_id"),
    **dict.fromkeys(("presence", "caution", "timeline_event", "special_measure"), "interview_id"),
    **dict.fromkeys(("earlier_interview", "interpreter_engagement", "record_signature"), "interview_id"),
    **dict.fromkeys(("victim_information", "recording", "intervention", "lineup"), "interview_id"),
    **dict.fromkeys(("read_back_correction", "segment", "certification"), "interview_id"),
    **dict.fromkeys(("segment_place", "page_comparison"), "interview_id"),
    "statement_elsewhere": "id",
    **dict.fromkeys(("record_decision", "signed_name", "signing_copy", "warning_reason"), "interview_id"),
    **dict.fromkeys(("rendering_version", "version_signature", "version_withdrawal"), "job_id"),
    **dict.fromkeys(("revision_verdict", "annotation", "annotation_answer"), "job_id"),
    **dict.fromkeys(("glossary_concept", "glossary_term"), "case_id"),
    **dict.fromkeys(("language_job", "safety_flag"), "id"),
    "language_certificate": "job_id",
    **dict.fromkeys(("bundle", "case_file", "exhibit", "exhibit_file", "interview", "user"), "id"),
    **dict.fromkeys(("assignment", "leaving_bar", "package", "person_claim", "recipient"), "id"),
    **dict.fromkeys(("foreign_office", "intake_run", "received_package"), "id"),
    **dict.fromkeys(("digest_list", "file_place"), "run_id"),
    "ad_reading": "id",
    "ad": "reading_id",
    **dict.fromkeys(("received_item", "received_notice", "written_receipt"), "received_id"),
    **dict.fromkeys(("given_notice", "package_receipt"), "package_id"),
    **dict.fromkeys(("disclosure", "identity_annex"), "id"),
    **dict.fromkeys(("masked_copy", "redaction"), "disclosure_id"),
    "taken_out": "file_id",
    "stamped_bundle": "bundle_id",
    "claim_use": "claim_id",
    "person_link": "case_id",
    **dict.fromkeys(("assignment_return", "handback"), "assignment_id"),
    **dict.fromkeys(("declaration", "packet", "packet_return"), "assignment_id"),
    **dict.fromkeys(("compartment_grant", "signing_identity"), "user_id"),
    "correction": "case_id",
    "custody_event": "exhibit_id",
    "sealed_identity": "person_id",
    "sealed_item": "subject_id",
}
"""The field that names what the act is about, by table: the subject of the entry, which it counts. A
rendering is part of the record whose turn it renders.
"""
SUBJECTS_OF_ACTS: Mapping[tuple[str, str], str] = {
    (VaultAction.PERSON_ADDED, "person"): "id",
    (VaultAction.PERSON_ADDED, "person_role"): "person_id",
    **{
        (action, "correction"): "subject_id"
        for action in (
            *(VaultAction.CLAIM_CORRECTED, VaultAction.CLAIM_WORDS_CORRECTED, VaultAction.CLAIM_WITHDRAWN),
        )
    },
    (VaultAction.PERSONS_MERGED, "person_link"): "id",
    (VaultAction.PERSONS_SPLIT, "person_link"): "of_id",
    (VaultAction.KEY_MATERIAL_ADDED, "sealed_item"): "id",
    (VaultAction.IDENTITY_CORRECTED, "correction"): "subject_id",
    (VaultAction.EXHIBIT_NOTE_CORRECTED, "exhibit"): "case_id",
    (VaultAction.EXHIBIT_STRUCK_OUT, "exhibit"): "case_id",
    (CustodyAction.EXHIBIT_CORRECTED, "correction"): "subject_id",
}
"""The same of acts that are about something else than others with rows of the table."""
BESIDE: Mapping[tuple[str, str], tuple[str, str, str]] = {
    (VaultAction.OFFICE_HANDED_OVER, "user"): ("id", "handover", "to_user"),
    (VaultAction.OFFICE_HANDED_OVER, "compartment_grant"): ("user_id", "handover", "to_user"),
    (VaultAction.IDENTITY_CORRECTED, "sealed_item"): ("subject_id", "correction", "id"),
    (VaultAction.CLAIM_USE_DECIDED, "sealed_item"): ("subject_id", "claim_use", "id"),
    **{(action, "custody_event"): ("approval_id", "approval", "id") for action in DISPOSALS},
    **{
        (VaultAction.ASSIGNMENT_MERGED, table): (by, "assignment_return", "by_user")
        for by, tables in (
            ("typed_by", ("rendering_version", "annotation", "safety_flag")),
            ("user_id", ("version_signature", "version_withdrawal", "revision_verdict", "handback")),
            ("user_id", ("language_certificate", "declaration")),
        )
        for table in tables
    },
    **{
        (VaultAction.ASSIGNMENT_MERGED, table): ("case_id", "assignment_return", "case_id")
        for table in ("glossary_concept", "glossary_term")
    },
}
"""The field that names another row of the same event in place of the subject: field, table, its field."""
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
_BESIDE_THE_RECORD = frozenset(
    {"assignment", "record_decision", "language_job", "safety_flag", "signing_copy", "person_claim"}
)
"""Tables that name a record and whose rows are no part of it; most of them come after its signature."""
SETTLED_FIELDS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "bank_statement": {"account_id": ("same_by", "file_id")}
}
"""Fields that stay once another one has a value, by table: a file names the account of its statement, and
whoever said that an account is the same said it of this account. A wrong statement is struck out, and taken
over again.
"""
FOUNDING = frozenset({VaultAction.VAULT_CREATED, VaultAction.ASSIGNMENT_FOUNDED})
"""Acts that begin a chain, and may tell rows about anything: they stand at its first place, and nowhere
else.
"""
SEALED = "sealed"
"""The field of each value of a compartment: it changes with the compartment's key, in a renewal. Only a
corrected identity is sealed in the place of the former one, and its former values beside it.
"""
_TOLD_APART = frozenset({"age_decision", "person_role"})
_TOLD_BY_CORRECTIONS = CORRECTING | {VaultAction.IDENTITY_CORRECTED, VaultAction.CLAIM_WORDS_CORRECTED}
_SEALED = frozenset({"compartment_grant", "compartment_version", "sealed_item"})
"""Tables whose rows name their compartment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row that an event tells, with every field, as it is after it and as it was before.

    table: the name of its table. before: None for a new row. record: of a rendering, the interview record of
    which it is part. record_state: before the event, of the interview record of which the row is part; None
    if it is part of none, or where the rules of the database see to it.
    """

    table: str
    before: Mapping[str, Plain] | None
    after: Mapping[str, Plain]
    record: str | None = None
    record_state: str | None = None

    @property
    def fields(self) -> frozenset[str]:
        """The fields that differ; of a new row, all."""
        before = self.before
        if before is None:
            return frozenset(self.after)
        return frozenset(name for name, value in self.after.items() if before.get(name) != value)


def faults_of(
    changes: Collection[Change], *, action: str, agent: str, subject: str
) -> Iterator[tuple[str, str]]:
    """Return the findings of what the act of this entry may not do with its rows, each with its table.

    The case of a finding: those of `fault_of`; "missing", tell no row that the act needs; "correction",
    change a field without telling it in a row of `correction`, or tell what it does not change.
    """
    renewed = {
        str(each.after["compartment"])
        for each in changes
        if each.table == "compartment_version" and "version" in each.fields
    }
    for change in changes:
        fault = fault_of(change, action=action, agent=agent, subject=subject, renewed=renewed)
        if fault is not None:
            yield fault, change.table
        elif not _is_beside(change, changes, action):
            yield "act-exceeded.subject", change.table
    if needed := NEEDED_ROWS.get(action):
        touched = {each.table for each in changes if each.fields}
        for table in sorted(needed - touched):
            yield "act-exceeded.missing", table
    if not _is_told(changes, action):
        yield "act-exceeded.correction", "correction"


def fault_of(
    change: Change, *, action: str, agent: str, subject: str, renewed: Collection[str] = ()
) -> str | None:
    """Return the finding of what the act of this entry may not do with the row; None if it may.

    Its case: "table", tell a row of this table; "new", add one; "struck", change one that was struck out;
    "frozen", change what was read back or signed; "field", change this field; "value", give it this value;
    "author", add a row in another user's name; "subject", tell a row of something else. renewed: the
    compartments that get a new key in the same event, and whose values are all sealed again. A text that is
    needed and says nothing is such a value too.
    """
    rows = ACT_ROWS.get(action, {}).get(change.table)
    if rows is None:
        return "act-exceeded.table"
    is_renewed = _compartment_of(change) in renewed and (
        change.before is not None or change.table == "compartment_grant"
    )
    return next(_faults(change, rows, action, agent, None if is_renewed else subject), None)


def _faults(change: Change, rows: Rows, action: str, agent: str, subject: str | None) -> Iterator[str]:
    """subject: None for a value that is sealed again with all others of its compartment."""
    before, fields = change.before, change.fields
    if before is None and not rows.new:
        yield "act-exceeded.new"
    if before is not None and before.get(STRUCK) and fields and not _may_change_struck(change, action):
        yield "act-exceeded.struck"
    if fields and _is_frozen(change, fields):
        yield "act-exceeded.frozen"
    is_kept = subject is not None and action != VaultAction.IDENTITY_CORRECTED
    is_resealed = before is not None and SEALED in fields and is_kept and _compartment_of(change)
    if (before is not None and not fields <= rows.fields) or is_resealed:
        yield "act-exceeded.field"
    if rows.to and any(str(change.after[name]) not in rows.to[name] for name in fields & rows.to.keys()):
        yield "act-exceeded.value"
    if before is not None and EPOCH in fields and not is_next_epoch(before[EPOCH], change.after[EPOCH]):
        yield "act-exceeded.value"
    by_another = is_by_another(change, action)
    authors = AUTHORS if before is None else AUTHORS_OF_CHANGES
    author = None if by_another else authors.get(change.table)
    taken_back = before is not None and author is not None and change.after[author] is None
    if author in fields and not taken_back and change.after[author] != agent:
        yield "act-exceeded.author"
    named = change.after.get(NAMED_IN_SOME.get(change.table, ""))
    if named is not None and before is None and named != agent and not by_another:
        yield "act-exceeded.author"
    if subject is not None and not _is_about(change, action, subject):
        yield "act-exceeded.subject"
    yield from _faults_of_texts(change, fields)


def _faults_of_texts(change: Change, fields: frozenset[str]) -> Iterator[str]:
    """Whether a needed text says nothing, or a field is changed of which somebody said what it is, or that
    the row counts no more.
    """
    settled = SETTLED_FIELDS.get(change.table, {}).items()
    by = [other for name, others in settled if name in fields for other in others]
    if change.before is not None and any(map(change.before.get, by)):
        yield "act-exceeded.field"
    if stands_again(change.table, change.before, fields):
        yield "act-exceeded.field"
    if fields and lacks_text(change.table, change.after):
        yield "act-exceeded.value"


def _may_change_struck(change: Change, action: str) -> bool:
    """Whether a turn of a draft stands again, as what was done in the draft is undone or done again; or
    whether the pseudonym of somebody present is written where their name stood.
    """
    if (action, change.table) == (VaultAction.FORMALITY_CHANGED, "presence"):
        return change.fields == {"name"} and bool(change.after["person_id"])
    return (action, change.table) == (VaultAction.TURNS_SET, "segment") and not change.after[STRUCK]


def is_by_another(change: Change, action: str) -> bool:
    """Whether the act tells rows in the names of those who made them: what is assigned, and what came
    back.
    """
    return action in FOUNDING or (
        action == VaultAction.ASSIGNMENT_MERGED and change.table != "assignment_return"
    )


def _is_about(change: Change, action: str, subject: str) -> bool:
    """Whether the row is of what the act is about.

    Roles and decisions on the age are told by acts on `told_of` a person; earlier roles by acts on the case.
    A correction of a role goes with it: `_is_told` compares the two.
    """
    if change.table in _TOLD_APART and action not in FOUNDING:
        if subject == told_of(str(change.after["person_id"])):
            return True
        if change.table == "age_decision":
            return False
    if change.table == "correction" and change.after["entity"] == "person_role" and action in CORRECTING:
        return True
    if action == VaultAction.ENTRY_TOLD:
        of = "subject_id" if change.table == "correction" else "id"
        return subject == told_of(str(change.after[of]))
    return _subject_of(change, action) in (None, subject)


def _subject_of(change: Change, action: str) -> Plain:
    """Return what the row says that the act is about; None if it says nothing of that."""
    if change.table == "rendering" and action not in FOUNDING:
        return change.record
    if action in FOUNDING or (action, change.table) in BESIDE:
        return None
    name = SUBJECTS_OF_ACTS.get((action, change.table)) or SUBJECTS.get(change.table)
    return change.after[name] if name else None


def _is_beside(change: Change, changes: Collection[Change], action: str) -> bool:
    """Whether the row names the row of the same event that it belongs to."""
    if (action, change.table) not in BESIDE or change.before is not None:
        return True
    name, table, named = BESIDE[action, change.table]
    return change.after[name] in [each.after[named] for each in changes if each.table == table]


def _is_told(changes: Collection[Change], action: str) -> bool:
    """Whether the rows of `correction` are exactly the fields that the act changes in other rows."""
    if action not in _TOLD_BY_CORRECTIONS:
        return True
    rows = [each.after for each in changes if each.table == "correction"]
    told = [(row["entity"], row["subject_id"], row["field"], row["before"], row["after"]) for row in rows]
    if action == VaultAction.IDENTITY_CORRECTED:
        return bool(told) and {(kind, *values) for kind, _, _, *values in told} == {("identity", None, None)}
    if action == VaultAction.CLAIM_WORDS_CORRECTED:
        return [(kind, *values) for kind, _, _, *values in told] == [("claim_words", None, None)]
    changed = [
        (each.table, each.after["id"], name, stored_text(each.before[name]), stored_text(each.after[name]))
        for each in changes
        if each.before is not None
        for name in each.fields
        if (each.table, name) not in COMPUTED
    ]
    return bool(told) and sorted(map(repr, told)) == sorted(map(repr, changed))


def right_of_row(change: Change) -> Right | None:
    """Return the right that the row itself takes, besides that of the act: a compartment takes its own.

    Anybody who retires its holder can mark that the renewal of its key is due.
    """
    compartment = _compartment_of(change)
    if compartment not in Compartment or change.fields == {"renewal_due"}:
        return None
    return COMPARTMENT_RIGHTS[Compartment(compartment)]


def _compartment_of(change: Change) -> str:
    """Return the compartment of a sealed row, or of what gives its key; empty for any other row."""
    if change.table == "sealed_identity":
        return Compartment.IDENTITIES
    return str(change.after.get("compartment")) if change.table in _SEALED else ""


def _is_frozen(change: Change, fields: frozenset[str]) -> bool:
    """Whether the record was read back or signed, after which the row stays as it is."""
    if change.table in _BESIDE_THE_RECORD:
        return False
    state = change.record_state
    if change.table == "interview" and change.before is not None:
        state = str(change.before["state"])
    if state != InterviewState.READ_BACK:
        return state == InterviewState.SIGNED
    if is_fixed_by_reading_back(change.table, change.before, fields):
        return True
    spoken = change.table == "rendering" and change.after["kind"] == RenderingKind.RENDITION
    return change.table == "segment" or (spoken and not fields.isdisjoint({"text", "source_digest"}))
