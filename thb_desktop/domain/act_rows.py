"""Rows of acts: which rows each action of the event chain may add, and which fields of others it may change.

The list is closed. A row that is not listed for an action is refused when it is recorded, and named when a
vault is unlocked or checked. The right that an action takes is in `act_rights`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeAlias

from thb_desktop.domain.action_day_fields import ACTION_DAY
from thb_desktop.domain.actions import ActionCode, VaultAction
from thb_desktop.domain.case_fields import AUTHORITY, CASE, CASE_OBJECT, PROCEEDING
from thb_desktop.domain.cooperation_fields import INSTRUMENT, TRANSMISSION, USE_CONDITION
from thb_desktop.domain.corrections import STRUCK
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS
from thb_desktop.domain.description_fields import ITEM_DESCRIPTION, OF_EXHIBITS, ONLINE_CAPTURE
from thb_desktop.domain.elsewhere import STATEMENT_ELSEWHERE
from thb_desktop.domain.entries_told import TOLD_APART
from thb_desktop.domain.exhibit_fields import EXHIBIT
from thb_desktop.domain.fields import Description, Phase
from thb_desktop.domain.finance_fields import (
    ACCOUNT,
    ATTRIBUTION,
    HAND_OVER,
    MONEY,
    PAY_FIGURE,
    STATEMENT,
    TRANSFER,
)
from thb_desktop.domain.interview_fields import CORRECTION as READ_BACK_CORRECTION
from thb_desktop.domain.interview_fields import INTERVIEW, SEGMENT
from thb_desktop.domain.interview_fields import ROWS as FORMALITIES
from thb_desktop.domain.people_fields import INTERPRETER, OFFICIAL, PERSON, PERSON_ROLE
from thb_desktop.domain.person_claims_fields import PERSON_CLAIM
from thb_desktop.domain.second_person import ACTS
from thb_desktop.domain.signature_check import SIGNATURE_CHECK
from thb_desktop.domain.stays_fields import STAY
from thb_desktop.domain.vocabulary import (
    Compartment,
    CustodyAction,
    IdentityKind,
    InterviewState,
    PersonLinkKind,
    RecordDecisionKind,
    RenderingState,
    TwoPersonAct,
)
from thb_desktop.domain.working_notes import WORKING


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What an action may do with the rows of one table.

    new: it may add rows. fields: those that it may change in rows that are there. to: the only values that it
    may give to a field; a field that is not named here may get any.
    """

    new: bool = False
    fields: frozenset[str] = frozenset()
    to: Mapping[str, frozenset[str]] = field(default_factory=dict)


OfAct: TypeAlias = Mapping[str, Rows]
"""By the name of the table."""

_ADDED = Rows(new=True)


def _added(*tables: str) -> OfAct:
    return dict.fromkeys(tables, _ADDED)


_NONE = frozenset({str(None)})
_OPEN_CONCERN = Rows(new=True, to={"settled_by": _NONE, "settled_at": _NONE})
"""A concern for safety is entered open: that it is dealt with is an act of its own."""
_STANDING = Rows(new=True, to={"withdrawn_at": _NONE, "withdrawn_because": frozenset({""})})
_FIRST_WORDS = Rows(new=True, to={"formerly": frozenset({str([])})})
"""What is entered stands, and has no former words: that it is withdrawn or reworded is an act of its own."""


def _changed(table: str, *names: str, to: Mapping[str, Iterable[str]] | None = None) -> OfAct:
    values = {name: frozenset(allowed) for name, allowed in (to or {}).items()}
    return {table: Rows(fields=frozenset((*names, *values)), to=values)}


def _entered(description: Description) -> frozenset[str]:
    """Return the fields that a person can change after the entry."""
    return frozenset(each.name for each in description.fields if each.until is not Phase.ONCE)


def _corrected(*descriptions: Description, computed: Iterable[str] = ()) -> OfAct:
    rows = {each.name: Rows(fields=_entered(each) | frozenset(computed)) for each in descriptions}
    return {**rows, **_added("correction")}


def _struck(*descriptions: Description) -> OfAct:
    return {**{each.name: Rows(fields=frozenset({STRUCK})) for each in descriptions}, **_added("correction")}


