"""The individual assessment of a victim's needs (Directive 2012/29/EU, Article 22): sealed, in no bundle."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from thb_desktop.domain.ids import PersonId


class AssessmentMethod(StrEnum):
    BASIC = "BASIC"
    EXTENDED = "EXTENDED"
    SPECIALIST = "SPECIALIST"


class Characteristic(StrEnum):
    """Personal characteristics that can mean a special need of protection; some are special categories of
    data.
    """

    CHILD = "CHILD"
    PREGNANT = "PREGNANT"
    DISABILITY = "DISABILITY"
    HEALTH = "HEALTH"
    GENDER_IDENTITY = "GENDER_IDENTITY"
    ETHNICITY = "ETHNICITY"
    RELIGION = "RELIGION"
    LANGUAGE = "LANGUAGE"
    RESIDENCE_STATUS = "RESIDENCE_STATUS"
    DEPENDENCE_ON_OFFENDER = "DEPENDENCE_ON_OFFENDER"
    PRIOR_VICTIMISATION = "PRIOR_VICTIMISATION"
    ILLITERACY = "ILLITERACY"


class CrimeFactor(StrEnum):
    THB = "THB"
    ORGANISED = "ORGANISED"
    SEXUAL = "SEXUAL"
    GENDER_BASED = "GENDER_BASED"
    CLOSE_RELATIONSHIP = "CLOSE_RELATIONSHIP"
    HATE = "HATE"
    TERRORISM = "TERRORISM"


class RiskKind(StrEnum):
    SECONDARY_VICTIMISATION = "SECONDARY_VICTIMISATION"
    REPEAT = "REPEAT"
    INTIMIDATION = "INTIMIDATION"
    RETALIATION = "RETALIATION"


class RiskLevel(StrEnum):
    LOW = "LOW"
    MEDIUM = "MEDIUM"
    HIGH = "HIGH"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """One risk as the assessor sees it, and its grounds."""

    kind: RiskKind
    level: RiskLevel
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndividualAssessment:
    """One version of a person's assessment. A later version is added beside it and replaces nothing.

    version: 1, 2, 3 ... for this person, given when it is saved. wishes: what the person wants.
    refuses_measures: whether they refuse special measures; None if nobody said. measures: proposed; decided
    ones are in the interview record. disclosed_to: to whom it was communicated, in words.
    """

    person_id: PersonId
    version: int
    made_at: datetime
    made_by: str
    method: AssessmentMethod
    characteristics: tuple[Characteristic, ...] = ()
    crime_factors: tuple[CrimeFactor, ...] = ()
    circumstances: str = ""
    risks: tuple[Risk, ...] = ()
    wishes: str = ""
    refuses_measures: bool | None = None
    measures: tuple[str, ...] = ()
    next_review_on: date | None = None
    disclosed_to: tuple[str, ...] = ()
