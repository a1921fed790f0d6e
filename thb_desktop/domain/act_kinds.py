"""Act kinds: the closed list of acts, and of what kind the thing is that each act is about.

A verifier that has no vault reads this list too.
"""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from thb_desktop.domain.actions import ActionCode, VaultAction
from thb_desktop.domain.vocabulary import CustodyAction

TOLD = ""
"""Not a row of a table: what the rows of the act name, and are compared with (`act_subjects`)."""


def _about(kind: str, *actions: ActionCode) -> Mapping[str, frozenset[str]]:
    return {action: frozenset({kind}) for action in actions}


_OF_OFFICES: dict[str, frozenset[str]] = {
    **_about(
        "office",
        *(VaultAction.VAULT_CREATED, VaultAction.OFFICE_HANDED_OVER, VaultAction.HOLDERS_RECORDED),
        *(VaultAction.MASTER_KEY_RENEWED, VaultAction.RESTORED, VaultAction.SCHEMA_MIGRATED),
        *(VaultAction.BACKUP_BEGUN, VaultAction.BACKUP_MADE, VaultAction.BACKUP_TRIED),
        *(VaultAction.CONSULTATIONS_CLOSED, VaultAction.CLOCK_WENT_BACK),
        VaultAction.CLOCK_EXPLAINED,
        *(VaultAction.MEMORY_MAY_REACH_DISK, VaultAction.MEMORY_STAYS_OFF_DISK),
        *(VaultAction.CERTIFICATE_TEMPLATE_SET, VaultAction.CAUTION_TEXT_SET, VaultAction.PACK_ADOPTED),
        *(VaultAction.LONGEST_TIME_SET, VaultAction.REHASH_TIME_SET),
    ),
    **_about(
        "user",
        *(VaultAction.USER_ADDED, VaultAction.USER_RETIRED, VaultAction.USER_READMITTED),
        *(VaultAction.KEYS_GIVEN, VaultAction.KEYS_MADE_OWN, VaultAction.CERTIFICATE_RENEWED),
        *(VaultAction.ACCESS_DENIED, VaultAction.BINDING_STATED),
        *(VaultAction.IDENTITY_VOUCHED, VaultAction.IDENTITY_AGREED),
        *(VaultAction.IDENTITY_REFUSED, VaultAction.IDENTITY_WITHDRAWN),
        *(VaultAction.PASSPHRASE_CHANGED, VaultAction.PASSPHRASE_RECOVERED, VaultAction.RECOVERY_USED),
        *(VaultAction.RECOVERY_CODE_CONFIRMED, VaultAction.RECOVERY_CODE_RENEWED),
        VaultAction.RECOVERY_SHARES_MADE,
    ),
}
_OF_CASES: dict[str, frozenset[str]] = {
    **_about(
        "case_file",
        *(VaultAction.CASE_OPENED, VaultAction.AUTHORITY_ADDED, VaultAction.PROCEEDING_ADDED),
        *(VaultAction.CASE_OBJECT_ADDED, VaultAction.STAY_ADDED),
        *(VaultAction.OFFICIAL_ADDED, VaultAction.INTERPRETER_ADDED),
        *(VaultAction.INSTRUMENT_REGISTERED, VaultAction.INSTRUMENT_STATUS_SET),
        *(VaultAction.CONDITION_ADDED, VaultAction.TRANSMISSION_NOTED, VaultAction.ACTION_DAY_NOTED),
        *(VaultAction.ACCOUNT_ADDED, VaultAction.TRANSACTION_ADDED, VaultAction.FINANCE_ADDED),
        *(VaultAction.STATEMENT_TAKEN_OVER, VaultAction.FINANCE_CORRECTED, VaultAction.FINANCE_STRUCK_OUT),
        *(VaultAction.EXHIBIT_NOTE_CORRECTED, VaultAction.EXHIBIT_STRUCK_OUT, VaultAction.EXHIBIT_DESCRIBED),
        *(VaultAction.DESCRIPTION_CORRECTED, VaultAction.DESCRIPTION_STRUCK_OUT),
        VaultAction.SIGNATURES_JUDGED,
        *(VaultAction.TERM_ADDED, VaultAction.TERM_CHANGED, VaultAction.TERM_STRUCK),
        *(VaultAction.MERGE_PROPOSED, VaultAction.MERGE_DECLINED),
    ),
    **dict.fromkeys(
        (VaultAction.ENTRY_CORRECTED, VaultAction.ENTRY_STRUCK_OUT, VaultAction.ROLE_ADDED),
        frozenset({"case_file", TOLD}),
    ),
    **_about(
        TOLD,
        *(VaultAction.ENTRY_TOLD, VaultAction.AGE_DECIDED, VaultAction.PLACES_NOTED),
        *(VaultAction.ASSIGNMENT_FOUNDED, VaultAction.WORK_DECLARED, VaultAction.WORK_HANDED_BACK),
    ),
    **_about(
        "person",
        *(VaultAction.PERSON_ADDED, VaultAction.IDENTITY_ADDED, VaultAction.IDENTITY_VIEWED),
        *(VaultAction.IDENTITY_CORRECTED, VaultAction.ASSESSMENT_ADDED, VaultAction.ASSESSMENT_VIEWED),
        VaultAction.CLAIM_WORDS_VIEWED,
    ),
    **_about(
        "person_claim",
        *(VaultAction.CLAIM_ADDED, VaultAction.CLAIM_CORRECTED, VaultAction.CLAIM_WORDS_CORRECTED),
        *(VaultAction.CLAIM_WITHDRAWN, VaultAction.CLAIM_USE_DECIDED),
    ),
    **_about("person_link", VaultAction.PERSONS_MERGED, VaultAction.PERSONS_SPLIT),
    **_about("sealed_item", VaultAction.KEY_MATERIAL_ADDED, VaultAction.KEY_MATERIAL_VIEWED),
    **_about("exhibit", *CustodyAction),
    **_about(
        "exhibit_file",
        *(VaultAction.FILE_ADDED, VaultAction.FILE_STRUCK_OUT, VaultAction.FILE_STANDS_AGAIN),
        *(VaultAction.FILE_TAKEN_OUT, VaultAction.BARRED_FILE_TAKEN_OUT),
    ),
    **_about("leaving_bar", VaultAction.LEAVING_BARRED, VaultAction.LEAVING_ALLOWED),
    **_about("intake_run", VaultAction.INTAKE_ENDED),
    **_about("ad_reading", VaultAction.ADS_READ, VaultAction.ADS_WITHDRAWN),
}
_OF_RECORDS: dict[str, frozenset[str]] = {
    **_about(
        "interview",
        *(VaultAction.INTERVIEW_HELD, VaultAction.SUPPLEMENT_BEGUN, VaultAction.RECTIFICATION_BEGUN),
        *(VaultAction.FORMALITIES_SET, VaultAction.FORMALITY_ADDED, VaultAction.FORMALITY_CHANGED),
        *(VaultAction.FORMALITY_STRUCK, VaultAction.SEGMENT_ADDED, VaultAction.SEGMENT_SET),
        *(VaultAction.SEGMENT_MOVED, VaultAction.SEGMENT_SPLIT, VaultAction.SEGMENTS_JOINED),
        *(VaultAction.SEGMENT_STRUCK, VaultAction.TURNS_SET, VaultAction.PRESENCE_NOTED),
        *(VaultAction.RENDERING_SET, VaultAction.RENDERING_STATE_SET, VaultAction.RENDERING_CONFIRMED),
        *(VaultAction.RENDERINGS_CERTIFIED, VaultAction.STATEMENT_BEGUN, VaultAction.STATEMENT_SET),
        *(VaultAction.TURNS_TAKEN_OVER, VaultAction.PLACE_SET, VaultAction.PAGE_COMPARED),
        *(VaultAction.STATEMENT_COMPARED, VaultAction.INTERVIEW_READ_BACK, VaultAction.INTERVIEW_SIGNED),
        *(VaultAction.SIGNING_COPY_MADE, VaultAction.SIGNED_PAPER_REGISTERED),
        *(VaultAction.RECORD_SEALED, VaultAction.RECORD_RESTRICTED),
        *(VaultAction.RESTRICTION_LIFTED, VaultAction.RECORD_ANNULLED),
    ),
    **_about(
        "language_job",
        *(VaultAction.LANGUAGE_JOB_OPENED, VaultAction.LANGUAGE_JOB_CHANGED),
        *(VaultAction.LANGUAGE_JOB_CLOSED, VaultAction.LANGUAGE_JOB_REOPENED),
        *(VaultAction.LANGUAGE_JOB_STRUCK, VaultAction.LANGUAGE_JOB_SENT),
        *(VaultAction.VERSION_WRITTEN, VaultAction.VERSIONS_IMPORTED, VaultAction.VERSIONS_SIGNED),
        *(VaultAction.VERSION_WITHDRAWN, VaultAction.VERDICT_GIVEN, VaultAction.LANGUAGE_WORK_CERTIFIED),
        *(VaultAction.ANNOTATION_ADDED, VaultAction.ANNOTATION_STRUCK, VaultAction.ANNOTATION_ANSWERED),
    ),
    **_about(
        "safety_flag",
        *(VaultAction.SAFETY_FLAG_RAISED, VaultAction.SAFETY_FLAG_VIEWED, VaultAction.SAFETY_FLAG_SETTLED),
    ),
    **_about(
        "assignment",
        *(VaultAction.ASSIGNED, VaultAction.PACKET_SENT, VaultAction.PACKET_TAKEN_BACK),
        *(VaultAction.ASSIGNMENT_MERGED, VaultAction.RETURN_SETTLED, VaultAction.ASSIGNMENT_CLOSED),
    ),
}
_OF_OUTGOING: dict[str, frozenset[str]] = {
    **_about("bundle", VaultAction.BUNDLE_MADE, VaultAction.BUNDLE_STAMPED),
    **_about(
        "recipient",
        *(VaultAction.RECIPIENT_ADDED, VaultAction.RECIPIENT_WITHDRAWN, VaultAction.RECIPIENT_CORRECTED),
    ),
    **_about("foreign_office", VaultAction.FOREIGN_OFFICE_ADDED, VaultAction.FOREIGN_OFFICE_WITHDRAWN),
    **_about("package", VaultAction.PACKAGE_MADE, VaultAction.RECEIPT_ENTERED, VaultAction.RECEIPT_WITHDRAWN),
    **_about(
        "received_package",
        *(VaultAction.PACKAGE_RECEIVED, VaultAction.REFUSED_IMPORTED, VaultAction.RECEIPT_WRITTEN),
        VaultAction.REFUSAL_CORRECTED,
    ),
    **_about("case_file", VaultAction.NOTICE_GIVEN, VaultAction.NOTICE_ENTERED, VaultAction.RELEASE_REFUSED),
    **_about(
        "disclosure",
        *(VaultAction.DISCLOSURE_DRAWN_UP, VaultAction.REDACTION_MADE, VaultAction.REDACTION_WITHDRAWN),
        VaultAction.MASKED_COPY_MADE,
    ),
    **_about("identity_annex", VaultAction.IDENTITY_ANNEX_MADE),
}