_KEYSLOT: OfAct = _changed("office", "header_epoch", "keyslots")
"""An act that changes keyslots keeps the epoch of the header, and which there are then."""
_GRANTED: OfAct = _added("compartment_grant")
_RESEALED: OfAct = {
    **_changed("sealed_identity", "sealed"),
    **_changed("sealed_item", "sealed"),
    **_changed("compartment_version", "version", "key_check", "set_by", "signature", "renewal_due"),
    **_GRANTED,
}
"""A compartment gets a new key when a holder leaves, or when the next one unlocks the vault."""
_RENEWED: OfAct = {
    **_RESEALED,
    "compartment_version": replace(
        _RESEALED["compartment_version"], to={"renewal_due": frozenset({str(False)})}
    ),
}
"""That a renewal is due is said by who retires a holder, and by nobody else."""


def _sealed(compartment: Compartment) -> OfAct:
    """A value is sealed beside those that are there: none of them changes."""
    return {"sealed_item": Rows(new=True, to={"compartment": frozenset({compartment})})}


_OF_IDENTITIES: OfAct = _sealed(Compartment.IDENTITIES)


def _written(*states: RenderingState) -> OfAct:
    """A rendering is typed, and gets one of these states."""
    fields = frozenset({"text", "source_digest", "typed_by", "typed_at", "author_id", "mode", "state"})
    return {"rendering": Rows(new=True, fields=fields, to={"state": frozenset(states)})}


_SUPERSEDED: OfAct = _changed("rendering", to={"state": {RenderingState.SUPERSEDED}})
_INTERVIEW_BEGUN: OfAct = {"interview": Rows(new=True, to={"state": frozenset({InterviewState.DRAFT})})}
_READ_BACK = frozenset(each.name for each in INTERVIEW.fields if each.section in ("read_back", "closing"))
_SETTABLE = frozenset(RenderingState) - {RenderingState.CERTIFIED, RenderingState.SUPERSEDED}
_CASE_ENTRIES = (
    *(CASE, AUTHORITY, PROCEEDING, CASE_OBJECT, OFFICIAL, INTERPRETER, PERSON, PERSON_ROLE, INSTRUMENT),
    *(USE_CONDITION, TRANSMISSION, *ACTION_DAY, STAY),
)

_FURTHER_KEYS = frozenset(IdentityKind) - {IdentityKind.OWN_KEY}
"""The kinds of keys that others add for a user."""

_OF_THE_OFFICE: Mapping[ActionCode, OfAct] = {
    VaultAction.VAULT_CREATED: _added("office", "user", "compartment_version", "compartment_grant"),
    VaultAction.USER_ADDED: {**_KEYSLOT, **_added("user"), **_GRANTED},
    VaultAction.USER_RETIRED: {**_KEYSLOT, **_RESEALED, **_changed("user", to={"active": {"False"}})},
    VaultAction.KEYS_GIVEN: _GRANTED,
    VaultAction.HOLDERS_RECORDED: _RENEWED,
    VaultAction.USER_READMITTED: _KEYSLOT,
    VaultAction.BINDING_STATED: _changed("user", "bound_as", "bound_by", "bound_on", "bound_document"),
    VaultAction.OFFICE_HANDED_OVER: {**_KEYSLOT, **_added("user", "handover"), **_GRANTED},
    VaultAction.IDENTITY_VOUCHED: {"signing_identity": Rows(new=True, to={"kind": _FURTHER_KEYS})},
    VaultAction.IDENTITY_AGREED: _changed("signing_identity", "agreed"),
    VaultAction.IDENTITY_REFUSED: _changed("signing_identity", "withdrawn_at", "withdrawn_because"),
    VaultAction.IDENTITY_WITHDRAWN: _changed("signing_identity", "withdrawn_at", "withdrawn_because"),
    VaultAction.CERTIFICATE_RENEWED: {
        **_changed("user", "certificate"),
        **_changed("signing_identity", "certificate"),
    },
    VaultAction.KEYS_MADE_OWN: {
        **_KEYSLOT,
        **_changed("user", "receiving_key", "first_receiving_key"),
        "signing_identity": Rows(
            new=True,
            fields=frozenset({"withdrawn_at", "withdrawn_because"}),
            to={"kind": frozenset({IdentityKind.OWN_KEY})},
        ),
    },
    VaultAction.ACCESS_DENIED: {},
    VaultAction.PASSPHRASE_CHANGED: _KEYSLOT,
    VaultAction.PASSPHRASE_RECOVERED: _KEYSLOT,
    VaultAction.RECOVERY_USED: {},
    VaultAction.RECOVERY_CODE_CONFIRMED: {},
    VaultAction.RECOVERY_CODE_RENEWED: _KEYSLOT,
    VaultAction.RECOVERY_SHARES_MADE: _KEYSLOT,
    VaultAction.MASTER_KEY_RENEWED: _KEYSLOT,
    VaultAction.BACKUP_BEGUN: {},
    VaultAction.BACKUP_MADE: {},
    VaultAction.BACKUP_TRIED: {},
    VaultAction.RESTORED: _added("restoration"),
    VaultAction.SCHEMA_MIGRATED: _changed("office", "codes_digest"),
    VaultAction.CONSULTATIONS_CLOSED: _added("consultation_mark"),
    **{each: {} for each in (VaultAction.MEMORY_MAY_REACH_DISK, VaultAction.MEMORY_STAYS_OFF_DISK)},
    VaultAction.CLOCK_WENT_BACK: {},
    VaultAction.CLOCK_EXPLAINED: {},
}

