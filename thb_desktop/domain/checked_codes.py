"""Coded values that the check of attached files compares: it travels in one file without the other lists.

They are part of `vocabulary`, from which all modules take them.
"""

from enum import StrEnum


class ClockSource(StrEnum):
    DEVICE_UNVERIFIED = "DEVICE_UNVERIFIED"
    DEVICE_CHECKED_AGAINST_REFERENCE = "DEVICE_CHECKED_AGAINST_REFERENCE"
    FIXED_FOR_DEMONSTRATION = "FIXED_FOR_DEMONSTRATION"
    RADIO_GNSS = "RADIO_GNSS"
    NTP_BEFORE_ISOLATION = "NTP_BEFORE_ISOLATION"


class UserRole(StrEnum):
    """The role of a user of the vault; it determines their rights."""

    INVESTIGATING_JUDGE = "INVESTIGATING_JUDGE"
    PROSECUTOR = "PROSECUTOR"
    CLERK = "CLERK"
    INTERPRETER = "INTERPRETER"
    EVIDENCE_CUSTODIAN = "EVIDENCE_CUSTODIAN"
    ANALYST = "ANALYST"
    ADMINISTRATOR = "ADMINISTRATOR"
    AUDITOR = "AUDITOR"


class Compartment(StrEnum):
    """A part of the vault with a separate key, given only to users with the right to it."""

    IDENTITIES = "IDENTITIES"
    ASSESSMENTS = "ASSESSMENTS"
    KEY_MATERIAL = "KEY_MATERIAL"
    ROOT_KEY = "ROOT_KEY"


class RedactionReason(StrEnum):
    """Why something is masked in a version for a recipient."""

    VICTIM_PRIVACY = "VICTIM_PRIVACY"
    THIRD_PARTY = "THIRD_PARTY"
    OTHER_INVESTIGATION = "OTHER_INVESTIGATION"
    PRIVILEGE = "PRIVILEGE"
    STATE_SECRET = "STATE_SECRET"  # noqa: S105 - a reason
    PROTECTION_ORDER = "PROTECTION_ORDER"
    CHILD = "CHILD"


class AgeFinding(StrEnum):
    """What was decided about the age of a person."""

    ADULT = "ADULT"
    CHILD = "CHILD"


class TakenWay(StrEnum):
    """How the words of a statement made elsewhere came into its record."""

    EXTRACTED = "EXTRACTED"
    TYPED = "TYPED"


class InterviewState(StrEnum):
    """The states of an interview record; none leads back to DRAFT.

    The row of a record holds DRAFT, READ_BACK or SIGNED. COMPARED is shown in place of READ_BACK for a copy
    of a statement made elsewhere. Those after SIGNED follow from later records and from decisions
    (`record_decision`).
    """

    DRAFT = "DRAFT"
    READ_BACK = "READ_BACK"
    COMPARED = "COMPARED"
    SIGNED = "SIGNED"
    SEALED = "SEALED"
    SUPPLEMENTED = "SUPPLEMENTED"
    RESTRICTED = "RESTRICTED"
    ANNULLED_BY_DECISION = "ANNULLED_BY_DECISION"


class RecordDecisionKind(StrEnum):
    """What is decided about a signed record. SEALED: it was compared with its digest and closed."""

    SEALED = "SEALED"
    RESTRICTED = "RESTRICTED"
    RESTRICTION_LIFTED = "RESTRICTION_LIFTED"
    ANNULLED = "ANNULLED"


class SignatureMethod(StrEnum):
    HANDWRITTEN_ON_PAPER = "HANDWRITTEN_ON_PAPER"
    HANDWRITTEN_PAD_IMAGE = "HANDWRITTEN_PAD_IMAGE"
    SIMPLE_ES = "SIMPLE_ES"
    ADVANCED_ES = "ADVANCED_ES"
    ADVANCED_ES_QUALIFIED_CERT = "ADVANCED_ES_QUALIFIED_CERT"
    QUALIFIED_ES = "QUALIFIED_ES"
    THUMBPRINT = "THUMBPRINT"
    MARK_WITNESSED = "MARK_WITNESSED"
    REFUSED = "REFUSED"
    UNABLE = "UNABLE"


class InterpretingMode(StrEnum):
    CONSECUTIVE_SHORT = "CONSECUTIVE_SHORT"
    CONSECUTIVE_LONG = "CONSECUTIVE_LONG"
    SIMULTANEOUS = "SIMULTANEOUS"
    WHISPERED = "WHISPERED"
    SIGHT_TRANSLATION = "SIGHT_TRANSLATION"
    SIGN = "SIGN"
    WRITTEN = "WRITTEN"


