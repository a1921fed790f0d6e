"""Which operation is drilled for each action of the event chain, or why none is: the list that a test holds.

An action without an operation of its own is written by the same calls as one that has one: what a fault can
hit is the same.
"""

from collections.abc import Mapping

from thb_desktop.domain.actions import ActionCode
from thb_desktop.domain.actions import VaultAction as V
from thb_desktop.domain.custody_kinds import ARRIVALS, DISPOSALS
from thb_desktop.domain.vocabulary import CustodyAction as C

TOLD_BY: Mapping[ActionCode, str] = {
    V.VAULT_CREATED: "create a vault",
    V.USER_ADDED: "add a user",
    V.USER_RETIRED: "retire a user",
    V.HOLDERS_RECORDED: "unlock as holder of a key that is due",
    V.OFFICE_HANDED_OVER: "hand over the office",
    V.IDENTITY_AGREED: "agree to an offered key",
    V.KEYS_MADE_OWN: "make the keys one's own",
    V.IDENTITY_REFUSED: "refuse an offered key",
    V.CERTIFICATE_RENEWED: "renew the certificates",
    V.PASSPHRASE_CHANGED: "change the passphrase",
    V.PASSPHRASE_RECOVERED: "recover by the code",
    V.RECOVERY_USED: "recover by the code",
    V.RECOVERY_CODE_CONFIRMED: "confirm the recovery code",
    V.RECOVERY_CODE_RENEWED: "renew the recovery code",
    V.RECOVERY_SHARES_MADE: "make recovery shares",
    V.MASTER_KEY_RENEWED: "renew the master key",
    V.BACKUP_BEGUN: "back up",
    V.BACKUP_MADE: "back up",
    V.RESTORED: "restore a backup",
    V.SCHEMA_MIGRATED: "lead an older form up",
    V.CASE_OPENED: "open a case",
    V.PERSON_ADDED: "add a person with identity",
    V.SEGMENT_ADDED: "add a segment",
    V.RENDERING_SET: "translate a segment",
    V.RENDERINGS_CERTIFIED: "certify a rendering",
    V.SUPPLEMENT_BEGUN: "begin a supplement",
    V.RECTIFICATION_BEGUN: "begin a rectification",
    V.INTERVIEW_SIGNED: "sign a record",
    V.FILE_ADDED: "take in many files",
    V.PLACES_NOTED: "take a folder",
    V.INTAKE_ENDED: "take a folder",
    V.ASSIGNED: "assign work",
    V.ASSIGNMENT_MERGED: "merge what was handed back",
    V.ASSIGNMENT_CLOSED: "close an assignment",
    V.ENTRY_CORRECTED: "correct a person",
    V.ASSESSMENT_ADDED: "seal an assessment",
    V.KEY_MATERIAL_ADDED: "seal key material",
    V.BUNDLE_MADE: "export a bundle",
    V.PACKAGE_MADE: "make a package",
    V.FILE_TAKEN_OUT: "take a file out",
    V.PACKET_SENT: "send a packet",
    V.PACKET_TAKEN_BACK: "take back a packet",
    C.EXPORTED: "export a bundle",
    C.SEIZED: "register an exhibit",
    C.STORED: "record a custody event",
    C.ERASED: "erase an exhibit",
}
"""The operation that leaves an event of this action."""

