"""Codes of cooperation between States."""

from enum import StrEnum


class InstrumentType(StrEnum):
    EIO = "EIO"
    EIO_SUPPLEMENTARY = "EIO_SUPPLEMENTARY"
    MLA_REQUEST_2000 = "MLA_REQUEST_2000"
    MLA_REQUEST_1959 = "MLA_REQUEST_1959"
    JIT_AGREEMENT = "JIT_AGREEMENT"
    SPONTANEOUS_INFO_ART7 = "SPONTANEOUS_INFO_ART7"
    EPOC = "EPOC"
    EPOC_PR = "EPOC_PR"
    EAW = "EAW"
    FREEZING_CERT_2018_1805 = "FREEZING_CERT_2018_1805"
    CONFISCATION_CERT_2018_1805 = "CONFISCATION_CERT_2018_1805"
    EPO_PROTECTION_ORDER = "EPO_PROTECTION_ORDER"
    TRANSFER_OF_PROCEEDINGS = "TRANSFER_OF_PROCEEDINGS"
    TCA_UK_REQUEST = "TCA_UK_REQUEST"
    EUROJUST_REFERRAL = "EUROJUST_REFERRAL"
    EUROPOL_CONTRIBUTION = "EUROPOL_CONTRIBUTION"
    POLICE_SIENA = "POLICE_SIENA"
    CARIN_ARO_REQUEST = "CARIN_ARO_REQUEST"
    FIU_DISSEMINATION = "FIU_DISSEMINATION"
    OTHER = "OTHER"


AGREEMENTS = frozenset({InstrumentType.JIT_AGREEMENT})
"""What more than two States can be parties to. Anything else goes from one to another."""


class InstrumentStatus(StrEnum):
    DRAFT = "DRAFT"
    ISSUED = "ISSUED"
    VALIDATED = "VALIDATED"
    SENT = "SENT"
    RECEIVED = "RECEIVED"
    ACKNOWLEDGED = "ACKNOWLEDGED"
    RECOGNISED = "RECOGNISED"
    POSTPONED = "POSTPONED"
    PARTIALLY_EXECUTED = "PARTIALLY_EXECUTED"
    EXECUTED = "EXECUTED"
    REFUSED = "REFUSED"
    WITHDRAWN = "WITHDRAWN"
    CLOSED = "CLOSED"


class RefusalGround(StrEnum):
    """Article 11(1) of Directive 2014/41/EU, (a) to (h), then Article 2 of ETS 30. Which instrument has which
    of them stands in the data pack.
    """

    IMMUNITY_PRIVILEGE_PRESS = "IMMUNITY_PRIVILEGE_PRESS"
    NATIONAL_SECURITY = "NATIONAL_SECURITY"
    NON_CRIMINAL_PROCEEDINGS_MEASURE = "NON_CRIMINAL_PROCEEDINGS_MEASURE"
    NE_BIS_IN_IDEM = "NE_BIS_IN_IDEM"
    EXTRATERRITORIALITY = "EXTRATERRITORIALITY"
    FUNDAMENTAL_RIGHTS = "FUNDAMENTAL_RIGHTS"
    DUAL_CRIMINALITY = "DUAL_CRIMINALITY"
    OFFENCE_THRESHOLD = "OFFENCE_THRESHOLD"
    POLITICAL_OR_FISCAL_OFFENCE = "POLITICAL_OR_FISCAL_OFFENCE"
    ESSENTIAL_INTERESTS = "ESSENTIAL_INTERESTS"
    OTHER = "OTHER"


class PostponementGround(StrEnum):
    """Article 15(1) of Directive 2014/41/EU, (a) and (b)."""

    ONGOING_INVESTIGATION = "ONGOING_INVESTIGATION"
    IN_USE_ELSEWHERE = "IN_USE_ELSEWHERE"
    OTHER = "OTHER"


class InstrumentLink(StrEnum):
    """What an instrument does to an earlier one.

    AUTHORISES: it is the order of a domestic court or authority on which measures of the other one rest.
    """

    SUPPLEMENTS = "SUPPLEMENTS"
    ANSWERS = "ANSWERS"
    FOLLOWS = "FOLLOWS"
    REPLACES = "REPLACES"
    PROLONGS = "PROLONGS"
    AUTHORISES = "AUTHORISES"


class UrgencyGround(StrEnum):
    """Section B of Annex A of Directive 2014/41/EU."""

    EVIDENCE_CONCEALED_OR_DESTROYED = "EVIDENCE_CONCEALED_OR_DESTROYED"
    IMMINENT_TRIAL_DATE = "IMMINENT_TRIAL_DATE"
    OTHER = "OTHER"


class ProceedingsKind(StrEnum):
    """Article 4 of Directive 2014/41/EU, (a) to (d): the proceedings for which an order is issued."""

    CRIMINAL = "CRIMINAL"
    ADMINISTRATIVE_WITH_APPEAL = "ADMINISTRATIVE_WITH_APPEAL"
    JUDICIAL_WITH_APPEAL = "JUDICIAL_WITH_APPEAL"
    LEGAL_PERSON = "LEGAL_PERSON"


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
    HANDLING_CODE = "HANDLING_CODE"


class HandlingCode(StrEnum):
    """How a provider marked what it gave: the codes of Europol, and the traffic light protocol 2.0. Another
    scheme stands in words.
    """

    EUROPOL_H0 = "EUROPOL_H0"
    EUROPOL_H1 = "EUROPOL_H1"
    EUROPOL_H2 = "EUROPOL_H2"
    EUROPOL_H3 = "EUROPOL_H3"
    TLP_RED = "TLP_RED"
    TLP_AMBER_STRICT = "TLP_AMBER_STRICT"
    TLP_AMBER = "TLP_AMBER"
    TLP_GREEN = "TLP_GREEN"
    TLP_CLEAR = "TLP_CLEAR"
    OTHER = "OTHER"


class SourceGrade(StrEnum):
    """How the provider judges its source (Article 29 of Regulation (EU) 2016/794)."""

    A = "A"
    B = "B"
    C = "C"
    X = "X"


class InformationGrade(StrEnum):
    """How the provider judges the information itself (the same article): 1 to 4."""

    GRADE_1 = "GRADE_1"
    GRADE_2 = "GRADE_2"
    GRADE_3 = "GRADE_3"
    GRADE_4 = "GRADE_4"


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