_OF_A_CASE: Mapping[ActionCode, OfAct] = {
    VaultAction.CASE_OPENED: _added("case_file"),
    VaultAction.AUTHORITY_ADDED: _added("authority"),
    VaultAction.PROCEEDING_ADDED: _added("proceeding"),
    VaultAction.CASE_OBJECT_ADDED: _added("case_object"),
    VaultAction.STAY_ADDED: _added("stay"),
    VaultAction.OFFICIAL_ADDED: _added("official"),
    VaultAction.INTERPRETER_ADDED: _added("interpreter"),
    VaultAction.PERSON_ADDED: _added("person", "person_role", "sealed_identity"),
    VaultAction.ROLE_ADDED: _added("person_role"),
    VaultAction.IDENTITY_ADDED: _added("sealed_identity"),
    VaultAction.IDENTITY_VIEWED: {},
    VaultAction.IDENTITY_CORRECTED: {
        **_changed("sealed_identity", "sealed"),
        **_OF_IDENTITIES,
        **_added("correction"),
    },
    VaultAction.ASSESSMENT_ADDED: _sealed(Compartment.ASSESSMENTS),
    VaultAction.ASSESSMENT_VIEWED: {},
    VaultAction.KEY_MATERIAL_ADDED: _sealed(Compartment.KEY_MATERIAL),
    VaultAction.KEY_MATERIAL_VIEWED: {},
    VaultAction.FILE_ADDED: {"exhibit_file": Rows(new=True, to={STRUCK: frozenset({""})})},
    VaultAction.FILE_STRUCK_OUT: _changed("exhibit_file", STRUCK),
    VaultAction.FILE_STANDS_AGAIN: _changed("exhibit_file", to={STRUCK: {""}}),
    VaultAction.PLACES_NOTED: _added("file_place"),
    VaultAction.INTAKE_ENDED: _added("intake_run", "digest_list"),
    VaultAction.ADS_READ: {**_added("ad"), "ad_reading": _STANDING},
    VaultAction.ADS_WITHDRAWN: _changed("ad_reading", "withdrawn_at", "withdrawn_because"),
    VaultAction.INSTRUMENT_REGISTERED: _added("instrument"),
    VaultAction.INSTRUMENT_STATUS_SET: _changed(
        *("instrument", "status", "status_on", "issued_on", "transmitted_on", "received_on"),
        *("acknowledged_on", "recognised_on", "executed_on"),
    ),
    VaultAction.CONDITION_ADDED: _added("use_condition"),
    VaultAction.TRANSMISSION_NOTED: _added("transmission"),
    VaultAction.ACTION_DAY_NOTED: _added(*(each.name for each in ACTION_DAY)),
    VaultAction.ACCOUNT_ADDED: _added("account"),
    VaultAction.TRANSACTION_ADDED: _added("money_transaction"),
    VaultAction.FINANCE_ADDED: _added(
        *(each.name for each in (STATEMENT, HAND_OVER, TRANSFER, ATTRIBUTION, PAY_FIGURE))
    ),
    VaultAction.STATEMENT_TAKEN_OVER: _added("bank_statement", "money_transaction"),
    VaultAction.BUNDLE_MADE: _added("bundle"),
    VaultAction.BUNDLE_STAMPED: _added("stamped_bundle"),
    VaultAction.RECIPIENT_ADDED: {"recipient": _STANDING},
    VaultAction.RECIPIENT_WITHDRAWN: _changed("recipient", "withdrawn_at", "withdrawn_because"),
    VaultAction.RECIPIENT_CORRECTED: _changed("recipient", "state", "party"),
    VaultAction.FOREIGN_OFFICE_ADDED: {"foreign_office": _STANDING},
    VaultAction.FOREIGN_OFFICE_WITHDRAWN: _changed("foreign_office", "withdrawn_at", "withdrawn_because"),
    VaultAction.PACKAGE_MADE: _added("package"),
    VaultAction.PACKAGE_RECEIVED: {**_added("received_package"), "received_item": _FIRST_WORDS},
    VaultAction.REFUSED_IMPORTED: _changed("received_item", "exhibit_id"),
    VaultAction.REFUSAL_CORRECTED: _changed("received_item", "refused_because", "formerly"),
    VaultAction.RECEIPT_WRITTEN: _added("written_receipt"),
    VaultAction.RECEIPT_ENTERED: {"package_receipt": _STANDING},
    VaultAction.RECEIPT_WITHDRAWN: _changed("package_receipt", "withdrawn_at", "withdrawn_because"),
    VaultAction.NOTICE_GIVEN: _added("given_notice"),
    VaultAction.RELEASE_REFUSED: {},
    VaultAction.NOTICE_ENTERED: _added("received_notice"),
    VaultAction.LEAVING_BARRED: {"leaving_bar": Rows(new=True, to={"lifts_id": frozenset({str(None)})})},
    VaultAction.LEAVING_ALLOWED: _added("leaving_bar"),
    VaultAction.FILE_TAKEN_OUT: {"taken_out": Rows(new=True, to={"approval_id": frozenset({str(None)})})},
    VaultAction.BARRED_FILE_TAKEN_OUT: _added("taken_out"),
    VaultAction.DISCLOSURE_DRAWN_UP: _added("disclosure"),
    VaultAction.REDACTION_MADE: {"redaction": Rows(new=True, to={"withdraws_id": frozenset({str(None)})})},
    VaultAction.REDACTION_WITHDRAWN: _added("redaction"),
    VaultAction.MASKED_COPY_MADE: _added("masked_copy"),
    VaultAction.IDENTITY_ANNEX_MADE: _added("identity_annex"),
    VaultAction.ENTRY_CORRECTED: _corrected(*_CASE_ENTRIES),
    VaultAction.ENTRY_STRUCK_OUT: _struck(*_CASE_ENTRIES),
    VaultAction.ENTRY_TOLD: dict.fromkeys((*TOLD_APART, "correction"), Rows()),
    VaultAction.EXHIBIT_NOTE_CORRECTED: {**_changed("exhibit", *WORKING["exhibit"]), **_added("correction")},
    VaultAction.EXHIBIT_STRUCK_OUT: _struck(EXHIBIT),
    VaultAction.EXHIBIT_DESCRIBED: _added(ITEM_DESCRIPTION.name, ONLINE_CAPTURE.name),
    VaultAction.SIGNATURES_JUDGED: _added(SIGNATURE_CHECK.name),
    VaultAction.DESCRIPTION_CORRECTED: _corrected(*OF_EXHIBITS),
    VaultAction.DESCRIPTION_STRUCK_OUT: _struck(*OF_EXHIBITS),
    VaultAction.FINANCE_CORRECTED: {
        **_corrected(*MONEY),
        **_corrected(ACCOUNT, computed=("checksum",)),
    },
    VaultAction.FINANCE_STRUCK_OUT: _struck(*MONEY),
}