_ALIKE: tuple[tuple[str, str, tuple[ActionCode, ...]], ...] = (
    (
        "one new row and its event, in one transaction",
        "open a case",
        (
            *(V.AUTHORITY_ADDED, V.PROCEEDING_ADDED, V.CASE_OBJECT_ADDED, V.OFFICIAL_ADDED),
            V.STAY_ADDED,
            V.ENTRY_TOLD,
            *(V.INTERPRETER_ADDED, V.ROLE_ADDED, V.INSTRUMENT_REGISTERED, V.ACCOUNT_ADDED),
            *(V.LANGUAGE_JOB_OPENED, V.VERSION_WRITTEN, V.VERSIONS_SIGNED, V.VERSION_WITHDRAWN),
            V.VERSIONS_IMPORTED,
            *(V.VERDICT_GIVEN, V.ANNOTATION_ADDED, V.ANNOTATION_ANSWERED, V.LANGUAGE_WORK_CERTIFIED),
            *(
                V.CERTIFICATE_TEMPLATE_SET,
                V.CAUTION_TEXT_SET,
                V.LONGEST_TIME_SET,
                V.REHASH_TIME_SET,
                V.TERM_ADDED,
                V.SAFETY_FLAG_RAISED,
            ),
            V.FINANCE_ADDED,
            *(V.TRANSACTION_ADDED, V.INTERVIEW_HELD, V.FORMALITY_ADDED, V.KEYS_GIVEN, V.IDENTITY_VOUCHED),
            *(V.CLAIM_USE_DECIDED, V.AGE_DECIDED, V.MERGE_PROPOSED, V.MERGE_DECLINED, V.PERSONS_MERGED),
            V.PERSONS_SPLIT,
            *(V.RECORD_SEALED, V.RECORD_RESTRICTED, V.RESTRICTION_LIFTED, V.RECORD_ANNULLED),
            *(V.SIGNING_COPY_MADE, V.RECIPIENT_ADDED, V.LEAVING_BARRED, V.LEAVING_ALLOWED),
            *(V.CONDITION_ADDED, V.EXHIBIT_DESCRIBED, V.PACK_ADOPTED, V.TRANSMISSION_NOTED),
            *(V.ACTION_DAY_NOTED, V.SIGNATURES_JUDGED),
            *(V.FOREIGN_OFFICE_ADDED, V.RECEIPT_ENTERED, V.NOTICE_ENTERED),
            *(V.DISCLOSURE_DRAWN_UP, V.REDACTION_MADE, V.REDACTION_WITHDRAWN),
            V.IDENTITY_ANNEX_MADE,
            *(V.STATEMENT_BEGUN, V.TURNS_TAKEN_OVER, V.PLACE_SET, V.PAGE_COMPARED),
        ),
    ),
    (
        "some new rows and their events, in one transaction",
        "add a person with identity",
        (V.STATEMENT_TAKEN_OVER, V.ADS_READ),
    ),
    (
        "rows changed and their event, in one transaction",
        "correct a person",
        (
            *(V.ENTRY_STRUCK_OUT, V.EXHIBIT_NOTE_CORRECTED, V.EXHIBIT_STRUCK_OUT, V.FINANCE_CORRECTED),
            *(V.DESCRIPTION_CORRECTED, V.DESCRIPTION_STRUCK_OUT, V.ADS_WITHDRAWN),
            *(V.FINANCE_STRUCK_OUT, V.INSTRUMENT_STATUS_SET, V.FORMALITIES_SET, V.FORMALITY_CHANGED),
            *(V.FORMALITY_STRUCK, V.SEGMENT_SET, V.SEGMENT_MOVED, V.SEGMENT_SPLIT, V.SEGMENTS_JOINED),
            *(V.LANGUAGE_JOB_CHANGED, V.LANGUAGE_JOB_CLOSED, V.LANGUAGE_JOB_REOPENED),
            *(V.LANGUAGE_JOB_STRUCK, V.ANNOTATION_STRUCK, V.TERM_CHANGED, V.TERM_STRUCK),
            *(V.SEGMENT_STRUCK, V.RENDERING_STATE_SET, V.RENDERING_CONFIRMED, V.INTERVIEW_READ_BACK),
            *(V.TURNS_SET, V.PRESENCE_NOTED, V.CLAIM_CORRECTED, V.CLAIM_WITHDRAWN),
            V.BINDING_STATED,
            *(V.SIGNED_PAPER_REGISTERED, V.RECIPIENT_WITHDRAWN, V.FOREIGN_OFFICE_WITHDRAWN, V.BUNDLE_STAMPED),
            V.RECIPIENT_CORRECTED,
            *(V.STATEMENT_SET, V.STATEMENT_COMPARED, V.RECEIPT_WITHDRAWN, V.REFUSAL_CORRECTED),
            *(V.FILE_STRUCK_OUT, V.FILE_STANDS_AGAIN, C.FILE_WITHDRAWN, C.FILE_REINSTATED),
            C.EXHIBIT_CORRECTED,
        ),
    ),
    (
        "rows changed, a sealed key of its own deleted, and the event, in one transaction",
        "refuse an offered key",
        (V.IDENTITY_WITHDRAWN,),
    ),
    (
        "a sealed value and its event, in one transaction",
        "seal an assessment",
        (
            V.CLAIM_ADDED,
            V.CLAIM_WORDS_CORRECTED,
            V.IDENTITY_ADDED,
            V.IDENTITY_CORRECTED,
            V.SAFETY_FLAG_VIEWED,
            V.SAFETY_FLAG_SETTLED,
        ),
    ),
    (
        "an event without rows",
        "confirm the recovery code",
        (
            V.CLAIM_WORDS_VIEWED,
            *(V.ACCESS_DENIED, V.IDENTITY_VIEWED, V.ASSESSMENT_VIEWED, V.KEY_MATERIAL_VIEWED),
            *(V.BACKUP_TRIED, V.MEMORY_MAY_REACH_DISK, V.MEMORY_STAYS_OFF_DISK, V.CLOCK_WENT_BACK),
            *(V.LANGUAGE_JOB_SENT, V.RETURN_SETTLED, V.CLOCK_EXPLAINED, V.RELEASE_REFUSED),
        ),
    ),
    ("the first event of a store, which is made beside its place", "assign work", (V.ASSIGNMENT_FOUNDED,)),
    (
        "one new row and its event, in the store of an assignment",
        "open a case",
        (V.WORK_DECLARED, V.WORK_HANDED_BACK),
    ),
    (
        "an event of the same transaction, for each user who is let in again",
        "renew the master key",
        (V.USER_READMITTED,),
    ),
    (
        "an event of the same transaction, when looks were logged before an act",
        "sign a record",
        (V.CONSULTATIONS_CLOSED,),
    ),
    ("another word of the first event of an exhibit", "register an exhibit", tuple(ARRIVALS - {C.SEIZED})),
    (
        "a file under another name, then one row and its event, as a bundle has them",
        "export a bundle",
        (V.RECEIPT_WRITTEN, V.NOTICE_GIVEN),
    ),
    (
        "a file that is taken out, with the approval of a second person",
        "take a file out",
        (V.BARRED_FILE_TAKEN_OUT,),
    ),
    (
        "files of exhibits and their rows, which are stored before one transaction records them",
        "take in many files",
        (V.PACKAGE_RECEIVED, V.REFUSED_IMPORTED, V.MASKED_COPY_MADE),
    ),
    (
        "another word of a custody event",
        "record a custody event",
        tuple(
            set(C)
            - ARRIVALS
            - set(DISPOSALS)
            - {C.STORED, C.EXPORTED, C.EXHIBIT_CORRECTED, C.FILE_WITHDRAWN, C.FILE_REINSTATED}
        ),
    ),
    (
        "a custody event with the approval of a second person, and nothing to erase",
        "record a custody event",
        tuple(set(DISPOSALS) - {C.ERASED}),
    ),
)

WITHOUT: Mapping[ActionCode, tuple[str, str]] = {
    action: (reason, operation) for reason, operation, actions in _ALIKE for action in actions
}
"""Of every other action: why it has none, and the operation whose calls it makes."""
