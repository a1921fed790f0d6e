"""The case file, its authorities, its proceedings and its objects."""

from dataclasses import dataclass
from datetime import date

from thb_desktop.domain.ids import AuthorityId, CaseId, CaseObjectId, OfficialId, ProceedingId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.texts import Texts
from thb_desktop.domain.vocabulary import AuthorityKind, AuthorityPart, CaseObjectKind, CaseStatus


def in_language(texts: Texts, language: str) -> str:
    """The text in this language, or the first text; empty if there is none."""
    return dict(texts).get(language) or (texts[0][1] if texts else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """One case of an office.

    exploitation: its forms. review_on: by when it is to be reviewed whether its data are still kept. struck:
    the reason why the entry was struck out, or empty; the same in all classes below.
    """

    id: CaseId
    reference: str
    titles: Texts
    language: str
    country: str
    notice_number: str
    opened_on: date
    status: CaseStatus
    exploitation: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    fictional: bool = False
    struck: str = ""
    review_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """A court, prosecutor or other authority that takes part in the case.

    contact: its address, telephone and e-mail.
    """

    id: AuthorityId
    case_id: CaseId
    name: str
    kind: AuthorityKind
    part: AuthorityPart
    country: str
    official_id: OfficialId | None = None
    struck: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proceeding:
    """One State's proceeding within the case: the offence under its own law, and its period.

    facts: what it is about, with the places, in few words.
    """

    id: ProceedingId
    case_id: CaseId
    authority_id: AuthorityId | None
    country: str
    reference: str
    offence: Texts
    period_from: PartialDate | None = None
    period_to: PartialDate | None = None
    struck: str = ""
    facts: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseObject:
    """An address, phone, advert, vehicle, company or payslip in the case; details as written in the source.

    note: a working note for the office only.
    """

    id: CaseObjectId
    case_id: CaseId
    kind: CaseObjectKind
    number: str
    label: str
    details: tuple[tuple[str, str], ...] = ()
    note: str = ""
    struck: str = ""