DECISIONS: Mapping[ActionCode, RecordDecisionKind] = {
    VaultAction.RECORD_SEALED: RecordDecisionKind.SEALED,
    VaultAction.RECORD_RESTRICTED: RecordDecisionKind.RESTRICTED,
    VaultAction.RESTRICTION_LIFTED: RecordDecisionKind.RESTRICTION_LIFTED,
    VaultAction.RECORD_ANNULLED: RecordDecisionKind.ANNULLED,
}
"""The acts that decide about a signed record, and the one kind of decision that each adds."""


def _decided(kind: RecordDecisionKind) -> OfAct:
    return {"record_decision": Rows(new=True, to={"kind": frozenset({kind})})}


_BROUGHT = (
    *("rendering_version", "version_signature", "version_withdrawal", "revision_verdict", "annotation"),
    *("language_certificate", "safety_flag", "glossary_concept", "glossary_term", "declaration"),
)
"""What comes back of an assignment."""
_OF_ASSIGNMENTS: Mapping[ActionCode, OfAct] = {
    VaultAction.ASSIGNED: _added("assignment"),
    VaultAction.ASSIGNMENT_FOUNDED: _added(
        *("office", "user", "case_file", "official", "person", "interpreter", "exhibit", "exhibit_file"),
        *("interview", "recording", "segment", "rendering", "language_job", "annotation_answer"),
        *("read_back_correction", "certificate_template"),
        *(each for each in _BROUGHT if each not in ("language_certificate", "safety_flag", "declaration")),
    ),
    VaultAction.PACKET_SENT: _added("packet"),
    VaultAction.WORK_DECLARED: _added("declaration"),
    VaultAction.WORK_HANDED_BACK: _added("handback"),
    VaultAction.PACKET_TAKEN_BACK: _added("packet_return"),
    VaultAction.ASSIGNMENT_MERGED: {
        **_added("handback", "assignment_return", *_BROUGHT),
        "annotation": Rows(new=True, fields=frozenset({STRUCK})),
        "safety_flag": _OPEN_CONCERN,
    },
    VaultAction.RETURN_SETTLED: {},
    VaultAction.ASSIGNMENT_CLOSED: _changed("assignment", "closed_at", "closed_because", "kept"),
}

