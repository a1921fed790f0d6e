"""The case file, its authorities, its proceedings and the things it speaks of."""

from dataclasses import dataclass
from datetime import date

from thb_desktop.domain.ids import AuthorityId, CaseId, OfficialId, ProceedingId, RowId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import AuthorityKind, AuthorityPart, CaseObjectKind, CaseStatus

Texts = tuple[tuple[str, str], ...]
"""One text in several languages: pairs of BCP 47 tag and text, the file's own language first."""


def in_language(texts: Texts, language: str) -> str:
    """The text in this language, or the first there is; empty where there is none."""
    return dict(texts).get(language) or (texts[0][1] if texts else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """One case as one office keeps it.

    exploitation: the forms it is about. struck: why the entry was made in error, empty where it was not;
    likewise in all that follows.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """A court, prosecutor or other authority that has a part in the case."""

    id: AuthorityId
    case_id: CaseId
    name: str
    kind: AuthorityKind
    part: AuthorityPart
    country: str
    official_id: OfficialId | None = None
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proceeding:
    """One State's proceeding within the case: its offence under its own law, and what period it is about."""

    id: ProceedingId
    case_id: CaseId
    authority_id: AuthorityId | None
    country: str
    reference: str
    offence: Texts
    period_from: PartialDate | None = None
    period_to: PartialDate | None = None
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseObject:
    """An address, phone, advert, vehicle, company or payslip the case speaks of; details as written there.

    note: for the office alone.
    """

    id: RowId
    case_id: CaseId
    kind: CaseObjectKind
    number: str
    label: str
    details: tuple[tuple[str, str], ...] = ()
    note: str = ""
    struck: str = ""
