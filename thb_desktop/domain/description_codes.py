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
