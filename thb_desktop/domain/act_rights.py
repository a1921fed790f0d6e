"""Rights of acts: the right that an act needs, by its word in the event chain."""

from collections.abc import Mapping
from types import MappingProxyType

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.custody_rights import right_for
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import CustodyAction

_ACT_RIGHTS: Mapping[VaultAction, Right | None] = MappingProxyType(
    dict.fromkeys(
        (
            VaultAction.HOLDERS_RECORDED,
            VaultAction.IDENTITY_AGREED,
            VaultAction.IDENTITY_REFUSED,
            VaultAction.KEYS_MADE_OWN,
            VaultAction.ACCESS_DENIED,
            VaultAction.PASSPHRASE_CHANGED,
            VaultAction.PASSPHRASE_RECOVERED,
            VaultAction.RECOVERY_USED,
            VaultAction.RECOVERY_CODE_CONFIRMED,
            VaultAction.SCHEMA_MIGRATED,
            VaultAction.CONSULTATIONS_CLOSED,
            VaultAction.MEMORY_MAY_REACH_DISK,
            VaultAction.MEMORY_STAYS_OFF_DISK,
            VaultAction.CLOCK_WENT_BACK,
            VaultAction.CLOCK_EXPLAINED,
        ),
        None,
    )
    | {
        VaultAction.VAULT_CREATED: Right.HAND_OVER,
        VaultAction.OFFICE_HANDED_OVER: Right.HAND_OVER,
        VaultAction.RESTORED: Right.RESTORE,
        VaultAction.ENTRY_TOLD: Right.READ_CASE,
        VaultAction.BUNDLE_MADE: Right.RELEASE_BUNDLES,
        VaultAction.BUNDLE_STAMPED: Right.RELEASE_BUNDLES,
        VaultAction.RECIPIENT_ADDED: Right.RELEASE_BUNDLES,
        VaultAction.RECIPIENT_WITHDRAWN: Right.RELEASE_BUNDLES,
        VaultAction.RECIPIENT_CORRECTED: Right.RELEASE_BUNDLES,
        VaultAction.PACKAGE_MADE: Right.RELEASE_BUNDLES,
        VaultAction.FOREIGN_OFFICE_ADDED: Right.RELEASE_BUNDLES,
        VaultAction.FOREIGN_OFFICE_WITHDRAWN: Right.RELEASE_BUNDLES,
        VaultAction.PACKAGE_RECEIVED: Right.REGISTER_EXHIBITS,
        VaultAction.REFUSED_IMPORTED: Right.REGISTER_EXHIBITS,
        VaultAction.REFUSAL_CORRECTED: Right.REGISTER_EXHIBITS,
        VaultAction.RECEIPT_WRITTEN: Right.REGISTER_EXHIBITS,
        VaultAction.RECEIPT_ENTERED: Right.REGISTER_EXHIBITS,
        VaultAction.RECEIPT_WITHDRAWN: Right.REGISTER_EXHIBITS,
        VaultAction.NOTICE_GIVEN: Right.RELEASE_BUNDLES,
        VaultAction.RELEASE_REFUSED: Right.SECOND,
        VaultAction.NOTICE_ENTERED: Right.REGISTER_EXHIBITS,
        **dict.fromkeys(
            (VaultAction.FILE_TAKEN_OUT, VaultAction.BARRED_FILE_TAKEN_OUT), Right.RELEASE_EXHIBITS
        ),
        VaultAction.LEAVING_BARRED: Right.REGISTER_EXHIBITS,
        VaultAction.LEAVING_ALLOWED: Right.RELEASE_BUNDLES,
        **dict.fromkeys((VaultAction.DISCLOSURE_DRAWN_UP, VaultAction.REDACTION_MADE), Right.PREPARE_BUNDLES),
        VaultAction.REDACTION_WITHDRAWN: Right.PREPARE_BUNDLES,
        VaultAction.MASKED_COPY_MADE: Right.PREPARE_BUNDLES,
        VaultAction.IDENTITY_ANNEX_MADE: Right.READ_IDENTITIES,
        VaultAction.LANGUAGE_JOB_SENT: Right.RELEASE_BUNDLES,
        VaultAction.PACKET_SENT: Right.RELEASE_BUNDLES,
        VaultAction.FILE_ADDED: Right.REGISTER_EXHIBITS,
        VaultAction.FILE_STRUCK_OUT: Right.REGISTER_EXHIBITS,
        VaultAction.FILE_STANDS_AGAIN: Right.REGISTER_EXHIBITS,
        VaultAction.PLACES_NOTED: Right.REGISTER_EXHIBITS,
        VaultAction.INTAKE_ENDED: Right.REGISTER_EXHIBITS,
        VaultAction.ADS_READ: Right.EDIT_CASE,
        VaultAction.ADS_WITHDRAWN: Right.EDIT_CASE,
        VaultAction.EXHIBIT_NOTE_CORRECTED: Right.REGISTER_EXHIBITS,
        VaultAction.EXHIBIT_STRUCK_OUT: Right.REGISTER_EXHIBITS,
        VaultAction.EXHIBIT_DESCRIBED: Right.REGISTER_EXHIBITS,
        VaultAction.SIGNATURES_JUDGED: Right.REGISTER_EXHIBITS,
        VaultAction.DESCRIPTION_CORRECTED: Right.REGISTER_EXHIBITS,
        VaultAction.DESCRIPTION_STRUCK_OUT: Right.REGISTER_EXHIBITS,
        VaultAction.INTERVIEW_SIGNED: Right.SIGN_RECORDS,
        VaultAction.RECORD_SEALED: Right.SIGN_RECORDS,
        VaultAction.RETURN_SETTLED: Right.SIGN_RECORDS,
        VaultAction.RECORD_RESTRICTED: Right.SIGN_RECORDS,
        VaultAction.RESTRICTION_LIFTED: Right.SIGN_RECORDS,
        VaultAction.RECORD_ANNULLED: Right.SIGN_RECORDS,
        VaultAction.CERTIFICATE_TEMPLATE_SET: Right.SIGN_RECORDS,
        VaultAction.CAUTION_TEXT_SET: Right.SIGN_RECORDS,
        VaultAction.LONGEST_TIME_SET: Right.SIGN_RECORDS,
        VaultAction.REHASH_TIME_SET: Right.SIGN_RECORDS,
        VaultAction.PACK_ADOPTED: Right.SIGN_RECORDS,
        VaultAction.CLAIM_USE_DECIDED: Right.SIGN_RECORDS,
        VaultAction.AGE_DECIDED: Right.SIGN_RECORDS,
        VaultAction.PERSONS_MERGED: Right.SIGN_RECORDS,
        VaultAction.MERGE_DECLINED: Right.SIGN_RECORDS,
        VaultAction.PERSONS_SPLIT: Right.SIGN_RECORDS,
        VaultAction.CLAIM_WORDS_VIEWED: Right.READ_IDENTITIES,
        VaultAction.CLAIM_WORDS_CORRECTED: Right.READ_IDENTITIES,
        VaultAction.WORK_DECLARED: Right.WORK_ON_ASSIGNMENT,
        VaultAction.WORK_HANDED_BACK: Right.WORK_ON_ASSIGNMENT,
        VaultAction.IDENTITY_VIEWED: Right.READ_IDENTITIES,
        VaultAction.IDENTITY_ADDED: Right.READ_IDENTITIES,
        VaultAction.IDENTITY_CORRECTED: Right.READ_IDENTITIES,
    }
    | dict.fromkeys(
        (
            VaultAction.USER_ADDED,
            VaultAction.USER_RETIRED,
            VaultAction.USER_READMITTED,
            VaultAction.BINDING_STATED,
            VaultAction.KEYS_GIVEN,
            VaultAction.IDENTITY_VOUCHED,
            VaultAction.IDENTITY_WITHDRAWN,
            VaultAction.CERTIFICATE_RENEWED,
        ),
        Right.MANAGE_USERS,
    )
    | dict.fromkeys(
        (
            VaultAction.RECOVERY_CODE_RENEWED,
            VaultAction.RECOVERY_SHARES_MADE,
            VaultAction.MASTER_KEY_RENEWED,
        ),
        Right.MANAGE_RECOVERY,
    )
    | dict.fromkeys(
        (
            VaultAction.ASSIGNED,
            VaultAction.ASSIGNMENT_FOUNDED,
            VaultAction.PACKET_TAKEN_BACK,
            VaultAction.ASSIGNMENT_MERGED,
            VaultAction.ASSIGNMENT_CLOSED,
        ),
        Right.ASSIGN_WORK,
    )
    | dict.fromkeys(
        (VaultAction.BACKUP_BEGUN, VaultAction.BACKUP_MADE, VaultAction.BACKUP_TRIED), Right.BACK_UP
    )
    | dict.fromkeys(
        (
            VaultAction.VERSION_WRITTEN,
            VaultAction.VERSIONS_IMPORTED,
            VaultAction.VERSIONS_SIGNED,
            VaultAction.VERSION_WITHDRAWN,
            VaultAction.VERDICT_GIVEN,
            VaultAction.ANNOTATION_ADDED,
            VaultAction.ANNOTATION_STRUCK,
            VaultAction.LANGUAGE_WORK_CERTIFIED,
            VaultAction.SAFETY_FLAG_RAISED,
            VaultAction.TERM_ADDED,
            VaultAction.TERM_CHANGED,
            VaultAction.TERM_STRUCK,
        ),
        Right.LANGUAGE_WORK,
    )
    | dict.fromkeys((VaultAction.SAFETY_FLAG_VIEWED, VaultAction.SAFETY_FLAG_SETTLED), Right.READ_ASSESSMENTS)
    | dict.fromkeys((VaultAction.ASSESSMENT_ADDED, VaultAction.ASSESSMENT_VIEWED), Right.READ_ASSESSMENTS)
    | dict.fromkeys(
        (VaultAction.KEY_MATERIAL_ADDED, VaultAction.KEY_MATERIAL_VIEWED), Right.READ_KEY_MATERIAL
    )
    | dict.fromkeys(
        (
            VaultAction.ACCOUNT_ADDED,
            VaultAction.TRANSACTION_ADDED,
            VaultAction.FINANCE_ADDED,
            VaultAction.STATEMENT_TAKEN_OVER,
            VaultAction.FINANCE_CORRECTED,
            VaultAction.FINANCE_STRUCK_OUT,
        ),
        Right.EDIT_FINANCE,
    )
    | dict.fromkeys(
        (
            VaultAction.CASE_OPENED,
            VaultAction.AUTHORITY_ADDED,
            VaultAction.PROCEEDING_ADDED,
            VaultAction.CASE_OBJECT_ADDED,
            VaultAction.STAY_ADDED,
            VaultAction.OFFICIAL_ADDED,
            VaultAction.INTERPRETER_ADDED,
            VaultAction.PERSON_ADDED,
            VaultAction.ROLE_ADDED,
            VaultAction.CLAIM_ADDED,
            VaultAction.CLAIM_CORRECTED,
            VaultAction.CLAIM_WITHDRAWN,
            VaultAction.MERGE_PROPOSED,
            VaultAction.INSTRUMENT_REGISTERED,
            VaultAction.INSTRUMENT_STATUS_SET,
            VaultAction.CONDITION_ADDED,
            VaultAction.TRANSMISSION_NOTED,
            VaultAction.ACTION_DAY_NOTED,
            VaultAction.ENTRY_CORRECTED,
            VaultAction.ENTRY_STRUCK_OUT,
        ),
        Right.EDIT_CASE,
    )
    | dict.fromkeys(
        (
            VaultAction.INTERVIEW_HELD,
            VaultAction.SUPPLEMENT_BEGUN,
            VaultAction.RECTIFICATION_BEGUN,
            VaultAction.FORMALITIES_SET,
            VaultAction.FORMALITY_ADDED,
            VaultAction.FORMALITY_CHANGED,
            VaultAction.FORMALITY_STRUCK,
            VaultAction.SEGMENT_ADDED,
            VaultAction.SEGMENT_SET,
            VaultAction.SEGMENT_MOVED,
            VaultAction.SEGMENT_SPLIT,
            VaultAction.SEGMENTS_JOINED,
            VaultAction.SEGMENT_STRUCK,
            VaultAction.TURNS_SET,
            VaultAction.PRESENCE_NOTED,
            VaultAction.RENDERING_SET,
            VaultAction.RENDERING_STATE_SET,
            VaultAction.RENDERING_CONFIRMED,
            VaultAction.RENDERINGS_CERTIFIED,
            VaultAction.STATEMENT_BEGUN,
            VaultAction.STATEMENT_SET,
            VaultAction.TURNS_TAKEN_OVER,
            VaultAction.PLACE_SET,
            VaultAction.PAGE_COMPARED,
            VaultAction.STATEMENT_COMPARED,
            VaultAction.INTERVIEW_READ_BACK,
            VaultAction.SIGNING_COPY_MADE,
            VaultAction.SIGNED_PAPER_REGISTERED,
            VaultAction.LANGUAGE_JOB_OPENED,
            VaultAction.LANGUAGE_JOB_CHANGED,
            VaultAction.LANGUAGE_JOB_CLOSED,
            VaultAction.LANGUAGE_JOB_REOPENED,
            VaultAction.LANGUAGE_JOB_STRUCK,
            VaultAction.ANNOTATION_ANSWERED,
        ),
        Right.EDIT_TESTIMONY,
    )
)
"""The right that each act of the office needed; none: a user's own keys, and what the program records by
itself. Every act has its entry, so that one that was forgotten is no act that everybody may do.
"""


def right_of_act(action: str) -> Right | None:
    """Return the right that the act needs; None if everybody may do it, or for an unknown word."""
    custody = CustodyAction.__members__.get(action)
    if custody is not None:
        return right_for(custody)
    return _ACT_RIGHTS[VaultAction.__members__[action]] if action in VaultAction.__members__ else None