LINKS: Mapping[ActionCode, PersonLinkKind] = {
    VaultAction.MERGE_PROPOSED: PersonLinkKind.PROPOSED,
    VaultAction.MERGE_DECLINED: PersonLinkKind.DECLINED,
    VaultAction.PERSONS_MERGED: PersonLinkKind.MERGED,
    VaultAction.PERSONS_SPLIT: PersonLinkKind.SPLIT,
}
"""The acts about two records of persons, and the one kind of link that each adds."""
_OF_PERSONS: Mapping[ActionCode, OfAct] = {
    VaultAction.CLAIM_ADDED: {**_OF_IDENTITIES, **_added("person_claim")},
    VaultAction.CLAIM_CORRECTED: _corrected(PERSON_CLAIM),
    VaultAction.CLAIM_WORDS_CORRECTED: {**_OF_IDENTITIES, **_added("correction")},
    VaultAction.CLAIM_WORDS_VIEWED: {},
    VaultAction.CLAIM_WITHDRAWN: _struck(PERSON_CLAIM),
    VaultAction.CLAIM_USE_DECIDED: {**_OF_IDENTITIES, **_added("claim_use")},
    VaultAction.AGE_DECIDED: _added("age_decision"),
    **{
        action: {"person_link": Rows(new=True, to={"kind": frozenset({kind})})}
        for action, kind in LINKS.items()
    },
}