class SpeakerRole(StrEnum):
    INTERVIEWER = "INTERVIEWER"
    PERSON_HEARD = "PERSON_HEARD"
    INTERPRETER = "INTERPRETER"
    LAWYER = "LAWYER"
    OTHER = "OTHER"


class UtteranceKind(StrEnum):
    QUESTION = "QUESTION"
    ANSWER = "ANSWER"
    SPONTANEOUS = "SPONTANEOUS"
    READING = "READING"
    INTERPRETER_INTERVENTION = "INTERPRETER_INTERVENTION"
    RULING = "RULING"
    DESCRIPTION = "DESCRIPTION"


class Conduct(StrEnum):
    """What could be seen or heard besides words; what it means is nobody's to record here."""

    CRIES = "CRIES"
    SILENCE = "SILENCE"
    NODS = "NODS"
    SHAKES_HEAD = "SHAKES_HEAD"
    POINTS = "POINTS"
    DRAWS = "DRAWS"
    SHOWS_BODY_PART = "SHOWS_BODY_PART"
    TREMBLES = "TREMBLES"
    LOOKS_AWAY = "LOOKS_AWAY"
    LAUGHS = "LAUGHS"
    WHISPERS = "WHISPERS"
    RAISED_VOICE = "RAISED_VOICE"
    LEAVES_ROOM = "LEAVES_ROOM"
    ASKS_BREAK = "ASKS_BREAK"


class QuestionType(StrEnum):
    """The form of a question, from open to leading: an aid to the interviewer, never printed."""

    INVITATION = "INVITATION"
    CUED_INVITATION = "CUED_INVITATION"
    DIRECTIVE = "DIRECTIVE"
    OPTION_POSING = "OPTION_POSING"
    SUGGESTIVE = "SUGGESTIVE"
    FACILITATOR = "FACILITATOR"


class SourceCapture(StrEnum):
    TYPED_LIVE = "TYPED_LIVE"
    TYPED_AFTERWARDS = "TYPED_AFTERWARDS"
    TRANSCRIBED_FROM_RECORDING = "TRANSCRIBED_FROM_RECORDING"
    TAKEN_OVER = "TAKEN_OVER"
    NOT_CAPTURED = "NOT_CAPTURED"


class RenderingKind(StrEnum):
    """A rendition was spoken by the interpreter; a translation was made in writing."""

    RENDITION = "RENDITION"
    TRANSLATION = "TRANSLATION"


class RenderingState(StrEnum):
    DRAFT = "DRAFT"
    SELF_CHECKED = "SELF_CHECKED"
    REVISED_BY_SECOND_LINGUIST = "REVISED_BY_SECOND_LINGUIST"
    CERTIFIED = "CERTIFIED"
    CONTESTED = "CONTESTED"
    SUPERSEDED = "SUPERSEDED"
    WITHDRAWN = "WITHDRAWN"


class TranslationType(StrEnum):
    """What a translation is worth. The last is always printed."""

    SWORN_WRITTEN = "SWORN_WRITTEN"
    CERTIFIED_BY_AUTHORITY = "CERTIFIED_BY_AUTHORITY"
    WORKING_TRANSLATION = "WORKING_TRANSLATION"
    SUMMARY = "SUMMARY"
    SIGHT_TRANSLATION_TRANSCRIPT = "SIGHT_TRANSLATION_TRANSCRIPT"
    MACHINE_ASSISTED_POSTEDITED = "MACHINE_ASSISTED_POSTEDITED"


class SourceForm(StrEnum):
    """From what a linguist works."""

    ORIGINAL = "ORIGINAL"
    CERTIFIED_COPY = "CERTIFIED_COPY"
    PLAIN_COPY = "PLAIN_COPY"
    ELECTRONIC_FILE = "ELECTRONIC_FILE"


class VerdictKind(StrEnum):
    """What a second linguist says of a version."""

    AGREES = "AGREES"
    DISPUTES = "DISPUTES"


class CertificateKind(StrEnum):
    """What kind of certificate a translation has."""

    TRANSLATOR_STATEMENT = "TRANSLATOR_STATEMENT"
    COURT_SWORN_PER_DOCUMENT = "COURT_SWORN_PER_DOCUMENT"
    NOTARIAL = "NOTARIAL"
    AUTHORITY_ATTESTATION = "AUTHORITY_ATTESTATION"


