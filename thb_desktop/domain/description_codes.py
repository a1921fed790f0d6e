"""Codes by which exhibits are described."""

from enum import StrEnum


class PowerState(StrEnum):
    """UNKNOWN: somebody looked, and could not tell."""

    ON = "ON"
    OFF = "OFF"
    STANDBY = "STANDBY"
    UNKNOWN = "UNKNOWN"


class ContentSensitivity(StrEnum):
    """What makes the content of an exhibit delicate. NONE: somebody looked, and found nothing of it.

    Abuse material and privileged content are no codes here: a bar says so, and keeps it in the office.
    """

    SEXUAL_IMAGE_OF_ADULT = "SEXUAL_IMAGE_OF_ADULT"
    MEDICAL = "MEDICAL"
    MINOR_IDENTITY = "MINOR_IDENTITY"
    PROTECTED_WITNESS = "PROTECTED_WITNESS"
    NONE = "NONE"


class NetworkIsolation(StrEnum):
    FARADAY = "FARADAY"
    AIRPLANE_MODE = "AIRPLANE_MODE"
    NONE = "NONE"


class ContainerFormat(StrEnum):
    """The formats in which devices, accounts and pages are acquired."""

    RAW_DD = "RAW_DD"
    E01 = "E01"
    EX01 = "EX01"
    L01 = "L01"
    AFF4 = "AFF4"
    AFF4_L = "AFF4_L"
    AD1 = "AD1"
    UFD_UFDR = "UFD_UFDR"
    XRY = "XRY"
    FFS_ZIP = "FFS_ZIP"
    ITUNES_BACKUP = "ITUNES_BACKUP"
    ANDROID_BACKUP = "ANDROID_BACKUP"
    MBOX = "MBOX"
    PST = "PST"
    PCAP = "PCAP"
    VHD_VMDK = "VHD_VMDK"
    OTHER = "OTHER"


class CaptureBasis(StrEnum):
    """By what right something was captured online."""

    OPEN_SOURCE = "OPEN_SOURCE"
    PRODUCTION_ORDER = "PRODUCTION_ORDER"
    UNDERCOVER_ORDER = "UNDERCOVER_ORDER"


class CaptureMethod(StrEnum):
    FULL_PAGE_PNG = "FULL_PAGE_PNG"
    PDF_PRINT = "PDF_PRINT"
    WARC = "WARC"
    WACZ = "WACZ"
    MHTML = "MHTML"
    VIDEO_SCREEN = "VIDEO_SCREEN"
    API_EXPORT = "API_EXPORT"
    PROVIDER_RESPONSE = "PROVIDER_RESPONSE"


class SignatureVerdict(StrEnum):
    """What a person may rely on, of all signatures in a file together."""

    VALID = "VALID"
    VALID_WITH_REMARKS = "VALID_WITH_REMARKS"
    CANNOT_BE_JUDGED = "CANNOT_BE_JUDGED"
    NOT_VALID = "NOT_VALID"


class SignatureLevel(StrEnum):
    """As which level a signature or seal is stated (eIDAS)."""

    NONE = "NONE"
    SIMPLE = "SIMPLE"
    ADVANCED_SELF_ISSUED = "ADVANCED_SELF_ISSUED"
    ADVANCED_ORG_CA = "ADVANCED_ORG_CA"
    ADVANCED_QUALIFIED_CERT = "ADVANCED_QUALIFIED_CERT"
    QUALIFIED = "QUALIFIED"
    SEAL_ADVANCED = "SEAL_ADVANCED"
    SEAL_QUALIFIED = "SEAL_QUALIFIED"


class LevelSource(StrEnum):
    """Who or what determined the level. This program does not."""

    NOT_DETERMINED_OFFLINE = "NOT_DETERMINED_OFFLINE"
    LOCAL_TL_SNAPSHOT = "LOCAL_TL_SNAPSHOT"
    EXTERNAL_VALIDATION_REPORT = "EXTERNAL_VALIDATION_REPORT"