_OF_TESTIMONY: Mapping[ActionCode, OfAct] = {
    VaultAction.INTERVIEW_HELD: {
        **_INTERVIEW_BEGUN,
        **_added(*(each.name for each in FORMALITIES if each is not READ_BACK_CORRECTION)),
    },
    VaultAction.SUPPLEMENT_BEGUN: _INTERVIEW_BEGUN,
    VaultAction.RECTIFICATION_BEGUN: _INTERVIEW_BEGUN,
    VaultAction.FORMALITIES_SET: {
        "interview": Rows(fields=_entered(INTERVIEW)),
        **_changed("segment", "language"),
        **_changed("rendering", "language"),
        **_changed("language_job", "source_language"),
    },
    VaultAction.FORMALITY_ADDED: _added(*(each.name for each in FORMALITIES)),
    VaultAction.FORMALITY_CHANGED: {each.name: Rows(fields=_entered(each)) for each in FORMALITIES},
    VaultAction.FORMALITY_STRUCK: {
        **{each.name: Rows(fields=frozenset({STRUCK})) for each in FORMALITIES},
        **_changed("presence", STRUCK, "to_at"),
    },
    VaultAction.SEGMENT_ADDED: _added("segment", "rendering", "caution"),
    VaultAction.SEGMENT_SET: {**_SUPERSEDED, "segment": Rows(fields=_entered(SEGMENT))},
    VaultAction.SEGMENT_MOVED: _changed("segment", "position"),
    VaultAction.SEGMENT_SPLIT: {
        **_SUPERSEDED,
        "segment": Rows(new=True, fields=frozenset({"source_text", "recording_to"})),
    },
    VaultAction.SEGMENTS_JOINED: {
        **_written(RenderingState.DRAFT, RenderingState.SUPERSEDED),
        **_changed(
            *("segment", "source_text", "recording_to", "marks", "conduct", "silence_seconds"),
            *("pointed_at", STRUCK),
        ),
    },
    VaultAction.SEGMENT_STRUCK: _changed("segment", STRUCK),
    VaultAction.TURNS_SET: {
        "segment": Rows(new=True, fields=_entered(SEGMENT) | {"position", STRUCK}),
        **_written(RenderingState.DRAFT, RenderingState.SUPERSEDED),
        "caution": Rows(new=True, fields=frozenset({STRUCK})),
    },
    VaultAction.PRESENCE_NOTED: {
        **_added("timeline_event"),
        "presence": Rows(new=True, fields=frozenset({"to_at"})),
    },
    VaultAction.RENDERING_SET: _written(RenderingState.DRAFT),
    VaultAction.RENDERING_STATE_SET: _changed("rendering", to={"state": _SETTABLE}),
    VaultAction.RENDERING_CONFIRMED: _changed(
        "rendering", "source_digest", to={"state": {RenderingState.DRAFT}}
    ),
    VaultAction.RENDERINGS_CERTIFIED: {
        **_added("certification"),
        **_changed("rendering", to={"state": {RenderingState.CERTIFIED}}),
    },
    VaultAction.STATEMENT_BEGUN: {**_INTERVIEW_BEGUN, **_added("statement_elsewhere")},
    VaultAction.STATEMENT_SET: {"statement_elsewhere": Rows(fields=_entered(STATEMENT_ELSEWHERE))},
    VaultAction.TURNS_TAKEN_OVER: _added("segment", "segment_place"),
    VaultAction.PLACE_SET: _added("segment_place"),
    VaultAction.PAGE_COMPARED: _added("page_comparison"),
    VaultAction.STATEMENT_COMPARED: _changed("interview", to={"state": {InterviewState.READ_BACK}}),
    VaultAction.INTERVIEW_READ_BACK: {
        **_added(*(each.name for each in FORMALITIES)),
        **_changed("interview", *_READ_BACK, to={"state": {InterviewState.READ_BACK}}),
    },
    VaultAction.INTERVIEW_SIGNED: {
        **_added("warning_reason", "signed_name"),
        **_changed("interview", "record_digest", to={"state": {InterviewState.SIGNED}}),
    },
    VaultAction.SIGNING_COPY_MADE: _added("signing_copy"),
    VaultAction.SIGNED_PAPER_REGISTERED: _changed("signing_copy", "scan_id"),
    **{action: _decided(kind) for action, kind in DECISIONS.items()},
}


_SIGNED_VERSIONS: OfAct = _added("version_signature")
_CARRIED_NOTES: OfAct = {"annotation": Rows(new=True, fields=frozenset({STRUCK}))}
"""A note at a former wording is struck out, and stands at the next one."""
_GLOSSARY = ("glossary_concept", "glossary_term")

