"""Codes of cooperation between States beyond the kind and the state of an instrument."""

from enum import StrEnum


class PostponementGround(StrEnum):
    """Article 15(1) of Directive 2014/41/EU, (a) and (b)."""

    ONGOING_INVESTIGATION = "ONGOING_INVESTIGATION"
    IN_USE_ELSEWHERE = "IN_USE_ELSEWHERE"
    OTHER = "OTHER"


class UrgencyGround(StrEnum):
    """Section B of Annex A of Directive 2014/41/EU."""

    EVIDENCE_CONCEALED_OR_DESTROYED = "EVIDENCE_CONCEALED_OR_DESTROYED"
    IMMINENT_TRIAL_DATE = "IMMINENT_TRIAL_DATE"
    OTHER = "OTHER"


class ConditionKind(StrEnum):
    """What limits the use of what another State or authority gave."""

    PURPOSE_LIMIT = "PURPOSE_LIMIT"
    SPECIALITY = "SPECIALITY"
    NO_DISCLOSURE_TO_DEFENCE_BEFORE = "NO_DISCLOSURE_TO_DEFENCE_BEFORE"
    NO_ONWARD_TRANSFER = "NO_ONWARD_TRANSFER"
    CONSENT_NEEDED_FROM = "CONSENT_NEEDED_FROM"
    RETURN_AFTER_USE = "RETURN_AFTER_USE"
    DESTROY_AFTER = "DESTROY_AFTER"
    PROTECT_IDENTITY = "PROTECT_IDENTITY"
    NO_USE_AS_EVIDENCE = "NO_USE_AS_EVIDENCE"
    REPORT_ON_USE = "REPORT_ON_USE"
    LED_ART9_3 = "LED_ART9_3"


class TransmissionChannel(StrEnum):
    """How something was sent or arrived. The program itself sends nothing."""

    E_EDES = "E_EDES"
    E_CODEX_NATIONAL = "E_CODEX_NATIONAL"
    EUROJUST_CMS = "EUROJUST_CMS"
    SIENA = "SIENA"
    JIT_CP = "JIT_CP"
    COURIER = "COURIER"
    POST_REGISTERED = "POST_REGISTERED"
    IN_PERSON = "IN_PERSON"
    OTHER = "OTHER"


class ReferralProblem(StrEnum):
    """Why a case is referred to Eurojust."""

    CONFLICT_OF_JURISDICTION = "CONFLICT_OF_JURISDICTION"
    PARALLEL_INVESTIGATIONS = "PARALLEL_INVESTIGATIONS"
    DELAYED_EIO = "DELAYED_EIO"
    COORDINATION_MEETING = "COORDINATION_MEETING"
    JIT_SETUP = "JIT_SETUP"
    JIT_FUNDING = "JIT_FUNDING"
    ACTION_DAY = "ACTION_DAY"
    OTHER = "OTHER"


class PartyKind(StrEnum):
    """What the recipient of a bundle is."""

    AUTHORITY = "AUTHORITY"
    DEFENCE = "DEFENCE"
    VICTIM_COUNSEL = "VICTIM_COUNSEL"
    EXPERT = "EXPERT"
    OTHER = "OTHER"


class TransferGround(StrEnum):
    """Chapter V of Directive (EU) 2016/680: why data may go to a third State."""

    ART36_ADEQUACY = "ART36_ADEQUACY"
    ART37_1A_INSTRUMENT = "ART37_1A_INSTRUMENT"
    ART37_1B_ASSESSMENT = "ART37_1B_ASSESSMENT"
    ART38_A_VITAL = "ART38_A_VITAL"
    ART38_B_LEGIT_INTEREST = "ART38_B_LEGIT_INTEREST"
    ART38_C_IMMEDIATE_THREAT = "ART38_C_IMMEDIATE_THREAT"
    ART38_D_INDIVIDUAL_CASE = "ART38_D_INDIVIDUAL_CASE"
    ART38_E_LEGAL_CLAIM = "ART38_E_LEGAL_CLAIM"
    ART39_DIRECT_RECIPIENT = "ART39_DIRECT_RECIPIENT"
