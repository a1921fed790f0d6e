"""Registry: every entity that events describe, and its table."""

from typing import TypeVar, cast

from thb_desktop.domain.action_day import ActionTeam, PersonFound, VoidedNumber
from thb_desktop.domain.ads import Ad, AdReading
from thb_desktop.domain.assignment import (
    Assignment,
    AssignmentReturn,
    Declaration,
    Handback,
    Packet,
    PacketReturn,
)
from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.case import Authority, CaseFile, CaseObject, Proceeding
from thb_desktop.domain.caution_text import CautionText
from thb_desktop.domain.child_presumed import AgeDecision
from thb_desktop.domain.consultation import ConsultationMark
from thb_desktop.domain.cooperation import Instrument, Transmission, UseCondition
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.description import ItemDescription, OnlineCapture
from thb_desktop.domain.digest_lists import DigestList
from thb_desktop.domain.disclosure import Disclosure, Redaction
from thb_desktop.domain.elsewhere import StatementElsewhere
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.finance import (
    Account,
    Attribution,
    BankStatement,
    HandOver,
    PayFigure,
    Transaction,
    ValueTransfer,
)
from thb_desktop.domain.glossary import Concept, Term
from thb_desktop.domain.identity_annex import IdentityAnnex
from thb_desktop.domain.intake import FilePlace, IntakeRun
from thb_desktop.domain.interview import (
    Caution,
    InterpreterEngagement,
    Interview,
    Presence,
    ReadBackCorrection,
    TimelineEvent,
)
from thb_desktop.domain.interview_rows import (
    EarlierInterview,
    Intervention,
    Lineup,
    Recording,
    RecordSignature,
    SpecialMeasure,
    VictimInformation,
)
from thb_desktop.domain.language_work import (
    Annotation,
    AnnotationAnswer,
    CertificateTemplate,
    LanguageCertificate,
    LanguageJob,
    RenderingVersion,
    RevisionVerdict,
    SafetyFlag,
    VersionSignature,
    VersionWithdrawal,
)
from thb_desktop.domain.leaving import LeavingBar
from thb_desktop.domain.masked_copy import MaskedCopy
from thb_desktop.domain.office import Handover, Office, Restoration
from thb_desktop.domain.office_pack import OfficePack
from thb_desktop.domain.package import Package, Recipient
from thb_desktop.domain.page_comparisons import PageComparison, SegmentPlace
from thb_desktop.domain.people import (
    CompartmentGrant,
    CompartmentVersion,
    Interpreter,
    Official,
    Person,
    PersonRole,
    SealedIdentity,
    SealedItem,
    SigningIdentity,
    User,
)
from thb_desktop.domain.person_claims import ClaimUse, PersonClaim
from thb_desktop.domain.person_links import PersonLink
from thb_desktop.domain.receiving import (
    ForeignOffice,
    GivenNotice,
    PackageReceipt,
    ReceivedItem,
    ReceivedNotice,
    ReceivedPackage,
    WrittenReceipt,
)
from thb_desktop.domain.record_decision import RecordDecision
from thb_desktop.domain.rights import role_named
from thb_desktop.domain.second_person import Approval
from thb_desktop.domain.segment import Certification, Rendering, Segment
from thb_desktop.domain.signature_check import SignatureCheck
from thb_desktop.domain.signed_names import SignedName
from thb_desktop.domain.signing_copy import SigningCopy
from thb_desktop.domain.stamped import StampedBundle
from thb_desktop.domain.stays import Stay
from thb_desktop.domain.taking_out import TakenOut
from thb_desktop.domain.warning_reason import WarningReason
from thb_desktop.errors import FormatError
from thb_desktop.vault.tables.mapper import Table

T = TypeVar("T")