_OF_LANGUAGE: Mapping[ActionCode, OfAct] = {
    VaultAction.LANGUAGE_JOB_OPENED: _added("language_job"),
    VaultAction.LANGUAGE_JOB_CHANGED: _changed(
        "language_job", "translation_type", "purpose", "made_from", "made_from_note"
    ),
    VaultAction.LANGUAGE_JOB_CLOSED: _changed("language_job", "closed_at", "closed_by", "closed_because"),
    VaultAction.LANGUAGE_JOB_REOPENED: _changed("language_job", "closed_at", "closed_by", "closed_because"),
    VaultAction.LANGUAGE_JOB_STRUCK: _changed("language_job", STRUCK),
    VaultAction.LANGUAGE_JOB_SENT: {},
    VaultAction.VERSIONS_IMPORTED: {**_CARRIED_NOTES, **_added("rendering_version")},
    VaultAction.VERSION_WRITTEN: {**_SIGNED_VERSIONS, **_CARRIED_NOTES, **_added("rendering_version")},
    VaultAction.VERSIONS_SIGNED: _SIGNED_VERSIONS,
    VaultAction.VERSION_WITHDRAWN: _added("version_withdrawal"),
    VaultAction.VERDICT_GIVEN: _added("revision_verdict"),
    VaultAction.ANNOTATION_ADDED: {**_SIGNED_VERSIONS, **_CARRIED_NOTES},
    VaultAction.ANNOTATION_STRUCK: {**_SIGNED_VERSIONS, **_changed("annotation", STRUCK)},
    VaultAction.ANNOTATION_ANSWERED: _added("annotation_answer"),
    VaultAction.LANGUAGE_WORK_CERTIFIED: _added("language_certificate"),
    VaultAction.CERTIFICATE_TEMPLATE_SET: _added("certificate_template"),
    VaultAction.CAUTION_TEXT_SET: _added("caution_text"),
    VaultAction.LONGEST_TIME_SET: _changed("office", "longest_minutes", "longest_minutes_child"),
    VaultAction.REHASH_TIME_SET: _changed("office", "rehash_months"),
    VaultAction.PACK_ADOPTED: _added("office_pack"),
    VaultAction.SAFETY_FLAG_RAISED: {"safety_flag": _OPEN_CONCERN},
    VaultAction.SAFETY_FLAG_VIEWED: _sealed(Compartment.ASSESSMENTS),
    VaultAction.SAFETY_FLAG_SETTLED: {
        **_sealed(Compartment.ASSESSMENTS),
        **_changed("safety_flag", "settled_by", "settled_at"),
    },
    VaultAction.TERM_ADDED: _added(*_GLOSSARY),
    VaultAction.TERM_CHANGED: {
        **_changed("glossary_concept", "domain", "definition", "definition_source", "legal_system"),
        **_changed(
            "glossary_term",
            *("language", "term", "status", "reliability", "script", "transliteration", "part_of_speech"),
            *("context", "source", "checked_by", "checked_on"),
        ),
    },
    VaultAction.TERM_STRUCK: {each: Rows(fields=frozenset({STRUCK})) for each in _GLOSSARY},
}


def _of_custody(action: CustodyAction) -> OfAct:
    event = {"custody_event": Rows(new=True, to={"action": frozenset({action})})}
    if action is CustodyAction.EXHIBIT_CORRECTED:
        return {**event, **_corrected(EXHIBIT)}
    if action is CustodyAction.VERIFIED:
        return {**event, **_added("digest_list")}
    return {**event, **_added("exhibit")} if CUSTODY_KINDS[action].arrives else event


def _with_approval(action: ActionCode, rows: OfAct) -> OfAct:
    """An act of two persons tells the approval, and only of this act."""
    if action not in ACTS:
        return rows
    act: TwoPersonAct = ACTS[action]
    return {**rows, "approval": Rows(new=True, to={"act": frozenset({act})})}


_ALL: Mapping[ActionCode, OfAct] = {
    **_OF_THE_OFFICE,
    **_OF_A_CASE,
    **_OF_PERSONS,
    **_OF_TESTIMONY,
    **_OF_LANGUAGE,
    **_OF_ASSIGNMENTS,
    **{action: _of_custody(action) for action in CustodyAction},
}

ACT_ROWS: Mapping[str, OfAct] = MappingProxyType(
    {action: MappingProxyType(dict(_with_approval(action, rows))) for action, rows in _ALL.items()}
)
"""By the word of the action; every action has an entry."""

CORRECTING = frozenset(
    {
        CustodyAction.EXHIBIT_CORRECTED,
        *(VaultAction.ENTRY_CORRECTED, VaultAction.ENTRY_STRUCK_OUT),
        *(VaultAction.EXHIBIT_NOTE_CORRECTED, VaultAction.EXHIBIT_STRUCK_OUT),
        *(VaultAction.DESCRIPTION_CORRECTED, VaultAction.DESCRIPTION_STRUCK_OUT),
        *(VaultAction.FINANCE_CORRECTED, VaultAction.FINANCE_STRUCK_OUT),
        *(VaultAction.CLAIM_CORRECTED, VaultAction.CLAIM_WITHDRAWN),
    }
)
"""Acts that tell each field that they change in a row of `correction`, with its value before and after."""
COMPUTED = frozenset({("account", "checksum")})
"""Fields that follow from others, and have no correction of their own."""
