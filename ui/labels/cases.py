"""Words for the codes of cases, cooperation, money and time."""

from enum import StrEnum

from thb_desktop.domain import vocabulary as v
from ui.text import QT_TRANSLATE_NOOP

WORDS: dict[type[StrEnum], dict[str, str]] = {
    v.CaseStatus: {
        v.CaseStatus.OPEN: QT_TRANSLATE_NOOP("codes", "Open"),
        v.CaseStatus.SUSPENDED: QT_TRANSLATE_NOOP("codes", "Suspended"),
        v.CaseStatus.CLOSED: QT_TRANSLATE_NOOP("codes", "Closed"),
    },
    v.ProcedureStage: {
        v.ProcedureStage.PRE_INVESTIGATION: QT_TRANSLATE_NOOP("codes", "Before the investigation"),
        v.ProcedureStage.INVESTIGATION: QT_TRANSLATE_NOOP("codes", "Investigation"),
        v.ProcedureStage.JUDICIAL_INVESTIGATION: QT_TRANSLATE_NOOP("codes", "Judicial investigation"),
        v.ProcedureStage.ANTICIPATED_EVIDENCE: QT_TRANSLATE_NOOP("codes", "Evidence taken in advance"),
        v.ProcedureStage.TRIAL: QT_TRANSLATE_NOOP("codes", "Trial"),
        v.ProcedureStage.MLA_EXECUTION: QT_TRANSLATE_NOOP("codes", "Execution of a request from abroad"),
    },
    v.InstrumentType: {
        v.InstrumentType.EIO: QT_TRANSLATE_NOOP("codes", "European Investigation Order"),
        v.InstrumentType.EIO_SUPPLEMENTARY: QT_TRANSLATE_NOOP("codes", "Supplementary EIO"),
        v.InstrumentType.MLA_REQUEST_2000: QT_TRANSLATE_NOOP("codes", "MLA request (2000 Convention)"),
        v.InstrumentType.MLA_REQUEST_1959: QT_TRANSLATE_NOOP("codes", "MLA request (1959 Convention)"),
        v.InstrumentType.JIT_AGREEMENT: QT_TRANSLATE_NOOP("codes", "JIT agreement"),
        v.InstrumentType.SPONTANEOUS_INFO_ART7: QT_TRANSLATE_NOOP(
            "codes", "Spontaneous information (Art. 7)"
        ),
        v.InstrumentType.FREEZING_CERT_2018_1805: QT_TRANSLATE_NOOP(
            "codes", "Freezing certificate (2018/1805)"
        ),
        v.InstrumentType.CONFISCATION_CERT_2018_1805: QT_TRANSLATE_NOOP(
            "codes", "Confiscation certificate (2018/1805)"
        ),
        v.InstrumentType.TCA_UK_REQUEST: QT_TRANSLATE_NOOP("codes", "Request under the EU-UK agreement"),
        v.InstrumentType.OTHER: QT_TRANSLATE_NOOP("codes", "Other"),
    },
    v.InstrumentStatus: {
        v.InstrumentStatus.DRAFT: QT_TRANSLATE_NOOP("codes", "Draft"),
        v.InstrumentStatus.ISSUED: QT_TRANSLATE_NOOP("codes", "Issued"),
        v.InstrumentStatus.SENT: QT_TRANSLATE_NOOP("codes", "Sent"),
        v.InstrumentStatus.RECEIVED: QT_TRANSLATE_NOOP("codes", "Received"),
        v.InstrumentStatus.ACKNOWLEDGED: QT_TRANSLATE_NOOP("codes", "Acknowledged"),
        v.InstrumentStatus.RECOGNISED: QT_TRANSLATE_NOOP("codes", "Recognised"),
        v.InstrumentStatus.PARTIALLY_EXECUTED: QT_TRANSLATE_NOOP("codes", "Executed in part"),
        v.InstrumentStatus.EXECUTED: QT_TRANSLATE_NOOP("codes", "Executed"),
        v.InstrumentStatus.REFUSED: QT_TRANSLATE_NOOP("codes", "Refused"),
        v.InstrumentStatus.WITHDRAWN: QT_TRANSLATE_NOOP("codes", "Withdrawn"),
        v.InstrumentStatus.CLOSED: QT_TRANSLATE_NOOP("codes", "Closed"),
    },
    v.AccountKind: {
        v.AccountKind.BANK: QT_TRANSLATE_NOOP("codes", "Bank account"),
        v.AccountKind.PAYMENT: QT_TRANSLATE_NOOP("codes", "Payment account"),
        v.AccountKind.CARD: QT_TRANSLATE_NOOP("codes", "Card"),
        v.AccountKind.MOBILE_MONEY: QT_TRANSLATE_NOOP("codes", "Mobile money"),
        v.AccountKind.CRYPTO_CUSTODIAL: QT_TRANSLATE_NOOP("codes", "Crypto account at a provider"),
        v.AccountKind.CRYPTO_SELF: QT_TRANSLATE_NOOP("codes", "Crypto wallet held by oneself"),
        v.AccountKind.HAWALA_LEDGER: QT_TRANSLATE_NOOP("codes", "Hawala book"),
        v.AccountKind.PLATFORM_WALLET: QT_TRANSLATE_NOOP("codes", "Platform wallet"),
    },
    v.ChecksumState: {
        v.ChecksumState.VALID: QT_TRANSLATE_NOOP("codes", "Checksum right"),
        v.ChecksumState.INVALID: QT_TRANSLATE_NOOP("codes", "Checksum wrong"),
        v.ChecksumState.NO_CHECKSUM: QT_TRANSLATE_NOOP("codes", "No checksum"),
        v.ChecksumState.NOT_CHECKED: QT_TRANSLATE_NOOP("codes", "Not checked"),
    },
    v.CaseObjectKind: {
        v.CaseObjectKind.ADDRESS: QT_TRANSLATE_NOOP("codes", "Address"),
        v.CaseObjectKind.PHONE: QT_TRANSLATE_NOOP("codes", "Phone"),
        v.CaseObjectKind.ONLINE_ADVERT: QT_TRANSLATE_NOOP("codes", "Online advert"),
        v.CaseObjectKind.VEHICLE: QT_TRANSLATE_NOOP("codes", "Vehicle"),
        v.CaseObjectKind.COMPANY: QT_TRANSLATE_NOOP("codes", "Company"),
        v.CaseObjectKind.PAYSLIP: QT_TRANSLATE_NOOP("codes", "Payslip"),
    },
    v.ClockSource: {
        v.ClockSource.DEVICE_UNVERIFIED: QT_TRANSLATE_NOOP("codes", "This device's clock, not verified"),
        v.ClockSource.DEVICE_CHECKED_AGAINST_REFERENCE: QT_TRANSLATE_NOOP(
            "codes", "This device's clock, checked against a reference"
        ),
        v.ClockSource.FIXED_FOR_DEMONSTRATION: QT_TRANSLATE_NOOP("codes", "Fixed for a demonstration"),
    },
}