OFFICE = Table("office", Office)
RESTORATION = Table("restoration", Restoration, order=("at", "id"))
USER = Table("user", User, order=("name",), readers={"role": role_named})
"""A user of a role that this version does not know can do nothing here, and keeps nobody else out."""
COMPARTMENT_VERSION = Table("compartment_version", CompartmentVersion, order=("compartment",))
COMPARTMENT_GRANT = Table(
    "compartment_grant",
    CompartmentGrant,
    order=("compartment", "version", "entry", "user_id"),
)
SIGNING_IDENTITY = Table("signing_identity", SigningIdentity)
HANDOVER = Table("handover", Handover, order=("at", "id"))
APPROVAL = Table("approval", Approval)
CONSULTATION_MARK = Table("consultation_mark", ConsultationMark, order=("size",))
CASE_FILE = Table("case_file", CaseFile, order=("reference",))
OFFICIAL = Table("official", Official)
INTERPRETER = Table("interpreter", Interpreter)
PERSON = Table("person", Person)
PERSON_ROLE = Table("person_role", PersonRole)
SEALED_IDENTITY = Table("sealed_identity", SealedIdentity, order=("person_id",))
SEALED_ITEM = Table("sealed_item", SealedItem, order=("subject_id", "added_at", "id"), by_entry=True)
AUTHORITY = Table("authority", Authority)
PROCEEDING = Table("proceeding", Proceeding)
CASE_OBJECT = Table("case_object", CaseObject)
INSTRUMENT = Table("instrument", Instrument)
EXHIBIT = Table("exhibit", Exhibit, order=("number",))
ITEM_DESCRIPTION = Table("item_description", ItemDescription, by_entry=True)
ONLINE_CAPTURE = Table("online_capture", OnlineCapture, by_entry=True)
USE_CONDITION = Table("use_condition", UseCondition)
TRANSMISSION = Table("transmission", Transmission, order=("sent_on", "id"))
ACTION_TEAM = Table("action_team", ActionTeam, order=("number",))
VOIDED_NUMBER = Table("voided_number", VoidedNumber, order=("number",))
PERSON_FOUND = Table("person_found", PersonFound, order=("number",))
EXHIBIT_FILE = Table("exhibit_file", ExhibitFile)
SIGNATURE_CHECK = Table("signature_check", SignatureCheck, by_entry=True)
FILE_PLACE = Table("file_place", FilePlace)
INTAKE_RUN = Table("intake_run", IntakeRun)
DIGEST_LIST = Table("digest_list", DigestList)
AD_READING = Table("ad_reading", AdReading, order=("at", "id"))
AD = Table("ad", Ad, order=("reading_id", "row"))
CUSTODY_EVENT = Table("custody_event", CustodyEvent, order=("exhibit_id", "number"))
INTERVIEW = Table("interview", Interview, order=("number",))
PRESENCE = Table("presence", Presence)
CAUTION = Table("caution", Caution)
SPECIAL_MEASURE = Table("special_measure", SpecialMeasure)
EARLIER_INTERVIEW = Table("earlier_interview", EarlierInterview)
INTERPRETER_ENGAGEMENT = Table("interpreter_engagement", InterpreterEngagement)
VICTIM_INFORMATION = Table("victim_information", VictimInformation)
RECORDING = Table("recording", Recording)
RECORD_SIGNATURE = Table("record_signature", RecordSignature)
STATEMENT_ELSEWHERE = Table("statement_elsewhere", StatementElsewhere)
SEGMENT = Table("segment", Segment, order=("interview_id", "position"))
LINEUP = Table("lineup", Lineup)
TIMELINE_EVENT = Table("timeline_event", TimelineEvent)
INTERVENTION = Table("intervention", Intervention)
SEGMENT_PLACE = Table("segment_place", SegmentPlace, by_entry=True)
PAGE_COMPARISON = Table("page_comparison", PageComparison, by_entry=True)
RENDERING = Table("rendering", Rendering)
CERTIFICATION = Table("certification", Certification)
WARNING_REASON = Table("warning_reason", WarningReason)
RECORD_DECISION = Table("record_decision", RecordDecision, by_entry=True)
SIGNED_NAME = Table("signed_name", SignedName)
SIGNING_COPY = Table("signing_copy", SigningCopy, by_entry=True)
READ_BACK_CORRECTION = Table("read_back_correction", ReadBackCorrection)
CORRECTION = Table("correction", Correction)
PERSON_CLAIM = Table("person_claim", PersonClaim)
CLAIM_USE = Table("claim_use", ClaimUse, by_entry=True)
AGE_DECISION = Table("age_decision", AgeDecision, by_entry=True)
PERSON_LINK = Table("person_link", PersonLink, by_entry=True)
STAY = Table("stay", Stay)
ACCOUNT = Table("account", Account)
BANK_STATEMENT = Table("bank_statement", BankStatement)
HAND_OVER = Table("hand_over", HandOver)
VALUE_TRANSFER = Table("value_transfer", ValueTransfer)
ATTRIBUTION = Table("attribution", Attribution)
PAY_FIGURE = Table("pay_figure", PayFigure)
MONEY_TRANSACTION = Table("money_transaction", Transaction, order=("at", "id"))
DISCLOSURE = Table("disclosure", Disclosure, order=("case_id", "number"))
BUNDLE = Table("bundle", Bundle)
STAMPED_BUNDLE = Table("stamped_bundle", StampedBundle, order=("at", "id"))
FOREIGN_OFFICE = Table("foreign_office", ForeignOffice, order=("at", "id"))
RECIPIENT = Table("recipient", Recipient, order=("at", "id"))
PACKAGE = Table("package", Package, order=("case_id", "number"))
IDENTITY_ANNEX = Table("identity_annex", IdentityAnnex, order=("case_id", "number"))
RECEIVED_PACKAGE = Table("received_package", ReceivedPackage, order=("at", "id"))
RECEIVED_ITEM = Table("received_item", ReceivedItem)
WRITTEN_RECEIPT = Table("written_receipt", WrittenReceipt, order=("at", "id"))
PACKAGE_RECEIPT = Table("package_receipt", PackageReceipt, order=("at", "id"))
RECEIVED_NOTICE = Table("received_notice", ReceivedNotice, order=("at", "id"))
REDACTION = Table("redaction", Redaction, by_entry=True)
MASKED_COPY = Table("masked_copy", MaskedCopy, by_entry=True)
LEAVING_BAR = Table("leaving_bar", LeavingBar, by_entry=True)
TAKEN_OUT = Table("taken_out", TakenOut, by_entry=True)
GIVEN_NOTICE = Table("given_notice", GivenNotice, order=("at", "id"))
LANGUAGE_JOB = Table("language_job", LanguageJob, order=("number",))
RENDERING_VERSION = Table("rendering_version", RenderingVersion, order=("job_id", "segment_id", "number"))
VERSION_SIGNATURE = Table("version_signature", VersionSignature, by_entry=True)
VERSION_WITHDRAWAL = Table("version_withdrawal", VersionWithdrawal, by_entry=True)
REVISION_VERDICT = Table("revision_verdict", RevisionVerdict, by_entry=True)
ANNOTATION = Table("annotation", Annotation)
ANNOTATION_ANSWER = Table("annotation_answer", AnnotationAnswer, by_entry=True)
SAFETY_FLAG = Table("safety_flag", SafetyFlag)
OFFICE_PACK = Table("office_pack", OfficePack, order=("version", "id"), by_entry=True)
CERTIFICATE_TEMPLATE = Table(
    "certificate_template", CertificateTemplate, order=("name", "language", "version")
)
CAUTION_TEXT = Table("caution_text", CautionText, order=("code", "language", "version"))
LANGUAGE_CERTIFICATE = Table("language_certificate", LanguageCertificate, by_entry=True)
GLOSSARY_CONCEPT = Table("glossary_concept", Concept)
GLOSSARY_TERM = Table("glossary_term", Term)
ASSIGNMENT = Table("assignment", Assignment, order=("assigned_at", "id"))
HANDBACK = Table("handback", Handback, order=("assignment_id", "number"))
ASSIGNMENT_RETURN = Table("assignment_return", AssignmentReturn, order=("assignment_id", "size"))
DECLARATION = Table("declaration", Declaration)
PACKET = Table("packet", Packet, order=("at", "id"))
PACKET_RETURN = Table("packet_return", PacketReturn, order=("assignment_id", "entries"))

TABLES: tuple[Table[object], ...] = tuple(
    cast(Table[object], table) for table in tuple(globals().values()) if isinstance(table, Table)
)
_BY_ENTITY = {table.entity: table for table in TABLES}
_BY_NAME = {table.name: table for table in TABLES}


def table_of[T](value: T) -> Table[T]:
    """Return the table for values of this class. Raises KeyError for one that no event describes."""
    return cast(Table[T], _BY_ENTITY[type(value)])


def table_named(untrusted: object) -> Table[object]:
    """Return the table of this name in an event's content. Raises FormatError for another."""
    if not isinstance(untrusted, str) or untrusted not in _BY_NAME:
        raise FormatError("an event contains something that this version does not know")
    return _BY_NAME[untrusted]
