"""Act subjects: what an act is about, and whether a row that it tells is of that."""

from collections.abc import Collection, Mapping

from thb_desktop.domain.act_rows import CORRECTING
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.change import Change
from thb_desktop.domain.custody_kinds import DISPOSALS
from thb_desktop.domain.ids import told_of
from thb_desktop.domain.record import Plain
from thb_desktop.domain.vocabulary import CustodyAction

SUBJECTS: Mapping[str, str] = {
    **dict.fromkeys(("account", "authority", "case_object", "instrument", "interpreter"), "case_id"),
    **dict.fromkeys(("use_condition", "transmission", "stay"), "case_id"),
    **dict.fromkeys(("action_team", "voided_number", "person_found"), "case_id"),
    **dict.fromkeys(("item_description", "online_capture", "signature_check"), "case_id"),
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
    **dict.fromkeys(("received_item", "written_receipt"), "received_id"),
    **dict.fromkeys(("given_notice", "received_notice"), "case_id"),
    "package_receipt": "package_id",
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
    (VaultAction.FORMALITIES_SET, "language_job"): "interview_id",
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
        VaultAction.KEYS_MADE_OWN,
        VaultAction.PASSPHRASE_CHANGED,
        VaultAction.PASSPHRASE_RECOVERED,
        VaultAction.RECOVERY_CODE_CONFIRMED,
        VaultAction.RECOVERY_CODE_RENEWED,
        VaultAction.RECOVERY_SHARES_MADE,
        VaultAction.RECOVERY_USED,
    }
)
"""Acts that a user does about themselves: the subject of the entry is its author."""
FOUNDING = frozenset({VaultAction.VAULT_CREATED, VaultAction.ASSIGNMENT_FOUNDED})
"""Acts that begin a chain, and may tell rows about anything: they stand at its first place, and nowhere
else.
"""
_TOLD_APART = frozenset({"age_decision", "person_role"})


def is_by_another(change: Change, action: str) -> bool:
    """Whether the act tells rows in the names of those who made them: what is assigned, and what came
    back.
    """
    return action in FOUNDING or (
        action == VaultAction.ASSIGNMENT_MERGED and change.table != "assignment_return"
    )


def is_about(change: Change, action: str, subject: str) -> bool:
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


def is_beside(change: Change, changes: Collection[Change], action: str) -> bool:
    """Whether the row names the new row of the same event that it belongs to."""
    if (action, change.table) not in BESIDE or change.before is not None:
        return True
    name, table, named = BESIDE[action, change.table]
    return change.after[name] in [
        each.after[named] for each in changes if each.table == table and each.before is None
    ]