class AnnotationCode(StrEnum):
    """What a linguist notes. There is no code for credibility, age, origin or guilt."""

    UNTRANSLATABLE = "UNTRANSLATABLE"
    AMBIGUOUS = "AMBIGUOUS"
    LITERAL_VS_SENSE = "LITERAL_VS_SENSE"
    TERM = "TERM"
    SLANG_CODEWORD = "SLANG_CODEWORD"
    CULTURAL_NOTE = "CULTURAL_NOTE"
    KINSHIP_TERM = "KINSHIP_TERM"
    CODE_SWITCH = "CODE_SWITCH"
    DIALECT = "DIALECT"
    NAME_SPELLING = "NAME_SPELLING"
    NUMBER_CHECK = "NUMBER_CHECK"
    INAUDIBLE = "INAUDIBLE"
    UNINTELLIGIBLE = "UNINTELLIGIBLE"
    OVERLAP = "OVERLAP"
    INTERRUPTED = "INTERRUPTED"
    UNFINISHED = "UNFINISHED"
    SELF_CORRECTION = "SELF_CORRECTION"
    INTERPRETER_CORRECTION = "INTERPRETER_CORRECTION"
    REGISTER = "REGISTER"
    NONVERBAL_OBSERVED = "NONVERBAL_OBSERVED"
    EMOTION_OBSERVED = "EMOTION_OBSERVED"
    LEGAL_TERM_GAP = "LEGAL_TERM_GAP"
    SOURCE_ERROR = "SOURCE_ERROR"
    SAFETY_FLAG = "SAFETY_FLAG"
    QUERY = "QUERY"


class AnnotationBasis(StrEnum):
    """On what an annotation rests. ASSESSMENT is an opinion, and marked as one."""

    OBSERVED = "OBSERVED"
    KNOWLEDGE = "KNOWLEDGE"
    ASSESSMENT = "ASSESSMENT"


class AnnotationVisibility(StrEnum):
    """Who reads an annotation: it is printed, stays in the office, or is sealed for the judge."""

    PRINT = "PRINT"
    INTERNAL = "INTERNAL"
    SEALED = "SEALED"


class CustodyAction(StrEnum):
    """The closed list of custody events."""

    IDENTIFIED = "IDENTIFIED"
    SEIZED = "SEIZED"
    COLLECTED = "COLLECTED"
    VOLUNTARILY_HANDED_OVER = "VOLUNTARILY_HANDED_OVER"
    RECEIVED_FROM_FOREIGN_AUTHORITY = "RECEIVED_FROM_FOREIGN_AUTHORITY"
    PHOTOGRAPHED = "PHOTOGRAPHED"
    PACKAGED = "PACKAGED"
    SEALED = "SEALED"
    SEAL_CHECKED = "SEAL_CHECKED"
    UNSEALED = "UNSEALED"
    RESEALED = "RESEALED"
    TRANSFER_OUT = "TRANSFER_OUT"
    TRANSFER_IN = "TRANSFER_IN"
    STORED = "STORED"
    MOVED = "MOVED"
    ACCESSED = "ACCESSED"
    VIEWED = "VIEWED"
    ACQUIRED = "ACQUIRED"
    COPIED = "COPIED"
    VERIFIED = "VERIFIED"
    EXAMINED = "EXAMINED"
    ANALYSED = "ANALYSED"
    CONSUMED_IN_TEST = "CONSUMED_IN_TEST"
    CONVERTED = "CONVERTED"
    REDACTED = "REDACTED"
    TRANSLATED = "TRANSLATED"
    DISCLOSED = "DISCLOSED"
    EXPORTED = "EXPORTED"
    RECEIPT_CONFIRMED = "RECEIPT_CONFIRMED"
    LOANED = "LOANED"
    RETURNED_FROM_LOAN = "RETURNED_FROM_LOAN"
    PRESENTED_IN_COURT = "PRESENTED_IN_COURT"
    RETURNED_TO_OWNER = "RETURNED_TO_OWNER"
    DESTROYED = "DESTROYED"
    ERASED = "ERASED"
    LOST_OR_DAMAGED = "LOST_OR_DAMAGED"
    INCIDENT = "INCIDENT"
    CORRECTION = "CORRECTION"
    EXHIBIT_CORRECTED = "EXHIBIT_CORRECTED"
    FILE_WITHDRAWN = "FILE_WITHDRAWN"
    FILE_REINSTATED = "FILE_REINSTATED"
    TRANSFER_CONFIRMED = "TRANSFER_CONFIRMED"
    CONFIRMATION_WITHDRAWN = "CONFIRMATION_WITHDRAWN"


class ConfirmationWay(StrEnum):
    """How a party confirmed a transfer: with their own key, drawn on the screen, or on the printed form."""

    BY_KEY = "BY_KEY"
    DRAWN = "DRAWN"
    ON_PAPER = "ON_PAPER"