KINDS_OF_ACTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {**_OF_OFFICES, **_OF_CASES, **_OF_RECORDS, **_OF_OUTGOING}
)
"""By the word of the act: the tables of which it is about a row, under its id. Every act has its entry, and
there are no others: a word that is not here is the word of no version up to this one.
"""


NAMED_BY_ROWS: Mapping[str, str] = MappingProxyType(
    {
        VaultAction.PLACES_NOTED: "intake_run",
        **dict.fromkeys(
            (VaultAction.ASSIGNMENT_FOUNDED, VaultAction.WORK_DECLARED, VaultAction.WORK_HANDED_BACK),
            "assignment",
        ),
    }
)
"""Of acts about what their rows name (`TOLD`), the table of the thing. Its row can come later, or lie in
another vault; the others are about `told_of` an entry, which is the id of no row.
"""


def is_known(action: str) -> bool:
    """Whether some version up to this one has this act."""
    return action in KINDS_OF_ACTS


def is_never_about(action: str, kinds: Collection[str]) -> bool:
    """Whether the act is about none of these kinds, of which a thing is. No act about what its rows name
    (`TOLD`) is about the thing itself. Nothing is said of a word that is no act, or of a thing of which the
    kind is not known.
    """
    return bool(kinds) and is_known(action) and KINDS_OF_ACTS[action].isdisjoint(kinds)
