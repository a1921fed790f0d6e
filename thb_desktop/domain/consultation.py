"""Consultations: who viewed what and why (Directive (EU) 2016/680, Article 25), in a separate log."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.vocabulary import UserRole


class Consulted(StrEnum):
    """What was viewed or released. A code is never renamed or reused."""

    CASE = "CASE"
    PERSON = "PERSON"
    TESTIMONY = "TESTIMONY"
    EXHIBIT = "EXHIBIT"
    FILE = "FILE"
    CUSTODY = "CUSTODY"
    FINANCE = "FINANCE"
    IDENTITY = "IDENTITY"
    ADDRESSES_COMPARED = "ADDRESSES_COMPARED"
    ASSESSMENT = "ASSESSMENT"
    KEY_MATERIAL = "KEY_MATERIAL"
    SAFETY_FLAG = "SAFETY_FLAG"
    BUNDLE_DRAFT = "BUNDLE_DRAFT"
    BUNDLE_RELEASED = "BUNDLE_RELEASED"
    PACKAGE_RELEASED = "PACKAGE_RELEASED"
    EXTRACT = "EXTRACT"
    SEARCH = "SEARCH"
    CONSULTATIONS = "CONSULTATIONS"


class Justification(StrEnum):
    """The reason why somebody views data of a case."""

    CASE_WORK = "CASE_WORK"
    TRANSLATION = "TRANSLATION"
    DISCLOSURE_PREP = "DISCLOSURE_PREP"
    EXPORT = "EXPORT"
    QUALITY_CHECK = "QUALITY_CHECK"
    DATA_SUBJECT_REQUEST = "DATA_SUBJECT_REQUEST"
    SUPERVISION = "SUPERVISION"
    SECURITY = "SECURITY"
    TECHNICAL = "TECHNICAL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """A justification: its code and the typed text; without text, the standing duty of a role."""

    code: Justification
    text: str = ""


STANDING_DUTY: Mapping[UserRole, Purpose] = MappingProxyType(
    {
        UserRole.INVESTIGATING_JUDGE: Purpose(code=Justification.CASE_WORK),
        UserRole.PROSECUTOR: Purpose(code=Justification.CASE_WORK),
        UserRole.CLERK: Purpose(code=Justification.CASE_WORK),
        UserRole.EVIDENCE_CUSTODIAN: Purpose(code=Justification.CASE_WORK),
        UserRole.ANALYST: Purpose(code=Justification.CASE_WORK),
        UserRole.INTERPRETER: Purpose(code=Justification.TRANSLATION),
        UserRole.ADMINISTRATOR: Purpose(code=Justification.TECHNICAL),
        UserRole.AUDITOR: Purpose(code=Justification.SUPERVISION),
    }
)
"""The default purpose of each role, until the user states another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """One entry of the log: number `seq`, who in which role, what, when and why.

    role, kind, justification: codes as they were written; a later version may not know them. case_id: empty
    if it belongs to no case. recipient: of what was released.
    """

    seq: int
    at: datetime
    agent: AgentId
    role: str
    kind: str
    subject: str
    case_id: str
    justification: str
    text: str
    recipient: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationMark:
    """The state of the log of consultations at the end of a session: its size, and the root (hex)."""

    id: RowId
    size: int
    root: str
    at: datetime
